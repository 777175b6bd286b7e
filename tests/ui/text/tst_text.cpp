// SPDX-License-Identifier: MIT
#include "text/clip_words.h"
#include "text/durations.h"
#include "text/error_sentences.h"
#include "text/language.h"

#include <QTest>

using namespace fb::ui;

namespace {

// The character between a number and its unit looks like a space here, too.
QString plain(QString text) { return text.replace(QChar(QChar::Nbsp), QLatin1Char(' ')); }

}  // namespace

class TextTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase() { m_language.setLanguage("en"); }
  void durations_data();
  void durations();
  void clips();
  void sizes();
  void counts();
  void everyErrorHasAWayOut();

private:
  Language m_language;
};

void TextTest::durations_data() {
  QTest::addColumn<double>("seconds");
  QTest::addColumn<QString>("exact");
  QTest::addColumn<QString>("about");
  QTest::addColumn<QString>("measured");
  QTest::newRow("zero") << 0. << "0:00"
                        << "about 0.0 s"
                        << "0.0 s";
  QTest::newRow("tenths") << 0.84 << "0:01"
                          << "about 0.8 s"
                          << "0.8 s";
  QTest::newRow("seconds") << 14.2 << "0:14"
                           << "about 14 s"
                           << "14 s";
  QTest::newRow("just under a minute") << 59.7 << "1:00"
                                       << "about 1:00"
                                       << "1:00";
  QTest::newRow("minutes") << 63. << "1:03"
                           << "about 1:05"
                           << "1:03";
  QTest::newRow("hours") << 3800. << "1 h 3 min"
                         << "about 1 h 3 min"
                         << "1 h 3 min";
  QTest::newRow("more than a day") << 92243. << "25 h 37 min"
                                   << "about 25 h 37 min"
                                   << "25 h 37 min";
  QTest::newRow("unknown") << std::nan("") << "–"
                           << "–"
                           << "–";
  QTest::newRow("negative") << -1. << "–"
                            << "–"
                            << "–";
}

void TextTest::durations() {
  QFETCH(double, seconds);
  QTEST(plain(duration(seconds)), "exact");
  QTEST(plain(aboutDuration(seconds)), "about");
  QTEST(plain(elapsed(seconds)), "measured");
}

void TextTest::clips() {
  QCOMPARE(timecode(0, 8), QStringLiteral("00:00.0"));
  QCOMPARE(timecode(8, 8), QStringLiteral("00:01.0"));
  QCOMPARE(timecode(3, 30), QStringLiteral("00:00.1"));
  QCOMPARE(timecode(29, 30), QStringLiteral("00:00.9"));
  QCOMPARE(timecode(3601, 1), QStringLiteral("1:00:01.0"));
  QCOMPARE(timecode(1, 0), QStringLiteral("–"));
  QCOMPARE(plain(clipSummary(17, 8)), QStringLiteral("17 frames · 2.1 s at 8 fps"));
  QCOMPARE(plain(clipSummary(30, 29.97)), QStringLiteral("30 frames · 1.0 s at 29.97 fps"));
  QCOMPARE(frameSize(832, 480), QStringLiteral("832 × 480"));
  // What tells clips of one prompt apart least is last.
  const QDateTime ended(QDate(2024, 5, 17), QTime(14, 3));
  QCOMPARE(
      clipWords({.4, .2, 30}, 4037, 52, ended),
      QStringLiteral("%1 · %2 · %3")
          .arg(clipWords({.4, .2, 30}, 4037), QLocale().toString(ended.date(), QLocale::ShortFormat), elapsed(52)));
  // Without steps, any schedule would read as the large model alone.
  for (const int steps : {0, -3})
    QCOMPARE(clipWords({.4, .2, steps}, 4037), QStringLiteral("settings damaged · seed 4037"));
}

