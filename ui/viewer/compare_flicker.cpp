// SPDX-License-Identifier: MIT
// The clips in turn at one place, by keys.
#include "viewer/compare_view.h"

#include <QApplication>
#include <QKeyEvent>

#include <utility>

namespace fb::ui {

int CompareView::next() const {
  const auto shown = shownSides();
  return shown.isEmpty() ? 0 : shown[(shown.indexOf(m_canvas->shown()) + 1) % shown.size()];
}

void CompareView::flick() {
  if (!isComparable()) return;
  if (m_canvas->mode() == CompareMode::Flicker)
    m_canvas->setShown(next());
  else
    setMode(CompareMode::Flicker);
  refreshTools();
}

// Until the key is let go, wherever the focus is by then.
void CompareView::hold() {
  if (m_isHeld || !isComparable()) return;
  if (m_canvas->mode() != CompareMode::Flicker) setMode(CompareMode::Flicker);
  m_isHeld = true;
  m_heldFrom = m_canvas->shown();
  m_canvas->setShown(next());
  refreshTools();
  qApp->installEventFilter(this);
}

void CompareView::letGo() {
  if (!std::exchange(m_isHeld, false)) return;
  qApp->removeEventFilter(this);
  m_canvas->setShown(m_heldFrom);
  refreshTools();
}

bool CompareView::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::KeyRelease) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_H && !key->isAutoRepeat()) letGo();
  } else if (event->type() == QEvent::WindowDeactivate && object == window()) {
    letGo();
  }
  return QWidget::eventFilter(object, event);
}

}  // namespace fb::ui
