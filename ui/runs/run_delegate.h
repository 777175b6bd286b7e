// SPDX-License-Identifier: MIT
// Paints a run as a card in a list or as a tile in a grid: image, title, a line of words, a bar, a star.
#pragma once

#include <QImage>
#include <QStyledItemDelegate>

#include <functional>
#include <optional>

class QListView;

namespace fb::ui {

class Theme;

struct RunCard {
  QImage image;
  QString title;
  QString words;
  QString remark;                  // only in the tool tip
  bool bad = false;                // the words report a failure
  std::optional<double> progress;  // 0..1
  std::optional<bool> starred;     // absent: it cannot have a star
};

// Owned by a panel, which provides what a row shows.
class RunDelegate : public QStyledItemDelegate {
  Q_OBJECT
public:
  using Describe = std::function<RunCard(const QModelIndex&)>;
  RunDelegate(const Theme* theme, Describe describe, QObject* parent);

  // Cards below each other, or tiles with a large image in as many columns as fit. The view's layout follows.
  void layOut(QListView* view, bool tiles);
  // The area in which a click toggles the star.
  QRect starRect(const QListView* view, const QModelIndex& index) const;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  // Shows in full what the card had to shorten.
  bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                 const QModelIndex& index) override;
  void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const override;

private:
  struct Places {
    QRect card, image, title, words, bar, star;
  };
  Places places(const QStyleOptionViewItem& option, const RunCard& card) const;
  static Places cardPlaces(const QStyleOptionViewItem& option, const RunCard& card);
  static Places tilePlaces(const QStyleOptionViewItem& option);
  void paintWords(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place,
                  const QString& words) const;
  void paintImage(QPainter& painter, const QRect& place, const QImage& image) const;
  void paintStar(QPainter& painter, const QStyleOptionViewItem& option, const QRect& place, bool starred) const;

  const Theme* m_theme;
  Describe m_describe;
  bool m_tiles = false;
};

}  // namespace fb::ui
