// SPDX-License-Identifier: MIT
#include "engine/model_pool.h"

#include "engine/components.h"

#include "base/failure.h"
#include "engine/devices.h"

#include <algorithm>

namespace fb::engine {
namespace {

// A file that was replaced since is another model.
std::string identity(const std::filesystem::path& path) {
  std::error_code missing;
  const auto changed = std::filesystem::last_write_time(path, missing).time_since_epoch().count();
  return fmt::format("{}@{}", std::filesystem::weakly_canonical(path).string(), missing ? 0 : changed);
}

std::uint64_t bytesInMemory(const weights::Checkpoint& checkpoint, at::ScalarType dtype) {
  std::uint64_t elements = 0;
  for (const auto& [name, view] : checkpoint.tensors()) elements += static_cast<std::uint64_t>(view.elements());
  return elements * c10::elementSize(dtype);
}

}  // namespace

template <class Model>
std::shared_ptr<const Model> ModelPool::get(
    const std::string& kind, const Path& path, at::ScalarType dtype, at::Device device,
    const std::function<Model(const weights::Checkpoint&, weights::WeightReader&)>& make,
    const std::function<weights::NameMap(const weights::Checkpoint&)>& names) {
  const auto key = fmt::format("{} {} {} {}", kind, identity(path), c10::toString(dtype), device.str());
  const auto known = std::ranges::find(m_entries, key, &Entry::key);
  if (known != m_entries.end()) {
    m_entries.splice(m_entries.end(), m_entries, known);
    return std::static_pointer_cast<const Model>(known->model);
  }
  const auto checkpoint = weights::Checkpoint::open(path);
  const auto bytes = bytesInMemory(checkpoint, dtype);
  makeRoom(bytes, device, path);
  weights::WeightReader reader(checkpoint, names(checkpoint), device, dtype);
  auto model = std::make_shared<const Model>(make(checkpoint, reader));
  reader.finish();
  m_entries.push_back({key, device, model, bytes});
  return model;
}

std::shared_ptr<const models::WanTransformer> ModelPool::wanTransformer(const Path& path, at::ScalarType dtype,
                                                                        at::Device device) {
  return get<models::WanTransformer>(
      "transformer", path, dtype, device,
      [](const auto& checkpoint, auto& reader) {
        return models::WanTransformer(models::WanTransformerConfig::detect(checkpoint), reader);
      },
      models::wanTransformerNames);
}

std::shared_ptr<const models::WanVae> ModelPool::wanVae(const Path& path, at::Device device) {
  return get<models::WanVae>(
      "vae", path, at::kFloat, device,
      [](const auto& checkpoint, auto& reader) {
        return models::WanVae(models::WanVaeConfig::detect(checkpoint), reader);
      },
      models::wanVaeNames);
}

std::shared_ptr<const models::LtxTransformer> ModelPool::ltxTransformer(const Path& path, at::ScalarType dtype,
                                                                        at::Device device) {
  return get<models::LtxTransformer>(
      "LTX transformer", path, dtype, device,
      [](const auto& checkpoint, auto& reader) {
        return models::LtxTransformer(models::LtxTransformerConfig::detect(checkpoint), reader);
      },
      models::ltxTransformerNames);
}

std::shared_ptr<const models::LtxVae> ModelPool::ltxVae(const Path& path, at::ScalarType dtype, at::Device device) {
  return get<models::LtxVae>(
      "LTX VAE", path, dtype, device,
      [](const auto& checkpoint, auto& reader) {
        return models::LtxVae(models::LtxVaeConfig::detect(checkpoint), reader);
      },
      models::ltxVaeNames);
}

std::shared_ptr<const models::LatentUpsampler> ModelPool::latentUpsampler(const Path& path, at::ScalarType dtype,
                                                                          at::Device device) {
  return get<models::LatentUpsampler>(
      "latent upsampler", path, dtype, device,
      [](const auto& checkpoint, auto& reader) {
        return models::LatentUpsampler(models::LatentUpsamplerConfig::detect(checkpoint), reader);
      },
      models::latentUpsamplerNames);
}

std::shared_ptr<const models::T5Encoder> ModelPool::t5Encoder(const Path& path, at::ScalarType dtype,
                                                              at::Device device) {
  return get<models::T5Encoder>(
      "text encoder", path, dtype, device,
      [](const auto& checkpoint, auto& reader) {
        return models::T5Encoder(models::T5Config::detect(checkpoint), reader);
      },
      models::t5Names);
}

// In float32, as diffusers has it: it runs once.
std::shared_ptr<const models::VisionEncoder> ModelPool::visionEncoder(const Path& path, at::Device device) {
  return get<models::VisionEncoder>(
      "image encoder", path, at::kFloat, device,
      [](const auto& checkpoint, auto& reader) {
        return models::VisionEncoder(models::VisionEncoderConfig::detect(checkpoint), reader);
      },
      models::visionEncoderNames);
}

std::shared_ptr<const tokenizers::SentencePieceTokenizer> ModelPool::tokenizer(const Path& path) {
  const auto key = "tokenizer " + identity(path);
  const auto known = std::ranges::find(m_entries, key, &Entry::key);
  if (known != m_entries.end()) return std::static_pointer_cast<const tokenizers::SentencePieceTokenizer>(known->model);
  auto tokenizer = openTokenizer(path);
  m_entries.push_back({key, at::kCPU, tokenizer, 0});
  return tokenizer;
}

bool ModelPool::dropUnused() {
  const auto dropped = m_entries.remove_if([](const Entry& entry) { return entry.model.use_count() == 1; });
  return dropped > 0;
}

std::uint64_t ModelPool::roomOn(at::Device device) const {
  const auto free = freeMemory(device);
  if (m_budget == 0) return free;
  std::uint64_t filled = 0;
  for (const auto& entry : m_entries)
    if (entry.device == device) filled += entry.bytes;
  return std::min(free, m_budget - std::min(filled, m_budget));
}

void ModelPool::makeRoom(std::uint64_t bytes, at::Device device, const Path& path) {
  for (auto entry = m_entries.begin(); entry != m_entries.end() && roomOn(device) < bytes;) {
    const bool unused = entry->model.use_count() == 1 && entry->device == device;
    entry = unused ? m_entries.erase(entry) : std::next(entry);
    if (unused) releaseCachedMemory(device);
  }
  const auto room = roomOn(device);
  if (room >= bytes) return;
  constexpr double kGigabyte = 1e9;
  const auto gigabytes = [](std::uint64_t count) { return static_cast<double>(count) / kGigabyte; };
  if (freeMemory(device) >= bytes)
    fail(ErrorKind::OutOfMemory,
         "{} needs {:.2f} GB on {} and {:.2f} GB of the memory budget of {:.2f} GB are left: raise the budget in the "
         "settings, or choose a smaller dtype",
         path.string(), gigabytes(bytes), device.str(), gigabytes(room), gigabytes(m_budget));
  fail(ErrorKind::OutOfMemory,
       "{} needs {:.1f} GB on {} and {:.1f} GB are free: choose a smaller dtype (bf16 halves fp32), another device, or "
       "close other programs",
       path.string(), gigabytes(bytes), device.str(), gigabytes(room));
}

}  // namespace fb::engine
