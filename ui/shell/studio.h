// SPDX-License-Identifier: MIT
// What is behind the window: the engine, the queue, the history and the clips of finished runs.
#pragma once

#include "runs/run_record.h"
#include "session/engine_host.h"
#include "session/export_work.h"
#include "session/metatypes.h"
#include "shell/run_folders.h"

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace fb::ui {

class ExportPresetStore;
class ExportQueue;
class ExportSession;
class GenerationSession;
class HistoryModel;
class QueueModel;
class QueueRunner;
class RunStore;
class SweepRunner;

// Made by main before the window and passed to it; owns everything that outlives a panel. GUI thread only.
class Studio : public QObject {
  Q_OBJECT
public:
  // stateFolder: where queue and history are stored.
  Studio(EngineHost::MakeEngine makeEngine, const QString& stateFolder, QObject* parent = nullptr);
  ~Studio() override;

  // Reads queue and history and starts loading the engine; call it once the window is painted.
  void start();

  EngineHost* host() const { return m_host; }
  GenerationSession* session() const { return m_session; }
  QueueModel* queue() const { return m_queue; }
  HistoryModel* history() const { return m_history; }
  QueueRunner* runner() const { return m_runner; }
  SweepRunner* sweeps() const { return m_sweeps; }
  // The exports that the user asks for go through the queue; the session is its own.
  ExportQueue* exportQueue() const { return m_exportQueue; }
  ExportSession* exports() const { return m_exports; }
  ExportPresetStore* exportPresets() const { return m_exportPresets; }
  // For clips that are saved by themselves, whatever the user exports meanwhile.
  ExportSession* saves() const { return m_saves; }
  RunStore* store() const { return m_store.get(); }

  // Valid from ready() on.
  bool isReady() const { return m_ready; }
  const std::vector<DeviceInfo>& devices() const { return m_devices; }
  const std::vector<ExportFormat>& formats() const { return m_formats; }

  // What a clip file contains besides its frames; empty if nothing.
  struct ClipComment {
    QString settings;  // the request's JSON
    QString prompt;    // of another program
  };
  using ThenClip = std::function<void(const Clip& clip, const ClipComment& comment)>;
  using ThenRun = std::function<void(const RunRecord& record, const Clip& clip)>;
  // Reads a clip file, or the clip of a finished run (its video, if its frames were removed to save space), and calls
  // `then` unless `receiver` no longer exists by then; openFailed() if there is no such clip.
  void openClip(const QString& path, QObject* receiver, ThenClip then);
  void openRun(RunId id, QObject* receiver, ThenRun then);
  // Reads the same clip when an export begins.
  static MakeClip clipOf(const RunRecord& record);
  // The folders given to runs; those that no run refers to any more are removed after a day.
  RunFolders& folders() { return m_folders; }
  // How many GB the runs of the history may take up; 0: no limit. Applied when a clip is finished, and at the start:
  // RunFolders::keepWithin().
  void setSpaceLimit(double gigabytes) { m_spaceLimit = gigabytes; }
  // Forgets the runs and moves their folders to the trash: at once, or when no queued run continues from them and no
  // export reads from them any more.
  void deleteRuns(const std::vector<RunId>& ids);

Q_SIGNALS:
  // Devices and formats are known.
  void ready(const std::vector<fb::PairSpec>& builtIn);
  void failed(const fb::Error& error);
  void openFailed(const QString& what, const fb::Error& error);

private:
  void begin();
  void load();
  void read();
  void onEngineOpened();
  QSet<QString> foldersInUse() const;
  void trashDeleted();
  void cleanUpFolders();
  void keepWithinSpace();

  EngineHost* m_host;
  std::unique_ptr<RunStore> m_store;  // destroyed after the models that read from it
  RunFolders m_folders;
  QStringList m_deleted;  // folders that are still needed
  QStringList m_removed;  // folders of runs taken from the queue since the start
  GenerationSession* m_session;
  QueueModel* m_queue;
  HistoryModel* m_history;
  QueueRunner* m_runner;
  SweepRunner* m_sweeps;
  ExportSession* m_exports;
  ExportQueue* m_exportQueue;
  ExportPresetStore* m_exportPresets;
  ExportSession* m_saves;
  std::vector<DeviceInfo> m_devices;
  std::vector<ExportFormat> m_formats;
  QTimer m_readAgain;
  double m_spaceLimit = 0;
  bool m_hasBegun = false;
  bool m_ready = false;
};

}  // namespace fb::ui
