// SPDX-License-Identifier: MIT
#include "base/guarded.h"
#include "base/run_lease.h"
#include "flowblend/run_folder.h"
#include "lab/join.h"
#include "lab/plan.h"
#include "lab/probe_store.h"

#include <algorithm>
#include <cmath>

namespace fb {
namespace lab {
namespace {

namespace fs = std::filesystem;

// reference: to which other runs are compared.
FoundRun findRun(Engine& engine, const SweepFolder& folder, const SweepRun& run, const SweepCandidate& reference) {
  FoundRun found;
  const auto at = folder.runFolder(run);
  found.isMeasured = folder.loadRecord(run, run.seed).has_value();
  if (!isRunFolder(at)) {
    // Somebody needed the space; the record is enough unless other runs are to be compared to this one.
    found.isMeasured = found.isMeasured && run.candidate != reference;
    return found;
  }
  const auto info = valueOrFail(engine.inspectRun(at));
  found.keptSteps = info.keptSteps;
  // The final state is none to branch from.
  std::erase_if(found.keptSteps, [&](int step) { return step >= info.request.sampling.schedule.steps; });
  if (found.isMeasured) return found;
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
  const auto refuse = [&](const std::string& what, const fs::path& run) {
    fail(ErrorKind::Invalid, "{} changed after {} was made: restore it, or begin a sweep in another folder", what,
         run.string());
  };
  for (const auto& candidate : {sweep.largeOnly(), SweepCandidate{0, 0}}) {
    const auto run = finishedRun(engine, folder, sweep, candidate);
    if (!run) continue;
    const auto at = folder.runFolder(*run);
    // All that decoding needs.
    if (const auto changed = valueOrFail(engine.changedInputs(at)); !changed.empty())
      refuse(changed.front().path.string(), at);
    auto request = requestOf(sweep, *run);
    request.options.branchFrom = at;
    if (!engine.validate(request).empty())
      refuse(fmt::format("the {} model, or another file that the run reads,",
                         candidate == sweep.largeOnly() ? "large" : "small"),
             at);
  }
}

SweepPlan planIn(Engine& engine, const Sweep& sweep, const SweepFolder& folder) {
  for (int prompt = 0; prompt < static_cast<int>(sweep.prompts.size()); ++prompt) {
    const auto request = requestOf(sweep, {prompt, sweep.seeds.front(), {0, 0}});
    if (const auto problems = engine.validate(request); !problems.empty())
      fail(ErrorKind::Invalid, "prompt {}: {}", prompt + 1, problems.front());
  }
  requireSameFiles(engine, folder, sweep);
  const auto cost = valueOrFail(engine.estimateCost(requestOf(sweep, {0, sweep.seeds.front(), {0, 0}})));
  return planOf(sweep, cost, [&](const SweepRun& run) { return findRun(engine, folder, run, sweep.largeOnly()); });
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
  SweepWork(Engine& engine, const SweepFolder& folder, const Sweep& sweep, const SweepOptions& options, SweepSink& sink,
            RunControl& control)
      : m_engine(engine), m_folder(folder), m_sweep(sweep), m_options(options), m_sink(sink), m_control(control) {}

  void perform(const SweepPlan& plan) {
    const auto& steps = plan.steps;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      throwIfStopped(m_control.stopToken());
      if (i > 0) requireSameFiles(m_engine, m_folder, m_sweep);
      m_sink.runStarted(steps[i], static_cast<int>(i), static_cast<int>(steps.size()));
      measure(steps[i].run, run(steps[i]));
      ++m_measured;
      if (steps[i].run.candidate == m_sweep.largeOnly()) measureFloors(steps[i].run.prompt);
      removeStates(steps[i].run, std::span(steps).subspan(i + 1));
      if (const auto& parent = steps[i].parent)
        removeStates({steps[i].run.prompt, steps[i].run.seed, *parent}, std::span(steps).subspan(i + 1));
    }
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

  RunResult run(const SweepPlan::Step& step) {
    const auto at = m_folder.runFolder(step.run);
    if (step.continues) return valueOrFail(m_engine.resume(at, m_sink, m_control));
    // Of a run that was interrupted before its first step, nothing needs to be kept.
    if (isRunFolder(at)) valueOrFail(removeRun(at));
    auto request = requestOf(m_sweep, step.run);
    request.options.runFolder = at;
    request.options.keepEvery = step.keepEvery;
    if (step.parent) {
      request.options.branchFrom = m_folder.runFolder({step.run.prompt, step.run.seed, *step.parent});
      request.options.branchAt = step.shared;
    }
    return valueOrFail(m_engine.generate(request, m_sink, m_control));
  }

  Content contentOf(const SweepRun& run) {
    const auto at = m_folder.runFolder(run);
    return {run, valueOrFail(m_engine.loadRunClip(at)), valueOrFail(m_engine.loadRunLatents(at))};
  }

  const Content& reference(int prompt, std::uint64_t seed) {
    const SweepRun run{prompt, seed, m_sweep.largeOnly()};
    if (!m_reference || m_reference->run != run) m_reference = contentOf(run);
    return *m_reference;
  }

  void compare(SweepRecord record, const Content& content) {
    const auto& other = reference(record.run.prompt, record.referenceSeed);
    record.latents = relativeDistance(content.latents, other.latents);
    record.clip = valueOrFail(compareClips(content.clip, other.clip, m_control));
    m_folder.saveRecord(record);
    m_sink.runMeasured(record);
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
    compare(record, {run, std::move(result.clip), valueOrFail(m_engine.loadRunLatents(m_folder.runFolder(run)))});
  }

  // As far as both of the large model's runs are measured.
  void measureFloors(int prompt) {
    for (const auto seed : m_sweep.seeds) {
      const SweepRun other{prompt, m_sweep.otherSeed(seed), m_sweep.largeOnly()};
      if (m_folder.loadRecord(other, seed)) continue;
      auto record = m_folder.loadRecord(other, other.seed);
      if (!record || !m_folder.loadRecord({prompt, seed, m_sweep.largeOnly()}, seed)) continue;
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
  const SweepOptions& m_options;
  SweepSink& m_sink;
  RunControl& m_control;
  std::optional<Content> m_reference;
  std::optional<ProbeProfile> m_profile;  // of the sweep's pair and settings
  int m_measured = 0;
};

SweepResults resultsIn(const SweepFolder& folder) {
  const auto stored = folder.load();
  if (!stored) fail(ErrorKind::NotFound, "{} holds no sweep", folder.path().string());
  SweepResults results{stored->sweep, stored->run, {}};
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
    return lab::planIn(engine, lab::joined(sweep, at), at);
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
      const auto plan = lab::planIn(engine, sweep, at);
      at.save({sweep, plan.run});
      lab::SweepWork work(engine, at, sweep, options, sink, control);
      try {
        work.perform(plan);
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
