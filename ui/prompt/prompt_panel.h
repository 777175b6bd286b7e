// SPDX-License-Identifier: MIT
// What the clip should show and how it is sampled: prompts, size, length, steps, guidance, seed, presets.
#pragma once

#include "flowblend/calibration.h"
#include "flowblend/model_info.h"
#include "flowblend/request.h"
#include "prompt/preset_store.h"

#include <QPointer>
#include <QStringList>
#include <QTimer>
#include <QWidget>

#include <cstdint>
#include <optional>

class QLabel;
class QMenu;
class QScrollArea;
class QToolButton;
class QUndoStack;

namespace fb::ui {

class CalibrationOffer;
class EditBar;
class ImageList;
class LoraList;
class PresetBar;
class PromptTextEdit;
class Theme;
class ValueFields;

// GUI thread; owned by the window. Texts have their own undo; the values use the undo stack that is set.
class PromptPanel : public QWidget {
  Q_OBJECT
public:
  explicit PromptPanel(const Theme* theme, QWidget* parent = nullptr);

  // Neither is owned; both must outlive the panel.
  void setPresetStore(PresetStore* store);
  void setUndoStack(QUndoStack* stack);
  // The folder for pasted images.
  void setImagesFolder(const QString& folder);
  bool takesImages() const { return limitsOf(m_pair).images != ImageUse::None; }

  // `base` with this panel's fields filled in.
  GenerationRequest request(const GenerationRequest& base = {}) const;
  bool seedIsFixed() const;

public Q_SLOTS:
  // Sets all fields to the pair's defaults and offers only what the pair supports.
  void setPair(const fb::PairSpec& pair, bool isBuiltIn = false);
  // The stages of the next request: some presets set them, and say so only while they have these.
  void setSchedule(const fb::StageSchedule& schedule);
  // Shows the request. Its seed is locked, since it reproduces exactly that clip, unless it is not a clip's.
  void setRequest(const fb::GenerationRequest& request, bool seedIsFixed = true);
  // Replaces the prompt as one undo step.
  void usePrompt(const QString& prompt);
  void setSteps(int steps);
  void addImage(const QString& file);
  void addLora(const fb::Lora& lora);
  // What the engine says about the request's LoRAs.
  void setLoraReports(const std::vector<fb::LoraReport>& reports);
  // Number of tokens of the prompt as counted by the encoder; below 0: unknown.
  void setTokenCount(int count);
  void setRecentPrompts(const QStringList& prompts);
  void setProblems(const QStringList& sentences);
  // Models that the request's cache needs measured; absent: none. Queued: it is under way, so it is not offered again.
  void offerCalibration(const std::optional<fb::CalibrationCost>& cost, bool isQueued);
  // Before a new run: rolls a new seed unless it is locked.
  void rollSeedIfRandom();
  void focusPrompt();
  // Whether the fields are those of a queued run, whose title is shown with buttons that end this.
  void beginEdit(const QString& title);
  void endEdit();

Q_SIGNALS:
  void requestChanged();
  // Files that the user wants to use as LoRAs.
  void lorasOffered(const QStringList& files);
  void generateRequested();
  void calibrateRequested();
  void editSaved();
  void editCancelled();
  void stepsChanged(int steps);
  // A preset was chosen that sets the boundaries; part of the same undo step.
  void boundariesChosen(double early, double late);
  // 150 ms after the last keystroke, for counting tokens.
  void promptEdited(const QString& prompt);

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

private:
  friend class ChangeValues;

  QWidget* makeTexts(const Theme* theme);
  PromptValues values() const;
  void applyValues(const PromptValues& values);
  void applyPreset(const Preset& preset);
  void onValuesEdited(int field);
  void showHint(const QString& sentence);
  void updatePlaceholder();
  void updateCounter();
  void showCalibration();
  void fillRecent();
  void alignLabels();
  void retranslate();

  PromptValues m_values;
  std::optional<std::uint64_t> m_rolled;  // the random seed of the last clip
  PairSpec m_pair;
  StageSchedule m_schedule;  // of the next request
  QPointer<QUndoStack> m_undo;
  QTimer m_promptTimer;
  QTimer m_hintTimer;
  int m_tokens = -1;
  QStringList m_recentPrompts;
  QString m_example;  // the pair's own prompt

  EditBar* m_editBar = nullptr;
  QLabel* m_promptLabel = nullptr;
  QLabel* m_counter = nullptr;
  QToolButton* m_recentButton = nullptr;
  QMenu* m_recentMenu = nullptr;
  PromptTextEdit* m_prompt = nullptr;
  QLabel* m_tokenWarning = nullptr;
  QLabel* m_negativeLabel = nullptr;
  PromptTextEdit* m_negative = nullptr;
  ImageList* m_images = nullptr;
  LoraList* m_loras = nullptr;
  PresetBar* m_presets = nullptr;
  ValueFields* m_fields = nullptr;
  QLabel* m_hint = nullptr;
  QLabel* m_problemStrip = nullptr;
  CalibrationOffer* m_calibration = nullptr;
  QScrollArea* m_scroll = nullptr;
};

}  // namespace fb::ui
