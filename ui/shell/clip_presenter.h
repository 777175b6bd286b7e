// SPDX-License-Identifier: MIT
// The clip in the middle of the window, and where it comes from.
#pragma once

#include "flowblend/frame.h"
#include "flowblend/request.h"
#include "runs/run_record.h"
#include "session/newest.h"

#include <QObject>
#include <QString>

#include <functional>
#include <optional>

namespace fb::ui {

class PreviewPanel;
class StagePanel;
class Studio;

// Owned by the window; owns none of what it is given. GUI thread.
class ClipPresenter : public QObject {
  Q_OBJECT
public:
  struct Shown {
    Clip clip;
    QString title;
    std::optional<GenerationRequest> request;  // from which it was made, if known
    RunId run = 0;                             // 0: not from a run
  };

  ClipPresenter(Studio* studio, PreviewPanel* preview, StagePanel* stages, QObject* parent = nullptr);

  // The run that is watched, in progress or finished; 0: none, but a file or nothing.
  RunId watched() const { return m_watched; }
  // From now on, shows the run: the newest of its previews, those to come, and its clip.
  void watch(RunId run);
  // The run in progress and what it is doing, which is offered while another clip is watched; absent: no run.
  struct Live {
    RunId run = 0;
    QString words;
  };
  void setLive(const std::optional<Live>& live);

  // The last one that was not a preview.
  const Shown& shown() const { return m_shown; }
  // A clip is shown that is not a preview of a run.
  bool isWhole() const;

  // With its curve.
  void showRun(const RunRecord& record, const Clip& clip);
  void showFile(const Clip& clip, const QString& title, const std::optional<GenerationRequest>& request);
  // Of a run in progress; seen only if it is watched.
  void showPreview(RunId run, const GenerationRequest& request, int step, const Clip& clip);
  // Replaces previews that did not lead to a clip.
  void showAgain();

  // Reads a finished run's clip and shows it, unless something else has been requested in the meantime; then calls
  // `then`.
  void openRun(RunId id, std::function<void()> then = {});
  // At the start: the clip that was watched last, if it can still be read and nothing else has been requested since.
  void reopen(RunId id);
  // The clip shown is that of reopen(): nobody has asked for it since the start.
  bool isReopened() const { return m_isReopened; }
  // Call before reading something that will be shown.
  Newest::Ticket beginOpening() {
    m_isInUse = true;
    return m_opened.ask();
  }

Q_SIGNALS:
  void wholeChanged(bool isWhole);
  void shownChanged();
  void reopened(fb::ui::RunId run);

private:
  struct Preview {
    RunId run = 0;
    int step = 0;
    int steps = 0;
    Clip clip;
    double seconds = 0;
  };
  void show(Shown shown);
  void present(const Preview& preview);
  void offerLive();

  Studio* m_studio;
  PreviewPanel* m_preview;
  StagePanel* m_stages;
  Shown m_shown;
  RunId m_watched = 0;
  std::optional<Live> m_live;
  std::optional<Preview> m_newest;  // of the run in progress
  Newest m_opened;
  bool m_isInUse = false;  // something has been requested
  bool m_isReopened = false;
};

}  // namespace fb::ui
