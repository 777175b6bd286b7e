// SPDX-License-Identifier: MIT
// A small file that cannot be read or written at the moment is neither lost nor overwritten.
#include "files/kept_file.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>
#include <sys/stat.h>

#include <cerrno>
#include <csignal>
#include <cstring>

using namespace fb::ui;

namespace {

// All writes of this process beyond these bytes fail, as on a full disk.
class NoRoom {
public:
  explicit NoRoom(rlim_t bytes = 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &m_before);
    const rlimit room{bytes, m_before.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &room);
  }
  ~NoRoom() { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
  rlimit m_before{};
};

}  // namespace

class TestKeptFile : public QObject {
  Q_OBJECT
private:
  std::unique_ptr<QTemporaryDir> m_dir;
  QString m_path;

  static QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
  }

private Q_SLOTS:
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    m_path = m_dir->filePath("state/presets.json");
  }

  void isWrittenWholeForItsOwnerAlone() {
    const auto before = ::umask(0);
    {
      KeptFile file(m_path);
      QCOMPARE(file.read().value(), QByteArray());
      for (int i = 0; i < 100; ++i) file.write(QByteArray::number(i));
    }
    ::umask(before);
    QCOMPARE(contentOf(m_path), QByteArray("99"));
    QCOMPARE(QFile::permissions(m_path) & (QFile::ReadOther | QFile::ReadGroup | QFile::WriteOther),
             QFile::Permissions());
    QCOMPARE(QDir(m_dir->filePath("state")).entryList(QDir::Files | QDir::Hidden), QStringList("presets.json"));
    QCOMPARE(KeptFile(m_path).read().value(), QByteArray("99"));
  }

  void whatCouldNotBeWrittenIsRepeated() {
    KeptFile file(m_path);
    file.setRetryAfter(std::chrono::milliseconds(10));
    QSignalSpy told(&file, &KeptFile::conditionChanged);
    file.write("sound");
    QTRY_COMPARE(contentOf(m_path), QByteArray("sound"));
    {
      const NoRoom disk;
      file.write("lost?");
      QTRY_COMPARE(told.count(), 1);
      QVERIFY2(file.trouble().contains(m_path), qPrintable(file.trouble()));
      file.write("newest");
      QCoreApplication::processEvents();
      QCOMPARE(contentOf(m_path), QByteArray("sound"));
    }
    QTRY_VERIFY(file.trouble().isEmpty());
    QCOMPARE(contentOf(m_path), QByteArray("newest"));
    QCOMPARE(told.count(), 2);
  }

  // A disk with room for a part takes it first.
  void theReasonIsTold() {
    constexpr int kSize = 100'000;
    for (const rlim_t room : {0, 1, 4'096, kSize - 1}) {
      const auto path = m_dir->filePath(QString::number(room));
      KeptFile file(path);
      QSignalSpy told(&file, &KeptFile::conditionChanged);
      const NoRoom disk(room);
      file.write(QByteArray(kSize, 'x'));
      QTRY_COMPARE(told.count(), 1);
      const auto reason = QString::fromUtf8(std::strerror(EFBIG));
      QVERIFY2(file.trouble().contains(reason), qPrintable(file.trouble()));
      QVERIFY(!QFile::exists(path));
    }
  }

  void theEndTriesAgain() {
    {
      KeptFile file(m_path);
      QSignalSpy told(&file, &KeptFile::conditionChanged);
      {
        const NoRoom disk;
        file.write("late");
        QTRY_COMPARE(told.count(), 1);
      }
    }
    QCOMPARE(contentOf(m_path), QByteArray("late"));
  }

  // A folder with that name represents everything unreadable: it exists, but its bytes cannot be read.
  void whatCannotBeReadIsNotWrittenOver() {
    QVERIFY(QDir().mkpath(m_path));
    KeptFile file(m_path);
    file.setRetryAfter(std::chrono::milliseconds(10));
    QSignalSpy readable(&file, &KeptFile::readable);
    QVERIFY(!file.read());
    QVERIFY2(file.trouble().contains(m_path), qPrintable(file.trouble()));
    file.write("new");
    QVERIFY(QFileInfo(m_path).isDir());
    QVERIFY(QDir().rmdir(m_path));
    {
      QFile other(m_path + ".other");
      QVERIFY(other.open(QIODevice::WriteOnly));
      other.write("what was there");
    }
    QVERIFY(QFile::rename(m_path + ".other", m_path));
    QTRY_COMPARE(readable.count(), 1);
    QCOMPARE(file.read().value(), QByteArray("what was there"));
    file.write("both");
    QTRY_COMPARE(contentOf(m_path), QByteArray("both"));
  }
};

QTEST_GUILESS_MAIN(TestKeptFile)
#include "tst_kept_file.moc"
