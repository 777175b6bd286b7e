// SPDX-License-Identifier: MIT
// Where the boundaries should be: a page that measures, one that shows what was found, and the progress of a sweep
// below both.
#pragma once

#include "lab/results_page.h"
#include "lab/sweep_form.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace fb::ui {

class EngineHost;
class MessageLabel;
class SweepRunner;
class Theme;

// Owned by the main window. GUI thread. Receives values through setters; what it wants goes out as signals.
class LabWindow : public QWidget {
  Q_OBJECT
public:
  LabWindow(const Theme* theme, EngineHost* host, SweepRunner* runner, QWidget* parent = nullptr);

  // The main window's pair and settings, and where they are measured unless the user chooses another folder.
  void setBase(const GenerationRequest& base, const QString& defaultFolder);
  // Of that pair.
  void setChoices(const LabChoices& choices);
  void setHandles(const StageSchedule& handles) { m_results->setHandles(handles); }
  SweepForm* form() const { return m_form; }
  ResultsPage* results() const { return m_results; }

public Q_SLOTS:
  // Continues the sweep in this folder as soon as it is known what is left of it; no other one is started.
  void continueWhenPlanned(const QString& folder);

Q_SIGNALS:
  void startRequested(const fb::ui::SweepOrder& order);
  void pauseRequested();
  void choicesChanged(const fb::ui::LabChoices& choices);
  void boundariesChosen(double early, double late, bool merges);

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void start();
  void onRunnerChanged();
  void onEnded();
  void showRunBar();
  void retranslate();
  QString progressWords() const;

  SweepRunner* m_runner;
  LabChoices m_choices;
  bool m_isActive = false;
  QString m_continued;          // the folder of the sweep to continue once it is planned; empty: none
  QString m_planned;            // the words of the last plan; empty: none since a sweep began or ended
  bool m_showsResults = false;  // once they are read
  SweepForm* m_form;
  ResultsPage* m_results;
  QTabWidget* m_pages;
  MessageLabel* m_message;
  QLabel* m_state;
  QProgressBar* m_bar;
  QPushButton* m_start;
};

}  // namespace fb::ui
