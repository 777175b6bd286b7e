// SPDX-License-Identifier: MIT
// A small file of the user's, like the presets: read whole, written whole, and repeated until it is written.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <QTimer>

#include <chrono>
#include <optional>

namespace fb::ui {

// GUI thread; files are written on a thread of its own, under a temporary name first, and for their owner's eyes alone.
// A file that cannot be read is not written over: what is new is kept in memory until it can.
class KeptFile : public QObject {
  Q_OBJECT
public:
  explicit KeptFile(const QString& file, QObject* parent = nullptr);
  ~KeptFile() override;  // writes what is not written, if that can be done now

  const QString& path() const { return m_file; }
  // Empty if there is no such file, nothing if it cannot be read now; readable() follows when it can.
  std::optional<QByteArray> read();
  // The newest state counts.
  void write(const QByteArray& bytes);

  // Waits until the newest state is on disk, or one try at it has failed: false.
  bool flush();

  // A sentence that names the file: what keeps it from being read or written now. Empty if nothing does.
  QString trouble() const { return m_trouble; }
  void retry();
  void setRetryAfter(std::chrono::milliseconds time) { m_retry.setInterval(time); }

Q_SIGNALS:
  // trouble() is another one.
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
