// SPDX-License-Identifier: MIT
#include "session/export_queue.h"

#include "session/export_session.h"
#include "session/free_name.h"

#include <algorithm>
#include <utility>

namespace fb::ui {

ExportQueue::ExportQueue(ExportSession* session, QObject* parent) : QObject(parent), m_session(session) {
  connect(session, &ExportSession::progress, this, &ExportQueue::onProgress);
  connect(session, &ExportSession::finished, this, [this](const QString& path) {
    if (auto* job = at(m_running)) job->path = path;
    end(ExportJob::State::Done);
  });
  connect(session, &ExportSession::cancelled, this, [this] { end(ExportJob::State::Cancelled); });
  connect(session, &ExportSession::failed, this, [this](const Error& error) { end(ExportJob::State::Failed, error); });
}

ExportId ExportQueue::add(const QString& title, const ExportWork& work) {
  ExportJob job;
  job.id = ++m_last;
  job.title = title;
  job.path = work.path;
  job.isNumbered = work.isNumbered;
  job.runFolder = work.runFolder;
  m_jobs.push_back(job);
  m_waiting.push_back({job.id, work});
  Q_EMIT listChanged();
  startNext();
  return job.id;
}

void ExportQueue::startNext() {
  if (m_running != 0 || m_waiting.empty()) return;
  auto next = std::move(m_waiting.front());
  m_waiting.erase(m_waiting.begin());
  auto* job = at(next.id);
  m_running = next.id;
  job->state = ExportJob::State::Running;
  m_elapsed.invalidate();
  m_session->start(next.work);
  Q_EMIT jobChanged(next.id);
}

// The beginning does not count: sound is encoded then, and frames are looked through.
void ExportQueue::onProgress(double done) {
  auto* job = at(m_running);
  if (!job) return;
  job->done = done;
  if (!m_elapsed.isValid()) {
    m_elapsed.start();
    m_doneThen = done;
  } else if (done > m_doneThen) {
    job->secondsLeft = static_cast<double>(m_elapsed.elapsed()) / 1000 * (1 - done) / (done - m_doneThen);
  }
  Q_EMIT jobChanged(job->id);
}

void ExportQueue::end(ExportJob::State state, const Error& problem) {
  auto* job = at(std::exchange(m_running, 0));
  if (!job) return;
  job->state = state;
  job->problem = problem;
  const auto ended = *job;
  Q_EMIT jobChanged(ended.id);
  if (state == ExportJob::State::Done) Q_EMIT exported(ended.path);
  if (state == ExportJob::State::Failed) Q_EMIT exportFailed(ended.path, problem);
  startNext();
  if (unfinished() == 0) Q_EMIT emptied();
}

void ExportQueue::cancel(ExportId id) {
  auto* job = at(id);
  if (!job || !job->isUnfinished()) return;
  if (id == m_running) return m_session->requestStop();
  std::erase_if(m_waiting, [id](const Content& content) { return content.id == id; });
  job->state = ExportJob::State::Cancelled;
  Q_EMIT jobChanged(id);
}

void ExportQueue::cancelAll() {
  // The waiting ones first, so that none of them starts.
  for (const auto& content : std::exchange(m_waiting, {})) {
    at(content.id)->state = ExportJob::State::Cancelled;
    Q_EMIT jobChanged(content.id);
  }
  if (m_running != 0) m_session->requestStop();
}

void ExportQueue::clearEnded() {
  if (std::erase_if(m_jobs, [](const ExportJob& job) { return !job.isUnfinished(); }) > 0) Q_EMIT listChanged();
}

const ExportJob* ExportQueue::find(ExportId id) const {
  const auto found = std::ranges::find(m_jobs, id, &ExportJob::id);
  return found == m_jobs.end() ? nullptr : &*found;
}

ExportJob* ExportQueue::at(ExportId id) {
  const auto found = std::ranges::find(m_jobs, id, &ExportJob::id);
  return found == m_jobs.end() ? nullptr : &*found;
}

int ExportQueue::unfinished() const {
  return static_cast<int>(std::ranges::count_if(m_jobs, &ExportJob::isUnfinished));
}

QStringList ExportQueue::runFoldersInUse() const {
  QStringList folders;
  for (const auto& job : m_jobs)
    if (job.isUnfinished() && !job.runFolder.isEmpty()) folders << job.runFolder;
  return folders;
}

QStringList ExportQueue::targets() const {
  QStringList targets;
  for (const auto& job : m_jobs)
    if (job.isUnfinished()) targets << cleanAbsolutePath(job.path);
  return targets;
}

bool ExportQueue::isTarget(const QString& path) const { return targets().contains(cleanAbsolutePath(path)); }

}  // namespace fb::ui
