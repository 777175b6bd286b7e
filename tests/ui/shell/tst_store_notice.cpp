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
