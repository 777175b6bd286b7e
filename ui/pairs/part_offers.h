// SPDX-License-Identifier: MIT
// Which of the found parts can go together to a pair, and which of them most likely do.
#pragma once

#include "pairs/component_scan.h"

#include <QCoreApplication>
#include <QString>

#include <array>
#include <cstddef>
#include <filesystem>
#include <vector>

namespace fb::ui {

enum class Part { Large, Small, TextEncoder, Tokenizer, Vae, ImageEncoder, Upsampler };
// Each depends on those before it alone.
inline constexpr std::array kParts = {Part::Large, Part::Small,        Part::TextEncoder, Part::Tokenizer,
                                      Part::Vae,   Part::ImageEncoder, Part::Upsampler};

// Where a pair keeps the path of a part.
std::filesystem::path PairSpec::*fieldOf(Part part);

struct PartOffer {
  QString title;
  std::filesystem::path path;  // empty: the pair does without
  bool operator==(const PartOffer&) const = default;
};

// Owned by the builder. What a family's pairs consist of is one table; `chosen` is a pair as far as it is put together.
class PartOffers {
  Q_DECLARE_TR_FUNCTIONS(PartOffers)
public:
  explicit PartOffers(std::vector<Finding> findings = {}) : m_findings(std::move(findings)) {}

  // Whether a pair with this large model has such a part.
  bool has(Part part, const PairSpec& chosen) const;
  // The complete ones that fit to the models chosen; before a large one is chosen, those of all families.
  std::vector<PartOffer> of(Part part, const PairSpec& chosen) const;
  // Empty where there is none, or where the pair most likely does without.
  std::filesystem::path likeliest(Part part, const PairSpec& chosen) const;
  // An image-to-video model that stands in for the small one, too.
  bool runsAlone(const PairSpec& chosen) const;
  // "WAN 14B and 1.3B"; empty before both models are chosen.
  QString nameOf(const PairSpec& chosen) const;

private:
  const ComponentInfo* infoOf(const std::filesystem::path& path) const;
  bool fits(Part part, const Finding& finding, const PairSpec& chosen) const;
  std::ptrdiff_t tokenizerRank(const std::filesystem::path& tokenizer, const std::filesystem::path& encoder) const;
  std::filesystem::path largest(const std::filesystem::path& small) const;
  std::filesystem::path smallestBeside(const std::filesystem::path& large) const;

  std::vector<Finding> m_findings;
};

}  // namespace fb::ui
