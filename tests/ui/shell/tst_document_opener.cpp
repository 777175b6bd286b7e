// SPDX-License-Identifier: MIT
#include "shell/document_opener.h"

#include "desk.h"
#include "prompt/preset_store.h"

#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QUrl>

using namespace fb;
using namespace fb::ui;

class TestDocumentOpener : public QObject {
  Q_OBJECT
private:
  struct OpenerDesk : Desk {
    DocumentOpener documents{{&window, &studio, &settings, &pair, &request, &promptPanel, &clip, &announcer}};

    // A clip file as the engine writes it.
    QString writeClip(const char* name, const std::string& metadata, int frames = 9) {
      struct Silent : EventSink {
        void phaseStarted(Phase) override {}
        void stepFinished(const StepReport&) override {}
        void previewReady(int, const Clip&) override {}
        void progress(Phase, double) override {}
        void warning(const std::string&) override {}
      } sink;
      const auto file = folder.filePath(name);
      ExportOptions options;
      options.metadata = metadata;
      RunControl control;
      const auto written = FakeEngine::clipOf(defaultRequest(FakeEngine::testPair()), frames);
      if (!engine->exportClip(written, file.toStdString(), options, sink, control)) return QString();
      return file;
    }
    QString write(const QString& name, const QByteArray& content) {
      QFile file(folder.filePath(name));
      if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("%s", qPrintable(name));
      return file.fileName();
    }
    std::string settingsWith(const char* prompt) {
      auto asked = defaultRequest(FakeEngine::testPair());
      asked.clip.prompt = prompt;
      return toJson(asked, true);
    }
    void usePairThatTakesImages() {
      auto ltx = FakeEngine::testPair();
      ltx.name = "LTX";
      ltx.family = Family("ltx");
      pair.choose(ltx);
    }
  };

private Q_SLOTS:
  void waitsForTheEngine() {
    OpenerDesk desk;
    const auto file = desk.writeClip("star.mp4", desk.settingsWith("a star"));
    desk.documents.open(file);
    QVERIFY(!desk.clip.isWhole());
    QVERIFY(desk.start());
    QTRY_VERIFY(desk.clip.isWhole());
    QCOMPARE(desk.prompt(), QString("a star"));
  }

  void takesTheSettingsOfAClip() {
    OpenerDesk desk;
    QVERIFY(desk.start());
    desk.documents.open(desk.writeClip("star.mp4", desk.settingsWith("a star")));
    QTRY_COMPARE(desk.prompt(), QString("a star"));
    QCOMPARE(desk.clip.shown().title, QString("star.mp4"));
    QCOMPARE(desk.clip.shown().request->clip.prompt, std::string("a star"));
    QCOMPARE(desk.clip.shown().run, RunId(0));
    QVERIFY2(desk.status.currentMessage().contains("star.mp4"), qPrintable(desk.status.currentMessage()));
  }

  void showsAClipWithoutSettings_data() {
    QTest::addColumn<std::string>("metadata");
    QTest::addColumn<bool>("isError");
    QTest::newRow("none") << std::string() << false;
    QTest::newRow("another program's text") << std::string("Made with love") << false;
    QTest::newRow("another program's settings") << std::string("{\"text\": \"a cat\", \"seed\": 1}") << false;
    QTest::newRow("another program's broken prompt") << std::string("{\"prompt\": \"a cat") << false;
    QTest::newRow("unreadable") << std::string("{\"made_with\": \"FlowBlending Studio 0.1\", \"prompt\": 7}") << true;
  }
  void showsAClipWithoutSettings() {
    QFETCH(std::string, metadata);
    QFETCH(bool, isError);
    OpenerDesk desk;
    QVERIFY(desk.start());
    desk.documents.open(desk.writeClip("plain.mp4", metadata));
    QTRY_VERIFY(desk.clip.isWhole());
    QVERIFY(!desk.clip.shown().request);
    QCOMPARE(desk.prompt(), QString("a red square moves right"));
    const auto told = isError ? desk.notice.text() : desk.status.currentMessage();
    QVERIFY2(told.contains("plain.mp4"), qPrintable(told));
    QCOMPARE(desk.notice.text().isEmpty(), !isError);
  }

