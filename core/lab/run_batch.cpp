// SPDX-License-Identifier: MIT
#include "base/absolute_paths.h"
#include "base/atomic_file.h"
#include "base/file_errors.h"
#include "base/guarded.h"
#include "base/run_lease.h"
#include "flowblend/batch.h"
#include "flowblend/run_folder.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace fb {
namespace {

namespace fs = std::filesystem;

constexpr auto kRuns = "runs";
constexpr auto kClaims = ".claims";
constexpr std::array kParts = {kRuns, kClaims};

// The right to make one clip. Its folder is removed once the clip is there; one that a killed process left is free,
// since the lock on it ended with the process.
class Claim {
public:
  // Throws Failure(Invalid) if another process has it.
  Claim(const fs::path& batch, const std::string& name) : m_folder(batch / kClaims / name) {
    makeFolder(m_folder);
    m_lease.emplace(m_folder);
  }
  void finish() const {
    std::error_code ignored;
    fs::remove(m_folder, ignored);
  }

private:
  fs::path m_folder;
  std::optional<RunLease> m_lease;
};

// Absent if another process has it.
std::optional<Claim> claimIfFree(const fs::path& batch, const std::string& name) {
  // Processes that finish remove the folders that they share, which may happen between two steps of this one.
  constexpr int kAttempts = 100;
  for (int attempt = 1;; ++attempt) {
    try {
      return std::optional<Claim>(std::in_place, batch, name);
    } catch (const Failure& failure) {
      const auto kind = failure.error().kind;
      if (kind == ErrorKind::Invalid && RunLease::isHeld(batch / kClaims / name)) return std::nullopt;
      if ((kind != ErrorKind::Invalid && kind != ErrorKind::NotFound) || attempt == kAttempts) throw;
    }
  }
}

class BatchWork {
public:
  BatchWork(Engine& engine, const BatchOutput& output, BatchSink& sink, RunControl& control)
      : m_engine(engine), m_output(output), m_sink(sink), m_control(control) {}

  BatchEnd make(const BatchClip& clip, std::size_t index) {
    const auto target = m_output.fileOf(clip);
    if (exists(linkStatusOf(target))) return {BatchEnd::Kind::Existed};
    const auto claim = claimIfFree(m_output.folder, clip.name);
    if (!claim) return {BatchEnd::Kind::Elsewhere};
    // The one who had the claim before may have finished in the meantime.
    if (exists(linkStatusOf(target))) {
      claim->finish();
      return {BatchEnd::Kind::Existed};
    }
    m_sink.clipStarted(clip, index);
    auto end = run(clip, target);
    if (end.kind == BatchEnd::Kind::Done) claim->finish();
    return end;
  }

private:
  // Throws Stopped.
  BatchEnd run(const BatchClip& clip, const fs::path& target) {
    const auto folder = m_output.folder / kRuns / clip.name;
    BatchEnd end;
    end.continued = isRunFolder(folder);
    const auto result = guarded([&] {
      auto request = clip.request;
      request.options.runFolder = folder;
      // A run that goes on began with that of an earlier call.
      m_control.setMemoryBudget(request.options.memoryBudget);
      auto made = valueOrFail(end.continued ? m_engine.resume(folder, m_sink, m_control)
                                            : m_engine.generate(request, m_sink, m_control));
      auto options = m_output.options;
      request.options.dtype = made.dtype;
      options.metadata = toJson(request, true);
      valueOrFail(m_engine.exportClip(made.clip, target, options, m_sink, m_control));
      made.clip = {};
      return made;
    });
    if (!result) {
      end.kind = BatchEnd::Kind::Failed;
      end.error = result.error();
      return end;
    }
    end.result = result.value();
    if (!m_output.keepRuns)
      if (const auto removed = removeRun(folder); !removed) m_sink.warning(removed.error().message);
    return end;
  }

  Engine& m_engine;
  const BatchOutput& m_output;
  BatchSink& m_sink;
  RunControl& m_control;
};

// The folders that making the clips needs, if there is a clip to be made.
void requireNoFilesInTheWay(std::span<const BatchClip> clips, const BatchOutput& output) {
  for (const auto& clip : clips) {
    if (exists(linkStatusOf(output.fileOf(clip)))) continue;
    for (const auto* part : kParts)
      for (const auto& folder : {output.folder / part, output.folder / part / clip.name}) requireNoFileNamed(folder);
  }
}

void requirePossible(Engine& engine, std::span<const BatchClip> clips, const BatchOutput& output) {
  std::set<std::tuple<int, int, int, double>> shapes;
  for (const auto& clip : clips) {
    const auto& made = clip.request.clip;
    if (const auto problems = engine.validate(clip.request); !problems.empty())
      fail(ErrorKind::Invalid, "line {}: {}", clip.line, problems.front());
    if (!shapes.emplace(made.width, made.height, made.frames, made.fps).second) continue;
    auto options = output.options;
    options.overwrite = true;  // clips that exist are no obstacle
    valueOrFail(engine.checkExport({made.width, made.height, made.frames, made.fps}, output.fileOf(clip), options));
  }
  requireNoFilesInTheWay(clips, output);
}

void count(BatchSummary& summary, BatchEnd::Kind kind) {
  switch (kind) {
    case BatchEnd::Kind::Done:
      ++summary.done;
      break;
    case BatchEnd::Kind::Existed:
      ++summary.existed;
      break;
    case BatchEnd::Kind::Elsewhere:
      ++summary.elsewhere;
      break;
    case BatchEnd::Kind::Failed:
      ++summary.failed;
  }
}

}  // namespace

fs::path BatchOutput::fileOf(const BatchClip& clip) const {
  return folder / (clip.name + std::string(fileExtension(options.format.value_or(ExportFormat::Mp4H264))));
}

Status checkBatch(Engine& engine, std::span<const BatchClip> clips, const BatchOutput& output) {
  return guarded([&] {
    if (clips.empty()) fail(ErrorKind::Invalid, "the batch has no clips");
    const bool isNew = makeFolder(output.folder);
    try {
      requirePossible(engine, clips, output);
    } catch (const Failure&) {
      std::error_code ignored;
      if (isNew) fs::remove(output.folder, ignored);
      throw;
    }
    return Done{};
  });
}

Outcome<BatchSummary> runBatch(Engine& engine, std::span<const BatchClip> clips, const BatchOutput& asked,
                               BatchSink& sink, RunControl& control) {
  BatchSummary summary;
  try {
    auto result = guarded([&] {
      auto output = asked;
      output.folder = absolutePath(asked.folder);
      requireNoFilesInTheWay(clips, output);
      for (const auto* part : kParts) claimFolder(output.folder / part);
      BatchWork work(engine, output, sink, control);
      for (std::size_t i = 0; i < clips.size(); ++i) {
        throwIfStopped(control.stopToken());
        const auto end = work.make(clips[i], i);
        count(summary, end.kind);
        sink.clipEnded(clips[i], i, end);
        if (end.kind == BatchEnd::Kind::Failed && end.error.kind == ErrorKind::Io) throw Failure(end.error);
      }
      // Others may still use them. What is no folder, such as a link to one, is not of this program's making.
      for (const auto* part : kParts) {
        std::error_code inUse;
        if (fs::is_directory(fs::symlink_status(output.folder / part, inUse))) fs::remove(output.folder / part, inUse);
      }
      return summary;
    });
    if (!result) return result.error();
    return std::move(result).value();
  } catch (const Stopped&) {
    return Cancelled{summary.done};
  }
}

}  // namespace fb
