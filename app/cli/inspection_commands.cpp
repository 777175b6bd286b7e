// SPDX-License-Identifier: MIT
// Commands that only inspect: inspect, estimate, devices.
#include "cli/arguments.h"
#include "cli/commands.h"
#include "flowblend/clip_metadata.h"
#include "flowblend/counted.h"
#include "flowblend/family.h"
#include "flowblend/guard.h"
#include "flowblend/numbers.h"
#include "flowblend/run_folder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <memory>
#include <optional>
#include <system_error>

namespace fb::cli {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string listed(const char* what, const std::vector<std::string>& names) {
  constexpr std::size_t kShown = 10;
  if (names.empty()) return "";
  auto text = fmt::format("\n  {} {}:", names.size(), what);
  for (std::size_t i = 0; i < std::min(kShown, names.size()); ++i) text += "\n    " + names[i];
  return names.size() > kShown ? text + "\n    ..." : text;
}

struct Finding {
  std::string text;
  Json json;
};

// Whether a text encoder's file contains its tokenizer, which a pair cannot do without. Absent: it is no such file; in
// folders, the tokenizer is beside it.
std::optional<bool> containsTokenizer(const fs::path& path, const ComponentInfo& info) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored) || path.extension() == ".json") return {};
  if (std::ranges::none_of(families(), [&](const FamilyInfo* family) { return family->textEncoder == info.kind; }))
    return {};
  return info.sizes.contains("own_tokenizer");
}

Result<Finding> describeComponent(Engine& engine, const fs::path& path) {
  const auto found = engine.inspectComponent(path);
  if (!found) return found.error();
  const auto& info = found.value();
  // A variant may begin with the kind: "LoRA for WAN 14B".
  const auto what = info.variant.starts_with(info.kind.name()) ? info.variant : info.kind.name() + ' ' + info.variant;
  const auto tokenizer = containsTokenizer(path, info);
  auto text = fmt::format("{}: {}, {} layout, {}, {:.1f} M parameters in {}{}, {}", path.string(), what, info.layout,
                          info.storage, static_cast<double>(info.parameters) / 1e6, counted(info.files, "file"),
                          !tokenizer   ? ""
                          : *tokenizer ? ", with its tokenizer"
                                       : ", without a tokenizer",
                          info.complete() ? "complete" : "INCOMPLETE");
  text += listed("tensors missing", info.missing) + listed("tensors unexpected", info.unexpected) +
          listed("tensors with the wrong shape", info.misshapen);
  return Finding{text,
                 {{"path", path.string()},
                  {"kind", info.kind.name()},
                  {"variant", info.variant},
                  {"layout", info.layout},
                  {"storage", info.storage},
                  {"parameters", info.parameters},
                  {"files", info.files},
                  {"sizes", info.sizes},
                  {"contains_tokenizer", tokenizer ? Json(*tokenizer) : Json()},
                  {"complete", info.complete()},
                  {"missing", info.missing},
                  {"unexpected", info.unexpected},
                  {"misshapen", info.misshapen}}};
}

Result<Finding> describeComponents(Engine& engine, const std::string& title, const std::vector<fs::path>& paths) {
  Finding all{title, {{"components", Json::array()}}};
  for (const auto& path : paths) {
    const auto part = describeComponent(engine, path);
    if (!part) return part.error();
    all.text += "\n" + part.value().text;
    all.json["components"].push_back(part.value().json);
  }
  return all;
}

// Adds what the diffusers folder of the large model says; a document may say something else.
Status addPipeline(Engine& engine, const fs::path& large, Finding& finding) {
  PairSpec pair;
  pair.large = large;
  const auto pipeline = engine.inspectPipeline(pair);
  if (!pipeline) return pipeline.error();
  if (!pipeline.value()) return Done{};
  finding.text += fmt::format("\n{} says: {}", pipeline.value()->folder.string(), pipeline.value()->words());
  finding.json["pipeline"] = asJson(*pipeline.value());
  return Done{};
}

Result<Finding> describeFolder(Engine& engine, const fs::path& folder) {
  auto finding = describeComponents(engine, "diffusers pipeline",
                                    {folder / "transformer", folder / "text_encoder", folder / "vae"});
  if (!finding) return finding;
  if (const auto added = addPipeline(engine, folder / "transformer", finding.value()); !added) return added.error();
  return finding;
}

