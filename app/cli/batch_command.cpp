// SPDX-License-Identifier: MIT
// flowblend batch: many clips from one list.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "flowblend/batch.h"
#include "flowblend/counted.h"
#include "flowblend/numbers.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fb::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr auto kAll = "all", kRandom = "random";

// One of several equal parts of the list.
struct Part {
  int number = 1;  // from 1
  int count = 1;
};

struct BatchArguments {
  RequestArguments request;
  fs::path list;
  BatchOutput output;
  FormatArguments format;
  std::string alternatives = kAll;
  int seeds = 1;
  Part part;
  bool onlyList = false;

  void addTo(CLI::App& command);
};

// "3/8"
Part partOf(const std::string& text) {
  constexpr int kMaxParts = 100'000;
  const auto slash = std::min(text.find('/'), text.size());
  const auto number = numberFrom<int>(std::string_view(text).substr(0, slash));
  const auto count = numberFrom<int>(std::string_view(text).substr(std::min(slash + 1, text.size())));
  if (!number || !count || *number < 1 || *count > kMaxParts || *number > *count)
    throw CLI::ValidationError("--part", fmt::format("\"{}\" is not a part such as 1/8 or 8/8", text));
  return {*number, *count};
}

void BatchArguments::addTo(CLI::App& command) {
  auto* group = command.add_option_group("Batch");
  group->add_option("LIST", list,
                    "Text file with one prompt per line, or a table (.csv, .tsv) whose first row names settings. "
                    "Without it, --prompt is the list.");
  group->add_option("--out", output.folder, "Folder for the clips; those that exist in it are not made again")
      ->required();
  addWhole(*group, "--seeds", seeds, 1, kMaxBatchSeeds,
           "Clips of each prompt, with consecutive seeds from --seed or 0 on");
  takeNames(group->add_option(
                "--alternatives", alternatives,
                "What {red|green} in a prompt stands for: all makes a clip of each, random lets the seed choose"),
            {kAll, kRandom});
  group
      ->add_option_function<std::string>(
          "--part", [this](const std::string& text) { part = partOf(text); },
          "Only one of several equal parts of the list, as in 3/8")
      ->type_name("K/N");
  format.addTo(*group, "Format of the clips. Default: mp4-h264.");
  group->add_flag("--keep-runs", output.keepRuns, "Keep the run folders of finished clips");
  group->add_flag("--list", onlyList, "Tell the clips that the list stands for, and end");
  request.addTo(command, kSetByBatch);
}

Result<std::vector<BatchClip>> clipsOf(Engine& engine, const BatchArguments& arguments) {
  auto base = arguments.request.start(engine);
  if (!base) return base.error();
  auto request = arguments.request.overridden(std::move(base).value());
  if (!request) return request.error();
  // Not a random one: the same command continues the batch.
  if (!arguments.request.settings.contains("seed")) request.value().sampling.seed = 0;
  std::vector<BatchRow> rows{{1, {}}};
  if (!arguments.list.empty()) {
    auto read = readBatch(arguments.list);
    if (!read) return read.error();
    rows = std::move(read).value();
  }
  auto clips = batchClips(request.value(), rows, arguments.seeds,
                          arguments.alternatives == kRandom ? Alternatives::Random : Alternatives::All);
  if (!clips) {
    auto error = clips.error();
    if (!arguments.list.empty()) error.message = fmt::format("{}, {}", arguments.list.string(), error.message);
    return error;
  }
  std::vector<BatchClip> chosen;
  const auto& part = arguments.part;
  for (std::size_t i = 0; i < clips.value().size(); ++i)
    if (i % static_cast<std::size_t>(part.count) == static_cast<std::size_t>(part.number - 1))
      chosen.push_back(std::move(clips.value()[i]));
  return chosen;
}

class Progress : public RunReporting<BatchSink> {
public:
  Progress(Reporter& reporter, const BatchOutput& output, std::size_t count)
      : RunReporting(reporter), m_output(output), m_count(count) {}

  void clipStarted(const BatchClip& clip, std::size_t index) override {
    m_started = Clock::now();
    // At the pace so far; others may take some of the rest, and some may exist.
    std::optional<double> left;
    if (m_made > 0) left = m_seconds / m_made * static_cast<double>(m_count - index);
    auto json = about(clip, index);
    json["seconds_left"] = left ? Json(*left) : Json();
    m_reporter.happened("clip_started",
                        fmt::format("clip {} of {}: {}, seed {}{}", index + 1, m_count, clip.request.clip.prompt,
                                    clip.request.sampling.seed,
                                    left ? fmt::format(", at most about {} left", humanTime(*left)) : std::string()),
                        json);
  }
  void clipEnded(const BatchClip& clip, std::size_t index, const BatchEnd& end) override {
    if (end.kind == BatchEnd::Kind::Done && !end.continued) {
      ++m_made;
      m_seconds += std::chrono::duration<double>(Clock::now() - m_started).count();
    }
    auto json = about(clip, index);
    const auto output = m_output.fileOf(clip).string();
    const auto& result = end.result;
    std::string text;
    switch (end.kind) {
      case BatchEnd::Kind::Done:
        json["status"] = "done";
        json["seconds"] = secondsJson(result);
        json["steps"] = result.steps.size();
        json["reused_steps"] = std::ranges::count(result.steps, true, &StepReport::reused);
        text = fmt::format("  {}, {}", output,
                           humanTime(result.secondsEncoding + result.secondsSampling + result.secondsDecoding));
        break;
      case BatchEnd::Kind::Existed:
        json["status"] = "existed";
        text = fmt::format("clip {} of {}: {} exists", index + 1, m_count, output);
        break;
      case BatchEnd::Kind::Elsewhere:
        json["status"] = "elsewhere";
        text = fmt::format("clip {} of {}: another process is making {}", index + 1, m_count, output);
        break;
      case BatchEnd::Kind::Failed:
        json["status"] = "failed";
        json["message"] = end.error.message;
        text = fmt::format("  failed: {}", end.error.message);
    }
    json["continued"] = end.continued;
    m_reporter.happened("clip", text, json);
  }

private:
  using Clock = std::chrono::steady_clock;

