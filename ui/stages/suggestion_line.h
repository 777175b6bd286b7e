// SPDX-License-Identifier: MIT
// "Suggested 27 % / 13 %: 45 % less work [Apply]" after a probe, or why nothing is suggested.
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

private:
  void retranslate() override;
  void retranslateFound();

  BoundarySuggestion::Verdict m_verdict = BoundarySuggestion::Verdict::TooFewSteps;
  StageSchedule m_suggested;
  std::optional<double> m_saving;
};

}  // namespace fb::ui
