// SPDX-License-Identifier: MIT
// What Generate would run: the panels' values for the pair in use, what the engine says about them, and what is loaded
// back into the panels from earlier runs, clips and the last session.
#pragma once

#include "flowblend/memory_plan.h"
#include "flowblend/request.h"
#include "session/newest.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

#include <filesystem>
#include <optional>

class QUndoStack;

namespace fb::ui {

class Announcer;
class PairPresenter;
class PromptPanel;
class Settings;
class StagePanel;
class StatusLine;
class Studio;

// Owned by the window; owns none of what it is given. GUI thread.
class RequestPresenter : public QObject {
  Q_OBJECT
public:
  struct Parts {
    Studio* studio;
    Settings* settings;
    PairPresenter* pair;
    PromptPanel* prompt;
    StagePanel* stages;
    StatusLine* status;
    QUndoStack* undo;
    Announcer* announcer;
  };
  explicit RequestPresenter(const Parts& parts, QObject* parent = nullptr);

  GenerationRequest request() const;
  // The run whose first steps the next one takes over.
  struct Branch {
    std::filesystem::path folder;
    int step = 0;
  };
  const std::optional<Branch>& branch() const { return m_branch; }
  // The same for a run that starts now: with a new seed unless it is locked. Its prompt is remembered.
  GenerationRequest requestToRun();
  // Among the prompts that can be taken up again.
  void rememberPrompt(const GenerationRequest& request);
  // Loads the settings of an earlier run or a clip into the panels, and the branch if it is one. The seed is locked,
  // since it reproduces exactly that clip, unless it was a random one of the panel's.
  void takeOver(const GenerationRequest& request, bool seedIsFixed = true);
  // Adds the files that are LoRAs to the request, for the model that each fits; says so of the others.
  void addLoras(const QStringList& files);
  // Asks the engine about the request again, shortly: something else that the answers depend on has changed.
  void askSoon() { m_ask.start(); }
  // Saves the most recent edits, before the program ends.
  void remember();

Q_SIGNALS:
  void branchChanged();
  // The user wants the models of the request to be measured for MagCache.
  void calibrationRequested(const fb::GenerationRequest& request);
  // Shortly after any part of it has changed.
  void requestChanged(const fb::GenerationRequest& request);

private:
  void connectPanels();
  void usePair(const PairSpec& pair);
  void takeUpLastRequest();
  // For the next session.
  void store(const GenerationRequest& request);
  void setBranch(const std::optional<Branch>& branch);
  void askEngine();
  bool isCalibrationQueued(const GenerationRequest& request) const;
  void compareIfTheyFit(const MemoryPlan& plan);
  void addLora(const QString& file);
  void countTokens(const QString& prompt);

  struct LastRequest {
    GenerationRequest request;
    bool seedIsFixed;
  };
  Parts m_parts;
  QTimer m_ask;                              // collects changes before the engine is asked about them
  std::optional<LastRequest> m_lastRequest;  // of the last session, until its pair is available
  std::optional<Branch> m_branch;
  GenerationRequest m_calibration;  // what is offered to be measured
  Newest m_cost, m_problems, m_tokens;
};

}  // namespace fb::ui
