// SPDX-License-Identifier: MIT
// A tool bar whose buttons give up their text before any of them vanishes into the menu at its end.
#pragma once

#include <QList>
#include <QToolBar>

class QAction;
class QToolButton;

namespace fb::ui {

// GUI thread.
class FoldingToolBar : public QToolBar {
  Q_OBJECT
public:
  using QToolBar::QToolBar;
  // Those that are understood by their icons, in the order in which they give up their text. They are on the bar.
  void setFoldable(const QList<QAction*>& actions);

protected:
  bool event(QEvent* event) override;

private:
  struct Foldable {
    QToolButton* button = nullptr;
    int full = 0;    // its width with text
    int folded = 0;  // and without
  };
  void measure();
  void fold();

  QList<Foldable> m_foldable;
  bool m_isMeasured = false;
};

}  // namespace fb::ui
