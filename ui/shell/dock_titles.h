// SPDX-License-Identifier: MIT
// Docks that stand behind tabs have no title bar: the tab tells the name already, and is what they are dragged by.
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
