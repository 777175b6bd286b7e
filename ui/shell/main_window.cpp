// SPDX-License-Identifier: MIT
#include "shell/main_window.h"

#include "export/export_dialog.h"
#include "runs/queue_runner.h"
#include "pairs/pair_shelf.h"
#include "viewer/preview_panel.h"
#include "prompt/prompt_panel.h"
#include "runs/history_panel.h"
#include "runs/queue_panel.h"
#include "settings/settings.h"
#include "shell/actions.h"
#include "shell/dock_titles.h"
#include "widgets/notice_bar.h"
#include "shell/status_line.h"
#include "shell/studio.h"
#include "shell/taskbar_progress.h"
#include "stages/stage_panel.h"
#include "text/error_sentences.h"
#include "text/language.h"
#include "theme/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace fb::ui {
namespace {

constexpr int kLayoutVersion = 1;

}  // namespace

MainWindow::MainWindow(const Parts& parts, QWidget* parent)
    : QMainWindow(parent),
      m_studio(parts.studio),
      m_settings(parts.settings),
      m_theme(parts.theme),
      m_language(parts.language),
      m_log(parts.log),
      m_shelf(new PairShelf(parts.studio->host(), this)),
      m_actions(new Actions(this, &m_undo, parts.theme)) {
  setObjectName(QStringLiteral("mainWindow"));
  setAcceptDrops(true);
  setWindowIcon(m_theme->icon(QStringLiteral("app")));
  m_ask.setSingleShot(true);
  m_ask.setInterval(std::chrono::milliseconds(150));
  resize(QSize(1360, 860).boundedTo(screen()->availableSize()));
  buildPanels(parts.presets);
  buildToolBar();
  arrange();
  wireActions();
  wirePanels();
  wireSettings();
  wireRuns();
  wireResults();
  wireDocuments(parts.presets);
  retranslate();
  refreshRunState();
  restoreGeometry(m_settings->windowGeometry());
  restoreState(m_settings->windowState(), kLayoutVersion);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildPanels(PresetStore* presets) {
  auto* center = new QWidget(this);
  auto* layout = new QVBoxLayout(center);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  m_notice = new NoticeBar(center);
  m_preview = new PreviewPanel(m_theme, center);
  layout->addWidget(m_notice);
  layout->addWidget(m_preview, 1);
  setCentralWidget(center);

  m_prompt = new PromptPanel(m_theme, this);
  m_prompt->setPresetStore(presets);
  m_prompt->setUndoStack(&m_undo);
  m_prompt->setImagesFolder(QDir(m_settings->runsFolder()).filePath(QStringLiteral("../images")));
  m_prompt->setRecentPrompts(m_settings->recentPrompts());
  m_stages = new StagePanel(m_theme, &m_undo, this);
  m_stages->setProbePolicy(m_settings->probe());
  m_queue = new QueuePanel(m_theme, m_studio->queue(), m_studio->runner(), this);
  m_history = new HistoryPanel(m_theme, m_studio->history(), this);
  m_export = new ExportDialog(m_studio->exports(), this);
  m_status = new StatusLine(this);
  setStatusBar(m_status);
  m_taskbar = std::make_unique<TaskbarProgress>(QGuiApplication::desktopFileName());
}

void MainWindow::buildToolBar() {
  auto* bar = new QToolBar(this);
  bar->setObjectName(QStringLiteral("toolBar"));
  bar->setMovable(false);
  bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_pairLabel = new QLabel(bar);
  m_pairLabel->setProperty("role", "muted");
  m_pairs = new QComboBox(bar);
  m_pairs->setObjectName(QStringLiteral("pairCombo"));
  m_pairs->setModel(m_shelf->pairs());
  m_pairs->setMinimumContentsLength(24);
  m_pairs->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_pairLabel->setBuddy(m_pairs);
  bar->addWidget(m_pairLabel);
  bar->addWidget(m_pairs);
  bar->addSeparator();
  bar->addActions({m_actions->generate, m_actions->pause, m_actions->stop});
  bar->addSeparator();
  bar->addActions({m_actions->compare, m_actions->compareLargeOnly, m_actions->exportClip});
  bar->widgetForAction(m_actions->generate)->setProperty("role", "primary");
  addToolBar(bar);
}

QDockWidget* MainWindow::addPanel(const char* objectName, QWidget* panel, Qt::DockWidgetArea area) {
  auto* dock = new QDockWidget(this);
  dock->setObjectName(QLatin1String(objectName));
  dock->setWidget(panel);
  addDockWidget(area, dock);
  m_actions->viewMenu()->addAction(dock->toggleViewAction());
  m_docks.append(dock);
  return dock;
}

void MainWindow::arrange() {
  // Small windows scroll the prompt panel instead of squeezing it.
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(m_prompt);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);  // it follows the focus of what it holds
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setMinimumWidth(m_prompt->minimumSizeHint().width());
  setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
  setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
  addPanel("promptDock", scroll, Qt::LeftDockWidgetArea);
  addPanel("queueDock", m_queue, Qt::RightDockWidgetArea);
  addPanel("historyDock", m_history, Qt::RightDockWidgetArea);
  addPanel("stageDock", m_stages, Qt::BottomDockWidgetArea);
  setTabPosition(Qt::RightDockWidgetArea, QTabWidget::North);
  new DockTitles(this, m_docks);
  placeDocks();
}

