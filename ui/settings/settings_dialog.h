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
  // Bytes that all run folders take, and the states in them that are kept for branches.
  struct UsedSpace {
    quint64 all = 0;
    quint64 keptStates = 0;
  };
  // Absent: not known yet.
  void setUsedSpace(std::optional<UsedSpace> used);

protected:
  void changeEvent(QEvent* event) override;

private:
  void orderTabs();
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
  void retranslateSpace();

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
  QDoubleSpinBox* m_spaceLimit = nullptr;
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
  QLabel* m_spaceLimitLabel = nullptr;
  QLabel* m_spaceNote = nullptr;
  QLabel* m_keptNote = nullptr;
  std::optional<UsedSpace> m_usedSpace;
  QLabel* m_threadsNote = nullptr;
  QLabel* m_foldersNote = nullptr;
  QPushButton* m_restore = nullptr;
  QPushButton* m_close = nullptr;
};

}  // namespace fb::ui