  Json about(const BatchClip& clip, std::size_t index) const {
    return {{"index", index},
            {"count", m_count},
            {"line", clip.line},
            {"output", m_output.fileOf(clip).string()},
            {"prompt", clip.request.clip.prompt},
            {"seed", clip.request.sampling.seed}};
  }

  const BatchOutput& m_output;
  std::size_t m_count;
  Clock::time_point m_started;
  int m_made = 0;        // from their beginning to their end
  double m_seconds = 0;  // which that took
};

int listClips(Reporter& reporter, const std::vector<BatchClip>& clips, const BatchOutput& output) {
  std::string text;
  auto json = Json::array();
  for (const auto& clip : clips) {
    const auto file = output.fileOf(clip).string();
    text += fmt::format("{}line {}: {}, seed {}: {}", text.empty() ? "" : "\n", clip.line, clip.request.clip.prompt,
                        clip.request.sampling.seed, file);
    json.push_back({{"line", clip.line},
                    {"prompt", clip.request.clip.prompt},
                    {"seed", clip.request.sampling.seed},
                    {"output", file}});
  }
  reporter.result(text, {{"clips", json}});
  return kDone;
}

int tellSummary(Reporter& reporter, const BatchOutput& output, const BatchSummary& summary) {
  auto text =
      fmt::format("{}: {} made, {} existed", output.folder.string(), counted(summary.done, "clip"), summary.existed);
  if (summary.elsewhere > 0) text += fmt::format(", {} being made by other processes", summary.elsewhere);
  if (summary.failed > 0) text += fmt::format(", {} failed", summary.failed);
  reporter.result(text, {{"folder", output.folder.string()},
                         {"done", summary.done},
                         {"existed", summary.existed},
                         {"elsewhere", summary.elsewhere},
                         {"failed", summary.failed}});
  return summary.failed > 0 ? kOtherFailure : kDone;
}

// Each once, as many lines may have the same stages or LoRAs.
void tellRemarks(Reporter& reporter, const std::vector<BatchClip>& clips) {
  std::set<std::string> told;
  for (const auto& clip : clips) {
    const auto& schedule = clip.request.sampling.schedule;
    for (const auto remark : remarksOn(schedule))
      if (const auto text = textOf(remark, schedule); told.insert(text).second)
        reporter.warning(fmt::format("line {}: {}", clip.line, text));
  }
}

// Constants that do nothing in any of the clips: a column may set the rule of some.
void tellVainConstants(Reporter& reporter, const RequestArguments& arguments, const std::vector<BatchClip>& clips) {
  std::map<std::string, std::size_t> told;
  for (const auto& clip : clips)
    for (const auto& sentence : arguments.vainConstants(clip.request)) ++told[sentence];
  for (const auto& [sentence, count] : told)
    if (count == clips.size()) reporter.warning(sentence);
}

void tellLoras(Program& program, Reporter& reporter, const std::vector<BatchClip>& clips) {
  std::vector<GenerationRequest> told;
  for (const auto& clip : clips) {
    const auto isSame = [&](const GenerationRequest& other) {
      return other.sampling.loras == clip.request.sampling.loras && other.pair == clip.request.pair;
    };
    if (std::ranges::any_of(told, isSame)) continue;
    cli::tellLoras(program, reporter, clip.request);
    told.push_back(clip.request);
  }
}

int batch(Program& program, const BatchArguments& arguments) {
  const auto reporter = makeReporter(program.json);
  auto output = arguments.output;
  output.options = arguments.format.options();
  auto& engine = program.engine();
  const auto clips = clipsOf(engine, arguments);
  if (!clips) return reportFailure(*reporter, clips.error());
  if (arguments.onlyList) return listClips(*reporter, clips.value(), output);
  // More processes than clips, each with its part.
  if (clips.value().empty()) return tellSummary(*reporter, output, {});
  if (const auto possible = checkBatch(engine, clips.value(), output); !possible)
    return reportFailure(*reporter, possible.error());
  tellLoras(program, *reporter, clips.value());
  tellRemarks(*reporter, clips.value());
  tellVainConstants(*reporter, arguments.request, clips.value());
  Progress progress(*reporter, output, clips.value().size());
  const auto outcome = runBatch(engine, clips.value(), output, progress, program.control);
  constexpr auto kWayOn = "the same command continues the batch";
  if (outcome.cancelled()) {
    reporter->cancelled(fmt::format("stopped after {}; {}", counted(outcome.stepsDone(), "clip"), kWayOn),
                        {{"clips_done", outcome.stepsDone()}, {"folder", output.folder.string()}});
    return kCancelled;
  }
  if (outcome.failed()) {
    auto error = outcome.error();
    error.message += fmt::format("; {}", kWayOn);
    return reportFailure(*reporter, error);
  }
  return tellSummary(*reporter, output, outcome.value());
}

}  // namespace

void addBatch(Program& program) {
  auto* command = program.parser.add_subcommand("batch", "Make many clips from a list of prompts");
  const auto arguments = std::make_shared<BatchArguments>();
  arguments->addTo(*command);
  command->callback([&program, arguments] { program.chosen = [=, &program] { return batch(program, *arguments); }; });
}

}  // namespace fb::cli
