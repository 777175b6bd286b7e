// SPDX-License-Identifier: MIT
// Paints a run as a card: picture, title, a line of words, a bar.
#pragma once

#include <QImage>
#include <QStyledItemDelegate>

#include <functional>
#include <optional>

namespace fb::ui {

class Theme;

struct RunCard {
  QImage picture;
  QString title;
  QString words;
  bool bad = false;                // the words tell of a failure
  std::optional<double> progress;  // 0..1
};

// Owned by a panel, which says what a row shows.
class RunDelegate : public QStyledItemDelegate {
  Q_OBJECT
public:
  using Describe = std::function<RunCard(const QModelIndex&)>;
  RunDelegate(const Theme* theme, Describe describe, QObject* parent);

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const override;

private:
  void paintPicture(QPainter& painter, const QRect& place, const QImage& picture) const;
  QRect textRect(const QStyleOptionViewItem& option) const;

  const Theme* m_theme;
  Describe m_describe;
};

}  // namespace fb::ui
