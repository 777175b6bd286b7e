// SPDX-License-Identifier: MIT
#include "flowblend/settings.h"

#include "base/enum_names.h"
#include "base/every_member.h"
#include "base/failure.h"
#include "base/given_sigmas.h"
#include "flowblend/numbers.h"
#include "flowblend/request.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace fb {
namespace {

constexpr SettingChoice kSolvers[] = {{"unipc", "UniPC"}, {"euler", "Euler"}, {"dpm++", "DPM++"}};
constexpr SettingChoice kDTypes[] = {
    {"auto", translatable("Setting", "Automatic")}, {"fp32", "fp32"}, {"bf16", "bf16"}, {"fp16", "fp16"}};
constexpr SettingChoice kDecodePrecisions[] = {
    {"exact", translatable("Setting", "Exact")}, {"tf32", "TF32"}, {"bf16", "BF16"}};
constexpr SettingChoice kLinearPrecisions[] = {{"exact", translatable("Setting", "Exact")}, {"fp8", "fp8"}};
constexpr SettingChoice kProbes[] = {{"none", "never"}, {"large", "on large steps"}, {"all", "on all steps"}};
constexpr EnumNames<LoraTarget, 4> kLoraTargets{{{LoraTarget::Large, "large"},
                                                 {LoraTarget::Small, "small"},
                                                 {LoraTarget::Early, "early"},
                                                 {LoraTarget::Late, "late"}}};
constexpr SettingChoice kHistories[] = {{"keep", translatable("Setting", "Keep")},
                                        {"restart", translatable("Setting", "Restart")}};

constexpr SettingChoice kCacheRules[] = {{"none", translatable("Setting", "None")},
                                         {"easycache", "EasyCache"},
                                         {"teacache", "TeaCache"},
                                         {"magcache", "MagCache"}};

constexpr SettingChoice kGuardRules[] = {{"none", translatable("Setting", "None")},
                                         {"verify", translatable("Setting", "Verify")},
                                         {"one-way", translatable("Setting", "One-way")},
                                         {"srdiffusion", "SRDiffusion"}};

constexpr std::string_view kNoNumbers = "none";  // or images or LoRAs

// The choices of an enum, in the order of its values.
constexpr std::span<const SettingChoice> choicesOf(SolverKind) { return kSolvers; }
constexpr std::span<const SettingChoice> choicesOf(DType) { return kDTypes; }
constexpr std::span<const SettingChoice> choicesOf(LinearPrecision) { return kLinearPrecisions; }
constexpr std::span<const SettingChoice> choicesOf(DecodePrecision) { return kDecodePrecisions; }
constexpr std::span<const SettingChoice> choicesOf(ProbePolicy) { return kProbes; }
constexpr std::span<const SettingChoice> choicesOf(HistoryPolicy) { return kHistories; }
constexpr std::span<const SettingChoice> choicesOf(CacheRule) { return kCacheRules; }
constexpr std::span<const SettingChoice> choicesOf(GuardRule) { return kGuardRules; }

template <class Enum>
std::string_view nameOf(Enum value) {
  return choicesOf(value)[static_cast<std::size_t>(value)].name;
}

template <class Enum>
std::optional<Enum> fromName(std::string_view name) {
  const auto choices = choicesOf(Enum{});
  for (std::size_t i = 0; i < choices.size(); ++i)
    if (name == choices[i].name) return static_cast<Enum>(i);
  return std::nullopt;
}

// Names are ASCII, whatever the locale is.
char lowerCase(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

// As people write them: LLL, UniPC, FP32.
bool isSameName(std::string_view text, std::string_view name) {
  return std::ranges::equal(text, name, {}, lowerCase, lowerCase);
}

// Every member of the parts has exactly one row. SamplingSettings has one member that is itself a part: the schedule.
template <class Part>
consteval std::size_t rowsOf() {
  std::size_t rows = 0;
  for (const auto& setting : kSettings) rows += std::holds_alternative<MemberOf<Part>>(setting.member);
  return rows;
}
consteval bool rowsDiffer() {
  for (const auto& a : kSettings)
    for (const auto& b : kSettings)
      if (&a != &b && (a.member == b.member || std::string_view(a.key) == b.key)) return false;
  return true;
}
static_assert(rowsDiffer(), "two rows of kSettings have the same member or the same key");
static_assert(rowsOf<ClipSpec>() == memberCount<ClipSpec>(), "a member of ClipSpec lacks its row in kSettings");
static_assert(rowsOf<StageSchedule>() == memberCount<StageSchedule>(),
              "a member of StageSchedule lacks its row in kSettings");
static_assert(rowsOf<SamplingSettings>() + 1 == memberCount<SamplingSettings>(),
              "a member of SamplingSettings lacks its row in kSettings");
static_assert(rowsOf<RunOptions>() == memberCount<RunOptions>(), "a member of RunOptions lacks its row in kSettings");

auto& partOf(auto& request, const MemberOf<ClipSpec>&) { return request.clip; }
auto& partOf(auto& request, const MemberOf<SamplingSettings>&) { return request.sampling; }
auto& partOf(auto& request, const MemberOf<StageSchedule>&) { return request.sampling.schedule; }
auto& partOf(auto& request, const MemberOf<RunOptions>&) { return request.options; }

// Calls `visitor` with the member of the request that the setting stands for.
template <class Request, class Visitor>
auto visit(const Setting& setting, Request& request, Visitor visitor) {
  return std::visit(
      [&](const auto& ofPart) {
        return std::visit([&](auto member) { return visitor(partOf(request, ofPart).*member); }, ofPart);
      },
      setting.member);
}

template <class T>
SettingValue valueOf(const T& member) {
  if constexpr (std::is_enum_v<T>)
    return std::string(nameOf(member));
  else if constexpr (std::is_same_v<T, int>)
    return std::int64_t{member};
  else if constexpr (std::is_same_v<T, std::filesystem::path>)
    return member.string();
  else if constexpr (std::is_same_v<T, std::optional<double>>)
    return member ? SettingValue(*member) : SettingValue();
  else
    return member;
}

std::optional<double> numberIn(const SettingValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  return std::nullopt;
}

// False if the value is of another type, or outside the range of the member's type.
template <class T>
bool store(T& member, const SettingValue& value) {
  if constexpr (std::is_enum_v<T>) {
    const auto* name = std::get_if<std::string>(&value);
    const auto found = name ? fromName<T>(*name) : std::nullopt;
    if (found) member = *found;
    return found.has_value();
  } else if constexpr (std::is_same_v<T, int>) {
    const auto* whole = std::get_if<std::int64_t>(&value);
    if (!whole || !std::in_range<int>(*whole)) return false;
    member = static_cast<int>(*whole);
  } else if constexpr (std::is_same_v<T, std::filesystem::path>) {
    const auto* path = std::get_if<std::string>(&value);
    if (!path) return false;
    member = *path;
  } else if constexpr (std::is_same_v<T, double>) {
    const auto number = numberIn(value);
    if (!number) return false;
    member = *number;
  } else if constexpr (std::is_same_v<T, std::optional<double>>) {
    const auto number = numberIn(value);
    if (!number && !std::holds_alternative<std::monostate>(value)) return false;
    member = number;
  } else {
    const auto* same = std::get_if<T>(&value);
    if (!same) return false;
    member = *same;
  }
  return true;
}

// "1,0.75,0.5"; empty if one of them is not a number.
std::optional<std::vector<double>> numbersFrom(std::string_view text) {
  std::vector<double> numbers;
  if (text == kNoNumbers) return numbers;
  while (true) {
    const auto comma = text.find(',');
    const auto number = numberFrom<double>(text.substr(0, comma));
    if (!number) return std::nullopt;
    numbers.push_back(*number);
    if (comma == std::string_view::npos) return numbers;
    text.remove_prefix(comma + 1);
  }
}

// "a.png@8;b.png", with or without spaces around the semicolons.
template <class Item>
Result<SettingValue> listFrom(std::string_view text, Result<Item> (*itemFrom)(const std::string&)) {
  constexpr auto kBlanks = " \t";
  std::vector<Item> items;
  if (text == kNoNumbers) return SettingValue(items);
  while (true) {
    const auto end = text.find(';');
    auto item = text.substr(0, end);
    item.remove_prefix(std::min(item.find_first_not_of(kBlanks), item.size()));
    item = item.substr(0, item.find_last_not_of(kBlanks) + 1);
    if (item.empty()) return Error{ErrorKind::Invalid, "a file is missing before or after a semicolon"};
    auto made = itemFrom(std::string(item));
    if (!made) return made.error();
    items.push_back(std::move(made).value());
    if (end == std::string_view::npos) return SettingValue(items);
    text.remove_prefix(end + 1);
  }
}

std::string choiceNames(std::span<const SettingChoice> choices) {
  std::string names;
  for (std::size_t i = 0; i < choices.size(); ++i)
    names += fmt::format("{}{}", i == 0 ? "" : i + 1 == choices.size() ? " or " : ", ", choices[i].name);
  return names;
}

// What a value of the setting must be, for error messages.
std::string wanted(const Setting& setting) {
  switch (setting.type()) {
    case SettingType::Flag:
      return "true or false";
    case SettingType::Whole:
      return "a whole number";
    case SettingType::Unsigned:
      return fmt::format("a whole number from 0 to {}", std::numeric_limits<std::uint64_t>::max());
    case SettingType::Number:
    case SettingType::OptionalNumber:
      return "a number";
    case SettingType::Text:
      return "text";
    case SettingType::Path:
      return "a path";
    case SettingType::Images:
      return "a list of images";
    case SettingType::Loras:
      return "a list of LoRAs";
    case SettingType::Numbers:
      return "a list of numbers, separated by commas, or none";
    case SettingType::Choice:
      return choiceNames(setting.choices());
  }
  return {};
}

// Written so that NaN is refused.
std::string levelsProblem(const char* key, const std::vector<double>& levels) {
  if (levels.size() > kMaxSteps)
    return fmt::format("{} lists {} noise levels: there must be at most {}", key, levels.size(), kMaxSteps);
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (!(levels[i] >= kLeastSigmaStep && levels[i] <= 1))
      return fmt::format("{} lists {}: noise levels must be above 0 and at most 1; the final 0 is left out", key,
                         levels[i]);
    if (i > 0 && !(levels[i - 1] - levels[i] >= kLeastSigmaStep))
      return fmt::format("{} lists {} after {}: each noise level must be below the one before, by at least {}", key,
                         levels[i], levels[i - 1], kLeastSigmaStep);
  }
  return {};
}

}  // namespace

