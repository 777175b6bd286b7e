// SPDX-License-Identifier: MIT
// What happens to runs and exports, as lines of the log. They contain no prompts.
#pragma once

#include <QObject>

namespace fb::ui {

class Studio;

// Owned by the Studio that it listens to. GUI thread.
class RunLog : public QObject {
  Q_OBJECT
public:
  explicit RunLog(Studio* studio);
};

}  // namespace fb::ui
