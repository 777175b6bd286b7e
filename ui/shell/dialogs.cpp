// SPDX-License-Identifier: MIT
// The windows beside the main one. Each is made when it is first asked for: they cost nothing at the start.
#include "help/about_dialog.h"
#include "help/help_window.h"
#include "help/log_viewer.h"
#include "pairs/models_page.h"
#include "settings/settings.h"
#include "settings/settings_dialog.h"
#include "shell/actions.h"
#include "shell/main_window.h"
#include "shell/studio.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

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
    m_models = new ModelsPage(m_theme, m_studio->host(), this);
    m_models->setPairsFolder(QDir(m_settings->runsFolder()).filePath(QStringLiteral("../pairs")));
    if (!m_knownPairs.empty()) m_models->setBuiltInPair(m_knownPairs.front().first);
    m_models->setDocuments(m_settings->pairDocuments());
    connect(m_models, &ModelsPage::documentsChanged, m_settings, &Settings::setPairDocuments);
    connect(m_models, &ModelsPage::pairChosen, this, [this](const PairSpec& pair) {
      const bool known = std::any_of(m_knownPairs.begin(), m_knownPairs.end(),
                                     [&pair](const auto& one) { return one.first.name == pair.name; });
      if (!known) addPair(pair, QString::fromStdString(pair.large.string()));
      usePair(pair);
    });
  }
  m_models->setPairInUse(m_pair);
  bringUp(m_models);
}

void MainWindow::showHelp() {
  if (!m_help) {
    m_help = new HelpWindow(m_theme, this);
    m_help->setWindowFlag(Qt::Window);
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
