// SPDX-License-Identifier: MIT
// Measuring profiles, and what is kept of them.
#include "base/absolute_paths.h"
#include "base/guarded.h"
#include "flowblend/probe.h"
#include "lab/probe_store.h"
#include "lab/sweep_folder.h"

#include <algorithm>

namespace fb {
namespace {

namespace fs = std::filesystem;

std::vector<GenerationRequest> runsLeft(const ProbePlan& plan, const ProbeProfile& kept) {
  if (plan.prompts.empty()) fail(ErrorKind::Invalid, "a probe needs a prompt");
  if (plan.seeds.empty()) fail(ErrorKind::Invalid, "a probe needs a seed");
  std::vector<GenerationRequest> runs;
  auto run = probeRequest(plan.base);
  for (const auto& prompt : plan.prompts)
    for (const auto seed : plan.seeds) {
      const auto isThis = [&](const ProbeCell& cell) { return cell.prompt == prompt && cell.seed == seed; };
      run.clip.prompt = prompt;
      run.sampling.seed = seed;
      if (std::ranges::none_of(kept.cells, isThis) && std::ranges::find(runs, run) == runs.end()) runs.push_back(run);
    }
  return runs;
}

void requireValid(Engine& engine, const std::vector<GenerationRequest>& runs) {
  for (const auto& run : runs)
    if (const auto problems = engine.validate(run); !problems.empty())
      fail(ErrorKind::Invalid, "prompt \"{}\": {}", run.clip.prompt, problems.front());
}

}  // namespace

Result<ProbeCost> planProbe(Engine& engine, const ProbePlan& plan) {
  return guarded([&] {
    const auto kept = lab::ProbeStore::ofUser().load(lab::emptyProfile(engine, plan.base));
    const auto runs = runsLeft(plan, kept);
    requireValid(engine, runs);
    ProbeCost cost{static_cast<int>(runs.size()), 0, 0};
    if (runs.empty()) return cost;
    const auto one = valueOrFail(engine.estimateCost(runs.front()));
    const int steps = plan.base.sampling.schedule.steps;
    cost.flops = cost.runs * (steps * (one.largeStep.flops + one.smallStep.flops) + one.text.flops);
    if (one.largeStep.seconds && one.smallStep.seconds && one.text.seconds)
      cost.seconds = cost.runs * (steps * (*one.largeStep.seconds + *one.smallStep.seconds) + *one.text.seconds);
    else
      cost.seconds.reset();
    return cost;
  });
}

Outcome<ProbeProfile> runProbe(Engine& engine, const ProbePlan& asked, ProbeSink& sink, RunControl& control) {
  int measured = 0;
  try {
    auto profile = guarded([&] {
      auto plan = asked;
      plan.base = withAbsolutePaths(std::move(plan.base));
      const auto store = lab::ProbeStore::ofUser();
      const auto kind = lab::emptyProfile(engine, plan.base);
      const auto runs = runsLeft(plan, store.load(kind));
      requireValid(engine, runs);
      if (!runs.empty()) store.requireWritable(kind);
      for (std::size_t i = 0; i < runs.size(); ++i) {
        throwIfStopped(control.stopToken());
        sink.cellStarted(runs[i].clip.prompt, runs[i].sampling.seed, static_cast<int>(i),
                         static_cast<int>(runs.size()));
        const auto result = valueOrFail(engine.probe(runs[i], sink, control));
        if (valueOrFail(engine.pairIdentity(plan.base)) != kind.pair)
          fail(ErrorKind::Invalid, "a file of the pair \"{}\" was changed while it was probed; probe it again",
               kind.pairName);
        auto cell = kind;
        cell.cells = {valueOrFail(probeCell(runs[i], result.steps))};
        store.keep(cell);
        ++measured;
      }
      return store.load(kind);
    });
    if (!profile) return profile.error();
    return std::move(profile).value();
  } catch (const Stopped&) {
    return Cancelled{measured};
  }
}

Result<ProbeProfile> storedProbe(Engine& engine, const GenerationRequest& request) {
  return guarded([&] { return lab::ProbeStore::ofUser().load(lab::emptyProfile(engine, request)); });
}

Status keepProbe(Engine& engine, const GenerationRequest& request, const ProbeCell& cell) {
  return guarded([&] {
    auto profile = lab::emptyProfile(engine, request);
    profile.cells = {cell};
    lab::ProbeStore::ofUser().keep(profile);
    return Done{};
  });
}

Result<ProbeProfile> importProbe(Engine& engine, const GenerationRequest& request, const fs::path& file) {
  return guarded([&] {
    const auto given = valueOrFail(readProbe(file));
    const auto kind = lab::emptyProfile(engine, request);
    lab::requireSamePair(file.string(), given.pair, kind);
    lab::requireSameSettings(file.string(), given.settings, kind.settings);
    const auto store = lab::ProbeStore::ofUser();
    const auto before = store.load(kind);
    auto all = before;
    lab::addCells(all, given.cells, file.string());
    auto added = kind;
    added.cells.assign(all.cells.begin() + static_cast<std::ptrdiff_t>(before.cells.size()), all.cells.end());
    store.keep(added);
    return store.load(kind);
  });
}

Result<ProbeProfile> sweepProbe(const fs::path& sweep) {
  return guarded([&] {
    const lab::SweepFolder folder(sweep);
    const auto stored = folder.stored().sweep;
    ProbeProfile profile;
    for (int prompt = 0; prompt < static_cast<int>(stored.prompts.size()); ++prompt)
      for (const auto seed : stored.seeds) {
        const auto read = folder.loadProfile({prompt, seed, stored.largeOnly()});
        if (!read) continue;
        if (profile.cells.empty())
          profile = *read;
        else if (profile.pair != read->pair || profile.settings != read->settings)
          fail(ErrorKind::Corrupt, "{}: the profiles of its runs are of different pairs or settings", sweep.string());
        lab::addCells(profile, read->cells, sweep.string());
      }
    return profile;
  });
}

}  // namespace fb
