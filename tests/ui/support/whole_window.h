// SPDX-License-Identifier: MIT
// The main window with everything that the program's main() makes for it, in a folder of its own.
#pragma once

#include "help/log_book.h"
#include "prompt/preset_store.h"
#include "settings/settings.h"
#include "shell/main_window.h"
#include "shell/studio.h"
#include "text/language.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>

namespace fb::ui {

// A base of test classes, beside QObject. Opened again after it was closed, the window finds what was kept.
class WholeWindow {
protected:
  void open(EngineHost::MakeEngine makeEngine) {
    if (!m_theme) {
      // The engine remembers speeds there; a test must not teach the user's.
      qputenv("XDG_STATE_HOME", m_folder.filePath("state").toUtf8());
      m_theme = std::make_unique<Theme>(*qApp);
      m_language = std::make_unique<Language>();
      m_language->setLanguage(QStringLiteral("en"));
    }
    m_settings = std::make_unique<Settings>(m_folder.filePath("studio.ini"));
    m_settings->setOutputFolder(m_folder.path());
    m_presets = std::make_unique<PresetStore>(m_folder.filePath("presets.json"));
    m_studio = std::make_unique<Studio>(std::move(makeEngine), m_folder.path());
    m_window = std::make_unique<MainWindow>(
        MainWindow::Parts{m_studio.get(), m_settings.get(), m_theme.get(), m_language.get(), m_presets.get(), &m_log});
    m_window->resize(1360, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
  }

  void close() {
    m_window.reset();
    m_studio.reset();
    m_presets.reset();
    m_settings.reset();
  }

  template <class T>
  T* find(const char* name) {
    auto* found = m_window->findChild<T*>(QLatin1String(name));
    if (!found) qFatal("no %s in the window", name);
    return found;
  }

  QTemporaryDir m_folder;
  LogBook m_log;
  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<Language> m_language;
  std::unique_ptr<Settings> m_settings;
  std::unique_ptr<PresetStore> m_presets;
  std::unique_ptr<Studio> m_studio;
  std::unique_ptr<MainWindow> m_window;
};

}  // namespace fb::ui
