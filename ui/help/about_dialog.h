// SPDX-License-Identifier: MIT
// Version, method and licences.
#pragma once

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QTabWidget;
class QTextBrowser;

namespace fb::ui {

class Theme;

// Owned by the window; GUI thread.
class AboutDialog : public QDialog {
  Q_OBJECT
public:
  explicit AboutDialog(const Theme* theme, QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();

  const Theme* m_theme;
  QLabel* m_icon;
  QLabel* m_name;
  QLabel* m_version;
  QTabWidget* m_tabs;
  QTextBrowser* m_about;
  QTextBrowser* m_licences;
  QDialogButtonBox* m_buttons;
};

}  // namespace fb::ui
