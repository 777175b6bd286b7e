// SPDX-License-Identifier: MIT
#include "lab/heat_map.h"

#include "lab/heat_colors.h"
#include "text/durations.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>

#include <algorithm>

namespace fb::ui {
namespace {

constexpr int kGap = 1;

class CellPainter : public QStyledItemDelegate {
public:
  CellPainter(const Theme* theme, QWidget* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const auto& colors = m_theme->colors();
    const auto shade = index.data(BoundaryModel::ShadeRole);
    const auto ground = shade.isValid() ? heatColor(shade.toDouble()) : colors.field;
    const QRect cell = option.rect.adjusted(kGap, kGap, -kGap, -kGap);
    painter->save();
    if (index.flags() & Qt::ItemIsEnabled) painter->fillRect(cell, ground);
    if (option.state & QStyle::State_Selected) {
      painter->setPen(QPen(inkOn(ground), 2));
      painter->drawRect(QRectF(cell).adjusted(2, 2, -2, -2));
      painter->setPen(QPen(option.state & QStyle::State_HasFocus ? colors.focus : colors.textMuted, 2));
      painter->drawRect(QRectF(cell).adjusted(0, 0, 0, 0));
    }
    painter->restore();
  }

private:
  const Theme* m_theme;
};

// Where `value` is between the ascending `stages`, as an index with a fraction; at the ends, up to half a cell outside.
double placeAmong(const std::vector<int>& stages, double value) {
  if (stages.size() < 2) return value < stages.front() ? -.5 : value > stages.front() ? .5 : 0;
  const auto above = std::ranges::lower_bound(stages, value);
  const auto upper = std::clamp<std::ptrdiff_t>(above - stages.begin(), 1, std::ssize(stages) - 1);
  const double low = stages[static_cast<std::size_t>(upper - 1)], high = stages[static_cast<std::size_t>(upper)];
  return std::clamp(static_cast<double>(upper - 1) + (value - low) / (high - low), -.5,
                    static_cast<double>(stages.size()) - .5);
}

}  // namespace

HeatMap::HeatMap(const Theme* theme, BoundaryModel* model, QWidget* parent)
    : QTableView(parent), m_theme(theme), m_model(model) {
  setObjectName(QStringLiteral("heatMap"));
  setProperty("role", "plain");
  setModel(model);
  setItemDelegate(new CellPainter(theme, this));
  setSelectionMode(SingleSelection);
  setEditTriggers(NoEditTriggers);
  setTabKeyNavigation(false);
  setShowGrid(false);
  setCornerButtonEnabled(false);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  for (auto* header : {horizontalHeader(), verticalHeader()}) {
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setFocusPolicy(Qt::NoFocus);
  }
  connect(model, &QAbstractItemModel::modelReset, this, &HeatMap::fitCells);
  connect(theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
  fitCells();
}

QSize HeatMap::cellSize() const {
  const auto metrics = fontMetrics();
  return {metrics.horizontalAdvance(percent(1)) + 20, metrics.height() + 16};
}

void HeatMap::fitCells() {
  horizontalHeader()->setMinimumSectionSize(cellSize().width());
  verticalHeader()->setMinimumSectionSize(cellSize().height());
  updateGeometry();
}

QSize HeatMap::minimumSizeHint() const {
  const auto cell = cellSize();
  return {cell.width() * (std::max(2, m_model->columnCount()) + 1),
          cell.height() * (std::max(2, m_model->rowCount()) + 1)};
}

QSize HeatMap::sizeHint() const { return minimumSizeHint() * 1.1; }

void HeatMap::select(const SweepCandidate& candidate) {
  const QScopedValueRollback program(m_by, By::Program);
  const auto index = m_model->indexOf(candidate);
  if (m_model->candidateAt(index))
    setCurrentIndex(index);
  else
    setCurrentIndex({});
}

void HeatMap::setHandles(const std::optional<StageSchedule>& handles) {
  m_handles = handles;
  viewport()->update();
}

void HeatMap::mousePressEvent(QMouseEvent* event) {
  const QScopedValueRollback by(m_by, By::Press);
  // Pressing the selected cell moves the boundaries there again.
  const auto pressed = indexAt(event->position().toPoint());
  if (event->button() == Qt::LeftButton && pressed.isValid() && pressed == currentIndex())
    if (const auto candidate = m_model->candidateAt(pressed)) Q_EMIT chosen(*candidate, false);
  QTableView::mousePressEvent(event);
}

void HeatMap::mouseMoveEvent(QMouseEvent* event) {
  const QScopedValueRollback by(m_by, By::Drag);
  QTableView::mouseMoveEvent(event);
}

void HeatMap::keyPressEvent(QKeyEvent* event) {
  const QScopedValueRollback by(m_by, By::Key);
  const bool confirms =
      event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
  if (const auto candidate = m_model->candidateAt(currentIndex()); confirms && candidate) {
    Q_EMIT chosen(*candidate, false);
    return event->accept();
  }
  QTableView::keyPressEvent(event);
}

void HeatMap::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QTableView::currentChanged(current, previous);
  if (m_by == By::Program) return;
  if (const auto candidate = m_model->candidateAt(current)) Q_EMIT chosen(*candidate, m_by != By::Press);
}

QPointF HeatMap::center(int row, int column) const {
  return {columnViewportPosition(column) + columnWidth(column) / 2., rowViewportPosition(row) + rowHeight(row) / 2.};
}

std::optional<QPointF> HeatMap::handlesPosition() const {
  if (!m_handles || m_model->early().empty() || m_handles->steps == 0) return {};
  // Of another number of steps, the same share.
  const double scale = static_cast<double>(m_model->steps()) / m_handles->steps;
  const double column = placeAmong(m_model->early(), m_handles->earlySteps() * scale);
  const double row =
      static_cast<double>(m_model->late().size()) - 1 - placeAmong(m_model->late(), m_handles->lateSteps() * scale);
  const auto first = center(0, 0);
  const QSizeF cell(columnWidth(0), rowHeight(0));
  return QPointF(first.x() + column * cell.width(), first.y() + row * cell.height());
}

void HeatMap::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  if (m_model->rowCount() == 0) return;
  QPainter painter(viewport());
  painter.setRenderHint(QPainter::Antialiasing);
  paintLines(painter);
  paintNumbers(painter);
  paintHandles(painter);
}

