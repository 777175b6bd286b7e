// SPDX-License-Identifier: MIT
#include "widgets/plain_texts.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QToolTip>

namespace fb::ui {
namespace {

// For a widget, or for the list item under the mouse.
QString tipAt(const QWidget* widget, const QPoint& place) {
  const auto* view = qobject_cast<QAbstractItemView*>(widget->parentWidget());
  if (view && view->viewport() == widget) return view->indexAt(place).data(Qt::ToolTipRole).toString();
  return widget->toolTip();
}

}  // namespace

PlainTexts::PlainTexts(QObject* parent) : QObject(parent) { QCoreApplication::instance()->installEventFilter(this); }

bool PlainTexts::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Polish) {
    // Tooltips are labels, too; their text is escaped.
    auto* label = qobject_cast<QLabel*>(watched);
    if (label && label->textFormat() == Qt::AutoText && !label->inherits("QTipLabel"))
      label->setTextFormat(Qt::PlainText);
  } else if (event->type() == QEvent::ToolTip && watched->isWidgetType()) {
    auto* widget = static_cast<QWidget*>(watched);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const auto tip = tipAt(widget, help->pos()); Qt::mightBeRichText(tip)) {
      QToolTip::showText(help->globalPos(), QStringLiteral("<qt>%1</qt>").arg(tip.toHtmlEscaped()), widget);
      return true;
    }
  }
  return QObject::eventFilter(watched, event);
}

QString menuText(QString text) { return text.replace(QLatin1Char('&'), QLatin1String("&&")); }

}  // namespace fb::ui
