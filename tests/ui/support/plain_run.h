// SPDX-License-Identifier: MIT
#pragma once

#include "runs/run_store.h"

namespace fb::ui {

// A minimal run that a store can save.
inline RunRecord plainRun(RunId id, RunState state = RunState::Waiting) {
  RunRecord record;
  record.id = id;
  record.state = state;
  record.title = QStringLiteral("run %1").arg(id);
  record.request.clip.prompt = "a red star";
  record.created = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + id, Qt::UTC);
  if (state == RunState::Finished) record.ended = record.created.addSecs(60);
  return record;
}

}  // namespace fb::ui
