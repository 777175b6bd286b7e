// SPDX-License-Identifier: MIT
// The Studio with its window and everything that the program's main() makes for them, in a separate folder.
#pragma once

#include "fake_engine.h"
#include "help/log_book.h"
#include "prompt/preset_store.h"
#include "runs/queue_runner.h"
#include "settings/settings.h"
#include "shell/main_window.h"
#include "shell/studio.h"
#include "text/language.h"
#include "theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>

namespace fb::ui {

// A base of test classes, beside QObject.
class StudioFixture {
protected:
  // Opened again after close(), the window finds what was saved. Without a function that makes an engine, the fake is
  // used.
  void open(EngineHost::MakeEngine makeEngine = {}) {
    if (!m_folder) {
      m_folder = std::make_unique<QTemporaryDir>();
      // The engine saves speeds there; a test must not affect the user's.
      qputenv("XDG_STATE_HOME", m_folder->filePath("state").toUtf8());
      m_engine = std::make_shared<FakeEngine>();
    }
    if (!m_theme) m_theme = std::make_unique<Theme>(*qApp);
    if (!m_language) m_language = std::make_unique<Language>();
    m_language->setLanguage(QStringLiteral("en"));
    if (!makeEngine) makeEngine = [engine = m_engine](Error&) { return engine; };
    m_settings = std::make_unique<Settings>(m_folder->filePath("studio.ini"));
    m_settings->setOutputFolder(m_folder->path());
    m_presets = std::make_unique<PresetStore>(m_folder->filePath("presets.json"));
    m_studio = std::make_unique<Studio>(std::move(makeEngine), m_folder->path());
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
  // The next window is the first one in a new folder.
  void leave() {
    close();
    m_folder.reset();
  }

  // What is on the screen is what the next start finds. It is saved shortly after each change.
  bool isKept() const {
    const auto kept = requestFromJson(m_settings->lastRequest().toStdString());
    return kept && toJson(kept.value()) == toJson(m_window->request());
  }
  // Waits for one run; the message of a failure is printed.
  RunRecord finishedRun(int patience = 60'000) {
    QSignalSpy finished(m_studio->runner(), &QueueRunner::runFinished);
    QSignalSpy failed(m_studio->runner(), &QueueRunner::runFailed);
    const bool ended = QTest::qWaitFor([&] { return finished.count() + failed.count() > 0; }, patience);
    if (!failed.isEmpty()) qWarning("%s", failed[0][1].value<Error>().message.c_str());
    return ended && !finished.isEmpty() ? finished[0][0].value<RunRecord>() : RunRecord{};
  }

  template <class T>
  T* find(const char* name) {
    auto* found = m_window->findChild<T*>(QLatin1String(name));
    if (!found) qFatal("no %s in the window", name);
    return found;
  }

  std::unique_ptr<QTemporaryDir> m_folder;
  std::shared_ptr<FakeEngine> m_engine;
  LogBook m_log;
  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<Language> m_language;
  std::unique_ptr<Settings> m_settings;
  std::unique_ptr<PresetStore> m_presets;
  std::unique_ptr<Studio> m_studio;
  std::unique_ptr<MainWindow> m_window;
};

}  // namespace fb::ui
