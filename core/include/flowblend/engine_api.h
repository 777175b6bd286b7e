// SPDX-License-Identifier: MIT
// The whole engine behind one interface, for programs that open it late or stand something else in its place.
#pragma once

#include "flowblend/cost.h"
#include "flowblend/engine.h"
#include "flowblend/export.h"
#include "flowblend/model_info.h"

#include <memory>

namespace fb {

// Every call has the meaning, the thread rule and the errors of the function or Engine member of the same name.
class EngineApi {
public:
  virtual ~EngineApi() = default;

  virtual Outcome<RunResult> generate(const GenerationRequest& request, EventSink& sink, RunControl& control) = 0;
  virtual Outcome<RunResult> resume(const std::filesystem::path& runFolder, EventSink& sink, RunControl& control) = 0;
  virtual Outcome<RunResult> decode(const std::filesystem::path& runFolder, EventSink& sink, RunControl& control) = 0;
  virtual Outcome<RunResult> probe(const GenerationRequest& request, EventSink& sink, RunControl& control) = 0;
  virtual Result<int> countTokens(const PairSpec& pair, const std::string& prompt) = 0;
  virtual void unloadModels() = 0;
  virtual std::vector<DeviceInfo> devices() = 0;

  virtual Result<RunInfo> inspectRun(const std::filesystem::path& runFolder) = 0;
  virtual Result<Clip> loadRunClip(const std::filesystem::path& runFolder) = 0;
  virtual std::vector<std::string> validate(const GenerationRequest& request) = 0;
  virtual Result<CostEstimate> estimateCost(const GenerationRequest& request) = 0;

  virtual Result<ComponentInfo> inspectComponent(const std::filesystem::path& path) = 0;
  virtual Result<PairSpec> readPair(const std::filesystem::path& document) = 0;
  virtual Status writePair(const PairSpec& pair, const std::filesystem::path& document) = 0;
  virtual Result<PairSpec> pairFromFolders(const std::filesystem::path& large, const std::filesystem::path& small) = 0;
  virtual Result<PairSpec> pairFromParts(const PairSpec& parts) = 0;
  virtual Status checkPair(const PairSpec& pair) = 0;
  virtual Result<std::vector<PairSpec>> builtInPairs() = 0;

  virtual std::vector<ExportFormat> availableExportFormats() = 0;
  virtual Outcome<Done> exportClip(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options,
                                   EventSink& sink, std::stop_token stop) = 0;
  virtual Result<ClipInfo> inspectClip(const std::filesystem::path& path) = 0;
  virtual Result<Clip> readClip(const std::filesystem::path& path) = 0;
};

}  // namespace fb

// What the shared library flowblend_engine exports. threads: see EngineOptions.
extern "C" fb::EngineApi* flowblendCreateEngine(int threads);
using FlowblendCreateEngine = fb::EngineApi* (*)(int threads);
