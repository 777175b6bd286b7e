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

bool hasAnyAppeared(const QMap<QString, QString>& away) {
  return std::any_of(away.keyValueBegin(), away.keyValueEnd(), [](const auto& each) {
    return QFileInfo(each.first).isDir() || nearestFolder(each.first) != each.second;
  });
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
    if (m_awaitedIn.contains(folder))
      searchIfAnyAppeared();
    else
      m_soon.start();
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
      [folders = std::move(folders), asked = m_folders, before = m_found, stop = m_stop.get_token()](Engine& engine) {
        auto found = std::make_shared<const FolderScan>(scanModelFolders(engine, folders, before->known, stop));
        auto ground = watchable(asked, *found);
        return std::pair(std::move(found), std::move(ground));
      },
      [this](std::pair<std::shared_ptr<const FolderScan>, Watchable> searched) {
        m_found = std::move(searched.first);
        m_away = std::move(searched.second.away);
        m_awaitedIn = std::move(searched.second.awaitedIn);
        m_isScanning = false;
        watch(searched.second.folders);
        Q_EMIT scanned();
        Q_EMIT scanningChanged();
        if (std::exchange(m_isOutdated, false)) rescan();
      });
  Q_EMIT scanningChanged();
}

WatchedFolders::Watchable WatchedFolders::watchable(const QStringList& folders, const FolderScan& found) {
  Watchable all;
  for (std::size_t i = 0; i < std::min(kMaxWatched, found.searched.size()); ++i)
    if (const auto folder = QString::fromStdString(found.searched[i].path.string()); QFileInfo(folder).isDir())
      all.folders << folder;
  for (const auto& folder : folders) {
    if (QFileInfo(folder).isDir()) continue;
    const auto parent = nearestFolder(folder);
    all.away[folder] = parent;
    if (all.folders.contains(parent)) continue;
    all.folders << parent;
    all.awaitedIn << parent;
  }
  return all;
}

void WatchedFolders::searchIfAnyAppeared() {
  m_host->ask(
      this, [away = m_away](Engine&) { return hasAnyAppeared(away); },
      [this](bool hasAppeared) {
        if (hasAppeared) m_soon.start();
      });
}

// A folder that stays stays watched: removing it would drop the changes that were not reported yet.
void WatchedFolders::watch(const QStringList& folders) {
  const QStringList watched = m_watcher.directories();
  const auto without = [](const QStringList& all, const QStringList& others) {
    const QSet<QString> left(others.begin(), others.end());
    QStringList rest;
    std::ranges::remove_copy_if(all, std::back_inserter(rest), [&](const QString& one) { return left.contains(one); });
    return rest;
  };
  if (const auto gone = without(watched, folders); !gone.isEmpty()) m_watcher.removePaths(gone);
  if (const auto added = without(folders, watched); !added.isEmpty()) m_watcher.addPaths(added);
  searchIfAnyChanged();
}

// Nobody reports what changed before a folder was watched.
void WatchedFolders::searchIfAnyChanged() {
  enum class Need { None, OnceMore, Soon };
  m_host->ask(
      this,
      [found = m_found, away = m_away](Engine&) {
        if (hasAnyAppeared(away) || std::ranges::any_of(found->searched, hasChangedSince)) return Need::Soon;
        return std::ranges::any_of(found->searched, wasListedTooSoon) ? Need::OnceMore : Need::None;
      },
      [this](Need need) {
        if (need == Need::Soon) m_soon.start();
        if (need == Need::OnceMore) m_onceMore.start();
      });
}

}  // namespace fb::ui