Result<Finding> describePair(Engine& engine, const fs::path& document) {
  const auto pair = engine.readPair(document);
  if (!pair) return pair.error();
  const auto& spec = pair.value();
  auto finding =
      describeComponents(engine, "pair \"" + spec.name + "\"", {spec.large, spec.small, spec.textEncoder, spec.vae});
  if (!finding) return finding;
  const auto fits = engine.checkPair(spec);
  finding.value().text += fits ? "\nthe parts fit together" : "\n" + fits.error().message;
  finding.value().json["fits"] = fits.ok();
  if (const auto added = addPipeline(engine, spec.large, finding.value()); !added) return added.error();
  return finding;
}

Result<Finding> describeRun(Engine& engine, const fs::path& folder) {
  const auto info = engine.inspectRun(folder);
  if (!info) return info.error();
  const auto& run = info.value();
  const auto state = run.decoded ? "decoded" : run.sampled ? "sampled, not decoded" : "unfinished";
  const auto branches = run.keptSteps.empty()
                            ? std::string()
                            : fmt::format(", can be branched from after step {}",
                                          fmt::join(run.keptSteps.rbegin(), run.keptSteps.rend(), ", "));
  return Finding{fmt::format("run: step {} of {}, {}{}\n{}", run.stepsDone, run.request.totalSteps(), state, branches,
                             fb::toJson(run.request)),
                 {{"steps_done", run.stepsDone},
                  {"state", state},
                  {"kept_steps", run.keptSteps},
                  {"request", ownJson(fb::toJson(run.request))}}};
}

Result<Finding> describeClip(Engine& engine, const fs::path& path) {
  const auto found = engine.inspectClip(path);
  if (!found) return found.error();
  const auto& clip = found.value();
  const bool isOurs = isOwnMetadata(clip.metadata);
  const auto settings = isOurs                  ? clip.metadata
                        : clip.metadata.empty() ? std::string("no settings stored")
                                                : "no settings of this program stored; comment: " + clip.metadata;
  return Finding{
      fmt::format("{}: {} {}, {}x{}, {} at {:g} fps, {}\n{}", path.string(), clip.container, clip.codec, clip.width,
                  clip.height, counted(clip.frames, "frame"), clip.fps, clip.colorSpace, settings),
      {{"container", clip.container},
       {"codec", clip.codec},
       {"width", clip.width},
       {"height", clip.height},
       {"frames", clip.frames},
       {"fps", clip.fps},
       {"color_space", clip.colorSpace},
       {"request", isOurs ? ownJson(clip.metadata) : Json()},
       {"comment", isOurs || clip.metadata.empty() ? Json() : Json(clip.metadata)}}};
}

Error cannotBeRead(const fs::path& path, const std::error_code& error) {
  const bool forbidden = error == std::errc::permission_denied || error == std::errc::io_error;
  return {forbidden ? ErrorKind::Io : ErrorKind::Invalid,
          fmt::format("cannot read {}: {}", path.string(), error.message())};
}

// Whether a folder contains checkpoint files.
Result<bool> holdsWeights(const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->path().extension() == ".safetensors" || entry->path().extension() == ".gguf") return true;
  if (error) return cannotBeRead(folder, error);
  return false;
}

// A spiece.model, or a folder with one.
bool isTokenizer(const fs::path& path) {
  std::error_code ignored;
  return path.filename() == "spiece.model" || fs::is_regular_file(path / "spiece.model", ignored);
}

Result<Finding> describeTokenizer(Engine& engine, const fs::path& path) {
  PairSpec pair;
  pair.tokenizer = path;
  if (const auto read = engine.countTokens(pair, "a cat"); !read) return read.error();
  return Finding{path.string() + ": SentencePiece tokenizer, complete",
                 {{"path", path.string()}, {"kind", "tokenizer"}}};
}

// A PNG sequence or, without one, whatever else the folder contains.
Result<Finding> describeOtherFolder(Engine& engine, const fs::path& folder) {
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
    if (entry->path().extension() == ".png") return describeClip(engine, folder);
  return describeComponent(engine, folder);
}

Result<Finding> describe(Engine& engine, const fs::path& path) {
  std::error_code error, ignored;
  const auto status = fs::status(path, error);
  // Tells more than that it does not exist, if more is known.
  if (status.type() == fs::file_type::not_found) return describeComponent(engine, path);
  if (status.type() == fs::file_type::none) return cannotBeRead(path, error);
  if (isRunFolder(path)) return describeRun(engine, path);
  if (fs::exists(path / "model_index.json", ignored)) return describeFolder(engine, path);
  const auto name = path.filename().string();
  if (name.ends_with(".index.json") || name.ends_with(".safetensors")) return describeComponent(engine, path);
  if (path.extension() == ".json") return describePair(engine, path);
  if (fs::is_directory(status)) {
    const auto weights = holdsWeights(path);
    if (!weights) return weights.error();
    if (weights.value()) return describeComponent(engine, path);
    return isTokenizer(path) ? describeTokenizer(engine, path) : describeOtherFolder(engine, path);
  }
  if (isTokenizer(path)) return describeTokenizer(engine, path);
  // Of weights, pickles, and downloads that have not finished.
  constexpr std::array kWeightEndings = {".gguf", ".pth",   ".pt",         ".bin",        ".ckpt",
                                         ".part", ".aria2", ".crdownload", ".incomplete", ".download"};
  if (std::ranges::find(kWeightEndings, path.extension().string()) != kWeightEndings.end())
    return describeComponent(engine, path);
  return describeClip(engine, path);
}