  void offersThePromptOfAnotherProgram() {
    OpenerDesk desk;
    QVERIFY(desk.start());
    const std::string comment = R"({"prompt": "a <b>cat</b>\nwalks", "resolution": "832x480", "seed": 1})";
    desk.documents.open(desk.writeClip("foreign.mp4", comment));
    QTRY_VERIFY(desk.clip.isWhole());
    QVERIFY(!desk.clip.shown().request);
    QVERIFY2(desk.status.currentMessage().contains("foreign.mp4"), qPrintable(desk.status.currentMessage()));
    QCOMPARE(desk.prompt(), QString("a red square moves right"));
    auto* use = desk.notice.findChild<QPushButton*>("noticeAction");
    QVERIFY(!use->isHidden());
    QCOMPARE(use->text(), QString("Use its prompt"));
    const auto before = desk.request.request();
    use->click();
    QCOMPARE(desk.prompt(), QString("a <b>cat</b>\nwalks"));
    auto expected = before;
    expected.clip.prompt = "a <b>cat</b>\nwalks";
    QVERIFY(desk.request.request() == expected);
    QVERIFY(desk.notice.text().isEmpty());
    desk.promptPanel.findChild<QPlainTextEdit*>("promptEdit")->undo();
    QCOMPARE(desk.prompt(), QString("a red square moves right"));
  }

