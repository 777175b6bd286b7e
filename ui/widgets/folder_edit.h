// SPDX-License-Identifier: MIT
// A folder's path with buttons that choose and open it.
#pragma once

#include <QString>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace fb::ui {

class Theme;

// GUI thread.
class FolderEdit : public QWidget {
  Q_OBJECT
public:
  explicit FolderEdit(const Theme* theme, QWidget* parent = nullptr);

  void setFolder(const QString& folder);  // no signal
  QString folder() const { return m_folder; }
  // The purpose of the folder, for the file dialog and screen readers.
  void setPurpose(const QString& purpose);

Q_SIGNALS:
  void folderEdited(const QString& folder);

protected:
  void changeEvent(QEvent* event) override;

private:
  void choose();
  void commit(const QString& folder);
  void retranslate();

  QString m_folder;
  QString m_purpose;
  QLineEdit* m_path = nullptr;
  QToolButton* m_choose = nullptr;
  QToolButton* m_open = nullptr;
};

}  // namespace fb::ui
