// SPDX-License-Identifier: MIT
// Lists of prompts and tables, what they stand for, and batches with the engine.
#include "base/run_lease.h"
#include "flowblend/batch.h"
#include "flowblend/run_folder.h"

#include "../engine/engine_cases.h"

#include <fstream>
#include <set>

namespace fb {
namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

Texts expanded(const std::string& pattern) { return expandPrompt(pattern).value(); }

TEST(PromptAlternatives, AreExpandedWithTheLastChangingFastest) {
  EXPECT_EQ(expanded("a cat"), Texts{"a cat"});
  EXPECT_EQ(expanded("{a|b} {c|d}"), (Texts{"a c", "a d", "b c", "b d"}));
  EXPECT_EQ(expanded("a {big|} cat"), (Texts{"a big cat", "a  cat"}));
  EXPECT_EQ(expanded("{a {x|y}|b}"), (Texts{"a x", "a y", "b"}));
}

TEST(PromptAlternatives, BracesAndBarsThatAreTextStayText) {
  EXPECT_EQ(expanded("{cat} | dog}"), Texts{"{cat} | dog}"});
  EXPECT_EQ(expanded("\\{a\\|b\\} \\n"), Texts{"{a|b} \\n"});
  EXPECT_EQ(expanded("{x {y} | z}"), (Texts{"x {y} ", " z"}));
  EXPECT_EQ(expanded("{x {a|b}}"), (Texts{"{x a}", "{x b}"}));
}

TEST(PromptAlternatives, AreRefusedIfOpenOrTooMany) {
  for (const std::string pattern : {"a {b|c", "{", "{a|{b}"}) EXPECT_FALSE(expandPrompt(pattern).ok()) << pattern;
  std::string many, deep;
  for (int i = 0; i < 17; ++i) many += "{a|b}";
  for (int i = 0; i < 100'000; ++i) deep += "{a|";
  EXPECT_NE(expandPrompt(many).error().message.find("100000"), std::string::npos);
  EXPECT_FALSE(expandPrompt(deep).ok());
}

class Lists : public testing::Test {
protected:
  fs::path file(const char* name, const std::string& text) {
    std::ofstream(folder / name, std::ios::binary) << text;
    return folder / name;
  }
  std::string refusal(const char* name, const std::string& text) {
    const auto rows = readBatch(file(name, text));
    return rows ? "" : rows.error().message;
  }
  TemporaryFolder folder;
};

TEST_F(Lists, OfPromptsKeepTheirLines) {
  const auto rows = readBatch(file("list.txt",
                                   "\xef\xbb\xbf"
                                   "a cat\r\n\n  \na dog, \"running\""))
                        .value();
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].line, 1);
  EXPECT_EQ(std::get<std::string>(rows[0].settings.at("prompt")), "a cat");
  EXPECT_EQ(rows[1].line, 4);
  EXPECT_EQ(std::get<std::string>(rows[1].settings.at("prompt")), "a dog, \"running\"");
}

TEST_F(Lists, AsTablesAreReadAsSpreadsheetsSaveThem) {
  for (const auto* text : {"prompt,seed,negative-prompt\na cat,7,\n\n\"a, \"\"b\"\"\nc\",8,blurry\n,9,\n",
                           "prompt;seed;negative_prompt\r\na cat;7;\r\n\r\n\"a, \"\"b\"\"\nc\";8;blurry\r\n;9;\r\n",
                           "prompt\tseed\tnegative_prompt\na cat\t7\n\n\"a, \"\"b\"\"\nc\"\t8\tblurry\n\t9"}) {
    const auto read = readBatch(file("list.csv", text));
    ASSERT_TRUE(read.ok()) << read.error().message;
    const auto& rows = read.value();
    ASSERT_EQ(rows.size(), 3u) << text;
    EXPECT_EQ(rows[0].settings.size(), 2u);
    EXPECT_EQ(std::get<std::uint64_t>(rows[0].settings.at("seed")), 7u);
    EXPECT_EQ(rows[1].line, 4);
    EXPECT_EQ(std::get<std::string>(rows[1].settings.at("prompt")), "a, \"b\"\nc");
    EXPECT_EQ(std::get<std::string>(rows[1].settings.at("negative_prompt")), "blurry");
    EXPECT_EQ(rows[2].line, 6);
    EXPECT_FALSE(rows[2].settings.contains("prompt"));
  }
}

