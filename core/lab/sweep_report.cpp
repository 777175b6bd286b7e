// SPDX-License-Identifier: MIT
#include "flowblend/sweep_report.h"

#include "base/atomic_file.h"
#include "base/guarded.h"
#include "flowblend/run_folder.h"
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

// The clip as the bytes of a GIF file; empty if it is not decoded.
std::string gifOf(Engine& engine, const fs::path& run, RunControl& control) {
  if (const auto info = valueOrFail(engine.inspectRun(run)); info.sampled && !info.decoded) return {};
  const auto clip = valueOrFail(engine.loadRunClip(run));
  // A file would be replaced by the exported one, which is not the temporary's own to remove.
  const Temporary folder(fs::temp_directory_path() / "report", Temporary::Kind::Folder);
  const auto file = folder.path() / "clip.gif";
  EventSink sink;
  valueOrFail(
      engine.exportClip(clip, file, {.format = ExportFormat::Gif, .scalePercent = scaleFor(clip)}, sink, control));
  return readTextFile(file);
}

Done write(Engine& engine, const fs::path& sweep, const fs::path& file, const SweepReportOptions& options,
           RunControl& control) {
  const auto existing = options.overwrite ? Existing::Replace : Existing::Keep;
  requirePublishable(file, existing);
  const auto results = valueOrFail(readSweepResults(sweep));
  const auto scores = valueOrFail(scoreSweep(results, options.by, options.from));
  lab::ReportPage page{results, scores, propose(scores, options.sameness), {}};
  const lab::SweepFolder folder(sweep);
  for (const auto& score : scores.candidates) {
    throwIfStopped(control.stopToken());
    const SweepRun run{scores.prompts.front(), results.sweep.seeds.front(), score.candidate};
    // Its folder may have been removed; the record is enough for everything else.
    if (const auto at = folder.runFolder(run); isRunFolder(at))
      page.clips.emplace_back(score.candidate, gifOf(engine, at, control));
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
