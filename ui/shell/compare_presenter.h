// SPDX-License-Identifier: MIT
// Finished clips side by side, and the run to compare a clip with: the large model alone.
#pragma once

#include "export/export_dialog.h"
#include "runs/run_record.h"
#include "runs/thumbnails.h"
#include "session/newest.h"
#include "viewer/compare_canvas.h"

#include <QHash>
#include <QObject>

#include <array>
#include <vector>

class QWidget;

namespace fb {
struct Clip;
}

namespace fb::ui {

class ClipPresenter;
class CompareView;
class PairPresenter;
class RequestPresenter;
class Studio;
class Theme;

// Owned by the window; owns none of what it is given. GUI thread.
class ComparePresenter : public QObject {
  Q_OBJECT
public:
  enum Side { Left, Right };
  struct Parts {
    QWidget* window;  // the parent of the comparison
    const Theme* theme;
    Studio* studio;
    PairPresenter* pair;
    RequestPresenter* request;
    ClipPresenter* clip;
  };
  explicit ComparePresenter(const Parts& parts, QObject* parent = nullptr);

  // Opens the comparison with the clip that is watched, or the newest one, and the one before it.
  void show();
  // Opens it with the run on the right, and on the left with the clip that differs from it only in the stages, if there
  // is one: the large model's of another clip, and of the large model's the newest other one.
  void compareWith(RunId id);
  // Two to four, from A on.
  void compareMany(const std::vector<RunId>& ids);
  // Queues the same request with the large model alone. When it has finished, it is compared with the original.
  void compareWithLargeOnly();

Q_SIGNALS:
  // The comparison as one clip; its folder is not chosen.
  void exportRequested(const fb::ui::ExportSource& comparison);

private:
  void makeView();
  void bringUpView();
  void offer();  // what can be chosen for each side
  void showThumbnail(RunId id);
  std::vector<RunId> candidates() const;  // newest first
  RunId counterpart(RunId id) const;      // 0: none
  void open(int side, RunId id);
  void set(int side, const RunRecord& record, const Clip& clip);
  void askForSaving(int side, const RunRecord& record);
  void exportAll();
  void onFinished(const RunRecord& record, const Clip& clip);

  Parts m_parts;
  Thumbnails m_thumbnails;
  QHash<QString, RunId> m_wanted;           // by the thumbnail's file
  CompareView* m_view = nullptr;            // until first needed
  std::array<Newest, kMostSides> m_opened;  // by side
  struct {
    RunId largeOnly = 0, other = 0;
  } m_awaited;  // the comparison to show once its run has finished; other is 0 if it is not from a run
};

}  // namespace fb::ui
