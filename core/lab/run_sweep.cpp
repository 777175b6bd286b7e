// SPDX-License-Identifier: MIT
#include "base/atomic_file.h"
#include "base/guarded.h"
#include "base/json.h"
#include "base/run_files.h"
#include "base/run_lease.h"
#include "flowblend/run_folder.h"
#include "lab/join.h"
#include "lab/plan.h"
#include "lab/probe_store.h"
#include "lab/sweep_files.h"
#include "lab/sweep_teller.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace fb {
namespace lab {
namespace {

namespace fs = std::filesystem;

// Whether the record has all distances that the sweep measures.
bool isWhole(const SweepRecord& record, const Sweep& sweep) {
  if (sweep.latentsOnly) return true;
  bool whole = record.clip.has_value();
  forEachPerceptual([&](const char* /*name*/, const fs::path& file,
                        const std::optional<double>& distance) { whole = whole && (file.empty() || distance); },
                    sweep.perceptual, record.perceptual);
  return whole;
}

// Whether the run has all that it is measured by.
bool isComparable(const RunInfo& info, const Sweep& sweep) {
  return info.sampled && (info.decoded || sweep.latentsOnly);
}

FoundRun findRun(Engine& engine, const SweepFolder& folder, const SweepRun& run, const Sweep& sweep) {
  FoundRun found;
  const auto at = folder.runFolder(run);
  requireNoFileNamed(at);
  const auto record = folder.loadRecord(run, run.seed);
  found.isMeasured = record && isWhole(*record, sweep);
  if (!isRunFolder(at)) {
    // Its folder was removed to save space; the record is enough unless other runs are to be compared with this one.
    found.isMeasured = found.isMeasured && run.candidate != sweep.largeOnly();
    return found;
  }
  const auto info = valueOrFail(engine.inspectRun(at));
  // Its clip and latents are enough to measure it again; the reference needs them for others, too.
  const bool isThere = isComparable(info, sweep);
  found.isMeasured = record && (run.candidate == sweep.largeOnly() ? isThere : found.isMeasured || isThere);
  found.keptSteps = info.keptSteps;
  // The final state is none to branch from.
  std::erase_if(found.keptSteps, [&](int step) { return step >= info.request.sampling.schedule.steps; });
  if (found.isMeasured) return found;
  // The state with which a run was interrupted is gone once it has gone on, unless it was kept besides.
  std::erase_if(found.keptSteps, [&](int step) {
    return step == info.stepsDone && !fs::exists(statusOf(at / run_files::keptState(step)));
  });
  // A run without a state begins anew, in a new folder.
  if (info.stepsDone == 0) found.keptSteps.clear();
  found.stepsDone = info.stepsDone;
  found.keepEvery = info.request.options.keepEvery;
  return found;
}

// The first finished run of this candidate whose folder is still there.
std::optional<SweepRun> finishedRun(Engine& engine, const SweepFolder& folder, const Sweep& sweep,
                                    const SweepCandidate& candidate) {
  for (int prompt = 0; prompt < static_cast<int>(sweep.prompts.size()); ++prompt)
    for (const auto seed : sweep.seeds) {
      const SweepRun run{prompt, seed, candidate};
      const auto at = folder.runFolder(run);
      if (isRunFolder(at) && valueOrFail(engine.inspectRun(at)).sampled) return run;
    }
  return std::nullopt;
}

// Clips of a model that was replaced meanwhile would be compared with those of the one before. A run whose steps could
// be taken over was made with the same files.
void requireSameFiles(Engine& engine, const SweepFolder& folder, const Sweep& sweep) {
  const auto stored = folder.load();
  const auto files = stored ? requireSameAsStored(*stored, engine, sweep, folder) : std::vector<InputContent>();
  const auto refuseRun = [&](const std::string& what, const fs::path& run) {
    fail(ErrorKind::Invalid, "{} changed after {} was made: restore it, or begin a sweep in another folder", what,
         run.string());
  };
  for (const auto& candidate : {sweep.largeOnly(), SweepCandidate{0, 0}}) {
    const auto run = finishedRun(engine, folder, sweep, candidate);
    if (!run) continue;
    const auto at = folder.runFolder(*run);
    // All that decoding needs.
    for (const auto& changed : valueOrFail(engine.changedInputs(at)))
      if (!isElsewhere(changed, files)) refuseRun(changed.path.string(), at);
    auto request = requestOf(sweep, *run);
    request.options.branchFrom = at;
    if (!engine.validate(request).empty())
      refuseRun(fmt::format("the {} model, or another file that the run reads,",
                            candidate == sweep.largeOnly() ? "large" : "small"),
                at);
  }
}

void requireStorable(const char* name, const fs::path& file) {
  nlohmann::ordered_json json;
  json[name] = file.string();
  if (const auto problems = textProblems(json); !problems.empty()) fail(ErrorKind::Invalid, "{}", problems.front());
}

// Whether any clip of the sweep has the distance of this name.
bool isMeasuredBy(std::string_view name, const Sweep& sweep, const SweepFolder& folder) {
  bool found = false;
  for (int prompt = 0; prompt < static_cast<int>(sweep.prompts.size()); ++prompt)
    for (const auto seed : sweep.seeds)
      for (const auto& candidate : sweep.candidates)
        if (const auto record = folder.loadRecord({prompt, seed, candidate}, seed))
          forEachPerceptual([&](std::string_view each,
                                const std::optional<double>& distance) { found = found || (each == name && distance); },
                            record->perceptual);
  return found;
}

// Distances by other weights than before could not be compared with those that are stored.
Perceptual<std::string> identitiesOf(Engine& engine, const Sweep& sweep, const SweepFolder& folder) {
  const auto stored = folder.load();
  const auto before = stored ? stored->identities : Perceptual<std::string>();
  const auto models = valueOrFail(engine.inspectPerceptual(sweep.perceptual));
  const auto& clip = sweep.base.clip;
  Perceptual<std::string> identities;
  forEachPerceptual(
      [&](const char* name, const fs::path& file, const std::optional<PerceptualModel>& model, const std::string& known,
          std::string& identity) {
        if (!model) return;
        requireStorable(name, file);
        if (std::min(clip.width, clip.height) < model->minSide)
          fail(ErrorKind::Invalid,
               "{} needs clips of at least {} pixels on each side, but those of the sweep have {}x{}: choose a larger "
               "size, or sweep without {}",
               model->name, model->minSide, clip.width, clip.height, file.string());
        if (!known.empty() && known != model->identity && isMeasuredBy(name, sweep, folder))
          fail(ErrorKind::Invalid,
               "the sweep in {} was measured by other weights than {}, {}: give those that it was measured by, or "
               "choose another folder",
               folder.path().string(), file.string(), model->name);
        identity = model->identity;
      },
      sweep.perceptual, models, before, identities);
  return identities;
}

// Records that lack a distance, whose runs are not computed again.
int remeasured(const SweepFolder& folder, const Sweep& sweep, const SweepPlan& plan) {
  int count = 0;
  for (int prompt = 0; prompt < static_cast<int>(sweep.prompts.size()); ++prompt)
    for (const auto seed : sweep.seeds)
      for (const auto& candidate : sweep.candidates) {
        const SweepRun run{prompt, seed, candidate};
        const auto record = folder.loadRecord(run, seed);
        if (record && !isWhole(*record, sweep) &&
            std::ranges::find(plan.steps, run, &SweepPlan::Step::run) == plan.steps.end())
          ++count;
      }
  return count;
}

SweepPlan planIn(Engine& engine, const Sweep& sweep, const SweepFolder& folder) {
  requireFilesThere(engine, sweep, folder);
  const auto problem = [&](int prompt, const SweepCandidate& candidate) {
    const auto problems = engine.validate(requestOf(sweep, {prompt, sweep.seeds.front(), candidate}));
    return problems.empty() ? std::string() : problems.front();
  };
  const auto check = [&](int prompt, const SweepCandidate& candidate) {
    if (const auto text = problem(prompt, candidate); !text.empty())
      fail(ErrorKind::Invalid, "prompt {}: {}", prompt + 1, text);
  };
  for (int prompt = 0; prompt < static_cast<int>(sweep.prompts.size()); ++prompt) check(prompt, {0, 0});
  // What only runs of the large model need.
  check(0, sweep.largeOnly());
  for (const auto& candidate : sweep.candidates)
    if (const auto text = candidate.isRival() ? problem(0, candidate) : std::string(); !text.empty())
      fail(ErrorKind::Invalid, "{}: {}; leave this rival out",
           boundariesText(candidate, sweep.base.sampling.schedule.steps), text);
  requireSameFiles(engine, folder, sweep);
  const auto cost = valueOrFail(engine.estimateCost(requestOf(sweep, {0, sweep.seeds.front(), {0, 0}})));
  auto plan = planOf(sweep, cost, [&](const SweepRun& run) { return findRun(engine, folder, run, sweep); });
  plan.remeasured = remeasured(folder, sweep, plan);
  return plan;
}

double relativeDistance(const std::vector<float>& values, const std::vector<float>& reference) {
  if (values.size() != reference.size())
    fail(ErrorKind::Corrupt,
         "the latents of two runs of one sweep differ in size: remove the sweep and start it again");
  double difference = 0, norm = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    difference += (double{values[i]} - reference[i]) * (double{values[i]} - reference[i]);
    norm += double{reference[i]} * reference[i];
  }
  return norm > 0 ? std::sqrt(difference / norm) : 0;
}

class SweepWork {
public:
  // plan: must outlive it.
  SweepWork(Engine& engine, const SweepFolder& folder, const Sweep& sweep, const SweepPlan& plan,
            const SweepOptions& options, SweepSink& sink, RunControl& control)
      : m_engine(engine),
        m_folder(folder),
        m_sweep(sweep),
        m_plan(plan),
        m_options(options),
        m_sink(plan, !sweep.latentsOnly, sink),
        m_control(control) {}

