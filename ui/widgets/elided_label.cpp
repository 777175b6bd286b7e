// SPDX-License-Identifier: MIT
#include "widgets/elided_label.h"

#include <QPainter>
#include <QStyle>

namespace fb::ui {

QString fittingParts(const QString& line, const QFontMetrics& metrics, int width) {
  if (metrics.horizontalAdvance(line) <= width) return line;
  const auto dot = QStringLiteral(" · ");
  for (auto cut = line.lastIndexOf(dot); cut > 0; cut = line.lastIndexOf(dot, cut - 1)) {
    // A part may be shortened itself, as a long seed is.
    auto parts = line.left(cut) + (line[cut - 1] == QChar(0x2026) ? QString() : QStringLiteral(" …"));
    if (metrics.horizontalAdvance(parts) <= width) return parts;
  }
  return metrics.elidedText(line, Qt::ElideRight, width);
}

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, QWidget* parent, Cut cut) : QLabel(parent), m_mode(mode), m_cut(cut) {
  setTextFormat(Qt::PlainText);
}

QSize ElidedLabel::minimumSizeHint() const {
  return {fontMetrics().averageCharWidth() * 8, QLabel::sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const int width = contentsRect().width();
  const auto shown = m_cut == Cut::Parts ? fittingParts(text(), fontMetrics(), width)
                                         : fontMetrics().elidedText(text(), m_mode, width);
  style()->drawItemText(&painter, contentsRect(), static_cast<int>(alignment()), palette(), isEnabled(), shown,
                        foregroundRole());
}

}  // namespace fb::ui
