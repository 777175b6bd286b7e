// SPDX-License-Identifier: MIT
// What sweeps of known data speak for.
#include "flowblend/proposal.h"
#include "lab/report_page.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>

namespace fb {
namespace {

// The distance of a candidate as a share of the floor's, for each prompt.
using DistanceOf = std::function<double(int prompt, const SweepCandidate&)>;

// A large step costs 1, a small one 0.1; the distance between two seeds is 0.5 in every measure.
SweepResults resultsOf(int steps, const std::vector<double>& early, const std::vector<double>& late, int prompts,
                       const DistanceOf& distance) {
  SweepResults results;
  auto& sweep = results.sweep;
  sweep.base.sampling.schedule = {0, 0, steps, 0};
  sweep.prompts.assign(static_cast<std::size_t>(prompts), "a cat");
  sweep.seeds = {1};
  sweep.candidates = sweepGrid(steps, early, late);
  results.run.largeStep.flops = 1;
  results.run.smallStep.flops = 0.1;
  results.run.sampling = results.run.total = 0.1 * steps;
  results.run.samplingLargeOnly = results.run.totalLargeOnly = steps;
  const auto record = [](const SweepRun& run, double far) {
    SweepRecord made{run, 1, far, ClipComparison{1 - far, far, 20, far, 0.2 + far, 0.2}, 2, 1, {far, far}};
    return made;
  };
  for (int prompt = 0; prompt < prompts; ++prompt) {
    for (const auto& candidate : sweep.candidates) {
      const double share = candidate == sweep.largeOnly() ? 0 : distance(prompt, candidate);
      results.records.push_back(record({prompt, 1, candidate}, 0.5 * share));
    }
    results.records.push_back(record({prompt, 2, sweep.largeOnly()}, 0.5));
  }
  return results;
}

SweepScores scoresOf(const SweepResults& results, SamenessMeasure by = SamenessMeasure::Ssim) {
  auto scores = scoreSweep(results, by);
  if (!scores) throw std::runtime_error(scores.error().message);
  return std::move(scores).value();
}

const std::vector<double> kEarly{0.2, 0.4, 0.6}, kLate{0, 0.2};

// Falls fast below 40 % at the start; 20 % at the end brings a tenth.
double known(int, const SweepCandidate& candidate) {
  const double missing = candidate.early >= 6 ? 0.15 : candidate.early >= 4 ? 0.2 : candidate.early >= 2 ? 0.7 : 0.9;
  return missing - (candidate.late > 0 ? 0.1 : 0);
}

TEST(Scores, AreSharesOfTheWayFromTheFloorToIdentity) {
  for (const auto measure : kSamenessMeasures) {
    const auto scores = scoresOf(resultsOf(10, kEarly, kLate, 2, known), measure);
    EXPECT_EQ(scores.candidates.size(), 8u);
    EXPECT_NEAR(scores.sameness(scores.of({4, 0})), 0.8, 1e-12) << toString(measure);
    EXPECT_NEAR(scores.sameness(scores.of({10, 0})), 1, 1e-12);
    EXPECT_NEAR(scores.sameness(scores.of({0, 0})), 0.1, 1e-12);
    EXPECT_NEAR(scores.of({4, 0}).samenessToSmall[0], 1 - 0.2 / 0.9, 1e-12);
    EXPECT_NEAR(scores.of({4, 0}).low, 0.8, 1e-12) << "all prompts are the same";
    EXPECT_NEAR(scores.of({4, 2}).cost, 0.6 + 0.04, 1e-12);
    EXPECT_NEAR(scores.of({4, 2}).seconds, 3, 1e-12);
    EXPECT_EQ(scores.candidates.front().candidate, (SweepCandidate{0, 0}));
    EXPECT_EQ(scores.candidates.back().candidate, (SweepCandidate{10, 0}));
    EXPECT_EQ(scores.cells, 2u);
  }
}

// A model may make nearly the same clip from every seed; then the small model's clip is the scale.
TEST(Scores, StartFromTheFloorThatIsFurther) {
  auto results = resultsOf(10, kEarly, kLate, 2, known);
  EXPECT_EQ(scoresOf(results).from, SamenessFloor::OtherSeed);
  for (auto& record : results.records)
    if (record.isFloor()) record.clip->ssim = 0.99;
  const auto scores = scoresOf(results);
  EXPECT_EQ(scores.from, SamenessFloor::SmallModel);
  EXPECT_NEAR(scores.sameness(scores.of({4, 0})), 1 - 0.2 / 0.9, 1e-12);
  EXPECT_NEAR(scores.of({4, 0}).low, 1 - 0.2 / 0.9, 1e-12);
  EXPECT_NEAR(scores.sameness(scores.of({0, 0})), 0, 1e-12);
  EXPECT_NEAR(scores.of({4, 0}).samenessToSeed[0], 1 - 0.1 / 0.01, 1e-9);
  const auto asked = scoreSweep(results, SamenessMeasure::Ssim, SamenessFloor::OtherSeed).value();
  EXPECT_EQ(asked.sameness(asked.of({4, 0})), asked.of({4, 0}).samenessToSeed[0]);
}

TEST(Scores, KnowTheFront) {
  const auto scores = scoresOf(resultsOf(10, kEarly, kLate, 1, known));
  for (const auto& score : scores.candidates) {
    const int early = score.candidate.early, late = score.candidate.late;
    // 6 large steps: 40 % and 20 % (.9) against 60 % and none (.85).
    EXPECT_EQ(score.isOnFront, !(early == 2 && late == 2) && !(early == 6 && late == 0)) << early << ", " << late;
  }
}

TEST(Scores, TellTheSpreadOverPrompts) {
  const auto spread = [](int prompt, const SweepCandidate& candidate) {
    return candidate.early == 4 ? (prompt % 2 == 0 ? 0.1 : 0.3) : 0.5;
  };
  const auto results = resultsOf(10, kEarly, kLate, 8, spread);
  const auto scores = scoresOf(results);
  const auto& score = scores.of({4, 0});
  EXPECT_NEAR(scores.sameness(score), 0.8, 1e-12);
  // The standard error is .1 / sqrt(8); 1.645 of it to each side, on a grid of .025.
  EXPECT_NEAR(score.low, 0.8 - 0.058, 0.02);
  EXPECT_NEAR(score.high, 0.8 + 0.058, 0.02);
  EXPECT_EQ(scoresOf(results).of({4, 0}).low, score.low) << "the resamplings are always the same";
  const std::vector<int> even{0, 2};
  EXPECT_NEAR(scoreSweep(results, SamenessMeasure::Ssim, {}, even).value().of({4, 0}).low, 0.9, 1e-12);
}

TEST(Scores, CountOnlyFinishedPrompts) {
  auto results = resultsOf(10, kEarly, kLate, 2, known);
  results.records.pop_back();
  EXPECT_EQ(scoresOf(results).prompts, std::vector{0});
  const std::vector<int> last{1};
  const auto none = scoreSweep(results, SamenessMeasure::Ssim, {}, last);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, ErrorKind::Invalid);
}

TEST(Scores, OfClipsThatAreNotDecodedKnowLatentsAlone) {
  auto results = resultsOf(10, kEarly, kLate, 3, known);
  const auto whole = scoresOf(results, SamenessMeasure::Latents);
  results.sweep.latentsOnly = true;
  // The first prompt was decoded.
  for (auto& record : results.records)
    if (record.run.prompt > 0) record.clip.reset(), record.perceptual = {};
  const auto scores = scoresOf(results, SamenessMeasure::Latents);
  EXPECT_EQ(scores.measures, std::vector{SamenessMeasure::Latents});
  EXPECT_EQ(scores.prompts.size(), 3u);
  EXPECT_FALSE(scores.of({4, 0}).psnr);
  for (const auto& score : whole.candidates) {
    EXPECT_TRUE(score.psnr);
    EXPECT_EQ(scores.sameness(scores.of(score.candidate)), whole.sameness(score));
    EXPECT_EQ(scores.of(score.candidate).cost, score.cost) << "of a whole run, which is decoded";
  }
  EXPECT_EQ(measuredOr(results, SamenessMeasure::Lpips), SamenessMeasure::Lpips);
  EXPECT_EQ(scoresOf(results, SamenessMeasure::Ssim).prompts, std::vector{0});
  for (auto& record : results.records) record.clip.reset(), record.perceptual = {};
  for (const auto measure : kSamenessMeasures) {
    if (measure == SamenessMeasure::Latents) continue;
    EXPECT_EQ(measuredOr(results, measure), SamenessMeasure::Latents);
    const auto refused = scoreSweep(results, measure);
    ASSERT_FALSE(refused) << toString(measure);
    EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
    EXPECT_NE(refused.error().message.find("not decoded"), std::string::npos) << refused.error().message;
  }
}

TEST(Scores, NeedAFloorThatIsNotIdentity) {
  auto results = resultsOf(10, kEarly, kLate, 1, known);
  results.records.back().clip->motion = 0;
  EXPECT_TRUE(scoreSweep(results, SamenessMeasure::Ssim));
  EXPECT_EQ(scoresOf(results, SamenessMeasure::Motion).from, SamenessFloor::SmallModel);
  const auto refused = scoreSweep(results, SamenessMeasure::Motion, SamenessFloor::OtherSeed);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find("motion"), std::string::npos);
}

