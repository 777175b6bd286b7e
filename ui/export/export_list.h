// SPDX-License-Identifier: MIT
// The exports that run, wait and have ended, each with what can be done about it.
#pragma once

#include "session/export_queue.h"

#include <QWidget>

#include <vector>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace fb::ui {

class Theme;

// Part of the export dialog; not visible while the queue is empty. GUI thread.
class ExportList : public QWidget {
  Q_OBJECT
public:
  // The queue is not owned and must outlive this.
  ExportList(const Theme* theme, ExportQueue* queue, QWidget* parent = nullptr);

  void retranslate();

private:
  class Row;
  void fill();
  void refresh();
  void allowClearing();

  const Theme* m_theme;
  ExportQueue* m_queue;
  QLabel* m_title;
  QVBoxLayout* m_layout;
  QPushButton* m_clear;
  std::vector<Row*> m_rows;
};

}  // namespace fb::ui