TEST_F(Lists, MayHaveColumnsThatAreEmpty) {
  const auto read = readBatch(file("list.csv", "prompt,,seed,,\na cat,,7,,\na dog,,,,\n"));
  ASSERT_TRUE(read.ok()) << read.error().message;
  const auto& rows = read.value();
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(std::get<std::uint64_t>(rows[0].settings.at("seed")), 7u);
  EXPECT_EQ(rows[1].settings.size(), 1u);
  const auto message = refusal("list.csv", "prompt,seed,\na cat,7,\na dog,8,blurry\n");
  EXPECT_NE(message.find("list.csv, line 3: column 3 has no name in line 1"), std::string::npos) << message;
}

TEST_F(Lists, AreTablesHoweverTheirEndingIsSpelled) {
  for (const auto* name : {"list.CSV", "list.Csv"}) {
    const auto rows = readBatch(file(name, "prompt,seed\na cat,7\n")).value();
    ASSERT_EQ(rows.size(), 1u) << name;
    EXPECT_EQ(std::get<std::uint64_t>(rows[0].settings.at("seed")), 7u);
  }
}

TEST_F(Lists, ThatAreNotUtf8AreRefusedAsSuch) {
  const std::string utf16("\xff\xfep\0r\0o\0m\0p\0t\0\n\0a\0\n\0", 20), nul("a\0b\n", 4);
  for (const auto* name : {"list.csv", "list.txt"})
    for (const auto& text : {utf16, nul, std::string("prompt\ncaf\xe9\n")}) {
      const auto message = refusal(name, text);
      EXPECT_NE(message.find(std::string(name) + " is not UTF-8 text"), std::string::npos) << message;
    }
}

TEST_F(Lists, ThatAreWrongAreRefusedWithTheLine) {
  const std::pair<const char*, const char*> cases[] = {{"prompt,colour\na,b\n", "colour"},
                                                       {"prompt,seed\na,x\n", "line 2: seed"},
                                                       {"prompt\na,b\n", "line 2: 2 cells"},
                                                       {"prompt\n\"a\nb\n", "line 2: a quote"},
                                                       {"prompt\n\"a\"b\n", "line 2: text after"},
                                                       {"prompt,prompt\na,b\n", "twice"},
                                                       {"prompt,run_folder\na,b\n", "run_folder"},
                                                       {"prompt\n", "no row"},
                                                       {"", "no row"}};
  for (const auto& [text, expected] : cases) {
    const auto message = refusal("list.csv", text);
    EXPECT_NE(message.find(expected), std::string::npos) << text << ": " << message;
    EXPECT_NE(message.find("list.csv"), std::string::npos) << message;
  }
  EXPECT_NE(refusal("list.txt", "\n \n").find("list.txt"), std::string::npos);
}

TEST_F(Lists, HaveAColumnForEverySettingThatABatchDoesNotSet) {
  for (const auto& setting : kSettings) {
    const bool isSet = std::ranges::find(kSetByBatch, setting.member) != std::end(kSetByBatch);
    const auto rows = readBatch(file("any.csv", std::string(setting.key) + "\n\n"));
    const auto message = rows ? std::string() : rows.error().message;
    EXPECT_EQ(message.find("cannot be a column") != std::string::npos, isSet) << setting.key << ": " << message;
  }
  const auto rows =
      readBatch(file("files.csv", "prompt,loras,images\na,x.safetensors:0.5@small; y@late,first.png\nb,none,\n"));
  ASSERT_TRUE(rows) << rows.error().message;
  EXPECT_EQ(rows.value()[0].settings.at("loras"),
            SettingValue(std::vector<Lora>{{"x.safetensors", 0.5, LoraTarget::Small}, {"y", 1, LoraTarget::Late}}));
  EXPECT_EQ(rows.value()[0].settings.at("images"), SettingValue(std::vector<ImageCondition>{{"first.png", 0, 1}}));
  EXPECT_EQ(rows.value()[1].settings.at("loras"), SettingValue(std::vector<Lora>()));
  EXPECT_FALSE(rows.value()[1].settings.contains("images"));
  EXPECT_NE(refusal("wrong.csv", "prompt,loras\na,x@middle\n").find("line 2: loras: x@middle"), std::string::npos);
}

