// SPDX-License-Identifier: MIT
#include "flowblend/request.h"
#include "help/about_dialog.h"
#include "help/help_window.h"
#include "help/log_book.h"
#include "help/log_viewer.h"
#include "theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QLoggingCategory>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSet>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QThread>

#include <memory>

using namespace fb::ui;

namespace {

Q_LOGGING_CATEGORY(media, "flowblend.media")

QByteArray contentOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class HelpTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void bookKeepsTheNewestLines();
  void captureTakesMessagesOfAnyThread();
  void fileIsRolledOverAtItsLimit();
  void longLinesCanBeReadToTheirEnds();
  void viewerFilters();
  void reportIsCopied();
  void reportHasPromptsOnlyIfWanted();
  void aboutNamesVersionAndLicences();
  void helpShowsPagesAndShortcuts();
  void everyLanguageHasTheSamePages();
  void everyLanguageNamesTheKeysThatUndo();
  void helpFollowsTheLanguage();
  void helpSearches();

private:
  Theme m_theme{*qApp};
};

void HelpTest::bookKeepsTheNewestLines() {
  LogBook book(3);
  QAbstractItemModelTester tester(&book, QAbstractItemModelTester::FailureReportingMode::Fatal);
  for (int i = 0; i < 2; ++i) book.append(LogLevel::Info, {}, QString::number(i));
  QCOMPARE(book.rowCount(), 0);
  QTRY_COMPARE(book.rowCount(), 2);
  for (int i = 2; i < 10; ++i) book.append(LogLevel::Info, {}, QString::number(i));
  QTRY_COMPARE(book.rowCount(), 3);
  QCOMPARE(book.line(0).message, QStringLiteral("7"));
  QCOMPARE(book.line(2).message, QStringLiteral("9"));
  QCOMPARE(book.newest(2).size(), 2);
  QVERIFY(book.newest(2).constLast().endsWith("info 9"));
}

void HelpTest::captureTakesMessagesOfAnyThread() {
  LogBook book;
  {
    const LogCapture capture(book);
    const std::unique_ptr<QThread> thread(QThread::create([] {
      for (int i = 0; i < 100; ++i) qCWarning(media) << "from a worker" << i;
    }));
    thread->start();
    for (int i = 0; i < 100; ++i) qInfo("from the window");
    QVERIFY(thread->wait(5000));
  }
  qInfo("after the capture");
  QTRY_COMPARE(book.rowCount(), 200);
  int warnings = 0;
  for (int row = 0; row < 200; ++row) {
    if (book.line(row).level != LogLevel::Warning) continue;
    ++warnings;
    QCOMPARE(book.line(row).category, QStringLiteral("flowblend.media"));
  }
  QCOMPARE(warnings, 100);
}

void HelpTest::fileIsRolledOverAtItsLimit() {
  const QTemporaryDir folder;
  LogBook book;
  QVERIFY(book.keepIn(folder.filePath("logs"), 200));
  for (int i = 0; i < 20; ++i) book.append(LogLevel::Error, "disk", QStringLiteral("line %1").arg(i));
  const auto now = contentOf(folder.filePath("logs/studio.log"));
  QVERIFY(now.endsWith("error disk: line 19\n"));
  QVERIFY(now.size() < 300);
  QVERIFY(QFile::exists(folder.filePath("logs/studio.log.1")));
  QVERIFY(!LogBook().keepIn("/dev/null/logs"));
}

void HelpTest::longLinesCanBeReadToTheirEnds() {
  LogBook book;
  LogViewer viewer(&book, &m_theme);
  viewer.resize(600, 400);
  viewer.show();
  QVERIFY(QTest::qWaitForWindowExposed(&viewer));
  auto* list = viewer.findChild<QListView*>("logList");
  auto* bar = list->horizontalScrollBar();
  book.append(LogLevel::Info, "run", "short");
  QTRY_COMPARE(list->model()->rowCount(), 1);
  QTRY_VERIFY(!list->visualRect(list->model()->index(0, 0)).isEmpty());
  QCOMPARE(bar->maximum(), 0);
  const auto message = QStringLiteral("/models/%1.safetensors is not a weights file").arg(QString(300, u'x'));
  book.append(LogLevel::Error, "engine", message);
  QTRY_COMPARE(list->model()->rowCount(), 2);
  const auto longLine = list->model()->index(1, 0);
  QTRY_VERIFY(bar->maximum() > 0);
  const int needed = list->fontMetrics().horizontalAdvance(longLine.data().toString());
  QVERIFY(bar->maximum() + list->viewport()->width() >= needed);
  QVERIFY(list->visualRect(longLine).width() >= needed);
  QCOMPARE(list->textElideMode(), Qt::ElideNone);
  // By the keyboard, too.
  list->setFocus();
  QTest::keyClick(list, Qt::Key_Right);
  QVERIFY(bar->value() > 0);
  QTest::keyClick(list, Qt::Key_Left);
  QCOMPARE(bar->value(), 0);
  // Copied as a whole.
  list->setCurrentIndex(longLine);
  QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
  QVERIFY(QGuiApplication::clipboard()->text().endsWith("engine: " + message));
}

