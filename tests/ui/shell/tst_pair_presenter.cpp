// SPDX-License-Identifier: MIT
#include "desk.h"

using namespace fb;
using namespace fb::ui;

namespace {

PairSpec pairNamed(const char* name) {
  auto pair = FakeEngine::testPair();
  pair.name = name;
  pair.large = std::string("/nowhere/") + name;
  return pair;
}

}  // namespace

class TestPairPresenter : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void beginsWithABuiltInPair() {
    Desk desk;
    QSignalSpy changed(&desk.pair, &PairPresenter::changed);
    QVERIFY(desk.start());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(desk.pair.pair().name, std::string("Test pair"));
    QCOMPARE(desk.combo.currentText(), QString("Test pair"));
    QVERIFY(desk.pair.has("Test pair"));
    QVERIFY(!desk.pair.has("Another"));
  }

  void takesTheLastSessionsPairOnceItIsRead() {
    Desk desk([](Settings& settings) {
      settings.setPairDocuments({"/pairs/a.json", "/pairs/b.json"});
      settings.setLastPair("/pairs/b.json");
    });
    desk.engine->giveDocument("/pairs/a.json", pairNamed("A"));
    desk.engine->giveDocument("/pairs/b.json", pairNamed("B"));
    desk.engine->hold("/pairs/b.json");
    QVERIFY(desk.start());
    QTRY_VERIFY(desk.pair.has("A"));
    QCOMPARE(desk.pair.pair().name, std::string("Test pair"));
    QCOMPARE(desk.settings.lastPair(), QString("/pairs/b.json"));
    desk.engine->release("/pairs/b.json");
    QTRY_COMPARE(desk.pair.pair().name, std::string("B"));
    QCOMPARE(desk.combo.currentText(), QString("B"));
  }

  void theUsersChoiceWins() {
    Desk desk([](Settings& settings) {
      settings.setPairDocuments({"/pairs/b.json"});
      settings.setLastPair("/pairs/b.json");
    });
    desk.engine->giveDocument("/pairs/b.json", pairNamed("B"));
    desk.engine->hold("/pairs/b.json");
    QVERIFY(desk.start());
    QSignalSpy chosen(&desk.pair, &PairPresenter::aboutToChoose);
    desk.pair.choose(FakeEngine::testPair());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(desk.settings.lastPair(), QString());
    desk.engine->release("/pairs/b.json");
    QTRY_VERIFY(desk.pair.has("B"));
    QCOMPARE(desk.pair.pair().name, std::string("Test pair"));
  }

  void anOpenedDocumentComesIntoUse() {
    Desk desk;
    QVERIFY(desk.start());
    desk.engine->giveDocument("/pairs/c.json", pairNamed("C"));
    desk.pair.open("/pairs/c.json");
    QTRY_COMPARE(desk.pair.pair().name, std::string("C"));
    QCOMPARE(desk.settings.lastPair(), QString("/pairs/c.json"));
    QCOMPARE(desk.settings.pairDocuments(), QStringList("/pairs/c.json"));
    desk.pair.useNamed("Test pair");
    QCOMPARE(desk.combo.currentText(), QString("Test pair"));
    desk.pair.useNamed("nobody");
    QCOMPARE(desk.pair.pair().name, std::string("Test pair"));
  }

  void tellsOnceWhatThePairsFolderSays() {
    Desk desk;
    desk.engine->givePipeline(pairNamed("D").large,
                              {"/nowhere", "WanPipeline", "UniPCMultistepScheduler", {{"flow_shift", "5.0"}}});
    QSignalSpy told(&desk.pair, &PairPresenter::folderFollowed);
    QVERIFY(desk.start());
    desk.engine->giveDocument("/pairs/c.json", pairNamed("C"));
    desk.engine->giveDocument("/pairs/d.json", pairNamed("D"));
    desk.pair.open("/pairs/c.json");
    QTRY_COMPARE(desk.pair.pair().name, std::string("C"));
    QVERIFY(settle(*desk.studio.host()));
    QCOMPARE(told.count(), 0);
    desk.pair.open("/pairs/d.json");
    QTRY_COMPARE(told.count(), 1);
    QCOMPARE(told[0][0].toString(), QString("D"));
    QCOMPARE(told[0][1].toString(), QString("WanPipeline, UniPCMultistepScheduler, flow_shift 5.0"));
    desk.pair.useNamed("C");
    desk.pair.useNamed("D");
    QVERIFY(settle(*desk.studio.host()));
    QCOMPARE(told.count(), 1);
    QCOMPARE(desk.settings.toldPairs(), QStringList("/pairs/d.json"));
  }

  void aPairThatFollowsItsDocumentInsteadTellsNothing() {
    // According to the engine, the shift in the folder differs from that in the document.
    struct OtherShift : DeskEngine {
      Result<PairSpec> pairFromParts(const PairSpec& parts) override {
        auto pair = parts;
        pair.defaults.sampling.shift += 1;
        return pair;
      }
    };
    Desk desk;
    auto engine = std::make_shared<OtherShift>();
    EngineHost host([engine](Error&) { return engine; });
    PairShelf shelf(&host);
    engine->giveDocument("/pairs/d.json", pairNamed("D"));
    engine->givePipeline(pairNamed("D").large, {"/nowhere", "WanPipeline", "UniPCMultistepScheduler", {}});
    QSignalSpy opened(&host, &EngineHost::opened);
    host.open();
    QVERIFY(opened.count() > 0 || opened.wait());
    shelf.open("/pairs/d.json");
    QTRY_COMPARE(shelf.pairs()->rowCount(), 1);
    QVERIFY(settle(host));
    QVERIFY(!shelf.pairs()->at(0).pipeline);
  }

  void aForgottenPairStaysInUse() {
    Desk desk;
    QVERIFY(desk.start());
    desk.engine->giveDocument("/pairs/c.json", pairNamed("C"));
    desk.pair.open("/pairs/c.json");
    QTRY_COMPARE(desk.pair.pair().name, std::string("C"));
    desk.shelf.removePair(desk.shelf.pairs()->rowOf(std::string("C")));
    QCOMPARE(desk.pair.pair().name, std::string("C"));
    QCOMPARE(desk.combo.currentIndex(), -1);
    QCOMPARE(desk.combo.placeholderText(), QString("C"));
  }
};

QTEST_MAIN(TestPairPresenter)
#include "tst_pair_presenter.moc"
