// SPDX-License-Identifier: MIT
// The page of flowblend/sweep_report.h.
#pragma once

#include "flowblend/proposal.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fb::lab {

struct ReportPage {
  const SweepResults& results;
  const SweepScores& scores;
  SweepProposal proposal;
  std::vector<std::pair<SweepCandidate, std::string>> clips;  // GIF files; empty: not decoded
};
std::string html(const ReportPage& page);

std::string escaped(std::string_view text);
std::string base64(std::string_view bytes);

}  // namespace fb::lab
