// SPDX-License-Identifier: MIT
#include "shell/secondary_windows.h"

#include "flowblend/run_folder.h"
#include "help/about_dialog.h"
#include "help/help_window.h"
#include "help/log_viewer.h"
#include "pairs/models_page.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "session/engine_host.h"
#include "settings/settings.h"
#include "settings/settings_dialog.h"
#include "shell/actions.h"
#include "shell/bring_up.h"
#include "shell/pair_presenter.h"
#include "shell/studio.h"
#include "text/clip_names.h"
#include "text/language.h"

#include <QDir>

#include <filesystem>
#include <vector>

namespace fb::ui {

SecondaryWindows::SecondaryWindows(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {}

void SecondaryWindows::showSettings() {
  if (!m_settings) m_settings = new SettingsDialog(m_parts.settings, m_parts.theme, m_parts.window);
  m_settings->setDevices(m_parts.studio->devices());
  bringUp(m_settings);
  measureSpace();
}

void SecondaryWindows::measureSpace() {
  const auto* history = m_parts.studio->history();
  const auto* queue = m_parts.studio->queue();
  std::vector<std::filesystem::path> folders;
  for (int row = 0; row < history->rowCount(); ++row)
    folders.emplace_back(history->summary(row).runFolder.toStdString());
  for (int row = 0; row < queue->rowCount(); ++row) folders.push_back(queue->at(row).request.options.runFolder);
  m_parts.studio->host()->ask(
      m_settings,
      [folders = std::move(folders)](Engine&) {
        SettingsDialog::UsedSpace used;
        for (const auto& folder : folders) {
          const auto space = runSpace(folder);
          used.all += space.all;
          used.keptStates += space.keptStates;
        }
        return used;
      },
      m_space.ask([this](const SettingsDialog::UsedSpace& used) { m_settings->setUsedSpace(used); }));
}

void SecondaryWindows::showModels() {
  if (!m_models) {
    m_models = new ModelsPage(m_parts.theme, m_parts.studio->host(), m_parts.shelf, m_parts.window);
    m_models->resize(fittingSize(m_parts.window, QSize(960, 720)));
    m_models->setPairsFolder(QDir(m_parts.settings->runsFolder()).filePath(QStringLiteral("../pairs")));
    m_models->setModelFolders(m_parts.settings->modelFolders());
    connect(m_models, &ModelsPage::modelFoldersChanged, m_parts.settings, &Settings::setModelFolders);
    connect(m_models, &ModelsPage::pairChosen, m_parts.pair, &PairPresenter::choose);
  }
  m_models->setPairInUse(m_parts.pair->pair());
  bringUp(m_models);
}

void SecondaryWindows::showHelp() {
  if (!m_help) {
    m_help = new HelpWindow(m_parts.theme, m_parts.window);
    m_help->setWindowFlag(Qt::Window);
    const auto follow = [this] { m_help->setLanguage(m_parts.language->effectiveLanguage()); };
    connect(m_parts.language, &Language::changed, m_help, follow);
    follow();
  }
  m_help->setShortcuts(m_parts.actions->shortcuts());
  bringUp(m_help);
}

void SecondaryWindows::showLog() {
  if (!m_log) {
    m_log = new LogViewer(m_parts.log, m_parts.theme, m_parts.window);
    m_log->setPrompts([this] { return prompts(); });
  }
  QStringList devices;
  for (const auto& device : m_parts.studio->devices()) {
    devices << QString::fromStdString(device.name);
    if (!device.isUsable()) devices.last() += QStringLiteral(", %1").arg(QString::fromStdString(device.problem));
  }
  m_log->setDevices(devices);
  bringUp(m_log);
}

void SecondaryWindows::showReport() {
  showLog();
  m_log->offerReport();
}

ReportPrompts SecondaryWindows::prompts() const {
  QStringList all = m_parts.settings->recentPrompts();
  const auto newest = all;
  const auto* history = m_parts.studio->history();
  const auto* queue = m_parts.studio->queue();
  for (int row = 0; row < history->rowCount(); ++row)
    all << history->summary(row).prompt << history->summary(row).title;
  for (int row = 0; row < queue->rowCount(); ++row)
    all << QString::fromStdString(queue->at(row).request.clip.prompt) << queue->at(row).title;
  all.removeDuplicates();
  QStringList traces = all;
  for (const auto& prompt : all)
    if (!prompt.isEmpty()) traces << shortFileName(prompt) << promptInFileName(prompt);
  traces.removeDuplicates();
  return {newest, traces};
}

void SecondaryWindows::showAbout() { AboutDialog(m_parts.theme, m_parts.window).exec(); }

}  // namespace fb::ui
