// SPDX-License-Identifier: MIT
#include "stages/suggestion_line.h"

#include "text/durations.h"

namespace fb::ui {

SuggestionLine::SuggestionLine(const Theme* theme, QWidget* parent) : StageNote(theme, "wand", "suggestion", parent) {}

void SuggestionLine::describe(BoundarySuggestion::Verdict verdict, const StageSchedule& suggested,
                              std::optional<double> saving) {
  m_verdict = verdict;
  m_suggested = suggested;
  m_saving = saving;
  m_sameness.reset();
  retranslate();
}

void SuggestionLine::describeMeasured(const StageSchedule& suggested, double saving, double sameness,
                                      bool isPredicted) {
  m_verdict = BoundarySuggestion::Verdict::Found;
  m_suggested = suggested;
  m_saving = saving;
  m_sameness = sameness;
  m_isPredicted = isPredicted;
  retranslate();
}

void SuggestionLine::retranslate() {
  if (m_sameness) return retranslateMeasured();
  setRemoval(tr("Dismiss the suggestion"), tr("Hide this until the next probe"));
  QString reason;
  switch (m_verdict) {
    case BoundarySuggestion::Verdict::Found:
      return retranslateFound();
    case BoundarySuggestion::Verdict::TooFewSteps:
      reason = tr("No suggestion: there are too few steps.");
      break;
    case BoundarySuggestion::Verdict::Flat:
      reason = tr("No suggestion: the models differ about equally on all steps.");
      break;
    case BoundarySuggestion::Verdict::NoFall:
      reason = tr("No suggestion: the models differ least at the start.");
      break;
    case BoundarySuggestion::Verdict::NoRise:
      reason = tr("No suggestion: the models differ least at the end.");
      break;
  }
  setText(reason, tr("Boundaries are suggested where the sides of a valley in the divergence rise."));
  setAction(tr("Measure…"), tr("Find boundaries by measuring"),
            tr("Samples prompts with many boundaries and compares the clips with the large model's"));
}

void SuggestionLine::retranslateFound() {
  const auto early = percent(m_suggested.early), late = percent(m_suggested.late);
  const auto boundaries = m_saving ? tr("Suggested %1 / %2: %3 less work").arg(early, late, percent(*m_saving))
                                   : tr("Suggested %1 / %2").arg(early, late);
  setText(boundaries, tr("The large model runs the first %1 and the last %2 of the steps, up to where the sides of the "
                         "divergence rise. Compared with the large model alone.")
                          .arg(early, late));
  setAction(tr("Apply"), tr("Apply the suggested boundaries"), tr("Move both boundaries there"));
}

QString SuggestionLine::predictionTip() {
  return tr(
      "Predicted from the divergence by what measured clips of this pair have shown. Sameness 1 is the large "
      "model's clip; 0 is as far from it as clips that have little in common.");
}

void SuggestionLine::retranslateMeasured() {
  setRemoval(tr("Dismiss the suggestion"), tr("Hide this until others are suggested"));
  const auto sentence = m_isPredicted ? tr("Suggested %1 / %2: %3 less work · predicted sameness %4")
                                      : tr("Suggested %1 / %2: %3 less work · sameness %4");
  setText(
      sentence.arg(percent(m_suggested.early), percent(m_suggested.late), percent(*m_saving), number(*m_sameness, 2)),
      m_isPredicted
          ? predictionTip()
          : tr("Measured with clips of this pair. Sameness 1 is the large model's clip; 0 is as far from it as clips "
               "that have little in common."));
  setAction(tr("Apply"), tr("Apply the suggested boundaries"), tr("Move both boundaries there"));
}

}  // namespace fb::ui
