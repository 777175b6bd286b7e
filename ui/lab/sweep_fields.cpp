// SPDX-License-Identifier: MIT
#include "lab/sweep_fields.h"

#include "flowblend/settings.h"
#include "lab/prompt_list_edit.h"
#include "lab/weights_edit.h"
#include "text/durations.h"
#include "text/setting_words.h"
#include "widgets/folder_edit.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>
#include <tuple>

namespace fb::ui {
namespace {

constexpr int kMostSeeds = 16;

// Whole per cents, separated by anything; absent if there is something else, or none.
std::optional<std::vector<double>> sharesIn(const QString& text) {
  static const QRegularExpression separators(QStringLiteral("[\\s,;%]+"));
  std::vector<double> shares;
  for (const auto& word : text.split(separators, Qt::SkipEmptyParts)) {
    bool isNumber = false;
    const int value = word.toInt(&isNumber);
    if (!isNumber || value < 0 || value > 100) return {};
    shares.push_back(value / 100.);
  }
  return shares.empty() ? std::nullopt : std::optional(shares);
}

// A guard that can be compared: its fields, and where its bound is kept.
struct GuardRival {
  GuardRule rule;
  const char* box;
  const char* bounds;
  double SamplingSettings::*setting;
  double SweepCandidate::*candidate;
  std::vector<double> SweepRivals::*rivals;
};
constexpr GuardRival kGuardRivals[] = {
    {GuardRule::Verify, "rivalGuard", "rivalBounds", &SamplingSettings::guardBound, &SweepCandidate::guardBound,
     &SweepRivals::guardBounds},
    {GuardRule::OneWay, "rivalOneWay", "rivalChanges", &SamplingSettings::guardChange, &SweepCandidate::guardChange,
     &SweepRivals::guardChanges},
    {GuardRule::SrDiffusion, "rivalSrDiffusion", "rivalSettlings", &SamplingSettings::guardSettling,
     &SweepCandidate::guardSettling, &SweepRivals::guardSettlings}};

// Bounds of a guard, separated by spaces or semicolons, since a comma may be the decimal sign; absent if there is
// something else, or none.
std::optional<std::vector<double>> boundsIn(const QString& text, const GuardRival& guard) {
  static const QRegularExpression separators(QStringLiteral("[\\s;]+"));
  auto range = settingOf(guard.setting).range;
  // With 0, the large model takes every step, which a sweep compares already.
  range.aboveMin = guard.rule != GuardRule::Verify;
  std::vector<double> bounds;
  for (auto word : text.split(separators, Qt::SkipEmptyParts)) {
    bool isNumber = false;
    const double value = word.replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    if (!isNumber || !range.contains(value)) return {};
    if (std::ranges::find(bounds, value) == bounds.end()) bounds.push_back(value);
  }
  return bounds.empty() ? std::nullopt : std::optional(bounds);
}

// The small model first.
bool isSmallFirst(const SweepCandidate& candidate) {
  return !candidate.isRival() && candidate.early == 0 && candidate.late > 0;
}

// The stages of a sweep as the fields have them.
QString sharesOf(const Sweep& sweep, int SweepCandidate::*stage) {
  std::set<int> shares;
  for (const auto& candidate : sweep.fixedBoundaries())
    if (candidate != sweep.largeOnly() && candidate != SweepCandidate{0, 0} && !isSmallFirst(candidate))
      shares.insert(static_cast<int>(std::lround(100. * candidate.*stage / sweep.base.sampling.schedule.steps)));
  QStringList words;
  for (const int share : shares) words << QString::number(share);
  return words.join(QStringLiteral(", "));
}

}  // namespace

SweepFields::SweepFields(const Theme* theme, QWidget* parent)
    : QWidget(parent),
      m_promptsLabel(new QLabel(this)),
      m_prompts(new PromptListEdit(this)),
      m_current(new QPushButton(this)),
      m_file(new QPushButton(this)),
      m_settingsLabel(new QLabel(this)),
      m_settings(new QLabel(this)),
      m_seedsLabel(new QLabel(this)),
      m_seeds(new QSpinBox(this)),
      m_earlyLabel(new QLabel(this)),
      m_early(new QLineEdit(QStringLiteral("10, 20, 30, 40, 50, 60"), this)),
      m_lateLabel(new QLabel(this)),
      m_late(new QLineEdit(QStringLiteral("0, 3, 10, 20"), this)),
      m_rivalsLabel(new QLabel(this)),
      m_fewerSteps(new QCheckBox(this)),
      m_guards{{{new QCheckBox(this), new QLineEdit(this)},
                {new QCheckBox(this), new QLineEdit(this)},
                {new QCheckBox(this), new QLineEdit(this)}}},
      m_smallFirst(new QCheckBox(this)),
      m_latentsOnly(new QCheckBox(this)),
      m_dinov2Label(new QLabel(this)),
      m_dinov2(new WeightsEdit(theme, this)),
      m_lpipsLabel(new QLabel(this)),
      m_lpips(new WeightsEdit(theme, this)),
      m_folderLabel(new QLabel(this)),
      m_folder(new FolderEdit(theme, this)) {
  nameAndSet();
  build();
  connectFields();
  retranslate();
}

void SweepFields::nameAndSet() {
  m_prompts->setObjectName(QStringLiteral("sweepPrompts"));
  m_current->setObjectName(QStringLiteral("currentPromptButton"));
  m_file->setObjectName(QStringLiteral("promptFileButton"));
  m_settings->setObjectName(QStringLiteral("sweepSettings"));
  m_settings->setWordWrap(true);
  m_settings->installEventFilter(this);
  m_seeds->setObjectName(QStringLiteral("sweepSeeds"));
  m_seeds->setRange(1, kMostSeeds);
  m_early->setObjectName(QStringLiteral("sweepEarly"));
  m_late->setObjectName(QStringLiteral("sweepLate"));
  m_folder->setObjectName(QStringLiteral("sweepFolder"));
  m_promptsLabel->setBuddy(m_prompts);
  m_seedsLabel->setBuddy(m_seeds);
  m_earlyLabel->setBuddy(m_early);
  m_lateLabel->setBuddy(m_late);
  m_folderLabel->setBuddy(m_folder);
}

void SweepFields::build() {
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_current);
  buttons->addWidget(m_file);
  buttons->addStretch(1);
  auto* form = new QFormLayout(this);
  form->setContentsMargins(0, 0, 0, 0);
  form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
  form->setRowWrapPolicy(QFormLayout::WrapLongRows);
  form->addRow(m_settingsLabel, m_settings);
  form->addRow(m_promptsLabel, m_prompts);
  form->addRow(QString(), buttons);
  form->addRow(m_seedsLabel, m_seeds);
  form->addRow(m_earlyLabel, m_early);
  form->addRow(m_lateLabel, m_late);
  addRivals(form);
  addWeights(form);
  form->addRow(m_folderLabel, m_folder);
}

