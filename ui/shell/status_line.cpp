// SPDX-License-Identifier: MIT
#include "shell/status_line.h"

#include "shell/memory_bar.h"
#include "text/durations.h"
#include "widgets/elided_label.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QThread>
#include <QToolButton>

#include <unistd.h>

#include <chrono>
#include <initializer_list>
#include <utility>

namespace fb::ui {
namespace {

// Resident memory of this process in bytes; /proc files are generated in memory, so reading one does not touch a disk.
qint64 memoryInUse() {
  QFile file(QStringLiteral("/proc/self/statm"));
  if (!file.open(QIODevice::ReadOnly)) return 0;
  return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

}  // namespace

StatusLine::StatusLine(const Theme* theme, QWidget* parent)
    : QStatusBar(parent),
      m_device(new ElidedLabel(Qt::ElideRight, this)),
      m_memory(new ElidedLabel(Qt::ElideRight, this)),
      m_plan(new MemoryBar(theme, this)),
      m_worker(new ElidedLabel(Qt::ElideRight, this)),
      m_saved(new ElidedLabel(Qt::ElideMiddle, this)),
      m_show(new QToolButton(this)),
      m_queue(new QLabel(this)),
      m_progress(new QProgressBar(this)) {
  setObjectName(QStringLiteral("statusLine"));
  setSizeGripEnabled(false);
  setContentsMargins(0, 0, 12, 0);
  m_queue->setObjectName(QStringLiteral("queueLabel"));
  m_device->setObjectName(QStringLiteral("deviceLabel"));
  m_worker->setObjectName(QStringLiteral("workerLabel"));
  m_progress->setObjectName(QStringLiteral("queueProgress"));
  m_progress->setRange(0, 1000);
  m_progress->setTextVisible(false);
  m_progress->setFixedHeight(6);
  m_progress->setMaximumWidth(160);
  m_progress->hide();
  for (auto* label : {m_device, m_memory, m_worker, m_saved, m_queue}) label->setProperty("role", "muted");
  addWidget(m_device);
  addWidget(m_memory);
  addWidget(m_worker, 1);
  addWidget(m_saved, 2);
  addWidget(m_show);
  m_saved->setObjectName(QStringLiteral("savedLabel"));
  m_show->setObjectName(QStringLiteral("showSavedButton"));
  m_show->setProperty("role", "note");
  m_show->setFocusPolicy(Qt::StrongFocus);
  m_saved->hide();
  m_show->hide();
  connect(m_show, &QToolButton::clicked, this,
          [this] { Q_EMIT folderRequested(QFileInfo(m_savedFile).absolutePath()); });
  // It shows and hides itself, which a status bar only permits for widgets that it does not hide behind its messages.
  addPermanentWidget(m_plan);
  addPermanentWidget(m_queue);
  addPermanentWidget(m_progress);
  connect(&m_timer, &QTimer::timeout, this, &StatusLine::refreshMemory);
  m_timer.start(std::chrono::seconds(1));
  retranslate();
}

void StatusLine::setDevice(const DeviceInfo& device, int threads) {
  m_info = device;
  m_threads = threads > 0 ? threads : QThread::idealThreadCount();
  retranslate();
}

void StatusLine::setMemoryPlan(std::optional<MemoryPlan> plan) { m_plan->setPlan(std::move(plan)); }

void StatusLine::tellSaved(const QString& file) {
  m_savedFile = file;
  m_saved->show();
  m_show->show();
  retranslate();
}

void StatusLine::setEngineState(const QString& sentence) { m_worker->setText(sentence); }

void StatusLine::setQueue(const QString& runs, std::optional<double> done, std::optional<double> secondsLeft) {
  m_runs = runs;
  m_secondsLeft = secondsLeft;
  m_progress->setVisible(done.has_value());
  m_progress->setValue(static_cast<int>(done.value_or(0) * 1000));
  retranslate();
}

void StatusLine::refreshMemory() {
  // In the units of the plan beside it.
  const auto used = byteSize(static_cast<quint64>(memoryInUse()));
  // The process's memory is the machine's, even if a GPU computes.
  m_memory->setText(m_info.id != "cpu" || m_info.memoryTotal == 0
                        ? tr("Memory %1").arg(used)
                        : tr("Memory %1 of %2").arg(used, byteSize(m_info.memoryTotal)));
}

void StatusLine::retranslate() {
  m_progress->setAccessibleName(tr("Progress of the running clip"));
  m_progress->setToolTip(tr("How much of the running clip is done"));
  const auto saved = tr("Saved %1").arg(QDir::toNativeSeparators(m_savedFile));
  m_saved->setText(saved);
  m_saved->setToolTip(saved);
  m_show->setText(tr("Show"));
  m_show->setAccessibleName(tr("Show the saved clip in its folder"));
  m_show->setToolTip(m_show->accessibleName());
  if (m_info.id.empty())
    m_device->clear();
  else if (m_info.id == "cpu")
    m_device->setText(tr("CPU · %n thread(s)", nullptr, m_threads));
  else
    m_device->setText(QString::fromStdString(m_info.name));
  const bool isLeft = !m_runs.isEmpty() && m_secondsLeft;
  m_queue->setText(isLeft ? tr("%1 · %2 left").arg(m_runs, aboutDuration(*m_secondsLeft)) : m_runs);
  m_queue->setVisible(!m_queue->text().isEmpty());
  refreshMemory();
}

// If its height changes, a status bar shows again what is behind its message.
bool StatusLine::event(QEvent* event) {
  const bool isDone = QStatusBar::event(event);
  if (event->type() == QEvent::LayoutRequest && !currentMessage().isEmpty())
    QMetaObject::invokeMethod(this, &StatusLine::hideBehindMessage, Qt::QueuedConnection);
  return isDone;
}

void StatusLine::hideBehindMessage() {
  if (currentMessage().isEmpty()) return;
  for (auto* item : std::initializer_list<QWidget*>{m_device, m_memory, m_worker, m_saved, m_show}) {
    if (!item->isVisible()) continue;
    item->hide();
    // As the status bar does it: it shows the item again after the message.
    item->setAttribute(Qt::WA_WState_ExplicitShowHide, false);
  }
}

void StatusLine::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QStatusBar::changeEvent(event);
}

}  // namespace fb::ui
