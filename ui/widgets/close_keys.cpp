// SPDX-License-Identifier: MIT
#include "widgets/close_keys.h"

#include <QEvent>
#include <QKeyEvent>
#include <QKeySequence>
#include <QShortcut>
#include <QWidget>

namespace fb::ui {
namespace {

// A key press reaches the window only if no widget inside has accepted it.
class EscapeCloses : public QObject {
public:
  using QObject::QObject;

protected:
  bool eventFilter(QObject* window, QEvent* event) override {
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
      return QObject::eventFilter(window, event);
    static_cast<QWidget*>(window)->close();
    return true;
  }
};

}  // namespace

void closeByKeys(QWidget* window) {
  window->installEventFilter(new EscapeCloses(window));
  QObject::connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_W), window), &QShortcut::activated, window,
                   &QWidget::close);
}

}  // namespace fb::ui
