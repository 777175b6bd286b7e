// SPDX-License-Identifier: MIT
// What the user sees while queue and history cannot be saved, and once they can again.
#include "failing_vfs.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "runs/run_store.h"
#include "studio_fixture.h"
#include "widgets/notice_bar.h"

#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

using namespace fb;
using namespace fb::ui;

class TestStoreNotice : public QObject, StudioFixture {
  Q_OBJECT
private:
  std::unique_ptr<FailingVfs> m_vfs;

  NoticeBar* notice() { return find<NoticeBar>("noticeBar"); }
  void enqueue() { m_studio->runner()->enqueue(m_window->request()); }

private Q_SLOTS:
  void init() { m_vfs = std::make_unique<FailingVfs>(); }
  void cleanup() {
    m_vfs->heal();
    leave();
    m_vfs.reset();
  }

  void standsUntilEverythingIsSaved() {
    open();
    QTRY_VERIFY(m_studio->isReady());
    m_vfs->fail(FailingVfs::Write, SQLITE_FULL);
    enqueue();
    QVERIFY(finishedRun().id != 0);
    QTRY_VERIFY2(notice()->text().contains("disk is full"), qPrintable(notice()->text()));
    // A problem that persists cannot be dismissed.
    QVERIFY(!find<QPushButton>("noticeClose")->isVisible());
    auto* again = find<QPushButton>("noticeAction");
    QTest::mouseClick(again, Qt::LeftButton);
    QVERIFY(!m_studio->store()->flush());
    QVERIFY(notice()->text().contains("disk is full"));
    m_vfs->heal();
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_VERIFY(!notice()->text().contains("disk is full"));
    // The run may have been saved again since.
    QVERIFY(m_studio->store()->flush());
    close();
    open();
    QTRY_COMPARE(m_studio->history()->rowCount(), 1);
  }

  // Work continues, and earlier data appears once it can be read.
  void aHistoryThatCannotBeReadComesLater() {
    open();
    QTRY_VERIFY(m_studio->isReady());
    enqueue();
    QVERIFY(finishedRun().id != 0);
    close();
    m_vfs->fail(FailingVfs::Open, SQLITE_CANTOPEN);
    open();
    QTRY_VERIFY(m_studio->isReady());
    QTRY_VERIFY2(notice()->text().contains("cannot be read"), qPrintable(notice()->text()));
    QCOMPARE(m_studio->history()->rowCount(), 0);
    enqueue();
    QVERIFY(finishedRun().id != 0);
    QCOMPARE(m_studio->history()->rowCount(), 1);
    m_vfs->heal();
    QTest::mouseClick(find<QPushButton>("noticeAction"), Qt::LeftButton);
    QTRY_COMPARE(m_studio->history()->rowCount(), 2);
    QTRY_VERIFY(!notice()->text().contains("cannot be read"));
    QVERIFY(m_studio->store()->loss().isEmpty());
  }

  // A file that cannot be opened may still be readable: it is shown and not changed.
  void aHistoryThatCannotBeOpenedIsShownReadOnly_data() {
    QTest::addColumn<int>("call");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("why");
    QTest::newRow("locked") << int(FailingVfs::Lock) << SQLITE_BUSY << "another program is using";
    QTest::newRow("no room for the shared memory") << int(FailingVfs::Shared) << SQLITE_FULL << "disk is full";
    QTest::newRow("forbidden") << int(FailingVfs::Lock) << SQLITE_PERM << "denied";
  }
  void aHistoryThatCannotBeOpenedIsShownReadOnly() {
    QFETCH(int, call);
    QFETCH(int, code);
    QFETCH(QString, why);
    open();
    QTRY_VERIFY(m_studio->isReady());
    enqueue();
    const auto old = finishedRun();
    QVERIFY(old.id != 0);
    close();
    m_vfs->fail(FailingVfs::Call(call), code);
    open();
    auto* history = m_studio->history();
    QTRY_COMPARE(history->rowCount(), 1);
    QTRY_VERIFY2(notice()->text().contains("read-only"), qPrintable(notice()->text()));
    QVERIFY2(notice()->text().contains(why), qPrintable(notice()->text()));
    // It can be looked at, but nothing about it can be changed.
    const auto seen = history->index(0);
    QVERIFY(history->record(old.id));
    QVERIFY(!seen.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!history->setData(seen, "named", HistoryModel::TitleRole));
    history->setStarred(old.id, true);
    m_studio->deleteRuns({old.id});
    m_studio->folders().wait();
    QCOMPARE(history->rowCount(), 1);
    QVERIFY(std::filesystem::exists(old.request.options.runFolder));
    QVERIFY(!m_studio->store()->hasUnsaved());
    // A new run has another number and can be changed.
    QTRY_VERIFY(m_studio->isReady());
    enqueue();
    const auto added = finishedRun();
    QVERIFY(added.id != 0 && added.id != old.id);
    QTRY_COMPARE(history->rowCount(), 2);
    QVERIFY(history->index(0).flags().testFlag(Qt::ItemIsEditable));
    history->setStarred(added.id, true);
    m_vfs->heal();
    QTest::mouseClick(find<QPushButton>("noticeAction"), Qt::LeftButton);
    QTRY_VERIFY(history->isWhole());
    QCOMPARE(history->rowCount(), 2);
    QTRY_VERIFY(!notice()->text().contains("read-only"));
    QVERIFY(history->setData(history->index(history->row(old.id)), "named", HistoryModel::TitleRole));
    QVERIFY(m_studio->store()->loss().isEmpty());
    close();
    open();
    QTRY_COMPARE(m_studio->history()->rowCount(), 2);
    QVERIFY(m_studio->history()->summary(0).starred);
    QCOMPARE(m_studio->history()->summary(1).title, QString("named"));
  }

  void closingAsksBeforeItLosesAnything() {
    open();
    QTRY_VERIFY(m_studio->isReady());
    m_vfs->fail(FailingVfs::Write, SQLITE_FULL);
    m_studio->runner()->pauseQueue();
    enqueue();
    QTRY_VERIFY(!m_studio->store()->trouble().isEmpty());
    QString asked;
    QTimer answering;
    connect(&answering, &QTimer::timeout, this, [&] {
      auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
      if (!box) return;
      asked = box->text();
      box->reject();
    });
    answering.start(0);
    QVERIFY(!m_window->close());
    QVERIFY2(asked.contains("disk is full"), qPrintable(asked));
    answering.stop();
    m_vfs->heal();
    m_studio->store()->retry();
    QTRY_VERIFY(!m_studio->store()->hasUnsaved());
    QVERIFY(m_window->close());
  }
};

QTEST_MAIN(TestStoreNotice)
#include "tst_store_notice.moc"
