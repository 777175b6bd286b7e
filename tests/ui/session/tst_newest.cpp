// SPDX-License-Identifier: MIT
#include "session/newest.h"

#include <QTest>

#include <functional>
#include <optional>
#include <vector>

using namespace fb::ui;

class TestNewest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void onlyTheNewestAnswerCounts() {
    Newest question;
    std::vector<int> taken;
    const auto take = [&](int answer) { taken.push_back(answer); };
    std::function<void(int)> first = question.ask(take), second = question.ask(take);
    second(2);
    first(1);
    QCOMPARE(taken, std::vector<int>{2});
    second(3);
    QCOMPARE(taken, (std::vector<int>{2, 3}));
    question.drop();
    second(4);
    QCOMPARE(taken, (std::vector<int>{2, 3}));
  }

  void aTicketKnowsWhetherItIsTheNewest() {
    auto question = std::make_optional<Newest>();
    const auto first = question->ask();
    QVERIFY(first);
    const auto second = question->ask();
    QVERIFY(!first);
    QVERIFY(second);
    // Answers may arrive after the object that asked is gone.
    question.reset();
    QVERIFY(second);
  }

  void questionsAreIndependent() {
    Newest one, other;
    const auto ticket = one.ask();
    other.ask();
    QVERIFY(ticket);
  }
};

QTEST_GUILESS_MAIN(TestNewest)
#include "tst_newest.moc"
