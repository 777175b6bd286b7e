// SPDX-License-Identifier: MIT
// The settings dialog; every change takes effect immediately.
#pragma once

#include "flowblend/engine.h"

#include <QDialog>

#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace fb::ui {

class FolderEdit;
class SavingPage;
class Settings;
class Theme;

// Neither the settings nor the theme are owned. GUI thread.
class SettingsDialog : public QDialog {
  Q_OBJECT
public:
  SettingsDialog(Settings* settings, const Theme* theme, QWidget* parent = nullptr);

  void setDevices(const std::vector<DeviceInfo>& devices);
  // Bytes that the states kept for branches take in all run folders; absent: not known yet.
  void setKeptSpace(std::optional<quint64> bytes);

protected:
  void changeEvent(QEvent* event) override;

private:
  QFormLayout* addPage(const char* name);
  QLabel* addRow(QFormLayout* form, QWidget* field, const char* name);
  void makeGeneral();
  void makeCompute();
  void makeSampling();
  void makeFolders(const Theme* theme);
  void makeSaving(const Theme* theme);
  void connectFields();
  void load();
  void fillDevices();
  void addDevice(const DeviceInfo& device);
  void showAutomaticDtype();
  void retranslate();
  void retranslateTips();
  void retranslateKept();

  Settings* m_settings;
  std::vector<DeviceInfo> m_devices;

  QListWidget* m_pageList = nullptr;
  QStackedWidget* m_pages = nullptr;
  QComboBox* m_language = nullptr;
  QComboBox* m_theme = nullptr;
  QCheckBox* m_notify = nullptr;
  QComboBox* m_device = nullptr;
  QComboBox* m_dtype = nullptr;
  QComboBox* m_products = nullptr;
  QComboBox* m_decoding = nullptr;
  QSpinBox* m_threads = nullptr;
  QDoubleSpinBox* m_memory = nullptr;
  QCheckBox* m_preview = nullptr;
  QComboBox* m_probe = nullptr;
  QSpinBox* m_saveEvery = nullptr;
  FolderEdit* m_runs = nullptr;
  FolderEdit* m_output = nullptr;
  QSpinBox* m_keepEvery = nullptr;
  SavingPage* m_saving = nullptr;
  QDoubleSpinBox* m_keepLimit = nullptr;
  QLabel* m_languageLabel = nullptr;
  QLabel* m_themeLabel = nullptr;
  QLabel* m_deviceLabel = nullptr;
  QLabel* m_dtypeLabel = nullptr;
  QLabel* m_productsLabel = nullptr;
  QLabel* m_decodingLabel = nullptr;
  QLabel* m_threadsLabel = nullptr;
  QLabel* m_memoryLabel = nullptr;
  QLabel* m_probeLabel = nullptr;
  QLabel* m_saveEveryLabel = nullptr;
  QLabel* m_runsLabel = nullptr;
  QLabel* m_outputLabel = nullptr;
  QLabel* m_keepEveryLabel = nullptr;
  QLabel* m_keepLimitLabel = nullptr;
  QLabel* m_keptNote = nullptr;
  std::optional<quint64> m_keptSpace;
  QLabel* m_threadsNote = nullptr;
  QLabel* m_foldersNote = nullptr;
  QPushButton* m_restore = nullptr;
  QPushButton* m_close = nullptr;
};

}  // namespace fb::ui
