// SPDX-License-Identifier: MIT
#include "prompt/value_fields.h"

#include "prompt/seed_edit.h"
#include "theme/theme.h"
#include "widgets/icon_button.h"
#include "widgets/plain_double_spin_box.h"
#include "widgets/stepped_spin_box.h"
#include "widgets/wheel_needs_focus.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QRandomGenerator>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace fb::ui {

namespace {

enum Column { LabelColumn, FirstColumn, SecondColumn, ButtonColumn, ColumnCount };
enum Row { SizeRow, LengthRow, DurationRow, StepsRow, TwoPassRow, GuidanceRow, SeedRow, AdvancedRow };

constexpr int kMostSteps = 1000;
constexpr std::array kSizes = {std::pair(416, 240), std::pair(832, 480),  std::pair(480, 832),
                               std::pair(624, 624), std::pair(1280, 720), std::pair(720, 1280)};

template <class T>
T* named(T* widget, const char* name) {
  widget->setObjectName(QLatin1String(name));
  return widget;
}

}  // namespace

ValueFields::ValueFields(const Theme* theme, QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setSpacing(8);
  m_grid->setColumnStretch(FirstColumn, 1);
  m_grid->setColumnStretch(SecondColumn, 1);
  makeMain(theme);
  makeSeed(theme);
  makeAdvanced();
  for (QWidget* field : std::initializer_list<QWidget*>{m_width, m_height, m_frames, m_fps, m_steps, m_solver,
                                                        m_guidance, m_shift, m_guidanceSmall, m_history}) {
    makeWheelNeedFocus(field);
    field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    field->setMinimumWidth(field->fontMetrics().averageCharWidth() * 9);
  }
  setRules({});
  retranslate();
  setValues({});
  connectFields();
}

void ValueFields::makeMain(const Theme* theme) {
  m_sizeLabel = new QLabel(this);
  m_width = named(new SteppedSpinBox(this), "widthSpin");
  m_height = named(new SteppedSpinBox(this), "heightSpin");
  m_sizeButton = iconButton(theme, "more", "sizeButton", this);
  m_sizeMenu = named(new QMenu(m_sizeButton), "sizeMenu");
  m_sizeButton->setMenu(m_sizeMenu);
  m_sizeButton->setPopupMode(QToolButton::InstantPopup);
  m_sizeButton->setProperty("role", "icon");
  m_sizeLabel->setBuddy(m_width);
  m_grid->addWidget(m_sizeLabel, SizeRow, LabelColumn);
  m_grid->addWidget(m_width, SizeRow, FirstColumn);
  m_grid->addWidget(m_height, SizeRow, SecondColumn);
  m_grid->addWidget(m_sizeButton, SizeRow, ButtonColumn);

  m_lengthLabel = new QLabel(this);
  m_frames = named(new SteppedSpinBox(this), "framesSpin");
  m_fps = named(new PlainDoubleSpinBox(1, 120, 1, 0, this), "fpsSpin");
  m_duration = named(new QLabel(this), "durationLabel");
  m_duration->setProperty("role", "muted");
  m_lengthLabel->setBuddy(m_frames);
  m_grid->addWidget(m_lengthLabel, LengthRow, LabelColumn);
  m_grid->addWidget(m_frames, LengthRow, FirstColumn);
  m_grid->addWidget(m_fps, LengthRow, SecondColumn, 1, 2);
  m_grid->addWidget(m_duration, DurationRow, FirstColumn, 1, 3);

  m_stepsLabel = new QLabel(this);
  m_steps = named(new SteppedSpinBox(this), "stepsSpin");
  m_steps->setLegal(1, 1, 1, kMostSteps);
  m_solver = named(new QComboBox(this), "solverCombo");
  for (const auto& [kind, name] : {std::pair(SolverKind::UniPC, "UniPC"), std::pair(SolverKind::Euler, "Euler"),
                                   std::pair(SolverKind::DpmSolverPP, "DPM++")})
    m_solver->addItem(QLatin1String(name), static_cast<int>(kind));
  m_stepsLabel->setBuddy(m_steps);
  m_grid->addWidget(m_stepsLabel, StepsRow, LabelColumn);
  m_grid->addWidget(m_steps, StepsRow, FirstColumn);
  m_grid->addWidget(m_solver, StepsRow, SecondColumn, 1, 2);

  m_twoPass = named(new QCheckBox(this), "twoPassCheck");
  m_grid->addWidget(m_twoPass, TwoPassRow, FirstColumn, 1, 3);

  m_guidanceLabel = new QLabel(this);
  m_guidance = named(new PlainDoubleSpinBox(0, 30, 0.5, 1, this), "guidanceSpin");
  m_shift = named(new PlainDoubleSpinBox(0.1, 30, 0.5, 1, this), "shiftSpin");
  m_guidanceLabel->setBuddy(m_guidance);
  m_grid->addWidget(m_guidanceLabel, GuidanceRow, LabelColumn);
  m_grid->addWidget(m_guidance, GuidanceRow, FirstColumn);
  m_grid->addWidget(m_shift, GuidanceRow, SecondColumn, 1, 2);
}

