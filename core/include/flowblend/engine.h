// SPDX-License-Identifier: MIT
// The engine: a prompt and a pair of models in, a clip out.
#pragma once

#include "flowblend/events.h"
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
};

struct DeviceInfo {
  std::string id;  // "cpu", "cuda:0"
  std::string name;
  std::uint64_t memoryTotal = 0;  // bytes
  std::uint64_t memoryFree = 0;   // bytes
};

// All calls are synchronous and none throws. One engine runs one call at a time (a second waits; counting tokens does
// not); models stay loaded between calls. Any thread may call.
class Engine {
public:
  explicit Engine(EngineOptions options = {});
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  // Prompt to frames. With request.options.runFolder set, the state is kept there after every saveEvery-th step, and
  // sampling, decoding and export can each be repeated from it.
  Outcome<RunResult> generate(const GenerationRequest& request, EventSink& sink, RunControl& control);
  // Continues the run kept in `runFolder` to the same bits that an undisturbed run gives.
  Outcome<RunResult> resume(const std::filesystem::path& runFolder, EventSink& sink, RunControl& control);
  // Decodes the finished sampling kept in `runFolder` (again).
  Outcome<RunResult> decode(const std::filesystem::path& runFolder, EventSink& sink, RunControl& control);
  // The trajectory with both models on every step, without decoding: the divergence profile.
  Outcome<RunResult> probe(const GenerationRequest& request, EventSink& sink, RunControl& control);

  // Number of tokens of a prompt with this pair's tokenizer, end token included.
  Result<int> countTokens(const PairSpec& pair, const std::string& prompt);

  // Releases the memory of all loaded models.
  void unloadModels();

  // The CPU first, then every CUDA device that this machine and build can use.
  static std::vector<DeviceInfo> devices();

private:
  class Impl;
  std::unique_ptr<Impl> m_impl;
};

// The request and progress that a run folder holds.
struct RunInfo {
  GenerationRequest request;
  int stepsDone = 0;
  bool sampled = false;  // all steps are done
  bool decoded = false;  // the frames are there, too
};
Result<RunInfo> inspectRun(const std::filesystem::path& runFolder);
// The decoded frames kept in a run folder.
Result<Clip> loadRunClip(const std::filesystem::path& runFolder);

// A readable, sorted list of what was found wrong; empty when the request can be run with this pair's family.
std::vector<std::string> validate(const GenerationRequest& request);

}  // namespace fb
