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
  // A dock's dynamic property, a bool: it has no title bar anywhere in the window.
  static constexpr auto kWithoutTitle = "withoutTitle";

  DockTitles(QMainWindow* window, const QList<QDockWidget*>& docks);

  // After a change of the property.
  void refresh();

protected:
  bool eventFilter(QObject* dock, QEvent* event) override;

private:
  QMainWindow* m_window;
  QList<QDockWidget*> m_docks;
};

}  // namespace fb::ui
