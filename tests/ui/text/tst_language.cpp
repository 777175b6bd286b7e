// SPDX-License-Identifier: MIT
#include "text/durations.h"
#include "text/error_sentences.h"
#include "text/language.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace fb::ui;

namespace {

class LiveLabel : public QLabel {
public:
  LiveLabel() { retranslate(); }

protected:
  void changeEvent(QEvent* event) override {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QLabel::changeEvent(event);
  }

private:
  void retranslate() { setText(errorText({fb::ErrorKind::OutOfMemory, {}}).headline); }
};

}  // namespace

class LanguageTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void switchesALiveLabel();
  void translatesQtsOwnTexts();
  void setsTheLocale();
  void unknownMeansEnglish();
  void leavesNothingBehind();
};

void LanguageTest::switchesALiveLabel() {
  Language language;
  language.setLanguage("en");
  LiveLabel label;
  label.show();
  const QSignalSpy changed(&language, &Language::changed);
  QStringList seen{label.text()};
  QVERIFY(Language::available().size() > 5);
  QCOMPARE(seen.constFirst(), QStringLiteral("There is not enough memory"));
  for (const auto& code : Language::available()) {
    if (code == "en") continue;
    language.setLanguage(code);
    QCOMPARE(language.effectiveLanguage(), code);
    QTRY_VERIFY2(!seen.contains(label.text()), qPrintable(code));
    seen << label.text();
    QVERIFY(Language::nativeName(code) != code);
  }
  language.setLanguage("en");
  QTRY_COMPARE(label.text(), seen.constFirst());
  QCOMPARE(changed.count(), Language::available().size());
}

void LanguageTest::translatesQtsOwnTexts() {
  Language language;
  language.setLanguage("de");
  const QDialogButtonBox box(QDialogButtonBox::Cancel);
  QCOMPARE(box.button(QDialogButtonBox::Cancel)->text().remove('&'), QStringLiteral("Abbrechen"));
}

void LanguageTest::setsTheLocale() {
  Language language;
  language.setLanguage("fr");
  QCOMPARE(number(0.5, 1), QStringLiteral("0,5"));
  language.setLanguage("ja");
  QCOMPARE(number(0.5, 1), QStringLiteral("0.5"));
  QCOMPARE(QLocale().language(), QLocale::Japanese);
}

void LanguageTest::unknownMeansEnglish() {
  Language language;
  language.setLanguage("tlh");
  QCOMPARE(language.effectiveLanguage(), QStringLiteral("en"));
  QCOMPARE(language.language(), QStringLiteral("tlh"));
  // The tests run in the C locale.
  language.setLanguage({});
  QCOMPARE(language.effectiveLanguage(), QStringLiteral("en"));
  QCOMPARE(frameCount(2), QStringLiteral("2 frames"));
}

void LanguageTest::leavesNothingBehind() {
  const QLocale before;
  {
    Language language;
    language.setLanguage("ko");
    QVERIFY(errorText({}).headline != "Internal error");
  }
  QCOMPARE(errorText({}).headline, QStringLiteral("Internal error"));
  QCOMPARE(QLocale(), before);
}

QTEST_MAIN(LanguageTest)
#include "tst_language.moc"
