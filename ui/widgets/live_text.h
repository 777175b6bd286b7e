// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <concepts>
#include <functional>
#include <utility>

namespace fb::ui {

// A text that stays on the screen while the user may choose another language: a function that makes it again, or a
// QString that has no language.
class LiveText {
public:
  LiveText() = default;
  template <class Source>
  requires std::convertible_to<Source, QString> LiveText(const Source& fixed)
      : m_make([text = QString(fixed)] { return text; }) {}
  template <class Make>
  requires std::invocable<const Make&> LiveText(Make make) : m_make(std::move(make)) {}

  QString operator()() const { return m_make ? m_make() : QString(); }

private:
  std::function<QString()> m_make;
};

}  // namespace fb::ui
