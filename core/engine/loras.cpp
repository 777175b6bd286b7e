// SPDX-License-Identifier: MIT
#include "engine/loras.h"

#include "base/failure.h"
#include "base/lora_words.h"
#include "engine/components.h"
#include "engine/family.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>

namespace fb::engine {
namespace {

namespace fs = std::filesystem;

bool hasLayersOf(weights::LoraOwner owner, const weights::Checkpoint& checkpoint) {
  return std::ranges::any_of(checkpoint.tensors(),
                             [owner](const auto& entry) { return weights::ownerOf(entry.first) == owner; });
}

std::optional<std::string> madeFor(const weights::LoraFile& lora) {
  for (const auto* family : modelFamilies())
    if (auto model = family->madeFor(lora)) return model;
  return {};
}

// Checks the LoRAs of one request; each model's layers are looked up once.
class Check {
public:
  Check(const GenerationRequest& request, weights::CheckpointCache& checkpoints)
      : m_request(request), m_family(familyOf(request.pair.family)), m_checkpoints(checkpoints) {}

  LoraReport report(const Lora& lora) {
    const auto& targets = targetsOf(modelOf(lora.target));
    LoraReport report;
    report.file = lora.file;
    try {
      std::error_code error;
      if (fs::is_directory(lora.file, error))
        fail(ErrorKind::Unsupported, "{} is a folder: give the file of a LoRA", lora.file.string());
      const auto file = weights::LoraFile::read(m_checkpoints.open(lora.file));
      const auto fit = weights::fitLora(file, targets);
      const auto text = textFit(file);
      report.kinds = file.kinds();
      report.layers = static_cast<int>(file.layers().size());
      report.textLayers = static_cast<int>(text.matches.size());
      report.applied = static_cast<int>(fit.matches.size()) + report.textLayers;
      report.rank = file.rank();
      report.alpha = file.alpha();
      report.unmatched = fit.unmatched;
      std::ranges::copy(text.unmatched, std::back_inserter(report.unmatched));
      report.problem = problemOf(lora, file, fit, text);
    } catch (const Failure& failure) {
      report.problem = failure.error().message;
    }
    return report;
  }

private:
  const fs::path& pathOf(Model model) const {
    return model == Model::Large ? m_request.pair.large : m_request.pair.small;
  }
  const weights::LoraTargets& targetsOf(Model model) {
    const auto found = m_targets.find(model);
    if (found != m_targets.end()) return found->second;
    return m_targets.emplace(model, m_family.loraTargets(m_checkpoints.open(pathOf(model)))).first->second;
  }

  // Of the layers that belong to a text encoder.
  weights::LoraFit textFit(const weights::LoraFile& file) {
    const auto isText = [](const weights::LoraLayerParts& layer) {
      return weights::ownerOf(layer.layer) == weights::LoraOwner::TextEncoder;
    };
    if (std::ranges::none_of(file.layers(), isText)) return {};
    if (!m_textTargets) m_textTargets = m_family.textLoraTargets(m_checkpoints.open(m_request.pair.textEncoder));
    return weights::fitLora(file, *m_textTargets);
  }

  std::string problemOf(const Lora& lora, const weights::LoraFile& file, const weights::LoraFit& fit,
                        const weights::LoraFit& text) {
    const auto name = lora.file.string();
    if (const auto& unknown = file.unknown(); !unknown.empty())
      return fmt::format("{} cannot be applied: this program does not know what to do with its tensor {}{}", name,
                         unknown.front(), unknown.size() > 1 ? fmt::format(" and {} more", unknown.size() - 1) : "");
    if (!text.misshapen.empty())
      return fmt::format(
          "{} does not fit the text encoder {}: {}; choose a LoRA that was made for this text encoder, or a version of "
          "the file without its layers",
          name, m_request.pair.textEncoder.string(), text.misshapen.front());
    if (fit.isWhole()) return {};
    // Only the text encoder is to be changed.
    const bool isTextAlone = fit.unmatched.empty() && fit.misshapen.empty();
    if (isTextAlone && !text.matches.empty()) return {};
    if (isTextAlone)
      return fmt::format("{} fits no layer of the text encoder {}: choose a LoRA that was made for this text encoder",
                         name, m_request.pair.textEncoder.string());
    const auto model = modelOf(lora.target), other = model == Model::Large ? Model::Small : Model::Large;
    const auto otherFit = weights::fitLora(file, targetsOf(other));
    if (otherFit.isWhole() && otherFit.matches.size() >= fit.matches.size())
      return fmt::format("{} was made for the {} model, not for the {} one: set its target to {}", name,
                         toString(other), toString(model), toString(other));
    const auto made = madeFor(file);
    const auto origin = made ? fmt::format(" (it was made for {})", *made) : std::string();
    if (!fit.misshapen.empty())
      return fmt::format("{} does not fit the {} model{}: {}", name, toString(model), origin, fit.misshapen.front());
    return fmt::format("{} fits no layer of the {} model{}: choose a LoRA that was made for this model", name,
                       toString(model), origin);
  }

