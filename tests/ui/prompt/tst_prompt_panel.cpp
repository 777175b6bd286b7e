// SPDX-License-Identifier: MIT
#include "other_value.h"
#include "panel_under_test.h"
#include "prompt/prompt_text_edit.h"
#include "prompt/seed_edit.h"
#include "widgets/stepped_spin_box.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextCursor>
#include <QToolButton>
#include <QUndoCommand>

using namespace fb;
using namespace fb::ui;

class TestPromptPanel : public QObject, PanelUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void cleanupTestCase() { m_theme.reset(); }

  void init() {
    PairSpec pair;
    pair.name = "Toy";
    pair.defaults.clip.width = pair.defaults.clip.height = 64;
    pair.defaults.clip.frames = 17;
    pair.defaults.clip.fps = 8;
    pair.defaults.clip.prompt = "a red star";
    open(pair, {300, 760});
  }
  void cleanup() { close(); }

  void startsFromThePair() {
    const GenerationRequest request = m_panel->request();
    QCOMPARE(request.clip.prompt, std::string("a red star"));
    QCOMPARE(request.clip.width, 64);
    QCOMPARE(request.clip.frames, 17);
    QCOMPARE(find<QLabel>("durationLabel")->text(), "2.1 s at 8 fps");
    QCOMPARE(find<QComboBox>("presetCombo")->currentIndex(), 1);
  }

  void typingIsTold() {
    auto* prompt = find<PromptTextEdit>("promptEdit");
    QSignalSpy edited(m_panel.get(), &PromptPanel::promptEdited);
    QSignalSpy changed(m_panel.get(), &PromptPanel::requestChanged);
    prompt->selectAll();
    QTest::keyClicks(prompt, "a blue ring");
    QVERIFY(changed.count() >= 11);
    QVERIFY(edited.wait(1000));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited[0][0].toString(), "a blue ring");
    QCOMPARE(m_panel->request().clip.prompt, std::string("a blue ring"));
    prompt->undo();
    QVERIFY(m_panel->request().clip.prompt != "a blue ring");
  }

  // Undoing what was typed behind a prompt leaves the prompt.
  void typingIsUndoneWithoutTheTextBeforeIt() {
    auto* prompt = find<PromptTextEdit>("promptEdit");
    const auto type = [prompt](const char* text) {
      prompt->moveCursor(QTextCursor::End);
      QTest::keyClicks(prompt, text);
    };
    type(" falls");
    QCOMPARE(prompt->toPlainText(), "a red star falls");
    prompt->undo();
    QCOMPARE(prompt->toPlainText(), "a red star");
    prompt->replaceText("a blue ring");
    type(" turns");
    prompt->undo();
    QCOMPARE(prompt->toPlainText(), "a blue ring");
    prompt->undo();
    QCOMPARE(prompt->toPlainText(), "a red star");
  }

  void undoKeepsTheRandomSeedOfTheLastClip() {
    auto* steps = find<QSpinBox>("stepsSpin");
    m_panel->rollSeedIfRandom();
    const auto first = m_panel->request().sampling.seed;
    type(steps, QString::number(steps->value() + 1));
    m_panel->rollSeedIfRandom();
    const auto second = m_panel->request().sampling.seed;
    QVERIFY(first != second);
    m_stack->undo();
    QCOMPARE(m_panel->request().sampling.seed, second);
    // What is locked now is the seed of the clip on the screen.
    QTest::mouseClick(find<QToolButton>("seedFixedButton"), Qt::LeftButton);
    QVERIFY(m_panel->seedIsFixed());
    QCOMPARE(m_panel->request().sampling.seed, second);
    m_panel->rollSeedIfRandom();
    QCOMPARE(m_panel->request().sampling.seed, second);
  }

  void ctrlReturnGenerates() {
    QSignalSpy generate(m_panel.get(), &PromptPanel::generateRequested);
    auto* prompt = find<PromptTextEdit>("promptEdit");
    QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
    QTest::keyClick(find<PromptTextEdit>("negativePromptEdit"), Qt::Key_Enter, Qt::ControlModifier);
    QCOMPARE(generate.count(), 2);
    QCOMPARE(prompt->toPlainText(), "a red star");
  }

  void thePromptGrowsWithItsText() {
    auto* prompt = find<PromptTextEdit>("promptEdit");
    const int before = prompt->height();
    prompt->replaceText(QString("line\n").repeated(6));
    QTRY_VERIFY(prompt->height() > before);
    const int six = prompt->height();
    prompt->replaceText(QString("line\n").repeated(60));
    QTRY_VERIFY(prompt->height() > six);
    QVERIFY(prompt->height() < 2 * six);
  }

  void framesAreSnapped_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("legal");
    QTest::newRow("between") << "50" << 49;
    QTest::newRow("nearer above") << "52" << 53;
    QTest::newRow("legal") << "33" << 33;
    QTest::newRow("too many") << "99999" << kMaxFrames;
    QTest::newRow("zero") << "0" << 1;
  }
  void framesAreSnapped() {
    QFETCH(QString, typed);
    QFETCH(int, legal);
    auto* frames = find<SteppedSpinBox>("framesSpin");
    type(frames, typed);
    QCOMPARE(frames->value(), legal);
    QCOMPARE(m_panel->request().clip.frames, legal);
    const auto* hint = find<QLabel>("hintLabel");
    QCOMPARE(hint->isVisibleTo(m_panel.get()), typed.toInt() != legal);
    if (typed.toInt() != legal) QVERIFY(hint->text().contains(QString::number(legal)));
  }

  void sidesStayOnTheirGrid() {
    auto* width = find<SteppedSpinBox>("widthSpin");
    type(width, "100");
    QCOMPARE(m_panel->request().clip.width, 96);
    QTest::keyClick(width, Qt::Key_Up);
    QCOMPARE(m_panel->request().clip.width, 112);
    PairSpec pair;
    pair.family = Family("ltx");
    pair.defaults.clip.width = 112;
    m_panel->setPair(pair);
    QCOMPARE(m_panel->request().clip.width % 32, 0);
  }

  void seedsOf64BitsComeAndGo() {
    auto* seed = find<SeedEdit>("seedEdit");
    QVERIFY(!seed->isEnabled());
    QTest::mouseClick(find<QToolButton>("seedFixedButton"), Qt::LeftButton);
    QVERIFY(m_panel->seedIsFixed());
    seed->selectAll();
    QTest::keyClicks(seed, "18446744073 709551615x");
    QTest::keyClick(seed, Qt::Key_Return);
    QCOMPARE(m_panel->request().sampling.seed, std::uint64_t(18446744073709551615ULL));
    QCOMPARE(seed->text(), "18 446 744 073 709 551 615");
    QTest::mouseClick(find<QToolButton>("copySeedButton"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), "18446744073709551615");
    m_panel->rollSeedIfRandom();
    QCOMPARE(m_panel->request().sampling.seed, std::uint64_t(18446744073709551615ULL));
    QTest::mouseClick(find<QToolButton>("diceButton"), Qt::LeftButton);
    QVERIFY(m_panel->request().sampling.seed != 18446744073709551615ULL);
    QVERIFY(!SeedEdit::parse("18446744073709551616"));
    QVERIFY(!SeedEdit::parse("-1"));
  }

  void aRandomSeedIsRolled() {
    const auto before = m_panel->request().sampling.seed;
    m_panel->rollSeedIfRandom();
    QVERIFY(m_panel->request().sampling.seed != before);
  }

  void undoTakesValuesBack() {
    QSignalSpy steps(m_panel.get(), &PromptPanel::stepsChanged);
    type(find<SteppedSpinBox>("stepsSpin"), "12");
    type(find<QDoubleSpinBox>("shiftSpin"), "7");
    QCOMPARE(m_stack->count(), 2);
    QCOMPARE(m_panel->request().sampling.shift, 7.0);
    m_stack->undo();
    QCOMPARE(m_panel->request().sampling.shift, 3.0);
    QCOMPARE(m_panel->request().sampling.schedule.steps, 12);
    m_stack->undo();
    QCOMPARE(m_panel->request().sampling.schedule.steps, 30);
    m_stack->redo();
    QCOMPARE(m_panel->request().sampling.schedule.steps, 12);
    QCOMPARE(steps.count(), 3);
    QTest::keyClick(find<SteppedSpinBox>("stepsSpin"), Qt::Key_Up);
    QTest::keyClick(find<SteppedSpinBox>("stepsSpin"), Qt::Key_Up);
    m_stack->undo();
    QCOMPARE(m_panel->request().sampling.schedule.steps, 12);
  }

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

  void recentPromptsReplaceInOneUndo() {
    m_panel->setRecentPrompts({"first & last", "second"});
    auto* menu = find<QMenu>("recentMenu");
    QCOMPARE(menu->actions().size(), 2);
    menu->actions().first()->trigger();
    auto* prompt = find<PromptTextEdit>("promptEdit");
    QCOMPARE(prompt->toPlainText(), "first & last");
    prompt->undo();
    QCOMPARE(prompt->toPlainText(), "a red star");
  }

  void tokensPastTheLimitWarn() {
    m_panel->setTokenCount(19);
    QCOMPARE(find<QLabel>("tokenCounter")->text(), "19 / 512 tokens");
    QVERIFY(!find<QLabel>("tokenWarning")->isVisible());
    m_panel->setTokenCount(520);
    QVERIFY(find<QLabel>("tokenWarning")->isVisible());
    QVERIFY(find<QLabel>("tokenWarning")->text().contains("8"));
  }

  // Numbers that a spin box would round, and settings without a control in the form, come back unchanged.
  void whatIsNotEditedStaysExact() {
    GenerationRequest request = m_panel->request();
    request.clip.fps = 30000. / 1001;
    request.sampling.shift = 0.1 + 0.2;
    request.sampling.guidanceSmall = 1. / 3;
    m_panel->setRequest(request);
    QVERIFY(m_panel->request().clip == request.clip);
    QVERIFY(m_panel->request().sampling == request.sampling);
    type(find<QDoubleSpinBox>("fpsSpin"), "12");
    QCOMPARE(m_panel->request().clip.fps, 12.);
    QCOMPARE(m_panel->request().sampling.shift, request.sampling.shift);
  }

  void theSmallModelsGuidanceFollowsUntilItIsSet() {
    auto* own = find<QCheckBox>("guidanceSmallCheck");
    auto* scale = find<QDoubleSpinBox>("guidanceSmallSpin");
    find<QToolButton>("advancedButton")->setChecked(true);
    type(find<QDoubleSpinBox>("guidanceSpin"), "6.5");
    QVERIFY(!scale->isEnabled());
    QCOMPARE(scale->value(), 6.5);
    QVERIFY(!m_panel->request().sampling.guidanceSmall);
    own->click();
    QVERIFY(scale->isEnabled());
    QCOMPARE(m_panel->request().sampling.guidanceSmall, std::optional(6.5));
    type(scale, "2");
    QCOMPARE(m_panel->request().sampling.guidanceSmall, std::optional(2.));
    m_stack->undo();
    m_stack->undo();
    QVERIFY(!m_panel->request().sampling.guidanceSmall);
    QVERIFY(!own->isChecked());
  }

  void everySettingOfTheFormIsShownAndGivenBack_data() {
    QTest::addColumn<QString>("key");
    for (const auto& setting : kSettings)
      if (setting.shapesClip && setting.countsFor({}) && setting.type() != SettingType::Path)
        QTest::newRow(setting.key) << setting.key;
  }
  void everySettingOfTheFormIsShownAndGivenBack() {
    QFETCH(QString, key);
    const auto& setting = *findSetting(key.toStdString());
    const auto before = m_panel->request();
    const auto value = otherValue(setting, before);
    auto request = before;
    QVERIFY(setting.assign(value, request));
    m_panel->setRequest(request);
    // The boundaries belong to the stage panel, and the run's options to the window: they are those of the base.
    const bool ours = !std::holds_alternative<MemberOf<RunOptions>>(setting.member) && key != "early" &&
                      key != "late" && key != "middle_steps";
    QVERIFY(setting.value(m_panel->request()) == (ours ? value : setting.value(before)));
    QVERIFY(setting.value(m_panel->request(request)) == value);
  }

  void noiseLevelsSetTheSteps() {
    find<QToolButton>("advancedButton")->click();
    auto* levels = find<QLineEdit>("sigmasEdit");
    auto* steps = find<SteppedSpinBox>("stepsSpin");
    const int before = steps->value();
    const auto enter = [&](const QString& text) {
      levels->setFocus();
      levels->selectAll();
      QTest::keyClicks(levels, text);
      QTest::keyClick(levels, Qt::Key_Return);
    };
    QCOMPARE(levels->placeholderText(), "by the pair's rule");
    enter("1, .75;0.5");
    QVERIFY(m_panel->request().sampling.sigmas == (std::vector{1., 0.75, 0.5}));
    QCOMPARE(m_panel->request().sampling.schedule.steps, 3);
    QCOMPARE(levels->text(), "1, 0.75, 0.5");
    QVERIFY(!steps->isEnabled());
    QCOMPARE(steps->toolTip(), "As many as there are noise levels, under Advanced.");
    enter("1, x");
    QCOMPARE(levels->text(), "1, 0.75, 0.5");
    QCOMPARE(find<QLabel>("hintLabel")->text(), "“1, x” is not a list of numbers such as 1, 0.75, 0.5.");
    QVERIFY(m_panel->request().sampling.sigmas == (std::vector{1., 0.75, 0.5}));
    m_stack->undo();
    QVERIFY(m_panel->request().sampling.sigmas.empty());
    QCOMPARE(steps->value(), before);
    m_stack->redo();
    QCOMPARE(steps->value(), 3);
    levels->clear();
    QTest::keyClick(levels, Qt::Key_Return);
    QVERIFY(m_panel->request().sampling.sigmas.empty());
    QVERIFY(steps->isEnabled());
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

  void aRequestIsShownAndGivenBack() {
    GenerationRequest request;
    request.clip.prompt = "p";
    request.clip.negativePrompt = "n";
    request.clip.width = 640;
    request.clip.height = 352;
    request.clip.frames = 41;
    request.clip.fps = 23.976;
    request.sampling.schedule = {0.5, 0.25, 22};
    request.sampling.solver = SolverKind::DpmSolverPP;
    request.sampling.history = HistoryPolicy::Restart;
    request.sampling.guidance = 6.25;
    request.sampling.guidanceSmall = 2.5;
    request.sampling.seed = 123456789012345ULL;
    m_panel->setRequest(request);
    QVERIFY(m_panel->seedIsFixed());
    QVERIFY(find<QWidget>("advancedBox")->isVisible());
    // The boundaries do not belong to this panel.
    request.sampling.schedule.early = GenerationRequest().sampling.schedule.early;
    request.sampling.schedule.late = GenerationRequest().sampling.schedule.late;
    QVERIFY(toJson(m_panel->request()) == toJson(request));
  }

  void problemsAreShown() {
    m_panel->setProblems({"One.", "Two."});
    QVERIFY(find<QLabel>("problemStrip")->isVisible());
    m_panel->setProblems({});
    QVERIFY(!find<QLabel>("problemStrip")->isVisible());
  }

  void theOfferToCalibrateComesIntoViewWhereItAnswersAChoice() {
    find<QToolButton>("advancedButton")->click();
    m_panel->resize(300, 560);
    auto* offer = find<QWidget>("calibrationOffer");
    auto* bar = m_panel->findChild<QScrollArea*>()->verticalScrollBar();
    const CalibrationCost cost{2, 30, 4e15, 1260};
    find<PromptTextEdit>("promptEdit")->setFocus();
    m_panel->offerCalibration(cost, false);
    QCoreApplication::processEvents();
    QVERIFY(offer->isVisible());
    QCOMPARE(bar->value(), 0);
    QVERIFY(offer->visibleRegion().boundingRect() != offer->rect());
    m_panel->offerCalibration({}, false);
    find<QComboBox>("cacheCombo")->setFocus();
    m_panel->offerCalibration(cost, false);
    QTRY_COMPARE(offer->visibleRegion().boundingRect(), offer->rect());
  }

private:
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

QTEST_MAIN(TestPromptPanel)
#include "tst_prompt_panel.moc"
