// SPDX-License-Identifier: MIT
#include "lab/prompt_list_edit.h"

#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace fb::ui {
namespace {

constexpr int kLeastLines = 4;

std::vector<std::string> linesOf(const QString& text) {
  std::vector<std::string> lines;
  for (const auto& line : text.split(QLatin1Char('\n')))
    if (const auto trimmed = line.trimmed(); !trimmed.isEmpty()) lines.push_back(trimmed.toStdString());
  return lines;
}

}  // namespace

PromptListEdit::PromptListEdit(QWidget* parent) : QPlainTextEdit(parent) {
  setTabChangesFocus(true);
  setMinimumHeight(kLeastLines * fontMetrics().lineSpacing() + 16);
}

std::vector<std::string> PromptListEdit::prompts() const { return linesOf(toPlainText()); }

void PromptListEdit::add(const std::vector<std::string>& added) {
  auto lines = prompts();
  for (const auto& prompt : added)
    for (const auto& line : linesOf(QString::fromStdString(prompt)))
      if (std::ranges::find(lines, line) == lines.end()) lines.push_back(line);
  QStringList text;
  for (const auto& line : lines) text << QString::fromStdString(line);
  setPlainText(text.join(QLatin1Char('\n')));
}

bool PromptListEdit::canInsertFromMimeData(const QMimeData* source) const {
  return source->hasUrls() || QPlainTextEdit::canInsertFromMimeData(source);
}

void PromptListEdit::insertFromMimeData(const QMimeData* source) {
  if (!source->hasUrls()) return QPlainTextEdit::insertFromMimeData(source);
  for (const auto& url : source->urls())
    if (url.isLocalFile()) Q_EMIT fileOffered(url.toLocalFile());
}

}  // namespace fb::ui
