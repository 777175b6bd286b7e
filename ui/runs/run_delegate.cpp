// SPDX-License-Identifier: MIT
#include "runs/run_delegate.h"

#include "theme/theme.h"

#include <QPainter>
#include <QWidget>

namespace fb::ui {
namespace {

constexpr int kMargin = 8, kGap = 4;

int cardHeight(const QFontMetrics& metrics) { return 2 * metrics.height() + 6 + 2 * kMargin + 6 + kGap; }

}  // namespace

RunDelegate::RunDelegate(const Theme* theme, Describe describe, QObject* parent)
    : QStyledItemDelegate(parent), m_theme(theme), m_describe(std::move(describe)) {}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
  return {200, cardHeight(option.fontMetrics) + kGap};
}

QRect RunDelegate::textRect(const QStyleOptionViewItem& option) const {
  const auto card = option.rect.adjusted(kGap, kGap / 2, -kGap, -kGap / 2);
  const int picture = card.height() - 2 * kMargin;
  return card.adjusted(kMargin + picture + kMargin, kMargin, -kMargin, -kMargin);
}

void RunDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option, const QModelIndex&) const {
  auto rect = textRect(option);
  rect.setHeight(editor->sizeHint().height());
  editor->setGeometry(rect);
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  const auto& colors = m_theme->colors();
  const auto shown = m_describe(index);
  const auto card = option.rect.adjusted(kGap, kGap / 2, -kGap, -kGap / 2);
  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  const bool selected = option.state & QStyle::State_Selected;
  painter->setPen(selected ? QPen(colors.accent, 2) : QPen(colors.border));
  painter->setBrush(colors.field);
  painter->drawRoundedRect(QRectF(card).adjusted(.5, .5, -.5, -.5), 6, 6);

  const int side = card.height() - 2 * kMargin;
  const QRect picture(card.left() + kMargin, card.top() + kMargin, side, side);
  painter->setPen(Qt::NoPen);
  painter->setBrush(colors.stage);
  painter->drawRect(picture);
  if (!shown.picture.isNull()) {
    const auto size = shown.picture.size().scaled(picture.size(), Qt::KeepAspectRatio);
    QRect target(QPoint(), size);
    target.moveCenter(picture.center());
    painter->drawImage(target, shown.picture);
  }

  auto text = textRect(option);
  const int line = option.fontMetrics.height();
  painter->setFont(option.font);
  painter->setPen(colors.text);
  painter->drawText(QRect(text.left(), text.top(), text.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                    option.fontMetrics.elidedText(shown.title, Qt::ElideRight, text.width()));
  painter->setPen(shown.bad ? colors.error : colors.textMuted);
  painter->drawText(QRect(text.left(), text.top() + line + 3, text.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                    option.fontMetrics.elidedText(shown.words, Qt::ElideRight, text.width()));
  if (shown.progress) {
    const QRectF bar(text.left(), text.bottom() - 4, text.width(), 4);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.border);
    painter->drawRoundedRect(bar, 2, 2);
    painter->setBrush(colors.accent);
    painter->drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * *shown.progress, 4), 2, 2);
  }
  painter->restore();
}

}  // namespace fb::ui
