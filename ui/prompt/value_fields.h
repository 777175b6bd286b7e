// SPDX-License-Identifier: MIT
// The form for size, length, steps, guidance and seed, and for every other setting of clip and sampling in the table:
// those without a place of their own are under Advanced.
#pragma once

#include "flowblend/request.h"
#include "prompt/prompt_values.h"
#include "prompt/setting_field.h"

#include <QWidget>

#include <memory>
#include <vector>

class QGridLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace fb::ui {

class SeedEdit;
class SteppedSpinBox;
class Theme;

// Part of the prompt panel; GUI thread. Holds only valid values.
class ValueFields : public QWidget {
  Q_OBJECT
public:
  explicit ValueFields(const Theme* theme, QWidget* parent = nullptr);

  // What the pair supports at all. Unsupported values become the nearest valid ones; without edited().
  void setPair(const PairSpec& pair);
  // Without edited().
  void setValues(const PromptValues& values);
  PromptValues values() const;
  void rollSeed();
  // For aligning other rows with these.
  int labelWidth() const;
  void setLabelWidth(int width);

Q_SIGNALS:
  // By the user. `field` distinguishes successive edits of one control from those of several.
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
  SettingField& field(const SettingMember& member) const;
  SteppedSpinBox* side(int ClipSpec::*member) const;
  // Places a field in the form's own grid.
  QWidget* place(const SettingMember& member, int row, int column, int columns = 1);
  void edit(int field);
  // Shows m_request and stores the resulting values.
  void refresh();
  void fillSizeMenu();
  void chooseSize(int width, int height);
  void retranslate();
  void retranslateTips();

  std::vector<std::unique_ptr<SettingField>> m_fields;
  std::vector<SettingField*> m_placed;  // those that are not under Advanced
  GenerationRequest m_request;          // what is shown, and what the form has no control for
  bool m_loading = false;
  int m_sideGrid = 0;  // of the sizes in the menu

  QGridLayout* m_grid = nullptr;
  QLabel* m_sizeLabel = nullptr;
  QToolButton* m_sizeButton = nullptr;
  QMenu* m_sizeMenu = nullptr;
  QLabel* m_lengthLabel = nullptr;
  QLabel* m_duration = nullptr;
  QLabel* m_stepsLabel = nullptr;
  QLabel* m_guidanceLabel = nullptr;
  QLabel* m_seedLabel = nullptr;
  SeedEdit* m_seed = nullptr;
  QToolButton* m_seedFixed = nullptr;
  QToolButton* m_dice = nullptr;
  QToolButton* m_copySeed = nullptr;
  QToolButton* m_advancedButton = nullptr;
  QWidget* m_advanced = nullptr;
  std::vector<std::pair<QLabel*, SettingField*>> m_advancedLabels;
};

}  // namespace fb::ui
