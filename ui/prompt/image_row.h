// SPDX-License-Identifier: MIT
// One image that the clip passes through: which, where and how strongly.
#pragma once

#include "flowblend/request.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace fb::ui {

class SteppedSpinBox;
class Theme;

// Part of the list of images; GUI thread.
class ImageRow : public QFrame {
  Q_OBJECT
public:
  ImageRow(const Theme* theme, const QString& file, QWidget* parent = nullptr);

  const QString& file() const { return m_file; }
  // A frame of kLastFrame means the last one, however long the clip is. Without edited(). False if the clip has no such
  // frame, so that the nearest was used.
  bool setCondition(const ImageCondition& condition);
  ImageCondition condition() const;
  // Images can be placed at frames that are multiples of `step` below `frames`. False if this one had to move.
  bool setFrames(int frames, int step);
  // Whether position and strength can be chosen at all.
  void setPlaceable(bool placeable);
  int thumbnailHeight() const;
  void setThumbnail(const QImage& image, const QSize& size, const QString& problem);

Q_SIGNALS:
  void edited();
  void removeRequested();

protected:
  void changeEvent(QEvent* event) override;

private:
  void edit();
  void updatePlace();
  void retranslate();

  const Theme* m_theme;
  QString m_file;
  QSize m_size;
  bool m_placeable = true;
  bool m_loading = false;
  QLabel* m_thumbnail = nullptr;
  QLabel* m_name = nullptr;
  QToolButton* m_remove = nullptr;
  QComboBox* m_place = nullptr;
  SteppedSpinBox* m_frame = nullptr;
  QSpinBox* m_strength = nullptr;
  QLabel* m_problem = nullptr;
};

}  // namespace fb::ui
