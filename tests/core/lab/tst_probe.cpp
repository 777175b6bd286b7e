// SPDX-License-Identifier: MIT
// Divergence profiles: measured, kept, found again, exported, imported; and what is refused.
#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/json.h"
#include "flowblend/probe.h"
#include "flowblend/sweep.h"
#include "lab/probe_store.h"

#include "../engine/engine_cases.h"

#include <algorithm>
#include <functional>

namespace fb {
namespace {

namespace fs = std::filesystem;

ProbeCell cellOf(const std::string& prompt, std::uint64_t seed, std::vector<double> l2) {
  ProbeCell cell{prompt, seed, {}, {}, {}};
  const auto steps = static_cast<double>(l2.size());
  for (std::size_t i = 0; i < l2.size(); ++i) {
    cell.sigmas.push_back(1 - static_cast<double>(i) / steps);
    cell.guided.push_back({l2[i], l2[i] / 4});
    cell.conditional.push_back({l2[i] / 2, l2[i] / 8});
  }
  return cell;
}

ProbeProfile sampleProfile() {
  return {"0123", "A pair", {{"steps", "3"}, {"width", "64"}}, {cellOf("a cat", 1, {.5, .25, .75})}};
}

TEST(Profile, HasTheMedianAndTheRangeOfItsCells) {
  ProbeProfile profile = sampleProfile();
  profile.cells = {cellOf("a", 1, {.1, 1}), cellOf("b", 1, {.3, 1}), cellOf("c", 1, {.2, 1})};
  const auto band = bandOf(profile, DivergenceKind::RelativeL2);
  EXPECT_EQ(band.cells, 3u);
  EXPECT_EQ(band.sigmas, (std::vector{1., .5}));
  EXPECT_NEAR(band.median[0], .2, 1e-12);
  EXPECT_NEAR(band.low[0], .12, 1e-12) << "a fifth of the way from the first to the second";
  EXPECT_NEAR(band.high[0], .28, 1e-12);
  EXPECT_EQ(band.low[1], 1);
  EXPECT_NEAR(bandOf(profile, DivergenceKind::Cosine).median[0], .05, 1e-12);
  EXPECT_NEAR(bandOf(profile, DivergenceKind::ConditionalL2).median[0], .1, 1e-12);
  EXPECT_NEAR(bandOf(profile, DivergenceKind::ConditionalCosine).median[0], .025, 1e-12);
  for (auto& cell : profile.cells) cell.conditional.clear();
  EXPECT_TRUE(bandOf(profile, DivergenceKind::ConditionalL2).median.empty());
}

void expectSame(const ProbeProfile& found, const ProbeProfile& expected) {
  // The document is compared, which holds everything.
  EXPECT_EQ(toJson(found), toJson(expected));
}

TEST(Profile, IsTheSameAfterItWasWrittenAndRead) {
  const TemporaryFolder folder;
  auto profile = sampleProfile();
  profile.cells.push_back(cellOf("ein Hündchen", 18446744073709551615u, {.1, .2, .3}));
  profile.cells.back().conditional.clear();
  ASSERT_TRUE(checkProbeFile(folder / "p.json", false));
  EXPECT_FALSE(fs::exists(folder / "p.json"));
  ASSERT_TRUE(writeProbe(profile, folder / "p.json", false));
  EXPECT_FALSE(checkProbeFile(folder / "p.json", false));
  const auto read = readProbe(folder / "p.json");
  ASSERT_TRUE(read) << read.error().message;
  expectSame(read.value(), profile);
  EXPECT_EQ(read.value().cells[1].seed, 18446744073709551615u);
  EXPECT_TRUE(read.value().cells[1].values(DivergenceKind::ConditionalL2).empty());
  EXPECT_FALSE(writeProbe(profile, folder / "p.json", false)) << "nothing is overwritten unasked";
  EXPECT_TRUE(writeProbe(profile, folder / "p.json", true));
  profile.cells.clear();
  EXPECT_FALSE(writeProbe(profile, folder / "empty.json", false));
  EXPECT_FALSE(fs::exists(folder / "empty.json"));
}

TEST(Profile, DamagedDocumentsAreRefusedByField) {
  using Damage = std::function<void(nlohmann::json&)>;
  const std::pair<const char*, Damage> cases[] = {
      {"format", [](auto& json) { json["format"] = "flowblend-sweep"; }},
      {"version", [](auto& json) { json["version"] = 2; }},
      {"identity", [](auto& json) { json["pair"].erase("identity"); }},
      {"settings", [](auto& json) { json["settings"] = 3; }},
      {"width", [](auto& json) { json["settings"]["width"] = 64; }},
      {"cells", [](auto& json) { json["cells"] = nlohmann::json::array(); }},
      {"cells", [](auto& json) { json["cells"].push_back(json["cells"][0]); }},
      {"seed", [](auto& json) { json["cells"][0]["seed"] = -1; }},
      {"sigmas",
       [](auto& json) {
         json["cells"][0]["sigmas"] = {.5, .5, .25};
       }},
      {"sigmas",
       [](auto& json) {
         json["cells"][0]["sigmas"] = {1, .5, 0};
       }},
      {"sigmas", [](auto& json) { json["cells"][0]["sigmas"] = nlohmann::json::array(); }},
      {"relative_l2",
       [](auto& json) {
         json["cells"][0]["relative_l2"] = {1, 2};
       }},
      {"relative_l2",
       [](auto& json) {
         json["cells"][0]["relative_l2"] = {1, -2, 3};
       }},
      {"conditional_cosine_distance", [](auto& json) { json["cells"][0].erase("conditional_cosine_distance"); }},
      {"noise levels", [](auto& json) {
         auto other = json["cells"][0];
         other["seed"] = 2;
         other["sigmas"] = {1, .6, .2};
         json["cells"].push_back(other);
       }}};
  for (const auto& [named, damage] : cases) {
    auto json = parseJson(toJson(sampleProfile()), "sample");
    json.erase("checksum");  // what is behind it is checked, too
    damage(json);
    const auto read = probeFromJson(json.dump(), "the file");
    ASSERT_FALSE(read) << named;
    EXPECT_NE(read.error().message.find("the file"), std::string::npos) << read.error().message;
    if (std::string_view(named) != "format" && std::string_view(named) != "version") {
      EXPECT_NE(read.error().message.find(named), std::string::npos) << read.error().message;
    }
  }
  EXPECT_FALSE(probeFromJson("{", "the file"));
}

TEST(Profile, AChangedNumberIsToldAsDamage) {
  auto json = parseJson(toJson(sampleProfile()), "sample");
  json["cells"][0]["relative_l2"][0] = 0.125;
  const auto read = probeFromJson(json.dump(), "the file");
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().kind, ErrorKind::Corrupt);
  EXPECT_NE(read.error().message.find("the file is damaged"), std::string::npos) << read.error().message;
  json.erase("checksum");
  EXPECT_TRUE(probeFromJson(json.dump(), "the file")) << "one that was edited, or that an earlier version wrote";
}

GenerationRequest plainRequest() {
  GenerationRequest request;
  request.pair.name = "A pair";
  request.pair.family = Family("wan");
  request.clip.prompt = "a cat";
  request.sampling.schedule = {0.4, 0.2, 10, 0};
  return request;
}

TEST(Profile, BelongsToWhatTheDivergenceDependsOn) {
  const auto settings = probeSettings(plainRequest());
  using Change = std::function<void(GenerationRequest&)>;
  const Change none[] = {[](auto& r) { r.clip.prompt = "a dog"; },
                         [](auto& r) { r.clip.negativePrompt = "bad"; },
                         [](auto& r) { r.sampling.seed = 9; },
                         [](auto& r) { r.sampling.schedule.early = .1; },
                         [](auto& r) { r.sampling.schedule.late = 0; },
                         [](auto& r) { r.sampling.cache = CacheRule::EasyCache; },
                         [](auto& r) { r.sampling.cacheRetention = true; },
                         [](auto& r) { r.sampling.guard = GuardRule::Verify; },
                         [](auto& r) { r.sampling.guardBound = .3; },
                         [](auto& r) { r.sampling.guardEvery = 5; },
                         [](auto& r) { r.sampling.guardChange = .3; },
                         [](auto& r) { r.sampling.guardSettling = .3; },
                         [](auto& r) { r.options.dtype = DType::BFloat16; },
                         [](auto& r) { r.options.probe = ProbePolicy::All; },
                         [](auto& r) { r.options.runFolder = "/somewhere"; }};
  for (std::size_t i = 0; i < std::size(none); ++i) {
    auto request = plainRequest();
    none[i](request);
    EXPECT_EQ(probeSettings(request), settings) << i;
  }
  const std::pair<const char*, Change> other[] = {{"width", [](auto& r) { r.clip.width = 64; }},
                                                  {"frames", [](auto& r) { r.clip.frames = 5; }},
                                                  {"steps", [](auto& r) { r.sampling.schedule.steps = 11; }},
                                                  {"solver", [](auto& r) { r.sampling.solver = SolverKind::Euler; }},
                                                  {"guidance", [](auto& r) { r.sampling.guidance = 2; }},
                                                  {"sigmas",
                                                   [](auto& r) {
                                                     r.sampling.sigmas = {1, .5};
                                                   }},
                                                  {"shift", [](auto& r) { r.sampling.shift = 7; }}};
  for (const auto& [key, change] : other) {
    auto request = plainRequest();
    change(request);
    const auto changed = probeSettings(request);
    EXPECT_NE(changed, settings) << key;
    if (changed.contains(key)) {
      EXPECT_NE(changed.at(key), settings.at(key));
    }
  }
  auto given = plainRequest();
  given.sampling.sigmas = {1, .5};
  auto shifted = given;
  shifted.sampling.shift = 7;
  EXPECT_EQ(probeSettings(shifted), probeSettings(given)) << "given noise levels replace the shift";
}

std::vector<StepReport> reportsOf(int steps) {
  std::vector<StepReport> reports;
  for (int i = 0; i < steps; ++i) {
    StepReport report;
    report.step = i;
    report.end = i + 1;
    report.steps = steps;
    report.sigma = 1 - .1 * i;
    report.divergence = Divergence{.1 * (i + 1), .01};
    report.conditionalDivergence = Divergence{.05 * (i + 1), .005};
    reports.push_back(report);
  }
  return reports;
}

TEST(ProbeCell, IsTheLargeModelsWholeTrajectory) {
  auto request = plainRequest();
  request.sampling.seed = 4;
  const auto cell = probeCell(request, reportsOf(10));
  ASSERT_TRUE(cell) << cell.error().message;
  EXPECT_EQ(cell.value().prompt, "a cat");
  EXPECT_EQ(cell.value().seed, 4u);
  EXPECT_EQ(cell.value().sigmas.size(), 10u);
  EXPECT_EQ(cell.value().values(DivergenceKind::ConditionalL2)[1], .1);
  // A second pass follows.
  EXPECT_EQ(probeCell(request, reportsOf(12)).value().sigmas.size(), 10u);
  auto plain = reportsOf(10);
  plain[4].conditionalDivergence.reset();
  EXPECT_TRUE(probeCell(request, plain).value().conditional.empty());

  auto blended = reportsOf(10);
  blended[5].model = Model::Small;
  auto gap = reportsOf(10);
  gap[3].divergence.reset();
  for (const auto& steps : {blended, gap, reportsOf(9), std::vector<StepReport>()}) {
    const auto refused = probeCell(request, steps);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
  }
}

class Store : public testing::Test {
protected:
  std::vector<fs::path> files() const {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
      if (entry.is_regular_file()) found.push_back(entry.path());
    return found;
  }
  std::string refusal(const ProbeProfile& of) const {
    try {
      static_cast<void>(store.load(of));
    } catch (const Failure& failure) {
      return failure.what();
    }
    return {};
  }

