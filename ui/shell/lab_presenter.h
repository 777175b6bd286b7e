// SPDX-License-Identifier: MIT
// Finding boundaries by measuring: the lab's window, its sweeps, what they propose for the pair in use.
#pragma once

#include "lab/sweep_runner.h"
#include "session/newest.h"
#include "settings/settings.h"

#include <QObject>

class QWidget;

namespace fb::ui {

class Announcer;
class LabWindow;
class PairPresenter;
class RequestPresenter;
class StagePanel;
class Studio;
class Theme;

// Owned by the window; owns none of what it is given. GUI thread.
class LabPresenter : public QObject {
  Q_OBJECT
public:
  struct Parts {
    QWidget* window;  // the main one, parent of the lab's
    Theme* theme;
    Studio* studio;
    Settings* settings;
    PairPresenter* pair;
    RequestPresenter* request;
    StagePanel* stages;
    Announcer* announcer;
  };
  explicit LabPresenter(const Parts& parts, QObject* parent = nullptr);

public Q_SLOTS:
  void show();

Q_SIGNALS:
  // A sweep is finished.
  void measured(const QString& folder);
  // Sameness asked for, measure or floor of the pair in use.
  void choicesKept();

private:
  void connectRunner();
  void makeWindow();
  void refreshBase(const GenerationRequest& request);
  void usePair();
  void start(const SweepOrder& order);
  void keep(const LabChoices& choices);
  void suggest();
  void offerUnfinished();
  void takeOver(GenerationRequest base);
  QString pairName() const;
  QString defaultFolder(const GenerationRequest& request) const;

  Parts m_parts;
  SweepRunner* m_runner;
  LabWindow* m_lab = nullptr;
  QString m_sweepPair;  // of the sweep under way
  Newest m_suggested, m_unfinished;
};

}  // namespace fb::ui
