// SPDX-License-Identifier: MIT
// The window as a whole, with a fake engine: what the next start finds.
#include "studio_fixture.h"

#include "shell/status_line.h"

#include <QDockWidget>
#include <QLabel>

using namespace fb;
using namespace fb::ui;

class TestMainWindow : public QObject, StudioFixture {
  Q_OBJECT
private Q_SLOTS:
  void init() { open(); }
  void cleanup() { leave(); }

  void theNextStartHasTheWindowAsItWasLeft() {
    m_window->addDockWidget(Qt::LeftDockWidgetArea, find<QDockWidget>("historyDock"));
    find<QDockWidget>("stageDock")->close();
    m_window->resize(1200, 800);
    QVERIFY(m_window->close());
    const auto geometry = m_settings->windowGeometry();
    QVERIFY(!geometry.isEmpty());
    close();
    open();
    QCOMPARE(m_settings->windowGeometry(), geometry);
    QCOMPARE(m_window->dockWidgetArea(find<QDockWidget>("historyDock")), Qt::LeftDockWidgetArea);
    QVERIFY(find<QDockWidget>("stageDock")->isHidden());
    QVERIFY(!find<QDockWidget>("queueDock")->isHidden());
  }

  // The plan of the next run may come while a message is shown, which hides a part of the status line.
  void nothingIsDrawnOverAMessage() {
    auto* status = find<StatusLine>("statusLine");
    auto* bar = find<QWidget>("memoryBar");
    status->setMemoryPlan({});
    status->showMessage("clip.mp4 holds no settings; it is only shown.");
    status->setMemoryPlan(FakeEngine().planMemory({}).value());
    QTRY_VERIFY(!bar->isHidden());
    QCoreApplication::sendPostedEvents();
    QApplication::processEvents();
    QVERIFY2(bar->x() > status->width() / 2, qPrintable(QString::number(bar->x())));
    for (const auto* other : status->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
      QVERIFY2(other == bar || other->isHidden() || !other->geometry().intersects(bar->geometry()),
               qPrintable(other->objectName()));
  }

  void tellsTheDeviceThatRunsUse() {
    auto* device = find<QLabel>("deviceLabel");
    QTRY_VERIFY2(device->text().contains("CPU"), qPrintable(device->text()));
    const auto before = device->text();
    m_settings->setThreads(m_settings->threads() + 1);
    QCOMPARE(device->text(), QString("CPU · 1 thread"));
    QVERIFY(before != device->text() || QThread::idealThreadCount() == 1);
  }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
