// SPDX-License-Identifier: MIT
// A text field of prompts, one in each line, onto which text files can be dropped.
#pragma once

#include <QPlainTextEdit>

#include <string>
#include <vector>

namespace fb::ui {

// Owned by the form it is in. GUI thread. Does not read the files.
class PromptListEdit : public QPlainTextEdit {
  Q_OBJECT
public:
  explicit PromptListEdit(QWidget* parent = nullptr);

  // The lines that are not empty.
  std::vector<std::string> prompts() const;
  // Those that are not there yet.
  void add(const std::vector<std::string>& prompts);

Q_SIGNALS:
  void fileOffered(const QString& file);

protected:
  bool canInsertFromMimeData(const QMimeData* source) const override;
  void insertFromMimeData(const QMimeData* source) override;
};

}  // namespace fb::ui
