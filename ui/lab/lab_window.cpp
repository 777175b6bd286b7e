// SPDX-License-Identifier: MIT
#include "lab/lab_window.h"

#include "lab/sweep_runner.h"
#include "text/durations.h"
#include "text/error_sentences.h"
#include "widgets/message_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include <cmath>
#include <utility>

namespace fb::ui {
namespace {

constexpr int kBarSteps = 1000;
constexpr int kPageMargin = 9;  // pixels, of a page inside its tab

QScrollArea* scrolled(QWidget* page, QWidget* parent) {
  auto* area = new QScrollArea(parent);
  area->setFrameShape(QFrame::NoFrame);
  area->setWidgetResizable(true);
  area->setFocusPolicy(Qt::NoFocus);
  area->setWidget(page);
  return area;
}

}  // namespace

LabWindow::LabWindow(const Theme* theme, EngineHost* host, SweepRunner* runner, QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_runner(runner),
      m_form(new SweepForm(theme, host)),
      m_results(new ResultsPage(theme, host)),
      m_pages(new QTabWidget(this)),
      m_message(new MessageLabel(this)),
      m_state(new QLabel(this)),
      m_bar(new QProgressBar(this)),
      m_start(new QPushButton(this)) {
  setObjectName(QStringLiteral("labWindow"));
  build();
  connect(m_form, &SweepForm::orderChanged, this, [this] {
    showRunBar();
    if (!m_form->isPlanning() && !m_form->order()) m_continued.clear();
    if (!m_form->order() || m_form->order()->plan.isFinished() || m_runner->isActive()) return;
    // If its pair is gone, the form plans another sweep, whose cost nobody has seen.
    if (const auto folder = std::exchange(m_continued, {}); folder == m_form->order()->folder) start();
  });
  connect(m_results, &ResultsPage::choicesChanged, this, [this](const LabChoices& choices) {
    m_choices = choices;
    Q_EMIT choicesChanged(choices);
  });
  connect(m_results, &ResultsPage::boundariesChosen, this, &LabWindow::boundariesChosen);
  connect(m_results, &ResultsPage::failed, this,
          [this](const Error& error) { m_message->say(errorSentence(error), "error"); });
  connect(m_results, &ResultsPage::loaded, this, [this](bool hasResults) {
    if (hasResults && std::exchange(m_showsResults, false)) m_pages->setCurrentIndex(1);
  });
  connect(m_pages, &QTabWidget::currentChanged, this, &LabWindow::showRunBar);
  connect(m_start, &QPushButton::clicked, this, [this] {
    if (m_runner->isActive())
      Q_EMIT pauseRequested();
    else if (m_form->order())
      start();
  });
  connect(m_runner, &SweepRunner::changed, this, &LabWindow::onRunnerChanged);
  connect(m_runner, &SweepRunner::measured, this, [this] {
    if (m_choices.folder == m_runner->folder()) m_results->readSoon();
  });
  connect(m_runner, &SweepRunner::finished, this, [this] {
    m_showsResults = true;
    onEnded();
  });
  connect(m_runner, &SweepRunner::paused, this, &LabWindow::onEnded);
  connect(m_runner, &SweepRunner::failed, this, [this](const QString&, const Error& error) {
    const auto text = errorText(error);
    m_message->say(QStringLiteral("%1 %2").arg(errorSentence(error), text.wayOut), "error");
    onEnded();
  });
  retranslate();
  onRunnerChanged();
}

void LabWindow::build() {
  m_pages->setObjectName(QStringLiteral("labPages"));
  m_pages->addTab(scrolled(m_form, m_pages), QString());
  m_pages->addTab(scrolled(m_results, m_pages), QString());
  m_message->setObjectName(QStringLiteral("labMessage"));
  m_state->setObjectName(QStringLiteral("sweepState"));
  m_state->setWordWrap(true);
  m_bar->setObjectName(QStringLiteral("sweepProgress"));
  m_bar->setRange(0, kBarSteps);
  m_start->setObjectName(QStringLiteral("sweepStart"));
  m_start->setProperty("role", "primary");
  auto kept = m_start->sizePolicy();
  kept.setRetainSizeWhenHidden(true);
  m_start->setSizePolicy(kept);
  auto* words = new QVBoxLayout;
  words->addWidget(m_state);
  words->addWidget(m_bar);
  auto* bar = new QHBoxLayout;
  bar->setSpacing(16);
  // In line with the pages' contents.
  bar->setContentsMargins(kPageMargin, 0, kPageMargin, 0);
  bar->addLayout(words, 1);
  bar->addWidget(m_start);
  auto* column = new QVBoxLayout(this);
  column->addWidget(m_message);
  column->addWidget(m_pages, 1);
  column->addLayout(bar);
}

void LabWindow::setBase(const GenerationRequest& base, const QString& defaultFolder) {
  m_form->setBase(base, defaultFolder);
}

void LabWindow::setChoices(const LabChoices& choices) {
  const bool isOther = choices.folder != m_choices.folder;
  m_choices = choices;
  m_form->setUsedFolder(choices.folder);
  if (isOther) {
    m_message->say({}, "error");
    m_planned.clear();
    m_showsResults = !choices.folder.isEmpty();
  }
  m_results->setChoices(choices);
}

void LabWindow::continueWhenPlanned(const QString& folder) {
  m_continued = folder;
  m_form->planSoon();
}

void LabWindow::start() {
  // The form plans again as soon as something changes.
  const auto order = *m_form->order();
  Q_EMIT startRequested(order);
}

void LabWindow::onRunnerChanged() {
  const bool isActive = m_runner->isActive();
  if (isActive != std::exchange(m_isActive, isActive)) {
    m_form->setLocked(isActive);
    if (isActive) m_message->say({}, "error");
  }
  showRunBar();
}

void LabWindow::onEnded() {
  m_form->planSoon();
  if (m_choices.folder == m_runner->folder()) m_results->readSoon();
}

QString LabWindow::progressWords() const {
  const auto& progress = m_runner->progress();
  if (progress.clips == 0) return tr("Clips are being compared again");
  QStringList words{
      tr("Clip %1 of %2")
          .arg(number(static_cast<qint64>(progress.clip) + 1), number(static_cast<qint64>(progress.clips)))};
  if (progress.isDecoding)
    words << tr("decoding");
  else if (progress.steps > 0)
    words << tr("step %1 of %2").arg(std::min(progress.step + 1, progress.steps)).arg(progress.steps);
  if (progress.secondsLeft) words << tr("%1 left").arg(aboutDuration(*progress.secondsLeft));
  return words.join(QStringLiteral(" · "));
}

void LabWindow::showRunBar() {
  const auto state = m_runner->state();
  const bool isActive = m_runner->isActive();
  const bool isResults = m_pages->currentIndex() == 1;
  if (isActive) m_planned.clear();
  m_bar->setVisible(isActive);
  m_bar->setValue(static_cast<int>(std::lround(m_runner->progress().done * kBarSteps)));
  m_start->setEnabled(state == SweepRunner::State::Pausing
                          ? false
                          : isActive || (m_form->order() && !m_form->order()->plan.isFinished()));
  switch (state) {
    case SweepRunner::State::Idle:
      // Below the results, the last plan's words stay while another one is made, and nothing is offered that cannot be
      // started.
      if (!m_form->isPlanning()) m_planned = m_form->summary();
      m_state->setText(isResults ? m_planned : m_form->summary());
      break;
    case SweepRunner::State::Waiting:
      m_state->setText(tr("Waits for the clip that is being generated."));
      break;
    case SweepRunner::State::Running:
      m_state->setText(tr("%1. The queue waits.").arg(progressWords()));
      break;
    case SweepRunner::State::Pausing:
      m_state->setText(tr("Pausing after the current block; everything is kept."));
      break;
  }
  if (isActive || !isResults || m_start->isEnabled())
    m_start->show();
  else if (!m_form->isPlanning() || m_planned.isEmpty())
    m_start->hide();
  const auto& order = m_form->order();
  const bool hasBegun = order && order->plan.left.runs < order->plan.whole.runs;
  m_start->setText(isActive ? tr("Pau&se") : hasBegun ? tr("C&ontinue") : tr("&Start"));
  m_start->setToolTip(isActive ? tr("Everything measured is kept; it can be continued at any time")
                               : tr("Measure; the queue waits meanwhile"));
}

void LabWindow::retranslate() {
  setWindowTitle(tr("Find Boundaries"));
  m_pages->setTabText(0, tr("Measure"));
  m_pages->setTabText(1, tr("Results"));
  m_bar->setAccessibleName(tr("Progress of the measurement"));
  showRunBar();
}

void LabWindow::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace fb::ui
