// SPDX-License-Identifier: MIT
#include "shell/main_window.h"

#include "export/export_presets.h"
#include "pairs/pair_shelf.h"
#include "prompt/preset_store.h"
#include "prompt/prompt_panel.h"
#include "runs/history_model.h"
#include "runs/history_panel.h"
#include "runs/queue_panel.h"
#include "runs/queue_runner.h"
#include "runs/run_store.h"
#include "session/generation_session.h"
#include "settings/settings.h"
#include "shell/actions.h"
#include "shell/announcer.h"
#include "shell/branch_presenter.h"
#include "shell/bring_up.h"
#include "shell/clip_presenter.h"
#include "shell/compare_presenter.h"
#include "shell/dock_titles.h"
#include "shell/document_opener.h"
#include "shell/edit_presenter.h"
#include "shell/export_presenter.h"
#include "shell/history_badge.h"
#include "shell/history_presenter.h"
#include "shell/inputs_presenter.h"
#include "shell/lab_presenter.h"
#include "shell/pair_presenter.h"
#include "shell/probe_presenter.h"
#include "shell/reference_presenter.h"
#include "shell/request_presenter.h"
#include "shell/run_presenter.h"
#include "shell/save_presenter.h"
#include "shell/secondary_windows.h"
#include "shell/status_line.h"
#include "shell/studio.h"
#include "shell/tour_presenter.h"
#include "shell/undo_offers.h"
#include "stages/stage_panel.h"
#include "text/language.h"
#include "theme/theme.h"
#include "viewer/player_actions.h"
#include "viewer/preview_panel.h"
#include "widgets/folding_tool_bar.h"
#include "widgets/notice_bar.h"
#include "widgets/plain_texts.h"
#include "widgets/wheel_needs_focus.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

