// SPDX-License-Identifier: MIT
// Which public repositories contain the files of each family.
#pragma once

#include <QFrame>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace fb::ui {

// Owned by the models page. GUI thread only.
class WhereToGet : public QFrame {
  Q_OBJECT
public:
  explicit WhereToGet(QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Text {
    QLabel* label;
    const char* source;  // untranslated
  };

  QLabel* addText(QVBoxLayout* layout, const char* source);
  void addLink(QVBoxLayout* layout, const QString& repository);
  void retranslate();

  std::vector<Text> m_texts;
  std::vector<QLabel*> m_links;
};

}  // namespace fb::ui
