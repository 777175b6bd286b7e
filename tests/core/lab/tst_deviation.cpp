// SPDX-License-Identifier: MIT
// Boundaries from a probe: constants are found again in sweeps that follow the law, and proposals are judged on others.
#include "base/atomic_file.h"
#include "base/failure.h"
#include "base/json.h"
#include "flowblend/deviation.h"
#include "lab/deviation_document.h"
#include "lab/probe_store.h"
#include "temporary_folder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>

namespace fb {
namespace {

namespace fs = std::filesystem;

constexpr int kSteps = 20;
constexpr double kScale = 1.7, kExponent = 1.4, kLateRate = 2.5;
constexpr double kFloor = 0.4;  // of SSIM: sameness 0

struct Law {
  double scale = kScale, exponent = kExponent, lateRate = kLateRate, growth = 0;

  // Written out here a second time, from the formula in the header.
  double at(const ProbeCell& cell, const SweepCandidate& candidate) const {
    double integral = 0;
    const auto level = [&](int i) { return i < kSteps ? cell.sigmas[static_cast<std::size_t>(i)] : 0.; };
    for (int i = candidate.early; i < kSteps - candidate.late; ++i)
      integral += cell.guided[static_cast<std::size_t>(i)].relativeL2 * (level(i) - level(i + 1)) *
                  std::exp(growth * level(i + 1));
    return scale * std::pow(integral, exponent) * std::exp(-lateRate * level(kSteps - candidate.late));
  }
};

std::string promptOf(int prompt) { return "prompt " + std::to_string(prompt); }

double heightOf(int prompt) { return 2 + .5 * prompt; }

// A valley, as many times as high.
ProbeCell cellOf(int prompt, double height) {
  ProbeCell cell{promptOf(prompt), 1, {}, {}, {}};
  for (int i = 0; i < kSteps; ++i) {
    const double x = static_cast<double>(i) / kSteps;
    // As a flow shift of 3 spaces them.
    cell.sigmas.push_back(3 * (1 - x) / (1 + 2 * (1 - x)));
    const double valley = .2 + (x - .5) * (x - .5);
    cell.guided.push_back({height * valley, height * valley / 2});
  }
  return cell;
}

struct Case {
  SweepResults results;
  ProbeProfile profile;
};

// The factor by which a prompt's clip deviates from the law.
using Noise = std::function<double(int prompt, const SweepCandidate&)>;

Case caseOf(
    int prompts, const Law& law = {}, const Noise& noise = [](int, const SweepCandidate&) { return 1.; },
    const std::vector<double>& early = {.1, .2, .4, .6}, const std::vector<double>& late = {0, .05, .1, .2}) {
  Case made;
  auto& [results, profile] = made;
  auto& sweep = results.sweep;
  sweep.base.sampling.schedule = {0, 0, kSteps, 0};
  sweep.seeds = {1};
  sweep.candidates = sweepGrid(kSteps, early, late);
  results.run.largeStep.flops = 1;
  results.run.smallStep.flops = .1;
  results.run.sampling = results.run.total = .1 * kSteps;
  results.run.samplingLargeOnly = results.run.totalLargeOnly = kSteps;
  profile.pair = "0123";
  profile.pairName = "A pair";
  profile.settings = probeSettings(sweep.base);
  const auto record = [&](const SweepRun& run, double distance) {
    SweepRecord added;
    added.run = run;
    added.referenceSeed = 1;
    added.latents = distance;
    auto& clip = added.clip.emplace();
    clip.ssim = 1 - distance;
    clip.rmse = distance;
    clip.motion = distance;
    clip.flicker = distance;
    results.records.push_back(added);
  };
  for (int prompt = 0; prompt < prompts; ++prompt) {
    sweep.prompts.push_back(promptOf(prompt));
    profile.cells.push_back(cellOf(prompt, heightOf(prompt)));
    for (const auto& candidate : sweep.candidates)
      record({prompt, 1, candidate}, candidate == sweep.largeOnly()
                                         ? 0
                                         : kFloor * law.at(profile.cells.back(), candidate) * noise(prompt, candidate));
    record({prompt, 2, sweep.largeOnly()}, kFloor);
  }
  return made;
}

DeviationFit fitOf(const Case& given, std::span<const int> prompts = {}) {
  auto fit = fitDeviation(given.results, given.profile, SamenessMeasure::Ssim, SamenessFloor::OtherSeed,
                          DivergenceKind::RelativeL2, prompts);
  if (!fit) throw std::runtime_error(fit.error().message);
  return std::move(fit).value();
}

std::string refusalOf(const Case& given, DivergenceKind kind = DivergenceKind::RelativeL2) {
  const auto fit = fitDeviation(given.results, given.profile, SamenessMeasure::Ssim, SamenessFloor::OtherSeed, kind);
  EXPECT_FALSE(fit);
  return fit ? std::string() : fit.error().message;
}

TEST(DeviationFit, FindsTheConstantsThatMadeTheSweep) {
  const auto given = caseOf(4);
  const auto fit = fitOf(given);
  EXPECT_NEAR(fit.scale, kScale, 1e-9);
  EXPECT_NEAR(fit.exponent, kExponent, 1e-9);
  EXPECT_NEAR(fit.lateRate, kLateRate, 1e-9);
  EXPECT_LT(fit.spread, 1e-9);
  EXPECT_EQ(fit.prompts, 4);
  EXPECT_EQ(fit.points, 4 * 17) << "16 candidates and SSS";
  EXPECT_EQ(fit.pair, "0123");
  EXPECT_EQ(fit.settings, given.profile.settings);
  EXPECT_NEAR(fit.minEarly, .1, 1e-12);
  EXPECT_NEAR(fit.maxEarly, .6, 1e-12);
  EXPECT_NEAR(fit.maxLate, .2, 1e-12);
}

TEST(DeviationFit, FindsHowDifferencesGrow) {
  constexpr double kGrowth = 3.25;
  const auto fit = fitOf(caseOf(4, {.01, kExponent, kLateRate, kGrowth}));
  EXPECT_EQ(fit.growth, kGrowth);
  EXPECT_NEAR(fit.scale, .01, 1e-9);
  EXPECT_NEAR(fit.exponent, kExponent, 1e-9);
  EXPECT_NEAR(fit.lateRate, kLateRate, 1e-9);
}

TEST(DeviationFit, UsesTheMeanForPromptsThatWereNotProbed) {
  auto given = caseOf(4);
  // The mean of the four prompts' integrals is that of the mean height.
  given.results.records.clear();
  const auto middle = cellOf(0, (heightOf(0) + heightOf(3)) / 2);
  for (int prompt = 0; prompt < 4; ++prompt) given.results.sweep.prompts[static_cast<std::size_t>(prompt)] += " other";
  for (int prompt = 0; prompt < 4; ++prompt) {
    for (const auto& candidate : given.results.sweep.candidates) {
      SweepRecord record;
      record.run = {prompt, 1, candidate};
      record.referenceSeed = 1;
      record.clip.emplace().ssim = 1 - kFloor * Law().at(middle, candidate);
      given.results.records.push_back(record);
    }
    SweepRecord floor;
    floor.run = {prompt, 2, given.results.sweep.largeOnly()};
    floor.referenceSeed = 1;
    floor.clip.emplace().ssim = 1 - kFloor;
    given.results.records.push_back(floor);
  }
  const auto fit = fitOf(given);
  EXPECT_NEAR(fit.scale, kScale, 1e-9);
  EXPECT_NEAR(fit.exponent, kExponent, 1e-9);
}

TEST(DeviationFit, PredictsTheMeanOfScatteredClipsAndTellsTheScatter) {
  // Half of the clips are nearer, half further, by the same factor: independent of everything that is fitted.
  constexpr double kFactor = 1.5;
  const auto scattered = [](int prompt, const SweepCandidate&) { return prompt % 2 == 0 ? kFactor : 1 / kFactor; };
  auto given = caseOf(40, {}, scattered);
  for (int i = 0; i < 40; ++i) given.profile.cells[static_cast<std::size_t>(i)] = cellOf(i, heightOf(0));
  for (auto& record : given.results.records) {
    if (record.isFloor()) continue;
    const auto prompt = static_cast<std::size_t>(record.run.prompt);
    record.clip->ssim = 1 - kFloor * Law().at(given.profile.cells[prompt], record.run.candidate) *
                                scattered(record.run.prompt, record.run.candidate);
  }
  const auto fit = fitOf(given);
  EXPECT_NEAR(fit.exponent, kExponent, 1e-9);
  EXPECT_NEAR(fit.lateRate, kLateRate, 1e-9);
  EXPECT_NEAR(fit.scale, kScale * (kFactor + 1 / kFactor) / 2, 1e-9);
  EXPECT_NEAR(fit.spread, std::log(kFactor), .01);
}

TEST(DeviationFit, TakesALateStageThatMakesClipsWorseForNoise) {
  const auto fit = fitOf(caseOf(3, {kScale, kExponent, -1.0, 0}));
  EXPECT_EQ(fit.lateRate, 0);
  EXPECT_GT(fit.exponent, 0);
}

TEST(DeviationFit, NeedsNoLateStages) {
  const auto fit = fitOf(caseOf(3, {kScale, kExponent, kLateRate, 0}, [](int, const SweepCandidate&) { return 1.; },
                                {.1, .2, .4, .6}, {0}));
  EXPECT_NEAR(fit.exponent, kExponent, 1e-9);
  EXPECT_EQ(fit.lateRate, 0);
}

TEST(DeviationFit, RefusesWhatCannotBeFitted) {
  EXPECT_NE(refusalOf(caseOf(3, {kScale, -1.0, 0, 0})).find("do not get further away"), std::string::npos);
  EXPECT_NE(refusalOf(caseOf(3, {}, [](int, const SweepCandidate&) { return 1.; }, {.4}, {0})).find("candidates"),
            std::string::npos);
  auto given = caseOf(3);
  given.profile.settings["width"] = "96";
  EXPECT_NE(refusalOf(given).find("width"), std::string::npos);
  given = caseOf(3);
  given.profile.cells.clear();
  EXPECT_NE(refusalOf(given).find("profile"), std::string::npos);
  EXPECT_NE(refusalOf(caseOf(3), DivergenceKind::ConditionalL2).find("conditional-l2"), std::string::npos);
  given = caseOf(3);
  given.results.records.clear();
  EXPECT_NE(refusalOf(given).find("finished"), std::string::npos);
}

TEST(DeviationFit, IsMadeForEveryMeasureOfTheSweep) {
  auto given = caseOf(3);
  const auto fits = fitDeviations(given.results, given.profile, SamenessFloor::OtherSeed);
  ASSERT_TRUE(fits) << fits.error().message;
  std::vector<SamenessMeasure> found;
  for (const auto& fit : fits.value()) {
    found.push_back(fit.by);
    EXPECT_NEAR(fit.exponent, kExponent, 1e-9) << toString(fit.by);
  }
  EXPECT_EQ(found, (std::vector{SamenessMeasure::Ssim, SamenessMeasure::Latents, SamenessMeasure::Rmse,
                                SamenessMeasure::Motion, SamenessMeasure::Flicker}));
  given.profile.cells.clear();
  EXPECT_FALSE(fitDeviations(given.results, given.profile, SamenessFloor::OtherSeed));
}

std::vector<PredictedCandidate> predictedFor(const Case& given, const DeviationFit& fit) {
  const auto candidates = predictableCandidates(fit, kSteps);
  auto found = predict(fit, given.profile, given.results.run, given.results.sweep.base.sampling.schedule, candidates);
  if (!found) throw std::runtime_error(found.error().message);
  return std::move(found).value();
}

TEST(Prediction, FollowsTheLawAndStaysInsideOfWhatWasFitted) {
  auto given = caseOf(3);
  const auto fit = fitOf(given);
  given.profile.cells = {cellOf(7, 1), cellOf(8, 2.5)};
  const auto predicted = predictedFor(given, fit);
  EXPECT_EQ(predicted.size(), 2u + 11 * 5) << "2 to 12 early steps, 0 to 4 late ones";
  for (const auto& prediction : predicted) {
    const auto& candidate = prediction.candidate;
    const double expected =
        (Law().at(given.profile.cells[0], candidate) + Law().at(given.profile.cells[1], candidate)) / 2;
    EXPECT_NEAR(prediction.sameness, 1 - expected, 1e-9);
    EXPECT_LE(prediction.low, prediction.sameness);
    EXPECT_GE(prediction.high, prediction.sameness);
    const int large = candidate.early + candidate.late;
    EXPECT_NEAR(prediction.cost, (large + .1 * (kSteps - large)) / kSteps, 1e-12);
  }
  EXPECT_TRUE(std::ranges::is_sorted(predicted, {}, &PredictedCandidate::cost));
  EXPECT_EQ(predicted.back().candidate, (SweepCandidate{kSteps, 0}));
  EXPECT_EQ(predicted.back().sameness, 1);
  EXPECT_EQ(cheapestOf(predicted, 1).candidate, (SweepCandidate{kSteps, 0}));
  const auto& chosen = cheapestOf(predicted, .8);
  EXPECT_GE(chosen.sameness, .8);
  for (const auto& other : predicted)
    if (other.cost < chosen.cost) {
      EXPECT_LT(other.sameness, .8);
    }
}

TEST(Prediction, IsRefusedForAnotherPairOrSchedule) {
  const auto given = caseOf(3);
  const auto fit = fitOf(given);
  const auto& schedule = given.results.sweep.base.sampling.schedule;
  const auto refusal = [&](const ProbeProfile& profile, const StageSchedule& stages,
                           const std::vector<SweepCandidate>& candidates) {
    const auto found = predict(fit, profile, given.results.run, stages, candidates);
    EXPECT_FALSE(found);
    return found ? std::string() : found.error().message;
  };
  auto other = given.profile;
  other.pair = "4567";
  EXPECT_NE(refusal(other, schedule, {{0, 0}}).find("another pair"), std::string::npos);
  other = given.profile;
  other.cells.clear();
  EXPECT_NE(refusal(other, schedule, {{0, 0}}).find("profile"), std::string::npos);
  EXPECT_NE(refusal(given.profile, {0, 0, kSteps + 1, 0}, {{0, 0}}).find("steps"), std::string::npos);
  EXPECT_NE(refusal(given.profile, schedule, {{kSteps, 1}}).find("out of range"), std::string::npos);
}

TEST(Judgement, OfALawThatHoldsIsThatNothingIsLost) {
  const auto given = caseOf(6);
  for (const double sameness : {.5, .8, .9, .95}) {
    const auto found = judgeDeviation(given.results, given.profile, SamenessMeasure::Ssim, SamenessFloor::OtherSeed,
                                      DivergenceKind::RelativeL2, sameness, 2);
    ASSERT_TRUE(found) << found.error().message;
    ASSERT_EQ(found.value().probes.size(), 2u);
    EXPECT_EQ(found.value().fit.prompts, 4);
    for (const auto& probe : found.value().probes) EXPECT_GE(probe.predicted, sameness);
    EXPECT_GE(found.value().worstCostAboveBest(), found.value().meanCostAboveBest());
  }
  // One held-out prompt, probed itself: the prediction is what is measured.
  const auto exact = judgeDeviation(given.results, given.profile, SamenessMeasure::Ssim, SamenessFloor::OtherSeed,
                                    DivergenceKind::RelativeL2, .9, 1)
                         .value();
  ASSERT_EQ(exact.probes.size(), 1u);
  EXPECT_EQ(exact.probes[0].prompt, 5);
  EXPECT_NEAR(exact.probes[0].error, 0, 1e-9);
  EXPECT_NEAR(exact.probes[0].predicted, exact.probes[0].reached, 1e-9);
  EXPECT_EQ(exact.probes[0].costAboveBest, 0);
}

TEST(Judgement, TellsWhatIsLostIfTheHeldOutPromptsAreDifferent) {
  // There, the late stage does not help at all, which no probe can see.
  const auto deaf = [](int prompt, const SweepCandidate& candidate) {
    const auto cell = cellOf(prompt, heightOf(prompt));
    const Law withoutLate{kScale, kExponent, 0};
    return prompt < 4 || candidate == SweepCandidate{kSteps, 0}
               ? 1.
               : withoutLate.at(cell, candidate) / Law().at(cell, candidate);
  };
  const auto given = caseOf(5, {}, deaf);
  const auto found = judgeDeviation(given.results, given.profile, SamenessMeasure::Ssim, SamenessFloor::OtherSeed,
                                    DivergenceKind::RelativeL2, .9, 1)
                         .value();
  EXPECT_NEAR(found.fit.lateRate, kLateRate, 1e-9) << "what was held out is not known to the fit";
  EXPECT_LT(found.probes[0].reached, found.probes[0].predicted);
  EXPECT_GT(found.probes[0].error, .01);
  EXPECT_GE(found.probes[0].costAboveBest, 0);
}

TEST(Judgement, NeedsPromptsOnBothSidesAndAProbe) {
  auto given = caseOf(3);
  const auto refusal = [&](int heldOut) {
    const auto found = judgeDeviation(given.results, given.profile, SamenessMeasure::Ssim, SamenessFloor::OtherSeed,
                                      DivergenceKind::RelativeL2, .9, heldOut);
    EXPECT_FALSE(found);
    return found ? std::string() : found.error().message;
  };
  EXPECT_NE(refusal(0).find("held out"), std::string::npos);
  EXPECT_NE(refusal(3).find("held out"), std::string::npos);
  given.profile.cells.pop_back();
  EXPECT_NE(refusal(1).find("probed"), std::string::npos);
}

TEST(KeptFit, IsFoundForItsPair) {
  const TemporaryFolder folder;
  const lab::ProbeStore store(folder / "probes");
  EXPECT_TRUE(store.loadFits("0123").empty());
  const auto fit = fitOf(caseOf(3));
  auto other = fit;
  other.settings["width"] = "96";
  other.scale = 2;
  store.keep(fit);
  store.keep(other);
  EXPECT_EQ(store.loadFits("0123").size(), 2u);
  EXPECT_TRUE(store.loadFits("4567").empty());
  other.scale = 3;
  store.keep(other);
  const auto found = store.loadFits("0123");
  ASSERT_EQ(found.size(), 2u) << "the same settings and measure are replaced";
  EXPECT_EQ(std::ranges::count(found, fit), 1);
  EXPECT_EQ(std::ranges::count(found, other), 1);
}

TEST(KeptFit, IsRefusedByNameIfItIsDamagedOrForeign) {
  const TemporaryFolder folder;
  const lab::ProbeStore store(folder / "probes");
  const auto fit = fitOf(caseOf(3));
  store.keep(fit);
  fs::path file;
  for (const auto& entry : fs::recursive_directory_iterator(folder.path()))
    if (entry.is_regular_file()) file = entry.path();
  const auto refusal = [&](const std::string& text) {
    writeTextAtomically(file, text);
    try {
      static_cast<void>(store.loadFits("0123"));
    } catch (const Failure& failure) {
      return std::string(failure.what());
    }
    return std::string();
  };
  auto foreign = fit;
  foreign.pair = "4567";
  auto negative = fit;
  negative.exponent = -1;
  auto unbounded = fit;
  unbounded.maxLate = 2;
  std::vector<std::string> texts{"{", "{}", lab::toJson(foreign), lab::toJson(negative), lab::toJson(unbounded)};
  // Of those, predictions would not be numbers.
  for (const auto member : {&DeviationFit::scale, &DeviationFit::exponent, &DeviationFit::lateRate,
                            &DeviationFit::growth, &DeviationFit::spread}) {
    auto boundless = fit;
    boundless.*member = 1e300;
    texts.push_back(lab::toJson(boundless));
  }
  auto changed = parseJson(lab::toJson(fit), "fit");
  changed["scale"] = fit.scale * 2;
  texts.push_back(changed.dump());
  for (const auto& text : texts) {
    const auto message = refusal(text);
    EXPECT_NE(message.find(file.string()), std::string::npos) << text << message;
    EXPECT_NE(message.find("remove"), std::string::npos) << message;
  }
  EXPECT_EQ(refusal(lab::toJson(fit)), "");

  // Version 1 had no growth.
  auto before = parseJson(lab::toJson(fit), "fit");
  before.erase("growth");
  before.erase("checksum");
  before["version"] = 1;
  EXPECT_EQ(refusal(before.dump()), "");
  EXPECT_EQ(store.loadFits("0123").front(), fit) << "which was fitted without growth";

  const auto newer = fmt::format(R"({{"format": "flowblend-deviation", "version": {}}})", lab::kFitVersion + 1);
  EXPECT_NE(refusal(newer).find("move away"), std::string::npos);
  EXPECT_THROW(store.keep(fit), Failure);
  EXPECT_EQ(readTextFile(file), newer) << "nothing of a newer version is replaced";
}

// The largest and smallest constants that are taken still predict numbers.
TEST(KeptFit, ThatIsTakenPredictsNumbers) {
  const auto given = caseOf(3);
  for (const double scale : {1e-100, 1e100})
    for (const double others : {1e-300, 100.}) {
      auto fit = fitOf(given);
      fit.scale = scale;
      fit.exponent = fit.lateRate = fit.growth = fit.spread = others;
      ASSERT_EQ(lab::problemOf(fit), "");
      const auto predictions = predict(fit, given.profile, given.results.run, given.results.sweep.scheduleOf({0, 0}),
                                       given.results.sweep.candidates);
      ASSERT_TRUE(predictions) << predictions.error().message;
      for (const auto& each : predictions.value())
        for (const double value : {each.sameness, each.low, each.high}) EXPECT_FALSE(std::isnan(value));
    }
}

}  // namespace
}  // namespace fb
