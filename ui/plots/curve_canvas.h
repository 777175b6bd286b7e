// SPDX-License-Identifier: MIT
// The axes and curves of the stage plot, drawn with QCustomPlot; no other code uses that library.
#pragma once

#include "plots/plot_math.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QCPGraph;
class QCustomPlot;
class QPainter;

namespace fb::ui {

class StepTicker;
class Theme;

// Owned by the divergence plot, which handles mouse and keys and paints the stages below and above the curves. These
// two images have their own layers: while a handle is dragged, nothing else is redrawn. GUI thread.
class CurveCanvas : public QWidget {
  Q_OBJECT
public:
  using Paint = std::function<void(QPainter&)>;
  CurveCanvas(const Theme* theme, Paint under, Paint over, QWidget* parent);
  ~CurveCanvas() override;

  void setSteps(int steps);
  // The curve has a gap where the other model ran for long without being compared.
  void setCurves(const std::vector<StepReport>& steps, const std::vector<BandPoint>& band);
  // As returned by noiseLevels().
  void setNoiseLevels(const std::vector<double>& levels);
  // Room for the texts next to the axes, in pixels.
  void setSideMargins(int left, int right);
  bool hasCosine() const { return m_hasCosine; }

  QRect area() const;
  double pixelOf(double step) const;
  double stepAt(double pixel) const;
  bool isZoomed() const;
  void zoom(double factor, double aroundStep);
  void pan(double steps);
  void resetZoom();

  void repaintStages();
  void repaintAll();  // soon
  void repaintNow();

  bool savePdf(const QString& path);
  QPixmap image(double scale);

Q_SIGNALS:
  void areaChanged();  // the steps are drawn in other places

protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void buildLayers(Paint under, Paint over);
  void recolor();
  void setRange(double lower, double upper);
  void noteArea();
  bool thinPoints();

  const Theme* m_theme;
  QCustomPlot* m_plot;
  QSharedPointer<StepTicker> m_ticker;
  QCPGraph* m_l2;
  QCPGraph* m_cosine;
  QCPGraph* m_bandLow;
  QCPGraph* m_bandMedian;
  QCPGraph* m_bandHigh;
  QRect m_drawnArea;
  double m_drawnFrom = 0, m_drawnTo = 0;
  int m_steps = 30;
  double m_closest = 30;  // between two points of the curve, in steps
  bool m_hasCosine = false;
};

}  // namespace fb::ui
