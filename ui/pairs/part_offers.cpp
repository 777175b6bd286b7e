// SPDX-License-Identifier: MIT
#include "pairs/part_offers.h"

#include "pairs/component_card.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

namespace fb::ui {
namespace {

namespace fs = std::filesystem;

// What a family's pairs have in that place; absent: nothing, or what all families share.
std::optional<ComponentKind> kindOf(Part part, const FamilyInfo& family) {
  switch (part) {
    case Part::Large:
    case Part::Small:
      return family.transformer;
    case Part::TextEncoder:
      return family.textEncoder;
    case Part::Vae:
      return family.vae;
    case Part::ImageEncoder:
      return family.imageEncoder;
    case Part::Upsampler:
      return family.upsampler;
    case Part::Tokenizer:
      break;
  }
  return std::nullopt;  // all families take the same tokenizer files
}

const FamilyInfo* familyOf(const ComponentInfo& transformer) {
  const auto all = families();
  const auto family = std::ranges::find(all, transformer.kind, &FamilyInfo::transformer);
  return family == all.end() ? nullptr : *family;
}

const ComponentInfo* complete(const Finding& finding) {
  const auto* info = finding.component();
  return info && info->complete() ? info : nullptr;
}

const ComponentInfo* transformer(const Finding& finding) {
  const auto* info = complete(finding);
  return info && familyOf(*info) ? info : nullptr;
}

bool isTextEncoder(const ComponentInfo& info) {
  const auto all = families();
  return std::ranges::find(all, info.kind, &FamilyInfo::textEncoder) != all.end();
}

bool takesImage(const ComponentInfo& info) {
  const auto width = info.sizes.find("image_dim");
  return width != info.sizes.end() && width->second > 0;
}

// Absent: all models of the family have the same, or it is not known.
std::optional<std::int64_t> latentSpace(const ComponentInfo& info) {
  const auto found = info.sizes.find("latent_space");
  return found == info.sizes.end() ? std::nullopt : std::optional(found->second);
}

// As far as it is known. Others are offered, too: their refusal says why they form no pair.
bool mayShareLatents(const ComponentInfo& a, const ComponentInfo& b) {
  const auto first = latentSpace(a), second = latentSpace(b);
  return !first || !second || first == second;
}

// Two transformers that can share a trajectory: of one family, and either both or neither starting from an image.
bool sameSort(const ComponentInfo& a, const ComponentInfo& b) {
  return a.kind == b.kind && takesImage(a) == takesImage(b);
}

bool holdsVae(const ComponentInfo* info) { return info && info->layout == kSingleFileLayout; }

// The two-pass recipe enlarges the image and keeps the number of frames.
bool keepsFrames(const ComponentInfo& upsampler) { return upsampler.variant.find("temporal") == std::string::npos; }

// A file is identified by its name, what diffusers writes by its folder.
QString titled(const Finding& finding) {
  const auto& path = finding.path;
  const bool weights = path.extension() == ".safetensors" || path.extension() == ".gguf";
  const auto place = weights ? path.stem() : path.parent_path().filename() / path.filename();
  return PartOffers::tr("%1 · %2").arg(componentTitle(finding), QString::fromStdString(place.string()));
}

// How many leading components two paths have in common.
std::ptrdiff_t nearness(const fs::path& a, const fs::path& b) {
  return std::distance(a.begin(), std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first);
}

}  // namespace

fs::path PairSpec::*fieldOf(Part part) {
  constexpr std::array kFields = {&PairSpec::large,     &PairSpec::small, &PairSpec::textEncoder,
                                  &PairSpec::tokenizer, &PairSpec::vae,   &PairSpec::imageEncoder,
                                  &PairSpec::upsampler};
  return kFields[static_cast<std::size_t>(part)];
}

const ComponentInfo* PartOffers::infoOf(const fs::path& path) const {
  const auto found = std::ranges::find_if(
      m_findings, [&](const Finding& finding) { return complete(finding) && finding.path == path; });
  return found == m_findings.end() ? nullptr : found->component();
}

bool PartOffers::has(Part part, const PairSpec& chosen) const {
  if (part != Part::ImageEncoder && part != Part::Upsampler) return true;
  const auto* large = infoOf(chosen.large);
  const auto* family = large ? familyOf(*large) : nullptr;
  if (!family || !kindOf(part, *family)) return false;
  return part == Part::Upsampler || takesImage(*large);
}

bool PartOffers::fits(Part part, const Finding& finding, const PairSpec& chosen) const {
  if (part == Part::Tokenizer) return std::holds_alternative<TokenizerFiles>(finding.what);
  const auto* info = complete(finding);
  if (!info) return false;
  const auto* large = part == Part::Large ? nullptr : infoOf(chosen.large);
  if (part == Part::Small && large) return sameSort(*info, *large);
  if (part == Part::Upsampler && !keepsFrames(*info)) return false;
  return std::ranges::any_of(families(), [&](const FamilyInfo* family) {
    return kindOf(part, *family) == info->kind && (!large || family->transformer == large->kind);
  });
}

std::vector<PartOffer> PartOffers::of(Part part, const PairSpec& chosen) const {
  std::vector<PartOffer> offers;
  if (part == Part::Upsampler) offers.push_back({tr("None"), {}});
  if (part == Part::Vae) {
    if (holdsVae(infoOf(chosen.large))) offers.push_back({tr("Inside the large model"), chosen.large});
    if (holdsVae(infoOf(chosen.small)) && chosen.small != chosen.large)
      offers.push_back({tr("Inside the small model"), chosen.small});
  }
  for (const auto& finding : m_findings)
    if (fits(part, finding, chosen)) offers.push_back({titled(finding), finding.path});
  const auto format = chosen.textEncoder.extension();
  if (part == Part::Tokenizer && (format == ".safetensors" || format == ".gguf"))
    offers.push_back({tr("Inside the text encoder"), chosen.textEncoder});
  return offers;
}

fs::path PartOffers::likeliest(Part part, const PairSpec& chosen) const {
  if (part == Part::Large) return largest(chosen.small);
  if (part == Part::Small) return smallestBeside(chosen.large);
  const auto& neighbour = part == Part::Tokenizer ? chosen.textEncoder : chosen.large;
  const auto offers = of(part, chosen);
  const auto rank = [&](const PartOffer& offer) {
    if (part == Part::Tokenizer) return tokenizerRank(offer.path, neighbour);
    return nearness(offer.path, neighbour);
  };
  const auto best = std::ranges::max_element(offers, {}, rank);
  return best == offers.end() ? fs::path() : best->path;
}

std::ptrdiff_t PartOffers::tokenizerRank(const fs::path& tokenizer, const fs::path& encoder) const {
  // The encoder's own tokenizer, if it is known to contain one, then tokenizer files, except those next to an encoder
  // of another family, whose vocabulary they have.
  constexpr std::ptrdiff_t kInside = -1, kOfAnother = -2;
  const auto* own = infoOf(encoder);
  const bool isInside = own && own->sizes.contains("own_tokenizer");
  if (tokenizer == encoder) return isInside ? std::numeric_limits<std::ptrdiff_t>::max() : kInside;
  const auto near = nearness(tokenizer, encoder);
  const bool ofAnother =
      own && std::ranges::any_of(m_findings, [&](const Finding& finding) {
        const auto* info = complete(finding);
        return info && isTextEncoder(*info) && info->kind != own->kind && nearness(tokenizer, finding.path) > near;
      });
  return ofAnother ? kOfAnother : near;
}

fs::path PartOffers::largest(const fs::path& small) const {
  // If models of another kind are added to the list, the new ones are most likely wanted.
  const auto* chosen = infoOf(small);
  const auto* sort = chosen;
  for (auto finding = m_findings.rbegin(); !sort && finding != m_findings.rend(); ++finding)
    sort = transformer(*finding);
  const auto rank = [&](const ComponentInfo& info) {
    return std::pair(!chosen || mayShareLatents(info, *chosen), info.parameters);
  };
  const Finding* best = nullptr;
  for (const auto& finding : m_findings)
    if (const auto* info = transformer(finding); info && sameSort(*info, *sort))
      if (!best || rank(*info) > rank(*best->component())) best = &finding;
  return best ? best->path : fs::path();
}

fs::path PartOffers::smallestBeside(const fs::path& large) const {
  const auto* sort = infoOf(large);
  if (!sort || takesImage(*sort)) return large;
  const auto rank = [&](const ComponentInfo& info) {
    return std::pair(!mayShareLatents(info, *sort), info.parameters);
  };
  const Finding* best = nullptr;
  for (const auto& finding : m_findings)
    if (const auto* info = transformer(finding); info && sameSort(*info, *sort) && finding.path != large)
      if (!best || rank(*info) < rank(*best->component())) best = &finding;
  return best ? best->path : large;
}

bool PartOffers::runsAlone(const PairSpec& chosen) const {
  const auto* large = infoOf(chosen.large);
  return large && takesImage(*large) && chosen.small == chosen.large;
}

QString PartOffers::nameOf(const PairSpec& chosen) const {
  const auto *large = infoOf(chosen.large), *small = infoOf(chosen.small);
  const auto* family = large && small ? familyOf(*large) : nullptr;
  if (!family) return {};
  const auto first = QString::fromStdString(family->name + ' ' + large->variant);
  return large == small ? first : tr("%1 and %2").arg(first, QString::fromStdString(small->variant));
}

}  // namespace fb::ui
