// SPDX-License-Identifier: MIT
// A sentence above the clip that stays until it is read, with up to two actions.
#pragma once

#include "widgets/live_text.h"

#include <QWidget>

#include <array>
#include <cstddef>
#include <functional>
#include <vector>

class QBoxLayout;
class QLayout;
class QLabel;
class QPushButton;

namespace fb::ui {

// Owned by the window. The newest notice is shown; warnings and errors below it reappear when it is dismissed.
class NoticeBar : public QWidget {
  Q_OBJECT
public:
  enum class Kind { Information, Warning, Error };
  explicit NoticeBar(QWidget* parent = nullptr);

  struct Action {
    LiveText label;
    std::function<void()> act;
    bool isUndo = false;  // of what the user has just done
  };
  void say(Kind kind, LiveText text, LiveText action = {}, std::function<void()> act = {});
  // A warning with a choice of actions.
  void warn(LiveText text, std::vector<Action> actions);
  // A warning about a lasting problem, replacing an earlier one about `matter`: it stays until withdraw().
  void stand(const QString& matter, LiveText text, LiveText action = {}, std::function<void()> act = {});
  // False if there was none.
  bool withdraw(const QString& matter);
  // Removes what is obsolete once a run starts: information, and errors of earlier attempts. Warnings stay.
  void dropOutdated();
  // Removes errors alone: what failed has been done since.
  void dropErrors();
  QString text() const;
  // The button that undoes what the user did, if the notice that is shown has one; otherwise empty.
  QString offeredUndo() const;
  // The same as pressing it.
  void undo();

Q_SIGNALS:
  void undoOffered();
  // Another notice is shown, or none.
  void changed();

protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  struct Notice {
    Kind kind;
    LiveText text;
    std::vector<Action> actions;
    QString matter = {};  // of a lasting warning
  };
  void add(Notice notice);
  void push(Notice notice);
  void act(std::size_t action);
  void dismiss();
  void showNewest();
  void arrange();
  void retranslate();

  std::vector<Notice> m_notices;  // the newest is last
  QBoxLayout* m_layout;
  QLayout* m_buttons = nullptr;
  QLabel* m_text;
  std::array<QPushButton*, 2> m_actions;
  QPushButton* m_close;
};

}  // namespace fb::ui
