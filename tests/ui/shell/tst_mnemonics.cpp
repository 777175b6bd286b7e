// SPDX-License-Identifier: MIT
// Alt and a letter leads to only one place in each window, in every language.
#include "studio_fixture.h"
#include "viewer/compare_view.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QMenuBar>
#include <QTest>
#include <QToolButton>

using namespace fb::ui;

class TestMnemonics : public QObject, StudioFixture {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() {
    open();
    auto* advanced = m_window->findChild<QToolButton*>("advancedButton");
    QVERIFY(advanced);
    advanced->setChecked(true);
  }
  void cleanupTestCase() { close(); }

  void everyLetterIsUsedOnce_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("window");
    for (const auto& code : Language::available())
      for (const char* window :
           {"mainWindow", "modelsPage", "exportDialog", "settingsDialog", "labWindow", "compareView"})
        QTest::addRow("%s %s", qPrintable(code), window) << code << window;
  }
  void everyLetterIsUsedOnce() {
    QFETCH(QString, language);
    QFETCH(QString, window);
    m_language->setLanguage(language);
    if (window == "modelsPage") m_window->findChild<QAction*>("modelsAction")->trigger();
    if (window == "settingsDialog") m_window->findChild<QAction*>("settingsAction")->trigger();
    if (window == "labWindow") m_window->findChild<QAction*>("findBoundariesAction")->trigger();
    if (window == "compareView") compareClips();
    auto* shown = window == "mainWindow" ? m_window.get() : m_window->findChild<QWidget*>(window);
    QVERIFY2(shown, qPrintable(window));
    shown->show();
    QApplication::processEvents();
    QMap<QString, QStringList> uses;
    const auto note = [&uses](const QString& text) {
      const auto keys = QKeySequence::mnemonic(text);
      if (!keys.isEmpty()) uses[keys.toString()] << text;
    };
    if (shown == m_window.get())
      for (const auto* menu : m_window->menuBar()->actions()) note(menu->text());
    const auto isHere = [&](const QWidget* widget) { return widget->window() == shown && widget->isVisibleTo(shown); };
    for (const auto* label : shown->findChildren<QLabel*>())
      if (label->buddy() && isHere(label)) note(label->text());
    for (const auto* button : shown->findChildren<QAbstractButton*>())
      if (isHere(button)) note(button->text());
    if (shown != m_window.get()) shown->close();
    QVERIFY(uses.size() > (shown == m_window.get() ? 15 : 3));
    QStringList clashes;
    for (auto use = uses.cbegin(); use != uses.cend(); ++use)
      if (use->size() > 1) clashes << QStringLiteral("%1: %2").arg(use.key(), use->join(QStringLiteral(", ")));
    QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(QStringLiteral("; "))));
  }

private:
  // With everything that has a letter.
  void compareClips() {
    m_window->findChild<QAction*>("compareAction")->trigger();
    auto* view = m_window->findChild<CompareView*>();
    QVERIFY(view);
    const auto request = fb::defaultRequest(FakeEngine::testPair());
    const auto clip = FakeEngine::clipOf(request, 3);
    view->setClip(0, {1, "a", clip, request});
    view->setClip(1, {2, "b", clip, request});
    view->setMode(CompareMode::Flicker);
  }
};

QTEST_MAIN(TestMnemonics)
#include "tst_mnemonics.moc"
