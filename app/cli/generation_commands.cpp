// SPDX-License-Identifier: MIT
// Commands that run the engine: generate, calibrate, resume, decode, export.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/usage.h"
#include "flowblend/counted.h"
#include "flowblend/guard.h"
#include "flowblend/run_folder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <memory>

namespace fb::cli {
namespace {

namespace fs = std::filesystem;

// Tells the settings that the user left to the diffusers folder of the models.
void tellPipeline(Program& program, Reporter& reporter, const RequestArguments& arguments,
                  const GenerationRequest& request) {
  if (arguments.large.empty()) return;
  if (const auto pipeline = program.engine().inspectPipeline(request.pair); pipeline && pipeline.value())
    reporter.happened("pipeline",
                      fmt::format("settings from {}: {}", pipeline.value()->folder.string(), pipeline.value()->words()),
                      asJson(*pipeline.value()));
}

}  // namespace

void tellModels(Program& program, Reporter& reporter, const RequestArguments& arguments,
                const GenerationRequest& request) {
  tellPipeline(program, reporter, arguments, request);
  tellLoras(program, reporter, request);
}

int reportUnfinished(Reporter& reporter, const Outcome<RunResult>& outcome, const fs::path& runFolder) {
  const bool kept = !runFolder.empty() && isRunFolder(runFolder);
  const auto wayOn = kept ? fmt::format("; continue with: flowblend resume {}", shellWord(runFolder)) : std::string();
  if (outcome.cancelled()) {
    reporter.cancelled(fmt::format("stopped after {}{}", counted(outcome.stepsDone(), "step"), wayOn),
                       {{"steps_done", outcome.stepsDone()}, {"run_folder", kept ? runFolder.string() : ""}});
    return kCancelled;
  }
  auto error = outcome.error();
  // A run that goes on would produce the same numbers again.
  if (error.kind != ErrorKind::NotFinite) error.message += wayOn;
  return reportFailure(reporter, error);
}

namespace {

// After how many steps a guard let the small model take over for good.
std::optional<int> handedOverAfter(const std::vector<StepReport>& steps, const SamplingSettings& sampling) {
  const auto first = std::ranges::find(steps, Model::Small, &StepReport::model);
  if (sampling.guard == GuardRule::None || guardPlanOf(sampling).returns || first == steps.end()) return {};
  return first->step;
}

// The command with which a run goes on whose inputs are not those that it began with; otherwise empty.
std::string commandForInputs(Engine& engine, const fs::path& runFolder) {
  const auto changes = engine.changedInputs(runFolder);
  // If everything else of the run can be read, it is the record of its inputs that is damaged.
  if (!changes && changes.error().kind == ErrorKind::Corrupt && engine.inspectRun(runFolder))
    return fmt::format("; to use the current files: flowblend resume {} --accept-changed", shellWord(runFolder));
  if (!changes || changes.value().empty()) return {};
  const bool isMissing = std::ranges::any_of(changes.value(), &ChangedInput::isMissing);
  return fmt::format("; {}: flowblend resume {} {}", isMissing ? "to look for moved files" : "to use the current files",
                     shellWord(runFolder), isMissing ? "--models FOLDER" : "--accept-changed");
}

// The command that brings a run nearer to its clip; empty if it has one.
std::string commandForClip(Engine& engine, const fs::path& runFolder) {
  const auto info = engine.inspectRun(runFolder);
  if (!info || info.value().decoded) return {};
  return info.value().sampled ? fmt::format("; decode it with: flowblend decode {}", shellWord(runFolder))
                              : fmt::format("; continue it with: flowblend resume {}", shellWord(runFolder));
}

// Whether the clip of the request can be written; checked before the work.
Status checkOutput(Program& program, const GenerationRequest& request, const fs::path& target,
                   const OutputArguments& output) {
  const auto& clip = request.clip;
  return program.engine().checkExport({clip.width, clip.height, clip.frames, clip.fps}, target, output.options());
}

int writeClip(Program& program, Reporter& reporter, const RunResult& result, GenerationRequest request, fs::path target,
              const OutputArguments& output) {
  request.options.dtype = result.dtype;
  auto options = output.options();
  options.metadata = fb::toJson(request, true);
  const auto write = [&] {
    return program.engine().exportClip(result.clip, target, options, reporter, program.control);
  };
  auto written = write();
  // A name chosen by the program may have been taken by another run since; there is always a next one.
  while (written.failed() && !output.isNamed() && output.target() != target) {
    target = output.target();
    written = write();
  }
  const auto& kept = request.options.runFolder;
  const auto wayOn = kept.empty() ? std::string() : "; write it with: flowblend export " + shellWord(kept);
  if (written.failed()) {
    auto error = written.error();
    error.message += wayOn + (kept.empty() ? "" : " -o FILE");
    return reportFailure(reporter, error);
  }
  const auto& frame = result.clip;
  if (written.cancelled()) {
    reporter.cancelled("stopped while writing the clip" + wayOn, {{"run_folder", kept.string()}});
    return kCancelled;
  }
  int largeSteps = 0, reusedSteps = 0, reusedEvaluations = 0, checks = 0, passed = 0;
  for (const auto& step : result.steps) {
    largeSteps += step.model == Model::Large;
    reusedSteps += step.reused;
    reusedEvaluations += step.reusedEvaluations;
    checks += step.check != GuardCheck::None;
    passed += step.check == GuardCheck::Passed;
  }
  const auto partly =
      reusedEvaluations > 0 ? fmt::format(", and {} of others", counted(reusedEvaluations, "evaluation")) : "";
  const auto reused =
      reusedSteps + reusedEvaluations > 0 ? fmt::format(" ({} reused{})", reusedSteps, partly) : std::string();
  const auto handedOver = handedOverAfter(result.steps, request.sampling);
  std::vector<std::string> guarded;
  if (checks > 0) guarded.push_back(fmt::format("{} of {} passed", passed, counted(checks, "check")));
  if (handedOver) guarded.push_back(fmt::format("the small one took over after step {}", *handedOver));
  const auto checked = guarded.empty() ? std::string() : fmt::format(" ({})", fmt::join(guarded, ", "));
  const double seconds = result.secondsEncoding + result.secondsSampling + result.secondsDecoding;
  const bool tellsAttention = result.device != "cpu" && !result.attention.empty();
  const auto attention = tellsAttention ? fmt::format(", {} attention", result.attention) : std::string();
  reporter.result(fmt::format("{}: {} of {}x{}, seed {}, large model on {} of {}{}{}, {:.1f} s, {} on {}{}",
                              target.string(), counted(frame.frames.size(), "frame"), frame.width(), frame.height(),
                              request.sampling.seed, largeSteps, counted(result.steps.size(), "step"), reused, checked,
                              seconds, toString(result.dtype), result.device, attention),
                  {{"output", target.string()},
                   {"seed", request.sampling.seed},
                   {"frames", frame.frames.size()},
                   {"large_steps", largeSteps},
                   {"reused_steps", reusedSteps},
                   {"reused_evaluations", reusedEvaluations},
                   {"checks", checks},
                   {"checks_passed", passed},
                   {"handed_over_after", handedOver ? nlohmann::ordered_json(*handedOver) : nlohmann::ordered_json()},
                   {"device", result.device},
                   {"dtype", toString(result.dtype)},
                   {"attention", result.attention},
                   {"seconds", secondsJson(result)},
                   {"peak_memory", peaksJson(result)},
                   {"batched", batchedJson(result)}});
  return kDone;
}

// A run that continues may only change its memory budget; `settings` has no other setting.
Status setBudget(Program& program, const SettingValues& settings) {
  if (settings.empty()) return Done{};
  GenerationRequest given;
  if (auto assigned = assign(settings, given); !assigned) return assigned;
  program.control.setMemoryBudget(given.options.memoryBudget);
  return Done{};
}

// Decodes or samples what a run folder contains and writes the clip.
int continueRun(Program& program, const fs::path& runFolder, const OutputArguments& output,
                Outcome<RunResult> (Engine::*work)(const fs::path&, EventSink&, RunControl&)) {
  const auto reporter = makeReporter(program.json);
  const auto target = output.target();
  const auto info = program.engine().inspectRun(runFolder);
  if (!info) return reportFailure(*reporter, info.error());
  if (const auto writable = checkOutput(program, info.value().request, target, output); !writable)
    return reportFailure(*reporter, writable.error());
  const auto outcome = (program.engine().*work)(runFolder, *reporter, program.control);
  if (outcome.failed() && exitCodeFor(outcome.error()) == kBadInput) {
    // The same command would be refused again.
    auto error = outcome.error();
    auto command = commandForInputs(program.engine(), runFolder);
    if (command.empty() && work == &Engine::decode) command = commandForClip(program.engine(), runFolder);
    error.message += command;
    return reportFailure(*reporter, error);
  }
  if (!outcome) return reportUnfinished(*reporter, outcome, runFolder);
  return writeClip(program, *reporter, outcome.value(), info.value().request, target, output);
}

int generate(Program& program, const RequestArguments& arguments, const OutputArguments& output) {
  const auto reporter = makeReporter(program.json);
  const auto target = output.target();
  auto made = arguments.request(program.engine());
  if (!made) return reportFailure(*reporter, made.error());
  auto& request = made.value();
  tellModels(program, *reporter, arguments, request);
  tellRemarks(*reporter, request.sampling.schedule);
  for (const auto& sentence : arguments.vainConstants(request)) reporter->warning(sentence);
  if (const auto writable = checkOutput(program, request, target, output); !writable)
    return reportFailure(*reporter, writable.error());
  // A folder chosen by the program is kept until the clip is written, so that nothing is lost before.
  const bool temporary = request.options.runFolder.empty() && !arguments.keepNothing;
  if (temporary) {
    auto folder = newRunFolder();
    if (!folder) {
      auto error = folder.error();
      error.message += "; choose a folder for the run with --run-dir FOLDER, or save nothing of it with --no-run-dir";
      return reportFailure(*reporter, error);
    }
    request.options.runFolder = std::move(folder).value();
  }
  const auto outcome = program.engine().generate(request, *reporter, program.control);
  const int code = outcome ? writeClip(program, *reporter, outcome.value(), request, target, output)
                           : reportUnfinished(*reporter, outcome, request.options.runFolder);
  // A run that was refused before it started keeps nothing.
  if (temporary && (code == kDone || !isRunFolder(request.options.runFolder)))
    if (const auto removed = removeRun(request.options.runFolder); !removed) reporter->warning(removed.error().message);
  return code;
}

int calibrate(Program& program, RequestArguments arguments) {
  const auto reporter = makeReporter(program.json);
  // The cache of the run that this is for would be refused.
  arguments.settings["cache"] = std::string(toString(CacheRule::None));
  const auto request = arguments.request(program.engine());
  if (!request) return reportFailure(*reporter, request.error());
  tellModels(program, *reporter, arguments, request.value());
  const auto cost = calibrationCost(program.engine(), request.value());
  if (!cost) return reportFailure(*reporter, cost.error());
  const auto& [models, steps, flops, seconds] = cost.value();
  reporter->happened("cost",
                     fmt::format("{} of {}: {}{}", counted(steps, "step"), models > 1 ? "each model" : "the model",
                                 humanFlops(flops), seconds ? ", about " + humanTime(*seconds) : std::string()),
                     {{"runs", models},
                      {"steps", steps},
                      {"flops", flops},
                      {"seconds", seconds ? nlohmann::ordered_json(*seconds) : nlohmann::ordered_json()}});
  const auto outcome = program.engine().calibrate(request.value(), *reporter, program.control);
  if (outcome.cancelled()) {
    reporter->cancelled(
        fmt::format("stopped after {}; a model that was done stays calibrated", counted(outcome.stepsDone(), "step")),
        {{"steps_done", outcome.stepsDone()}});
    return kCancelled;
  }
  if (!outcome) return reportFailure(*reporter, outcome.error());
  const auto& [large, small] = outcome.value();
  std::string text = "calibrated; runs of these models can use --cache magcache";
  auto curves = nlohmann::ordered_json::object();
  for (const auto& [model, found] : {std::pair(Model::Large, &large), {Model::Small, &small}}) {
    if (found->empty()) continue;
    curves[std::string(toString(model))] = *found;
    for (const auto& [evaluation, curve] : *found)
      text += fmt::format("\n{} {}: {:.4f}", toString(model), evaluation, fmt::join(curve, " "));
  }
  const auto& pair = request.value().pair;
  if (!pair.largeMagCache.empty() || !pair.smallMagCache.empty())
    text += "\nthe pair's document gives magnitudes of its own, which runs use instead";
  reporter->result(text, {{"magcache", curves}});
  return kDone;
}

// A clip that is there before it is read, and the settings that made it.
struct Source {
  ClipShape shape;
  std::string metadata;
};

Result<Source> sourceOf(Engine& engine, const fs::path& source) {
  if (isRunFolder(source)) {
    const auto info = engine.inspectRun(source);
    if (!info) return info.error();
    const auto& clip = info.value().request.clip;
    return Source{{clip.width, clip.height, clip.frames, clip.fps}, fb::toJson(info.value().request, true)};
  }
  const auto info = engine.inspectClip(source);
  if (!info) return info.error();
  const auto& clip = info.value();
  return Source{{clip.width, clip.height, clip.frames, clip.fps}, clip.metadata};
}

// What the file will be, before the work.
void tellPlanned(Reporter& reporter, const ClipShape& clip, const ClipShape& planned) {
  const auto words = [](const ClipShape& shape) {
    return fmt::format("{}x{}, {}, {:.1f} s", shape.width, shape.height, counted(shape.frames, "frame"),
                       shape.frames / shape.fps);
  };
  reporter.happened("export", fmt::format("from {} to {}", words(clip), words(planned)),
                    {{"width", planned.width},
                     {"height", planned.height},
                     {"frames", planned.frames},
                     {"seconds", planned.frames / planned.fps}});
}

int exportRun(Program& program, const fs::path& source, const OutputArguments& output, const ChangeArguments& changes) {
  const auto reporter = makeReporter(program.json);
  const auto target = output.target();
  auto options = output.options();
  changes.applyTo(options);
  auto& engine = program.engine();
  const auto found = sourceOf(engine, source);
  if (!found) return reportFailure(*reporter, found.error());
  if (const auto fits = engine.checkExport(found.value().shape, target, options); !fits)
    return reportFailure(*reporter, fits.error());
  const auto format = options.format ? *options.format : *exportFormatForPath(target);
  const auto planned = exportedShape(found.value().shape, options, format);
  if (changes.changesShapeOrLength()) tellPlanned(*reporter, found.value().shape, planned);
  const bool isRun = isRunFolder(source);
  const auto clip = isRun ? engine.loadRunClip(source) : engine.readClip(source);
  if (!clip) {
    auto error = clip.error();
    if (isRun) error.message += commandForClip(engine, source);
    return reportFailure(*reporter, error);
  }
  options.metadata = found.value().metadata;
  const auto written = engine.exportClip(clip.value(), target, options, *reporter, program.control);
  if (written.failed()) return reportFailure(*reporter, written.error());
  if (written.cancelled()) {
    reporter->cancelled("stopped while writing the clip", {});
    return kCancelled;
  }
  const auto& shown = clip.value();
  const auto made =
      exportedShape({shown.width(), shown.height(), static_cast<int>(shown.frames.size()), shown.fps}, options, format);
  reporter->result(fmt::format("{}: {}", target.string(), counted(made.frames, "frame")), {{"output", target.string()},
                                                                                           {"frames", made.frames},
                                                                                           {"fps", made.fps},
                                                                                           {"width", made.width},
                                                                                           {"height", made.height}});
  return kDone;
}

// A command whose first argument is a run folder.
template <class Act>
CLI::App* addRunCommand(Program& program, const char* name, const char* help, Act act) {
  auto* command = program.parser.add_subcommand(name, help);
  const auto folder = std::make_shared<fs::path>();
  const auto output = std::make_shared<OutputArguments>();
  command->add_option("RUN", *folder, "Run folder")->required();
  output->addTo(*command);
  command->callback(
      [&program, folder, output, act] { program.chosen = [=, &program] { return act(program, *folder, *output); }; });
  return command;
}

// What "resume" is given besides the run and its clip.
struct ResumeArguments {
  std::vector<fs::path> folders;
  bool acceptChanged = false;
  RequestArguments changes;  // of a branch
};

// "resume RUN --branch-at STEP ..." is "generate --branch-from RUN --branch-at STEP ...": a new run, which leaves the
// other as it is.
int branchOff(Program& program, const fs::path& folder, RequestArguments changes, const OutputArguments& output) {
  if (changes.settings.contains("branch_from"))
    throw CLI::ValidationError("--branch-from", "the run to branch from is already given: " + folder.string());
  if (!output.isNamed())
    throw CLI::ValidationError(
        "--output", fmt::format("--branch-at makes a new clip and leaves {} as it is: name the clip with -o FILE",
                                folder.string()));
  changes.settings["branch_from"] = folder.string();
  return generate(program, changes, output);
}

int resume(Program& program, const fs::path& folder, const ResumeArguments& arguments, const OutputArguments& output) {
  if (arguments.changes.settings.contains("branch_at")) return branchOff(program, folder, arguments.changes, output);
  constexpr std::array<SettingMember, 1> kBudget{&RunOptions::memoryBudget};
  if (const auto given = arguments.changes.firstGiven(kBudget); !given.empty())
    throw CLI::ValidationError(
        given,
        "a run continues with its own settings: give --branch-at STEP as well, to make another clip from that step");
  if (const auto set = setBudget(program, arguments.changes.settings); !set)
    return reportFailure(*makeReporter(program.json), set.error());
  const auto bound = arguments.acceptChanged     ? program.engine().acceptInputs(folder)
                     : arguments.folders.empty() ? Status(Done{})
                                                 : program.engine().relocateInputs(folder, arguments.folders);
  return bound ? continueRun(program, folder, output, &Engine::resume)
               : reportFailure(*makeReporter(program.json), bound.error());
}

}  // namespace

void addGenerate(Program& program) {
  auto* command = program.parser.add_subcommand("generate", "Make a clip from a prompt");
  const auto arguments = std::make_shared<RequestArguments>();
  const auto output = std::make_shared<OutputArguments>();
  arguments->addTo(*command);
  output->addTo(*command);
  command->callback([&program, arguments, output] {
    program.chosen = [=, &program] { return generate(program, *arguments, *output); };
  });
}

void addCalibrate(Program& program) {
  auto* command = program.parser.add_subcommand(
      "calibrate", "Measure what --cache magcache needs to know of the models, once per pair and set of LoRAs");
  const auto arguments = std::make_shared<RequestArguments>();
  arguments->addTo(*command);
  command->callback(
      [&program, arguments] { program.chosen = [=, &program] { return calibrate(program, *arguments); }; });
}

void addResume(Program& program) {
  const auto arguments = std::make_shared<ResumeArguments>();
  auto* command = addRunCommand(
      program, "resume",
      "Continue a run that was stopped or killed; the clip is the same as without the interruption. With --branch-at: "
      "make another clip that shares the run's first steps",
      [arguments](Program& p, const fs::path& folder, const OutputArguments& output) {
        return resume(p, folder, *arguments, output);
      });
  auto* models = command->add_option("--models", arguments->folders,
                                     "Folder to search for model files that were moved since the run began");
  auto* accept = command->add_flag("--accept-changed", arguments->acceptChanged,
                                   "Continue although model files have changed since the run began");
  accept->excludes(models);
  arguments->changes.addTo(*command);
  for (auto* option : {models, accept}) option->excludes("--branch-at");
}

void addDecode(Program& program) {
  const auto settings = std::make_shared<SettingValues>();
  auto* command = addRunCommand(program, "decode", "Decode a finished sampling again",
                                [settings](Program& p, const fs::path& folder, const OutputArguments& output) -> int {
                                  if (const auto set = setBudget(p, *settings); !set)
                                    return reportFailure(*makeReporter(p.json), set.error());
                                  return continueRun(p, folder, output, &Engine::decode);
                                });
  addSetting(*command, settingOf(&RunOptions::memoryBudget), *settings);
}

void addExport(Program& program) {
  auto* command =
      program.parser.add_subcommand("export", "Export a run's clip, or convert a clip file to another format");
  const auto source = std::make_shared<fs::path>();
  const auto output = std::make_shared<OutputArguments>();
  const auto changes = std::make_shared<ChangeArguments>();
  command->add_option("SOURCE", *source, "Run folder or clip file")->required();
  changes->addTo(*command);
  output->addTo(*command);
  command->callback([&program, source, output, changes] {
    program.chosen = [=, &program] { return exportRun(program, *source, *output, *changes); };
  });
}

}  // namespace fb::cli
