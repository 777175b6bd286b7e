// SPDX-License-Identifier: MIT
// Files that are not parts of a pair, folded into one line: opened, each has a line that says what it is or why.
#pragma once

#include "pairs/component_scan.h"

#include <QFrame>

#include <vector>

class QLabel;
class QToolButton;

namespace fb::ui {

// Whether a pair can have it as a part.
bool isPart(const Finding& finding);

// Owned by the models page; hidden while there are none. GUI thread.
class FoldedFiles : public QFrame {
  Q_OBJECT
public:
  // LoRAs, or what cannot be used at all.
  enum class Kind { Loras, Useless };
  explicit FoldedFiles(Kind kind, QWidget* parent = nullptr);

  // Takes those of its kind.
  void setFindings(const std::vector<Finding>& findings);

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  QString lineOf(const Finding& finding) const;

  Kind m_kind;
  std::vector<Finding> m_findings;
  QToolButton* m_toggle;
  QLabel* m_lines;
};

}  // namespace fb::ui
