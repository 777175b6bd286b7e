// SPDX-License-Identifier: MIT
// How near finished clips are to their references, the large model's clips of the same settings: measured in the
// background and kept in the history.
#pragma once

#include "runs/run_record.h"
#include "viewer/clip_metrics.h"

#include <QObject>

#include <compare>
#include <deque>
#include <optional>
#include <set>
#include <vector>

namespace fb::ui {

struct RunSummary;
class Studio;

// Whether the two may differ in nothing but their stages and their guard; cheap, and never false if they do.
bool mayBeReferenceOf(const RunSummary& reference, const RunSummary& clip);
// Whether they do.
bool isReferenceOf(const RunRecord& reference, const RunRecord& clip);

// Owned by the window; owns none of what it is given. A clip that has just finished is measured at once, older ones as
// long as nothing runs, one after the other. Only frames of the run folders count: a video is another clip. GUI thread.
class ReferencePresenter : public QObject {
  Q_OBJECT
public:
  explicit ReferencePresenter(Studio* studio, QObject* parent = nullptr);

private:
  struct Question {
    RunId clip, reference;
    // clang-tidy 14 takes the 0 of the generated comparison for a pointer.
    auto operator<=>(const Question&) const = default;  // NOLINT(modernize-use-nullptr)
  };
  void onFinished(RunId id);
  void findAll();
  bool isOpen(const Question& question) const;
  std::optional<Question> take();
  void askSoon();
  void next();
  bool ask(const Question& question);
  void onMeasured(const std::vector<FrameSimilarity>& frames);

  Studio* m_studio;
  SimilarityMeter m_meter;
  std::deque<Question> m_new, m_old;
  std::set<Question> m_asked;  // so far: frames that are gone do not come back
  RunId m_measured = 0;        // the clip that is being read or measured; 0: none
};

}  // namespace fb::ui