void MainWindow::placeDocks() {
  addDockWidget(Qt::LeftDockWidgetArea, m_docks[0]);
  addDockWidget(Qt::RightDockWidgetArea, m_docks[1]);
  tabifyDockWidget(m_docks[1], m_docks[2]);
  addDockWidget(Qt::BottomDockWidgetArea, m_docks[3]);
  m_docks[1]->raise();
  resizeDocks({m_docks[0], m_docks[1]}, {320, 320}, Qt::Horizontal);
  resizeDocks({m_docks[3]}, {std::clamp(height() * 2 / 5, 220, 290)}, Qt::Vertical);
}

void MainWindow::wireActions() {
  connect(m_actions->generate, &QAction::triggered, this, &MainWindow::generate);
  connect(m_actions->pause, &QAction::triggered, this, [this] {
    if (const auto id = m_studio->runner()->runningRun()) m_studio->runner()->pause(*id);
  });
  connect(m_actions->stop, &QAction::triggered, this, [this] {
    if (const auto id = m_studio->runner()->runningRun()) m_studio->runner()->stop(*id);
  });
  connect(m_actions->probe, &QAction::triggered, m_stages, &StagePanel::probeRequested);
  connect(m_actions->compare, &QAction::triggered, this, &MainWindow::showCompare);
  connect(m_actions->compareLargeOnly, &QAction::triggered, this, &MainWindow::compareWithLargeOnly);
  connect(m_actions->exportClip, &QAction::triggered, this, &MainWindow::exportShown);
  connect(m_actions->openClip, &QAction::triggered, this, [this] {
    const auto file = QFileDialog::getOpenFileName(this, tr("Open a clip"), m_settings->outputFolder(),
                                                   tr("Clips (*.mp4 *.webm *.mov *.gif *.png);;All files (*)"));
    if (!file.isEmpty()) openFile(file);
  });
  connect(m_actions->models, &QAction::triggered, this, &MainWindow::showModels);
  connect(m_actions->copyFrame, &QAction::triggered, m_preview, &PreviewPanel::copyFrame);
  connect(m_actions->quit, &QAction::triggered, this, &QWidget::close);
  connect(m_actions->settings, &QAction::triggered, this, &MainWindow::showSettings);
  connect(m_actions->about, &QAction::triggered, this, &MainWindow::showAbout);
  connect(m_actions->help, &QAction::triggered, this, &MainWindow::showHelp);
  connect(m_actions->log, &QAction::triggered, this, &MainWindow::showLog);
  connect(m_actions->fullScreen, &QAction::triggered, this,
          [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); });
  connect(m_actions->resetLayout, &QAction::triggered, this, [this] {
    for (auto* dock : m_docks) {
      dock->setFloating(false);
      dock->show();
    }
    placeDocks();
  });
}

