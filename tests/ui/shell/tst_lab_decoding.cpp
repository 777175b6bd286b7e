// SPDX-License-Identifier: MIT
// What the Studio shows while a sweep decodes its clips after their steps.
#include "lab/lab_window.h"
#include "lab/sweep_runner.h"
#include "studio_fixture.h"
#include "sweep_engine.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <cmath>

using namespace fb;
using namespace fb::ui;

class TestLabDecoding : public QObject, StudioFixture {
  Q_OBJECT
private Q_SLOTS:
  void itsBarGoesOnWhileClipsAreDecodedLater() {
    auto engine = std::make_shared<SweepEngine>();
    engine->decodesAlone = true;
    open([engine](Error&) { return engine; });
    m_settings->setRunsFolder(m_folder->filePath("runs"));
    QTRY_VERIFY(find<QAction>("generateAction")->isEnabled());
    QTRY_VERIFY(isKept());
    find<QAction>("findBoundariesAction")->trigger();
    auto* lab = m_window->findChild<LabWindow*>();
    QVERIFY(lab);
    lab->findChild<QLineEdit*>("sweepEarly")->setText("20, 40");
    lab->findChild<QLineEdit*>("sweepLate")->setText("0");
    auto* start = lab->findChild<QPushButton*>("sweepStart");
    QTRY_VERIFY(start->isEnabled());
    engine->decoding.close();
    QSignalSpy finished(m_studio->sweeps(), &SweepRunner::finished);
    start->click();

    // All five are sampled; the first one is being decoded.
    const auto& progress = m_studio->sweeps()->progress();
    QTRY_VERIFY(engine->decoding.isHolding() && progress.isDecoding);
    QCOMPARE(std::ranges::count(engine->calls(), "sample"), 5);
    QCOMPARE(progress.clip, 0);
    QCOMPARE(progress.clips, 5);
    QVERIFY(progress.secondsLeft);
    auto* bar = lab->findChild<QProgressBar*>();
    const auto* state = lab->findChild<QLabel*>("sweepState");
    QVERIFY2(state->text().startsWith("Clip 1 of 5 · decoding"), qPrintable(state->text()));
    double before = progress.done;
    QVERIFY(before > 0 && before < 1);
    // Each quarter of a clip and each clip counts.
    for (int quarter = 1; quarter <= 8; ++quarter) {
      engine->decoding.letPass();
      QTRY_VERIFY(progress.done > before);
      before = progress.done;
    }
    QTRY_COMPARE(progress.clip, 2);
    QVERIFY2(state->text().startsWith("Clip 3 of 5 · decoding"), qPrintable(state->text()));
    QCOMPARE(bar->value(), static_cast<int>(std::lround(progress.done * bar->maximum())));
    QVERIFY(progress.done < 1);
    engine->decoding.open();
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(progress.done, 1.);
    leave();
  }
};

QTEST_MAIN(TestLabDecoding)
#include "tst_lab_decoding.moc"
