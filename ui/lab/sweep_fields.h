// SPDX-License-Identifier: MIT
// The fields of the form: prompts, seeds, boundaries, rivals, weights and the folder, and which of them the user has
// edited.
#pragma once

#include "flowblend/sweep.h"

#include <QWidget>

#include <array>
#include <optional>
#include <vector>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace fb::ui {

class FolderEdit;
class PromptListEdit;
class Theme;
class WeightsEdit;

// Owned by the form. GUI thread. Knows nothing of plans: the form says what is wrong with the values.
class SweepFields : public QWidget {
  Q_OBJECT
public:
  explicit SweepFields(const Theme* theme, QWidget* parent = nullptr);

  // The settings of the main window, as one line.
  void showSettings(const GenerationRequest& base);
  // For another pair, all fields are filled anew.
  void forgetEdits();

  std::vector<std::string> prompts() const;
  void addPrompts(const std::vector<std::string>& prompts);
  // The only one, unless the user has edited them. No signal.
  void setPrompt(const std::string& prompt);
  bool arePromptsEdited() const { return m_arePromptsEdited; }

  int seeds() const;
  // Shares from 0 to 1; absent if the text is something else.
  std::optional<std::vector<double>> early() const;
  std::optional<std::vector<double>> late() const;
  std::optional<SweepRivals> rivals() const;  // absent if the bounds of a guard are none
  // The first of these; absent if there is none.
  std::optional<GuardRule> guardWithoutBounds() const;

  // Whether runs are not decoded, and compared by their latents alone; then there are no weights.
  bool isLatentsOnly() const;

  PerceptualWeights weights() const;
  // By which new sweeps compare clips. Returns whether they are shown now, which they are unless the user has edited
  // the fields. No signal.
  bool setUsualWeights(const PerceptualWeights& weights);
  // Again, after those of a stored sweep.
  void showUsualWeights();
  WeightsEdit* dinov2() const { return m_dinov2; }
  WeightsEdit* lpips() const { return m_lpips; }

  QString folder() const;
  void setFolder(const QString& folder);  // no signal

  // A sweep that goes on has its own prompts, seeds and boundaries; what the user has edited stays. Returns whether
  // anything is different now. No signal.
  bool fillFrom(const Sweep& stored);

Q_SIGNALS:
  // What is measured has changed.
  void edited();
  void weightsEdited(const fb::PerceptualWeights& weights);
  void folderEdited(const QString& folder);
  void currentPromptRequested();
  void promptFileOffered(const QString& file);

protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* object, QEvent* event) override;

private:
  void nameAndSet();
  void build();
  void connectFields();
  void addRivals(QFormLayout* form);
  void addWeights(QFormLayout* form);
  void enableWeights();
  void showWeights(const PerceptualWeights& weights);
  void showRivals(const Sweep& stored);
  void choosePromptFile();
  void fitSettings();
  void retranslate();

  bool m_arePromptsEdited = false;
  bool m_isGridEdited = false;  // seeds, stages and rivals
  bool m_isLatentsOnlyEdited = false;
  bool m_areWeightsEdited = false;
  PerceptualWeights m_usualWeights;

  QLabel* m_promptsLabel;
  PromptListEdit* m_prompts;
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
  // Of a guard that is compared, and its bounds.
  struct GuardFields {
    QCheckBox* box;
    QLineEdit* bounds;
  };
  std::array<GuardFields, 3> m_guards;  // as in kGuardRivals
  QCheckBox* m_smallFirst;
  QCheckBox* m_latentsOnly;
  QLabel* m_dinov2Label;
  WeightsEdit* m_dinov2;
  QLabel* m_lpipsLabel;
  WeightsEdit* m_lpips;
  QLabel* m_folderLabel;
  FolderEdit* m_folder;
};

}  // namespace fb::ui
