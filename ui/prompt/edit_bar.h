// SPDX-License-Identifier: MIT
// Above the prompt while a queued run is edited: which one, and how to end that.
#pragma once

#include <QFrame>
#include <QString>

class QLabel;
class QPushButton;

namespace fb::ui {

class Theme;

// Owned by the prompt panel; hidden at first. GUI thread.
class EditBar : public QFrame {
  Q_OBJECT
public:
  explicit EditBar(const Theme* theme, QWidget* parent = nullptr);

  // Shows which run is edited.
  void begin(const QString& title);
  void end() { hide(); }

Q_SIGNALS:
  void saved();
  void cancelled();

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();

  QString m_title;
  QLabel* m_icon;
  QLabel* m_text;
  QPushButton* m_save;
  QPushButton* m_cancel;
};

}  // namespace fb::ui
