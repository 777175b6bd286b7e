// SPDX-License-Identifier: MIT
#include "engine/run_folder.h"

#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/json.h"
#include "base/missing_file.h"
#include "base/run_files.h"
#include "engine/clip_tensors.h"
#include "engine/magnitudes.h"
#include "engine/text_cache.h"
#include "flowblend/counted.h"
#include "flowblend/guard.h"
#include "weights/tensor_file.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace fb::engine {

void RunFolder::create(const GenerationRequest& request) {
  const auto refuseIfTaken = [this] {
    if (exists(linkStatusOf(file(run_files::kRequest))))
      fail(ErrorKind::Invalid, "{} already contains a run: continue it, or choose another folder", m_folder.string());
  };
  refuseIfTaken();
  makeFolder(m_folder);
  claim();
  try {
    writeTextAtomically(file(run_files::kRequest), toJson(request), Existing::Keep);
  } catch (const Failure&) {
    // If two runs begin in one folder at once, the second finds the first one's request here.
    refuseIfTaken();
    throw;
  }
}

void RunFolder::claim() {
  m_lease = std::make_unique<RunLease>(m_folder);
  // What a run that was killed here had begun to write.
  removeAbandonedTemporaries(m_folder);
}

std::string RunFolder::requestText() const {
  if (!exists(statusOf(m_folder))) fail(ErrorKind::NotFound, "{} {}", m_folder.string(), whyMissing(m_folder));
  if (!exists(statusOf(file(run_files::kRequest))))
    fail(ErrorKind::NotFound, "{} is not a run folder: it has no {}", m_folder.string(), run_files::kRequest);
  return readTextFile(file(run_files::kRequest));
}

void RunFolder::relocate(Relocation found) const {
  const bool wasChanged = hashOfRequest(requestText()) != found.inputs.request;
  writeTextAtomically(file(run_files::kRequest), toJson(found.request));
  if (!wasChanged) found.inputs.request = hashOfRequest(requestText());
  writeTextAtomically(file(run_files::kInputs), toJson(found.inputs));
}

void RunFolder::saveInputs(const GenerationRequest& request, weights::CheckpointCache& checkpoints,
                           std::stop_token stop) const {
  writeTextAtomically(file(run_files::kInputs),
                      toJson(readInputs(request, requestText(), checkpoints, std::move(stop))));
}

namespace {

constexpr auto kStartAgain = "start the run again";

// One of the run's documents; absent if there is none.
template <class Read>
auto loadDocument(const std::filesystem::path& path, Read read, const char* wayOut = kStartAgain)
    -> std::optional<decltype(read(std::string(), std::string()))> {
  if (!exists(statusOf(path))) return std::nullopt;
  try {
    return read(readTextFile(path), path.string());
  } catch (const Failure& failure) {
    if (failure.error().kind != ErrorKind::Corrupt) throw;
    fail(ErrorKind::Corrupt, "{}; {}", failure.what(), wayOut);
  }
}

}  // namespace

std::optional<RunInputs> RunFolder::loadInputs() const {
  return loadDocument(file(run_files::kInputs), runInputsFromJson,
                      "it is not known which files the run began with: start the run again, or let it continue with "
                      "the current files");
}

void RunFolder::savePlace(const RunPlace& place) const { writeTextAtomically(file(run_files::kPlace), toJson(place)); }

std::optional<RunPlace> RunFolder::loadPlace() const { return loadDocument(file(run_files::kPlace), runPlaceFromJson); }

void RunFolder::saveMagnitudes(const Calibration& magnitudes) const {
  writeTextAtomically(file(run_files::kMagnitudes), toJson(magnitudes));
}

std::optional<Calibration> RunFolder::loadMagnitudes() const {
  return loadDocument(file(run_files::kMagnitudes), magnitudesFromJson);
}

GenerationRequest RunFolder::readRequest() const {
  auto request = requestFromJson(requestText());
  if (!request) fail(request.error().kind, "{}: {}", file(run_files::kRequest).string(), request.error().message);
  request.value().options.runFolder = m_folder;
  return std::move(request).value();
}

void RunFolder::saveText(const TextConditioning& text) const { saveConditioning(file(run_files::kText), text); }

std::optional<TextConditioning> RunFolder::loadText() const {
  return hasText() ? std::optional(loadConditioning(file(run_files::kText))) : std::nullopt;
}

bool RunFolder::hasText() const { return exists(statusOf(file(run_files::kText))); }

