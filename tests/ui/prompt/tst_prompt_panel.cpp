// SPDX-License-Identifier: MIT
#include "other_value.h"
#include "panel_under_test.h"
#include "prompt/prompt_text_edit.h"
#include "prompt/seed_edit.h"
#include "widgets/stepped_spin_box.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTextCursor>
#include <QToolButton>

using namespace fb;
using namespace fb::ui;

class TestPromptPanel : public QObject, PanelUnderTest {
  Q_OBJECT
private Q_SLOTS:
  void cleanupTestCase() { m_theme.reset(); }

  void init() { open(toyPair(), {300, 760}); }
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

  void theNarrowestPanelCutsNoField() {
    auto* area = m_panel->findChild<QScrollArea*>();
    const auto isWhole = [area] { return area->viewport()->width() >= area->widget()->minimumSizeHint().width(); };
    m_panel->resize(m_panel->minimumSizeHint().width(), 300);
    QTRY_VERIFY(area->verticalScrollBar()->isVisible());
    QTRY_VERIFY(isWhole());
    for (const char* name : {"widthSpin", "heightSpin"}) find<SteppedSpinBox>(name)->setValue(1280);
    find<SteppedSpinBox>("stepsSpin")->setValue(250);
    constexpr int kMargins = 4;  // of a line edit, beside its text
    for (const auto* spin : area->findChildren<QAbstractSpinBox*>()) {
      const auto* text = spin->findChild<QLineEdit*>();
      if (!spin->isVisible() || !text->isVisible()) continue;
      QVERIFY2(
          text->fontMetrics().horizontalAdvance(text->text()) <= text->width() - kMargins,
          qPrintable(QStringLiteral("%1: %2 in %3 pixels").arg(spin->objectName(), text->text()).arg(text->width())));
    }
    // What needs more room gets it.
    const int before = m_panel->width();
    find<QLabel>("tokenCounter")->setMinimumWidth(before);
    QTRY_VERIFY(m_panel->minimumSizeHint().width() > before);
    m_panel->resize(m_panel->minimumSizeHint().width(), 300);
    QTRY_VERIFY(isWhole());
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
};

QTEST_MAIN(TestPromptPanel)
#include "tst_prompt_panel.moc"
