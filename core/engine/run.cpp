// SPDX-License-Identifier: MIT
#include "engine/run.h"

#include "base/failure.h"
#include "engine/clip_tensors.h"
#include "engine/devices.h"
#include "engine/family.h"
#include "engine/latent_preview.h"
#include "engine/run_cost.h"
#include "engine/speed_book.h"

#include <ATen/CPUGeneratorImpl.h>

#include <chrono>

namespace fb::engine {
namespace {

// Adds the time of its scope to a counter, also when the scope is left by an exception.
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

Run::Run(GenerationRequest request, ModelPool& pool, EventSink& sink, RunControl& control)
    : m_request(std::move(request)),
      m_pool(pool),
      m_sink(sink),
      m_control(control),
      m_pipeline(familyOf(m_request.pair.family).makePipeline(m_request, pool)),
      m_schedule(m_request.schedule),
      m_generator(at::make_generator<at::CPUGeneratorImpl>(m_request.seed)) {
  if (!m_request.runFolder.empty()) m_folder.emplace(m_request.runFolder);
  if (!m_request.traceFile.empty()) m_trace.emplace();
}

void Run::start() {
  // Asked first: Linux grants more memory than there is and ends the process when it is used.
  if (const auto needed = m_pipeline->leastMemory(), free = freeMemory(at::kCPU); needed > free)
    fail(ErrorKind::OutOfMemory,
         "{}x{} with {} frames needs more than {:.0f} GB of memory and {:.0f} GB are free: choose a smaller size or "
         "fewer "
         "frames",
         m_request.width, m_request.height, m_request.frames, static_cast<double>(needed) / 1e9,
         static_cast<double>(free) / 1e9);
  if (m_folder) m_folder->create(m_request);
}

void Run::restore() {
  m_text = m_folder->loadText();
  auto saved = m_folder->loadState();
  if (!saved) return;
  m_state = std::move(saved->trajectory);
  m_schedule = saved->schedule;
  m_generator.set_state(saved->generator);
  m_firstStep = m_state.step;
}

void Run::encodeText() {
  if (m_text) return;
  const Stopwatch watch(m_result.secondsEncoding);
  m_sink.stageStarted(Stage::Encoding);
  m_text = m_pipeline->encodeText(m_control.stopToken());
  if (m_folder) m_folder->saveText(*m_text);
}

void Run::sample() {
  if (m_state.step == m_schedule.steps) return;
  encodeText();
  if (m_trace) m_trace->text(*m_text);
  m_pipeline->setText(*m_text);

  m_sink.stageStarted(Stage::Sampling);
  const auto device = parseDevice(m_request.device);
  begin(device);
  const sampling::SamplingPlan plan{m_schedule,
                                    m_request.solver,
                                    m_pipeline->sigmas(),
                                    m_request.history,
                                    m_request.pair.distilledSmall,
                                    m_request.probe,
                                    m_pipeline->hooks(m_generator)};
  if (m_trace) m_trace->schedule(plan.sigmas);
  auto& solver = m_state.solver;
  if (solver.lastSample.defined()) solver.lastSample = solver.lastSample.to(device);
  for (auto& prediction : solver.predictions) prediction = prediction.to(device);
  const sampling::ModelPair pair{[this](Model model) -> sampling::VelocityField& { return field(model); }};
  try {
    const Stopwatch watch(m_result.secondsSampling);
    for (bool done = false; !done;) {
      try {
        sampling::sample(m_state, plan, pair, m_control, [this](const auto& view) { onStep(view); });
        done = true;
      } catch (const c10::OutOfMemoryError&) {
        // The state is that of the last finished step, so the step can be tried again with more room.
        if (!m_pool.dropUnused()) throw;
        m_generator.set_state(m_generatorState);
        releaseCachedMemory(device);
      }
    }
  } catch (const Stopped&) {
    if (m_folder && m_state.step > 0) save();
    throw;
  }
  m_pipeline->releaseFields();
}

// The start is made again where a run goes on: what the hooks of a family hold on to comes from it.
void Run::begin(at::Device device) {
  // One generator on the CPU, whatever the device: the same seed is the same noise everywhere.
  auto generator = at::make_generator<at::CPUGeneratorImpl>(m_request.seed);
  const auto noise = at::randn(m_pipeline->latentShape(), generator, at::TensorOptions(at::kFloat));
  const auto start = m_pipeline->startLatents(noise.to(device), generator, m_control.stopToken());
  if (m_state.step == 0) {
    m_state.latents = start;
    m_generator = generator;
    if (m_trace) m_trace->noise(noise);
  }
  m_state.latents = m_state.latents.to(device);
  m_generatorState = m_generator.get_state();
}

sampling::VelocityField& Run::field(Model model) {
  if (m_pipeline->isLoaded(model)) return m_pipeline->field(model);
  const Stopwatch watch(m_result.secondsLoading);
  m_sink.stageStarted(Stage::Loading);
  auto& loaded = m_pipeline->field(model);
  m_sink.stageStarted(Stage::Sampling);
  return loaded;
}

void Run::onStep(const sampling::StepView& view) {
  if (const auto moved = m_control.movedBoundaries()) {
    m_schedule.early = moved->early;
    m_schedule.late = moved->late;
  }
  if (m_trace) m_trace->step(view);
  m_generatorState = m_generator.get_state();
  const int done = view.after.step;
  const auto steps = static_cast<int>(view.after.reports.size());
  if (m_folder && (steps % m_request.saveEvery == 0 || done == m_schedule.steps)) save();
  m_sink.stepFinished(view.report);
  if (m_request.preview) {
    const auto prediction = m_pipeline->clipLatents(view.prediction);
    const double latentFps = m_request.fps * static_cast<double>(prediction.size(2)) / m_request.frames;
    m_sink.previewReady(view.report.step, previewClip(prediction, m_pipeline->previewFactors(), latentFps));
  }
}

void Run::save() { m_folder->saveState({m_state, m_schedule, m_generatorState}); }

void Run::decode() {
  if (m_state.step < m_schedule.steps)
    fail(ErrorKind::Invalid,
         "{} of {} steps are sampled: continue the run with \"flowblend resume\" before decoding it", m_state.step,
         m_schedule.steps);
  const Stopwatch watch(m_result.secondsDecoding);
  m_sink.stageStarted(Stage::Decoding);
  const auto latents = m_pipeline->clipLatents(m_state.latents);
  const auto input = m_pipeline->decodeInput(latents, m_generator);
  const auto video =
      m_pipeline->decode(input, m_control.stopToken(), [this](double done) { m_sink.progress(Stage::Decoding, done); });
  m_result.clip = toClip(video, m_request.fps);
  if (m_folder) m_folder->saveClip(m_result.clip);
  if (m_trace) m_trace->decoded(latents, input, video);
}

void Run::learnSpeeds() const {
  const auto cost = runCost(m_request);
  SpeedBook book;
  for (const auto model : {Model::Large, Model::Small}) {
    double seconds = 0;
    int steps = 0;
    for (const auto& report : m_state.reports) {
      // The first step of a process also pays for memory being touched for the first time.
      if (report.model != model || report.step <= m_firstStep) continue;
      seconds += report.seconds;
      ++steps;
    }
    book.learn(cost.step(model).work, steps * cost.step(model).flops, seconds);
  }
  book.learn(cost.textEncoding.work, cost.textEncoding.flops, m_result.secondsEncoding);
  book.learn(cost.decoding.work, cost.decoding.flops, m_result.secondsDecoding);
  book.save();
}

RunResult Run::finish() && {
  if (m_trace) m_trace->write(m_request.traceFile, toJson(m_request, true));
  try {
    learnSpeeds();
  } catch (const Failure&) {
    // A model file that went away since is no reason to lose a finished run; the next one teaches the speeds.
    m_sink.warning("the speed of this run could not be remembered: a model file is gone");
  }
  m_result.steps = m_state.reports;
  return std::move(m_result);
}

}  // namespace fb::engine
