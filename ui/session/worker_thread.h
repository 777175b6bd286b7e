// SPDX-License-Identifier: MIT
// A thread that does one piece of work after the other, a little behind the window's own.
#pragma once

#include <QObject>
#include <QString>
#include <QThread>

#include <functional>

namespace fb::ui {

// Owned by who gives it work, as the last member, so that it is gone before what its work uses. Any thread may post.
class WorkerThread {
public:
  explicit WorkerThread(const QString& name);
  ~WorkerThread();  // waits for the work that runs; drops what has not begun
  WorkerThread(const WorkerThread&) = delete;
  WorkerThread& operator=(const WorkerThread&) = delete;

  void post(std::function<void()> work);
  // Waits until everything posted before is done.
  void drain();

private:
  QThread m_thread;
  QObject* m_worker;  // lives on m_thread
};

}  // namespace fb::ui
