// SPDX-License-Identifier: MIT
// Which public repositories hold the files of a family.
#pragma once

#include <QFrame>

#include <array>

class QLabel;

namespace fb::ui {

// Owned by the models page. GUI thread only.
class WhereToGet : public QFrame {
  Q_OBJECT
public:
  explicit WhereToGet(QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;

private:
  void retranslate();

  struct Row {
    QLabel* repository;
    QLabel* files;
  };
  QLabel* m_intro;
  std::array<Row, 3> m_rows;
};

}  // namespace fb::ui
