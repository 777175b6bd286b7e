// SPDX-License-Identifier: MIT
#include "lab/boundary_model.h"

#include "text/durations.h"

#include <algorithm>

namespace fb::ui {
namespace {

std::vector<int> sorted(const std::vector<SweepCandidate>& candidates, int SweepCandidate::*member) {
  std::vector<int> values;
  values.reserve(candidates.size());
  for (const auto& candidate : candidates) values.push_back(candidate.*member);
  std::ranges::sort(values);
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

// The mean over those of its records that are measured.
std::optional<double> meanDistance(const SweepResults& results, const SweepCandidate& candidate,
                                   SamenessMeasure measure) {
  double sum = 0;
  int count = 0;
  for (const auto& record : results.records) {
    if (record.run.candidate != candidate || record.isFloor() || !isMeasured(record, measure)) continue;
    sum += distanceOf(record, measure);
    ++count;
  }
  return count > 0 ? std::optional(sum / count) : std::nullopt;
}

}  // namespace

void BoundaryModel::setSweep(const SweepResults& results, const std::optional<SweepScores>& scores,
                             SamenessMeasure measure) {
  beginResetModel();
  m_scores = scores;
  m_measure = measure;
  m_steps = results.sweep.base.sampling.schedule.steps;
  m_candidates.clear();
  for (const auto& candidate : results.sweep.fixedBoundaries())
    if (candidate != results.sweep.largeOnly() && candidate != SweepCandidate{0, 0}) m_candidates.push_back(candidate);
  m_early = sorted(m_candidates, &SweepCandidate::early);
  m_late = sorted(m_candidates, &SweepCandidate::late);
  fill(results);
  endResetModel();
}

void BoundaryModel::fill(const SweepResults& results) {
  m_cells.assign(m_early.size() * m_late.size(), {});
  std::vector<double> values;
  for (int row = 0; row < rowCount(); ++row)
    for (int column = 0; column < columnCount(); ++column) {
      const auto at = index(row, column);
      auto& cell = m_cells[static_cast<std::size_t>(row) * m_early.size() + static_cast<std::size_t>(column)];
      const auto candidate = stepsAt(at);
      if (results.run.totalLargeOnly > 0)
        cell.cost = flopsOfRun(results.run, results.sweep.scheduleOf(candidate)) / results.run.totalLargeOnly;
      if (!candidateAt(at)) continue;
      cell.value = m_scores ? std::optional(m_scores->sameness(m_scores->of(candidate)))
                            : meanDistance(results, candidate, m_measure);
      if (cell.value) values.push_back(*cell.value);
    }
  m_low = m_scores ? 0 : 1;
  m_high = m_scores ? 1 : 0;
  if (values.empty()) return;
  // Sameness may be below 0; the scale spends no colours on what does not occur.
  const auto [least, most] = std::ranges::minmax(values);
  m_low = m_scores ? std::clamp(least, 0., .95) : std::max(most, 1e-12);
}

void BoundaryModel::setProposal(const std::optional<SweepProposal>& proposal, ProposalRule rule) {
  m_proposal = proposal;
  m_rule = rule;
  if (!m_cells.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void BoundaryModel::clear() {
  beginResetModel();
  m_early.clear();
  m_late.clear();
  m_candidates.clear();
  m_cells.clear();
  m_scores.reset();
  m_proposal.reset();
  endResetModel();
}

void BoundaryModel::retranslate() {
  if (m_cells.empty()) return;
  Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

QString BoundaryModel::number(double value) { return fb::ui::number(value, 2); }

SweepCandidate BoundaryModel::stepsAt(const QModelIndex& index) const {
  return {m_early[static_cast<std::size_t>(index.column())],
          m_late[m_late.size() - 1 - static_cast<std::size_t>(index.row())]};
}

const BoundaryModel::Cell& BoundaryModel::cellAt(const QModelIndex& index) const {
  return m_cells[static_cast<std::size_t>(index.row()) * m_early.size() + static_cast<std::size_t>(index.column())];
}

std::optional<SweepCandidate> BoundaryModel::candidateAt(const QModelIndex& index) const {
  if (!index.isValid()) return {};
  const auto candidate = stepsAt(index);
  return std::ranges::find(m_candidates, candidate) == m_candidates.end() ? std::nullopt : std::optional(candidate);
}

QModelIndex BoundaryModel::indexOf(const SweepCandidate& candidate) const {
  if (candidate.isRival()) return {};
  const auto column = std::ranges::find(m_early, candidate.early), row = std::ranges::find(m_late, candidate.late);
  if (column == m_early.end() || row == m_late.end()) return {};
  return index(static_cast<int>(m_late.end() - row) - 1, static_cast<int>(column - m_early.begin()));
}

int BoundaryModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_late.size());
}

int BoundaryModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_early.size());
}

QVariant BoundaryModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  const auto& cell = cellAt(index);
  const auto candidate = candidateAt(index);
  switch (role) {
    case Qt::DisplayRole:
      return cell.value ? number(*cell.value) : candidate ? QStringLiteral("…") : QString();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
      return description(index);
    case ShadeRole:
      return cell.value ? QVariant(std::clamp((*cell.value - m_low) / (m_high - m_low), 0., 1.)) : QVariant();
    case MarksRole:
      return candidate ? marks(*candidate) : QString();
    case ChosenRole:
      return candidate && m_proposal && candidateOf(*m_proposal, m_rule) == *candidate;
    case CostRole:
      return cell.cost;
    default:
      return {};
  }
}

QString BoundaryModel::marks(const SweepCandidate& candidate) const {
  QString symbols;
  for (const auto rule : kProposalRules)
    if (m_proposal && candidateOf(*m_proposal, rule) == candidate) symbols += ruleSymbol(rule);
  return symbols;
}

QString BoundaryModel::description(const QModelIndex& index) const {
  const auto candidate = candidateAt(index);
  const auto& cell = cellAt(index);
  if (!candidate) return tr("No candidate: the small model would have no step, or it is not in the grid");
  const auto name = candidateWords(*candidate, m_steps);
  if (!cell.value) return tr("%1: not measured yet").arg(name);
  if (!m_scores) return tr("%1: distance %2 so far").arg(name, fb::ui::number(*cell.value, 3));
  auto text = tr("%1: %2").arg(name, scoreWords(m_scores->of(*candidate), *m_scores));
  for (const auto rule : kProposalRules)
    if (m_proposal && candidateOf(*m_proposal, rule) == *candidate)
      text += QLatin1Char('\n') + tr("%1: %2").arg(ruleLabel(rule), ruleReason(rule));
  return text;
}

QVariant BoundaryModel::headerData(int section, Qt::Orientation orientation, int role) const {
  const bool isEarly = orientation == Qt::Horizontal;
  const auto& stages = isEarly ? m_early : m_late;
  if (section < 0 || section >= std::ssize(stages) || m_steps == 0) return {};
  const auto place = static_cast<std::size_t>(section);
  const auto share =
      percent(static_cast<double>(isEarly ? stages[place] : stages[stages.size() - 1 - place]) / m_steps);
  switch (role) {
    case Qt::DisplayRole:
      return share;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
      return isEarly ? tr("Large until %1").arg(share) : tr("Large again for the last %1").arg(share);
    case Qt::TextAlignmentRole:
      return Qt::AlignCenter;
    default:
      return {};
  }
}

Qt::ItemFlags BoundaryModel::flags(const QModelIndex& index) const {
  return candidateAt(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

}  // namespace fb::ui
