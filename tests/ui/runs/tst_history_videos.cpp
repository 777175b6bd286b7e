// SPDX-License-Identifier: MIT
// The videos that clips of the history were saved as, for other programs.
#include "runs/history_model.h"
#include "runs/history_panel.h"
#include "runs/run_store.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QListView>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTimer>
#include <QUrl>
#include <QtTest>

#include <algorithm>
#include <memory>

using namespace fb;
using namespace fb::ui;

class TestHistoryVideos : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    m_theme = std::make_unique<Theme>(*qApp);
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_store = std::make_unique<RunStore>(m_dir->filePath("runs.sqlite"));
    m_history = std::make_unique<HistoryModel>(m_store.get());
    m_history->load();
    QTRY_VERIFY(m_history->isWhole());
    m_panel = std::make_unique<HistoryPanel>(m_theme.get(), m_history.get());
    m_panel->resize(320, 480);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    for (RunId id = 1; id <= 3; ++id) finish(id);
  }
  void cleanup() {
    m_panel.reset();
    m_history.reset();
    m_store.reset();
    m_theme.reset();
  }

  void videosAreCopiedShownAndPlayed() {
    QSignalSpy played(m_panel.get(), &HistoryPanel::playVideoRequested);
    QSignalSpy shown(m_panel.get(), &HistoryPanel::showVideoRequested);
    QSignalSpy copied(m_panel.get(), &HistoryPanel::copyVideosRequested);
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(0, 0));
    const auto each = {"Play video in another program", "Copy video", "Show in folder"};
    openMenu([&](QMenu* menu) {
      for (const char* text : each) {
        auto* action = actionOf(menu, text);
        QVERIFY(action && !action->isEnabled());
        QVERIFY2(action->toolTip().contains("Export"), qPrintable(action->toolTip()));
      }
    });
    // Where there is none, the row's text is copied, as from any list.
    QApplication::clipboard()->clear();
    QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), QString("a red star turns"));
    QCOMPARE(copied.count(), 0);

    m_history->setVideo(3, m_dir->filePath("three.mp4"), {});
    m_history->setVideo(1, m_dir->filePath("one.mp4"), {});
    openMenu([&](QMenu* menu) {
      for (const char* text : each) {
        auto* action = actionOf(menu, text);
        QVERIFY(action && action->isEnabled());
        action->trigger();
      }
    });
    QCOMPARE(played.count(), 1);
    QCOMPARE(played[0][0].value<RunId>(), 3);
    QCOMPARE(shown.count(), 1);
    QCOMPARE(shown[0][0].value<RunId>(), 3);
    using Ids = std::vector<RunId>;
    QCOMPARE(copied.count(), 1);
    QCOMPARE(copied[0][0].value<Ids>(), Ids{3});
    list()->selectAll();
    QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(copied.count(), 2);
    QCOMPARE(copied[1][0].value<Ids>(), (Ids{3, 1}));
    openMenu([&](QMenu* menu) {
      auto* action = actionOf(menu, "Copy 2 video(s)");
      QVERIFY(action && action->isEnabled());
      action->trigger();
    });
    QCOMPARE(copied.count(), 3);
  }

  void clipsThatAreVideosCanBeDraggedOut() {
    const auto one = m_dir->filePath("one #1 \u00e4.mp4"), three = m_dir->filePath("three.mp4");
    const auto canBeDragged = [this](int row) {
      return list()->model()->flags(list()->model()->index(row, 0)).testFlag(Qt::ItemIsDragEnabled);
    };
    QVERIFY(!canBeDragged(0) && !canBeDragged(2));
    m_history->setVideo(3, three, {});
    m_history->setVideo(1, one, {});
    QVERIFY(canBeDragged(0) && !canBeDragged(1) && canBeDragged(2));
    for (const bool grid : {false, true}) {
      m_panel->setGrid(grid);
      QVERIFY(list()->dragEnabled());
      QVERIFY(!list()->acceptDrops() && !list()->viewport()->acceptDrops());
    }
    // Copies: the file manager that takes them leaves them where they are.
    QCOMPARE(list()->model()->supportedDragActions(), Qt::DropActions(Qt::CopyAction));
    list()->selectAll();
    const std::unique_ptr<QMimeData> data(list()->model()->mimeData(list()->selectionModel()->selectedIndexes()));
    QVERIFY(data);
    auto files = data->urls();
    std::ranges::sort(files, {}, [](const QUrl& url) { return url.fileName(); });
    QCOMPARE(files, (QList<QUrl>{QUrl::fromLocalFile(one), QUrl::fromLocalFile(three)}));
    QVERIFY(HistoryModel::isDragged(*data));
    const auto gnome = QString::fromUtf8(data->data("x-special/gnome-copied-files")).split('\n');
    QCOMPARE(gnome.size(), 3);
    QCOMPARE(gnome[0], QString("copy"));
    QVERIFY(gnome.contains(QString::fromUtf8(QUrl::fromLocalFile(one).toEncoded())));
    QVERIFY(!list()->model()->mimeData({list()->model()->index(1, 0)}));
  }

private:
  void finish(RunId id) {
    RunRecord record;
    record.id = id;
    record.state = RunState::Finished;
    record.request.clip.prompt = "a red star turns";
    record.created = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + id * 1000, Qt::UTC);
    record.ended = record.created.addSecs(1);
    m_store->save(record);
    m_history->add(record);
  }
  // By its text without mnemonics.
  static QAction* actionOf(const QMenu* menu, const QString& text) {
    for (auto* action : menu->actions())
      if (action->text().remove('&') == text) return action;
    return nullptr;
  }
  // Opens the menu of the current row; `use` runs while it is open.
  template <class Use>
  void openMenu(Use use) {
    QTimer::singleShot(0, this, [&] {
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
  QListView* list() const { return m_panel->findChild<QListView*>("historyList"); }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::unique_ptr<RunStore> m_store;
  std::unique_ptr<HistoryModel> m_history;
  std::unique_ptr<HistoryPanel> m_panel;
};

QTEST_MAIN(TestHistoryVideos)
#include "tst_history_videos.moc"
