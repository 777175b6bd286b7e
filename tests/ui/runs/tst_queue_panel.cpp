// SPDX-License-Identifier: MIT
#include "queue_fixture.h"
#include "runs/queue_panel.h"
#include "text/durations.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QToolButton>
#include <QtTest>

using namespace fb;
using namespace fb::ui;

class TestQueuePanel : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
  void cleanupTestCase() { m_theme.reset(); }
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_engine = std::make_shared<FakeEngine>();
    m_fixture = std::make_unique<QueueFixture>(m_engine, m_dir->path());
    m_queue = &m_fixture->queue;
    m_runner = &m_fixture->runner;
    QTRY_VERIFY(m_fixture->host.engine());
    m_panel = std::make_unique<QueuePanel>(m_theme.get(), m_queue, m_runner);
    m_panel->resize(320, 480);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
  }
  void cleanup() {
    m_panel.reset();
    m_fixture.reset();
  }

  void anEmptyQueueSaysWhatComesHere() {
    QVERIFY(find<QLabel>("queueEmpty")->isVisible());
    QVERIFY(!list()->isVisible());
    hold({"one"});
    QVERIFY(!find<QLabel>("queueEmpty")->isVisible());
    QVERIFY(list()->isVisible());
  }

  void stateWordsTellPhaseStepModelAndTime() {
    QueueModel queue;
    RunRecord run;
    run.id = 1;
    run.state = RunState::Running;
    run.request.sampling.schedule.steps = 30;
    queue.add(run);
    queue.setPhase(1, Phase::Sampling);
    StepReport step;
    step.step = 15;
    step.steps = 30;
    step.model = Model::Small;
    step.secondsLeft = 14;
    queue.addStep(1, step);
    const auto words = QueuePanel::stateWords(queue.index(0));
    QVERIFY2(words.startsWith("0:14 left · sampling · step 17 of 30 · small"), qPrintable(words));
    // Which model takes a step of this stage is decided by its guard.
    run.request.sampling.guard = GuardRule::Verify;
    queue.setRecord(run);
    queue.addStep(1, step);
    QCOMPARE(QueuePanel::stateWords(queue.index(0)), "0:14 left · sampling · step 17 of 30");
    step.step = 25;
    queue.addStep(1, step);
    QVERIFY(QueuePanel::stateWords(queue.index(0)).endsWith("step 27 of 30 · large"));
    run.state = RunState::Paused;
    run.stepsDone = 9;
    queue.setRecord(run);
    QVERIFY(QueuePanel::stateWords(queue.index(0)).contains("step 9 of 30"));
    run.state = RunState::Failed;
    run.problem = "the device has too little memory";
    queue.setRecord(run);
    QCOMPARE(QueuePanel::stateWords(queue.index(0)), "the device has too little memory");
  }

  void keysMoveAndRemove() {
    const auto ids = hold({"one", "two", "three"});
    select(0);
    QVERIFY(find<QToolButton>("moveDownButton")->isEnabled());
    QTest::keyClick(list(), Qt::Key_Down, Qt::ControlModifier);
    QCOMPARE(m_queue->order(), (std::vector<RunId>{ids[1], ids[0], ids[2]}));
    QTest::keyClick(list(), Qt::Key_Up, Qt::ControlModifier);
    QCOMPARE(m_queue->order(), ids);
    QTest::keyClick(list(), Qt::Key_Up, Qt::ControlModifier);  // nothing above the first
    QCOMPARE(m_queue->order(), ids);
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(m_queue->order(), (std::vector<RunId>{ids[1], ids[2]}));
  }

  void theButtonsActWithoutAClickOnTheRun() {
    const auto ids = hold({"one", "two"});
    QCOMPARE(list()->currentIndex().row(), 0);
    auto* toggle = find<QToolButton>("pauseRunButton");
    QVERIFY(toggle->isEnabled());
    QTest::mouseClick(toggle, Qt::LeftButton);
    QCOMPARE(m_queue->find(ids[0])->state, RunState::Paused);
    QVERIFY(list()->accessibleDescription().contains("paused"));
    QTest::mouseClick(find<QToolButton>("removeRunButton"), Qt::LeftButton);
    QCOMPARE(m_queue->order(), std::vector<RunId>{ids[1]});
    QCOMPARE(list()->currentIndex().row(), 0);
  }

  void theFooterTellsPausedRunsFromOthers() {
    const auto ids = hold({"one", "two", "three"});
    auto* footer = find<QLabel>("queueFooter");
    QVERIFY2(footer->text().startsWith(runCount(3) + " ·"), qPrintable(footer->text()));
    m_runner->pause(ids[0]);
    QVERIFY2(footer->text().startsWith(runCount(2) + ", 1 paused ·"), qPrintable(footer->text()));
    auto failed = *m_queue->find(ids[1]);
    failed.state = RunState::Failed;
    m_queue->setRecord(failed);
    QVERIFY2(footer->text().startsWith(runCount(1) + ", 1 paused, 1 failed ·"), qPrintable(footer->text()));
    m_runner->remove(ids[2]);
    QVERIFY2(footer->text().startsWith("1 paused, 1 failed ·"), qPrintable(footer->text()));
  }

  void theButtonsFollowTheKeyboard() {
    const auto ids = hold({"one", "two"});
    m_runner->pause(ids[0]);
    select(0);
    auto* toggle = find<QToolButton>("pauseRunButton");
    QVERIFY(toggle->toolTip().contains("Resume"));
    QTest::keyClick(list(), Qt::Key_Down);
    QVERIFY(toggle->toolTip().contains("Pause"));
  }

  void aRunIsPausedAndGoesOn() {
    m_engine->steps.close(2);
    QSignalSpy finished(m_runner, &QueueRunner::runFinished);
    const auto id = m_runner->enqueue(request("one"));
    m_runner->start();
    QVERIFY(m_fixture->runsAt(id, 2));
    select(0);
    QTest::mouseClick(find<QToolButton>("pauseRunButton"), Qt::LeftButton);
    QTRY_COMPARE(m_queue->count(RunState::Paused), 1);
    m_engine->steps.open();
    QTest::mouseClick(find<QToolButton>("pauseRunButton"), Qt::LeftButton);
    QTRY_COMPARE(finished.count(), 1);
    QTRY_VERIFY(find<QLabel>("queueEmpty")->isVisible());
  }

  void theMenuEditsAndDuplicates() {
    const auto ids = hold({"one", "two"});
    QSignalSpy edit(m_panel.get(), &QueuePanel::editRequested);
    select(1);
    pick("Edit");
    QCOMPARE(edit.count(), 1);
    QCOMPARE(edit[0][0].value<RunId>(), ids[1]);
    pick("Duplicate");
    QCOMPARE(m_queue->rowCount(), 3);
    QCOMPARE(m_queue->index(2).data(QueueModel::PromptRole).toString(), "two");
  }

  void aDoubleClickEdits() {
    const auto ids = hold({"one", "two"});
    QSignalSpy edit(m_panel.get(), &QueuePanel::editRequested);
    const auto at = [this](int row) { return list()->visualRect(m_queue->index(row)).center(); };
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, Qt::NoModifier, at(1));
    QTest::mouseDClick(list()->viewport(), Qt::LeftButton, Qt::NoModifier, at(1));
    QCOMPARE(edit.count(), 1);
    QCOMPARE(edit[0][0].value<RunId>(), ids[1]);
    // Not the running one.
    m_engine->steps.close(2);
    m_runner->start();
    QVERIFY(m_fixture->runsAt(ids[0], 2));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, Qt::NoModifier, at(0));
    QTest::mouseDClick(list()->viewport(), Qt::LeftButton, Qt::NoModifier, at(0));
    QCOMPARE(edit.count(), 1);
    m_engine->steps.open();
    QTRY_COMPARE(m_engine->finishedRuns.load(), 2);
  }

  void theFooterCountsTheRuns() {
    hold({"one", "two"});
    auto* footer = find<QLabel>("queueFooter");
    QVERIFY(footer->text().startsWith("2 run"));
    QVERIFY(footer->text().contains("queue paused"));
    QTest::mouseClick(find<QToolButton>("holdQueueButton"), Qt::LeftButton);
    QVERIFY(!m_runner->isHeld());
    QVERIFY(!footer->text().contains("paused"));
    QTRY_COMPARE(m_engine->finishedRuns.load(), 2);
  }

