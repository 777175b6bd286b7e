// SPDX-License-Identifier: MIT
// Waiting until nothing is in progress, so that a test can check what has not happened.
#pragma once

#include "session/engine_host.h"

#include <QCoreApplication>
#include <QTest>

#include <latch>
#include <memory>

namespace fb::ui {

// The engine is loaded, and everything asked of it has been answered. The host works on two threads in the order of the
// requests: once both have reached ours, they are done with all earlier ones, and our answers come after the others.
inline bool settle(EngineHost& host) {
  if (!QTest::qWaitFor([&host] { return host.engine() != nullptr; })) return false;
  QCoreApplication::processEvents();  // what waited for the engine is asked now
  int answered = 0;
  const auto together = std::make_shared<std::latch>(2);
  for (int i = 0; i < 2; ++i)
    host.ask(
        &host,
        [together](auto&) {
          together->arrive_and_wait();
          return 1;
        },
        [&answered](int one) { answered += one; });
  return QTest::qWaitFor([&answered] { return answered == 2; });
}

}  // namespace fb::ui
