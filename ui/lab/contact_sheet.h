// SPDX-License-Identifier: MIT
// The clips of a candidate, the large and the small model side by side, playing in step.
#pragma once

#include "flowblend/sweep.h"
#include "session/newest.h"

#include <QString>
#include <QTimer>
#include <QWidget>

#include <array>
#include <filesystem>

class QComboBox;
class QLabel;
class QToolButton;

namespace fb::ui {

class ClipClock;
class EngineHost;
class FrameView;
class ScrubBar;
class Theme;

// Owned by the results page. GUI thread.
class ContactSheet : public QWidget {
  Q_OBJECT
public:
  ContactSheet(const Theme* theme, EngineHost* host, QWidget* parent = nullptr);

  // The clips of the first seed, in the sweep's folder.
  void setSweep(const QString& folder, const Sweep& sweep);
  // caption: what is known of the candidate.
  void show(const SweepCandidate& candidate, const QString& caption);
  void clear();

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Picture {
    FrameView* view;
    QLabel* caption;
    SweepCandidate candidate;
    std::filesystem::path source;  // of the clip
    Clip clip;
    bool isUndecoded = false;  // its run has no clip yet, though it is finished
  };
  static constexpr std::size_t kCandidate = 1;           // between the large model's and the small one's
  using Folders = std::array<std::filesystem::path, 3>;  // empty: what is shown stays
  struct Found {
    Result<Clip> clip;
    bool isUndecoded = false;
  };
  using Clips = std::array<Found, 3>;
  void load();
  void take(const Folders& folders, const Clips& clips);
  void sayWhatIsMissing();
  void showFrame();
  void retranslate();

  const Theme* m_theme;
  EngineHost* m_host;
  QLabel* m_promptLabel;
  QComboBox* m_prompts;
  ClipClock* m_clock;
  QToolButton* m_play;
  ScrubBar* m_scrub;
  std::array<Picture, 3> m_pictures{};
  QString m_folder;
  Sweep m_sweep;
  QString m_caption;
  QTimer m_soon;  // collects changes while a mark is dragged
  Newest m_loaded;
};

}  // namespace fb::ui
