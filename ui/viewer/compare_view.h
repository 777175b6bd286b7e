// SPDX-License-Identifier: MIT
// Two results compared: their frames, how similar they are, and how their settings differ.
#pragma once

#include "flowblend/request.h"
#include "runs/run_record.h"
#include "viewer/clip_clock.h"
#include "viewer/clip_metrics.h"
#include "viewer/compare_canvas.h"

#include <QHash>
#include <QIcon>
#include <QList>
#include <QString>
#include <QWidget>

#include <array>
#include <optional>

class QBoxLayout;
class QButtonGroup;
class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;
class QTreeWidget;

namespace fb::ui {

class CompareTransport;
class SimilarityCurve;
class Theme;

struct CompareClip {
  RunId id = 0;  // 0: not from a run, for example an opened file
  QString title;
  Clip clip;
  std::optional<GenerationRequest> request;  // if known
};

struct CompareCandidate {
  RunId id = 0;
  QString title;
  QString words = {};  // what tells it from others of that title
};

// Owned by the window. GUI thread. Side 0 is A, side 1 is B. Keys while it or a child has the focus: space, J K L,
// comma and full stop.
class CompareView : public QWidget {
  Q_OBJECT
public:
  explicit CompareView(const Theme* theme, QWidget* parent = nullptr);

  void setClips(const CompareClip& a, const CompareClip& b);
  // An empty clip clears the side.
  void setClip(int side, const CompareClip& clip);
  const CompareClip& clip(int side) const { return m_sides[static_cast<std::size_t>(side)]; }
  // The entries of the pickers; the owner answers pickRequested() with setClip().
  void setCandidates(const QList<CompareCandidate>& candidates);
  // Shown beside the candidate, once it is known.
  void setThumbnail(RunId id, const QImage& image);
  void swapSides();

  void setMode(CompareMode mode);
  CompareCanvas* canvas() const { return m_canvas; }
  ClipClock* clock() { return &m_clock; }

Q_SIGNALS:
  void pickRequested(int side, fb::ui::RunId id);
  // Requests the run of A's request with the large model on all steps.
  void largeOnlyRequested();

protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  void buildPickers(QBoxLayout* layout);
  void buildModes(QBoxLayout* layout);
  void buildFindings(QBoxLayout* layout);
  void connectControls();
  void retranslate();
  void refresh();
  void refreshPickers();
  void refreshFindings();
  void refreshCurves();
  void showFrame(int frame);
  bool areComparable() const;
  int commonFrames() const;
  QString sentence() const;  // why nothing is compared
  QString remark() const;    // remarks about what is compared
  QString nameOf(int side) const;

  const Theme* m_theme;
  std::array<CompareClip, 2> m_sides;
  QList<CompareCandidate> m_candidates;
  QHash<RunId, QIcon> m_thumbnails;
  ClipClock m_clock;
  SimilarityMeter m_meter;
  std::vector<FrameSimilarity> m_similarity;

  std::array<QLabel*, 2> m_letters;
  std::array<QComboBox*, 2> m_pickers;
  QToolButton* m_swap;
  QButtonGroup* m_modes;
  QComboBox* m_gain;
  QPushButton* m_largeOnly;
  CompareCanvas* m_canvas;
  CompareTransport* m_transport;
  QLabel* m_remark;
  QWidget* m_findings;
  QBoxLayout* m_findingsLayout;
  QBoxLayout* m_headingLayout;
  SimilarityCurve* m_ssim;
  SimilarityCurve* m_psnr;
  QLabel* m_differencesHeading;
  QTreeWidget* m_differences;
};

}  // namespace fb::ui
