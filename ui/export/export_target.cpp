// SPDX-License-Identifier: MIT
#include "export/export_target.h"

#include "session/free_name.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace fb::ui {
namespace {

ExportTargets::Answer answerTo(const ExportTarget& target, const ExportDisk& disk) {
  using Answer = ExportTargets::Answer;
  using Found = ExportDisk::Found;
  if (!target.file.isEmpty()) {
    // No export replaces a broken link: its failure says so.
    const auto found = disk.look(target.file);
    if (found == Found::File || found == Found::Folder) return target.mayReplace ? Answer::Replaces : Answer::IsTaken;
  }
  if (disk.look(target.folder) == Found::Folder) return Answer::Free;
  if (!target.mayMakeFolder) return Answer::NoFolder;
  return disk.makeFolder(target.folder) ? Answer::Free : Answer::CannotMakeIt;
}

}  // namespace

ExportDisk ExportDisk::real() {
  return {[](const QString& path) {
            const QFileInfo info(path);
            if (info.isDir()) return Found::Folder;
            return info.exists() ? Found::File : info.isSymLink() ? Found::BrokenLink : Found::Nothing;
          },
          [](const QString& folder) { return QDir().mkpath(folder); }};
}

ExportTargets::ExportTargets(ExportDisk disk) : m_disk(std::move(disk)), m_thread(QStringLiteral("export targets")) {}

void ExportTargets::ask(const ExportTarget& target, std::function<void(Answer)> then) {
  m_thread.post([this, target, then = std::move(then)]() mutable {
    QMetaObject::invokeMethod(
        &m_here, [answer = answerTo(target, m_disk), then = std::move(then)] { then(answer); }, Qt::QueuedConnection);
  });
}

void ExportTargets::findFree(const QString& base, const QString& ending, const QStringList& others,
                             std::function<void(const QString&)> then) {
  m_thread.post([this, base, ending, others, then = std::move(then)]() mutable {
    const auto isTaken = [&](const QString& file) {
      return others.contains(cleanAbsolutePath(file)) || m_disk.look(file) != ExportDisk::Found::Nothing;
    };
    QMetaObject::invokeMethod(
        &m_here, [name = numberedName(base, ending, isTaken), then = std::move(then)] { then(name); },
        Qt::QueuedConnection);
  });
}

}  // namespace fb::ui
