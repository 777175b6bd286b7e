// SPDX-License-Identifier: MIT
#include "engine/run.h"

#include "base/atomic_file.h"
#include "base/failure.h"
#include "base/run_files.h"
#include "compute/devices.h"
#include "compute/memory.h"
#include "compute/tf32.h"
#include "engine/branch.h"
#include "engine/caches.h"
#include "engine/clip_tensors.h"
#include "engine/family.h"
#include "engine/fp8_products.h"
#include "engine/image_tensors.h"
#include "engine/latent_preview.h"
#include "engine/loras.h"
#include "engine/magnitudes.h"
#include "engine/run_cost.h"
#include "engine/speed_book.h"
#include "engine/text_loras.h"
#include "flowblend/counted.h"
#include "flowblend/guard.h"
#include "kernels/fp8_product.h"
#include "kernels/kernel_set.h"
#include "models/forward_graphs.h"
#include "models/layers.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace fb::engine {
namespace {

// Adds the duration of its scope to a counter, even if the scope is left by an exception.
class Stopwatch {
public:
  explicit Stopwatch(double& seconds) : m_seconds(seconds) {}
  ~Stopwatch() { m_seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count(); }
  Stopwatch(const Stopwatch&) = delete;
  Stopwatch& operator=(const Stopwatch&) = delete;

private:
  double& m_seconds;
  std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

}  // namespace

Run::Run(GenerationRequest request, std::optional<RunPlace> began, Calibration magnitudes, PartStore& parts,
         EventSink& sink, RunControl& control, bool keepTexts)
    : m_asked(std::move(request)),
      m_began(std::move(began)),
      m_place(placeOf(m_asked.options, compute::listDevices(), m_began)),
      m_magnitudes(std::move(magnitudes)),
      m_request(placed(withMagnitudes(m_asked, m_magnitudes), m_place)),
      m_parts(parts),
      m_sink(sink),
      m_control(control),
      m_pipeline(familyOf(m_request.pair.family).makePipeline(m_request, parts)),
      m_schedule(m_request.sampling.schedule),
      m_generator(at::make_generator<at::CPUGeneratorImpl>(m_request.sampling.seed)) {
  m_parts.pool().setBudget({static_cast<std::uint64_t>(m_request.options.memoryBudget * 1e9)});
  if (!m_request.options.runFolder.empty()) m_folder.emplace(m_request.options.runFolder);
  if (!m_request.options.traceFile.empty()) m_trace.emplace();
  m_parts.setLoadControl({m_control.stopToken(), [this](double done) {
                            if (m_phase == Phase::Loading) m_sink.progress(Phase::Loading, done);
                          }});
  if (keepTexts) m_texts = TextCache::ofUser();
}

void Run::begin(Phase phase) {
  notePeak();
  m_phase = phase;
  m_sink.phaseStarted(phase);
}

void Run::notePeak() {
  const auto bytes = compute::takePeakMemory(compute::parseDevice(m_request.options.device));
  if (bytes == 0 || !m_phase) return;
  auto& peaks = m_result.peaks;
  const auto known = std::ranges::find(peaks, *m_phase, &PhasePeak::phase);
  if (known == peaks.end())
    peaks.push_back({*m_phase, bytes});
  else
    known->bytes = std::max(known->bytes, bytes);
}

void Run::planMemory() {
  const auto held = heldBy(m_parts.pool(), m_request);
  if (held.device > 0) m_isAsPlanned = false;
  m_memory.emplace(m_request, compute::listDevices(), held, m_parts.checkpoints(), m_place.batched);
  if (!m_text && m_texts)
    m_knownText = m_texts->find(textKey(m_request, m_memory->textPlace(m_place), m_parts.checkpoints()));
  if (m_text || m_knownText) m_memory->dropText();
  if (!m_isDecoded) m_memory->dropDecoding();
  m_memory->require();
  m_memory->apply(m_parts);
  noteBatches();
}

void Run::noteBatches() {
  m_place.batched = m_memory->batchedModels();
  const bool hasSteps = m_state.step > 0 || !m_request.options.branchFrom.empty();
  if (const auto lost = m_memory->lostBatches(); hasSteps && !lost.empty()) m_sink.warning(lost);
}

bool Run::dropUnused() {
  const bool dropped = m_parts.pool().dropUnused();
  compute::releaseCachedMemory(compute::parseDevice(m_request.options.device));
  return dropped;
}

template <class Work>
auto Run::withRoom(bool& isAsPlanned, const Work& work) {
  try {
    return work();
  } catch (...) {
    if (!isOutOfMemory()) throw;
    isAsPlanned = false;
    if (!dropUnused()) throw;
  }
  return work();
}

void Run::start() {
  // Checked first: Linux grants more memory than it has and kills the process when it is used.
  if (const auto needed = m_pipeline->leastMemory(), free = compute::freeMemory(at::kCPU); needed > free)
    fail(ErrorKind::OutOfMemory,
         "{}x{} with {} needs more than {:.0f} GB of memory, but {:.0f} GB are free: choose a smaller size or "
         "fewer frames",
         m_request.clip.width, m_request.clip.height, counted(m_request.clip.frames, "frame"),
         static_cast<double>(needed) / 1e9, static_cast<double>(free) / 1e9);
  if (const auto& parent = m_request.options.branchFrom; !parent.empty())
    if (const auto place = RunFolder(parent).loadPlace(); place && !differs(*place, m_place))
      m_place.batched = place->batched;
  planMemory();
  for (const auto& report : checkLoras(m_request, m_parts.checkpoints()))
    if (!report.unmatched.empty()) m_sink.warning(fmt::format("LoRA {}: {}", report.file.string(), report.words()));
  if (const auto reason = noStepReused(m_request.sampling); !reason.empty()) m_sink.warning(reason);
  if (const auto reason = guardInVain(m_request.sampling); !reason.empty()) m_sink.warning(reason);
  // Reports an unreadable image before any work that would be lost.
  for (const auto& image : m_request.clip.images) readImage(image.file, m_request.clip.width, m_request.clip.height);
  if (m_trace) requirePublishable(m_request.options.traceFile, Existing::Keep);
  if (!m_request.options.branchFrom.empty()) branch();
  if (!m_folder) return;
  requireSpace(m_request.options.runFolder, bytesKept());
  m_folder->create(m_asked);
  m_folder->savePlace(m_place);
  m_folder->saveInputs(m_request, m_parts.checkpoints(), m_control.stopToken());
  if (m_request.sampling.cache == CacheRule::MagCache) m_folder->saveMagnitudes(m_magnitudes);
  if (m_text) m_folder->saveText(*m_text);
  if (m_state.step > 0) save();
}

// The frames, and two states, since the old one is removed after the new one is written.
std::uint64_t Run::bytesKept() const {
  const auto& clip = m_request.clip;
  std::uint64_t latents = 0, earlier = 0;
  for (const auto& pass : m_pipeline->passes()) {
    earlier = latents;
    latents = static_cast<std::uint64_t>(c10::multiply_integers(pass.latentShape)) * sizeof(float);
  }
  const auto state = stateBytes(m_request.sampling, latents, earlier) + m_memory->bytesCached();
  const auto kept = std::min(m_request.options.keepLimit * 1e9, static_cast<double>(statesKept() * state));
  return static_cast<std::uint64_t>(kept) + 2 * state +
         3 * static_cast<std::uint64_t>(clip.frames) * static_cast<std::uint64_t>(clip.width) *
             static_cast<std::uint64_t>(clip.height);
}

std::uint64_t Run::statesKept() const {
  constexpr std::uint64_t kModelChanges = 2;
  const int every = m_request.options.keepEvery;
  return kModelChanges + (every > 0 ? static_cast<std::uint64_t>(m_request.totalSteps() / every) : 0);
}

void Run::restore() {
  m_folder->claim();
  m_text = m_folder->loadText();
  m_textFile = m_request.options.runFolder / run_files::kText;
  auto saved = m_folder->loadState();
  keepPlace(saved.has_value());
  if (!m_folder->loadInputs()) {
    if (saved)
      m_sink.warning(
          "this run does not record which files it began with, so it continues with the ones that exist now");
    m_folder->saveInputs(m_request, m_parts.checkpoints(), m_control.stopToken());
  }
  if (m_request.sampling.cache == CacheRule::MagCache && !m_folder->loadMagnitudes())
    m_folder->saveMagnitudes(m_magnitudes);
  if (saved) {
    m_schedule = saved->schedule;
    requireShapes(*saved, m_request.options.runFolder);
    takeUp(*std::move(saved));
  } else if (!m_request.options.branchFrom.empty()) {
    branch();
  }
}

void Run::branch() {
  // Samples of the files tell them apart; whole hashes, if asked for, are taken once, when the inputs are saved.
  auto sampled = m_request;
  sampled.options.hashInputs = false;
  const auto inputs = readInputs(sampled, {}, m_parts.checkpoints());
  auto point = branchPoint(m_request, inputs, m_place);
  for (const auto& warning : point.warnings) m_sink.warning(warning);
  m_text = std::move(point.text);
  m_textFile = m_request.options.branchFrom / run_files::kText;
  requireShapes(point.saved, m_request.options.branchFrom);
  takeUp(std::move(point.saved));
}

namespace {

// More latent frames than the clip's are images at other places.
bool fits(const at::Tensor& latents, const std::vector<std::int64_t>& shape) {
  constexpr std::size_t kFrames = 2;
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (const auto size = latents.size(static_cast<std::int64_t>(i));
        size != shape[i] && (i != kFrames || size < shape[i]))
      return false;
  return true;
}

}  // namespace

void Run::requireShapes(const RunFolder::Saved& saved, const std::filesystem::path& folder) const {
  const auto passes = m_pipeline->passes();
  std::size_t pass = 0;  // that the last step was taken in
  int end = static_cast<int>(passes[0].sigmas.timesteps.size());
  while (saved.trajectory.step > end && pass + 1 < passes.size())
    end += static_cast<int>(passes[++pass].sigmas.timesteps.size());
  if (saved.trajectory.step > end || saved.schedule.steps != m_request.sampling.schedule.steps)
    fail(ErrorKind::Corrupt, "{}: step {} of {} is out of range; start the run again", folder.string(),
         saved.trajectory.step, end);
  if (!fits(saved.trajectory.latents, passes[pass].latentShape) || saved.earlier.defined() != (pass > 0) ||
      (pass > 0 && saved.earlier.sizes() != at::IntArrayRef(passes[pass - 1].latentShape)))
    fail(ErrorKind::Corrupt, "{}: the saved latents are not those of a clip of {}x{} with {}; start the run again",
         folder.string(), m_request.clip.width, m_request.clip.height, counted(m_request.clip.frames, "frame"));
}

void Run::takeUp(RunFolder::Saved saved) {
  m_state = std::move(saved.trajectory);
  m_generator.set_state(saved.generator);
  m_generatorState = saved.generator;
  m_passStart = saved.passStart;
  m_earlier = saved.earlier;
  m_firstStep = m_state.step;
}

// The run continues where its steps so far were taken, or warns that it does not.
void Run::keepPlace(bool hasState) {
  if (m_began && hasState && differs(*m_began, m_place))
    m_sink.warning(
        fmt::format("this run began in {} on {} and continues in {} on {}, so its clip may differ slightly from that "
                    "of an uninterrupted run",
                    toString(m_began->dtype), m_began->deviceName, toString(m_place.dtype), m_place.deviceName));
  if (!m_began && hasState && m_asked.options.dtype == DType::Automatic)
    m_sink.warning(fmt::format("this run does not record in which dtype it began, so it continues in {}",
                               toString(m_place.dtype)));
  if (!m_began || differs(*m_began, m_place)) m_folder->savePlace(m_place);
}

void Run::dropTextOfOtherLoras() {
  if (m_text && m_text->prompts.size() != TextLoras(m_request, m_parts.checkpoints()).sets().size()) m_text.reset();
}

void Run::encodeText() {
  if (m_text) return;
  const Stopwatch watch(m_result.secondsEncoding);
  begin(Phase::Encoding);
  m_text = std::exchange(m_knownText, {});
  if (!m_text) {
    const auto key = [&] { return textKey(m_request, m_memory->textPlace(m_place), m_parts.checkpoints()); };
    const auto before = m_texts ? key() : std::string();
    m_text = encodedText();
    // A file that was replaced in the meantime is not what was read, and the placement may have changed if memory ran
    // out.
    if (m_texts && key() == before) m_texts->keep(before, *m_text);
  }
  if (!m_memory->keepsTextEncoder()) m_parts.release(m_request.pair.textEncoder);
  if (m_folder) m_folder->saveText(*m_text);
}

TextConditioning Run::encodedText() {
  const auto encode = [&] { return m_pipeline->encodeText(m_control.stopToken()); };
  try {
    return withRoom(m_isAsPlanned, encode);
  } catch (...) {
    if (!isOutOfMemory() || !m_memory->encodeOnCpu()) throw;
  }
  m_memory->apply(m_parts);
  dropUnused();
  return encode();
}

bool Run::choosesFp8() {
  if (m_request.options.linearPrecision != LinearPrecision::Fp8) return false;
  const auto obstacle = fp8Obstacle(m_request, m_parts.checkpoints());
  if (obstacle) m_sink.warning(fmt::format("linear_precision fp8 has no effect: {}", *obstacle));
  return !obstacle;
}

void Run::sample() {
  if (m_state.step == m_request.totalSteps()) return;
  dropTextOfOtherLoras();
  if (!m_memory) {
    planMemory();
    // In another place, what was decided there is not kept, even if it is decided alike here.
    const bool isKept = m_began && !differs(*m_began, m_place) && m_began->batched == m_place.batched;
    if (m_folder && !isKept) m_folder->savePlace(m_place);
  }
  m_multipliesFp8 = choosesFp8();
  if (m_text) requireShape(*m_text, m_pipeline->textShape(), m_textFile.string());
  encodeText();
  if (m_trace) m_trace->text(*m_text);
  begin(Phase::Sampling);
  const auto passes = m_pipeline->passes();
  int first = 0;
  for (int index = 0; index < static_cast<int>(passes.size()); ++index) {
    const auto& pass = passes[static_cast<std::size_t>(index)];
    const int steps = static_cast<int>(pass.sigmas.timesteps.size());
    if (m_state.step < first + steps) {
      samplePass(index, pass, first);
      // What the pass used is free for the next one, and for decoding.
      compute::releaseCachedMemory(compute::parseDevice(m_request.options.device));
    }
    first += steps;
    if (m_measured) break;
  }
}

MagnitudeCurves Run::measure() {
  m_measured.emplace();
  sample();
  return *std::exchange(m_measured, {});
}

// Magnitudes are those of a whole trajectory: a later pass, which begins in the middle of one, computes every step.
sampling::CachePlan Run::cacheOf(bool isFirstPass) {
  if (!isFirstPass && m_request.sampling.cache == CacheRule::MagCache) return {};
  auto plan = cachePlan(m_request, m_parts.checkpoints());
  if (m_measured)
    plan.measured = [this](const std::string& evaluation, int step, double ratio) {
      auto& curve = (*m_measured)[evaluation];
      curve.resize(std::max(curve.size(), static_cast<std::size_t>(step) + 1));
      curve[static_cast<std::size_t>(step)] = ratio;
    };
  return plan;
}

void Run::samplePass(int index, const SamplingPass& pass, int first) {
  const auto device = compute::parseDevice(m_request.options.device);
  const kernels::Fp8ProductScope fp8(m_multipliesFp8);
  auto prepared = beginPass(index, pass, first, device);
  const bool isFirst = index == 0;
  sampling::SamplingPlan plan;
  plan.schedule = isFirst ? m_schedule : StageSchedule{1, 0, static_cast<int>(pass.sigmas.timesteps.size()), 0};
  plan.fixedStages = !isFirst;
  plan.solver = m_request.sampling.solver;
  plan.sigmas = pass.sigmas;
  plan.history = m_request.sampling.history;
  plan.cache = cacheOf(isFirst);
  if (isFirst) plan.guard = guardPlanOf(m_request.sampling);
  plan.distilledSmall = m_request.pair.distilledSmall;
  plan.probe = isFirst ? m_request.options.probe : ProbePolicy::None;
  plan.hooks = prepared.hooks;
  plan.onBlock = [this](std::int64_t block, std::int64_t blocks) {
    m_sink.stepProgress(m_state.step, static_cast<double>(block) / static_cast<double>(blocks));
  };
  plan.offset = first;
  plan.totalSteps = m_measured ? m_request.sampling.schedule.steps : m_request.totalSteps();
  if (m_trace) m_trace->beginPass(plan.sigmas);
  const sampling::ModelPair pair{
      [&](Model model) -> sampling::VelocityField& { return field(prepared.fields, model); }};
  try {
    const Stopwatch watch(m_result.secondsSampling);
    std::optional<int> madeRoomAt;  // this step, once, as withRoom() does
    for (bool done = false; !done;) {
      try {
        sampling::sample(m_state, plan, pair, m_control, [this](const auto& view) { onStep(view); });
        done = true;
      } catch (...) {
        // The state is that of the last finished step, so the step can be retried with more room.
        if (!isOutOfMemory()) throw;
        m_isAsPlanned = false;
        if (std::exchange(madeRoomAt, m_state.step) == m_state.step || !dropUnused()) {
          if (!m_memory->tighten()) throw;
          prepared.fields.drop();
          m_memory->apply(m_parts);
          noteBatches();
          if (m_folder) m_folder->savePlace(m_place);
          dropUnused();
        }
        m_generator.set_state(m_generatorState);
      }
    }
  } catch (const Stopped&) {
    // Before the first step, what there is to continue from is the end of the pass before, which is saved.
    if (m_folder && m_state.step > first) save();
    throw;
  }
}

// The initial latents of a resumed pass are made again, from the original random numbers.
PreparedPass Run::beginPass(int index, const SamplingPass& pass, int first, at::Device device) {
  const bool fresh = m_state.step == first;
  // A single generator on the CPU, whatever the device: the same seed gives the same noise everywhere.
  auto generator = at::make_generator<at::CPUGeneratorImpl>(m_request.sampling.seed);
  if (index > 0) {
    if (fresh) {
      m_passStart = m_generator.get_state();
      m_earlier = m_pipeline->clipLatents(m_state.latents);
    }
    generator.set_state(m_passStart);
  }
  const auto noise = at::randn(pass.latentShape, generator, at::TensorOptions(at::kFloat));
  const auto drawn = generator.get_state();
  auto prepared = withRoom(m_isAsPlanned, [&] {
    generator.set_state(drawn);
    const auto earlier = m_earlier.defined() ? m_earlier.to(device) : m_earlier;
    return m_pipeline->prepare(index, *m_text, noise.to(device), earlier, generator, m_control.stopToken());
  });
  if (fresh) {
    m_state.latents = prepared.start;
    m_state.solver = {};
    m_state.cache = {};
    m_state.prediction = m_state.velocity = at::Tensor();
    if (m_trace && index == 0) m_trace->noise(noise);
  } else {
    if (m_state.latents.sizes() != prepared.start.sizes())
      fail(ErrorKind::Corrupt, "{}: the saved latents have another number of frames; start the run again",
           m_request.options.runFolder.string());
    generator.set_state(m_generator.get_state());
  }
  m_generator = generator;
  m_state.moveTo(device);
  m_generatorState = m_generator.get_state();
  return prepared;
}

sampling::VelocityField& Run::field(PassFields& fields, Model model) {
  if (fields.isLoaded(model)) return fields.of(model);
  const Stopwatch watch(m_result.secondsLoading);
  begin(Phase::Loading);
  auto& loaded = fields.of(model);
  begin(Phase::Sampling);
  return loaded;
}

void Run::onStep(const sampling::StepView& view) {
  if (const auto moved = m_control.movedBoundaries()) {
    m_schedule.early = moved->early;
    m_schedule.late = moved->late;
  }
  if (m_trace) m_trace->step(view);
  if (const auto problem = kernels::problem(); problem && !std::exchange(m_toldOfKernels, true))
    m_sink.warning(*problem);
  if (const auto* recorder = models::recorderOf(compute::parseDevice(m_request.options.device)))
    if (const auto problem = recorder->problem(); problem && !std::exchange(m_toldOfRecorder, true))
      m_sink.warning(*problem);
  m_generatorState = m_generator.get_state();
  const int done = view.after.step;
  const auto steps = static_cast<int>(view.after.reports.size());
  const bool endsPass = done == m_request.sampling.schedule.steps || done == m_request.totalSteps();
  if (m_folder && (steps % m_request.options.saveEvery == 0 || endsPass)) save();
  if (m_folder) keepForBranches(view.report.model);
  m_sink.stepFinished(view.report);
  showPreview(view);
}

void Run::showPreview(const sampling::StepView& view) {
  if (!m_request.options.preview || !m_hasPreviews) return;
  std::optional<Clip> clip;
  try {
    clip = withRoom(m_isAsPlanned, [&] {
      const auto prediction = m_pipeline->clipLatents(view.prediction);
      const double latentFps = m_request.clip.fps * static_cast<double>(prediction.size(2)) / m_request.clip.frames;
      return previewClip(prediction, m_pipeline->previewFactors(), latentFps);
    });
  } catch (...) {
    if (!isOutOfMemory()) throw;
    m_hasPreviews = false;
    m_sink.warning("there are no previews because their colours do not fit into memory; the clip is made without them");
    return;
  }
  m_sink.previewReady(view.report.step, *clip);
}

RunFolder::Saved Run::saved() const { return {m_state, m_schedule, m_generatorState, m_passStart, m_earlier}; }

void Run::save() { m_folder->saveState(saved()); }

void Run::keepForBranches(Model last) {
  const int done = m_state.step, every = m_request.options.keepEvery;
  // Where a guard hands over is its own decision; then the ends of stages are what other runs have in common.
  const bool isGuarded = m_request.sampling.guard != GuardRule::None;
  const bool modelsChange =
      done < m_schedule.steps &&
      (isGuarded ? sampling::stageOf(m_schedule, done) != m_state.stages.back() : m_schedule.modelAt(done) != last);
  const bool isAsked = every > 0 && static_cast<int>(m_state.reports.size()) % every == 0;
  if (done == m_request.totalSteps() || !(modelsChange || isAsked)) return;
  try {
    m_folder->keepState(saved(), static_cast<std::uint64_t>(m_request.options.keepLimit * 1e9));
  } catch (const Failure& failure) {
    // The run itself needs no such state.
    if (!std::exchange(m_toldOfKeeping, true))
      m_sink.warning(fmt::format("no run can branch from here: {}", failure.what()));
  }
}

void Run::decode() {
  if (m_state.step < m_request.totalSteps())
    fail(ErrorKind::Invalid, "{}: it has only sampled {} of {}; continue the run before decoding it",
         m_request.options.runFolder.string(), m_state.step, counted(m_request.totalSteps(), "step"));
  const Stopwatch watch(m_result.secondsDecoding);
  const compute::Tf32Scope tf32(m_request.options.decodePrecision == DecodePrecision::Tf32);
  begin(Phase::Decoding);
  makeRoomToDecode();
  const auto latents = m_pipeline->clipLatents(m_state.latents);
  const auto drawn = m_generator.get_state();
  const auto input = withRoom(m_isDecodedAsPlanned, [&] {
    m_generator.set_state(drawn);
    return m_pipeline->decodeInput(latents, m_generator);
  });
  const auto video = decoded(input);
  m_result.clip = toClip(video, m_request.clip.fps);
  if (m_folder) m_folder->saveClip(m_result.clip);
  if (m_trace) m_trace->decoded(latents, input, video);
}

void Run::makeRoomToDecode() {
  const auto [planned, problem] =
      RunMemory::planDecoding(m_request, compute::listDevices(), heldBy(m_parts.pool(), m_request),
                              m_pipeline->decoderBytes(), m_parts.checkpoints());
  // Steps that were taken just now are not given up for a plan: the device may still hold the frames.
  if (!m_memory && !problem.empty()) fail(ErrorKind::OutOfMemory, "{}", problem);
  if (!m_memory || planned != m_memory->decoding()) m_isDecodedAsPlanned = false;
  if (planned.alone) dropUnused();
  if (planned.inTiles) decodeInTiles();
}

bool Run::decodeInTiles() {
  if (!m_pipeline->decodeInTiles()) return false;
  m_sink.warning(
      "the frames are decoded in tiles because they do not fit into memory whole; tile edges may differ slightly");
  return true;
}

at::Tensor Run::decoded(const at::Tensor& input) {
  const auto decode = [&] {
    return m_pipeline->decode(input, m_control.stopToken(),
                              [this](double done) { m_sink.progress(Phase::Decoding, done); });
  };
  try {
    return withRoom(m_isDecodedAsPlanned, decode);
  } catch (...) {
    if (!isOutOfMemory() || !decodeInTiles()) throw;
  }
  dropUnused();
  return decode();
}

void Run::learnSpeeds() const {
  const auto cost = runCost(m_request, m_parts.checkpoints());
  SpeedBook book;
  for (const auto model : {Model::Large, Model::Small}) {
    double seconds = 0;
    int steps = 0;
    for (const auto& report : m_state.reports) {
      // The first step of a process also pays for touching memory for the first time.
      if (report.model != model || report.step <= m_firstStep || report.step >= m_schedule.steps) continue;
      if (report.reused || report.reusedEvaluations > 0 || report.check != GuardCheck::None) continue;
      seconds += report.seconds;
      ++steps;
    }
    const auto& step = cost.step(model);
    book.learn(step.work, steps * step.flops, seconds, step.flops);
  }
  const auto &text = cost.textEncoding, &decoding = cost.decoding;
  book.learn(text.work, text.flops, m_result.secondsEncoding, text.flops);
  book.learn(decoding.work, decoding.flops, m_result.secondsDecoding, decoding.flops);
  book.save();
}

// In a run that was continued, a phase may lack the part that needs the most memory.
void Run::learnMemory() const {
  if (!m_memory || !m_isAsPlanned || m_firstStep > 0) return;
  auto peaks = m_result.peaks;
  if (!m_isDecodedAsPlanned) std::erase_if(peaks, [](const PhasePeak& peak) { return peak.phase == Phase::Decoding; });
  m_memory->learn(peaks);
}

RunResult Run::finish() && {
  try {
    if (m_trace) m_trace->write(m_request.options.traceFile, toJson(m_request, true));
  } catch (const Failure& failure) {
    m_sink.warning(fmt::format("the trace of this run could not be written: {}", failure.what()));
  }
  try {
    learnSpeeds();
  } catch (const std::exception&) {
    // If a model file has disappeared since, a finished run must not be lost; the next one records the speeds.
    m_sink.warning("the speed of this run could not be saved: a model file no longer exists");
  }
  m_result.steps = m_state.reports;
  if (m_memory) m_result.batched = m_memory->batchedModels();
  notePeak();
  learnMemory();
  m_result.device = m_request.options.device;
  m_result.dtype = m_request.options.dtype;
  if (m_result.secondsSampling > 0) m_result.attention = models::lastAttentionBackend();
  return std::move(m_result);
}

}  // namespace fb::engine