void SweepFields::addRivals(QFormLayout* form) {
  m_fewerSteps->setObjectName(QStringLiteral("rivalSteps"));
  m_smallFirst->setObjectName(QStringLiteral("rivalSmallFirst"));
  auto* guards = new QGridLayout;
  for (std::size_t i = 0; i < m_guards.size(); ++i) {
    const auto& [box, bounds] = m_guards[i];
    box->setObjectName(QLatin1String(kGuardRivals[i].box));
    bounds->setObjectName(QLatin1String(kGuardRivals[i].bounds));
    bounds->setText(number(SamplingSettings{}.*kGuardRivals[i].setting, 2));
    bounds->setEnabled(false);
    guards->addWidget(box, static_cast<int>(i), 0);
    guards->addWidget(bounds, static_cast<int>(i), 1);
  }
  guards->setColumnStretch(1, 1);
  auto* column = new QVBoxLayout;
  column->addWidget(m_fewerSteps);
  column->addLayout(guards);
  column->addWidget(m_smallFirst);
  form->addRow(m_rivalsLabel, column);
}

void SweepFields::addWeights(QFormLayout* form) {
  m_latentsOnly->setObjectName(QStringLiteral("latentsOnly"));
  form->addRow(QString(), m_latentsOnly);
  m_dinov2->setObjectName(QStringLiteral("dinov2Weights"));
  m_lpips->setObjectName(QStringLiteral("lpipsWeights"));
  m_dinov2Label->setBuddy(m_dinov2);
  m_lpipsLabel->setBuddy(m_lpips);
  form->addRow(m_dinov2Label, m_dinov2);
  form->addRow(m_lpipsLabel, m_lpips);
}

