// SPDX-License-Identifier: MIT
// Names of the files that finished clips are saved to.
#pragma once

#include "flowblend/export.h"
#include "flowblend/request.h"

#include <QDateTime>
#include <QString>

#include <array>

namespace fb::ui {

inline constexpr auto kNamePattern = "{date}/{prompt} {schedule} {seed}";
// What a pattern may contain in braces.
inline constexpr std::array kNameParts = {"date", "time", "prompt", "schedule", "seed", "pair", "size"};

// The shape of a schedule: LSL with any boundaries is LSL.
SchedulePreset presetOf(const StageSchedule& schedule);
// "LSL 40/20": the models of the stages, and how much of the schedule the early and late ones take, in percent.
QString scheduleWords(const StageSchedule& schedule);

// A path below the folder for clips, without an ending: a slash in the pattern makes a folder. Whatever the values are,
// each part is a valid, visible name on all common file systems, and none leads out of the folder.
QString clipFileName(const QString& pattern, const GenerationRequest& request, const QDateTime& when);

// What stands for the prompt in such a name: as much of it as is shown.
QString promptInFileName(const QString& prompt);

// The beginning of a prompt as the name of a file, without an ending: "a-red-star-turns". Never empty.
QString shortFileName(const QString& prompt);

// ".mp4"; empty for formats that are not one file.
QString fileEnding(ExportFormat format);

}  // namespace fb::ui
