// SPDX-License-Identifier: MIT
#include "flowblend/events.h"

#include <gtest/gtest.h>

namespace fb {
namespace {

StepReport sample() {
  StepReport report;
  report.step = 6;
  report.end = 9;
  report.steps = 20;
  report.sigma = 0.7;
  report.timestep = 699.99;
  report.model = Model::Small;
  report.seconds = 1.5;
  report.secondsLeft = 12.25;
  report.divergence = Divergence{0.125, 0.0078125};
  report.reused = true;
  return report;
}

void expectSame(const StepReport& report, const StepReport& expected) {
  EXPECT_EQ(report.step, expected.step);
  EXPECT_EQ(report.end, expected.end);
  EXPECT_EQ(report.steps, expected.steps);
  EXPECT_EQ(report.sigma, expected.sigma);
  EXPECT_EQ(report.timestep, expected.timestep);
  EXPECT_EQ(report.model, expected.model);
  EXPECT_EQ(report.seconds, expected.seconds);
  EXPECT_EQ(report.secondsLeft, expected.secondsLeft);
  EXPECT_EQ(report.reused, expected.reused);
  EXPECT_EQ(report.check, expected.check);
  EXPECT_EQ(report.change, expected.change);
  EXPECT_EQ(report.velocityChange, expected.velocityChange);
  EXPECT_EQ(report.settling, expected.settling);
  ASSERT_EQ(report.conditionalDivergence.has_value(), expected.conditionalDivergence.has_value());
  if (report.conditionalDivergence) {
    EXPECT_EQ(report.conditionalDivergence->relativeL2, expected.conditionalDivergence->relativeL2);
    EXPECT_EQ(report.conditionalDivergence->cosineDistance, expected.conditionalDivergence->cosineDistance);
  }
  ASSERT_EQ(report.divergence.has_value(), expected.divergence.has_value());
  if (!report.divergence) return;
  EXPECT_EQ(report.divergence->relativeL2, expected.divergence->relativeL2);
  EXPECT_EQ(report.divergence->cosineDistance, expected.divergence->cosineDistance);
}

TEST(StepReports, RoundTripEveryField) {
  auto plain = sample();
  plain.divergence.reset();
  plain.reused = false;
  plain.model = Model::Large;
  auto passed = plain, refused = plain;
  passed.check = GuardCheck::Passed;
  refused.check = GuardCheck::Refused;
  auto whole = sample();
  whole.conditionalDivergence = Divergence{0.0625, 0.00390625};
  whole.change = 0.1 + 0.2;
  whole.velocityChange = 0.1 + 0.7;
  whole.settling = -0.1 - 0.2;
  for (const auto& report : {sample(), plain, passed, refused, whole}) {
    const auto read = stepReportFromJson(toJson(report));
    ASSERT_TRUE(read) << read.error().message;
    expectSame(read.value(), report);
  }
  const auto list = stepReportsFromJson(toJson(std::vector{sample(), plain}));
  ASSERT_TRUE(list) << list.error().message;
  ASSERT_EQ(list.value().size(), 2u);
  expectSame(list.value()[0], sample());
  expectSame(list.value()[1], plain);
  EXPECT_TRUE(stepReportsFromJson("[]").value().empty());
}

TEST(StepReports, ReadWhatRunFoldersKeptBefore) {
  const auto read = stepReportFromJson(R"({"step": 6, "end": 9, "steps": 20, "sigma": 0.7, "timestep": 699.99,
      "model": "small", "seconds": 1.5, "seconds_left": 12.25, "divergence": [0.125, 0.0078125]})");
  ASSERT_TRUE(read) << read.error().message;
  auto before = sample();
  before.reused = false;
  expectSame(read.value(), before);
  const auto oldest = stepReportFromJson(R"({"step": 6, "steps": 20, "sigma": 0.7, "timestep": 699.99,
      "model": "large", "seconds": 1.5, "seconds_left": 12.25})");
  ASSERT_TRUE(oldest) << oldest.error().message;
  EXPECT_EQ(oldest.value().end, 7);
  EXPECT_EQ(oldest.value().model, Model::Large);
}

TEST(StepReports, ReadWhatTheStudioKeptBefore) {
  const auto read = stepReportFromJson(R"({"step": 6, "end": 9, "steps": 20, "sigma": 0.7, "timestep": 699.99,
      "seconds": 1.5, "small": true, "l2": 0.125, "cosine": 0.0078125})");
  ASSERT_TRUE(read) << read.error().message;
  auto expected = sample();
  expected.secondsLeft = 0;
  expected.reused = false;
  expectSame(read.value(), expected);
}

TEST(StepReports, MistakesAreNamed) {
  for (const auto& [text, named] :
       {std::pair{R"({"steps": 20})", "step"},
        {R"({"step": 0, "steps": 2, "sigma": 1, "timestep": 1000, "seconds": 1, "model": "middle"})", "model"},
        {R"({"step": 0, "steps": 2, "sigma": 1, "timestep": 1000, "seconds": 1, "model": "large", "divergence": [1]})",
         "divergence"},
        {R"({"step": 0, "steps": 2, "sigma": 1, "timestep": 1000, "seconds": 1, "model": "large", "check": "maybe"})",
         "check"},
        {R"({"step": 0, "steps": 2, "sigma": 1, "timestep": 1000, "seconds": 1, "model": "large", "change": "some"})",
         "change"},
        {R"({"step": 0.5, "steps": 2})", "step"},
        {"[]", "object"},
        {"{", "JSON"}}) {
    const auto read = stepReportFromJson(text);
    ASSERT_FALSE(read) << text;
    EXPECT_EQ(read.error().kind, ErrorKind::Corrupt);
    EXPECT_NE(read.error().message.find(named), std::string::npos) << read.error().message;
  }
  EXPECT_FALSE(stepReportsFromJson("{}"));
  EXPECT_FALSE(stepReportsFromJson("[1]"));
}

}  // namespace
}  // namespace fb
