// SPDX-License-Identifier: MIT
#include "shell/dock_titles.h"

#include <QDockWidget>
#include <QEvent>
#include <QMainWindow>

#include <algorithm>

namespace fb::ui {

DockTitles::DockTitles(QMainWindow* window, const QList<QDockWidget*>& docks)
    : QObject(window), m_window(window), m_docks(docks) {
  window->setDockOptions(window->dockOptions() | QMainWindow::GroupedDragging);
  for (auto* dock : docks) {
    dock->installEventFilter(this);
    for (auto signal : {&QDockWidget::topLevelChanged, &QDockWidget::visibilityChanged})
      connect(dock, signal, this, &DockTitles::refresh, Qt::QueuedConnection);
    // Behind another tab, its widgets are on the screen's outside; Tab must not lead there.
    connect(dock, &QDockWidget::visibilityChanged, dock, [dock](bool isVisible) {
      if (dock->widget()) dock->widget()->setEnabled(isVisible);
    });
  }
}

bool DockTitles::eventFilter(QObject*, QEvent* event) {
  // No signal reports that the last neighbour has left; but then the tabs disappear, and the dock grows into their
  // place.
  if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
    QMetaObject::invokeMethod(this, &DockTitles::refresh, Qt::QueuedConnection);
  return false;
}

void DockTitles::refresh() {
  const auto isHere = [this](const QDockWidget* dock) { return dock->window() == m_window && !dock->isHidden(); };
  for (auto* dock : m_docks) {
    // Docks that were dragged away or closed still count as neighbours there.
    const auto neighbours = m_window->tabifiedDockWidgets(dock);
    const bool tabbed = isHere(dock) && std::any_of(neighbours.begin(), neighbours.end(), isHere);
    auto* bar = dock->titleBarWidget();
    const bool isBare = tabbed || (isHere(dock) && dock->property(kWithoutTitle).toBool());
    if (isBare == (bar != nullptr)) continue;
    dock->setTitleBarWidget(isBare ? new QWidget(dock) : nullptr);
    delete bar;
  }
}

}  // namespace fb::ui
