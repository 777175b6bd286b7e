// SPDX-License-Identifier: MIT
#include "pair_engine.h"
#include "pairs/component_card.h"
#include "pairs/models_page.h"
#include "pairs/pair_list_model.h"
#include "pairs/pair_shelf.h"
#include "pairs/watched_folders.h"
#include "pairs/where_to_get.h"
#include "session/engine_host.h"
#include "theme/theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDeadlineTimer>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThread>
#include <QToolButton>
#include <QUrl>
#include <QtTest>

#include <chrono>
#include <stop_token>

using namespace fb;
using namespace fb::ui;

namespace fs = std::filesystem;

class TestModelsPage : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
  void cleanupTestCase() { m_theme.reset(); }
  void init() {
    m_dir = std::make_unique<QTemporaryDir>();
    QVERIFY(m_dir->isValid());
    m_engine = std::make_shared<PairEngine>();
    m_host = std::make_unique<EngineHost>([engine = m_engine](Error&) { return engine; });
    m_shelf = std::make_unique<PairShelf>(m_host.get());
    m_page = std::make_unique<ModelsPage>(m_theme.get(), m_host.get(), m_shelf.get());
    m_tester = std::make_unique<QAbstractItemModelTester>(m_shelf->pairs(),
                                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    m_page->setPairsFolder(m_dir->filePath("pairs"));
    m_shelf->setBuiltInPairs({FakeEngine::testPair()});
    m_page->resize(900, 640);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_host->open();
  }
  void cleanup() {
    m_tester.reset();
    m_page.reset();
    m_shelf.reset();
    m_host.reset();
    m_engine.reset();
  }

  void aRefusedFileSaysWhy() {
    m_page->addPaths({touch("vace.safetensors")});
    QTRY_VERIFY(card("vace.safetensors") && !card("vace.safetensors")->isBusy());
    auto* message = part<QLabel>("vace.safetensors", "componentMessage");
    QVERIFY(message->isVisible());
    QCOMPARE(message->property("role").toString(), "error");
    QVERIFY(message->text().contains("vace.safetensors is a VACE model"));
    QVERIFY(message->text().contains("Where to get them"));
    QVERIFY(!find<QPushButton>("buildPairButton")->isEnabled());
  }

  void inspectingShowsThatItIsBusyAndBlocksNothing() {
    m_page->addPaths({touch("slow.safetensors")});
    QVERIFY(card("slow.safetensors")->isBusy());
    m_page->addPaths({touch("vae.safetensors")});
    QTRY_VERIFY(!card("vae.safetensors")->isBusy());
    QVERIFY(card("slow.safetensors")->isBusy());
    m_engine->gate.release();
    QTRY_VERIFY(!card("slow.safetensors")->isBusy());
  }

  void anIncompleteFileListsItsTensorsAndIsNotOffered() {
    m_page->addPaths({touch("broken.safetensors")});
    QTRY_VERIFY(card("broken.safetensors") && !card("broken.safetensors")->isBusy());
    auto* details = part<QLabel>("broken.safetensors", "componentDetails");
    QVERIFY(part<QLabel>("broken.safetensors", "componentMessage")->text().contains("2 tensor"));
    QVERIFY(!details->isVisible());
    auto* more = part<QToolButton>("broken.safetensors", "componentMoreButton");
    more->setFocus();
    QTest::keyClick(more, Qt::Key_Space);
    QVERIFY(details->isVisible());
    QVERIFY(details->text().contains("blocks.3.attn1.to_k.weight"));
    QVERIFY(details->text().contains("must be [64, 1536]"));
    QCOMPARE(find<QComboBox>("largeCombo")->count(), 0);
  }

  void aDroppedFolderBecomesAPair() {
    for (const auto* name : {"large", "small", "text", "vae"}) touch(QStringLiteral("models/%1.safetensors").arg(name));
    touch("models/tokenizer/spiece.model");
    drop({m_dir->filePath("models")});
    auto* button = find<QPushButton>("buildPairButton");
    QTRY_VERIFY(button->isEnabled());
    QVERIFY(find<QComboBox>("largeCombo")->currentText().contains("14B"));
    QVERIFY(find<QComboBox>("smallCombo")->currentText().contains("1.3B"));
    auto* name = find<QLineEdit>("pairNameEdit");
    name->setFocus();
    QTest::keyClicks(name, "My pair: 14B");
    QSignalSpy documents(m_shelf.get(), &PairShelf::documentsChanged);
    QSignalSpy chosen(m_page.get(), &ModelsPage::pairChosen);
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(documents.count(), 1);
    const auto document = m_dir->filePath("pairs/my-pair-14b.json");
    QCOMPARE(documents[0][0].toStringList(), QStringList{document});
    QVERIFY(QFile::exists(document));
    QCOMPARE(m_shelf->pairs()->rowCount(), 2);
    const auto built = m_shelf->pairs()->at(1).pair;
    QCOMPARE(built.large, fs::path(m_dir->filePath("models/large.safetensors").toStdString()));
    QCOMPARE(built.tokenizer, fs::path(m_dir->filePath("models/tokenizer").toStdString()));
    QTest::mouseClick(find<QPushButton>("usePairButton"), Qt::LeftButton);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen[0][0].value<PairSpec>().name, "My pair: 14B");
    QVERIFY(!find<QPushButton>("usePairButton")->isEnabled());

    // A second one with that name gets a different name.
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(documents.count(), 2);
    QVERIFY(QFile::exists(m_dir->filePath("pairs/my-pair-14b-2.json")));
  }

  void partsThatDoNotFitAreRefusedInASentence() {
    m_engine->refusal = "these parts do not form a pair: the large model has 16 latent channels, but the VAE has 48";
    for (const auto* name : {"large", "small", "text", "vae"})
      m_page->addPaths({touch(QStringLiteral("%1.safetensors").arg(name))});
    m_page->addPaths({touch("spiece.model")});
    auto* button = find<QPushButton>("buildPairButton");
    QTRY_VERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    auto* message = find<QLabel>("buildMessage");
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->text().contains("the VAE has 48"));
    QCOMPARE(m_shelf->pairs()->rowCount(), 1);
    QVERIFY(button->isEnabled());
    // The message disappears with the parts that it is about.
    add({"i2v"});
    QTRY_VERIFY(find<QComboBox>("imageEncoderCombo")->isVisible());
    QVERIFY(!message->isVisible());
  }

  void theKeyboardStaysOnTheButtonThatBuilds() {
    add({"large", "small", "text", "vae"});
    m_page->addPaths({touch("spiece.model")});
    auto* button = find<QPushButton>("buildPairButton");
    QTRY_VERIFY(button->isEnabled());
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QTRY_COMPARE(m_shelf->pairs()->rowCount(), 2);
    QVERIFY(button->hasFocus());
  }

  void aTokenizerIsTakenFromBesideItsOwnTextEncoder() {
    for (const auto* name : {"wan/large", "wan/small", "wan/text", "wan/vae", "ltx/t5"})
      m_page->addPaths({touch(QStringLiteral("%1.safetensors").arg(name))});
    m_page->addPaths({touch("ltx/tokenizer/spiece.model")});
    auto* tokenizer = find<QComboBox>("tokenizerCombo");
    QTRY_COMPARE(tokenizer->count(), 2);
    QTRY_COMPARE(tokenizer->currentText(), "Inside the text encoder");
    m_page->addPaths({touch("wan/tokenizer/spiece.model")});
    QTRY_COMPARE(tokenizer->count(), 3);
    QVERIFY(tokenizer->itemData(tokenizer->currentIndex(), Qt::ToolTipRole).toString().contains("wan/tokenizer"));
  }

  void aTextEncoderAsGgufMayContainItsTokenizer() {
    add({"large", "small", "vae"});
    m_page->addPaths({touch("text.gguf")});
    QTRY_VERIFY(find<QPushButton>("buildPairButton")->isEnabled());
    QCOMPARE(find<QComboBox>("tokenizerCombo")->currentText(), "Inside the text encoder");
  }

  void aChoiceByHandOutlivesFurtherFiles() {
    for (const auto* name : {"large", "small"}) m_page->addPaths({touch(QStringLiteral("%1.safetensors").arg(name))});
    auto* large = find<QComboBox>("largeCombo");
    QTRY_COMPARE(large->count(), 2);
    QVERIFY(large->currentText().contains("14B"));
    large->setFocus();
    QTest::keyClick(large, large->currentIndex() == 0 ? Qt::Key_Down : Qt::Key_Up);
    QVERIFY(large->currentText().contains("1.3B"));
    m_page->addPaths({touch("vae.safetensors")});
    QTRY_COMPARE(find<QComboBox>("vaeCombo")->count(), 1);
    QVERIFY(large->currentText().contains("1.3B"));
  }

  void aTextEncoderWithoutItsTokenizerIsRefused() {
    add({"large", "small", "text", "vae"});
    QTRY_VERIFY(find<QPushButton>("buildPairButton")->isEnabled());
    QCOMPARE(find<QComboBox>("tokenizerCombo")->currentText(), "Inside the text encoder");
    QTest::mouseClick(find<QPushButton>("buildPairButton"), Qt::LeftButton);
    auto* message = find<QLabel>("buildMessage");
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->text().contains("contains no tokenizer"));
  }

  void onlyPartsOfTheLargeModelsFamilyAreOffered() {
    add({"large", "small", "text", "vae", "ltx-vae", "t5", "ltx-small", "ltx-large"});
    m_page->addPaths({touch("spiece.model")});
    QTRY_VERIFY(find<QPushButton>("buildPairButton")->isEnabled());
    // The newest transformer determines for which family a pair is wanted.
    QCOMPARE(titles("largeCombo"), (QStringList{"WAN transformer · 14B · large", "WAN transformer · 1.3B · small",
                                                "LTX transformer · 2B 0.9.8 distilled · ltx-small",
                                                "LTX transformer · 13B 0.9.8 dev · ltx-large"}));
    QCOMPARE(find<QComboBox>("largeCombo")->currentIndex(), 3);
    QCOMPARE(titles("smallCombo").size(), 2);
    QVERIFY(find<QComboBox>("smallCombo")->currentText().contains("2B 0.9.8"));
    QCOMPARE(titles("textEncoderCombo"), QStringList{"T5 text encoder · t5"});
    QCOMPARE(titles("vaeCombo"),
             (QStringList{"Inside the large model", "Inside the small model", "LTX VAE · 0.9.5 and later · ltx-vae"}));
    QCOMPARE(find<QComboBox>("vaeCombo")->currentIndex(), 0);
    QCOMPARE(find<QLineEdit>("pairNameEdit")->placeholderText(), "LTX 13B 0.9.8 dev and 2B 0.9.8 distilled");
    QVERIFY(find<QComboBox>("upsamplerCombo")->isVisible());
    QVERIFY(!find<QComboBox>("imageEncoderCombo")->isVisible());

    auto* large = find<QComboBox>("largeCombo");
    large->setFocus();
    QTest::keyClick(large, Qt::Key_Home);
    QVERIFY(find<QComboBox>("smallCombo")->currentText().contains("1.3B"));
    QCOMPARE(titles("textEncoderCombo"), QStringList{"UMT5 text encoder · text"});
    QCOMPARE(titles("vaeCombo"), QStringList{"WAN VAE · vae"});
    QCOMPARE(find<QLineEdit>("pairNameEdit")->placeholderText(), "WAN 14B and 1.3B");
    QVERIFY(!find<QComboBox>("upsamplerCombo")->isVisible());
    QVERIFY(find<QPushButton>("buildPairButton")->isEnabled());
  }

  void theSmallModelChosenByHandSaysOfWhichFamilyTheLargeOneIs() {
    add({"large", "small"});
    auto* small = find<QComboBox>("smallCombo");
    QTRY_COMPARE(small->count(), 2);
    small->setFocus();
    QTest::keyClick(small, Qt::Key_Up);
    QTest::keyClick(small, Qt::Key_Down);
    add({"ltx-large", "ltx-small"});
    QTRY_COMPARE(find<QComboBox>("largeCombo")->count(), 4);
    QVERIFY(find<QComboBox>("largeCombo")->currentText().contains("14B"));
    QVERIFY(small->currentText().contains("1.3B"));
  }

  void theUpsamplerIsOptional() {
    add({"ltx-large", "ltx-small", "t5"});
    m_page->addPaths({touch("spiece.model")});
    QTRY_VERIFY(find<QPushButton>("buildPairButton")->isEnabled());
    auto* upsampler = find<QComboBox>("upsamplerCombo");
    QCOMPARE(upsampler->currentText(), "None");
    const auto without = built();
    QVERIFY(without.upsampler.empty());
    QCOMPARE(without.vae, without.large);

    // Adding one means wanting it; one that adds frames is of no use to the second pass.
    add({"temporal", "spatial"});
    QTRY_COMPARE(titles("upsamplerCombo"), (QStringList{"None", "LTX latent upsampler · spatial 0.9.8 · spatial"}));
    QCOMPARE(upsampler->currentIndex(), 1);
    QCOMPARE(built().upsampler.filename(), "spatial.safetensors");
    upsampler->setFocus();
    QTest::keyClick(upsampler, Qt::Key_Home);
    add({"ltx-vae"});
    QTRY_COMPARE(find<QComboBox>("vaeCombo")->count(), 3);
    QCOMPARE(upsampler->currentText(), "None");
    QVERIFY(built().upsampler.empty());
  }

  void anImageToVideoModelMakesAPairOfItsOwn() {
    add({"large", "small", "text", "vae", "i2v"});
    m_page->addPaths({touch("spiece.model")});
    auto* hint = find<QLabel>("buildHint");
    QTRY_COMPARE(hint->text(), "Still missing: an image encoder.");
    QVERIFY(!find<QPushButton>("buildPairButton")->isEnabled());
    QCOMPARE(titles("smallCombo"), QStringList{"WAN transformer · 14B image-to-video · i2v"});
    add({"clip"});
    QTRY_VERIFY(find<QPushButton>("buildPairButton")->isEnabled());
    QVERIFY2(hint->text().contains("large model alone"), qPrintable(hint->text()));
    const auto pair = built();
    QCOMPARE(pair.name, std::string("WAN 14B image-to-video"));
    QCOMPARE(pair.large.filename(), "i2v.safetensors");
    QCOMPARE(pair.small, pair.large);
    QCOMPARE(pair.imageEncoder.filename(), "clip.safetensors");
    QVERIFY(find<QLabel>("pairParts")->text().contains("clip.safetensors"));

    auto* large = find<QComboBox>("largeCombo");
    large->setFocus();
    QTest::keyClick(large, Qt::Key_Home);
    QVERIFY(find<QComboBox>("smallCombo")->currentText().contains("1.3B"));
    QVERIFY(!find<QComboBox>("imageEncoderCombo")->isVisible());
    QVERIFY(built().imageEncoder.empty());
  }

  void documentsComeBackAndUnreadableOnesStayRemembered() {
    PairSpec kept = FakeEngine::testPair();
    kept.name = "Kept";
    const auto good = m_dir->filePath("good.json"), away = m_dir->filePath("away.json");
    QVERIFY(m_engine->writePair(kept, good.toStdString()).ok());
    m_shelf->setDocuments({away, good});
    QTRY_COMPARE(m_shelf->pairs()->rowCount(), 2);
    QCOMPARE(m_shelf->pairs()->index(1).data().toString(), "Kept");
    QCOMPARE(m_shelf->documents(), (QStringList{good, away}));
    QVERIFY(part<QLabel>("away.json", "componentMessage")->text().contains("does not exist"));
    QSignalSpy documents(m_shelf.get(), &PairShelf::documentsChanged);
    QTest::mouseClick(part<QToolButton>("away.json", "removeComponentButton"), Qt::LeftButton);
    QCOMPARE(documents.count(), 1);
    QCOMPARE(m_shelf->documents(), QStringList{good});
  }

  void theBuiltInPairCannotBeForgotten() {
    auto* list = find<QListView>("pairList");
    QCOMPARE(list->currentIndex().row(), 0);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(m_shelf->pairs()->rowCount(), 1);
    QVERIFY(!find<QPushButton>("forgetPairButton")->isEnabled());

    m_shelf->pairs()->add({FakeEngine::testPair(), "/pairs/other.json"});
    list->setCurrentIndex(m_shelf->pairs()->index(1));
    QSignalSpy documents(m_shelf.get(), &PairShelf::documentsChanged);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(m_shelf->pairs()->rowCount(), 1);
    QCOMPARE(documents.count(), 1);
  }

  void whatCannotBeUsedInAFolderIsFoldedAndGoodFilesComeFirst() {
    for (const auto* name : {"all/a-vace", "all/large", "all/broken", "all/style", "all/vae"})
      touch(QStringLiteral("%1.safetensors").arg(name));
    m_page->addPaths({touch("wrong.safetensors")});
    QTRY_VERIFY(card("wrong.safetensors") && !card("wrong.safetensors")->isBusy());
    m_page->addPaths({m_dir->filePath("all")});
    QTRY_VERIFY(card("vae.safetensors"));
    // The file that was asked for by itself has its card, after those that can be used.
    QVERIFY(card("large.safetensors") && !card("a-vace.safetensors") && !card("broken.safetensors"));
    QTRY_VERIFY(card("wrong.safetensors")->y() > card("vae.safetensors")->y());
    QVERIFY(card("wrong.safetensors")->y() > card("large.safetensors")->y());
    // What they are for is above them all, however many there are.
    QVERIFY(find<QWidget>("pairBuilder")->y() < card("large.safetensors")->y());

    auto* useless = find<QToolButton>("foldedUselessButton");
    auto* lines = find<QLabel>("foldedUselessLines");
    QVERIFY(useless->isVisible() && !lines->isVisible());
    QVERIFY2(useless->text().contains('2'), qPrintable(useless->text()));
    useless->setFocus();
    QTest::keyClick(useless, Qt::Key_Space);
    QVERIFY(lines->isVisible());
    const auto told = lines->text().split('\n');
    QCOMPARE(told.size(), 2);
    QVERIFY2(told[0].startsWith("a-vace.safetensors is a VACE model"), qPrintable(told[0]));
    QVERIFY2(told[1].contains("broken.safetensors") && told[1].contains("WAN transformer"), qPrintable(told[1]));
    auto* loras = find<QToolButton>("foldedLorasButton");
    QVERIFY2(loras->isVisible() && loras->text().contains("1 LoRA"), qPrintable(loras->text()));
    loras->click();
    QVERIFY(find<QLabel>("foldedLorasLines")->text().contains("rank 32"));
  }

  void whatIsWrongWithAFileIsBroughtIntoView() {
    m_page->resize(960, 560);
    for (const auto* name : {"all/large", "all/small", "all/text", "all/vae"})
      touch(QStringLiteral("%1.safetensors").arg(name));
    m_page->addPaths({m_dir->filePath("all")});
    QTRY_VERIFY(card("vae.safetensors"));
    m_page->addPaths({touch("wrong.safetensors")});
    QTRY_VERIFY(card("wrong.safetensors") && !card("wrong.safetensors")->isBusy());
    QTRY_VERIFY(!part<QLabel>("wrong.safetensors", "componentMessage")->visibleRegion().isEmpty());
  }

  void aLoraOnItsOwnIsNamedAndOffersNoPart() {
    m_page->addPaths({touch("style.safetensors")});
    QTRY_VERIFY(card("style.safetensors") && !card("style.safetensors")->isBusy());
    QCOMPARE(part<QLabel>("style.safetensors", "componentTitle")->text(), "LoRA");
    QVERIFY(part<QLabel>("style.safetensors", "componentMessage")->isVisible());
    QCOMPARE(find<QComboBox>("largeCombo")->count(), 0);
  }

  void aComfyTreeIsWatchedAsItIs() {
    for (const auto* name : {"models/diffusion_models/large", "models/unet/small", "models/text_encoders/text",
                             "models/vae/vae", "models/loras/style", "models/controlnet/never", "output/never"})
      touch(QStringLiteral("ComfyUI/%1.safetensors").arg(name));
    QSignalSpy changed(m_page.get(), &ModelsPage::modelFoldersChanged);
    const QStringList folders{m_dir->filePath("ComfyUI")};
    m_page->setModelFolders(folders);
    QTRY_VERIFY(card("vae.safetensors"));
    for (const auto* name : {"large", "small", "text"})
      QVERIFY2(card(qPrintable(QStringLiteral("%1.safetensors").arg(name))), name);
    // Neither outputs nor models that are none of a pair's are looked at.
    QCOMPARE(m_engine->inspected(), 0);
    QVERIFY(!find<QToolButton>("foldedUselessButton")->isVisible());
    QVERIFY(find<QToolButton>("foldedLorasButton")->isVisible());
    auto* state = find<QLabel>("watchedState");
    QVERIFY2(state->text().contains("free"), qPrintable(state->text()));
    // Its files stay where they are, so a card cannot be taken off the list.
    QVERIFY(!part<QToolButton>("vae.safetensors", "removeComponentButton")->isVisible());
    QCOMPARE(changed.count(), 0);
    // The models folder alone is such a tree, too.
    m_page->setModelFolders({m_dir->filePath("ComfyUI/models")});
    QTRY_VERIFY(find<QLabel>("watchedState")->text().contains("free"));
    QCOMPARE(m_engine->inspected(), 0);
    // The row of the first folder is gone.
    QTRY_COMPARE(m_page->findChildren<QToolButton*>("stopWatchingButton").size(), 1);
    find<QToolButton>("stopWatchingButton")->click();
    QCOMPARE(changed.count(), 1);
    QVERIFY(changed[0][0].toStringList().isEmpty());
    QTRY_VERIFY(!card("vae.safetensors"));
    QVERIFY(QFile::exists(m_dir->filePath("ComfyUI/models/vae/vae.safetensors")));
  }

  void aWatchedFolderIsSearchedAgainWhenItChanges() {
    WatchedFolders folders(m_host.get());
    folders.setSettlingTime(std::chrono::milliseconds(10));
    touch("watched/none.safetensors");
    touch("watched/large.safetensors");
    QSignalSpy scanned(&folders, &WatchedFolders::scanned);
    folders.add(m_dir->filePath("watched"));
    QTRY_COMPARE(scanned.count(), 1);
    QCOMPARE(folders.found().findings.size(), 2u);
    QCOMPARE(m_engine->inspected(), 1);
    touch("watched/vae.safetensors");
    QTRY_VERIFY(folders.found().findings.size() == 3);
    // What has not changed was not read again.
    QCOMPARE(m_engine->inspected(), 1);
    QFile grown(m_dir->filePath("watched/none.safetensors"));
    QVERIFY(grown.open(QIODevice::Append));
    QCOMPARE(grown.write("more"), 4);
    grown.close();
    folders.rescan();
    QTRY_COMPARE(m_engine->inspected(), 2);
    QVERIFY(QFile::remove(m_dir->filePath("watched/vae.safetensors")));
    QTRY_VERIFY(folders.found().findings.size() == 2);
  }

  void aChangeAtTheEndOfASearchIsNotMissed() {
    WatchedFolders folders(m_host.get());
    folders.setSettlingTime(std::chrono::milliseconds(1));
    QFile read(m_dir->filePath("watched/none.safetensors"));
    touch("watched/none.safetensors");
    folders.add(m_dir->filePath("watched"));
    QTRY_COMPARE(folders.found().findings.size(), 1u);
    for (int round = 1; round <= 10; ++round) {
      QTRY_VERIFY(!folders.isScanning());
      const int before = m_engine->inspected();
      QVERIFY(read.open(QIODevice::Append));
      QCOMPARE(read.write("more"), 4);
      read.close();
      folders.rescan();
      // Without events: the change and the end of the search come to the GUI thread together.
      QDeadlineTimer patience(5000);
      while (m_engine->inspected() == before && !patience.hasExpired()) QThread::yieldCurrentThread();
      touch(QStringLiteral("watched/vae%1.safetensors").arg(round));
      QTRY_COMPARE(folders.found().findings.size(), std::size_t(round + 1));
    }
  }

  void aChangeDuringTheFirstSearchIsNotMissed() {
    touch("watched/none.safetensors");
    const fs::path watched = m_dir->filePath("watched").toStdString();
    fs::last_write_time(watched, fs::file_time_type::clock::now() - std::chrono::hours(1));
    WatchedFolders folders(m_host.get());
    folders.setSettlingTime(std::chrono::milliseconds(1));
    // It has been listed, and its files are being looked at.
    m_engine->inspecting = [this] { touch("watched/vae.safetensors"); };
    folders.add(m_dir->filePath("watched"));
    QTRY_COMPARE(folders.found().findings.size(), 2u);
  }

  void aWatchedFolderThatWasRemovedIsSearchedWhenItIsBack() {
    touch("disks/stick/models/vae.safetensors");
    WatchedFolders folders(m_host.get());
    folders.setSettlingTime(std::chrono::milliseconds(1));
    folders.add(m_dir->filePath("disks/stick/models"));
    QTRY_COMPARE(folders.found().findings.size(), 1u);
    QVERIFY(QDir(m_dir->filePath("disks/stick")).removeRecursively());
    QTRY_VERIFY(folders.found().folders.size() == 1 && folders.found().folders.front().problem);
    QVERIFY(folders.found().findings.empty());
    QTRY_VERIFY(!folders.isScanning());
    touch("disks/stick/models/vae.safetensors");
    QTRY_COMPARE(folders.found().findings.size(), 1u);
    QVERIFY(!folders.found().folders.front().problem);
    QCOMPARE(folders.folders(), QStringList(m_dir->filePath("disks/stick/models")));
  }

  void aSearchCanBeStopped() {
    touch("watched/none.safetensors");
    std::stop_source stop;
    const std::vector<fs::path> folders{m_dir->filePath("watched").toStdString()};
    QCOMPARE(scanModelFolders(*m_engine, folders, {}, stop.get_token()).findings.size(), 1u);
    stop.request_stop();
    QVERIFY(scanModelFolders(*m_engine, folders, {}, stop.get_token()).findings.empty());
    QCOMPARE(m_engine->inspected(), 1);
  }

  void aWatchedFolderThatIsAwayIsRememberedAndSaysSo() {
    const QStringList folders{m_dir->filePath("away")};
    QSignalSpy changed(m_page.get(), &ModelsPage::modelFoldersChanged);
    m_page->setModelFolders(folders);
    auto* state = find<QLabel>("watchedState");
    QTRY_VERIFY2(state->text().contains("not there"), qPrintable(state->text()));
    QCOMPARE(state->property("role").toString(), "warningText");
    QCOMPARE(changed.count(), 0);
    touch("away/vae.safetensors");
    m_page->hide();
    m_page->show();
    QTRY_VERIFY(card("vae.safetensors"));
  }

  // As docs/pairs.md does: not the largest file for everyone.
  void proposesFilesThatFitTheGpu() {
    const WhereToGet where;
    QString single;
    for (const auto* label : where.findChildren<QLabel*>())
      if (label->text().contains("split_files")) single = label->text();
    const auto small = single.indexOf("wan2.1_t2v_14B_fp8_scaled.safetensors"), card = single.indexOf("12 or 16 GB"),
               large = single.indexOf("wan2.1_t2v_14B_fp16.safetensors");
    QVERIFY2(0 < small && small < card && card < large, qPrintable(single));
  }

  void saysWhetherThereIsRoomForADownload() {
    WhereToGet where;
    where.setFreeSpace(40'000'000'000);
    const auto words = [&](const char* name) { return where.findChild<QLabel*>(name)->text(); };
    const auto role = [&](const char* name) { return where.findChild<QLabel*>(name)->property("role").toString(); };
    QVERIFY2(words("neededRoom1").contains("24.1") && words("neededRoom1").contains("38.4"),
             qPrintable(words("neededRoom1")));
    QCOMPARE(role("neededRoom1"), "muted");
    QVERIFY2(words("neededRoom2").contains("Only 40"), qPrintable(words("neededRoom2")));
    QCOMPARE(role("neededRoom2"), "warningText");
    // Enough for the smaller files.
    where.setFreeSpace(30'000'000'000);
    QCOMPARE(role("neededRoom1"), "muted");
    where.setFreeSpace(20'000'000'000);
    QCOMPARE(role("neededRoom1"), "warningText");
    where.setFreeSpace({});
    QCOMPARE(role("neededRoom2"), "muted");
  }

  void anEngineThatDoesNotOpenIsToldOnTheCard() {
    EngineHost host([](Error& error) -> std::shared_ptr<Engine> {
      error = {ErrorKind::NotFound, "libflowblend_engine.so was not found"};
      return nullptr;
    });
    PairShelf shelf(&host);
    ModelsPage page(m_theme.get(), &host, &shelf);
    page.addPaths({touch("vae.safetensors")});
    host.open();
    QTRY_VERIFY(
        page.findChild<QLabel*>("componentMessage")->text().contains("libflowblend_engine.so", Qt::CaseInsensitive));
  }

private:
  QString touch(const QString& name) {
    const auto path = m_dir->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write %s", qPrintable(path));
    return path;
  }
  void add(std::initializer_list<const char*> names) {
    for (const auto* name : names) m_page->addPaths({touch(QStringLiteral("%1.safetensors").arg(name))});
  }
  QStringList titles(const char* combo) const {
    QStringList titles;
    for (int i = 0; i < find<QComboBox>(combo)->count(); ++i) titles << find<QComboBox>(combo)->itemText(i);
    return titles;
  }
  // Presses the button and waits for the pair.
  PairSpec built() {
    const int pairs = m_shelf->pairs()->rowCount();
    QTest::mouseClick(find<QPushButton>("buildPairButton"), Qt::LeftButton);
    if (!QTest::qWaitFor([&] { return m_shelf->pairs()->rowCount() > pairs; }))
      qFatal("%s", qPrintable(find<QLabel>("buildMessage")->text()));
    return m_shelf->pairs()->at(pairs).pair;
  }
  void drop(const QStringList& paths) {
    QMimeData data;
    QList<QUrl> urls;
    for (const auto& path : paths) urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_page.get(), &event);
  }
  template <class T>
  T* find(const char* name) const {
    auto* found = m_page->findChild<T*>(QLatin1String(name));
    if (!found) qFatal("no %s", name);
    return found;
  }
  ComponentCard* card(const char* file) const {
    for (auto* card : m_page->findChildren<ComponentCard*>())
      if (card->path().filename() == file) return card;
    return nullptr;
  }
  template <class T>
  T* part(const char* file, const char* name) const {
    return card(file)->findChild<T*>(QLatin1String(name));
  }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<QTemporaryDir> m_dir;
  std::shared_ptr<PairEngine> m_engine;
  std::unique_ptr<EngineHost> m_host;
  std::unique_ptr<PairShelf> m_shelf;
  std::unique_ptr<ModelsPage> m_page;
  std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestModelsPage)
#include "tst_models_page.moc"
