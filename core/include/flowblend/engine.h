// SPDX-License-Identifier: MIT
// The engine: a prompt and a pair of models in, a clip out. docs/api.md shows its use.
#pragma once

#include "flowblend/calibration.h"
#include "flowblend/cost.h"
#include "flowblend/device.h"
#include "flowblend/events.h"
#include "flowblend/export.h"
#include "flowblend/memory_plan.h"
#include "flowblend/model_info.h"
#include "flowblend/perception.h"
#include "flowblend/request.h"
#include "flowblend/status.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fb {

struct EngineOptions {
  int threads = 0;  // for one forward on the CPU; 0: all cores
  // Keep encoded prompts in the user's cache folder, so that a repeated prompt does not need the text encoder.
  bool keepTexts = false;
};

// The request and the progress stored in a run folder.
struct RunInfo {
  GenerationRequest request;  // once the run has begun, the dtype is the one it actually runs in
  int stepsDone = 0;
  bool sampled = false;  // all steps are done
  bool decoded = false;  // the frames exist as well
  // After which steps there is a state from which other runs can branch, the last one first.
  std::vector<int> keptSteps;
};

// An input of a run that is no longer what it was when the run began.
struct ChangedInput {
  // As in pair documents: "large", "small", "text_encoder", "tokenizer", "vae", "image_encoder", "upsampler"; "image"
  // for an image of the clip, "lora" for a LoRA, "request" for the request stored in the run folder.
  std::string part;
  std::filesystem::path path;
  bool isMissing = false;  // otherwise its content has changed
};

// A file that the runs of a request read.
struct InputContent {
  // As in ChangedInput, but never "request"; kMagnitudesPart for the magnitudes of a model that MagCache was calibrated
  // for.
  std::string part;
  std::filesystem::path path;
  // SHA-256 of its size and of samples of its bytes: of all of them up to 32 MiB, else of the beginning and of blocks
  // spread over the rest. Of magnitudes: of those that the run uses.
  std::string hash;

  static constexpr std::string_view kMagnitudesPart = "magnitudes";

  bool operator==(const InputContent&) const = default;
};

// Everything that core does. All calls are synchronous and none throws; any thread may call. Runs (generate, resume,
// sample, resumeSampling, decode, probe), comparePerceptually() and unloadModels() are serialised: a second one waits.
// All other calls may run concurrently with them. Models stay loaded between runs.
class Engine {
public:
  virtual ~Engine() = default;
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // Runs. If request.options.runFolder is set, the state is saved there after every saveEvery-th step, and sampling,
  // decoding and export can each be repeated from it.

  // Prompt to frames.
  virtual Outcome<RunResult> generate(const GenerationRequest& request, EventSink& sink, RunControl& control) = 0;
  // Continues the run stored in `runFolder`. The result is bit-identical to that of an uninterrupted run.
  virtual Outcome<RunResult> resume(const std::filesystem::path& runFolder, EventSink& sink, RunControl& control) = 0;
  // As generate() and resume(), but without decoding: the clip of the result is empty. The request of sample() must
  // name a run folder, from which decode() makes the frames whenever they are wanted.
  virtual Outcome<RunResult> sample(const GenerationRequest& request, EventSink& sink, RunControl& control) = 0;
  virtual Outcome<RunResult> resumeSampling(const std::filesystem::path& runFolder, EventSink& sink,
                                            RunControl& control) = 0;
  // A run continues only with the files that it began with. relocateInputs() searches `folders` for moved files by
  // their content and points the run to each one found; NotFound names those for which nothing was found, so that a
  // second call may look elsewhere. acceptInputs() makes the run use the files now at the original paths.
  virtual Status relocateInputs(const std::filesystem::path& runFolder,
                                const std::vector<std::filesystem::path>& folders) = 0;
  virtual Status acceptInputs(const std::filesystem::path& runFolder) = 0;
  // The inputs because of which resume() would refuse the run now, or decode() if it is fully sampled. Empty if none.
  virtual Result<std::vector<ChangedInput>> changedInputs(const std::filesystem::path& runFolder) = 0;
  // The files that runs of the request read, as they are now, in an order that does not depend on where they are; after
  // them, if it uses MagCache, the files of the magnitudes that were measured for the models that take steps.
  // NotFound or Io if one cannot be read.
  virtual Result<std::vector<InputContent>> inspectInputs(const GenerationRequest& request) = 0;
  // Decodes the finished sampling stored in `runFolder`, for the first time or again.
  virtual Outcome<RunResult> decode(const std::filesystem::path& runFolder, EventSink& sink, RunControl& control) = 0;
  // Samples with both models evaluated on every step and does not decode: the result is the divergence profile.
  virtual Outcome<RunResult> probe(const GenerationRequest& request, EventSink& sink, RunControl& control) = 0;
  // Measures the magnitudes that MagCache needs of each model that the request uses, by the runs of calibrationRuns(),
  // and keeps them in the user's state folder, by the content of the model's files and LoRAs. Runs with any number of
  // steps, prompt and size use them from then on. If it is stopped, the models that are done stay measured.
  virtual Outcome<Calibration> calibrate(const GenerationRequest& request, EventSink& sink, RunControl& control) = 0;
  // Releases the memory of all loaded models.
  virtual void unloadModels() = 0;