  void theClipsOfAListAreQueuedOnceTheUserAgrees_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("steps");
    QTest::newRow("lines") << "prompts.txt" << QByteArray("a {red|green} star\n\na blue ring\n") << 0;
    QTest::newRow("table") << "Table.CSV" << QByteArray("prompt,steps\na red star,4\na green star,4\na blue ring,4\n")
                           << 4;
  }
  void theClipsOfAListAreQueuedOnceTheUserAgrees() {
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(int, steps);
    OpenerDesk desk;
    QVERIFY(desk.start());
    desk.studio.runner()->pauseQueue();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(desk.write(name, content))});
    desk.documents.open(dropped);
    QTRY_VERIFY2(desk.notice.text().contains("lists 3 clip") && desk.notice.text().contains(name),
                 qPrintable(desk.notice.text()));
    auto* queue = desk.studio.queue();
    QCOMPARE(queue->rowCount(), 0);
    desk.engine->steps.close();
    desk.notice.findChild<QPushButton*>("noticeAction")->click();
    QCOMPARE(queue->rowCount(), 3);
    // Nothing was paused on purpose.
    QVERIFY(!desk.studio.runner()->isHeld());
    const auto shown = desk.request.request();
    const char* prompts[] = {"a red star", "a green star", "a blue ring"};
    for (int row = 0; row < 3; ++row) {
      const auto& asked = queue->at(row).request;
      QCOMPARE(asked.clip.prompt, std::string(prompts[row]));
      QCOMPARE(asked.sampling.schedule.steps, steps > 0 ? steps : shown.sampling.schedule.steps);
      QCOMPARE(asked.clip.width, shown.clip.width);
      QCOMPARE(asked.sampling.seed, shown.sampling.seed);
    }
    QVERIFY(desk.notice.text().isEmpty());
    // What is in the panels stays.
    QCOMPARE(desk.prompt(), QString("a red square moves right"));
    desk.engine->steps.open();
  }

  void aMistakeInAListIsToldWithItsLine_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("told");
    QTest::newRow("not a number") << QByteArray("prompt,steps\na star,4\na ring,many\n") << "3";
    QTest::newRow("refused by the engine")
        << QByteArray("prompt,width\na star,64\na ring,64\nrefuse this,64\n") << "Line 4: the engine refuses this";
    QTest::newRow("no lines") << QByteArray("prompt\n") << "list.csv";
  }
  void aMistakeInAListIsToldWithItsLine() {
    QFETCH(QByteArray, content);
    QFETCH(QString, told);
    OpenerDesk desk;
    QVERIFY(desk.start());
    desk.documents.open(desk.write("list.csv", content));
    QTRY_VERIFY2(desk.notice.text().contains(told), qPrintable(desk.notice.text()));
    QCOMPARE(desk.studio.queue()->rowCount(), 0);
    const auto* button = desk.notice.findChild<QPushButton*>("noticeAction");
    QVERIFY(!button || button->isHidden());
  }

  void aListThatNobodyCouldLookThroughIsNotQueued() {
    OpenerDesk desk;
    QVERIFY(desk.start());
    QByteArray lines;
    for (int i = 0; i <= 1000; ++i) lines += "star " + QByteArray::number(i) + '\n';
    desk.documents.open(desk.write("many.txt", lines));
    QTRY_VERIFY2(desk.notice.text().contains("Divide the list"), qPrintable(desk.notice.text()));
    QVERIFY(desk.notice.text().contains("1,001"));
    QCOMPARE(desk.studio.queue()->rowCount(), 0);
  }

  void tellsWhatIsNoClip() {
    OpenerDesk desk;
    QVERIFY(desk.start());
    desk.documents.open("/nowhere/broken.mp4");
    QTRY_VERIFY2(desk.notice.text().contains("broken.mp4"), qPrintable(desk.notice.text()));
    QVERIFY(!desk.clip.isWhole());
  }

  // Otherwise it would seem to be about the clip below it.
  void anErrorGoesWithTheNextFileThatOpens() {
    OpenerDesk desk;
    QVERIFY(desk.start());
    desk.announcer.warn([] { return QStringLiteral("a warning"); });
    desk.documents.open("/nowhere/broken.mp4");
    QTRY_VERIFY2(desk.notice.text().contains("broken.mp4"), qPrintable(desk.notice.text()));
    desk.documents.open("/nowhere/also-broken.mp4");
    QTRY_VERIFY2(desk.notice.text().contains("also-broken.mp4"), qPrintable(desk.notice.text()));
    desk.documents.open(desk.writeClip("star.mp4", desk.settingsWith("a star")));
    QTRY_VERIFY(desk.clip.isWhole());
    // What is no error stays.
    QCOMPARE(desk.notice.text(), QString("a warning"));
  }

  void aLateClipDoesNotReplaceANewerOne() {
    OpenerDesk desk;
    QVERIFY(desk.start());
    const auto slow = desk.writeClip("slow.mp4", desk.settingsWith("slow"));
    const auto quick = desk.writeClip("quick.mp4", desk.settingsWith("quick"));
    desk.engine->hold(slow.toStdString());
    desk.documents.open(slow);
    desk.documents.open(quick);
    QTRY_COMPARE(desk.prompt(), QString("quick"));
    desk.engine->release(slow.toStdString());
    QVERIFY(desk.settleAll());
    QCOMPARE(desk.prompt(), QString("quick"));
    QCOMPARE(desk.clip.shown().title, QString("quick.mp4"));
  }

  void aDroppedDocumentComesIntoUse() {
    OpenerDesk desk;
    QVERIFY(desk.start());
    auto other = FakeEngine::testPair();
    other.name = "Another";
    other.large = "/nowhere/another";
    desk.engine->giveDocument("/pairs/another.json", other);
    QMimeData dropped;
    dropped.setUrls({QUrl("https://nowhere.invalid/clip.mp4"), QUrl::fromLocalFile("/pairs/another.json")});
    desk.documents.open(dropped);
    QTRY_COMPARE(desk.pair.pair().name, std::string("Another"));
    QVERIFY(desk.notice.text().isEmpty());
  }

  void aProfileIsNoPair() {
    OpenerDesk desk;
    QVERIFY(desk.start());
    QSignalSpy opened(&desk.documents, &DocumentOpener::profileOpened);
    QFile file(desk.folder.filePath("divergence.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\n  \"format\": \"flowblend-probe\",\n  \"version\": 1\n}\n");
    file.close();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(file.fileName())});
    desk.documents.open(dropped);
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(opened.front().front().toString(), file.fileName());
    QVERIFY(desk.notice.text().isEmpty());
  }

  void presetsAreNoPair() {
    OpenerDesk desk;
    QVERIFY(desk.start());
    QSignalSpy opened(&desk.documents, &DocumentOpener::presetsOpened);
    const auto document = PresetStore::documentOf(Preset::fromValues("Mine", {}));
    desk.documents.open(desk.write("mine.json", document));
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toString(), QString("mine.json"));
    QCOMPARE(opened[0][1].toByteArray(), document);
    QVERIFY(desk.notice.text().isEmpty());
  }

  void lorasGoToTheModelThatTheyFit() {
    OpenerDesk desk;
    QVERIFY(desk.start());
    const auto file = [&](const char* name) {
      QFile made(desk.folder.filePath(name));
      return made.open(QIODevice::WriteOnly) ? made.fileName() : QString();
    };
    const auto loras = [&] { return desk.request.request().sampling.loras; };
    const auto large = file("a-lora.safetensors"), small = file("small-lora.safetensors");
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(large), QUrl::fromLocalFile(small)});
    desk.documents.open(dropped);
    QTRY_COMPARE(loras().size(), std::size_t(2));
    for (const auto& lora : loras()) {
      const bool isSmall = lora.file == std::filesystem::path(small.toStdString());
      QVERIFY(isSmall || lora.file == std::filesystem::path(large.toStdString()));
      QVERIFY(lora.target == (isSmall ? LoraTarget::Small : LoraTarget::Large));
      QCOMPARE(lora.strength, 1);
    }
    // What the engine says appears below each.
    QTRY_COMPARE(desk.promptPanel.findChild<QLabel*>("loraVerdict")->text(),
                 QString("LoRA: 4 of 4 layers, rank 8, alpha 4"));
    desk.documents.open(file("model.safetensors"));
    QTRY_VERIFY2(desk.notice.text().contains("is not a LoRA but a Toy transformer"), qPrintable(desk.notice.text()));
    QCOMPARE(loras().size(), std::size_t(2));
  }

  void imagesGoToAPairThatTakesThem() {
    OpenerDesk desk;
    QVERIFY(desk.start());
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(Qt::red);
    const auto jpeg = desk.folder.filePath("first.jpg");
    QVERIFY(image.save(jpeg));
    const auto images = [&] { return desk.request.request().clip.images.size(); };
    // For a pair that accepts none, it is a clip, and the engine says what is wrong with it.
    desk.documents.open(jpeg);
    QTRY_VERIFY(desk.notice.text().contains("first.jpg"));
    QCOMPARE(images(), std::size_t(0));
    desk.usePairThatTakesImages();
    desk.documents.open(jpeg);
    QTRY_COMPARE(images(), std::size_t(1));
    // A PNG without settings is an image, one with settings is a clip of one frame.
    const auto still = desk.writeClip("still.png", {}, 1);
    QVERIFY(image.save(still));
    desk.documents.open(still);
    QTRY_COMPARE(images(), std::size_t(2));
    QVERIFY(!desk.clip.isWhole());
    const auto frame = desk.writeClip("frame.png", desk.settingsWith("a frame"), 1);
    desk.documents.open(frame);
    QTRY_COMPARE(desk.clip.shown().title, QString("frame.png"));
  }
};

QTEST_MAIN(TestDocumentOpener)
#include "tst_document_opener.moc"
