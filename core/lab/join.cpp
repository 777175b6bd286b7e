// SPDX-License-Identifier: MIT
// A sweep and the one that its folder already holds.
#include "lab/join.h"

#include "base/absolute_paths.h"
#include "base/file_errors.h"
#include "base/guarded.h"
#include "base/missing_file.h"
#include "base/pair_parts.h"
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

// The request with its files where `other` has them.
GenerationRequest withFilesOf(GenerationRequest request, const GenerationRequest& other) {
  for (const auto& part : kPairParts) request.pair.*part.member = other.pair.*part.member;
  const auto take = [](auto& files, const auto& others) {
    if (files.size() != others.size()) return;
    for (std::size_t i = 0; i < files.size(); ++i) files[i].file = others[i].file;
  };
  take(request.clip.images, other.clip.images);
  take(request.sampling.loras, other.sampling.loras);
  return request;
}

// If the sweep knows its files by their content, they may be elsewhere now: requireSameAsStored() compares them.
void requireSameBase(const GenerationRequest& asked, const SweepFolder::Stored& known, const fs::path& folder) {
  const auto& stored = known.sweep.base;
  const auto compared = known.inputs.empty() ? asked : withFilesOf(asked, stored);
  for (const auto& setting : kSettings) {
    if (!setting.shapesClip || isSetBySweep(setting)) continue;
    const auto then = setting.value(stored);
    if (setting.value(compared) != then)
      fail(ErrorKind::Invalid, "the sweep in {} has \"{}\" as its {}, not \"{}\": choose another folder, or leave it",
           folder.string(), settingText(then), setting.key, settingText(setting.value(asked)));
  }
  if (contentOf(compared.pair) != contentOf(stored.pair))
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
    requireSameBase(both.base, *stored, folder.path());
    const auto now = std::move(both.base);
    both = std::move(stored->sweep);
    both.base = withFilesOf(std::move(both.base), now);
    both.base.options = now.options;
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
  // What is stored has one.
  if (both.prompts.empty())
    fail(ErrorKind::Invalid, "{} {}, and a new sweep needs a prompt", folder.path().string(),
         fs::exists(statusOf(folder.path())) ? "holds no sweep" : whyMissing(folder.path()));
  if (both.seeds.empty()) fail(ErrorKind::Invalid, "the sweep in {} has no seed yet", folder.path().string());
  addMissing(both.candidates, {both.largeOnly(), {0, 0}});
  sortAsRun(both.candidates);
  return both;
}

}  // namespace lab

Result<Sweep> storedSweep(const std::filesystem::path& folder) {
  return guarded([&] {
    auto stored = lab::SweepFolder(folder).stored();
    return std::move(stored.sweep);
  });
}

Result<Sweep> joinedWithStored(const Sweep& sweep, const std::filesystem::path& folder) {
  return guarded([&] { return lab::joined(sweep, lab::SweepFolder(folder)); });
}

}  // namespace fb
