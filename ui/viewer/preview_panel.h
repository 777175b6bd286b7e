// SPDX-License-Identifier: MIT
// The clip: predicted during sampling, decoded afterwards, with its transport.
#pragma once

#include "flowblend/frame.h"
#include "viewer/clip_clock.h"

#include <QWidget>

class QActionGroup;
class QComboBox;
class QLabel;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace fb::ui {

class FrameView;
class FullScreenView;
class PlayerActions;
class ScrubBar;
class Theme;

// Owned by the window. GUI thread only. The keys of its actions work while it or a child has the focus.
class PreviewPanel : public QWidget {
  Q_OBJECT
public:
  explicit PreviewPanel(const Theme* theme, QWidget* parent = nullptr);

  // A predicted clip has one frame per latent frame; it is played such that its loop lasts `seconds`, as the final clip
  // will.
  void showPreview(int step, int steps, const Clip& clip, double seconds);
  void showClip(const Clip& clip, const QString& title);
  void clear();
  // While another clip than the running one is shown, a button leads back to it and says what the run is doing; empty
  // words hide it.
  void offerLive(const QString& words);

  const Clip& clip() const { return m_clip; }
  bool isPreview() const { return m_preview; }
  ClipClock* clock() { return &m_clock; }
  FrameView* view() const { return m_view; }
  // Null until the clip is shown in full screen for the first time.
  FullScreenView* fullScreen() const { return m_fullScreen; }
  const PlayerActions* actions() const { return m_actions; }
  void copyFrame();
  QSize minimumSizeHint() const override;

Q_SIGNALS:
  void liveRequested();
  void messageShown(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void build();
  QComboBox* choiceOf(QActionGroup* group, const char* objectName);
  void connectActions();
  void retranslate();
  void sayState();
  void show(const Clip& clip, double fps);
  void showFrame(int frame);
  void fitTransport();
  void fitMargins();
  bool isRoomy() const;
  void saveFrame();
  void showSmooth();
  void setFullScreen(bool on);
  QMenu* makeMenu();

  const Theme* m_theme;
  Clip m_clip;
  QString m_title;
  bool m_preview = false;
  int m_step = 0;
  int m_steps = 0;
  ClipClock m_clock;
  PlayerActions* m_actions;
  FullScreenView* m_fullScreen = nullptr;

  QVBoxLayout* m_column;
  QLabel* m_state;
  QToolButton* m_live;
  FrameView* m_view;
  QComboBox* m_zoom;
  QComboBox* m_speed;
  ScrubBar* m_scrub;
  QLabel* m_time;
  QToolButton* m_loop;
};

}  // namespace fb::ui
