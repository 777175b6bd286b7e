// SPDX-License-Identifier: MIT
// Tells ThreadSanitizer what Qt guarantees. The system's Qt is built without it, so the sanitizer does not see that a
// posted call happens before it is executed, a pool's job before waitForDone() returns, and so on; it would report
// every value that is passed that way. These definitions replace Qt's own for the calls that the programs make, record
// the guarantee at exactly the object that carries it, and then call Qt. Linked only into the Qt tests of the preset
// tsan.
#include <dlfcn.h>
#include <sanitizer/tsan_interface.h>

#include <QMutex>
#include <QObject>
#include <QRunnable>
#include <QThread>
#include <QThreadPool>
#include <QWaitCondition>

namespace {

using Slot = QtPrivate::QSlotObjectBase;

template <typename Function>
Function* next(const char* symbol) {
  auto* found = ::dlsym(RTLD_NEXT, symbol);
  if (!found) qFatal("Qt has no %s; tests/ui/support/qt_for_tsan.cpp was written for another version", symbol);
  return reinterpret_cast<Function*>(found);
}

// A posted call: what the poster did happens before it, and it happens before the end of a blocking post.
class PostedCall : public Slot {
public:
  PostedCall(Slot* inner, void* poster) : Slot(&PostedCall::carryOut), m_inner(inner), m_poster(poster) {
    __tsan_release(this);
  }

private:
  static void carryOut(int operation, Slot* slot, QObject* receiver, void** arguments, bool* equal) {
    auto* self = static_cast<PostedCall*>(slot);
    __tsan_acquire(self);
    if (operation == Destroy) {
      self->m_inner->destroyIfLastRef();
      delete self;
    } else if (operation == Call) {
      self->m_inner->call(receiver, arguments);
      if (self->m_poster) __tsan_release(self->m_poster);
      // Poster and receiver share the object; the last one to release it destroys it.
      __tsan_release(self);
    } else if (operation == Compare) {
      *equal = self->m_inner->compare(arguments);
    }
  }

  Slot* m_inner;
  void* m_poster;  // null unless the poster waits
};

// A job of a pool: what its starter did happens before it, and it happens before the pool's waitForDone() returns.
class PoolJob : public QRunnable {
public:
  PoolJob(QRunnable* inner, QThreadPool* pool) : m_inner(inner), m_pool(pool) { __tsan_release(this); }
  ~PoolJob() override {
    if (m_inner->autoDelete()) delete m_inner;
  }
  void run() override {
    __tsan_acquire(this);
    m_inner->run();
    __tsan_release(m_pool);
  }

private:
  QRunnable* m_inner;
  QThreadPool* m_pool;
};

}  // namespace

// Named as the compiler names Qt's functions, since some are private members.
extern "C" {

bool _ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv(
    QObject* object, Slot* slot, Qt::ConnectionType type, void* result) {
  static auto* const post = next<bool(QObject*, Slot*, Qt::ConnectionType, void*)>(
      "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
  if (type != Qt::QueuedConnection && type != Qt::BlockingQueuedConnection) return post(object, slot, type, result);
  char poster = 0;
  const bool waits = type == Qt::BlockingQueuedConnection;
  const bool posted = post(object, new PostedCall(slot, waits ? &poster : nullptr), type, result);
  if (waits) __tsan_acquire(&poster);
  return posted;
}

void _ZN11QThreadPool5startEP9QRunnablei(QThreadPool* pool, QRunnable* job, int priority) {
  static auto* const start = next<void(QThreadPool*, QRunnable*, int)>("_ZN11QThreadPool5startEP9QRunnablei");
  start(pool, new PoolJob(job, pool), priority);
}

void _ZN11QThreadPool5startESt8functionIFvvEEi(QThreadPool* pool, std::function<void()> job, int priority) {
  pool->start(QRunnable::create(std::move(job)), priority);
}

bool _ZN11QThreadPool11waitForDoneEi(QThreadPool* pool, int milliseconds) {
  static auto* const wait = next<bool(QThreadPool*, int)>("_ZN11QThreadPool11waitForDoneEi");
  const bool done = wait(pool, milliseconds);
  __tsan_acquire(pool);
  return done;
}

void _ZN11QThreadPoolD1Ev(QThreadPool* pool) {
  static auto* const destroy = next<void(QThreadPool*)>("_ZN11QThreadPoolD1Ev");
  destroy(pool);
  __tsan_acquire(pool);
}

// Qt's header reports each lock() and unlock() to the sanitizer, but not that a wait releases the mutex.
bool _ZN14QWaitCondition4waitEP6QMutex14QDeadlineTimer(QWaitCondition* condition, QMutex* mutex, QDeadlineTimer until) {
  static auto* const wait =
      next<bool(QWaitCondition*, QMutex*, QDeadlineTimer)>("_ZN14QWaitCondition4waitEP6QMutex14QDeadlineTimer");
  __tsan_mutex_pre_unlock(mutex, 0);
  __tsan_mutex_post_unlock(mutex, 0);
  const bool woken = wait(condition, mutex, until);
  __tsan_mutex_pre_lock(mutex, 0);
  __tsan_mutex_post_lock(mutex, 0, 0);
  return woken;
}

void _ZN7QThread5startENS_8PriorityE(QThread* thread, QThread::Priority priority) {
  static auto* const start = next<void(QThread*, QThread::Priority)>("_ZN7QThread5startENS_8PriorityE");
  // Emitted by the thread itself as its last action.
  QObject::connect(
      thread, &QThread::finished, thread, [thread] { __tsan_release(thread); }, Qt::DirectConnection);
  start(thread, priority);
}

bool _ZN7QThread4waitE14QDeadlineTimer(QThread* thread, QDeadlineTimer until) {
  static auto* const wait = next<bool(QThread*, QDeadlineTimer)>("_ZN7QThread4waitE14QDeadlineTimer");
  const bool ended = wait(thread, until);
  __tsan_acquire(thread);
  return ended;
}

}  // extern "C"
