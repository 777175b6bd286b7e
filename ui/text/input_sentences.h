// SPDX-License-Identifier: MIT
// Sentences about the changed inputs of a run.
#pragma once

#include "flowblend/engine.h"

#include <QString>

#include <vector>

namespace fb::ui {

// One sentence for each part that has changed, naming its first changed file. In the current language. Any thread.
QString inputSentences(const std::vector<ChangedInput>& changes);

}  // namespace fb::ui