  TemporaryFolder folder;
  lab::ProbeStore store{folder / "probes"};
};

TEST_F(Store, FindsWhatItKeptForThePairAndSettingsOnly) {
  EXPECT_TRUE(store.load(sampleProfile()).cells.empty());
  EXPECT_TRUE(files().empty()) << "looking leaves nothing behind";
  auto profile = sampleProfile();
  store.keep(profile);
  profile.cells = {cellOf("a cat", 2, {1, 2, 3}), cellOf("a bird", 2, {1, 2, 3})};
  store.keep(profile);
  const auto found = store.load(profile);
  ASSERT_EQ(found.cells.size(), 3u);
  EXPECT_EQ(found.cells[0].prompt, "a bird");
  EXPECT_EQ(found.cells[1].seed, 1u);
  auto again = sampleProfile();
  again.cells = {cellOf("a cat", 1, {9, 9, 9})};
  store.keep(again);
  EXPECT_EQ(store.load(again).cells[1].guided[0].relativeL2, 9) << "a new measurement replaces the old one";
  auto other = sampleProfile();
  other.pair = "4567";
  EXPECT_TRUE(store.load(other).cells.empty());
  other = sampleProfile();
  other.settings["width"] = "96";
  EXPECT_TRUE(store.load(other).cells.empty());
}

TEST_F(Store, IgnoresWhatAKilledProcessLeft) {
  store.keep(sampleProfile());
  const auto at = files().front().parent_path();
  writeTextAtomically(at / ".1.json.part", "{");
  writeTextAtomically(at / ".hidden.json", "{");
  EXPECT_EQ(store.load(sampleProfile()).cells.size(), 1u);
}

TEST_F(Store, RefusesDamagedAndForeignFilesByName) {
  store.keep(sampleProfile());
  const auto file = files().front();
  const auto whole = readTextFile(file);
  writeTextAtomically(file, whole.substr(0, whole.size() / 2));
  EXPECT_NE(refusal(sampleProfile()).find(file.string()), std::string::npos) << refusal(sampleProfile());
  EXPECT_NE(refusal(sampleProfile()).find("remove"), std::string::npos);
  auto foreign = sampleProfile();
  foreign.pair = "4567";
  writeTextAtomically(file, toJson(foreign));
  EXPECT_NE(refusal(sampleProfile()).find("another pair"), std::string::npos) << refusal(sampleProfile());
  foreign = sampleProfile();
  foreign.settings["width"] = "96";
  writeTextAtomically(file, toJson(foreign));
  EXPECT_NE(refusal(sampleProfile()).find("width"), std::string::npos) << refusal(sampleProfile());
  EXPECT_EQ(readTextFile(file), toJson(foreign)) << "what is refused stays as it is";
}

TEST_F(Store, ReplacesNothingOfANewerVersion) {
  store.keep(sampleProfile());
  const auto file = files().front();
  const std::string newer = R"({"format": "flowblend-probe", "version": 2, "more": "than this version knows"})";
  writeTextAtomically(file, newer);
  const auto message = refusal(sampleProfile());
  EXPECT_NE(message.find(file.string()), std::string::npos) << message;
  EXPECT_NE(message.find("move away"), std::string::npos) << message;
  try {
    store.keep(sampleProfile());
    FAIL() << "it was replaced";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().kind, ErrorKind::Unsupported);
  }
  EXPECT_EQ(readTextFile(file), newer);
  // A damaged one is measured again.
  writeTextAtomically(file, "{");
  store.keep(sampleProfile());
  EXPECT_EQ(store.load(sampleProfile()).cells.size(), 1u);
}