void HelpTest::viewerFilters() {
  LogBook book;
  LogViewer viewer(&book, &m_theme);
  book.append(LogLevel::Debug, {}, "opening");
  book.append(LogLevel::Warning, "media", "no encoder for AV1");
  book.append(LogLevel::Error, {}, "disk full");
  auto* list = viewer.findChild<QListView*>("logList");
  QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  QTRY_COMPARE(list->model()->rowCount(), 3);

  auto* level = viewer.findChild<QComboBox*>("logLevel");
  level->setFocus();
  QTest::keyClick(level, Qt::Key_Down);
  QTest::keyClick(level, Qt::Key_Down);
  QCOMPARE(list->model()->rowCount(), 2);
  auto* search = viewer.findChild<QLineEdit*>("logSearch");
  QTest::keyClicks(search, "MEDIA");
  QCOMPARE(list->model()->rowCount(), 1);
  QVERIFY(list->model()->index(0, 0).data().toString().contains("AV1"));
  QTest::keyClicks(search, "x");
  QCOMPARE(list->model()->rowCount(), 0);
}

void HelpTest::reportIsCopied() {
  LogBook book;
  LogViewer viewer(&book, &m_theme);
  viewer.setDevices({"cuda:0: NVIDIA H100"});
  book.append(LogLevel::Info, {}, "opened " + QDir::homePath() + "/clip.mp4 %1");
  QTRY_COMPARE(book.rowCount(), 1);
  QTest::mouseClick(viewer.findChild<QPushButton*>("copyReportButton"), Qt::LeftButton);
  const auto text = QApplication::clipboard()->text();
  QVERIFY(text.contains("FlowBlending Studio " + QString::fromStdString(fb::version())));
  QVERIFY(text.contains(QLatin1String(qVersion())));
  QVERIFY(text.contains("Device: cuda:0: NVIDIA H100"));
  QVERIFY(text.contains("opened ~/clip.mp4 %1"));
}

void HelpTest::reportHasPromptsOnlyIfWanted() {
  LogBook book;
  LogViewer viewer(&book, &m_theme);
  viewer.setPrompts([] {
    return ReportPrompts{{"a red star", "a red star turns slowly", "of"},
                         {"a red star", "a-red-star", "a red star turns slowly", "a-red-star-turns-slowly", "of"}};
  });
  book.append(LogLevel::Warning, "export", "cannot write /clips/a-red-star-turns-slowly.mp4: no space");
  book.append(LogLevel::Error, "run", "\"a red star turns slowly\" is too much of a prompt");
  QTRY_COMPARE(book.rowCount(), 2);
  const auto report = [&viewer] {
    QTest::mouseClick(viewer.findChild<QPushButton*>("copyReportButton"), Qt::LeftButton);
    return QApplication::clipboard()->text();
  };
  auto text = report();
  for (const char* part : {"red", "star", "slowly"}) QVERIFY2(!text.contains(part), qPrintable(text));
  QVERIFY2(text.contains("cannot write /clips/(prompt).mp4: no space"), qPrintable(text));
  // What is too short to be told from other words stays.
  QVERIFY2(text.contains("\"(prompt)\" is too much of a prompt"), qPrintable(text));
  auto* wanted = viewer.findChild<QCheckBox*>("reportPrompts");
  QVERIFY(!wanted->isChecked());
  wanted->setChecked(true);
  text = report();
  QVERIFY2(text.contains("Newest prompts:\na red star\na red star turns slowly\n"), qPrintable(text));
  QVERIFY(text.contains("/clips/a-red-star-turns-slowly.mp4"));
}

void HelpTest::aboutNamesVersionAndLicences() {
  const AboutDialog about(&m_theme);
  bool versionShown = false;
  for (const auto* label : about.findChildren<QLabel*>())
    versionShown = versionShown || label->text().contains(QString::fromStdString(fb::version()));
  QVERIFY(versionShown);
  QVERIFY(about.findChild<QTextBrowser*>("aboutText")->toHtml().contains("arxiv.org/abs/2512.24724"));
  const auto licences = about.findChild<QTextBrowser*>("licencesText")->toPlainText();
  for (const auto* name : {"LibTorch", "FFmpeg", "Qt", "QCustomPlot", "SQLite", "SentencePiece"})
    QVERIFY2(licences.contains(QLatin1String(name)), name);
}

void HelpTest::helpShowsPagesAndShortcuts() {
  HelpWindow help(&m_theme);
  auto* text = help.findChild<QTextBrowser*>("helpText");
  QCOMPARE(help.currentPage(), QStringLiteral("start"));
  for (const auto* page : {"start", "stages", "compare", "queue", "models", "export", "keys"}) {
    help.showPage(QLatin1String(page));
    QCOMPARE(help.currentPage(), QLatin1String(page));
    QVERIFY2(text->toPlainText().size() > 100, page);
  }
  help.setShortcuts({{"Generate <now>", "Ctrl+Return"}});
  QVERIFY(text->toPlainText().contains("Ctrl+Return"));
  QVERIFY(text->toPlainText().contains("Generate <now>"));

  help.showPage("start");
  Q_EMIT text->anchorClicked(QUrl("stages.html"));
  QCOMPARE(help.currentPage(), QStringLiteral("stages"));
}

