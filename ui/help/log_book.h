// SPDX-License-Identifier: MIT
// The program's log, for viewing and for bug reports.
#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <QFile>
#include <QMutex>
#include <QString>

#include <deque>
#include <vector>

namespace fb::ui {

enum class LogLevel { Debug, Info, Warning, Error };

struct LogLine {
  QDateTime time;
  LogLevel level = LogLevel::Info;
  QString category;  // empty if the message has none
  QString message;
};
// "2026-01-31 12:04:05.123 warning media: …": the same in every language, for files and reports.
QString plainText(const LogLine& line);

// The newest lines; when it is full, the oldest are dropped. Made by main before anything logs. The model belongs to
// the GUI thread; append() may be called from any thread.
class LogBook : public QAbstractListModel {
  Q_OBJECT
public:
  enum Roles { TimeRole = Qt::UserRole, LevelRole, CategoryRole, MessageRole };

  explicit LogBook(int capacity = 5000, QObject* parent = nullptr);

  // From now on, also writes all lines to studio.log in this folder. At `maxBytes` the file becomes studio.log.1 and a
  // new one is started. False if it cannot be written.
  bool keepIn(const QString& folder, qint64 maxBytes = 2'000'000);
  // The model shows the line at the next iteration of the event loop.
  void append(LogLevel level, const QString& category, const QString& message);

  const LogLine& line(int row) const { return m_lines[static_cast<std::size_t>(row)]; }
  // The newest lines, oldest first.
  QStringList newest(int count) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

private:
  void takeOver();
  void writeToFile(const LogLine& line);

  const int m_capacity;
  std::deque<LogLine> m_lines;

  QMutex m_mutex;
  std::vector<LogLine> m_arrived;  // guarded by m_mutex, as are the next two
  QFile m_file;
  qint64 m_maxBytes = 0;
};

// While it exists, everything logged with qDebug() to qCritical() goes into the book, and on to the previous handler.
// One at a time; the book must outlive it.
class LogCapture {
public:
  explicit LogCapture(LogBook& book);
  ~LogCapture();
  LogCapture(const LogCapture&) = delete;
  LogCapture& operator=(const LogCapture&) = delete;
};

}  // namespace fb::ui