std::vector<BatchRow> prompts(const Texts& texts) {
  std::vector<BatchRow> rows;
  for (const auto& text : texts) rows.push_back({static_cast<int>(rows.size()) + 1, {{"prompt", text}}});
  return rows;
}

TEST(BatchClips, AreEachPromptWithEachSeedOnce) {
  GenerationRequest base;
  base.sampling.seed = 5;
  const auto clips = batchClips(base, prompts({"a {red|green} cat", "a red cat"}), 3, Alternatives::All).value();
  ASSERT_EQ(clips.size(), 6u);
  std::set<std::string> names;
  for (const auto& clip : clips) names.insert(clip.name);
  EXPECT_EQ(names.size(), 6u);
  EXPECT_EQ(clips[0].request.clip.prompt, "a red cat");
  EXPECT_EQ(clips[1].request.clip.prompt, "a green cat");
  EXPECT_EQ(clips[2].request.sampling.seed, 6u);
  EXPECT_TRUE(clips[0].name.starts_with("a-red-cat-s5-")) << clips[0].name;
}

TEST(BatchClips, RandomAlternativesAreChosenBySeedAndStayTheSame) {
  const auto rows = prompts({"{a|b|c|d} {e|f|g|h}"});
  const auto once = batchClips({}, rows, 40, Alternatives::Random).value();
  const auto again = batchClips({}, rows, 40, Alternatives::Random).value();
  ASSERT_EQ(once.size(), 40u);
  std::set<std::string> texts;
  for (std::size_t i = 0; i < once.size(); ++i) {
    EXPECT_EQ(once[i].name, again[i].name);
    texts.insert(once[i].request.clip.prompt);
  }
  EXPECT_GT(texts.size(), 8u);
}

TEST(BatchClips, NamesDependOnWhatShapesTheClipAndOnNothingElse) {
  const auto rows = prompts({std::string(300, 'x') + "é/..\\\n?", "猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫", "???"});
  const auto named = [&](const GenerationRequest& base, std::size_t i) {
    return batchClips(base, rows, 1, Alternatives::All).value()[i].name;
  };
  GenerationRequest base, other = base, moved = base;
  other.clip.frames += 4;
  moved.options.device = "cpu";
  moved.options.runFolder = "elsewhere";
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_NE(named(base, i), named(other, i));
    EXPECT_EQ(named(base, i), named(moved, i));
    EXPECT_LT(named(base, i).size(), 100u);
    EXPECT_EQ(named(base, i).find_first_of("/\\\n?."), std::string::npos) << named(base, i);
  }
  // Cut between two characters.
  EXPECT_EQ(named(base, 1).substr(0, 48), "猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫猫");
  EXPECT_TRUE(named(base, 2).starts_with("clip-s0-"));
}

// A clip that exists is not made again by a later version, whatever settings and defaults that has.
TEST(BatchClips, KeepTheirNamesInEveryVersion) {
  const auto rows = prompts({"a red circle"});
  const auto named = [&](const SamplingSettings& sampling) {
    GenerationRequest base;
    base.sampling = sampling;
    return batchClips(base, rows, 1, Alternatives::All).value().front().name;
  };
  SamplingSettings sampling;
  EXPECT_EQ(named(sampling), "a-red-circle-s0-473da25a9113");
  sampling.guardBound = 0.5, sampling.guardEvery = 9, sampling.guardChange = 0.3;
  EXPECT_EQ(named(sampling), named({})) << "nothing of this has an effect without a guard";
  sampling.guardSettling = 0.2;
  EXPECT_EQ(named(sampling), named({}));
  sampling.guard = GuardRule::Verify, sampling.guardReturns = true;
  EXPECT_EQ(named(sampling), "a-red-circle-s0-372d51b730c3") << "it returned when it was the only rule";
  auto other = sampling;
  other.guardReturns = false;
  EXPECT_NE(named(other), named(sampling));
  other.guardReturns = true;
  other.guardChange = 0.4;
  EXPECT_EQ(named(other), named(sampling)) << "it is the other rule's";
  other.guardEvery = 8;
  EXPECT_NE(named(other), named(sampling));
  sampling.guard = GuardRule::OneWay;
  EXPECT_EQ(named(sampling), "a-red-circle-s0-4c28e5f66640");
  other = sampling;
  other.guardBound = 0.6, other.guardEvery = 8;
  EXPECT_EQ(named(other), named(sampling));
  other.guardChange = 0.1;
  EXPECT_NE(named(other), named(sampling)) << "also if that is a default";
}