namespace fb::ui {
namespace {

constexpr int kLayoutVersion = 2;

}  // namespace

MainWindow::MainWindow(const Parts& parts, QWidget* parent)
    : QMainWindow(parent), m_parts(parts), m_actions(new Actions(this, &m_undo, parts.theme)) {
  setObjectName(QStringLiteral("mainWindow"));
  setAcceptDrops(true);
  new PlainTexts(this);
  new WheelNeedsFocus(this);
  setWindowIcon(m_parts.theme->icon(QStringLiteral("app")));
  resize(fittingSize(this, QSize(1360, 860)));
  buildPanels();
  buildToolBar();
  buildDocks();
  buildPresenters();
  wireActions();
  wireSettings();
  wireMessages();
  retranslate();
  restoreGeometry(m_parts.settings->windowGeometry());
  restoreState(m_parts.settings->windowState(), kLayoutVersion);
}

// In the order of the Tab key.
void MainWindow::buildPanels() {
  m_prompt = new PromptPanel(m_parts.theme, this);
  m_prompt->setPresetStore(m_parts.presets);
  m_prompt->setUndoStack(&m_undo);
  m_prompt->setImagesFolder(QDir(m_parts.settings->runsFolder()).filePath(QStringLiteral("../pictures")));
  auto* center = new QWidget(this);
  auto* layout = new QVBoxLayout(center);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  m_notice = new NoticeBar(center);
  m_preview = new PreviewPanel(m_parts.theme, center);
  layout->addWidget(m_notice);
  layout->addWidget(m_preview, 1);
  setCentralWidget(center);
  m_stages = new StagePanel(m_parts.theme, &m_undo, this);
  m_stages->setExpanded(m_parts.settings->stagesExpanded());
  m_queue = new QueuePanel(m_parts.theme, m_parts.studio->queue(), m_parts.studio->runner(), this);
  m_history = new HistoryPanel(m_parts.theme, m_parts.studio->history(), this);
  m_status = new StatusLine(m_parts.theme, this);
  setStatusBar(m_status);
  m_actions->addPlayback(m_preview->actions()->transport());
}

void MainWindow::buildToolBar() {
  auto* bar = new FoldingToolBar(this);
  bar->setObjectName(QStringLiteral("toolBar"));
  bar->setMovable(false);
  bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_pairLabel = new QLabel(bar);
  m_pairLabel->setProperty("role", "muted");
  m_pairCombo = new QComboBox(bar);
  m_pairCombo->setObjectName(QStringLiteral("pairCombo"));
  m_pairCombo->setMinimumContentsLength(20);
  m_pairCombo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_pairLabel->setBuddy(m_pairCombo);
  bar->addWidget(m_pairLabel);
  bar->addWidget(m_pairCombo);
  bar->addSeparator();
  bar->addActions({m_actions->generate, m_actions->pause, m_actions->stop, m_actions->cancel});
  bar->addSeparator();
  // What no longer fits is taken from the end.
  bar->addAction(m_actions->exportClip);
  bar->addSeparator();
  bar->addActions({m_actions->compare, m_actions->compareLargeOnly});
  if (auto* generate = qobject_cast<QToolButton*>(bar->widgetForAction(m_actions->generate))) {
    generate->setProperty("role", "primary");
    generate->setMenu(m_actions->seedsMenu());
    generate->setPopupMode(QToolButton::MenuButtonPopup);
  }
  // Known from every player, and of use only during a run: Export stays in sight in a small window.
  bar->setFoldable({m_actions->stop, m_actions->cancel, m_actions->pause});
  addToolBar(bar);
}

void MainWindow::buildDocks() {
  setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
  setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
  setTabPosition(Qt::RightDockWidgetArea, QTabWidget::North);
  const auto dock = [this](const char* objectName, QWidget* panel) {
    auto* made = new QDockWidget(this);
    made->setObjectName(QLatin1String(objectName));
    made->setWidget(panel);
    m_actions->viewMenu()->addAction(made->toggleViewAction());
    return made;
  };
  m_docks = {dock("promptDock", m_prompt), dock("queueDock", m_queue), dock("historyDock", m_history),
             dock("stageDock", m_stages)};
  m_titles = new DockTitles(this, {m_docks.prompt, m_docks.queue, m_docks.history, m_docks.stages});
  placeDocks();
  new HistoryBadge(m_docks.history, m_parts.studio->history());
}

void MainWindow::placeDocks() {
  addDockWidget(Qt::LeftDockWidgetArea, m_docks.prompt);
  addDockWidget(Qt::RightDockWidgetArea, m_docks.queue);
  tabifyDockWidget(m_docks.queue, m_docks.history);
  addDockWidget(Qt::BottomDockWidgetArea, m_docks.stages);
  m_docks.queue->raise();
  resizeDocks({m_docks.prompt, m_docks.queue}, {320, 320}, Qt::Horizontal);
  resizeStages();
}

int MainWindow::stripHeight() const { return std::clamp(height() * 21 / 100, 140, 216); }

// As a strip, they leave most of the window to the clip; lines above the plot do not take the plot's own room.
void MainWindow::resizeStages() {
  const int whole = std::clamp(height() * 2 / 5, 220, 290), strip = stripHeight() + m_stages->linesHeight();
  m_docks.stages->setProperty(DockTitles::kWithoutTitle, !m_stages->isExpanded());
  m_titles->refresh();
  resizeDocks({m_docks.stages}, {m_stages->isExpanded() ? whole : strip}, Qt::Vertical);
}

// A strip that the user has made higher has room for them.
void MainWindow::makeRoomForLines() {
  constexpr int kMostLines = 90;
  if (m_stages->isExpanded() || m_docks.stages->isFloating()) return;
  if (m_stages->height() <= stripHeight() + kMostLines) resizeStages();
}

void MainWindow::resetLayout() {
  for (auto* dock : {m_docks.prompt, m_docks.queue, m_docks.history, m_docks.stages}) {
    dock->setFloating(false);
    dock->show();
  }
  placeDocks();
}

// Each receives its collaborators, so what it needs from them at its own start has already happened.
void MainWindow::buildPresenters() {
  const auto& [studio, settings, theme, language, presets, log] = m_parts;
  m_shelf = new PairShelf(studio->host(), this);
  m_announcer = new Announcer({this, m_notice, m_status, settings}, this);
  m_pair = new PairPresenter(m_shelf, settings, m_pairCombo, this);
  connect(studio, &Studio::ready, m_pair, &PairPresenter::begin);
  connect(m_pair, &PairPresenter::folderFollowed, this, [this](const QString& pair, const QString& folder) {
    m_announcer->inform([pair, folder] {
      return tr("\"%1\" follows the settings of its folder: %2. Models › Models and pairs also lists them.")
          .arg(pair, folder);
    });
  });
  m_request =
      new RequestPresenter({studio, settings, m_pair, m_prompt, m_stages, m_status, &m_undo, m_announcer}, this);
  auto* clip = new ClipPresenter(studio, m_preview, m_stages, this);
  continueWith(clip);
  auto* compare = new ComparePresenter({this, theme, studio, m_pair, m_request, clip}, this);
  m_exporter = new ExportPresenter({this, theme, studio, settings, clip, m_announcer}, this);
  connect(compare, &ComparePresenter::exportRequested, m_exporter, &ExportPresenter::exportComparison);
  new HistoryPresenter({m_history, m_stages, studio, m_request, clip, compare, m_exporter, m_announcer}, this);
  new BranchPresenter({studio, m_pair, m_request, clip, m_prompt, m_history, m_stages, &m_undo, m_announcer}, this);
  new InputsPresenter({this, studio, m_announcer}, this);
  m_runs = new RunPresenter({this, studio, m_pair, m_request, clip, m_queue, m_stages, m_status, m_announcer}, this);
  new ReferencePresenter(studio, this);
  new SavePresenter({this, studio, settings, m_status, m_announcer}, this);
  auto* lab = new LabPresenter({this, theme, studio, settings, m_pair, m_request, m_stages, m_announcer}, this);
  auto* probes = new ProbePresenter({this, studio, settings, m_pair, m_request, m_stages, m_announcer}, this);
  connect(lab, &LabPresenter::measured, probes, &ProbePresenter::learn);
  connect(lab, &LabPresenter::choicesKept, probes, &ProbePresenter::refresh);
  m_edit = new EditPresenter({this, studio, m_request, m_prompt, m_queue, m_announcer}, this);
  m_documents = new DocumentOpener({this, studio, settings, m_pair, m_request, m_prompt, clip, m_announcer}, this);
  connect(m_documents, &DocumentOpener::profileOpened, probes, &ProbePresenter::importProfile);
  connect(m_actions->importProfile, &QAction::triggered, probes, &ProbePresenter::chooseImport);
  connect(m_actions->exportProfile, &QAction::triggered, probes, &ProbePresenter::chooseExport);
  auto* windows =
      new SecondaryWindows({this, m_actions, theme, language, settings, log, studio, m_shelf, m_pair}, this);

  connect(m_prompt, &PromptPanel::generateRequested, this,
          [this] { m_edit->isEditing() ? m_edit->save() : m_runs->generate(); });
  connect(m_edit, &EditPresenter::editingChanged, this, &MainWindow::allowGenerate);
  connect(clip, &ClipPresenter::wholeChanged, m_actions->exportClip, &QAction::setEnabled);
  connect(m_actions->compare, &QAction::triggered, compare, &ComparePresenter::show);
  connect(m_actions->compareLargeOnly, &QAction::triggered, compare, &ComparePresenter::compareWithLargeOnly);
  connect(m_actions->exportClip, &QAction::triggered, m_exporter, &ExportPresenter::exportShown);
  connect(m_actions->findBoundaries, &QAction::triggered, lab, &LabPresenter::show);
  connect(m_actions->models, &QAction::triggered, windows, &SecondaryWindows::showModels);
  connect(m_actions->settings, &QAction::triggered, windows, &SecondaryWindows::showSettings);
  m_tour = new TourPresenter({this, theme, settings, m_docks.prompt, m_docks.stages, m_preview,
                              [this] {
                                for (auto* dock : {m_docks.prompt, m_docks.stages}) {
                                  dock->show();
                                  dock->raise();
                                }
                              }},
                             this);
  connect(m_actions->tour, &QAction::triggered, m_tour, &TourPresenter::start);
  connect(m_actions->help, &QAction::triggered, windows, &SecondaryWindows::showHelp);
  connect(m_actions->log, &QAction::triggered, windows, &SecondaryWindows::showLog);
  connect(m_actions->report, &QAction::triggered, windows, &SecondaryWindows::showReport);
  connect(m_actions->about, &QAction::triggered, windows, &SecondaryWindows::showAbout);
}

// What was watched last is shown again, once the engine and the history are there.
void MainWindow::continueWith(ClipPresenter* clip) {
  const auto reopen = [this, clip] {
    if (m_parts.studio->isReady() && m_parts.studio->history()->isWhole()) clip->reopen(m_parts.settings->watchedRun());
  };
  connect(m_parts.studio, &Studio::ready, clip, reopen);
  connect(m_parts.studio->history(), &HistoryModel::loaded, clip, reopen);
  connect(clip, &ClipPresenter::shownChanged, m_parts.settings,
          [this, clip] { m_parts.settings->setWatchedRun(clip->shown().run); });
}

void MainWindow::wirePresets() {
  connect(m_parts.presets, &PresetStore::removed, this, [this](const Preset& preset) {
    // By then, its name may be that of another one, which stays.
    const auto bringBack = [this, document = PresetStore::documentOf(preset)] { m_parts.presets->add(document); };
    m_announcer->offerWays([name = preset.name] { return tr("The preset \"%1\" was deleted.").arg(name); },
                           {{[] { return tr("Undo"); }, bringBack, true}});
  });
  connect(m_documents, &DocumentOpener::presetsOpened, this, [this](const QString& name, const QByteArray& document) {
    const auto added = m_parts.presets->add(document);
    if (added.isEmpty())
      return m_announcer->warn([name] { return tr("%1 holds no presets that this version can read.").arg(name); });
    m_announcer->say([added] { return tr("Presets added: %1").arg(QLocale().createSeparatedList(added)); });
  });
}

void MainWindow::wireUndo() {
  auto* offers = m_actions->undoOffers;
  const int notice = offers->add({[this] { return m_notice->offeredUndo(); }, [this] { m_notice->undo(); }});
  connect(m_notice, &NoticeBar::undoOffered, offers, [offers, notice] { offers->begin(notice); });
  connect(m_notice, &NoticeBar::changed, offers, &UndoOffers::refresh);
  const int deletion =
      offers->add({[this] { return m_history->offeredUndo(); }, [this] { m_history->undoDeletion(); }});
  connect(m_history, &HistoryPanel::undoOffered, offers, [offers, deletion] { offers->begin(deletion); });
  connect(m_history, &HistoryPanel::undoEnded, offers, &UndoOffers::refresh);
}

void MainWindow::wireActions() {
  wireUndo();
  wirePresets();
  connect(m_actions->generate, &QAction::triggered, m_runs, [this] { m_runs->generate(); });
  for (auto* action : m_actions->generateSeeds)
    connect(action, &QAction::triggered, m_runs, [this, action] { m_runs->generate(action->data().toInt()); });
  connect(m_actions->pause, &QAction::triggered, this,
          [this] { m_runs->isBusy() ? m_runs->pause() : m_runs->resume(); });
  connect(m_actions->cancel, &QAction::triggered, m_runs, &RunPresenter::cancel);
  connect(m_actions->stop, &QAction::triggered, m_runs, &RunPresenter::stop);
  connect(m_actions->probe, &QAction::triggered, m_runs, &RunPresenter::probe);
  connect(m_actions->openClip, &QAction::triggered, m_documents, &DocumentOpener::choose);
  connect(m_actions->queueList, &QAction::triggered, m_documents, &DocumentOpener::chooseList);
  connect(m_actions->copyFrame, &QAction::triggered, m_preview, &PreviewPanel::copyFrame);
  connect(m_actions->searchHistory, &QAction::triggered, this, [this] {
    m_docks.history->show();
    m_docks.history->raise();
    m_history->focusSearch();
  });
  connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
  connect(m_actions->resetLayout, &QAction::triggered, this, &MainWindow::resetLayout);
  connect(m_actions->fullScreen, &QAction::triggered, this,
          [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
  connect(m_parts.studio, &Studio::ready, this, &MainWindow::allowGenerate);
  allowGenerate();
  const auto needEngine = {m_actions->probe, m_actions->importProfile, m_actions->exportProfile,
                           m_actions->compareLargeOnly};
  const auto needRun = {m_actions->stop, m_actions->cancel};
  for (auto* action : needEngine) {
    action->setEnabled(m_parts.studio->isReady());
    connect(m_parts.studio, &Studio::ready, action, [action] { action->setEnabled(true); });
  }
  for (auto* action : needRun) {
    action->setEnabled(false);
    connect(m_runs, &RunPresenter::runningChanged, action, &QAction::setEnabled);
  }
  m_actions->pause->setEnabled(false);
  const auto allowPause = [this](bool isPaused) {
    m_actions->setPaused(isPaused);
    m_actions->pause->setEnabled(isPaused || m_runs->isBusy());
  };
  connect(m_runs, &RunPresenter::pausedChanged, this, allowPause);
  m_actions->exportClip->setEnabled(false);
  connect(m_runs, &RunPresenter::readyToLeave, this, &QWidget::close);
  connect(m_exporter, &ExportPresenter::readyToLeave, this, &QWidget::close, Qt::QueuedConnection);
}

// The fields of a queued run are saved, not generated.
void MainWindow::allowGenerate() {
  const bool may = m_parts.studio->isReady() && !m_edit->isEditing();
  m_actions->generate->setEnabled(may);
  for (auto* action : m_actions->generateSeeds) action->setEnabled(may);
}

void MainWindow::wireSettings() {
  auto* settings = m_parts.settings;
  connect(settings, &Settings::themeChanged, m_parts.theme, &Theme::choose);
  connect(settings, &Settings::languageChanged, m_parts.language, &Language::setLanguage);
  // Widgets keep the number format of the locale in which they were made.
  connect(m_parts.language, &Language::changed, this, [] {
    for (auto* window : QApplication::topLevelWidgets()) window->setLocale(QLocale());
  });
  connect(settings, &Settings::recentPromptsChanged, m_prompt, &PromptPanel::setRecentPrompts);
  connect(settings, &Settings::probeChanged, m_stages, &StagePanel::setProbePolicy);
  connect(m_stages, &StagePanel::probePolicyChanged, settings, &Settings::setProbe);
  connect(m_history, &HistoryPanel::gridChanged, settings, &Settings::setHistoryGrid);
  connect(settings, &Settings::runsFolderChanged, m_parts.studio->runner(), &QueueRunner::setRunsFolder);
  const auto showDevice = [this, settings] {
    if (const auto* device = settings->deviceAmong(m_parts.studio->devices()))
      m_status->setDevice(*device, settings->threads());
  };
  connect(m_parts.studio, &Studio::ready, m_status, showDevice);
  connect(settings, &Settings::deviceChanged, m_status, showDevice);
  connect(settings, &Settings::threadsChanged, m_status, showDevice);
  m_prompt->setRecentPrompts(settings->recentPrompts());
  m_stages->setProbePolicy(settings->probe());
  connect(m_stages, &StagePanel::expandedChanged, this, [this, settings](bool expanded) {
    settings->setStagesExpanded(expanded);
    // Once the panel has its new least height.
    QTimer::singleShot(0, this, &MainWindow::resizeStages);
  });
  connect(m_stages, &StagePanel::linesHeightChanged, this, &MainWindow::makeRoomForLines, Qt::QueuedConnection);
  m_stages->setLesson(!settings->boundariesMoved());
  connect(m_stages, &StagePanel::lessonLearned, settings, [settings] { settings->setBoundariesMoved(true); });
  m_history->setGrid(settings->historyGrid());
  m_parts.studio->runner()->setRunsFolder(settings->runsFolder());
  connect(settings, &Settings::spaceLimitChanged, m_parts.studio, &Studio::setSpaceLimit);
  m_parts.studio->setSpaceLimit(settings->spaceLimit());
  // A run that goes on may find another device than the one it began on.
  connect(settings, &Settings::memoryBudgetChanged, m_parts.studio->session(), &GenerationSession::setMemoryBudget);
  m_parts.studio->session()->setMemoryBudget(settings->memoryBudget());
}

void MainWindow::wireMessages() {
  const auto say = [this](const QString& sentence) { m_announcer->say(sentence, std::chrono::seconds(6)); };
  connect(m_stages, &StagePanel::messageShown, this, say);
  connect(m_preview, &PreviewPanel::messageShown, this, say);
  connect(m_parts.studio, &Studio::openFailed, m_announcer, &Announcer::tellError);
  connect(m_shelf, &PairShelf::documentRefused, m_announcer, &Announcer::tellError);
  connect(m_parts.studio, &Studio::failed, this,
          [this](const Error& error) { m_announcer->tellError([] { return tr("The engine"); }, error); });
  connect(m_parts.presets, &PresetStore::failed, m_announcer, &Announcer::warn);
  auto* exportPresets = m_parts.studio->exportPresets();
  connect(exportPresets, &ExportPresetStore::failed, m_announcer, &Announcer::warn);
  for (const auto& problem : {m_parts.settings->problem(), m_parts.presets->problem(), exportPresets->problem()})
    if (!problem.isEmpty()) m_announcer->warn(problem);
  for (auto* file : {m_parts.settings->file(), m_parts.presets->file(), exportPresets->file()}) {
    connect(file, &KeptFile::conditionChanged, this, [this, file] { tellOf(file); });
    tellOf(file);
  }
  connect(m_parts.studio->store(), &RunStore::conditionChanged, this, &MainWindow::tellOfStore);
  tellOfStore();
}

void MainWindow::tellOf(KeptFile* file) {
  if (file->trouble().isEmpty())
    m_announcer->withdraw(file->path(), [path = file->path()] { return tr("%1 can be saved again.").arg(path); });
  else
    m_announcer->stand(
        file->path(), [file] { return file->trouble(); }, [] { return tr("Try again"); }, [file] { file->retry(); });
}

void MainWindow::tellOfStore() {
  auto* store = m_parts.studio->store();
  const auto matter = QStringLiteral("store");
  if (const auto loss = store->loss(); std::exchange(m_toldLoss, loss) != loss)
    m_announcer->warn([store] { return store->loss(); });
  if (const auto trouble = store->trouble(); trouble.isEmpty())
    m_announcer->withdraw(matter, [] { return tr("The queue and history can be saved again."); });
  else
    m_announcer->stand(
        matter, [store] { return store->trouble(); }, [] { return tr("Try again"); }, [store] { store->retry(); });
}

void MainWindow::retranslate() {
  setWindowTitle(tr("FlowBlending Studio"));
  m_actions->retranslate();
  m_pairLabel->setText(tr("Pa&ir"));
  m_pairCombo->setAccessibleName(tr("Pair of models"));
  m_pairCombo->setToolTip(tr("The large and the small model that share the sampling"));
  // Qt's own button, which shows what does not fit into a narrow window.
  findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button"))->setAccessibleName(tr("More toolbar buttons"));
  m_docks.prompt->setWindowTitle(tr("Prompt"));
  m_docks.queue->setWindowTitle(tr("Queue"));
  m_docks.stages->setWindowTitle(tr("Stages"));
}

GenerationRequest MainWindow::request() const { return m_request->request(); }

void MainWindow::openFile(const QString& path) { m_documents->open(path); }

void MainWindow::welcome() { m_tour->welcome(); }

void MainWindow::tellUnexpectedEnd(const QString& reason) {
  m_announcer->warn(
      [reason] { return tr("The program ended unexpectedly last time: %1. Queue and history are kept.").arg(reason); });
}

void MainWindow::leave() {
  m_isLeaving = true;
  // A window that is asking whether it may close cannot be closed; its question ends with the event loops.
  connect(
      m_runs, &RunPresenter::readyToLeave, this,
      [this] {
        keep();
        QCoreApplication::exit();
      },
      Qt::QueuedConnection);
  Q_EMIT leaving();
  m_runs->leave();
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    m_runs->refresh();
  }
  QMainWindow::changeEvent(event);
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  if (std::exchange(m_begun, true)) return;
  // The engine is loaded after the window has been painted.
  QTimer::singleShot(0, m_parts.studio, &Studio::start);
  m_prompt->focusPrompt();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!m_isLeaving && (!m_exporter->mayLeave() || !m_runs->mayLeave())) return event->ignore();
  Q_EMIT leaving();
  keep();
  QMainWindow::closeEvent(event);
}

void MainWindow::keep() {
  m_edit->cancel();
  m_request->remember();
  m_parts.settings->setWindowGeometry(saveGeometry());
  m_parts.settings->setWindowState(saveState(kLayoutVersion));
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  // A clip of the history that is dropped too early must not replace the settings in the panels.
  if (event->mimeData()->hasUrls() && !HistoryModel::isDragged(*event->mimeData())) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  m_documents->open(*event->mimeData());
  event->acceptProposedAction();
}

}  // namespace fb::ui
