// SPDX-License-Identifier: MIT
#include "engine/memory_book.h"

#include "base/failure.h"
#include "base/user_folders.h"
#include "engine/learned_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace fb::engine {
namespace {

constexpr auto kEncoding = "encoding";
constexpr auto kSampling = "sampling";
constexpr auto kDecoding = "decoding";
constexpr auto kInTiles = "decoding in tiles";

// More than any device has; larger numbers come from a damaged file.
constexpr std::int64_t kMostBytes = std::int64_t{1} << 50;

const char* nameOf(const MemoryPlan& plan, std::string_view phase) {
  if (phase == "encoding") return kEncoding;
  if (phase == "decoding") return plan.decodesInTiles ? kInTiles : kDecoding;
  return kSampling;
}

const char* nameOf(const MemoryPlan& plan, Phase phase) {
  switch (phase) {
    case Phase::Encoding:
      return kEncoding;
    case Phase::Sampling:
      return kSampling;
    case Phase::Decoding:
      return nameOf(plan, "decoding");
    case Phase::Loading:
    case Phase::Exporting:
      break;
  }
  return nullptr;
}

std::uint64_t plus(std::uint64_t bytes, std::int64_t beyond) {
  if (beyond >= 0) return bytes + static_cast<std::uint64_t>(beyond);
  const auto less = static_cast<std::uint64_t>(-beyond);
  return bytes > less ? bytes - less : 0;
}

MemoryBeyond beyondFrom(const nlohmann::json& json) {
  MemoryBeyond beyond;
  for (const auto* phase : {kEncoding, kSampling, kDecoding, kInTiles}) {
    const auto found = json.find(phase);
    if (found == json.end() || !found->is_number_integer()) continue;
    const auto bytes = found->get<std::int64_t>();
    if (bytes > -kMostBytes && bytes < kMostBytes) beyond[phase] = bytes;
  }
  return beyond;
}

std::optional<std::string> runOf(const nlohmann::json& entry) {
  const auto known = entry.is_object() && entry.contains("run") && entry["run"].is_string();
  return known ? std::optional(entry["run"].get<std::string>()) : std::nullopt;
}

}  // namespace

MemoryBook::MemoryBook() : MemoryBook(userStateFolder() / "memory.json") {}

MemoryBook::MemoryBook(std::filesystem::path file) : m_file(std::move(file)) {
  try {
    for (const auto& entry : learnedIn(m_file, nlohmann::json::array()))
      if (const auto run = runOf(entry)) m_runs.emplace_back(*run, beyondFrom(entry));
  } catch (const Failure&) {
    m_runs.clear();
  }
}

MemoryBeyond MemoryBook::beyond(const std::string& run) const {
  const auto known = std::ranges::find(m_runs, run, &std::pair<std::string, MemoryBeyond>::first);
  return known == m_runs.end() ? MemoryBeyond() : known->second;
}

void MemoryBook::learn(const std::string& run, const MemoryBeyond& beyond) {
  auto all = beyond;
  const auto known = std::ranges::find(m_runs, run, &std::pair<std::string, MemoryBeyond>::first);
  if (known != m_runs.end()) {
    all.merge(known->second);  // keeps the new ones
    m_runs.erase(known);
  }
  m_runs.emplace_back(run, std::move(all));
  m_learned.insert(run);
  if (m_runs.size() > kMostRuns) m_runs.erase(m_runs.begin(), m_runs.end() - static_cast<std::ptrdiff_t>(kMostRuns));
}

void MemoryBook::save() const {
  addLearned(m_file, nlohmann::json::array(), [this](nlohmann::json& json) {
    auto entries = nlohmann::json::array();
    for (auto& entry : json)
      if (const auto run = runOf(entry); !run || !m_learned.contains(*run)) entries.push_back(std::move(entry));
    for (const auto& [run, beyond] : m_runs) {
      if (!m_learned.contains(run)) continue;
      auto entry = nlohmann::json(beyond);
      entry["run"] = run;
      entries.push_back(std::move(entry));
    }
    if (entries.size() > kMostRuns)
      entries.erase(entries.begin(), entries.end() - static_cast<std::ptrdiff_t>(kMostRuns));
    json = std::move(entries);
  });
}

std::string memoryKey(const MemoryNeeds& needs, const std::string& device) {
  const auto of = [](const char* name, const PartNeeds& part) {
    if (!part.used) return std::string();
    return fmt::format(" | {} {} {} {} {} {}", name, part.dtype, part.weights.total(), part.working, part.tiledWorking,
                       part.kept);
  };
  const auto latest = (needs.images > 0 ? fmt::format(" | images {}", needs.images) : std::string()) +
                      (needs.upsampler ? of("upsampler", *needs.upsampler) : std::string());
  return device + of("text", needs.text) + of("large", needs.large) + of("small", needs.small) +
         of("image", needs.image) + of("vae", needs.vae) +
         fmt::format(" | latents {} preview {}", needs.latents, needs.preview) + latest;
}

MemoryNeeds corrected(MemoryNeeds needs, const MemoryBeyond& beyond) {
  const auto of = [&](const char* phase) {
    const auto known = beyond.find(phase);
    return known == beyond.end() ? 0 : known->second;
  };
  needs.text.working = plus(needs.text.working, of(kEncoding));
  for (auto* model : {&needs.large, &needs.small}) {
    model->working = plus(model->working, of(kSampling));
    if (model->batch) model->batch->working = plus(model->batch->working, of(kSampling));
  }
  // The peak of sampling may be theirs.
  for (auto* encoding : {&needs.preview, &needs.images})
    if (*encoding > 0) *encoding = plus(*encoding, of(kSampling));
  if (needs.upsampler) needs.upsampler->working = plus(needs.upsampler->working, of(kSampling));
  // A frame that is not larger than one tile has no tiles.
  const bool hasTiles = needs.vae.tiledWorking != needs.vae.working;
  needs.vae.working = plus(needs.vae.working, of(kDecoding));
  needs.vae.tiledWorking = hasTiles ? plus(needs.vae.tiledWorking, of(kInTiles)) : needs.vae.working;
  return needs;
}

void markMeasured(MemoryPlan& plan, const MemoryBeyond& beyond) {
  for (auto& phase : plan.phases) phase.isMeasured = beyond.contains(nameOf(plan, phase.name));
}

MemoryBeyond learned(const MemoryPlan& plan, const std::vector<PhasePeak>& peaks, const MemoryBeyond& known) {
  MemoryBeyond planned;  // the most of each
  for (const auto& phase : plan.phases) {
    auto& most = planned[nameOf(plan, phase.name)];
    most = std::max(most, static_cast<std::int64_t>(phase.total()));
  }
  MemoryBeyond beyond;
  for (const auto& peak : peaks) {
    const auto* name = nameOf(plan, peak.phase);
    if (!name || !planned.contains(name)) continue;
    const auto before = known.find(name);
    beyond[name] = static_cast<std::int64_t>(peak.bytes) - planned[name] + (before == known.end() ? 0 : before->second);
  }
  return beyond;
}

}  // namespace fb::engine