std::string_view toString(SolverKind kind) { return nameOf(kind); }
std::string_view toString(DType type) { return nameOf(type); }
std::string_view toString(DecodePrecision precision) { return nameOf(precision); }
std::string_view toString(LinearPrecision precision) { return nameOf(precision); }
std::string_view toString(ProbePolicy policy) { return nameOf(policy); }
std::string_view toString(HistoryPolicy policy) { return nameOf(policy); }
std::string_view toString(CacheRule rule) { return nameOf(rule); }
std::string_view toString(GuardRule rule) { return nameOf(rule); }
std::string_view toString(LoraTarget target) { return kLoraTargets.name(target); }
std::optional<SolverKind> solverFromString(std::string_view text) { return fromName<SolverKind>(text); }
std::optional<DType> dtypeFromString(std::string_view text) { return fromName<DType>(text); }
std::optional<DecodePrecision> decodePrecisionFromString(std::string_view text) {
  return fromName<DecodePrecision>(text);
}
std::optional<LinearPrecision> linearPrecisionFromString(std::string_view text) {
  return fromName<LinearPrecision>(text);
}
std::optional<ProbePolicy> probePolicyFromString(std::string_view text) { return fromName<ProbePolicy>(text); }
std::optional<HistoryPolicy> historyPolicyFromString(std::string_view text) { return fromName<HistoryPolicy>(text); }
std::optional<CacheRule> cacheRuleFromString(std::string_view text) { return fromName<CacheRule>(text); }
std::optional<GuardRule> guardRuleFromString(std::string_view text) { return fromName<GuardRule>(text); }
std::optional<LoraTarget> loraTargetFromString(std::string_view text) { return kLoraTargets.value(text); }

