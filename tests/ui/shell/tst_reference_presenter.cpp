// SPDX-License-Identifier: MIT
#include "shell/reference_presenter.h"

#include "desk.h"
#include "viewer/clip_metrics.h"

#include <mutex>

using namespace fb;
using namespace fb::ui;

namespace {

// Its small model has a different picture, so that the clips of one seed differ by their stages.
class StagedEngine : public DeskEngine {
public:
  Outcome<RunResult> generate(const GenerationRequest& request, EventSink& sink, RunControl& control) override {
    {
      const std::lock_guard lock(m_mutex);
      m_smallSteps[request.options.runFolder] = request.sampling.schedule.smallSteps();
    }
    return DeskEngine::generate(request, sink, control);
  }
  Result<Clip> loadRunClip(const std::filesystem::path& folder) override {
    auto clip = DeskEngine::loadRunClip(folder);
    ++reads;
    const std::lock_guard lock(m_mutex);
    if (m_gone.contains(folder)) return Error{ErrorKind::NotFound, "its frames were removed"};
    const int smallSteps = m_smallSteps[folder];
    if (!clip || smallSteps == 0) return clip;
    for (auto& frame : clip.value().frames) {
      auto changed = *frame;
      for (std::size_t i = 0; i < changed.rgb.size(); i += 7)
        changed.rgb[i] = static_cast<std::uint8_t>(changed.rgb[i] / 2 + 9 * smallSteps);
      frame = std::make_shared<const Frame>(std::move(changed));
    }
    return clip;
  }
  void loseFrames(const std::filesystem::path& folder) {
    const std::lock_guard lock(m_mutex);
    m_gone.insert(folder);
  }
  std::atomic<int> reads = 0;

private:
  std::mutex m_mutex;
  std::map<std::filesystem::path, int> m_smallSteps;  // guarded by m_mutex
  std::set<std::filesystem::path> m_gone;             // guarded by m_mutex
};

struct ReferenceDesk : Desk {
  using Staged = std::shared_ptr<StagedEngine>;
  ReferenceDesk() : ReferenceDesk(std::make_shared<QTemporaryDir>(), std::make_shared<StagedEngine>()) {}
  // The next start.
  ReferenceDesk(const Place& before, const Staged& running) : Desk({}, before, running), staged(running) {}

  GenerationRequest asked(SchedulePreset preset, const char* prompt = "a star", quint64 seed = 5) {
    auto asking = defaultRequest(FakeEngine::testPair());
    asking.clip.prompt = prompt;
    asking.sampling.seed = seed;
    asking.sampling.schedule = StageSchedule::fromPreset(preset, asking.sampling.schedule.steps);
    return asking;
  }
  RunId make(const GenerationRequest& asking) {
    QSignalSpy finished(studio.runner(), &QueueRunner::runFinished);
    const auto id = studio.runner()->enqueue(asking);
    if (studio.runner()->isHeld()) studio.runner()->start();
    return QTest::qWaitFor([&] { return finished.count() > 0; }) ? id : 0;
  }
  std::optional<double> ssimOf(RunId id) {
    return studio.history()->summary(studio.history()->row(id)).ssimToReference;
  }
  // As the comparison measures it.
  double measured(RunId made, RunId reference) {
    const auto a = staged->loadRunClip(folderOf(made)), b = staged->loadRunClip(folderOf(reference));
    return meanSimilarity(measureSimilarity(a.value(), b.value())).ssim;
  }
  QString words(RunId id) {
    const auto* history = studio.history();
    return history->index(history->row(id)).data(HistoryModel::WordsRole).toString();
  }
  // Everything that could be asked has been.
  bool isQuiet() {
    for (int turn = 0; turn < 4; ++turn)
      if (!settleAll()) return false;
    return true;
  }

  const Staged staged;
};

}  // namespace

