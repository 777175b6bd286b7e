// SPDX-License-Identifier: MIT
// A line of text that shows as much of itself as fits.
#pragma once

#include <QFontMetrics>
#include <QLabel>

namespace fb::ui {

// As many parts of "first · second · third" as fit into the width, none of them cut, with an ellipsis for the others.
// Where not even the first one fits, its end is cut.
QString fittingParts(const QString& line, const QFontMetrics& metrics, int width);

// GUI thread; owned by its parent.
class ElidedLabel : public QLabel {
public:
  // Whether any letter may be left out, or only whole parts: see fittingParts().
  enum class Cut { Letters, Parts };
  // mode: where a text that is too long is cut by letters.
  ElidedLabel(Qt::TextElideMode mode, QWidget* parent, Cut cut = Cut::Letters);

  QSize minimumSizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  Qt::TextElideMode m_mode;
  Cut m_cut;
};

}  // namespace fb::ui
