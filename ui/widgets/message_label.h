// SPDX-License-Identifier: MIT
// A sentence in a coloured box that comes and goes.
#pragma once

#include <QLabel>

namespace fb::ui {

// Owned by the card or form it is in. Hidden until it has a message. GUI thread only.
class MessageLabel : public QLabel {
  Q_OBJECT
public:
  explicit MessageLabel(QWidget* parent = nullptr);

  // role: "error", "warning" or "muted". An empty text hides it.
  void say(const QString& text, const char* role);
};

}  // namespace fb::ui
