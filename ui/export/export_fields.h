// SPDX-License-Identifier: MIT
// The form of the export dialog: what becomes of the clip.
#pragma once

#include "export/export_presets.h"
#include "flowblend/export.h"

#include <QWidget>

#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QImage;
class QLabel;
class QSlider;
class QSpinBox;

namespace fb::ui {

class CropField;
class EngineHost;
class ExportPresetBar;
class PlainDoubleSpinBox;
class PlayField;
class PurposeMenu;
class SoundField;
class Theme;

// Part of the export dialog. GUI thread.
class ExportFields : public QWidget {
  Q_OBJECT
public:
  // Neither is owned; both must outlive this.
  ExportFields(const Theme* theme, ExportPresetStore* presets, EngineHost* host, QWidget* parent = nullptr);

  // Formats that are not in the list are shown but cannot be chosen.
  void setAvailableFormats(const std::vector<ExportFormat>& formats);
  // Offers all of its frames.
  void setClip(const ClipShape& shape, const std::string& metadata);
  // One of its frames, to show what a crop leaves; null if there is none yet.
  void setPicture(const QImage& picture);
  // For several clips, of which setClip() gave the first: their frames are not chosen, and they get no sound.
  void setSeveral(bool several);
  ExportFormat format() const;
  ExportOptions options() const;
  ExportChoice choice() const;
  void setChoice(const ExportChoice& choice);
  // False if there is no clip, or too little of it would be left, or something is wrong with the sound.
  bool isGood() const;
  // In bytes; a rule of thumb: each format's bits per pixel and frame at its quality.
  static double estimatedBytes(const ExportOptions& options, const ClipShape& shape);
  double estimatedBytes() const;
  // The dialog's own rows.
  void addRow(QLabel* label, QWidget* field);
  void addRow(QLabel* label, QLayout* fields, QWidget* buddy);
  void retranslate();

Q_SIGNALS:
  void changed();
  void formatChanged();

private:
  void build();
  void refresh();
  void refreshTexts();
  void refreshLength();
  void setRowVisible(int row, bool isVisible);
  bool isAvailable(ExportFormat format) const;

  ClipShape m_shape;
  std::string m_metadata;
  bool m_isSeveral = false;
  std::vector<ExportFormat> m_available;

  enum Row { Preset, Format, Quality, Limit, Crop, Size, Rate, Frames, Play, Sound, Loops, Embed, Rows };
  QFormLayout* m_form;
  QLabel* m_labels[Rows];
  ExportPresetBar* m_presets;
  QComboBox* m_format;
  QSlider* m_quality;
  QSpinBox* m_factor;
  PlainDoubleSpinBox* m_limit;
  CropField* m_crop;
  PurposeMenu* m_purposes;
  QComboBox* m_scale;
  QComboBox* m_rateMode;
  PlainDoubleSpinBox* m_rate;
  QLabel* m_rateWords;
  QSpinBox* m_first;
  QSpinBox* m_last;
  PlayField* m_play;
  SoundField* m_sound;
  QSpinBox* m_loops;
  QCheckBox* m_embed;
};

}  // namespace fb::ui
