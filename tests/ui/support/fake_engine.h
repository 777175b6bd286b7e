// SPDX-License-Identifier: MIT
// A simulated engine: steps as fast as its gates let them pass, previews, divergence, failures, stops and run folders
// in memory.
#pragma once

#include "flowblend/engine.h"

#include "gate.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <map>
#include <mutex>
#include <optional>
#include <set>

namespace fb::ui {

// Its configuration may be changed between runs. Thread rule as the engine's.
class FakeEngine : public Engine {
public:
  // Passed before each step, each quarter of the decoding, each frame of an export, and each unloading of the models.
  Gate steps, decoding, exporting, unloading;
  std::atomic<int> failAtStep = -1;  // the first run that reaches that step fails there, once
  std::atomic<int> unloads = 0;      // so far
  std::atomic<bool> isCalibrated = true;
  std::atomic<bool> isLargeCalibrated = false;  // alone
  std::atomic<int> finishedRuns = 0;            // so far
  std::atomic<bool> decodesAlone = false;       // there is no room for the decoder beside the models

  // The calls so far: "generate", "resume", "sample", "resumeSampling", "decode", "probe", "calibrate".
  std::vector<std::string> calls() const {
    const std::lock_guard lock(m_mutex);
    return m_calls;
  }
  // The one that the last call set for a run that goes on.
  std::optional<double> memoryBudget() const {
    const std::lock_guard lock(m_mutex);
    return m_memoryBudget;
  }
  // As the folder of an interrupted run.
  void keepRun(const GenerationRequest& request, int stepsDone) {
    Kept kept{request, stepsDone, false, {}};
    for (int step = 0; step < stepsDone; ++step) kept.steps.push_back(report(request, step));
    const std::lock_guard lock(m_mutex);
    m_runs[request.options.runFolder] = kept;
  }

