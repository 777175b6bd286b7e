// SPDX-License-Identifier: MIT
#include "theme/theme.h"

#include <QApplication>
#include <QDirIterator>
#include <QImage>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QtTest>

#include <array>
#include <cmath>

using namespace fb::ui;

namespace {

using Rgb = std::array<double, 3>;

Rgb linear(const QColor& color) {
  const auto channel = [](double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return {channel(color.redF()), channel(color.greenF()), channel(color.blueF())};
}

double luminance(const Rgb& rgb) { return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]; }

double contrast(double a, double b) { return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05); }

double contrast(const QColor& a, const QColor& b) { return contrast(luminance(linear(a)), luminance(linear(b))); }

// Machado, Oliveira, Fernandes 2009, severity 1.0.
constexpr std::array<Rgb, 3> kProtanopia = {Rgb{0.152286, 1.052583, -0.204868}, Rgb{0.114503, 0.786281, 0.099216},
                                            Rgb{-0.003882, -0.048116, 1.051998}};
constexpr std::array<Rgb, 3> kDeuteranopia = {Rgb{0.367322, 0.860646, -0.227968}, Rgb{0.280085, 0.672501, 0.047413},
                                              Rgb{-0.011820, 0.042940, 0.968881}};

Rgb seenWith(const std::array<Rgb, 3>& deficiency, const QColor& color) {
  const Rgb rgb = linear(color);
  Rgb seen{};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) seen[row] += deficiency[row][column] * rgb[column];
    seen[row] = std::clamp(seen[row], 0.0, 1.0);
  }
  return seen;
}

QColor mixed(const QColor& base, const QColor& other, double share) {
  const auto channel = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
  return QColor::fromRgbF(channel(base.redF(), other.redF()), channel(base.greenF(), other.greenF()),
                          channel(base.blueF(), other.blueF()));
}

bool hasInk(const QImage& image) {
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x)
      if (image.pixelColor(x, y).alpha() > 128) return true;
  return false;
}

}  // namespace

