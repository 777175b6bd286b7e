// SPDX-License-Identifier: MIT
#include "pairs/watched_folders.h"

#include "session/engine_host.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace fb::ui {
namespace {

// The system limits how many can be watched; a deeper change is found when the page is opened.
constexpr std::size_t kMaxWatched = 500;

// Where a folder that is away will appear again.
QString nearestFolder(const QString& folder) {
  auto parent = QFileInfo(folder).absolutePath();
  while (!QFileInfo(parent).isDir() && QFileInfo(parent).absolutePath() != parent)
    parent = QFileInfo(parent).absolutePath();
  return parent;
}

}  // namespace

WatchedFolders::WatchedFolders(EngineHost* host, QObject* parent) : QObject(parent), m_host(host) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(std::chrono::seconds(1));
  connect(&m_soon, &QTimer::timeout, this, &WatchedFolders::rescan);
  m_onceMore.setSingleShot(true);
  m_onceMore.setInterval(kCoarsestTimes);
  connect(&m_onceMore, &QTimer::timeout, this, &WatchedFolders::rescan);
  connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this](const QString& folder) {
    if (!m_awaitedIn.contains(folder) || hasAppeared()) m_soon.start();
  });
}

WatchedFolders::~WatchedFolders() { m_stop.request_stop(); }

void WatchedFolders::setFolders(const QStringList& folders) {
  m_folders = folders;
  rescan();
}

void WatchedFolders::add(const QString& folder) {
  const auto path = QDir::cleanPath(folder);
  if (!m_folders.contains(path)) {
    m_folders << path;
    Q_EMIT foldersChanged(m_folders);
  }
  rescan();
}

void WatchedFolders::remove(const QString& folder) {
  if (m_folders.removeAll(folder) == 0) return;
  Q_EMIT foldersChanged(m_folders);
  rescan();
}

void WatchedFolders::rescan() {
  m_isOutdated = m_isScanning;
  if (m_isScanning) return;
  m_isScanning = true;
  std::vector<std::filesystem::path> folders;
  for (const auto& folder : m_folders) folders.emplace_back(folder.toStdString());
  m_host->ask(
      this,
      [folders = std::move(folders), before = m_found, stop = m_stop.get_token()](Engine& engine) {
        return std::make_shared<const FolderScan>(scanModelFolders(engine, folders, before->known, stop));
      },
      [this](std::shared_ptr<const FolderScan> found) {
        m_found = std::move(found);
        m_isScanning = false;
        watch();
        Q_EMIT scanned();
        Q_EMIT scanningChanged();
        if (std::exchange(m_isOutdated, false)) rescan();
      });
  Q_EMIT scanningChanged();
}

bool WatchedFolders::hasAppeared() const {
  return std::any_of(m_away.keyValueBegin(), m_away.keyValueEnd(), [](const auto& away) {
    return QFileInfo(away.first).isDir() || nearestFolder(away.first) != away.second;
  });
}

// A folder that stays stays watched: removing it would drop the changes that were not reported yet. What changed before
// a folder was watched, nobody reports.
void WatchedFolders::watch() {
  QStringList folders;
  for (std::size_t i = 0; i < std::min(kMaxWatched, m_found->searched.size()); ++i)
    if (const auto folder = QString::fromStdString(m_found->searched[i].path.string()); QFileInfo(folder).isDir())
      folders << folder;
  m_awaitedIn.clear();
  m_away.clear();
  for (const auto& folder : m_folders) {
    if (QFileInfo(folder).isDir()) continue;
    const auto parent = nearestFolder(folder);
    m_away[folder] = parent;
    if (folders.contains(parent)) continue;
    folders << parent;
    m_awaitedIn << parent;
  }
  const QStringList watched = m_watcher.directories();
  const auto without = [](const QStringList& all, const QStringList& others) {
    const QSet<QString> left(others.begin(), others.end());
    QStringList rest;
    std::ranges::remove_copy_if(all, std::back_inserter(rest), [&](const QString& one) { return left.contains(one); });
    return rest;
  };
  if (const auto gone = without(watched, folders); !gone.isEmpty()) m_watcher.removePaths(gone);
  if (const auto added = without(folders, watched); !added.isEmpty()) m_watcher.addPaths(added);
  if (std::ranges::any_of(m_found->searched, hasChangedSince))
    m_soon.start();
  else if (std::ranges::any_of(m_found->searched, wasListedTooSoon))
    m_onceMore.start();
}

}  // namespace fb::ui
