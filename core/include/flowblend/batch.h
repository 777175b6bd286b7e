// SPDX-License-Identifier: MIT
// Batches: many clips from one list of prompts. docs/batch.md describes the list. A batch continues after any
// interruption, never makes a clip twice, and several processes can work on one.
// No call throws. Values may be used on any thread; runBatch() is as synchronous as the engine's runs.
#pragma once

#include "flowblend/engine.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace fb {

inline constexpr int kMaxBatchSeeds = 10'000;
inline constexpr std::size_t kMaxBatchClips = 100'000;

// What a batch sets itself for each of its runs.
inline constexpr SettingMember kSetByBatch[] = {&RunOptions::runFolder, &RunOptions::branchFrom, &RunOptions::branchAt,
                                                &RunOptions::traceFile};

// One line of a list.
struct BatchRow {
  int line = 0;  // in the file, from 1
  SettingValues settings;
};
// A text file with one prompt per line, or, if its extension is .csv or .tsv, a table whose first row names settings by
// their keys. An empty cell leaves its setting as it is. NotFound or Io with the path, Invalid or Corrupt with the
// line.
Result<std::vector<BatchRow>> readBatch(const std::filesystem::path& file);

// What becomes of {red|green} in a prompt: a clip for each alternative, or one of them, chosen by the seed.
enum class Alternatives { All, Random };
// The texts that a pattern stands for. {a|b} may be nested; braces without | are text, and \ takes the meaning from the
// character after it. Invalid if a brace is not closed or if there are more than kMaxBatchClips texts.
Result<std::vector<std::string>> expandPrompt(const std::string& pattern);

struct BatchClip {
  int line = 0;
  GenerationRequest request;
  // Of its file, without extension: the prompt's beginning, the seed, and a hash of all that shapes the clip. Equal
  // requests have equal names.
  std::string name;
};
// The clips of the rows, in their order, each with `seeds` consecutive seeds; equal ones once. Invalid with the line.
Result<std::vector<BatchClip>> batchClips(const GenerationRequest& base, std::span<const BatchRow> rows, int seeds,
                                          Alternatives alternatives);

struct BatchOutput {
  // Belongs to the batch: clips are written to it, and their runs are kept in its "runs" until then.
  std::filesystem::path folder;
  ExportOptions options;
  bool keepRuns = false;

  std::filesystem::path fileOf(const BatchClip& clip) const;
};

// Whether all of them can be made and written; reads headers of weight files. The message names the line.
Status checkBatch(Engine& engine, std::span<const BatchClip> clips, const BatchOutput& output);

struct BatchEnd {
  enum class Kind {
    Done,
    Existed,    // its file was there
    Elsewhere,  // another process is making it
    Failed
  };
  Kind kind = Kind::Done;
  Error error = {};        // Failed
  RunResult result = {};   // Done; without the clip
  bool continued = false;  // Done, Failed: an earlier process had begun it
};

class BatchSink : public EventSink {
public:
  // index: into the clips. Not called for clips that exist or that another process makes.
  virtual void clipStarted(const BatchClip& /*clip*/, std::size_t /*index*/) {}
  virtual void clipEnded(const BatchClip& /*clip*/, std::size_t /*index*/, const BatchEnd& /*end*/) {}
};

struct BatchSummary {
  int done = 0, existed = 0, elsewhere = 0, failed = 0;
};

// Makes those of the clips whose files do not exist. A clip that fails is reported, its run is kept, and the next one
// begins; but if a file cannot be written (Io), the batch ends with this error. Cancelled::stepsDone counts the clips
// made by this call; the interrupted one continues in the next call.
Outcome<BatchSummary> runBatch(Engine& engine, std::span<const BatchClip> clips, const BatchOutput& output,
                               BatchSink& sink, RunControl& control);

}  // namespace fb
