// SPDX-License-Identifier: MIT
// A sweep and the one that its folder already holds.
#include "lab/join.h"

#include "base/absolute_paths.h"
#include "base/guarded.h"
#include "flowblend/settings.h"
#include "lab/shared_steps.h"

#include <algorithm>

namespace fb {
namespace lab {
namespace {

namespace fs = std::filesystem;

// What of a pair affects its clips.
PairSpec contentOf(PairSpec pair) {
  pair.name.clear();
  pair.defaults = {};
  pair.previewFactors.clear();
  pair.previewBias = {};
  return pair;
}

void requireSameBase(const GenerationRequest& asked, const GenerationRequest& stored, const fs::path& folder) {
  for (const auto& setting : kSettings) {
    if (!setting.shapesClip || isSetBySweep(setting)) continue;
    const auto now = setting.value(asked), then = setting.value(stored);
    if (now != then)
      fail(ErrorKind::Invalid, "the sweep in {} has \"{}\" as its {}, not \"{}\": choose another folder, or leave it",
           folder.string(), settingText(then), setting.key, settingText(now));
  }
  if (contentOf(asked.pair) != contentOf(stored.pair))
    fail(ErrorKind::Invalid, "the sweep in {} is one of another pair, \"{}\": choose another folder", folder.string(),
         stored.pair.name);
}

template <class T>
void addMissing(std::vector<T>& to, const std::vector<T>& from) {
  for (const auto& value : from)
    if (std::ranges::find(to, value) == to.end()) to.push_back(value);
}

}  // namespace

GenerationRequest baseOf(GenerationRequest request) {
  request = withoutBranch(std::move(request));
  request.clip.prompt.clear();
  request.sampling.seed = 0;
  request.sampling.schedule.early = request.sampling.schedule.late = 0;
  auto& options = request.options;
  options.runFolder.clear();
  options.traceFile.clear();
  options.keepEvery = 0;
  options.keepLimit = settingOf(&RunOptions::keepLimit).range.max;
  options.preview = false;
  if (options.probe != ProbePolicy::None) options.probe = ProbePolicy::Large;
  return withAbsolutePaths(std::move(request));
}

bool isProbed(const Sweep& sweep, const SweepRun& run) {
  return sweep.base.options.probe != ProbePolicy::None && run.candidate == sweep.largeOnly() &&
         std::ranges::find(sweep.seeds, run.seed) != sweep.seeds.end();
}

GenerationRequest requestOf(const Sweep& sweep, const SweepRun& run) {
  auto request = sweep.base;
  request.clip.prompt = sweep.prompts.at(static_cast<std::size_t>(run.prompt));
  request.sampling.seed = run.seed;
  request.sampling = withGuardOf(run.candidate, std::move(request.sampling));
  request.sampling.schedule = sweep.scheduleOf(run.candidate);
  request.options.probe = isProbed(sweep, run) ? ProbePolicy::Large : ProbePolicy::None;
  return request;
}

Sweep joined(Sweep asked, const SweepFolder& folder) {
  if (const auto guard = asked.base.sampling.guard; guard != GuardRule::None)
    fail(ErrorKind::Invalid,
         "guard is {}, but a sweep compares fixed boundaries, and a guard gives steps between them to the large model: "
         "set guard to none, and let the sweep compare guards with its boundaries as rivals",
         toString(guard));
  Sweep both;
  both.base = baseOf(std::move(asked.base));
  if (auto stored = folder.load()) {
    requireSameBase(both.base, stored->sweep.base, folder.path());
    const auto options = both.base.options;
    both = std::move(stored->sweep);
    both.base.options = options;
  }
  both.latentsOnly = asked.latentsOnly;
  forEachPerceptual(
      [](const char* /*name*/, const fs::path& given, fs::path& file) {
        if (!given.empty()) file = absolutePath(given);
      },
      asked.perceptual, both.perceptual);
  addMissing(both.prompts, asked.prompts);
  addMissing(both.seeds, asked.seeds);
  addMissing(both.candidates, asked.candidates);
  if (both.prompts.empty()) fail(ErrorKind::Invalid, "the sweep in {} has no prompt yet", folder.path().string());
  if (both.seeds.empty()) fail(ErrorKind::Invalid, "the sweep in {} has no seed yet", folder.path().string());
  addMissing(both.candidates, {both.largeOnly(), {0, 0}});
  sortAsRun(both.candidates);
  return both;
}

}  // namespace lab

Result<Sweep> storedSweep(const std::filesystem::path& folder) {
  return guarded([&] {
    auto stored = lab::SweepFolder(folder).load();
    if (!stored) fail(ErrorKind::NotFound, "{} holds no sweep", folder.string());
    return std::move(stored->sweep);
  });
}

Result<Sweep> joinedWithStored(const Sweep& sweep, const std::filesystem::path& folder) {
  return guarded([&] { return lab::joined(sweep, lab::SweepFolder(folder)); });
}

}  // namespace fb
