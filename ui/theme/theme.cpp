// SPDX-License-Identifier: MIT
#include "theme/theme.h"

#include "theme/icon_engine.h"
#include "theme/style_sheet.h"

#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QProxyStyle>
#include <QStyleFactory>

// This macro is the only way to the resources of a static library, and must be used outside any namespace.
static void initResources() {
  Q_INIT_RESOURCE(icons);
  Q_INIT_RESOURCE(theme);
}

namespace fb::ui {

namespace {

// Fusion, plus what a style sheet cannot express.
class StudioStyle : public QProxyStyle {
public:
  StudioStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

  void polish(QWidget* widget) override {
    QProxyStyle::polish(widget);
    // Subclasses of QWidget paint the background of their style sheet rule only if told to.
    const QString role = widget->property("role").toString();
    if (role == QLatin1String("card") || role == QLatin1String("panel") ||
        qobject_cast<QDockWidget*>(widget->parentWidget()))
      widget->setAttribute(Qt::WA_StyledBackground);
  }
  using QProxyStyle::polish;

  int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                QStyleHintReturn* result) const override {
    switch (hint) {
      case SH_Slider_AbsoluteSetButtons:
        return Qt::LeftButton;  // a click on the groove goes there
      case SH_ToolTip_WakeUpDelay:
        return 500;
      case SH_ScrollBar_Transient:
      case SH_EtchDisabledText:
        return 0;
      default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
  }
};

bool isDark(const QPalette& palette) {
  return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

}  // namespace

Theme::Theme(QApplication& application, QObject* parent) : QObject(parent), m_application(application) {
  initResources();
  m_systemIsDark = isDark(QApplication::palette());
  QApplication::setStyle(new StudioStyle);
  apply();
  m_application.installEventFilter(this);
}

void Theme::choose(ThemeChoice choice) {
  if (choice == m_choice) return;
  m_choice = choice;
  apply();
}

QIcon Theme::icon(const QString& name) const { return icon(name, &ThemeColors::text); }

QIcon Theme::icon(const QString& name, QColor ThemeColors::*color) const {
  // The program's own icon keeps its colours.
  if (name == QLatin1String("app")) return QIcon(QStringLiteral(":/flowblend/icons/app.svg"));
  return QIcon(new ThemeIconEngine(this, name, color));
}

bool Theme::eventFilter(QObject* object, QEvent* event) {
  // Every window is notified of it; they are handled once, after the last.
  if (event->type() == QEvent::ThemeChange)
    QMetaObject::invokeMethod(this, &Theme::readSystemPalette, Qt::QueuedConnection);
  return QObject::eventFilter(object, event);
}

void Theme::readSystemPalette() {
  // Our own palette hides the desktop's for as long as it is set.
  QApplication::setPalette(QPalette());
  m_systemIsDark = isDark(QApplication::palette());
  apply();
}

void Theme::apply() {
  const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemIsDark);
  m_colors = dark ? darkColors() : lightColors();
  QApplication::setPalette(paletteOf(m_colors));
  m_application.setStyleSheet(styleSheetOf(m_colors));
  Q_EMIT changed();
}

}  // namespace fb::ui