// The pages, and the tags on each in order: headings, lists, tables, links with their targets, placeholders.
void HelpTest::everyLanguageHasTheSamePages() {
  const HelpWindow help(&m_theme);  // has the pages loaded
  const QDir english(QStringLiteral(":/help/en"));
  const auto pages = english.entryList(QDir::Files, QDir::Name);
  QCOMPARE(pages.size(), 7);
  const QRegularExpression tag(QStringLiteral("<(?!!DOCTYPE|html)[^>]*>"));
  const auto tagsOf = [&tag](const QByteArray& html) {
    QStringList tags;
    for (auto found = tag.globalMatch(QString::fromUtf8(html)); found.hasNext();) tags << found.next().captured();
    return tags;
  };
  QSet<QByteArray> contents;
  for (const auto* language : {"de", "es", "fr", "ja", "ko", "zh_CN"}) {
    const QDir folder(QStringLiteral(":/help/") + language);
    QCOMPARE(folder.entryList(QDir::Files, QDir::Name), pages);
    for (const auto& page : pages) {
      const auto html = contentOf(folder.filePath(page)), original = contentOf(english.filePath(page));
      QCOMPARE(tagsOf(html), tagsOf(original));
      QVERIFY(!contents.contains(html) && html != original);
      contents << html;
    }
  }
  const QRegularExpression link(QStringLiteral("href=\"([^\"]+)\""));
  for (const auto& page : pages)
    for (auto found = link.globalMatch(QString::fromUtf8(contentOf(english.filePath(page)))); found.hasNext();)
      QVERIFY(pages.contains(found.next().captured(1)));
}

// For a cancelled clip, and for one that was moved to the trash.
void HelpTest::everyLanguageNamesTheKeysThatUndo() {
  const HelpWindow help(&m_theme);  // has the pages loaded
  for (const auto* language : {"en", "de", "es", "fr", "ja", "ko", "zh_CN"}) {
    const auto page = QString::fromUtf8(contentOf(QStringLiteral(":/help/%1/queue.html").arg(QLatin1String(language))));
    const auto keys = language == QByteArray("de") ? QStringLiteral("<b>Strg+Z</b>") : QStringLiteral("<b>Ctrl+Z</b>");
    QVERIFY2(page.section(QStringLiteral("</ul>"), 0, 0).contains(keys), language);
    QVERIFY2(page.section(QStringLiteral("<h2>"), 1).contains(keys), language);
  }
}

void HelpTest::helpFollowsTheLanguage() {
  HelpWindow help(&m_theme);
  auto* text = help.findChild<QTextBrowser*>("helpText");
  help.showPage("queue");
  help.setLanguage("de");
  QCOMPARE(help.currentPage(), QStringLiteral("queue"));
  QVERIFY(text->toPlainText().startsWith("Warteschlange und Verlauf"));
  QCOMPARE(help.findChild<QListWidget*>("helpPages")->item(0)->text(), QStringLiteral("Erste Schritte"));
  help.setLanguage("zh_CN");
  QVERIFY(text->toPlainText().startsWith(QStringLiteral("队列与历史")));
  help.setLanguage("eo");
  QVERIFY(text->toPlainText().startsWith("Queue and history"));
}

void HelpTest::helpSearches() {
  HelpWindow help(&m_theme);
  auto* search = help.findChild<QLineEdit*>("helpSearch");
  auto* pages = help.findChild<QListWidget*>("helpPages");
  auto* text = help.findChild<QTextBrowser*>("helpText");
  QTest::keyClicks(search, "prores");
  QCOMPARE(help.currentPage(), QStringLiteral("export"));
  QVERIFY(!text->extraSelections().isEmpty());
  int shown = 0;
  for (int row = 0; row < pages->count(); ++row) shown += pages->item(row)->isHidden() ? 0 : 1;
  QCOMPARE(shown, 1);
  QTest::keyClick(search, Qt::Key_Return);
  QCOMPARE(text->textCursor().selectedText(), QStringLiteral("ProRes"));
  QTest::keyClick(search, Qt::Key_Return);
  QCOMPARE(help.currentPage(), QStringLiteral("export"));
  QCOMPARE(text->textCursor().selectedText(), QStringLiteral("ProRes"));

  QTest::keyClick(&help, Qt::Key_Escape);
  QVERIFY(search->text().isEmpty());
  QTest::keyClicks(search, "boundar");
  QTest::keyClick(search, Qt::Key_Return);
  const auto first = text->textCursor().position();
  QTest::keyClick(search, Qt::Key_Return);
  QVERIFY(text->textCursor().position() != first);
}

QTEST_MAIN(HelpTest)
#include "tst_help.moc"
