// SPDX-License-Identifier: MIT
// A field for a file of weights: chosen, dropped, typed or cleared, with what is in it or wrong with it below.
#pragma once

#include <QString>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace fb::ui {

class MessageLabel;
class Theme;

// Owned by the form it is in. GUI thread. Does not look into the file: whoever does tells it what was found.
class WeightsEdit : public QWidget {
  Q_OBJECT
public:
  explicit WeightsEdit(const Theme* theme, QWidget* parent = nullptr);

  void setFile(const QString& file);  // no signal
  QString file() const { return m_file; }
  // For the file dialog and screen readers.
  void setPurpose(const QString& purpose);
  void setPlaceholder(const QString& text);
  // What the file holds, and why it cannot be used; either may be empty.
  void say(const QString& found, const QString& problem);

Q_SIGNALS:
  // A file, or a folder with one; empty: cleared.
  void fileEdited(const QString& file);

protected:
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

private:
  void choose();
  void commit(const QString& path);
  void retranslate();

  QString m_file;
  QString m_purpose;
  QLineEdit* m_path;
  QToolButton* m_choose;
  QToolButton* m_clear;
  QLabel* m_found;
  MessageLabel* m_problem;
};

}  // namespace fb::ui
