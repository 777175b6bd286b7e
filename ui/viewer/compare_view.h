// SPDX-License-Identifier: MIT
// Two to four results compared: their frames, what they cost, how similar they are, and how their settings differ.
#pragma once

#include "flowblend/request.h"
#include "runs/run_record.h"
#include "viewer/clip_clock.h"
#include "viewer/clip_metrics.h"
#include "viewer/compare_canvas.h"
#include "viewer/comparison_sheet.h"

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
class QGridLayout;
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
  QString words = {};                        // what tells it from others of that title
  double seconds = 0;                        // that its run took; 0: unknown
};

struct CompareCandidate {
  RunId id = 0;
  QString title;
  QString words = {};  // what tells it from others of that title
};

// Owned by the window. GUI thread. Sides 0 to 3 are A to D; A and B are always there. All of them show the same frame
// at A's rate, until the shortest has ended, in A's size. They are measured against A if they have its size. Keys while
// it or a child has the focus: space, J K L, comma and full stop; F shows the clips in turn, H the next one while it is
// held.
class CompareView : public QWidget {
  Q_OBJECT
public:
  static constexpr int kSsimDecimals = 3;

  explicit CompareView(const Theme* theme, QWidget* parent = nullptr);
  ~CompareView() override;

  // An empty clip clears the side; C and D are shown from their first clip on.
  void setClip(int side, const CompareClip& clip);
  const CompareClip& clip(int side) const { return m_sides[static_cast<std::size_t>(side)]; }
  // How many sides can be chosen, 2 to 4; those beyond are cleared.
  void setSides(int count);
  int sides() const { return m_count; }
  // The share of the FLOPs of the large model alone that the clip of this side saved; once it is known. Ignored if the
  // side has another clip by then.
  void setSaving(int side, RunId id, double saving);
  // The entries of the pickers; the owner answers pickRequested() with setClip().
  void setCandidates(const QList<CompareCandidate>& candidates);
  // Shown beside the candidate, once it is known.
  void setThumbnail(RunId id, const QImage& image);
  void swapSides();

  void setMode(CompareMode mode);
  // In the flicker, the side after the one that is shown; otherwise starts it.
  void flick();
  CompareCanvas* canvas() const { return m_canvas; }
  ClipClock* clock() { return &m_clock; }
  // The clips that are shown, with their labels; empty without an A or a B.
  std::vector<ComparisonPart> parts() const;

Q_SIGNALS:
  void pickRequested(int side, fb::ui::RunId id);
  // Requests the run of A's request with the large model on all steps.
  void largeOnlyRequested();
  // The comparison as a clip: parts().
  void exportRequested();

protected:
  bool eventFilter(QObject* object, QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  void buildPickers(QBoxLayout* layout);
  void addPicker(QGridLayout* grid, int side);
  void buildTools(QBoxLayout* layout);
  void buildModes(QBoxLayout* row);
  void buildFindings(QBoxLayout* layout);
  void connectControls();
  void connectKeys();
  void retranslate();
  void retranslateTools();
  void refresh();
  void refreshPickers();
  void refreshFacts();
  void refreshDifferences();
  void refreshCurves();
  void refreshTools();
  void arrange();
  void measureNext();
  void showFrame(int frame);
  void hold();
  void letGo();
  QList<int> shownSides() const;  // that have a clip
  int next() const;               // the side that the flicker shows next
  bool isComparable() const { return shownSides().size() > 1 && hasClip(0) && hasClip(1); }
  bool hasClip(int side) const { return !clip(side).clip.frames.empty(); }
  bool isMeasurable(int side) const;  // it has A's size
  int commonFrames() const;
  QStringList factsOf(int side) const;
  QString labelOf(int side) const;
  QString sentence() const;  // why nothing is compared
  QString remark() const;    // remarks about what is compared
  QString nameOf(int side) const;

  const Theme* m_theme;
  std::array<CompareClip, kMostSides> m_sides;
  std::array<std::optional<double>, kMostSides> m_saving;
  int m_count = 2;
  QList<CompareCandidate> m_candidates;
  QHash<RunId, QIcon> m_thumbnails;
  ClipClock m_clock;
  SimilarityMeter m_meter;
  std::array<std::vector<FrameSimilarity>, kMostSides> m_similarity;  // to A
  int m_measured = 0;                                                 // the side that is being measured; 0: none
  bool m_isHeld = false;                                              // the key of hold()
  int m_heldFrom = 0;                                                 // what it showed before

  std::array<QLabel*, kMostSides> m_letters;
  std::array<QComboBox*, kMostSides> m_pickers;
  std::array<QLabel*, kMostSides> m_facts;
  QToolButton* m_swap;
  QToolButton* m_add;
  QToolButton* m_remove;
  QWidget* m_tools;
  QBoxLayout* m_toolsLayout;
  QBoxLayout* m_modesLayout;
  QBoxLayout* m_othersLayout;
  QButtonGroup* m_modes;
  QComboBox* m_gain;
  QPushButton* m_next;
  QLabel* m_zoomLabel;
  QComboBox* m_zoom;
  QPushButton* m_export;
  QPushButton* m_largeOnly;
  QPushButton* m_offer;  // the same while there is nothing to compare A with
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
