// SPDX-License-Identifier: MIT
// What to measure: prompts, seeds and boundaries, where to keep it, and what that takes.
#pragma once

#include "lab/sweep_runner.h"
#include "session/newest.h"

#include <QPlainTextEdit>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <optional>
#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QFormLayout;
class QSpinBox;

namespace fb::ui {

class FolderEdit;
class MessageLabel;
class Theme;
class WeightsEdit;

// A text field onto which text files can be dropped. Owned by the form.
class PromptLines : public QPlainTextEdit {
  Q_OBJECT
public:
  explicit PromptLines(QWidget* parent = nullptr);

  // The lines that are not empty.
  std::vector<std::string> prompts() const;
  void add(const std::vector<std::string>& prompts);

Q_SIGNALS:
  void fileOffered(const QString& file);

protected:
  bool canInsertFromMimeData(const QMimeData* source) const override;
  void insertFromMimeData(const QMimeData* source) override;
};

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
  bool eventFilter(QObject* object, QEvent* event) override;

private:
  struct Planned;
  void build();
  void fitSettings();
  void connectFields();
  void addRivals(QFormLayout* form);
  void addWeights(QFormLayout* form);
  std::optional<SweepRivals> rivals() const;  // absent if the bounds are no numbers
  PerceptualWeights weights() const;
  void showWeights(const PerceptualWeights& weights);
  void editWeights();
  static Planned planned(Engine& engine, const Sweep& sweep, const SweepRivals& rivals,
                         const std::filesystem::path& folder);
  void plan();
  void take(const Planned& planned);
  // At the fields; whether they can be used.
  bool sayWeights(const Planned& planned);
  bool sayWeights(WeightsEdit* field, const std::filesystem::path& used,
                  const Result<std::optional<PerceptualModel>>& found);
  QString problemOf(const Planned& planned) const;
  std::uint64_t bytesNeeded(const Planned& planned) const;
  bool lacksRoom(const Planned& planned) const;
  void say();
  void sayWhatItTakes();
  void showSettings();
  bool fillFrom(const Sweep& stored);
  void showRivals(const Sweep& stored);
  void chooseFile();
  void useFolder(const QString& folder);
  void retranslate();

  EngineHost* m_host;
  GenerationRequest m_base;
  QString m_defaultFolder, m_usedFolder;
  bool m_isFolderChosen = false;
  bool m_arePromptsOwn = false;  // the user has edited them
  bool m_isGridOwn = false;      // the same of seeds and stages
  bool m_areWeightsOwn = false;  // the same of the weights
  PerceptualWeights m_weights;   // of new sweeps
  bool m_isFilled = false;       // from what the folder holds
  bool m_isLocked = false;
  std::optional<SweepOrder> m_order;
  std::uint64_t m_bytes = 0, m_freeBytes = 0;
  bool m_isPlanning = true;
  std::optional<Error> m_error;
  QString m_problem;
  QTimer m_soon, m_again;
  Newest m_planned, m_read;

  QLabel* m_intro;
  QLabel* m_promptsLabel;
  PromptLines* m_prompts;
  QPushButton* m_current;
  QPushButton* m_file;
  QLabel* m_settingsLabel;
  QLabel* m_settings;
  QLabel* m_seedsLabel;
  QSpinBox* m_seeds;
  QLabel* m_earlyLabel;
  QLineEdit* m_early;
  QLabel* m_lateLabel;
  QLineEdit* m_late;
  QLabel* m_rivalsLabel;
  QCheckBox* m_fewerSteps;
  QCheckBox* m_guard;
  QLineEdit* m_bounds;
  QCheckBox* m_smallFirst;
  QLabel* m_dinov2Label;
  WeightsEdit* m_dinov2;
  QLabel* m_lpipsLabel;
  WeightsEdit* m_lpips;
  QLabel* m_folderLabel;
  FolderEdit* m_folder;
  QPushButton* m_otherFolder;
  QLabel* m_takes;
  MessageLabel* m_message;
  QWidget* m_fields;
};

}  // namespace fb::ui