// With the engine.
class Probes : public testing::Test {
protected:
  void SetUp() override { ::setenv("XDG_STATE_HOME", folder.path().c_str(), 1); }

  static ProbePlan tinyPlan() {
    auto request = tinyRequest(tinyPair());
    request.sampling.schedule.steps = 4;
    return {request, {"a cat", "a dog"}, {3}};
  }

  class Watch : public ProbeSink {
  public:
    void cellStarted(const std::string& prompt, std::uint64_t, int, int) override { started.push_back(prompt); }
    void stepFinished(const StepReport& report) override {
      EXPECT_EQ(report.model, Model::Large);
      if (control && ++steps == stopAfter) control->requestStop();
    }
    std::vector<std::string> started;
    RunControl* control = nullptr;
    int steps = 0, stopAfter = 0;
  };

  ProbeProfile run(const ProbePlan& plan, Watch& watch) {
    RunControl control;
    return finished(runProbe(*engine, plan, watch, control));
  }

  TemporaryFolder folder;
  std::unique_ptr<Engine> engine = createEngine({1});
};

TEST_F(Probes, AreMeasuredAlongTheLargeModelsTrajectoryAndKept) {
  const auto plan = tinyPlan();
  EXPECT_EQ(planProbe(*engine, plan).value().runs, 2);
  EXPECT_GT(planProbe(*engine, plan).value().flops, 0);
  Watch watch;
  const auto profile = run(plan, watch);
  ASSERT_EQ(profile.cells.size(), 2u);
  EXPECT_EQ(watch.started, plan.prompts);
  auto whole = plan.base;
  whole.clip.prompt = "a dog";
  whole.sampling.schedule.early = 1;
  EventSink sink;
  RunControl control;
  const auto result = finished(engine->probe(whole, sink, control));
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(profile.cells[1].guided[i].relativeL2, result.steps[i].divergence->relativeL2);
    EXPECT_EQ(profile.cells[1].conditional[i].cosineDistance, result.steps[i].conditionalDivergence->cosineDistance);
  }
  // Nothing is measured twice, and another start finds it.
  Watch again;
  expectSame(run(plan, again), profile);
  EXPECT_TRUE(again.started.empty());
  EXPECT_EQ(planProbe(*engine, plan).value().runs, 0);
  expectSame(storedProbe(*createEngine({1}), plan.base).value(), profile);
  auto other = plan.base;
  other.sampling.guidance = 2;
  EXPECT_TRUE(storedProbe(*engine, other).value().cells.empty());
}

