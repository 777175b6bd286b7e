// SPDX-License-Identifier: MIT
// The watched folders with what is in them and how much room there is, each with a button that stops watching it.
#pragma once

#include "pairs/watched_folders.h"

#include <QFrame>

#include <vector>

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace fb::ui {

class Theme;

// Owned by the models page. GUI thread.
class WatchedView : public QFrame {
  Q_OBJECT
public:
  WatchedView(const Theme* theme, WatchedFolders* folders, QWidget* parent = nullptr);

Q_SIGNALS:
  // The user wants to choose another folder.
  void addRequested();

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Row {
    QString folder;
    QWidget* widget;
    QLabel* path;
    QLabel* state;
    QToolButton* remove;
  };
  void fill();
  void refresh();
  void describe(const Row& row) const;

  const Theme* m_theme;
  WatchedFolders* m_folders;
  std::vector<Row> m_rows;
  QLabel* m_heading;
  QPushButton* m_add;
  QVBoxLayout* m_layout;
};

}  // namespace fb::ui
