// SPDX-License-Identifier: MIT
// The windows besides the main one, each made when first needed.
#pragma once

#include "help/bug_report.h"
#include "session/newest.h"

#include <QObject>

class QWidget;

namespace fb::ui {

class Actions;
class HelpWindow;
class Language;
class LogBook;
class LogViewer;
class ModelsPage;
class PairPresenter;
class PairShelf;
class Settings;
class SettingsDialog;
class Studio;
class Theme;

// Owned by the window; owns none of what it is given. GUI thread.
class SecondaryWindows : public QObject {
  Q_OBJECT
public:
  struct Parts {
    QWidget* window;  // the main one, their parent
    const Actions* actions;
    Theme* theme;
    Language* language;
    Settings* settings;
    LogBook* log;
    Studio* studio;
    PairShelf* shelf;
    PairPresenter* pair;
  };
  explicit SecondaryWindows(const Parts& parts, QObject* parent = nullptr);

public Q_SLOTS:
  void showSettings();
  void showModels();
  void showHelp();
  void showLog();
  // The log, at the button that copies a report.
  void showReport();
  void showAbout();

private:
  void measureSpace();
  ReportPrompts prompts() const;

  Parts m_parts;
  Newest m_space;
  SettingsDialog* m_settings = nullptr;
  ModelsPage* m_models = nullptr;
  HelpWindow* m_help = nullptr;
  LogViewer* m_log = nullptr;
};

}  // namespace fb::ui
