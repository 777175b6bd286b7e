// SPDX-License-Identifier: MIT
#include "files/kept_file.h"

#include "files/private_files.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace fb::ui {

KeptFile::KeptFile(const QString& file, QObject* parent) : QObject(parent), m_file(file) {
  m_thread.setMaxThreadCount(1);
  m_retry.setInterval(std::chrono::seconds(5));
  m_retry.setSingleShot(true);
  connect(&m_retry, &QTimer::timeout, this, &KeptFile::retry);
}

KeptFile::~KeptFile() {
  flush();
  if (m_unwritten && !m_isUnread) replaceFile(m_file, *m_unwritten);
}

std::optional<QByteArray> KeptFile::read() {
  QFile source(m_file);
  std::optional<QByteArray> bytes;
  QString reason;
  if (source.open(QIODevice::ReadOnly)) {
    bytes = source.readAll();
    if (source.error() != QFile::NoError) {
      reason = source.errorString();
      bytes.reset();
    }
  } else if (!QFileInfo(m_file).isSymLink() && !source.exists()) {
    bytes.emplace();
  } else {
    reason = source.errorString();
  }
  m_isUnread = !bytes;
  if (!bytes) {
    tell(tr("%1 cannot be read at the moment: %2. The file is left untouched and will be read as soon as possible; "
            "until then, changes are kept in memory.")
             .arg(m_file, reason));
    m_retry.start();
  } else if (!m_unwritten) {
    tell({});
  }
  return bytes;
}

void KeptFile::write(const QByteArray& bytes) {
  m_unwritten = bytes;
  startWriting();
}

void KeptFile::retry() {
  if (!m_isUnread) return startWriting();
  if (read()) Q_EMIT readable();
}

void KeptFile::startWriting() {
  if (m_isUnread || m_writing || !m_unwritten) return;
  m_writing = std::exchange(m_unwritten, {});
  m_thread.start([this, file = m_file, bytes = *m_writing] {
    const auto problem = replaceFile(file, bytes);
    // The destructor waits for the thread, so `this` is alive.
    QMetaObject::invokeMethod(
        this, [this, problem] { onWritten(problem); }, Qt::QueuedConnection);
  });
}

bool KeptFile::flush() {
  while (m_writing) {
    m_thread.waitForDone();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
  }
  return !m_unwritten;
}

void KeptFile::onWritten(const QString& problem) {
  auto written = std::exchange(m_writing, {});
  if (problem.isNull()) {
    if (!m_unwritten) tell({});
    return startWriting();
  }
  if (!m_unwritten) m_unwritten = std::move(written);
  tell(tr("%1 cannot be written at the moment: %2. Changes are kept in memory and will be saved as soon as possible.")
           .arg(m_file, problem));
  m_retry.start();
}

void KeptFile::tell(const QString& trouble) {
  if (std::exchange(m_trouble, trouble) != trouble) Q_EMIT conditionChanged();
}

}  // namespace fb::ui
