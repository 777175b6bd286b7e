// SPDX-License-Identifier: MIT
// A line edit for a 64-bit seed.
#pragma once

#include <QLineEdit>

#include <cstdint>
#include <optional>

namespace fb::ui {

// GUI thread. Shows digits in groups of three and accepts any spaces, as they may be pasted.
class SeedEdit : public QLineEdit {
  Q_OBJECT
public:
  explicit SeedEdit(QWidget* parent = nullptr);

  std::uint64_t value() const { return m_value; }
  void setValue(std::uint64_t value);  // no signal

  static std::optional<std::uint64_t> parse(const QString& text);
  static QString format(std::uint64_t value);

Q_SIGNALS:
  void valueEdited();

private:
  void commit();

  std::uint64_t m_value = 0;
};

}  // namespace fb::ui
