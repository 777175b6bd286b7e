// SPDX-License-Identifier: MIT
// Sweeps in words: candidates, measures, floors, and the rules by which boundaries are proposed. Call again after a
// LanguageChange. GUI thread.
#pragma once

#include "flowblend/proposal.h"

#include <QString>

#include <array>
#include <filesystem>
#include <optional>

namespace fb::ui {

enum class ProposalRule { Cheapest, Sure, Knee, Paper };
inline constexpr std::array kProposalRules = {ProposalRule::Cheapest, ProposalRule::Sure, ProposalRule::Knee,
                                              ProposalRule::Paper};
// As they are stored: "cheapest", "sure", "knee", "paper". Another text means Cheapest.
QString nameOf(ProposalRule rule);
ProposalRule proposalRuleFrom(const QString& name);
SweepCandidate candidateOf(const SweepProposal& proposal, ProposalRule rule);

QString ruleLabel(ProposalRule rule);
QString ruleReason(ProposalRule rule);
// How the rule's candidate is marked in the plots: a disc, a square, a rhombus, a triangle.
QChar ruleSymbol(ProposalRule rule);
QString measureLabel(SamenessMeasure measure);
QString floorLabel(std::optional<SamenessFloor> floor);  // absent: the further one
// Where a sweep keeps the clip of one of its runs; it may not exist (any more).
std::filesystem::path clipFolder(const QString& sweep, const SweepRun& run);
// "27 % / 13 %" or one of the models.
QString candidateWords(const SweepCandidate& candidate, int steps);
// "45 % less work, sameness 0.96 (0.94 to 0.97)"; without the interval if there is only one prompt.
QString scoreWords(const CandidateScore& score, const SweepScores& scores);

}  // namespace fb::ui
