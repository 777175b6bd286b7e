// SPDX-License-Identifier: MIT
// "Suggested 27 % / 13 %: 45 % less work [Apply]" after a probe, or why nothing is suggested; with the sameness if it
// was measured or predicted.
#pragma once

#include "flowblend/boundary_rule.h"
#include "stages/stage_note.h"

#include <optional>

namespace fb::ui {

// Owned by the stage panel; hidden until there is a probe. GUI thread.
class SuggestionLine : public StageNote {
  Q_OBJECT
public:
  SuggestionLine(const Theme* theme, QWidget* parent);

  // saving: fraction of the large model's work, if known.
  void describe(BoundarySuggestion::Verdict verdict, const StageSchedule& suggested, std::optional<double> saving);
  // From a sweep, or predicted from probes by what a sweep has shown.
  void describeMeasured(const StageSchedule& suggested, double saving, double sameness, bool isPredicted = false);
  // What a predicted sameness is.
  static QString predictionTip();

private:
  void retranslate() override;
  void retranslateFound();
  void retranslateMeasured();

  BoundarySuggestion::Verdict m_verdict = BoundarySuggestion::Verdict::TooFewSteps;
  StageSchedule m_suggested;
  std::optional<double> m_saving;
  std::optional<double> m_sameness;  // if it was measured or predicted
  bool m_isPredicted = false;
};

}  // namespace fb::ui
