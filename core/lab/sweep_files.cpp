// SPDX-License-Identifier: MIT
#include "lab/sweep_files.h"

#include "base/guarded.h"
#include "lab/join.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace fb::lab {
namespace {

namespace fs = std::filesystem;

// ChangedInput::part of the request.
constexpr std::string_view kRequestPart = "request";

bool isSame(const InputContent& a, const InputContent& b) { return a.part == b.part && a.hash == b.hash; }

bool isMagnitudes(const InputContent& input) { return input.part == InputContent::kMagnitudesPart; }

// The sweep's files then and now, which differ.
[[noreturn]] void refuseOthers(const std::vector<InputContent>& then, const std::vector<InputContent>& now,
                               const SweepFolder& folder) {
  const auto [before, after] = std::ranges::mismatch(then, now, isSame);
  const auto at = folder.path().string();
  for (const auto& changed : {before == then.end() ? after : before, after == now.end() ? before : after})
    if (isMagnitudes(*changed))
      fail(ErrorKind::Invalid,
           "the pair was calibrated again after the sweep in {} was begun, so MagCache would reuse other steps ({}): "
           "begin a sweep in another folder",
           at, changed->path.string());
  if (before != then.end() && after != now.end() && before->part == after->part) {
    if (before->path == after->path)
      fail(ErrorKind::Invalid,
           "{} changed after the sweep in {} was begun: restore it, or begin a sweep in another folder",
           after->path.string(), at);
    fail(
        ErrorKind::Invalid,
        "{} does not have the content of {}, with which the sweep in {} was begun: name the file that has it, or begin "
        "a sweep in another folder",
        after->path.string(), before->path.string(), at);
  }
  const auto isMore = after != now.end() && std::ranges::count(now, after->part, &InputContent::part) >
                                                std::ranges::count(then, after->part, &InputContent::part);
  if (isMore)
    fail(ErrorKind::Invalid, "the sweep in {} was begun without {}: leave it out, or begin a sweep in another folder",
         at, after->path.string());
  fail(ErrorKind::Invalid,
       "the sweep in {} was begun with {}, which is not named now: name it, or begin a sweep in another folder", at,
       before->path.string());
}

}  // namespace

std::vector<InputContent> inputsOf(Engine& engine, const Sweep& sweep) {
  auto inputs = valueOrFail(engine.inspectInputs(requestOf(sweep, {0, sweep.seeds.front(), {0, 0}})));
  for (auto& input : valueOrFail(engine.inspectInputs(requestOf(sweep, {0, sweep.seeds.front(), sweep.largeOnly()}))))
    if (std::ranges::find(inputs, input) == inputs.end()) inputs.push_back(std::move(input));
  return inputs;
}

DType dtypeOf(Engine& engine, const RunOptions& options) {
  const auto devices = engine.devices();
  const auto named = std::ranges::find(devices, options.device, &DeviceInfo::id);
  return resolvedDType(options.dtype, named == devices.end() ? automaticDevice(devices) : *named);
}

void requireFilesThere(Engine& engine, const Sweep& sweep, const SweepFolder& folder) {
  const auto stored = folder.load();
  if (!stored || stored->inputs.empty()) return;
  const auto found = engine.inspectInputs(requestOf(sweep, {0, sweep.seeds.front(), {0, 0}}));
  if (!found && found.error().kind == ErrorKind::NotFound)
    fail(ErrorKind::NotFound,
         "{}: put it back or, if it was moved, name it where it is now; the sweep in {} knows it by its content",
         found.error().message, folder.path().string());
}

std::vector<InputContent> requireSameAsStored(const SweepFolder::Stored& then, Engine& engine, const Sweep& sweep,
                                              const SweepFolder& folder) {
  if (const auto now = dtypeOf(engine, sweep.base.options); then.dtype != DType::Automatic && then.dtype != now)
    fail(ErrorKind::Invalid,
         "the runs of the sweep in {} are in {}, but on this device they would now be in {}: continue it on the device "
         "on which it was begun, or begin a sweep in another folder",
         folder.path().string(), toString(then.dtype), toString(now));
  if (then.inputs.empty()) return {};
  auto now = inputsOf(engine, sweep);
  // Earlier versions did not keep magnitudes.
  if (std::ranges::none_of(then.inputs, isMagnitudes)) std::erase_if(now, isMagnitudes);
  if (!std::ranges::equal(then.inputs, now, isSame)) refuseOthers(then.inputs, now, folder);
  return now;
}

bool isElsewhere(const ChangedInput& changed, const std::vector<InputContent>& files) {
  return changed.part != kRequestPart && !files.empty() &&
         std::ranges::find(files, changed.path, &InputContent::path) == files.end();
}

void relocateRun(Engine& engine, const SweepFolder& folder, const fs::path& run) {
  const auto stored = folder.load();
  if (!stored || stored->inputs.empty()) return;
  const auto changes = valueOrFail(engine.changedInputs(run));
  if (std::ranges::none_of(changes, [&](const ChangedInput& each) { return isElsewhere(each, stored->inputs); }))
    return;
  std::set<fs::path> folders;
  for (const auto& file : stored->inputs)
    if (!isMagnitudes(file)) folders.insert(file.path.parent_path());
  if (const auto found = engine.relocateInputs(run, {folders.begin(), folders.end()}); !found)
    fail(found.error().kind, "{} cannot go on: {}; remove it to compute its steps again", run.string(),
         found.error().message);
}

}  // namespace fb::lab
