// SPDX-License-Identifier: MIT
// Settings and presets on disk: as QSettings reads them, and what happens if they cannot be read at the moment.
#include "prompt/preset_store.h"
#include "settings/ini.h"
#include "settings/settings.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace fb;
using namespace fb::ui;

class TestKeptSettings : public QObject {
  Q_OBJECT
private:
  std::unique_ptr<QTemporaryDir> m_dir;
  QString path(const char* name) const { return m_dir->filePath(QLatin1String(name)); }
  static void write(const QString& name, const QByteArray& content) {
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("cannot write");
  }

private Q_SLOTS:
  void init() { m_dir = std::make_unique<QTemporaryDir>(); }

  void qtReadsWhatIsWritten() {
    QString all;
    for (ushort code = 0; code < 0x250; ++code) all += QChar(code);
    QByteArray bytes;
    for (int byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
    const QMap<QString, QVariant> values{
        {"a/text", all},
        {"a/wide", QStringLiteral("状态 \U0001F600 ä\x01"
                                  "f\x02g")},
        {"a/empty", QString()},
        {"a/at", QStringLiteral("@ByteArray(no)")},
        {"a/list", QStringList{"a, b", "\"c\"", "", "@Invalid()", "d\\;=[e]"}},
        {"a/one", QStringList{"x, y"}},
        {"a/none", QStringList()},
        {"b/bytes", bytes},
        {"b/flag", true},
        {"b/number", -5},
        {"b/fraction", 0.1},
    };
    write(path("all.ini"), toIni(values));
    const QSettings read(path("all.ini"), QSettings::IniFormat);
    QVERIFY(read.status() == QSettings::NoError);
    QCOMPARE(read.allKeys().size(), values.size());
    for (const auto* key : {"a/text", "a/wide", "a/empty", "a/at"})
      QCOMPARE(read.value(key).toString(), values[key].toString());
    for (const auto* key : {"a/list", "a/one", "a/none"})
      QCOMPARE(read.value(key).toStringList(), values[key].toStringList());
    QCOMPARE(read.value("b/bytes").toByteArray(), bytes);
    QVERIFY(read.value("b/flag").toBool());
    QCOMPARE(read.value("b/number").toInt(), -5);
    QCOMPARE(read.value("b/fraction").toDouble(), 0.1);
  }

  // Also those of the group that QSettings gives another name.
  void settingsOfEarlierVersionsAreRead() {
    {
      QSettings before(path("studio.ini"), QSettings::IniFormat);
      before.setValue("general/theme", "light");
      before.setValue("general/language", "de");
      before.setValue("compute/threads", 3);
      before.setValue("history/prompts", QStringList{"a, b", "c"});
      before.setValue("window/geometry", QByteArray("\0\xff", 2));
    }
    for (int start = 0; start < 3; ++start) {
      Settings settings(path("studio.ini"));
      QVERIFY(settings.theme() == ThemeChoice::Light);
      QCOMPARE(settings.language(), QString("de"));
      QCOMPARE(settings.threads(), 3);
      QCOMPARE(settings.recentPrompts(), QStringList({"a, b", "c"}));
      QCOMPARE(settings.windowGeometry(), QByteArray("\0\xff", 2));
      settings.setSaveEvery(start + 2);
    }
  }

  // Each start reads them and writes them again, because of another setting.
  void emptyListsStayEmptyAtEveryStart() {
    {
      Settings first(path("studio.ini"));
      first.setUnfinishedExports({"/a/clip.mp4"});
      first.setUnfinishedExports({});
      first.setModelFolders({"/models"});
      first.setModelFolders({});
    }
    for (int start = 0; start < 3; ++start) {
      Settings settings(path("studio.ini"));
      QCOMPARE(settings.unfinishedExports(), QStringList());
      QCOMPARE(settings.modelFolders(), QStringList());
      settings.setSaveEvery(start + 2);
    }
    const QSettings kept(path("studio.ini"), QSettings::IniFormat);
    QVERIFY(kept.contains("history/unfinishedExports"));
    QVERIFY(kept.value("history/unfinishedExports").toStringList().isEmpty());
  }

  // As earlier versions left them.
  void emptyEntriesAreNone() {
    write(path("studio.ini"),
          "[history]\nprompts=a, , b\nunfinishedExports=\"\"\n\n[pairs]\ndocuments=\nfolders=\"\"\n");
    const Settings settings(path("studio.ini"));
    QCOMPARE(settings.unfinishedExports(), QStringList());
    QCOMPARE(settings.modelFolders(), QStringList());
    QCOMPARE(settings.pairDocuments(), QStringList());
    QCOMPARE(settings.recentPrompts(), QStringList({"a", "b"}));
  }

  // It is not damage, and the file's content is used as soon as it can be read.
  void settingsThatCannotBeReadNowAreWaitedFor() {
    QVERIFY(QDir().mkpath(path("studio.ini")));
    {
      Settings settings(path("studio.ini"));
      settings.file()->setRetryAfter(std::chrono::milliseconds(10));
      QVERIFY(settings.problem().isEmpty());
      QVERIFY(settings.file()->trouble().contains(path("studio.ini")));
      settings.setThreads(7);
      QSignalSpy themes(&settings, &Settings::themeChanged);
      write(path("other.ini"), "[%General]\ntheme=dark\n\n[compute]\nthreads=2\n");
      QVERIFY(QDir().rmdir(path("studio.ini")));
      QVERIFY(QFile::rename(path("other.ini"), path("studio.ini")));
      QTRY_VERIFY(themes.count() > 0);
      QVERIFY(settings.theme() == ThemeChoice::Dark);
      QCOMPARE(settings.threads(), 7);
    }
    const Settings again(path("studio.ini"));
    QVERIFY(again.theme() == ThemeChoice::Dark);
    QCOMPARE(again.threads(), 7);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList("studio.ini"));
  }

  void presetsThatCannotBeReadNowAreWaitedFor() {
    const auto file = path("presets.json");
    {
      PresetStore before(file);
      QVERIFY(before.save(Preset::fromValues("Before", {})));
    }
    QVERIFY(QFile::rename(file, path("away")));
    QVERIFY(QDir().mkpath(file));
    {
      PresetStore store(file);
      store.file()->setRetryAfter(std::chrono::milliseconds(10));
      QVERIFY(store.problem().isEmpty());
      QVERIFY(store.file()->trouble().contains(file));
      QVERIFY(store.save(Preset::fromValues("New", {})));
      QVERIFY(QDir().rmdir(file));
      QVERIFY(QFile::rename(path("away"), file));
      QTRY_VERIFY(store.find("Before"));
      QVERIFY(store.find("New"));
    }
    const PresetStore again(file);
    QVERIFY(again.find("Before") && again.find("New"));
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList("presets.json"));
  }
};

QTEST_GUILESS_MAIN(TestKeptSettings)
#include "tst_kept_settings.moc"
