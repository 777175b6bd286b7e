// SPDX-License-Identifier: MIT
#include "history_under_test.h"

#include <QElapsedTimer>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

#include <set>

using namespace fb;
using namespace fb::ui;

class TestHistoryPanel : public QObject, HistoryUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void cleanupTestCase() { m_theme.reset(); }
  void init() { open(); }
  void cleanup() { close(); }

  void emptyAndWithoutMatchSayDifferentThings() {
    auto* empty = find<QLabel>("historyEmpty");
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().contains("Finished clips appear here"));
    finish(1, "a red star turns");
    QVERIFY(!empty->isVisible());
    auto* search = find<QLineEdit>("historySearch");
    m_panel->focusSearch();
    QTest::keyClicks(search, "ring");
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().contains("ring"));
    QVERIFY(!list()->isVisible());
    QTest::keyClicks(search, "\b\b\b\b");
    search->clear();
    QVERIFY(list()->isVisible());
  }

  void doubleClickAndEnterLoadTheSettings() {
    finish(1, "a red star turns");
    finish(2, "a green ring orbits");
    QSignalSpy load(m_panel.get(), &HistoryPanel::loadRequested);
    const auto place = list()->visualRect(list()->model()->index(1, 0)).center();
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(load.count(), 1);
    QCOMPARE(load[0][0].value<RunId>(), 1);
    QTest::keyClick(list(), Qt::Key_Up);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(load.count(), 2);
    QCOMPARE(load[1][0].value<RunId>(), 2);
  }

  void f2RenamesInPlace() {
    finish(1, "a red star turns");
    list()->setCurrentIndex(list()->model()->index(0, 0));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_F2);
    auto* editor = list()->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, "my star");
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_history->index(0).data(HistoryModel::TitleRole).toString(), "my star");
    QCOMPARE(m_history->index(0).data(HistoryModel::PromptRole).toString(), "a red star turns");
  }

  void whatIsDeletedCanBeTakenBack() {
    finish(1, "a red star turns");
    finish(2, "a green ring orbits");
    QSignalSpy deleted(m_panel.get(), &HistoryPanel::deleteRequested);
    list()->setCurrentIndex(list()->model()->index(0, 0));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(list()->model()->rowCount(), 1);
    auto* undo = find<QPushButton>("undoDeleteButton");
    QVERIFY(undo->isVisible());
    QTest::mouseClick(undo, Qt::LeftButton);
    QCOMPARE(list()->model()->rowCount(), 2);
    QVERIFY(!undo->isVisible());
    QCOMPARE(deleted.count(), 0);
  }

  void takingBackIsOfferedAsLongAsTheButtonIsInUse() {
    finish(1, "a red star turns");
    finish(2, "a green ring orbits");
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    QSignalSpy deleted(m_panel.get(), &HistoryPanel::deleteRequested);
    auto* timer = m_panel->findChild<QTimer*>("undoTimer");
    QVERIFY(timer);
    timer->setInterval(1);
    auto* undo = find<QPushButton>("undoDeleteButton");
    const auto deleteFirst = [&] {
      list()->setCurrentIndex(list()->model()->index(0, 0));
      list()->setFocus();
      QTest::keyClick(list(), Qt::Key_Delete);
      undo->setFocus();
    };
    deleteFirst();
    QSignalSpy elapsed(timer, &QTimer::timeout);
    QTRY_VERIFY(elapsed.count() >= 5);
    QCOMPARE(deleted.count(), 0);
    QVERIFY(undo->isVisible());
    QTest::keyClick(undo, Qt::Key_Space);
    QCOMPARE(list()->model()->rowCount(), 2);
    // The keyboard does not end up anywhere else in the window.
    QVERIFY(list()->hasFocus());
    QVERIFY(!timer->isActive());
    deleteFirst();
    list()->setFocus();
    QTRY_COMPARE(deleted.count(), 1);
    QVERIFY(!undo->isVisible() && !timer->isActive());
  }

  void whatIsNotTakenBackIsDeletedAtTheLatestWithThePanel() {
    finish(1, "a red star turns");
    finish(2, "a green ring orbits");
    std::vector<RunId> gone;
    connect(m_panel.get(), &HistoryPanel::deleteRequested, this, [&](const std::vector<RunId>& ids) { gone = ids; });
    list()->setCurrentIndex(list()->model()->index(0, 0));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Delete);
    QVERIFY(gone.empty());
    m_panel.reset();
    QCOMPARE(gone, std::vector<RunId>{2});
  }

  void aThumbnailPlaysUnderTheMouse() {
    QImage strip(64, 16, QImage::Format_RGB32);
    const std::array colors = {Qt::red, Qt::green, Qt::blue, Qt::white};
    for (int i = 0; i < 4; ++i)
      for (int y = 0; y < 16; ++y)
        for (int x = 0; x < 16; ++x) strip.setPixelColor(16 * i + x, y, colors[static_cast<std::size_t>(i)]);
    QVERIFY(strip.save(m_dir->filePath("strip.png")));
    finish(1, "a red star turns", m_dir->filePath("strip.png"), 4);
    const auto row = list()->visualRect(list()->model()->index(0, 0));
    playsUnderTheMouse({row.left() + row.height() / 2, row.center().y()});
    // So does a tile of the grid.
    QTest::mouseClick(find<QToolButton>("historyGridButton"), Qt::LeftButton);
    QTRY_VERIFY(list()->visualRect(list()->model()->index(0, 0)).height() > row.height());
    playsUnderTheMouse(list()->visualRect(list()->model()->index(0, 0)).center() - QPoint(0, 20));
  }

  void gridStandsSideBySideAndFollowsTheWidth() {
    for (RunId id = 1; id <= 9; ++id) finish(id, "a red star turns");
    QSignalSpy changed(m_panel.get(), &HistoryPanel::gridChanged);
    const auto columns = [this] {
      int count = 0;
      while (count < 9 && place(count).top() == place(0).top()) ++count;
      return count;
    };
    QTRY_COMPARE(columns(), 1);
    QTest::mouseClick(find<QToolButton>("historyGridButton"), Qt::LeftButton);
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_panel->isGrid());
    QTRY_COMPARE(columns(), 2);
    m_panel->resize(640, 480);
    QTRY_VERIFY(columns() >= 4);
    QVERIFY(place(columns() - 1).right() <= list()->viewport()->width());
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(0, 0));
    QTest::keyClick(list(), Qt::Key_Right);
    QCOMPARE(list()->currentIndex().row(), 1);
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(list()->currentIndex().row(), 1 + columns());
    m_panel->setGrid(false);
    QTRY_COMPARE(columns(), 1);
    QCOMPARE(changed.count(), 2);
  }

  void pagesGoOnWhereOneRowOfTilesFits() {
    for (RunId id = 1; id <= 9; ++id) finish(id, "a red star turns");
    m_panel->setGrid(true);
    m_panel->resize(320, 260);
    QTRY_VERIFY(list()->viewport()->height() < 2 * place(0).height());
    QTRY_COMPARE(place(1).top(), place(0).top());
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(1, 0));
    // Two columns and nine clips: down the second column, and not past its end.
    for (const int row : {3, 5, 7, 7}) {
      QTest::keyClick(list(), Qt::Key_PageDown);
      QCOMPARE(list()->currentIndex().row(), row);
    }
    for (const int row : {5, 3, 1, 1}) {
      QTest::keyClick(list(), Qt::Key_PageUp);
      QCOMPARE(list()->currentIndex().row(), row);
    }
    QTest::keyClick(list(), Qt::Key_Home);
    for (int page = 0; page < 4; ++page) QTest::keyClick(list(), Qt::Key_PageDown);
    QCOMPARE(list()->currentIndex().row(), 8);
  }

  void starsAreSetByClickAndKeyAndFiltered() {
    for (RunId id = 1; id <= 3; ++id) finish(id, "a red star turns");
    QSignalSpy load(m_panel.get(), &HistoryPanel::loadRequested);
    for (const bool grid : {false, true}) {
      m_panel->setGrid(grid);
      QTRY_COMPARE(place(1).top() == place(0).top(), grid);
      const auto star = starOf(1);
      QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, star);
      QVERIFY(m_history->index(1).data(HistoryModel::StarRole).toBool());
      QVERIFY(m_store->read(2)->starred);
      QVERIFY(!list()->currentIndex().isValid());  // setting a star selects nothing
      QTest::mouseDClick(list()->viewport(), Qt::LeftButton, {}, star);
      QVERIFY(!m_history->index(1).data(HistoryModel::StarRole).toBool());
    }
    QCOMPARE(load.count(), 0);
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(2, 0));
    QTest::keyClick(list(), Qt::Key_S);
    QVERIFY(m_history->index(2).data(HistoryModel::StarRole).toBool());

    auto* only = find<QToolButton>("starredOnlyButton");
    QTest::mouseClick(only, Qt::LeftButton);
    QCOMPARE(list()->model()->rowCount(), 1);
    list()->setCurrentIndex(list()->model()->index(0, 0));
    QTest::keyClick(list(), Qt::Key_S);
    QCOMPARE(list()->model()->rowCount(), 0);
    QVERIFY(find<QLabel>("historyEmpty")->text().contains("star"));
    QTest::mouseClick(only, Qt::LeftButton);
    QCOMPARE(list()->model()->rowCount(), 3);
  }

  void severalAreDeletedStarredAndTaggedAtOnce() {
    for (RunId id = 1; id <= 5; ++id) finish(id, "a red star turns");
    std::vector<RunId> gone;
    connect(m_panel.get(), &HistoryPanel::deleteRequested, this, [&](const std::vector<RunId>& ids) { gone = ids; });
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(1, 0));
    QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
    // Those of the runs 4 and 3: a star that not all of them have is set, and then removed.
    m_history->setStarred(4, true);
    QTest::keyClick(list(), Qt::Key_S);
    QCOMPARE(starred(), (std::set<RunId>{3, 4}));
    QTest::keyClick(list(), Qt::Key_S);
    QCOMPARE(starred(), std::set<RunId>());

    QTest::keyClick(list(), Qt::Key_T);
    auto* ask = m_panel->findChild<QInputDialog*>();
    QVERIFY(ask && ask->isVisible());
    ask->setTextValue(" night sky, Best,best ,");
    ask->accept();
    for (const RunId id : {3, 4}) QCOMPARE(m_store->read(id)->tags, QStringList({"Best", "night sky"}));
    QVERIFY(m_store->read(2)->tags.isEmpty());

    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(list()->model()->rowCount(), 3);
    // What follows is selected, so that Delete goes on there.
    QCOMPARE(list()->selectionModel()->selectedIndexes().size(), 1);
    QCOMPARE(list()->currentIndex().data(HistoryModel::IdRole).toLongLong(), RunId(2));
    QVERIFY(gone.empty());
    m_panel.reset();
    QCOMPARE(gone, (std::vector<RunId>{4, 3}));
  }

  void aStarThatIsRemovedFromSeveralEmptiesTheStarredList() {
    for (RunId id = 1; id <= 4; ++id) finish(id, "a red star turns");
    for (RunId id = 1; id <= 3; ++id) m_history->setStarred(id, true);
    QTest::mouseClick(find<QToolButton>("starredOnlyButton"), Qt::LeftButton);
    QCOMPARE(list()->model()->rowCount(), 3);
    list()->setFocus();
    list()->selectAll();
    QTest::keyClick(list(), Qt::Key_S);
    QCOMPARE(list()->model()->rowCount(), 0);
    QCOMPARE(starred(), std::set<RunId>());
  }

  void twoToFourClipsCanBeCompared() {
    for (RunId id = 1; id <= 5; ++id) finish(id, "a red star turns");
    QSignalSpy asked(m_panel.get(), &HistoryPanel::compareManyRequested);
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(0, 0));
    for (const int rows : {2, 3, 4, 5}) {
      QTest::keyClick(list(), Qt::Key_Down, Qt::ShiftModifier);
      QAction* compare = nullptr;
      openMenu([&](QMenu* menu) {
        compare = actionOf(menu, "Compare");
        QVERIFY(compare);
        QCOMPARE(compare->isEnabled(), rows <= 4);
        compare->trigger();
      });
    }
    QCOMPARE(asked.count(), 3);
    // The oldest is A.
    using Ids = std::vector<RunId>;
    QCOMPARE(asked[0][0].value<Ids>(), (Ids{4, 5}));
    QCOMPARE(asked[2][0].value<Ids>(), (Ids{2, 3, 4, 5}));
  }

  void severalClipsCanBeExported() {
    for (RunId id = 1; id <= 3; ++id) finish(id, "a red star turns");
    QSignalSpy asked(m_panel.get(), &HistoryPanel::exportManyRequested);
    list()->setFocus();
    list()->selectAll();
    openMenu([&](QMenu* menu) {
      auto* action = actionOf(menu, "Export 3 clip(s)…");
      QVERIFY(action && action->isEnabled());
      action->trigger();
    });
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].value<std::vector<RunId>>(), (std::vector<RunId>{3, 2, 1}));
  }

  void aTagIsSetAndRemovedInTheMenu() {
    for (RunId id = 1; id <= 2; ++id) finish(id, "a red star turns");
    m_history->setTags(1, {"night & day"});
    list()->setFocus();
    list()->selectAll();
    for (const bool on : {true, false}) {
      openMenu([&](QMenu* menu) {
        auto* tags = menu->findChild<QMenu*>("tagMenu");
        QVERIFY(tags);
        auto* action = actionOf(tags, "night & day");
        QVERIFY(action);
        QCOMPARE(action->isChecked(), !on);
        action->trigger();
      });
      for (const RunId id : {1, 2}) QCOMPARE(m_store->read(id)->tags, on ? QStringList("night & day") : QStringList());
    }
  }

  void filtersByPairScheduleAndTag() {
    const auto with = [this](RunId id, const char* pair, double early, double late, const QStringList& tags) {
      auto run = record(id, "a red star turns");
      run.request.pair.name = pair;
      run.request.sampling.schedule.early = early;
      run.request.sampling.schedule.late = late;
      run.tags = tags;
      m_store->save(run);
      m_history->add(run);
    };
    with(1, "one", .4, .2, {"best"});
    with(2, "one", .4, 0, {});
    with(3, "two", 1, 0, {"best", "night"});
    with(4, "two", .3, .1, {});
    const auto rows = [this] { return list()->model()->rowCount(); };
    choose("Schedule", "LSL");
    QCOMPARE(rows(), 2);
    QVERIFY(find<QToolButton>("historyFilterButton")->isChecked());
    choose("Pair", "two");
    QCOMPARE(rows(), 1);
    choose("Schedule", "All schedules");
    QCOMPARE(rows(), 2);
    choose("Tag", "night");
    QCOMPARE(rows(), 1);
    choose("Pair", "one");
    QCOMPARE(rows(), 0);
    QVERIFY(find<QLabel>("historyEmpty")->text().contains("filter"));
    auto* menu = find<QMenu>("historyFilters");
    Q_EMIT menu->aboutToShow();
    actionOf(menu, "Clear filters")->trigger();
    QCOMPARE(rows(), 4);
    QVERIFY(!find<QToolButton>("historyFilterButton")->isChecked());
    // A search finds tags, too.
    find<QLineEdit>("historySearch")->setText("NIGHT");
    QCOMPARE(rows(), 1);
    // They are the same when they come from the file.
    m_store->flush();
    m_panel.reset();
    m_history = std::make_unique<WatchedHistory>(m_store.get());
    showPanel();
    load();
    choose("Pair", "one");
    choose("Schedule", "LSS");
    QCOMPARE(rows(), 1);
    choose("Tag", "best");
    QCOMPARE(rows(), 0);
  }

  // The cost of scrolling or searching does not grow with the history: only what is on the screen is read.
  void ofTenThousandOnlyThoseOnTheScreenAreLookedAt() {
    for (RunId id = 1; id <= 10'000; ++id) m_store->save(record(id, id % 7 ? "a red star turns" : "a green ring"));
    m_store->flush();
    m_panel.reset();
    m_history = std::make_unique<WatchedHistory>(m_store.get());
    showPanel();
    load();
    list()->grab();
    const auto onScreen = static_cast<std::size_t>(list()->viewport()->height() / place(0).height() + 2);
    QVERIFY(onScreen < 50);
    QElapsedTimer watch;
    qint64 worst = 0;
    auto* bar = list()->verticalScrollBar();
    for (int step = 0; step < 20; ++step) {
      m_history->takeSeen();
      watch.start();
      bar->setValue(bar->maximum() * step / 19);
      list()->grab();
      worst = std::max(worst, watch.elapsed());
      const auto seen = m_history->takeSeen();
      QVERIFY2(seen > 0 && seen <= onScreen, qPrintable(QString::number(seen)));
    }
    watch.start();
    find<QLineEdit>("historySearch")->setText("ring");
    qInfo("10,000 runs: worst turn %lld ms, search %lld ms", worst, watch.elapsed());
    QCOMPARE(list()->model()->rowCount(), 1428);
    list()->grab();
    const auto seen = m_history->takeSeen();
    QVERIFY2(seen > 0 && seen <= 2 * onScreen, qPrintable(QString::number(seen)));  // those before and those found
    QCOMPARE(m_store->parsedRequests(), 0);
  }

private:
  std::set<RunId> starred() const {
    std::set<RunId> ids;
    for (int row = 0; row < m_history->rowCount(); ++row)
      if (m_store->read(m_history->summary(row).id)->starred) ids.insert(m_history->summary(row).id);
    return ids;
  }
  void choose(const char* title, const char* choice) {
    auto* filters = find<QMenu>("historyFilters");
    Q_EMIT filters->aboutToShow();
    auto* action = actionOf(actionOf(filters, title)->menu(), choice);
    if (!action) qFatal("no choice %s", choice);
    action->trigger();
  }
  QRect place(int row) const { return list()->visualRect(list()->model()->index(row, 0)); }
  // In the list at the right end, in the grid in the image's upper corner.
  QPoint starOf(int row) const {
    const auto at = place(row);
    return m_panel->isGrid() ? at.topRight() + QPoint(-24, 24) : QPoint(at.right() - 20, at.center().y());
  }
  void playsUnderTheMouse(const QPoint& inImage) {
    const auto color = [&] { return list()->viewport()->grab().toImage().pixelColor(inImage); };
    QTRY_COMPARE(color(), QColor(Qt::red));
    QTest::mouseMove(list()->viewport(), inImage);
    QTRY_COMPARE(color(), QColor(Qt::green));
    QTRY_COMPARE(color(), QColor(Qt::blue));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(list()->viewport(), &leave);
    QTRY_COMPARE(color(), QColor(Qt::red));
  }
};

QTEST_MAIN(TestHistoryPanel)
#include "tst_history_panel.moc"
