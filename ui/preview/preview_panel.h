// SPDX-License-Identifier: MIT
// The clip: predicted while it is sampled, decoded afterwards, with its transport.
#pragma once

#include "flowblend/frame.h"
#include "preview/clip_clock.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace fb::ui {

class FrameView;
class ScrubBar;
class Theme;

// Owned by the window. GUI thread only. Keys while it or a child has the focus: space, J K L, comma and full stop,
// Home, End.
class PreviewPanel : public QWidget {
  Q_OBJECT
public:
  explicit PreviewPanel(const Theme* theme, QWidget* parent = nullptr);

  // A predicted clip has a frame for each latent frame; it is played so that its loop lasts `seconds`, as the clip
  // will.
  void showPreview(int step, int steps, const Clip& clip, double seconds);
  void showClip(const Clip& clip, const QString& title);
  void clear();

  const Clip& clip() const { return m_clip; }
  bool isPreview() const { return m_preview; }
  ClipClock* clock() { return &m_clock; }
  FrameView* view() const { return m_view; }
  void copyFrame();

Q_SIGNALS:
  void messageShown(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

private:
  void build();
  void retranslate();
  void refreshIcons();
  void show(const Clip& clip, double fps);
  void showFrame(int frame);
  void saveFrame();
  QToolButton* button(const char* objectName);

  const Theme* m_theme;
  Clip m_clip;
  QString m_title;
  bool m_preview = false;
  int m_step = 0;
  int m_steps = 0;
  ClipClock m_clock;

  QLabel* m_state;
  QComboBox* m_zoom;
  QToolButton* m_smooth;
  FrameView* m_view;
  QToolButton* m_play;
  QToolButton* m_back;
  QToolButton* m_forward;
  QToolButton* m_loop;
  QComboBox* m_speed;
  ScrubBar* m_scrub;
  QLabel* m_time;
};

}  // namespace fb::ui
