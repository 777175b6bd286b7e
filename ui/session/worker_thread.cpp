// SPDX-License-Identifier: MIT
#include "session/worker_thread.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace fb::ui {
namespace {

// Qt's thread priorities have no effect under Linux's normal scheduler; instead, each thread has a nice value, which
// threads that it starts inherit.
void yieldToWindow() {
#ifdef Q_OS_LINUX
  constexpr int kNice = 5;
  ::setpriority(PRIO_PROCESS, 0, kNice);
#endif
}

}  // namespace

WorkerThread::WorkerThread(const QString& name) : m_worker(new QObject) {
  m_worker->moveToThread(&m_thread);
  QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
  m_thread.setObjectName(name);
  m_thread.start(QThread::LowPriority);
  post(yieldToWindow);
}

WorkerThread::~WorkerThread() {
  m_thread.quit();
  m_thread.wait();
}

void WorkerThread::post(std::function<void()> work) {
  QMetaObject::invokeMethod(m_worker, std::move(work), Qt::QueuedConnection);
}

void WorkerThread::drain() {
  QMetaObject::invokeMethod(
      m_worker, [] {}, Qt::BlockingQueuedConnection);
}

}  // namespace fb::ui
