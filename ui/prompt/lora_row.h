// SPDX-License-Identifier: MIT
// One LoRA of the request: which file, on which model, how strong, and what it does there.
#pragma once

#include "flowblend/model_info.h"
#include "flowblend/settings.h"

#include <QFrame>

#include <optional>

class QComboBox;
class QLabel;
class QSlider;
class QToolButton;

namespace fb::ui {

class PlainDoubleSpinBox;
class Theme;

// Part of the list of LoRAs; GUI thread.
class LoraRow : public QFrame {
  Q_OBJECT
public:
  LoraRow(const Theme* theme, const Lora& lora, QWidget* parent = nullptr);

  // With the digits that it was set with, as long as the user does not edit it.
  const Lora& lora() const { return m_lora; }
  // Of the same file. Without signals.
  void setLora(const Lora& lora);
  // What the engine says about it; absent: not yet known.
  void setReport(const std::optional<LoraReport>& report);

Q_SIGNALS:
  void targetEdited();
  void strengthEdited();
  void removeRequested();

protected:
  void changeEvent(QEvent* event) override;

private:
  void show(const Lora& lora);
  void setStrength(double strength);
  void tell();
  void retranslate();

  Lora m_lora;
  std::optional<LoraReport> m_report;
  bool m_loading = false;
  QLabel* m_name = nullptr;
  QToolButton* m_remove = nullptr;
  QComboBox* m_target = nullptr;
  QSlider* m_slider = nullptr;
  PlainDoubleSpinBox* m_strength = nullptr;
  QLabel* m_verdict = nullptr;
};

}  // namespace fb::ui