TEST(Scores, CountOnlyPromptsThatTheMeasureKnows) {
  auto results = resultsOf(10, kEarly, kLate, 2, known);
  EXPECT_EQ(scoresOf(results, SamenessMeasure::Lpips).measures.size(), kSamenessMeasures.size());
  results.records.back().perceptual.lpips.reset();
  EXPECT_EQ(scoresOf(results, SamenessMeasure::Lpips).prompts, std::vector{0});
  const auto scores = scoresOf(results);
  EXPECT_EQ(scores.prompts, (std::vector{0, 1}));
  EXPECT_EQ(std::ranges::count(scores.measures, SamenessMeasure::Lpips), 0);
  EXPECT_EQ(std::ranges::count(scores.measures, SamenessMeasure::Dinov2), 1);
  EXPECT_EQ(measuredOr(results, SamenessMeasure::Lpips), SamenessMeasure::Lpips);
  for (auto& record : results.records) record.perceptual.lpips.reset();
  EXPECT_EQ(measuredOr(results, SamenessMeasure::Lpips), SamenessMeasure::Ssim);
  const auto refused = scoreSweep(results, SamenessMeasure::Lpips);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().kind, ErrorKind::Invalid);
  EXPECT_NE(refused.error().message.find("lpips"), std::string::npos) << refused.error().message;
}

