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

  // The last one that was not a preview.
  const Shown& shown() const { return m_shown; }
  // A clip is shown that is not a preview of a run.
  bool isWhole() const;

  // With its curve.
  void showRun(const RunRecord& record, const Clip& clip);
  void showFile(const Clip& clip, const QString& title, const std::optional<GenerationRequest>& request);
  // For a run in progress.
  void showPreview(const GenerationRequest& request, int step, const Clip& clip);
  // Replaces previews that did not lead to a clip.
  void showAgain();

  // Reads a finished run's clip and shows it, unless something else has been requested in the meantime; then calls
  // `then`.
  void openRun(RunId id, std::function<void()> then = {});
  // Call before reading something that will be shown.
  Newest::Ticket beginOpening() { return m_opened.ask(); }

Q_SIGNALS:
  void wholeChanged(bool isWhole);
  void shownChanged();

private:
  void show(Shown shown);

  Studio* m_studio;
  PreviewPanel* m_preview;
  StagePanel* m_stages;
  Shown m_shown;
  Newest m_opened;
};

}  // namespace fb::ui
