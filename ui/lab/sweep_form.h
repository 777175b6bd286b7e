// SPDX-License-Identifier: MIT
// What to measure and where to keep it, planned: what that takes, or why it cannot be done.
#pragma once

#include "lab/sweep_runner.h"
#include "session/newest.h"

#include <QTimer>
#include <QWidget>

#include <chrono>
#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace fb::ui {

class MessageLabel;
class SweepFields;
class Theme;
class WeightsEdit;

// Owned by the lab's window. GUI thread. The plan is made on the host's threads, anew after every change.
class SweepForm : public QWidget {
  Q_OBJECT
public:
  SweepForm(const Theme* theme, EngineHost* host, QWidget* parent = nullptr);

  // The window's pair and settings, and the folder in which they are measured unless the user chooses another.
  void setBase(const GenerationRequest& base, const QString& defaultFolder);
  // A folder of the pair that has been used before; empty: none.
  void setUsedFolder(const QString& folder);
  void addPromptsFrom(const QString& file);
  // By which new sweeps compare clips, as last edited.
  void setWeights(const PerceptualWeights& weights);
  // While a sweep runs, nothing can be changed.
  void setLocked(bool locked);
  // Plans again: the folder has changed.
  void planSoon();
  // As long as there is too little room, it is looked at again after that time.
  void setRetryAfter(std::chrono::milliseconds time) { m_again.setInterval(time); }

  // What Start would run; absent while it is planned, or if it cannot run.
  const std::optional<SweepOrder>& order() const { return m_order; }
  bool isPlanning() const { return m_isPlanning; }
  // Briefly what that takes, or that it is being planned.
  QString summary() const;

Q_SIGNALS:
  void orderChanged();
  void weightsEdited(const fb::PerceptualWeights& weights);

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Planned;
  void build();
  void connectFields();
  static Planned planned(Engine& engine, const Sweep& sweep, const SweepRivals& rivals,
                         const std::filesystem::path& folder);
  void plan();
  void take(const Planned& planned);
  // At the fields; whether they can be used.
  bool sayWeights(const Planned& planned);
  bool sayWeights(WeightsEdit* field, const std::filesystem::path& used,
                  const Result<std::optional<PerceptualModel>>& found);
  QString boundsProblem() const;  // of the guards to compare
  QString problemOf(const Planned& planned) const;
  std::uint64_t bytesNeeded(const Planned& planned) const;
  bool lacksRoom(const Planned& planned) const;
  void say();
  void sayWhatItTakes();
  void useFolder(const QString& folder);
  void retranslate();

  EngineHost* m_host;
  GenerationRequest m_base;
  QString m_defaultFolder, m_usedFolder;
  bool m_isFolderChosen = false;
  bool m_isFilled = false;  // from what the folder holds
  bool m_isLocked = false;
  std::optional<SweepOrder> m_order;
  bool m_isPlanning = true;
  QString m_problem;
  QTimer m_soon, m_again;
  Newest m_planned, m_read;

  QLabel* m_intro;
  SweepFields* m_fields;
  QPushButton* m_otherFolder;
  QLabel* m_takes;
  MessageLabel* m_message;
};

}  // namespace fb::ui