  void perform() {
    const auto steps = std::span(m_plan.steps);
    const auto count = static_cast<int>(steps.size());
    m_decodesLater = decodesLater(steps);
    m_saveEvery = saveEvery(m_plan.run, m_sweep.base.options.saveEvery);
    std::size_t waiting = 0;  // the first run that is sampled, but not decoded
    for (std::size_t i = 0; i < steps.size(); ++i) {
      throwIfStopped(m_control.stopToken());
      if (i > 0) requireUnchanged();
      m_sink.runStarted(steps[i], static_cast<int>(i), count);
      auto result = run(steps[i]);
      if (!m_decodesLater) measure(steps[i].run, std::move(result));
      const auto left = steps.subspan(i + 1);
      removeStates(steps[i].run, left);
      if (const auto& parent = steps[i].parent) removeStates({steps[i].run.prompt, steps[i].run.seed, *parent}, left);
      if (!m_decodesLater || (!left.empty() && left.front().run.prompt == steps[i].run.prompt)) continue;
      for (; waiting <= i; ++waiting) decode(steps[waiting].run, static_cast<int>(waiting), count);
    }
    m_sink.runsDone();
    completeRecords();
    for (int prompt = 0; prompt < static_cast<int>(m_sweep.prompts.size()); ++prompt) measureFloors(prompt);
    removeLeftStates();
  }
  int measured() const { return m_measured; }

private:
  struct Content {
    SweepRun run;
    Clip clip;
    std::vector<float> latents;
  };