  const GenerationRequest& m_request;
  const ModelFamily& m_family;
  weights::CheckpointCache& m_checkpoints;
  std::map<Model, weights::LoraTargets> m_targets;
  std::optional<weights::LoraTargets> m_textTargets;
};

}  // namespace

Model modelOf(LoraTarget target) { return target == LoraTarget::Small ? Model::Small : Model::Large; }

weights::LoraStrengths strengthsOf(const Lora& lora) {
  const double strength = lora.strength;
  switch (lora.target) {
    case LoraTarget::Early:
      return {strength, 0, 0};
    case LoraTarget::Late:
      return {0, 0, strength};
    case LoraTarget::Large:
    case LoraTarget::Small:
      break;
  }
  return {strength, strength, strength};
}

bool changesTextEncoder(const PairSpec& pair, const weights::Checkpoint& lora, weights::CheckpointCache& checkpoints) {
  if (!hasLayersOf(weights::LoraOwner::TextEncoder, lora)) return false;
  const auto file = weights::LoraFile::read(lora);
  const auto targets = familyOf(pair.family).textLoraTargets(checkpoints.open(pair.textEncoder));
  return !weights::fitLora(file, targets).matches.empty();
}

weights::LoraStack lorasFor(const GenerationRequest& request, Model model, weights::CheckpointCache& checkpoints) {
  weights::LoraStack stack;
  for (const auto& lora : request.sampling.loras) {
    if (modelOf(lora.target) != model) continue;
    const auto* checkpoint = &checkpoints.open(lora.file);
    if (!hasLayersOf(weights::LoraOwner::Transformer, *checkpoint)) continue;
    auto known = std::ranges::find(stack, checkpoint, &weights::LoraUse::checkpoint);
    if (known == stack.end()) known = stack.insert(stack.end(), {checkpoint, {}});
    const auto strengths = strengthsOf(lora);
    for (std::size_t stage = 0; stage < strengths.size(); ++stage) known->strengths[stage] += strengths[stage];
  }
  return stack;
}

std::vector<LoraReport> checkLoras(const GenerationRequest& request, weights::CheckpointCache& checkpoints) {
  std::vector<LoraReport> reports;
  if (request.sampling.loras.empty()) return reports;
  Check check(request, checkpoints);
  for (const auto& lora : request.sampling.loras) reports.push_back(check.report(lora));
  return reports;
}

ComponentInfo inspectLora(const weights::Checkpoint& checkpoint) {
  const auto file = weights::LoraFile::read(checkpoint);
  auto info = describe(checkpoint, std::string_view("LoRA"));
  const auto isDiffusers = [](const weights::LoraLayerParts& layer) {
    return layer.layer.find("attn1") != std::string::npos;
  };
  info.layout = std::ranges::any_of(file.layers(), isDiffusers) ? "diffusers" : "original";
  info.variant = file.kinds();
  const auto model = madeFor(file);
  if (model) info.variant += " for " + *model;
  if (hasLayersOf(weights::LoraOwner::TextEncoder, checkpoint))
    info.variant += model ? " and the text encoder" : " for a text encoder";
  info.variant += loraScaleWords(file.rank(), file.alpha());
  info.sizes = {{"layers", static_cast<std::int64_t>(file.layers().size())}, {"rank", file.rank()}};
  info.unexpected = file.unknown();
  return info;
}

std::optional<std::string> modelOfLora(const weights::LoraFile& lora, const LoraFamily& family) {
  weights::LoraTargets names;
  for (const auto& layer : family.layers) names.add({layer, {}}, layer);
  for (const auto& layer : lora.layers()) {
    if (!names.weightOf(layer.layer)) continue;
    const auto down = layer.parts.find(weights::LoraPart::Down);
    if (down == layer.parts.end() || down->second.shape.size() < 2) return family.name;
    const auto width = down->second.shape[1];
    const auto known = std::ranges::find(family.variants, width, [](const auto& variant) { return variant.first; });
    return known == family.variants.end() ? fmt::format("{} of width {}", family.name, width)
                                          : fmt::format("{} {}", family.name, known->second);
  }
  return {};
}

StrengthsByStage::StrengthsByStage(const weights::LoraStack& loras) {
  for (std::size_t stage = 0; stage < m_strengths.size(); ++stage)
    for (const auto& use : loras) m_strengths[stage].push_back(use.strengths[stage]);
}

bool StrengthsByStage::enter(sampling::Stage stage) {
  const auto before = std::exchange(m_stage, static_cast<std::size_t>(stage));
  return m_strengths[before] != m_strengths[m_stage];
}

}  // namespace fb::engine