namespace {

// A letter for each step.
constexpr std::string_view kStageLetters = "eml";

std::string textOf(const std::vector<sampling::Stage>& stages) {
  std::string text;
  for (const auto stage : stages) text += kStageLetters.at(static_cast<std::size_t>(stage));
  return text;
}

// What a guard compares the next step with, by the names in a state.
constexpr std::pair<const char*, at::Tensor sampling::TrajectoryState::*> kComparedByGuards[] = {
    {"guard_prediction", &sampling::TrajectoryState::prediction},
    {"guard_velocity", &sampling::TrajectoryState::velocity}};

void writeState(const std::filesystem::path& path, const RunFolder::Saved& saved) {
  auto tensors = sampling::toTensors(saved.trajectory.solver);
  tensors.merge(sampling::toTensors(saved.trajectory.cache));
  tensors["latents"] = saved.trajectory.latents;
  for (const auto& [name, member] : kComparedByGuards)
    if (const auto& compared = saved.trajectory.*member; compared.defined()) tensors[name] = compared;
  tensors["generator"] = saved.generator;
  if (saved.passStart.defined()) {
    tensors["pass_generator"] = saved.passStart;
    tensors["earlier_pass"] = saved.earlier;
  }
  auto reports = nlohmann::ordered_json::array();
  for (const auto& report : saved.trajectory.reports) reports.push_back(toJsonValue(report));
  const nlohmann::ordered_json progress{{"step", saved.trajectory.step},
                                        {"steps", saved.schedule.steps},
                                        {"early", saved.schedule.early},
                                        {"late", saved.schedule.late},
                                        {"middle_steps", saved.schedule.middleSteps},
                                        {"stages", textOf(saved.trajectory.stages)},
                                        {"reports", reports}};
  weights::saveWithChecksum(path, tensors, {{"progress", progress.dump()}});
}

struct Progress {
  int step = 0;
  StageSchedule schedule;
  RunFolder::Steps steps;
};

// Versions before caches and LoRAs did not record the stages.
std::vector<sampling::Stage> stagesOf(const JsonObject& recorded, const Progress& progress) {
  std::vector<sampling::Stage> stages;
  if (!recorded.has("stages")) {
    for (const auto& report : progress.steps.reports)
      stages.push_back(sampling::stageOf(progress.schedule, report.step));
    return stages;
  }
  for (const char letter : recorded.string("stages"))
    if (const auto stage = kStageLetters.find(letter); stage != std::string_view::npos)
      stages.push_back(static_cast<sampling::Stage>(stage));
  if (stages.size() != progress.steps.reports.size())
    fail(ErrorKind::Corrupt, "{}: \"stages\" does not name the stage of each step; start the run again",
         recorded.document());
  return stages;
}

Progress progressOf(const std::map<std::string, std::string>& metadata, const std::filesystem::path& path) {
  const auto text = metadata.find("progress");
  if (text == metadata.end())
    fail(ErrorKind::Corrupt, "{} does not record its progress; start the run again", path.string());
  const auto json = parseJson(text->second, path.string());
  const JsonObject recorded(json, path.string());

  Progress progress{recorded.integer("step"),
                    {recorded.number("early"), recorded.number("late"), recorded.integer("steps"),
                     recorded.integerOr("middle_steps", 0)},
                    {}};
  if (progress.step < 0) fail(ErrorKind::Corrupt, "{}: step {} is out of range", path.string(), progress.step);
  int step = 0;
  for (const auto& entry : recorded.list("reports")) {
    const auto report = stepReportFromJson(entry, path.string());
    if (report.step != step || report.end <= step)
      fail(ErrorKind::Corrupt, "{}: its steps are not consecutive; start the run again", path.string());
    step = report.end;
    progress.steps.reports.push_back(report);
  }
  if (step != progress.step)
    fail(ErrorKind::Corrupt, "{}: it reports {}, but counts {}; start the run again", path.string(),
         counted(step, "step"), progress.step);
  progress.steps.stages = stagesOf(recorded, progress);
  return progress;
}

Progress readProgress(const std::filesystem::path& path) { return progressOf(weights::loadMetadata(path), path); }

// torch would refuse it later, without naming the file.
at::Tensor generatorOf(const weights::TensorFile& file, const char* name, const std::filesystem::path& path) {
  const auto& state = tensorOf(file, name, path);
  try {
    at::make_generator<at::CPUGeneratorImpl>().set_state(state);
  } catch (const c10::Error&) {
    fail(ErrorKind::Corrupt, "{}: \"{}\" is not a state of the noise generator; start the run again", path.string(),
         name);
  }
  return state;
}

at::Tensor latentsOf(const weights::TensorFile& file, const char* name, const std::filesystem::path& path) {
  const auto& latents = tensorOf(file, name, path);
  if (latents.scalar_type() != at::kFloat || latents.dim() != 5)
    fail(ErrorKind::Corrupt, "{}: \"{}\" are not latents; start the run again", path.string(), name);
  return latents;
}

RunFolder::Saved readState(const std::filesystem::path& path) {
  const auto file = weights::loadTensors(path);
  auto progress = progressOf(file.metadata, path);
  RunFolder::Saved saved;
  saved.trajectory.step = progress.step;
  saved.trajectory.reports = std::move(progress.steps.reports);
  saved.trajectory.stages = std::move(progress.steps.stages);
  saved.schedule = progress.schedule;
  saved.trajectory.latents = latentsOf(file, "latents", path);
  saved.generator = generatorOf(file, "generator", path);
  if (file.tensors.contains("pass_generator")) {
    saved.passStart = generatorOf(file, "pass_generator", path);
    saved.earlier = latentsOf(file, "earlier_pass", path);
  }
  saved.trajectory.solver = sampling::solverStateFromTensors(file.tensors, path.string());
  for (const auto& prediction : saved.trajectory.solver.predictions)
    if (prediction.sizes() != saved.trajectory.latents.sizes())
      fail(ErrorKind::Corrupt, "{}: the solver's history has another shape than the latents; start the run again",
           path.string());
  for (const auto& [name, member] : kComparedByGuards) {
    if (!file.tensors.contains(name)) continue;
    auto& compared = saved.trajectory.*member;
    compared = latentsOf(file, name, path);
    if (compared.sizes() != saved.trajectory.latents.sizes())
      fail(ErrorKind::Corrupt, "{}: \"{}\" has another shape than the latents; start the run again", path.string(),
           name);
  }
  saved.trajectory.cache =
      sampling::cacheStateFromTensors(file.tensors, saved.trajectory.latents.numel(), path.string());
  return saved;
}

// The last one first.
std::vector<int> keptStates(const std::filesystem::path& folder) {
  std::vector<int> steps;
  for (const auto& path : entriesOf(folder))
    if (const auto step = run_files::keptStep(path.filename().string())) steps.push_back(*step);
  std::ranges::sort(steps, std::greater());
  return steps;
}

}  // namespace

