// SPDX-License-Identifier: MIT
#include "flowblend/sweep_report.h"

#include "base/atomic_file.h"
#include "base/guarded.h"
#include "lab/report_page.h"
#include "lab/sweep_folder.h"

#include <algorithm>

namespace fb {
namespace {

namespace fs = std::filesystem;

constexpr int kMaxImageSide = 256;

int scaleFor(const Clip& clip) {
  const int side = std::max(clip.width(), clip.height());
  return std::clamp(100 * kMaxImageSide / std::max(side, 1), kMinScalePercent, 100);
}

// The clip as the bytes of a GIF file.
std::string gifOf(Engine& engine, const fs::path& run, RunControl& control) {
  const auto clip = engine.loadRunClip(run);
  if (!clip) throw Failure(clip.error());
  const Temporary file(fs::temp_directory_path() / "clip.gif");
  EventSink sink;
  const auto written = engine.exportClip(
      clip.value(), file.path(),
      {.format = ExportFormat::Gif, .scalePercent = scaleFor(clip.value()), .overwrite = true}, sink, control);
  if (written.cancelled()) throw Stopped();
  if (written.failed()) throw Failure(written.error());
  return readTextFile(file.path());
}

Done write(Engine& engine, const fs::path& sweep, const fs::path& file, const SweepReportOptions& options,
           RunControl& control) {
  const auto existing = options.overwrite ? Existing::Replace : Existing::Keep;
  requirePublishable(file, existing);
  auto results = readSweepResults(sweep);
  if (!results) throw Failure(results.error());
  auto scores = scoreSweep(results.value(), options.by, options.from);
  if (!scores) throw Failure(scores.error());
  lab::ReportPage page{results.value(), scores.value(), propose(scores.value(), options.sameness), {}};
  const lab::SweepFolder folder(sweep);
  for (const auto& score : scores.value().candidates) {
    throwIfStopped(control.stopToken());
    const SweepRun run{scores.value().prompts.front(), results.value().sweep.seeds.front(), score.candidate};
    page.clips.emplace_back(score.candidate, gifOf(engine, folder.runFolder(run), control));
  }
  writeTextAtomically(file, lab::html(page), existing);
  return {};
}

}  // namespace

Outcome<Done> writeSweepReport(Engine& engine, const fs::path& sweep, const fs::path& file,
                               const SweepReportOptions& options, RunControl& control) {
  try {
    auto written = guarded([&] { return write(engine, sweep, file, options, control); });
    if (!written) return written.error();
    return std::move(written).value();
  } catch (const Stopped&) {
    return Cancelled{};
  }
}

}  // namespace fb