int inspect(Program& program, const fs::path& path) {
  const auto reporter = makeReporter(program.json);
  const auto finding = describe(program.engine(), path);
  if (!finding) return reportFailure(*reporter, finding.error());
  reporter->result(finding.value().text, finding.value().json);
  return kDone;
}

// As RunOptions::device names a GPU that is only planned for (Engine::planMemory).
constexpr std::string_view kPlannedCard = "card:";

std::string describe(const MemoryPlan& plan) {
  const auto bytes = [](std::uint64_t count) { return humanBytes(static_cast<double>(count)); };
  const bool isPlanned = plan.device.starts_with(kPlannedCard);
  auto text =
      fmt::format("memory on {}: {} of {} available",
                  isPlanned ? "a GPU with " + bytes(plan.free) + " free, and this machine's main memory" : plan.device,
                  bytes(plan.limit), bytes(plan.total));
  for (const auto& part : plan.parts) {
    // Quantised weights stay as they are.
    text += fmt::format("\n  {}: {}, computed in {}", part.name, bytes(part.bytes), part.dtype);
    if (part.place == MemoryPlan::Place::Main) text += ", on the CPU";
    if (part.place == MemoryPlan::Place::Streamed)
      text +=
          fmt::format(", streamed from {}: {} on the device with {} of {}", part.readsDisk ? "the disk" : "main memory",
                      bytes(part.onDevice), part.residentBlocks, counted(part.blocks, "block"));
    if (part.isBatched) text += ", both prompts of a guided step in one forward";
    if (part.isReplayed) text += ", forwards replayed as CUDA graphs";
  }
  for (const auto& phase : plan.phases)
    text += fmt::format("\n  {}: {} ({} weights, {} working memory{})", phase.name, bytes(phase.total()),
                        bytes(phase.weights), bytes(phase.working), phase.isMeasured ? ", as measured" : "");
  if (plan.decodesAlone)
    text += "\n  the models are dropped before frames are decoded, for which there is no room beside them";
  if (plan.decodesInTiles) text += "\n  frames are decoded in tiles, because they do not fit whole";
  if (plan.fits()) return text;
  auto problem = plan.problem;
  if (const auto at = problem.find(plan.device); isPlanned && at != std::string::npos)
    problem.replace(at, plan.device.size(), "that GPU");
  return text + "\n  does not fit: " + problem;
}

Json asJson(const MemoryPlan& plan) {
  auto parts = Json::array(), phases = Json::array();
  for (const auto& part : plan.parts)
    parts.push_back({{"name", part.name},
                     {"dtype", part.dtype},
                     {"bytes", part.bytes},
                     {"place", toString(part.place)},
                     {"on_device", part.onDevice},
                     {"in_main", part.inMain},
                     {"blocks", part.blocks},
                     {"resident_blocks", part.residentBlocks},
                     {"reads_disk", part.readsDisk},
                     {"batched", part.isBatched},
                     {"replayed", part.isReplayed}});
  for (const auto& phase : plan.phases)
    phases.push_back(
        {{"name", phase.name}, {"weights", phase.weights}, {"working", phase.working}, {"measured", phase.isMeasured}});
  return {{"device", plan.device},
          {"total", plan.total},
          {"free", plan.free},
          {"limit", plan.limit},
          {"peak", plan.peak()},
          {"parts", parts},
          {"phases", phases},
          {"decodes_alone", plan.decodesAlone},
          {"decodes_in_tiles", plan.decodesInTiles},
          {"problem", plan.problem}};
}

// By which rule the small model takes over, and when an estimate takes it to.
std::string_view takingOverBy(const GuardPlan& guard) {
  switch (guard.rule) {
    case GuardRule::None:
      return {};
    case GuardRule::Verify:
      if (guard.returns)
        return "some of the small model's steps are checks, which both models take; this is if all pass; if none does";
      return "the small model takes over after the first check that passes, and both models take each check; this is "
             "if the first one passes; if none does";
    case GuardRule::OneWay:
      return "the small model takes over once the large one's prediction hardly changes; this is if that is so at the "
             "first comparison; if it never is";
    case GuardRule::SrDiffusion:
      return "the small model takes over once the large one's velocity settles; this is if that is so at the first "
             "comparison; if it never is";
  }
  return {};
}

