// SPDX-License-Identifier: MIT
// A menu that sets shape, play and size limit of an export for a purpose.
#pragma once

#include "export/export_presets.h"

#include <QToolButton>

#include <vector>

class QAction;

namespace fb::ui {

// What a clip may be exported for.
enum class Purpose { Whole, Widescreen, Square, Portrait, Vertical, Loop, Attachment };
// The choice for that purpose; everything else stays as it is, and so does the place of a crop.
ExportChoice chosenFor(Purpose purpose, ExportChoice choice);

// Part of the export dialog. GUI thread.
class PurposeMenu : public QToolButton {
  Q_OBJECT
public:
  explicit PurposeMenu(QWidget* parent = nullptr);

  // What cannot be chosen for this format cannot be chosen in the menu either.
  void setFormat(ExportFormat format);
  void retranslate();

Q_SIGNALS:
  void chosen(fb::ui::Purpose purpose);

private:
  std::vector<QAction*> m_actions;
};

}  // namespace fb::ui
