// SPDX-License-Identifier: MIT
#include "widgets/elided_combo_box.h"

#include <QStylePainter>

namespace fb::ui {

void ElidedComboBox::paintEvent(QPaintEvent*) {
  constexpr int kAfterIcon = 4;  // pixels, as in Qt's styles
  QStylePainter painter(this);
  QStyleOptionComboBox option;
  initStyleOption(&option);
  painter.drawComplexControl(QStyle::CC_ComboBox, option);
  if (currentIndex() < 0) {
    option.palette.setBrush(QPalette::ButtonText, option.palette.placeholderText());
    option.currentText = placeholderText();
  }
  int width = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width() - 2;
  if (!option.currentIcon.isNull()) width -= option.iconSize.width() + kAfterIcon;
  option.currentText = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, width);
  painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

}  // namespace fb::ui
