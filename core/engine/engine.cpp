// SPDX-License-Identifier: MIT
#include "flowblend/engine.h"

#include "base/absolute_paths.h"
#include "base/failure.h"
#include "compute/devices.h"
#include "engine/branch.h"
#include "engine/components.h"
#include "engine/family.h"
#include "engine/guarded.h"
#include "engine/loras.h"
#include "engine/magnitudes.h"
#include "engine/pair_identity.h"
#include "engine/pairs.h"
#include "engine/perception.h"
#include "engine/run.h"
#include "engine/run_cost.h"
#include "engine/run_folder.h"
#include "engine/run_inputs.h"
#include "engine/run_memory.h"
#include "engine/text_cache.h"
#include "engine/validate.h"
#include "media/clip_files.h"

#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>
#include <fmt/ranges.h>

#include <functional>
#include <mutex>
#include <thread>

namespace fb {
namespace {

using engine::guarded;
namespace fs = std::filesystem;

RunInfo inspect(const fs::path& runFolder) {
  const engine::RunFolder folder(runFolder);
  RunInfo info{folder.readRequest(), 0, false, folder.hasClip(), {}};
  if (const auto place = folder.loadPlace(); place && info.request.options.dtype == DType::Automatic)
    info.request.options.dtype = place->dtype;
  const auto saved = folder.loadState();
  info.keptSteps = folder.keptSteps();
  if (saved) {
    info.stepsDone = saved->trajectory.step;
    info.sampled = info.stepsDone == info.request.totalSteps();
    info.request.sampling.schedule = saved->schedule;
  }
  return info;
}

// What a run is asked to do and, if it is resumed, where it has run so far.
struct Job {
  GenerationRequest request;
  std::optional<engine::RunPlace> began;
  std::optional<Calibration> magnitudes;  // that it began with
  bool measures = false;
};

// That of a resumed run, after its files were verified to be those that it began with.
Job jobOf(const fs::path& runFolder, engine::NeededParts needed) {
  const engine::RunFolder folder(runFolder);
  auto request = folder.readRequest();
  if (const auto inputs = folder.loadInputs()) engine::requireSame(*inputs, request, folder.requestText(), needed);
  return {std::move(request), folder.loadPlace(), folder.loadMagnitudes()};
}

std::vector<ChangedInput> changesOf(const fs::path& runFolder) {
  const engine::RunFolder folder(runFolder);
  const auto needed = inspect(runFolder).sampled ? engine::NeededParts::Decoder : engine::NeededParts::All;
  const auto inputs = folder.loadInputs();
  if (!inputs) return {};
  return engine::changedInputs(*inputs, runFolder, folder.requestText(), needed);
}

void relocate(const fs::path& runFolder, const std::vector<fs::path>& folders) {
  engine::RunFolder folder(runFolder);
  const auto request = folder.readRequest();
  folder.claim();
  const auto inputs = folder.loadInputs();
  if (!inputs) fail(ErrorKind::NotFound, "{} does not record which files its run began with", runFolder.string());
  auto found = engine::relocated(*inputs, request, folders);
  const auto missing = fmt::format("{}", fmt::join(found.missing, ", "));
  // What was found stays found: the rest may be elsewhere.
  folder.relocate(std::move(found));
  if (!missing.empty()) fail(ErrorKind::NotFound, "found nothing with the content of {}", missing);
}

// Without any files if they are no longer known: the document is damaged.
std::optional<engine::RunInputs> inputsIfSound(const engine::RunFolder& folder) {
  try {
    return folder.loadInputs();
  } catch (const Failure& failure) {
    if (failure.error().kind != ErrorKind::Corrupt) throw;
    return engine::RunInputs{};
  }
}

void accept(const fs::path& runFolder) {
  engine::RunFolder folder(runFolder);
  const auto request = folder.readRequest();
  folder.claim();
  weights::CheckpointCache checkpoints;
  const auto before = inputsIfSound(folder);
  auto sampled = request;
  sampled.options.hashInputs = false;
  const auto now = engine::readInputs(sampled, {}, checkpoints);
  const auto isSame = [&](std::string_view part) { return engine::sameContent(*before, now, part); };
  for (const auto& [key, model] : {std::pair("large", Model::Large), {"small", Model::Small}})
    if (before && !(isSame(key) && isSame(engine::kLoraPart))) folder.dropCacheOf(model);
  folder.saveInputs(request, checkpoints);
}

std::vector<float> latentsOf(const fs::path& runFolder) {
  const engine::RunFolder folder(runFolder);
  const auto request = folder.readRequest();
  const auto saved = folder.loadState();
  if (!saved || saved->trajectory.step < request.totalSteps())
    fail(ErrorKind::Invalid, "{} is not sampled to its end: continue it first", runFolder.string());
  const auto latents = saved->trajectory.latents.to(at::kFloat).contiguous();
  return {latents.const_data_ptr<float>(), latents.const_data_ptr<float>() + latents.numel()};
}

// Keeps what it gives in the user's state folder.
MagnitudeCurves measured(const GenerationRequest& request, Model model, engine::Run& run) {
  const auto key = [&] {
    weights::CheckpointCache checkpoints;
    return engine::magnitudeKey(request, model, checkpoints);
  };
  const auto before = key();
  const auto store = engine::MagnitudeStore::ofUser();
  store.requireWritable(before);
  run.samplesOnly();
  run.start();
  auto curves = run.measure();
  const auto& path = model == Model::Large ? request.pair.large : request.pair.small;
  if (key() != before)
    fail(ErrorKind::Invalid,
         "the {} model {} or one of its LoRAs was changed while it was measured; calibrate it again", toString(model),
         path.string());
  store.keep(before, path, curves);
  return curves;
}

class LocalEngine : public Engine {
public:
  explicit LocalEngine(EngineOptions options) : m_options(options) {}

