// SPDX-License-Identifier: MIT
// A sweep as a table: a column for each early stage, a row for each late one, the longest on top.
#pragma once

#include "lab/sweep_words.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace fb::ui {

// Owned by the results page. GUI thread. Cells show the sameness of their candidate; until a prompt is finished, which
// takes the floor, they show the distance that has been measured.
class BoundaryModel : public QAbstractTableModel {
  Q_OBJECT
public:
  enum Role {
    ShadeRole = Qt::UserRole,  // 0..1, for the colour; absent: nothing is measured
    MarksRole,                 // the symbols of the rules that propose it
    ChosenRole,                // whether the rule in use proposes it
    CostRole                   // of a whole run, as a share of the large model's; also of cells without a candidate
  };
  using QAbstractTableModel::QAbstractTableModel;

  // scores, proposal: absent as long as no prompt is finished.
  void setSweep(const SweepResults& results, const std::optional<SweepScores>& scores, SamenessMeasure measure);
  void setProposal(const std::optional<SweepProposal>& proposal, ProposalRule rule);
  void clear();
  // In the current language.
  void retranslate();

  int steps() const { return m_steps; }
  // Steps, ascending from left to right and from bottom to top.
  const std::vector<int>& early() const { return m_early; }
  const std::vector<int>& late() const { return m_late; }
  std::optional<SweepCandidate> candidateAt(const QModelIndex& index) const;
  QModelIndex indexOf(const SweepCandidate& candidate) const;  // invalid: not in the table
  // What the ends of the colour scale mean, as text.
  QString lowText() const { return number(m_low); }
  QString highText() const { return number(m_high); }
  bool isScored() const { return m_scores.has_value(); }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
  struct Cell {
    std::optional<double> value;  // sameness or distance
    double cost = 1;
  };
  static QString number(double value);
  SweepCandidate stepsAt(const QModelIndex& index) const;
  const Cell& cellAt(const QModelIndex& index) const;
  QString description(const QModelIndex& index) const;
  QString marks(const SweepCandidate& candidate) const;
  void fill(const SweepResults& results);

  int m_steps = 0;
  std::vector<int> m_early, m_late;
  std::vector<SweepCandidate> m_candidates;
  std::vector<Cell> m_cells;  // by row
  std::optional<SweepScores> m_scores;
  std::optional<SweepProposal> m_proposal;
  ProposalRule m_rule = ProposalRule::Cheapest;
  SamenessMeasure m_measure = SamenessMeasure::Ssim;
  double m_low = 0, m_high = 1;
};

}  // namespace fb::ui
