// SPDX-License-Identifier: MIT
#include "shell/memory_chart.h"

#include "shell/memory_bar.h"
#include "text/durations.h"
#include "theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <functional>
#include <utility>

namespace fb::ui {
namespace {

constexpr int kMargin = 14, kSpacing = 8, kBarWidth = 260, kBarHeight = 12, kSwatch = 12;

// A widget of a fixed size that draws something of a plan.
class Drawing : public QWidget {
public:
  using Draw = std::function<void(QPainter&, const QRectF&)>;
  Drawing(const QSize& size, Draw draw, QWidget* parent) : QWidget(parent), m_draw(std::move(draw)) {
    setFixedSize(size);
  }

protected:
  void paintEvent(QPaintEvent* /*event*/) override {
    QPainter painter(this);
    m_draw(painter, rect());
  }

private:
  Draw m_draw;
};

QLabel* label(const QString& text, const char* role, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setTextFormat(Qt::PlainText);
  if (role) label->setProperty("role", role);
  return label;
}

}  // namespace

MemoryChart::MemoryChart(const Theme* theme, const MemoryPlan& plan, QWidget* opener) : QFrame(opener, Qt::Popup) {
  setObjectName(QStringLiteral("memoryChart"));
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(opener->accessibleName());
  setAccessibleDescription(opener->accessibleDescription());
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
  layout->setSpacing(kSpacing);
  layout->addWidget(label(opener->accessibleName(), "heading", this));
  layout->addWidget(label(tr("%1 · %2").arg(QString::fromStdString(plan.device), byteSize(plan.total)), "muted", this));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(kSpacing + kSpacing / 2);
  grid->setVerticalSpacing(kSpacing / 2);
  addPhases(theme, plan, grid);
  layout->addLayout(grid);
  layout->addWidget(legend(theme, plan));
  auto remarks = MemoryBar::remarks(plan);
  if (!plan.fits()) remarks.prepend(QString::fromStdString(plan.problem));
  for (const auto& remark : remarks) {
    auto* line = label(remark, nullptr, this);
    line->setWordWrap(true);
    layout->addWidget(line);
  }
}

void MemoryChart::addPhases(const Theme* theme, const MemoryPlan& plan, QGridLayout* grid) {
  int row = 0;
  for (const auto& phase : plan.phases) {
    grid->addWidget(label(MemoryBar::phaseWord(phase.name), nullptr, this), row, 0);
    grid->addWidget(new Drawing(
                        {kBarWidth, kBarHeight + kSpacing},
                        [theme, plan, phase](QPainter& painter, const QRectF& place) {
                          // The mark of the limit is higher than the bar, the outline one pixel wider.
                          MemoryBar::paintUse(painter, place.adjusted(1, kSpacing / 2, -1, -kSpacing / 2), plan, phase,
                                              theme->colors());
                        },
                        this),
                    row, 1);
    auto* size = label(byteSize(phase.total()), nullptr, this);
    size->setObjectName(QStringLiteral("memoryOf_") + QString::fromStdString(phase.name));
    size->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(size, row, 2);
    if (phase.isMeasured) grid->addWidget(label(tr("measured"), "muted", this), row, 3);
    ++row;
  }
}

QWidget* MemoryChart::legend(const Theme* theme, const MemoryPlan& plan) {
  auto* legend = new QWidget(this);
  auto* row = new QHBoxLayout(legend);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(kSpacing / 2);
  const auto add = [&](const QString& text, const Drawing::Draw& draw) {
    row->addWidget(new Drawing({kSwatch, kSwatch}, draw, legend));
    row->addWidget(label(text, "muted", legend));
    row->addSpacing(kSpacing);
  };
  // The same plan with one kind of use only draws each swatch as the bars do.
  const auto swatch = [theme](std::uint64_t weights, std::uint64_t working, std::uint64_t free, std::uint64_t limit) {
    MemoryPlan only;
    only.total = 1;
    only.free = free;
    only.limit = limit;
    return [theme, only, use = MemoryPlan::PhaseUse{"encoding", weights, working}](QPainter& painter,
                                                                                   const QRectF& place) {
      painter.setClipRect(place);
      MemoryBar::paintUse(painter, place.adjusted(1, 1, -1, -1), only, use, theme->colors());
    };
  };
  add(tr("weights"), swatch(1, 0, 1, 1));
  add(tr("working memory"), swatch(0, 1, 1, 1));
  if (plan.total > plan.free) add(tr("other programs"), swatch(0, 0, 0, 1));
  add(tr("limit: %1").arg(byteSize(plan.limit)), [theme](QPainter& painter, const QRectF& place) {
    painter.fillRect(QRectF(place.center().x(), place.top(), 1.5, place.height()), theme->colors().text);
  });
  row->addStretch(1);
  return legend;
}

void MemoryChart::mousePressEvent(QMouseEvent* event) {
  // Otherwise, the press that closes it would open it again.
  const auto* opener = parentWidget();
  if (opener->rect().contains(opener->mapFromGlobal(event->globalPosition().toPoint())))
    setAttribute(Qt::WA_NoMouseReplay);
  QFrame::mousePressEvent(event);
}

}  // namespace fb::ui
