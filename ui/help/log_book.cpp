// SPDX-License-Identifier: MIT
#include "help/log_book.h"

#include "files/private_files.h"

#include <QDir>
#include <QMutexLocker>

#include <algorithm>

namespace fb::ui {
namespace {

// A message handler is a plain function, so this is the only way for it to find the book.
QMutex captureMutex;
LogBook* capturingBook = nullptr;            // guarded by captureMutex
QtMessageHandler previousHandler = nullptr;  // guarded by captureMutex

LogLevel levelOf(QtMsgType type) {
  switch (type) {
    case QtDebugMsg:
      return LogLevel::Debug;
    case QtInfoMsg:
      return LogLevel::Info;
    case QtWarningMsg:
      return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
      break;
  }
  return LogLevel::Error;
}

void captureMessage(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  QtMessageHandler previous = nullptr;
  {
    const QMutexLocker lock(&captureMutex);
    const auto category = QString::fromUtf8(context.category);
    if (capturingBook) capturingBook->append(levelOf(type), category == "default" ? QString() : category, message);
    previous = previousHandler;
  }
  if (previous) previous(type, context, message);
}

QString levelName(LogLevel level) {
  switch (level) {
    case LogLevel::Debug:
      return QStringLiteral("debug");
    case LogLevel::Info:
      return QStringLiteral("info");
    case LogLevel::Warning:
      return QStringLiteral("warning");
    case LogLevel::Error:
      break;
  }
  return QStringLiteral("error");
}

}  // namespace

QString plainText(const LogLine& line) {
  const auto category = line.category.isEmpty() ? QString() : line.category + QStringLiteral(": ");
  return QStringLiteral("%1 %2 %3")
      .arg(line.time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")), levelName(line.level),
           category + line.message);
}

LogBook::LogBook(int capacity, QObject* parent) : QAbstractListModel(parent), m_capacity(std::max(1, capacity)) {}

bool LogBook::keepIn(const QString& folder, qint64 maxBytes) {
  const QMutexLocker lock(&m_mutex);
  m_file.close();
  m_maxBytes = maxBytes;
  if (makePrivateFolder(folder) != 0) return false;
  m_file.setFileName(QDir(folder).filePath(QStringLiteral("studio.log")));
  makePrivateFile(m_file.fileName());
  return m_file.open(QIODevice::Append | QIODevice::Text);
}

void LogBook::append(LogLevel level, const QString& category, const QString& message) {
  const QMutexLocker lock(&m_mutex);
  const LogLine line{QDateTime::currentDateTime(), level, category, message};
  writeToFile(line);
  m_arrived.push_back(line);
  if (m_arrived.size() == 1) QMetaObject::invokeMethod(this, &LogBook::takeOver, Qt::QueuedConnection);
}

void LogBook::writeToFile(const LogLine& line) {
  if (!m_file.isOpen()) return;
  if (m_file.size() > m_maxBytes) {
    const auto name = m_file.fileName();
    m_file.close();
    QFile::remove(name + QStringLiteral(".1"));
    QFile::rename(name, name + QStringLiteral(".1"));
    makePrivateFile(name);
    if (!m_file.open(QIODevice::Append | QIODevice::Text)) return;
  }
  m_file.write(plainText(line).toUtf8() + '\n');
  m_file.flush();  // what was logged before a crash is what matters
}

void LogBook::takeOver() {
  std::vector<LogLine> arrived;
  {
    const QMutexLocker lock(&m_mutex);
    arrived.swap(m_arrived);
  }
  const auto skip = std::max(0, static_cast<int>(arrived.size()) - m_capacity);
  const auto added = static_cast<int>(arrived.size()) - skip;
  const auto surplus = static_cast<int>(m_lines.size()) + added - m_capacity;
  if (surplus > 0) {
    beginRemoveRows({}, 0, surplus - 1);
    m_lines.erase(m_lines.begin(), m_lines.begin() + surplus);
    endRemoveRows();
  }
  const auto first = static_cast<int>(m_lines.size());
  beginInsertRows({}, first, first + added - 1);
  m_lines.insert(m_lines.end(), arrived.begin() + skip, arrived.end());
  endInsertRows();
}

QStringList LogBook::newest(int count) const {
  QStringList lines;
  const auto from = std::max<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>(m_lines.size()) - count);
  std::for_each(m_lines.begin() + from, m_lines.end(), [&](const LogLine& line) { lines << plainText(line); });
  return lines;
}

int LogBook::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant LogBook::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto& entry = line(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return plainText(entry).mid(11).replace(QLatin1Char('\n'), QLatin1Char(' '));  // the day is rarely needed
    case Qt::ToolTipRole:
      return plainText(entry);
    case TimeRole:
      return entry.time;
    case LevelRole:
      return static_cast<int>(entry.level);
    case CategoryRole:
      return entry.category;
    case MessageRole:
      return entry.message;
    default:
      return {};
  }
}

LogCapture::LogCapture(LogBook& book) {
  const QMutexLocker lock(&captureMutex);
  capturingBook = &book;
  previousHandler = qInstallMessageHandler(captureMessage);
}

LogCapture::~LogCapture() {
  const QMutexLocker lock(&captureMutex);
  qInstallMessageHandler(previousHandler);
  capturingBook = nullptr;
  previousHandler = nullptr;
}

}  // namespace fb::ui
