// SPDX-License-Identifier: MIT
// The window: builds the panels, arranges them and saves the layout. Presenters own its flows.
#pragma once

#include "flowblend/request.h"

#include <QMainWindow>
#include <QUndoStack>

class QComboBox;
class QDockWidget;
class QLabel;

namespace fb::ui {

class Actions;
class Announcer;
class ClipPresenter;
class DockTitles;
class DocumentOpener;
class EditPresenter;
class ExportPresenter;
class HistoryPanel;
class KeptFile;
class Language;
class LogBook;
class NoticeBar;
class PairPresenter;
class PairShelf;
class PresetStore;
class PreviewPanel;
class PromptPanel;
class QueuePanel;
class RequestPresenter;
class RunPresenter;
class Settings;
class StagePanel;
class StatusLine;
class Studio;
class Theme;
class TourPresenter;

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

  // A clip, a pair document or an image, as soon as the engine is ready.
  void openFile(const QString& path);
  // Ends the program without asking and saves everything; leaving() and, soon, the end of the event loop follow.
  void leave();
  // At the start of the program: shows the tour if it has never been taken.
  void welcome();
  // The last process ended for this reason, which nobody had expected.
  void tellUnexpectedEnd(const QString& reason);
  // What Generate would run.
  GenerationRequest request() const;

Q_SIGNALS:
  // Anything opened from now on is lost.
  void leaving();

protected:
  void showEvent(QShowEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  void buildPanels();
  void buildToolBar();
  void buildDocks();
  void buildPresenters();
  void continueWith(ClipPresenter* clip);
  void wireUndo();
  void wirePresets();
  void wireActions();
  void allowGenerate();
  void wireSettings();
  void wireMessages();
  void tellOf(KeptFile* file);
  void tellOfStore();
  void keep();              // what the next start restores
  void placeDocks();        // at their default places
  int stripHeight() const;  // of the stages, without the lines above the plot
  void resizeStages();
  void makeRoomForLines();
  void resetLayout();
  void retranslate();

  Parts m_parts;
  QUndoStack m_undo;
  Actions* m_actions;

  NoticeBar* m_notice = nullptr;
  PreviewPanel* m_preview = nullptr;
  PromptPanel* m_prompt = nullptr;
  StagePanel* m_stages = nullptr;
  QueuePanel* m_queue = nullptr;
  HistoryPanel* m_history = nullptr;
  StatusLine* m_status = nullptr;
  DockTitles* m_titles = nullptr;
  QLabel* m_pairLabel = nullptr;
  QComboBox* m_pairCombo = nullptr;
  struct {
    QDockWidget *prompt, *queue, *history, *stages;
  } m_docks{};

  PairShelf* m_shelf = nullptr;
  Announcer* m_announcer = nullptr;
  PairPresenter* m_pair = nullptr;
  RequestPresenter* m_request = nullptr;
  ExportPresenter* m_exporter = nullptr;
  RunPresenter* m_runs = nullptr;
  EditPresenter* m_edit = nullptr;
  DocumentOpener* m_documents = nullptr;
  TourPresenter* m_tour = nullptr;
  QString m_toldLoss;
  bool m_begun = false;
  bool m_isLeaving = false;  // without questions
};

}  // namespace fb::ui