  // Before a run. These read the headers of weight files, not the weights.

  // All problems found, as readable sentences; empty if the request can be run with this pair's family.
  virtual std::vector<std::string> validate(const GenerationRequest& request) = 0;
  virtual Result<CostEstimate> estimateCost(const GenerationRequest& request) = 0;
  // The models for which the request's cache needs magnitudes that neither the pair nor an earlier calibrate() gives.
  virtual Result<std::vector<Model>> uncalibratedModels(const GenerationRequest& request) = 0;
  // Where the run's parts would be placed and how much memory each phase would take; models that are already loaded
  // count as free memory. If the run does not fit, the plan says so, and generate() refuses it.
  virtual Result<MemoryPlan> planMemory(const GenerationRequest& request) = 0;
  // A SHA-256 of what the request's pair is: the content of its files and of the request's LoRAs, with their strengths,
  // and what the pair's document says about sampling. The same wherever the files lie and whatever they are called.
  // Reads a few MB of each file.
  virtual Result<std::string> pairIdentity(const GenerationRequest& request) = 0;
  // Number of tokens in a prompt according to this pair's tokenizer, including the end token.
  virtual Result<int> countTokens(const PairSpec& pair, const std::string& prompt) = 0;
  // The CPU, then every GPU that the NVIDIA driver reports, including unusable ones with the reason. Never empty.
  virtual std::vector<DeviceInfo> devices() = 0;

  // Run folders; flowblend/run_folder.h makes and removes them.

  virtual Result<RunInfo> inspectRun(const std::filesystem::path& runFolder) = 0;
  // The decoded frames stored in a run folder.
  virtual Result<Clip> loadRunClip(const std::filesystem::path& runFolder) = 0;
  // The latents of the finished sampling stored in a run folder, as the decoder gets them before their normalisation is
  // undone: C x frames x height x width of the latent space, in this order. Invalid if the sampling is not finished.
  virtual Result<std::vector<float>> loadRunLatents(const std::filesystem::path& runFolder) = 0;

  // Checkpoints and pairs. These read the headers of weight files, not the weights.

