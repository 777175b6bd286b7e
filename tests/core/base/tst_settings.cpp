// SPDX-License-Identifier: MIT
// Every row of the table of settings, through everything in core/base that reads it. A new row is tested here
// automatically.
#include "flowblend/settings.h"

#include "base/json.h"
#include "base/settings_json.h"
#include "other_value.h"

#include <gtest/gtest.h>

#include <limits>
#include <set>

namespace fb {
namespace {

constexpr auto kLargestSeed = std::numeric_limits<std::uint64_t>::max();

GenerationRequest with(const Setting& setting, const SettingValue& value) {
  GenerationRequest request;
  const auto done = setting.assign(value, request);
  EXPECT_TRUE(done) << setting.key;
  return request;
}

bool sameSettings(const GenerationRequest& a, const GenerationRequest& b) {
  return a.clip == b.clip && a.sampling == b.sampling && a.options == b.options;
}

class EverySetting : public testing::TestWithParam<const Setting*> {
protected:
  const Setting& m_setting = *GetParam();
};

std::vector<const Setting*> rows() {
  std::vector<const Setting*> rows;
  for (const auto& setting : kSettings) rows.push_back(&setting);
  return rows;
}
INSTANTIATE_TEST_SUITE_P(Settings, EverySetting, testing::ValuesIn(rows()),
                         [](const auto& row) { return std::string(row.param->key); });

TEST_P(EverySetting, IsFoundByItsKeyAndItsMember) {
  EXPECT_EQ(findSetting(m_setting.key), &m_setting);
  EXPECT_EQ(&settingOf(m_setting.member), &m_setting);
}

TEST_P(EverySetting, HasADefaultThatIsLegal) {
  EXPECT_EQ(m_setting.value({}), m_setting.defaultValue());
  EXPECT_EQ(m_setting.problem({}), "");
}

TEST_P(EverySetting, IsItsOwnMember) {
  const auto value = otherValue(m_setting);
  const auto request = with(m_setting, value);
  EXPECT_EQ(m_setting.value(request), value);
  EXPECT_EQ(m_setting.problem(request), "");
  EXPECT_FALSE(sameSettings(request, {}));
  for (const auto& other : kSettings)
    EXPECT_TRUE(&other == &m_setting || other.value(request) == other.defaultValue()) << other.key;
}

TEST_P(EverySetting, RefusesValuesOfOtherTypes) {
  GenerationRequest request;
  const SettingValue wrong =
      m_setting.type() == SettingType::Flag ? SettingValue(std::string("x")) : SettingValue(true);
  const auto refused = m_setting.assign(wrong, request);
  ASSERT_FALSE(refused);
  EXPECT_NE(refused.error().message.find(m_setting.key), std::string::npos) << refused.error().message;
  EXPECT_TRUE(sameSettings(request, {}));
}

TEST_P(EverySetting, RefusesNumbersOutsideItsRange) {
  const auto type = m_setting.type();
  if (type != SettingType::Whole && type != SettingType::Number && type != SettingType::OptionalNumber) return;
  const auto legal = m_setting.rangeFor({});
  ASSERT_LT(legal.min, legal.max);
  std::vector<double> wrong{legal.min - 1, legal.max + 1, -1e9, 1e9};
  if (legal.aboveMin) wrong.push_back(legal.min);
  if (legal.step > 1) wrong.push_back(legal.min + 1);
  if (type != SettingType::Whole)
    wrong.insert(wrong.end(), {std::nan(""), std::numeric_limits<double>::infinity(), legal.max + 1e-9});
  for (const double number : wrong) {
    const auto value =
        type == SettingType::Whole ? SettingValue(static_cast<std::int64_t>(number)) : SettingValue(number);
    const auto problem = m_setting.problem(with(m_setting, value));
    EXPECT_EQ(problem.rfind(m_setting.key, 0), 0u) << number << ": " << problem;
  }
  for (const double number : {legal.min, legal.max})
    EXPECT_EQ(legal.contains(number), !(legal.aboveMin && number == legal.min)) << number;
}

TEST_P(EverySetting, GoesThroughTheJsonOfItsCarriers) {
  const auto value = otherValue(m_setting);
  const auto changed = with(m_setting, value);
  for (const auto carrier : {kInRequest, kInPortable, kInPair}) {
    const auto json = nlohmann::json::parse(settingsToJson(changed, carrier).dump());
    EXPECT_EQ(json.contains(m_setting.key), m_setting.carriedBy(carrier)) << json;
    GenerationRequest read;
    readSettings(JsonObject(json, "the document"), carrier, read);
    EXPECT_TRUE(sameSettings(read, m_setting.carriedBy(carrier) ? changed : GenerationRequest())) << json;
    const auto unchanged = settingsToJson({}, carrier);
    EXPECT_EQ(unchanged.contains(m_setting.key),
              m_setting.carriedBy(carrier) && m_setting.presence != SettingPresence::IfChanged);
  }
}

TEST_P(EverySetting, IsMissedOrNotAsTheTableSays) {
  if (!m_setting.carriedBy(kInRequest)) return;
  auto json = nlohmann::json::parse(settingsToJson({}, kInRequest).dump());
  json.erase(m_setting.key);
  GenerationRequest read;
  std::string message;
  try {
    readSettings(JsonObject(json, "the document"), kInRequest, read);
  } catch (const Failure& failure) {
    message = failure.error().message;
  }
  EXPECT_TRUE(sameSettings(read, {}));
  EXPECT_EQ(message, m_setting.presence == SettingPresence::Required
                         ? std::string("the document: the field \"") + m_setting.key + "\" is missing"
                         : "");
}

TEST_P(EverySetting, IsRefusedByNameIfItsJsonIsOfAnotherType) {
  if (!m_setting.carriedBy(kInRequest)) return;
  auto json = nlohmann::json::parse(settingsToJson({}, kInRequest).dump());
  json[m_setting.key] = nlohmann::json::object();
  GenerationRequest read;
  try {
    readSettings(JsonObject(json, "the document"), kInRequest, read);
    FAIL() << "accepted";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.error().kind, ErrorKind::Corrupt);
    EXPECT_EQ(failure.error().message.rfind(std::string("the document: \"") + m_setting.key + "\"", 0), 0u)
        << failure.error().message;
  }
}

TEST_P(EverySetting, IsParsedFromItsText) {
  if (m_setting.type() == SettingType::Images || m_setting.type() == SettingType::Loras) return;
  const auto value = otherValue(m_setting);
  const auto parsed = m_setting.parse(settingText(value));
  ASSERT_TRUE(parsed) << parsed.error().message;
  EXPECT_EQ(parsed.value(), value);
}

TEST_P(EverySetting, IsToldInPlainSentences) {
  EXPECT_FALSE(std::string_view(m_setting.label).empty());
  const std::string_view help = m_setting.help;
  ASSERT_FALSE(help.empty());
  EXPECT_TRUE(help.ends_with('.')) << help;
  const std::string_view option = m_setting.option;
  EXPECT_TRUE(option.empty() || m_setting.longOption().starts_with("--")) << option;
  if (m_setting.type() == SettingType::OptionalNumber) {
    const auto* other = findSetting(m_setting.unsetMeans);
    ASSERT_TRUE(other) << "what counts if it is not set?";
    EXPECT_EQ(other->type(), SettingType::Number);
  }
  std::set<std::string_view> names;
  for (const auto& choice : m_setting.choices()) {
    EXPECT_TRUE(names.insert(choice.name).second) << choice.name;
    EXPECT_FALSE(std::string_view(choice.label).empty());
  }
}

TEST_P(EverySetting, IsWrittenWithARuleIfTheTableSaysSo) {
  if (*m_setting.writtenWith == '\0') return;
  const auto* rules = findSetting(m_setting.writtenWith);
  ASSERT_TRUE(rules) << m_setting.writtenWith;
  ASSERT_EQ(rules->type(), SettingType::Choice);
  for (const auto& choice : rules->choices()) {
    const SettingValue chosen = std::string(choice.name);
    for (const auto carrier : {kInRequest, kInPortable, kInPair})
      EXPECT_EQ(settingsToJson(with(*rules, chosen), carrier).contains(m_setting.key), chosen != rules->defaultValue())
          << choice.name;
  }
}

// Settings that not all rows have.

struct Typed {
  const char* key;
  const char* text;
  std::optional<SettingValue> expected;
};

TEST(SettingParse, TakesExactDecimalNumbersAndNothingElse) {
  const std::optional<SettingValue> refused;
  const auto whole = [](std::int64_t number) { return std::optional<SettingValue>(number); };
  const std::vector<Typed> table{
      {"seed", "0", std::uint64_t{0}},
      {"seed", "18446744073709551615", kLargestSeed},
      {"seed", "18446744073709551616", refused},
      {"seed", "-1", refused},
      {"seed", "-0", refused},
      {"seed", "+1", refused},
      {"seed", "1.0", refused},
      {"seed", "0x10", refused},
      {"seed", " 1", refused},
      {"seed", "1 ", refused},
      {"seed", "1_000", refused},
      {"seed", "", refused},
      {"seed", "010", std::uint64_t{10}},  // decimal, as it reads
      {"seed", "08", std::uint64_t{8}},
      {"steps", "010", whole(10)},
      {"steps", "-3", whole(-3)},  // a number; validation tells its range
      {"steps", "2147483648", refused},
      {"steps", "1e2", refused},
      {"steps", "12x", refused},
      {"steps", "1'000", refused},
      {"fps", "1.5", 1.5},
      {"fps", "1,5", refused},
      {"fps", "16", 16.},
      {"fps", "1e1", 10.},
      {"fps", "nan", refused},
      {"fps", "inf", refused},
      {"fps", "1e999", refused},
      {"fps", "0x1p3", refused},
      {"guidance_small", "2.5", 2.5},
      {"guidance_small", "", refused},
      {"solver", "euler", std::string("euler")},
      {"solver", "Euler", std::string("euler")},
      {"solver", "DPM++", std::string("dpm++")},
      {"solver", "Eulers", refused},
      {"solver", "", refused},
      {"two_pass", "true", true},
      {"two_pass", "TRUE", true},
      {"two_pass", "FALSE", false},
      {"two_pass", "True", true},
      {"two_pass", "True or false", refused},
      {"two_pass", "1", refused},
  };
  for (const auto& row : table) {
    const auto parsed = findSetting(row.key)->parse(row.text);
    ASSERT_EQ(parsed.ok(), row.expected.has_value()) << row.key << " " << row.text;
    if (parsed)
      EXPECT_EQ(parsed.value(), *row.expected) << row.key << " " << row.text;
    else
      EXPECT_NE(parsed.error().message.find('"' + std::string(row.text) + '"'), std::string::npos);
  }
}

TEST(SettingParse, TakesListsOfExactNumbers) {
  const auto& sigmas = settingOf(&SamplingSettings::sigmas);
  const auto parsed = sigmas.parse("1,0.9375,.5,1e-2");
  ASSERT_TRUE(parsed) << parsed.error().message;
  EXPECT_EQ(parsed.value(), SettingValue(std::vector{1., 0.9375, 0.5, 0.01}));
  EXPECT_EQ(sigmas.parse("none").value(), SettingValue(std::vector<double>()));
  EXPECT_EQ(settingText(std::vector<double>()), "none");
  EXPECT_EQ(settingText(std::vector{1., 0.1 + 0.2}), "1,0.30000000000000004");
  for (const auto* refused :
       {"", ",", "1,", ",1", "1,,0.5", "1 ,0.5", "1;0.5", "1,x", "1,nan", "1,inf", "1,0x1", "none,1"})
    EXPECT_FALSE(sigmas.parse(refused)) << refused;
}

TEST(SettingParse, TakesListsOfImagesAndLoras) {
  const auto& images = settingOf(&ClipSpec::images);
  const auto& loras = settingOf(&SamplingSettings::loras);
  EXPECT_EQ(images.parse("none").value(), SettingValue(std::vector<ImageCondition>()));
  EXPECT_EQ(loras.parse("none").value(), SettingValue(std::vector<Lora>()));
  EXPECT_EQ(images.parse("a.png; b c.png@16 ;d@-8:0.5").value(),
            SettingValue(std::vector<ImageCondition>{{"a.png", 0, 1}, {"b c.png", 16, 1}, {"d", -8, 0.5}}));
  EXPECT_EQ(
      loras.parse("a.safetensors;b:0.5@small; c@late").value(),
      SettingValue(std::vector<Lora>{{"a.safetensors"}, {"b", 0.5, LoraTarget::Small}, {"c", 1, LoraTarget::Late}}));
  for (const auto* refused : {"", ";", "a;", ";a", "a;;b", "a@x", "a@8:x"})
    EXPECT_FALSE(images.parse(refused)) << refused;
  for (const auto* refused : {"", ";", "a;", " ", "a@middle", "b;a:strong"})
    EXPECT_FALSE(loras.parse(refused)) << refused;
  EXPECT_NE(loras.parse("b;a@middle").error().message.find("a@middle"), std::string::npos);
}

TEST(SettingRange, OfNoiseLevelsIsDescending) {
  const auto& sigmas = settingOf(&SamplingSettings::sigmas);
  const auto problemOf = [&](const std::vector<double>& levels) { return sigmas.problem(with(sigmas, levels)); };
  const auto nan = std::numeric_limits<double>::quiet_NaN();
  for (const auto& legal : std::vector<std::vector<double>>{{}, {1}, {0.5}, {1e-5}, {1, 0.9999}, {0.3, 0.2, 0.1}})
    EXPECT_EQ(problemOf(legal), "");
  EXPECT_EQ(problemOf({1, 0.5, 0}),
            "sigmas lists 0: noise levels must be above 0 and at most 1; the final 0 is left out");
  EXPECT_EQ(problemOf({1, 0.5, 0.5}),
            "sigmas lists 0.5 after 0.5: each noise level must be below the one before, by at least 1e-05");
  for (const auto& wrong : std::vector<std::vector<double>>{
           {1.01}, {-0.1}, {0}, {nan}, {1, nan}, {0.5, 0.6}, {1, 0.999999}, {0.5, 1e-6}, std::vector<double>(1001, 1)})
    EXPECT_TRUE(problemOf(wrong).starts_with("sigmas lists ")) << problemOf(wrong);
}

// One rule for every document and for the command line.
TEST(SettingValues, TakeTheStepsFromNoiseLevelsThatComeWithoutThem) {
  const std::vector levels{1., 0.75, 0.5};
  GenerationRequest request;
  EXPECT_TRUE(assign({{"sigmas", levels}}, request));
  EXPECT_EQ(request.sampling.schedule.steps, 3);
  EXPECT_TRUE(assign({{"sigmas", levels}, {"steps", std::int64_t{4}}}, request));
  EXPECT_EQ(request.sampling.schedule.steps, 4);
  EXPECT_EQ(settingOf(&StageSchedule::steps).problem(request),
            "steps is 4: it must be 3; sigmas gives this number of noise levels");
  EXPECT_TRUE(assign({{"sigmas", std::vector<double>()}}, request));
  EXPECT_EQ(request.sampling.schedule.steps, 4);
  EXPECT_EQ(settingOf(&StageSchedule::steps).problem(request), "");

  const auto readFrom = [](const char* text) {
    GenerationRequest read;
    const auto json = nlohmann::json::parse(text);
    readSettings(JsonObject(json, "the pair"), kInPair, read);
    return read.sampling;
  };
  EXPECT_EQ(readFrom(R"({"sigmas": [1, 0.75, 0.5]})").schedule.steps, 3);
  EXPECT_EQ(readFrom(R"({"sigmas": [1, 0.75, 0.5], "steps": 4})").schedule.steps, 4);
  EXPECT_EQ(readFrom(R"({"sigmas": []})").schedule.steps, 30);
  EXPECT_THROW(readFrom(R"({"sigmas": [1, "0.75"]})"), Failure);
}

TEST(SettingRange, FollowsThePairAndTheOtherSettings) {
  GenerationRequest request;
  const auto& width = settingOf(&ClipSpec::width);
  EXPECT_EQ(width.rangeFor(request).text(), "a multiple of 16 from 16 to 8192");
  request.sampling.twoPass = true;
  request.clip.width = 848;
  EXPECT_EQ(
      width.problem(request),
      "width is 848: it must be a multiple of 32 from 32 to 8192 (pixels); the first of two passes samples at half "
      "this size");
  request.pair.family = Family("ltx");
  EXPECT_EQ(width.rangeFor(request).min, 64);
  request.clip.frames = 85;
  EXPECT_EQ(settingOf(&ClipSpec::frames).problem(request),
            "frames is 85: it must be 1 more than a multiple of 8, from 1 to 4097, such as 81");
  request.pair.sigmas.rule = SigmaRule::Listed;
  request.pair.sigmas.listed = {1, 0.9, 0.7};
  EXPECT_EQ(settingOf(&StageSchedule::steps).problem(request),
            "steps is 30: it must be 3; the pair was distilled for this number of noise levels");
  request.sampling.shift = 0;
  EXPECT_EQ(settingOf(&SamplingSettings::shift).problem(request), "shift is 0: it must be above 0 and at most 100");
  request.options.memoryBudget = -1;
  EXPECT_EQ(settingOf(&RunOptions::memoryBudget).problem(request),
            "memory_budget is -1: it must be from 0 to 1000000 (GB); 0 means what is free");
}

TEST(SettingRange, ThatDoesNotCountForThePairIsTold) {
  PairSpec pair;
  const auto& shift = settingOf(&SamplingSettings::shift);
  const auto& twoPass = settingOf(&SamplingSettings::twoPass);
  const auto& images = settingOf(&ClipSpec::images);
  EXPECT_TRUE(shift.countsFor(pair));
  EXPECT_FALSE(twoPass.countsFor(pair));
  EXPECT_FALSE(images.countsFor(pair));
  pair.family = Family("ltx");
  pair.sigmas.rule = SigmaRule::ResolutionShift;
  pair.upsampler = "/upsampler";
  EXPECT_FALSE(shift.countsFor(pair));
  EXPECT_TRUE(twoPass.countsFor(pair));
  EXPECT_TRUE(images.countsFor(pair));
}

TEST(SettingValue, OfAnOptionalNumberThatIsNotSetIsThatOfAnotherSetting) {
  GenerationRequest request;
  const auto& small = settingOf(&SamplingSettings::guidanceSmall);
  request.sampling.guidance = 7;
  EXPECT_EQ(small.value(request), SettingValue());
  EXPECT_EQ(small.effectiveValue(request), SettingValue(7.));
  request.sampling.guidanceSmall = 2;
  EXPECT_EQ(small.effectiveValue(request), SettingValue(2.));
  EXPECT_TRUE(small.assign({}, request));
  EXPECT_FALSE(request.sampling.guidanceSmall);
}

TEST(SettingValues, AreAllAssignedOrRefusedByName) {
  GenerationRequest request;
  EXPECT_TRUE(assign({{"width", std::int64_t{64}}, {"solver", std::string("euler")}}, request));
  EXPECT_EQ(request.clip.width, 64);
  EXPECT_EQ(request.sampling.solver, SolverKind::Euler);
  const auto refused = assign({{"solver", std::string("heun")}}, request);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "solver must be unipc, euler or dpm++");
  EXPECT_FALSE(assign({{"frames", std::int64_t{1} << 40}}, request));
}

