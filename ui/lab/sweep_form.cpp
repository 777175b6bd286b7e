// SPDX-License-Identifier: MIT
#include "lab/sweep_form.h"

#include "flowblend/settings.h"
#include "lab/weights_edit.h"
#include "session/engine_host.h"
#include "text/durations.h"
#include "text/error_sentences.h"
#include "text/setting_words.h"
#include "widgets/folder_edit.h"
#include "widgets/message_label.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <tuple>

namespace fb::ui {
namespace {

namespace fs = std::filesystem;

constexpr int kMostSeeds = 16;
constexpr int kLeastPromptLines = 4;

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

// Bounds of guards, separated by spaces or semicolons, since a comma may be the decimal sign; absent if there is
// something else, or none.
std::optional<std::vector<double>> boundsIn(const QString& text) {
  static const QRegularExpression separators(QStringLiteral("[\\s;]+"));
  const auto& range = settingOf(&SamplingSettings::guardBound).range;
  std::vector<double> bounds;
  for (auto word : text.split(separators, Qt::SkipEmptyParts)) {
    bool isNumber = false;
    const double value = word.replace(QLatin1Char(','), QLatin1Char('.')).toDouble(&isNumber);
    if (!isNumber || value < range.min || value > range.max) return {};
    if (std::ranges::find(bounds, value) == bounds.end()) bounds.push_back(value);
  }
  return bounds.empty() ? std::nullopt : std::optional(bounds);
}

// The small model first.
bool isSmallFirst(const SweepCandidate& candidate) {
  return !candidate.isRival() && candidate.early == 0 && candidate.late > 0;
}

QString path(const fs::path& file) { return QString::fromStdString(file.string()); }

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

// What a run leaves in its folder: mostly the frames, uncompressed; also latents, and the texts' embeddings.
std::uint64_t sizeOfRun(const ClipSpec& clip) {
  const auto frames = static_cast<std::uint64_t>(clip.width) * static_cast<std::uint64_t>(clip.height) * 3 *
                      static_cast<std::uint64_t>(clip.frames);
  return frames + frames / 2 + 1'000'000;
}

std::uint64_t freeBytes(fs::path folder) {
  std::error_code error;
  // It may not exist yet.
  while (!fs::exists(folder, error) && folder.has_relative_path()) folder = folder.parent_path();
  const auto space = fs::space(folder, error);
  return error ? 0 : space.available;
}

// What all runs of a sweep have in common.
GenerationRequest withoutRun(GenerationRequest request) {
  request = withoutBranch(std::move(request));
  request.clip.prompt.clear();
  request.sampling.seed = 0;
  request.sampling.schedule.early = request.sampling.schedule.late = 0;
  return request;
}

std::vector<std::string> linesOf(const QString& text) {
  std::vector<std::string> lines;
  for (const auto& line : text.split(QLatin1Char('\n')))
    if (const auto trimmed = line.trimmed(); !trimmed.isEmpty()) lines.push_back(trimmed.toStdString());
  return lines;
}

}  // namespace

PromptLines::PromptLines(QWidget* parent) : QPlainTextEdit(parent) {
  setTabChangesFocus(true);
  setMinimumHeight(kLeastPromptLines * fontMetrics().lineSpacing() + 16);
}

std::vector<std::string> PromptLines::prompts() const { return linesOf(toPlainText()); }

void PromptLines::add(const std::vector<std::string>& added) {
  auto lines = prompts();
  for (const auto& prompt : added)
    for (const auto& line : linesOf(QString::fromStdString(prompt)))
      if (std::ranges::find(lines, line) == lines.end()) lines.push_back(line);
  QStringList text;
  for (const auto& line : lines) text << QString::fromStdString(line);
  setPlainText(text.join(QLatin1Char('\n')));
}

bool PromptLines::canInsertFromMimeData(const QMimeData* source) const {
  return source->hasUrls() || QPlainTextEdit::canInsertFromMimeData(source);
}

void PromptLines::insertFromMimeData(const QMimeData* source) {
  if (!source->hasUrls()) return QPlainTextEdit::insertFromMimeData(source);
  for (const auto& url : source->urls())
    if (url.isLocalFile()) Q_EMIT fileOffered(url.toLocalFile());
}

struct SweepForm::Planned {
  Result<Sweep> sweep;  // with what the folder already holds
  Result<SweepPlan> plan;
  std::optional<Sweep> stored;
  std::uint64_t freeBytes = 0;
  // What the sweep's weights are; none without weights.
  Result<std::optional<PerceptualModel>> dinov2 = std::optional<PerceptualModel>();
  Result<std::optional<PerceptualModel>> lpips = std::optional<PerceptualModel>();
};

SweepForm::SweepForm(const Theme* theme, EngineHost* host, QWidget* parent)
    : QWidget(parent),
      m_host(host),
      m_intro(new QLabel(this)),
      m_promptsLabel(new QLabel(this)),
      m_prompts(new PromptLines(this)),
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
      m_guard(new QCheckBox(this)),
      m_bounds(new QLineEdit(this)),
      m_smallFirst(new QCheckBox(this)),
      m_dinov2Label(new QLabel(this)),
      m_dinov2(new WeightsEdit(theme, this)),
      m_lpipsLabel(new QLabel(this)),
      m_lpips(new WeightsEdit(theme, this)),
      m_folderLabel(new QLabel(this)),
      m_folder(new FolderEdit(theme, this)),
      m_otherFolder(new QPushButton(this)),
      m_takes(new QLabel(this)),
      m_message(new MessageLabel(this)),
      m_fields(new QWidget(this)) {
  setObjectName(QStringLiteral("sweepForm"));
  m_soon.setSingleShot(true);
  m_soon.setInterval(std::chrono::milliseconds(250));
  connect(&m_soon, &QTimer::timeout, this, &SweepForm::plan);
  m_again.setSingleShot(true);
  m_again.setInterval(std::chrono::seconds(5));
  connect(&m_again, &QTimer::timeout, this, &SweepForm::plan);
  build();
  retranslate();
}

void SweepForm::build() {
  m_prompts->setObjectName(QStringLiteral("sweepPrompts"));
  m_current->setObjectName(QStringLiteral("currentPromptButton"));
  m_file->setObjectName(QStringLiteral("promptFileButton"));
  m_settings->setObjectName(QStringLiteral("sweepSettings"));
  m_seeds->setObjectName(QStringLiteral("sweepSeeds"));
  m_seeds->setRange(1, kMostSeeds);
  m_early->setObjectName(QStringLiteral("sweepEarly"));
  m_late->setObjectName(QStringLiteral("sweepLate"));
  m_folder->setObjectName(QStringLiteral("sweepFolder"));
  m_otherFolder->setObjectName(QStringLiteral("newFolderButton"));
  m_otherFolder->hide();
  m_takes->setObjectName(QStringLiteral("whatItTakes"));
  m_message->setObjectName(QStringLiteral("sweepProblem"));
  for (auto* label : {m_intro, m_settings, m_takes}) label->setWordWrap(true);
  m_settings->installEventFilter(this);
  m_intro->setProperty("role", "muted");
  m_promptsLabel->setBuddy(m_prompts);
  m_seedsLabel->setBuddy(m_seeds);
  m_earlyLabel->setBuddy(m_early);
  m_lateLabel->setBuddy(m_late);
  m_folderLabel->setBuddy(m_folder);

  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_current);
  buttons->addWidget(m_file);
  buttons->addStretch(1);
  auto* form = new QFormLayout(m_fields);
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
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_intro);
  column->addWidget(m_fields, 1);
  column->addWidget(m_takes);
  column->addWidget(m_message);
  column->addWidget(m_otherFolder, 0, Qt::AlignLeft);
  connectFields();
}

