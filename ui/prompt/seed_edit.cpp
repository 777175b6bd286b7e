// SPDX-License-Identifier: MIT
#include "prompt/seed_edit.h"

#include <QValidator>

#include <algorithm>

namespace fb::ui {

namespace {

class SeedValidator : public QValidator {
public:
  using QValidator::QValidator;
  State validate(QString& text, int&) const override {
    // If left empty, it reverts to the previous value; editing ends only on acceptable input.
    if (text.trimmed().isEmpty()) return Acceptable;
    return SeedEdit::parse(text) ? Acceptable : Invalid;
  }
};

}  // namespace

SeedEdit::SeedEdit(QWidget* parent) : QLineEdit(parent) {
  setValidator(new SeedValidator(this));
  setText(format(m_value));
  connect(this, &QLineEdit::editingFinished, this, &SeedEdit::commit);
}

void SeedEdit::setValue(std::uint64_t value) {
  m_value = value;
  setText(format(value));
  setCursorPosition(0);
}

std::optional<std::uint64_t> SeedEdit::parse(const QString& text) {
  QString digits;
  for (const QChar c : text)
    if (!c.isSpace()) digits += c;
  const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
  if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), isDigit)) return {};
  bool ok = false;
  const quint64 value = digits.toULongLong(&ok);
  return ok ? std::optional<std::uint64_t>(value) : std::nullopt;
}

QString SeedEdit::format(std::uint64_t value) {
  QString text = QString::number(value);
  for (qsizetype at = text.size() - 3; at > 0; at -= 3) text.insert(at, u' ');
  return text;
}

void SeedEdit::commit() {
  const std::uint64_t before = m_value;
  setValue(parse(text()).value_or(before));
  if (m_value != before) Q_EMIT valueEdited();
}

}  // namespace fb::ui
