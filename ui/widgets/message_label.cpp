// SPDX-License-Identifier: MIT
#include "widgets/message_label.h"

#include "theme/style_property.h"

#include <QVariant>

namespace fb::ui {

MessageLabel::MessageLabel(QWidget* parent) : QLabel(parent) {
  setWordWrap(true);
  setTextFormat(Qt::PlainText);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  hide();
}

void MessageLabel::say(const QString& text, const char* role) {
  setStyleProperty(this, "role", role);
  setText(text);
  setVisible(!text.isEmpty());
}

}  // namespace fb::ui
