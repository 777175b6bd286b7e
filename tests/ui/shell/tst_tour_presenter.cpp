// SPDX-License-Identifier: MIT
#include "shell/tour_presenter.h"

#include "help/tour.h"
#include "studio_fixture.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QPushButton>

using namespace fb::ui;

class TestTourPresenter : public QObject, StudioFixture {
  Q_OBJECT
private Q_SLOTS:
  void init() { open(); }
  void cleanup() { leave(); }

  void comesOnceByItselfAndAgainFromHelp() {
    QVERIFY(!m_window->findChild<Tour*>());
    m_window->welcome();
    auto* tour = m_window->findChild<Tour*>();
    QVERIFY(tour && tour->isVisible());
    QVERIFY(!m_settings->tourTaken());
    tour->findChild<QPushButton*>("tourSkip")->click();
    QVERIFY(!tour->isVisible());
    QVERIFY(m_settings->tourTaken());
    m_window->welcome();
    QVERIFY(!tour->isVisible());
    // From Help, it comes with panels that are closed.
    auto* stages = m_window->findChild<QDockWidget*>("stageDock");
    stages->hide();
    m_window->findChild<QAction*>("tourAction")->trigger();
    QVERIFY(tour->isVisible());
    QVERIFY(stages->isVisible());
    QStringList titles;
    for (int stop = 0; stop < 3; ++stop) {
      titles << tour->findChild<QLabel*>("tourTitle")->text();
      QVERIFY(!tour->findChild<QLabel*>("tourText")->text().isEmpty());
      tour->findChild<QPushButton*>("tourNext")->click();
    }
    titles.removeDuplicates();
    QCOMPARE(titles.size(), 3);
    QVERIFY(!tour->isVisible());
  }

  void isRememberedAtTheNextStart() {
    m_window->welcome();
    m_window->findChild<Tour*>()->skip();
    close();
    open();
    m_window->welcome();
    QVERIFY(!m_window->findChild<Tour*>());
  }

  void followsTheLanguage() {
    m_window->welcome();
    auto* next = m_window->findChild<QPushButton*>("tourNext");
    const auto english = next->text();
    m_window->findChild<Tour*>()->next();
    m_language->setLanguage(QStringLiteral("de"));
    QTRY_VERIFY2(next->text() != english, qPrintable(next->text()));
    m_language->setLanguage(QStringLiteral("en"));
  }
};

QTEST_MAIN(TestTourPresenter)
#include "tst_tour_presenter.moc"
