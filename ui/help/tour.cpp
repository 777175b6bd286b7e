// SPDX-License-Identifier: MIT
#include "help/tour.h"

#include "theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace fb::ui {
namespace {

constexpr int kGap = 10;      // between the place and the card
constexpr int kOutline = 3;   // width of the frame
constexpr int kLetters = 44;  // in a line of the card

// A frame that the mouse passes through.
class Outline : public QWidget {
public:
  Outline(const Theme* theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
  }

protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme->colors().accent, kOutline));
    painter.setBrush(Qt::NoBrush);
    const double half = kOutline / 2.;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), 6, 6);
  }

private:
  const Theme* m_theme;
};

}  // namespace

Tour::Tour(const Theme* theme, QWidget* window)
    : QFrame(window),
      m_theme(theme),
      m_outline(new Outline(theme, window)),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_count(new QLabel(this)),
      m_skip(new QPushButton(this)),
      m_back(new QPushButton(this)),
      m_next(new QPushButton(this)) {
  setObjectName(QStringLiteral("tour"));
  setProperty("role", "card");
  setAutoFillBackground(true);
  m_title->setObjectName(QStringLiteral("tourTitle"));
  m_title->setProperty("role", "heading");
  m_text->setObjectName(QStringLiteral("tourText"));
  m_count->setProperty("role", "muted");
  for (auto* label : {m_title, m_text}) {
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
  }
  m_skip->setObjectName(QStringLiteral("tourSkip"));
  m_back->setObjectName(QStringLiteral("tourBack"));
  m_next->setObjectName(QStringLiteral("tourNext"));
  m_next->setProperty("role", "primary");
  // Return presses them as well: outside dialogs, buttons know the space bar only.
  for (auto* button : {m_skip, m_back, m_next}) button->setAutoDefault(true);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(8);
  buttons->addWidget(m_skip);
  buttons->addWidget(m_count);
  buttons->addStretch(1);
  buttons->addWidget(m_back);
  buttons->addWidget(m_next);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(14, 12, 14, 12);
  layout->setSpacing(8);
  layout->addWidget(m_title);
  layout->addWidget(m_text);
  layout->addLayout(buttons);
  connect(m_skip, &QPushButton::clicked, this, &Tour::skip);
  connect(m_back, &QPushButton::clicked, this, &Tour::back);
  connect(m_next, &QPushButton::clicked, this, &Tour::next);
  connect(theme, &Theme::changed, m_outline, qOverload<>(&QWidget::update));
  hide();
}

void Tour::start(std::vector<TourStop> stops) {
  std::erase_if(stops, [](const TourStop& stop) { return !stop.place; });
  if (stops.empty()) return;
  if (!isUnderWay()) {
    m_focusBefore = window()->focusWidget();
    parentWidget()->installEventFilter(this);
  }
  m_stops = std::move(stops);
  showStop(0);
}

void Tour::showStop(std::size_t stop) {
  m_at = stop;
  if (auto* place = m_stops[stop].place.data()) place->installEventFilter(this);
  retranslate();
  m_outline->raise();
  show();
  raise();
  m_next->setFocus(Qt::OtherFocusReason);
  // The focus stays where it is from stop to stop: screen readers would say nothing.
  QAccessibleEvent alert(this, QAccessible::Alert);
  QAccessible::updateAccessibility(&alert);
}

void Tour::next() {
  if (m_at + 1 < m_stops.size())
    showStop(m_at + 1);
  else
    skip();
}

void Tour::back() {
  if (m_at > 0) showStop(m_at - 1);
}

void Tour::skip() {
  if (!isUnderWay()) return;
  parentWidget()->removeEventFilter(this);
  for (const auto& stop : m_stops)
    if (stop.place) stop.place->removeEventFilter(this);
  m_stops.clear();
  m_outline->hide();
  const bool hadFocus = isAncestorOf(QApplication::focusWidget());
  hide();
  if (hadFocus && m_focusBefore) m_focusBefore->setFocus(Qt::OtherFocusReason);
  Q_EMIT ended();
}

void Tour::retranslate() {
  m_skip->setText(tr("Skip"));
  m_skip->setToolTip(tr("Help › Tour shows it again"));
  m_back->setText(tr("Back"));
  if (!isUnderWay()) return;
  const auto& stop = m_stops[m_at];
  const bool isLast = m_at + 1 == m_stops.size();
  m_title->setText(stop.title());
  m_text->setText(stop.text());
  m_count->setText(tr("%1 of %2").arg(m_at + 1).arg(m_stops.size()));
  m_next->setText(isLast ? tr("Done") : tr("Next"));
  m_skip->setVisible(!isLast);
  m_back->setVisible(m_at > 0);
  const auto words = QStringLiteral("%1. %2").arg(stop.title(), stop.text());
  setAccessibleName(words);
  m_next->setAccessibleDescription(words);
  arrange();
}

// Next to the place where there is most room, or over it if there is none.
void Tour::arrange() {
  if (!isUnderWay() || !m_stops[m_at].place) return;
  const auto* place = m_stops[m_at].place.data();
  auto* window = parentWidget();
  const QRect all = window->rect();
  // A panel that floats is a window of its own.
  const bool isHere = place->window() == window->window();
  const QRect framed = isHere ? QRect(place->mapTo(window, QPoint()), place->size()) : all;
  m_outline->setVisible(isHere);
  m_outline->setGeometry(framed.adjusted(-kOutline, -kOutline, kOutline, kOutline).intersected(all));
  setFixedWidth(std::min(kLetters * fontMetrics().averageCharWidth() + 28, all.width() - 2 * kGap));
  setFixedHeight(std::min(layout()->totalHeightForWidth(width()), all.height() - 2 * kGap));
  const std::array sides = {std::pair(all.right() - framed.right() - width(),
                                      QPoint(framed.right() + kGap, framed.center().y() - height() / 2)),
                            std::pair(framed.left() - all.left() - width(),
                                      QPoint(framed.left() - kGap - width(), framed.center().y() - height() / 2)),
                            std::pair(framed.top() - all.top() - height(),
                                      QPoint(framed.center().x() - width() / 2, framed.top() - kGap - height())),
                            std::pair(all.bottom() - framed.bottom() - height(),
                                      QPoint(framed.center().x() - width() / 2, framed.bottom() + kGap))};
  const auto roomiest = std::ranges::max_element(sides, {}, [](const auto& side) { return side.first; });
  auto at = roomiest->first >= 2 * kGap ? roomiest->second : framed.center() - rect().center();
  at.setX(std::clamp(at.x(), kGap, std::max(kGap, all.width() - kGap - width())));
  at.setY(std::clamp(at.y(), kGap, std::max(kGap, all.height() - kGap - height())));
  move(at);
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show) arrange();
  return QFrame::eventFilter(watched, event);
}

void Tour::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) retranslate();
}

void Tour::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return skip();
  QFrame::keyPressEvent(event);
}

}  // namespace fb::ui