void SweepForm::addRivals(QFormLayout* form) {
  m_fewerSteps->setObjectName(QStringLiteral("rivalSteps"));
  m_guard->setObjectName(QStringLiteral("rivalGuard"));
  m_bounds->setObjectName(QStringLiteral("rivalBounds"));
  m_bounds->setText(number(SamplingSettings{}.guardBound, 1));
  m_bounds->setEnabled(false);
  m_smallFirst->setObjectName(QStringLiteral("rivalSmallFirst"));
  auto* guard = new QHBoxLayout;
  guard->addWidget(m_guard);
  guard->addWidget(m_bounds, 1);
  auto* column = new QVBoxLayout;
  column->addWidget(m_fewerSteps);
  column->addLayout(guard);
  column->addWidget(m_smallFirst);
  form->addRow(m_rivalsLabel, column);
}

void SweepForm::addWeights(QFormLayout* form) {
  m_dinov2->setObjectName(QStringLiteral("dinov2Weights"));
  m_lpips->setObjectName(QStringLiteral("lpipsWeights"));
  m_dinov2Label->setBuddy(m_dinov2);
  m_lpipsLabel->setBuddy(m_lpips);
  form->addRow(m_dinov2Label, m_dinov2);
  form->addRow(m_lpipsLabel, m_lpips);
  for (auto* field : {m_dinov2, m_lpips}) connect(field, &WeightsEdit::fileEdited, this, &SweepForm::editWeights);
}