// Above the lines, so that these do not strike them out.
void HeatMap::paintNumbers(QPainter& painter) const {
  for (int row = 0; row < m_model->rowCount(); ++row)
    for (int column = 0; column < m_model->columnCount(); ++column) {
      const auto index = m_model->index(row, column);
      const auto cell = visualRect(index);
      const auto shade = index.data(BoundaryModel::ShadeRole);
      painter.setPen(shade.isValid() ? inkOn(heatColor(shade.toDouble())) : m_theme->colors().textMuted);
      auto number = font();
      number.setBold(index.data(BoundaryModel::ChosenRole).toBool());
      painter.setFont(number);
      painter.drawText(cell, Qt::AlignCenter, index.data().toString());
      number.setBold(false);
      number.setPixelSize(std::max(8, QFontInfo(font()).pixelSize() * 7 / 10));
      painter.setFont(number);
      painter.drawText(cell.adjusted(4, 2, -4, -2), Qt::AlignRight | Qt::AlignTop,
                       index.data(BoundaryModel::MarksRole).toString());
    }
}

// Between the centres of four neighbouring cells, the line crosses two of the sides (marching squares; the work only
// increases along both axes, so there are no saddles).
void HeatMap::paintLines(QPainter& painter) const {
  const auto cost = [this](int row, int column) {
    return m_model->index(row, column).data(BoundaryModel::CostRole).toDouble();
  };
  for (int level = 1; level < 10; ++level) {
    const double at = level / 10.;
    for (int row = 0; row + 1 < m_model->rowCount(); ++row)
      for (int column = 0; column + 1 < m_model->columnCount(); ++column) {
        const std::array<QPoint, 4> corners = {QPoint(column, row), QPoint(column + 1, row),
                                               QPoint(column + 1, row + 1), QPoint(column, row + 1)};
        std::vector<QPointF> crossings;
        for (std::size_t side = 0; side < corners.size(); ++side) {
          const auto a = corners[side], b = corners[(side + 1) % corners.size()];
          const double from = cost(a.y(), a.x()) - at, to = cost(b.y(), b.x()) - at;
          if ((from < 0) == (to < 0)) continue;
          crossings.push_back(center(a.y(), a.x()) +
                              (center(b.y(), b.x()) - center(a.y(), a.x())) * (from / (from - to)));
        }
        if (crossings.size() != 2) continue;
        painter.setPen(QPen(QColor(0, 0, 0, 70), 2.6));
        painter.drawLine(crossings[0], crossings[1]);
        painter.setPen(QPen(QColor(255, 255, 255, 150), 1.2));
        painter.drawLine(crossings[0], crossings[1]);
      }
  }
}

void HeatMap::paintHandles(QPainter& painter) const {
  const auto place = handlesPosition();
  if (!place) return;
  const double radius = std::min(columnWidth(0), rowHeight(0)) * .5 - 3;
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(Qt::black, 4));
  painter.drawEllipse(*place, radius, radius);
  painter.setPen(QPen(Qt::white, 2));
  painter.drawEllipse(*place, radius, radius);
}

void HeatMap::changeEvent(QEvent* event) {
  QTableView::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitCells();
}

}  // namespace fb::ui