  Outcome<RunResult> generate(const GenerationRequest& request, EventSink& sink, RunControl& control) override {
    return perform(
        [&] {
          return Job{withAbsolutePaths(request), {}, {}};
        },
        sink, control,
        [](engine::Run& run) {
          run.start();
          run.sample();
          run.decode();
        });
  }

  Outcome<RunResult> resume(const fs::path& runFolder, EventSink& sink, RunControl& control) override {
    return perform([&] { return jobOf(runFolder, engine::NeededParts::All); }, sink, control,
                   [](engine::Run& run) {
                     run.restore();
                     run.sample();
                     run.decode();
                   });
  }

  Outcome<RunResult> sample(const GenerationRequest& request, EventSink& sink, RunControl& control) override {
    const auto sampling = [&] {
      auto kept = withAbsolutePaths(request);
      if (kept.options.runFolder.empty())
        fail(ErrorKind::Invalid, "a run that is not decoded needs a run folder, which keeps what it has sampled");
      return Job{std::move(kept), {}, {}};
    };
    return perform(sampling, sink, control, [](engine::Run& run) {
      run.samplesOnly();
      run.start();
      run.sample();
    });
  }

  Outcome<RunResult> resumeSampling(const fs::path& runFolder, EventSink& sink, RunControl& control) override {
    return perform([&] { return jobOf(runFolder, engine::NeededParts::All); }, sink, control,
                   [](engine::Run& run) {
                     run.samplesOnly();
                     run.restore();
                     run.sample();
                   });
  }

  Status relocateInputs(const fs::path& runFolder, const std::vector<fs::path>& folders) override {
    return done([&] { relocate(runFolder, folders); });
  }
  Status acceptInputs(const fs::path& runFolder) override {
    return done([&] { accept(runFolder); });
  }

  Result<std::vector<ChangedInput>> changedInputs(const fs::path& runFolder) override {
    return guarded([&] { return changesOf(runFolder); });
  }

  Result<std::vector<InputContent>> inspectInputs(const GenerationRequest& request) override {
    return guarded([&] {
      auto asked = withAbsolutePaths(request);
      asked.options.hashInputs = false;
      weights::CheckpointCache checkpoints;
      const auto inputs = engine::readInputs(asked, {}, checkpoints);
      std::vector<InputContent> contents;
      for (const auto& file : inputs.files) contents.push_back({file.part, file.path, file.sampled});
      for (auto& measured : engine::measuredMagnitudes(asked, checkpoints)) contents.push_back(std::move(measured));
      return contents;
    });
  }

  Outcome<RunResult> decode(const fs::path& runFolder, EventSink& sink, RunControl& control) override {
    return perform([&] { return jobOf(runFolder, engine::NeededParts::Decoder); }, sink, control,
                   [](engine::Run& run) {
                     run.restore();
                     run.decode();
                   });
  }

  Outcome<RunResult> probe(const GenerationRequest& request, EventSink& sink, RunControl& control) override {
    const auto probing = [&] {
      auto all = withAbsolutePaths(request);
      all.options.probe = ProbePolicy::All;
      return Job{std::move(all), {}, {}};
    };
    return perform(probing, sink, control, [](engine::Run& run) {
      run.samplesOnly();
      run.start();
      run.sample();
    });
  }

