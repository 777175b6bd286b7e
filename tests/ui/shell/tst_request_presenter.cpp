// SPDX-License-Identifier: MIT
#include "desk.h"

#include "shell/compose_request.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace fb;
using namespace fb::ui;

namespace {

GenerationRequest anotherRequest(const std::string& pair = "Test pair") {
  auto request = defaultRequest(FakeEngine::testPair());
  request.pair.name = pair;
  request.clip.prompt = "a green ring turns";
  request.clip.frames = 17;
  request.sampling.seed = 77;
  request.sampling.schedule = {.2, .5, 20, 0};
  return request;
}

}  // namespace

class TestRequestPresenter : public QObject {
  Q_OBJECT
private:
  static QString costWords(Desk& desk) { return desk.stages.findChild<QLabel*>("costWords")->text(); }

private Q_SLOTS:
  void composesPanelsSettingsAndPair() {
    Desk desk;
    QVERIFY(desk.start());
    desk.promptPanel.setRequest(anotherRequest());
    desk.stages.setSchedule({.1, .3, 20, 0});
    QVERIFY(desk.request.request().options.dtype == DType::Automatic);
    desk.settings.setDtype(DType::BFloat16);
    desk.settings.setLinearPrecision(LinearPrecision::Fp8);
    desk.settings.setDecodePrecision(DecodePrecision::Tf32);
    desk.settings.setProbe(ProbePolicy::All);
    desk.settings.setSaveEvery(3);
    desk.settings.setPreview(false);
    desk.settings.setMemoryBudget(6);
    const auto request = composeRequest(desk.promptPanel, desk.stages, desk.settings, FakeEngine::testPair());
    QCOMPARE(request.pair.name, std::string("Test pair"));
    QCOMPARE(request.clip.prompt, std::string("a green ring turns"));
    QCOMPARE(request.clip.frames, 17);
    QCOMPARE(request.sampling.seed, std::uint64_t(77));
    QVERIFY((request.sampling.schedule == StageSchedule{.1, .3, 20, 0}));
    QVERIFY(request.options.dtype == DType::BFloat16);
    QVERIFY(request.options.linearPrecision == LinearPrecision::Fp8);
    QVERIFY(request.options.decodePrecision == DecodePrecision::Tf32);
    QVERIFY(request.options.probe == ProbePolicy::All);
    QCOMPARE(request.options.saveEvery, 3);
    QVERIFY(!request.options.preview);
    QCOMPARE(request.options.memoryBudget, 6.);
    // When the run begins, the engine knows best which devices there are.
    QCOMPARE(request.options.device, std::string(kAutomaticDevice));
    QCOMPARE(desk.request.request().options.device, std::string(kAutomaticDevice));
    desk.settings.setDevice("cuda:1");
    QCOMPARE(desk.request.request().options.device, std::string("cuda:1"));
  }

