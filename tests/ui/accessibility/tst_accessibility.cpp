// SPDX-License-Identifier: MIT
// What a screen reader gets: every control of every window has a name and a role, and every value can be read.
#include "plots/divergence_plot.h"
#include "runs/history_model.h"
#include "runs/queue_runner.h"
#include "studio_fixture.h"
#include "widgets/notice_bar.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QListWidget>
#include <QMenu>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <memory>

using namespace fb;
using namespace fb::ui;

namespace {

bool isInteractive(const QAccessibleInterface& at) {
  switch (at.role()) {
    case QAccessible::PushButton:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::Tree:
    case QAccessible::Table:
    case QAccessible::MenuItem:
    case QAccessible::PageTab:
      return true;
    default:
      return at.state().focusable;
  }
}

}  // namespace

class TestAccessibility : public QObject, StudioFixture {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() {
    open();
    m_window->findChild<QToolButton*>("advancedButton")->setChecked(true);
    // Something in every panel: two finished clips, the newest shown, and one that waits.
    auto* generate = action("generateAction");
    QTRY_VERIFY(generate->isEnabled());
    generate->trigger();
    generate->trigger();
    QTRY_COMPARE(m_studio->history()->rowCount(), 2);
    QTRY_VERIFY(action("exportAction")->isEnabled());
    m_studio->runner()->pauseQueue();
    generate->trigger();
  }
  void cleanupTestCase() { close(); }

  void theMainWindow_data() { languages(); }
  void theMainWindow() {
    QFETCH(QString, language);
    m_language->setLanguage(language);
    QApplication::processEvents();
    for (const char* dock : {"queueDock", "historyDock"}) {
      m_window->findChild<QWidget*>(dock)->raise();
      QApplication::processEvents();
      check(m_window.get());
    }
    const auto menus = m_window->findChildren<QMenu*>();
    QVERIFY(menus.size() > 3);
    for (auto* menu : menus)
      for (auto* entry : menu->actions())
        QVERIFY2(entry->isSeparator() || !entry->text().isEmpty(), qPrintable(menu->title() + entry->objectName()));
    QVERIFY2(m_checked > 60, qPrintable(QString::number(m_checked)));
  }

  void theWindowsBesideIt_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("opens");
    for (const char* language : {"en", "de", "ja"})
      for (const char* opens : {"settingsAction", "modelsAction", "compareAction", "exportAction", "helpAction",
                                "logAction", "aboutAction"})
        QTest::addRow("%s %s", language, opens) << language << opens;
  }
  void theWindowsBesideIt() {
    QFETCH(QString, language);
    QFETCH(QString, opens);
    m_language->setLanguage(language);
    QApplication::processEvents();
    bool checked = false;
    // One of them waits for its answer, so the event loop closes it.
    QTimer looking;
    connect(&looking, &QTimer::timeout, this, [&] {
      QWidget* opened = nullptr;
      for (auto* window : QApplication::topLevelWidgets())
        if (window != m_window.get() && window->isVisible() && window->isWindow()) opened = window;
      if (!opened) return;
      looking.stop();
      QVERIFY(QTest::qWaitForWindowExposed(opened));
      auto* pages = opened->findChild<QListWidget*>("pageList");
      for (int page = 0; page < (pages ? pages->count() : 1); ++page) {
        if (pages) pages->setCurrentRow(page);
        QApplication::processEvents();
        check(opened);
      }
      checked = true;
      opened->close();
    });
    looking.start(10);
    action(opens)->trigger();
    QTRY_VERIFY(checked);
    QVERIFY(m_checked > 0);
  }

  void theBoundariesAreAValueToReadAndSet() {
    m_language->setLanguage("en");
    auto* plot = m_window->findChild<DivergencePlot*>();
    QVERIFY(plot);
    auto* at = QAccessible::queryAccessibleInterface(plot);
    QVERIFY(at);
    QCOMPARE(at->role(), QAccessible::Slider);
    auto* value = at->valueInterface();
    QVERIFY(value);
    plot->setFocus(Qt::TabFocusReason);
    QCOMPARE(value->minimumValue().toInt(), 0);
    QCOMPARE(value->maximumValue().toInt(), plot->schedule().steps);
    QCOMPARE(value->currentValue().toInt(), handleStep(plot->schedule(), Handle::Early));

    const int early = value->currentValue().toInt();
    QTest::keyClick(plot, Qt::Key_Left);
    QCOMPARE(value->currentValue().toInt(), early - 1);
    QVERIFY(at->text(QAccessible::Description).contains("early"));
    // Tab goes to the other boundary, which has another value.
    QTest::keyClick(plot, Qt::Key_Tab);
    QCOMPARE(value->currentValue().toInt(), handleStep(plot->schedule(), Handle::Late));
    QVERIFY(at->text(QAccessible::Description).contains("late"));
    // A screen reader may set it itself.
    value->setCurrentValue(early + 1);
    QCOMPARE(handleStep(plot->schedule(), Handle::Late), early + 1);
    QCOMPARE(value->currentValue().toInt(), early + 1);
  }

  void aNoticeIsAnAlertWithItsWords() {
    NoticeBar bar;
    bar.say(NoticeBar::Kind::Error, "The file is damaged.");
    auto* at = QAccessible::queryAccessibleInterface(&bar);
    QVERIFY(at && !at->state().invisible);
    QCOMPARE(at->role(), QAccessible::AlertMessage);
    QCOMPARE(at->text(QAccessible::Name), "The file is damaged.");
  }

