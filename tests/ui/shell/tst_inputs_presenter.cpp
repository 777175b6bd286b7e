// SPDX-License-Identifier: MIT
#include "shell/inputs_presenter.h"

#include "desk.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

#include <algorithm>

using namespace fb;
using namespace fb::ui;

namespace {

const ChangedInput kOtherLarge{"large", "/models/large.safetensors", false};
const ChangedInput kMissingVae{"vae", "/models/vae.safetensors", true};
const ChangedInput kMissingImage{"image", "/images/first.png", true};

struct InputsDesk : Desk {
  InputsPresenter inputs{{&window, &studio, &announcer}};
  QSignalSpy steps{studio.runner(), &QueueRunner::stepFinished};
  QSignalSpy paused{studio.runner(), &QueueRunner::runPaused};
  QSignalSpy refused{studio.runner(), &QueueRunner::inputsChanged};
  QSignalSpy failed{studio.runner(), &QueueRunner::runFailed};
  QSignalSpy finished{studio.runner(), &QueueRunner::runFinished};
  RunId run = 0;

  // Continues a run that was stopped after two steps and whose files have changed; it is refused.
  bool refuse(const std::vector<ChangedInput>& changes) {
    if (!start()) return false;
    engine->steps.close(2);
    run = studio.runner()->enqueue(defaultRequest(FakeEngine::testPair()));
    if (!QTest::qWaitFor([this] { return steps.count() == 2 && engine->steps.isHolding(); })) return false;
    studio.runner()->stop(run);
    if (!QTest::qWaitFor([this] { return paused.count() == 1; })) return false;
    engine->steps.open();
    engine->changeInputs(studio.queue()->find(run)->request.options.runFolder, changes, folder.path().toStdString());
    studio.runner()->resume(run);
    return QTest::qWaitFor([this] { return refused.count() == 1 && failed.isEmpty(); });
  }
  QString way(const char* button) {
    auto* found = notice.findChild<QPushButton*>(QLatin1String(button));
    return found->isHidden() ? QString() : found->text();
  }
  void take(const char* button) { notice.findChild<QPushButton*>(QLatin1String(button))->click(); }
  // Acts as soon as a dialog of that type is shown; the dialog runs its own event loop.
  template <class Dialog>
  void onceAsked(const std::function<void(Dialog&)>& act) {
    auto* looking = new QTimer(&window);
    QObject::connect(looking, &QTimer::timeout, &window, [this, looking, act] {
      auto* dialog = window.findChild<Dialog*>();
      if (!dialog || !dialog->isVisible()) return;
      looking->stop();
      looking->deleteLater();
      act(*dialog);
    });
    looking->start(0);
  }
  void answer(QMessageBox::ButtonRole role) {
    onceAsked<QMessageBox>([this, role](QMessageBox& box) {
      asked = box.text();
      for (auto* button : box.buttons())
        if (box.buttonRole(button) == role) return button->click();
      qFatal("no button of that role");
    });
  }
  // An empty path cancels the dialog.
  void choose(const QString& where) {
    onceAsked<QFileDialog>([where](QFileDialog& dialog) {
      if (!where.isEmpty()) dialog.setDirectory(where);
      QMetaObject::invokeMethod(&dialog, where.isEmpty() ? "reject" : "accept");
    });
  }
  bool called(const char* call) { return std::ranges::count(engine->calls(), call) > 0; }

  QString asked;
};

}  // namespace

class TestInputsPresenter : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void tellsWhatDiffersWithoutCommands() {
    InputsDesk desk;
    QVERIFY(desk.refuse({kOtherLarge}));
    for (const auto& told : {desk.notice.text(), desk.studio.queue()->find(desk.run)->problem}) {
      QVERIFY2(told.contains("large model (/models/large.safetensors)"), qPrintable(told));
      QVERIFY2(!told.contains("flowblend"), qPrintable(told));
    }
    QVERIFY(desk.studio.queue()->find(desk.run)->state == RunState::Failed);
    QCOMPARE(desk.way("noticeAction"), QString("Continue with the current files"));
    QCOMPARE(desk.way("noticeSecondAction"), QString("Locate models…"));
    QCOMPARE(desk.studio.queue()->find(desk.run)->stepsDone, 2);
  }

  void continuesWithTheCurrentFilesOnceThatIsConfirmed() {
    InputsDesk desk;
    QVERIFY(desk.refuse({kOtherLarge}));
    desk.answer(QMessageBox::RejectRole);
    desk.take("noticeAction");
    QVERIFY2(desk.asked.contains("large model (/models/large.safetensors)"), qPrintable(desk.asked));
    QVERIFY(desk.settle());
    QVERIFY(!desk.called("accept"));
    // The actions are still offered.
    desk.answer(QMessageBox::AcceptRole);
    desk.take("noticeAction");
    QTRY_COMPARE(desk.finished.count(), 1);
    QVERIFY(desk.called("accept"));
    QCOMPARE(desk.finished[0][0].value<RunRecord>().id, desk.run);
    QVERIFY(desk.notice.text().isEmpty());
  }

  void whatIsMissingCanOnlyBeLocated() {
    InputsDesk desk;
    QVERIFY(desk.refuse({kOtherLarge, kMissingVae}));
    QVERIFY2(desk.notice.text().contains("VAE (/models/vae.safetensors)"), qPrintable(desk.notice.text()));
    QCOMPARE(desk.way("noticeAction"), QString("Locate models…"));
    QCOMPARE(desk.way("noticeSecondAction"), QString());
  }

  void locatesModels() {
    InputsDesk desk;
    QVERIFY(desk.refuse({kMissingVae}));
    desk.choose({});
    desk.take("noticeAction");
    QVERIFY(!desk.called("relocate"));
    // The models are not in this folder.
    desk.choose("/");
    desk.take("noticeAction");
    QTRY_VERIFY2(desk.notice.text().contains("Nothing with the content"), qPrintable(desk.notice.text()));
    desk.notice.findChild<QPushButton*>("noticeClose")->click();
    desk.choose(desk.folder.path());
    desk.take("noticeAction");
    QTRY_COMPARE(desk.finished.count(), 1);
    QVERIFY(!desk.called("accept"));
  }

  void anImageIsToBePutBack() {
    InputsDesk desk;
    QVERIFY(desk.refuse({kMissingImage}));
    QVERIFY2(desk.notice.text().contains("/images/first.png"), qPrintable(desk.notice.text()));
    QCOMPARE(desk.way("noticeAction"), QString());
    desk.engine->changeInputs(desk.studio.queue()->find(desk.run)->request.options.runFolder, {});
    desk.studio.runner()->resume(desk.run);
    QTRY_COMPARE(desk.finished.count(), 1);
  }

  void aRunThatIsGoneIsBoundToNothing() {
    InputsDesk desk;
    QVERIFY(desk.refuse({kOtherLarge}));
    desk.studio.runner()->remove(desk.run);
    desk.answer(QMessageBox::AcceptRole);
    desk.take("noticeAction");
    QVERIFY(desk.settle());
    QVERIFY(!desk.called("accept"));
  }

  void anotherFailureIsToldAsBefore() {
    InputsDesk desk;
    QVERIFY(desk.refuse({kOtherLarge}));
    desk.engine->changeInputs(desk.studio.queue()->find(desk.run)->request.options.runFolder, {});
    desk.engine->failAtStep = 3;
    desk.studio.runner()->resume(desk.run);
    QTRY_COMPARE(desk.failed.count(), 1);
    QCOMPARE(desk.refused.count(), 1);
  }
};

QTEST_MAIN(TestInputsPresenter)
#include "tst_inputs_presenter.moc"
