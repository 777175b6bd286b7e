// SPDX-License-Identifier: MIT
// Only the clip on the whole screen, with its transport shown while the mouse moves.
#pragma once

#include <QTimer>
#include <QVideoSink>
#include <QWidget>

class QImage;
class QLabel;

namespace fb::ui {

class ClipClock;
class PlayerActions;
class ScrubBar;
class Theme;

// Made and owned by the preview panel when first needed, so that loading Qt Multimedia does not slow down the start.
// Frames come from the panel's clock one by one and pass through a video sink, so the display is exact to the frame. It
// is a view painted from the sink, not a QVideoWidget, whose native window cannot show sharp pixels or be painted over.
// GUI thread.
class FullScreenView : public QWidget {
  Q_OBJECT
public:
  FullScreenView(const Theme* theme, const PlayerActions* actions, ClipClock* clock, QWidget* parent);

  // Fills the screen that `near` is on.
  void showOn(const QWidget* near);
  // A null image shows nothing.
  void present(const QImage& image);
  void setSmooth(bool smooth);
  const QVideoSink* sink() const { return &m_sink; }
  // Where the frame is painted: as large as possible.
  QRect frameRect() const;

Q_SIGNALS:
  void closed();

protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void build(const PlayerActions* actions);
  void placeBar();
  void showBar();
  void hideBar();
  void retranslate();

  const Theme* m_theme;
  ClipClock* m_clock;
  QVideoSink m_sink;
  bool m_smooth = false;
  QWidget* m_bar;
  ScrubBar* m_scrub;
  QLabel* m_time;
  QTimer m_idle;
};

}  // namespace fb::ui
