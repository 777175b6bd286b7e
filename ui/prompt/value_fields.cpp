// SPDX-License-Identifier: MIT
#include "prompt/value_fields.h"

#include "prompt/fitting_sizes.h"
#include "prompt/seed_edit.h"
#include "text/setting_words.h"
#include "theme/theme.h"
#include "widgets/icon_button.h"
#include "widgets/plain_double_spin_box.h"
#include "widgets/stepped_spin_box.h"

#include <QClipboard>
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
#include <utility>
#include <vector>

namespace fb::ui {

namespace {

enum Column { LabelColumn, FirstColumn, SecondColumn, ButtonColumn, ColumnCount };
enum Row { SizeRow, LengthRow, DurationRow, StepsRow, TwoPassRow, GuidanceRow, SeedRow, AdvancedRow };

template <class T>
T* named(T* widget, const char* name) {
  widget->setObjectName(QLatin1String(name));
  return widget;
}

// The run's options belong to the window, the boundaries to the stage panel.
bool isOfTheForm(const Setting& setting) {
  return std::holds_alternative<MemberOf<ClipSpec>>(setting.member) ||
         std::holds_alternative<MemberOf<SamplingSettings>>(setting.member) ||
         &setting == &settingOf(&StageSchedule::steps);
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
  connectFields();
  setPair({});
  retranslate();
}

SettingField& ValueFields::field(const SettingMember& member) const {
  return **std::ranges::find_if(m_fields, [&](const auto& field) { return field->setting().member == member; });
}

SteppedSpinBox* ValueFields::side(int ClipSpec::*member) const {
  return qobject_cast<SteppedSpinBox*>(field(member).widget());
}

QWidget* ValueFields::place(const SettingMember& member, int row, int column, int columns) {
  m_fields.push_back(makeSettingField(settingOf(member), this));
  m_placed.push_back(m_fields.back().get());
  auto* widget = m_placed.back()->widget();
  m_grid->addWidget(widget, row, column, 1, columns);
  return widget;
}

void ValueFields::makeMain(const Theme* theme) {
  const auto labelled = [this](int row, QWidget* buddy) {
    auto* label = new QLabel(this);
    label->setBuddy(buddy);
    m_grid->addWidget(label, row, LabelColumn);
    return label;
  };
  auto* width = place(&ClipSpec::width, SizeRow, FirstColumn);
  place(&ClipSpec::height, SizeRow, SecondColumn);
  m_sizeLabel = labelled(SizeRow, width);
  m_sizeButton = iconButton(theme, "more", "sizeButton", this);
  m_sizeMenu = named(new QMenu(m_sizeButton), "sizeMenu");
  m_sizeButton->setMenu(m_sizeMenu);
  m_sizeButton->setPopupMode(QToolButton::InstantPopup);
  m_sizeButton->setProperty("role", "icon");
  m_grid->addWidget(m_sizeButton, SizeRow, ButtonColumn);

  m_lengthLabel = labelled(LengthRow, place(&ClipSpec::frames, LengthRow, FirstColumn));
  place(&ClipSpec::fps, LengthRow, SecondColumn, 2);
  m_duration = named(new QLabel(this), "durationLabel");
  m_duration->setProperty("role", "muted");
  m_grid->addWidget(m_duration, DurationRow, FirstColumn, 1, 3);

  m_stepsLabel = labelled(StepsRow, place(&StageSchedule::steps, StepsRow, FirstColumn));
  place(&SamplingSettings::solver, StepsRow, SecondColumn, 2);
  place(&SamplingSettings::twoPass, TwoPassRow, FirstColumn, 3);
  m_guidanceLabel = labelled(GuidanceRow, place(&SamplingSettings::guidance, GuidanceRow, FirstColumn));
  place(&SamplingSettings::shift, GuidanceRow, SecondColumn, 2);
}

void ValueFields::makeSeed(const Theme* theme) {
  m_seedLabel = new QLabel(this);
  m_fields.push_back(makeSettingField(settingOf(&SamplingSettings::seed), this));
  m_placed.push_back(m_fields.back().get());
  m_seed = qobject_cast<SeedEdit*>(m_placed.back()->widget());
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
    m_seed->setEnabled(fixed);
  });
  m_seedFixed->setIcon(theme->icon("unlock"));
  m_seed->setEnabled(false);
}