  // Where the models have to make way for the decoder, the runs of a prompt are sampled first and then decoded one
  // after the other: otherwise every run would load the models again.
  bool decodesLater(std::span<const SweepPlan::Step> steps) {
    if (m_sweep.latentsOnly || steps.size() < 2) return false;
    const auto& candidates = m_sweep.candidates;
    // With both models, if there is one.
    const auto mixed = std::ranges::find_if(
        candidates, [&](const auto& each) { return each != m_sweep.largeOnly() && each.early > 0 && !each.isRival(); });
    const auto candidate = mixed == candidates.end() ? m_sweep.largeOnly() : *mixed;
    const auto plan = m_engine.planMemory(requestOf(m_sweep, {0, m_sweep.seeds.front(), candidate}));
    // Whatever prevents a plan, the first run will tell.
    if (!plan || !plan.value().decodesAlone) return false;
    // The first run, which is only sampled, would not.
    if (!plan.value().fits()) fail(ErrorKind::OutOfMemory, "{}", plan.value().problem);
    return true;
  }

  void requireUnchanged() {
    requireSameFiles(m_engine, m_folder, m_sweep);
    static_cast<void>(identitiesOf(m_engine, m_sweep, m_folder));
  }

  void decode(const SweepRun& run, int index, int count) {
    throwIfStopped(m_control.stopToken());
    requireUnchanged();
    m_sink.decodingStarted(run, index, count);
    measure(run, valueOrFail(m_engine.decode(m_folder.runFolder(run), m_sink, m_control)));
  }

