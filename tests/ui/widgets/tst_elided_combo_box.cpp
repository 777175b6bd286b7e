// SPDX-License-Identifier: MIT
#include "theme/theme.h"
#include "widgets/elided_combo_box.h"

#include <QApplication>
#include <QImage>
#include <QTest>

#include <memory>

using namespace fb::ui;

class TestElidedComboBox : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
  void cleanupTestCase() { m_theme.reset(); }

  void aTextThatFitsLooksAsInQtsOwn_data() { addIcons(); }
  void aTextThatFitsLooksAsInQtsOwn() {
    QFETCH(bool, hasIcon);
    QCOMPARE(look<ElidedComboBox>(QStringLiteral("A fox"), hasIcon), look<QComboBox>(QStringLiteral("A fox"), hasIcon));
  }

  // One that does not looks like its beginning with an ellipsis; Qt's own is cut in the middle of a letter.
  void aLongTextEndsWithAnEllipsis_data() { addIcons(); }
  void aLongTextEndsWithAnEllipsis() {
    QFETCH(bool, hasIcon);
    const auto text = QStringLiteral("LSL 40/20 · seed 4189 · 2.7 s — a red fox runs through fresh snow at dawn");
    const auto shown = look<ElidedComboBox>(text, hasIcon);
    QVERIFY(shown != look<QComboBox>(text, hasIcon));
    bool isBeginning = false;
    for (qsizetype letters = 1; letters < text.size() && !isBeginning; ++letters)
      isBeginning = shown == look<QComboBox>(text.left(letters) + QChar(0x2026), hasIcon);
    QVERIFY(isBeginning);
  }

  void aPlaceholderIsCutAsWell() {
    const auto text = QStringLiteral("Choose one of the finished runs of this pair");
    ElidedComboBox combo;
    combo.setFixedWidth(120);
    combo.setPlaceholderText(text);
    combo.addItem(QStringLiteral("A fox"));
    combo.setCurrentIndex(-1);
    QComboBox plain;
    plain.setFixedWidth(120);
    plain.setPlaceholderText(text);
    plain.addItem(QStringLiteral("A fox"));
    plain.setCurrentIndex(-1);
    QVERIFY(combo.grab().toImage() != plain.grab().toImage());
    bool isBeginning = false;
    for (qsizetype letters = 1; letters < text.size() && !isBeginning; ++letters) {
      plain.setPlaceholderText(text.left(letters) + QChar(0x2026));
      isBeginning = combo.grab().toImage() == plain.grab().toImage();
    }
    QVERIFY(isBeginning);
  }

private:
  static void addIcons() {
    QTest::addColumn<bool>("hasIcon");
    QTest::newRow("text") << false;
    QTest::newRow("text and icon") << true;
  }

  template <class Combo>
  static QImage look(const QString& text, bool hasIcon) {
    Combo combo;
    combo.setFixedWidth(180);
    QPixmap icon(16, 16);
    icon.fill(Qt::red);
    if (hasIcon)
      combo.addItem(icon, text);
    else
      combo.addItem(text);
    return combo.grab().toImage();
  }

  std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestElidedComboBox)
#include "tst_elided_combo_box.moc"
