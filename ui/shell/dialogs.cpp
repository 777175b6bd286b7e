// SPDX-License-Identifier: MIT
// The windows beside the main one. Each is made when it is first asked for: they cost nothing at the start.
#include "viewer/compare_view.h"
#include "help/about_dialog.h"
#include "help/help_window.h"
#include "help/log_viewer.h"
#include "runs/history_model.h"
#include "pairs/models_page.h"
#include "settings/settings.h"
#include "settings/settings_dialog.h"
#include "shell/actions.h"
#include "shell/main_window.h"
#include "shell/studio.h"
#include "text/language.h"

#include <QDir>
#include <QFileInfo>
#include <QScreen>

namespace fb::ui {
namespace {

void bringUp(QWidget* window) {
  window->show();
  window->raise();
  window->activateWindow();
}

}  // namespace

void MainWindow::showSettings() {
  if (!m_settingsDialog) m_settingsDialog = new SettingsDialog(m_settings, m_theme, this);
  m_settingsDialog->setDevices(m_studio->devices());
  bringUp(m_settingsDialog);
}

void MainWindow::showModels() {
  if (!m_models) {
    m_models = new ModelsPage(m_theme, m_studio->host(), m_shelf, this);
    m_models->resize(QSize(960, 720).boundedTo(screen()->availableSize()));
    m_models->setPairsFolder(QDir(m_settings->runsFolder()).filePath(QStringLiteral("../pairs")));
    connect(m_models, &ModelsPage::pairChosen, this, &MainWindow::choosePair);
  }
  m_models->setPairInUse(m_pair);
  bringUp(m_models);
}

void MainWindow::showCompare() {
  if (!m_compare) {
    m_compare = new CompareView(m_theme, this);
    m_compare->setObjectName(QStringLiteral("compareView"));
    m_compare->setWindowFlag(Qt::Window);
    m_compare->resize(900, 720);
    connect(m_compare, &CompareView::pickRequested, this, [this](int side, RunId id) {
      m_studio->openRun(id, side == 0 ? QStringLiteral("left") : QStringLiteral("right"));
    });
    connect(m_compare, &CompareView::largeOnlyRequested, this, &MainWindow::compareWithLargeOnly);
  }
  m_compare->setWindowTitle(tr("Compare"));
  QList<CompareCandidate> candidates;
  const auto* history = m_studio->history();
  for (int row = 0; row < history->rowCount(); ++row)
    if (const auto& run = history->summary(row); run.kind == RunKind::Generate)
      candidates.append({run.id, run.displayTitle()});
  m_compare->setCandidates(candidates);
  // At first the newest two: what was just made, and what it was made from.
  for (int side = 0; side < 2 && side < candidates.size(); ++side)
    if (m_compare->clip(side).clip.frames.empty())
      m_studio->openRun(candidates[candidates.size() > 1 ? 1 - side : 0].id,
                        side == 0 ? QStringLiteral("left") : QStringLiteral("right"));
  bringUp(m_compare);
}

void MainWindow::setCompared(int side, const RunRecord& record, const Clip& clip) {
  if (m_compare) m_compare->setClip(side, {record.id, record.displayTitle(), clip, record.request});
}

void MainWindow::showHelp() {
  if (!m_help) {
    m_help = new HelpWindow(m_theme, this);
    m_help->setWindowFlag(Qt::Window);
    const auto follow = [this] { m_help->setLanguage(m_language->effectiveLanguage()); };
    connect(m_language, &Language::changed, m_help, follow);
    follow();
  }
  m_help->setShortcuts(m_actions->shortcuts());
  bringUp(m_help);
}

void MainWindow::showLog() {
  if (!m_logViewer) m_logViewer = new LogViewer(m_log, m_theme, this);
  QStringList devices;
  for (const auto& device : m_studio->devices()) devices << QString::fromStdString(device.name);
  m_logViewer->setDevices(devices);
  bringUp(m_logViewer);
}

void MainWindow::showAbout() { AboutDialog(m_theme, this).exec(); }

}  // namespace fb::ui
