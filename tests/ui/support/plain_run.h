// SPDX-License-Identifier: MIT
#pragma once

#include "runs/run_store.h"

namespace fb::ui {

// A run that a store can keep, with as little in it as may be.
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
