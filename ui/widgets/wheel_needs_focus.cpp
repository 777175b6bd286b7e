// SPDX-License-Identifier: MIT
#include "widgets/wheel_needs_focus.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QScrollBar>

namespace fb::ui {
namespace {

bool isField(const QObject* object) {
  return qobject_cast<const QComboBox*>(object) || qobject_cast<const QAbstractSpinBox*>(object) ||
         (qobject_cast<const QAbstractSlider*>(object) && !qobject_cast<const QScrollBar*>(object));
}

}  // namespace

WheelNeedsFocus::WheelNeedsFocus(QObject* parent) : QObject(parent) {
  QCoreApplication::instance()->installEventFilter(this);
}

bool WheelNeedsFocus::eventFilter(QObject* watched, QEvent* event) {
  const bool isWheel = event->type() == QEvent::Wheel;
  if ((!isWheel && event->type() != QEvent::Polish) || !isField(watched)) return QObject::eventFilter(watched, event);
  auto* field = static_cast<QWidget*>(watched);
  if (!isWheel) {
    if (field->focusPolicy() == Qt::WheelFocus) field->setFocusPolicy(Qt::StrongFocus);
    return false;
  }
  if (field->hasFocus()) return false;
  // It goes on to what the field is in.
  event->ignore();
  return true;
}

}  // namespace fb::ui
