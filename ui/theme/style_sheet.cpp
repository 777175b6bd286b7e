// SPDX-License-Identifier: MIT
#include "theme/style_sheet.h"

#include <QFile>
#include <QRegularExpression>

#include <initializer_list>
#include <utility>

namespace fb::ui {

namespace {

QColor mix(const QColor& base, const QColor& other, double share) {
  const auto channel = [share](double a, double b) { return static_cast<float>(a + (b - a) * share); };
  return QColor::fromRgbF(channel(base.redF(), other.redF()), channel(base.greenF(), other.greenF()),
                          channel(base.blueF(), other.blueF()));
}

QColor faded(const ThemeColors& colors) { return mix(colors.panel, colors.textMuted, 0.55); }

}  // namespace

// The large model's colour is the lighter one in both themes, so that they can be told apart without relying on hue.
ThemeColors darkColors() {
  ThemeColors colors;
  colors.dark = true;
  colors.window = 0x1b1d20;
  colors.panel = 0x22252a;
  colors.field = 0x2b2f36;
  colors.stage = 0x111215;
  colors.border = 0x3a4049;
  colors.text = 0xe8eaed;
  colors.textMuted = 0x9ea5af;
  colors.accent = 0x3d6fe6;
  colors.focus = 0x7ea6ff;
  colors.onAccent = 0xffffff;
  colors.warning = 0xf2c14e;
  colors.error = 0xff8a80;
  colors.success = 0x5bc98f;
  colors.large = 0xffb84d;
  colors.small = 0x35a5ce;
  colors.largeShade = 0x3d352a;
  colors.smallShade = 0x22353e;
  return colors;
}

ThemeColors lightColors() {
  ThemeColors colors;
  colors.dark = false;
  colors.window = 0xe9ebef;
  colors.panel = 0xfbfcfd;
  colors.field = 0xf1f3f6;
  colors.stage = 0xdcdfe4;
  colors.border = 0xc6ccd5;
  colors.text = 0x1d2025;
  colors.textMuted = 0x59606b;
  colors.accent = 0x2f62d9;
  colors.focus = 0x2f62d9;
  colors.onAccent = 0xffffff;
  colors.warning = 0x855600;
  colors.error = 0xb3261e;
  colors.success = 0x176f3d;
  colors.large = 0xa05a00;
  colors.small = 0x05527a;
  colors.largeShade = 0xfbecd4;
  colors.smallShade = 0xd6ebf5;
  return colors;
}

QPalette paletteOf(const ThemeColors& colors) {
  QPalette palette;
  for (const auto& [role, color] : std::initializer_list<std::pair<QPalette::ColorRole, QColor>>{
           {QPalette::Window, colors.panel},
           {QPalette::WindowText, colors.text},
           {QPalette::Base, colors.field},
           {QPalette::AlternateBase, mix(colors.field, colors.panel, 0.5)},
           {QPalette::Text, colors.text},
           {QPalette::PlaceholderText, colors.textMuted},
           {QPalette::Button, colors.field},
           {QPalette::ButtonText, colors.text},
           {QPalette::BrightText, colors.error},
           {QPalette::ToolTipBase, colors.field},
           {QPalette::ToolTipText, colors.text},
           {QPalette::Highlight, colors.accent},
           {QPalette::HighlightedText, colors.onAccent},
           {QPalette::Link, colors.focus},
           {QPalette::LinkVisited, colors.focus},
           {QPalette::Light, mix(colors.field, Qt::white, 0.15)},
           {QPalette::Midlight, mix(colors.field, Qt::white, 0.08)},
           {QPalette::Mid, colors.border},
           {QPalette::Dark, mix(colors.panel, Qt::black, 0.3)},
           {QPalette::Shadow, mix(colors.panel, Qt::black, 0.6)},
       })
    palette.setColor(role, color);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
    palette.setColor(QPalette::Disabled, role, faded(colors));
  palette.setColor(QPalette::Disabled, QPalette::Highlight, colors.border);
  return palette;
}

QString styleSheetOf(const ThemeColors& colors) {
  const QColor lift = colors.dark ? QColor(Qt::white) : QColor(Qt::black);
  const QHash<QString, QColor> values = {
      {"window", colors.window},
      {"panel", colors.panel},
      {"field", colors.field},
      {"border", colors.border},
      {"text", colors.text},
      {"muted", colors.textMuted},
      {"faded", faded(colors)},
      {"accent", colors.accent},
      {"accentHover", mix(colors.accent, Qt::black, 0.12)},
      {"accentPressed", mix(colors.accent, Qt::black, 0.25)},
      {"onAccent", colors.onAccent},
      {"focus", colors.focus},
      {"warning", colors.warning},
      {"error", colors.error},
      {"warningShade", mix(colors.panel, colors.warning, 0.08)},
      {"errorShade", mix(colors.panel, colors.error, 0.08)},
      {"hover", mix(colors.field, lift, 0.07)},
      {"pressed", mix(colors.field, lift, 0.14)},
      {"groove", mix(colors.field, lift, 0.10)},
      {"knob", colors.dark ? QColor(0xf2f4f7) : QColor(0xffffff)},
      {"knobBorder", colors.dark ? QColor(0xf2f4f7) : mix(colors.border, Qt::black, 0.25)},
  };
  QFile file(QStringLiteral(":/flowblend/style.qss"));
  if (!file.open(QIODevice::ReadOnly)) return {};
  const QString source = QString::fromUtf8(file.readAll());
  static const QRegularExpression name(QStringLiteral("@([A-Za-z]+)"));
  QString sheet;
  qsizetype from = 0;
  for (auto match = name.globalMatch(source); match.hasNext();) {
    const auto found = match.next();
    Q_ASSERT(values.contains(found.captured(1)));
    sheet += QStringView(source).mid(from, found.capturedStart() - from);
    sheet += values.value(found.captured(1)).name();
    from = found.capturedEnd();
  }
  sheet += QStringView(source).mid(from);
  return sheet;
}

}  // namespace fb::ui
