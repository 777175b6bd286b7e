// SPDX-License-Identifier: MIT
// How an exported clip is played: also backwards, and how often.
#pragma once

#include <QString>
#include <QWidget>

class QCheckBox;
class QLabel;
class QSpinBox;

namespace fb::ui {

// Part of the export dialog. GUI thread.
class PlayField : public QWidget {
  Q_OBJECT
public:
  explicit PlayField(QWidget* parent = nullptr);

  bool isBoomerang() const;
  int plays() const;
  // Emits nothing.
  void setPlaying(bool boomerang, int plays);
  // How long the file becomes; empty if that cannot be told. Shown if it is not as long as the clip.
  void setLength(const QString& words);
  QCheckBox* check() const { return m_boomerang; }
  void retranslate();

Q_SIGNALS:
  void changed();

private:
  QCheckBox* m_boomerang;
  QSpinBox* m_plays;
  QLabel* m_words;
};

}  // namespace fb::ui