std::string savingWords(double saving) {
  const auto percent = std::lround(100 * std::abs(saving));
  return percent == 0 ? "as many FLOPs" : fmt::format("{} % {} FLOPs", percent, saving < 0 ? "more" : "fewer");
}

// What would run; most of it comes from the pair.
std::string describe(const GenerationRequest& request) {
  const auto& clip = request.clip;
  const auto& sampling = request.sampling;
  return fmt::format("{}x{}, {} at {:g} fps; {} with {}{}, guidance {:g}", clip.width, clip.height,
                     counted(clip.frames, "frame"), clip.fps, counted(request.totalSteps(), "step"),
                     toString(sampling.solver),
                     request.pair.sigmas.rule == SigmaRule::FlowShift && sampling.sigmas.empty()
                         ? fmt::format(", shift {:g}", sampling.shift)
                         : std::string(),
                     sampling.guidance);
}

std::string timeWords(const CostEstimate& cost, const MemoryPlan& plan) {
  if (!cost.seconds)
    return plan.device.starts_with(kPlannedCard)
               ? "no time estimate: nothing has run on such a GPU"
               : "no time estimate until these models have run at about this size on this machine";
  const auto instead =
      cost.secondsLargeOnly ? fmt::format(" instead of {}", humanTime(*cost.secondsLargeOnly)) : std::string();
  return fmt::format("about {}{}", humanTime(*cost.seconds), instead);
}

// What an estimate says of a guard: it counts a run in which the small model takes over as early as it can.
std::string describe(const CostEstimate::Most& most, const CostEstimate& cost, const GuardPlan& guard) {
  const double saving = cost.totalLargeOnly > 0 ? 1 - most.total / cost.totalLargeOnly : 0;
  auto text = fmt::format("\n{}: sampling {}, total {}, {}", takingOverBy(guard), humanFlops(most.sampling),
                          humanFlops(most.total), savingWords(saving));
  if (most.seconds) text += fmt::format(", about {}", humanTime(*most.seconds));
  return text;
}

int estimate(Program& program, const RequestArguments& arguments) {
  const auto reporter = makeReporter(program.json);
  const auto request = arguments.request(program.engine());
  const auto estimated =
      request ? program.engine().estimateCost(request.value()) : Result<CostEstimate>(request.error());
  if (!estimated) return reportFailure(*reporter, estimated.error());
  const auto planned = program.engine().planMemory(request.value());
  if (!planned) return reportFailure(*reporter, planned.error());
  const auto& cost = estimated.value();
  const auto& schedule = request.value().sampling.schedule;
  tellLoras(program, *reporter, request.value());
  tellRemarks(*reporter, schedule);
  if (const auto reason = guardInVain(request.value().sampling); !reason.empty()) reporter->warning(reason);
  for (const auto& sentence : arguments.vainConstants(request.value())) reporter->warning(sentence);
  const auto& branch = request.value().options.branchFrom;
  auto text = describe(request.value()) + '\n';
  if (!branch.empty())
    text += fmt::format("{} of {} come from {}\n", cost.sharedSteps, counted(request.value().totalSteps(), "step"),
                        branch.string());
  text += fmt::format(
      "large model {} per forward, small model {}\n"
      "large model {}, small model {}: sampling {}, text {}, decoding {}\n"
      "total {} instead of {} with the large model alone: {}",
      humanFlops(cost.largeForward), humanFlops(cost.smallForward),
      counted(schedule.largeSteps(cost.sharedSteps), "step"), schedule.smallSteps(cost.sharedSteps),
      humanFlops(cost.sampling), humanFlops(cost.textEncoding), humanFlops(cost.vaeDecode), humanFlops(cost.total),
      humanFlops(cost.totalLargeOnly), savingWords(cost.saving()));
  const auto cache = request.value().sampling.cache;
  if (cost.reusedSteps)
    text += fmt::format("\n{} of these steps {}are reused by {} and not counted", *cost.reusedSteps,
                        cost.reusedEvaluations > 0
                            ? fmt::format("and {} of others ", counted(cost.reusedEvaluations, "guidance evaluation"))
                            : "",
                        toString(cache));
  else if (cache != CacheRule::None)
    text += fmt::format(
        "\nevery step is counted as computed; {} decides during the run which ones are reused and cost nothing",
        toString(cache));
  text += '\n' + timeWords(cost, planned.value());
  if (cost.most) text += describe(*cost.most, cost, guardPlanOf(request.value().sampling));
  text += "\n" + describe(planned.value());
  reporter->result(text, {{"memory", asJson(planned.value())},
                          {"branch_from", branch.empty() ? Json() : Json(branch.string())},
                          {"shared_steps", cost.sharedSteps},
                          {"reused_steps", cost.reusedSteps ? Json(*cost.reusedSteps) : Json()},
                          {"reused_evaluations", cost.reusedEvaluations},
                          {"large_forward", cost.largeForward},
                          {"small_forward", cost.smallForward},
                          {"text_encoding", cost.textEncoding},
                          {"vae_decode", cost.vaeDecode},
                          {"sampling", cost.sampling},
                          {"sampling_large_only", cost.samplingLargeOnly},
                          {"total", cost.total},
                          {"total_large_only", cost.totalLargeOnly},
                          {"sampling_most", cost.most ? Json(cost.most->sampling) : Json()},
                          {"total_most", cost.most ? Json(cost.most->total) : Json()},
                          {"seconds_most", cost.most && cost.most->seconds ? Json(*cost.most->seconds) : Json()},
                          {"saving", cost.saving()},
                          {"seconds", cost.seconds ? Json(*cost.seconds) : Json()},
                          {"seconds_large_only", cost.secondsLargeOnly ? Json(*cost.secondsLargeOnly) : Json()}});
  return kDone;
}

