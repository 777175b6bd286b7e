// SPDX-License-Identifier: MIT
// What a sweep has found: map, front, the proposal for the sameness asked for, and the clips.
#pragma once

#include "flowblend/events.h"
#include "flowblend/sweep_report.h"
#include "lab/sweep_words.h"
#include "session/metatypes.h"
#include "session/newest.h"
#include "settings/settings.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QDoubleSpinBox;

namespace fb::ui {

class BoundaryModel;
class ContactSheet;
class EngineHost;
class FrontPlot;
class HeatMap;
class MessageLabel;
class ScaleBar;
class Theme;

// Owned by the lab's window. GUI thread. Results are read and scored on the host's threads.
class ResultsPage : public QWidget {
  Q_OBJECT
public:
  ResultsPage(const Theme* theme, EngineHost* host, QWidget* parent = nullptr);
  ~ResultsPage() override;  // a report being written is given up

  // The folder, the sameness asked for, measure, floor and rule. Reads the folder.
  void setChoices(const LabChoices& choices);
  // More has been measured there.
  void readSoon();
  // Of the next request.
  void setHandles(const std::optional<StageSchedule>& handles);
  bool hasResults() const { return m_results.has_value(); }
  const std::optional<SweepScores>& scores() const { return m_scores; }
  // For the sameness asked for and the rule in use; absent until a prompt is finished.
  std::optional<SweepCandidate> proposed() const;
  // Writes the report, as a PDF if the name says so; asks before an existing file is replaced.
  void saveReport(const QString& file);

Q_SIGNALS:
  void choicesChanged(const fb::ui::LabChoices& choices);
  // A candidate was selected or accepted. merges: with others that follow it at once.
  void boundariesChosen(double early, double late, bool merges);
  void loaded(bool hasResults);
  void reportSaved(const QString& file);
  void failed(const fb::Error& error);

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void arrange();
  void connectControls();
  void read();
  void take(const Result<SweepResults>& results, const Result<SweepScores>& scores);
  // follows: the proposal becomes what is selected.
  void propose(bool follows);
  void choose(const SweepCandidate& candidate, bool merges);
  void showSelected();
  void showHandles();
  void showControls();
  void say();
  void askWhereToSave();
  void writeReport(const QString& file, bool replaces);
  void keep();
  void retranslate();
  SamenessMeasure wantedMeasure() const;
  SamenessMeasure measure() const;  // the wanted one if it was measured
  bool isOffered(SamenessMeasure by) const;
  void offerMeasures();
  std::optional<SamenessFloor> floor() const;
  QString captionOf(const SweepCandidate& candidate) const;

  const Theme* m_theme;
  EngineHost* m_host;
  LabChoices m_choices;
  std::optional<SweepResults> m_results;
  std::optional<SweepScores> m_scores;
  std::optional<SweepProposal> m_proposal;
  std::optional<SweepCandidate> m_selected;
  std::optional<StageSchedule> m_handles;
  QTimer m_soon;
  Newest m_read;
  std::shared_ptr<RunControl> m_report;  // of the report being written

  BoundaryModel* m_model;
  QLabel* m_empty;
  QWidget* m_content;
  HeatMap* m_map;
  QLabel* m_mapTitle;
  QLabel* m_legend;
  ScaleBar* m_scale;
  FrontPlot* m_front;
  QLabel* m_dialLabel;
  QSlider* m_dial;
  QDoubleSpinBox* m_asked;
  QLabel* m_ruleLabel;
  QComboBox* m_rule;
  QLabel* m_measureLabel;
  QComboBox* m_measure;
  QLabel* m_floorLabel;
  QComboBox* m_floor;
  QLabel* m_sentence;
  QLabel* m_reason;
  QPushButton* m_use;
  QPushButton* m_save;
  MessageLabel* m_message;
  ContactSheet* m_sheet;
};

}  // namespace fb::ui
