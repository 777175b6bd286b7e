// SPDX-License-Identifier: MIT
#include "plots/plot_math.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <map>

namespace fb::ui {

StageSchedule scheduleWithSteps(int steps, int earlySteps, int lateSteps) {
  earlySteps = std::clamp(earlySteps, 0, steps);
  lateSteps = std::clamp(lateSteps, 0, steps - earlySteps);
  return {static_cast<double>(earlySteps) / steps, static_cast<double>(lateSteps) / steps, steps};
}

int handleStep(const StageSchedule& schedule, Handle handle) {
  return handle == Handle::Early ? std::min(schedule.earlySteps(), schedule.steps)
                                 : std::max(schedule.steps - schedule.lateSteps(), 0);
}

StageSchedule withHandleAt(const StageSchedule& now, Handle handle, double x) {
  const int step = std::clamp(static_cast<int>(std::lround(x)), 0, now.steps);
  const int early = handleStep(now, Handle::Early), late = handleStep(now, Handle::Late);
  if (handle == Handle::Early) return scheduleWithSteps(now.steps, std::min(step, late), now.steps - late);
  return scheduleWithSteps(now.steps, early, now.steps - std::max(step, early));
}

bool isLocked(const StageSchedule& schedule, Handle handle, int running) {
  return running >= 0 && handleStep(schedule, handle) <= running;
}

std::vector<BandPoint> bandOf(const std::vector<std::vector<StepReport>>& probes) {
  std::map<int, BandPoint> points;
  for (const auto& probe : probes)
    for (const auto& step : probe) {
      if (!step.divergence) continue;
      const double value = step.divergence->relativeL2;
      auto& point = points.try_emplace(step.step, BandPoint{step.step + .5, value, value}).first->second;
      point.low = std::min(point.low, value);
      point.high = std::max(point.high, value);
    }
  std::vector<BandPoint> band;
  for (auto& [step, point] : points) {
    const double least = point.high / 12;
    if (point.high - point.low < 2 * least) {
      const double middle = (point.high + point.low) / 2;
      point.low = middle - least;
      point.high = middle + least;
    }
    band.push_back(point);
  }
  return band;
}

double savingOf(const StageSchedule& schedule, double largeForward, double smallForward) {
  if (schedule.steps == 0 || largeForward <= 0) return 0;
  const double large = schedule.largeSteps();
  return 1 - (large * largeForward + (schedule.steps - large) * smallForward) / (schedule.steps * largeForward);
}

std::optional<double> secondsFor(const StageSchedule& schedule, const StageSchedule& known, const CostEstimate& cost) {
  if (!cost.seconds || !cost.secondsLargeOnly || known.steps == 0) return {};
  const double small = known.steps - known.largeSteps();
  if (small == 0) return schedule.largeSteps() == schedule.steps ? cost.secondsLargeOnly : std::nullopt;
  const double savedPerStep = (*cost.secondsLargeOnly - *cost.seconds) / small;
  return *cost.secondsLargeOnly - savedPerStep * (schedule.steps - schedule.largeSteps());
}

QString curveCsv(const std::vector<StepReport>& steps) {
  QStringList lines{QStringLiteral("step,sigma,timestep,model,relative_l2,cosine_distance,seconds")};
  for (const auto& step : steps) {
    const auto name =
        QString::fromUtf8(toString(step.model).data(), static_cast<qsizetype>(toString(step.model).size()));
    lines << QStringLiteral("%1,%2,%3,%4,%5,%6,%7")
                 .arg(step.step)
                 .arg(step.sigma)
                 .arg(step.timestep)
                 .arg(name)
                 .arg(step.divergence ? QString::number(step.divergence->relativeL2, 'g', 9) : QString())
                 .arg(step.divergence ? QString::number(step.divergence->cosineDistance, 'g', 9) : QString())
                 .arg(step.seconds);
  }
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace fb::ui
