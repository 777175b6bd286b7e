// SPDX-License-Identifier: MIT
#include "shell/run_folders.h"

#include "files/damaged_file.h"
#include "files/private_files.h"
#include "flowblend/run_folder.h"
#include "runs/run_record.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <filesystem>

namespace fb::ui {
namespace {

constexpr qint64 kRest = 24 * 3600;  // seconds

// Without what was cut off while it was being written, or damaged: part of a path may be another folder's.
QStringList readList(const QString& list) {
  QFile file(list);
  if (!file.open(QIODevice::ReadOnly)) return {};
  auto lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
  lines.removeLast();
  lines.removeIf([](const QString& line) {
    return !line.startsWith(QLatin1Char('/')) || line.contains(QChar(0)) || line.contains(QChar::ReplacementCharacter);
  });
  lines.removeDuplicates();
  return lines;
}

bool endsWithLine(const QString& list) {
  QFile file(list);
  return !file.open(QIODevice::ReadOnly) || file.size() == 0 || (file.seek(file.size() - 1) && file.read(1) == "\n");
}

void writeList(const QString& list, const QStringList& folders) {
  QByteArray lines;
  for (const auto& folder : folders) lines += folder.toUtf8() + '\n';
  // If it cannot be written at the moment, the list is longer than necessary.
  replaceFile(list, lines);
}

QFileInfoList contentsOf(const QString& folder) {
  return QDir(folder).entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

bool rests(const QString& folder) {
  auto touched = QFileInfo(folder).lastModified();
  for (const auto& entry : contentsOf(folder)) touched = std::max(touched, entry.lastModified());
  return touched.secsTo(QDateTime::currentDateTime()) > kRest;
}

// Where no trash can be made, Qt 6.4 takes the current folder for one, and would move the folder there.
bool trash(const QString& folder) {
  const auto data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
  for (const auto* part : {"Trash", "Trash/files", "Trash/info"}) {
    const auto place = QDir(data).filePath(QLatin1String(part));
    if (data.isEmpty() || makePrivateFolder(place) != 0 || !QFileInfo(place).isWritable()) return false;
  }
  return QFile::moveToTrash(folder);
}

}  // namespace

RunFolders::RunFolders(const QString& list)
    : m_list(list),
      m_sizes(std::make_shared<RunSizes>([](const std::filesystem::path& folder) { return runSpace(folder).all; })) {}

void RunFolders::note(const QString& path) {
  const auto folder = QDir::cleanPath(path);
  if (path.isEmpty() || m_noted.contains(folder)) return;
  m_noted.insert(folder);
  m_thread.post([list = m_list, folder] {
    makePrivateFile(list);
    // Otherwise, this path would become part of one that was cut off.
    if (!endsWithLine(list)) return writeList(list, readList(list) << folder);
    QFile file(list);
    if (file.open(QIODevice::WriteOnly | QIODevice::Append)) file.write(folder.toUtf8() + '\n');
  });
}

void RunFolders::moveToTrash(const QStringList& folders) {
  m_thread.post([list = m_list, folders] {
    auto known = readList(list);
    for (const auto& folder : folders) {
      // What another program is working on, or no trash takes, is removed later, as unreferenced.
      if (folder.isEmpty() || isRunInUse(folder.toStdString()) || !trash(folder)) continue;
      // If somebody takes it out of the trash, they want to keep it.
      known.removeAll(QDir::cleanPath(folder));
    }
    writeList(list, known);
  });
}

void RunFolders::cleanUp(const QStringList& used) {
  m_thread.post([list = m_list, used] {
    QSet<QString> inUse;
    for (const auto& folder : used) inUse.insert(QDir::cleanPath(folder));
    QStringList left;
    for (const auto& folder : readList(list)) {
      // Folders that are no longer runs are left alone.
      if (!inUse.contains(folder) && rests(folder)) static_cast<void>(removeRun(folder.toStdString()));
      // A run that is about to start does not have a folder yet.
      if (inUse.contains(folder) || QFileInfo::exists(folder)) left << folder;
    }
    writeList(list, left);
  });
}

void RunFolders::keepWithin(std::uint64_t limit, const std::vector<Kept>& runs) {
  m_thread.post([limit, runs, sizes = m_sizes] {
    std::vector<std::filesystem::path> folders;
    for (const auto& run : runs) folders.emplace_back(run.folder.toStdString());
    auto used = sizes->sum(folders);
    const auto reduce = [&](auto remove, auto may) {
      for (const auto& run : runs) {
        if (used <= limit) return;
        if (run.mustStay || !may(run)) continue;
        // One that is in use, or that cannot be reduced, is left out.
        if (const auto freed = remove(std::filesystem::path(run.folder.toStdString())); freed.ok())
          used -= std::min(used, freed.value());
      }
    };
    reduce([](const auto& folder) { return removeKeptStates(folder); }, [](const Kept&) { return true; });
    reduce([](const auto& folder) { return removeRunData(folder); },
           [](const Kept& run) { return !run.videoState.isEmpty() && stateOfFile(run.video) == run.videoState; });
  });
}

void RunFolders::leaveAll() {
  m_thread.post([list = m_list] {
    if (QFile::exists(list)) keepAside(list);
  });
}

void RunFolders::wait() { m_thread.drain(); }

}  // namespace fb::ui
