// SPDX-License-Identifier: MIT
// The contents of the status bar: device, memory in use, the worker's activity, progress of the queue.
#pragma once

#include "flowblend/engine.h"

#include <QStatusBar>
#include <QTimer>

#include <optional>

class QLabel;
class QProgressBar;
class QToolButton;

namespace fb::ui {

class MemoryBar;
class Theme;

// Owned by the window.
class StatusLine : public QStatusBar {
  Q_OBJECT
public:
  explicit StatusLine(const Theme* theme, QWidget* parent = nullptr);

  void setDevice(const DeviceInfo& device, int threads);
  // Of the next run; absent if unknown.
  void setMemoryPlan(std::optional<MemoryPlan> plan);
  // A clip was saved to this file; a button shows its folder.
  void tellSaved(const QString& file);
  void setEngineState(const QString& sentence);
  // runs: how many, in words. done: 0..1, absent: no bar. secondsLeft: for the whole queue.
  void setQueue(const QString& runs, std::optional<double> done, std::optional<double> secondsLeft);
  void retranslate();

Q_SIGNALS:
  void folderRequested(const QString& folder);

protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void refreshMemory();
  void hideBehindMessage();

  QLabel* m_device;
  QLabel* m_memory;
  MemoryBar* m_plan;
  QLabel* m_worker;
  QLabel* m_saved;
  QToolButton* m_show;
  QString m_savedFile;
  QLabel* m_queue;
  QProgressBar* m_progress;
  QTimer m_timer;
  DeviceInfo m_info;
  int m_threads = 0;
  QString m_runs;
  std::optional<double> m_secondsLeft;
};

}  // namespace fb::ui
