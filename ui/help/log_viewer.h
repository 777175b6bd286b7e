// SPDX-License-Identifier: MIT
// The dialog that shows the log and copies it for a bug report.
#pragma once

#include "help/bug_report.h"

#include <QDialog>
#include <QStringList>

#include <functional>

class QAction;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace fb::ui {

class LogBook;
class LogFilter;
class Theme;

// Owned by the window; main owns the book. Not modal: it can stay open during a run. GUI thread.
class LogViewer : public QDialog {
  Q_OBJECT
public:
  LogViewer(LogBook* book, const Theme* theme, QWidget* parent = nullptr);
  ~LogViewer() override;

  // For the report: one sentence per device, "cuda:0: NVIDIA H100, 80 GB".
  void setDevices(const QStringList& devices);
  // Asked whenever a report is made.
  void setPrompts(std::function<ReportPrompts()> prompts);
  // The keyboard is at the button that copies a report.
  void offerReport();

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  void build();
  QString report() const;
  void copyReport();
  void copySelection();
  void save();
  void refreshCount();
  void retranslate();

  LogBook* m_book;
  LogFilter* m_filter;
  QStringList m_devices;
  std::function<ReportPrompts()> m_prompts;
  QLabel* m_levelLabel;
  QComboBox* m_level;
  QLineEdit* m_search;
  QCheckBox* m_follow;
  QListView* m_list;
  QAction* m_copyLines;
  QLabel* m_count;
  QCheckBox* m_withPrompts;
  QPushButton* m_copy;
  QPushButton* m_save;
  QPushButton* m_close;
};

}  // namespace fb::ui