class TestReferencePresenter : public QObject {
  Q_OBJECT
private Q_SLOTS:
  // Whichever is finished first.
  void aClipIsMeasuredAgainstItsReference_data() {
    QTest::addColumn<bool>("isReferenceFirst");
    QTest::newRow("the reference first") << true;
    QTest::newRow("the clip first") << false;
  }
  void aClipIsMeasuredAgainstItsReference() {
    QFETCH(bool, isReferenceFirst);
    ReferenceDesk desk;
    const ReferencePresenter presenter(&desk.studio);
    QVERIFY(desk.start());
    RunId clip = 0, small = 0, reference = 0;
    if (isReferenceFirst) reference = desk.make(desk.asked(SchedulePreset::LLL));
    clip = desk.make(desk.asked(SchedulePreset::LSL));
    small = desk.make(desk.asked(SchedulePreset::SSS));
    if (!isReferenceFirst) {
      QVERIFY(desk.isQuiet());
      QVERIFY(!desk.ssimOf(clip));
      QVERIFY2(desk.words(clip).startsWith("LSL"), qPrintable(desk.words(clip)));
      reference = desk.make(desk.asked(SchedulePreset::LLL));
    }
    QTRY_VERIFY(desk.ssimOf(clip) && desk.ssimOf(small));
    QCOMPARE(*desk.ssimOf(clip), desk.measured(clip, reference));
    QCOMPARE(*desk.ssimOf(small), desk.measured(small, reference));
    QVERIFY(*desk.ssimOf(small) < *desk.ssimOf(clip) && *desk.ssimOf(clip) < 1);
    QVERIFY(!desk.ssimOf(reference));
    const auto start = QStringLiteral("SSIM to LLL %1 · LSL").arg(QLocale().toString(*desk.ssimOf(clip), 'f', 3));
    QVERIFY2(desk.words(clip).startsWith(start), qPrintable(desk.words(clip)));
  }

  void othersAreNotMeasuredAgainstIt() {
    ReferenceDesk desk;
    const ReferencePresenter presenter(&desk.studio);
    QVERIFY(desk.start());
    QVERIFY(desk.make(desk.asked(SchedulePreset::LLL)) > 0);
    auto otherGuidance = desk.asked(SchedulePreset::LSL);
    otherGuidance.sampling.guidance += 1;
    std::vector<RunId> others;
    others.push_back(desk.make(desk.asked(SchedulePreset::LSL, "a star", 6)));
    others.push_back(desk.make(desk.asked(SchedulePreset::LSL, "a ring")));
    others.push_back(desk.make(otherGuidance));
    QVERIFY(desk.isQuiet());
    for (const auto other : others) QVERIFY(!desk.ssimOf(other));
    QCOMPARE(desk.staged->reads.load(), 0);
  }

  // Its first steps are those of another run, whatever its boundaries say.
  // What decides about the middle stage says nothing of a clip without one.
  void aGuardedClipHasTheReferenceOfOthers() {
    ReferenceDesk desk;
    const ReferencePresenter presenter(&desk.studio);
    QVERIFY(desk.start());
    const auto reference = desk.make(desk.asked(SchedulePreset::LLL));
    for (const auto rule : {GuardRule::Verify, GuardRule::OneWay}) {
      auto asking = desk.asked(SchedulePreset::LSL);
      asking.sampling.guard = rule;
      asking.sampling.guardBound = 0.5;
      asking.sampling.guardEvery = 3;
      asking.sampling.guardChange = 0.05;
      const auto clip = desk.make(asking);
      QTRY_VERIFY(desk.ssimOf(clip));
      QCOMPARE(*desk.ssimOf(clip), desk.measured(clip, reference));
    }
  }

  void aBranchIsNoReference() {
    ReferenceDesk desk;
    const ReferencePresenter presenter(&desk.studio);
    QVERIFY(desk.start());
    const auto clip = desk.make(desk.asked(SchedulePreset::SSS));
    auto branch = desk.asked(SchedulePreset::LLL);
    branch.options.branchFrom = desk.folderOf(clip);
    branch.options.branchAt = 4;
    const auto branched = desk.make(branch);
    QVERIFY(branched > 0);
    QVERIFY(desk.isQuiet());
    QVERIFY(!desk.ssimOf(clip));
    QVERIFY2(desk.words(branched).startsWith("LLL"), qPrintable(desk.words(branched)));
  }

