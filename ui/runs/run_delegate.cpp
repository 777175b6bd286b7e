// SPDX-License-Identifier: MIT
#include "runs/run_delegate.h"

#include "theme/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QWidget>

namespace fb::ui {
namespace {

constexpr int kMargin = 8, kGap = 4, kBar = 4;

// The line of words is a size smaller than the title.
QFont wordsFont(const QFont& font) {
  QFont small(font);
  small.setPointSizeF(font.pointSizeF() * .9);
  return small;
}

int cardHeight(const QStyleOptionViewItem& option) {
  const int title = option.fontMetrics.height(), words = QFontMetrics(wordsFont(option.font)).height();
  return 2 * kMargin + title + kGap + words + 2 * kGap + kBar;
}

QRect cardRect(const QStyleOptionViewItem& option) { return option.rect.adjusted(1, kGap / 2, -1, -kGap / 2); }

}  // namespace

RunDelegate::RunDelegate(const Theme* theme, Describe describe, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_describe(std::move(describe)) {}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {200, cardHeight(option) + kGap};
}

QRect RunDelegate::textRect(const QStyleOptionViewItem& option) const {
  const auto card = cardRect(option);
  const int picture = card.height() - 2 * kMargin;
  return card.adjusted(2 * kMargin + picture + kGap, kMargin, -kMargin - kGap, -kMargin);
}

void RunDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const {
  auto rect = textRect(option);
  rect.setHeight(editor->sizeHint().height());
  editor->setGeometry(rect);
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto& colors = m_theme->colors();
  const auto shown = m_describe(index);
  const auto card = cardRect(option);
  painter->save();
  painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
  const bool selected = option.state & QStyle::State_Selected;
  painter->setPen(selected ? QPen(colors.focus, 1.5) : QPen(colors.field));
  painter->setBrush(colors.field);
  painter->drawRoundedRect(QRectF(card).adjusted(.75, .75, -.75, -.75), 6, 6);
  const int side = card.height() - 2 * kMargin;
  paintPicture(*painter, {card.left() + kMargin, card.top() + kMargin, side, side}, shown.picture);

  auto text = textRect(option);
  // Without a bar the two lines stand in the middle.
  if (!shown.progress) text.translate(0, (kBar + 2 * kGap) / 2);
  painter->setFont(option.font);
  painter->setPen(colors.text);
  const QRect title(text.left(), text.top(), text.width(), option.fontMetrics.height());
  painter->drawText(title, Qt::AlignLeading | Qt::AlignVCenter,
                    option.fontMetrics.elidedText(shown.title.simplified(), Qt::ElideRight, title.width()));
  const auto font = wordsFont(option.font);
  const QFontMetrics metrics(font);
  const QRect words(text.left(), title.bottom() + 1 + kGap, text.width(), metrics.height());
  painter->setFont(font);
  painter->setPen(shown.bad ? colors.error : colors.textMuted);
  painter->drawText(words, Qt::AlignLeading | Qt::AlignVCenter,
                    metrics.elidedText(shown.words, Qt::ElideRight, words.width()));
  if (shown.progress) {
    const QRectF bar(text.left(), text.bottom() + 1 - kBar, text.width(), kBar);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.border);
    painter->drawRoundedRect(bar, kBar / 2., kBar / 2.);
    painter->setBrush(colors.accent);
    painter->drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * *shown.progress, kBar), kBar / 2., kBar / 2.);
  }
  painter->restore();
}

void RunDelegate::paintPicture(QPainter& painter, const QRect& place, const QImage& picture) const {
  painter.save();
  QPainterPath rounded;
  rounded.addRoundedRect(place, 4, 4);
  painter.setClipPath(rounded);
  painter.fillRect(place, m_theme->colors().stage);
  if (picture.isNull()) {
    const int inset = place.width() / 3;
    m_theme->icon(QStringLiteral("film"), &ThemeColors::textMuted)
        .paint(&painter, place.adjusted(inset, inset, -inset, -inset));
  } else {
    QRect target(QPoint(), picture.size().scaled(place.size(), Qt::KeepAspectRatio));
    target.moveCenter(place.center());
    painter.drawImage(target, picture);
  }
  painter.restore();
}

}  // namespace fb::ui
