// SPDX-License-Identifier: MIT
#include "widgets/wheel_needs_focus.h"

#include <QEvent>
#include <QWidget>

namespace fb::ui {
namespace {

class WheelFilter : public QObject {
public:
  explicit WheelFilter(QWidget* field) : QObject(field) { field->installEventFilter(this); }

protected:
  bool eventFilter(QObject*, QEvent* event) override {
    if (event->type() != QEvent::Wheel || static_cast<QWidget*>(parent())->hasFocus()) return false;
    event->ignore();
    return true;
  }
};

}  // namespace

void makeWheelNeedFocus(QWidget* field) {
  field->setFocusPolicy(Qt::StrongFocus);
  new WheelFilter(field);
}

}  // namespace fb::ui