void ValueFields::makeAdvanced() {
  m_advancedButton = named(new QToolButton(this), "advancedButton");
  m_advancedButton->setCheckable(true);
  m_advancedButton->setArrowType(Qt::RightArrow);
  m_advancedButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_advancedButton->setProperty("role", "disclosure");
  m_advancedButton->setFocusPolicy(Qt::StrongFocus);
  m_advanced = named(new QWidget(this), "advancedBox");
  auto* box = new QGridLayout(m_advanced);
  box->setContentsMargins(0, 0, 0, 0);
  box->setSpacing(8);
  box->setColumnStretch(0, 3);
  box->setColumnStretch(1, 2);
  for (const auto& setting : kSettings) {
    const bool isPlaced = std::ranges::any_of(m_placed, [&](auto* field) { return &field->setting() == &setting; });
    auto field = isOfTheForm(setting) && !isPlaced ? makeSettingField(setting, m_advanced) : nullptr;
    if (!field) continue;
    const int row = box->rowCount();
    if (setting.type() == SettingType::Flag) {
      box->addWidget(field->widget(), row, 0, 1, 2);
    } else {
      QWidget* label = field->switchBox();
      if (!label) {
        auto* name = new QLabel(m_advanced);
        name->setBuddy(field->widget());
        m_advancedLabels.emplace_back(name, field.get());
        label = name;
      }
      // Beside its label, a choice in words would be cut off.
      const bool isBelow = setting.type() == SettingType::Choice || setting.type() == SettingType::Numbers;
      box->addWidget(label, row, 0, 1, isBelow ? 2 : 1);
      box->addWidget(field->widget(), isBelow ? row + 1 : row, isBelow ? 0 : 1, 1, isBelow ? 2 : 1);
    }
    m_fields.push_back(std::move(field));
  }
  // Whether something is done at all restricts other settings: two passes need sides that can be halved.
  std::stable_partition(m_fields.begin(), m_fields.end(),
                        [](const auto& field) { return field->setting().type() == SettingType::Flag; });
  m_grid->addWidget(m_advancedButton, AdvancedRow, LabelColumn, 1, ColumnCount, Qt::AlignLeft);
  m_grid->addWidget(m_advanced, AdvancedRow + 1, LabelColumn, 1, ColumnCount);
  m_advanced->hide();
  connect(m_advancedButton, &QToolButton::toggled, this, [this](bool open) {
    m_advancedButton->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_advanced->setVisible(open);
  });
}

void ValueFields::connectFields() {
  for (int i = 0; i < static_cast<int>(m_fields.size()); ++i) {
    auto& field = *m_fields[static_cast<std::size_t>(i)];
    field.edited = [this, i] { edit(i); };
    field.snappedTo = [this](int typed, int nearest) {
      Q_EMIT hinted(tr("%1 is not allowed here; the nearest value is %2.").arg(typed).arg(nearest));
    };
    field.refused = [this](const QString& typed) {
      Q_EMIT hinted(tr("“%1” is not a list of numbers such as 1, 0.75, 0.5.").arg(typed));
    };
  }
  const int seedFixed = static_cast<int>(m_fields.size()), dice = seedFixed + 1;
  connect(m_seedFixed, &QToolButton::toggled, this, [this, seedFixed] { edit(seedFixed); });
  connect(m_dice, &QToolButton::clicked, this, [this, dice] {
    rollSeed();
    edit(dice);
  });
  connect(m_copySeed, &QToolButton::clicked, this,
          [this] { QGuiApplication::clipboard()->setText(QString::number(m_seed->value())); });
}

void ValueFields::setPair(const PairSpec& pair) {
  m_request.pair = pair;
  refresh();
  fillSizeMenu();
}

void ValueFields::setValues(const PromptValues& values) {
  m_request.clip = values.clip;
  m_request.sampling = values.sampling;
  refresh();
  const bool loading = std::exchange(m_loading, true);
  m_seedFixed->setChecked(values.seedIsFixed);
  m_loading = loading;
  // A setting that is not at its default must not be hidden.
  const auto isUnusual = [this](const auto& field) {
    return std::ranges::find(m_placed, field.get()) == m_placed.end() &&
           field->setting().value(m_request) != field->setting().defaultValue();
  };
  if (std::ranges::any_of(m_fields, isUnusual)) m_advancedButton->setChecked(true);
}

PromptValues ValueFields::values() const {
  auto shown = m_request;
  // A field accepts only what its setting accepts.
  for (const auto& field : m_fields) static_cast<void>(field->setting().assign(field->value(), shown));
  return {shown.clip, shown.sampling, m_seedFixed->isChecked()};
}

int ValueFields::labelWidth() const {
  int width = 0;
  for (const QLabel* label : {m_sizeLabel, m_lengthLabel, m_stepsLabel, m_guidanceLabel, m_seedLabel})
    width = std::max(width, label->sizeHint().width());
  return width;
}

void ValueFields::setLabelWidth(int width) { m_grid->setColumnMinimumWidth(LabelColumn, width); }

void ValueFields::rollSeed() {
  // 32 of the 64 bits: enough to never get the same clip twice, short enough to be read aloud.
  m_seed->setValue(QRandomGenerator::global()->generate());
  m_request.sampling.seed = m_seed->value();
}

void ValueFields::edit(int field) {
  if (m_loading) return;
  const auto shown = values();
  m_request.clip = shown.clip;
  m_request.sampling = shown.sampling;
  refresh();
  Q_EMIT edited(field);
}