  Outcome<Calibration> calibrate(const GenerationRequest& request, EventSink& sink, RunControl& control) override {
    Calibration found;
    int stepsDone = 0;
    for (const auto& run : calibrationRuns(withAbsolutePaths(request))) {
      const auto model = run.sampling.schedule.smallSteps() > 0 ? Model::Small : Model::Large;
      auto& curves = model == Model::Large ? found.large : found.small;
      const auto outcome = perform(
          [&] {
            return Job{run, {}, {}, true};
          },
          sink, control, [&](engine::Run& sampling) { curves = measured(run, model, sampling); });
      if (outcome.cancelled()) return Cancelled{stepsDone + outcome.stepsDone()};
      if (!outcome) return outcome.error();
      stepsDone += run.sampling.schedule.steps;
    }
    return found;
  }

  void unloadModels() override {
    const std::scoped_lock lock(m_mutex, m_tokenizerMutex);
    m_pool.clear();
    m_tokenizers.clear();
  }

  std::vector<std::string> validate(const GenerationRequest& request) override {
    auto problems = guarded([&] {
      weights::CheckpointCache checkpoints;
      auto found = engine::validate(request, checkpoints);
      // A run finds this out when it begins.
      if (found.empty() && !request.options.branchFrom.empty()) engine::sharedSteps(request, checkpoints);
      return found;
    });
    return problems ? std::move(problems).value() : std::vector{problems.error().message};
  }
  Result<CostEstimate> estimateCost(const GenerationRequest& request) override {
    return guarded([&] {
      auto estimate = engine::estimateCost(request);
      estimate.keepsTexts = m_options.keepTexts;
      return estimate;
    });
  }
  Result<MemoryPlan> planMemory(const GenerationRequest& request) override {
    return guarded([&] {
      weights::CheckpointCache checkpoints;
      const auto all = withAbsolutePaths(request);
      engine::requireValid(all, checkpoints);
      const auto devices = compute::devicesWith(all.options.device);
      const auto place = engine::placeOf(all.options, devices);
      const auto asRun = engine::placed(all, place);
      // A resumed run uses the loaded models itself: they do not count as room for another one.
      engine::HeldMemory held;
      if (const std::unique_lock lock(m_mutex, std::try_to_lock); lock) held = engine::heldBy(m_pool, asRun);
      engine::RunMemory memory(asRun, devices, held, checkpoints);
      if (m_options.keepTexts &&
          engine::TextCache::ofUser().has(engine::textKey(asRun, memory.textPlace(place), checkpoints)))
        memory.dropText();
      return memory.plan();
    });
  }
  Result<std::vector<Model>> uncalibratedModels(const GenerationRequest& request) override {
    return guarded([&] {
      weights::CheckpointCache checkpoints;
      std::vector<Model> models;
      for (const auto& problem : engine::magnitudeProblems(withAbsolutePaths(request), checkpoints))
        models.push_back(problem.model);
      return models;
    });
  }
  Result<std::string> pairIdentity(const GenerationRequest& request) override {
    return guarded([&] {
      weights::CheckpointCache checkpoints;
      return engine::pairIdentity(withAbsolutePaths(request), checkpoints);
    });
  }
  Result<int> countTokens(const PairSpec& pair, const std::string& prompt) override {
    const std::lock_guard lock(m_tokenizerMutex);
    return guarded([&] {
      engine::PartStore parts(m_tokenizers);
      return engine::familyOf(pair.family).countTokens(pair, prompt, parts);
    });
  }
  std::vector<DeviceInfo> devices() override {
    auto devices = guarded(compute::listDevices);
    if (devices) return std::move(devices).value();
    return {{"cpu", "processor", 0, 0, 0, {}}};
  }

  Result<RunInfo> inspectRun(const fs::path& runFolder) override {
    return guarded([&] { return inspect(runFolder); });
  }
  Result<Clip> loadRunClip(const fs::path& runFolder) override {
    return guarded([&] { return engine::RunFolder(runFolder).loadClip(); });
  }
  Result<std::vector<float>> loadRunLatents(const fs::path& runFolder) override {
    return guarded([&] { return latentsOf(runFolder); });
  }

