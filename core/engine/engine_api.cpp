// SPDX-License-Identifier: MIT
#include "flowblend/engine_api.h"

namespace fb {
namespace {

class LinkedEngine : public EngineApi {
public:
  explicit LinkedEngine(int threads) : m_engine(EngineOptions{threads}) {}

  Outcome<RunResult> generate(const GenerationRequest& request, EventSink& sink, RunControl& control) override {
    return m_engine.generate(request, sink, control);
  }
  Outcome<RunResult> resume(const std::filesystem::path& runFolder, EventSink& sink, RunControl& control) override {
    return m_engine.resume(runFolder, sink, control);
  }
  Outcome<RunResult> decode(const std::filesystem::path& runFolder, EventSink& sink, RunControl& control) override {
    return m_engine.decode(runFolder, sink, control);
  }
  Outcome<RunResult> probe(const GenerationRequest& request, EventSink& sink, RunControl& control) override {
    return m_engine.probe(request, sink, control);
  }
  Result<int> countTokens(const PairSpec& pair, const std::string& prompt) override {
    return m_engine.countTokens(pair, prompt);
  }
  void unloadModels() override { m_engine.unloadModels(); }
  std::vector<DeviceInfo> devices() override { return Engine::devices(); }

  Result<RunInfo> inspectRun(const std::filesystem::path& runFolder) override { return fb::inspectRun(runFolder); }
  Result<Clip> loadRunClip(const std::filesystem::path& runFolder) override { return fb::loadRunClip(runFolder); }
  std::vector<std::string> validate(const GenerationRequest& request) override { return fb::validate(request); }
  Result<CostEstimate> estimateCost(const GenerationRequest& request) override { return fb::estimateCost(request); }

  Result<ComponentInfo> inspectComponent(const std::filesystem::path& path) override {
    return fb::inspectComponent(path);
  }
  Result<PairSpec> readPair(const std::filesystem::path& document) override { return fb::readPair(document); }
  Status writePair(const PairSpec& pair, const std::filesystem::path& document) override {
    return fb::writePair(pair, document);
  }
  Result<PairSpec> pairFromFolders(const std::filesystem::path& large, const std::filesystem::path& small) override {
    return fb::pairFromFolders(large, small);
  }
  Result<PairSpec> pairFromParts(const PairSpec& parts) override { return fb::pairFromParts(parts); }
  Status checkPair(const PairSpec& pair) override { return fb::checkPair(pair); }
  Result<std::vector<PairSpec>> builtInPairs() override { return fb::builtInPairs(); }

  std::vector<ExportFormat> availableExportFormats() override { return fb::availableExportFormats(); }
  Outcome<Done> exportClip(const Clip& clip, const std::filesystem::path& path, const ExportOptions& options,
                           EventSink& sink, std::stop_token stop) override {
    return fb::exportClip(clip, path, options, sink, std::move(stop));
  }
  Result<ClipInfo> inspectClip(const std::filesystem::path& path) override { return fb::inspectClip(path); }
  Result<Clip> readClip(const std::filesystem::path& path) override { return fb::readClip(path); }

private:
  Engine m_engine;
};

}  // namespace
}  // namespace fb

extern "C" __attribute__((visibility("default"))) fb::EngineApi* flowblendCreateEngine(int threads) {
  return new fb::LinkedEngine(threads);
}
