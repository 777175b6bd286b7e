// SPDX-License-Identifier: MIT
// The window as a whole, on a fake engine: what the next start finds.
#include "studio_fixture.h"

#include <QDockWidget>

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
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
