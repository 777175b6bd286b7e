// SPDX-License-Identifier: MIT
#include "runs/run_delegate.h"

#include "theme/theme.h"
#include "widgets/elided_label.h"

#include <QHelpEvent>
#include <QListView>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QToolTip>
#include <QWidget>

#include <algorithm>

namespace fb::ui {
namespace {

constexpr int kMargin = 8, kGap = 4, kBar = 4;
constexpr int kTileLetters = 19;  // a tile is at least as wide as this many letters
constexpr int kTileLines = 2;     // of words

// The line of words is a size smaller than the title.
QFont wordsFont(const QFont& font) {
  QFont small(font);
  small.setPointSizeF(font.pointSizeF() * .9);
  return small;
}

int wordsHeight(const QStyleOptionViewItem& option) { return QFontMetrics(wordsFont(option.font)).height(); }

int cardHeight(const QStyleOptionViewItem& option) {
  return 2 * kMargin + option.fontMetrics.height() + kGap + wordsHeight(option) + 2 * kGap + kBar;
}

int starSide(const QStyleOptionViewItem& option) { return option.fontMetrics.height() + 2 * kGap; }

}  // namespace

RunDelegate::RunDelegate(const Theme* theme, Describe describe, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_describe(std::move(describe)) {}

void RunDelegate::layOut(QListView* view, bool tiles) {
  m_tiles = tiles;
  view->setFlow(tiles ? QListView::LeftToRight : QListView::TopToBottom);
  view->setWrapping(tiles);
  QSize grid;
  if (tiles) {
    // The bar's space is reserved even if it is not shown: its appearance must not change the columns.
    const int width = view->width() - 2 * view->frameWidth() - view->verticalScrollBar()->sizeHint().width() - 2;
    const auto metrics = view->fontMetrics();
    const int columns = std::max(1, width / (kTileLetters * metrics.averageCharWidth() + 2 * kMargin));
    const int side = std::max(1, width / columns);
    QStyleOptionViewItem option;
    option.font = view->font();
    option.fontMetrics = metrics;
    const int text = metrics.height() + kTileLines * wordsHeight(option) + 2 * kGap;
    grid = {side, (side - 2 * kMargin) * 3 / 4 + text + 2 * kMargin};
  }
  if (grid != view->gridSize()) view->setGridSize(grid);
}

QRect RunDelegate::starRect(const QListView* view, const QModelIndex& index) const {
  QStyleOptionViewItem option;
  option.font = view->font();
  option.fontMetrics = view->fontMetrics();
  option.rect = view->visualRect(index);
  RunCard card;
  card.starred = false;
  return places(option, card).star;
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  if (m_tiles)
    if (const auto* view = qobject_cast<const QListView*>(option.widget)) return view->gridSize();
  return {200, cardHeight(option) + kGap};
}

bool RunDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                            const QModelIndex& index) {
  if (event->type() != QEvent::ToolTip || !index.isValid())
    return QStyledItemDelegate::helpEvent(event, view, option, index);
  const auto shown = m_describe(index);
  QStringList lines{shown.title.toHtmlEscaped(), shown.words.toHtmlEscaped(), shown.remark.toHtmlEscaped()};
  if (const auto more = index.data(Qt::ToolTipRole).toString(); more != shown.title && more != shown.words)
    lines << more.toHtmlEscaped();
  lines.removeAll(QString());
  // As rich text it breaks lines.
  QToolTip::showText(event->globalPos(), QStringLiteral("<qt>%1</qt>").arg(lines.join(QStringLiteral("<br>"))), view);
  return true;
}

RunDelegate::Places RunDelegate::places(const QStyleOptionViewItem& option, const RunCard& card) const {
  return m_tiles ? tilePlaces(option) : cardPlaces(option, card);
}

RunDelegate::Places RunDelegate::cardPlaces(const QStyleOptionViewItem& option, const RunCard& card) {
  Places at;
  at.card = option.rect.adjusted(1, kGap / 2, -1, -kGap / 2);
  const int side = at.card.height() - 2 * kMargin;
  at.image = {at.card.left() + kMargin, at.card.top() + kMargin, side, side};
  auto text = at.card.adjusted(2 * kMargin + side + kGap, kMargin, -kMargin - kGap, -kMargin);
  at.bar = {text.left(), text.bottom() + 1 - kBar, text.width(), kBar};
  // Without a bar, the two lines are vertically centred.
  if (!card.progress) text.translate(0, (kBar + 2 * kGap) / 2);
  if (card.starred) {
    const int star = starSide(option);
    at.star = {text.right() + kGap - star + 1, at.card.center().y() - star / 2, star, star};
    text.setRight(at.star.left() - kGap);
  }
  at.title = {text.left(), text.top(), text.width(), option.fontMetrics.height()};
  at.words = {text.left(), at.title.bottom() + 1 + kGap, text.width(), wordsHeight(option)};
  return at;
}

RunDelegate::Places RunDelegate::tilePlaces(const QStyleOptionViewItem& option) {
  Places at;
  at.card = option.rect.adjusted(2, 2, -2, -2);
  const auto inner = at.card.adjusted(kMargin - 2, kMargin - 2, 2 - kMargin, 2 - kMargin);
  const int title = option.fontMetrics.height(), words = kTileLines * wordsHeight(option);
  at.image = inner.adjusted(0, 0, 0, -(title + words + 2 * kGap));
  at.title = {inner.left(), at.image.bottom() + 1 + kGap, inner.width(), title};
  at.words = {inner.left(), at.title.bottom() + 1 + kGap / 2, inner.width(), words};
  at.bar = {inner.left(), at.image.bottom() + 1 - kBar, inner.width(), kBar};
  const int star = starSide(option);
  at.star = {at.image.right() + 1 - star - kGap, at.image.top() + kGap, star, star};
  return at;
}

void RunDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                       const QModelIndex& index) const {
  const auto at = places(option, m_describe(index));
  const int height = editor->sizeHint().height();
  editor->setGeometry(at.title.left(), at.title.center().y() - height / 2, at.title.width(), height);
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto& colors = m_theme->colors();
  const auto shown = m_describe(index);
  const auto at = places(option, shown);
  painter->save();
  painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
  const bool selected = option.state & QStyle::State_Selected;
  painter->setPen(selected ? QPen(colors.focus, 1.5) : QPen(colors.field));
  painter->setBrush(colors.field);
  painter->drawRoundedRect(QRectF(at.card).adjusted(.75, .75, -.75, -.75), 6, 6);
  paintImage(*painter, at.image, shown.image);

  painter->setFont(option.font);
  painter->setPen(colors.text);
  painter->drawText(at.title, Qt::AlignLeading | Qt::AlignVCenter,
                    option.fontMetrics.elidedText(shown.title.simplified(), Qt::ElideRight, at.title.width()));
  painter->setPen(shown.bad ? colors.error : colors.textMuted);
  paintWords(*painter, option, at.words, shown.words);
  if (shown.progress) {
    const QRectF bar(at.bar);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.border);
    painter->drawRoundedRect(bar, kBar / 2., kBar / 2.);
    painter->setBrush(colors.focus);
    painter->drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * *shown.progress, kBar), kBar / 2., kBar / 2.);
  }
  if (shown.starred) paintStar(*painter, option, at.star, *shown.starred);
  painter->restore();
}

