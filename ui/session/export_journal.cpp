// SPDX-License-Identifier: MIT
#include "session/export_journal.h"

#include "files/private_files.h"
#include "flowblend/export.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <csignal>

namespace fb::ui {
namespace {

constexpr QLatin1String kPrefix{"export-"};

// Process ids are reused: no other live process has this one.
bool isAlive(qint64 process) {
  return process != QCoreApplication::applicationPid() && ::kill(static_cast<pid_t>(process), 0) == 0;
}

}  // namespace

QString ExportJournal::entry(qint64 process) const {
  return QDir(m_folder).filePath(kPrefix + QString::number(process));
}

void ExportJournal::begin(const QString& target) const {
  if (m_folder.isEmpty()) return;
  QFile file(entry(QCoreApplication::applicationPid()));
  makePrivateFile(file.fileName());
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
    const auto target = QString::fromUtf8(file.readAll());
    if (QFileInfo(target).isAbsolute()) removeUnfinishedExports(target.toStdString());
    file.remove();
  }
}

}  // namespace fb::ui
