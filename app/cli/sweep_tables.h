// SPDX-License-Identifier: MIT
// What a sweep has found, as a table for people, as CSV and as JSON.
#pragma once

#include "flowblend/proposal.h"

#include <nlohmann/json.hpp>

#include <string>

namespace fb::cli {

// One row per candidate, the cheapest first.
std::string scoreTable(const SweepScores& scores);
std::string scoreCsv(const SweepScores& scores);
nlohmann::ordered_json toJson(const SweepScores& scores);
nlohmann::ordered_json toJson(const CandidateScore& score, const SweepScores& scores);

}  // namespace fb::cli