  // `path`: a safetensors or GGUF file, an index JSON or a folder that contains one of them. A LoRA is one, too: its
  // variant says which model it was made for, its rank and alpha.
  virtual Result<ComponentInfo> inspectComponent(const std::filesystem::path& path) = 0;
  // Reads a pair document (docs/pairs.md); relative paths are relative to its folder.
  virtual Result<PairSpec> readPair(const std::filesystem::path& document) = 0;
  // Writes a pair document, atomically.
  virtual Status writePair(const PairSpec& pair, const std::filesystem::path& document) = 0;
  // Makes a pair from two diffusers pipeline folders. Text encoder, tokenizer, VAE and scheduler are taken from the
  // large one, a VAE that it lacks from the small one.
  virtual Result<PairSpec> pairFromFolders(const std::filesystem::path& large, const std::filesystem::path& small) = 0;
  // Makes a pair from parts that may be anywhere: `parts` gives their paths and the name. The transformers determine
  // the family; schedule, guidance and defaults come from the large one's files. A model may be a whole pipeline
  // folder. Text encoder, tokenizer and VAE that are not given are taken from the models' folders, the VAE of LTX also
  // from their files, the tokenizer from the text encoder's file; a given part that does not exist is an error. Does
  // not check whether the parts fit together: checkPair() does.
  virtual Result<PairSpec> pairFromParts(const PairSpec& parts) = 0;
  // What the diffusers folder of the pair's large model says about sampling; absent if there is no such folder.
  virtual Result<std::optional<PipelineInfo>> inspectPipeline(const PairSpec& pair) = 0;
  // What each of the request's LoRAs does to its model, in their order; a file that cannot be read is a problem, too.
  virtual Result<std::vector<LoraReport>> checkLoras(const GenerationRequest& request) = 0;
  // Done, or an error that says why the parts do not fit together.
  virtual Status checkPair(const PairSpec& pair) = 0;
  // The built-in pairs from $FLOWBLEND_RESOURCES, next to the program or engine, or the source tree. Never empty.
  virtual Result<std::vector<PairSpec>> builtInPairs() = 0;

  // Learned measures of how far a clip is from another one (flowblend/perception.h). Weights that are not given are
  // left out of the results.

  // Reads the headers and samples of the content. Unsupported if a file holds something else; Corrupt if it is not
  // whole.
  virtual Result<PerceptualModels> inspectPerceptual(const PerceptualWeights& weights) = 0;
  // device: as in RunOptions. The models stay loaded as those of runs do. Invalid if the clips differ in size or number
  // of frames, or are too small. Cancelled::stepsDone is 0.
  virtual Outcome<PerceptualDistances> comparePerceptually(const PerceptualWeights& weights, const Clip& clip,
                                                           const Clip& reference, const std::string& device,
                                                           RunControl& control) = 0;

  // Clip files.

  // The formats for which this machine's libav* has an encoder.
  virtual std::vector<ExportFormat> availableExportFormats() = 0;
  // Whether exportClip() could write such a clip to this path: checks format, encoders, frame range, scale, frame rate,
  // the file with the sound, name, folder and disk space. Leaves nothing behind. Call it before the work whose result
  // the file will hold.
  virtual Status checkExport(const ClipShape& clip, const std::filesystem::path& path,
                             const ExportOptions& options) = 0;
  // Writes under a temporary name next to `path` and renames: an incomplete file never has the final name. Converts
  // R'G'B' to BT.709 limited range and tags stream and container so; rounds video sizes to even numbers. If the options
  // give no format, the file extension decides; Invalid if it is unknown. PNG sequences: `path` is a folder
  // ("frame_00001.png", ...) or a file name to which the frame number is added ("clip.png": "clip_00001.png", ...);
  // refused if the folder has more frames with that name, which could be mistaken for this clip's.
  virtual Outcome<Done> exportClip(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options,
                                   EventSink& sink, RunControl& control) = 0;
  virtual Result<ClipInfo> inspectClip(const std::filesystem::path& path) = 0;
  // The sound of an audio or video file that an export may add; Unsupported if it has none, or none that this machine's
  // libav* can decode.
  virtual Result<AudioInfo> inspectAudio(const std::filesystem::path& path) = 0;
  // All frames of a clip file, or of a PNG sequence given by the path it was exported to.
  virtual Result<Clip> readClip(const std::filesystem::path& path) = 0;

protected:
  Engine() = default;
};

// Cheap: models are loaded only when a run needs them.
std::unique_ptr<Engine> createEngine(EngineOptions options = {});

}  // namespace fb
