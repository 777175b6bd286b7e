// SPDX-License-Identifier: MIT
// The command line's options, and the request that they make.
#include "cli/arguments.h"
#include "cli/usage.h"
#include "flowblend/guard.h"
#include "other_value.h"
#include "temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace fb::cli {
namespace {

Engine& sharedEngine() {
  static const auto engine = createEngine({1});
  return *engine;
}

// A command with the options of `generate`.
struct Command {
  CLI::App app{"generate"};
  RequestArguments arguments;
  OutputArguments output;

  Command() {
    arguments.addTo(app);
    output.addTo(app);
  }
  // The parser's error message; empty if there is none.
  std::string parse(std::vector<std::string> words) {
    std::reverse(words.begin(), words.end());  // CLI11 expects them in this order
    try {
      app.parse(words);
      return {};
    } catch (const CLI::ParseError& error) {
      return error.what();
    }
  }
};

GenerationRequest requestOf(const std::vector<std::string>& words) {
  Command command;
  EXPECT_EQ(command.parse(words), "");
  auto request = command.arguments.request(sharedEngine());
  EXPECT_TRUE(request) << request.error().message;
  return request ? std::move(request).value() : GenerationRequest{};
}

std::string refusalOf(const std::vector<std::string>& words) {
  Command command;
  EXPECT_EQ(command.parse(words), "");
  const auto request = command.arguments.request(sharedEngine());
  return request ? "accepted" : request.error().message;
}

TEST(Arguments, OfferEverySettingThatHasAnOption) {
  Command command;
  const auto help = command.app.help();
  const auto start = requestOf({});
  for (const auto& setting : kSettings) {
    if (*setting.option == '\0') continue;
    EXPECT_NE(help.find(std::string(setting.option)), std::string::npos) << setting.option;
    EXPECT_NE(help.find(setting.help), std::string::npos) << setting.help;
    if (setting.type() == SettingType::Images || setting.type() == SettingType::Loras) continue;
    Command given;
    const std::string option(setting.longOption());
    const bool flag = setting.type() == SettingType::Flag;
    const auto text = flag ? "true" : settingText(otherValue(setting, start));
    ASSERT_EQ(given.parse(flag ? std::vector{option} : std::vector{option, text}), "") << option;
    ASSERT_EQ(given.arguments.settings.size(), 1u) << option;
    EXPECT_EQ(settingText(given.arguments.settings.at(setting.key)), text);
    // A device and two passes, which the built-in pair on this machine does not support.
    if (const auto request = given.arguments.request(sharedEngine())) {
      EXPECT_EQ(settingText(setting.value(request.value())), text);
    }
  }
}

TEST(Arguments, TakeNumbersExactlyOrRefuseThemAsUsage) {
  for (const auto& [option, text] : std::vector<std::pair<std::string, std::string>>{{"--seed", "-1"},
                                                                                     {"--seed", "18446744073709551616"},
                                                                                     {"--seed", "1.0"},
                                                                                     {"--seed", "0x10"},
                                                                                     {"--seed", ""},
                                                                                     {"--steps", "many"},
                                                                                     {"--steps", "1e1"},
                                                                                     {"--steps", "4294967297"},
                                                                                     {"--fps", "1,5"},
                                                                                     {"--fps", "inf"},
                                                                                     {"--guidance", "nan"},
                                                                                     {"--early", "0.4x"},
                                                                                     {"--solver", "heun"},
                                                                                     {"--save-every", "99999999999"},
                                                                                     {"--quality", "101"},
                                                                                     {"--quality", "-1"},
                                                                                     {"--quality", "050 "}}) {
    const auto message = Command().parse({option + "=" + text});
    EXPECT_NE(message.find(option), std::string::npos) << option << " " << text << ": " << message;
    // Without a value, the parser itself reports that a number is missing.
    EXPECT_NE(message.find(text.empty() ? "missing" : '"' + text + '"'), std::string::npos) << message;
  }
  EXPECT_NE(Command().parse({"--seed", "-1"}).find("whole number from 0 to 18446744073709551615"), std::string::npos);
}

TEST(Arguments, ReadNumbersAsDecimal) {
  const auto request = requestOf({"--seed", "010", "--steps", "08", "--frames", "009", "--shift", "2.50"});
  EXPECT_EQ(request.sampling.seed, 10u);
  EXPECT_EQ(request.sampling.schedule.steps, 8);
  EXPECT_EQ(request.clip.frames, 9);
  EXPECT_EQ(request.sampling.shift, 2.5);
  Command command;
  EXPECT_EQ(command.parse({"--quality", "050"}), "");
  EXPECT_EQ(command.output.quality, 50);
}

TEST(Arguments, NumbersOutsideTheirRangeAreNamed) {
  const auto message = refusalOf({"--width", "100", "--frames", "16", "--fps", "0.5", "--guidance", "-1"});
  for (const auto* part : {"width is 100", "frames is 16", "fps is 0.5", "guidance is -1"})
    EXPECT_NE(message.find(part), std::string::npos) << message;
}

TEST(Arguments, StartFromThePairAndRollASeed) {
  const auto pairs = sharedEngine().builtInPairs();
  ASSERT_TRUE(pairs) << pairs.error().message;
  const auto& defaults = pairs.value().front().defaults;
  const auto one = requestOf({}), two = requestOf({});
  EXPECT_EQ(one.clip, defaults.clip);
  EXPECT_EQ(one.sampling.schedule, defaults.sampling.schedule);
  EXPECT_NE(one.sampling.seed, two.sampling.seed);
  EXPECT_FALSE(one.options.preview);
  EXPECT_EQ(one.options.dtype, DType::Automatic);
  EXPECT_EQ(one.options.device, kAutomaticDevice);
}

TEST(Arguments, ScheduleTakesTheBoundariesThatAreGiven) {
  auto stages = requestOf({"--schedule", "lsl", "--early", "0.3", "--small-steps", "2"}).sampling.schedule;
  EXPECT_EQ(stages, (StageSchedule{0.3, 0.2, stages.steps, 2}));
  stages = requestOf({"--schedule", "sll"}).sampling.schedule;
  EXPECT_EQ(stages, (StageSchedule{0, 0.8, stages.steps, 0}));
}

TEST(Arguments, TakeNamesInAnyCase) {
  EXPECT_EQ(requestOf({"--schedule", "LLL"}).sampling.schedule, requestOf({"--schedule", "lll"}).sampling.schedule);
  EXPECT_EQ(requestOf({"--solver", "Euler"}).sampling.solver, SolverKind::Euler);
  EXPECT_EQ(requestOf({"--dtype", "FP32"}).options.dtype, DType::Float32);
  EXPECT_EQ(requestOf({"--device", "CPU"}).options.device, "cpu");
  Command command;
  EXPECT_EQ(command.parse({"--format", "GIF"}), "");
  EXPECT_EQ(command.output.options().format, ExportFormat::Gif);
  EXPECT_EQ(Command().parse({"--schedule", "LLS"}), "--schedule: \"LLS\" is not lsl, lll, sss, lss or sll");
}

TEST(Arguments, ConstantsOfARuleThatIsNotChosenAreTold) {
  const auto told = [](const std::vector<std::string>& words) {
    Command command;
    EXPECT_EQ(command.parse(words), "");
    const auto request = command.arguments.request(sharedEngine());
    EXPECT_TRUE(request) << request.error().message;
    return request ? command.arguments.vainConstants(request.value()) : std::vector<std::string>();
  };
  using Sentences = std::vector<std::string>;
  EXPECT_EQ(told({"--guard-bound", "0.5"}), Sentences{"--guard-bound has no effect without --guard verify"});
  EXPECT_EQ(told({"--cache-threshold", "0.5"}), Sentences{"--cache-threshold has no effect without --cache"});
  EXPECT_EQ(told({"--guard", "one-way", "--guard-returns"}),
            Sentences{"--guard-returns has no effect with --guard one-way: it belongs to verify"});
  EXPECT_EQ(told({"--guard", "verify", "--guard-bound", "0.5", "--guard-returns"}), Sentences());
  EXPECT_EQ(told({"--cache", "easycache", "--cache-threshold", "0.5"}), Sentences());
}

// Which rules use a constant: of a guard, those whose plan it changes; of a cache, as the caches have it
// (docs/caches.md), so a new constant of one has to be named here or in the table that is tested.
bool isUsedBy(const Setting& setting, const GenerationRequest& request) {
  if (std::string_view(setting.writtenWith) == "guard") {
    auto other = request;
    EXPECT_TRUE(setting.assign(otherValue(setting, request), other)) << setting.key;
    return guardPlanOf(request.sampling) != guardPlanOf(other.sampling);
  }
  const auto cache = request.sampling.cache;
  if (setting.member == SettingMember(&SamplingSettings::cacheThreshold)) return cache != CacheRule::None;
  if (setting.member == SettingMember(&SamplingSettings::cacheReuseLimit)) return cache == CacheRule::MagCache;
  if (setting.member == SettingMember(&SamplingSettings::cacheRetention)) return cache == CacheRule::TeaCache;
  ADD_FAILURE() << setting.key << ": say here which caches use it, and in kOnlyOfRule of arguments.cpp if it is one";
  return false;
}

TEST(Arguments, EveryConstantIsToldWithExactlyTheRulesThatDoNotUseIt) {
  int constants = 0;
  for (const auto& setting : kSettings) {
    const auto* rules = findSetting(setting.writtenWith);
    if (!rules || *setting.option == '\0') continue;
    ++constants;
    for (const auto& rule : rules->choices()) {
      SCOPED_TRACE(std::string(setting.key) + " with " + std::string(rules->longOption()) + " " +
                   std::string(rule.name));
      auto request = requestOf({});
      ASSERT_TRUE(rules->assign(std::string(rule.name), request));
      RequestArguments given;
      given.settings[setting.key] = setting.value(request);
      const auto told = given.vainConstants(request);
      EXPECT_EQ(told.empty(), isUsedBy(setting, request)) << (told.empty() ? "nothing is told" : told.front());
    }
  }
  EXPECT_GE(constants, 8) << "those of caches and guards";
}

TEST(UsageText, NamesWhatWasMeant) {
  const auto textOf = [](std::vector<std::string> words) {
    CLI::App parser("flowblend");
    parser.require_subcommand(1);
    parser.fallthrough();
    auto* command = parser.add_subcommand("generate");
    parser.add_subcommand("devices");
    std::string prompt, early, list;
    auto* group = command->add_option_group("Clip");
    group->add_option("--list", list)->check(CLI::ExistingFile);
    group->add_option("-p,--prompt", prompt);
    group->add_option("--early", early);
    std::reverse(words.begin(), words.end());
    try {
      parser.parse(words);
    } catch (const CLI::ParseError& mistake) {
      return usageText(parser, mistake);
    }
    return std::string("accepted");
  };
  EXPECT_EQ(textOf({}), "a command is missing\nflowblend --help tells more.\n");
  EXPECT_EQ(textOf({"generatee", "-p", "x"}),
            "\"generatee\" is not a command; did you mean generate?\nflowblend --help tells more.\n");
  EXPECT_EQ(textOf({"paint"}), "\"paint\" is not a command\nflowblend --help tells more.\n");
  EXPECT_EQ(textOf({"generate", "--prmpt", "x"}),
            "generate has no option --prmpt; did you mean --prompt?\nflowblend generate --help tells more.\n");
  EXPECT_EQ(textOf({"devices", "--early", "1"}),
            "devices has no option --early; it is one of generate\nflowblend devices --help tells more.\n");
  EXPECT_EQ(textOf({"devices", "--earl", "1"}), "devices has no option --earl\nflowblend devices --help tells more.\n");
  EXPECT_EQ(textOf({"generate", "a red circle"}),
            "\"a red circle\" was not expected; a prompt is given as -p \"...\", in quotes\n"
            "flowblend generate --help tells more.\n");
  EXPECT_EQ(textOf({"devices", "a"}), "\"a\" was not expected\nflowblend devices --help tells more.\n");
  EXPECT_EQ(textOf({"generate", "--early", "0", "--early", "1"}),
            "--early is given more than once, and takes one value\nflowblend generate --help tells more.\n");
  EXPECT_EQ(textOf({"generate", "--list", "nowhere.txt"}),
            "--list: nowhere.txt does not exist\nflowblend generate --help tells more.\n");
  const TemporaryFolder folder;
  EXPECT_EQ(textOf({"generate", "--list", folder.path().string()}),
            "--list: " + folder.path().string() + " is a folder, not a file\nflowblend generate --help tells more.\n");
}

TEST(ShellWord, IsQuotedWhereItMustBe) {
  EXPECT_EQ(shellWord("/runs/a-1_b.c"), "/runs/a-1_b.c");
  EXPECT_EQ(shellWord("my runs"), "'my runs'");
  EXPECT_EQ(shellWord("it's"), "'it'\\''s'");
  EXPECT_EQ(shellWord("-x"), "./-x");
  EXPECT_EQ(shellWord("$HOME"), "'$HOME'");
}

TEST(Arguments, LorasAreGivenWithStrengthAndTarget) {
  const TemporaryFolder folder;
  const auto lorasOf = [](const std::vector<std::string>& texts) {
    std::vector<std::string> words;
    for (const auto& text : texts) words.insert(words.end(), {"--lora", text});
    Command command;
    EXPECT_EQ(command.parse(words), "");
    const auto request = command.arguments.overridden({});
    return request ? request.value().sampling.loras : std::vector<Lora>();
  };
  EXPECT_EQ(lorasOf({"a.safetensors", "b:0.5", "c@small", "d:-1.25@late", "e@early", "f:2@large"}),
            (std::vector<Lora>{{"a.safetensors", 1, LoraTarget::Large},
                               {"b", 0.5, LoraTarget::Large},
                               {"c", 1, LoraTarget::Small},
                               {"d", -1.25, LoraTarget::Late},
                               {"e", 1, LoraTarget::Early},
                               {"f", 2, LoraTarget::Large}}));
  // A file with such a name is that file.
  const auto odd = (folder / "x:2@small").string(), half = (folder / "y:3").string();
  std::ofstream(odd) << "x";
  std::ofstream(half) << "x";
  EXPECT_EQ(
      lorasOf({odd, odd + ":0.5@late", half + "@small"}),
      (std::vector<Lora>{{odd, 1, LoraTarget::Large}, {odd, 0.5, LoraTarget::Late}, {half, 1, LoraTarget::Small}}));
  EXPECT_NE(refusalOf({"--lora", "a@middle"}).find("large, small, early or late"), std::string::npos);
  EXPECT_NE(refusalOf({"--lora", "a:strong"}).find("strength"), std::string::npos);
}

TEST(Arguments, KeepNothingWinsOverTheRunFolder) {
  EXPECT_EQ(requestOf({"--run-dir", "kept"}).options.runFolder, "kept");
  EXPECT_TRUE(requestOf({"--run-dir", "kept", "--no-run-dir"}).options.runFolder.empty());
}

TEST(Arguments, LeaveTheDtypeToTheDeviceUnlessItIsGiven) {
  EXPECT_EQ(requestOf({"--device", "cuda"}).options.dtype, DType::Automatic);
  EXPECT_EQ(requestOf({"--device", "cuda"}).options.device, "cuda");
  EXPECT_EQ(requestOf({"--device", "cuda", "--dtype", "fp32"}).options.dtype, DType::Float32);
  EXPECT_EQ(requestOf({"--dtype", "auto"}).options.dtype, DType::Automatic);
}

}  // namespace
}  // namespace fb::cli