void RunDelegate::paintWords(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place,
                             const QString& words) const {
  const auto font = wordsFont(option.font);
  const QFontMetrics metrics(font);
  QStringList lines{words};
  if (m_tiles) {
    // At the last dot for which the first line still fits.
    const QString dot = QStringLiteral(" · ");
    for (auto cut = words.lastIndexOf(dot); cut > 0 && metrics.horizontalAdvance(lines.first()) > place.width();
         cut = words.lastIndexOf(dot, cut - 1))
      lines = {words.left(cut), words.mid(cut + dot.size())};
  }
  painter.setFont(font);
  QRect line(place.left(), place.top(), place.width(), metrics.height());
  for (const auto& text : lines) {
    painter.drawText(line, Qt::AlignLeading | Qt::AlignVCenter, fittingParts(text, metrics, line.width()));
    line.translate(0, line.height());
  }
}

void RunDelegate::paintStar(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place,
                            bool starred) const {
  // An empty star is an offer: it is shown where the mouse or the keyboard focus is.
  if (!starred && !(option.state & (QStyle::State_MouseOver | QStyle::State_Selected))) return;
  if (m_tiles) {
    auto ground = m_theme->colors().stage;
    ground.setAlpha(190);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(place);
  }
  const auto icon = starred ? m_theme->icon(QStringLiteral("star-filled"), &ThemeColors::warning)
                            : m_theme->icon(QStringLiteral("star"), &ThemeColors::textMuted);
  icon.paint(&painter, place.adjusted(kGap, kGap, -kGap, -kGap));
}

void RunDelegate::paintImage(QPainter& painter, const QRect& place, const QImage& image) const {
  painter.save();
  QPainterPath rounded;
  rounded.addRoundedRect(place, 4, 4);
  painter.setClipPath(rounded);
  painter.fillRect(place, m_theme->colors().stage);
  if (image.isNull()) {
    const int side = std::min(place.width(), place.height()) / 3;
    QRect film(0, 0, side, side);
    film.moveCenter(place.center());
    m_theme->icon(QStringLiteral("film"), &ThemeColors::textMuted).paint(&painter, film);
  } else {
    QRect target(QPoint(), image.size().scaled(place.size(), Qt::KeepAspectRatio));
    target.moveCenter(place.center());
    painter.drawImage(target, image);
  }
  painter.restore();
}

}  // namespace fb::ui