// Guidance 1 uses the conditional velocity alone, and the first step's latents are the same for any guidance.
TEST_F(Probes, MeasureConditionalVelocitiesAsGuidanceOneDoes) {
  auto request = probeRequest(tinyPlan().base);
  EventSink sink;
  RunControl control;
  const auto guided = finished(engine->probe(request, sink, control)).steps.front();
  request.sampling.guidance = 1;
  const auto plain = finished(engine->probe(request, sink, control)).steps.front();
  ASSERT_TRUE(guided.conditionalDivergence && plain.conditionalDivergence);
  EXPECT_EQ(plain.conditionalDivergence->relativeL2, plain.divergence->relativeL2);
  EXPECT_NEAR(guided.conditionalDivergence->relativeL2, plain.divergence->relativeL2, 1e-6);
  EXPECT_NEAR(guided.conditionalDivergence->cosineDistance, plain.divergence->cosineDistance, 1e-6);
  EXPECT_NE(guided.divergence->relativeL2, guided.conditionalDivergence->relativeL2);
}

TEST_F(Probes, StoppedKeepWhatIsCompleteAndGoOn) {
  auto plan = tinyPlan();
  RunControl control;
  Watch watch;
  watch.control = &control;
  watch.stopAfter = 6;
  const auto outcome = runProbe(*engine, plan, watch, control);
  ASSERT_TRUE(outcome.cancelled());
  EXPECT_EQ(outcome.stepsDone(), 1);
  EXPECT_EQ(storedProbe(*engine, plan.base).value().cells.size(), 1u);
  Watch rest;
  const auto profile = run(plan, rest);
  EXPECT_EQ(rest.started, std::vector<std::string>{"a dog"});
  EXPECT_EQ(profile.cells.size(), 2u);
}

