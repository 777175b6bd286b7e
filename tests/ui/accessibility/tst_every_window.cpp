// SPDX-License-Identifier: MIT
// What holds in every window: the wheel changes only what has the focus, the focus is seen wherever Tab leads, no
// text is cut off in any language, and texts and icons stand out from what is behind them.
#include "lab/lab_window.h"
#include "plots/divergence_plot.h"
#include "runs/history_model.h"
#include "runs/queue_runner.h"
#include "studio_fixture.h"
#include "sweep_engine.h"
#include "widgets/elided_label.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QHash>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStatusBar>
#include <QStyle>
#include <QStyleOption>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <functional>

using namespace fb;
using namespace fb::ui;

namespace {

constexpr auto kSecondary = {"settingsAction", "modelsAction", "compareAction", "exportAction",
                             "helpAction",     "logAction",    "aboutAction",   "findBoundariesAction"};

bool isField(const QWidget* widget) {
  return qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
         (qobject_cast<const QAbstractSlider*>(widget) && !qobject_cast<const QScrollBar*>(widget));
}

int valueOf(const QWidget* field) {
  if (const auto* combo = qobject_cast<const QComboBox*>(field)) return combo->currentIndex();
  return static_cast<int>(field->property("value").toDouble() * 1000);
}

void turnWheel(QWidget* widget, int by) {
  const QPointF at = widget->rect().center();
  QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, by}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
  QApplication::sendEvent(widget, &event);
}

QString nameOf(const QWidget* widget) {
  const auto name = widget->objectName();
  return QStringLiteral("%1/%2").arg(widget->window()->objectName(),
                                     name.isEmpty() ? QString::fromLatin1(widget->metaObject()->className()) : name);
}

bool isTabStop(const QWidget* widget) {
  return (widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled() && !widget->focusProxy();
}

// In the order of the Tab key.
QWidgetList tabStops(QWidget* window) {
  QWidgetList stops;
  for (auto* at = window->nextInFocusChain(); at != window; at = at->nextInFocusChain())
    if (at->window() == window && isTabStop(at)) stops << at;
  return stops;
}

// How wide a line of text with a mnemonic is drawn: its letters are not kerned as the size hint assumes.
int drawnWidth(const QLabel* label) {
  QImage image(label->sizeHint() + QSize(40, 0), QImage::Format_RGB32);
  image.fill(Qt::white);
  QPainter painter(&image);
  painter.setFont(label->font());
  painter.drawText(image.rect(), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, label->text());
  for (int x = image.width() - 1; x >= 0; --x)
    for (int y = 0; y < image.height(); ++y)
      if (qGray(image.pixel(x, y)) < 200) return x + 1;
  return 0;
}

// What is missing of a text, in words; empty: nothing.
QString cut(const QLabel* label) {
  if (label->text().isEmpty() || dynamic_cast<const ElidedLabel*>(label)) return {};
  const int height = label->wordWrap() ? label->heightForWidth(label->width()) : label->sizeHint().height();
  if (height > label->height() + 1) return QStringLiteral("%1 of %2 px high").arg(label->height()).arg(height);
  if (!label->wordWrap() && label->buddy() && drawnWidth(label) > label->contentsRect().width() + 1)
    return QStringLiteral("%1 of %2 px drawn").arg(label->contentsRect().width()).arg(drawnWidth(label));
  if (label->wordWrap() || label->sizeHint().width() <= label->width() + 1) return {};
  return QStringLiteral("%1 of %2 px wide").arg(label->width()).arg(label->sizeHint().width());
}

QString cut(const QAbstractButton* button) {
  if (button->text().isEmpty() || button->sizeHint().width() <= button->width() + 1) return {};
  const auto* tool = qobject_cast<const QToolButton*>(button);
  if (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly) return {};
  return QStringLiteral("%1 of %2 px wide").arg(button->width()).arg(button->sizeHint().width());
}

QString cut(const QHeaderView* header) {
  for (int i = 0; i < header->count(); ++i)
    if (!header->isSectionHidden(i) && header->sectionSizeHint(i) > header->sectionSize(i) + 1)
      return QStringLiteral("section %1: %2 of %3 px")
          .arg(i)
          .arg(header->sectionSize(i))
          .arg(header->sectionSizeHint(i));
  return {};
}

QString cut(const QTabBar* tabs) {
  for (int i = 0; i < tabs->count(); ++i)
    if (tabs->fontMetrics().horizontalAdvance(tabs->tabText(i).remove('&')) > tabs->tabRect(i).width())
      return QStringLiteral("tab %1: %2 px").arg(tabs->tabText(i)).arg(tabs->tabRect(i).width());
  return {};
}

QString cutTo(int room, const QString& text, const QWidget* widget) {
  const int width = widget->fontMetrics().horizontalAdvance(text);
  return text.isEmpty() || width <= room ? QString() : QStringLiteral("%1: %2 of %3 px").arg(text).arg(room).arg(width);
}

// What stands in it as long as nothing is typed.
QString cut(const QLineEdit* edit) {
  constexpr int kMargin = 2;  // Qt's own, at both sides of the text
  QStyleOptionFrame option;
  option.initFrom(edit);
  const auto contents = edit->style()->subElementRect(QStyle::SE_LineEditContents, &option, edit);
  return cutTo(contents.width() - 2 * kMargin, edit->placeholderText(), edit);
}

// Any of its choices.
QString cut(const QComboBox* combo) {
  QStyleOptionComboBox option;
  option.initFrom(combo);
  option.subControls = QStyle::SC_All;
  const int room =
      combo->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo).width();
  QStringList all;
  for (int i = 0; i < combo->count(); ++i) all << cutTo(room, combo->itemText(i), combo);
  all.removeAll(QString());
  return all.join(QStringLiteral(", "));
}

