// SPDX-License-Identifier: MIT
// Colours, style sheet and icons of the two themes. One Theme is made by main and passed to widgets that paint by hand.
#pragma once

#include <QColor>
#include <QIcon>
#include <QObject>
#include <QString>

class QApplication;

namespace fb::ui {

enum class ThemeChoice { System, Light, Dark };

// What hand-painted widgets draw with. Text colours keep a contrast of at least 4.5:1 on panel and field.
struct ThemeColors {
  QColor window;  // behind the panels
  QColor panel;   // of a dock or card
  QColor field;   // of inputs and buttons
  QColor stage;   // around the frames of a clip
  QColor border;
  QColor text;
  QColor textMuted;
  QColor accent;  // the one thing to press
  QColor focus;   // ring around the widget with the keyboard focus; handles, filled parts of bars
  QColor onAccent;
  QColor warning;
  QColor error;
  QColor success;
  QColor large;       // the large model: amber
  QColor small;       // the small model: cyan
  QColor largeShade;  // stage backgrounds of the plot
  QColor smallShade;
  bool dark = true;
};

// GUI thread only.
class Theme : public QObject {
  Q_OBJECT
public:
  explicit Theme(QApplication& application, QObject* parent = nullptr);

  void choose(ThemeChoice choice);
  ThemeChoice choice() const { return m_choice; }
  const ThemeColors& colors() const { return m_colors; }
  // An icon in resources/icons by its file name without extension, in the text colour; see icons.qrc for the list. It
  // follows later changes of the theme automatically.
  QIcon icon(const QString& name) const;
  // The same in another colour, such as &ThemeColors::onAccent for a button with role "primary".
  QIcon icon(const QString& name, QColor ThemeColors::*color) const;

Q_SIGNALS:
  // Palette and style sheet are already set.
  void changed();

private:
  bool eventFilter(QObject* object, QEvent* event) override;
  void readSystemPalette();
  void apply();

  QApplication& m_application;
  ThemeChoice m_choice = ThemeChoice::System;
  ThemeColors m_colors;
  bool m_systemIsDark = false;
};

}  // namespace fb::ui
