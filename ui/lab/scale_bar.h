// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

namespace fb::ui {

// The colours of the map from left to right, with a number at either end. Owned by the results page. GUI thread.
class ScaleBar : public QWidget {
  Q_OBJECT
public:
  explicit ScaleBar(QWidget* parent = nullptr);

  void setEnds(const QString& low, const QString& high);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return sizeHint(); }

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QString m_low, m_high;
};

}  // namespace fb::ui
