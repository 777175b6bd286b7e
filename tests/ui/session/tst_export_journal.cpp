// SPDX-License-Identifier: MIT
#include "session/export_journal.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace fb::ui;

class TestExportJournal : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_dir->path()).mkpath(QStringLiteral("state")) && QDir(m_dir->path()).mkpath(QStringLiteral("out")));
    QProcess gone;
    gone.start(QStringLiteral("true"), QStringList());
    QVERIFY(gone.waitForStarted());
    m_gone = gone.processId();
    QVERIFY(gone.waitForFinished());
  }

  void endedExportsLeaveNothing() {
    const ExportJournal journal(path("state"));
    journal.begin(path("out/clip.mp4"));
    QCOMPARE(QDir(path("state")).entryList(QDir::Files).size(), 1);
    journal.end();
    QVERIFY(QDir(path("state")).isEmpty());
  }

  void whatAProcessThatIsGoneLeftIsRemoved() {
    write(QStringLiteral("state/export-%1").arg(m_gone), path("out/clip.mp4").toUtf8());
    const auto left = write(QStringLiteral("out/.flowblend-0123456789abcdef.part.mp4"));
    const auto frames = write(QStringLiteral("out/.flowblend-123456789abcdef0.part/frame_00001.png"));
    const auto whole = write(QStringLiteral("out/clip.mp4"));
    const auto others = write(QStringLiteral("out/.flowblend-23456789abcdef01.part.mp4"));
    const int writer = lock(others);
    ExportJournal(path("state")).clearLeftOvers();
    ::close(writer);
    QVERIFY(!QFile::exists(left));
    QVERIFY(!QFile::exists(frames));
    QVERIFY(QFile::exists(whole));
    QVERIFY(QFile::exists(others));
    QVERIFY(QDir(path("state")).isEmpty());
  }

  void aProcessThatLivesIsLeftAlone() {
    QProcess other;
    other.start(QStringLiteral("sleep"), {QStringLiteral("60")});
    QVERIFY(other.waitForStarted());
    const auto note = write(QStringLiteral("state/export-%1").arg(other.processId()), path("out/clip.mp4").toUtf8());
    const auto busy = write(QStringLiteral("out/.flowblend-0123456789abcdef.part.mp4"));
    const int writer = lock(busy);
    ExportJournal(path("state")).clearLeftOvers();
    ::close(writer);
    QVERIFY(QFile::exists(busy));
    QVERIFY(QFile::exists(note));
    other.kill();
    QVERIFY(other.waitForFinished());
  }

  void aNoteThatWasCutOffHarmsNothing() {
    const auto note = write(QStringLiteral("state/export-%1").arg(m_gone), {});
    ExportJournal(path("state")).clearLeftOvers();
    QVERIFY(!QFile::exists(note));
  }

private:
  QString path(const char* name) const { return m_dir->filePath(QLatin1String(name)); }
  QString write(const QString& name, const QByteArray& content = "x") const {
    const auto path = m_dir->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("cannot write");
    return path;
  }

  // As whoever writes the file does.
  static int lock(const QString& path) {
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0 || ::flock(file, LOCK_EX | LOCK_NB) != 0) qFatal("cannot lock %s", qPrintable(path));
    return file;
  }

  std::unique_ptr<QTemporaryDir> m_dir;
  qint64 m_gone = 0;
};

QTEST_GUILESS_MAIN(TestExportJournal)
#include "tst_export_journal.moc"
