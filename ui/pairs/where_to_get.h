// SPDX-License-Identifier: MIT
// Which public repositories contain the files of each family.
#pragma once

#include <QFrame>

#include <cstdint>
#include <optional>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace fb::ui {

// Owned by the models page. GUI thread only.
class WhereToGet : public QFrame {
  Q_OBJECT
public:
  explicit WhereToGet(QWidget* parent = nullptr);

  // On the disk where models go; absent: not known. Families that need more are marked.
  void setFreeSpace(std::optional<std::uintmax_t> bytes);

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Text {
    QLabel* label;
    const char* source;  // untranslated
  };

  struct Need {
    QLabel* label;
    std::uintmax_t bytes;
    std::uintmax_t bytes16;  // with the large model in 16 bits
    const char* licence;     // untranslated
  };

  QLabel* addText(QVBoxLayout* layout, const char* source);
  void addLink(QVBoxLayout* layout, const QString& repository);
  void retranslate();

  std::vector<Text> m_texts;
  std::vector<QLabel*> m_links;
  std::vector<Need> m_needs;
  std::optional<std::uintmax_t> m_free;
};

}  // namespace fb::ui