PerceptualWeights SweepForm::weights() const { return {m_dinov2->file().toStdString(), m_lpips->file().toStdString()}; }

void SweepForm::showWeights(const PerceptualWeights& weights) {
  m_dinov2->setFile(path(weights.dinov2));
  m_lpips->setFile(path(weights.lpips));
}

void SweepForm::setWeights(const PerceptualWeights& weights) {
  m_weights = weights;
  if (m_areWeightsOwn) return;
  showWeights(weights);
  planSoon();
}

void SweepForm::editWeights() {
  m_areWeightsOwn = true;
  m_weights = weights();
  Q_EMIT weightsEdited(m_weights);
  planSoon();
}

std::optional<SweepRivals> SweepForm::rivals() const {
  SweepRivals rivals;
  rivals.fewerSteps = m_fewerSteps->isChecked() ? kFewerStepsDefault : 0;
  rivals.smallFirst = m_smallFirst->isChecked();
  if (!m_guard->isChecked()) return rivals;
  const auto bounds = boundsIn(m_bounds->text());
  if (!bounds) return {};
  rivals.guardBounds = *bounds;
  return rivals;
}

void SweepForm::connectFields() {
  connect(m_prompts, &QPlainTextEdit::textChanged, this, [this] {
    m_arePromptsOwn = true;
    planSoon();
  });
  connect(m_prompts, &PromptLines::fileOffered, this, &SweepForm::addPromptsFrom);
  connect(m_current, &QPushButton::clicked, this, [this] { m_prompts->add({m_base.clip.prompt}); });
  connect(m_file, &QPushButton::clicked, this, &SweepForm::chooseFile);
  const auto gridChanged = [this] {
    m_isGridOwn = true;
    planSoon();
  };
  connect(m_seeds, &QSpinBox::valueChanged, this, gridChanged);
  connect(m_early, &QLineEdit::textChanged, this, gridChanged);
  connect(m_late, &QLineEdit::textChanged, this, gridChanged);
  for (auto* box : {m_fewerSteps, m_guard, m_smallFirst}) connect(box, &QCheckBox::toggled, this, gridChanged);
  connect(m_guard, &QCheckBox::toggled, m_bounds, &QLineEdit::setEnabled);
  connect(m_bounds, &QLineEdit::textChanged, this, gridChanged);
  connect(m_folder, &FolderEdit::folderEdited, this, [this](const QString& folder) {
    m_isFolderChosen = true;
    m_isFilled = false;
    if (!m_areWeightsOwn) showWeights(m_weights);
    useFolder(folder);
  });
  connect(m_otherFolder, &QPushButton::clicked, this, [this] {
    m_isFolderChosen = false;
    m_usedFolder.clear();
    useFolder(m_defaultFolder);
  });
}

