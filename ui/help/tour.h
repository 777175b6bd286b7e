// SPDX-License-Identifier: MIT
// A few places of the window, one after the other, each framed and explained on a card.
#pragma once

#include <QFrame>
#include <QPointer>
#include <QString>

#include <cstddef>
#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace fb::ui {

class Theme;

// One stop of a tour. The texts are asked for again when the language changes.
struct TourStop {
  QPointer<QWidget> place;  // in the same window
  std::function<QString()> title, text;
};

// A card above the window's other widgets, which stay usable. Esc skips the tour; the keyboard's focus begins on the
// card and goes back to where it was. Child of the window; GUI thread.
class Tour : public QFrame {
  Q_OBJECT
public:
  Tour(const Theme* theme, QWidget* window);

  // From the first stop. Starts again if it is under way.
  void start(std::vector<TourStop> stops);
  bool isUnderWay() const { return !m_stops.empty(); }
  int stop() const { return static_cast<int>(m_at); }

public Q_SLOTS:
  void next();  // after the last one, it ends
  void back();
  void skip();

Q_SIGNALS:
  // Seen to its end or skipped.
  void ended();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

private:
  void showStop(std::size_t stop);
  void retranslate();
  void arrange();

  const Theme* m_theme;
  std::vector<TourStop> m_stops;
  std::size_t m_at = 0;
  QPointer<QWidget> m_focusBefore;
  QWidget* m_outline;  // around the place
  QLabel* m_title;
  QLabel* m_text;
  QLabel* m_count;
  QPushButton* m_skip;
  QPushButton* m_back;
  QPushButton* m_next;
};

}  // namespace fb::ui