TEST(Proposal, IsTheCheapestThatIsNearEnough) {
  const auto scores = scoresOf(resultsOf(10, kEarly, kLate, 1, known));
  EXPECT_EQ(propose(scores, 0).cheapest, (SweepCandidate{0, 0}));
  EXPECT_EQ(propose(scores, 0.2).cheapest, (SweepCandidate{2, 0}));
  EXPECT_EQ(propose(scores, 0.79).cheapest, (SweepCandidate{4, 0}));
  EXPECT_EQ(propose(scores, 0.81).cheapest, (SweepCandidate{4, 2}));
  EXPECT_EQ(propose(scores, 0.94).cheapest, (SweepCandidate{6, 2}));
  EXPECT_EQ(propose(scores, 0.96).cheapest, (SweepCandidate{10, 0}));
}

TEST(Proposal, IsSureOnlyIfTheIntervalIs) {
  const auto uneven = [](int prompt, const SweepCandidate& candidate) {
    if (candidate.early == 4) return prompt % 2 == 0 ? 0.1 : 0.3;
    return candidate.early == 6 ? 0.12 : 0.9;
  };
  const auto proposal = propose(scoresOf(resultsOf(10, kEarly, kLate, 8, uneven)), 0.79);
  EXPECT_EQ(proposal.cheapest, (SweepCandidate{4, 0}));
  EXPECT_EQ(proposal.sure, (SweepCandidate{6, 0}));
}

TEST(Proposal, FindsKneeAndThePapersBoundaries) {
  const auto proposal = propose(scoresOf(resultsOf(10, kEarly, kLate, 1, known)), 0.5);
  EXPECT_EQ(proposal.knee, (SweepCandidate{4, 0}));
  EXPECT_EQ(proposal.paper.early, 4);
  // From 4 early steps: none .8, two .9, six 1. The line rises by .0333 a step, so two are .033 above it.
  EXPECT_EQ(proposal.paper, (SweepCandidate{4, 2}));
  const auto useless = [](int, const SweepCandidate& candidate) { return candidate.early >= 4 ? 0.2 : 0.8; };
  EXPECT_EQ(propose(scoresOf(resultsOf(10, kEarly, kLate, 1, useless)), 0.5).paper, (SweepCandidate{4, 0}))
      << "the late stage brings nothing";
}

