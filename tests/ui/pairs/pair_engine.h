// SPDX-License-Identifier: MIT
#pragma once

#include "fake_engine.h"

#include <QFile>
#include <QString>

#include <atomic>
#include <filesystem>
#include <functional>
#include <map>
#include <semaphore>
#include <string>
#include <utility>

namespace fb::ui {

// Recognises checkpoints by their file names and keeps pair documents in memory.
class PairEngine : public FakeEngine {
public:
  std::string refusal;            // of checkPair; empty: it agrees
  std::binary_semaphore gate{0};  // taken by every inspection of a file named "slow"

  Result<ComponentInfo> inspectComponent(const std::filesystem::path& path) override {
    const auto name = path.stem().string();
    if (name == "slow") gate.acquire();
    if (name == "large") return transformer("14B", 14'288'491'584);
    if (name == "small") return transformer("1.3B", 1'418'996'800);
    if (name == "text") return info("UMT5 text encoder", "XXL", 5'680'910'336);
    if (name == "vae") return info("WAN VAE", "WAN 2.1", 126'892'531);
    if (name == "i2v") return fromImage(transformer("14B image-to-video", 16'396'000'000));
    if (name == "clip") return info("CLIP image encoder", "ViT-H/14", 632'000'000);
    if (name == "ltx-large") return singleFile("13B 0.9.8 dev", 14'000'000'000);
    if (name == "ltx-small") return singleFile("2B 0.9.8 distilled", 3'200'000'000);
    if (name == "ltx-vae") return info("LTX VAE", "0.9.5 and later", 1'246'913'522);
    if (name == "t5") return info("T5 text encoder", "XXL", 4'762'310'656);
    if (name == "spatial") return info("LTX latent upsampler", "spatial 0.9.8", 125'000'000);
    if (name == "temporal") return info("LTX latent upsampler", "temporal 0.9.8", 125'000'000);
    if (name == "broken") {
      auto broken = transformer("1.3B", 1'400'000'000);
      broken.missing = {"blocks.3.attn1.to_q.weight", "blocks.3.attn1.to_k.weight"};
      broken.misshapen = {"proj_out.weight: is [64, 1500], must be [64, 1536]"};
      return broken;
    }
    if (name.starts_with("style")) return info("LoRA", "WAN 14B, rank 32", 150'000'000);
    ++m_inspected;
    if (const auto act = std::exchange(inspecting, {})) act();
    return Error{ErrorKind::Unsupported, path.string() + " is a VACE model, which this program does not run"};
  }
  Status checkPair(const PairSpec& pair) override {
    if (!pair.tokenizer.empty() && pair.tokenizer == pair.textEncoder)
      return Error{ErrorKind::Invalid, pair.tokenizer.string() + " contains no tokenizer"};
    if (refusal.empty()) return Done{};
    return Error{ErrorKind::Invalid, refusal};
  }
  Status writePair(const PairSpec& pair, const std::filesystem::path& document) override {
    m_written[document] = pair;
    QFile file(QString::fromStdString(document.string()));
    if (!file.open(QIODevice::WriteOnly)) return Error{ErrorKind::Io, "cannot write " + document.string()};
    return Done{};
  }
  Result<PairSpec> readPair(const std::filesystem::path& document) override {
    if (const auto found = m_written.find(document); found != m_written.end()) return found->second;
    return Error{ErrorKind::NotFound, document.string() + " does not exist"};
  }

  // Called once, by the first look at such a file; to be set before it.
  std::function<void()> inspecting;
  // How many files were looked at that are nothing that can be used.
  int inspected() const { return m_inspected; }

private:
  static ComponentInfo info(const char* kind, const char* variant, std::uint64_t parameters) {
    ComponentInfo info;
    info.kind = ComponentKind(kind);
    info.layout = "original";
    info.variant = variant;
    info.storage = "bfloat16";
    info.parameters = parameters;
    info.files = 1;
    info.sizes = {{"dim", 1536}};
    return info;
  }
  static ComponentInfo transformer(const char* variant, std::uint64_t parameters) {
    return info("WAN transformer", variant, parameters);
  }

  static ComponentInfo fromImage(ComponentInfo info) {
    info.sizes["image_dim"] = 1280;
    return info;
  }
  static ComponentInfo singleFile(const char* variant, std::uint64_t parameters) {
    auto file = info("LTX transformer", variant, parameters);
    file.layout = "single file with VAE";
    return file;
  }

  std::map<std::filesystem::path, PairSpec> m_written;
  std::atomic<int> m_inspected = 0;
};

}  // namespace fb::ui
