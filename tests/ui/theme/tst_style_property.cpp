// SPDX-License-Identifier: MIT
#include "theme/style_property.h"

#include "theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace fb::ui;

class TestStyleProperty : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void theSheetTakesEffectAtOnce() {
    Theme theme(*qApp);
    QLabel label(QStringLiteral("what went wrong"));
    label.ensurePolished();
    const auto plain = label.sizeHint();
    const auto colour = label.palette().color(QPalette::WindowText);
    setStyleProperty(&label, "role", "error");
    QCOMPARE(label.property("role").toString(), QString("error"));
    QVERIFY(label.palette().color(QPalette::WindowText) != colour);
    // With the padding of its box.
    QVERIFY(label.sizeHint().height() > plain.height());
    setStyleProperty(&label, "role", "muted");
    QCOMPARE(label.sizeHint(), plain);
  }

  void theSameAgainChangesNothing() {
    struct Counter : QObject {
      int changes = 0;
      bool eventFilter(QObject*, QEvent* event) override {
        changes += event->type() == QEvent::StyleChange;
        return false;
      }
    } counter;
    QLabel label;
    label.installEventFilter(&counter);
    setStyleProperty(&label, "role", "error");
    QCOMPARE(counter.changes, 1);
    setStyleProperty(&label, "role", "error");
    QCOMPARE(counter.changes, 1);
  }
};

QTEST_MAIN(TestStyleProperty)
#include "tst_style_property.moc"
