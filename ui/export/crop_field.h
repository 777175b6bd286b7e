// SPDX-License-Identifier: MIT
// To which shape an exported clip is cropped, and where.
#pragma once

#include "flowblend/export.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QImage;
class QLabel;
class QSpinBox;

namespace fb::ui {

class CropView;

// Part of the export dialog. GUI thread.
class CropField : public QWidget {
  Q_OBJECT
public:
  explicit CropField(QWidget* parent = nullptr);

  // Of the clip, for which the part is shown and told.
  void setClip(const ClipShape& shape, ExportFormat format);
  // A frame of the clip; may be null.
  void setPicture(const QImage& picture);
  std::optional<Crop> crop() const;
  // Emits nothing.
  void setCrop(const std::optional<Crop>& crop);
  // False if it leaves too little of the clip.
  bool isGood() const;
  QComboBox* combo() const { return m_shape; }
  void retranslate();

Q_SIGNALS:
  void changed();

private:
  bool isOther() const;
  void refresh();
  void refreshTexts();

  ClipShape m_clip;
  ExportFormat m_format = ExportFormat::Mp4H264;
  double m_focusX = .5, m_focusY = .5;
  QComboBox* m_shape;
  QWidget* m_numbers;
  QSpinBox* m_width;
  QSpinBox* m_height;
  CropView* m_view;
  QLabel* m_words;
};

}  // namespace fb::ui
