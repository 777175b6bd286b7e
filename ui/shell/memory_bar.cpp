// SPDX-License-Identifier: MIT
#include "shell/memory_bar.h"

#include "shell/memory_chart.h"
#include "text/durations.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QScreen>
#include <QStringList>
#include <QStyle>
#include <QStyleOptionToolButton>

#include <algorithm>
#include <utility>

namespace fb::ui {
namespace {

constexpr int kTrackWidth = 72, kTrackHeight = 8, kGap = 8, kPadding = 8;

const MemoryPlan::PhaseUse& largest(const MemoryPlan& plan) {
  return *std::ranges::max_element(plan.phases, {}, &MemoryPlan::PhaseUse::total);
}

bool isStreamed(const MemoryPlan& plan) {
  return std::ranges::any_of(plan.parts, [](const auto& part) { return part.place == MemoryPlan::Place::Streamed; });
}

}  // namespace

MemoryBar::MemoryBar(const Theme* theme, QWidget* parent) : QToolButton(parent), m_theme(theme) {
  setObjectName(QStringLiteral("memoryBar"));
  setProperty("role", "note");
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  connect(this, &QToolButton::clicked, this, &MemoryBar::openChart);
  hide();
}

QSize MemoryBar::minimumSizeHint() const { return {kTrackWidth + 2 * kPadding, fontMetrics().height() + kPadding / 2}; }

QSize MemoryBar::sizeHint() const {
  const auto least = minimumSizeHint();
  return m_words.isEmpty() ? least : least + QSize(kGap + fontMetrics().horizontalAdvance(m_words), 0);
}

void MemoryBar::setPlan(std::optional<MemoryPlan> plan) {
  m_plan = std::move(plan);
  if (m_plan && (m_plan->phases.empty() || m_plan->total == 0)) m_plan.reset();
  setVisible(m_plan.has_value());
  retranslate();
}

void MemoryBar::paintUse(QPainter& painter, const QRectF& track, const MemoryPlan& plan,
                         const MemoryPlan::PhaseUse& use, const ThemeColors& colors) {
  // A run that does not fit may be larger than the device.
  const auto whole = static_cast<double>(std::max(plan.total, plan.peak()));
  const auto at = [&](std::uint64_t bytes) {
    return track.left() + static_cast<double>(bytes) / whole * track.width();
  };
  const auto fill = [&](double from, double to, const QBrush& brush) {
    painter.fillRect(QRectF(from, track.top(), to - from, track.height()), brush);
  };
  const auto color = use.name == "early" || use.name == "late" ? colors.large
                     : use.name == "middle"                    ? colors.small
                                                               : colors.focus;
  auto lighter = color;
  lighter.setAlphaF(.5F);
  painter.save();
  painter.setClipRect(track, Qt::IntersectClip);
  painter.fillRect(track, colors.field);
  if (plan.total > plan.free) fill(at(plan.free), at(plan.total), QBrush(colors.textMuted, Qt::BDiagPattern));
  // Any amount, however small, is visible.
  constexpr double kLeast = 2;
  const double weights = use.weights == 0 ? track.left() : std::max(track.left() + kLeast, at(use.weights));
  fill(track.left(), weights, color);
  const double end = use.total() == 0 ? weights : std::max({weights, track.left() + kLeast, at(use.total())});
  fill(weights, end, lighter);
  if (!plan.fits() && use.total() > plan.limit) fill(at(plan.limit), end, colors.error);
  painter.restore();
  painter.setPen(colors.textMuted);
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(track.adjusted(-.5, -.5, .5, .5));
  painter.fillRect(QRectF(at(plan.limit) - .5, track.top() - 2, 1.5, track.height() + 4),
                   plan.fits() ? colors.text : colors.error);
}

void MemoryBar::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  QStyleOptionToolButton option;
  initStyleOption(&option);
  style()->drawComplexControl(QStyle::CC_ToolButton, &option, &painter, this);
  if (!m_plan) return;
  const auto& colors = m_theme->colors();
  const QRectF track(kPadding, (height() - kTrackHeight) / 2, kTrackWidth, kTrackHeight);
  paintUse(painter, track, *m_plan, largest(*m_plan), colors);
  const int from = kPadding + kTrackWidth + kGap;
  const QRect place(from, 0, width() - kPadding - from, height());
  // Half a sentence about memory would be worse than the bar alone.
  if (fontMetrics().horizontalAdvance(m_words) > place.width() + 1) return;
  painter.setPen(m_plan->fits() ? colors.textMuted : colors.error);
  painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, m_words);
}

void MemoryBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) retranslate();
  QToolButton::changeEvent(event);
}

QString MemoryBar::phaseWord(const std::string& phase) {
  if (phase == "encoding") return tr("Encoding");
  if (phase == "images") return tr("Images");
  if (phase == "early") return tr("Early");
  if (phase == "preview") return tr("Preview");
  if (phase == "middle") return tr("Middle");
  if (phase == "upsampling") return tr("Upsampling");
  if (phase == "late") return tr("Late");
  return tr("Decoding");
}

QStringList MemoryBar::remarks(const MemoryPlan& plan) {
  const auto partWord = [](const std::string& name) {
    if (name == "large model") return tr("large model");
    if (name == "small model") return tr("small model");
    return tr("text encoder");
  };
  QStringList remarks;
  for (const auto& part : plan.parts)
    if (part.place == MemoryPlan::Place::Streamed)
      remarks << tr("Streamed: %1 of %2 blocks of the %3 stay on the device")
                     .arg(part.residentBlocks)
                     .arg(part.blocks)
                     .arg(partWord(part.name));
  if (plan.decodesInTiles) remarks << tr("Frames are decoded in tiles, because they do not fit whole");
  return remarks;
}

void MemoryBar::retranslate() {
  setAccessibleName(tr("Memory for the next run"));
  m_words.clear();
  QStringList lines;
  if (m_plan) {
    const auto words = !m_plan->fits()       ? tr("Next run does not fit: %1 of %2")
                       : isStreamed(*m_plan) ? tr("Next run: %1 of %2, streamed")
                                             : tr("Next run: %1 of %2");
    m_words = words.arg(byteSize(m_plan->peak()), byteSize(m_plan->total));
    lines << tr("Next run on %1: %2 of %3 available")
                 .arg(QString::fromStdString(m_plan->device), byteSize(m_plan->limit), byteSize(m_plan->total));
    if (m_plan->total > m_plan->free)
      lines << tr("%1 used by other programs").arg(byteSize(m_plan->total - m_plan->free));
    for (const auto& phase : m_plan->phases)
      lines << (phase.isMeasured ? tr("%1: %2 as measured, weights %3") : tr("%1: %2, weights %3"))
                   .arg(phaseWord(phase.name), byteSize(phase.total()), byteSize(phase.weights));
    lines << remarks(*m_plan);
  }
  setToolTip(lines.join(QLatin1Char('\n')));
  setAccessibleDescription(toolTip());
  updateGeometry();
  update();
}

void MemoryBar::openChart() {
  if (!m_plan) return;
  auto* chart = new MemoryChart(m_theme, *m_plan, this);
  chart->setAttribute(Qt::WA_DeleteOnClose);
  chart->adjustSize();
  // Above the bar, which is at the bottom of the window.
  const auto screen = this->screen()->availableGeometry();
  QPoint place = mapToGlobal(QPoint(width() - chart->width(), -chart->height() - kGap / 2));
  place.setX(std::clamp(place.x(), screen.left(), std::max(screen.left(), screen.right() - chart->width())));
  if (place.y() < screen.top()) place.setY(mapToGlobal(QPoint(0, height())).y());
  chart->move(place);
  chart->show();
  chart->setFocus(Qt::PopupFocusReason);
}

}  // namespace fb::ui
