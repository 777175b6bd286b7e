// SPDX-License-Identifier: MIT
// The history's panel on the screen, with its own store.
#pragma once

#include "runs/history_model.h"
#include "runs/history_panel.h"
#include "runs/run_store.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QListView>
#include <QMenu>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include <memory>
#include <set>
#include <utility>

namespace fb::ui {

// Records which rows were read.
class WatchedHistory : public HistoryModel {
public:
  using HistoryModel::HistoryModel;
  QVariant data(const QModelIndex& index, int role) const override {
    m_seen.insert(index.row());
    return HistoryModel::data(index, role);
  }
  std::size_t takeSeen() { return std::exchange(m_seen, {}).size(); }

private:
  mutable std::set<int> m_seen;
};

// A base of test classes, beside QObject.
class HistoryUnderTest {
protected:
  void open() {
    if (!m_theme) m_theme = std::make_unique<Theme>(*qApp);
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_store = std::make_unique<RunStore>(m_dir->filePath("runs.sqlite"));
    m_history = std::make_unique<WatchedHistory>(m_store.get());
    load();
    showPanel();
  }
  void close() {
    m_panel.reset();
    m_history.reset();
    m_store.reset();
  }
  void load() {
    m_history->load();
    if (!QTest::qWaitFor([this] { return m_history->isWhole(); })) qFatal("the history was not read");
  }
  void showPanel() {
    m_panel = std::make_unique<HistoryPanel>(m_theme.get(), m_history.get());
    m_panel->resize(320, 480);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
  }

  static RunRecord record(RunId id, const char* prompt) {
    RunRecord record;
    record.id = id;
    record.state = RunState::Finished;
    record.request.clip.prompt = prompt;
    record.request.clip.width = record.request.clip.height = 64;
    record.created = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + id * 1000, Qt::UTC);
    record.ended = record.created.addSecs(1);
    return record;
  }
  void finish(RunId id, const char* prompt, const QString& thumbnail = {}, int frames = 0) {
    auto run = record(id, prompt);
    run.thumbnail = thumbnail;
    run.thumbnailFrames = frames;
    m_store->save(run);
    m_history->add(run);
  }
  // By its text without mnemonics.
  static QAction* actionOf(const QMenu* menu, const QString& text) {
    for (auto* action : menu->actions())
      if (auto shown = action->text(); shown.replace("&&", "\x01").remove('&').replace('\x01', '&') == text)
        return action;
    return nullptr;
  }
  // Opens the menu of the current row; `use` runs while it is open.
  template <class Use>
  void openMenu(Use use) {
    QTimer::singleShot(0, m_panel.get(), [&] {
      auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
      if (!menu) qFatal("no menu is open");
      use(menu);
      menu->close();
    });
    Q_EMIT list()->customContextMenuRequested(list()->visualRect(list()->currentIndex()).center());
    // Without a window system, nobody gives the window its focus back.
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    list()->setFocus();
  }
  QListView* list() const { return find<QListView>("historyList"); }
  template <class T>
  T* find(const char* name) const {
    auto* found = m_panel->findChild<T*>(QLatin1String(name));
    if (!found) qFatal("no %s", name);
    return found;
  }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<RunStore> m_store;
  std::unique_ptr<WatchedHistory> m_history;
  std::unique_ptr<HistoryPanel> m_panel;
};

}  // namespace fb::ui
