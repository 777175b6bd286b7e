// SPDX-License-Identifier: MIT
// What the stage panel says.
#include "plots/divergence_plot.h"
#include "plots/plot_math.h"
#include "stages/cost_words.h"
#include "stages/stage_panel.h"
#include "stages/suggestion_line.h"
#include "text/clip_names.h"
#include "theme/style_property.h"
#include "theme/theme.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

namespace fb::ui {
namespace {

constexpr int kBesideNumbers = 56;  // pixels of a spin box besides its text

}  // namespace

void StagePanel::retranslate() {
  m_probe->setText(tr("Pro&be"));
  m_probe->setToolTip(
      tr("Run both models on every step of this request once and draw how much they differ. "
         "Where they agree, the small one can take over."));
  m_probe->setAccessibleName(tr("Probe the velocity divergence"));
  m_policyLabel->setText(tr("Compare &while sampling"));
  m_policy->setItemText(static_cast<int>(ProbePolicy::None), tr("never"));
  m_policy->setItemText(static_cast<int>(ProbePolicy::Large), tr("on large steps"));
  m_policy->setItemText(static_cast<int>(ProbePolicy::All), tr("on all steps"));
  m_policy->setAccessibleName(tr("Compare the models while sampling"));
  m_policy->setToolTip(
      tr("Draws the divergence live while a clip is generated. This takes as long as running the other model on the "
         "compared steps."));
  const auto tip = [this](SchedulePreset preset, const QString& text, const QString& name) {
    auto* button = m_presets->button(static_cast<int>(preset));
    button->setToolTip(text);
    button->setAccessibleName(name);
  };
  tip(SchedulePreset::LSL, tr("Large, small, large: nearly the large model's clip for less work"),
      tr("Schedule large, small, large"));
  tip(SchedulePreset::LSS, tr("Large early, then small to the end: structure and motion of the large model"),
      tr("Schedule large, small, small"));
  tip(SchedulePreset::SLL, tr("Small early, then large to the end: only the large model's detail"),
      tr("Schedule small, large, large"));
  tip(SchedulePreset::LLL, tr("The large model on every step: the clip to compare with"), tr("Schedule large only"));
  tip(SchedulePreset::SSS, tr("The small model on every step: the fastest draft"), tr("Schedule small only"));
  m_smallLabel->setText(tr("Small steps"));
  m_smallSteps->setSpecialValueText(tr("Automatic"));
  // The word is wider than the numbers by which the box determines its size.
  m_smallSteps->setMinimumWidth(fontMetrics().horizontalAdvance(m_smallSteps->specialValueText()) + kBesideNumbers);
  m_smallSteps->setAccessibleName(tr("Steps of the small model"));
  m_smallSteps->setToolTip(
      tr("How many steps the small model takes in its stage. Fewer, longer steps suit step-distilled models."));
  const auto find = tr("Find boundaries by measuring");
  m_find->setAccessibleName(find);
  m_find->setToolTip(find + QLatin1Char('\n') +
                     tr("Samples prompts with many boundaries and compares the clips with the large model's"));
  m_expand->setIcon(m_theme->icon(m_isExpanded ? QStringLiteral("down") : QStringLiteral("up")));
  const auto expand = m_isExpanded ? tr("Show the stages as a strip") : tr("Show sliders and legend");
  m_expand->setAccessibleName(expand);
  m_expand->setToolTip(expand);
  refreshWords();
  arrange();
}

void StagePanel::setRunCost(const std::optional<CostEstimate>& cost, const StageSchedule& estimated,
                            ProbePolicy comparing) {
  if (!m_run) return;
  m_runCost = {cost, estimated, comparing};
  refreshWords();
}

void StagePanel::setPredictedSameness(const PredictedSameness& sameness) {
  if (sameness == m_predictedSameness) return;
  m_predictedSameness = sameness;
  refreshWords();
}

std::optional<double> StagePanel::predictedSameness(const StageSchedule& schedule) const {
  if (schedule.steps != m_predictedSameness.steps || schedule.smallSteps() == 0) return {};
  const auto found = m_predictedSameness.by.find({schedule.earlySteps(), schedule.lateSteps()});
  return found == m_predictedSameness.by.end() ? std::nullopt : std::optional(found->second);
}

void StagePanel::refreshWords() {
  const auto& schedule = m_plot->schedule();
  const auto [cost, estimated, comparing] =
      showsRun() ? m_runCost : RunCost{m_cost, m_estimated, static_cast<ProbePolicy>(m_policy->currentIndex())};
  // The running clip may have other settings, for which nothing is predicted.
  const auto sameness = showsRun() ? std::nullopt : predictedSameness(schedule);
  const auto facts = costFacts(schedule, cost, estimated, comparing, sameness);
  m_words->setText(factsLine(facts));
  constexpr double kLongRun = 3600;
  const auto seconds = cost ? secondsFor(schedule, estimated, *cost, comparing) : std::nullopt;
  const bool isLong = seconds && *seconds > kLongRun;
  for (auto* label : {m_words, m_line})
    if (label->property("isLong").toBool() != isLong) setStyleProperty(label, "isLong", isLong);
  auto tip = m_words->text();
  if (sameness) tip += QLatin1Char('\n') + SuggestionLine::predictionTip();
  if (isLong)
    tip += QLatin1Char('\n') + tr("More than an hour: a smaller size, fewer frames or fewer steps take less.");
  m_words->setToolTip(tip);
  // Time first: a narrow strip cuts the end.
  m_line->setText(factsLine({facts.crbegin(), facts.crend()}));
  if (!m_isExpanded && timeWidth() != m_reserved) arrange();
  m_line->setToolTip(m_words->toolTip());
  m_words->setAccessibleName(m_words->toolTip());
  m_presets->button(static_cast<int>(presetOf(schedule)))->setChecked(true);
  refreshSuggestion();
  refreshRemarks();
}

}  // namespace fb::ui
