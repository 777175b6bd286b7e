// SPDX-License-Identifier: MIT
// The videos that clips of the history were saved as, for other programs.
#include "history_under_test.h"

#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QUrl>

#include <algorithm>
#include <memory>

using namespace fb;
using namespace fb::ui;

class TestHistoryVideos : public QObject, HistoryUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void cleanupTestCase() { m_theme.reset(); }
  void init() {
    open();
    for (RunId id = 1; id <= 3; ++id) finish(id, "a red star turns");
  }
  void cleanup() { close(); }

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
};

QTEST_MAIN(TestHistoryVideos)
#include "tst_history_videos.moc"