  // From before there was such a measure, or made while the program ended; and what is measured is not measured again.
  void olderClipsAreMeasuredOnceWhenNothingRuns() {
    const auto place = std::make_shared<QTemporaryDir>();
    const auto engine = std::make_shared<StagedEngine>();
    RunId clip = 0, reference = 0, gone = 0;
    {
      ReferenceDesk desk(place, engine);
      QVERIFY(desk.start());
      reference = desk.make(desk.asked(SchedulePreset::LLL));
      clip = desk.make(desk.asked(SchedulePreset::LSL));
      gone = desk.make(desk.asked(SchedulePreset::SSS));
      engine->loseFrames(desk.folderOf(gone));
    }
    double ssim = 0;
    {
      ReferenceDesk desk(place, engine);
      const ReferencePresenter presenter(&desk.studio);
      QVERIFY(desk.start());
      QTRY_VERIFY(desk.studio.history()->isWhole());
      QTRY_VERIFY(desk.ssimOf(clip));
      ssim = *desk.ssimOf(clip);
      QCOMPARE(ssim, desk.measured(clip, reference));
      QVERIFY(desk.isQuiet());
      QVERIFY(!desk.ssimOf(gone));
    }
    ReferenceDesk desk(place, engine);
    const int reads = engine->reads;
    const ReferencePresenter presenter(&desk.studio);
    QVERIFY(desk.start());
    QTRY_VERIFY(desk.studio.history()->isWhole());
    QVERIFY(desk.isQuiet());
    QCOMPARE(*desk.ssimOf(clip), ssim);
    QVERIFY2(desk.words(clip).startsWith("SSIM"), qPrintable(desk.words(clip)));
    // Those of the clip whose frames are gone, and of its reference.
    QCOMPARE(engine->reads - reads, 2);
  }

  void aRunningClipComesFirst() {
    const auto place = std::make_shared<QTemporaryDir>();
    const auto engine = std::make_shared<StagedEngine>();
    RunId clip = 0;
    {
      ReferenceDesk desk(place, engine);
      QVERIFY(desk.start());
      QVERIFY(desk.make(desk.asked(SchedulePreset::LLL)) > 0);
      clip = desk.make(desk.asked(SchedulePreset::LSL));
    }
    ReferenceDesk desk(place, engine);
    engine->steps.close();
    QVERIFY(desk.start());
    QTRY_VERIFY(desk.studio.history()->isWhole());
    const ReferencePresenter presenter(&desk.studio);
    const auto running = desk.studio.runner()->enqueue(desk.asked(SchedulePreset::LSL, "a ring"));
    if (desk.studio.runner()->isHeld()) desk.studio.runner()->start();
    QTRY_COMPARE(desk.studio.runner()->runningRun(), std::optional(running));
    Q_EMIT desk.studio.history()->loaded();
    bool hasAnswered = false;
    desk.studio.host()->ask(
        &desk.studio, [](Engine&) { return 0; }, [&](int) { hasAnswered = true; });
    QTRY_VERIFY(hasAnswered);
    QVERIFY(!desk.ssimOf(clip));
    engine->steps.open();
    QTRY_VERIFY(desk.ssimOf(clip));
  }

  // The program ends, or the clip goes, while it is being read.
  void whatIsGoneMeanwhileIsLeftAlone() {
    auto desk = std::make_unique<ReferenceDesk>();
    auto presenter = std::make_unique<ReferencePresenter>(&desk->studio);
    QVERIFY(desk->start());
    const auto clip = desk->make(desk->asked(SchedulePreset::LSL));
    desk->staged->hold(desk->folderOf(clip));
    const auto reference = desk->make(desk->asked(SchedulePreset::LLL));
    const auto held = desk->folderOf(clip);
    desk->studio.deleteRuns({clip});
    desk->staged->release(held);
    QVERIFY(desk->isQuiet());
    QVERIFY(desk->studio.history()->row(clip) < 0);
    const auto other = desk->make(desk->asked(SchedulePreset::LSS));
    QTRY_VERIFY(desk->ssimOf(other));
    QCOMPARE(*desk->ssimOf(other), desk->measured(other, reference));
    desk->staged->hold(desk->folderOf(reference));
    QVERIFY(desk->make(desk->asked(SchedulePreset::SLL)) > 0);
    QCoreApplication::processEvents();  // it is asked
    presenter.reset();
    desk->staged->releaseAll();
    QVERIFY(desk->settleAll());
  }
};

QTEST_MAIN(TestReferencePresenter)
#include "tst_reference_presenter.moc"