void ValueFields::makeSeed(const Theme* theme) {
  m_seedLabel = new QLabel(this);
  m_seed = named(new SeedEdit(this), "seedEdit");
  m_seedFixed = iconButton(theme, "lock", "seedFixedButton", this);
  m_seedFixed->setCheckable(true);
  m_dice = iconButton(theme, "dice", "diceButton", this);
  m_copySeed = iconButton(theme, "copy", "copySeedButton", this);
  m_seedLabel->setBuddy(m_seed);
  auto* seedLine = new QHBoxLayout;
  seedLine->setSpacing(4);
  seedLine->addWidget(m_seed, 1);
  seedLine->addWidget(m_seedFixed);
  seedLine->addWidget(m_dice);
  m_grid->addWidget(m_seedLabel, SeedRow, LabelColumn);
  m_grid->addLayout(seedLine, SeedRow, FirstColumn, 1, 2);
  m_grid->addWidget(m_copySeed, SeedRow, ButtonColumn);

  connect(m_seedFixed, &QToolButton::toggled, this, [this, theme](bool fixed) {
    m_seedFixed->setIcon(theme->icon(fixed ? "lock" : "unlock"));
    updateDependents();
  });
  m_seedFixed->setIcon(theme->icon("unlock"));
}

void ValueFields::makeAdvanced() {
  m_advancedButton = named(new QToolButton(this), "advancedButton");
  m_advancedButton->setCheckable(true);
  m_advancedButton->setArrowType(Qt::RightArrow);
  m_advancedButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_advancedButton->setProperty("role", "disclosure");
  m_advancedButton->setFocusPolicy(Qt::StrongFocus);
  m_advanced = named(new QWidget(this), "advancedBox");
  m_ownGuidance = named(new QCheckBox(m_advanced), "ownGuidanceCheck");
  m_guidanceSmall = named(new PlainDoubleSpinBox(0, 30, 0.5, 1, m_advanced), "guidanceSmallSpin");
  m_historyLabel = new QLabel(m_advanced);
  m_history = named(new QComboBox(m_advanced), "historyCombo");
  m_history->addItem(QString(), static_cast<int>(HistoryPolicy::Keep));
  m_history->addItem(QString(), static_cast<int>(HistoryPolicy::Restart));
  m_historyLabel->setBuddy(m_history);
  auto* box = new QGridLayout(m_advanced);
  box->setContentsMargins(0, 0, 0, 0);
  box->setSpacing(8);
  box->addWidget(m_ownGuidance, 0, 0);
  box->addWidget(m_guidanceSmall, 0, 1);
  box->addWidget(m_historyLabel, 1, 0);
  box->addWidget(m_history, 1, 1);
  box->setColumnStretch(0, 3);
  box->setColumnStretch(1, 2);
  m_grid->addWidget(m_advancedButton, AdvancedRow, LabelColumn, 1, ColumnCount, Qt::AlignLeft);
  m_grid->addWidget(m_advanced, AdvancedRow + 1, LabelColumn, 1, ColumnCount);
  m_advanced->hide();
  connect(m_advancedButton, &QToolButton::toggled, this, [this](bool open) {
    m_advancedButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_advanced->setVisible(open);
  });
}

