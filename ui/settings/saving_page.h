// SPDX-License-Identifier: MIT
// How finished clips are saved by themselves: whether, where, under which names and in which format.
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace fb::ui {

class FolderEdit;
class Settings;
class Theme;

// A page of the settings dialog. GUI thread.
class SavingPage : public QWidget {
  Q_OBJECT
public:
  SavingPage(Settings* settings, const Theme* theme, QWidget* parent = nullptr);

  // Shows what the settings say.
  void load();

protected:
  void changeEvent(QEvent* event) override;

private:
  QLabel* addRow(QFormLayout* form, QWidget* field, const char* name);
  void showExample();
  void showQuality();
  void retranslate();

  Settings* m_settings;
  QCheckBox* m_save;
  FolderEdit* m_folder;
  QLineEdit* m_pattern;
  QLabel* m_example;
  QComboBox* m_format;
  QSpinBox* m_quality;
  QLabel* m_folderLabel;
  QLabel* m_patternLabel;
  QLabel* m_formatLabel;
  QLabel* m_qualityLabel;
};

}  // namespace fb::ui