void SweepFields::connectFields() {
  connect(m_prompts, &QPlainTextEdit::textChanged, this, [this] {
    m_arePromptsEdited = true;
    Q_EMIT edited();
  });
  connect(m_prompts, &PromptListEdit::fileOffered, this, &SweepFields::promptFileOffered);
  connect(m_current, &QPushButton::clicked, this, &SweepFields::currentPromptRequested);
  connect(m_file, &QPushButton::clicked, this, &SweepFields::choosePromptFile);
  const auto gridChanged = [this] {
    m_isGridEdited = true;
    Q_EMIT edited();
  };
  connect(m_seeds, &QSpinBox::valueChanged, this, gridChanged);
  connect(m_early, &QLineEdit::textChanged, this, gridChanged);
  connect(m_late, &QLineEdit::textChanged, this, gridChanged);
  for (auto* box : {m_fewerSteps, m_smallFirst}) connect(box, &QCheckBox::toggled, this, gridChanged);
  for (const auto& [box, bounds] : m_guards) {
    connect(box, &QCheckBox::toggled, this, gridChanged);
    connect(box, &QCheckBox::toggled, bounds, &QLineEdit::setEnabled);
    connect(bounds, &QLineEdit::textChanged, this, gridChanged);
  }
  for (auto* field : {m_dinov2, m_lpips})
    connect(field, &WeightsEdit::fileEdited, this, [this] {
      m_areWeightsEdited = true;
      m_usualWeights = weights();
      Q_EMIT weightsEdited(m_usualWeights);
      Q_EMIT edited();
    });
  connect(m_latentsOnly, &QCheckBox::toggled, this, &SweepFields::enableWeights);
  connect(m_latentsOnly, &QCheckBox::toggled, this, [this] {
    m_isLatentsOnlyEdited = true;
    Q_EMIT edited();
  });
  connect(m_folder, &FolderEdit::folderEdited, this, &SweepFields::folderEdited);
}

void SweepFields::showSettings(const GenerationRequest& base) {
  QStringList words{
      QString::fromStdString(base.pair.name),
      tr("%1, %2").arg(fb::ui::frameSize(base.clip.width, base.clip.height), frameCount(base.clip.frames)),
      stepCount(base.sampling.schedule.steps)};
  const auto add = [&](const Setting& setting) {
    words << QStringLiteral("%1: %2").arg(settingLabel(setting), settingWords(setting, setting.value(base)));
  };
  add(settingOf(&SamplingSettings::guidance));
  add(settingOf(&SamplingSettings::cache));
  if (!base.sampling.loras.empty()) words << tr("%n LoRA(s)", nullptr, static_cast<int>(base.sampling.loras.size()));
  m_settings->setText(words.join(QStringLiteral(" · ")));
  m_settings->setAccessibleName(m_settings->text());
  fitSettings();
}

void SweepFields::forgetEdits() {
  m_arePromptsEdited = m_isGridEdited = m_isLatentsOnlyEdited = m_areWeightsEdited = false;
}

std::vector<std::string> SweepFields::prompts() const { return m_prompts->prompts(); }

void SweepFields::addPrompts(const std::vector<std::string>& prompts) { m_prompts->add(prompts); }

void SweepFields::setPrompt(const std::string& prompt) {
  if (m_arePromptsEdited) return;
  const QSignalBlocker blocker(m_prompts);
  m_prompts->setPlainText(QString::fromStdString(prompt));
}

