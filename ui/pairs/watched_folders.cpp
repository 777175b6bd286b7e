// SPDX-License-Identifier: MIT
#include "pairs/watched_folders.h"

#include "session/engine_host.h"

#include <QDir>
#include <QSet>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

namespace fb::ui {
namespace {

// The system limits how many can be watched; a deeper change is found when the page is opened.
constexpr std::size_t kMaxWatched = 500;

}  // namespace

WatchedFolders::WatchedFolders(EngineHost* host, QObject* parent) : QObject(parent), m_host(host) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(std::chrono::seconds(1));
  connect(&m_soon, &QTimer::timeout, this, &WatchedFolders::rescan);
  connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_soon, qOverload<>(&QTimer::start));
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

// A folder that stays stays watched: removing it would drop the changes that were not reported yet.
void WatchedFolders::watch() {
  QStringList folders;
  for (std::size_t i = 0; i < std::min(kMaxWatched, m_found->searched.size()); ++i)
    folders << QString::fromStdString(m_found->searched[i].string());
  const QStringList watched = m_watcher.directories();
  const auto without = [](const QStringList& all, const QStringList& others) {
    const QSet<QString> left(others.begin(), others.end());
    QStringList rest;
    std::ranges::remove_copy_if(all, std::back_inserter(rest), [&](const QString& one) { return left.contains(one); });
    return rest;
  };
  if (const auto gone = without(watched, folders); !gone.isEmpty()) m_watcher.removePaths(gone);
  if (const auto added = without(folders, watched); !added.isEmpty()) m_watcher.addPaths(added);
}

}  // namespace fb::ui