void ValueFields::connectFields() {
  int field = 0;
  for (SteppedSpinBox* spin : {m_width, m_height, m_frames, m_steps}) {
    connect(spin, &QSpinBox::valueChanged, this, [this, field] { edit(field); });
    connect(spin, &SteppedSpinBox::snapped, this, [this](int typed, int legal) {
      Q_EMIT hinted(tr("%1 is not possible here; the nearest value is %2.").arg(typed).arg(legal));
    });
    ++field;
  }
  for (PlainDoubleSpinBox* spin : {m_fps, m_guidance, m_shift, m_guidanceSmall}) {
    connect(spin, &QDoubleSpinBox::valueChanged, this, [this, field] { edit(field); });
    ++field;
  }
  for (QComboBox* combo : {m_solver, m_history}) {
    connect(combo, &QComboBox::currentIndexChanged, this, [this, field] { edit(field); });
    ++field;
  }
  connect(m_seed, &SeedEdit::valueEdited, this, [this, field] { edit(field); });
  connect(m_seedFixed, &QToolButton::toggled, this, [this, field] { edit(field + 1); });
  connect(m_ownGuidance, &QCheckBox::toggled, this, [this, field] { edit(field + 2); });
  connect(m_twoPass, &QCheckBox::toggled, this, [this, field] {
    setLegalSides();
    edit(field + 3);
  });
  connect(m_dice, &QToolButton::clicked, this, [this, field] {
    rollSeed();
    edit(field);
  });
  connect(m_copySeed, &QToolButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(QString::number(m_seed->value())); });
}

void ValueFields::setRules(const FamilyRules& rules) {
  m_rules = rules;
  m_loading = true;
  m_twoPass->setVisible(rules.twoPass);
  if (!rules.twoPass) m_twoPass->setChecked(false);
  m_frames->setLegal(rules.frameBase, rules.frameStep, rules.frameBase, rules.maxFrames);
  m_steps->setLegal(1, 1, std::max(1, rules.onlySteps), rules.onlySteps > 0 ? rules.onlySteps : kMostSteps);
  m_steps->setEnabled(rules.onlySteps == 0);
  m_shift->setVisible(rules.flowShift);
  m_guidance->setEnabled(rules.guidanceScale);
  m_loading = false;
  setLegalSides();
}

int ValueFields::sideMultiple() const { return m_rules.sideMultiple * (m_twoPass->isChecked() ? 2 : 1); }

void ValueFields::setLegalSides() {
  const bool loading = std::exchange(m_loading, true);
  const int multiple = sideMultiple();
  for (SteppedSpinBox* side : {m_width, m_height})
    side->setLegal(0, multiple, std::max(m_rules.minSide, multiple), m_rules.maxSide);
  m_loading = loading;
  fillSizeMenu();
  retranslateTips();
}

void ValueFields::setValues(const PromptValues& values) {
  m_loading = true;
  m_twoPass->setChecked(values.twoPass && m_rules.twoPass);
  setLegalSides();
  m_width->setNearest(values.width);
  m_height->setNearest(values.height);
  m_frames->setNearest(values.frames);
  m_fps->setValue(values.fps);
  m_steps->setNearest(values.steps);
  m_solver->setCurrentIndex(m_solver->findData(static_cast<int>(values.solver)));
  m_shift->setValue(values.shift);
  m_guidance->setValue(values.guidance);
  m_ownGuidance->setChecked(values.guidanceSmall.has_value());
  m_guidanceSmall->setValue(values.guidanceSmall.value_or(values.guidance));
  m_history->setCurrentIndex(m_history->findData(static_cast<int>(values.history)));
  m_seed->setValue(values.seed);
  m_seedFixed->setChecked(values.seedIsFixed);
  // What is not the default must not lie hidden.
  if (values.guidanceSmall || values.history != HistoryPolicy::Keep) m_advancedButton->setChecked(true);
  m_loading = false;
  updateDependents();
}