class TestTheme : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
  void cleanupTestCase() { m_theme.reset(); }

  void aFieldAtItsLimitKeepsBothArrows_data() { bothThemes(); }
  // Without one, it looks as if half of it was missing.
  void aFieldAtItsLimitKeepsBothArrows() {
    QFETCH(ThemeChoice, choice);
    m_theme->choose(choice);
    QSpinBox field;
    field.setRange(0, 9);
    field.resize(120, 32);
    // How far the arrow stands out from its button.
    const auto contrastOf = [&field](int value, bool up) {
      field.setValue(value);
      const auto image = field.grab().toImage();
      double least = 1, most = 0;
      for (int y = up ? 4 : 18; y < (up ? 14 : 28); ++y)
        for (int x = 104; x < 116; ++x) {
          const double light = luminance(linear(image.pixelColor(x, y)));
          least = std::min(least, light);
          most = std::max(most, light);
        }
      return contrast(least, most);
    };
    for (const bool up : {true, false}) {
      const double usual = contrastOf(5, up), atTheLimit = contrastOf(up ? 9 : 0, up);
      QVERIFY2(usual > 2 && atTheLimit > 1.15 && atTheLimit < .8 * usual,
               qPrintable(QStringLiteral("%1 %2").arg(usual).arg(atTheLimit)));
    }
  }

  void textIsLegible_data() { bothThemes(); }
  void textIsLegible() {
    QFETCH(ThemeChoice, choice);
    m_theme->choose(choice);
    const ThemeColors& colors = m_theme->colors();
    QCOMPARE(colors.dark, choice == ThemeChoice::Dark);
    for (const QColor& ground : {colors.panel, colors.field})
      for (const QColor& ink :
           {colors.text, colors.textMuted, colors.warning, colors.error, colors.success, colors.large, colors.small})
        QVERIFY2(
            contrast(ink, ground) >= 4.5,
            qPrintable(QString("%1 on %2: %3").arg(ink.name(), ground.name()).arg(contrast(ink, ground), 0, 'f', 2)));
    QVERIFY(contrast(colors.onAccent, colors.accent) >= 4.5);
    QVERIFY(contrast(colors.text, colors.window) >= 4.5);
    QVERIFY(contrast(colors.textMuted, colors.window) >= 4.5);
    QVERIFY(contrast(colors.large, colors.largeShade) >= 4.5);
    QVERIFY(contrast(colors.small, colors.smallShade) >= 4.5);
    // Graphics, not text: 3:1 is the bar. Rings are on all of these, and so are handles and filled bars.
    for (const QColor& ground : {colors.window, colors.panel, colors.field, colors.stage, colors.largeShade,
                                 colors.smallShade, mixed(colors.field, colors.dark ? Qt::white : Qt::black, .1)})
      QVERIFY2(contrast(colors.focus, ground) >= 3.0, qPrintable(ground.name()));
    // The button to press is also read while it is pointed at and pressed.
    for (const double darker : {0., .12, .25})
      QVERIFY(contrast(colors.onAccent, mixed(colors.accent, Qt::black, darker)) >= 4.5);
    for (const QColor& ink : {colors.error, colors.warning})
      QVERIFY(contrast(ink, mixed(colors.panel, ink, .08)) >= 4.5);
    QVERIFY(contrast(colors.accent, colors.panel) >= 3.0);
  }

  void stageColoursDifferInLightness_data() { bothThemes(); }
  void stageColoursDifferInLightness() {
    QFETCH(ThemeChoice, choice);
    m_theme->choose(choice);
    const ThemeColors& colors = m_theme->colors();
    for (const auto& deficiency : {kProtanopia, kDeuteranopia}) {
      const double ratio =
          contrast(luminance(seenWith(deficiency, colors.large)), luminance(seenWith(deficiency, colors.small)));
      QVERIFY2(ratio >= 1.25, qPrintable(QString::number(ratio)));
    }
    QVERIFY(contrast(colors.large, colors.small) >= 1.5);
  }

  void everyIconDraws_data() {
    QTest::addColumn<QString>("name");
    for (const char* name :
         {"play",    "pause",  "stop",    "step-forward", "step-back", "skip-start", "skip-end", "loop",  "zoom-fit",
          "compare", "export", "add",     "remove",       "edit",      "up",         "down",     "dice",  "copy",
          "lock",    "unlock", "refresh", "search",       "folder",    "file",       "trash",    "star",  "info",
          "warning", "error",  "check",   "close",        "more",      "settings",   "help",     "queue", "history",
          "models",  "prompt", "stages",  "preview",      "log",       "film",       "image",    "wand",  "save",
          "undo",    "redo",   "filter",  "eye",          "play-fast", "app"})
      QTest::newRow(name) << QString::fromLatin1(name);
  }
  void everyIconDraws() {
    QFETCH(QString, name);
    const QIcon icon = m_theme->icon(name);
    QVERIFY(!icon.isNull());
    for (const double ratio : {1.0, 2.0, 3.0}) {
      const QPixmap pixmap = icon.pixmap(QSize(20, 20), ratio);
      QCOMPARE(pixmap.size(), QSize(20, 20) * ratio);
      QVERIFY(hasInk(pixmap.toImage()));
    }
  }

  void anIconFollowsTheTheme() {
    m_theme->choose(ThemeChoice::Dark);
    const QIcon icon = m_theme->icon("stop");
    QCOMPARE(centre(icon, QIcon::Normal), m_theme->colors().text);
    m_theme->choose(ThemeChoice::Light);
    QCOMPARE(centre(icon, QIcon::Normal), m_theme->colors().text);
    QCOMPARE(centre(icon, QIcon::Selected), m_theme->colors().onAccent);
    QVERIFY(centre(icon, QIcon::Disabled) != centre(icon, QIcon::Normal));
    QCOMPARE(centre(m_theme->icon("stop", &ThemeColors::error), QIcon::Normal), m_theme->colors().error);
    QVERIFY(m_theme->icon("no-such-icon").isNull());
  }

  void choosingAnnouncesTheChangeOnce() {
    m_theme->choose(ThemeChoice::Light);
    QSignalSpy changed(m_theme.get(), &Theme::changed);
    m_theme->choose(ThemeChoice::Dark);
    m_theme->choose(ThemeChoice::Dark);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(qApp->palette().color(QPalette::Window), m_theme->colors().panel);
    QVERIFY(qApp->styleSheet().contains(m_theme->colors().accent.name()));
    QVERIFY(!qApp->styleSheet().contains('@'));
  }

  void theKeyboardFocusIsSeen_data() { bothThemes(); }
  void theKeyboardFocusIsSeen() {
    QFETCH(ThemeChoice, choice);
    m_theme->choose(choice);
    QWidget window;
    QPushButton first("First", &window);
    QPushButton second("Second", &window);
    first.setGeometry(10, 10, 100, 34);
    second.setGeometry(10, 60, 100, 34);
    window.resize(140, 110);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    second.setFocus();
    const QImage before = first.grab().toImage();
    first.setFocus(Qt::TabFocusReason);
    const QImage focused = first.grab().toImage();
    QVERIFY(before != focused);
    QCOMPARE(focused.pixelColor(50, 1), m_theme->colors().focus);
  }

private:
  static void bothThemes() {
    QTest::addColumn<ThemeChoice>("choice");
    QTest::newRow("dark") << ThemeChoice::Dark;
    QTest::newRow("light") << ThemeChoice::Light;
  }
  static QColor centre(const QIcon& icon, QIcon::Mode mode) {
    return icon.pixmap(QSize(24, 24), mode).toImage().pixelColor(12, 12);
  }

  std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