void MainWindow::wirePanels() {
  const auto say = [this](const QString& sentence) { m_status->showMessage(sentence, 6000); };
  connect(m_prompt, &PromptPanel::requestChanged, &m_ask, qOverload<>(&QTimer::start));
  connect(m_prompt, &PromptPanel::generateRequested, this, &MainWindow::generate);
  connect(m_prompt, &PromptPanel::stepsChanged, m_stages, &StagePanel::setSteps);
  connect(m_prompt, &PromptPanel::promptEdited, this,
          [this](const QString& prompt) { m_studio->countTokens(m_pair, prompt); });
  connect(m_stages, &StagePanel::scheduleChanged, &m_ask, qOverload<>(&QTimer::start));
  connect(m_stages, &StagePanel::boundariesMovedDuringRun, m_studio->runner(), &QueueRunner::requestBoundaries);
  connect(m_stages, &StagePanel::probeRequested, this, [this] {
    if (m_studio->isReady())
      m_studio->runner()->enqueue(request(), RunKind::Probe,
                                  tr("Probe: %1").arg(QString::fromStdString(request().clip.prompt)));
  });
  connect(m_stages, &StagePanel::probePolicyChanged, m_settings, &Settings::setProbe);
  connect(m_stages, &StagePanel::messageShown, this, say);
  connect(m_preview, &PreviewPanel::messageShown, this, say);
  connect(&m_ask, &QTimer::timeout, this, &MainWindow::askEngine);
  connect(m_studio, &Studio::ready, this, &MainWindow::onReady);
  connect(m_studio, &Studio::failed, this, [this](const Error& error) { tellError(tr("The engine"), error); });
  connect(m_studio, &Studio::costEstimated, this,
          [this](const CostEstimate& cost) { m_stages->setCost(cost, m_asked); });
  connect(m_studio, &Studio::costUnknown, this, [this] { m_stages->setCost({}, m_asked); });
  connect(m_studio, &Studio::tokensCounted, m_prompt, &PromptPanel::setTokenCount);
  connect(m_studio, &Studio::checked, m_prompt, &PromptPanel::setProblems);
}

void MainWindow::wireSettings() {
  connect(m_settings, &Settings::themeChanged, m_theme, &Theme::choose);
  connect(m_settings, &Settings::languageChanged, m_language, &Language::setLanguage);
  // Widgets keep the numbers of the locale that they were made in.
  connect(m_language, &Language::changed, this, [] {
    for (auto* window : QApplication::topLevelWidgets()) window->setLocale(QLocale());
  });
  connect(m_settings, &Settings::recentPromptsChanged, m_prompt, &PromptPanel::setRecentPrompts);
  connect(m_settings, &Settings::probeChanged, m_stages, &StagePanel::setProbePolicy);
  connect(m_settings, &Settings::runsFolderChanged, m_studio->runner(), &QueueRunner::setRunsFolder);
  connect(m_settings, &Settings::deviceChanged, &m_ask, qOverload<>(&QTimer::start));
  connect(m_settings, &Settings::dtypeChanged, &m_ask, qOverload<>(&QTimer::start));
  m_studio->runner()->setRunsFolder(m_settings->runsFolder());
}

GenerationRequest MainWindow::request() const {
  auto request = m_prompt->request(defaultRequest(m_pair));
  const int steps = request.sampling.schedule.steps;
  request.pair = m_pair;
  request.sampling.schedule = m_stages->schedule();
  request.sampling.schedule.steps = steps;
  request.options.probe = m_settings->probe();
  request.options.dtype = m_settings->dtype();
  request.options.preview = m_settings->preview();
  request.options.saveEvery = m_settings->saveEvery();
  request.options.memoryBudget = m_settings->memoryBudget();
  request.options.device = m_settings->device().toStdString();
  if (request.options.device.empty()) request.options.device = m_studio->devices().empty() ? "cpu" : m_studio->devices().back().id;
  return request;
}

void MainWindow::askEngine() {
  if (m_pair.large.empty()) return;
  const auto asked = request();
  m_asked = asked.sampling.schedule;
  m_studio->estimate(asked);
  m_studio->check(asked);
  m_settings->setLastRequest(QByteArray::fromStdString(toJson(asked)));
}

void MainWindow::onReady(const std::vector<PairSpec>& builtIn) {
  // Before a pair's defaults are taken up and remembered instead.
  if (auto last = requestFromJson(m_settings->lastRequest().toStdString())) m_lastRequest = std::move(last).value();
  m_wantedPair = m_settings->lastPair();
  m_shelf->setBuiltInPairs(builtIn);
  m_shelf->setDocuments(m_settings->pairDocuments());
  usePair(builtIn.front());
  m_status->setDevice(m_studio->devices().empty() ? DeviceInfo{} : m_studio->devices().back(), m_settings->threads());
  m_export->setAvailableFormats(m_studio->formats());
  takeUpLastRequest();
  refreshRunState();
  offerLeftOvers();
  for (const auto& file : std::exchange(m_waitingFiles, {})) openFile(file);
}

