// SPDX-License-Identifier: MIT
// A line of text that shows as much of itself as fits.
#pragma once

#include <QLabel>

namespace fb::ui {

// GUI thread; owned by its parent.
class ElidedLabel : public QLabel {
public:
  // Where a text that is too long is cut.
  ElidedLabel(Qt::TextElideMode mode, QWidget* parent);

  QSize minimumSizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  Qt::TextElideMode m_mode;
};

}  // namespace fb::ui
