// SPDX-License-Identifier: MIT
// A sentence above the clip that stays until it is read, with at most one action.
#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace fb::ui {

// Owned by the window. The newest notice is shown; warnings and errors below it reappear when it is dismissed.
class NoticeBar : public QWidget {
  Q_OBJECT
public:
  enum class Kind { Information, Warning, Error };
  explicit NoticeBar(QWidget* parent = nullptr);

  void say(Kind kind, const QString& text, const QString& action = {}, std::function<void()> act = {});
  // A warning about a lasting problem, replacing an earlier one about `matter`: it stays until withdraw().
  void stand(const QString& matter, const QString& text, const QString& action = {}, std::function<void()> act = {});
  // False if there was none.
  bool withdraw(const QString& matter);
  // Removes what is obsolete once a run starts: information, and errors of earlier attempts. Warnings stay.
  void dropOutdated();
  QString text() const;

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Notice {
    Kind kind;
    QString text;
    QString action;
    std::function<void()> act;
    QString matter = {};  // of a lasting warning
  };
  void push(Notice notice);
  void dismiss();
  void showNewest();
  void retranslate();

  std::vector<Notice> m_notices;  // the newest is last
  QLabel* m_text;
  QPushButton* m_action;
  QPushButton* m_close;
};

}  // namespace fb::ui
