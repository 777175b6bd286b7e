// SPDX-License-Identifier: MIT
#include "settings/settings.h"
#include "settings/settings_dialog.h"
#include "widgets/folder_edit.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QtTest>

using namespace fb;
using namespace fb::ui;

class TestSettings : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
  void cleanupTestCase() { m_theme.reset(); }
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
  }

  void everythingComesBack() {
    {
      Settings settings(file());
      settings.setDevice("cuda:1");
      settings.setDtype(DType::BFloat16);
      settings.setLinearPrecision(LinearPrecision::Fp8);
      settings.setDecodePrecision(DecodePrecision::Bf16);
      settings.setThreads(3);
      settings.setMemoryBudget(12.5);
      settings.setRunsFolder("/a/runs");
      settings.setOutputFolder("/a/out");
      settings.setSaveEvery(5);
      settings.setKeepEvery(4);
      settings.setKeepLimit(7.5);
      settings.setSpaceLimit(120.5);
      settings.setSavesClips(false);
      settings.setStagesExpanded(true);
      settings.setClipsFolder("/a/clips");
      settings.setClipPattern("{seed}/{prompt}, {date}");
      settings.setClipFormat(ExportFormat::WebmVp9);
      settings.setClipQuality(33);
      settings.setLabChoices("Pair \u00e4", {"/a/sweep", .85, "latents", "small", "knee"});
      settings.setLabChoices("Other", {});
      settings.setPerceptualWeights({"/w/dinov2 \u00e4", "/w/lpips.safetensors"});
      settings.setDivergenceKind("conditional-cosine");
      settings.setUnfinishedSweep("/a/sweep");
      settings.setUnfinishedExports({"/a/first, one.mp4", "/a/second.mp4"});
      settings.setUnsavedClips({{7, QString()}, {12, "/a/clip \u00e4.mp4"}});
      settings.setPreview(false);
      settings.setProbe(ProbePolicy::All);
      settings.setLanguage("zh_CN");
      settings.setTheme(ThemeChoice::Light);
      settings.setNotifyWhenDone(false);
      settings.setPairDocuments({"/p/one.json", "/p/two, three.json"});
      settings.setModelFolders({"/models", "/mnt/more, of them"});
      settings.setLastPair("/p/one.json");
      settings.setToldPairs({"/p/two, three.json"});
      settings.setLastRequest("{\"prompt\": \"ä\"}");
      settings.setLastSeedFixed(false);
      settings.setWindowGeometry(QByteArray("\0\1\2", 3));
      settings.setWindowState("state");
      settings.setHistoryGrid(true);
      settings.setWatchedRun(5'000'000'000);
      settings.setBoundariesMoved(true);
      settings.setTourTaken(true);
      settings.addRecentPrompt("a, b\nc");
    }
    QCOMPARE(saved().keys(), storedKeys());
    Settings settings(file());
    QCOMPARE(settings.device(), "cuda:1");
    QVERIFY(settings.dtype() == DType::BFloat16);
    QVERIFY(settings.linearPrecision() == LinearPrecision::Fp8);
    QVERIFY(settings.decodePrecision() == DecodePrecision::Bf16);
    QCOMPARE(settings.toldPairs(), QStringList{"/p/two, three.json"});
    QCOMPARE(settings.threads(), 3);
    QCOMPARE(settings.memoryBudget(), 12.5);
    QCOMPARE(settings.runsFolder(), "/a/runs");
    QCOMPARE(Settings(m_dir->filePath("elsewhere/studio.ini")).runsFolder(), m_dir->filePath("elsewhere/runs"));
    QCOMPARE(settings.outputFolder(), "/a/out");
    QCOMPARE(settings.saveEvery(), 5);
    QCOMPARE(settings.keepEvery(), 4);
    QCOMPARE(settings.keepLimit(), 7.5);
    QCOMPARE(settings.spaceLimit(), 120.5);
    QVERIFY(!settings.savesClips());
    QVERIFY(settings.stagesExpanded());
    QCOMPARE(settings.clipsFolder(), "/a/clips");
    QCOMPARE(settings.clipPattern(), "{seed}/{prompt}, {date}");
    QVERIFY(settings.clipFormat() == ExportFormat::WebmVp9);
    QCOMPARE(settings.clipQuality(), 33);
    QVERIFY(!settings.preview());
    QVERIFY(settings.probe() == ProbePolicy::All);
    QCOMPARE(settings.language(), "zh_CN");
    QVERIFY(settings.theme() == ThemeChoice::Light);
    QVERIFY(!settings.notifyWhenDone());
    QCOMPARE(settings.pairDocuments(), QStringList({"/p/one.json", "/p/two, three.json"}));
    QCOMPARE(settings.modelFolders(), QStringList({"/models", "/mnt/more, of them"}));
    QCOMPARE(settings.lastPair(), "/p/one.json");
    QCOMPARE(settings.lastRequest(), QByteArray("{\"prompt\": \"ä\"}"));
    QVERIFY(!settings.lastSeedFixed());
    QCOMPARE(settings.windowGeometry(), QByteArray("\0\1\2", 3));
    QCOMPARE(settings.windowState(), QByteArray("state"));
    QCOMPARE(settings.labChoices("Pair \u00e4"), (LabChoices{"/a/sweep", .85, "latents", "small", "knee"}));
    QCOMPARE(settings.labChoices("Other"), LabChoices());
    QCOMPARE(settings.labChoices("unknown"), LabChoices());
    QVERIFY((settings.perceptualWeights() == PerceptualWeights{"/w/dinov2 \u00e4", "/w/lpips.safetensors"}));
    QCOMPARE(settings.divergenceKind(), "conditional-cosine");
    QCOMPARE(settings.unfinishedSweep(), "/a/sweep");
    QCOMPARE(settings.unfinishedExports(), QStringList({"/a/first, one.mp4", "/a/second.mp4"}));
    QCOMPARE(settings.unsavedClips(), (QMap<qint64, QString>{{7, QString()}, {12, "/a/clip \u00e4.mp4"}}));
    QVERIFY(settings.historyGrid());
    QCOMPARE(settings.watchedRun(), qint64{5'000'000'000});
    QVERIFY(settings.boundariesMoved());
    QVERIFY(settings.tourTaken());
    QCOMPARE(settings.recentPrompts(), QStringList("a, b\nc"));
  }

  void aDamagedFileIsKeptAndTold() {
    {
      QFile damaged(file());
      QVERIFY(damaged.open(QIODevice::WriteOnly));
      damaged.write("[compute\nthreads\n\x80\x81");
    }
    {
      Settings settings(file());
      QVERIFY2(settings.problem().contains(file()), qPrintable(settings.problem()));
      QCOMPARE(settings.threads(), 0);
      settings.setThreads(2);
    }
    const QFileInfo info(file());
    QCOMPARE(info.dir().entryList({info.fileName() + ".damaged-*"}).size(), 1);
    const Settings again(file());
    QVERIFY(again.problem().isEmpty());
    QCOMPARE(again.threads(), 2);
  }

  void whatIsNoSettingsFileIsKept_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("another kind of text") << QByteArray(R"({"format": "flowblend-presets", "version": 1})");
    QTest::newRow("zeros, as after a power cut") << QByteArray("[compute]\nthreads=\"2\"\n" + QByteArray(100, '\0'));
    QByteArray noise;
    for (int i = 0; i < 3000; ++i) noise += static_cast<char>(i * 37 + i / 7);
    QTest::newRow("noise") << noise;
    QTest::newRow("a line without a value") << QByteArray("[compute]\nthreads=\"2\"\nmemoryBud");
  }
  // QSettings takes what it understands and skips the rest, which would be lost with the next change.
  void whatIsNoSettingsFileIsKept() {
    QFETCH(QByteArray, bytes);
    {
      QFile other(file());
      QVERIFY(other.open(QIODevice::WriteOnly));
      QCOMPARE(other.write(bytes), bytes.size());
    }
    {
      Settings settings(file());
      QVERIFY2(settings.problem().contains(file()), qPrintable(settings.problem()));
      settings.setThreads(3);
    }
    const QFileInfo info(file());
    const auto kept = info.dir().entryList({info.fileName() + ".damaged-*"});
    QCOMPARE(kept.size(), 1);
    QFile aside(info.dir().filePath(kept.first()));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), bytes);
    QCOMPARE(Settings(file()).threads(), 3);
  }

  void aFileThatAPersonHasEditedIsRead() {
    QFile edited(file());
    QVERIFY(edited.open(QIODevice::WriteOnly));
    edited.write("\xef\xbb\xbf; mine\r\n\r\n[compute]\r\nthreads = 3\r\n# two more\r\n[folders]\r\noutput=/a=b\r\n");
    edited.close();
    const Settings settings(file());
    QVERIFY2(settings.problem().isEmpty(), qPrintable(settings.problem()));
    QCOMPARE(settings.threads(), 3);
    QCOMPARE(settings.outputFolder(), QString("/a=b"));
  }

  // Of a space limit that no number can hold, nothing would be left of the history.
  void numbersOutOfRangeMeanDefaults_data() {
    QTest::addColumn<QByteArray>("number");
    for (const char* number : {"inf", "-inf", "nan", "1e300", "99999999999", "-1", "0x10", "", "4 GB"})
      QTest::newRow(*number ? number : "nothing") << QByteArray(number);
  }
  void numbersOutOfRangeMeanDefaults() {
    QFETCH(QByteArray, number);
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("[compute]\nthreads=" + number + "\nmemoryBudget=" + number + "\n[folders]\nkeepEvery=" + number +
                  "\nkeepLimit=" + number + "\nspaceLimit=" + number + "\n[saving]\nquality=" + number +
                  "\n[sampling]\nsaveEvery=" + number + "\n");
    damaged.close();
    const Settings settings(file());
    QVERIFY2(settings.problem().isEmpty(), qPrintable(settings.problem()));
    QCOMPARE(settings.threads(), 0);
    QCOMPARE(settings.memoryBudget(), 0.);
    QCOMPARE(settings.keepEvery(), 0);
    QCOMPARE(settings.keepLimit(), RunOptions().keepLimit);
    QCOMPARE(settings.spaceLimit(), 50.);
    QCOMPARE(settings.clipQuality(), ExportOptions().quality);
    QCOMPARE(settings.saveEvery(), 1);
  }

  void tellsOfChangesOnly() {
    Settings settings(file());
    QSignalSpy threads(&settings, &Settings::threadsChanged);
    settings.setThreads(0);
    QCOMPARE(threads.count(), 0);
    settings.setThreads(2);
    settings.setThreads(2);
    QCOMPARE(threads.count(), 1);
    QSignalSpy prompts(&settings, &Settings::recentPromptsChanged);
    for (const char* prompt : {"one", "two", "one", "  "}) settings.addRecentPrompt(prompt);
    QCOMPARE(settings.recentPrompts(), QStringList({"one", "two"}));
    QCOMPARE(prompts.count(), 3);
    for (int i = 0; i < 100; ++i) settings.addRecentPrompt(QString::number(i));
    QCOMPARE(settings.recentPrompts().size(), 30);
    QCOMPARE(settings.recentPrompts().first(), "99");
  }

  void aDamagedFileMeansDefaults() {
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(
        "[compute]\ndtype=int3\nlinearPrecision=int4\ndecodePrecision=fp4\nthreads=-4\n[folders]\nkeepEvery=-"
        "1\nkeepLimit=much\nspaceLimit=-3\n[saving]"
        "\nformat=png\nquality=101\npattern=\n"
        "[sampling]"
        "\nsaveEvery=x\n[general]\ntheme=pink\n");
    damaged.close();
    Settings settings(file());
    QVERIFY(settings.dtype() == DType::Automatic);
    QVERIFY(settings.linearPrecision() == LinearPrecision::Exact);
    QVERIFY(settings.decodePrecision() == DecodePrecision::Exact);
    QCOMPARE(settings.threads(), 0);
    QCOMPARE(settings.saveEvery(), 1);
    QCOMPARE(settings.keepEvery(), 0);
    QCOMPARE(settings.keepLimit(), 2.);
    QCOMPARE(settings.spaceLimit(), 50.);
    QVERIFY(settings.clipFormat() == ExportFormat::Mp4H264);
    QCOMPARE(settings.clipQuality(), ExportOptions().quality);
    QCOMPARE(settings.clipPattern(), QString("{date}/{prompt} {schedule} {seed}"));
    QVERIFY(settings.theme() == ThemeChoice::System);
  }

  void tabLeadsThroughThePageBeforeTheButtons() {
    Settings settings(file());
    SettingsDialog dialog(&settings, m_theme.get());
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto* pages = find<QListWidget>(dialog, "pageList");
    pages->setFocus();
    QStringList stops;
    for (int press = 0; press < 6; ++press) {
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
      stops << QApplication::focusWidget()->objectName();
    }
    QCOMPARE(stops,
             QStringList({"languageCombo", "themeCombo", "notifyCheck", "restoreButton", "closeButton", "pageList"}));
    pages->setCurrentRow(pages->count() - 1);
    QTest::keyClick(pages, Qt::Key_Tab);
    const auto first = QApplication::focusWidget()->objectName();
    QVERIFY2(first != "restoreButton" && first != "closeButton", qPrintable(first));
    find<QPushButton>(dialog, "restoreButton")->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
    QVERIFY(dialog.findChild<QStackedWidget*>()->isAncestorOf(QApplication::focusWidget()));
  }

  void theDialogAppliesAtOnce() {
    Settings settings(file());
    settings.addRecentPrompt("kept");
    SettingsDialog dialog(&settings, m_theme.get());
    dialog.setDevices({{"cpu", "CPU", 0, 0, 0, {}}, {"cuda:0", "Some GPU", 24ULL << 30, 20ULL << 30, 0, {}}});
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));

    auto* language = find<QComboBox>(dialog, "languageCombo");
    QCOMPARE(language->count(), 8);
    QTest::keyClick(language, Qt::Key_Down);
    QTest::keyClick(language, Qt::Key_Down);
    QCOMPARE(settings.language(), "zh_CN");
    find<QComboBox>(dialog, "themeCombo")->setFocus();
    QTest::keyClick(find<QComboBox>(dialog, "themeCombo"), Qt::Key_End);
    QVERIFY(settings.theme() == ThemeChoice::Dark);
    QTest::mouseClick(find<QCheckBox>(dialog, "notifyCheck"), Qt::LeftButton, {}, QPoint(12, 10));
    QVERIFY(!settings.notifyWhenDone());

    auto* pages = find<QListWidget>(dialog, "pageList");
    QTest::keyClick(pages, Qt::Key_Down);
    QVERIFY(find<QComboBox>(dialog, "deviceCombo")->isVisible());
    QTest::keyClick(find<QComboBox>(dialog, "deviceCombo"), Qt::Key_End);
    QCOMPARE(settings.device(), "cuda:0");
    QTest::keyClick(find<QComboBox>(dialog, "dtypeCombo"), Qt::Key_Down);
    QVERIFY(settings.dtype() == DType::Float32);
    QTest::keyClick(find<QComboBox>(dialog, "dtypeCombo"), Qt::Key_Down);
    QVERIFY(settings.dtype() == DType::BFloat16);
    QTest::keyClick(find<QComboBox>(dialog, "productsCombo"), Qt::Key_Down);
    QVERIFY(settings.linearPrecision() == LinearPrecision::Fp8);
    QTest::keyClick(find<QComboBox>(dialog, "decodingCombo"), Qt::Key_Down);
    QVERIFY(settings.decodePrecision() == DecodePrecision::Tf32);
    QTest::keyClick(find<QComboBox>(dialog, "decodingCombo"), Qt::Key_Down);
    QVERIFY(settings.decodePrecision() == DecodePrecision::Bf16);
    QVERIFY(find<QComboBox>(dialog, "decodingCombo")->currentText().startsWith("bfloat16"));

    pages->setCurrentRow(2);
    auto* save = find<QSpinBox>(dialog, "saveEverySpin");
    QTest::keyClick(save, Qt::Key_Up);
    QCOMPARE(settings.saveEvery(), 2);

    pages->setCurrentRow(3);
    auto* path = find<FolderEdit>(dialog, "runsFolder")->findChild<QLineEdit*>("pathEdit");
    path->selectAll();
    QTest::keyClicks(path, "/somewhere/runs");
    QTest::keyClick(path, Qt::Key_Tab);
    QCOMPARE(settings.runsFolder(), "/somewhere/runs");
    path->selectAll();
    QTest::keyClicks(path, "relative");
    find<FolderEdit>(dialog, "outputFolder")->setFocus();
    QTest::keyClick(path, Qt::Key_Return);
    QCOMPARE(settings.runsFolder(), "/somewhere/runs");

    for (const bool isAgreed : {false, true}) {
      QTest::mouseClick(find<QPushButton>(dialog, "restoreButton"), Qt::LeftButton);
      auto* box = dialog.findChild<QMessageBox*>("restoreDefaultsQuestion");
      QVERIFY(box && box->isVisible());
      QCOMPARE(settings.saveEvery(), 2);
      for (auto* button : box->buttons())
        if (box->buttonRole(button) == (isAgreed ? QMessageBox::DestructiveRole : QMessageBox::RejectRole))
          QTest::mouseClick(button, Qt::LeftButton);
      QTRY_VERIFY(!dialog.findChild<QMessageBox*>("restoreDefaultsQuestion"));
      QCOMPARE(settings.saveEvery(), isAgreed ? 1 : 2);
    }
    QCOMPARE(save->value(), 1);
    QCOMPARE(settings.language(), QString());
    QCOMPARE(find<QComboBox>(dialog, "deviceCombo")->currentIndex(), 0);
    QCOMPARE(settings.recentPrompts(), QStringList("kept"));
  }

  // As in an export: the same number means other things for other encoders.
  void theQualityOfSavedClipsIsAlsoTheEncodersOwnNumber() {
    Settings settings(file());
    SettingsDialog dialog(&settings, m_theme.get());
    auto* quality = dialog.findChild<QSpinBox*>("clipQualitySpin");
    auto* format = dialog.findChild<QComboBox*>("clipFormatCombo");
    QVERIFY(quality && format);
    const auto choose = [&](ExportFormat chosen) {
      format->setCurrentIndex(format->findData(static_cast<int>(chosen)));
    };
    for (const auto chosen : {ExportFormat::Mp4Av1, ExportFormat::Mp4H264}) {
      choose(chosen);
      quality->setValue(40);
      QVERIFY(quality->isEnabled());
      QCOMPARE(quality->text(), QString::fromUtf8("40 · CRF %1").arg(rateFactorFor(chosen, 40)));
    }
    choose(ExportFormat::Gif);
    QVERIFY(!quality->isEnabled());
    QCOMPARE(quality->text(), QString("40"));
    choose(ExportFormat::Mp4H264);
    QCOMPARE(settings.clipQuality(), 40);
  }

  void everyControlOfTheDialogIsSaved() {
    Settings settings(file());
    SettingsDialog dialog(&settings, m_theme.get());
    dialog.setDevices({{"cpu", "CPU", 0, 0, 0, {}}, {"cuda:0", "Some GPU", 24ULL << 30, 20ULL << 30, 0, {}}});
    auto* pages = dialog.findChild<QStackedWidget*>();
    int controls = 0;
    const auto expectSaved = [&](const QWidget* control, const auto& change) {
      QVERIFY(settings.file()->flush());
      const auto before = saved();
      change();
      ++controls;
      QVERIFY(settings.file()->flush());
      QVERIFY2(saved() != before, qPrintable(control->objectName()));
    };
    for (auto* combo : pages->findChildren<QComboBox*>())
      expectSaved(combo, [combo] { combo->setCurrentIndex(combo->count() - 1); });
    for (auto* check : pages->findChildren<QCheckBox*>()) expectSaved(check, [check] { check->toggle(); });
    for (auto* spin : pages->findChildren<QAbstractSpinBox*>()) expectSaved(spin, [spin] { spin->stepUp(); });
    for (auto* folder : pages->findChildren<FolderEdit*>())
      expectSaved(folder, [folder] {
        auto* path = folder->findChild<QLineEdit*>("pathEdit");
        path->setText("/elsewhere");
        Q_EMIT path->editingFinished();
      });
    QCOMPARE(controls, 21);
  }

  void aDeviceThatIsGoneStaysChosen() {
    Settings settings(file());
    settings.setDevice("cuda:7");
    SettingsDialog dialog(&settings, m_theme.get());
    dialog.setDevices({{"cpu", "CPU", 0, 0, 0, {}}});
    QCOMPARE(find<QComboBox>(dialog, "deviceCombo")->currentData().toString(), "cuda:7");
    QCOMPARE(settings.device(), "cuda:7");
  }

  void automaticNamesWhatItChooses() {
    Settings settings(file());
    SettingsDialog dialog(&settings, m_theme.get());
    const auto* device = find<QComboBox>(dialog, "deviceCombo");
    const auto* dtype = find<QComboBox>(dialog, "dtypeCombo");
    // Nothing is known before the engine has reported its devices.
    QCOMPARE(device->itemText(0), "Automatic");
    QCOMPARE(dtype->itemText(0), "Automatic");
    const DeviceInfo processor{"cpu", "A processor", 8, 8, 0, {}};
    const DeviceInfo older{"cuda:0", "Older GPU", 8ULL << 30, 8ULL << 30, 75, {}};
    const DeviceInfo freest{"cuda:1", "Freest GPU", 24ULL << 30, 20ULL << 30, 89, {}};
    const DeviceInfo full{"cuda:2", "Last GPU", 24ULL << 30, 1ULL << 30, 89, {}};
    dialog.setDevices({processor, older, freest, full});
    QCOMPARE(device->currentIndex(), 0);
    for (int i = 0; i < device->count(); ++i)
      QVERIFY(device->view()->minimumWidth() >= device->fontMetrics().horizontalAdvance(device->itemText(i)));
    QVERIFY2(device->itemText(0).contains("Freest GPU"), qPrintable(device->itemText(0)));
    QVERIFY2(dtype->itemText(0).contains("bfloat16"), qPrintable(dtype->itemText(0)));
    settings.setDevice("cuda:0");
    QVERIFY2(dtype->itemText(0).contains("float16 "), qPrintable(dtype->itemText(0)));
    QVERIFY2(!dtype->itemText(0).contains("bfloat16"), qPrintable(dtype->itemText(0)));
    settings.setDevice("cpu");
    QVERIFY2(dtype->itemText(0).contains("float32"), qPrintable(dtype->itemText(0)));
    settings.setDevice("cuda:7");
    QCOMPARE(dtype->itemText(0), "Automatic");
  }

  void aDeviceThatCannotBeUsedSaysWhy() {
    Settings settings(file());
    SettingsDialog dialog(&settings, m_theme.get());
    const auto* device = find<QComboBox>(dialog, "deviceCombo");
    dialog.setDevices({{"cpu", "A processor", 8, 8, 0, {}}, {"cuda:0", "Some GPU", 8, 8, 89, "the driver is too old"}});
    QVERIFY2(device->itemText(0).contains("A processor"), qPrintable(device->itemText(0)));
    QCOMPARE(device->itemText(2), "Some GPU (cannot be used)");
    QCOMPARE(device->itemData(2, Qt::ToolTipRole).toString(), "the driver is too old");
    QVERIFY2(device->toolTip().contains("Some GPU cannot be used: the driver is too old"),
             qPrintable(device->toolTip()));
    dialog.setDevices({{"cpu", "A processor", 8, 8, 0, {}}});
    QVERIFY2(!device->toolTip().contains("cannot be used"), qPrintable(device->toolTip()));
  }

private:
  template <class T>
  static T* find(QWidget& in, const char* name) {
    auto* found = in.findChild<T*>(name);
    if (!found) qFatal("no %s", name);
    return found;
  }
  QString file() const { return m_dir->filePath("settings.ini"); }
  QMap<QString, QVariant> saved() const {
    const QSettings settings(file(), QSettings::IniFormat);
    QMap<QString, QVariant> values;
    for (const auto& key : settings.allKeys()) values[key] = settings.value(key);
    return values;
  }
  // Taken from the program's source, so that a new one cannot be forgotten here.
  static QStringList storedKeys() {
    QFile source(qEnvironmentVariable("FB_SOURCE_DIR") + "/ui/settings/settings.cpp");
    if (!source.open(QIODevice::ReadOnly)) qFatal("no source");
    static const QRegularExpression stored("store\\(\"([^\"]+)\"");
    QStringList keys;
    for (auto at = stored.globalMatch(QString::fromUtf8(source.readAll())); at.hasNext();)
      keys << at.next().captured(1);
    keys.sort();
    return keys;
  }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_MAIN(TestSettings)
#include "tst_settings.moc"
