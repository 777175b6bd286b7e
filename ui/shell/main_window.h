// SPDX-License-Identifier: MIT
// The window: builds the panels, wires them to the Studio, keeps the layout.
#pragma once

#include "flowblend/request.h"
#include "runs/run_record.h"
#include "session/metatypes.h"

#include <QMainWindow>
#include <QTimer>
#include <QUndoStack>

#include <memory>
#include <optional>

class QComboBox;
class QDockWidget;
class QLabel;

namespace fb::ui {

class Actions;
class CompareView;
class ExportDialog;
class HistoryPanel;
class HelpWindow;
class Language;
class LogBook;
class LogViewer;
class ModelsPage;
class NoticeBar;
class PairShelf;
class PresetStore;
class PreviewPanel;
class PromptPanel;
class QueuePanel;
class Settings;
class SettingsDialog;
class StagePanel;
class StatusLine;
class Studio;
class TaskbarProgress;
class Theme;

// Made by main, which owns what it is given. GUI thread.
class MainWindow : public QMainWindow {
  Q_OBJECT
public:
  struct Parts {
    Studio* studio;
    Settings* settings;
    Theme* theme;
    Language* language;
    PresetStore* presets;
    LogBook* log;
  };
  explicit MainWindow(const Parts& parts, QWidget* parent = nullptr);
  ~MainWindow() override;

  // Shows a clip file, or takes a pair document, as soon as the engine is there.
  void openFile(const QString& path);
  // What Generate would run.
  GenerationRequest request() const;

protected:
  void showEvent(QShowEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  void buildPanels(PresetStore* presets);
  void buildToolBar();
  QDockWidget* addPanel(const char* objectName, QWidget* panel, Qt::DockWidgetArea area);
  void arrange();
  void placeDocks();  // where they are at first
  void wireActions();
  void wirePanels();
  void wireSettings();
  void wireRuns();                           // run_wiring.cpp
  void wireResults();                        // run_wiring.cpp
  void wireDocuments(PresetStore* presets);  // documents.cpp
  void retranslate();

  void onReady(const std::vector<PairSpec>& builtIn);
  void usePair(const PairSpec& pair);
  // Settings of an earlier run or a clip into the panels.
  // By the user: what was wanted from before counts no longer.
  void choosePair(const PairSpec& pair);
  void takeOver(const GenerationRequest& request);
  void takeUpLastRequest();
  void askEngine();
  void generate();
  void compareWithLargeOnly();
  void exportShown();
  // dialogs.cpp: windows beside this one, made when first asked for.
  void showSettings();
  void showModels();
  void showCompare();
  void setCompared(int side, const RunRecord& record, const Clip& clip);
  void showHelp();
  void showLog();
  void showAbout();

  void onRunStarted(const RunRecord& record);
  void onRunFinished(const RunRecord& record, const RunResult& result);
  void showResult(const RunRecord& record, const Clip& clip);
  void showComparison(const RunRecord& largeOnly, const Clip& clip);
  void showClip(const Clip& clip, const QString& title);
  void refreshRunState();
  void offerLeftOvers();
  void tellError(const QString& what, const Error& error);
  void notify(const QString& sentence);

  Studio* m_studio;
  Settings* m_settings;
  Theme* m_theme;
  Language* m_language;
  LogBook* m_log;
  PairShelf* m_shelf;
  QUndoStack m_undo;
  Actions* m_actions;

  NoticeBar* m_notice = nullptr;
  QLabel* m_pairLabel = nullptr;
  QComboBox* m_pairs = nullptr;
  PreviewPanel* m_preview = nullptr;
  PromptPanel* m_prompt = nullptr;
  StagePanel* m_stages = nullptr;
  QueuePanel* m_queue = nullptr;
  HistoryPanel* m_history = nullptr;
  StatusLine* m_status = nullptr;
  std::unique_ptr<TaskbarProgress> m_taskbar;
  ExportDialog* m_export = nullptr;
  SettingsDialog* m_settingsDialog = nullptr;
  ModelsPage* m_models = nullptr;
  CompareView* m_compare = nullptr;
  HelpWindow* m_help = nullptr;
  LogViewer* m_logViewer = nullptr;
  QList<QDockWidget*> m_docks;

  PairSpec m_pair;
  QString m_wantedPair;                            // the document of the pair to use once it has been read
  std::optional<GenerationRequest> m_lastRequest;  // of the time before, until its pair is there
  QTimer m_ask;                                    // gathers changes before the engine is asked about them
  StageSchedule m_asked;
  QStringList m_waitingFiles;
  std::optional<GenerationRequest> m_shownRequest;  // of the last clip shown
  RunId m_shownRun = 0;                             // 0: of no run
  struct Comparison {
    RunId largeOnly = 0, other = 0;
  } m_comparison;  // to be shown when its run is done
  Clip m_shownClip;
  QString m_shownTitle;
  bool m_begun = false;
  bool m_leaving = false;
};

}  // namespace fb::ui
