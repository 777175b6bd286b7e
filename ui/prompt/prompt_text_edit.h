// SPDX-License-Identifier: MIT
// A text field that grows with its content.
#pragma once

#include <QMimeData>
#include <QPlainTextEdit>

namespace fb::ui {

// GUI thread. Tab leaves it, Ctrl+Return submits; it has its own undo.
class PromptTextEdit : public QPlainTextEdit {
  Q_OBJECT
public:
  PromptTextEdit(int leastLines, int mostLines, QWidget* parent = nullptr);

  // Whether images that are dropped or pasted here are passed on instead of being ignored.
  void setTakesImages(bool takes) { m_takesImages = takes; }
  // Replaces everything as one undo step, in which nothing is included that is typed later.
  void replaceText(const QString& text);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

Q_SIGNALS:
  void submitted();
  void imagesOffered(const QMimeData* data);

protected:
  bool canInsertFromMimeData(const QMimeData* data) const override;
  void insertFromMimeData(const QMimeData* data) override;
  void keyPressEvent(QKeyEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

private:
  int heightOf(int lines) const;
  void grow();

  int m_leastLines;
  int m_mostLines;
  bool m_takesImages = false;
};

}  // namespace fb::ui
