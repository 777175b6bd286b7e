// SPDX-License-Identifier: MIT
#include "plots/plot_math.h"

#include <QTest>

#include <cmath>

using namespace fb;
using namespace fb::ui;

namespace {

std::vector<StepReport> probe(int steps, double level) {
  std::vector<StepReport> reports;
  for (int i = 0; i < steps; ++i) {
    StepReport report;
    report.step = i;
    report.steps = steps;
    report.sigma = 1 - static_cast<double>(i) / steps;
    report.divergence = Divergence{level * (i + 1), .1};
    reports.push_back(report);
  }
  return reports;
}

CostEstimate estimateFor(const StageSchedule& schedule, double large, double small, double secondsLarge,
                         double secondsSmall) {
  CostEstimate cost;
  const int n = schedule.largeSteps();
  cost.largeForward = large;
  cost.smallForward = small;
  cost.sampling = n * large + (schedule.steps - n) * small;
  cost.samplingLargeOnly = schedule.steps * large;
  cost.seconds = n * secondsLarge + (schedule.steps - n) * secondsSmall;
  cost.secondsLargeOnly = schedule.steps * secondsLarge;
  return cost;
}

}  // namespace

class TestPlotMath : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void sharesGiveExactlyTheirSteps() {
    for (int steps = 1; steps <= 200; ++steps)
      for (int early = 0; early <= steps; ++early) {
        const auto schedule = scheduleWithSteps(steps, early, steps - early);
        QCOMPARE(schedule.earlySteps(), early);
        QCOMPARE(schedule.lateSteps(), steps - early);
      }
  }

  void handlesSnapAndStopAtEachOther() {
    const StageSchedule schedule{.4, .2, 30};
    QCOMPARE(handleStep(schedule, Handle::Early), 12);
    QCOMPARE(handleStep(schedule, Handle::Late), 24);
    QCOMPARE(handleStep(withHandleAt(schedule, Handle::Early, 7.4), Handle::Early), 7);
    QCOMPARE(handleStep(withHandleAt(schedule, Handle::Early, 7.6), Handle::Early), 8);
    QCOMPARE(handleStep(withHandleAt(schedule, Handle::Early, 29), Handle::Early), 24);
    QCOMPARE(handleStep(withHandleAt(schedule, Handle::Early, -1e300), Handle::Early), 0);
    QCOMPARE(handleStep(withHandleAt(schedule, Handle::Late, 3), Handle::Late), 12);
    QCOMPARE(handleStep(withHandleAt(schedule, Handle::Late, 1e300), Handle::Late), 30);
    QCOMPARE(withHandleAt(schedule, Handle::Late, 30).lateSteps(), 0);
    // The one that is not moved stays.
    QCOMPARE(handleStep(withHandleAt(schedule, Handle::Early, 3), Handle::Late), 24);
  }

  void aRunLocksWhatItHasReached() {
    const StageSchedule schedule{.4, .2, 30};
    QVERIFY(!isLocked(schedule, Handle::Early, {}));
    QVERIFY(!isLocked(schedule, Handle::Early, 11));  // step 12 has not begun
    QVERIFY(isLocked(schedule, Handle::Early, 12));
    QVERIFY(!isLocked(schedule, Handle::Late, 12));
    QCOMPARE(handleStep(withHandleAt(schedule, Handle::Early, 2, firstFreeStep(6)), Handle::Early), 7);
    QCOMPARE(handleStep(withHandleAt(schedule, Handle::Late, 2, firstFreeStep(15)), Handle::Late), 16);
    QCOMPARE(handleStep(withHandleAt(schedule, Handle::Late, 2, firstFreeStep(29)), Handle::Late), 30);
  }

  void overlappingStagesAreOneHandlePlace() {
    const StageSchedule schedule{.8, .6, 10};
    QCOMPARE(handleStep(schedule, Handle::Early), 8);
    QCOMPARE(handleStep(schedule, Handle::Late), 8);
    QCOMPARE(stageRuns(schedule), (std::vector<StageRun>{{Model::Large, 0, 10}}));
  }

  void theNearestHandleIsHit() {
    QCOMPARE(handleNear(103, 100, 200, 8), std::optional(Handle::Early));
    QCOMPARE(handleNear(195, 100, 200, 8), std::optional(Handle::Late));
    QVERIFY(!handleNear(150, 100, 200, 8));
    QCOMPARE(handleNear(99, 100, 100, 8), std::optional(Handle::Early));
    QCOMPARE(handleNear(101, 100, 100, 8), std::optional(Handle::Late));
  }

  void runsFollowTheSchedule() {
    QCOMPARE(stageRuns({.4, .2, 30}),
             (std::vector<StageRun>{{Model::Large, 0, 12}, {Model::Small, 12, 24}, {Model::Large, 24, 30}}));
    QCOMPARE(stageRuns({0, 0, 4}), (std::vector<StageRun>{{Model::Small, 0, 4}}));
    QVERIFY(stageRuns({.4, .2, 0}).empty());
  }

  void aBandHoldsItsProbes() {
    QVERIFY(bandOf({}, 30).empty());
    QVERIFY(bandOf({std::vector<StepReport>(3)}, 30).empty());  // nothing was compared
    const auto one = bandOf({probe(4, .1)}, 4);
    QCOMPARE(one.size(), std::size_t{4});
    QCOMPARE(one[1].step, 1.5);
    QCOMPARE(one[1].median, .2);
    QVERIFY(one[1].low < .2 && one[1].high > .2);
    const auto two = bandOf({probe(4, .1), probe(4, .2)}, 4);
    QCOMPARE(two[3].median, .6);
    QCOMPARE(two[3].low, .44);
    QCOMPARE(two[3].high, .76);
    // One that is far off moves the median by no more than any other.
    const auto three = bandOf({probe(4, .1), probe(4, .11), probe(4, 9)}, 4);
    QCOMPARE(three[0].median, .11);
  }

  void aBandIsStretchedToOtherSteps() {
    const auto band = bandOf({probe(4, .1)}, 8);
    QCOMPARE(band.size(), std::size_t{8});
    QCOMPARE(band.front().median, .1);  // before the first point: held
    QCOMPARE(band[1].median, .125);     // at 1.5 of 8, a quarter of the way from .5 to 1.5 of 4
    QCOMPARE(band.back().median, .4);
  }

  void axesEndRoundAndLeaveRoom() {
    for (const double highest : {.003, .07, .2, .83, 1., 4.2, 77.}) {
      const double top = axisTop(highest);
      QVERIFY(top >= 1.3 * highest && top <= 1.7 * highest);
    }
    QCOMPARE(axisTop(0), 1.);
    QCOMPARE(axisTop(std::nan("")), 1.);
    QCOMPARE(axisTop(.83), 1.25);
  }

  void curvesOfOtherStepsAreStretched() {
    const auto reports = probe(4, .1);
    QCOMPARE(positionOf(reports[1], 4), 1.5);
    QCOMPARE(positionOf(reports[1], 8), 3.);
  }

  void noiseIsKnownWhereItWasReported() {
    auto reports = probe(4, .1);
    reports.pop_back();
    const auto levels = noiseLevels(reports, 4);
    QCOMPARE(levels.size(), std::size_t{5});
    QCOMPARE(levels[1], .75);
    QVERIFY(std::isnan(levels[3]));
    QCOMPARE(levels[4], 0.);
    QVERIFY(std::isnan(noiseLevels(reports, 8)[1]));  // of another number of steps
  }

  void anotherScheduleIsReckonedFromTheEstimate() {
    const StageSchedule known{.4, .2, 30}, other{.2, .1, 30};
    // The small model runs without its second guidance evaluation here: a single forward would mislead.
    auto cost = estimateFor(known, 20, 1, 2, .25);
    cost.largeForward = 10;
    QCOMPARE(savingOf(known, known, cost), 1 - cost.sampling / cost.samplingLargeOnly);
    QCOMPARE(savingOf(other, known, cost), 21 * 19 / 600.);
    QCOMPARE(savingOf({1, 0, 30}, known, cost), 0.);
    QCOMPARE(secondsFor(known, known, cost).value(), 18 * 2 + 12 * .25);
    QCOMPARE(secondsFor(other, known, cost).value(), 9 * 2 + 21 * .25);
    QCOMPARE(secondsFor({1, 0, 30}, known, cost).value(), 60.);
  }

  void stepsTakenOverCostNothing() {
    const StageSchedule known{.4, .2, 30};
    CostEstimate cost;
    cost.sharedSteps = 12;
    cost.largeForward = 10;
    cost.smallForward = 1;
    cost.samplingLargeOnly = 300;
    cost.sampling = 6 * 10 + 12 * 1;
    cost.secondsLargeOnly = 60;
    cost.seconds = 6 * 2 + 12 * .2;
    QCOMPARE(savingOf(known, known, cost), 1 - 72 / 300.);
    QCOMPARE(savingOf({1, 0, 30}, known, cost), 12 / 30.);
    QCOMPARE(savingOf({.4, 0, 30}, known, cost), 1 - 18 / 300.);
    QCOMPARE(secondsFor(known, known, cost).value(), 14.4);
    QCOMPARE(secondsFor({1, 0, 30}, known, cost).value(), 36.);
    QCOMPARE(secondsFor({.4, 0, 30}, known, cost).value(), 3.6);
    // A run that takes over nothing costs what it costs.
    QCOMPARE(savingOf({.4, .2, 20}, known, cost), 8 * 9 / 200.);
  }

  void comparingCostsAsWell() {
    const StageSchedule known{.4, .2, 30};
    const auto cost = estimateFor(known, 10, 1, 2, .25);
    const auto saving = [&](ProbePolicy comparing) { return savingOf(known, known, cost, comparing); };
    QCOMPARE(saving(ProbePolicy::None), 12 * 9 / 300.);
    // The small model on each of the 18 steps of the large one, and the other way round.
    QCOMPARE(saving(ProbePolicy::Large), (12 * 9 - 18) / 300.);
    QCOMPARE(saving(ProbePolicy::All), (12 * 9 - 18 - 12 * 10) / 300.);
    const auto seconds = [&](ProbePolicy comparing) { return secondsFor(known, known, cost, comparing).value(); };
    QCOMPARE(seconds(ProbePolicy::None), 18 * 2 + 12 * .25);
    QVERIFY(seconds(ProbePolicy::Large) > seconds(ProbePolicy::None));
    QVERIFY(seconds(ProbePolicy::All) > 60);
    // The large model alone, compared on all steps, costs more than without.
    QVERIFY(secondsFor({1, 0, 30}, known, cost, ProbePolicy::Large).value() > 60);
    QVERIFY(savingOf({1, 0, 30}, known, cost, ProbePolicy::Large) < 0);
  }

  void whatWasNeverMeasuredIsUnknown() {
    const StageSchedule large{1, 0, 30}, known{.4, .2, 30};
    auto cost = estimateFor(large, 10, 1, 2, 0);
    QCOMPARE(savingOf(known, large, cost), 12 * 9 / 300.);  // by one forward of each
    QVERIFY(!secondsFor(known, large, cost));
    cost.secondsLargeOnly.reset();
    QVERIFY(!secondsFor(large, large, cost));
    // Other numbers of steps take another time, before an estimate says which.
    const auto measured = estimateFor(known, 10, 1, 2, .25);
    for (const int steps : {3, 29, 300}) {
      QVERIFY(!secondsFor({.4, .2, steps}, known, measured));
      QVERIFY(!secondsFor({.4, .2, steps}, known, measured, ProbePolicy::Large));
    }
  }

  void csvHasOneLinePerStep() {
    auto steps = probe(2, .25);
    steps[1].divergence.reset();
    steps[1].model = Model::Small;
    const auto lines = curveCsv(steps, {{.5, .1, .2, .3}, {2.5, .4, .5, .6}}).split(QLatin1Char('\n'));
    QCOMPARE(lines.size(), 5);
    QCOMPARE(lines[0],
             QStringLiteral("step,sigma,timestep,model,relative_l2,cosine_distance,probe_low,probe_high,seconds"));
    QCOMPARE(lines[1], QStringLiteral("0,1,0,large,0.25,0.1,0.1,0.3,0"));
    QCOMPARE(lines[2], QStringLiteral("1,0.5,0,small,,,,,0"));
    QCOMPARE(lines[3], QStringLiteral("2,,,,,,0.4,0.6,"));
  }

  void everyKindIsDrawnOfItsOwnNumbers() {
    StepReport report;
    report.divergence = Divergence{.5, .1};
    report.conditionalDivergence = Divergence{.25, .05};
    const auto drawn = [&](DivergenceKind kind) {
      const auto shown = drawnAs(report, kind).divergence.value();
      return std::pair(shown.relativeL2, shown.cosineDistance);
    };
    QCOMPARE(drawn(DivergenceKind::RelativeL2), std::pair(.5, .1));
    QCOMPARE(drawn(DivergenceKind::Cosine), std::pair(.1, .5));
    QCOMPARE(drawn(DivergenceKind::ConditionalL2), std::pair(.25, .05));
    QCOMPARE(drawn(DivergenceKind::ConditionalCosine), std::pair(.05, .25));
    const auto lines =
        curveCsv({report}, {{.5, .1, .2, .3}}, DivergenceKind::ConditionalCosine).split(QLatin1Char('\n'));
    QCOMPARE(lines[0], QStringLiteral("step,sigma,timestep,model,conditional_relative_l2,conditional_cosine_distance,"
                                      "conditional_probe_cosine_low,conditional_probe_cosine_high,seconds"));
    QVERIFY2(lines[1].contains(",0.25,0.05,0.1,0.3,"), qPrintable(lines[1]));
    report.conditionalDivergence.reset();
    QVERIFY(!drawnAs(report, DivergenceKind::ConditionalL2).divergence);
    QVERIFY(drawnAs(report, DivergenceKind::Cosine).divergence);
  }
};

QTEST_APPLESS_MAIN(TestPlotMath)
#include "tst_plot_math.moc"