// Relative luminance as WCAG defines it.
double luminance(QRgb color) {
  const auto linear = [](int level) {
    const double value = level / 255.;
    return value <= .04045 ? value / 12.92 : std::pow((value + .055) / 1.055, 2.4);
  };
  return .2126 * linear(qRed(color)) + .7152 * linear(qGreen(color)) + .0722 * linear(qBlue(color));
}

constexpr int kEnlarged = 3;  // strokes are then wider than the pixels that smooth their edges

QImage enlarged(QWidget* window) {
  QImage image(window->size() * kEnlarged, QImage::Format_RGB32);
  image.setDevicePixelRatio(kEnlarged);
  window->render(&image);
  return image;
}

// Between what most of the place is filled with and what stands out most from it.
double contrastIn(const QImage& image, const QRect& place) {
  QHash<QRgb, int> pixels;
  const QRect area = QRect(place.topLeft() * kEnlarged, place.size() * kEnlarged).intersected(image.rect());
  for (int y = area.top(); y <= area.bottom(); ++y) {
    const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
    for (int x = area.left(); x <= area.right(); ++x) ++pixels[row[x] | 0xff000000];
  }
  if (pixels.isEmpty()) return 0;
  const auto ground =
      std::max_element(pixels.cbegin(), pixels.cend(), [](int left, int right) { return left < right; }).key();
  double most = 1;
  for (auto at = pixels.cbegin(); at != pixels.cend(); ++at) {
    const double a = luminance(at.key()), b = luminance(ground);
    most = std::max(most, (std::max(a, b) + .05) / (std::min(a, b) + .05));
  }
  return most;
}

// 0: nothing is asked.
double neededContrast(const QWidget* widget) {
  constexpr double kText = 4.5, kGraphics = 3;
  if (!widget->isVisible() || !widget->isEnabled()) return 0;
  if (const auto* label = qobject_cast<const QLabel*>(widget)) return label->text().trimmed().isEmpty() ? 0 : kText;
  if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
    const auto* tool = qobject_cast<const QToolButton*>(button);
    const bool isIcon = button->text().isEmpty() || (tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly);
    return !isIcon ? kText : button->icon().isNull() ? 0 : kGraphics;
  }
  if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
    return edit->text().isEmpty() && edit->placeholderText().isEmpty() ? 0 : kText;
  const auto* combo = qobject_cast<const QComboBox*>(widget);
  return combo && !combo->currentText().isEmpty() ? kText : 0;
}

}  // namespace

