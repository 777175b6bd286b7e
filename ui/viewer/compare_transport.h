// SPDX-License-Identifier: MIT
// Play, step, scrub and loop of a clock.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace fb::ui {

class ClipClock;
class ScrubBar;
class Theme;

// Owned by the compare view, as is the clock. GUI thread.
class CompareTransport : public QWidget {
  Q_OBJECT
public:
  CompareTransport(const Theme* theme, ClipClock* clock, QWidget* parent = nullptr);

  // After the clock was given another clip.
  void refreshClip();

protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  void retranslate();
  void showFrame();
  QToolButton* addButton(const char* objectName, const char* icon);

  const Theme* m_theme;
  ClipClock* m_clock;
  QToolButton* m_back;
  QToolButton* m_play;
  QToolButton* m_forward;
  ScrubBar* m_scrub;
  QLabel* m_time;
  QToolButton* m_loop;
};

}  // namespace fb::ui