  Result<ComponentInfo> inspectComponent(const fs::path& path) override {
    return guarded([&] {
      weights::CheckpointCache checkpoints;
      return engine::inspect(checkpoints.open(path), checkpoints);
    });
  }
  Result<PairSpec> readPair(const fs::path& document) override {
    return guarded([&] { return engine::readPair(document); });
  }
  Status writePair(const PairSpec& pair, const fs::path& document) override {
    return done([&] { engine::writePair(pair, document); });
  }
  Result<PairSpec> pairFromFolders(const fs::path& large, const fs::path& small) override {
    return guarded([&] { return engine::pairFromFolders(large, small); });
  }
  Result<PairSpec> pairFromParts(const PairSpec& parts) override {
    return guarded([&] { return engine::pairFromParts(parts); });
  }
  Result<std::optional<PipelineInfo>> inspectPipeline(const PairSpec& pair) override {
    return guarded([&] { return engine::inspectPipeline(pair); });
  }
  Result<std::vector<LoraReport>> checkLoras(const GenerationRequest& request) override {
    return guarded([&] {
      weights::CheckpointCache checkpoints;
      return engine::checkLoras(request, checkpoints);
    });
  }
  Status checkPair(const PairSpec& pair) override {
    return done([&] { engine::checkPair(pair); });
  }
  Result<std::vector<PairSpec>> builtInPairs() override {
    return guarded([] { return engine::builtInPairs(); });
  }

  Result<PerceptualModels> inspectPerceptual(const PerceptualWeights& weights) override {
    return guarded([&] { return engine::inspectPerceptual(weights); });
  }
  Outcome<PerceptualDistances> comparePerceptually(const PerceptualWeights& weights, const Clip& clip,
                                                   const Clip& reference, const std::string& device,
                                                   RunControl& control) override {
    const std::lock_guard lock(m_mutex);
    const c10::InferenceMode inference;
    try {
      auto distances = guarded([&] {
        useThreads();
        engine::PartStore parts(m_pool);
        return engine::perceptualDistances(weights, clip, reference, compute::parseDevice(device), parts,
                                           control.stopToken());
      });
      if (!distances) return distances.error();
      return std::move(distances).value();
    } catch (const Stopped&) {
      return Cancelled{};
    }
  }

  std::vector<ExportFormat> availableExportFormats() override { return media::availableExportFormats(); }
  Status checkExport(const ClipShape& clip, const fs::path& path, const ExportOptions& options) override {
    return media::checkExport(clip, path, options);
  }
  Outcome<Done> exportClip(const Clip& clip, const fs::path& path, const ExportOptions& options, EventSink& sink,
                           RunControl& control) override {
    return media::exportClip(clip, path, options, sink, control);
  }
  Result<ClipInfo> inspectClip(const fs::path& path) override { return media::inspectClip(path); }
  Result<AudioInfo> inspectAudio(const fs::path& path) override { return media::inspectAudio(path); }
  Result<Clip> readClip(const fs::path& path) override { return media::readClip(path); }

private:
  template <class Work>
  static Status done(Work&& work) {
    return guarded([&] {
      work();
      return Done{};
    });
  }

  void useThreads() const {
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    at::set_num_threads(m_options.threads > 0 ? m_options.threads : std::max(1, cores));
  }

  // Runs `phases` on a run of `makeJob`'s job and turns the result into one of the three outcomes.
  Outcome<RunResult> perform(const std::function<Job()>& makeJob, EventSink& sink, RunControl& control,
                             const std::function<void(engine::Run&)>& phases) {
    const std::lock_guard lock(m_mutex);
    const c10::InferenceMode inference;
    int stepsDone = 0;
    try {
      auto outcome = guarded([&] {
        auto [request, began, magnitudes, measures] = makeJob();
        if (const auto budget = control.memoryBudget()) request.options.memoryBudget = *budget;
        engine::PartStore parts(m_pool);
        if (!magnitudes) magnitudes = engine::magnitudesOf(request, parts.checkpoints());
        engine::requireValid(engine::withMagnitudes(request, *magnitudes), parts.checkpoints());
        engine::familyOf(request.pair.family).checkPair(request.pair, parts.checkpoints());
        useThreads();
        if (measures) {
          engine::requireMeasurable(request, parts.checkpoints());
          // What is kept of the last step counts as memory.
          request.sampling.cache = CacheRule::MagCache;
        }
        engine::Run run(std::move(request), std::move(began), *std::move(magnitudes), parts, sink, control,
                        m_options.keepTexts);
        try {
          phases(run);
        } catch (const Stopped&) {
          stepsDone = run.stepsDone();
          throw;
        }
        return std::move(run).finish();
      });
      if (!outcome) return outcome.error();
      return std::move(outcome).value();
    } catch (const Stopped&) {
      return Cancelled{stepsDone};
    }
  }

  const EngineOptions m_options;
  std::mutex m_mutex;
  engine::ModelPool m_pool;  // guarded by m_mutex
  // Tokens are counted while the user types, which must not wait for a run.
  std::mutex m_tokenizerMutex;
  engine::ModelPool m_tokenizers;  // guarded by m_tokenizerMutex
};

}  // namespace

std::unique_ptr<Engine> createEngine(EngineOptions options) { return std::make_unique<LocalEngine>(options); }

}  // namespace fb
