// SPDX-License-Identifier: MIT
#pragma once

#include "flowblend/probe.h"

#include <QStringList>
#include <QWidget>

namespace fb::ui {

class Theme;

// What the symbols in the plot mean: ● relative L2, ○ cosine distance, or the reverse, a strip for the probe band.
// Owned by the stage panel. GUI thread.
class CurveLegend : public QWidget {
  Q_OBJECT
public:
  explicit CurveLegend(const Theme* theme, QWidget* parent = nullptr);

  // ● is the distance of this kind.
  void setKind(DivergenceKind kind);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  QFont smallFont() const;

  const Theme* m_theme;
  DivergenceKind m_kind = DivergenceKind::RelativeL2;
  QStringList m_names;
};

}  // namespace fb::ui
