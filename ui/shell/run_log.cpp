// SPDX-License-Identifier: MIT
#include "shell/run_log.h"

#include "flowblend/status.h"
#include "runs/queue_runner.h"
#include "session/export_session.h"
#include "shell/studio.h"

#include <QFileInfo>
#include <QLoggingCategory>

namespace fb::ui {
namespace {

Q_LOGGING_CATEGORY(engineLog, "engine")
Q_LOGGING_CATEGORY(runLog, "run")
Q_LOGGING_CATEGORY(exportLog, "export")

const char* nameOf(RunKind kind) {
  switch (kind) {
    case RunKind::Probe:
      return "probe";
    case RunKind::Calibrate:
      return "calibration";
    case RunKind::Generate:
      break;
  }
  return "run";
}

void logStart(const RunRecord& record) {
  const auto& request = record.request;
  const auto& schedule = request.sampling.schedule;
  qCInfo(runLog, "%s %lld begins: pair %s, %d x %d, %d frames, %d steps, boundaries %.3f and %.3f, seed %llu",
         nameOf(record.kind), static_cast<long long>(record.id), request.pair.name.c_str(), request.clip.width,
         request.clip.height, request.clip.frames, record.totalSteps(), schedule.early, schedule.late,
         static_cast<unsigned long long>(request.sampling.seed));
}

}  // namespace

RunLog::RunLog(Studio* studio) : QObject(studio) {
  connect(studio, &Studio::ready, this, [studio] {
    for (const auto& device : studio->devices())
      qCInfo(engineLog, "device %s: %s", device.id.c_str(), device.name.c_str());
  });
  connect(studio, &Studio::failed, this, [](const Error& error) { qCWarning(engineLog, "%s", error.message.c_str()); });

  const auto* runner = studio->runner();
  connect(runner, &QueueRunner::runStarted, this, &logStart);
  connect(runner, &QueueRunner::runFinished, this, [](const RunRecord& record, const RunResult& result) {
    qCInfo(runLog, "run %lld has finished after %.1f s on %s, attention: %s", static_cast<long long>(record.id),
           record.secondsSpent, result.device.c_str(), result.attention.c_str());
  });
  connect(runner, &QueueRunner::runPaused, this, [](const RunRecord& record) {
    qCInfo(runLog, "run %lld was stopped after step %d of %d", static_cast<long long>(record.id), record.stepsDone,
           record.totalSteps());
  });
  connect(runner, &QueueRunner::runRemoved, this, [](const RunRecord& record) {
    if (record.state == RunState::Waiting && record.stepsDone == 0)
      qCInfo(runLog, "run %lld was removed from the queue before it began", static_cast<long long>(record.id));
    else
      qCInfo(runLog, "run %lld was cancelled after step %d of %d", static_cast<long long>(record.id), record.stepsDone,
             record.totalSteps());
  });
  connect(runner, &QueueRunner::runFailed, this, [](const RunRecord& record, const Error& error) {
    qCWarning(runLog, "run %lld has failed: %s", static_cast<long long>(record.id), error.message.c_str());
  });
  connect(runner, &QueueRunner::inputsChanged, this, [](const RunRecord& record) {
    qCWarning(runLog, "run %lld cannot continue: its files have changed", static_cast<long long>(record.id));
  });
  connect(runner, &QueueRunner::warning, this,
          [](const QString& sentence) { qCWarning(runLog, "%s", qUtf8Printable(sentence)); });

  for (const auto* exports : {studio->exports(), studio->saves()}) {
    connect(exports, &ExportSession::finished, this, [](const QString& path) {
      qCInfo(exportLog, "saved a clip as %s", qUtf8Printable(QFileInfo(path).suffix()));
    });
    connect(exports, &ExportSession::failed, this,
            [](const Error& error) { qCWarning(exportLog, "%s", error.message.c_str()); });
  }
}

}  // namespace fb::ui