  RunResult run(const SweepPlan::Step& step) {
    const auto at = m_folder.runFolder(step.run);
    const bool decodes = !m_sweep.latentsOnly && !m_decodesLater;
    if (step.continues) {
      relocateRun(m_engine, m_folder, at);
      return valueOrFail(decodes ? m_engine.resume(at, m_sink, m_control)
                                 : m_engine.resumeSampling(at, m_sink, m_control));
    }
    // Of a run that was interrupted before its first step, nothing needs to be kept.
    if (isRunFolder(at)) valueOrFail(removeRun(at));
    auto request = requestOf(m_sweep, step.run);
    request.options.runFolder = at;
    request.options.keepEvery = step.keepEvery;
    request.options.saveEvery = m_saveEvery;
    if (step.parent) {
      request.options.branchFrom = m_folder.runFolder({step.run.prompt, step.run.seed, *step.parent});
      request.options.branchAt = step.shared;
    }
    return valueOrFail(decodes ? m_engine.generate(request, m_sink, m_control)
                               : m_engine.sample(request, m_sink, m_control));
  }

  // Its clip is empty if only latents are compared.
  Content contentOf(const SweepRun& run) {
    const auto at = m_folder.runFolder(run);
    return {run, m_sweep.latentsOnly ? Clip() : valueOrFail(m_engine.loadRunClip(at)),
            valueOrFail(m_engine.loadRunLatents(at))};
  }

  const Content& reference(int prompt, std::uint64_t seed) {
    const SweepRun run{prompt, seed, m_sweep.largeOnly()};
    if (!m_reference || m_reference->run != run) m_reference = contentOf(run);
    return *m_reference;
  }

  void compare(SweepRecord record, const Content& content) {
    const auto& other = reference(record.run.prompt, record.referenceSeed);
    record.latents = relativeDistance(content.latents, other.latents);
    // A record that is compared with another reference has the distances to the one before.
    record.clip.reset();
    record.perceptual = {};
    if (!m_sweep.latentsOnly) compareClipsOf(record, content.clip, other.clip);
    m_folder.saveRecord(record);
    m_sink.runMeasured(record);
  }

  void compareClipsOf(SweepRecord& record, const Clip& clip, const Clip& other) {
    record.clip = valueOrFail(compareClips(clip, other, m_control));
    if (m_sweep.perceptual == PerceptualWeights()) return;
    // Stored at once: if the rest, which may take long, is stopped, the run is finished nevertheless.
    m_folder.saveRecord(record);
    record.perceptual = valueOrFail(
        m_engine.comparePerceptually(m_sweep.perceptual, clip, other, m_sweep.base.options.device, m_control));
  }