void SweepFields::choosePromptFile() {
  auto* dialog = new QFileDialog(this, tr("Prompts from a text file"), {}, tr("Text files (*.txt);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &SweepFields::promptFileOffered);
  dialog->open();
}

int SweepFields::seeds() const { return m_seeds->value(); }

std::optional<std::vector<double>> SweepFields::early() const { return sharesIn(m_early->text()); }

std::optional<std::vector<double>> SweepFields::late() const { return sharesIn(m_late->text()); }

std::optional<SweepRivals> SweepFields::rivals() const {
  SweepRivals rivals;
  rivals.fewerSteps = m_fewerSteps->isChecked() ? kFewerStepsDefault : 0;
  rivals.smallFirst = m_smallFirst->isChecked();
  for (std::size_t i = 0; i < m_guards.size(); ++i) {
    if (!m_guards[i].box->isChecked()) continue;
    auto bounds = boundsIn(m_guards[i].bounds->text(), kGuardRivals[i]);
    if (!bounds) return {};
    rivals.*kGuardRivals[i].rivals = *std::move(bounds);
  }
  return rivals;
}

std::optional<GuardRule> SweepFields::guardWithoutBounds() const {
  for (std::size_t i = 0; i < m_guards.size(); ++i)
    if (m_guards[i].box->isChecked() && !boundsIn(m_guards[i].bounds->text(), kGuardRivals[i]))
      return kGuardRivals[i].rule;
  return {};
}

PerceptualWeights SweepFields::weights() const {
  if (isLatentsOnly()) return {};
  return {m_dinov2->file().toStdString(), m_lpips->file().toStdString()};
}

bool SweepFields::isLatentsOnly() const { return m_latentsOnly->isChecked(); }

void SweepFields::enableWeights() {
  for (QWidget* widget : std::initializer_list<QWidget*>{m_dinov2Label, m_dinov2, m_lpipsLabel, m_lpips})
    widget->setEnabled(!isLatentsOnly());
}

bool SweepFields::setUsualWeights(const PerceptualWeights& weights) {
  m_usualWeights = weights;
  showUsualWeights();
  return !m_areWeightsEdited;
}

void SweepFields::showUsualWeights() {
  if (!m_areWeightsEdited) showWeights(m_usualWeights);
}

void SweepFields::showWeights(const PerceptualWeights& weights) {
  m_dinov2->setFile(QString::fromStdString(weights.dinov2.string()));
  m_lpips->setFile(QString::fromStdString(weights.lpips.string()));
}

QString SweepFields::folder() const { return m_folder->folder(); }

void SweepFields::setFolder(const QString& folder) { m_folder->setFolder(folder); }

bool SweepFields::fillFrom(const Sweep& stored) {
  const QSignalBlocker latentsOnly(m_latentsOnly);
  const QSignalBlocker prompts(m_prompts), seeds(m_seeds), early(m_early), late(m_late), fewer(m_fewerSteps),
      smallFirst(m_smallFirst);
  std::vector<QSignalBlocker> guards;
  for (const auto& [box, bounds] : m_guards) {
    guards.emplace_back(box);
    guards.emplace_back(bounds);
  }
  const auto shown = [this] {
    return std::tuple(m_prompts->toPlainText(), m_seeds->value(), m_early->text(), m_late->text(), rivals(),
                      isLatentsOnly(), weights());
  };
  const auto before = shown();
  if (!m_arePromptsEdited) {
    m_prompts->clear();
    m_prompts->add(stored.prompts);
    m_arePromptsEdited = true;
  }
  if (!m_isGridEdited) {
    m_seeds->setValue(static_cast<int>(stored.seeds.size()));
    m_early->setText(sharesOf(stored, &SweepCandidate::early));
    m_late->setText(sharesOf(stored, &SweepCandidate::late));
    showRivals(stored);
  }
  if (!m_isLatentsOnlyEdited) {
    m_latentsOnly->setChecked(stored.latentsOnly);
    enableWeights();
  }
  if (!m_areWeightsEdited) showWeights(stored.perceptual);
  return before != shown();
}

void SweepFields::showRivals(const Sweep& stored) {
  const auto& candidates = stored.candidates;
  m_fewerSteps->setChecked(std::ranges::any_of(candidates, [](const auto& each) { return each.fewerSteps > 0; }));
  m_smallFirst->setChecked(std::ranges::any_of(candidates, isSmallFirst));
  for (std::size_t i = 0; i < m_guards.size(); ++i) {
    const auto& guard = kGuardRivals[i];
    QStringList bounds;
    for (const auto& candidate : candidates) {
      if (candidate.guard() != guard.rule) continue;
      // Others cannot be asked for here; the sweep keeps them.
      if (guard.rule == GuardRule::Verify && candidate.guardEvery != SweepRivals{}.guardEvery) continue;
      bounds << QString::number(candidate.*guard.candidate);
    }
    bounds.removeDuplicates();
    m_guards[i].box->setChecked(!bounds.isEmpty());
    m_guards[i].bounds->setEnabled(!bounds.isEmpty());
    if (!bounds.isEmpty()) m_guards[i].bounds->setText(bounds.join(QLatin1Char(' ')));
  }
}

void SweepFields::retranslate() {
  m_settingsLabel->setText(tr("Settings"));
  m_settings->setToolTip(tr("Those of the main window; change them there"));
  m_promptsLabel->setText(tr("&Prompts"));
  m_prompts->setPlaceholderText(tr("One prompt in each line; text files can be dropped here"));
  m_prompts->setAccessibleName(tr("Prompts, one in each line"));
  m_current->setText(tr("Add the &current prompt"));
  m_file->setText(tr("Add from a &text file…"));
  m_seedsLabel->setText(tr("S&eeds for each prompt"));
  m_seeds->setAccessibleName(tr("Seeds for each prompt"));
  m_earlyLabel->setText(tr("&Large until, %"));
  m_early->setAccessibleName(tr("Early stages to try, in per cent of the steps"));
  m_lateLabel->setText(tr("Large again for the l&ast, %"));
  m_late->setAccessibleName(tr("Late stages to try, in per cent of the steps"));
  m_rivalsLabel->setText(tr("Also compare"));
  m_fewerSteps->setText(tr("The la&rge model with fewer steps"));
  m_fewerSteps->setToolTip(
      tr("Up to %1 numbers of steps, each as much work as some boundaries of the grid").arg(kFewerStepsDefault));
  const auto& [verify, oneWay, srDiffusion] = m_guards;
  verify.box->setText(tr("A &guard, with these bounds:"));
  verify.box->setToolTip(tr(
      "Between the stage at the start that is nearest to 40 % and the longest at the end, the large model checks every "
      "few steps whether the small one is near enough"));
  verify.bounds->setAccessibleName(tr("Bounds of the guard, separated by spaces"));
  oneWay.box->setText(tr("A one-&way guard, with these:"));
  oneWay.box->setToolTip(
      tr("Between the shortest stage at the start and the longest at the end, the small model takes over when what the "
         "large one predicts changes less than this from step to step"));
  oneWay.bounds->setAccessibleName(tr("Bounds of the one-way guard, separated by spaces"));
  srDiffusion.box->setText(tr("SRDiffusion's r&ule, with these:"));
  srDiffusion.box->setToolTip(tr(
      "Between the shortest stage at the start and the longest at the end, the small model takes over when the large "
      "one's velocity changes less than in the step before, by less than this"));
  srDiffusion.bounds->setAccessibleName(tr("Bounds of SRDiffusion's rule, separated by spaces"));
  m_smallFirst->setText(tr("The s&mall model first"));
  m_smallFirst->setToolTip(tr("Small at the start, large for the last steps, as long as in the grid"));
  m_latentsOnly->setText(tr("Compare latents only, wit&hout decoding clips"));
  m_latentsOnly->setToolTip(
      tr("Takes less time, but there are no clips to look at. They can be decoded later, without another step"));
  const auto none = tr("None", "weights");
  m_dinov2Label->setText(tr("&DINOv2 weights"));
  m_dinov2->setPurpose(tr("File or folder of DINOv2 weights"));
  m_dinov2->setPlaceholder(none);
  m_dinov2->setToolTip(tr("With these, clips are also compared by what their frames show. A file can be dropped here"));
  m_lpipsLabel->setText(tr("LP&IPS weights"));
  m_lpips->setPurpose(tr("File of LPIPS weights"));
  m_lpips->setPlaceholder(none);
  m_lpips->setToolTip(
      tr("With these, clips are also compared by how alike their frames look. A file can be dropped here"));
  m_folderLabel->setText(tr("&Folder"));
  m_folder->setPurpose(tr("Folder of the measurements"));
}

// Form layouts give labels that wrap the height of another width.
void SweepFields::fitSettings() {
  // A label's height for a width is never below its least height, the one before included.
  m_settings->setMinimumHeight(0);
  m_settings->setFixedHeight(m_settings->heightForWidth(m_settings->width()));
}

bool SweepFields::eventFilter(QObject* object, QEvent* event) {
  if (object == m_settings && event->type() == QEvent::Resize) fitSettings();
  return QWidget::eventFilter(object, event);
}

void SweepFields::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace fb::ui
