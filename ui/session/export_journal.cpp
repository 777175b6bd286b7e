// SPDX-License-Identifier: MIT
#include "session/export_journal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <csignal>

namespace fb::ui {
namespace {

constexpr QLatin1String kPrefix{"export-"};

// A number of a process may be given again: this one's is no other that still lives.
bool isAlive(qint64 process) {
  return process != QCoreApplication::applicationPid() && ::kill(static_cast<pid_t>(process), 0) == 0;
}

// Temporary names are ".clip.<process>-<number>.part.mp4"; a folder's frames are gathered in one of these beside it, or
// in it where it is there already.
void removeTemporaries(const QDir& folder, qint64 process) {
  const QRegularExpression name(QStringLiteral("^\\..*\\.%1-\\d+\\.part(\\.\\w+)?$").arg(process));
  const auto entries = folder.entryInfoList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
  for (const auto& found : entries) {
    if (!name.match(found.fileName()).hasMatch() || found.isSymLink()) continue;
    if (found.isDir())
      QDir(found.filePath()).removeRecursively();
    else
      QFile::remove(found.filePath());
  }
}

}  // namespace

QString ExportJournal::entry(qint64 process) const {
  return QDir(m_folder).filePath(kPrefix + QString::number(process));
}

void ExportJournal::begin(const QString& target) const {
  if (m_folder.isEmpty()) return;
  QFile file(entry(QCoreApplication::applicationPid()));
  if (file.open(QIODevice::WriteOnly)) file.write(QFileInfo(target).absoluteFilePath().toUtf8());
}

void ExportJournal::end() const {
  if (!m_folder.isEmpty()) QFile::remove(entry(QCoreApplication::applicationPid()));
}

void ExportJournal::clearLeftOvers() const {
  if (m_folder.isEmpty()) return;
  const QDir folder(m_folder);
  for (const auto& name : folder.entryList({kPrefix + QLatin1Char('*')}, QDir::Files)) {
    const auto process = name.mid(kPrefix.size()).toLongLong();
    QFile file(folder.filePath(name));
    if (process <= 0 || isAlive(process) || !file.open(QIODevice::ReadOnly)) continue;
    const QFileInfo target(QString::fromUtf8(file.readAll()));
    if (target.isAbsolute()) {
      const QDir beside = target.dir();
      for (const auto& place : {beside, QDir(target.filePath()), QFileInfo(beside.path()).dir()})
        removeTemporaries(place, process);
    }
    file.remove();
  }
}

}  // namespace fb::ui
