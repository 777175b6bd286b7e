// SPDX-License-Identifier: MIT
// One run as stored by the Studio, from the queue to the history.
#pragma once

#include "flowblend/events.h"
#include "flowblend/request.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace fb::ui {

// Stored as numbers. A calibration measures the models of its request for MagCache; it makes no clip.
enum class RunKind { Generate, Probe, Calibrate };
// Waiting, Running, Paused and Failed runs are in the queue, Finished ones in the history. Paused also includes runs
// that were stopped or interrupted when the program ended: their folder has the finished steps, and they can continue
// from there.
enum class RunState { Waiting, Running, Paused, Finished, Failed };

using RunId = qint64;

// How a run is called: by its title, or else its prompt; if both are empty, that is said.
QString runName(const QString& title, const QString& prompt);

struct RunRecord {
  RunId id = 0;
  RunKind kind = RunKind::Generate;
  RunState state = RunState::Waiting;
  QString title;              // as named by the user; empty: the prompt is shown
  GenerationRequest request;  // request.options.runFolder is where its state and frames are stored
  QDateTime created;
  QDateTime ended;  // invalid until then
  int stepsDone = 0;
  double secondsSpent = 0;
  QString problem;    // why it failed, a sentence
  QString thumbnail;  // PNG file: frames side by side, all of one width; empty until finished
  int thumbnailFrames = 0;
  std::vector<StepReport> steps;  // the curve of the run
  bool starred = false;
  QStringList tags;  // as tagsOf() makes them
  QString video;     // file that it was saved as by itself; empty: none
  // stateOfFile() of the video when it was saved: a file that has its name later may be another clip. Empty: unknown.
  QString videoState;
  // Of the clip to its reference, the large model's clip of the same settings: the mean over the frames, -1..1, as the
  // comparison measures it. Absent: there is no reference, or it has not been measured yet.
  std::optional<double> ssimToReference;

  // Steps until it is finished; those of a calibration, of each model in turn.
  int totalSteps() const;
  // That takes the step, 0 .. totalSteps()-1, if it is known before: a guard decides in the small model's stage.
  std::optional<Model> modelAt(int step) const;
  QString displayTitle() const { return runName(title, QString::fromStdString(request.clip.prompt)); }
};

// What the user typed as tags, as it is stored: one line of text each, without repetitions, sorted.
QStringList tagsOf(const QStringList& typed);

// What tells a file from another one that gets its name: size and time, in this order. Empty if there is no such file.
QString stateOfFile(const QString& file);
// Whether the video of a run is still what was saved: by its size, since a copy that was put back has another time.
// With an empty state, whatever has its name. Looks at the disk.
bool isVideoThere(const QString& video, const QString& videoState);

// Adds a finished step. If the run continues from an earlier state than was reached before, repeated steps replace the
// old ones.
inline void addStep(RunRecord& record, const StepReport& report) {
  std::erase_if(record.steps, [&report](const StepReport& step) { return step.step >= report.step; });
  record.steps.push_back(report);
  record.stepsDone = report.next();
}

}  // namespace fb::ui

Q_DECLARE_METATYPE(fb::ui::RunRecord)