  // Before the run's record, which says that nothing of it is left to do.
  void keepProfile(const SweepRun& run, const std::vector<StepReport>& steps) {
    if (!isProbed(m_sweep, run)) return;
    auto cell = probeCell(requestOf(m_sweep, run), steps);
    if (!cell) return m_sink.warning(fmt::format("no divergence profile of {}: {}", run.name(), cell.error().message));
    if (!m_profile) m_profile = emptyProfile(m_engine, m_sweep.base);
    m_profile->cells = {std::move(cell).value()};
    m_folder.saveProfile(run, *m_profile);
  }

  void measure(const SweepRun& run, RunResult result) {
    keepProfile(run, result.steps);
    SweepRecord record{run, run.seed, 0, {}, 0, result.secondsDecoding};
    for (const auto& step : result.steps) record.secondsSampling += step.seconds;
    if (run.candidate.isGuarded())
      for (const auto& step : result.steps) {
        const bool isCheck = step.check != GuardCheck::None;
        record.largeSteps += isCheck || step.model == Model::Large ? 1 : 0;
        record.smallSteps += isCheck || step.model == Model::Small ? 1 : 0;
      }
    compare(record, {run, std::move(result.clip), valueOrFail(m_engine.loadRunLatents(m_folder.runFolder(run)))});
    ++m_measured;
    if (run.candidate == m_sweep.largeOnly()) measureFloors(run.prompt);
  }

  // Of a run that has a record: whether others can be compared with it.
  bool isReference(const SweepRun& run) {
    const auto at = m_folder.runFolder(run);
    return isRunFolder(at) && isComparable(valueOrFail(m_engine.inspectRun(at)), m_sweep) &&
           m_folder.loadRecord(run, run.seed);
  }

  // Those of an earlier call that had fewer weights.
  void completeRecords() {
    for (int prompt = 0; prompt < static_cast<int>(m_sweep.prompts.size()); ++prompt)
      for (const auto seed : m_sweep.seeds)
        for (const auto& candidate : m_sweep.candidates) {
          const auto record = m_folder.loadRecord({prompt, seed, candidate}, seed);
          if (!record || isWhole(*record, m_sweep)) continue;
          throwIfStopped(m_control.stopToken());
          compare(*record, contentOf(record->run));
          ++m_measured;
        }
  }

  // As far as both of the large model's runs are measured, and their clips are there.
  void measureFloors(int prompt) {
    for (const auto seed : m_sweep.seeds) {
      const SweepRun other{prompt, m_sweep.otherSeed(seed), m_sweep.largeOnly()};
      if (const auto known = m_folder.loadRecord(other, seed); known && isWhole(*known, m_sweep)) continue;
      if (!isReference({prompt, seed, m_sweep.largeOnly()}) || !isReference(other)) continue;
      auto record = m_folder.loadRecord(other, other.seed);
      record->referenceSeed = seed;
      compare(*record, contentOf(other));
    }
  }

  // Those of this run that none of the runs still to do branches from.
  void removeStates(const SweepRun& run, std::span<const SweepPlan::Step> left) {
    std::vector<int> needed;
    for (const auto& step : left)
      if (step.parent == run.candidate && step.run.prompt == run.prompt && step.run.seed == run.seed)
        needed.push_back(step.shared);
    if (!m_options.keepStates) removeStatesExcept(run, needed);
  }

  void removeStatesExcept(const SweepRun& run, const std::vector<int>& needed) {
    const auto at = m_folder.runFolder(run);
    if (!isRunFolder(at)) return;
    const auto removed = removeKeptStates(at, needed);
    if (!removed)
      m_sink.warning(removed.error().message);
    else if (removed.value() > 0)
      m_sink.statesRemoved(removed.value());
  }

