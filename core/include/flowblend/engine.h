// SPDX-License-Identifier: MIT
// The engine: a prompt and a pair of models in, a clip out. docs/api.md shows its use.
#pragma once

#include "flowblend/cost.h"
#include "flowblend/device.h"
#include "flowblend/events.h"
#include "flowblend/export.h"
#include "flowblend/memory_plan.h"
#include "flowblend/model_info.h"
#include "flowblend/request.h"
#include "flowblend/status.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fb {

struct EngineOptions {
  int threads = 0;  // for one forward on the CPU; 0: all cores
  // Encoded prompts are kept in the user's cache folder, so that one that comes again needs no text encoder.
  bool keepTexts = false;
};

// The request and progress that a run folder holds.
struct RunInfo {
  GenerationRequest request;  // of a run that has begun, the dtype is the one that it runs in
  int stepsDone = 0;
  bool sampled = false;  // all steps are done
  bool decoded = false;  // the frames are there, too
};

// Everything that core does. All calls are synchronous and none throws; any thread may call. Runs (generate, resume,
// decode, probe) and unloadModels() go one at a time, a second waits; all other calls run beside them. Models stay
// loaded between runs.
class Engine {
public:
  virtual ~Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // Runs. With request.options.runFolder set, the state is kept there after every saveEvery-th step, and sampling,
  // decoding and export can each be repeated from it.

  // Prompt to frames.
  virtual Outcome<RunResult> generate(const GenerationRequest& request, EventSink& sink, RunControl& control) = 0;
  // Continues the run kept in `runFolder` to the same bits that an undisturbed run gives.
  virtual Outcome<RunResult> resume(const std::filesystem::path& runFolder, EventSink& sink, RunControl& control) = 0;
  // A run goes on only with the files that it began with. If these were moved, they are looked for below `folders` by
  // their content, and the run takes them from there; if the others are meant, the run is bound to those.
  virtual Status relocateInputs(const std::filesystem::path& runFolder,
                                const std::vector<std::filesystem::path>& folders) = 0;
  virtual Status acceptInputs(const std::filesystem::path& runFolder) = 0;
  // Decodes the finished sampling kept in `runFolder` (again).
  virtual Outcome<RunResult> decode(const std::filesystem::path& runFolder, EventSink& sink, RunControl& control) = 0;
  // The trajectory with both models on every step, without decoding: the divergence profile.
  virtual Outcome<RunResult> probe(const GenerationRequest& request, EventSink& sink, RunControl& control) = 0;
  // Releases the memory of all loaded models.
  virtual void unloadModels() = 0;

  // Before a run. These read headers of weight files, no weights.

  // A readable list of what was found wrong; empty if the request can be run with this pair's family.
  virtual std::vector<std::string> validate(const GenerationRequest& request) = 0;
  virtual Result<CostEstimate> estimateCost(const GenerationRequest& request) = 0;
  // Where the run's parts would lie and what each phase would take, with the models that are loaded counted as room.
  // A run that does not fit says so in the plan and is refused by generate().
  virtual Result<MemoryPlan> planMemory(const GenerationRequest& request) = 0;
  // Number of tokens of a prompt with this pair's tokenizer, end token included.
  virtual Result<int> countTokens(const PairSpec& pair, const std::string& prompt) = 0;
  // The CPU first, then every GPU that the NVIDIA driver has, also one that cannot be used: it says why. Never empty.
  virtual std::vector<DeviceInfo> devices() = 0;

  // Run folders; flowblend/run_folder.h makes and removes them.

  virtual Result<RunInfo> inspectRun(const std::filesystem::path& runFolder) = 0;
  // The decoded frames kept in a run folder.
  virtual Result<Clip> loadRunClip(const std::filesystem::path& runFolder) = 0;

  // Checkpoints and pairs. These read headers of weight files, no weights.

  // `path`: a safetensors file, an index json or a folder with one of them.
  virtual Result<ComponentInfo> inspectComponent(const std::filesystem::path& path) = 0;
  // Reads a pair document (docs/pairs.md); relative paths count from its folder.
  virtual Result<PairSpec> readPair(const std::filesystem::path& document) = 0;
  // Writes a pair document, atomically.
  virtual Status writePair(const PairSpec& pair, const std::filesystem::path& document) = 0;
  // A pair of two diffusers pipeline folders; text encoder, tokenizer, VAE and scheduler are the large one's. The
  // family is that of the large transformer.
  virtual Result<PairSpec> pairFromFolders(const std::filesystem::path& large, const std::filesystem::path& small) = 0;
  // A pair of parts that lie anywhere: `parts` says their paths and the name. The family is that of the large
  // transformer; schedule, guidance and defaults are as its files have them. An LTX VAE that is not named is the one in
  // a model's file or beside it; a part that is named and is not there is an error. Does not tell whether the parts
  // fit: checkPair() does.
  virtual Result<PairSpec> pairFromParts(const PairSpec& parts) = 0;
  // Why the parts do not fit together, or Done.
  virtual Status checkPair(const PairSpec& pair) = 0;
  // The built-in pairs: of $FLOWBLEND_RESOURCES, beside the program or the engine, or of the source tree. Never empty.
  virtual Result<std::vector<PairSpec>> builtInPairs() = 0;

  // Clip files.

  // Formats whose encoder this machine's libav* has.
  virtual std::vector<ExportFormat> availableExportFormats() = 0;
  // Whether exportClip() could write such a clip there: format, encoder, range of frames, scale, the name, its folder,
  // room on the disk. Nothing stays behind. To be asked before the work that the file is to hold.
  virtual Status checkExport(const ClipShape& clip, const std::filesystem::path& path,
                             const ExportOptions& options) = 0;
  // Writes to a temporary name beside `path` and renames: no half file ever carries the final name. R'G'B' to BT.709
  // limited range, stream and container tagged so; their sizes are rounded to even ones. Without a format in the
  // options the path's ending names it; Invalid if it names none. PNG sequences: `path` is a folder ("frame_00001.png",
  // ...), or a file name into which the frame number goes ("clip.png": "clip_00001.png", ...); refused if the folder
  // has further frames of that name, which would be taken for the clip's.
  virtual Outcome<Done> exportClip(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options,
                                   EventSink& sink, RunControl& control) = 0;
  virtual Result<ClipInfo> inspectClip(const std::filesystem::path& path) = 0;
  // All frames of a clip file, or of a PNG sequence under the path that it was exported to.
  virtual Result<Clip> readClip(const std::filesystem::path& path) = 0;

protected:
  Engine() = default;
};

// Cheap: models are loaded when a run first needs them.
std::unique_ptr<Engine> createEngine(EngineOptions options = {});

}  // namespace fb