// share: of the floor's distance, the same for all prompts. steps: of both models, for each prompt.
void addRival(SweepResults& results, const SweepCandidate& rival, double share,
              const std::vector<std::pair<int, int>>& steps) {
  results.sweep.candidates.push_back(rival);
  for (int prompt = 0; prompt < static_cast<int>(results.sweep.prompts.size()); ++prompt) {
    const auto& [large, small] = steps.at(static_cast<std::size_t>(prompt));
    const double far = 0.5 * share;
    const ClipComparison clip{1 - far, far, 20, far, 0.2 + far, 0.2};
    results.records.push_back(SweepRecord{{prompt, 1, rival}, 1, far, clip, 2, 1, {far, far}, large, small});
  }
}

TEST(Rivals, AreOnTheFrontAndNeverProposed) {
  const auto alone = resultsOf(10, kEarly, kLate, 2, known);
  auto results = alone;
  const SweepCandidate fewer{3, 0, 3}, guarded{2, 2, 0, 2, 0.7};
  addRival(results, fewer, 0.01, {{0, 0}, {0, 0}});
  addRival(results, guarded, 0.3, {{8, 4}, {6, 6}});
  const auto scores = scoresOf(results);
  EXPECT_EQ(scores.prompts.size(), 2u);
  EXPECT_NEAR(scores.of(fewer).cost, 0.3, 1e-12);
  EXPECT_NEAR(scores.of(guarded).cost, (8.4 + 6.6) / 2 / 10, 1e-12) << "the mean of what the runs took";
  EXPECT_NEAR(scores.sameness(scores.of(fewer)), 0.99, 1e-12);
  EXPECT_TRUE(scores.of(fewer).isOnFront);
  EXPECT_FALSE(scores.of({4, 0}).isOnFront) << "a rival is cheaper and nearer";
  EXPECT_TRUE(scoresOf(alone).of({4, 0}).isOnFront);
  for (const double asked : {0.0, 0.5, 0.79, 0.94, 0.96, 1.0}) {
    const auto proposal = propose(scores, asked), before = propose(scoresOf(alone), asked);
    EXPECT_EQ(proposal.cheapest, before.cheapest) << asked;
    EXPECT_EQ(proposal.sure, before.sure) << asked;
    EXPECT_EQ(proposal.knee, before.knee) << asked;
    EXPECT_EQ(proposal.paper, before.paper) << asked;
  }
  const auto page = lab::html({results, scores, propose(scores, 0.79), {}});
  EXPECT_NE(page.find("<td>large model, 3 steps</td>"), std::string::npos);
  EXPECT_NE(page.find("guard 0.7 every 2, 20 % / 20 %"), std::string::npos);
  EXPECT_NE(page.find("<rect"), std::string::npos);
  EXPECT_EQ(lab::html({alone, scoresOf(alone), propose(scoresOf(alone), 0.79), {}}).find("<rect"), std::string::npos);
  results.records.pop_back();
  EXPECT_EQ(scoresOf(results).prompts, std::vector{0}) << "a prompt is finished with its rivals";
}

TEST(Report, EscapesWhatItShowsAndEncodesItsClips) {
  auto results = resultsOf(10, kEarly, kLate, 1, known);
  results.sweep.prompts = {"<b>\"cats\" & dogs</b>"};
  results.sweep.base.pair.name = "A<B";
  const auto scores = scoresOf(results);
  const auto page = lab::html({results, scores, propose(scores, 0.79), {{{4, 2}, "GIF89a"}}});
  EXPECT_NE(page.find("&lt;b&gt;&quot;cats&quot; &amp; dogs&lt;/b&gt;"), std::string::npos);
  EXPECT_EQ(page.find("<b>\"cats"), std::string::npos);
  EXPECT_NE(page.find("A&lt;B"), std::string::npos);
  EXPECT_NE(page.find("data:image/gif;base64,R0lGODlh"), std::string::npos);
  EXPECT_NE(page.find("<td>40 % / 0 %</td>"), std::string::npos);
  EXPECT_EQ(lab::base64(""), "");
  EXPECT_EQ(lab::base64("M"), "TQ==");
  EXPECT_EQ(lab::base64("Ma"), "TWE=");
  EXPECT_EQ(lab::base64("\xff\xfe\xfd"), "//79");
}

TEST(Proposal, OfAStraightLineIsItsBeginning) {
  const auto straight = [](int, const SweepCandidate& candidate) {
    return 1 - (candidate.early + candidate.late) / 10.0;
  };
  const auto proposal = propose(scoresOf(resultsOf(10, kEarly, kLate, 1, straight)), 0.5);
  EXPECT_EQ(proposal.knee, (SweepCandidate{0, 0}));
  EXPECT_EQ(proposal.paper.early, 0);
}

}  // namespace
}  // namespace fb