TEST(BatchClips, SayWhichLineIsWrong) {
  const auto refused = [](const std::vector<BatchRow>& rows, std::uint64_t seed, int seeds) {
    GenerationRequest base;
    base.sampling.seed = seed;
    const auto clips = batchClips(base, rows, seeds, Alternatives::All);
    return clips ? "" : clips.error().message;
  };
  EXPECT_NE(refused(prompts({"a", "{b|"}), 0, 1).find("line 2: "), std::string::npos);
  EXPECT_NE(refused(prompts({"a"}), UINT64_MAX, 2).find("line 1: "), std::string::npos);
  EXPECT_EQ(refused(prompts({"a"}), UINT64_MAX, 1), "");
  EXPECT_NE(refused(prompts({"a"}), 0, 0).find("seeds"), std::string::npos);
}

class Watch : public BatchSink {
public:
  explicit Watch(RunControl* stopped = nullptr) : m_stopped(stopped) {}
  void stepFinished(const StepReport&) override {
    if (++steps == stopAfter && m_stopped) m_stopped->requestStop();
  }
  void clipEnded(const BatchClip&, std::size_t, const BatchEnd& end) override { ends.push_back(end); }

  int steps = 0, stopAfter = 0;
  std::vector<BatchEnd> ends;

private:
  RunControl* m_stopped;
};

class Batches : public testing::Test {
protected:
  Batches() {
    auto base = tinyRequest(tinyPair());
    base.clip.width = base.clip.height = 32;
    base.clip.frames = 5;
    base.sampling.schedule = {0.5, 0.25, 4};
    clips = batchClips(base, prompts({"a {cat|dog}"}), 1, Alternatives::All).value();
    output.folder = folder / "out";
    output.options.format = ExportFormat::Gif;
  }
  Outcome<BatchSummary> run(Watch& watch, RunControl& control) {
    return runBatch(*engine, clips, output, watch, control);
  }
  Outcome<BatchSummary> run() {
    Watch watch;
    RunControl control;
    return run(watch, control);
  }

  TemporaryFolder folder;
  std::unique_ptr<Engine> engine = createEngine({1});
  std::vector<BatchClip> clips;
  BatchOutput output;
};

TEST_F(Batches, MakeEachClipOnceAndLeaveNothingElse) {
  ASSERT_TRUE(checkBatch(*engine, clips, output).ok());
  const auto first = run();
  ASSERT_TRUE(first);
  EXPECT_EQ(first.value().done, 2);
  std::set<fs::path> files;
  for (const auto& entry : fs::directory_iterator(output.folder)) files.insert(entry.path());
  EXPECT_EQ(files, (std::set{output.fileOf(clips[0]), output.fileOf(clips[1])}));
  Watch watch;
  RunControl control;
  const auto second = run(watch, control);
  ASSERT_TRUE(second);
  EXPECT_EQ(second.value().existed, 2);
  EXPECT_EQ(watch.steps, 0);
}

TEST_F(Batches, ContinueTheClipThatWasInterrupted) {
  RunControl control;
  Watch watch(&control);
  watch.stopAfter = 2;
  EXPECT_TRUE(run(watch, control).cancelled());
  RunControl free;
  Watch rest;
  const auto done = run(rest, free);
  ASSERT_TRUE(done);
  EXPECT_EQ(done.value().done, 2);
  EXPECT_EQ(watch.steps + rest.steps, 8);
  EXPECT_TRUE(rest.ends[0].continued);
  EXPECT_FALSE(rest.ends[1].continued);
}

TEST_F(Batches, GoOnWithTheMemoryThatTheyMayUseNow) {
  RunControl control;
  Watch watch(&control);
  watch.stopAfter = 2;
  EXPECT_TRUE(run(watch, control).cancelled());
  for (auto& clip : clips) clip.request.options.memoryBudget = 1e-300;
  RunControl tight;
  Watch refused;
  const auto outcome = run(refused, tight);
  ASSERT_TRUE(outcome);
  EXPECT_EQ(outcome.value().failed, 2);
  ASSERT_EQ(refused.ends.size(), 2u);
  EXPECT_TRUE(refused.ends[0].continued);
  EXPECT_EQ(refused.ends[0].error.kind, ErrorKind::OutOfMemory) << refused.ends[0].error.message;
  EXPECT_EQ(refused.steps, 0);
}

