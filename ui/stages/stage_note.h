// SPDX-License-Identifier: MIT
// A line above the stage plot: an icon, a sentence, an action if there is one, and a button that removes the line.
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace fb::ui {

class Theme;

// Owned by the stage panel; hidden at first. GUI thread. Subclasses set the texts in retranslate().
class StageNote : public QFrame {
  Q_OBJECT
public:
  // In the order of the Tab key.
  QWidgetList focusOrder() const;

Q_SIGNALS:
  void acted();
  void removed();

protected:
  StageNote(const Theme* theme, const char* icon, const char* name, QWidget* parent);
  void changeEvent(QEvent* event) override;
  virtual void retranslate() = 0;

  void setText(const QString& text, const QString& tip);
  // An empty text hides the button.
  void setAction(const QString& text, const QString& name, const QString& tip);
  void setRemoval(const QString& name, const QString& tip);

private:
  QLabel* m_icon;
  QLabel* m_text;
  QToolButton* m_action;
  QToolButton* m_remove;
};

}  // namespace fb::ui
