// SPDX-License-Identifier: MIT
// The finished runs, newest first, and the search in them.
#pragma once

#include "runs/run_store.h"

#include <QAbstractListModel>
#include <QSet>
#include <QSortFilterProxyModel>

#include <optional>
#include <vector>

namespace fb::ui {

// Holds summaries; a run's request and curve are read from the store when needed. Made by the window. GUI thread only.
class HistoryModel : public QAbstractListModel {
  Q_OBJECT
public:
  enum Role {
    IdRole = Qt::UserRole + 1,  // RunId
    TitleRole,                  // QString, the prompt if the run has no name
    PromptRole,                 // QString
    KindRole,                   // int of RunKind
    CreatedRole,                // QDateTime
    EndedRole,                  // QDateTime
    SizeRole,                   // QSize, pixels
    FramesRole,                 // int
    FpsRole,                    // double
    SeedRole,                   // quint64
    StepsRole,                  // int
    SecondsRole,                // double, spent on the run
    ThumbnailFileRole,          // QString, PNG of frames side by side; empty: none
    ThumbnailFramesRole,        // int
    RunFolderRole,              // QString
    StarRole,                   // bool; can be set
    TagsRole,                   // QStringList; can be set
    PairRole,                   // QString, its name
    WordsRole,                  // QString, what tells it from other clips of the same prompt
    ReferenceRole,              // QString, a sentence: it is a reference, or how near it is to its own; empty: neither
    VideoRole,                  // QString, the file that it was saved as by itself; empty: none
  };

  explicit HistoryModel(RunStore* store, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  // TitleRole and Qt::EditRole rename, StarRole stars, TagsRole tags; all of it is saved.
  bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
  QHash<int, QByteArray> roleNames() const override;
  Qt::ItemFlags flags(const QModelIndex& index) const override;
  // The runs that were saved as videos can be dragged into other programs, as these files.
  QStringList mimeTypes() const override;
  QMimeData* mimeData(const QModelIndexList& indexes) const override;
  Qt::DropActions supportedDragActions() const override { return Qt::CopyAction; }
  // What is dragged comes from here, in whichever window of this program.
  static bool isDragged(const QMimeData& data);

  // Reads everything from the store in the background; loaded() or loadFailed() follows, unless it has all been read.
  void load();
  // True for runs of a file that could not be opened: until load(), nothing about them can be changed.
  bool isReadOnly(RunId id) const { return m_readOnly.contains(id); }
  // All finished runs are listed.
  bool isWhole() const { return m_isWhole; }
  // Puts a run that has just finished on top; it has already been saved.
  void add(const RunRecord& record);
  void setThumbnail(RunId id, const QString& file, int frames);
  void rename(RunId id, const QString& title);
  void setStarred(RunId id, bool starred);
  void setTags(RunId id, const QStringList& tags);
  // It was saved as this file by itself.
  void setVideo(RunId id, const QString& file, const QString& state);
  void setSsimToReference(RunId id, double ssim);
  // Forgets the runs. Their folders stay: the caller moves them to the trash.
  void remove(const std::vector<RunId>& ids);

  int row(RunId id) const;  // -1: not in the history
  // Those that any run has, sorted.
  QStringList tags() const;
  QStringList pairs() const;
  const RunSummary& summary(int row) const { return m_runs[static_cast<std::size_t>(row)]; }
  // With request and curve.
  std::optional<RunRecord> record(RunId id) const;

Q_SIGNALS:
  void loaded();
  void loadFailed();

private:
  static QString wordsOf(const RunSummary& run);
  static QString referenceSentence(const RunSummary& run);
  void append(std::vector<RunSummary> runs);
  void view(const std::vector<RunSummary>& runs);
  template <class Change>
  void change(RunId id, const QList<int>& roles, Change change);
  template <class Change>
  void relabel(RunId id, const QList<int>& roles, Change change);

  RunStore* m_store;
  std::vector<RunSummary> m_runs;
  QSet<RunId> m_early;  // listed before everything was read; the store may return them again
  QSet<RunId> m_readOnly;
  bool m_isLoading = false;
  bool m_isWhole = false;
};

// What a run must have to be shown. Empty and absent: anything.
struct HistoryCriteria {
  QString pair;
  std::optional<SchedulePreset> schedule;
  QString tag;

  bool operator==(const HistoryCriteria&) const = default;
};

// The runs that contain every word of a search in prompt, title or tags, ignoring case.
class HistoryFilter : public QSortFilterProxyModel {
  Q_OBJECT
public:
  explicit HistoryFilter(HistoryModel* history, QObject* parent = nullptr);

  void setSearch(const QString& text);
  void setStarredOnly(bool starredOnly);
  void setCriteria(const HistoryCriteria& criteria);
  const HistoryCriteria& criteria() const { return m_criteria; }
  // Excludes runs whose deletion can still be undone.
  void setHidden(std::vector<RunId> ids);

protected:
  bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
  HistoryModel* m_history;
  QStringList m_words;
  bool m_starredOnly = false;
  HistoryCriteria m_criteria;
  std::vector<RunId> m_hidden;
};

}  // namespace fb::ui
