// SPDX-License-Identifier: MIT
// The finished clips as a list or as a grid: search, filters, stars, tags, playback under the mouse, deletion with
// undo.
#pragma once

#include "runs/run_record.h"
#include "runs/thumbnails.h"

#include <QPersistentModelIndex>
#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QPushButton;
class QToolButton;

namespace fb::ui {

class HistoryFilter;
class HistoryModel;
class RunDelegate;
class Theme;
struct BranchOffer;
struct HistoryCriteria;
struct RunCard;

// Owned by the window. GUI thread only. A deletion can be undone for a few seconds: deleteRequested() comes only after
// that.
class HistoryPanel : public QWidget {
  Q_OBJECT
public:
  HistoryPanel(const Theme* theme, HistoryModel* history, QWidget* parent = nullptr);
  ~HistoryPanel() override;

  void focusSearch();
  // Makes it the current one, if the list has it.
  void select(RunId id);
  // Tiles with large images instead of a list; the caller saves the choice.
  void setGrid(bool grid);
  bool isGrid() const;
  // The answer to branchesWanted().
  void offerBranches(RunId id, const BranchOffer& offer);
  // The button that takes deleted clips back, as long as there is one; otherwise empty.
  QString offeredUndo() const;
  // The same as pressing it.
  void undoDeletion();

Q_SIGNALS:
  void undoOffered();
  void undoEnded();
  void loadRequested(fb::ui::RunId id);  // its settings and its clip
  void openRequested(fb::ui::RunId id);  // only its clip
  void exportRequested(fb::ui::RunId id);
  void compareRequested(fb::ui::RunId id);
  // The video that it was saved as by itself: played in the desktop's program for it, or shown in its folder.
  void playVideoRequested(fb::ui::RunId id);
  void showVideoRequested(fb::ui::RunId id);
  // The same of those that have one, for the clipboard.
  void copyVideosRequested(const std::vector<fb::ui::RunId>& ids);
  // Two to four, the oldest first.
  void compareManyRequested(const std::vector<fb::ui::RunId>& ids);
  void exportManyRequested(const std::vector<fb::ui::RunId>& ids);
  void rerunRequested(fb::ui::RunId id);  // its settings, to be run with other boundaries
  void branchesWanted(fb::ui::RunId id);  // its menu is open: offerBranches() says what it can offer
  void branchRequested(fb::ui::RunId id, int step);
  void deleteRequested(const std::vector<fb::ui::RunId>& ids);
  void gridChanged(bool grid);

protected:
  bool eventFilter(QObject* object, QEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void build();
  void connectList();
  QToolButton* button(const char* objectName);
  void retranslate();
  void refresh();
  RunCard describe(const QModelIndex& index);
  void hover(const QModelIndex& index);
  bool clickOnStar(const QPoint& position);
  void toggleStar(const QModelIndex& index);
  void starSelected();
  void showMenu(const QPoint& position);
  void fillOneMenu(QMenu& menu, const QModelIndex& index);
  void fillManyMenu(QMenu& menu, const QModelIndexList& rows);
  void addVideo(QMenu& menu, const QModelIndex& index);
  void copySelected();
  void addTags(QMenu& menu, const QModelIndexList& rows);
  void askForTag();
  void tag(const std::vector<RunId>& ids, const QString& tag, bool on);
  void fillFilters();
  void addChoices(const QString& title, const QString& all, const QStringList& names, const QString& chosen,
                  const std::function<void(const QString&)>& choose);
  void filter(const HistoryCriteria& criteria);
  void addBranches(QMenu& menu, RunId id, bool isClip);
  RunId current() const;
  QModelIndexList selectedRows() const;  // in the order of the list
  std::vector<RunId> selected() const;
  void deleteSelected();
  void commitDeletion();

  const Theme* m_theme;
  HistoryModel* m_history;
  HistoryFilter* m_filter;
  Thumbnails m_thumbnails;
  QLineEdit* m_search;
  QToolButton* m_filterButton;
  QMenu* m_filters;
  QToolButton* m_starredOnly;
  QToolButton* m_grid;
  QListView* m_list;
  RunDelegate* m_delegate;
  QLabel* m_empty;
  QWidget* m_undoBar;
  QLabel* m_undoText;
  QPushButton* m_undo;
  QPointer<QMenu> m_branches;  // of the open menu
  RunId m_branchesOf = 0;
  QTimer* m_deleteTimer = new QTimer(this);
  std::vector<RunId> m_deleted;
  QTimer m_play;
  QPersistentModelIndex m_hovered;
  int m_frame = 0;
};

}  // namespace fb::ui