class TestEveryWindow : public QObject, StudioFixture {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() {
    open([engine = std::make_shared<SweepEngine>()](Error&) { return engine; });
    m_window->findChild<QToolButton*>("advancedButton")->setChecked(true);
    auto* generate = action("generateAction");
    QTRY_VERIFY(generate->isEnabled());
    generate->trigger();
    generate->trigger();
    QTRY_COMPARE(m_studio->history()->rowCount(), 2);
    QTRY_VERIFY(action("exportAction")->isEnabled());
    measureBoundaries();
    m_studio->runner()->pauseQueue();
    m_studio->runner()->enqueue(m_window->request());
  }
  void cleanupTestCase() { close(); }
  void init() { m_faults.clear(); }

  void theWheelNeedsTheFocus() {
    int fields = 0;
    everyWindow([&](QWidget* window) {
      for (auto* field : window->findChildren<QWidget*>()) {
        if (!isField(field) || !field->isVisible() || !field->isEnabled()) continue;
        ++fields;
        if (auto* focus = QApplication::focusWidget()) focus->clearFocus();
        const int before = valueOf(field);
        for (const int by : {120, -120}) turnWheel(field, by);
        turnWheel(field, 120);
        turnWheel(field, 120);
        if (valueOf(field) != before) m_faults << nameOf(field) + " changed";
        if (field->hasFocus()) m_faults << nameOf(field) + " took the focus";
      }
    });
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join('\n')));
    QVERIFY2(fields > 25, qPrintable(QString::number(fields)));
    // With the focus, it does what it always did.
    auto* steps = find<QSpinBox>("stepsSpin");
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    steps->setFocus();
    const int before = steps->value();
    turnWheel(steps, 120);
    QVERIFY(steps->value() > before);
    turnWheel(steps, -120);
  }

  void tabGoesFromTheDescriptionDownAndOn() {
    const auto stops = tabStops(m_window.get());
    const auto place = [&](const char* name) {
      for (qsizetype i = 0; i < stops.size(); ++i)
        if (stops[i]->objectName() == QLatin1String(name)) return i;
      return qsizetype(-1);
    };
    qsizetype last = -1;
    for (const char* name : {"promptEdit", "negativePromptEdit", "presetCombo", "widthSpin", "stepsSpin",
                             "seedFixedButton", "playButton", "presetLSL", "divergencePlot", "queueList"}) {
      const auto at = place(name);
      QVERIFY2(at > last, qPrintable(QStringLiteral("%1: %2 after %3").arg(name).arg(at).arg(last)));
      last = at;
    }
  }

  void theFocusIsSeenWhereverTabLeads() {
    int stops = 0;
    everyWindow([&](QWidget* window) {
      window->activateWindow();
      if (!QTest::qWaitForWindowActive(window)) m_faults << window->objectName() + " is not active";
      for (auto* stop : tabStops(window)) {
        ++stops;
        if (auto* focus = QApplication::focusWidget()) focus->clearFocus();
        reveal(stop);
        const auto before = imageAround(stop);
        stop->setFocus(Qt::TabFocusReason);
        QApplication::processEvents();
        if (!stop->hasFocus()) m_faults << nameOf(stop) + " does not take the focus";
        if (imageAround(stop) == before) m_faults << nameOf(stop) + " looks the same";
      }
    });
    m_faults.removeDuplicates();
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join('\n')));
    QVERIFY2(stops > 60, qPrintable(QString::number(stops)));
  }

  // WCAG 2.2, 1.4.3 and 1.4.11: 4.5:1 for texts, 3:1 for icons that stand alone; nothing is asked of what is disabled.
  void textsAndIconsStandOut_data() {
    QTest::addColumn<ThemeChoice>("choice");
    QTest::newRow("dark") << ThemeChoice::Dark;
    QTest::newRow("light") << ThemeChoice::Light;
  }
  void textsAndIconsStandOut() {
    QFETCH(ThemeChoice, choice);
    m_theme->choose(choice);
    int measured = 0, icons = 0;
    everyWindow([&](QWidget* window) {
      if (auto* focus = QApplication::focusWidget()) focus->clearFocus();
      QApplication::processEvents();
      const auto image = enlarged(window);
      for (auto* widget : window->findChildren<QWidget*>()) {
        const double bar = neededContrast(widget);
        if (bar == 0 || widget->window() != window) continue;
        const auto seen = widget->visibleRegion().boundingRect();
        if (seen.width() < widget->width() || seen.height() < widget->height()) continue;
        ++measured;
        const double contrast = contrastIn(image, QRect(widget->mapTo(window, QPoint()), widget->size()));
        if (contrast < bar) m_faults << QStringLiteral("%1: %2").arg(nameOf(widget)).arg(contrast, 0, 'f', 2);
      }
      for (auto* list : window->findChildren<QListWidget*>()) {
        const auto* item = list->currentItem();
        if (!list->isVisible() || list->window() != window || !item || !item->isSelected() || item->icon().isNull())
          continue;
        const auto icon = iconRect(list, item);
        ++icons;
        const double contrast = contrastIn(image, icon.translated(list->viewport()->mapTo(window, QPoint())));
        if (contrast < 3) m_faults << QStringLiteral("%1, icon: %2").arg(nameOf(list)).arg(contrast, 0, 'f', 2);
      }
    });
    m_faults.removeDuplicates();
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join('\n')));
    QVERIFY2(measured > 100, qPrintable(QString::number(measured)));
    QVERIFY(icons > 0);
  }

  void noTextIsCutOff_data() {
    QTest::addColumn<QString>("language");
    for (const auto& code : Language::available()) QTest::newRow(qPrintable(code)) << code;
  }
  void noTextIsCutOff() {
    QFETCH(QString, language);
    m_language->setLanguage(language);
    m_window->resize(1024, 640);
    everyWindow([&](QWidget* window) { settleAndMeasure(window); });
    m_window->findChild<QWidget*>("historyDock")->raise();
    settleAndMeasure(m_window.get());
    m_window->findChild<QWidget*>("queueDock")->raise();
    m_language->setLanguage("en");
    m_window->resize(1360, 900);
    m_faults.removeDuplicates();
    QVERIFY2(m_faults.isEmpty(), qPrintable(m_faults.join('\n')));
  }

