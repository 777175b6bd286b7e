// SPDX-License-Identifier: MIT
// The one place where an error of the engine becomes text for people.
#pragma once

#include "flowblend/status.h"

#include <QString>

namespace fb::ui {

struct ErrorText {
  QString headline;
  QString detail;  // the engine's own sentence: it names the file or field
  QString wayOut;
};

ErrorText describe(const Error& error);

}  // namespace fb::ui
