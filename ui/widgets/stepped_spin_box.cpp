// SPDX-License-Identifier: MIT
#include "widgets/stepped_spin_box.h"

#include <algorithm>

namespace fb::ui {

SteppedSpinBox::SteppedSpinBox(QWidget* parent) : QSpinBox(parent) {
  setKeyboardTracking(false);
  setCorrectionMode(CorrectToNearestValue);
  connect(this, &QSpinBox::editingFinished, this, [this] {
    if (const auto typed = std::exchange(m_typed, {})) Q_EMIT snapped(*typed, value());
  });
}

void SteppedSpinBox::setLegal(int base, int step, int minimum, int maximum) {
  const int current = value();
  m_base = base;
  setSingleStep(step);
  const auto floorDiv = [](int a, int b) { return a / b - (a % b < 0 ? 1 : 0); };
  setRange(base - floorDiv(base - minimum, step) * step, base + floorDiv(maximum - base, step) * step);
  setNearest(current);
}

int SteppedSpinBox::nearestLegal(int value) const {
  const qint64 step = singleStep();
  const qint64 bounded = std::clamp<qint64>(value, minimum(), maximum());
  return static_cast<int>(minimum() + (bounded - minimum() + step / 2) / step * step);
}

void SteppedSpinBox::stepBy(int steps) {
  QSpinBox::stepBy(steps);
  m_typed.reset();
}

std::optional<int> SteppedSpinBox::numberIn(QString text) const {
  if (!prefix().isEmpty() && text.startsWith(prefix())) text.remove(0, prefix().size());
  if (!suffix().isEmpty() && text.endsWith(suffix())) text.chop(suffix().size());
  bool ok = false;
  const int number = locale().toInt(text.trimmed(), &ok);
  return ok ? std::optional(number) : std::nullopt;
}

QValidator::State SteppedSpinBox::validate(QString& text, int& position) const {
  const QValidator::State state = QSpinBox::validate(text, position);
  if (state == QValidator::Invalid) {
    // A number that is too large is corrected when editing ends instead of refusing the key.
    const auto number = numberIn(text);
    return number && *number > maximum() && *number < 1'000'000 ? QValidator::Intermediate : QValidator::Invalid;
  }
  if (state != QValidator::Acceptable) return state;
  const auto number = numberIn(text);
  return number && nearestLegal(*number) == *number ? QValidator::Acceptable : QValidator::Intermediate;
}

void SteppedSpinBox::fixup(QString& text) const {
  const auto number = numberIn(text);
  if (!number) return QSpinBox::fixup(text);
  m_typed = number;
  text = prefix() + textFromValue(nearestLegal(*number)) + suffix();
}

}  // namespace fb::ui
