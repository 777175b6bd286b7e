// SPDX-License-Identifier: MIT
#include "prompt/prompt_text_edit.h"

#include "prompt/image_files.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QTextCursor>

#include <algorithm>
#include <cmath>

namespace fb::ui {

PromptTextEdit::PromptTextEdit(int leastLines, int mostLines, QWidget* parent)
    : QPlainTextEdit(parent), m_leastLines(leastLines), m_mostLines(mostLines) {
  setTabChangesFocus(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  document()->setDocumentMargin(3);
  // Its height follows its lines; a scroll bar that comes and goes would change the line breaks.
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, &PromptTextEdit::grow);
  grow();
}

void PromptTextEdit::replaceText(const QString& text) {
  if (text == toPlainText()) return;
  QTextCursor cursor(document());
  cursor.select(QTextCursor::Document);
  cursor.insertText(text);
  // What is typed behind it would otherwise become part of this step: undoing a word would take the whole text away.
  document()->setModified(false);
}

QSize PromptTextEdit::sizeHint() const { return {QPlainTextEdit::sizeHint().width(), height()}; }

QSize PromptTextEdit::minimumSizeHint() const {
  return {fontMetrics().averageCharWidth() * 12, heightOf(m_leastLines)};
}

int PromptTextEdit::heightOf(int lines) const {
  const int frame = height() - viewport()->height();
  return lines * fontMetrics().lineSpacing() + static_cast<int>(2 * document()->documentMargin()) +
         std::clamp(frame, 2, 24);
}

void PromptTextEdit::grow() {
  // QPlainTextEdit's document measures itself in lines.
  const int lines = static_cast<int>(std::ceil(document()->size().height()));
  setVerticalScrollBarPolicy(lines > m_mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
  const int wanted = heightOf(std::clamp(lines, m_leastLines, m_mostLines));
  if (wanted != minimumHeight() || wanted != maximumHeight()) setFixedHeight(wanted);
}

void PromptTextEdit::keyPressEvent(QKeyEvent* event) {
  const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (isReturn && event->modifiers().testFlag(Qt::ControlModifier)) {
    Q_EMIT submitted();
    return event->accept();
  }
  QPlainTextEdit::keyPressEvent(event);
}

bool PromptTextEdit::canInsertFromMimeData(const QMimeData* source) const {
  return (m_takesImages && holdsImages(*source)) || QPlainTextEdit::canInsertFromMimeData(source);
}

void PromptTextEdit::insertFromMimeData(const QMimeData* source) {
  // Office programs copy text together with an image of it; files have their paths as text.
  const bool isText = source->hasText() && !source->hasUrls();
  if (m_takesImages && !isText && holdsImages(*source))
    Q_EMIT imagesOffered(source);
  else
    QPlainTextEdit::insertFromMimeData(source);
}

void PromptTextEdit::changeEvent(QEvent* event) {
  QPlainTextEdit::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) grow();
}

void PromptTextEdit::resizeEvent(QResizeEvent* event) {
  QPlainTextEdit::resizeEvent(event);
  grow();
}

}  // namespace fb::ui
