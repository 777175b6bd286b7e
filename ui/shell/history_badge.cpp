// SPDX-License-Identifier: MIT
#include "shell/history_badge.h"

#include "runs/history_model.h"

#include <QDockWidget>
#include <QEvent>

namespace fb::ui {

HistoryBadge::HistoryBadge(QDockWidget* dock, HistoryModel* history) : QObject(dock), m_dock(dock) {
  dock->installEventFilter(this);
  connect(dock, &QDockWidget::visibilityChanged, this, [this](bool isVisible) {
    if (!isVisible) return;
    m_unseen = 0;
    retranslate();
  });
  // Those that were read from the disk come below.
  connect(history, &QAbstractItemModel::rowsInserted, this, [this, history](const QModelIndex&, int first, int last) {
    const bool isNew = first == 0 && last == 0 && history->isWhole();
    if (!isNew || !m_dock->visibleRegion().isEmpty()) return;
    ++m_unseen;
    retranslate();
  });
  retranslate();
}

void HistoryBadge::retranslate() {
  m_dock->setWindowTitle(m_unseen > 0 ? tr("History · %1").arg(m_unseen) : tr("History"));
}

bool HistoryBadge::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  return QObject::eventFilter(watched, event);
}

}  // namespace fb::ui