PromptValues ValueFields::values() const {
  PromptValues values;
  values.width = m_width->value();
  values.height = m_height->value();
  values.frames = m_frames->value();
  values.fps = m_fps->value();
  values.steps = m_steps->value();
  values.solver = static_cast<SolverKind>(m_solver->currentData().toInt());
  values.shift = m_shift->value();
  values.guidance = m_guidance->value();
  if (m_ownGuidance->isChecked()) values.guidanceSmall = m_guidanceSmall->value();
  values.history = static_cast<HistoryPolicy>(m_history->currentData().toInt());
  values.seed = m_seed->value();
  values.seedIsFixed = m_seedFixed->isChecked();
  values.twoPass = m_twoPass->isChecked();
  return values;
}

int ValueFields::labelWidth() const {
  int width = 0;
  for (const QLabel* label : {m_sizeLabel, m_lengthLabel, m_stepsLabel, m_guidanceLabel, m_seedLabel})
    width = std::max(width, label->sizeHint().width());
  return width;
}

void ValueFields::setLabelWidth(int width) { m_grid->setColumnMinimumWidth(LabelColumn, width); }

void ValueFields::rollSeed() {
  // 32 of the 64 bits: enough to never meet the same clip twice, short enough to be read out.
  m_seed->setValue(QRandomGenerator::global()->generate());
}

void ValueFields::edit(int field) {
  if (m_loading) return;
  updateDependents();
  Q_EMIT edited(field);
}

void ValueFields::updateDependents() {
  m_guidanceSmall->setEnabled(m_ownGuidance->isChecked());
  if (!m_ownGuidance->isChecked()) {
    const bool loading = std::exchange(m_loading, true);
    m_guidanceSmall->setValue(m_guidance->value());
    m_loading = loading;
  }
  m_seed->setEnabled(m_seedFixed->isChecked());
  const double seconds = m_frames->value() / m_fps->value();
  m_duration->setText(
      tr("%1 s at %2 fps").arg(locale().toString(seconds, 'f', 1), m_fps->textFromValue(m_fps->value())));
}

void ValueFields::fillSizeMenu() {
  m_sizeMenu->clear();
  for (const auto& size : kSizes) {
    const int width = m_width->nearestLegal(size.first);
    const int height = m_height->nearestLegal(size.second);
    auto* action = m_sizeMenu->addAction(tr("%1 × %2").arg(width).arg(height));
    connect(action, &QAction::triggered, this, [this, width, height] { chooseSize(width, height); });
  }
  m_sizeMenu->addSeparator();
  auto* swap = m_sizeMenu->addAction(tr("&Swap width and height"));
  connect(swap, &QAction::triggered, this, [this] { chooseSize(m_height->value(), m_width->value()); });
}

void ValueFields::chooseSize(int width, int height) {
  m_loading = true;
  m_width->setValue(width);
  m_height->setValue(height);
  m_loading = false;
  // No control's own number: a choice from the menu is one undo step by itself.
  edit(-1);
}

void ValueFields::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) retranslate();
  QWidget::changeEvent(event);
}

