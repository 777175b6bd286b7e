// SPDX-License-Identifier: MIT
#include "lab/sweep_words.h"

#include "text/durations.h"

#include <QCoreApplication>

namespace fb::ui {
namespace {

struct SweepWords {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::SweepWords)
};

}  // namespace

QString nameOf(ProposalRule rule) {
  switch (rule) {
    case ProposalRule::Cheapest:
      return QStringLiteral("cheapest");
    case ProposalRule::Sure:
      return QStringLiteral("sure");
    case ProposalRule::Knee:
      return QStringLiteral("knee");
    case ProposalRule::Paper:
      return QStringLiteral("paper");
  }
  return {};
}

ProposalRule proposalRuleFrom(const QString& name) {
  for (const auto rule : kProposalRules)
    if (nameOf(rule) == name) return rule;
  return ProposalRule::Cheapest;
}

SweepCandidate candidateOf(const SweepProposal& proposal, ProposalRule rule) {
  switch (rule) {
    case ProposalRule::Cheapest:
      return proposal.cheapest;
    case ProposalRule::Sure:
      return proposal.sure;
    case ProposalRule::Knee:
      return proposal.knee;
    case ProposalRule::Paper:
      return proposal.paper;
  }
  return {};
}

QString ruleLabel(ProposalRule rule) {
  switch (rule) {
    case ProposalRule::Cheapest:
      return SweepWords::tr("Cheapest");
    case ProposalRule::Sure:
      return SweepWords::tr("Sure");
    case ProposalRule::Knee:
      return SweepWords::tr("Knee");
    case ProposalRule::Paper:
      return SweepWords::tr("Paper");
  }
  return {};
}

QString ruleReason(ProposalRule rule) {
  switch (rule) {
    case ProposalRule::Cheapest:
      return SweepWords::tr("The least work that is near enough.");
    case ProposalRule::Sure:
      return SweepWords::tr("The least work that is near enough even at the low end of the interval.");
    case ProposalRule::Knee:
      return SweepWords::tr("From here on, more large steps bring less than on average.");
    case ProposalRule::Paper:
      return SweepWords::tr("The paper's criteria: with shorter stages, sameness falls faster than on average.");
  }
  return {};
}

QChar ruleSymbol(ProposalRule rule) { return QStringLiteral("●■◆▲").at(static_cast<int>(rule)); }

QString measureLabel(SamenessMeasure measure) {
  switch (measure) {
    case SamenessMeasure::Ssim:
      return SweepWords::tr("Structure (SSIM)");
    case SamenessMeasure::Latents:
      return SweepWords::tr("Latents");
    case SamenessMeasure::Rmse:
      return SweepWords::tr("Pixels (PSNR)");
    case SamenessMeasure::Motion:
      return SweepWords::tr("Motion");
    case SamenessMeasure::Flicker:
      return SweepWords::tr("Flicker");
    case SamenessMeasure::Dinov2:
      return SweepWords::tr("Content (DINOv2)");
    case SamenessMeasure::Lpips:
      return SweepWords::tr("Look (LPIPS)");
  }
  return {};
}

QString floorLabel(std::optional<SamenessFloor> floor) {
  if (!floor) return SweepWords::tr("the further one");
  return *floor == SamenessFloor::OtherSeed ? SweepWords::tr("another seed") : SweepWords::tr("the small model");
}

std::filesystem::path clipFolder(const QString& sweep, const SweepRun& run) {
  return std::filesystem::path(sweep.toStdString()) / "runs" / run.name();
}

QString candidateWords(const SweepCandidate& candidate, int steps) {
  if (candidate == SweepCandidate{steps, 0}) return SweepWords::tr("Large model alone");
  if (candidate == SweepCandidate{0, 0}) return SweepWords::tr("Small model alone");
  const auto share = [steps](int part) { return percent(steps > 0 ? static_cast<double>(part) / steps : 0); };
  if (candidate.fewerSteps > 0) return SweepWords::tr("Large model, %n step(s)", nullptr, candidate.fewerSteps);
  switch (candidate.guard()) {
    case GuardRule::None:
      break;
    case GuardRule::Verify:
      return (candidate.guardReturns ? SweepWords::tr("Returning guard %1, %2 / %3")
                                     : SweepWords::tr("Guard %1, %2 / %3"))
          .arg(number(candidate.guardBound, 2), share(candidate.early), share(candidate.late));
    case GuardRule::OneWay:
      return SweepWords::tr("One-way guard %1, %2 / %3")
          .arg(number(candidate.guardChange, 2), share(candidate.early), share(candidate.late));
    case GuardRule::SrDiffusion:
      return SweepWords::tr("SRDiffusion guard %1, %2 / %3")
          .arg(number(candidate.guardSettling, 3), share(candidate.early), share(candidate.late));
  }
  return SweepWords::tr("%1 / %2").arg(share(candidate.early), share(candidate.late));
}

QString scoreWords(const CandidateScore& score, const SweepScores& scores) {
  const auto sameness = number(scores.sameness(score), 2);
  if (score.cost > 1) {
    const auto more = percent(score.cost - 1);
    return SweepWords::tr("%1 more work, sameness %2").arg(more, sameness);
  }
  const auto saving = percent(1 - score.cost);
  if (scores.prompts.size() < 2) return SweepWords::tr("%1 less work, sameness %2").arg(saving, sameness);
  return SweepWords::tr("%1 less work, sameness %2 (%3 to %4)")
      .arg(saving, sameness, number(score.low, 2), number(score.high, 2));
}

}  // namespace fb::ui
