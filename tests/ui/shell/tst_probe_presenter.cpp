// SPDX-License-Identifier: MIT
#include "shell/probe_presenter.h"

#include "desk.h"
#include "flowblend/deviation.h"
#include "flowblend/probe.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLabel>

using namespace fb;
using namespace fb::ui;

class TestProbePresenter : public QObject {
  Q_OBJECT
private:
  struct ProbeDesk : Desk {
    ProbePresenter probes{{&window, &studio, &settings, &pair, &request, &stages, &announcer}};

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

  void profilesGoToOtherMachinesAndBack() {
    const auto file = m_state->filePath("elsewhere/divergence.profile");
    QVERIFY(QDir().mkpath(m_state->filePath("elsewhere")));
    {
      ProbeDesk desk;
      QVERIFY(desk.startFarAway());
      desk.probes.exportProfile(file, false);
      QTRY_VERIFY2(desk.notice.text().contains("Nothing is kept"), qPrintable(desk.notice.text()));
      QVERIFY(!QFile::exists(file));
      QVERIFY(desk.run(probeRequest(desk.request.request())));
      QTRY_COMPARE(desk.kept(), std::size_t{1});
      desk.probes.exportProfile(file, false);
      QTRY_VERIFY2(desk.status.currentMessage().contains("1 measurement"), qPrintable(desk.status.currentMessage()));
      QVERIFY(QFile::exists(file));
      // Replaced only if that was agreed to.
      const auto size = QFileInfo(file).size();
      QFile mine(m_state->filePath("elsewhere/mine.txt"));
      QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("dear") == 4);
      mine.close();
      desk.probes.exportProfile(mine.fileName(), false);
      QTRY_VERIFY(desk.notice.text().contains("mine.txt"));
      QCOMPARE(QFileInfo(mine.fileName()).size(), 4);
      desk.probes.exportProfile(mine.fileName(), true);
      QTRY_COMPARE(QFileInfo(mine.fileName()).size(), size);
    }
    // Another user.
    const QTemporaryDir state;
    qputenv("XDG_STATE_HOME", state.path().toUtf8());
    ProbeDesk desk;
    QVERIFY(desk.startFarAway());
    QCOMPARE(desk.kept(), std::size_t{0});
    desk.probes.importProfile(file);
    QTRY_COMPARE(desk.kept(), std::size_t{1});
    QTRY_VERIFY(desk.isSuggested());
    // Of other settings, damaged, and gone.
    auto other = desk.request.request();
    other.sampling.guidance = 3;
    desk.request.takeOver(other);
    desk.probes.importProfile(file);
    QTRY_VERIFY2(desk.notice.text().contains("guidance"), qPrintable(desk.notice.text()));
    QCOMPARE(desk.kept(), std::size_t{0});
    const auto bad = m_state->filePath("elsewhere/bad.json");
    QFile damaged(bad);
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{") == 1);
    damaged.close();
    for (const auto& each : {bad, m_state->filePath("elsewhere/gone.json")}) {
      desk.probes.importProfile(each);
      QTRY_VERIFY2(desk.notice.text().contains(QFileInfo(each).fileName()), qPrintable(desk.notice.text()));
    }
  }

  void theDistanceThatIsShownIsRemembered() {
    ProbeDesk desk;
    QVERIFY(desk.start() && desk.settleAll());
    QVERIFY(desk.stages.divergenceKind() == DivergenceKind::RelativeL2);
    Q_EMIT desk.stages.divergenceKindChosen(DivergenceKind::ConditionalCosine);
    QVERIFY(desk.stages.divergenceKind() == DivergenceKind::ConditionalCosine);
    QCOMPARE(desk.settings.divergenceKind(), QString("conditional-cosine"));
    const ProbePresenter again{
        {&desk.window, &desk.studio, &desk.settings, &desk.pair, &desk.request, &desk.stages, &desk.announcer}};
    QVERIFY(desk.stages.divergenceKind() == DivergenceKind::ConditionalCosine);
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
    const auto tellsSameness = [&desk] {
      return desk.stages.findChild<QLabel*>("costWords")->text().contains("sameness about");
    };
    QTRY_VERIFY(tellsSameness());
    auto cached = desk.request.request();
    cached.sampling.cache = CacheRule::EasyCache;
    desk.request.takeOver(cached);
    QTRY_VERIFY(!tellsSameness());
    desk.request.takeOver(request);
    QTRY_VERIFY(tellsSameness());
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