TEST_F(Batches, LeaveTheClipsOfOthersAlone) {
  const auto claim = output.folder / ".claims" / clips[0].name;
  fs::create_directories(claim);
  {
    const RunLease other(claim);
    const auto done = run();
    ASSERT_TRUE(done);
    EXPECT_EQ(done.value().elsewhere, 1);
    EXPECT_EQ(done.value().done, 1);
    EXPECT_FALSE(fs::exists(output.fileOf(clips[0])));
  }
  // It ended without having made it.
  EXPECT_EQ(run().value().done, 1);
  EXPECT_TRUE(fs::exists(output.fileOf(clips[0])));
}

TEST_F(Batches, RemoveNeitherFilesNorLinksWithTheNamesOfTheirFolders) {
  ASSERT_TRUE(run());
  fs::create_directory(folder / "scratch");
  fs::create_directory_symlink(folder / "scratch", output.folder / "runs");
  std::ofstream(output.folder / ".claims") << "mine";
  const auto again = run();
  ASSERT_TRUE(again);
  EXPECT_EQ(again.value().existed, 2);
  EXPECT_TRUE(fs::is_symlink(output.folder / "runs"));
  EXPECT_TRUE(fs::is_regular_file(output.folder / ".claims"));
}

// Otherwise, every clip would pass for one that another process is making.
TEST_F(Batches, NameWhatKeepsThemFromClaimingClips) {
  fs::create_directories(output.folder);
  std::ofstream(output.folder / ".claims") << "in the way";
  const auto refused = run();
  ASSERT_TRUE(refused.failed());
  EXPECT_NE(refused.error().message.find(".claims"), std::string::npos) << refused.error().message;
}

TEST_F(Batches, FilesWithTheNamesOfTheirFoldersAreNamedBeforeTheWork) {
  fs::create_directories(output.folder / "runs");
  for (const auto& name : {fs::path("runs") / clips[1].name, fs::path("runs"), fs::path(".claims")}) {
    const auto at = output.folder / name;
    fs::remove_all(at);
    std::ofstream(at) << "a file";
    Watch watch;
    RunControl control;
    for (const auto& error : {checkBatch(*engine, clips, output).error(), run(watch, control).error()}) {
      EXPECT_EQ(error.kind, ErrorKind::Invalid);
      EXPECT_NE(error.message.find(at.string()), std::string::npos) << error.message;
    }
    EXPECT_EQ(watch.steps, 0);
    fs::remove(at);
  }
  EXPECT_TRUE(checkBatch(*engine, clips, output).ok());
}

TEST_F(Batches, GoOnAfterAClipThatFails) {
  fs::create_directories(output.folder / "runs" / clips[0].name);
  std::ofstream(output.folder / "runs" / clips[0].name / "request.json") << "{";
  Watch watch;
  RunControl control;
  const auto done = run(watch, control);
  ASSERT_TRUE(done) << done.error().message;
  EXPECT_EQ(done.value().failed, 1);
  EXPECT_EQ(done.value().done, 1);
  EXPECT_NE(watch.ends[0].error.message.find("request.json"), std::string::npos) << watch.ends[0].error.message;
}

TEST_F(Batches, AreCheckedBeforeTheWork) {
  clips[1].request.clip.width = 33;
  const auto refused = checkBatch(*engine, clips, output);
  ASSERT_FALSE(refused.ok());
  EXPECT_TRUE(refused.error().message.starts_with("line 1: ")) << refused.error().message;
  clips[1].request.clip.width = 32;
  output.options.rateFactor = 20;
  EXPECT_FALSE(checkBatch(*engine, clips, output).ok()) << "a GIF has none";
  EXPECT_FALSE(fs::exists(output.folder)) << "what was refused leaves nothing behind";
  EXPECT_FALSE(checkBatch(*engine, {}, output).ok());
}

}  // namespace
}  // namespace fb
