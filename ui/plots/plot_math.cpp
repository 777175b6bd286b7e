// SPDX-License-Identifier: MIT
#include "plots/plot_math.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace fb::ui {
namespace {

struct CurvePoint {
  double at;  // 0..1 of the trajectory
  double value;
};

std::vector<CurvePoint> curveOf(const std::vector<StepReport>& reports) {
  std::vector<CurvePoint> points;
  for (const auto& report : reports)
    if (report.divergence && report.steps > 0) points.push_back({positionOf(report, 1), report.divergence->relativeL2});
  return points;
}

double valueAt(const std::vector<CurvePoint>& points, double at) {
  const auto next =
      std::find_if(points.begin(), points.end(), [at](const CurvePoint& point) { return point.at >= at; });
  if (next == points.begin()) return points.front().value;
  if (next == points.end()) return points.back().value;
  const auto& before = *std::prev(next);
  return std::lerp(before.value, next->value, (at - before.at) / (next->at - before.at));
}

BandPoint bandPoint(double step, std::vector<double> values) {
  std::ranges::sort(values);
  const auto quantile = [&](double share) {
    const double position = share * static_cast<double>(values.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const auto above = std::min(below + 1, values.size() - 1);
    return std::lerp(values[below], values[above], position - static_cast<double>(below));
  };
  const double median = quantile(.5);
  // Probes that agree still give a visible band.
  const double least = (values.size() > 1 ? .04 : .1) * median;
  return {step, std::max(0., std::min(quantile(.1), median - least)), median, std::max(quantile(.9), median + least)};
}

QString csvNumber(double value) { return QString::number(value, 'g', 9); }

}  // namespace

StageSchedule scheduleWithSteps(int steps, int earlySteps, int lateSteps) {
  if (steps <= 0) return {0, 0, 0, 0};
  earlySteps = std::clamp(earlySteps, 0, steps);
  lateSteps = std::clamp(lateSteps, 0, steps - earlySteps);
  return {static_cast<double>(earlySteps) / steps, static_cast<double>(lateSteps) / steps, steps, 0};
}

int handleStep(const StageSchedule& schedule, Handle handle) {
  const int early = std::min(schedule.earlySteps(), schedule.steps);
  return handle == Handle::Early ? early : std::max(schedule.steps - schedule.lateSteps(), early);
}

StageSchedule withHandleAt(const StageSchedule& now, Handle handle, double x, int firstFree) {
  const int early = handleStep(now, Handle::Early), late = handleStep(now, Handle::Late);
  const int step = static_cast<int>(std::lround(std::clamp<double>(x, 0, now.steps)));
  auto moved =
      handle == Handle::Early
          ? scheduleWithSteps(now.steps, std::min(std::max(step, firstFree), late), now.steps - late)
          : scheduleWithSteps(now.steps, early, now.steps - std::max({step, early, std::min(firstFree, now.steps)}));
  moved.middleSteps = now.middleSteps;
  return moved;
}

int firstFreeStep(std::optional<int> running) { return running ? *running + 1 : 0; }

bool isLocked(const StageSchedule& schedule, Handle handle, std::optional<int> running) {
  return handleStep(schedule, handle) < firstFreeStep(running);
}

std::optional<Handle> handleNear(double x, double early, double late, double reach) {
  const double toEarly = std::abs(x - early), toLate = std::abs(x - late);
  if (std::min(toEarly, toLate) > reach) return {};
  if (toEarly == toLate) return x < early ? Handle::Early : Handle::Late;
  return toEarly < toLate ? Handle::Early : Handle::Late;
}

bool isCosine(DivergenceKind kind) {
  return kind == DivergenceKind::Cosine || kind == DivergenceKind::ConditionalCosine;
}

bool isConditional(DivergenceKind kind) {
  return kind == DivergenceKind::ConditionalL2 || kind == DivergenceKind::ConditionalCosine;
}

StepReport ofVelocities(StepReport report, DivergenceKind kind) {
  if (isConditional(kind)) report.divergence = report.conditionalDivergence;
  return report;
}

StepReport drawnAs(StepReport report, DivergenceKind kind) {
  report = ofVelocities(std::move(report), kind);
  if (report.divergence && isCosine(kind)) std::swap(report.divergence->relativeL2, report.divergence->cosineDistance);
  return report;
}

double positionOf(const StepReport& report, int steps) {
  return report.steps > 0 ? (report.step + .5) * steps / report.steps : report.step + .5;
}

std::vector<StageRun> stageRuns(const StageSchedule& schedule) {
  std::vector<StageRun> runs;
  for (int step = 0; step < schedule.steps; ++step) {
    const auto model = schedule.modelAt(step);
    if (runs.empty() || runs.back().model != model) runs.push_back({model, step, step});
    runs.back().end = step + 1;
  }
  return runs;
}

std::vector<BandPoint> bandOf(const std::vector<std::vector<StepReport>>& probes, int steps) {
  std::vector<std::vector<CurvePoint>> curves;
  for (const auto& probe : probes)
    if (auto curve = curveOf(probe); !curve.empty()) curves.push_back(std::move(curve));
  std::vector<BandPoint> band;
  for (int step = 0; step < steps && !curves.empty(); ++step) {
    std::vector<double> values;
    values.reserve(curves.size());
    for (const auto& curve : curves) values.push_back(valueAt(curve, (step + .5) / steps));
    band.push_back(bandPoint(step + .5, std::move(values)));
  }
  return band;
}

double axisTop(double highest) {
  if (!(highest > 0)) return 1;
  const double wanted = highest * 1.3;
  const double decade = std::pow(10., std::floor(std::log10(wanted)));
  for (const double mantissa : {1., 1.25, 1.5, 2., 2.5, 3., 4., 5., 6., 8.})
    if (mantissa * decade >= wanted) return mantissa * decade;
  return 10 * decade;
}

std::vector<double> noiseLevels(const std::vector<StepReport>& reports, int steps) {
  std::vector<double> levels(static_cast<std::size_t>(std::max(steps, 0)) + 1,
                             std::numeric_limits<double>::quiet_NaN());
  for (const auto& report : reports)
    if (report.step >= 0 && report.step < steps && report.steps == steps)
      levels[static_cast<std::size_t>(report.step)] = report.sigma;
  if (!reports.empty()) levels.back() = 0;
  return levels;
}

namespace {

// The cost of a small model's step as a fraction of a large model's.
double smallShare(const StageSchedule& known, const CostEstimate& cost) {
  const double large = cost.samplingLargeOnly / known.steps;
  const int largeSteps = known.largeSteps(cost.sharedSteps), smallSteps = known.smallSteps(cost.sharedSteps);
  // The estimate includes the small model's own guidance evaluations; a single forward does not.
  return smallSteps > 0 ? (cost.sampling - largeSteps * large) / smallSteps / large
                        : cost.smallForward / cost.largeForward;
}

// In steps of the large model: those that are taken over or that the small one replaces, minus what it costs there.
double spared(const StageSchedule& schedule, double smallShare, int shared) {
  return schedule.steps - schedule.largeSteps(shared) - schedule.smallSteps(shared) * smallShare;
}

// Also in steps of the large model: what the other model costs on the compared steps.
double compared(const StageSchedule& schedule, double smallShare, int shared, ProbePolicy comparing) {
  const double onLarge = schedule.largeSteps(shared) * smallShare;
  if (comparing == ProbePolicy::None) return 0;
  return comparing == ProbePolicy::Large ? onLarge : onLarge + schedule.smallSteps(shared);
}

}  // namespace

double savingOf(const StageSchedule& schedule, const StageSchedule& known, const CostEstimate& cost,
                ProbePolicy comparing) {
  if (schedule.steps <= 0 || cost.samplingLargeOnly <= 0 || cost.largeForward <= 0) return 0;
  const bool isKnown = known.steps == schedule.steps;
  const double share = isKnown ? smallShare(known, cost) : cost.smallForward / cost.largeForward;
  const int shared = isKnown ? cost.sharedSteps : 0;
  return (spared(schedule, share, shared) - compared(schedule, share, shared, comparing)) / schedule.steps;
}

std::optional<double> secondsFor(const StageSchedule& schedule, const StageSchedule& known, const CostEstimate& cost,
                                 ProbePolicy comparing) {
  if (!cost.secondsLargeOnly || known.steps <= 0 || known.steps != schedule.steps) return {};
  const int shared = cost.sharedSteps;
  const bool isLargeOnly = shared == 0 && schedule.largeSteps() == schedule.steps;
  if (isLargeOnly && comparing == ProbePolicy::None) return cost.secondsLargeOnly;
  if (!cost.seconds || (shared == 0 && known.smallSteps() == 0) || cost.samplingLargeOnly <= 0) return {};
  const double share = smallShare(known, cost);
  const double less = spared(schedule, share, shared) - compared(schedule, share, shared, comparing);
  return *cost.secondsLargeOnly -
         (*cost.secondsLargeOnly - *cost.seconds) * less / spared(known, share, cost.sharedSteps);
}

QString curveCsv(const std::vector<StepReport>& steps, const std::vector<BandPoint>& band, DivergenceKind kind) {
  struct Row {
    const StepReport* report = nullptr;
    const BandPoint* band = nullptr;
  };
  std::map<int, Row> rows;
  std::vector<StepReport> shown;
  for (const auto& report : steps) shown.push_back(ofVelocities(report, kind));
  for (const auto& report : shown) rows[report.step].report = &report;
  for (const auto& point : band) rows[static_cast<int>(point.step)].band = &point;

  const auto velocities = isConditional(kind) ? QStringLiteral("conditional_") : QString();
  const auto distance = isCosine(kind) ? QStringLiteral("cosine_") : QString();
  QStringList lines{QStringLiteral("step,sigma,timestep,model,%1relative_l2,%1cosine_distance,%1probe_%2low,"
                                   "%1probe_%2high,seconds")
                        .arg(velocities, distance)};
  for (const auto& [step, row] : rows) {
    QStringList cells{QString::number(step)};
    if (row.report) {
      const auto model = toString(row.report->model);
      cells << csvNumber(row.report->sigma) << csvNumber(row.report->timestep)
            << QString::fromUtf8(model.data(), static_cast<qsizetype>(model.size()));
    } else {
      cells << QString() << QString() << QString();
    }
    const auto* divergence = row.report && row.report->divergence ? &*row.report->divergence : nullptr;
    cells << (divergence ? csvNumber(divergence->relativeL2) : QString())
          << (divergence ? csvNumber(divergence->cosineDistance) : QString())
          << (row.band ? csvNumber(row.band->low) : QString()) << (row.band ? csvNumber(row.band->high) : QString())
          << (row.report ? csvNumber(row.report->seconds) : QString());
    lines << cells.join(QLatin1Char(','));
  }
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace fb::ui
