// SPDX-License-Identifier: MIT
#include "runs/history_model.h"
#include "runs/history_panel.h"
#include "runs/run_store.h"
#include "theme/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <set>
#include <utility>

using namespace fb;
using namespace fb::ui;

namespace {

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

}  // namespace

class TestHistoryPanel : public QObject {
  Q_OBJECT
private:
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

private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
  void cleanupTestCase() { m_theme.reset(); }
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_store = std::make_unique<RunStore>(m_dir->filePath("runs.sqlite"));
    m_history = std::make_unique<WatchedHistory>(m_store.get());
    load();
    showPanel();
  }
  void cleanup() {
    m_panel.reset();
    m_history.reset();
    m_store.reset();
  }

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

QTEST_MAIN(TestHistoryPanel)
#include "tst_history_panel.moc"
