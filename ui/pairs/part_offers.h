// SPDX-License-Identifier: MIT
// Which of the found parts can form a pair, and which of them most likely belong together.
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
// Each depends only on those before it.
inline constexpr std::array kParts = {Part::Large, Part::Small,        Part::TextEncoder, Part::Tokenizer,
                                      Part::Vae,   Part::ImageEncoder, Part::Upsampler};

// The member of a pair that holds the part's path.
std::filesystem::path PairSpec::*fieldOf(Part part);

struct PartOffer {
  QString title;
  std::filesystem::path path;  // empty: the pair has no such part
  bool operator==(const PartOffer&) const = default;
};

// Owned by the builder. What a family's pairs consist of is one table; `chosen` is the pair as far as it is complete.
class PartOffers {
  Q_DECLARE_TR_FUNCTIONS(PartOffers)
public:
  explicit PartOffers(std::vector<Finding> findings = {}) : m_findings(std::move(findings)) {}

  // Whether a pair with this large model has such a part.
  bool has(Part part, const PairSpec& chosen) const;
  // The complete ones that fit the chosen models; before a large one is chosen, those of all families.
  std::vector<PartOffer> of(Part part, const PairSpec& chosen) const;
  // Empty if there is none, or if the pair most likely has no such part.
  std::filesystem::path likeliest(Part part, const PairSpec& chosen) const;
  // An image-to-video model that is used in place of the small one, too.
  bool runsAlone(const PairSpec& chosen) const;
  // "WAN 14B and 1.3B"; empty until both models are chosen.
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