bool NumberRange::contains(double value) const {
  // Written so that NaN is outside.
  if (!(value >= min && value <= max) || (aboveMin && value == min)) return false;
  return step == 1 || std::fmod(value - base, step) == 0;
}

std::string NumberRange::text() const {
  if (min == max) return fmt::format("{}", min);
  if (aboveMin) return fmt::format("above {} and at most {}", min, max);
  const auto grid = step == 1   ? std::string()
                    : base == 0 ? fmt::format("a multiple of {} ", step)
                                : fmt::format("{} more than a multiple of {}, ", base, step);
  return fmt::format("{}from {} to {}", grid, min, max);
}

SettingType Setting::type() const {
  const auto type = std::visit([](const auto& ofPart) { return ofPart.index(); }, member);
  return static_cast<SettingType>(std::min(type, static_cast<std::size_t>(SettingType::Choice)));
}

std::span<const SettingChoice> Setting::choices() const {
  const GenerationRequest request;
  return visit(*this, request, []<class T>(const T& value) -> std::span<const SettingChoice> {
    if constexpr (std::is_enum_v<T>)
      return choicesOf(value);
    else
      return {};
  });
}

std::string_view Setting::longOption() const {
  const std::string_view names = option;
  return names.substr(names.find(',') + 1);
}

