// SPDX-License-Identifier: MIT
#include "runs/run_record.h"

#include <QCoreApplication>

namespace fb::ui {
namespace {

struct RunWords {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::RunWords)
};

}  // namespace

QString runName(const QString& title, const QString& prompt) {
  if (!title.isEmpty()) return title;
  return prompt.trimmed().isEmpty() ? RunWords::tr("No description") : prompt;
}

}  // namespace fb::ui
