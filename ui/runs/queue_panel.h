// SPDX-License-Identifier: MIT
// The queue: what is running, what is waiting, and what can be done about it.
#pragma once

#include "runs/run_record.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListView;
class QToolButton;

namespace fb::ui {

class QueueModel;
class QueueRunner;
class Theme;

// Owned by the window. GUI thread only. Rows can be dragged; Delete removes, Ctrl+Up and Ctrl+Down move.
class QueuePanel : public QWidget {
  Q_OBJECT
public:
  QueuePanel(const Theme* theme, QueueModel* queue, QueueRunner* runner, QWidget* parent = nullptr);

  // "sampling · step 17 of 30 · small · 0:14 left"
  static QString stateWords(const QModelIndex& index);
  // "2 runs, 1 paused": those that run or wait, and the others; empty if there are none.
  static QString countWords(const QueueModel& queue);

Q_SIGNALS:
  // The request of a waiting run is loaded into the panels; the run leaves the queue.
  void editRequested(fb::ui::RunId id);

protected:
  void changeEvent(QEvent* event) override;

private:
  void build(const Theme* theme);
  void retranslate();
  void refreshIcons();
  void refresh();
  void selectSomething();
  void showMenu(const QPoint& position);
  std::optional<RunRecord> selected() const;
  void move(int by);
  QToolButton* button(const char* objectName);

  const Theme* m_theme;
  QueueModel* m_queue;
  QueueRunner* m_runner;
  QListView* m_list;
  QLabel* m_empty;
  QLabel* m_footer;
  QToolButton* m_hold;
  QToolButton* m_toggle;
  QToolButton* m_up;
  QToolButton* m_down;
  QToolButton* m_remove;
};

}  // namespace fb::ui
