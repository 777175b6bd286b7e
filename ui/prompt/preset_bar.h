// SPDX-License-Identifier: MIT
// The row with which presets are chosen, saved and deleted.
#pragma once

#include "prompt/preset_store.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace fb::ui {

class Theme;

// Part of the prompt panel; GUI thread.
class PresetBar : public QWidget {
  Q_OBJECT
public:
  explicit PresetBar(const Theme* theme, QWidget* parent = nullptr);

  // Not owned; must outlive this.
  void setStore(PresetStore* store);
  // Presets of other families are not offered, nor those with two passes if the pair does not support that.
  void setPair(const Preset& defaults, Family family, bool twoPass);
  // Shows the preset with these values, or that there is none.
  void setValues(const PromptValues& values);
  QWidget* label() const;

Q_SIGNALS:
  void chosen(const fb::ui::Preset& preset);

protected:
  void changeEvent(QEvent* event) override;

private:
  void fill();
  void choose(int index);
  void askForName();
  void save(const QString& name);
  void removeCurrent();
  const Preset* presetAt(int index) const;
  // The preset, with the pair's defaults for what only the one chosen before named.
  Preset after(const Preset* before, Preset preset) const;
  void showDescription();
  void retranslate();

  QPointer<PresetStore> m_store;
  Preset m_pairDefaults;
  Family m_family;
  bool m_twoPass = false;
  std::vector<std::size_t> m_offered;  // of the store's presets
  PromptValues m_values;
  int m_shown = 0;  // index of the preset with the current values
  QLabel* m_label = nullptr;
  QLabel* m_description = nullptr;
  QComboBox* m_combo = nullptr;
  QToolButton* m_menuButton = nullptr;
  QAction* m_save = nullptr;
  QAction* m_remove = nullptr;
};

}  // namespace fb::ui
