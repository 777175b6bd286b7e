// SPDX-License-Identifier: MIT
#include "plots/curve_canvas.h"

#include "theme/theme.h"

#include <QEvent>
#include <QVBoxLayout>

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <utility>

namespace fb::ui {
namespace {

constexpr int kTopMargin = 26;  // the grips are on the upper edge
constexpr int kPixelsPerTick = 64;
constexpr double kPixelsPerPoint = 9;  // closer points would grow together

// Whether a line between the two would hide that a whole stretch in between was run by the other model, without a
// comparison.
bool isGap(const std::vector<StepReport>& steps, std::size_t before, std::size_t after) {
  constexpr int kShareOfAll = 10;
  const auto isOther = [&](const StepReport& step) { return step.model != steps[before].model; };
  const auto first = steps.begin() + static_cast<std::ptrdiff_t>(before) + 1,
             last = steps.begin() + static_cast<std::ptrdiff_t>(after);
  const auto others = std::count_if(first, last, isOther);
  return others > 0 && kShareOfAll * others >= steps[after].steps;
}

// A layer's whole content, painted by a function.
class PaintedLayer : public QCPLayerable {
public:
  PaintedLayer(QCustomPlot* plot, const QString& layer, CurveCanvas::Paint paint)
      : QCPLayerable(plot, layer), m_paint(std::move(paint)) {}

private:
  void applyDefaultAntialiasingHint(QCPPainter* painter) const override { painter->setAntialiasing(true); }
  void draw(QCPPainter* painter) override { m_paint(*painter); }

  CurveCanvas::Paint m_paint;
};

const QString kUnder = QStringLiteral("under"), kOver = QStringLiteral("over");

}  // namespace

// Only whole steps, with the noise level in a second row if it is known.
class StepTicker : public QCPAxisTicker {
public:
  std::vector<double> noise;

private:
  double getTickStep(const QCPRange& range) override {
    return std::max(1., std::round(QCPAxisTicker::getTickStep(range)));
  }
  int getSubTickCount(double) override { return 0; }
  QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
    const auto step = std::lround(tick);
    auto label = locale.toString(static_cast<qlonglong>(step));
    if (step < 0 || step >= std::ssize(noise) || std::isnan(noise[static_cast<std::size_t>(step)])) return label;
    return label + QLatin1Char('\n') + locale.toString(noise[static_cast<std::size_t>(step)], 'f', 2);
  }
};

CurveCanvas::CurveCanvas(const Theme* theme, Paint under, Paint over, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_plot(new QCustomPlot(this)), m_ticker(new StepTicker) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->addWidget(m_plot);
  m_plot->setFocusPolicy(Qt::NoFocus);
  setAttribute(Qt::WA_TransparentForMouseEvents);
  buildLayers(std::move(under), std::move(over));

  m_bandLow = m_plot->addGraph();
  m_bandHigh = m_plot->addGraph();
  m_bandHigh->setChannelFillGraph(m_bandLow);
  m_bandMedian = m_plot->addGraph();
  m_cosine = m_plot->addGraph(m_plot->xAxis, m_plot->yAxis2);
  m_l2 = m_plot->addGraph();

  m_ticker->setTickStepStrategy(QCPAxisTicker::tssReadability);
  m_plot->xAxis->setTicker(m_ticker);
  m_plot->xAxis->grid()->setVisible(false);
  m_plot->xAxis->setTickLength(0, 3);
  for (auto* axis : {m_plot->yAxis, m_plot->yAxis2}) {
    axis->ticker()->setTickCount(3);
    axis->setSubTicks(false);
    axis->setTickLength(0, 0);
    axis->setTickLabels(false);
    axis->setRange(0, 1);
  }
  connect(theme, &Theme::changed, this, &CurveCanvas::recolor);
  connect(m_plot, &QCustomPlot::afterReplot, this, &CurveCanvas::noteArea);
  recolor();
  resetZoom();
}