// Files of earlier versions, as they were written.
TEST(SettingsJson, OfARequestIsWrittenAsItAlwaysWas) {
  GenerationRequest request;
  request.clip.prompt = "p";
  request.clip.images = {{"a.png", 8, 0.5}};
  request.clip.fps = 23.976;
  request.sampling.schedule.middleSteps = 2;
  request.sampling.guidanceSmall = 1.5;
  request.sampling.twoPass = true;
  request.sampling.seed = kLargestSeed;
  request.options.dtype = DType::Float32;
  request.options.device = "cpu";
  request.options.memoryBudget = 12.5;
  request.options.runFolder = "/run";
  EXPECT_EQ(settingsToJson(request, kInRequest).dump(),
            R"({"prompt":"p","negative_prompt":"","seed":18446744073709551615,"width":832,"height":480,"frames":81,)"
            R"("fps":23.976,"steps":30,"early":0.4,"late":0.2,"solver":"unipc","history":"keep","shift":3.0,)"
            R"("guidance":5.0,"guidance_small":1.5,"middle_steps":2,"two_pass":true,)"
            R"("images":[{"file":"a.png","frame":8,"strength":0.5}],"probe":"none","dtype":"fp32","device":"cpu",)"
            R"("memory_budget":12.5,"save_every":1,"preview":true})");
  EXPECT_EQ(settingsToJson({}, kInPortable).dump(),
            R"({"prompt":"","negative_prompt":"","seed":0,"width":832,"height":480,"frames":81,"fps":16.0,"steps":30,)"
            R"("early":0.4,"late":0.2,"solver":"unipc","history":"keep","shift":3.0,"guidance":5.0,"probe":"none",)"
            R"("dtype":"auto"})");
}

}  // namespace
}  // namespace fb
