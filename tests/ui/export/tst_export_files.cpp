// SPDX-License-Identifier: MIT
#include "export_under_test.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

#include <string>
#include <utility>

using namespace fb;
using namespace fb::ui;

class TestExportFiles : public QObject, ExportUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void init() { open(); }
  void cleanup() { close(); }
  void cleanupTestCase() { m_theme.reset(); }

  void anExistingFileIsReplacedOnlyWhenAsked() {
    const auto path = m_dir->filePath("clip.mp4");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    QSignalSpy exported(m_queue.get(), &ExportQueue::exported);
    press("exportButton");
    QCOMPARE(m_queue->unfinished(), 0);
    auto* message = find<QLabel>("exportMessage");
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains("already exists"));
    QVERIFY(find<QPushButton>("exportButton")->text().contains("place"));
    // Another name cancels the question.
    auto* edit = find<QLineEdit>("pathEdit");
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, m_dir->filePath("other.mp4"));
    QVERIFY(!message->isVisible());
    QVERIFY(!find<QPushButton>("exportButton")->text().contains("place"));
    edit->selectAll();
    QTest::keyClicks(edit, path);
    press("exportButton");
    press("exportButton");
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "{\"seed\": 7}");
  }

  // Nor is the answer for one clip taken for the next one.
  void aNameThatIsTakenGetsANumber() {
    const auto path = m_dir->filePath("clip.mp4");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    press("exportButton");
    QVERIFY(find<QLabel>("exportMessage")->isVisible());
    auto other = source(9, "clip");
    other.title = "a ring";
    m_dialog->setSource(other);
    QVERIFY(!find<QLabel>("exportMessage")->isVisible());
    QVERIFY(!find<QPushButton>("exportButton")->text().contains("place"));
    QTRY_COMPARE(m_dialog->path(), m_dir->filePath("clip (2).mp4"));
    // One that is being written counts as well.
    m_engine->exporting.close(1);
    press("exportButton");
    QVERIFY(m_queue->isTarget(m_dir->filePath("clip (2).mp4")));
    m_dialog->setSource(source(9, "clip"));
    QTRY_COMPARE(m_dialog->path(), m_dir->filePath("clip (3).mp4"));
    m_engine->exporting.open();
    QTRY_COMPARE(m_queue->unfinished(), 0);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "mine");
  }

  // A network share that takes its time.
  void theDialogDoesNotWaitForTheDisk() {
    QFile file(m_dir->filePath("clip.mp4"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    QSignalSpy exported(m_queue.get(), &ExportQueue::exported);
    m_answering.close();
    m_dialog->setSource(source(9, "clip"));
    auto* button = find<QPushButton>("exportButton");
    QTest::mouseClick(button, Qt::LeftButton);
    auto* message = find<QLabel>("exportMessage");
    QTRY_VERIFY(message->isVisible() && message->text().contains("Waiting"));
    QVERIFY(m_answering.isHolding());
    QCOMPARE(m_dialog->pending(), 1);
    QVERIFY(m_queue->jobs().empty());
    m_answering.open();
    // The name that was proposed was not known to be taken: no question, and nothing is replaced.
    QTRY_COMPARE(exported.count(), 1);
    QCOMPARE(exported[0][0].toString(), m_dir->filePath("clip (2).mp4"));
    QVERIFY(!message->isVisible());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), "mine");
  }

  // What was ordered is exported, or is told to have failed, whatever the dialog shows by then.
  void anOrderStandsWhenTheNextClipIsShown() {
    QSignalSpy exported(m_queue.get(), &ExportQueue::exported), failed(m_queue.get(), &ExportQueue::exportFailed);
    m_dialog->setSource(source(17, "first"));
    QTRY_VERIFY(m_dialog->path().endsWith("first.mp4"));
    m_answering.close();
    QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
    m_dialog->setSource(source(9, "second"));
    m_answering.open();
    QTRY_COMPARE(exported.count(), 1);
    QCOMPARE(exported[0][0].toString(), m_dir->filePath("first.mp4"));
    QCOMPARE(m_engine->readClip(m_dir->filePath("first.mp4").toStdString()).value().frames.size(), std::size_t(17));
    // There is such a file, but nobody can be asked about it any more.
    find<QLineEdit>("pathEdit")->setText(m_dir->filePath("first.mp4"));
    m_answering.close();
    QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
    m_dialog->close();
    m_answering.open();
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed[0][0].toString(), m_dir->filePath("first.mp4"));
    QCOMPARE(m_engine->readClip(m_dir->filePath("first.mp4").toStdString()).value().frames.size(), std::size_t(17));
  }

  // Nor does agreement to make a folder replace a file that has come into it.
  void anAnswerIsOnlyForItsQuestion() {
    find<QLineEdit>("pathEdit")->setText(m_dir->filePath("there/clip.mp4"));
    press("exportButton");
    QVERIFY(find<QLabel>("exportMessage")->text().contains("does not exist"));
    QVERIFY(QDir(m_dir->path()).mkdir("there"));
    QFile file(m_dir->filePath("there/clip.mp4"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("mine") == 4);
    file.close();
    press("exportButton");
    QVERIFY(m_queue->jobs().empty());
    QVERIFY(find<QLabel>("exportMessage")->text().contains("already exists"));
  }

  void pendingExportsCanBeCancelled() {
    m_answering.close();
    QTest::mouseClick(find<QPushButton>("exportButton"), Qt::LeftButton);
    QCOMPARE(m_dialog->pending(), 1);
    m_dialog->cancelPending();
    QCOMPARE(m_dialog->pending(), 0);
    m_answering.open();
    // The answer to a later order comes after the one that was cancelled.
    find<QLineEdit>("pathEdit")->setText(m_dir->filePath("later.mp4"));
    press("exportButton");
    QCOMPARE(m_queue->jobs().size(), std::size_t(1));
    QCOMPARE(m_queue->jobs().front().path, m_dir->filePath("later.mp4"));
    QTRY_COMPARE(m_queue->unfinished(), 0);
  }

  // A home without a folder for videos.
  void theProposedFolderIsMade() {
    QSignalSpy exported(m_queue.get(), &ExportQueue::exported);
    auto there = source(9, "clip");
    there.folder = m_dir->filePath("not/there");
    m_dialog->setSource(there);
    press("exportButton");
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(QFileInfo::exists(m_dir->filePath("not/there/clip.mp4")));
  }

  void anotherFolderIsMadeOnlyWhenAsked() {
    QSignalSpy exported(m_queue.get(), &ExportQueue::exported);
    auto* edit = find<QLineEdit>("pathEdit");
    edit->setText(m_dir->filePath("mistyped/clip.mp4"));
    press("exportButton");
    QCOMPARE(m_queue->unfinished(), 0);
    QVERIFY(!QFileInfo::exists(m_dir->filePath("mistyped")));
    QVERIFY(find<QLabel>("exportMessage")->text().contains("mistyped"));
    press("exportButton");
    QTRY_COMPARE(exported.count(), 1);
    QVERIFY(QFileInfo::exists(m_dir->filePath("mistyped/clip.mp4")));
  }

  void exportsGoOnBehindAClosedDialog() {
    m_engine->exporting.close(5);
    QSignalSpy exported(m_queue.get(), &ExportQueue::exported);
    press("exportButton");
    QVERIFY(find<QPushButton>("exportButton")->isEnabled());
    auto* bar = find<QProgressBar>("exportProgress");
    QVERIFY(bar->isVisible());
    QTRY_VERIFY(bar->value() > 0);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    m_engine->exporting.open();
    QTRY_COMPARE(exported.count(), 1);
    m_dialog->show();
    QVERIFY(find<QToolButton>("showInFolderButton")->isVisible());
    QVERIFY(!bar->isVisible());
    QCOMPARE(find<QLabel>("exportWords")->text(), QString("saved"));
  }

  void severalWaitForEachOther() {
    m_engine->exporting.close(5);
    QSignalSpy exported(m_queue.get(), &ExportQueue::exported);
    press("exportButton");
    auto other = source(9, "other");
    other.title = "a ring";
    m_dialog->setSource(other);
    press("exportButton");
    const auto names = m_dialog->findChildren<QLabel*>("exportName");
    QCOMPARE(names.size(), 2);
    QCOMPARE(names[0]->text(), QString("clip.mp4"));
    QCOMPARE(names[1]->text(), QString("other.mp4"));
    QVERIFY(names[1]->toolTip().contains("a ring"));
    const auto words = m_dialog->findChildren<QLabel*>("exportWords");
    QCOMPARE(words[1]->text(), QString("waiting"));
    m_engine->exporting.open();
    QTRY_COMPARE(exported.count(), 2);
    // Each has its own clip.
    QCOMPARE(m_engine->readClip(m_dir->filePath("clip.mp4").toStdString()).value().frames.size(), std::size_t(17));
    QCOMPARE(m_engine->readClip(m_dir->filePath("other.mp4").toStdString()).value().frames.size(), std::size_t(9));
    press("clearExportsButton");
    QVERIFY(m_queue->jobs().empty());
    QVERIFY(!find<QWidget>("exportList")->isVisible());
  }

  void twoExportsDoNotWriteTheSameFile() {
    m_engine->exporting.close(5);
    press("exportButton");
    press("exportButton");
    QCOMPARE(m_queue->jobs().size(), std::size_t(1));
    QVERIFY(find<QLabel>("exportMessage")->text().contains("Another export"));
    m_engine->exporting.open();
    QTRY_COMPARE(m_queue->unfinished(), 0);
  }

  void cancelStopsAndLeavesNoFile() {
    m_engine->exporting.close(5);
    press("exportButton");
    QTest::mouseClick(find<QToolButton>("cancelExportButton"), Qt::LeftButton);
    QTRY_COMPARE(m_queue->unfinished(), 0);
    QVERIFY(find<QLabel>("exportWords")->text().contains("cancelled"));
    QVERIFY(!QFile::exists(m_dir->filePath("clip.mp4")));
  }

  void aFailureIsToldInASentence() {
    auto* edit = find<QLineEdit>("pathEdit");
    const auto longName = QString("too long a name ").repeated(20);
    edit->setText(m_dir->filePath(longName + ".mp4"));
    QSignalSpy failed(m_queue.get(), &ExportQueue::exportFailed);
    press("exportButton");
    QTRY_COMPARE(failed.count(), 1);
    auto* words = find<QLabel>("exportWords");
    QVERIFY(words->text().contains("too long a name"));
    QCOMPARE(words->property("role").toString(), "errorText");
  }

  void severalClipsBecomeSeveralFilesInOneFolder() {
    m_dialog->setSources({several("a star", 7), several("a ring", 9), several("a star", 11)});
    QVERIFY(find<QLabel>("exportTitle")->text().contains("3"));
    QCOMPARE(m_dialog->path(), m_dir->path());
    // Their frames and their sound are not chosen here.
    QVERIFY(!find<QSpinBox>("firstFrameSpin")->isVisible() && !find<QLineEdit>("soundEdit")->isVisible());
    QVERIFY(!find<QLabel>("exportThumbnail")->isVisible());
    choose(ExportFormat::WebmVp9);
    QCOMPARE(m_dialog->path(), m_dir->path());
    press("exportButton");
    QCOMPARE(m_queue->jobs().size(), std::size_t{3});
    QTRY_COMPARE(m_queue->unfinished(), 0);
    for (const auto& [file, seed] : {std::pair("today/a star.webm", 7), std::pair("today/a ring.webm", 9),
                                     std::pair("today/a star (2).webm", 11)}) {
      const auto info = m_engine->inspectClip(m_dir->filePath(file).toStdString());
      QVERIFY2(info.ok(), file);
      QCOMPARE(info.value().metadata, std::to_string(seed));
      QCOMPARE(info.value().frames, 9);
    }
    // Again, under other names; and without the settings in them.
    find<QCheckBox>("embedCheck")->setChecked(false);
    press("exportButton");
    QTRY_COMPARE(m_queue->unfinished(), 0);
    const auto again = m_engine->inspectClip(m_dir->filePath("today/a ring (2).webm").toStdString());
    QVERIFY(again.ok() && again.value().metadata.empty());
    // One clip is shown as before.
    m_dialog->setSource(source(17, "clip"));
    QCOMPARE(m_dialog->path(), m_dir->filePath("clip.webm"));
    QVERIFY(find<QSpinBox>("firstFrameSpin")->isVisible() && find<QLabel>("exportThumbnail")->isVisible());
    QVERIFY(find<QLabel>("exportTitle")->text() == "a star");
  }

  void anotherFolderForSeveralIsMadeOnlyAfterAQuestion() {
    m_dialog->setSources({several("a star", 7), several("a ring", 9)});
    find<QLineEdit>("pathEdit")->setText(m_dir->filePath("elsewhere"));
    press("exportButton");
    QVERIFY(m_queue->jobs().empty());
    QVERIFY(find<QLabel>("exportMessage")->text().contains("does not exist"));
    QVERIFY(!QFile::exists(m_dir->filePath("elsewhere")));
    press("exportButton");
    QTRY_COMPARE(m_queue->unfinished(), 0);
    QVERIFY(QFile::exists(m_dir->filePath("elsewhere/today/a ring.mp4")));
    // The folder that was chosen stays.
    m_dialog->setSource(source(17, "clip"));
    QCOMPARE(m_dialog->path(), m_dir->filePath("elsewhere/clip.mp4"));
  }
};

QTEST_MAIN(TestExportFiles)
#include "tst_export_files.moc"
