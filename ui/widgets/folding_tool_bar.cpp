// SPDX-License-Identifier: MIT
#include "widgets/folding_tool_bar.h"

#include <QAction>
#include <QEvent>
#include <QToolButton>

namespace fb::ui {

void FoldingToolBar::setFoldable(const QList<QAction*>& actions) {
  m_foldable.clear();
  for (auto* action : actions) {
    auto* button = qobject_cast<QToolButton*>(widgetForAction(action));
    if (!button) continue;
    m_foldable.append(Foldable{button});
    // Its text may have changed.
    connect(action, &QAction::changed, this, [this] {
      m_isMeasured = false;
      fold();
    });
  }
}

void FoldingToolBar::measure() {
  for (auto& [button, full, folded] : m_foldable) {
    const auto style = button->toolButtonStyle();
    button->setToolButtonStyle(toolButtonStyle());
    full = button->sizeHint().width();
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    folded = button->sizeHint().width();
    button->setToolButtonStyle(style);
  }
  m_isMeasured = true;
}

void FoldingToolBar::fold() {
  if (!isVisible()) return;
  if (!m_isMeasured) measure();
  int needed = sizeHint().width();
  for (const auto& [button, full, folded] : m_foldable)
    needed += full - (button->toolButtonStyle() == Qt::ToolButtonIconOnly ? folded : full);
  for (const auto& [button, full, folded] : m_foldable) {
    const bool isFolded = needed > width();
    if (isFolded) needed -= full - folded;
    // Changes nothing if it has that style already, so that the layout comes to rest.
    button->setToolButtonStyle(isFolded ? Qt::ToolButtonIconOnly : toolButtonStyle());
  }
}

bool FoldingToolBar::event(QEvent* event) {
  const bool isDone = QToolBar::event(event);
  switch (event->type()) {
    case QEvent::FontChange:
    case QEvent::StyleChange:
    case QEvent::Show:
      m_isMeasured = false;
      [[fallthrough]];
    case QEvent::Resize:
    case QEvent::LayoutRequest:
      fold();
      break;
    default:
      break;
  }
  return isDone;
}

}  // namespace fb::ui
