// SPDX-License-Identifier: MIT
// A sentence above the clip that waits to be read, with at most one thing to do about it.
#pragma once

#include <QWidget>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;

namespace fb::ui {

// Owned by the window. The newest notice is shown; warnings and errors below it come up again when it is dismissed.
class NoticeBar : public QWidget {
  Q_OBJECT
public:
  enum class Kind { Information, Warning, Error };
  explicit NoticeBar(QWidget* parent = nullptr);

  void say(Kind kind, const QString& text, const QString& action = {}, std::function<void()> act = {});
  // A warning of something that lasts, in place of an earlier one about `matter`: it stays until withdraw().
  void stand(const QString& matter, const QString& text, const QString& action = {}, std::function<void()> act = {});
  // False if nothing stood.
  bool withdraw(const QString& matter);
  // What has had its time once a run begins: information, and errors of what was tried before. Warnings stay.
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
    QString matter = {};  // of a warning that stands
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
