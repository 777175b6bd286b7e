// SPDX-License-Identifier: MIT
// Where checkpoints are added, recognised and combined into pairs.
#pragma once

#include "flowblend/request.h"
#include "pairs/component_scan.h"

#include <QDialog>
#include <QStringList>

#include <filesystem>
#include <optional>
#include <set>
#include <vector>

class QLabel;
class QListView;
class QPushButton;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace fb::ui {

class ComponentCard;
class DropHint;
class EngineHost;
class FoldedFiles;
class PairBuilder;
class PairListModel;
struct PairEntry;
class PairShelf;
class Theme;
class WatchedFolders;
class WhereToGet;

// Owned by the window; not modal. GUI thread; all file reading happens on the host's threads.
class ModelsPage : public QDialog {
  Q_OBJECT
public:
  // Neither is owned; both must outlive the page.
  ModelsPage(const Theme* theme, EngineHost* host, PairShelf* shelf, QWidget* parent = nullptr);

  // The folder for pairs that are built here.
  void setPairsFolder(const QString& folder) { m_folder = folder.toStdString(); }

  // Remembered from the last session; they are searched now, and whenever the page is shown.
  void setModelFolders(const QStringList& folders);

public Q_SLOTS:
  // Marks the pair in use.
  void setPairInUse(const fb::PairSpec& pair);
  // Files and folders to inspect; pair documents among them are added to the list of pairs.
  void addPaths(const QStringList& paths);

Q_SIGNALS:
  void pairChosen(const fb::PairSpec& pair);
  void modelFoldersChanged(const QStringList& folders);

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  QWidget* buildPairList();
  QWidget* buildComponents();
  QWidget* buildContent();
  void retranslate();
  void refresh();
  void browseFiles();
  void browseFolder();
  void browseWatched();
  ComponentCard* addCard(const std::filesystem::path& path);
  ComponentCard* cardOf(const std::filesystem::path& path) const;
  void removeCard(ComponentCard* card);
  void showFindings(const std::filesystem::path& asked, const std::vector<Finding>& findings);
  void showWatched();
  void refreshFolded();
  void arrangeCards();
  void askForRoom();
  void remember(const PairSpec& pair, const std::filesystem::path& document);
  void showRefused(const QString& document, const Error& error);
  void buildPair(const PairSpec& pair);
  void forgetSelected();
  void chooseSelected();
  void selectSomething();
  static QString detailsOf(const PairEntry& entry);
  int selectedRow() const;

  const Theme* m_theme;
  EngineHost* m_host;
  PairShelf* m_shelf;
  PairListModel* m_pairs;  // the shelf's
  std::filesystem::path m_folder;
  WatchedFolders* m_watched;
  std::vector<ComponentCard*> m_cards;  // in the order in which they were found
  std::set<std::filesystem::path> m_cardsOfWatched;
  std::vector<Finding> m_folded;  // of folders that were added, not watched
  std::optional<PairSpec> m_inUse;
  std::optional<Error> m_engineError;
  bool m_dragging = false;

  QLabel* m_pairsHeading;
  QListView* m_list;
  QLabel* m_parts;
  QPushButton* m_use;
  QPushButton* m_forget;
  QLabel* m_addHeading;
  QPushButton* m_addFiles;
  QPushButton* m_addFolder;
  QScrollArea* m_scroll;
  DropHint* m_empty;
  QVBoxLayout* m_cardLayout;
  FoldedFiles* m_loras;
  FoldedFiles* m_useless;
  QLabel* m_buildHeading;
  PairBuilder* m_builder;
  QToolButton* m_where;
  WhereToGet* m_whereToGet;
};

}  // namespace fb::ui