private:
  void languages() const {
    QTest::addColumn<QString>("language");
    for (const auto& code : Language::available()) QTest::newRow(qPrintable(code)) << code;
  }
  QAction* action(const QString& name) const {
    auto* found = m_window->findChild<QAction*>(name);
    if (!found) qFatal("no %s", qPrintable(name));
    return found;
  }

  void check(QWidget* window) {
    m_faults.clear();
    m_checked = 0;
    auto* root = QAccessible::queryAccessibleInterface(window);
    QVERIFY(root);
    if (root->text(QAccessible::Name).trimmed().isEmpty()) m_faults << "the window has no name";
    walk(*root, window->objectName());
    m_faults.removeDuplicates();
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join('\n')));
  }

  void walk(QAccessibleInterface& at, const QString& path) {
    for (int i = 0; i < at.childCount(); ++i) {
      auto* child = at.child(i);
      if (!child || !child->isValid() || child->state().invisible) continue;
      // A separate window is checked when it is opened.
      if (child->object() && child->object()->isWidgetType() && static_cast<QWidget*>(child->object())->isWindow())
        continue;
      const auto what = QStringLiteral("%1/%2").arg(path, describe(*child));
      judge(*child, what);
      walk(*child, what);
    }
  }

  static QString describe(const QAccessibleInterface& at) {
    if (!at.object()) return QStringLiteral("(%1)").arg(static_cast<int>(at.role()));
    const auto name = at.object()->objectName();
    return name.isEmpty() ? QString::fromLatin1(at.object()->metaObject()->className()) : name;
  }

  void judge(QAccessibleInterface& at, const QString& what) {
    const auto name = at.text(QAccessible::Name).trimmed();
    const auto fault = [&](const char* text) { m_faults << QStringLiteral("%1: %2").arg(what, QLatin1String(text)); };
    if (isInteractive(at)) {
      ++m_checked;
      if (name.isEmpty()) fault("no name");
      if (at.role() == QAccessible::NoRole) fault("no role");
    }
    if (name.contains("fb::") || name.contains("QWidget") || name.contains('&')) fault("a name for programmers");
    // On this platform, the name of a combo box is its entry; its label or description says what it chooses.
    if (const auto* combo = qobject_cast<QComboBox*>(at.object()))
      if (combo->accessibleName().isEmpty() ||
          (at.relations(QAccessible::Label).isEmpty() && at.text(QAccessible::Description).isEmpty()))
        fault("a choice of nobody knows what");
    if (auto* values = at.valueInterface()) {
      if (!values->currentValue().isValid()) fault("no value");
      if (at.role() == QAccessible::Client || at.role() == QAccessible::NoRole) fault("a value without a role");
    } else if (at.role() == QAccessible::SpinBox || at.role() == QAccessible::Slider) {
      fault("no value");
    }
  }

  QStringList m_faults;
  int m_checked = 0;
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
