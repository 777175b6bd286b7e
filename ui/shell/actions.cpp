// SPDX-License-Identifier: MIT
#include "shell/actions.h"

#include "shell/undo_offers.h"
#include "theme/theme.h"

#include <QAction>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

#include <utility>

namespace fb::ui {

namespace {

void say(QAction* action, const QString& text, const QString& tip) {
  action->setText(text);
  action->setToolTip(action->shortcut().isEmpty()
                         ? tip
                         : tip + QStringLiteral(" (%1)").arg(action->shortcut().toString(QKeySequence::NativeText)));
  action->setStatusTip(tip);
}

}  // namespace

Actions::Actions(QMainWindow* window, QUndoStack* undoStack, const Theme* theme)
    : QObject(window), m_window(window), m_theme(theme) {
  generate = make("generateAction", "play", QKeySequence(Qt::CTRL | Qt::Key_Return));
  for (const int seeds : {2, 4, 8, 16}) {
    auto* action = new QAction(this);
    action->setObjectName(QStringLiteral("generate%1Action").arg(seeds));
    action->setData(seeds);
    generateSeeds.append(action);
  }
  pause = make("pauseAction", "pause", QKeySequence(Qt::CTRL | Qt::Key_P));
  stop = make("stopAction", "skip", QKeySequence(Qt::CTRL | Qt::Key_Period));
  cancel = make("cancelAction", "stop", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Period));
  probe = make("probeAction", "eye", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));
  importProfile = make("importProfileAction", "file");
  exportProfile = make("exportProfileAction", "save");
  findBoundaries = make("findBoundariesAction", "wand", QKeySequence(Qt::CTRL | Qt::Key_B));
  compare = make("compareAction", "compare", QKeySequence(Qt::CTRL | Qt::Key_D));
  compareLargeOnly = make("compareLargeOnlyAction", "compare", QKeySequence(Qt::CTRL | Qt::Key_L));
  exportClip = make("exportAction", "export", QKeySequence(Qt::CTRL | Qt::Key_E));
  openClip = make("openClipAction", "folder", QKeySequence::Open);
  queueList = make("queueListAction", "list");
  copyFrame = make("copyFrameAction", "copy", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  searchHistory = make("searchHistoryAction", "search", QKeySequence::Find);
  quit = make("quitAction", "close", QKeySequence::Quit);
  undoOffers = new UndoOffers(window, undoStack, this);
  undo = undoOffers->action();
  redo = undoStack->createRedoAction(this);
  redo->setObjectName(QStringLiteral("redoAction"));
  redo->setShortcut(QKeySequence::Redo);
  m_icons.insert(undo, QStringLiteral("undo"));
  m_icons.insert(redo, QStringLiteral("redo"));
  models = make("modelsAction", "models", QKeySequence(Qt::CTRL | Qt::Key_M));
  settings = make("settingsAction", "settings", QKeySequence(Qt::CTRL | Qt::Key_Comma));
  resetLayout = make("resetLayoutAction", "refresh");
  fullScreen = make("fullScreenAction", "zoom-fit", QKeySequence(Qt::Key_F11));
  help = make("helpAction", "help", QKeySequence::HelpContents);
  tour = make("tourAction", "eye");
  log = make("logAction", "log", QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
  report = make("reportAction", "warning");
  about = make("aboutAction", "info");
  quit->setMenuRole(QAction::QuitRole);
  // Also while another window has the keyboard.
  for (auto* action : {quit, help}) action->setShortcutContext(Qt::ApplicationShortcut);
  settings->setMenuRole(QAction::PreferencesRole);
  about->setMenuRole(QAction::AboutRole);
  fillMenus(window);
  connect(theme, &Theme::changed, this, &Actions::refreshIcons);
  refreshIcons();
  retranslate();
}

QAction* Actions::make(const char* objectName, const char* icon, const QKeySequence& keys) {
  auto* action = new QAction(this);
  action->setObjectName(QLatin1String(objectName));
  action->setShortcut(keys);
  m_window->addAction(action);
  m_icons.insert(action, QString::fromLatin1(icon));
  return action;
}

void Actions::fillMenus(QMainWindow* window) {
  auto* bar = window->menuBar();
  m_file = bar->addMenu(QString());
  m_file->addActions({openClip, queueList, exportClip});
  m_file->addSeparator();
  m_file->addAction(quit);
  m_edit = bar->addMenu(QString());
  m_edit->addActions({undo, redo});
  m_edit->addSeparator();
  m_edit->addActions({copyFrame, searchHistory, settings});
  m_run = bar->addMenu(QString());
  m_run->addAction(generate);
  m_seeds = m_run->addMenu(QString());
  m_seeds->setObjectName(QStringLiteral("seedsMenu"));
  m_seeds->addActions(generateSeeds);
  m_run->addActions({pause, stop, cancel});
  m_run->addSeparator();
  m_run->addActions({probe, importProfile, exportProfile, findBoundaries, compare, compareLargeOnly});
  m_playback = bar->addMenu(QString());
  m_playback->setObjectName(QStringLiteral("playbackMenu"));
  m_view = bar->addMenu(QString());
  m_view->addActions({fullScreen, resetLayout});
  m_view->addSeparator();
  m_models = bar->addMenu(QString());
  m_models->addAction(models);
  m_help = bar->addMenu(QString());
  m_help->addActions({help, tour, log, report});
  m_help->addSeparator();
  m_help->addAction(about);
}

void Actions::addPlayback(const QList<QAction*>& actions) { m_playback->addActions(actions); }

void Actions::refreshIcons() {
  for (auto it = m_icons.cbegin(); it != m_icons.cend(); ++it) it.key()->setIcon(m_theme->icon(it.value()));
  // On the coloured button; a menu has another ground.
  generate->setIcon(m_theme->icon(QStringLiteral("play"), &ThemeColors::onAccent));
  generate->setIconVisibleInMenu(false);
}

QList<QPair<QString, QString>> Actions::shortcuts() const {
  QList<QPair<QString, QString>> list;
  const QList<QAction*> own = {
      generate,   pause,    stop,      cancel,        probe, findBoundaries, compare, compareLargeOnly,
      exportClip, openClip, copyFrame, searchHistory, undo,  redo,           models,  settings,
      fullScreen, help,     log,       quit};
  for (auto* action : own + m_playback->actions())
    if (!action->shortcut().isEmpty())
      list.append({action->iconText(), action->shortcut().toString(QKeySequence::NativeText)});
  return list;
}

void Actions::setPaused(bool paused) {
  if (std::exchange(m_isPaused, paused) == paused) return;
  m_icons[pause] = paused ? QStringLiteral("resume") : QStringLiteral("pause");
  pause->setIcon(m_theme->icon(m_icons[pause]));
  sayPause();
}

void Actions::sayPause() {
  if (m_isPaused)
    say(pause, tr("Res&ume"), tr("Go on where the queue was paused"));
  else
    say(pause, tr("&Pause"),
        tr("Pause the running clip after its current block; its steps are kept and the device is freed"));
}

void Actions::retranslate() {
  m_file->setTitle(tr("&File"));
  m_edit->setTitle(tr("&Edit"));
  m_run->setTitle(tr("&Run"));
  m_playback->setTitle(tr("Playbac&k"));
  m_view->setTitle(tr("&View"));
  m_models->setTitle(tr("&Models"));
  m_help->setTitle(tr("&Help"));
  undoOffers->refresh();
  say(generate, tr("&Generate"), tr("Add this request to the queue and start it"));
  m_seeds->setTitle(tr("Generate s&everal"));
  for (auto* action : generateSeeds)
    say(action, tr("%1 seeds").arg(action->data().toInt()),
        tr("Queue this request with its seed and those that follow it"));
  sayPause();
  say(stop, tr("&Skip"), tr("Go on with the next clip; the steps of the running one are kept, and it can be resumed"));
  say(cancel, tr("Ca&ncel"), tr("Discard the running clip and go on with the next one; this can be undone"));
  say(probe, tr("P&robe"), tr("Run both models on every step to see where they differ"));
  say(importProfile, tr("&Import a profile…"),
      tr("Add a file of divergence profiles to what is kept of this pair and these settings"));
  say(exportProfile, tr("E&xport the profile…"),
      tr("Save what probes have found about this pair and these settings, for other machines"));
  say(findBoundaries, tr("&Find boundaries…"),
      tr("Sample prompts with many boundaries, to find those that cost least and stay near the large model"));
  say(compare, tr("&Compare"), tr("Show two results side by side, as a wipe or as their difference"));
  say(compareLargeOnly, tr("Compare with &large only"),
      tr("Queue the same request with the large model on every step"));
  say(exportClip, tr("&Export…"), tr("Save the clip shown as a video, GIF or PNG sequence"));
  say(openClip, tr("&Open clip…"), tr("Show a clip file and load the settings stored in it"));
  say(queueList, tr("Queue clips from a &list…"), tr("Add a clip for each line of a text file or table"));
  say(copyFrame, tr("Copy &frame"), tr("Copy the frame shown to the clipboard"));
  say(searchHistory, tr("Search the &history"), tr("Find finished clips by prompt, name or tag"));
  say(quit, tr("&Quit"), tr("Quit the Studio; a running clip can be continued later"));
  say(models, tr("&Models and pairs…"), tr("Add checkpoints and build pairs from them"));
  say(settings, tr("Se&ttings…"), tr("Device, precision, folders, language and theme"));
  say(resetLayout, tr("&Reset layout"), tr("Move all panels back to their default places"));
  say(fullScreen, tr("&Full screen"), tr("Fill the screen with the window"));
  say(help, tr("&Help"), tr("How to use the Studio, and its keyboard shortcuts"));
  say(tour, tr("&Tour"), tr("Three places of the window, explained"));
  say(log, tr("&Log…"), tr("What the program has done, for bug reports"));
  say(report, tr("&Report a problem…"),
      tr("Copy what a report needs: versions, devices and the newest lines of the log"));
  say(about, tr("&About FlowBlending Studio"), tr("Version and licences"));
}

}  // namespace fb::ui
