// SPDX-License-Identifier: MIT
#include "panel_under_test.h"
#include "widgets/stepped_spin_box.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QUndoCommand>

using namespace fb;
using namespace fb::ui;

class TestPromptPresets : public QObject, PanelUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void cleanupTestCase() { m_theme.reset(); }

  void init() { open(toyPair(), {300, 760}); }
  void cleanup() { close(); }

  void presetsSetWhatTheyName() {
    m_panel->setPair({});
    auto* combo = find<QComboBox>("presetCombo");
    const auto seed = m_panel->request().sampling.seed;
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentText(), "Draft");
    GenerationRequest request = m_panel->request();
    QCOMPARE(request.clip.width, 416);
    QCOMPARE(request.clip.height, 240);
    QCOMPARE(request.clip.frames, 33);
    QCOMPARE(request.sampling.seed, seed);
    type(find<SteppedSpinBox>("stepsSpin"), "7");
    QCOMPARE(combo->currentText(), "Custom");

    find<QAction>("savePresetAction")->trigger();
    auto* dialog = m_panel->findChild<QInputDialog*>("presetNameDialog");
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), "Seven");
    QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
    QCOMPARE(combo->currentText(), "Seven");
    m_stack->undo();
    QCOMPARE(combo->currentText(), "Draft");
    QVERIFY(!find<QAction>("deletePresetAction")->isEnabled());
  }

  void aPresetOfOnesOwnIsReplacedOnlyIfAsked() {
    auto* combo = find<QComboBox>("presetCombo");
    const auto saveAs = [this](const QString& name) {
      find<QAction>("savePresetAction")->trigger();
      enterName(name);
    };
    type(find<SteppedSpinBox>("stepsSpin"), "7");
    saveAs(" Mine ");
    QCOMPARE(combo->currentText(), "Mine");
    const auto before = *m_store->find("Mine");
    type(find<SteppedSpinBox>("stepsSpin"), "9");
    for (const bool isAgreed : {false, true}) {
      saveAs("Mine");
      auto* box = m_panel->findChild<QMessageBox*>("replacePresetQuestion");
      QVERIFY(box && box->text().contains("Mine"));
      QVERIFY(*m_store->find("Mine") == before);
      for (auto* button : box->buttons())
        if (box->buttonRole(button) == (isAgreed ? QMessageBox::DestructiveRole : QMessageBox::RejectRole))
          QTest::mouseClick(button, Qt::LeftButton);
      QTRY_VERIFY(!m_panel->findChild<QMessageBox*>("replacePresetQuestion"));
      QCOMPARE(*m_store->find("Mine") == before, !isAgreed);
      QCOMPARE(combo->currentText(), isAgreed ? "Mine" : "Custom");
    }
    // What comes with the program cannot be replaced, and that is said where one looks.
    m_panel->setPair({});
    auto* message = find<QLabel>("presetMessage");
    QVERIFY(!message->isVisible());
    saveAs("Draft");
    QVERIFY(message->isVisible() && message->text().contains("Draft"));
    QVERIFY(m_store->find("Draft", Family("wan"))->builtIn);
    saveAs("Another");
    QVERIFY(!message->isVisible());
    QVERIFY(m_store->find("Another"));
  }

  void aPresetOfOnesOwnIsRenamedAndDeleted() {
    auto* combo = find<QComboBox>("presetCombo");
    auto* rename = find<QAction>("renamePresetAction");
    QVERIFY(!rename->isEnabled());
    for (const char* name : {"One", "Two"}) {
      type(find<SteppedSpinBox>("stepsSpin"), QLatin1String(name) == QLatin1String("One") ? "7" : "9");
      find<QAction>("savePresetAction")->trigger();
      enterName(name);
    }
    QVERIFY(rename->isEnabled());
    const auto two = *m_store->find("Two");
    rename->trigger();
    QCOMPARE(m_panel->findChild<QInputDialog*>("presetNameDialog")->textValue(), "Two");
    enterName("One");
    QVERIFY(find<QLabel>("presetMessage")->text().contains("One"));
    QVERIFY(*m_store->find("Two") == two);
    rename->trigger();
    QVERIFY(!find<QLabel>("presetMessage")->isVisible());
    enterName("Second");
    QCOMPARE(combo->currentText(), "Second");
    QVERIFY(!m_store->find("Two"));
    auto renamed = two;
    renamed.name = "Second";
    QVERIFY(*m_store->find("Second") == renamed);
    QVERIFY(!m_store->rename("480p", Family("wan"), "Mine"));
    QVERIFY(!m_store->rename("Second", renamed.family, "480p"));
    QVERIFY(!m_store->rename("Second", renamed.family, " "));
    // Who deletes one is told, and can bring it back.
    QSignalSpy removed(m_store.get(), &PresetStore::removed);
    find<QAction>("deletePresetAction")->trigger();
    QCOMPARE(removed.count(), 1);
    QVERIFY(!m_store->find("Second"));
    QCOMPARE(combo->currentText(), "Custom");
    QVERIFY(m_store->save(removed[0][0].value<Preset>()));
    QVERIFY(*m_store->find("Second") == renamed);
    QCOMPARE(combo->currentText(), "Second");
  }

  void aPresetIsSharedAsAFile() {
    auto* share = find<QAction>("sharePresetAction");
    QVERIFY(!share->isEnabled());
    type(find<SteppedSpinBox>("stepsSpin"), "7");
    find<QAction>("savePresetAction")->trigger();
    enterName("Mine: 1/2");
    const auto mine = *m_store->find("Mine: 1/2");
    QVERIFY(share->isEnabled());
    share->trigger();
    auto* dialog = m_panel->findChild<QFileDialog*>("sharePresetDialog");
    QVERIFY(dialog);
    const auto proposed = dialog->selectedFiles();
    QVERIFY2(proposed.size() == 1 && QFileInfo(proposed.front()).fileName() == QLatin1String("Mine_ 1_2.json"),
             qPrintable(proposed.join(' ')));
    const auto shared = m_dir->filePath("shared.json");
    Q_EMIT dialog->fileSelected(shared);
    dialog->close();
    QFile file(shared);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto document = file.readAll();
    PresetStore other(m_dir->filePath("other/presets.json"));
    QCOMPARE(other.add(document), QStringList("Mine: 1/2"));
    QVERIFY(*other.find("Mine: 1/2") == mine);
    // Nothing of the other user's is written over.
    QCOMPARE(other.add(document), QStringList("Mine: 1/2 2"));
    QVERIFY(*other.find("Mine: 1/2") == mine);
    QVERIFY(other.find("Mine: 1/2 2")->values == mine.values);
    auto draft = mine;
    draft.name = "Draft";
    draft.pair = "Moving Shapes (built in)";
    QCOMPARE(other.add(PresetStore::documentOf(draft)), QStringList("Draft 2"));
    QVERIFY(other.find("Draft 2")->pair.isEmpty() && !other.find("Draft 2")->builtIn);
    // Where it cannot be written, that is said in place.
    share->trigger();
    dialog = m_panel->findChild<QFileDialog*>("sharePresetDialog");
    Q_EMIT dialog->fileSelected("/nowhere/shared.json");
    dialog->close();
    QVERIFY(find<QLabel>("presetMessage")->text().contains("/nowhere/shared.json"));
  }

  void whatIsNoDocumentOfPresetsAddsNone_data() {
    QTest::addColumn<QByteArray>("document");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut off") << QByteArray("{\"format\": \"flowblend-presets\", \"presets\": [{\"na");
    QTest::newRow("another format") << QByteArray("{\"format\": \"flowblend-pair\", \"presets\": [{\"name\": \"A\"}]}");
    QTest::newRow("without names") << QByteArray(
        "{\"format\": \"flowblend-presets\", \"presets\": [{\"steps\": 7}, 3]}");
    QTest::newRow("a newer version") << QByteArray(
        "{\"format\": \"flowblend-presets\", \"version\": 2, \"presets\": [{\"name\": \"A\"}]}");
  }
  void whatIsNoDocumentOfPresetsAddsNone() {
    QFETCH(QByteArray, document);
    const auto before = m_store->presets();
    QVERIFY(m_store->add(document).isEmpty());
    QVERIFY(m_store->presets() == before);
  }

  void presetsAndSizesFitThePair() {
    auto* combo = find<QComboBox>("presetCombo");
    auto* sizes = find<QMenu>("sizeMenu");
    const auto offers = [&](const char* name) { return combo->findText(QLatin1String(name)) > 1; };
    const auto saysOf = [&](const char* name) {
      return combo->itemData(combo->findText(QLatin1String(name)), Qt::ToolTipRole).toString();
    };
    // Of 64 x 64 pixels.
    for (const char* name : {"Draft", "480p", "720p", "720p portrait", "480p in 4 steps, both models distilled"})
      QVERIFY2(!offers(name), name);
    QCOMPARE(sizes->actions().first()->text(), QStringLiteral("64 × 64"));
    QVERIFY(sizes->actions().at(1)->isSeparator());
    // One's own are offered whatever their size.
    PromptValues large;
    large.clip.width = 1280;
    QVERIFY(m_store->save(Preset::fromValues("Mine", large)));
    QVERIFY(offers("Mine"));
    // The same name says of each pair what is known of it.
    QVERIFY2(saysOf("Fast").contains("Not measured"), qPrintable(saysOf("Fast")));
    auto shapes = pairOfShapes();
    m_panel->setPair(shapes, true);
    QVERIFY(offers("Draft") && !offers("480p"));
    QCOMPARE(combo->findText("Fast", Qt::MatchExactly), combo->findText("Draft") + 1);
    QVERIFY2(saysOf("Fast").contains("1.82"), qPrintable(saysOf("Fast")));
    QVERIFY2(saysOf("Faithful").contains("0.90"), qPrintable(saysOf("Faithful")));
    // A pair of the user's may have the same name.
    m_panel->setPair(shapes);
    QVERIFY(saysOf("Fast").contains("Not measured") && !offers("Draft"));
    shapes.distilledSmall = true;
    m_panel->setPair(shapes);
    QVERIFY(!offers("Fast") && !offers("Faithful"));
    shapes = {};
    shapes.family = Family("ltx");
    m_panel->setPair(shapes);
    QVERIFY(!offers("Fast") && offers("720p"));
    m_panel->setPair({});
    QVERIFY(offers("Draft") && offers("480p") && offers("720p portrait") && offers("Fast"));
    QStringList texts;
    for (const auto* action : sizes->actions()) texts << action->text();
    QVERIFY2(texts.contains("1280 × 720") && texts.contains("416 × 240"), qPrintable(texts.join(", ")));
  }

  void aPresetWithStagesSetsThemAndNeedsThem() {
    auto* combo = find<QComboBox>("presetCombo");
    auto* description = find<QLabel>("presetDescription");
    m_panel->setPair(pairOfShapes(), true);
    QSignalSpy moved(m_panel.get(), &PromptPanel::boundariesChosen);
    // The stage panel's part of the step.
    connect(m_panel.get(), &PromptPanel::boundariesChosen, m_panel.get(),
            [this] { m_stack->push(new QUndoCommand("stages")); });
    const auto choose = [&](const char* name) {
      combo->setCurrentIndex(combo->findText(QLatin1String(name)));
      Q_EMIT combo->activated(combo->currentIndex());
    };
    choose("Fast");
    QCOMPARE(moved.count(), 1);
    QCOMPARE(moved[0][0].toDouble(), .6);
    QCOMPARE(moved[0][1].toDouble(), .1);
    QCOMPARE(m_stack->count(), 1);
    QVERIFY(m_panel->request().sampling.cache == CacheRule::EasyCache);
    QCOMPARE(m_panel->request().sampling.cacheThreshold, .2);
    QCOMPARE(combo->currentText(), "Fast");
    QVERIFY(description->isVisible() && description->text().contains("1.82"));
    // With other boundaries, what it says of itself is not true.
    m_panel->setSchedule({.3, .2, 30});
    QCOMPARE(combo->currentText(), "Custom");
    QVERIFY(!description->isVisible());
    m_panel->setSchedule({.6, .1, 30});
    QCOMPARE(combo->currentText(), "Fast");
    // Neither its stages nor its cache stay with another one.
    choose("Draft");
    QCOMPARE(moved.count(), 2);
    QCOMPARE(moved[1][0].toDouble(), .4);
    QVERIFY(m_panel->request().sampling.cache == CacheRule::None);
    choose("Faithful");
    QCOMPARE(moved.count(), 3);
    QCOMPARE(moved[2][0].toDouble(), .6);
    QVERIFY(m_panel->request().sampling.cache == CacheRule::EasyCache);
    QCOMPARE(combo->currentText(), "Faithful");
    choose("Pair's defaults");
    QCOMPARE(moved.count(), 4);
    QVERIFY(m_panel->request().sampling.cache == CacheRule::None);
  }

  void ownPresetsAreKept() {
    PromptValues values;
    values.clip.frames = 9;
    values.sampling.solver = SolverKind::Euler;
    QVERIFY(m_store->save(Preset::fromValues("Mine", values)));
    QVERIFY(!m_store->save(Preset::fromValues("480p", values)));
    QVERIFY(!m_store->remove("480p", Family("wan")));
    QVERIFY(!m_store->remove("Mine", Family("wan")));
    const QString file = m_dir->filePath("sub/presets.json");
    QTRY_VERIFY(QFile::exists(file));
    {
      PresetStore again(file);
      QVERIFY(again.find("Mine"));
      QVERIFY(again.find("Mine")->appliedTo({}) == values);
      QVERIFY(again.remove("Mine", {}));
    }
    QVERIFY(!PresetStore(file).find("Mine"));
    QCOMPARE(QDir(m_dir->filePath("sub")).entryList(QDir::Files), QStringList("presets.json"));
  }

  void aDamagedFileIsKeptAndTold_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("saved");
    QTest::newRow("cut off") << QByteArray("{\"format\": \"flowblend-presets\", \"presets\": [{\"name\": \"Mi") << 0;
    QTest::newRow("something else") << QByteArray("{\"pairs\": []}") << 0;
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("one of two") << QByteArray("{\"presets\": [{\"name\": \"Mine\", \"frames\": 9}, {\"frames\": 5}]}")
                                << 1;
  }
  void aDamagedFileIsKeptAndTold() {
    QFETCH(QByteArray, content);
    QFETCH(int, saved);
    const QDir folder(m_dir->filePath("damaged"));
    QVERIFY(folder.mkpath("."));
    const auto file = folder.filePath("presets.json");
    {
      QFile written(file);
      QVERIFY(written.open(QIODevice::WriteOnly));
      written.write(content);
    }
    {
      PresetStore store(file);
      QVERIFY2(store.problem().contains(file), qPrintable(store.problem()));
      QCOMPARE(store.find("Mine") ? 1 : 0, saved);
      QVERIFY(store.save(Preset::fromValues("New", {})));
    }
    const auto kept = folder.entryList({"presets.json.damaged-*"});
    QCOMPARE(kept.size(), 1);
    QFile aside(folder.filePath(kept[0]));
    QVERIFY(aside.open(QIODevice::ReadOnly));
    QCOMPARE(aside.readAll(), content);
    const PresetStore again(file);
    QVERIFY(again.problem().isEmpty());
    QVERIFY(again.find("New"));
    QCOMPARE(again.find("Mine") ? 1 : 0, saved);
  }

  // The next version may have settings that this one would lose.
  void presetsOfANewerVersionAreLeftToIt() {
    const auto file = m_dir->filePath("newer.json");
    const QByteArray content =
        "{\"version\": 2, \"presets\": [{\"name\": \"Mine\", \"frames\": 9, \"mood\": \"blue\"}]}";
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(content) == content.size());
    written.close();
    {
      PresetStore store(file);
      QVERIFY2(store.problem().contains(file) && store.problem().contains("newer"), qPrintable(store.problem()));
      QVERIFY(store.find("Mine"));
      QSignalSpy failed(&store, &PresetStore::failed);
      QVERIFY(store.save(Preset::fromValues("New", {})));
      QCOMPARE(failed.count(), 1);
    }
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), content);
  }

  void aDamagedFileThatCannotBeMovedIsNotWritten() {
    PresetStore store("/proc/version");
    QVERIFY2(store.problem().contains("/proc/version"), qPrintable(store.problem()));
    QSignalSpy failed(&store, &PresetStore::failed);
    QVERIFY(store.save(Preset::fromValues("New", {})));
    QCOMPARE(failed.count(), 1);
  }

  void builtInPresetsAreLegal() {
    QVERIFY(m_store->presets().size() > 3);
    for (const Preset& preset : m_store->presets()) {
      QVERIFY(preset.family);
      GenerationRequest request;
      request.pair.family = *preset.family;
      request.clip.width = request.clip.height = 0;
      QVERIFY(assign(preset.values, request));
      for (const auto& [key, value] : preset.values) {
        const auto problem = findSetting(key)->problem(request);
        QVERIFY2(problem.empty(), problem.c_str());
      }
      // For pairs of any size.
      if (preset.ordinary) continue;
      for (const char* key : {"width", "height", "frames"}) QVERIFY2(preset.values.contains(key), key);
    }
    for (const auto& family : {Family("wan"), Family("ltx")}) QVERIFY(m_store->find("720p", family)->family == family);
  }

  void presetsForDistilledModelsSayWhatTheyAreFor() {
    m_panel->setPair({});
    auto* combo = find<QComboBox>("presetCombo");
    auto* description = find<QLabel>("presetDescription");
    const auto before = m_panel->request().sampling;
    const auto choose = [&](const QString& name) {
      combo->setCurrentIndex(combo->findText(name));
      Q_EMIT combo->activated(combo->currentIndex());
      QCOMPARE(combo->currentText(), name);
    };
    QVERIFY(!description->isVisible());
    choose("480p in 4 steps, large model distilled");
    const auto four = m_panel->request().sampling;
    QCOMPARE(four.sigmas.size(), 4u);
    QCOMPARE(four.schedule.steps, 4);
    QVERIFY(four.solver == SolverKind::Euler);
    QCOMPARE(four.guidance, 1.);
    QCOMPARE(four.guidanceSmall, std::optional(5.));
    QVERIFY(description->isVisible());
    QVERIFY(description->text().contains("4-step LoRA"));
    QCOMPARE(combo->itemData(combo->currentIndex(), Qt::ToolTipRole).toString(), description->text());
    QCOMPARE(combo->accessibleDescription(), description->text());
    choose("480p in 4 steps, both models distilled");
    QVERIFY(!m_panel->request().sampling.guidanceSmall);
    // Another preset does not keep what is good for distilled models only.
    choose("720p");
    const auto after = m_panel->request().sampling;
    QVERIFY(after.sigmas.empty());
    QCOMPARE(after.schedule.steps, 40);
    QCOMPARE(after.guidance, before.guidance);
    QVERIFY(!description->isVisible());
    // Nor does one of the user's that was saved before there were noise levels.
    choose("480p in 8 steps, both models distilled");
    Preset old{.name = "Old", .values = {{"steps", std::int64_t{25}}}};
    QVERIFY(m_store->save(old));
    choose("Old");
    QVERIFY(m_panel->request().sampling.sigmas.empty());
    QCOMPARE(m_panel->request().sampling.schedule.steps, 25);
  }

  void presetsGoThroughTheirFile() {
    PromptValues values;
    values.sampling.sigmas = {1, 0.1 + 0.2};
    values.sampling.schedule.steps = 2;
    for (const auto guidance : {std::optional<double>(), std::optional(2.5)}) {
      values.sampling.guidanceSmall = guidance;
      auto preset = Preset::fromValues("Mine", values);
      preset.description = "For two models.";
      const auto read = Preset::fromJson(preset.toJson());
      QVERIFY(read && *read == preset);
      PromptValues other;
      other.sampling.guidanceSmall = 7;
      QVERIFY(read->appliedTo(other) == values);
    }
  }

private:
  // Instead of the name that the dialog proposes.
  void enterName(const QString& name) {
    auto* dialog = m_panel->findChild<QInputDialog*>("presetNameDialog");
    if (!dialog) qFatal("no name is asked for");
    dialog->setTextValue(name);
    dialog->accept();
    QTRY_VERIFY(!m_panel->findChild<QInputDialog*>("presetNameDialog"));
  }
  // As the built-in pair that was measured.
  static PairSpec pairOfShapes() {
    PairSpec pair;
    pair.name = "Moving Shapes (built in)";
    pair.defaults.clip.width = pair.defaults.clip.height = 64;
    pair.defaults.clip.frames = 17;
    pair.defaults.clip.fps = 8;
    pair.defaults.sampling.guidance = 4;
    return pair;
  }
};

QTEST_MAIN(TestPromptPresets)
#include "tst_prompt_presets.moc"
