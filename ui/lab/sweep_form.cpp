// SPDX-License-Identifier: MIT
#include "lab/sweep_form.h"

#include "flowblend/settings.h"
#include "session/engine_host.h"
#include "text/durations.h"
#include "text/error_sentences.h"
#include "text/setting_words.h"
#include "widgets/folder_edit.h"
#include "widgets/message_label.h"

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

// The stages of a sweep as the fields have them.
QString sharesOf(const Sweep& sweep, int SweepCandidate::*stage) {
  std::set<int> shares;
  for (const auto& candidate : sweep.candidates)
    if (candidate != sweep.largeOnly() && candidate != SweepCandidate{0, 0})
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
  form->addRow(m_folderLabel, m_folder);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_intro);
  column->addWidget(m_fields, 1);
  column->addWidget(m_takes);
  column->addWidget(m_message);
  column->addWidget(m_otherFolder, 0, Qt::AlignLeft);
  connectFields();
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
  connect(m_folder, &FolderEdit::folderEdited, this, [this](const QString& folder) {
    m_isFolderChosen = true;
    m_isFilled = false;
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
    m_isFolderChosen = m_arePromptsOwn = m_isGridOwn = false;
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
  if (folder != m_folder->folder()) m_isFilled = false;
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
  Sweep sweep;
  sweep.base = m_base;
  sweep.prompts = m_prompts->prompts();
  for (int seed = 0; seed < m_seeds->value(); ++seed) sweep.seeds.push_back(static_cast<std::uint64_t>(seed));
  sweep.candidates = sweepGrid(m_base.sampling.schedule.steps, *early, *late);
  m_host->ask(
      this,
      [sweep = std::move(sweep), folder = fs::path(m_folder->folder().toStdString())](Engine& engine) {
        Planned planned{joinedWithStored(sweep, folder), planSweep(engine, sweep, folder), {}, freeBytes(folder)};
        if (auto stored = storedSweep(folder)) planned.stored = std::move(stored).value();
        return planned;
      },
      m_planned.ask([this](const Planned& planned) { take(planned); }));
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
  m_problem = problemOf(planned);
  if (m_problem.isEmpty()) m_order = SweepOrder{planned.sweep.value(), m_folder->folder(), planned.plan.value()};
  say();
}

// A sweep that goes on has its own prompts, seeds and boundaries; what the user has changed stays. Returns whether
// anything is different now.
bool SweepForm::fillFrom(const Sweep& stored) {
  const QSignalBlocker prompts(m_prompts), seeds(m_seeds), early(m_early), late(m_late);
  const auto before = std::tuple(m_prompts->toPlainText(), m_seeds->value(), m_early->text(), m_late->text());
  if (!m_arePromptsOwn) {
    m_prompts->clear();
    m_prompts->add(stored.prompts);
    m_arePromptsOwn = true;
  }
  if (!m_isGridOwn) {
    m_seeds->setValue(static_cast<int>(stored.seeds.size()));
    m_early->setText(sharesOf(stored, &SweepCandidate::early));
    m_late->setText(sharesOf(stored, &SweepCandidate::late));
  }
  return before != std::tuple(m_prompts->toPlainText(), m_seeds->value(), m_early->text(), m_late->text());
}

QString SweepForm::problemOf(const Planned& planned) const {
  const auto folder = m_folder->folder();
  if (m_prompts->prompts().empty() && !(planned.sweep && !planned.sweep.value().prompts.empty()))
    return tr("Write at least one prompt, one in each line.");
  if (!planned.sweep) return errorLine(planned.sweep.error());
  if (!planned.plan) return errorLine(planned.plan.error());
  const auto needed = static_cast<std::uint64_t>(planned.plan.value().left.runs) * sizeOfRun(m_base.clip);
  if (planned.freeBytes < needed)
    return tr("This needs up to %1 in %2, where only %3 are free: choose another folder, or fewer prompts.")
        .arg(byteSize(needed), folder, byteSize(planned.freeBytes));
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
  m_takes->setText(sentences.join(QLatin1Char(' ')));
}

QString SweepForm::summary() const {
  if (m_isPlanning) return tr("Planning…");
  if (!m_order) return {};
  const auto& left = m_order->plan.left;
  const auto clips = tr("%n clip(s)", nullptr, left.runs);
  if (left.runs == 0) return tr("Everything is measured.");
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
  m_settings->setMinimumHeight(m_settings->heightForWidth(m_settings->width()));
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
  m_folderLabel->setText(tr("&Folder"));
  m_folder->setPurpose(tr("Folder of the measurements"));
  m_otherFolder->setText(tr("Use a &new folder"));
  showSettings();
  sayWhatItTakes();
}

// Form layouts give labels that wrap the height of another width.
bool SweepForm::eventFilter(QObject* object, QEvent* event) {
  if (object == m_settings && event->type() == QEvent::Resize)
    m_settings->setMinimumHeight(m_settings->heightForWidth(m_settings->width()));
  return QWidget::eventFilter(object, event);
}

void SweepForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  retranslate();
  planSoon();
}

}  // namespace fb::ui
