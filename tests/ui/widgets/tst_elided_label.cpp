// SPDX-License-Identifier: MIT
#include "widgets/elided_label.h"

#include <QTest>

using namespace fb::ui;

class TestElidedLabel : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void partsAreShownWholeOrNotAtAll() {
    const QLabel label;
    const auto metrics = label.fontMetrics();
    const QString line = QStringLiteral("LSL 40/20 · seed 4037 · 14:03 · 52 s");
    const auto width = [&](const QString& text) { return metrics.horizontalAdvance(text); };
    QCOMPARE(fittingParts(line, metrics, width(line)), line);
    QCOMPARE(fittingParts(line, metrics, width(line) - 1), QStringLiteral("LSL 40/20 · seed 4037 · 14:03 …"));
    const auto two = QStringLiteral("LSL 40/20 · seed 4037 …");
    QCOMPARE(fittingParts(line, metrics, width(two)), two);
    QCOMPARE(fittingParts(line, metrics, width(two) - 1), QStringLiteral("LSL 40/20 …"));
    // One ellipsis is enough.
    const auto shortened = QStringLiteral("LSL 40/20 · seed 4037…");
    QCOMPARE(fittingParts(shortened + QStringLiteral(" · 14:03 · 2.7 s"), metrics, width(shortened)), shortened);
    const int little = width(QStringLiteral("LSL 4"));
    QVERIFY(width(fittingParts(line, metrics, little)) <= little);
    QVERIFY(!fittingParts(line, metrics, little).isEmpty());
    QVERIFY(fittingParts({}, metrics, 10).isEmpty());
  }

  // What is painted is what fits, not the whole text clipped.
  void theLabelPaintsThem() {
    const auto parts = ElidedLabel::Cut::Parts;
    ElidedLabel cut(Qt::ElideRight, nullptr, parts), whole(Qt::ElideRight, nullptr, parts),
        letters(Qt::ElideRight, nullptr);
    cut.setText(QStringLiteral("about 41 s · 23 % fewer FLOPs · with comparing"));
    whole.setText(QStringLiteral("about 41 s · 23 % fewer FLOPs …"));
    const QSize size(cut.fontMetrics().horizontalAdvance(cut.text()) - 4, 30);
    letters.setText(cut.text());
    for (auto* label : {&cut, &whole, &letters}) label->resize(size);
    QCOMPARE(cut.grab().toImage(), whole.grab().toImage());
    QVERIFY(letters.grab().toImage() != whole.grab().toImage());
  }
};

QTEST_MAIN(TestElidedLabel)
#include "tst_elided_label.moc"