TEST_F(Probes, BelongToTheContentOfThePairWhereverItLies) {
  auto plan = tinyPlan();
  plan.prompts = {"a cat"};
  Watch watch;
  const auto profile = run(plan, watch);
  const auto copy = folder / "elsewhere";
  fs::copy(oracleFolder("engine_wan") / "wan-tiny", copy, fs::copy_options::recursive);
  auto moved = plan.base;
  moved.pair = pairIn(copy);
  moved.pair.name = plan.base.pair.name;
  expectSame(storedProbe(*engine, moved).value(), profile);
  auto otherWeights = plan.base;
  otherWeights.pair.large = otherWeights.pair.small;
  EXPECT_NE(engine->pairIdentity(otherWeights).value(), engine->pairIdentity(plan.base).value());
  EXPECT_TRUE(storedProbe(*engine, otherWeights).value().cells.empty());
  auto otherRules = plan.base;
  otherRules.pair.largeGuidanceSpec.rescale = .5;
  EXPECT_NE(engine->pairIdentity(otherRules).value(), engine->pairIdentity(plan.base).value());
  auto missing = plan.base;
  missing.pair.vae = folder / "nowhere";
  const auto refused = storedProbe(*engine, missing);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("nowhere"), std::string::npos) << refused.error().message;
}

TEST_F(Probes, AreImportedForTheSamePairAndSettingsOnly) {
  const auto plan = tinyPlan();
  Watch watch;
  const auto profile = run(plan, watch);
  ASSERT_TRUE(writeProbe(profile, folder / "p.json", false));
  const TemporaryFolder another;
  ::setenv("XDG_STATE_HOME", another.path().c_str(), 1);
  auto other = plan.base;
  other.clip.width = 64;
  const auto refused = importProbe(*engine, other, folder / "p.json");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
  EXPECT_NE(refused.error().message.find("width"), std::string::npos) << refused.error().message;
  auto foreign = profile;
  foreign.pair = "0123";
  ASSERT_TRUE(writeProbe(foreign, folder / "foreign.json", false));
  const auto alien = importProbe(*engine, plan.base, folder / "foreign.json");
  ASSERT_FALSE(alien);
  EXPECT_NE(alien.error().message.find("another pair"), std::string::npos) << alien.error().message;
  EXPECT_TRUE(storedProbe(*engine, plan.base).value().cells.empty());
  const auto imported = importProbe(*engine, plan.base, folder / "p.json");
  ASSERT_TRUE(imported) << imported.error().message;
  expectSame(imported.value(), profile);
  expectSame(storedProbe(*engine, plan.base).value(), profile);
}

