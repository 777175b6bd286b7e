// SPDX-License-Identifier: MIT
#include "widgets/message_label.h"

#include <QCoreApplication>
#include <QEvent>
#include <QStyle>

namespace fb::ui {

MessageLabel::MessageLabel(QWidget* parent) : QLabel(parent) {
  setWordWrap(true);
  setTextFormat(Qt::PlainText);
  setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
  hide();
}

void MessageLabel::say(const QString& text, const char* role) {
  setProperty("role", role);
  style()->unpolish(this);
  style()->polish(this);
  // A frame reads the padding of its new box only on this event.
  QEvent event(QEvent::StyleChange);
  QCoreApplication::sendEvent(this, &event);
  setText(text);
  setVisible(!text.isEmpty());
}

}  // namespace fb::ui