  // Of runs whose sweep was interrupted before it could.
  void removeLeftStates() {
    if (m_options.keepStates) return;
    for (int prompt = 0; prompt < static_cast<int>(m_sweep.prompts.size()); ++prompt)
      for (const auto seed : m_sweep.seeds)
        for (const auto& candidate : m_sweep.candidates) removeStatesExcept({prompt, seed, candidate}, {});
  }

  Engine& m_engine;
  const SweepFolder& m_folder;
  const Sweep& m_sweep;
  const SweepPlan& m_plan;
  const SweepOptions& m_options;
  SweepTeller m_sink;
  RunControl& m_control;
  std::optional<Content> m_reference;
  std::optional<ProbeProfile> m_profile;  // of the sweep's pair and settings
  bool m_decodesLater = false;
  int m_saveEvery = 1;
  int m_measured = 0;
};

SweepResults resultsIn(const SweepFolder& folder) {
  auto stored = folder.stored();
  SweepResults results{std::move(stored.sweep), stored.run, {}};
  const auto& sweep = results.sweep;
  const auto add = [&](const SweepRun& run, std::uint64_t referenceSeed) {
    if (const auto record = folder.loadRecord(run, referenceSeed)) results.records.push_back(*record);
  };
  for (int prompt = 0; prompt < static_cast<int>(sweep.prompts.size()); ++prompt)
    for (const auto seed : sweep.seeds) {
      for (const auto& candidate : sweep.candidates) add({prompt, seed, candidate}, seed);
      add({prompt, sweep.otherSeed(seed), sweep.largeOnly()}, seed);
    }
  return results;
}

}  // namespace
}  // namespace lab

Result<SweepPlan> planSweep(Engine& engine, const Sweep& sweep, const std::filesystem::path& folder) {
  return guarded([&] {
    const lab::SweepFolder at(folder);
    const auto both = lab::joined(sweep, at);
    static_cast<void>(lab::identitiesOf(engine, both, at));
    return lab::planIn(engine, both, at);
  });
}

Outcome<SweepResults> runSweep(Engine& engine, const Sweep& asked, const std::filesystem::path& folder,
                               const SweepOptions& options, SweepSink& sink, RunControl& control) {
  int measured = 0;
  try {
    auto results = guarded([&] {
      const lab::SweepFolder at(std::filesystem::absolute(folder));
      static_cast<void>(lab::joined(asked, at));
      at.make();
      const RunLease lease(folder);
      const auto sweep = lab::joined(asked, at);
      auto identities = lab::identitiesOf(engine, sweep, at);
      const auto plan = lab::planIn(engine, sweep, at);
      // What it was begun with stays what it is compared with.
      auto began = at.load().value_or(lab::SweepFolder::Stored{});
      began.inputs =
          began.inputs.empty() ? lab::inputsOf(engine, sweep) : lab::requireSameAsStored(began, engine, sweep, at);
      if (began.dtype == DType::Automatic) began.dtype = lab::dtypeOf(engine, sweep.base.options);
      at.save({sweep, plan.run, std::move(identities), began.inputs, began.dtype});
      // Runs that go on or are decoded began with that of an earlier call.
      control.setMemoryBudget(sweep.base.options.memoryBudget);
      lab::SweepWork work(engine, at, sweep, plan, options, sink, control);
      try {
        work.perform();
      } catch (const Stopped&) {
        measured = work.measured();
        throw;
      }
      return lab::resultsIn(at);
    });
    if (!results) return results.error();
    return std::move(results).value();
  } catch (const Stopped&) {
    return Cancelled{measured};
  }
}

Result<SweepResults> readSweepResults(const std::filesystem::path& folder) {
  return guarded([&] { return lab::resultsIn(lab::SweepFolder(folder)); });
}

}  // namespace fb
