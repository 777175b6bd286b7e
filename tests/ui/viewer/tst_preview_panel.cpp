// SPDX-License-Identifier: MIT
#include "text/durations.h"
#include "theme/theme.h"
#include "viewer/frame_view.h"
#include "viewer/full_screen_view.h"
#include "viewer/player_actions.h"
#include "viewer/preview_panel.h"
#include "viewer/scrub_bar.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QTest>
#include <QToolButton>
#include <QVideoFrame>

#include <memory>

using namespace fb;
using namespace fb::ui;

namespace {

// Each frame's red is its number times ten.
Clip numberedClip(int frames, double fps, int size = 16) {
  Clip clip{fps, {}};
  for (int i = 0; i < frames; ++i) {
    auto frame = std::make_shared<Frame>();
    frame->width = frame->height = size;
    for (int p = 0; p < size * size; ++p) {
      frame->rgb.push_back(static_cast<std::uint8_t>(10 * i));
      frame->rgb.push_back(50);
      frame->rgb.push_back(60);
    }
    clip.frames.push_back(frame);
  }
  return clip;
}

}  // namespace

class TestPreviewPanel : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() {
    m_theme = std::make_unique<Theme>(*qApp);
    m_panel = std::make_unique<PreviewPanel>(m_theme.get());
    m_panel->resize(700, 500);
    m_panel->setVisible(true);
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    m_panel->setFocus();
  }
  void cleanup() {
    m_panel.reset();
    m_theme.reset();
  }

  void emptyPanelDoesNotPlay() {
    QTest::keyClick(m_panel.get(), Qt::Key_Space);
    QVERIFY(!clock()->isPlaying());
    QVERIFY(m_panel->view()->image().isNull());
    QVERIFY(!child<ScrubBar>("scrubBar")->isEnabled());
  }

  // The painted frame is the clock's, for every frame.
  void everyFrameIsShownExactly() {
    showPaused(17);
    for (int i = 0; i < 17; ++i) {
      clock()->seek(i);
      QCOMPARE(shownFrame(), i);
      QCOMPARE(child<ScrubBar>("scrubBar")->value(), i);
    }
    QVERIFY(child<QLabel>("timecode")->text().startsWith("00:02.0 / 00:02.1"));
  }

  void keysMoveThroughTheClip() {
    showPaused(17);
    QTest::keyClick(m_panel.get(), Qt::Key_Period);
    QTest::keyClick(m_panel.get(), Qt::Key_Period);
    QCOMPARE(shownFrame(), 2);
    QTest::keyClick(m_panel.get(), Qt::Key_Comma);
    QCOMPARE(shownFrame(), 1);
    QTest::keyClick(m_panel.get(), Qt::Key_End);
    QCOMPARE(shownFrame(), 16);
    QTest::keyClick(m_panel.get(), Qt::Key_Home);
    QCOMPARE(shownFrame(), 0);
    QTest::keyClick(m_panel.get(), Qt::Key_J);
    QVERIFY(clock()->isPlaying() && clock()->speed() < 0);
    QTest::keyClick(m_panel.get(), Qt::Key_L);
    QVERIFY(clock()->isPlaying() && clock()->speed() > 0);
    QTest::keyClick(m_panel.get(), Qt::Key_K);
    QVERIFY(!clock()->isPlaying());
    QTest::keyClick(m_panel.get(), Qt::Key_Space);
    QVERIFY(clock()->isPlaying());
  }

  void scrubBarIsPressedAndDragged() {
    showPaused(17);
    auto* bar = child<ScrubBar>("scrubBar");
    QTest::mousePress(bar, Qt::LeftButton, {}, bar->rect().center());
    QCOMPARE(shownFrame(), 8);
    QTest::mouseMove(bar, QPoint(bar->width() - 2, bar->height() / 2));
    QTRY_COMPARE(shownFrame(), 16);
    QTest::mouseMove(bar, QPoint(2, bar->height() / 2));
    QTRY_COMPARE(shownFrame(), 0);
    QTest::mouseRelease(bar, Qt::LeftButton, {}, QPoint(2, bar->height() / 2));
  }

  void buttonsDoWhatTheirKeysDo() {
    showPaused(5);
    QTest::mouseClick(child<QToolButton>("stepForwardButton"), Qt::LeftButton);
    QCOMPARE(shownFrame(), 1);
    QTest::mouseClick(child<QToolButton>("playButton"), Qt::LeftButton);
    QVERIFY(clock()->isPlaying());
    QCOMPARE(child<QToolButton>("playButton")->accessibleName(), "Pause");
    QTest::mouseClick(child<QToolButton>("playButton"), Qt::LeftButton);
    QVERIFY(!clock()->isPlaying());
    QTest::mouseClick(child<QToolButton>("loopButton"), Qt::LeftButton);
    QVERIFY(!clock()->loops());
    clock()->seek(4);
    QTest::mouseClick(child<QToolButton>("playButton"), Qt::LeftButton);
    QTRY_VERIFY(!clock()->isPlaying());
    QCOMPARE(shownFrame(), 4);
  }

  // A preview has one frame per latent frame and lasts as long as the clip will.
  void previewsLastAsLongAsTheClip() {
    m_panel->showPreview(16, 30, numberedClip(5, 8), 2.5);
    QVERIFY(clock()->isPlaying());
    QCOMPARE(clock()->fps(), 2.);
    QVERIFY(child<QLabel>("previewState")->text().contains("17"));
    clock()->pause();
    clock()->seek(3);
    m_panel->showPreview(17, 30, numberedClip(5, 8), 2.5);
    QCOMPARE(shownFrame(), 3);
    QVERIFY(!clock()->isPlaying());  // paused stays paused while steps go on
    m_panel->showClip(numberedClip(20, 8), "Finished");
    QCOMPARE(clock()->fps(), 8.);
    QCOMPARE(clock()->frames(), 20);
    QVERIFY(!m_panel->isPreview());
    m_panel->clear();
    QVERIFY(m_panel->view()->image().isNull());
  }

  void zoomIsInScreenPixelsAndPannedByDragging() {
    showPaused(3, 400);
    auto* view = m_panel->view();
    QVERIFY(QRectF(view->rect()).adjusted(-1, -1, 1, 1).contains(view->imageRect()));
    auto* zoom = child<QComboBox>("zoomCombo");
    QTest::keyClick(zoom, Qt::Key_Down);
    QTest::keyClick(zoom, Qt::Key_Down);
    QCOMPARE(view->zoom(), 200);
    QCOMPARE(view->imageRect().width(), 800 / view->devicePixelRatioF());
    const auto before = view->imageRect().topLeft();
    const QPoint middle = view->rect().center();
    QTest::mousePress(view, Qt::LeftButton, {}, middle);
    QTest::mouseMove(view, middle + QPoint(20, 10));
    QTRY_COMPARE(view->imageRect().topLeft(), before + QPointF(20, 10));
    // Never beyond the image's edge.
    QTest::mouseMove(view, middle + QPoint(10000, 10000));
    QTRY_VERIFY(std::abs(view->imageRect().left()) < 1 && std::abs(view->imageRect().top()) < 1);
    QTest::mouseRelease(view, Qt::LeftButton, {}, middle);
  }

  void frameIsCopied() {
    showPaused(3);
    clock()->seek(2);
    m_panel->copyFrame();
    QCOMPARE(QApplication::clipboard()->image().size(), QSize(16, 16));
    QCOMPARE(QApplication::clipboard()->image().pixelColor(3, 3), QColor(20, 50, 60));
  }

  void keyAndDoubleClickFillTheScreenAndEscLeaves() {
    QVERIFY(!m_panel->fullScreen());
    QTest::keyClick(m_panel.get(), Qt::Key_F);
    QVERIFY(!m_panel->fullScreen());  // without a clip there is nothing to fill it with
    showPaused(3);
    QTest::keyClick(m_panel.get(), Qt::Key_F);
    auto* full = m_panel->fullScreen();
    QVERIFY(full && full->isFullScreen());
    QVERIFY(QTest::qWaitForWindowActive(full));
    QVERIFY(m_panel->actions()->fullScreen->isChecked());
    QTest::keyClick(full, Qt::Key_Escape);
    QVERIFY(!full->isVisible());
    QVERIFY(!m_panel->actions()->fullScreen->isChecked());
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    QTest::mouseDClick(m_panel->view(), Qt::LeftButton);
    QCOMPARE(m_panel->fullScreen(), full);  // made once
    QVERIFY(full->isVisible());
    QTest::keyClick(full, Qt::Key_F);
    QVERIFY(!full->isVisible());
    QTest::mouseClick(child<QToolButton>("fullScreenButton"), Qt::LeftButton);
    QVERIFY(full->isVisible());
    QTest::mouseDClick(full, Qt::LeftButton, {}, QPoint(5, 5));
    QVERIFY(!full->isVisible());
  }

  void everyFrameReachesTheVideoSinkExactly() {
    showPaused(17);
    QTest::keyClick(m_panel.get(), Qt::Key_F);
    auto* full = m_panel->fullScreen();
    QVERIFY(full && QTest::qWaitForWindowActive(full));
    for (int i = 0; i < 17; ++i) {
      clock()->seek(i);
      const auto shown = full->sink()->videoFrame().toImage();
      QCOMPARE(shown.size(), QSize(16, 16));
      for (const QPoint at : {QPoint(0, 0), QPoint(15, 0), QPoint(7, 15)})
        QCOMPARE(shown.pixelColor(at), QColor(10 * i, 50, 60));
      QCOMPARE(full->grab().toImage().pixelColor(full->frameRect().center()), QColor(10 * i, 50, 60));
    }
    // The panel's keys work there, and a run's newer frames arrive.
    QTest::keyClick(full, Qt::Key_Home);
    QTest::keyClick(full, Qt::Key_Period);
    QCOMPARE(full->sink()->videoFrame().toImage().pixelColor(3, 3).red(), 10);
    m_panel->showPreview(3, 30, numberedClip(5, 8, 32), 2.5);
    QCOMPARE(full->sink()->videoFrame().size(), QSize(32, 32));
    m_panel->clear();
    QVERIFY(!full->sink()->videoFrame().isValid());
    full->close();
  }

  void menuOffersZoomSpeedLoopAndFrames() {
    showPaused(3, 400);
    clock()->seek(1);
    choose(percent(2));
    QCOMPARE(m_panel->view()->zoom(), 200);
    QCOMPARE(child<QComboBox>("zoomCombo")->currentIndex(), 2);
    choose("Fit");
    QCOMPARE(m_panel->view()->zoom(), 0);
    choose("0.5×");
    QCOMPARE(clock()->speed(), .5);
    QCOMPARE(child<QComboBox>("speedCombo")->currentIndex(), 1);
    choose("Loop");
    QVERIFY(!clock()->loops());
    QVERIFY(!m_panel->view()->isSmooth());
    choose("Smooth pixels");
    QVERIFY(m_panel->view()->isSmooth());
    choose("Copy frame");
    QCOMPARE(QApplication::clipboard()->image().pixelColor(3, 3), QColor(10, 50, 60));
    m_panel->clear();
    QContextMenuEvent event(QContextMenuEvent::Mouse, {50, 50}, m_panel->mapToGlobal(QPoint(50, 50)));
    QApplication::sendEvent(m_panel.get(), &event);
    QVERIFY(!QApplication::activePopupWidget());
  }

  // After tabbing to a button, the space bar presses it.
  void spacePressesTheButtonThatHasTheFocus() {
    showPaused(5);
    auto* on = child<QToolButton>("stepForwardButton");
    on->setFocus();
    QTest::keyClick(on, Qt::Key_Space);
    QCOMPARE(shownFrame(), 1);
    QVERIFY(!clock()->isPlaying());
  }

  void everyCommandHasNameTipAndKey() {
    for (const auto* action : m_panel->actions()->transport()) {
      QVERIFY(!action->text().isEmpty() && !action->shortcut().isEmpty());
      QVERIFY2(action->toolTip().contains(action->shortcut().toString(QKeySequence::NativeText)),
               qPrintable(action->toolTip()));
    }
    for (auto* button : m_panel->findChildren<QToolButton*>()) QVERIFY(!button->accessibleName().isEmpty());
  }

  void aNarrowTransportKeepsItsScrubBar() {
    const auto shown = [this](const char* name) { return m_panel->findChild<QWidget*>(name)->isVisible(); };
    m_panel->showClip(numberedClip(20, 8), "clip");
    QVERIFY(shown("loopButton") && shown("speedCombo"));
    m_panel->resize(m_panel->minimumSizeHint().width(), 300);
    QVERIFY(m_panel->width() < 400);
    QTRY_VERIFY(!shown("loopButton") && !shown("speedCombo"));
    QVERIFY(shown("timecode") && shown("playButton"));
    QTRY_VERIFY(m_panel->findChild<ScrubBar*>()->width() > 100);
    m_panel->resize(700, 500);
    QTRY_VERIFY(shown("loopButton") && shown("speedCombo"));
  }

