// SPDX-License-Identifier: MIT
#include "shell/memory_bar.h"

#include "text/durations.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace fb::ui {
namespace {

constexpr int kColumn = 9, kGap = 3, kHeight = 14;

}  // namespace

MemoryBar::MemoryBar(const Theme* theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setObjectName(QStringLiteral("memoryBar"));
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  hide();
}

QSize MemoryBar::sizeHint() const {
  const auto phases = m_plan ? static_cast<int>(m_plan->phases.size()) : 0;
  return {std::max(1, phases * (kColumn + kGap) - kGap), kHeight};
}

void MemoryBar::setPlan(std::optional<MemoryPlan> plan) {
  m_plan = std::move(plan);
  setVisible(m_plan && !m_plan->phases.empty() && m_plan->total > 0);
  retranslate();
  updateGeometry();
  update();
}

void MemoryBar::paintEvent(QPaintEvent* /*event*/) {
  if (!m_plan || m_plan->total == 0) return;
  const auto& colors = m_theme->colors();
  QPainter painter(this);
  // A run that does not fit may be larger than the device.
  const auto top = static_cast<double>(std::max(m_plan->total, m_plan->peak()));
  // Any amount, however small, is visible.
  const auto heightOf = [&](std::uint64_t bytes) {
    return bytes == 0 ? 0. : std::max(1.5, static_cast<double>(bytes) / top * height());
  };
  const auto others = m_plan->total > m_plan->free ? m_plan->total - m_plan->free : 0;
  // Without its outline, a column that is nearly empty would be a stray dash.
  painter.setPen(colors.border);
  double x = 0;
  for (const auto& phase : m_plan->phases) {
    painter.fillRect(QRectF(x, 0, kColumn, height()), colors.field);
    const auto weights = heightOf(phase.weights), working = heightOf(phase.working);
    painter.fillRect(QRectF(x, height() - weights, kColumn, weights),
                     phase.name == "middle" ? colors.small : colors.large);
    painter.fillRect(QRectF(x, height() - weights - working, kColumn, working),
                     m_plan->fits() ? colors.textMuted : colors.error);
    painter.fillRect(QRectF(x, 0, kColumn, heightOf(others)), colors.border);
    painter.drawRect(QRectF(x + .5, .5, kColumn - 1, height() - 1));
    x += kColumn + kGap;
  }
  // The limit of the plan.
  const auto limit = height() - heightOf(m_plan->limit);
  painter.fillRect(QRectF(0, limit, width(), 1), m_plan->fits() ? colors.text : colors.error);
}

void MemoryBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void MemoryBar::retranslate() {
  setAccessibleName(tr("Memory for the next run"));
  if (!m_plan) return;
  const auto phaseWord = [](const std::string& name) {
    if (name == "encoding") return tr("Encoding");
    if (name == "images") return tr("Images");
    if (name == "early") return tr("Early");
    if (name == "preview") return tr("Preview");
    if (name == "middle") return tr("Middle");
    if (name == "upsampling") return tr("Upsampling");
    if (name == "late") return tr("Late");
    return tr("Decoding");
  };
  const auto partWord = [](const std::string& name) {
    if (name == "large model") return tr("large model");
    if (name == "small model") return tr("small model");
    return tr("text encoder");
  };
  QStringList lines{tr("Next run on %1: %2 of %3 available")
                        .arg(QString::fromStdString(m_plan->device), byteSize(m_plan->limit), byteSize(m_plan->total))};
  if (m_plan->total > m_plan->free)
    lines << tr("%1 used by other programs").arg(byteSize(m_plan->total - m_plan->free));
  for (const auto& phase : m_plan->phases)
    lines << (phase.isMeasured ? tr("%1: %2 as measured, weights %3") : tr("%1: %2, weights %3"))
                 .arg(phaseWord(phase.name), byteSize(phase.total()), byteSize(phase.weights));
  for (const auto& part : m_plan->parts)
    if (part.place == MemoryPlan::Place::Streamed)
      lines << tr("Streamed: %1 of %2 blocks of the %3 stay on the device")
                   .arg(part.residentBlocks)
                   .arg(part.blocks)
                   .arg(partWord(part.name));
  if (m_plan->decodesInTiles) lines << tr("Frames are decoded in tiles, because they do not fit whole");
  const auto text = lines.join(QLatin1Char('\n'));
  setToolTip(text);
  setAccessibleDescription(text);
}

}  // namespace fb::ui
