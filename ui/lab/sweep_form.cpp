// SPDX-License-Identifier: MIT
#include "lab/sweep_form.h"

#include "flowblend/settings.h"
#include "lab/sweep_fields.h"
#include "lab/weights_edit.h"
#include "session/engine_host.h"
#include "text/durations.h"
#include "text/error_sentences.h"
#include "widgets/message_label.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fb::ui {
namespace {

namespace fs = std::filesystem;

// What a run leaves in its folder: mostly the frames, uncompressed, if it is decoded; also latents, and the texts'
// embeddings.
std::uint64_t sizeOfRun(const ClipSpec& clip, bool isDecoded) {
  const auto frames = static_cast<std::uint64_t>(clip.width) * static_cast<std::uint64_t>(clip.height) * 3 *
                      static_cast<std::uint64_t>(clip.frames);
  return (isDecoded ? frames : 0) + frames / 2 + 1'000'000;
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

}  // namespace

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
      m_fields(new SweepFields(theme, this)),
      m_otherFolder(new QPushButton(this)),
      m_takes(new QLabel(this)),
      m_message(new MessageLabel(this)) {
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
  m_otherFolder->setObjectName(QStringLiteral("newFolderButton"));
  m_otherFolder->hide();
  m_takes->setObjectName(QStringLiteral("whatItTakes"));
  m_message->setObjectName(QStringLiteral("sweepProblem"));
  for (auto* label : {m_intro, m_takes}) label->setWordWrap(true);
  m_intro->setProperty("role", "muted");
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_intro);
  column->addWidget(m_fields, 1);
  column->addWidget(m_takes);
  column->addWidget(m_message);
  column->addWidget(m_otherFolder, 0, Qt::AlignLeft);
  connectFields();
}

void SweepForm::connectFields() {
  connect(m_fields, &SweepFields::edited, this, &SweepForm::planSoon);
  connect(m_fields, &SweepFields::weightsEdited, this, &SweepForm::weightsEdited);
  connect(m_fields, &SweepFields::promptFileOffered, this, &SweepForm::addPromptsFrom);
  connect(m_fields, &SweepFields::currentPromptRequested, this, [this] { m_fields->addPrompts({m_base.clip.prompt}); });
  connect(m_fields, &SweepFields::folderEdited, this, [this](const QString& folder) {
    m_isFolderChosen = true;
    m_isFilled = false;
    m_fields->showUsualWeights();
    useFolder(folder);
  });
  connect(m_otherFolder, &QPushButton::clicked, this, [this] {
    m_isFolderChosen = false;
    m_usedFolder.clear();
    useFolder(m_defaultFolder);
  });
}

void SweepForm::setWeights(const PerceptualWeights& weights) {
  if (m_fields->setUsualWeights(weights)) planSoon();
}

void SweepForm::setBase(const GenerationRequest& base, const QString& defaultFolder) {
  const bool isOtherPair = base.pair.name != m_base.pair.name;
  const bool isOtherSweep = defaultFolder != m_defaultFolder || withoutRun(base) != withoutRun(m_base);
  const bool isOtherPrompt = !m_fields->arePromptsEdited() && base.clip.prompt != m_base.clip.prompt;
  m_base = withoutBranch(base);
  // Moving the boundaries changes nothing here.
  if (!isOtherSweep && !isOtherPrompt) return;
  m_defaultFolder = defaultFolder;
  if (isOtherPair) {
    m_isFolderChosen = false;
    m_fields->forgetEdits();
    m_usedFolder.clear();
  }
  if (!m_isFolderChosen) useFolder(m_usedFolder.isEmpty() ? m_defaultFolder : m_usedFolder);
  m_fields->setPrompt(base.clip.prompt);
  m_fields->showSettings(m_base);
  planSoon();
}

void SweepForm::setUsedFolder(const QString& folder) {
  m_usedFolder = folder;
  if (!m_isFolderChosen && !folder.isEmpty()) useFolder(folder);
}

void SweepForm::useFolder(const QString& folder) {
  if (folder != m_fields->folder()) {
    m_isFilled = false;
    m_fields->showUsualWeights();
  }
  m_fields->setFolder(folder);
  planSoon();
}

void SweepForm::setLocked(bool locked) {
  m_isLocked = locked;
  m_fields->setEnabled(!locked);
  m_otherFolder->setEnabled(!locked);
  if (!locked) planSoon();
}

void SweepForm::addPromptsFrom(const QString& file) {
  m_host->ask(
      this, [file = file.toStdString()](Engine&) { return readPrompts(file); },
      m_read.ask([this](const Result<std::vector<std::string>>& prompts) {
        if (prompts)
          m_fields->addPrompts(prompts.value());
        else
          m_message->say(errorSentence(prompts.error()), "error");
      }));
}

void SweepForm::planSoon() {
  m_planned.drop();
  m_again.stop();
  m_order.reset();
  m_isPlanning = true;
  m_soon.start();
  sayWhatItTakes();
  Q_EMIT orderChanged();
}

