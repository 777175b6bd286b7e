// SPDX-License-Identifier: MIT
#include "stages/curve_legend.h"

#include "plots/plot_math.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fb::ui {
namespace {

constexpr int kSignWidth = 22, kSignGap = 6, kEntryGap = 12;

}  // namespace

CurveLegend::CurveLegend(const Theme* theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setObjectName(QStringLiteral("curveLegend"));
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  retranslate();
}

void CurveLegend::retranslate() {
  const bool isSwapped = isCosine(m_kind);
  m_names = {isSwapped ? tr("cosine") : tr("relative L2"), isSwapped ? tr("relative L2") : tr("cosine"),
             tr("probe band")};
  setAccessibleName(tr("Legend of the plot"));
  setAccessibleDescription(
      isSwapped ? tr("Solid line with filled circles: cosine distance. Dashed line with open circles: relative L2. "
                     "Shaded band: range of the last probes.")
                : tr("Solid line with filled circles: relative L2. Dashed line with open circles: cosine distance. "
                     "Shaded band: range of the last probes."));
  setToolTip(
      tr("Relative L2: length of the difference between the two models' velocities, relative to the large "
         "one's.\nCosine: how far their directions differ.\nProbe band: range of the last probes."));
  updateGeometry();
  update();
}

void CurveLegend::setKind(DivergenceKind kind) {
  m_kind = kind;
  retranslate();
}

QFont CurveLegend::smallFont() const {
  auto small = font();
  if (small.pixelSize() > 0)
    small.setPixelSize(static_cast<int>(std::lround(small.pixelSize() * .85)));
  else
    small.setPointSizeF(small.pointSizeF() * .85);
  return small;
}

QSize CurveLegend::sizeHint() const {
  const QFontMetrics metrics(smallFont());
  int width = static_cast<int>(m_names.size() - 1) * kEntryGap;
  for (const auto& name : m_names) width += kSignWidth + kSignGap + metrics.horizontalAdvance(name);
  return {width, metrics.height() + 4};
}

void CurveLegend::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(smallFont());
  const QFontMetrics metrics(painter.font());
  const auto& colors = m_theme->colors();
  const double middle = height() / 2.;
  double x = std::max(0, width() - sizeHint().width());
  for (qsizetype i = 0; i < m_names.size(); ++i) {
    const QPointF center(x + kSignWidth / 2., middle);
    if (i == 2) {
      auto band = colors.textMuted;
      band.setAlpha(90);
      painter.fillRect(QRectF(x, middle - 5, kSignWidth, 10), band);
    } else {
      const auto color = i == 0 ? colors.text : colors.textMuted;
      painter.setPen(QPen(color, i == 0 ? 2 : 1.5, i == 0 ? Qt::SolidLine : Qt::DashLine));
      painter.drawLine(QPointF(x, middle), QPointF(x + kSignWidth, middle));
      painter.setPen(QPen(color, 1.5));
      painter.setBrush(i == 0 ? color : colors.panel);
      painter.drawEllipse(center, 3, 3);
    }
    x += kSignWidth + kSignGap;
    const double advance = metrics.horizontalAdvance(m_names[i]);
    painter.setPen(colors.textMuted);
    painter.drawText(QRectF(x, 0, advance + 1, height()), Qt::AlignVCenter | Qt::AlignLeft, m_names[i]);
    x += advance + kEntryGap;
  }
}

void CurveLegend::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) retranslate();
}

}  // namespace fb::ui
