// SPDX-License-Identifier: MIT
// One stage boundary as a slider and a spin box, for the keyboard and for screen readers.
#pragma once

#include <QSlider>
#include <QSpinBox>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace fb::ui {

class Theme;

// A slider whose groove is filled in the large model's colour from the end where that stage is.
class StageSlider : public QSlider {
  Q_OBJECT
public:
  explicit StageSlider(const Theme* theme, QWidget* parent = nullptr);

  // From press to release, anywhere on the slider: a press on the groove changes the value before the knob is down.
  bool isHeld() const { return m_held; }

Q_SIGNALS:
  void letGo();

protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;

private:
  const Theme* m_theme;
  bool m_held = false;
};

// Counts steps and displays them as a fraction of all, so that every possible value exists.
class ShareSpinBox : public QSpinBox {
  Q_OBJECT
public:
  explicit ShareSpinBox(QWidget* parent = nullptr);

protected:
  QString textFromValue(int value) const override;
  int valueFromText(const QString& text) const override;
  QValidator::State validate(QString& text, int& position) const override;

private:
  int decimals() const { return maximum() > 100 ? 1 : 0; }
};

// Owned by the stage panel, which sets the accepted part of a change. GUI thread.
class BoundaryControl : public QWidget {
  Q_OBJECT
public:
  enum class Side { Early, Late };
  BoundaryControl(Side side, const Theme* theme, QWidget* parent = nullptr);

  // The length of the stage; does not emit.
  void setStage(int stageSteps, int steps);
  // The label above the slider instead of next to it.
  void setStacked(bool stacked);
  int oneRowWidth() const;
  // Only a short name and the number.
  void setCompact(bool compact);
  // The widgets that Tab stops at, in order.
  QList<QWidget*> focusOrder() const { return {m_slider, m_share}; }

Q_SIGNALS:
  void moved(int stageSteps);  // while the slider is dragged
  void committed(int stageSteps, bool byPointer);

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  void showSteps();

  Side m_side;
  bool m_isCompact = false;
  QGridLayout* m_layout;
  QLabel* m_label;
  StageSlider* m_slider;
  ShareSpinBox* m_share;
  QLabel* m_steps;
};

}  // namespace fb::ui