  Outcome<RunResult> generate(const GenerationRequest& request, EventSink& sink, RunControl& control) override {
    note("generate");
    return begin(request, sink, control, true);
  }
  Outcome<RunResult> sample(const GenerationRequest& request, EventSink& sink, RunControl& control) override {
    note("sample");
    return begin(request, sink, control, false);
  }
  Outcome<RunResult> probe(const GenerationRequest& request, EventSink& sink, RunControl& control) override {
    note("probe");
    auto all = request;
    all.options.probe = ProbePolicy::All;
    return play({all, 0, false, {}}, sink, control, false);
  }
  // Afterwards, all models are measured.
  Outcome<Calibration> calibrate(const GenerationRequest& request, EventSink& sink, RunControl& control) override {
    note("calibrate");
    int stepsDone = 0;
    for (const auto& run : calibrationRuns(request)) {
      const auto outcome = play({run, 0, false, {}}, sink, control, false);
      if (outcome.cancelled()) return Cancelled{stepsDone + outcome.stepsDone()};
      if (outcome.failed()) return outcome.error();
      stepsDone += run.sampling.schedule.steps;
      isLargeCalibrated = isLargeCalibrated || run.sampling.schedule.smallSteps() == 0;
    }
    isCalibrated = true;
    return Calibration{};
  }
  Result<std::string> pairIdentity(const GenerationRequest& request) override {
    return request.pair.large.string() + '|' + request.pair.small.string();
  }
  Result<std::vector<Model>> uncalibratedModels(const GenerationRequest& request) override {
    if (isCalibrated || request.sampling.cache != CacheRule::MagCache) return std::vector<Model>{};
    return isLargeCalibrated ? std::vector{Model::Small} : std::vector{Model::Large, Model::Small};
  }
  Outcome<RunResult> resume(const std::filesystem::path& folder, EventSink& sink, RunControl& control) override {
    note("resume", control.memoryBudget());
    return again(folder, sink, control, true);
  }
  Outcome<RunResult> resumeSampling(const std::filesystem::path& folder, EventSink& sink,
                                    RunControl& control) override {
    note("resumeSampling", control.memoryBudget());
    return again(folder, sink, control, false);
  }
  Outcome<RunResult> decode(const std::filesystem::path& folder, EventSink& sink, RunControl& control) override {
    note("decode", control.memoryBudget());
    return again(folder, sink, control, true);
  }
  // Afterwards, the inputs given to changeInputs() count as unchanged.
  Status relocateInputs(const std::filesystem::path& run, const std::vector<std::filesystem::path>& folders) override {
    note("relocate");
    const std::lock_guard lock(m_mutex);
    if (folders != std::vector{m_modelsFolder})
      return Error{ErrorKind::NotFound, "nothing with the content of the large model was found"};
    m_changed.erase(run);
    return Done{};
  }
  Status acceptInputs(const std::filesystem::path& run) override {
    note("accept");
    const std::lock_guard lock(m_mutex);
    m_changed.erase(run);
    return Done{};
  }
  Result<std::vector<ChangedInput>> changedInputs(const std::filesystem::path& run) override {
    const std::lock_guard lock(m_mutex);
    return m_changed[run];
  }
  Result<std::vector<InputContent>> inspectInputs(const GenerationRequest& request) override {
    return std::vector<InputContent>{{"large", request.pair.large, "a"}, {"small", request.pair.small, "b"}};
  }
  Result<std::optional<PipelineInfo>> inspectPipeline(const PairSpec& pair) override {
    const std::lock_guard lock(m_mutex);
    const auto found = m_pipelines.find(pair.large);
    return found == m_pipelines.end() ? std::nullopt : std::optional(found->second);
  }
  // The run is refused until these are accepted or searched for in `modelsFolder`.
  void changeInputs(const std::filesystem::path& run, std::vector<ChangedInput> changes,
                    const std::filesystem::path& modelsFolder = {}) {
    const std::lock_guard lock(m_mutex);
    m_changed[run] = std::move(changes);
    m_modelsFolder = modelsFolder;
  }
  // The diffusers folder of pairs with this large model.
  void givePipeline(const std::filesystem::path& large, const PipelineInfo& info) {
    const std::lock_guard lock(m_mutex);
    m_pipelines[large] = info;
  }
  Result<int> countTokens(const PairSpec&, const std::string& prompt) override {
    return static_cast<int>(std::ranges::count(prompt, ' ')) + 2;
  }
  void unloadModels() override {
    unloading.enter();
    ++unloads;
  }
  std::vector<DeviceInfo> devices() override {
    return {{"cpu", "Test processor", 8'000'000'000, 6'000'000'000, 0, {}}};
  }

