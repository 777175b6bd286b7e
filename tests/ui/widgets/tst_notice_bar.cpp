// SPDX-License-Identifier: MIT
#include "widgets/notice_bar.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace fb::ui;

class TestNoticeBar : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void warningsWaitBelowWhatIsNewer() {
    NoticeBar bar;
    auto* close = bar.findChild<QPushButton*>(QStringLiteral("noticeClose"));
    bar.say(NoticeBar::Kind::Warning, QStringLiteral("one file is damaged"));
    bar.say(NoticeBar::Kind::Warning, QStringLiteral("another, too"));
    bar.say(NoticeBar::Kind::Warning, QStringLiteral("one file is damaged"));
    bar.say(NoticeBar::Kind::Information, QStringLiteral("the queue is held"));
    bar.say(NoticeBar::Kind::Information, QStringLiteral("two runs wait"));
    QCOMPARE(bar.text(), QStringLiteral("two runs wait"));
    QTest::mouseClick(close, Qt::LeftButton);
    QCOMPARE(bar.text(), QStringLiteral("one file is damaged"));
    QTest::mouseClick(close, Qt::LeftButton);
    QCOMPARE(bar.text(), QStringLiteral("another, too"));
    QVERIFY(!bar.isHidden());
    QTest::mouseClick(close, Qt::LeftButton);
    QVERIFY(bar.isHidden());
  }

  void aRunTakesAllButWarningsAway() {
    NoticeBar bar;
    bar.say(NoticeBar::Kind::Warning, QStringLiteral("kept"));
    bar.say(NoticeBar::Kind::Error, QStringLiteral("the run before failed"));
    bar.say(NoticeBar::Kind::Information, QStringLiteral("held"));
    bar.dropOutdated();
    QCOMPARE(bar.text(), QStringLiteral("kept"));
  }

  void errorsCanGoAlone() {
    NoticeBar bar;
    bar.say(NoticeBar::Kind::Warning, QStringLiteral("kept"));
    bar.say(NoticeBar::Kind::Information, QStringLiteral("paused"));
    bar.say(NoticeBar::Kind::Error, QStringLiteral("no clip"));
    bar.dropErrors();
    QCOMPARE(bar.text(), QStringLiteral("kept"));
    bar.say(NoticeBar::Kind::Error, QStringLiteral("no clip"));
    bar.say(NoticeBar::Kind::Information, QStringLiteral("paused"));
    bar.dropErrors();
    QCOMPARE(bar.text(), QStringLiteral("paused"));
  }

  void whatLastsStaysUntilItIsOver() {
    NoticeBar bar;
    int tries = 0;
    bar.stand(QStringLiteral("disk"), QStringLiteral("the disk is slow"), QStringLiteral("Try again"),
              [&] { ++tries; });
    bar.stand(QStringLiteral("disk"), QStringLiteral("the disk is full"), QStringLiteral("Try again"),
              [&] { ++tries; });
    bar.stand(QStringLiteral("lock"), QStringLiteral("a file is locked"), QStringLiteral("Try again"),
              [&] { ++tries; });
    QCOMPARE(bar.text(), QStringLiteral("the disk is full\na file is locked"));
    QVERIFY(bar.findChild<QPushButton*>(QStringLiteral("noticeClose"))->isHidden());
    QTest::mouseClick(bar.findChild<QPushButton*>(QStringLiteral("noticeAction")), Qt::LeftButton);
    QCOMPARE(tries, 2);
    for (int i = 0; i < 9; ++i) bar.say(NoticeBar::Kind::Warning, QString::number(i));
    bar.dropOutdated();
    for (int i = 0; i < 5; ++i)
      QTest::mouseClick(bar.findChild<QPushButton*>(QStringLiteral("noticeClose")), Qt::LeftButton);
    QCOMPARE(bar.text(), QStringLiteral("the disk is full\na file is locked"));
    QVERIFY(bar.withdraw(QStringLiteral("disk")));
    QVERIFY(!bar.withdraw(QStringLiteral("disk")));
    QCOMPARE(bar.text(), QStringLiteral("a file is locked"));
    QVERIFY(bar.withdraw(QStringLiteral("lock")));
    QVERIFY(bar.isHidden());
  }

  void aWarningHasAChoiceOfWays() {
    NoticeBar bar;
    int first = 0, second = 0;
    const std::vector<NoticeBar::Action> ways{{QStringLiteral("One"), [&] { ++first; }},
                                              {QStringLiteral("Other"), [&] { ++second; }}};
    auto* other = bar.findChild<QPushButton*>(QStringLiteral("noticeSecondAction"));
    bar.warn(QStringLiteral("changed"), ways);
    QCOMPARE(other->text(), QStringLiteral("Other"));
    bar.dropOutdated();
    QTest::mouseClick(other, Qt::LeftButton);
    QCOMPARE(second, 1);
    QVERIFY(bar.isHidden());
    bar.warn(QStringLiteral("changed"), ways);
    QTest::mouseClick(bar.findChild<QPushButton*>(QStringLiteral("noticeAction")), Qt::LeftButton);
    QCOMPARE(first, 1);
    bar.warn(QStringLiteral("changed"), {ways.front()});
    QVERIFY(other->isHidden());
  }

  void buttonsAreBelowALongText() {
    NoticeBar bar;
    bar.setFixedWidth(500);
    bar.show();
    const auto* text = bar.findChild<QLabel*>(QStringLiteral("noticeText"));
    const auto* button = bar.findChild<QPushButton*>(QStringLiteral("noticeAction"));
    const auto isBelow = [&] {
      QCoreApplication::processEvents();
      return button->y() >= text->geometry().bottom();
    };
    bar.say(NoticeBar::Kind::Information, QStringLiteral("short"), QStringLiteral("Do it"), [] {});
    QVERIFY(!isBelow());
    bar.say(NoticeBar::Kind::Information, QString(QStringLiteral("long ")).repeated(60), QStringLiteral("Do it"),
            [] {});
    QVERIFY(isBelow());
    bar.setFixedWidth(3000);
    QVERIFY(!isBelow());
  }

  void speaksTheLanguageOfTheMoment() {
    NoticeBar bar;
    QString language = QStringLiteral("English");
    const auto in = [&](const QString& words) { return [&, words] { return words + language; }; };
    bar.stand(QStringLiteral("disk"), in(QStringLiteral("full in ")), in(QStringLiteral("again in ")), [] {});
    bar.warn(in(QStringLiteral("changed in ")), {{in(QStringLiteral("one in ")), [] {}}});
    const auto* action = bar.findChild<QPushButton*>(QStringLiteral("noticeAction"));
    QCOMPARE(bar.text(), QStringLiteral("changed in English"));
    language = QStringLiteral("German");
    QEvent changed(QEvent::LanguageChange);
    QCoreApplication::sendEvent(&bar, &changed);
    const auto* shown = bar.findChild<QLabel*>(QStringLiteral("noticeText"));
    QCOMPARE(shown->text(), QStringLiteral("changed in German"));
    QCOMPARE(action->text(), QStringLiteral("one in German"));
    QTest::mouseClick(bar.findChild<QPushButton*>(QStringLiteral("noticeClose")), Qt::LeftButton);
    QCOMPARE(shown->text(), QStringLiteral("full in German"));
    QCOMPARE(action->text(), QStringLiteral("again in German"));
  }

  void anActionIsDoneOnceAndMaySpeakAgain() {
    NoticeBar bar;
    int done = 0;
    bar.say(NoticeBar::Kind::Information, QStringLiteral("cut off"), QStringLiteral("Continue"), [&] {
      ++done;
      bar.say(NoticeBar::Kind::Error, QStringLiteral("it failed"));
    });
    QTest::mouseClick(bar.findChild<QPushButton*>(QStringLiteral("noticeAction")), Qt::LeftButton);
    QCOMPARE(done, 1);
    QCOMPARE(bar.text(), QStringLiteral("it failed"));
    QVERIFY(bar.findChild<QPushButton*>(QStringLiteral("noticeAction"))->isHidden());
  }
};

QTEST_MAIN(TestNoticeBar)
#include "tst_notice_bar.moc"
