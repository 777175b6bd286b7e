// SPDX-License-Identifier: MIT
#include "runs/queue_panel.h"

#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "runs/run_delegate.h"
#include "text/clip_words.h"
#include "text/durations.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QRegularExpression>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

namespace fb::ui {
namespace {

constexpr int kLetters = 34;  // that a row has room for

// The same words come with each step: screen readers need not announce that.
void say(QToolButton* tool, const QString& text) {
  if (tool->accessibleName() == text) return;
  tool->setAccessibleName(text);
  tool->setToolTip(text);
}

// What a calibration measures depends on little of its request.
bool isEditable(const RunRecord& run) { return run.state != RunState::Running && run.kind != RunKind::Calibrate; }

}  // namespace

QueuePanel::QueuePanel(const Theme* theme, QueueModel* queue, QueueRunner* runner, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_queue(queue),
      m_runner(runner),
      m_list(new QListView(this)),
      m_empty(new QLabel(this)),
      m_footer(new QLabel(this)) {
  setObjectName(QStringLiteral("queuePanel"));
  build(theme);
  connect(m_list, &QWidget::customContextMenuRequested, this, &QueuePanel::showMenu);
  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &QueuePanel::refresh);
  connect(queue, &QAbstractItemModel::modelReset, this, &QueuePanel::refresh);
  connect(queue, &QAbstractItemModel::rowsInserted, this, &QueuePanel::refresh);
  connect(queue, &QAbstractItemModel::rowsRemoved, this, &QueuePanel::refresh);
  connect(queue, &QAbstractItemModel::dataChanged, this, &QueuePanel::refresh);
  connect(runner, &QueueRunner::heldChanged, this, &QueuePanel::refresh);
  connect(m_hold, &QToolButton::clicked, this,
          [this] { m_runner->isHeld() ? m_runner->start() : m_runner->pauseQueue(); });
  connect(m_toggle, &QToolButton::clicked, this, [this] {
    const auto run = selected();
    if (!run) return;
    if (run->state == RunState::Running || run->state == RunState::Waiting)
      m_runner->pause(run->id);
    else
      m_runner->resume(run->id);
  });
  connect(m_up, &QToolButton::clicked, this, [this] { move(-1); });
  connect(m_down, &QToolButton::clicked, this, [this] { move(1); });
  connect(m_remove, &QToolButton::clicked, this, [this] {
    if (const auto run = selected()) m_runner->remove(run->id);
  });
  const auto key = [this](QKeySequence keys, QToolButton* target) {
    auto* shortcut = new QShortcut(keys, m_list);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, target, &QToolButton::click);
  };
  connect(m_list, &QListView::doubleClicked, this, [this] {
    if (const auto run = selected(); run && isEditable(*run)) Q_EMIT editRequested(run->id);
  });
  key(QKeySequence::Delete, m_remove);
  key(QKeySequence(Qt::CTRL | Qt::Key_Up), m_up);
  key(QKeySequence(Qt::CTRL | Qt::Key_Down), m_down);
  connect(theme, &Theme::changed, this, &QueuePanel::refreshIcons);
  refreshIcons();
  retranslate();
}

QToolButton* QueuePanel::button(const char* objectName) {
  auto* made = new QToolButton(this);
  made->setObjectName(QLatin1String(objectName));
  made->setAutoRaise(true);
  return made;
}

