// SPDX-License-Identifier: MIT
// A sentence above the clip that waits to be read, with at most one thing to do about it.
#pragma once

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace fb::ui {

class Theme;

// Owned by the window. The newest notice replaces the one before.
class NoticeBar : public QWidget {
  Q_OBJECT
public:
  enum class Kind { Information, Warning, Error };
  explicit NoticeBar(const Theme* theme, QWidget* parent = nullptr);

  void say(Kind kind, const QString& text, const QString& action = {}, std::function<void()> act = {});
  QString text() const;

protected:
  void changeEvent(QEvent* event) override;

private:
  QLabel* m_text;
  QPushButton* m_action;
  QPushButton* m_close;
  std::function<void()> m_act;
};

}  // namespace fb::ui
