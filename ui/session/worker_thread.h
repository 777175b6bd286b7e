// SPDX-License-Identifier: MIT
// A thread that does one piece of work after the other, at a slightly lower priority than the window's.
#pragma once

#include <QObject>
#include <QString>
#include <QThread>

#include <functional>

namespace fb::ui {

// Owned by the object that gives it work, as its last member, so that it is destroyed before what its work uses. Any
// thread may post.
class WorkerThread {
public:
  explicit WorkerThread(const QString& name);
  ~WorkerThread();  // waits for the running work; drops work that has not started
  WorkerThread(const WorkerThread&) = delete;
  WorkerThread& operator=(const WorkerThread&) = delete;

  void post(std::function<void()> work);
  // Waits until everything posted before has finished.
  void drain();

private:
  QThread m_thread;
  QObject* m_worker;  // lives on m_thread
};

}  // namespace fb::ui