  // A refusal that asks for a larger budget ends when the budget is larger.
  void whatThePlanDependsOnIsAskedAnew() {
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.settle());
    QSignalSpy asked(&desk.request, &RequestPresenter::requestChanged);
    desk.settings.setMemoryBudget(6);
    QTRY_COMPARE(asked.count(), 1);
    desk.settings.setPreview(!desk.settings.preview());
    QTRY_COMPARE(asked.count(), 2);
    desk.settings.setDecodePrecision(DecodePrecision::Bf16);
    QTRY_COMPARE(asked.count(), 3);
    QVERIFY(desk.settle());
  }

  void aRunRemembersItsPromptAndRollsTheSeed() {
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(!desk.promptPanel.seedIsFixed());
    const auto first = desk.request.requestToRun().sampling.seed;
    QVERIFY(desk.request.requestToRun().sampling.seed != first);
    desk.promptPanel.setRequest(anotherRequest());
    QVERIFY(desk.promptPanel.seedIsFixed());
    QCOMPARE(desk.request.requestToRun().sampling.seed, std::uint64_t(77));
    QCOMPARE(desk.settings.recentPrompts(), (QStringList{"a green ring turns", "a red square moves right"}));
  }

  void showsWhatTheEngineSaysOfTheNewestRequest() {
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.settle());
    desk.engine->hold("slow");
    auto slow = anotherRequest(), quick = anotherRequest();
    slow.clip.prompt = "slow";
    slow.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, 20);
    quick.clip.prompt = "quick";
    quick.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::SSS, 20);
    desk.request.takeOver(slow);
    // Its question is on its way once it is stored as the last request.
    QTRY_VERIFY(desk.settings.lastRequest().contains("slow"));
    desk.request.takeOver(quick);
    QTRY_VERIFY(desk.settings.lastRequest().contains("quick"));
    QVERIFY(desk.settle());
    const auto words = costWords(desk);
    desk.engine->release("slow");
    QVERIFY(desk.settleAll());
    QCOMPARE(costWords(desk), words);
  }

  void aPresetMovesTheStagesAndIsToldOfThem() {
    Desk desk;
    QVERIFY(desk.start());
    Q_EMIT desk.promptPanel.boundariesChosen(.1, .3);
    QCOMPARE(desk.stages.schedule().early, .1);
    QCOMPARE(desk.stages.schedule().late, .3);
    QCOMPARE(desk.request.request().sampling.schedule.earlySteps(), 1);
    QCOMPARE(desk.undo.count(), 1);
    desk.undo.undo();
    QCOMPARE(desk.stages.schedule().early, .4);
  }

  void comparesByDefaultIfBothModelsFit() {
    Desk desk;
    QVERIFY(desk.start());
    QVERIFY(desk.settle());
    QVERIFY(desk.request.request().options.probe == ProbePolicy::Large);
    auto* prompt = desk.promptPanel.findChild<QPlainTextEdit*>("promptEdit");
    prompt->setPlainText("streamed");
    QTRY_VERIFY(desk.request.request().options.probe == ProbePolicy::None);
    prompt->setPlainText("both on the device");
    QTRY_VERIFY(desk.request.request().options.probe == ProbePolicy::Large);
    // What the user chooses stays.
    desk.settings.setProbe(ProbePolicy::All);
    prompt->setPlainText("streamed");
    QVERIFY(desk.settle());
    QVERIFY(desk.request.request().options.probe == ProbePolicy::All);
  }

  void showsProblemsAndTokens() {
    Desk desk;
    QVERIFY(desk.start());
    auto* problems = desk.promptPanel.findChild<QLabel*>("problemStrip");
    auto* counter = desk.promptPanel.findChild<QLabel*>("tokenCounter");
    QVERIFY(problems->isHidden());
    desk.promptPanel.findChild<QPlainTextEdit*>("promptEdit")->setPlainText("one two three");
    QTRY_VERIFY2(counter->text().startsWith("4 /"), qPrintable(counter->text()));
    QVERIFY(problems->isHidden());
    auto refused = anotherRequest();
    refused.clip.prompt = "refuse this";
    desk.request.takeOver(refused);
    QTRY_COMPARE(problems->text(), QString("the engine refuses this"));
    QVERIFY(!problems->isHidden());
    desk.request.takeOver(anotherRequest());
    QTRY_VERIFY(problems->isHidden());
  }

  void showsTheMemoryOfTheNextRunAndWhatDoesNotFit() {
    Desk desk;
    QVERIFY(desk.start());
    auto* bar = desk.status.findChild<QWidget*>("memoryBar");
    desk.request.takeOver(anotherRequest());
    QTRY_VERIFY(!bar->isHidden());
    QVERIFY2(bar->toolTip().contains("20 of 40 blocks"), qPrintable(bar->toolTip()));
    // Only of the phase that was measured.
    QCOMPARE(bar->toolTip().count("as measured"), 1);
    QVERIFY2(bar->toolTip().contains("Preview: "), qPrintable(bar->toolTip()));
    QCOMPARE(bar->accessibleDescription(), bar->toolTip());
    auto* problems = desk.promptPanel.findChild<QLabel*>("problemStrip");
    auto large = anotherRequest();
    large.clip.prompt = "too large";
    desk.request.takeOver(large);
    QTRY_COMPARE(problems->text(), QString("this does not fit"));
    desk.request.takeOver(anotherRequest());
    QTRY_VERIFY(problems->isHidden());
  }

  void aLoraThatIsAddedTwiceIsRemarkedOn() {
    Desk desk;
    QVERIFY(desk.start());
    const auto file = desk.folder.filePath("style-lora.safetensors");
    QFile lora(file);
    QVERIFY(lora.open(QIODevice::WriteOnly));
    lora.close();
    const auto added = [&desk] { return desk.request.request().sampling.loras.size(); };
    desk.request.addLoras({file});
    QTRY_COMPARE(added(), 1u);
    QVERIFY(!desk.status.currentMessage().contains("more than once"));
    desk.request.addLoras({file});
    QTRY_COMPARE(added(), 2u);
    QVERIFY2(desk.status.currentMessage().startsWith("style-lora.safetensors is in the list more than once"),
             qPrintable(desk.status.currentMessage()));
  }

  void settingsOfAnUnknownPairAreShownWithAWarning() {
    Desk desk;
    QVERIFY(desk.start());
    desk.request.takeOver(anotherRequest("Far away"));
    QCOMPARE(desk.prompt(), QString("a green ring turns"));
    QVERIFY2(desk.notice.text().contains("Far away"), qPrintable(desk.notice.text()));
    QCOMPARE(desk.request.request().pair.name, std::string("Test pair"));
  }

  void takesUpTheLastSession_data() {
    QTest::addColumn<bool>("userChooses");
    QTest::newRow("when its pair is read") << false;
    QTest::newRow("unless the user chose another pair before") << true;
  }
  void takesUpTheLastSession() {
    QFETCH(bool, userChooses);
    Desk desk([](Settings& settings) {
      settings.setPairDocuments({"/pairs/b.json"});
      settings.setLastPair("/pairs/b.json");
      settings.setLastRequest(QByteArray::fromStdString(toJson(anotherRequest("B"))));
    });
    auto pair = FakeEngine::testPair();
    pair.name = "B";
    pair.large = "/nowhere/b";
    desk.engine->giveDocument("/pairs/b.json", pair);
    desk.engine->hold("/pairs/b.json");
    QVERIFY(desk.start());
    QCOMPARE(desk.prompt(), QString("a red square moves right"));
    if (userChooses) desk.pair.choose(FakeEngine::testPair());
    desk.engine->release("/pairs/b.json");
    QTRY_VERIFY(desk.pair.has("B"));
    if (userChooses) {
      desk.pair.choose(pair);
      QCOMPARE(desk.prompt(), QString("a red square moves right"));
    } else {
      QCOMPARE(desk.prompt(), QString("a green ring turns"));
      QVERIFY((desk.request.request().sampling.schedule == anotherRequest().sampling.schedule));
      QCOMPARE(desk.request.request().pair.name, std::string("B"));
    }
  }

  // A random seed that came back locked would make the same clip again and again, unnoticed.
  void theSeedIsLockedInTheNextSessionIfItWasInThisOne_data() {
    QTest::addColumn<bool>("isLocked");
    QTest::newRow("unlocked") << false;
    QTest::newRow("locked") << true;
  }
  void theSeedIsLockedInTheNextSessionIfItWasInThisOne() {
    QFETCH(bool, isLocked);
    Desk::Place place;
    const auto engine = std::make_shared<DeskEngine>();
    auto left = anotherRequest();
    left.sampling.seed = 4189;
    {
      Desk desk({}, std::make_shared<QTemporaryDir>(), engine);
      place = desk.place;
      QVERIFY(desk.start());
      desk.request.takeOver(left, true);
      if (!isLocked) desk.promptPanel.findChild<QToolButton*>("seedFixedButton")->click();
      desk.request.remember();
    }
    Desk desk({}, place, engine);
    QVERIFY(desk.start());
    QCOMPARE(desk.prompt(), QString("a green ring turns"));
    QCOMPARE(desk.promptPanel.seedIsFixed(), isLocked);
    QCOMPARE(desk.request.request().sampling.seed, std::uint64_t(4189));
    QCOMPARE(desk.request.requestToRun().sampling.seed == 4189, isLocked);
  }

  void anotherPairBeginsWithItsDefaults() {
    Desk desk;
    QVERIFY(desk.start());
    desk.request.takeOver(anotherRequest());
    auto pair = FakeEngine::testPair();
    pair.name = "C";
    pair.defaults.clip.frames = 33;
    desk.pair.choose(pair);
    QCOMPARE(desk.request.request().clip.frames, 33);
    QCOMPARE(desk.prompt(), QString("a red square moves right"));
    QVERIFY(!desk.undo.canUndo());
  }
};

QTEST_MAIN(TestRequestPresenter)
#include "tst_request_presenter.moc"
