// SPDX-License-Identifier: MIT
#include "plots/branch_markers.h"

#include "theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace fb::ui {
namespace {

constexpr int kSide = 18, kLeastSide = 8, kIconMargin = 4;

}  // namespace

BranchMarkers::BranchMarkers(const Theme* theme, QWidget* plot) : QObject(plot), m_theme(theme), m_plot(plot) {}

void BranchMarkers::setSteps(const std::vector<int>& steps, int ofSteps) {
  if (steps == m_steps && ofSteps == m_ofSteps) return;
  m_steps = steps;
  m_ofSteps = ofSteps;
  // A button may be replaced by what its own click has led to.
  for (auto* button : std::exchange(m_buttons, {})) {
    button->hide();
    button->deleteLater();
  }
  QWidget* before = m_plot;
  for (const int step : m_steps) {
    auto* button = new QToolButton(m_plot);
    button->setObjectName(QStringLiteral("branchMarker%1").arg(step));
    button->setProperty("role", "marker");
    button->setIcon(m_theme->icon(QStringLiteral("branch")));
    button->setCursor(Qt::PointingHandCursor);
    button->installEventFilter(this);
    connect(button, &QToolButton::clicked, this, [this, step] { Q_EMIT chosen(step); });
    QWidget::setTabOrder(before, button);
    before = button;
    m_buttons << button;
  }
  // Tab reaches one of them; the arrow keys move on.
  for (auto* button : m_buttons) button->setFocusPolicy(button == m_buttons.last() ? Qt::StrongFocus : Qt::ClickFocus);
  retranslate();
}

void BranchMarkers::place(const QRect& area, int steps, const std::function<double(double)>& pixelOf) {
  if (m_buttons.isEmpty() || m_ofSteps <= 0) return;
  const auto xOf = [&](std::size_t index) { return pixelOf(static_cast<double>(m_steps[index]) * steps / m_ofSteps); };
  double nearest = kSide;
  for (std::size_t i = 1; i < m_steps.size(); ++i) nearest = std::min(nearest, xOf(i) - xOf(i - 1));
  const int width = std::clamp(static_cast<int>(nearest), kLeastSide, kSide);
  std::vector<bool> inSight;
  for (std::size_t i = 0; i < m_steps.size(); ++i) {
    const double x = xOf(i);
    inSight.push_back(x >= area.left() - 1 && x <= area.right() + 1);
    auto* button = m_buttons[static_cast<qsizetype>(i)];
    button->setIconSize(QSize(width - kIconMargin, kSide - kIconMargin));
    button->setGeometry(static_cast<int>(std::lround(x)) - width / 2, area.bottom() - kSide - 1, width, kSide);
  }
  // Only when all have their places: showing one lays the window out, and a plot that gets another size by that places
  // all of them anew before this goes on.
  for (std::size_t i = 0; i < inSight.size(); ++i) m_buttons[static_cast<qsizetype>(i)]->setVisible(inSight[i]);
}

void BranchMarkers::retranslate() {
  const QLocale locale;
  for (qsizetype i = 0; i < m_buttons.size(); ++i) {
    const auto step = locale.toString(m_steps[static_cast<std::size_t>(i)]);
    m_buttons[i]->setAccessibleName(tr("Branch after step %1 of %2").arg(step, locale.toString(m_ofSteps)));
    m_buttons[i]->setToolTip(
        tr("Branch from here: the next clip takes over the first %1 steps of this one, and only the rest is computed")
            .arg(step));
  }
}

void BranchMarkers::focus(qsizetype index) {
  if (index < 0 || index >= m_buttons.size() || !m_buttons[index]->isVisible()) return;
  for (auto* button : m_buttons) button->setFocusPolicy(Qt::ClickFocus);
  m_buttons[index]->setFocusPolicy(Qt::StrongFocus);
  m_buttons[index]->setFocus(Qt::OtherFocusReason);
}

bool BranchMarkers::eventFilter(QObject* object, QEvent* event) {
  const auto at = m_buttons.indexOf(qobject_cast<QToolButton*>(object));
  if (at < 0 || event->type() != QEvent::KeyPress) return QObject::eventFilter(object, event);
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Left:
      focus(at - 1);
      return true;
    case Qt::Key_Right:
      focus(at + 1);
      return true;
    case Qt::Key_Home:
      focus(0);
      return true;
    case Qt::Key_End:
      focus(m_buttons.size() - 1);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      m_buttons[at]->click();
      return true;
    default:
      return QObject::eventFilter(object, event);
  }
}

}  // namespace fb::ui