void MainWindow::usePair(const PairSpec& pair) {
  m_pair = pair;
  if (const int row = m_shelf->pairs()->rowOf(pair); row >= 0) {
    m_pairs->setCurrentIndex(row);
    if (m_wantedPair.isEmpty()) m_settings->setLastPair(m_shelf->pairs()->at(row).document);
  }
  m_prompt->setPair(pair);
  m_stages->clearProbes();
  m_stages->setPresetBoundaries(pair.defaults.sampling.schedule.early, pair.defaults.sampling.schedule.late);
  m_stages->setSchedule(defaultRequest(pair).sampling.schedule);
  m_undo.clear();
  m_studio->countTokens(m_pair, QString::fromStdString(request().clip.prompt));
  askEngine();
}

void MainWindow::takeUpLastRequest() {
  // Its pair may still be on its way.
  if (!m_lastRequest || m_shelf->pairs()->rowOf(m_lastRequest->pair.name) < 0) return;
  const auto last = std::exchange(m_lastRequest, {});
  takeOver(*last);
}

void MainWindow::takeOver(const GenerationRequest& taken) {
  if (const int row = m_shelf->pairs()->rowOf(taken.pair.name); row >= 0 && taken.pair.name != m_pair.name)
    usePair(PairSpec(m_shelf->pairs()->at(row).pair));
  if (taken.pair.name != m_pair.name)
    m_notice->say(NoticeBar::Kind::Warning,
                  tr("These settings were made with the pair \"%1\", which is not here. They are shown for \"%2\".")
                      .arg(QString::fromStdString(taken.pair.name), QString::fromStdString(m_pair.name)));
  m_prompt->setRequest(taken);
  m_stages->setSchedule(taken.sampling.schedule);
  m_studio->countTokens(m_pair, QString::fromStdString(taken.clip.prompt));
  m_ask.start();
}

void MainWindow::retranslate() {
  setWindowTitle(tr("FlowBlending Studio"));
  m_actions->retranslate();
  m_pairLabel->setText(tr("Pa&ir"));
  m_pairs->setAccessibleName(tr("Pair of models"));
  // Qt's own, which shows what a narrow window has no room for.
  findChild<QToolButton*>(QStringLiteral("qt_toolbar_ext_button"))->setAccessibleName(tr("More of the tool bar"));
  m_pairs->setToolTip(tr("The large and the small model that share the sampling"));
  const QString titles[] = {tr("Prompt"), tr("Queue"), tr("History"), tr("Stages")};
  for (int i = 0; i < m_docks.size(); ++i) m_docks[i]->setWindowTitle(titles[i]);
}

void MainWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    refreshRunState();
  }
  QMainWindow::changeEvent(event);
}

void MainWindow::showEvent(QShowEvent* event) {
  QMainWindow::showEvent(event);
  if (std::exchange(m_begun, true)) return;
  // The engine opens behind a window that is painted already.
  QTimer::singleShot(0, m_studio, &Studio::start);
  m_prompt->focusPrompt();
}

void MainWindow::closeEvent(QCloseEvent* event) {
  if (m_studio->runner()->runningRun() && !m_leaving) {
    QMessageBox box(QMessageBox::Question, tr("A clip is being made"),
                    tr("Leave now? The steps that are done are kept, and the run goes on from there next time."),
                    QMessageBox::NoButton, this);
    QAbstractButton* keep = box.addButton(tr("&Keep for later and quit"), QMessageBox::AcceptRole);
    box.addButton(tr("&Stay"), QMessageBox::RejectRole);
    box.exec();
    if (box.clickedButton() != keep) return event->ignore();
    // While the question stood, the run may have ended, and the next one may have begun.
    if (const auto now = m_studio->runner()->runningRun()) {
      event->ignore();
      m_leaving = true;
      connect(m_studio->runner(), &QueueRunner::runPaused, this, &QWidget::close);
      connect(m_studio->runner(), &QueueRunner::runFinished, this, &QWidget::close);
      connect(m_studio->runner(), &QueueRunner::runFailed, this, &QWidget::close);
      m_studio->runner()->pause(*now);
      return;
    }
  }
  m_settings->setWindowGeometry(saveGeometry());
  m_settings->setWindowState(saveState(kLayoutVersion));
  QMainWindow::closeEvent(event);
}

}  // namespace fb::ui
