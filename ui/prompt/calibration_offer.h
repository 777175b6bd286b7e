// SPDX-License-Identifier: MIT
// Offers to measure the models that MagCache needs to know, and says what that takes.
#pragma once

#include "flowblend/calibration.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace fb::ui {

// Part of the prompt panel, below the problem that it solves; hidden until there is something to offer. GUI thread.
class CalibrationOffer : public QFrame {
  Q_OBJECT
public:
  explicit CalibrationOffer(QWidget* parent = nullptr);

  // Absent: nothing needs to be measured. Queued: it is under way.
  void offer(const std::optional<CalibrationCost>& cost, bool isQueued);

Q_SIGNALS:
  void accepted();

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();

  std::optional<CalibrationCost> m_cost;
  bool m_isQueued = false;
  QLabel* m_text;
  QPushButton* m_accept;
};

}  // namespace fb::ui
