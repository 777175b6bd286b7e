// SPDX-License-Identifier: MIT
// Combines parts into a pair.
#pragma once

#include "pairs/part_offers.h"

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

// Offers only complete parts of the large model's family, preselected as they most likely belong together until the
// user chooses otherwise. Owned by the models page. GUI thread only.
class PairBuilder : public QFrame {
  Q_OBJECT
public:
  explicit PairBuilder(QWidget* parent = nullptr);

  void setFindings(const std::vector<Finding>& findings);
  // While the parts are checked.
  void setBusy(bool busy);
  // The result of the last build; role is "error" or "muted". Empty hides it.
  void showMessage(const QString& text, const char* role);

Q_SIGNALS:
  // Only the paths and the name.
  void buildRequested(const fb::PairSpec& pair);

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Row {
    QLabel* label;
    QComboBox* combo;
    std::vector<PartOffer> offers;
    bool touched = false;  // chosen by hand
  };
  struct Texts {
    QString label, name, toolTip;
    QString absent;  // "a large model"
  };

  Row& row(Part part) { return m_rows[static_cast<std::size_t>(part)]; }
  static Texts textsOf(Part part);
  void build();
  void retranslate();
  // Updates offers and choices; choices made by hand are kept if they still fit.
  void choose();
  void showOffers(Row& row, std::vector<PartOffer> offers);
  void refresh();

  PartOffers m_parts;
  std::array<Row, kParts.size()> m_rows{};
  PairSpec m_chosen;  // as far as it is complete
  QLabel* m_nameLabel;
  QLineEdit* m_name;
  QLabel* m_hint;
  MessageLabel* m_message;
  QPushButton* m_build;
  bool m_busy = false;
  bool m_pressed = false;  // the button had the focus when the check started
};

}  // namespace fb::ui