TEST_F(Probes, RefuseAPlanThatCannotBeRun) {
  auto plan = tinyPlan();
  plan.seeds.clear();
  EXPECT_FALSE(planProbe(*engine, plan));
  plan = tinyPlan();
  plan.base.clip.width = 50;
  Watch watch;
  RunControl control;
  const auto refused = runProbe(*engine, plan, watch, control);
  ASSERT_TRUE(refused.failed());
  EXPECT_NE(refused.error().message.find("width"), std::string::npos) << refused.error().message;
  EXPECT_TRUE(watch.started.empty());
}

TEST_F(Probes, AreRefusedBeforeTheWorkWhereTheyCannotBeKept) {
  ::setenv("XDG_STATE_HOME", "/proc/flowblending", 1);  // where nothing can be made
  Watch watch;
  RunControl control;
  const auto refused = runProbe(*engine, tinyPlan(), watch, control);
  ASSERT_TRUE(refused.failed());
  EXPECT_NE(refused.error().message.find("/proc/flowblending"), std::string::npos) << refused.error().message;
  EXPECT_NE(refused.error().message.find("XDG_STATE_HOME"), std::string::npos) << refused.error().message;
  EXPECT_TRUE(watch.started.empty());
}

TEST_F(Probes, OfASweepAreThoseOfItsLargeModelsRuns) {
  auto request = tinyRequest(tinyPair());
  request.sampling.schedule.steps = 4;
  Sweep sweep;
  sweep.base = request;
  sweep.prompts = {"a cat"};
  sweep.seeds = {3};
  const std::vector<double> early{0.5}, late{0};
  sweep.candidates = sweepGrid(4, early, late);
  const auto sampling = [&](const Sweep& asked, const char* name) {
    SweepSink sink;
    RunControl control;
    const auto outcome = runSweep(*engine, asked, folder / name, {}, sink, control);
    if (!outcome) throw std::runtime_error(outcome.failed() ? outcome.error().message : "cancelled");
    return outcome.value();
  };
  auto probed = sweep;
  probed.base.options.probe = ProbePolicy::All;
  const auto plain = planSweep(*engine, sweep, folder / "plain").value().whole;
  const auto more = planSweep(*engine, probed, folder / "probed").value().whole;
  const auto cost = planSweep(*engine, sweep, folder / "plain").value().run;
  EXPECT_EQ(more.smallSteps, plain.smallSteps);
  // The small model keeps what it made of the prompt: its own runs, which come later, need not make it again.
  ASSERT_TRUE(cost.keepsPrompts);
  EXPECT_NEAR((more.flops - plain.flops) / (4 * cost.smallStep.flops), 1, 1e-9)
      << "one of the two LLL runs is only a floor";

  auto without = sampling(sweep, "plain"), with = sampling(probed, "probed");
  for (auto* results : {&without, &with})
    for (auto& record : results->records) record.secondsSampling = record.secondsDecoding = 0;
  EXPECT_EQ(with.records, without.records) << "a probe changes no clip";
  EXPECT_TRUE(sweepProbe(folder / "plain").value().cells.empty());
  const auto profile = sweepProbe(folder / "probed");
  ASSERT_TRUE(profile) << profile.error().message;
  Watch watch;
  expectSame(profile.value(), run({request, {"a cat"}, {3}}, watch));
  EXPECT_EQ(sweepProbe(folder / "none").error().kind, ErrorKind::NotFound);

  const auto file = folder / "probed" / "records" / "p000-s3-profile.json";
  writeTextAtomically(file, "{}");
  const auto damaged = sweepProbe(folder / "probed");
  ASSERT_FALSE(damaged);
  EXPECT_NE(damaged.error().message.find(file.string()), std::string::npos) << damaged.error().message;
}

}  // namespace
}  // namespace fb