void QueuePanel::build(const Theme* theme) {
  m_list->setObjectName(QStringLiteral("queueList"));
  m_list->setModel(m_queue);
  m_list->setItemDelegate(new RunDelegate(
      theme,
      [this](const QModelIndex& index) {
        RunCard card;
        card.image = index.data(QueueModel::ThumbnailRole).value<QImage>();
        card.title = index.data(QueueModel::TitleRole).toString();
        // Not by its role, which would copy the whole run each time that the row is painted.
        const auto& run = m_queue->at(index.row());
        card.bad = run.state == RunState::Failed;
        card.words = stateWords(index);
        if (!card.bad && run.state != RunState::Running)
          card.words += QStringLiteral(" · ") + clipWords(run.request.sampling.schedule, run.request.sampling.seed);
        card.progress = index.data(QueueModel::ProgressRole).toDouble();
        return card;
      },
      m_list));
  m_list->setProperty("role", "plain");
  m_list->setUniformItemSizes(true);
  m_list->setDragDropMode(QAbstractItemView::InternalMove);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setResizeMode(QListView::Adjust);
  m_list->setContextMenuPolicy(Qt::CustomContextMenu);
  m_list->setFrameShape(QFrame::NoFrame);
  m_empty->setObjectName(QStringLiteral("queueEmpty"));
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_empty->setProperty("role", "muted");
  m_footer->setObjectName(QStringLiteral("queueFooter"));
  m_footer->setProperty("role", "muted");
  // Long words must not make the panel wider.
  m_footer->setWordWrap(true);
  m_hold = button("holdQueueButton");
  m_toggle = button("pauseRunButton");
  m_up = button("moveUpButton");
  m_down = button("moveDownButton");
  m_remove = button("removeRunButton");
  auto* bottom = new QHBoxLayout;
  bottom->addStretch(1);
  for (auto* tool : {m_up, m_down, m_toggle, m_remove, m_hold}) bottom->addWidget(tool);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 8, 8, 8);
  layout->addWidget(m_list, 1);
  layout->addWidget(m_empty, 1);
  layout->addWidget(m_footer);
  layout->addLayout(bottom);
  setMinimumWidth(kLetters * fontMetrics().averageCharWidth());
}

void QueuePanel::refreshIcons() {
  m_up->setIcon(m_theme->icon(QStringLiteral("up")));
  m_down->setIcon(m_theme->icon(QStringLiteral("down")));
  m_remove->setIcon(m_theme->icon(QStringLiteral("trash")));
  refresh();
}

void QueuePanel::retranslate() {
  m_empty->setText(tr("The queue is empty.\nEvery clip you generate waits here for its turn."));
  m_list->setAccessibleName(tr("Queue"));
  // Some languages write the mnemonic letter after the word.
  static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&"));
  const auto name = [](QToolButton* tool, QString text, const QString& tip) {
    tool->setAccessibleName(text.remove(mnemonic));
    tool->setToolTip(tip);
  };
  name(m_up, tr("Run e&arlier"), tr("Run earlier (Ctrl+Up)"));
  name(m_down, tr("Run &later"), tr("Run later (Ctrl+Down)"));
  name(m_remove, tr("&Remove"), tr("Remove from the queue (Del)"));
  refresh();
}

void QueuePanel::selectSomething() {
  // So that the buttons apply to a run right away, preferably the running one.
  if (m_list->currentIndex().isValid() || m_queue->rowCount() == 0) return;
  const auto running = m_runner->runningRun();
  const auto index = running ? m_queue->indexOf(*running) : QModelIndex();
  m_list->setCurrentIndex(index.isValid() ? index : m_queue->index(0));
}

void QueuePanel::refresh() {
  selectSomething();
  const bool empty = m_queue->rowCount() == 0;
  m_list->setVisible(!empty);
  m_empty->setVisible(empty);
  const auto run = selected();
  for (auto* tool : {m_toggle, m_up, m_down, m_remove}) tool->setEnabled(run.has_value());
  // The title is the row's own; this is what screen readers announce in addition.
  m_list->setAccessibleDescription(run ? stateWords(m_list->currentIndex()) : QString());
  for (auto* tool : {m_toggle, m_up, m_down, m_remove}) tool->setVisible(!empty);
  const bool goes = !run || run->state == RunState::Running || run->state == RunState::Waiting;
  m_toggle->setIcon(m_theme->icon(goes ? QStringLiteral("pause") : QStringLiteral("resume")));
  const auto toggle = goes ? tr("Pause this run; its steps are kept") : tr("Resume this run");
  say(m_toggle, toggle);
  m_hold->setVisible(!empty);
  m_hold->setIcon(m_theme->icon(m_runner->isHeld() ? QStringLiteral("resume") : QStringLiteral("hold")));
  const auto hold = m_runner->isHeld() ? tr("Resume the queue") : tr("Pause the queue after the running clip");
  say(m_hold, hold);
  if (empty) {
    m_footer->clear();
    return;
  }
  const auto runs = countWords(*m_queue);
  const auto left = m_queue->secondsLeft();
  if (m_runner->isHeld())
    m_footer->setText(tr("%1 · queue paused", "2 runs").arg(runs));
  else
    m_footer->setText(left && *left > 0 ? tr("%1 · %2 left").arg(runs, aboutDuration(*left)) : runs);
}

