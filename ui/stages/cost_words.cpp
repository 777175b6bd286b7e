// SPDX-License-Identifier: MIT
#include "stages/cost_words.h"

#include "plots/plot_math.h"
#include "text/durations.h"

#include <QCoreApplication>
#include <QLocale>

namespace fb::ui {
namespace {

struct CostWords {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::CostWords)
};

QString stepsWords(const StageSchedule& schedule) {
  const int large = schedule.largeSteps();
  if (large == schedule.steps) return CostWords::tr("Large on all %n step(s)", nullptr, schedule.steps);
  if (large == 0) return CostWords::tr("Small on all %n step(s)", nullptr, schedule.steps);
  return CostWords::tr("Large %1 of %n step(s)", nullptr, schedule.steps).arg(QLocale().toString(large));
}

}  // namespace

QStringList costFacts(const StageSchedule& schedule, const std::optional<CostEstimate>& cost,
                      const StageSchedule& estimated, ProbePolicy comparing, std::optional<double> sameness) {
  QStringList facts{stepsWords(schedule)};
  if (!cost) return facts;
  const bool isShared = cost->sharedSteps > 0 && estimated.steps == schedule.steps;
  if (isShared) facts << CostWords::tr("%n step(s) taken over", nullptr, cost->sharedSteps);
  const bool isCompared = comparing != ProbePolicy::None;
  if (isCompared) facts << CostWords::tr("with comparing");
  if (cost->most && schedule.smallSteps() > 0) facts << CostWords::tr("if the guard lets the small model go on");
  constexpr double kWorthTelling = .005;
  const double saving = savingOf(schedule, estimated, *cost, comparing);
  if (saving >= kWorthTelling) facts << CostWords::tr("%1 fewer FLOPs").arg(percent(saving));
  if (saving <= -kWorthTelling) facts << CostWords::tr("%1 more FLOPs").arg(percent(-saving));
  if (sameness) facts << CostWords::tr("sameness about %1").arg(number(*sameness, 2));
  const auto seconds = secondsFor(schedule, estimated, *cost, comparing);
  if (seconds && (isShared || isCompared || schedule.largeSteps() < schedule.steps))
    facts << timeFact(*seconds, *cost->secondsLargeOnly);
  else if (seconds)
    facts << CostWords::tr("about %1", "1:03").arg(elapsed(*seconds));
  return facts;
}

QString timeFact(double seconds, double secondsLargeOnly) {
  return CostWords::tr("about %1 instead of %2", "41 s and 1:03").arg(elapsed(seconds), elapsed(secondsLargeOnly));
}

QString factsLine(const QStringList& facts) { return facts.join(QStringLiteral(" · ")); }

}  // namespace fb::ui
