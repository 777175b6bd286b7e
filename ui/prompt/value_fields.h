// SPDX-License-Identifier: MIT
// The form of size, length, steps, guidance and seed.
#pragma once

#include "prompt/family_rules.h"
#include "prompt/prompt_values.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace fb::ui {

class PlainDoubleSpinBox;
class SeedEdit;
class SteppedSpinBox;
class Theme;

// Part of the prompt panel; GUI thread. Holds legal values only.
class ValueFields : public QWidget {
  Q_OBJECT
public:
  explicit ValueFields(const Theme* theme, QWidget* parent = nullptr);

  void setRules(const FamilyRules& rules);
  // Without edited().
  void setValues(const PromptValues& values);
  PromptValues values() const;
  void rollSeed();
  // For who aligns other rows with these.
  int labelWidth() const;
  void setLabelWidth(int width);

Q_SIGNALS:
  // By the user. `field` tells successive edits of one control from those of several.
  void edited(int field);
  // A sentence about a value that was not possible.
  void hinted(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;

private:
  void makeMain(const Theme* theme);
  void makeSeed(const Theme* theme);
  void makeAdvanced();
  void connectFields();
  void edit(int field);
  void updateDependents();
  // Of two passes the first runs at half the size, which must be legal too.
  int sideMultiple() const;
  void setLegalSides();
  void fillSizeMenu();
  void chooseSize(int width, int height);
  void retranslate();
  void retranslateTips();

  FamilyRules m_rules;
  bool m_loading = false;

  QGridLayout* m_grid = nullptr;
  QLabel* m_sizeLabel = nullptr;
  SteppedSpinBox* m_width = nullptr;
  SteppedSpinBox* m_height = nullptr;
  QToolButton* m_sizeButton = nullptr;
  QMenu* m_sizeMenu = nullptr;
  QLabel* m_lengthLabel = nullptr;
  SteppedSpinBox* m_frames = nullptr;
  PlainDoubleSpinBox* m_fps = nullptr;
  QLabel* m_duration = nullptr;
  QLabel* m_stepsLabel = nullptr;
  SteppedSpinBox* m_steps = nullptr;
  QComboBox* m_solver = nullptr;
  QCheckBox* m_twoPass = nullptr;
  QLabel* m_guidanceLabel = nullptr;
  PlainDoubleSpinBox* m_guidance = nullptr;
  PlainDoubleSpinBox* m_shift = nullptr;
  QLabel* m_seedLabel = nullptr;
  SeedEdit* m_seed = nullptr;
  QToolButton* m_seedFixed = nullptr;
  QToolButton* m_dice = nullptr;
  QToolButton* m_copySeed = nullptr;
  QToolButton* m_advancedButton = nullptr;
  QWidget* m_advanced = nullptr;
  QCheckBox* m_ownGuidance = nullptr;
  PlainDoubleSpinBox* m_guidanceSmall = nullptr;
  QLabel* m_historyLabel = nullptr;
  QComboBox* m_history = nullptr;
};

}  // namespace fb::ui
