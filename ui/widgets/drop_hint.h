// SPDX-License-Identifier: MIT
// The dashed area that says what can be dropped.
#pragma once

#include <QLabel>

namespace fb::ui {

class Theme;

// Owned by the models page. GUI thread only.
class DropHint : public QLabel {
  Q_OBJECT
public:
  explicit DropHint(const Theme* theme, QWidget* parent = nullptr);

  // While something that can be dropped is over the page.
  void setActive(bool active);

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  const Theme* m_theme;
  bool m_active = false;
};

}  // namespace fb::ui