private:
  static GenerationRequest request(const char* prompt) {
    GenerationRequest request;
    request.clip.prompt = prompt;
    request.clip.width = request.clip.height = 64;
    request.clip.frames = 9;
    request.sampling.schedule.steps = 10;
    return request;
  }
  std::vector<RunId> hold(std::initializer_list<const char*> prompts) {
    m_runner->pauseQueue();
    std::vector<RunId> ids;
    for (const auto* prompt : prompts) ids.push_back(m_runner->enqueue(request(prompt)));
    return ids;
  }
  void select(int row) {
    list()->setFocus();
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(m_queue->index(row)).center());
    QCOMPARE(list()->currentIndex().row(), row);
  }
  // Opens the context menu of the selected row and triggers the entry of that text.
  void pick(const QString& text) {
    bool picked = false;
    QTimer::singleShot(0, this, [&] {
      auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
      if (!menu) return;
      for (auto* action : menu->actions())
        if (action->text().remove(QLatin1Char('&')) == text) {
          menu->setActiveAction(action);
          QTest::keyClick(menu, Qt::Key_Return);
          picked = true;
          return;
        }
      menu->close();
    });
    Q_EMIT list()->customContextMenuRequested(list()->visualRect(list()->currentIndex()).center());
    QVERIFY(picked);
  }
  QListView* list() const { return find<QListView>("queueList"); }
  template <class T>
  T* find(const char* name) const {
    auto* found = m_panel->findChild<T*>(QLatin1String(name));
    if (!found) qFatal("no %s", name);
    return found;
  }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::shared_ptr<FakeEngine> m_engine;
  std::unique_ptr<QueueFixture> m_fixture;
  QueueModel* m_queue = nullptr;
  QueueRunner* m_runner = nullptr;
  std::unique_ptr<QueuePanel> m_panel;
};

QTEST_MAIN(TestQueuePanel)
#include "tst_queue_panel.moc"
