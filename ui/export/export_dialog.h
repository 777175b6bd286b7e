// SPDX-License-Identifier: MIT
// Saves a clip as a file while the window stays usable.
#pragma once

#include "flowblend/export.h"
#include "flowblend/frame.h"
#include "flowblend/status.h"

#include <QDialog>

#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QSlider;
class QSpinBox;

namespace fb::ui {

class ExportSession;

// Owned by the window. GUI thread only. May be closed during the export. An existing file is replaced only after
// Replace was pressed.
class ExportDialog : public QDialog {
  Q_OBJECT
public:
  explicit ExportDialog(ExportSession* session, QWidget* parent = nullptr);

  // Formats that are not in the list are shown but cannot be chosen.
  void setAvailableFormats(const std::vector<ExportFormat>& formats);
  // metadata: JSON of the request, embedded if the user wants it.
  void setClip(const Clip& clip, const std::string& metadata, const QString& folder, const QString& baseName);
  ExportOptions options() const;
  QString path() const;
  // Bytes; a rule of thumb: each format's bits per pixel and frame at its quality.
  static double estimatedBytes(const ExportOptions& options, int width, int height, int frames);

Q_SIGNALS:
  void exported(const QString& path);
  void exportFailed(const fb::Error& error);

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void retranslate();
  void refresh();
  bool isAvailable(ExportFormat format) const;
  QString ending() const;
  void browse();
  void begin();
  bool makeFolder(const QString& file);
  void showMessage(const QString& text, const char* role);

  ExportSession* m_session;
  Clip m_clip;
  std::string m_metadata;
  QString m_folder;  // that was proposed
  std::vector<ExportFormat> m_available;
  QString m_saved;  // the last file written
  QString m_asked;  // the existing file that the user was asked about

  QFormLayout* m_form;
  QLabel* m_labels[7];
  QComboBox* m_format;
  QSlider* m_quality;
  QComboBox* m_scale;
  QSpinBox* m_first;
  QSpinBox* m_last;
  QSpinBox* m_loops;
  QCheckBox* m_embed;
  QLineEdit* m_path;
  QPushButton* m_browse;
  QLabel* m_size;
  QLabel* m_message;
  QProgressBar* m_progress;
  QPushButton* m_show;
  QPushButton* m_cancel;
  QPushButton* m_export;
  QPushButton* m_close;
};

}  // namespace fb::ui