void TextTest::sizes() {
  QCOMPARE(plain(byteSize(999)), QStringLiteral("999 B"));
  QCOMPARE(plain(byteSize(512'300)), QStringLiteral("512 kB"));
  QCOMPARE(plain(byteSize(999'900)), QStringLiteral("1.0 MB"));
  QCOMPARE(plain(byteSize(900'000'000)), QStringLiteral("900 MB"));
  QCOMPARE(plain(byteSize(25'400'000'000)), QStringLiteral("25.4 GB"));
  QCOMPARE(plain(floatingPointOperations(1.9222e16)), QStringLiteral("19,222 TFLOPs"));
  QCOMPARE(plain(floatingPointOperations(3.5e9)), QStringLiteral("3.5 GFLOPs"));
  QCOMPARE(plain(percent(0.36)), QStringLiteral("36 %"));
  QCOMPARE(plain(percent(0.3649, 1)), QStringLiteral("36.5 %"));
}

void TextTest::counts() {
  QCOMPARE(frameCount(1), QStringLiteral("1 frame"));
  QCOMPARE(frameCount(17), QStringLiteral("17 frames"));
  QCOMPARE(stepCount(1200), QStringLiteral("1,200 steps"));
  m_language.setLanguage("de");
  QCOMPARE(frameCount(1), QStringLiteral("1 Bild"));
  QCOMPARE(frameCount(17), QStringLiteral("17 Bilder"));
  QCOMPARE(number(1234.5, 1), QStringLiteral("1.234,5"));
  m_language.setLanguage("fr");
  QVERIFY(runCount(0) != runCount(2));
  m_language.setLanguage("en");
}

void TextTest::everyErrorHasAWayOut() {
  using fb::ErrorKind;
  QStringList headlines;
  for (const auto kind : {ErrorKind::Invalid, ErrorKind::NotFound, ErrorKind::Corrupt, ErrorKind::Unsupported,
                          ErrorKind::OutOfMemory, ErrorKind::Io, ErrorKind::NotFinite, ErrorKind::Internal}) {
    const auto text = errorText({kind, "height is 100, must be a multiple of 16"});
    QVERIFY(!text.headline.isEmpty() && !text.headline.endsWith('.'));
    QVERIFY(text.wayOut.endsWith('.'));
    QCOMPARE(text.detail, QStringLiteral("Height is 100, must be a multiple of 16"));
    QVERIFY(!headlines.contains(text.headline));
    headlines << text.headline;
  }
  const auto detail = [](const char* message) { return errorText({ErrorKind::NotFound, message}).detail; };
  QCOMPARE(detail("the folder is not there"), QStringLiteral("The folder is not there"));
  QCOMPARE(detail("steps: must be positive"), QStringLiteral("Steps: must be positive"));
  QCOMPARE(detail("élan is missing"), QStringLiteral("Élan is missing"));
  // Names keep their letters.
  for (const auto* name : {"models/wan/large is not there", "clip.mp4 is no clip", "text_encoder is missing",
                           "models\\wan is not there", "fp16 is not known", "aBc is not known", "./a: no such file"})
    QCOMPARE(detail(name), QString::fromUtf8(name));
  QVERIFY(errorSentences({ErrorKind::Io, "disk full"}).startsWith("Disk full. Check"));
  QVERIFY(errorSentences({ErrorKind::Io, "disk full; free some."}).startsWith("Disk full; free some. Check"));
  QCOMPARE(errorSentences({ErrorKind::Io, ""}), errorText({ErrorKind::Io, ""}).wayOut);
  QVERIFY(errorLine({ErrorKind::Io, "disk full"}).endsWith(": Disk full"));
  QCOMPARE(errorLine({ErrorKind::Io, ""}), errorText({ErrorKind::Io, ""}).headline);
  QVERIFY(errorSentence({ErrorKind::Io, "disk full"}).endsWith(": Disk full."));
  QVERIFY(errorSentence({ErrorKind::Io, "disk full; free some."}).endsWith("; free some."));
}

QTEST_GUILESS_MAIN(TextTest)
#include "tst_text.moc"