private:
  // The lab's results have texts of their own.
  void measureBoundaries() {
    m_settings->setRunsFolder(m_folder->filePath("runs"));
    action("findBoundariesAction")->trigger();
    auto* lab = m_window->findChild<LabWindow*>();
    lab->findChild<QLineEdit*>("sweepEarly")->setText("10, 20, 30, 40, 50, 60");
    lab->findChild<QLineEdit*>("sweepLate")->setText("0, 10, 20");
    QSignalSpy finished(m_studio->sweeps(), &SweepRunner::finished);
    auto* start = lab->findChild<QPushButton*>("sweepStart");
    QTRY_VERIFY(start->isEnabled());
    start->click();
    QTRY_COMPARE(finished.count(), 1);
    QTRY_VERIFY(lab->results()->scores().has_value());
    lab->close();
  }
  QAction* action(const QString& name) const {
    auto* found = m_window->findChild<QAction*>(name);
    if (!found) qFatal("no %s", qPrintable(name));
    return found;
  }

  // The main window, and each of the others with all its pages.
  void everyWindow(const std::function<void(QWidget*)>& visit) {
    visit(m_window.get());
    for (const char* opens : kSecondary) {
      bool visited = false;
      QTimer looking;
      // Some of them wait for their answer, so the event loop closes them.
      connect(&looking, &QTimer::timeout, this, [&] {
        QWidget* opened = nullptr;
        for (auto* window : QApplication::topLevelWidgets())
          if (window != m_window.get() && window->isVisible() && !(window->windowFlags() & Qt::Popup & ~Qt::Window))
            opened = window;
        if (!opened) return;
        looking.stop();
        if (!QTest::qWaitForWindowExposed(opened)) m_faults << QLatin1String(opens) + QStringLiteral(" is not shown");
        auto* pages = opened->findChild<QListWidget*>("pageList");
        auto* tabs = opened->findChild<QTabWidget*>("labPages");
        for (int page = 0; page < (pages ? pages->count() : tabs ? tabs->count() : 1); ++page) {
          if (pages) pages->setCurrentRow(page);
          if (tabs) tabs->setCurrentIndex(page);
          QApplication::processEvents();
          visit(opened);
        }
        visited = true;
        opened->close();
      });
      looking.start(10);
      action(opens)->trigger();
      if (!QTest::qWaitFor([&] { return visited; }))
        m_faults << QLatin1String(opens) + QStringLiteral(" opens nothing");
    }
  }

  // In the list's viewport, without the text beside it.
  static QRect iconRect(const QListWidget* list, const QListWidgetItem* item) {
    QStyleOptionViewItem option;
    option.initFrom(list);
    option.rect = list->visualItemRect(item);
    option.features = QStyleOptionViewItem::HasDecoration | QStyleOptionViewItem::HasDisplay;
    option.text = item->text();
    option.icon = item->icon();
    const int side = list->style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, list);
    option.decorationSize = list->iconSize().isValid() ? list->iconSize() : QSize(side, side);
    return list->style()->subElementRect(QStyle::SE_ItemViewItemDecoration, &option, list);
  }

  static void reveal(QWidget* widget) {
    for (auto* parent = widget->parentWidget(); parent; parent = parent->parentWidget())
      if (auto* scroll = qobject_cast<QScrollArea*>(parent)) scroll->ensureWidgetVisible(widget);
    QApplication::processEvents();
  }

  // Some rings are drawn by what the widget is in.
  static QImage imageAround(const QWidget* widget) {
    auto* window = widget->window();
    const QRect place(widget->mapTo(window, QPoint()), widget->size());
    return window->grab(place.adjusted(-4, -4, 4, 4)).toImage();
  }

  // The main window keeps the docks behind others' tabs outside itself, and lays them out when they are raised.
  static bool isBehindATab(const QWidget* widget) {
    for (; widget; widget = widget->parentWidget())
      if (const auto* dock = qobject_cast<const QDockWidget*>(widget)) return dock->visibleRegion().isEmpty();
    return false;
  }

  // Layouts follow a change of texts a little later.
  void settleAndMeasure(QWidget* window) {
    const auto before = m_faults;
    (void)QTest::qWaitFor(
        [&] {
          m_faults = before;
          measure(window);
          return m_faults.size() == before.size();
        },
        1000);
  }

  void measure(QWidget* window) {
    const auto note = [this](const QWidget* widget, const QString& text, const QString& fault) {
      if (!fault.isEmpty()) m_faults << QStringLiteral("%1 \"%2\": %3").arg(nameOf(widget), text, fault);
    };
    for (auto* widget : window->findChildren<QWidget*>()) {
      if (!widget->isVisible() || widget->window() != window || isBehindATab(widget)) continue;
      if (const auto* label = qobject_cast<QLabel*>(widget)) note(label, label->text(), cut(label));
      if (const auto* button = qobject_cast<QAbstractButton*>(widget)) note(button, button->text(), cut(button));
      if (const auto* header = qobject_cast<QHeaderView*>(widget)) note(header, {}, cut(header));
      if (const auto* tabs = qobject_cast<QTabBar*>(widget)) note(tabs, {}, cut(tabs));
      if (const auto* edit = qobject_cast<QLineEdit*>(widget)) note(edit, {}, cut(edit));
      // Others list what the user has named.
      const bool isSetting = widget->parentWidget()->objectName() == QLatin1String("advancedBox");
      if (const auto* combo = qobject_cast<QComboBox*>(widget); combo && isSetting) note(combo, {}, cut(combo));
    }
  }

  QStringList m_faults;
};

QTEST_MAIN(TestEveryWindow)
#include "tst_every_window.moc"