void SweepForm::setBase(const GenerationRequest& base, const QString& defaultFolder) {
  const bool isOtherPair = base.pair.name != m_base.pair.name;
  const bool isOtherSweep = defaultFolder != m_defaultFolder || withoutRun(base) != withoutRun(m_base);
  const bool isOtherPrompt = !m_arePromptsOwn && base.clip.prompt != m_base.clip.prompt;
  m_base = withoutBranch(base);
  // Moving the boundaries changes nothing here.
  if (!isOtherSweep && !isOtherPrompt) return;
  m_defaultFolder = defaultFolder;
  if (isOtherPair) {
    m_isFolderChosen = m_arePromptsOwn = m_isGridOwn = m_areWeightsOwn = false;
    m_usedFolder.clear();
  }
  if (!m_isFolderChosen) useFolder(m_usedFolder.isEmpty() ? m_defaultFolder : m_usedFolder);
  if (!m_arePromptsOwn) {
    const QSignalBlocker blocker(m_prompts);
    m_prompts->setPlainText(QString::fromStdString(base.clip.prompt));
  }
  showSettings();
  planSoon();
}

void SweepForm::setUsedFolder(const QString& folder) {
  m_usedFolder = folder;
  if (!m_isFolderChosen && !folder.isEmpty()) useFolder(folder);
}

void SweepForm::useFolder(const QString& folder) {
  if (folder != m_folder->folder()) {
    m_isFilled = false;
    if (!m_areWeightsOwn) showWeights(m_weights);
  }
  m_folder->setFolder(folder);
  planSoon();
}

void SweepForm::setLocked(bool locked) {
  m_isLocked = locked;
  m_fields->setEnabled(!locked);
  m_otherFolder->setEnabled(!locked);
  if (!locked) planSoon();
}

