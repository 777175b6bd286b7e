// SPDX-License-Identifier: MIT
// The window's side of runs and results: what the panels show while one goes on, and what can be done with its clip.
#include "viewer/compare_view.h"
#include "export/export_dialog.h"
#include "runs/history_model.h"
#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "viewer/player_actions.h"
#include "viewer/preview_panel.h"
#include "prompt/image_files.h"
#include "prompt/prompt_panel.h"
#include "runs/history_panel.h"
#include "runs/queue_panel.h"
#include "settings/settings.h"
#include "shell/actions.h"
#include "shell/main_window.h"
#include "widgets/notice_bar.h"
#include "shell/status_line.h"
#include "shell/studio.h"
#include "shell/taskbar_progress.h"
#include "stages/stage_panel.h"
#include "text/error_sentences.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSystemTrayIcon>

#include <chrono>

namespace fb::ui {
namespace {

// A long run is worth a notice when nobody looks.
constexpr double kLongRunSeconds = 20;

QString fileNameFor(const GenerationRequest& request) {
  auto name = QString::fromStdString(request.clip.prompt).left(48).toLower();
  name.replace(QRegularExpression(QStringLiteral("[^\\w]+"), QRegularExpression::UseUnicodePropertiesOption),
               QStringLiteral("-"));
  return name.isEmpty() ? QStringLiteral("clip") : name;
}

}  // namespace

void MainWindow::wireRuns() {
  auto* runner = m_studio->runner();
  connect(runner, &QueueRunner::runStarted, this, &MainWindow::onRunStarted);
  connect(runner, &QueueRunner::phaseChanged, this, &MainWindow::refreshRunState);
  connect(runner, &QueueRunner::heldChanged, this, &MainWindow::refreshRunState);
  connect(runner, &QueueRunner::queueIdle, this, &MainWindow::refreshRunState);
  connect(runner, &QueueRunner::stepFinished, this, [this](RunId, const StepReport& report) {
    m_stages->addStep(report);
    refreshRunState();
  });
  connect(runner, &QueueRunner::previewReady, this, [this](RunId id, int step, const Clip& clip) {
    const auto* run = m_studio->queue()->find(id);
    if (!run) return;
    const double seconds = run->request.clip.fps > 0 ? run->request.clip.frames / run->request.clip.fps : 0;
    m_preview->showPreview(step, run->request.totalSteps(), clip, seconds);
  });
  connect(runner, &QueueRunner::scheduleChanged, this,
          [this](RunId, const StageSchedule& schedule) { m_stages->setRunSchedule(schedule); });
  connect(runner, &QueueRunner::runFinished, this, &MainWindow::onRunFinished);
  connect(runner, &QueueRunner::runPaused, this, [this](const RunRecord& record) {
    m_stages->endRun();
    refreshRunState();
    m_status->showMessage(tr("Stopped after step %1 of %2. It can be continued from the queue.")
                              .arg(record.stepsDone)
                              .arg(record.request.totalSteps()),
                          8000);
  });
  connect(runner, &QueueRunner::runRemoved, this, [this] {
    m_stages->endRun();
    refreshRunState();
  });
  connect(runner, &QueueRunner::runFailed, this, [this](const RunRecord& record, const Error& error) {
    m_stages->endRun();
    refreshRunState();
    tellError(record.displayTitle(), error);
    notify(tr("A clip could not be made: %1").arg(record.displayTitle()));
  });
  connect(runner, &QueueRunner::warning, this,
          [this](const QString& sentence) { m_notice->say(NoticeBar::Kind::Warning, sentence); });
}

void MainWindow::wireResults() {
  m_actions->addPlayback(m_preview->actions()->transport());
  m_history->setGrid(m_settings->historyGrid());
  connect(m_history, &HistoryPanel::gridChanged, m_settings, &Settings::setHistoryGrid);
  connect(m_queue, &QueuePanel::editRequested, this, [this](RunId id) {
    const auto* run = m_studio->queue()->find(id);
    if (!run) return;
    takeOver(run->request);
    m_studio->runner()->remove(id);
    m_status->showMessage(tr("Change the settings and press Generate to queue it again."), 8000);
  });
  const auto open = [this](const QString& purpose) {
    return [this, purpose](RunId id) { m_studio->openRun(id, purpose); };
  };
  connect(m_history, &HistoryPanel::loadRequested, this, [this](RunId id) {
    const auto run = m_studio->history()->record(id);
    if (!run) return;
    takeOver(run->request);
    if (run->kind == RunKind::Probe)
      m_stages->addProbe(run->steps);
    else
      m_studio->openRun(id, QStringLiteral("show"));
  });
  connect(m_history, &HistoryPanel::openRequested, this, open(QStringLiteral("show")));
  connect(m_history, &HistoryPanel::exportRequested, this, open(QStringLiteral("export")));
  connect(m_history, &HistoryPanel::rerunRequested, this, [this](RunId id) {
    const auto run = m_studio->history()->record(id);
    if (!run) return;
    takeOver(run->request);
    m_stages->showCurve(run->steps);
    m_stages->setFocus();
    m_status->showMessage(tr("Drag the stage boundaries and press Generate."), 8000);
  });
  connect(m_history, &HistoryPanel::compareRequested, this, [this](RunId id) {
    showCompare();
    m_studio->openRun(id, QStringLiteral("right"));
  });
  connect(m_history, &HistoryPanel::deleteRequested, m_studio, &Studio::deleteRuns);
  connect(m_studio, &Studio::runOpened, this,
          [this](const RunRecord& record, const Clip& clip, const QString& purpose) {
            if (purpose == QLatin1String("left")) return setCompared(0, record, clip);
            if (purpose == QLatin1String("right")) return setCompared(1, record, clip);
            showResult(record, clip);
            if (purpose == QLatin1String("export")) exportShown();
          });
  connect(m_studio, &Studio::clipOpened, this, [this](const QString& path, const Clip& clip, const QString& metadata) {
    if (metadata.isEmpty() && clip.frames.size() == 1 && isImageFile(path) && m_prompt->takesImages())
      return m_prompt->addImage(path);
    m_shownRequest.reset();
    m_shownRun = 0;
    showClip(clip, QFileInfo(path).fileName());
    if (metadata.isEmpty()) {
      m_status->showMessage(tr("%1 holds no settings; it is shown only.").arg(QFileInfo(path).fileName()), 8000);
    } else if (const auto request = requestFromJson(metadata.toStdString())) {
      m_shownRequest = request.value();
      takeOver(request.value());
      m_status->showMessage(tr("Settings taken from %1.").arg(QFileInfo(path).fileName()), 8000);
    } else {
      tellError(QFileInfo(path).fileName(), request.error());
    }
    refreshRunState();
  });
  connect(m_studio, &Studio::openFailed, this, &MainWindow::tellError);
  connect(m_export, &ExportDialog::exported, this, [this](const QString& path) {
    m_settings->setOutputFolder(QFileInfo(path).absolutePath());
    m_status->showMessage(tr("Saved %1.").arg(QDir::toNativeSeparators(path)), 8000);
  });
}

void MainWindow::generate() {
  if (!m_studio->isReady() || m_pair.large.empty()) {
    m_status->showMessage(tr("The engine is still being opened."), 4000);
    return;
  }
  m_prompt->rollSeedIfRandom();
  const auto asked = request();
  if (!asked.clip.prompt.empty()) m_settings->addRecentPrompt(QString::fromStdString(asked.clip.prompt));
  m_studio->runner()->enqueue(asked);
  // Whoever presses Generate wants it to run, also where the queue was held.
  if (m_studio->runner()->isHeld() && m_studio->queue()->count(RunState::Paused) == 0) m_studio->runner()->start();
  if (m_studio->runner()->isHeld())
    m_notice->say(NoticeBar::Kind::Information, tr("The queue is held."), tr("Let it run"),
                  [this] { m_studio->runner()->start(); });
  refreshRunState();
}

void MainWindow::compareWithLargeOnly() {
  if (!m_studio->isReady()) return;
  // What is compared is A where the comparison is open, else the clip that is shown, else what Generate would run.
  const auto* left = m_compare && m_compare->isVisible() ? &m_compare->clip(0) : nullptr;
  const bool isLeft = left && left->request;
  auto asked = isLeft ? *left->request : m_shownRequest.value_or(request());
  // A clip file knows its pair by name alone.
  if (asked.pair.large.empty()) asked.pair = m_pair;
  asked.sampling.schedule = StageSchedule::fromPreset(SchedulePreset::LLL, asked.sampling.schedule.steps);
  const auto id = m_studio->runner()->enqueue(asked, RunKind::Generate,
                                              tr("%1 (large only)").arg(QString::fromStdString(asked.clip.prompt)));
  m_comparison = {id, isLeft ? left->id : m_shownRequest ? m_shownRun : 0};
  refreshRunState();
}

void MainWindow::onRunStarted(const RunRecord& record) {
  m_notice->dropOutdated();
  m_stages->beginRun(record.request.sampling.schedule, record.steps);
  refreshRunState();
}

void MainWindow::onRunFinished(const RunRecord& record, const RunResult& result) {
  m_stages->endRun();
  if (record.kind == RunKind::Probe) {
    m_stages->addProbe(result.steps);
    showClip(m_shownClip, m_shownTitle);
    m_status->showMessage(tr("The probe is done; drag the boundaries to where the models agree."), 8000);
  } else {
    showResult(record, result.clip);
    if (record.id == m_comparison.largeOnly) showComparison(record, result.clip);
  }
  refreshRunState();
  if (record.secondsSpent > kLongRunSeconds) notify(tr("Finished: %1").arg(record.displayTitle()));
}

void MainWindow::showComparison(const RunRecord& largeOnly, const Clip& clip) {
  const auto other = std::exchange(m_comparison, {}).other;
  // Nobody who is elsewhere by now is pulled back.
  if (other == 0 || !(isActiveWindow() || (m_compare && m_compare->isVisible()))) return;
  showCompare();
  m_studio->openRun(other, QStringLiteral("left"));
  setCompared(1, largeOnly, clip);
}

void MainWindow::showResult(const RunRecord& record, const Clip& clip) {
  m_shownRequest = record.request;
  m_shownRun = record.id;
  showClip(clip, record.displayTitle());
  m_stages->showCurve(record.steps);
  refreshRunState();
}

void MainWindow::showClip(const Clip& clip, const QString& title) {
  m_shownClip = clip;
  m_shownTitle = title;
  if (clip.frames.empty())
    m_preview->clear();
  else
    m_preview->showClip(clip, title);
}

void MainWindow::exportShown() {
  if (m_preview->isPreview() || m_preview->clip().frames.empty()) return;
  auto folder = m_settings->outputFolder();
  if (folder.isEmpty()) folder = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
  const auto request = m_shownRequest.value_or(this->request());
  m_export->setClip(m_preview->clip(), m_shownRequest ? toJson(request, true) : std::string(), folder,
                    fileNameFor(request));
  m_export->show();
  m_export->raise();
}

void MainWindow::refreshRunState() {
  const auto id = m_studio->runner()->runningRun();
  auto* queue = m_studio->queue();
  m_actions->generate->setEnabled(m_studio->isReady());
  m_actions->probe->setEnabled(m_studio->isReady());
  m_actions->compareLargeOnly->setEnabled(m_studio->isReady());
  m_actions->pause->setEnabled(id.has_value());
  m_actions->stop->setEnabled(id.has_value());
  m_actions->exportClip->setEnabled(!m_preview->isPreview() && !m_preview->clip().frames.empty());
  const auto index = id ? queue->indexOf(*id) : QModelIndex();
  if (index.isValid()) {
    m_status->setEngineState(QueuePanel::stateWords(index));
    const double done = index.data(QueueModel::ProgressRole).toDouble();
    m_status->setQueue(queue->count(RunState::Running) + queue->count(RunState::Waiting), done, queue->secondsLeft());
    m_taskbar->setProgress(done);
  } else {
    m_status->setEngineState(m_studio->isReady() ? tr("Ready") : tr("Opening the engine…"));
    m_status->setQueue(queue->count(RunState::Waiting), {}, {});
    m_taskbar->setProgress({});
  }
}

void MainWindow::offerLeftOvers() {
  const auto interrupted = m_studio->runner()->interruptedRuns();
  const int waiting = m_studio->queue()->count(RunState::Waiting);
  if (!interrupted.empty()) {
    m_notice->say(NoticeBar::Kind::Information,
                  tr("%n run(s) were cut off. Their steps are kept.", nullptr, static_cast<int>(interrupted.size())),
                  tr("Continue"), [this, interrupted] {
                    for (const auto run : interrupted) m_studio->runner()->resume(run);
                  });
  } else if (waiting > 0) {
    m_notice->say(NoticeBar::Kind::Information, tr("%n run(s) wait from last time.", nullptr, waiting),
                  tr("Let them run"), [this] { m_studio->runner()->start(); });
  } else if (m_studio->queue()->rowCount() == 0) {
    m_studio->runner()->start();
  }
}

void MainWindow::tellError(const QString& what, const Error& error) {
  const auto text = errorText(error);
  m_notice->say(NoticeBar::Kind::Error,
                QStringLiteral("%1: %2\n%3 %4").arg(text.headline, what, text.detail, text.wayOut));
}

void MainWindow::notify(const QString& sentence) {
  if (!m_settings->notifyWhenDone() || isActiveWindow()) return;
  QApplication::alert(this);
  if (!QSystemTrayIcon::isSystemTrayAvailable()) return;
  auto* tray = new QSystemTrayIcon(windowIcon(), this);
  tray->show();
  tray->showMessage(windowTitle(), sentence, windowIcon());
  QTimer::singleShot(std::chrono::seconds(20), tray, &QObject::deleteLater);
}

}  // namespace fb::ui