void ValueFields::refresh() {
  const bool loading = std::exchange(m_loading, true);
  for (const auto& field : m_fields) {
    field->show(m_request);
    static_cast<void>(field->setting().assign(field->value(), m_request));
    if (field->switchBox()) continue;
    const auto legal = field->setting().rangeFor(m_request);
    const bool counts = field->setting().countsFor(m_request.pair);
    // The scale is next to the shift; a setting that is not used leaves no gap.
    field->widget()->setVisible(counts || field->setting().needs == SettingNeeds::GuidanceScale);
    if (field->widget() != m_seed) field->widget()->setEnabled(counts && (legal.min == 0 || legal.min < legal.max));
  }
  for (const auto& [label, field] : m_advancedLabels) label->setVisible(field->setting().countsFor(m_request.pair));
  m_loading = loading;
  const double seconds = m_request.clip.frames / m_request.clip.fps;
  const auto* fps = qobject_cast<PlainDoubleSpinBox*>(field(&ClipSpec::fps).widget());
  m_duration->setText(tr("%1 s at %2 fps").arg(locale().toString(seconds, 'f', 1), fps->textFromValue(fps->value())));
  const int grid = settingOf(&ClipSpec::width).rangeFor(m_request).step;
  if (std::exchange(m_sideGrid, grid) != grid) fillSizeMenu();
  retranslateTips();
}

void ValueFields::fillSizeMenu() {
  m_sizeMenu->clear();
  std::vector<std::pair<int, int>> offered;
  for (const auto& size : fittingSizes(m_request.pair)) {
    const int width = side(&ClipSpec::width)->nearestLegal(size.first);
    const int height = side(&ClipSpec::height)->nearestLegal(size.second);
    // Two may be alike on this pair's grid.
    if (std::ranges::find(offered, std::pair(width, height)) != offered.end()) continue;
    offered.emplace_back(width, height);
    auto* action = m_sizeMenu->addAction(tr("%1 × %2").arg(width).arg(height));
    connect(action, &QAction::triggered, this, [this, width, height] { chooseSize(width, height); });
  }
  m_sizeMenu->addSeparator();
  auto* swap = m_sizeMenu->addAction(tr("&Swap width and height"));
  connect(swap, &QAction::triggered, this, [this] { chooseSize(m_request.clip.height, m_request.clip.width); });
}

void ValueFields::chooseSize(int width, int height) {
  const bool loading = std::exchange(m_loading, true);
  side(&ClipSpec::width)->setValue(width);
  side(&ClipSpec::height)->setValue(height);
  m_loading = loading;
  // Not a number of any control: a choice from the menu is one undo step of its own.
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
  m_guidanceLabel->setText(tr("&Guidance"));
  m_seedLabel->setText(tr("See&d"));
  qobject_cast<PlainDoubleSpinBox*>(field(&ClipSpec::fps).widget())->setSuffix(tr(" fps"));
  qobject_cast<PlainDoubleSpinBox*>(field(&SamplingSettings::shift).widget())->setPrefix(tr("Shift "));
  m_advancedButton->setText(tr("&Advanced"));
  for (const auto& [label, field] : m_advancedLabels) label->setText(settingLabel(field->setting()));

  m_sizeButton->setAccessibleName(tr("Common sizes"));
  m_seedFixed->setAccessibleName(tr("Keep the seed"));
  m_dice->setAccessibleName(tr("Roll a new seed"));
  m_copySeed->setAccessibleName(tr("Copy the seed"));
  m_advancedButton->setAccessibleName(tr("Advanced settings"));
  m_sizeButton->setToolTip(tr("Common sizes, and swapping width and height"));
  m_seedFixed->setToolTip(tr("Locked: every run uses this seed. Unlocked: each run rolls a new one."));
  m_dice->setToolTip(tr("Roll a new seed"));
  m_copySeed->setToolTip(tr("Copy the seed"));
  m_advancedButton->setToolTip(tr("Settings that rarely need changing"));
  for (const auto& field : m_fields) field->retranslate();
  fillSizeMenu();
  refresh();
}

// Tooltips that say what this pair allows.
void ValueFields::retranslateTips() {
  const auto& frames = field(&ClipSpec::frames);
  const auto lengths = frames.setting().rangeFor(m_request);
  for (const auto member : {&ClipSpec::width, &ClipSpec::height})
    side(member)->setToolTip(tr("A multiple of %1 pixels; other values are rounded to the nearest.")
                                 .arg(settingOf(member).rangeFor(m_request).step));
  frames.widget()->setToolTip(tr("%1 frames plus any multiple of %2: the VAE packs that many into one latent frame.")
                                  .arg(lengths.base)
                                  .arg(lengths.step));
  auto* steps = field(&StageSchedule::steps).widget();
  steps->setToolTip(steps->isEnabled()                   ? settingHelp(settingOf(&StageSchedule::steps))
                    : !m_request.sampling.sigmas.empty() ? tr("As many as there are noise levels, under Advanced.")
                                                         : tr("This pair was distilled for this number of steps."));
  auto* guidance = field(&SamplingSettings::guidance).widget();
  guidance->setToolTip(guidance->isEnabled() ? settingHelp(settingOf(&SamplingSettings::guidance))
                                             : tr("This pair defines its own guidance for each noise level."));
}

}  // namespace fb::ui