std::string Setting::values() const {
  auto text = wanted(*this);
  if (range.max > range.min) text += ' ' + range.text();
  if (*unit != '\0') text += fmt::format(", in {}", unit);
  if (*zeroMeans != '\0') text += fmt::format("; 0: {}", zeroMeans);
  if (*unsetMeans != '\0') text += fmt::format("; if absent, {} is used", unsetMeans);
  return text;
}

SettingValue Setting::value(const GenerationRequest& request) const {
  return visit(*this, request, [](const auto& found) { return valueOf(found); });
}

SettingValue Setting::effectiveValue(const GenerationRequest& request) const {
  const auto given = value(request);
  const auto* other = std::holds_alternative<std::monostate>(given) ? findSetting(unsetMeans) : nullptr;
  return other ? other->value(request) : given;
}

SettingValue Setting::defaultValue() const { return value({}); }

Status Setting::assign(const SettingValue& given, GenerationRequest& request) const {
  if (visit(*this, request, [&](auto& target) { return store(target, given); })) return Done{};
  return Error{ErrorKind::Invalid, fmt::format("{} must be {}", key, wanted(*this))};
}

Result<SettingValue> Setting::parse(std::string_view text) const {
  std::optional<SettingValue> parsed;
  switch (type()) {
    case SettingType::Flag:
      // Spreadsheets write TRUE and FALSE, whatever was typed.
      if (isSameName(text, "true")) parsed = true;
      if (isSameName(text, "false")) parsed = false;
      break;
    case SettingType::Whole:
      if (const auto number = numberFrom<int>(text)) parsed = std::int64_t{*number};
      break;
    case SettingType::Unsigned:
      parsed = numberFrom<std::uint64_t>(text);
      break;
    case SettingType::Number:
    case SettingType::OptionalNumber:
      parsed = numberFrom<double>(text);
      break;
    case SettingType::Numbers:
      if (auto numbers = numbersFrom(text)) parsed = *std::move(numbers);
      break;
    case SettingType::Choice:
      for (const auto& choice : choices())
        if (isSameName(text, choice.name)) parsed = std::string(choice.name);
      break;
    case SettingType::Text:
    case SettingType::Path:
      parsed = std::string(text);
      break;
    case SettingType::Images:
      return listFrom(text, imageFromText);
    case SettingType::Loras:
      return listFrom(text, loraFromText);
  }
  if (parsed) return *std::move(parsed);
  return Error{ErrorKind::Invalid, fmt::format("\"{}\" is not {}", text, wanted(*this))};
}

