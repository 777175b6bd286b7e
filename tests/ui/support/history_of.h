// SPDX-License-Identifier: MIT
// Waits for the finished runs of a store.
#pragma once

#include "runs/run_store.h"

#include <QTest>

#include <optional>
#include <vector>

namespace fb::ui {

// Absent if they could not all be read or the store is not open.
inline std::optional<std::vector<RunSummary>> historyOf(RunStore& store) {
  if (!store.awaitOpening()) return {};
  std::vector<RunSummary> runs;
  std::optional<bool> whole;
  QObject receiver;
  QObject::connect(&store, &RunStore::historyPage, &receiver,
                   [&](const std::vector<RunSummary>& page) { runs.insert(runs.end(), page.begin(), page.end()); });
  QObject::connect(&store, &RunStore::historyEnded, &receiver, [&](bool isWhole) { whole = isWhole; });
  store.readHistory();
  if (!QTest::qWaitFor([&] { return whole.has_value(); }) || !*whole) return {};
  return runs;
}

}  // namespace fb::ui
