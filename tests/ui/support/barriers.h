// SPDX-License-Identifier: MIT
// Waiting until nothing is under way, so that a test can say what has not happened.
#pragma once

#include "session/engine_host.h"

#include <QCoreApplication>
#include <QTest>

#include <latch>
#include <memory>

namespace fb::ui {

// The engine is open, and all that it was asked is answered. The host works on two threads in the order of asking: once
// both are at our questions, they are done with all before, and our answers come behind the others.
inline bool settle(EngineHost& host) {
  if (!QTest::qWaitFor([&host] { return host.engine() != nullptr; })) return false;
  QCoreApplication::processEvents();  // what waited for the opening asks now
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
