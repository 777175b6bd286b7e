// SPDX-License-Identifier: MIT
// The folders that are searched for models, and what is in them.
#pragma once

#include "pairs/component_scan.h"

#include <QFileSystemWatcher>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <memory>
#include <stop_token>

namespace fb::ui {

class EngineHost;

// Owned by the models page. GUI thread; folders are searched on the host's threads, one search at a time, and again
// when something in them changes, or when one that was away appears. Files that have not changed are not read again.
class WatchedFolders : public QObject {
  Q_OBJECT
public:
  // `host` is not owned and outlives this.
  explicit WatchedFolders(EngineHost* host, QObject* parent = nullptr);
  ~WatchedFolders() override;  // ends a search soon

  const QStringList& folders() const { return m_folders; }
  // From the last session; searches them.
  void setFolders(const QStringList& folders);
  // By the user.
  void add(const QString& folder);
  void remove(const QString& folder);
  void rescan();

  bool isScanning() const { return m_isScanning; }
  // Of the last search.
  const FolderScan& found() const { return *m_found; }
  // How long something in the folders may keep changing before they are searched again.
  void setSettlingTime(std::chrono::milliseconds time) { m_soon.setInterval(time); }

Q_SIGNALS:
  void foldersChanged(const QStringList& folders);
  void scanningChanged();
  void scanned();

private:
  // What a search leaves to be watched.
  struct Watchable {
    QStringList folders;
    QMap<QString, QString> away;  // watched folders that are not there, and the nearest folder above each that is
    QStringList awaitedIn;        // of those above, the ones that are watched for nothing else
  };
  static Watchable watchable(const QStringList& folders, const FolderScan& found);
  void watch(const QStringList& folders);
  void searchIfAnyAppeared();
  void searchIfAnyChanged();

  EngineHost* m_host;
  QStringList m_folders;
  std::shared_ptr<const FolderScan> m_found = std::make_shared<FolderScan>();
  QFileSystemWatcher m_watcher;
  QMap<QString, QString> m_away;  // as in Watchable
  QStringList m_awaitedIn;
  QTimer m_soon;
  QTimer m_onceMore;  // when changes of folders can be told apart by their times
  std::stop_source m_stop;
  bool m_isScanning = false;
  bool m_isOutdated = false;  // what is being searched has changed meanwhile
};

}  // namespace fb::ui
