// SPDX-License-Identifier: MIT
#include "runs/branch_offer.h"

#include "text/error_sentences.h"

#include <QCoreApplication>

#include <algorithm>

namespace fb::ui {
namespace {

struct BranchWords {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::BranchWords)
};

}  // namespace

BranchOffer branchOffer(const Result<RunInfo>& run) {
  if (!run && run.error().kind == ErrorKind::NotFound)
    return {{}, 0, BranchWords::tr("The folder of this run no longer exists, so its steps cannot be continued.")};
  if (!run) return {{}, 0, errorLine(run.error())};
  const int steps = run.value().request.sampling.schedule.steps;
  BranchOffer offer{{}, steps, {}};
  for (const int step : run.value().keptSteps)
    if (step > 0 && step < steps) offer.steps.push_back(step);
  std::ranges::sort(offer.steps);
  if (offer.steps.empty())
    offer.problem = BranchWords::tr(
        "This run keeps no state to continue from. Settings › Folders says how many are kept and how much space they "
        "may use.");
  return offer;
}

}  // namespace fb::ui