  Result<RunInfo> inspectRun(const std::filesystem::path& folder) override {
    const std::lock_guard lock(m_mutex);
    const auto run = m_runs.find(folder);
    if (run == m_runs.end()) return Error{ErrorKind::NotFound, folder.string() + " is not a run folder"};
    const auto& kept = run->second;
    const auto& schedule = kept.request.sampling.schedule;
    RunInfo info{kept.request, kept.stepsDone, kept.stepsDone == schedule.steps, kept.decoded, {}};
    if (kept.stepsDone > 0) info.keptSteps = {kept.stepsDone};
    for (int step = kept.stepsDone - 1; step > 0 && !m_forgetful.contains(folder); --step)
      if (schedule.modelAt(step) != schedule.modelAt(step - 1)) info.keptSteps.push_back(step);
    return info;
  }
  // The states that the run has kept are deleted, or its whole folder.
  void forgetStates(const std::filesystem::path& run) {
    const std::lock_guard lock(m_mutex);
    m_forgetful.insert(run);
  }
  void forgetRun(const std::filesystem::path& run) {
    const std::lock_guard lock(m_mutex);
    m_runs.erase(run);
  }
  Result<Clip> loadRunClip(const std::filesystem::path& folder) override {
    const std::lock_guard lock(m_mutex);
    const auto run = m_runs.find(folder);
    if (run == m_runs.end() || !run->second.decoded)
      return Error{ErrorKind::NotFound, folder.string() + " contains no decoded clip yet"};
    return clipOf(run->second.request, run->second.request.clip.frames);
  }
  Result<std::vector<float>> loadRunLatents(const std::filesystem::path&) override { return std::vector<float>(16); }
  std::vector<std::string> validate(const GenerationRequest& request) override {
    const auto& options = request.options;
    if (const auto parent = inspectRun(options.branchFrom); !options.branchFrom.empty()) {
      if (!parent) return {parent.error().message};
      if (parent.value().request.clip.prompt != request.clip.prompt) return {"cannot branch: its prompt is another"};
    }
    if (!uncalibratedModels(request).value().empty()) return {"the models have not been measured"};
    if (request.clip.width % 16 == 0 && request.clip.height % 16 == 0) return {};
    return {"width and height must be multiples of 16"};
  }
  // Everything fits; a prompt "too large" does not. The small model of a prompt "streamed" is streamed as well.
  Result<MemoryPlan> planMemory(const GenerationRequest& request) override {
    MemoryPlan plan;
    plan.device = "cuda:0";
    plan.total = 24'000'000'000;
    plan.free = 22'000'000'000;
    plan.limit = 21'000'000'000;
    plan.parts.push_back(
        {"large model", "bf16", 28'000'000'000, MemoryPlan::Place::Streamed, 15'000'000'000, 0, 40, 20});
    const auto place = request.clip.prompt == "streamed" ? MemoryPlan::Place::Streamed : MemoryPlan::Place::Device;
    plan.parts.push_back({"small model", "bf16", 2'800'000'000, place, 2'800'000'000, 0, 30, 30});
    plan.phases = {{"encoding", 9'000'000'000, 300'000'000},
                   {"early", 17'000'000'000, 3'000'000'000},
                   {"middle", 17'000'000'000, 1'000'000'000},
                   {"late", 17'000'000'000, 3'000'000'000},
                   {"decoding", 500'000'000, 11'000'000'000}};
    plan.phases.insert(plan.phases.begin() + 2, {"preview", 17'500'000'000, 1'500'000'000});
    plan.phases.back().isMeasured = true;
    if (request.clip.prompt == "too large") plan.problem = "this does not fit";
    plan.decodesAlone = decodesAlone;
    return plan;
  }
  Result<CostEstimate> estimateCost(const GenerationRequest& request) override {
    const auto& schedule = request.sampling.schedule;
    CostEstimate cost;
    cost.largeForward = 3e12;
    cost.smallForward = 1e12;
    cost.textEncoding = cost.vaeDecode = 1e12;
    const int passes = request.sampling.guidance > 1 ? 2 : 1;
    cost.sharedSteps = request.options.branchAt;
    cost.sampling = passes * (schedule.largeSteps(cost.sharedSteps) * cost.largeForward +
                              schedule.smallSteps(cost.sharedSteps) * cost.smallForward);
    cost.samplingLargeOnly = passes * schedule.steps * cost.largeForward;
    cost.total = cost.sampling + cost.textEncoding + cost.vaeDecode;
    cost.totalLargeOnly = cost.samplingLargeOnly + cost.textEncoding + cost.vaeDecode;
    const auto part = [](double flops) { return CostEstimate::Part{flops, flops / 1e13}; };
    cost.largeStep = part(passes * cost.largeForward);
    cost.smallStep = part(passes * cost.smallForward);
    cost.text = part(cost.textEncoding);
    cost.decode = part(cost.vaeDecode);
    cost.seconds = cost.total / 1e13;
    cost.secondsLargeOnly = cost.totalLargeOnly / 1e13;
    return cost;
  }

  Result<ComponentInfo> inspectComponent(const std::filesystem::path& path) override {
    if (!std::filesystem::exists(path)) return Error{ErrorKind::NotFound, path.string() + " does not exist"};
    ComponentInfo info;
    info.kind = std::string_view(isLora(path) ? "LoRA" : "Toy transformer");
    if (isLora(path) || path.extension() == ".safetensors") return info;
    return Error{ErrorKind::Unsupported, path.string() + " is not a known model"};
  }
  Result<PairSpec> readPair(const std::filesystem::path& document) override {
    return Error{ErrorKind::NotFound, document.string() + " does not exist"};
  }
  Status writePair(const PairSpec&, const std::filesystem::path&) override { return Done{}; }
  Result<PairSpec> pairFromFolders(const std::filesystem::path& large, const std::filesystem::path& small) override {
    auto pair = testPair();
    pair.name = large.filename().string();
    pair.large = large;
    pair.small = small;
    return pair;
  }
  // Files are LoRAs if they are called so, and made for the small model if their names say that.
  static bool isLora(const std::filesystem::path& path) {
    return path.filename().string().find("lora") != std::string::npos;
  }
  Result<std::vector<LoraReport>> checkLoras(const GenerationRequest& request) override {
    std::vector<LoraReport> reports;
    for (const auto& lora : request.sampling.loras) {
      const bool isForSmall = lora.file.filename().string().find("small") != std::string::npos;
      reports.push_back({lora.file, "LoRA", 4, 4, 8, 4, {}, {}});
      if (isForSmall != (lora.target == LoraTarget::Small)) reports.back().problem = "made for the other model";
    }
    return reports;
  }
  Status checkPair(const PairSpec&) override { return Done{}; }
  Result<PairSpec> pairFromParts(const PairSpec& parts) override { return parts; }
  Result<std::vector<PairSpec>> builtInPairs() override { return std::vector{testPair()}; }
  static PairSpec testPair() {
    PairSpec pair;
    pair.name = "Test pair";
    pair.large = "/nowhere/large.safetensors";
    pair.small = "/nowhere/small.safetensors";
    pair.defaults.sampling.schedule.steps = 10;
    pair.defaults.clip.width = pair.defaults.clip.height = 64;
    pair.defaults.clip.frames = 9;
    pair.defaults.clip.fps = 8;
    pair.defaults.clip.prompt = "a red square moves right";
    return pair;
  }

  Result<PerceptualModels> inspectPerceptual(const PerceptualWeights&) override { return PerceptualModels{}; }
  Outcome<PerceptualDistances> comparePerceptually(const PerceptualWeights&, const Clip&, const Clip&,
                                                   const std::string&, RunControl&) override {
    return PerceptualDistances{};
  }

  std::vector<ExportFormat> availableExportFormats() override {
    return {ExportFormat::Mp4H264, ExportFormat::WebmVp9, ExportFormat::Gif, ExportFormat::PngSequence};
  }
  Status checkExport(const ClipShape&, const std::filesystem::path&, const ExportOptions&) override { return Done{}; }
  Outcome<Done> exportClip(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options,
                           EventSink& sink, RunControl& control) override {
    const auto stop = control.stopToken();
    sink.phaseStarted(Phase::Exporting);
    if (path.stem() == "warned") sink.warning("not all frames are written");
    for (std::size_t i = 0; i < clip.frames.size(); ++i) {
      if (!exporting.enter(stop)) return Cancelled{};
      sink.progress(Phase::Exporting, static_cast<double>(i + 1) / static_cast<double>(clip.frames.size()));
    }
    // A name that is too long is not there either.
    std::error_code unknown;
    if (!options.overwrite && std::filesystem::exists(path, unknown))
      return Error{ErrorKind::Invalid, path.string() + " already exists"};
    std::ofstream file(path);
    file << options.metadata;
    if (!file) return Error{ErrorKind::Io, "cannot write " + path.string()};
    const std::lock_guard lock(m_mutex);
    m_clips[path] = {clip, options.metadata};
    return Done{};
  }
  Result<ClipInfo> inspectClip(const std::filesystem::path& path) override {
    const std::lock_guard lock(m_mutex);
    const auto found = m_clips.find(path);
    if (found == m_clips.end()) return Error{ErrorKind::Unsupported, path.string() + " is no clip"};
    const auto& [clip, metadata] = found->second;
    return ClipInfo{"mp4",    "h264",  clip.width(), clip.height(), static_cast<int>(clip.frames.size()),
                    clip.fps, "bt709", metadata};
  }
  // Files called so have that sound; all others have none.
  Result<AudioInfo> inspectAudio(const std::filesystem::path& path) override {
    if (path.filename() == "long.wav") return AudioInfo{"pcm_s16le", 60, 0, 2, 48000};
    if (path.filename() == "short.m4a") return AudioInfo{"aac", .5, 0, 1, 44100};
    if (path.filename() == "long.m4a") return AudioInfo{"aac", 60, 0, 2, 44100};
    return Error{ErrorKind::Unsupported, path.string() + " has no sound"};
  }
  Result<Clip> readClip(const std::filesystem::path& path) override {
    const std::lock_guard lock(m_mutex);
    const auto found = m_clips.find(path);
    if (found == m_clips.end()) return Error{ErrorKind::Unsupported, path.string() + " is no clip"};
    return found->second.first;
  }

  // A square that moves over a plain background whose colour depends on the seed.
  static Clip clipOf(const GenerationRequest& request, int frames, int scale = 1) {
    const int width = std::min(request.clip.width, 128) / scale, height = std::min(request.clip.height, 128) / scale;
    const auto ground = static_cast<std::uint8_t>(request.sampling.seed * 37 % 128);
    Clip clip{request.clip.fps, {}};
    for (int i = 0; i < frames; ++i) {
      Frame frame{width, height, std::vector<std::uint8_t>(static_cast<std::size_t>(width) * height * 3, ground)};
      const int side = std::max(1, width / 4), left = frames > 1 ? (width - side) * i / (frames - 1) : 0;
      for (int y = (height - side) / 2; y < (height + side) / 2; ++y)
        for (int x = left; x < left + side; ++x) frame.rgb[static_cast<std::size_t>((y * width + x) * 3)] = 230;
      clip.frames.push_back(std::make_shared<const Frame>(std::move(frame)));
    }
    return clip;
  }

private:
  struct Kept {
    GenerationRequest request;
    int stepsDone = 0;
    bool decoded = false;
    std::vector<StepReport> steps;
  };

  void note(const char* call, std::optional<double> memoryBudget = {}) {
    const std::lock_guard lock(m_mutex);
    m_calls.emplace_back(call);
    m_memoryBudget = memoryBudget;
  }
  void noteFinished() {
    ++finishedRuns;
    finishedRuns.notify_all();
  }
  void keep(const Kept& run) {
    if (run.request.options.runFolder.empty()) return;
    const std::lock_guard lock(m_mutex);
    m_runs[run.request.options.runFolder] = run;
  }
  static StepReport report(const GenerationRequest& request, int step) {
    const auto& schedule = request.sampling.schedule;
    StepReport report;
    report.step = step;
    report.end = schedule.stepEnd(step);
    report.steps = schedule.steps;
    report.sigma = 1 - static_cast<double>(step) / schedule.steps;
    report.timestep = 1000 * report.sigma;
    report.model = schedule.modelAt(step);
    report.seconds = .1;
    report.secondsLeft = .1 * (schedule.steps - step - 1);
    const bool probed = request.options.probe == ProbePolicy::All ||
                        (request.options.probe == ProbePolicy::Large && report.model == Model::Large);
    const double middle = report.sigma - .5;
    if (probed) report.divergence = Divergence{.1 + 2 * middle * middle, .02 + middle * middle};
    return report;
  }

  Outcome<RunResult> begin(const GenerationRequest& request, EventSink& sink, RunControl& control, bool decodes) {
    if (!request.options.runFolder.empty()) std::filesystem::create_directories(request.options.runFolder);
    // The shared steps are there without being computed.
    Kept run{request, request.options.branchAt, false, {}};
    for (int step = 0; step < run.stepsDone; ++step) run.steps.push_back(report(request, step));
    return play(run, sink, control, decodes);
  }

  Outcome<RunResult> again(const std::filesystem::path& folder, EventSink& sink, RunControl& control, bool decodes) {
    std::optional<Kept> run;
    {
      const std::lock_guard lock(m_mutex);
      if (const auto kept = m_runs.find(folder); kept != m_runs.end()) run = kept->second;
      if (const auto& changed = m_changed[folder]; run && !changed.empty())
        return Error{changed.front().isMissing ? ErrorKind::NotFound : ErrorKind::Invalid,
                     changed.front().path.string() + " is another one: flowblend resume --accept-changed"};
    }
    if (!run) return Error{ErrorKind::NotFound, folder.string() + " is not a run folder"};
    return play(*run, sink, control, decodes);
  }

  Outcome<RunResult> play(Kept run, EventSink& sink, RunControl& control, bool decodes) {
    const std::lock_guard oneAtATime(m_running);
    const auto stop = control.stopToken();
    keep(run);
    if (run.stepsDone == 0) sink.phaseStarted(Phase::Encoding);
    if (run.stepsDone < run.request.sampling.schedule.steps) sink.phaseStarted(Phase::Sampling);
    while (run.stepsDone < run.request.sampling.schedule.steps) {
      if (const auto moved = control.movedBoundaries()) {
        run.request.sampling.schedule.early = moved->early;
        run.request.sampling.schedule.late = moved->late;
      }
      if (!steps.enter(stop)) return Cancelled{run.stepsDone};
      int failing = run.stepsDone;
      if (failAtStep.compare_exchange_strong(failing, -1))
        return Error{ErrorKind::OutOfMemory, "the device has too little memory"};
      const int step = run.stepsDone++;
      run.steps.push_back(report(run.request, step));
      keep(run);
      sink.stepFinished(run.steps.back());
      if (run.request.options.preview)
        sink.previewReady(step, clipOf(run.request, (run.request.clip.frames - 1) / 4 + 1, 8));
    }
    RunResult result;
    result.steps = run.steps;
    const auto processor = devices().front();
    result.device = processor.id;
    result.dtype = resolvedDType(run.request.options.dtype, processor);
    if (!decodes) {
      noteFinished();
      return result;
    }
    sink.phaseStarted(Phase::Decoding);
    for (const double done : {.25, .5, .75, 1.}) {
      if (!decoding.enter(stop)) return Cancelled{run.stepsDone};
      sink.progress(Phase::Decoding, done);
    }
    result.clip = clipOf(run.request, run.request.clip.frames);
    run.decoded = true;
    keep(run);
    noteFinished();
    return result;
  }

  std::mutex m_running;
  mutable std::mutex m_mutex;
  std::vector<std::string> m_calls;                                       // guarded by m_mutex
  std::optional<double> m_memoryBudget;                                   // guarded by m_mutex
  std::map<std::filesystem::path, Kept> m_runs;                           // guarded by m_mutex
  std::map<std::filesystem::path, std::pair<Clip, std::string>> m_clips;  // guarded by m_mutex
  std::map<std::filesystem::path, std::vector<ChangedInput>> m_changed;   // guarded by m_mutex
  std::set<std::filesystem::path> m_forgetful;                            // guarded by m_mutex
  std::filesystem::path m_modelsFolder;                                   // guarded by m_mutex
  std::map<std::filesystem::path, PipelineInfo> m_pipelines;              // guarded by m_mutex
};

}  // namespace fb::ui
