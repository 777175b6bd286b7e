// SPDX-License-Identifier: MIT
#include "runs/run_record.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <algorithm>

namespace fb::ui {
namespace {

struct RunWords {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::RunWords)
};

}  // namespace

int RunRecord::totalSteps() const {
  if (kind != RunKind::Calibrate) return request.totalSteps();
  const auto& schedule = request.sampling.schedule;
  return ((schedule.largeSteps() > 0 ? 1 : 0) + (schedule.smallSteps() > 0 ? 1 : 0)) * schedule.steps;
}

std::optional<Model> RunRecord::modelAt(int step) const {
  const auto& schedule = request.sampling.schedule;
  if (kind != RunKind::Calibrate) {
    const auto model = schedule.modelAt(step);
    if (model == Model::Small && request.sampling.guard != GuardRule::None) return {};
    return model;
  }
  return schedule.largeSteps() > 0 && step < schedule.steps ? Model::Large : Model::Small;
}

QString runName(const QString& title, const QString& prompt) {
  if (!title.isEmpty()) return title;
  return prompt.trimmed().isEmpty() ? RunWords::tr("No description") : prompt;
}

QStringList tagsOf(const QStringList& typed) {
  QStringList tags;
  for (const auto& text : typed)
    if (const auto tag = text.simplified(); !tag.isEmpty() && !tags.contains(tag, Qt::CaseInsensitive)) tags << tag;
  std::ranges::sort(tags, [](const QString& a, const QString& b) { return a.localeAwareCompare(b) < 0; });
  return tags;
}

QString stateOfFile(const QString& file) {
  const QFileInfo info(file);
  if (file.isEmpty() || !info.isFile()) return {};
  return QStringLiteral("%1 %2").arg(info.size()).arg(info.lastModified().toMSecsSinceEpoch());
}

bool isVideoThere(const QString& video, const QString& videoState) {
  const auto now = stateOfFile(video);
  const auto size = [](const QString& state) { return state.section(QLatin1Char(' '), 0, 0); };
  return !now.isEmpty() && (videoState.isEmpty() || size(now) == size(videoState));
}

}  // namespace fb::ui
