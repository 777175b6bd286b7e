// SPDX-License-Identifier: MIT
#include "shell/probe_presenter.h"

#include "desk.h"
#include "flowblend/deviation.h"
#include "flowblend/probe.h"

#include <QDirIterator>
#include <QLabel>

using namespace fb;
using namespace fb::ui;

class TestProbePresenter : public QObject {
  Q_OBJECT
private:
  struct ProbeDesk : Desk {
    ProbePresenter probes{{&studio, &settings, &pair, &request, &stages, &announcer}};

    // No suggestion is the same as these boundaries.
    bool startFarAway() {
      if (!start() || !settleAll()) return false;
      stages.setSchedule({.9, 0, 10, 0});
      return true;
    }
    bool run(const GenerationRequest& asked) {
      QSignalSpy finished(studio.runner(), &QueueRunner::runFinished);
      studio.runner()->enqueue(asked, RunKind::Probe, "probe");
      return QTest::qWaitFor([&] { return finished.count() == 1; });
    }
    std::size_t kept() { return storedProbe(*engine, request.request()).value().cells.size(); }
    bool isSuggested() { return !stages.findChild<QWidget*>("suggestionLine")->isHidden(); }
    QString suggestion() { return stages.findChild<QLabel*>("suggestionText")->text(); }
  };
  std::unique_ptr<QTemporaryDir> m_state;

  QString onlyFile() const {
    QDirIterator files(m_state->path(), {"*.json"}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
  }

private Q_SLOTS:
  void init() {
    m_state = std::make_unique<QTemporaryDir>();
    qputenv("XDG_STATE_HOME", m_state->path().toUtf8());
  }

  void whatWasProbedIsFoundAtTheNextStart() {
    {
      ProbeDesk desk;
      QVERIFY(desk.startFarAway());
      QVERIFY(!desk.isSuggested());
      QVERIFY(desk.run(probeRequest(desk.request.request())));
      QTRY_COMPARE(desk.kept(), std::size_t{1});
      QTRY_VERIFY(desk.isSuggested());
    }
    ProbeDesk desk;
    QVERIFY(desk.startFarAway());
    QTRY_VERIFY(desk.isSuggested());
    QVERIFY(desk.suggestion().contains("Suggested"));
  }

  void otherSettingsHaveProfilesOfTheirOwn() {
    ProbeDesk desk;
    QVERIFY(desk.startFarAway());
    const auto first = desk.request.request();
    QVERIFY(desk.run(probeRequest(first)));
    QTRY_COMPARE(desk.kept(), std::size_t{1});
    QTRY_VERIFY(desk.isSuggested());
    auto other = first;
    other.sampling.guidance = 3;
    desk.request.takeOver(other);
    QTRY_VERIFY(!desk.isSuggested());
    desk.request.takeOver(first);
    QTRY_VERIFY(desk.isSuggested());
  }

  void aProbeOfABlendedTrajectoryIsNotKept() {
    ProbeDesk desk;
    QVERIFY(desk.startFarAway());
    auto blended = desk.request.request();
    blended.sampling.schedule = {.4, .2, 10, 0};
    QVERIFY(desk.run(blended));
    QVERIFY(desk.settleAll());
    QCOMPARE(desk.kept(), std::size_t{0});
    QCOMPARE(onlyFile(), QString());
  }

  void aDamagedFileIsToldByNameAndStays() {
    {
      ProbeDesk desk;
      QVERIFY(desk.startFarAway());
      QVERIFY(desk.run(probeRequest(desk.request.request())));
      QTRY_COMPARE(desk.kept(), std::size_t{1});
      QVERIFY(desk.settleAll());
    }
    QFile file(onlyFile());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
    file.close();
    ProbeDesk desk;
    QVERIFY(desk.startFarAway());
    QTRY_VERIFY(desk.notice.text().contains(QFileInfo(file).fileName()));
    QVERIFY(!desk.isSuggested());
    QCOMPARE(file.size(), 1);
  }

  void itPredictsByWhatASweepHasShown() {
    ProbeDesk desk;
    QVERIFY(desk.startFarAway());
    const auto request = desk.request.request();
    DeviationFit fit;
    fit.pair = desk.engine->pairIdentity(request).value();
    fit.settings = probeSettings(request);
    fit.scale = 5;
    fit.exponent = 1;
    fit.lateRate = 1;
    fit.spread = .1;
    fit.maxEarly = 1;
    fit.maxLate = .5;
    fit.prompts = 3;
    fit.points = 30;
    QVERIFY(keepDeviation(fit));
    QVERIFY(desk.run(probeRequest(request)));
    QTRY_VERIFY(desk.isSuggested() && desk.suggestion().contains("predicted sameness"));
    const auto asked90 = desk.suggestion();
    auto choices = desk.settings.labChoices("Test pair");
    choices.sameness = .3;
    desk.settings.setLabChoices("Test pair", choices);
    desk.probes.refresh();
    QTRY_VERIFY(desk.suggestion() != asked90);
    QVERIFY(desk.suggestion().contains("predicted sameness"));
  }
};

QTEST_MAIN(TestProbePresenter)
#include "tst_probe_presenter.moc"
