// SPDX-License-Identifier: MIT
// Export presets on disk.
#include "export/export_presets.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace fb;
using namespace fb::ui;

class TestExportPresets : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyValueSurvives() {
    const QTemporaryDir folder;
    const auto file = folder.filePath("sub/presets.json");
    std::vector<ExportPreset> presets;
    for (const auto format : kExportFormats) {
      ExportChoice choice;
      choice.format = format;
      choice.rateFactor = rateFactorsOf(format) ? 7 : 0;
      choice.scalePercent = 150;
      choice.fps = 23.976;
      choice.rateChange = RateChange::Blend;
      choice.crop = Crop{9, 16, .25, 1};
      choice.boomerang = true;
      choice.plays = 12;
      if (rateFactorsOf(format)) choice.maxMegabytes = 9.5;
      choice.loops = 3;
      choice.keepsSettings = false;
      presets.push_back({QString::fromUtf8(toString(format).data()), choice});
    }
    presets.push_back({"as it is", {}});
    {
      ExportPresetStore store(file);
      QVERIFY(store.presets().empty());
      for (const auto& preset : presets) QVERIFY(store.save(preset));
      QVERIFY(store.file()->flush());
    }
    const ExportPresetStore again(file);
    QVERIFY(again.problem().isEmpty());
    QCOMPARE(again.presets().size(), presets.size());
    for (std::size_t i = 0; i < presets.size(); ++i) {
      QCOMPARE(again.presets()[i].name, presets[i].name);
      QCOMPARE(again.presets()[i].toJson(), presets[i].toJson());
      QVERIFY(again.presets()[i].choice == presets[i].choice);
    }
    QCOMPARE(QDir(folder.filePath("sub")).entryList(QDir::Files), QStringList("presets.json"));
  }

  void valuesThatAreNotValidAreRefused_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("no name") << "name" << QJsonValue(" ");
    QTest::newRow("unknown format") << "format" << QJsonValue("avi");
    QTest::newRow("CRF of another encoder") << "crf" << QJsonValue(52);
    QTest::newRow("half a CRF") << "crf" << QJsonValue(20.5);
    QTest::newRow("rate of zero") << "fps" << QJsonValue(0);
    QTest::newRow("rate as text") << "fps" << QJsonValue("24");
    QTest::newRow("unknown change of rate") << "fps_mode" << QJsonValue("guess");
    QTest::newRow("far too large") << "scale" << QJsonValue(100'000);
    QTest::newRow("negative loops") << "loops" << QJsonValue(-1);
    QTest::newRow("not a shape") << "crop" << QJsonValue("golden");
    QTest::newRow("shape as a number") << "crop" << QJsonValue(1);
    QTest::newRow("focus of one number") << "crop_focus" << QJsonValue(QJsonArray{.5});
    QTest::newRow("focus outside") << "crop_focus" << QJsonValue(QJsonArray{.5, 1.5});
    QTest::newRow("boomerang as a number") << "boomerang" << QJsonValue(1);
    QTest::newRow("never played") << "plays" << QJsonValue(0);
    QTest::newRow("played too often") << "plays" << QJsonValue(1001);
    QTest::newRow("limit of zero") << "max_mb" << QJsonValue(0);
    QTest::newRow("limit as text") << "max_mb" << QJsonValue("10");
    QTest::newRow("not a flag") << "keep_settings" << QJsonValue(1);
  }
  void valuesThatAreNotValidAreRefused() {
    QFETCH(QString, key);
    QFETCH(QJsonValue, value);
    ExportChoice choice;
    choice.crop = Crop{1, 1};
    auto object = ExportPreset{"mine", choice}.toJson();
    QVERIFY(ExportPreset::fromJson(object));
    object[key] = value;
    QVERIFY(!ExportPreset::fromJson(object));
  }

  void aPresetOfAnEarlierVersionExportsTheClipAsItIs() {
    const QJsonObject earlier{{"name", "mine"},       {"format", "mp4-h264"}, {"fps_mode", "repeat"},
                              {"scale", 200},         {"loops", 0},           {"crf", 20},
                              {"keep_settings", true}};
    const auto preset = ExportPreset::fromJson(earlier);
    QVERIFY(preset);
    QVERIFY(!preset->choice.crop && !preset->choice.boomerang && preset->choice.plays == 1);
    QVERIFY(!preset->choice.maxMegabytes);
    QCOMPARE(preset->toJson(), earlier);
  }

  void aDamagedFileIsKept() {
    const QTemporaryDir folder;
    const auto file = folder.filePath("presets.json");
    const QByteArray content = "{\"presets\": [" + QJsonDocument(ExportPreset{"mine", {}}.toJson()).toJson() + ", {]";
    const auto whole = "{\"presets\": [" + QJsonDocument(ExportPreset{"mine", {}}.toJson()).toJson() + ", {}]}";
    for (const auto& [bytes, left] : {std::pair(content, 0), std::pair(whole, 1)}) {
      QFile written(file);
      QVERIFY(written.open(QIODevice::WriteOnly) && written.write(bytes) == bytes.size());
      written.close();
      ExportPresetStore store(file);
      QVERIFY2(store.problem().contains(file), qPrintable(store.problem()));
      QCOMPARE(store.presets().size(), std::size_t(left));
      const auto kept = QDir(folder.path()).entryList({"presets.json.damaged-*"}, QDir::Files, QDir::Time);
      QVERIFY(!kept.isEmpty());
      QFile aside(folder.filePath(kept.first()));
      QVERIFY(aside.open(QIODevice::ReadOnly));
      QCOMPARE(aside.readAll(), bytes);
      aside.close();
      QVERIFY(aside.remove());
    }
  }

  void aNewerFileIsLeftToTheNewerProgram() {
    const QTemporaryDir folder;
    const auto file = folder.filePath("presets.json");
    const auto content = "{\"version\": 2, \"presets\": [" + QJsonDocument(ExportPreset{"mine", {}}.toJson()).toJson() +
                         ", {\"name\": \"later\", \"format\": \"hologram\"}]}";
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(content) == content.size());
    written.close();
    {
      ExportPresetStore store(file);
      QVERIFY2(store.problem().contains(file) && store.problem().contains("newer"), qPrintable(store.problem()));
      QCOMPARE(store.presets().size(), std::size_t(1));
      QSignalSpy failed(&store, &ExportPresetStore::failed);
      QVERIFY(store.save({"another", {}}));
      QCOMPARE(failed.count(), 1);
    }
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), content);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList("presets.json"));
  }

  void whatCannotBeMovedIsNotOverwritten() {
    ExportPresetStore store("/proc/version");
    QVERIFY(!store.problem().isEmpty());
    QSignalSpy failed(&store, &ExportPresetStore::failed);
    QVERIFY(store.save({"mine", {}}));
    QCOMPARE(failed.count(), 1);
  }

  void namesAreUnique() {
    const QTemporaryDir folder;
    ExportPresetStore store(folder.filePath("presets.json"));
    QVERIFY(!store.save({"  ", {}}));
    QVERIFY(store.save({"one", {}}));
    QVERIFY(store.save({"two", {}}));
    QVERIFY(!store.rename("one", "two"));
    QVERIFY(!store.rename("one", ""));
    QVERIFY(!store.rename("none", "three"));
    QVERIFY(store.rename("one", "three"));
    QVERIFY(!store.remove("one"));
    QVERIFY(store.remove("two"));
    QCOMPARE(store.presets().size(), std::size_t(1));
    QCOMPARE(store.presets().front().name, QString("three"));
  }
};

QTEST_GUILESS_MAIN(TestExportPresets)
#include "tst_export_presets.moc"
