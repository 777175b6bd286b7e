// SPDX-License-Identifier: MIT
#include "shell/edit_presenter.h"

#include "desk.h"
#include "runs/queue_panel.h"

#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>

using namespace fb;
using namespace fb::ui;

namespace {

struct EditDesk : Desk {
  QueuePanel queuePanel{&theme, studio.queue(), studio.runner(), &window};
  EditPresenter edit{{&window, &studio, &request, &promptPanel, &queuePanel, &announcer}};

  void type(const char* text) { promptPanel.findChild<QPlainTextEdit*>("promptEdit")->setPlainText(text); }
  void press(const char* button) { promptPanel.findChild<QPushButton*>(button)->click(); }
  QWidget* bar() { return promptPanel.findChild<QWidget*>("editBar"); }
  RunId enqueue(const char* prompt) {
    auto waiting = request.request();
    waiting.clip.prompt = prompt;
    waiting.sampling.seed = 77;
    return studio.runner()->enqueue(waiting);
  }
  const RunRecord& run(int row) { return studio.queue()->at(row); }
  // A run with three steps that waits behind none.
  bool pauseAfterThree(RunId id) {
    QSignalSpy paused(studio.runner(), &QueueRunner::runPaused);
    engine->steps.close(3);
    studio.runner()->start();
    if (!QTest::qWaitFor([&] { return engine->steps.isHolding(); })) return false;
    studio.runner()->pause(id);
    return QTest::qWaitFor([&] { return paused.count() == 1; });
  }
  // Answers the question once it is on the screen.
  void answer(QMessageBox::ButtonRole role) {
    auto* looking = new QTimer(&window);
    QObject::connect(looking, &QTimer::timeout, &window, [this, looking, role] {
      auto* box = window.findChild<QMessageBox*>();
      if (!box || !box->isVisible()) return;
      looking->deleteLater();
      asked = true;
      for (auto* button : box->buttons())
        if (box->buttonRole(button) == role) return button->click();
    });
    looking->start(0);
  }
  bool asked = false;
};

}  // namespace

class TestEditPresenter : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void savesInPlace() {
    EditDesk desk;
    QVERIFY(desk.start());
    desk.studio.runner()->pauseQueue();
    desk.type("what I was about to do");
    const auto before = toJson(desk.request.request());
    const auto first = desk.enqueue("to be changed"), second = desk.enqueue("after it");
    QVERIFY(desk.bar()->isHidden());
    Q_EMIT desk.queuePanel.editRequested(first);
    QVERIFY(!desk.bar()->isHidden());
    QCOMPARE(desk.prompt(), QString("to be changed"));
    QCOMPARE(desk.request.request().sampling.seed, std::uint64_t(77));
    desk.type("changed");
    desk.press("saveEditButton");
    QVERIFY(desk.bar()->isHidden());
    QCOMPARE(desk.studio.queue()->rowCount(), 2);
    QCOMPARE(desk.run(0).id, first);
    QCOMPARE(desk.run(0).request.clip.prompt, std::string("changed"));
    QCOMPARE(desk.run(1).id, second);
    QCOMPARE(desk.settings.recentPrompts(), QStringList("changed"));
    // What was typed before is back, with its seed and its lock.
    QCOMPARE(QString::fromStdString(toJson(desk.request.request())), QString::fromStdString(before));
    QVERIFY(!desk.promptPanel.seedIsFixed());
  }

  void cancelLeavesItAsItIs() {
    EditDesk desk;
    QVERIFY(desk.start());
    desk.studio.runner()->pauseQueue();
    desk.type("what I was about to do");
    const auto id = desk.enqueue("stays");
    Q_EMIT desk.queuePanel.editRequested(id);
    desk.type("changed");
    desk.press("cancelEditButton");
    QCOMPARE(desk.run(0).request.clip.prompt, std::string("stays"));
    QCOMPARE(desk.prompt(), QString("what I was about to do"));
    QVERIFY(!desk.edit.isEditing());
  }

  void stepsAreNotDroppedWithoutAQuestion() {
    EditDesk desk;
    QVERIFY(desk.start());
    desk.studio.runner()->pauseQueue();
    const auto id = desk.enqueue("half done");
    QVERIFY(desk.pauseAfterThree(id));
    const auto folder = desk.run(0).request.options.runFolder;
    // Nothing is changed: nothing is asked.
    Q_EMIT desk.queuePanel.editRequested(id);
    desk.press("saveEditButton");
    QCOMPARE(desk.run(0).stepsDone, 3);
    // No: the edit goes on.
    Q_EMIT desk.queuePanel.editRequested(id);
    desk.type("changed");
    desk.answer(QMessageBox::RejectRole);
    desk.press("saveEditButton");
    QVERIFY(desk.asked);
    QVERIFY(desk.edit.isEditing());
    QCOMPARE(desk.run(0).stepsDone, 3);
    QCOMPARE(desk.run(0).request.clip.prompt, std::string("half done"));
    QCOMPARE(desk.run(0).request.options.runFolder, folder);
    desk.answer(QMessageBox::AcceptRole);
    desk.press("saveEditButton");
    QVERIFY(!desk.edit.isEditing());
    QCOMPARE(desk.run(0).stepsDone, 0);
    QCOMPARE(desk.run(0).request.clip.prompt, std::string("changed"));
  }

  void aRunBeingEditedDoesNotStart() {
    EditDesk desk;
    QVERIFY(desk.start());
    desk.studio.runner()->pauseQueue();
    const auto edited = desk.enqueue("edited"), other = desk.enqueue("other");
    Q_EMIT desk.queuePanel.editRequested(edited);
    QSignalSpy finished(desk.studio.runner(), &QueueRunner::runFinished);
    QSignalSpy idle(desk.studio.runner(), &QueueRunner::queueIdle);
    desk.studio.runner()->start();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(finished[0][0].value<RunRecord>().id, other);
    QTRY_VERIFY(idle.count() > 0);
    QCOMPARE(finished.count(), 1);
    desk.type("edited twice");
    desk.press("saveEditButton");
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(finished[1][0].value<RunRecord>().request.clip.prompt, std::string("edited twice"));
  }

  void aRunThatIsRemovedIsEditedNoMore() {
    EditDesk desk;
    QVERIFY(desk.start());
    desk.studio.runner()->pauseQueue();
    desk.type("before");
    const auto id = desk.enqueue("gone");
    Q_EMIT desk.queuePanel.editRequested(id);
    desk.studio.runner()->remove(id);
    QVERIFY(!desk.edit.isEditing());
    QVERIFY(desk.bar()->isHidden());
    QCOMPARE(desk.prompt(), QString("before"));
  }
};

QTEST_MAIN(TestEditPresenter)
#include "tst_edit_presenter.moc"