void SweepForm::chooseFile() {
  auto* dialog = new QFileDialog(this, tr("Prompts from a text file"), {}, tr("Text files (*.txt);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &SweepForm::addPromptsFrom);
  dialog->open();
}

void SweepForm::addPromptsFrom(const QString& file) {
  m_host->ask(
      this, [file = file.toStdString()](Engine&) { return readPrompts(file); },
      m_read.ask([this](const Result<std::vector<std::string>>& prompts) {
        if (prompts)
          m_prompts->add(prompts.value());
        else
          m_message->say(errorLine(prompts.error()), "error");
      }));
}

void SweepForm::planSoon() {
  m_planned.drop();
  m_again.stop();
  m_order.reset();
  m_isPlanning = true;
  m_soon.start();
  Q_EMIT orderChanged();
}

void SweepForm::plan() {
  if (m_isLocked || m_base.pair.large.empty()) return;
  const auto early = sharesIn(m_early->text()), late = sharesIn(m_late->text());
  m_error.reset();
  m_problem.clear();
  if (!early || !late) {
    m_isPlanning = false;
    m_problem = tr("The stages are whole per cents from 0 to 100, separated by commas.");
    return say();
  }
  const auto others = rivals();
  if (!others) {
    m_isPlanning = false;
    m_problem = tr("The guard's bounds are numbers from 0 to %1, separated by spaces.")
                    .arg(number(settingOf(&SamplingSettings::guardBound).range.max, 0));
    return say();
  }
  Sweep sweep;
  sweep.base = m_base;
  sweep.prompts = m_prompts->prompts();
  for (int seed = 0; seed < m_seeds->value(); ++seed) sweep.seeds.push_back(static_cast<std::uint64_t>(seed));
  sweep.candidates = sweepGrid(m_base.sampling.schedule.steps, *early, *late);
  sweep.perceptual = weights();
  m_host->ask(
      this,
      [sweep = std::move(sweep), rivals = *others, folder = fs::path(m_folder->folder().toStdString())](
          Engine& engine) { return planned(engine, sweep, rivals, folder); },
      m_planned.ask([this](const Planned& planned) { take(planned); }));
}

SweepForm::Planned SweepForm::planned(Engine& engine, const Sweep& sweep, const SweepRivals& rivals,
                                      const fs::path& folder) {
  Planned planned{joinedWithStored(sweep, folder), Error{}, {}, freeBytes(folder)};
  if (auto stored = storedSweep(folder)) planned.stored = std::move(stored).value();
  if (!planned.sweep) {
    planned.plan = planned.sweep.error();
    return planned;
  }
  // Each by itself, so that it is known which of them cannot be used.
  const auto& files = planned.sweep.value().perceptual;
  if (auto found = engine.inspectPerceptual({files.dinov2, {}}))
    planned.dinov2 = std::move(found).value().dinov2;
  else
    planned.dinov2 = found.error();
  if (auto found = engine.inspectPerceptual({{}, files.lpips}))
    planned.lpips = std::move(found).value().lpips;
  else
    planned.lpips = found.error();
  if (auto all = withRivals(engine, planned.sweep.value(), rivals)) {
    planned.plan = planSweep(engine, all.value(), folder);
    planned.sweep = std::move(all);
  } else {
    planned.plan = all.error();
  }
  return planned;
}

bool SweepForm::sayWeights(const Planned& planned) {
  const auto used = planned.sweep ? planned.sweep.value().perceptual : PerceptualWeights();
  const bool areContents = sayWeights(m_dinov2, used.dinov2, planned.dinov2);
  return sayWeights(m_lpips, used.lpips, planned.lpips) && areContents;
}

bool SweepForm::sayWeights(WeightsEdit* field, const fs::path& used,
                           const Result<std::optional<PerceptualModel>>& found) {
  QString words, problem;
  if (field->file().isEmpty() && !used.empty())
    words = tr("This sweep keeps to %1. A new folder can do without.").arg(path(used));
  if (!found) {
    problem = errorLine(found.error());
  } else if (const auto& model = found.value()) {
    if (words.isEmpty()) words = QString::fromStdString(model->name);
    if (const auto& clip = m_base.clip; std::min(clip.width, clip.height) < model->minSide)
      problem = tr("%1 needs clips of at least %2 pixels on each side, but these have %3.")
                    .arg(QString::fromStdString(model->name), number(static_cast<qint64>(model->minSide)),
                         fb::ui::frameSize(clip.width, clip.height));
  }
  field->say(words, problem);
  return problem.isEmpty();
}

void SweepForm::take(const Planned& planned) {
  if (planned.stored && planned.sweep && !m_isFilled) {
    m_isFilled = true;
    if (fillFrom(*planned.stored)) return planSoon();
  }
  // The pair's last sweep was one with other settings.
  if (!planned.sweep && planned.sweep.error().kind == ErrorKind::Invalid && !m_isFolderChosen &&
      m_folder->folder() == m_usedFolder && m_usedFolder != m_defaultFolder) {
    m_usedFolder.clear();
    return useFolder(m_defaultFolder);
  }
  m_isPlanning = false;
  m_problem =
      sayWeights(planned) ? problemOf(planned) : tr("These weights cannot be used: choose others, or clear the field.");
  if (lacksRoom(planned)) m_again.start();
  if (m_problem.isEmpty()) m_order = SweepOrder{planned.sweep.value(), m_folder->folder(), planned.plan.value()};
  say();
}

// A sweep that goes on has its own prompts, seeds and boundaries; what the user has changed stays. Returns whether
// anything is different now.
bool SweepForm::fillFrom(const Sweep& stored) {
  const QSignalBlocker prompts(m_prompts), seeds(m_seeds), early(m_early), late(m_late), fewer(m_fewerSteps),
      guard(m_guard), bounds(m_bounds), smallFirst(m_smallFirst);
  const auto shown = [this] {
    return std::tuple(m_prompts->toPlainText(), m_seeds->value(), m_early->text(), m_late->text(), rivals(), weights());
  };
  const auto before = shown();
  if (!m_arePromptsOwn) {
    m_prompts->clear();
    m_prompts->add(stored.prompts);
    m_arePromptsOwn = true;
  }
  if (!m_isGridOwn) {
    m_seeds->setValue(static_cast<int>(stored.seeds.size()));
    m_early->setText(sharesOf(stored, &SweepCandidate::early));
    m_late->setText(sharesOf(stored, &SweepCandidate::late));
    showRivals(stored);
  }
  if (!m_areWeightsOwn) showWeights(stored.perceptual);
  return before != shown();
}

void SweepForm::showRivals(const Sweep& stored) {
  const auto& candidates = stored.candidates;
  m_fewerSteps->setChecked(std::ranges::any_of(candidates, [](const auto& each) { return each.fewerSteps > 0; }));
  m_smallFirst->setChecked(std::ranges::any_of(candidates, isSmallFirst));
  QStringList bounds;
  for (const auto& candidate : candidates)
    // Others cannot be asked for here; the sweep keeps them.
    if (candidate.guardEvery == SweepRivals{}.guardEvery) bounds << QString::number(candidate.guardBound);
  bounds.removeDuplicates();
  m_guard->setChecked(!bounds.isEmpty());
  m_bounds->setEnabled(m_guard->isChecked());
  if (!bounds.isEmpty()) m_bounds->setText(bounds.join(QLatin1Char(' ')));
}

std::uint64_t SweepForm::bytesNeeded(const Planned& planned) const {
  return planned.plan ? static_cast<std::uint64_t>(planned.plan.value().left.runs) * sizeOfRun(m_base.clip) : 0;
}

bool SweepForm::lacksRoom(const Planned& planned) const { return planned.freeBytes < bytesNeeded(planned); }

QString SweepForm::problemOf(const Planned& planned) const {
  const auto folder = m_folder->folder();
  if (m_prompts->prompts().empty() && !(planned.sweep && !planned.sweep.value().prompts.empty()))
    return tr("Write at least one prompt, one in each line.");
  if (!planned.sweep) return errorLine(planned.sweep.error());
  if (!planned.plan) return errorLine(planned.plan.error());
  if (lacksRoom(planned))
    return tr("This needs up to %1 in %2, where only %3 are free: choose another folder, or fewer prompts.")
        .arg(byteSize(bytesNeeded(planned)), folder, byteSize(planned.freeBytes));
  return {};
}

void SweepForm::say() {
  m_message->say(m_problem, "error");
  const bool isOwn = m_folder->folder() != m_defaultFolder;
  m_otherFolder->setVisible(!m_problem.isEmpty() && isOwn);
  sayWhatItTakes();
  Q_EMIT orderChanged();
}

void SweepForm::sayWhatItTakes() {
  if (!m_order) return m_takes->setText(m_isPlanning ? tr("Planning…") : QString());
  const auto& [sweep, folder, plan] = *m_order;
  QStringList sentences;
  if (plan.left.runs < plan.whole.runs)
    sentences << tr("%1 of %2 clips are measured.")
                     .arg(number(static_cast<qint64>(plan.whole.runs - plan.left.runs)),
                          number(static_cast<qint64>(plan.whole.runs)));
  if (plan.remeasured > 0) sentences << tr("%n clip(s) to compare again, without a step.", nullptr, plan.remeasured);
  if (plan.left.runs == 0 && plan.remeasured > 0) return m_takes->setText(sentences.join(QLatin1Char(' ')));
  if (plan.left.runs == 0) {
    sentences << tr("Add prompts, seeds or boundaries to measure more.");
    return m_takes->setText(sentences.join(QLatin1Char(' ')));
  }
  const double runs = plan.run.totalLargeOnly > 0 ? plan.left.flops / plan.run.totalLargeOnly : 0;
  sentences << tr("%n clip(s) to make, as much work as %1 of the large model alone.", nullptr, plan.left.runs)
                   .arg(number(runs, 1));
  sentences << (plan.left.seconds ? tr("That takes %1.").arg(aboutDuration(*plan.left.seconds))
                                  : tr("How long that takes is known after the first clips on this machine."));
  sentences << tr("It needs up to %1 on the disk.")
                   .arg(byteSize(static_cast<std::uint64_t>(plan.left.runs) * sizeOfRun(m_base.clip)));
  if (std::ranges::any_of(sweep.candidates, [](const auto& candidate) { return candidate.isGuarded(); }))
    sentences << tr("A guard's checks that are refused cost more.");
  m_takes->setText(sentences.join(QLatin1Char(' ')));
}

QString SweepForm::summary() const {
  if (m_isPlanning) return tr("Planning…");
  if (!m_order) return {};
  const auto& left = m_order->plan.left;
  const auto clips = tr("%n clip(s)", nullptr, left.runs);
  if (m_order->plan.isFinished()) return tr("Everything is measured.");
  if (left.runs == 0) return tr("%n clip(s) to compare again", nullptr, m_order->plan.remeasured);
  return left.seconds ? tr("%1, %2").arg(clips, aboutDuration(*left.seconds)) : clips;
}

void SweepForm::showSettings() {
  QStringList words{
      QString::fromStdString(m_base.pair.name),
      tr("%1, %2").arg(fb::ui::frameSize(m_base.clip.width, m_base.clip.height), frameCount(m_base.clip.frames)),
      stepCount(m_base.sampling.schedule.steps)};
  const auto add = [&](const Setting& setting) {
    words << QStringLiteral("%1: %2").arg(settingLabel(setting), settingWords(setting, setting.value(m_base)));
  };
  add(settingOf(&SamplingSettings::guidance));
  add(settingOf(&SamplingSettings::cache));
  if (!m_base.sampling.loras.empty())
    words << tr("%n LoRA(s)", nullptr, static_cast<int>(m_base.sampling.loras.size()));
  m_settings->setText(words.join(QStringLiteral(" · ")));
  m_settings->setAccessibleName(m_settings->text());
  fitSettings();
}

void SweepForm::retranslate() {
  m_intro->setText(
      tr("Samples each prompt with the large model alone, with the small model alone and with many boundaries between "
         "them, and compares the clips. The steps that they have in common are computed once."));
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
  m_guard->setText(tr("A &guard, with these bounds:"));
  m_guard->setToolTip(
      tr("Between the shortest stage at the start and the longest at the end, the large model checks every few steps "
         "whether the small one is near enough"));
  m_bounds->setAccessibleName(tr("Bounds of the guard, separated by spaces"));
  m_smallFirst->setText(tr("The s&mall model first"));
  m_smallFirst->setToolTip(tr("Small at the start, large for the last steps, as long as in the grid"));
  const auto optional = tr("None; a file of weights can be dropped here");
  m_dinov2Label->setText(tr("&DINOv2 weights"));
  m_dinov2->setPurpose(tr("File or folder of DINOv2 weights"));
  m_dinov2->setPlaceholder(optional);
  m_dinov2->setToolTip(tr("With these, clips are also compared by what their frames show"));
  m_lpipsLabel->setText(tr("LP&IPS weights"));
  m_lpips->setPurpose(tr("File of LPIPS weights"));
  m_lpips->setPlaceholder(optional);
  m_lpips->setToolTip(tr("With these, clips are also compared by how alike their frames look"));
  m_folderLabel->setText(tr("&Folder"));
  m_folder->setPurpose(tr("Folder of the measurements"));
  m_otherFolder->setText(tr("Use a &new folder"));
  showSettings();
  sayWhatItTakes();
}

// Form layouts give labels that wrap the height of another width.
void SweepForm::fitSettings() {
  // A label's height for a width is never below its least height, the one before included.
  m_settings->setMinimumHeight(0);
  m_settings->setFixedHeight(m_settings->heightForWidth(m_settings->width()));
}

bool SweepForm::eventFilter(QObject* object, QEvent* event) {
  if (object == m_settings && event->type() == QEvent::Resize) fitSettings();
  return QWidget::eventFilter(object, event);
}

void SweepForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  retranslate();
  planSoon();
}

}  // namespace fb::ui