// Waits for the disk twice. The content must be there before the name, or a power failure could leave a name without
// its content. The names could wait for the next state, at the risk of one step; they are flushed because a step of a
// large model takes minutes, and the flush some 4 ms.
void RunFolder::saveState(const Saved& saved) const { writeState(file(run_files::kState), saved); }

std::optional<RunFolder::Saved> RunFolder::loadState() const {
  const auto path = file(run_files::kState);
  return exists(statusOf(path)) ? std::optional(readState(path)) : std::nullopt;
}

void RunFolder::keepState(const Saved& saved, std::uint64_t limit) const {
  const auto newest = saved.trajectory.step;
  writeState(file(run_files::keptState(newest)), saved);
  std::uint64_t bytes = 0;
  for (const int step : keptStates(m_folder)) {
    const auto path = file(run_files::keptState(step));
    std::error_code none;
    const auto size = std::filesystem::file_size(path, none);
    if (none) continue;
    bytes += size;
    if (bytes > limit && step != newest) std::filesystem::remove(path, none);
  }
}

std::vector<int> RunFolder::keptSteps() const {
  auto steps = keptStates(m_folder);
  if (const auto last = file(run_files::kState); exists(statusOf(last))) steps.push_back(readProgress(last).step);
  std::ranges::sort(steps, std::greater());
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  return steps;
}

RunFolder::Steps RunFolder::loadSteps(int step) const {
  const auto kept = file(run_files::keptState(step));
  return readProgress(exists(statusOf(kept)) ? kept : file(run_files::kState)).steps;
}

void RunFolder::dropCacheOf(Model model) const {
  auto saved = loadState();
  if (!saved || saved->trajectory.cache.model != model) return;
  saved->trajectory.cache = {};
  saveState(*saved);
}

RunFolder::Saved RunFolder::loadState(int step) const {
  const auto kept = file(run_files::keptState(step));
  if (exists(statusOf(kept))) return readState(kept);
  if (auto last = loadState(); last && last->trajectory.step == step) return *std::move(last);
  fail(ErrorKind::NotFound, "{} stored no state after step {}", m_folder.string(), step);
}

void RunFolder::saveClip(const Clip& clip) const {
  const auto count = static_cast<std::int64_t>(clip.frames.size());
  auto frames = at::empty({count, clip.height(), clip.width(), 3}, at::kByte);
  auto* to = frames.mutable_data_ptr<std::uint8_t>();
  for (const auto& frame : clip.frames) to = std::copy(frame->rgb.begin(), frame->rgb.end(), to);
  weights::saveWithChecksum(file(run_files::kClip), {{"frames", frames}});
}

bool RunFolder::hasClip() const { return exists(statusOf(file(run_files::kClip))); }

Clip RunFolder::loadClip() const {
  const auto path = file(run_files::kClip);
  if (!hasClip()) fail(ErrorKind::NotFound, "{} contains no decoded clip yet: decode the run first", m_folder.string());
  const auto saved = weights::loadTensors(path);
  const auto& frames = tensorOf(saved, "frames", path);
  if (frames.scalar_type() != at::kByte || frames.dim() != 4 || frames.size(3) != 3)
    fail(ErrorKind::Corrupt, "{}: \"frames\" is not a list of 8-bit images; decode the run again", path.string());
  return clipFromBytes(frames, readRequest().clip.fps);
}

// The solver remembers the last sample and up to two predictions; EasyCache two inputs, a velocity and one residual for
// each of up to three guidance evaluations; a guard that compares steps, what it compares the next one with.
std::uint64_t stateBytes(const SamplingSettings& sampling, std::uint64_t latents, std::uint64_t earlier) {
  constexpr std::uint64_t kLatents = 4, kOfEasyCache = 6, kOfAGuard = 1;
  const auto copies = kLatents + (sampling.cache == CacheRule::EasyCache ? kOfEasyCache : 0) +
                      (guardPlanOf(sampling).comparesSteps() ? kOfAGuard : 0);
  return copies * latents + earlier;
}

}  // namespace fb::engine