CurveCanvas::~CurveCanvas() = default;

void CurveCanvas::buildLayers(Paint under, Paint over) {
  m_plot->addLayer(kUnder, m_plot->layer(QStringLiteral("background")), QCustomPlot::limAbove);
  m_plot->addLayer(kOver, m_plot->layer(QStringLiteral("overlay")), QCustomPlot::limAbove);
  m_plot->layer(kUnder)->setMode(QCPLayer::lmBuffered);
  m_plot->layer(kOver)->setMode(QCPLayer::lmBuffered);
  // The plot owns them through its layers.
  new PaintedLayer(m_plot, kUnder, std::move(under));
  new PaintedLayer(m_plot, kOver, std::move(over));
}

void CurveCanvas::recolor() {
  const auto& colors = m_theme->colors();
  m_plot->setBackground(QBrush(colors.panel));
  m_plot->setLocale(QLocale());
  auto small = font();
  if (small.pixelSize() > 0)
    small.setPixelSize(static_cast<int>(std::lround(small.pixelSize() * .85)));
  else
    small.setPointSizeF(small.pointSizeF() * .85);
  auto line = colors.textMuted;
  line.setAlpha(50);
  for (auto* axis : {m_plot->xAxis, m_plot->yAxis, m_plot->yAxis2}) {
    axis->setBasePen(axis == m_plot->xAxis ? QPen(line) : QPen(Qt::NoPen));
    axis->setTickPen(QPen(line));
    axis->setTickLabelColor(colors.textMuted);
    axis->setTickLabelFont(small);
    // The grips at either end of the plot are in front of the numbers of the value axes.
    axis->setTickLabelPadding(axis == m_plot->xAxis ? 6 : 14);
    axis->grid()->setPen(QPen(line, 1));
    axis->grid()->setZeroLinePen(Qt::NoPen);
  }
  m_l2->setPen(QPen(colors.text, 2));
  m_l2->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, colors.text, 6));
  m_cosine->setPen(QPen(colors.textMuted, 1.5, Qt::DashLine));
  m_cosine->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colors.textMuted, 1.5), colors.panel, 6));
  auto band = colors.textMuted;
  band.setAlpha(70);
  m_bandLow->setPen(Qt::NoPen);
  m_bandHigh->setPen(Qt::NoPen);
  m_bandHigh->setBrush(band);
  band.setAlpha(140);
  m_bandMedian->setPen(QPen(band, 1));
  repaintAll();
}

void CurveCanvas::setSteps(int steps) {
  if (steps == m_steps) return;
  m_steps = steps;
  resetZoom();
}

void CurveCanvas::setCurves(const std::vector<StepReport>& steps, const std::vector<BandPoint>& band) {
  QVector<double> x, l2, cosine, bandX, low, median, high;
  double highest = 0, highestCosine = 0;
  m_closest = m_steps;
  std::optional<std::size_t> before;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto& step = steps[i];
    if (!step.divergence) continue;
    const double at = positionOf(step, m_steps);
    if (before) m_closest = std::min(m_closest, at - x.last());
    if (before && isGap(steps, *before, i)) {
      constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
      x << (x.last() + at) / 2;
      l2 << kNone;
      cosine << kNone;
    }
    before = i;
    x << at;
    l2 << step.divergence->relativeL2;
    cosine << step.divergence->cosineDistance;
    highest = std::max(highest, l2.last());
    highestCosine = std::max(highestCosine, cosine.last());
  }
  for (const auto& point : band) {
    bandX << point.step;
    low << point.low;
    median << point.median;
    high << point.high;
    highest = std::max(highest, point.high);
  }
  m_l2->setData(x, l2, true);
  m_cosine->setData(x, cosine, true);
  m_bandLow->setData(bandX, low, true);
  m_bandMedian->setData(bandX, median, true);
  m_bandHigh->setData(bandX, high, true);
  m_hasCosine = !x.isEmpty();
  m_plot->yAxis->setRange(0, axisTop(highest));
  // Lower than the other curve, so that they do not cross at every step.
  m_plot->yAxis2->setRange(0, axisTop(1.6 * highestCosine));
  m_plot->yAxis->setTickLabels(highest > 0);
  m_plot->yAxis->grid()->setVisible(highest > 0);
  m_plot->yAxis2->setTickLabels(m_hasCosine);
  m_plot->yAxis2->setVisible(m_hasCosine);
  thinPoints();
  repaintAll();
}

