// SPDX-License-Identifier: MIT
// Puts five parts together to a pair.
#pragma once

#include "pairs/component_scan.h"

#include <QFrame>
#include <QString>

#include <array>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace fb::ui {

class MessageLabel;

// Offers only parts that are complete, chosen as they most likely belong together until someone chooses otherwise.
// Owned by the models page. GUI thread only.
class PairBuilder : public QFrame {
  Q_OBJECT
public:
  explicit PairBuilder(QWidget* parent = nullptr);

  void setFindings(const std::vector<Finding>& findings);
  // While the parts are checked.
  void setBusy(bool busy);
  // What became of the last build; role is "error" or "muted". Empty hides it.
  void showMessage(const QString& text, const char* role);

Q_SIGNALS:
  void buildRequested(const fb::PairSpec& pair);

protected:
  void changeEvent(QEvent* event) override;

private:
  enum Part { Large, Small, TextEncoder, Tokenizer, Vae, kParts };

  void build();
  void retranslate();
  void preselect();
  void choose(Part part, const std::filesystem::path& path);
  std::filesystem::path chosen(Part part) const;
  std::filesystem::path besideLarge(Part part) const;
  QString suggestedName() const;
  void refresh();

  std::vector<Finding> m_findings;
  std::array<std::vector<std::filesystem::path>, kParts> m_offers;
  std::array<QComboBox*, kParts> m_combos;
  std::array<QLabel*, kParts> m_labels;
  std::array<bool, kParts> m_touched{};  // chosen by hand
  QLabel* m_nameLabel;
  QLineEdit* m_name;
  QLabel* m_hint;
  MessageLabel* m_message;
  QPushButton* m_build;
  bool m_busy = false;
};

}  // namespace fb::ui
