// SPDX-License-Identifier: MIT
// During a run: whether the stages are those of the running clip or those of the next request.
#pragma once

#include <QWidget>

class QButtonGroup;

namespace fb::ui {

// Owned by the stage panel; hidden at first. GUI thread.
class RunSwitch : public QWidget {
  Q_OBJECT
public:
  explicit RunSwitch(QWidget* parent = nullptr);

  // Not a choice by the user: no signal.
  void setNext(bool next);
  // In the order of the Tab key.
  QWidgetList focusOrder() const;

Q_SIGNALS:
  void chosen(bool next);

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();

  QButtonGroup* m_buttons;
};

}  // namespace fb::ui
