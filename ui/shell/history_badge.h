// SPDX-License-Identifier: MIT
// The history's title, with how many clips have been finished since it was last seen.
#pragma once

#include <QObject>

class QDockWidget;

namespace fb::ui {

class HistoryModel;

// Owned by the dock. GUI thread.
class HistoryBadge : public QObject {
  Q_OBJECT
public:
  HistoryBadge(QDockWidget* dock, HistoryModel* history);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  void retranslate();

  QDockWidget* m_dock;
  int m_unseen = 0;
};

}  // namespace fb::ui
