// SPDX-License-Identifier: MIT
#include "theme/style_property.h"

#include <QCoreApplication>
#include <QEvent>
#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace fb::ui {

void setStyleProperty(QWidget* widget, const char* name, const QVariant& value) {
  if (widget->property(name) == value) return;
  widget->setProperty(name, value);
  widget->style()->unpolish(widget);
  widget->style()->polish(widget);
  // A frame reads the padding of its new box only on this event.
  QEvent event(QEvent::StyleChange);
  QCoreApplication::sendEvent(widget, &event);
}

}  // namespace fb::ui
