// SPDX-License-Identifier: MIT
#include "plots/plot_accessible.h"

#include "plots/divergence_plot.h"

#include <QAccessibleWidget>

namespace fb::ui {
namespace {

class PlotAccessible : public QAccessibleWidget, public QAccessibleValueInterface {
public:
  explicit PlotAccessible(DivergencePlot* plot) : QAccessibleWidget(plot, QAccessible::Slider), m_plot(plot) {}

  void* interface_cast(QAccessible::InterfaceType type) override {
    if (type == QAccessible::ValueInterface) return static_cast<QAccessibleValueInterface*>(this);
    return QAccessibleWidget::interface_cast(type);
  }
  QVariant currentValue() const override { return handleStep(m_plot->schedule(), m_plot->focusedHandle()); }
  void setCurrentValue(const QVariant& value) override { m_plot->moveFocused(value.toDouble()); }
  QVariant minimumValue() const override { return 0; }
  QVariant maximumValue() const override { return m_plot->schedule().steps; }
  QVariant minimumStepSize() const override { return 1; }

private:
  DivergencePlot* m_plot;
};

QAccessibleInterface* makeAccessible(const QString&, QObject* object) {
  auto* plot = qobject_cast<DivergencePlot*>(object);
  return plot ? new PlotAccessible(plot) : nullptr;
}

}  // namespace

void makePlotsAccessible() { QAccessible::installFactory(makeAccessible); }

}  // namespace fb::ui