std::string describe(const DeviceInfo& device) {
  auto text = fmt::format("{}: {}", device.id, device.name);
  if (device.memoryTotal > 0)
    text += fmt::format(", {} of {} free", humanBytes(static_cast<double>(device.memoryFree)),
                        humanBytes(static_cast<double>(device.memoryTotal)));
  if (device.computeCapability > 0)
    text += fmt::format(", compute capability {}.{}", device.computeCapability / 10, device.computeCapability % 10);
  return device.isUsable() ? text : fmt::format("{}\n  cannot be used: {}", text, device.problem);
}

int devices(Program& program) {
  const auto found = program.engine().devices();
  const auto& automatic = automaticDevice(found);
  const auto dtype = toString(resolvedDType(DType::Automatic, automatic));
  std::string text;
  auto json = Json::array();
  for (const auto& device : found) {
    text += describe(device) + '\n';
    json.push_back({{"id", device.id},
                    {"name", device.name},
                    {"memory_free", device.memoryFree},
                    {"memory_total", device.memoryTotal},
                    {"compute_capability", device.computeCapability},
                    {"usable", device.isUsable()},
                    {"problem", device.problem}});
  }
  text += fmt::format("by default, runs use {} in {}", automatic.id, dtype);
  makeReporter(program.json)
      ->result(text, {{"devices", json}, {"automatic", {{"device", automatic.id}, {"dtype", dtype}}}});
  return kDone;
}

}  // namespace

void addInspect(Program& program) {
  auto* command = program.parser.add_subcommand(
      "inspect", "Show what a clip, run folder, pair document, checkpoint file or folder contains");
  const auto path = std::make_shared<fs::path>();
  command->add_option("PATH", *path, "File or folder")->required();
  command->callback([&program, path] { program.chosen = [=, &program] { return inspect(program, *path); }; });
}

void addEstimate(Program& program) {
  auto* command =
      program.parser.add_subcommand("estimate", "Estimate FLOPs, time and memory of a run without running it");
  const auto arguments = std::make_shared<RequestArguments>();
  arguments->addTo(*command);
  const auto take = [arguments](const std::string& text) {
    constexpr double kMost = 1e6;
    const auto gigabytes = numberFrom<double>(text);
    if (!gigabytes || !(*gigabytes > 0) || *gigabytes > kMost)
      throw CLI::ValidationError("--gpu-memory",
                                 fmt::format("\"{}\" is not a number above 0 and up to {}, in GB", text, kMost));
    arguments->settings["device"] = fmt::format("{}{}GB", kPlannedCard, text);
  };
  command
      ->add_option_function<std::string>("--gpu-memory", take,
                                         "Plan for an NVIDIA GPU with this much free memory, in GB, which this machine "
                                         "need not have, and for this machine's main memory")
      ->type_name("NUMBER")
      ->excludes(command->get_option("--device"));
  command->callback(
      [&program, arguments] { program.chosen = [=, &program] { return estimate(program, *arguments); }; });
}

void addDevices(Program& program) {
  auto* command = program.parser.add_subcommand("devices", "List the devices that models can run on");
  command->callback([&program] { program.chosen = [&program] { return devices(program); }; });
}

}  // namespace fb::cli