QString QueuePanel::countWords(const QueueModel& queue) {
  const int active = queue.count(RunState::Running) + queue.count(RunState::Waiting);
  const int paused = queue.count(RunState::Paused), failed = queue.count(RunState::Failed);
  QStringList counts;
  if (active > 0) counts << runCount(active);
  if (paused > 0) counts << tr("%n paused", "runs", paused);
  if (failed > 0) counts << tr("%n failed", "runs", failed);
  return counts.join(QStringLiteral(", "));
}

QString QueuePanel::stateWords(const QModelIndex& index) {
  const int step = index.data(QueueModel::StepRole).toInt(), steps = index.data(QueueModel::StepsRole).toInt();
  switch (static_cast<RunState>(index.data(QueueModel::StateRole).toInt())) {
    case RunState::Waiting: {
      const auto seconds = index.data(QueueModel::EstimateRole);
      if (step > 0) return tr("waiting · continues at step %1 of %2").arg(step + 1).arg(steps);
      return seconds.isValid() ? tr("waiting · %1").arg(aboutDuration(seconds.toDouble())) : tr("waiting");
    }
    case RunState::Paused:
      return step > 0 ? tr("paused after step %1 of %2").arg(step).arg(steps) : tr("paused");
    case RunState::Failed:
      return index.data(QueueModel::ProblemRole).toString();
    case RunState::Finished:
      return tr("finished");
    case RunState::Running:
      break;
  }
  const auto phase = index.data(QueueModel::PhaseRole);
  if (!phase.isValid()) return tr("starting");
  switch (static_cast<Phase>(phase.toInt())) {
    case Phase::Loading:
      return tr("loading the models");
    case Phase::Encoding:
      return tr("encoding the prompt");
    case Phase::Decoding:
      return tr("decoding · %1").arg(percent((index.data(QueueModel::ProgressRole).toDouble() - .9) * 10));
    case Phase::Exporting:
      return tr("exporting");
    case Phase::Sampling:
      break;
  }
  const auto model = index.data(QueueModel::ModelRole);
  const bool small = model.toInt() == static_cast<int>(Model::Small);
  const auto words = !model.isValid() ? tr("sampling · step %1 of %2")
                     : small          ? tr("sampling · step %1 of %2 · small")
                                      : tr("sampling · step %1 of %2 · large");
  const auto text = words.arg(std::min(step + 1, steps)).arg(steps);
  const auto left = index.data(QueueModel::SecondsLeftRole);
  // The important part first: a narrow row cuts the end.
  return left.isValid() ? tr("%1 left · %2", "0:22, sampling").arg(duration(left.toDouble()), text) : text;
}

std::optional<RunRecord> QueuePanel::selected() const {
  const auto index = m_list->currentIndex();
  if (!index.isValid()) return {};
  return index.data(QueueModel::RecordRole).value<RunRecord>();
}

void QueuePanel::move(int by) {
  const auto run = selected();
  if (!run) return;
  const int row = m_queue->row(run->id);
  m_queue->move(run->id, by < 0 ? row - 1 : row + 2);
}

void QueuePanel::showMenu(const QPoint& position) {
  const auto run = selected();
  if (!run || !m_list->indexAt(position).isValid()) return;
  const bool running = run->state == RunState::Running;
  const bool goes = running || run->state == RunState::Waiting;
  QMenu menu(this);
  menu.addAction(goes ? tr("&Pause") : tr("Res&ume"), m_toggle, &QToolButton::click);
  if (running) menu.addAction(tr("&Skip"), this, [this, run] { m_runner->stop(run->id); });
  // Measuring twice is of no use.
  if (run->kind != RunKind::Calibrate) {
    if (isEditable(*run)) menu.addAction(tr("&Edit"), this, [this, run] { Q_EMIT editRequested(run->id); });
    menu.addAction(tr("&Duplicate"), this, [this, run] { m_runner->duplicate(run->id); });
  }
  menu.addSeparator();
  const int row = m_queue->row(run->id);
  menu.addAction(tr("Run e&arlier"), m_up, &QToolButton::click)->setEnabled(row > 0);
  menu.addAction(tr("Run &later"), m_down, &QToolButton::click)->setEnabled(row + 1 < m_queue->rowCount());
  menu.addSeparator();
  menu.addAction(running ? tr("Ca&ncel") : tr("&Remove"), m_remove, &QToolButton::click);
  menu.exec(m_list->viewport()->mapToGlobal(position));
}

void QueuePanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
