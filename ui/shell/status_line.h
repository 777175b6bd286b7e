// SPDX-License-Identifier: MIT
// What the status bar says: device, memory in use, what the worker does, how far the queue is.
#pragma once

#include "flowblend/engine.h"

#include <QStatusBar>
#include <QTimer>

#include <optional>

class QLabel;
class QProgressBar;

namespace fb::ui {

class MemoryBar;
class Theme;

// Owned by the window.
class StatusLine : public QStatusBar {
  Q_OBJECT
public:
  explicit StatusLine(const Theme* theme, QWidget* parent = nullptr);

  void setDevice(const DeviceInfo& device, int threads);
  // Of the next run; nothing where it is not known.
  void setMemoryPlan(std::optional<MemoryPlan> plan);
  void setEngineState(const QString& sentence);
  // done: 0..1, nothing: no bar. secondsLeft: of the whole queue.
  void setQueue(int runs, std::optional<double> done, std::optional<double> secondsLeft);
  void retranslate();

protected:
  void changeEvent(QEvent* event) override;

private:
  void refreshMemory();

  QLabel* m_device;
  QLabel* m_memory;
  MemoryBar* m_plan;
  QLabel* m_worker;
  QLabel* m_queue;
  QProgressBar* m_progress;
  QTimer m_timer;
  DeviceInfo m_info;
  int m_threads = 0;
  int m_runs = 0;
  std::optional<double> m_secondsLeft;
};

}  // namespace fb::ui