private:
  // With the mouse button and the menu's own signals, as a user would.
  void choose(const QString& text) {
    QContextMenuEvent event(QContextMenuEvent::Mouse, {50, 50}, m_panel->mapToGlobal(QPoint(50, 50)));
    QApplication::sendEvent(m_panel.get(), &event);
    QPointer menu(qobject_cast<QMenu*>(QApplication::activePopupWidget()));
    QVERIFY(menu);
    const auto actions = menu->actions() + m_panel->actions()->zooms->actions() + m_panel->actions()->speeds->actions();
    for (auto* action : actions)
      if (action->iconText() == text) action->trigger();
    menu->close();
    QTRY_VERIFY(!menu);
  }
  template <class Widget>
  Widget* child(const char* name) {
    return m_panel->findChild<Widget*>(QLatin1String(name));
  }
  ClipClock* clock() { return m_panel->clock(); }
  void showPaused(int frames, int size = 16) {
    m_panel->showClip(numberedClip(frames, 8, size), "Finished");
    clock()->pause();
    clock()->seek(0);
  }
  // Read from the screen, not from the state.
  int shownFrame() {
    auto* view = m_panel->view();
    const auto pixel = view->grab().toImage().pixelColor(view->imageRect().center().toPoint());
    return pixel.green() == 50 ? pixel.red() / 10 : -1;
  }

  std::unique_ptr<Theme> m_theme;
  std::unique_ptr<PreviewPanel> m_panel;
};

QTEST_MAIN(TestPreviewPanel)
#include "tst_preview_panel.moc"
