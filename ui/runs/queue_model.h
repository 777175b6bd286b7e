// SPDX-License-Identifier: MIT
// The unfinished runs, in the order in which they will run.
#pragma once

#include "runs/run_record.h"

#include <QAbstractListModel>
#include <QImage>

#include <optional>
#include <vector>

namespace fb::ui {

// Made by the window; the QueueRunner changes states and progress, views change the order. GUI thread only.
class QueueModel : public QAbstractListModel {
  Q_OBJECT
public:
  enum Role {
    IdRole = Qt::UserRole + 1,  // RunId
    TitleRole,                  // QString
    PromptRole,                 // QString
    KindRole,                   // int of RunKind
    StateRole,                  // int of RunState
    PhaseRole,                  // int of fb::Phase, of the running run; otherwise invalid
    StepRole,                   // int, steps done
    StepsRole,                  // int
    ModelRole,                  // int of fb::Model, of the running step; invalid if a guard decides, or none runs
    SecondsLeftRole,            // double, for the running run's phase, once known; otherwise invalid
    EstimateRole,               // double, seconds that the whole run should take, once known; otherwise invalid
    ProgressRole,               // double, 0..1
    ThumbnailRole,              // QImage of the newest preview; null until then
    ProblemRole,                // QString, why it failed
    RecordRole,                 // RunRecord
  };

  explicit QueueModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QHash<int, QByteArray> roleNames() const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
  QStringList mimeTypes() const override;
  QMimeData* mimeData(const QModelIndexList& indexes) const override;
  bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                       const QModelIndex& parent) const override;
  bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                    const QModelIndex& parent) override;
  bool moveRows(const QModelIndex& from, int first, int count, const QModelIndex& to, int before) override;

  void reset(std::vector<RunRecord> records);
  void add(const RunRecord& record);
  void insert(int row, const RunRecord& record);
  bool remove(RunId id);
  // To the position of `row` as it was before the move; rowCount() moves it to the end.
  bool move(RunId id, int row);

  int row(RunId id) const;  // -1: not in the queue
  QModelIndex indexOf(RunId id) const;
  const RunRecord* find(RunId id) const;  // valid until the next change of the model
  const RunRecord& at(int row) const { return m_entries[static_cast<std::size_t>(row)].record; }
  std::vector<RunId> order() const;
  std::optional<RunId> firstWaiting(std::optional<RunId> except = {}) const;
  int count(RunState state) const;

  void setRecord(const RunRecord& record);
  void setPhase(RunId id, Phase phase);
  // False if it is not in the queue.
  bool addStep(RunId id, const StepReport& report);
  void setProgress(RunId id, Phase phase, double done);
  void setPreview(RunId id, const Clip& clip);
  // A preview of an earlier session; without effect once there is a newer one.
  void setKeptPreview(RunId id, const QImage& image);
  void setEstimate(RunId id, double seconds);

  // Seconds until the running and all waiting runs are finished, if known for all of them.
  std::optional<double> secondsLeft() const;

Q_SIGNALS:
  // After a move, an insertion or a removal.
  void orderChanged();

private:
  struct Entry {
    RunRecord record;
    std::optional<Phase> phase;
    std::optional<Model> model;
    std::optional<double> secondsLeft;
    std::optional<double> estimate;
    double phaseDone = 0;  // of decoding, 0..1
    QImage preview;
  };
  Entry* entry(RunId id);
  void changed(RunId id, const QList<int>& roles);
  static double progress(const Entry& entry);
  std::optional<double> secondsLeft(const Entry& entry) const;

  std::vector<Entry> m_entries;
};

}  // namespace fb::ui
