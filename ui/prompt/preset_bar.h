// SPDX-License-Identifier: MIT
// The row with which presets are chosen, saved, renamed, shared and deleted.
#pragma once

#include "prompt/preset_store.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace fb::ui {

class MessageLabel;
class Theme;

// Part of the prompt panel; GUI thread.
class PresetBar : public QWidget {
  Q_OBJECT
public:
  explicit PresetBar(const Theme* theme, QWidget* parent = nullptr);

  // Not owned; must outlive this.
  void setStore(PresetStore* store);
  // Only presets that fit the pair are offered: none of other families or of far larger clips, none with two passes
  // if the pair does not support that.
  void setPair(const Preset& defaults, const PairSpec& pair, bool isBuiltIn);
  // The boundaries of the next request, which some presets set.
  void setSchedule(const StageSchedule& schedule);
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
  void askForName(bool isNew);
  void offerToSave(const QString& name);
  void save(const QString& name);
  void rename(const QString& to);
  void select(const QString& name);
  void removeCurrent();
  void askWhereToShare();
  const Preset* presetAt(int index) const;
  // The preset, with the pair's defaults for what only the one chosen before named.
  Preset after(const Preset* before, Preset preset) const;
  void showDescription();
  void retranslate();

  QPointer<PresetStore> m_store;
  Preset m_pairDefaults;
  PairSpec m_pair;
  bool m_isBuiltIn = false;  // the pair
  StageSchedule m_schedule;
  std::vector<std::size_t> m_offered;  // of the store's presets
  PromptValues m_values;
  int m_shown = 0;  // index of the preset with the current values
  QLabel* m_label = nullptr;
  QLabel* m_description = nullptr;
  QComboBox* m_combo = nullptr;
  QToolButton* m_menuButton = nullptr;
  MessageLabel* m_message = nullptr;
  QAction* m_save = nullptr;
  QAction* m_rename = nullptr;
  QAction* m_share = nullptr;
  QAction* m_remove = nullptr;
};

}  // namespace fb::ui
