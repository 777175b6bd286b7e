// SPDX-License-Identifier: MIT
#include "widgets/close_keys.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QTest>

#include <memory>

using namespace fb::ui;

class TestCloseKeys : public QObject {
  Q_OBJECT

  // Has a use for Esc itself, once.
  class Greedy : public QWidget {
  public:
    using QWidget::QWidget;
    int taken = 0;

  protected:
    void keyPressEvent(QKeyEvent* event) override {
      if (event->key() == Qt::Key_Escape && taken == 0)
        ++taken;
      else
        QWidget::keyPressEvent(event);
    }
  };

  std::unique_ptr<QWidget> m_window;
  bool open() {
    m_window->show();
    m_window->activateWindow();
    return QTest::qWaitForWindowActive(m_window.get());
  }

private Q_SLOTS:
  void init() {
    m_window = std::make_unique<QWidget>();
    closeByKeys(m_window.get());
  }
  void cleanup() { m_window.reset(); }
  void escClosesTheWindow() {
    auto* field = new QLineEdit(m_window.get());
    QVERIFY(open());
    field->setFocus();
    QTest::keyClicks(field, "a");
    QVERIFY(m_window->isVisible());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!m_window->isVisible());
    // It can be opened again.
    QVERIFY(open());
    QTest::keyClick(m_window.get(), Qt::Key_Escape);
    QVERIFY(!m_window->isVisible());
  }

  void whatIsInsideHasEscFirst() {
    auto* greedy = new Greedy(m_window.get());
    QVERIFY(open());
    QTest::keyClick(greedy, Qt::Key_Escape);
    QCOMPARE(greedy->taken, 1);
    QVERIFY(m_window->isVisible());
    QTest::keyClick(greedy, Qt::Key_Escape);
    QVERIFY(!m_window->isVisible());
  }

  void controlWClosesIt() {
    auto* field = new QLineEdit(m_window.get());
    QVERIFY(open());
    field->setFocus();
    QTest::keyClick(field, Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!m_window->isVisible());
  }
};

QTEST_MAIN(TestCloseKeys)
#include "tst_close_keys.moc"
