// SPDX-License-Identifier: MIT
// A small file of the user's, such as the presets: read as a whole, written as a whole, and retried until it is
// written.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <optional>

namespace fb::ui {

// GUI thread; files are written on a separate thread, under a temporary name first, and readable only by their owner. A
// file that cannot be read is not overwritten: changes are kept in memory until it can be.
class KeptFile : public QObject {
  Q_OBJECT
public:
  explicit KeptFile(const QString& file, QObject* parent = nullptr);
  ~KeptFile() override;  // writes pending changes, if possible

  const QString& path() const { return m_file; }
  // Empty if there is no such file; absent if it cannot be read at the moment, and readable() follows when it can.
  std::optional<QByteArray> read();
  // The newest state is the one that gets written.
  void write(const QByteArray& bytes);

  // Waits until the newest state is on disk (true), or one attempt has failed (false).
  bool flush();

  // A sentence that names the file: why it cannot be read or written at the moment. Empty if it can.
  QString trouble() const { return m_trouble; }
  void retry();
  void setRetryAfter(std::chrono::milliseconds time) { m_retry.setInterval(time); }

Q_SIGNALS:
  // trouble() has changed.
  void conditionChanged();
  // To be read again.
  void readable();

private:
  void startWriting();
  void onWritten(const QString& problem);
  void tell(const QString& trouble);

  const QString m_file;
  std::optional<QByteArray> m_unwritten;
  std::optional<QByteArray> m_writing;
  bool m_isUnread = false;
  QString m_trouble;
  QTimer m_retry;
  QThreadPool m_thread;
};

}  // namespace fb::ui