NumberRange Setting::rangeFor(const GenerationRequest& request) const {
  const auto limits = limitsOf(request.pair);
  auto legal = range;
  switch (grid) {
    case SettingGrid::None:
      break;
    case SettingGrid::Sides:
      legal.step = limits.sideMultiple * (request.sampling.twoPass ? 2 : 1);
      legal.min = legal.step;
      if (request.sampling.twoPass) legal.reason = "the first of two passes samples at half this size";
      break;
    case SettingGrid::Frames:
      legal.base = 1;
      legal.step = limits.frameRatio;
      break;
    case SettingGrid::Steps:
      if (const auto& given = request.sampling.sigmas; !given.empty()) {
        legal.min = legal.max = static_cast<double>(given.size());
        legal.reason = "sigmas gives this number of noise levels";
      } else if (const auto& sigmas = request.pair.sigmas; sigmas.rule == SigmaRule::Listed) {
        legal.min = legal.max = static_cast<double>(sigmas.listed.size());
        legal.reason = "the pair was distilled for this number of noise levels";
      }
      break;
  }
  return legal;
}

bool Setting::countsFor(const PairSpec& pair) const {
  switch (needs) {
    case SettingNeeds::Nothing:
      return true;
    case SettingNeeds::ImageInput:
      return limitsOf(pair).images != ImageUse::None;
    case SettingNeeds::Upsampler:
      return !pair.upsampler.empty();
    case SettingNeeds::FlowShift:
      return pair.sigmas.rule == SigmaRule::FlowShift;
    case SettingNeeds::GuidanceScale:
      return pair.largeGuidanceSpec.table.empty();
  }
  return true;
}

std::string Setting::problem(const GenerationRequest& request) const {
  const auto given = value(request);
  if (const auto* levels = std::get_if<std::vector<double>>(&given)) return levelsProblem(key, *levels);
  const auto number = numberIn(given);
  const auto legal = rangeFor(request);
  if (!number || legal.contains(*number)) return {};
  auto text = fmt::format("{} is {}: it must be {}", key, *number, legal.text());
  if (legal.base != 0) {
    const double near = std::clamp(*number, legal.min, legal.max);
    text += fmt::format(", such as {}", std::floor(near / legal.step) * legal.step + legal.base);
  }
  if (*unit != '\0') text += fmt::format(" ({})", unit);
  if (*zeroMeans != '\0') text += fmt::format("; 0 means {}", zeroMeans);
  if (*legal.reason != '\0') text += fmt::format("; {}", legal.reason);
  return text;
}

std::string settingText(const SettingValue& value) {
  return std::visit(
      []<class T>(const T& given) -> std::string {
        if constexpr (std::is_same_v<T, std::monostate>) {
          return {};
        } else if constexpr (std::is_same_v<T, std::vector<ImageCondition>>) {
          std::string text;
          for (const auto& image : given)
            text +=
                fmt::format("{}{}@{}:{}", text.empty() ? "" : " ", image.file.string(), image.frame, image.strength);
          return text;
        } else if constexpr (std::is_same_v<T, std::vector<Lora>>) {
          std::string text;
          for (const auto& lora : given)
            text += fmt::format("{}{}:{}@{}", text.empty() ? "" : " ", lora.file.string(), lora.strength,
                                toString(lora.target));
          return text;
        } else if constexpr (std::is_same_v<T, std::vector<double>>) {
          return given.empty() ? std::string(kNoNumbers) : fmt::format("{}", fmt::join(given, ","));
        } else {
          return fmt::format("{}", given);
        }
      },
      value);
}

Status assign(const SettingValues& values, GenerationRequest& request) {
  for (const auto& setting : kSettings)
    if (const auto given = values.find(setting.key); given != values.end())
      if (auto done = setting.assign(given->second, request); !done) return done;
  if (values.contains(settingOf(&SamplingSettings::sigmas).key) &&
      !values.contains(settingOf(&StageSchedule::steps).key))
    takeStepsFromSigmas(request);
  return Done{};
}

}  // namespace fb
