// SPDX-License-Identifier: MIT
// What the Studio keeps, on a disk that is full to within a size that differs each time: nothing that was there is
// harmed, and as soon as there is room, all that was to be saved is saved, without a restart. FB_SMALL_DISK names the
// disk, a few megabytes that are this program's alone; full_disk.py makes one. FB_SIZES: how many sizes.
#include "history_of.h"
#include "plain_run.h"
#include "prompt/preset_store.h"
#include "runs/run_store.h"
#include "settings/settings.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

#include <sys/statvfs.h>

using namespace fb;
using namespace fb::ui;

namespace {

constexpr int kRuns = 20;
constexpr int kPresets = 200;
constexpr auto kRetry = std::chrono::milliseconds(10);

// Takes all room but some pages, until it goes.
class Filler {
public:
  Filler(const QString& disk, int pagesLeft) : m_file(QDir(disk).filePath("filler")) {
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) qFatal("cannot fill the disk");
    struct statvfs space {};
    if (::statvfs(disk.toUtf8().constData(), &space) != 0) qFatal("cannot look at the disk");
    const auto pages = static_cast<qint64>(space.f_bavail) - pagesLeft;
    const QByteArray page(static_cast<int>(space.f_bsize), 'x');
    for (qint64 i = 0; i < pages; ++i)
      if (m_file.write(page) != page.size()) qFatal("the disk is smaller than it says");
  }
  ~Filler() { m_file.remove(); }

private:
  QFile m_file;
};

}  // namespace

class StudioFullDisk : public QObject {
  Q_OBJECT
private:
  const QString m_disk = qEnvironmentVariable("FB_SMALL_DISK");
  QString path(const char* name) const { return QDir(m_disk).filePath(QLatin1String(name)); }
  int m_failed = 0;

  QStringList files() const {
    return QDir(m_disk).entryList(QDir::Files | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
  }
  static void sizes() {
    QTest::addColumn<int>("pages");
    const int count = qEnvironmentVariableIntValue("FB_SIZES");
    for (int pages = 0; pages < std::max(count, 5); ++pages) QTest::addRow("%d pages", pages) << pages;
  }

private Q_SLOTS:
  void initTestCase() { QVERIFY2(QFileInfo(m_disk).isDir(), "FB_SMALL_DISK names no folder"); }
  void init() {
    for (const auto& name : files()) QVERIFY(QFile::remove(QDir(m_disk).filePath(name)));
    m_failed = 0;
  }

  void theStoreRecovers_data() { sizes(); }
  void theStoreRecovers() {
    QFETCH(int, pages);
    // Every second store is there already.
    const int before = pages % 2 == 1 ? 3 : 0;
    const auto file = path("studio.sqlite");
    if (before > 0) {
      RunStore store(file);
      for (RunId id = 1; id <= before; ++id) store.save(plainRun(id, RunState::Finished));
      QVERIFY(store.flush());
    }
    {
      auto filler = std::make_unique<Filler>(m_disk, pages);
      RunStore store(file);
      store.setRetryAfter(kRetry);
      store.awaitOpening();
      for (int i = 0; i < kRuns; ++i) {
        auto record = plainRun(store.newId(), RunState::Finished);
        record.request.clip.prompt = std::string(4000, 'p');
        store.save(record);
        store.appendStep(record.id, {});
        if (!store.flush()) {
          QVERIFY2(store.trouble().contains(file), qPrintable(store.trouble()));
          ++m_failed;
        }
      }
      QVERIFY(store.loss().isEmpty());
      filler.reset();
      QTRY_VERIFY(store.flush() && store.isOpen());
      QTRY_VERIFY(store.trouble().isEmpty());
      QVERIFY2(store.loss().isEmpty(), qPrintable(store.loss()));
    }
    RunStore again(file);
    const auto saved = historyOf(again);
    QVERIFY(saved.has_value());
    QCOMPARE(saved->size(), std::size_t(before + kRuns));
    QVERIFY2(files() == QStringList("studio.sqlite") ||
                 files() == QStringList({"studio.sqlite", "studio.sqlite-shm", "studio.sqlite-wal"}),
             qPrintable(files().join(QLatin1Char(' '))));
    qInfo("%d of %d writes failed", m_failed, kRuns);
  }

  void settingsAndPresetsRecover_data() { sizes(); }
  void settingsAndPresetsRecover() {
    QFETCH(int, pages);
    const bool isOld = pages % 2 == 1;
    if (isOld) {
      Settings settings(path("studio.ini"));
      settings.setSaveEvery(7);
      PresetStore presets(path("presets.json"));
      QVERIFY(presets.save(Preset::fromValues("Old", {})));
    }
    // As large as to need more pages than there are, for a while.
    const QByteArray request(240'000, 'r');
    {
      auto filler = std::make_unique<Filler>(m_disk, pages);
      Settings settings(path("studio.ini"));
      PresetStore presets(path("presets.json"));
      QVERIFY(settings.problem().isEmpty() && presets.problem().isEmpty());
      for (auto* file : {settings.file(), presets.file()}) file->setRetryAfter(kRetry);
      settings.setLastRequest(request);
      settings.setThreads(5);
      for (int i = 0; i < kPresets; ++i) QVERIFY(presets.save(Preset::fromValues(QStringLiteral("New %1").arg(i), {})));
      for (auto* file : {settings.file(), presets.file()})
        if (!file->flush()) {
          ++m_failed;
          QVERIFY2(file->trouble().contains(file->path()), qPrintable(file->trouble()));
        }
      // Whole, whichever of the states that they were in.
      if (isOld) {
        QVERIFY(contentOf("studio.ini").contains("saveEvery"));
        QVERIFY(QJsonDocument::fromJson(contentOf("presets.json")).isObject());
        QVERIFY(contentOf("presets.json").contains("\"Old\""));
      }
      filler.reset();
      QTRY_VERIFY(settings.file()->flush() && presets.file()->flush());
      QTRY_VERIFY(settings.file()->trouble().isEmpty() && presets.file()->trouble().isEmpty());
    }
    const Settings settings(path("studio.ini"));
    QCOMPARE(settings.lastRequest(), request);
    QCOMPARE(settings.threads(), 5);
    const PresetStore presets(path("presets.json"));
    for (int i = 0; i < kPresets; ++i) QVERIFY(presets.find(QStringLiteral("New %1").arg(i)));
    if (isOld) {
      QCOMPARE(settings.saveEvery(), 7);
      QVERIFY(presets.find("Old"));
    }
    QCOMPARE(files(), QStringList({"presets.json", "studio.ini"}));
    qInfo("%d of 2 writes failed", m_failed);
  }

private:
  QByteArray contentOf(const char* name) const {
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
  }
};

QTEST_GUILESS_MAIN(StudioFullDisk)
#include "studio_full_disk.moc"
