// SPDX-License-Identifier: MIT
// The row with which export presets are chosen, saved, renamed and deleted.
#pragma once

#include "export/export_presets.h"

#include <QWidget>

class QAction;
class QComboBox;
class QToolButton;

namespace fb::ui {

class Theme;

// Part of the export dialog, which shows its label. GUI thread.
class ExportPresetBar : public QWidget {
  Q_OBJECT
public:
  // The store is not owned and must outlive this.
  ExportPresetBar(const Theme* theme, ExportPresetStore* store, QWidget* parent = nullptr);

  // Shows the preset with these values, or that there is none.
  void setChoice(const ExportChoice& choice);
  QComboBox* combo() const { return m_combo; }
  void retranslate();

Q_SIGNALS:
  void chosen(const fb::ui::ExportChoice& choice);

private:
  void fill();
  const ExportPreset* current() const;
  void askForName(bool isNew);
  void save(const QString& name);
  void rename(const QString& from, const QString& to);
  void askToReplace(const QString& name);
  void askToRemove();

  ExportPresetStore* m_store;
  ExportChoice m_choice;
  QComboBox* m_combo;
  QToolButton* m_menuButton;
  QAction* m_save;
  QAction* m_rename;
  QAction* m_remove;
};

}  // namespace fb::ui
