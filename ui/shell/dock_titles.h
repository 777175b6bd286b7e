// SPDX-License-Identifier: MIT
// Docks behind tabs have no title bar: the tab already shows the name, and is used for dragging.
#pragma once

#include <QList>
#include <QObject>

class QDockWidget;
class QMainWindow;

namespace fb::ui {

// Owned by the window. GUI thread only.
class DockTitles : public QObject {
  Q_OBJECT
public:
  DockTitles(QMainWindow* window, const QList<QDockWidget*>& docks);

protected:
  bool eventFilter(QObject* dock, QEvent* event) override;

private:
  void refresh();

  QMainWindow* m_window;
  QList<QDockWidget*> m_docks;
};

}  // namespace fb::ui