// True if that changes what is drawn.
bool CurveCanvas::thinPoints() {
  const double pixels = m_closest * area().width() / std::max(1e-6, m_plot->xAxis->range().size());
  const int skip = pixels > 0 ? std::max(0, static_cast<int>(std::ceil(kPixelsPerPoint / pixels)) - 1) : 0;
  if (skip == m_l2->scatterSkip()) return false;
  m_l2->setScatterSkip(skip);
  m_cosine->setScatterSkip(skip);
  return true;
}

void CurveCanvas::setNoiseLevels(const std::vector<double>& levels) {
  m_ticker->noise = levels;
  repaintAll();
}

void CurveCanvas::setSideMargins(int left, int right) {
  auto* rect = m_plot->axisRect();
  rect->setMinimumMargins(QMargins(left, kTopMargin, right, 0));
}

QRect CurveCanvas::area() const { return m_plot->axisRect()->rect(); }
double CurveCanvas::pixelOf(double step) const { return m_plot->xAxis->coordToPixel(step); }
double CurveCanvas::stepAt(double pixel) const { return m_plot->xAxis->pixelToCoord(pixel); }
bool CurveCanvas::isZoomed() const { return m_plot->xAxis->range().size() < m_steps - 1e-6; }

void CurveCanvas::setRange(double lower, double upper) {
  m_plot->xAxis->setRange(lower, upper);
  repaintAll();
}

void CurveCanvas::noteArea() {
  if (thinPoints()) repaintAll();
  const auto range = m_plot->xAxis->range();
  if (m_drawnArea == area() && m_drawnFrom == range.lower && m_drawnTo == range.upper) return;
  m_drawnArea = area();
  m_drawnFrom = range.lower;
  m_drawnTo = range.upper;
  Q_EMIT areaChanged();
}

void CurveCanvas::zoom(double factor, double aroundStep) {
  const auto range = m_plot->xAxis->range();
  const double lower = aroundStep - (aroundStep - range.lower) * factor;
  const double upper = aroundStep + (range.upper - aroundStep) * factor;
  constexpr double kFewestSteps = 2;
  if (factor < 1 && upper - lower < kFewestSteps) return;
  setRange(std::max(0., lower), std::min<double>(m_steps, upper));
}

void CurveCanvas::pan(double steps) {
  const auto range = m_plot->xAxis->range();
  const double by = std::clamp(steps, -range.lower, m_steps - range.upper);
  setRange(range.lower + by, range.upper + by);
}

void CurveCanvas::resetZoom() { setRange(0, std::max(1, m_steps)); }

void CurveCanvas::repaintStages() {
  m_plot->layer(kUnder)->replot();
  m_plot->layer(kOver)->replot();
}

void CurveCanvas::repaintAll() { m_plot->replot(QCustomPlot::rpQueuedReplot); }
void CurveCanvas::repaintNow() { m_plot->replot(QCustomPlot::rpImmediateRefresh); }

bool CurveCanvas::savePdf(const QString& path) { return m_plot->savePdf(path, width(), height()); }
QPixmap CurveCanvas::image(double scale) { return m_plot->toPixmap(width(), height(), scale); }

void CurveCanvas::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::LanguageChange) recolor();
}

void CurveCanvas::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  m_ticker->setTickCount(std::clamp(width() / kPixelsPerTick, 2, 7));
}

}  // namespace fb::ui
