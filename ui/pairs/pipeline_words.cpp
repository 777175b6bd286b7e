// SPDX-License-Identifier: MIT
#include "pairs/pipeline_words.h"

#include <QStringList>

namespace fb::ui {

QString pipelineWords(const PipelineInfo& pipeline) {
  QStringList words;
  for (const auto& name : {pipeline.pipeline, pipeline.scheduler})
    if (!name.empty()) words << QString::fromStdString(name);
  for (const auto& [name, value] : pipeline.settings)
    words << QStringLiteral("%1 %2").arg(QString::fromStdString(name), QString::fromStdString(value));
  return words.join(QStringLiteral(", "));
}

}  // namespace fb::ui