QString SweepForm::boundsProblem() const {
  const auto most = [](const SettingMember& bound) { return number(settingOf(bound).range.max, 0); };
  switch (m_fields->guardWithoutBounds().value_or(GuardRule::None)) {
    case GuardRule::None:
      break;
    case GuardRule::Verify:
      return tr("The guard's bounds are numbers from 0 to %1, separated by spaces.")
          .arg(most(&SamplingSettings::guardBound));
    case GuardRule::OneWay:
      return tr("The bounds of the one-way guard are numbers above 0 and at most %1, separated by spaces.")
          .arg(most(&SamplingSettings::guardChange));
    case GuardRule::SrDiffusion:
      return tr("The bounds of SRDiffusion's rule are numbers above 0 and at most %1, separated by spaces.")
          .arg(most(&SamplingSettings::guardSettling));
  }
  return {};
}

void SweepForm::plan() {
  if (m_isLocked || m_base.pair.large.empty()) return;
  const auto early = m_fields->early(), late = m_fields->late();
  m_problem.clear();
  if (!early || !late) {
    m_isPlanning = false;
    m_problem = tr("The stages are whole per cents from 0 to 100, separated by commas.");
    return say();
  }
  const auto others = m_fields->rivals();
  if (!others) {
    m_isPlanning = false;
    m_problem = boundsProblem();
    return say();
  }
  Sweep sweep;
  sweep.base = m_base;
  sweep.prompts = m_fields->prompts();
  for (int seed = 0; seed < m_fields->seeds(); ++seed) sweep.seeds.push_back(static_cast<std::uint64_t>(seed));
  sweep.candidates = sweepGrid(m_base.sampling.schedule.steps, *early, *late);
  sweep.perceptual = m_fields->weights();
  sweep.latentsOnly = m_fields->isLatentsOnly();
  m_host->ask(
      this,
      [sweep = std::move(sweep), rivals = *others, folder = fs::path(m_fields->folder().toStdString())](
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
  const bool areContents = sayWeights(m_fields->dinov2(), used.dinov2, planned.dinov2);
  return sayWeights(m_fields->lpips(), used.lpips, planned.lpips) && areContents;
}

bool SweepForm::sayWeights(WeightsEdit* field, const fs::path& used,
                           const Result<std::optional<PerceptualModel>>& found) {
  QString words, problem;
  if (field->file().isEmpty() && !used.empty())
    words = tr("This sweep keeps to %1. A new folder can do without.").arg(QString::fromStdString(used.string()));
  if (!found) {
    problem = errorSentence(found.error());
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
    if (m_fields->fillFrom(*planned.stored)) return planSoon();
  }
  // The pair's last sweep was one with other settings.
  if (!planned.sweep && planned.sweep.error().kind == ErrorKind::Invalid && !m_isFolderChosen &&
      m_fields->folder() == m_usedFolder && m_usedFolder != m_defaultFolder) {
    m_usedFolder.clear();
    return useFolder(m_defaultFolder);
  }
  m_isPlanning = false;
  m_problem =
      sayWeights(planned) ? problemOf(planned) : tr("These weights cannot be used: choose others, or clear the field.");
  if (lacksRoom(planned)) m_again.start();
  if (m_problem.isEmpty()) m_order = SweepOrder{planned.sweep.value(), m_fields->folder(), planned.plan.value()};
  say();
}

std::uint64_t SweepForm::bytesNeeded(const Planned& planned) const {
  if (!planned.plan) return 0;
  return static_cast<std::uint64_t>(planned.plan.value().left.runs) *
         sizeOfRun(m_base.clip, !m_fields->isLatentsOnly());
}

bool SweepForm::lacksRoom(const Planned& planned) const { return planned.freeBytes < bytesNeeded(planned); }

QString SweepForm::problemOf(const Planned& planned) const {
  const auto folder = m_fields->folder();
  if (m_fields->prompts().empty() && !(planned.sweep && !planned.sweep.value().prompts.empty()))
    return tr("Write at least one prompt, one in each line.");
  if (!planned.sweep) return errorSentence(planned.sweep.error());
  if (!planned.plan) return errorSentence(planned.plan.error());
  if (lacksRoom(planned))
    return tr("This needs up to %1 in %2, where only %3 are free: choose another folder, or fewer prompts.")
        .arg(byteSize(bytesNeeded(planned)), folder, byteSize(planned.freeBytes));
  return {};
}

void SweepForm::say() {
  m_message->say(m_problem, "error");
  const bool isOwn = m_fields->folder() != m_defaultFolder;
  m_otherFolder->setVisible(!m_problem.isEmpty() && isOwn);
  sayWhatItTakes();
  Q_EMIT orderChanged();
}

void SweepForm::sayWhatItTakes() {
  // While the window says that another order is being planned, the cost of the last one stays, faded, so that the form
  // does not jump.
  m_takes->setEnabled(m_order.has_value());
  if (!m_order) {
    if (!m_isPlanning) m_takes->clear();
    return;
  }
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
                   .arg(byteSize(static_cast<std::uint64_t>(plan.left.runs) *
                                 sizeOfRun(m_base.clip, !sweep.latentsOnly)));
  if (std::ranges::any_of(sweep.candidates, [](const auto& candidate) { return candidate.isGuarded(); }))
    sentences << tr("A guard that hands over later costs more.");
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

void SweepForm::retranslate() {
  m_intro->setText(
      tr("Samples each prompt with the large model alone, with the small model alone and with many boundaries between "
         "them, and compares the clips. The steps that they have in common are computed once."));
  m_otherFolder->setText(tr("Use a &new folder"));
  m_fields->showSettings(m_base);
  sayWhatItTakes();
}

void SweepForm::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() != QEvent::LanguageChange) return;
  retranslate();
  planSoon();
}

}  // namespace fb::ui