void ValueFields::retranslate() {
  m_sizeLabel->setText(tr("Si&ze"));
  m_lengthLabel->setText(tr("&Length"));
  m_stepsLabel->setText(tr("S&teps"));
  m_twoPass->setText(tr("Two passes"));
  m_guidanceLabel->setText(tr("&Guidance"));
  m_seedLabel->setText(tr("See&d"));
  m_fps->setSuffix(tr(" fps"));
  m_shift->setPrefix(tr("Shift "));
  m_advancedButton->setText(tr("&Advanced"));
  m_ownGuidance->setText(tr("Small model's guidan&ce"));
  m_historyLabel->setText(tr("Solver histor&y at a switch"));
  m_history->setItemText(0, tr("Keep"));
  m_history->setItemText(1, tr("Restart"));

  m_width->setAccessibleName(tr("Width in pixels"));
  m_height->setAccessibleName(tr("Height in pixels"));
  m_sizeButton->setAccessibleName(tr("Usual sizes"));
  m_frames->setAccessibleName(tr("Length in frames"));
  m_fps->setAccessibleName(tr("Frames per second"));
  m_steps->setAccessibleName(tr("Sampling steps"));
  m_solver->setAccessibleName(tr("Solver"));
  m_guidance->setAccessibleName(tr("Guidance"));
  m_shift->setAccessibleName(tr("Flow shift"));
  m_seed->setAccessibleName(tr("Seed"));
  m_seedFixed->setAccessibleName(tr("Keep the seed"));
  m_dice->setAccessibleName(tr("Roll a new seed"));
  m_copySeed->setAccessibleName(tr("Copy the seed"));
  m_advancedButton->setAccessibleName(tr("Advanced settings"));
  m_guidanceSmall->setAccessibleName(tr("Guidance of the small model"));
  m_ownGuidance->setAccessibleName(tr("Give the small model its own guidance"));
  m_history->setAccessibleName(tr("Solver history where the model changes"));
  fillSizeMenu();
  retranslateTips();
  updateDependents();
}

void ValueFields::retranslateTips() {
  const QString sides = tr("A multiple of %1 pixels; other numbers go to the nearest.").arg(sideMultiple());
  m_width->setToolTip(sides);
  m_height->setToolTip(sides);
  m_sizeButton->setToolTip(tr("Usual sizes, and swapping width and height"));
  m_frames->setToolTip(tr("%1 frames and any multiple of %2 more: the VAE packs that many into one latent frame.")
                           .arg(m_rules.frameBase)
                           .arg(m_rules.frameStep));
  m_fps->setToolTip(tr("How fast the clip plays; the frames stay the same."));
  m_steps->setToolTip(m_rules.onlySteps > 0
                          ? tr("This pair was distilled for this number of steps.")
                          : tr("How many steps lead from noise to clip. More take longer and show finer detail."));
  m_twoPass->setToolTip(
      tr("Samples at half of width and height, enlarges the latents and refines them with the large model."));
  m_solver->setToolTip(
      tr("How a step follows from the velocity. UniPC and DPM++ look back at earlier steps and need fewer of them."));
  m_guidance->setToolTip(
      !m_rules.guidanceScale
          ? tr("This pair brings its own guidance for each noise level.")
          : tr("How strongly the clip follows the prompt. At 1 or below, the negative prompt is unused "
               "and a step costs half."));
  m_shift->setToolTip(
      tr("Spends more of the steps at high noise, where motion and layout are settled. Large frames "
         "want more shift."));
  m_seed->setToolTip(tr("The same seed and settings make the same clip. 0 to 18 446 744 073 709 551 615."));
  m_seedFixed->setToolTip(tr("Closed: every run uses this seed. Open: each run rolls a new one."));
  m_dice->setToolTip(tr("Roll a new seed"));
  m_copySeed->setToolTip(tr("Copy the seed"));
  m_advancedButton->setToolTip(tr("Settings of the switch between the two models"));
  m_ownGuidance->setToolTip(tr("By default both models use the same guidance."));
  m_guidanceSmall->setToolTip(m_ownGuidance->toolTip());
  m_history->setToolTip(
      tr("A multistep solver remembers earlier velocities. Keep them where the other model takes "
         "over, or start afresh there."));
}

}  // namespace fb::ui
