// SPDX-License-Identifier: MIT
#include "viewer/full_screen_view.h"

#include "theme/theme.h"
#include "viewer/clip_clock.h"
#include "viewer/player_actions.h"
#include "viewer/scrub_bar.h"
#include "widgets/transport_button.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QVideoFrame>

#include <algorithm>
#include <chrono>

namespace fb::ui {
namespace {

constexpr std::chrono::milliseconds kIdle(2500);
constexpr int kMargin = 24, kWidestBar = 900;

QVideoFrame videoFrame(const QImage& image) {
  if (image.isNull()) return {};
  QVideoFrame frame(
      QVideoFrameFormat(image.size(), QVideoFrameFormat::pixelFormatFromImageFormat(QImage::Format_RGB32)));
  if (!frame.map(QVideoFrame::WriteOnly)) return {};
  QImage pixels(frame.bits(0), image.width(), image.height(), frame.bytesPerLine(0), QImage::Format_RGB32);
  QPainter(&pixels).drawImage(0, 0, image);
  frame.unmap();
  return frame;
}

}  // namespace

FullScreenView::FullScreenView(const Theme* theme, const PlayerActions* actions, ClipClock* clock, QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_theme(theme),
      m_clock(clock),
      m_bar(new QWidget(this)),
      m_scrub(new ScrubBar(m_bar)),
      m_time(new QLabel(m_bar)) {
  setObjectName(QStringLiteral("fullScreenView"));
  setAttribute(Qt::WA_OpaquePaintEvent);
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  build(actions);
  actions->attachTo(this);
  connect(m_scrub, &QSlider::valueChanged, clock, &ClipClock::seek);
  m_idle.setSingleShot(true);
  m_idle.setInterval(kIdle);
  connect(&m_idle, &QTimer::timeout, this, &FullScreenView::hideBar);
  connect(theme, &Theme::changed, this, qOverload<>(&QWidget::update));
  connect(&m_sink, &QVideoSink::videoFrameChanged, this, qOverload<>(&QWidget::update));
  retranslate();
}

void FullScreenView::build(const PlayerActions* actions) {
  m_bar->setObjectName(QStringLiteral("fullScreenBar"));
  m_bar->setProperty("role", "card");
  m_bar->setAttribute(Qt::WA_StyledBackground);
  m_bar->setCursor(Qt::ArrowCursor);
  m_scrub->setObjectName(QStringLiteral("fullScreenScrubBar"));
  m_time->setProperty("role", "muted");
  auto* layout = new QHBoxLayout(m_bar);
  layout->setContentsMargins(12, 8, 12, 8);
  layout->setSpacing(8);
  layout->addWidget(new TransportButton("fullScreenStepBack", actions->stepBack, m_bar));
  layout->addWidget(new TransportButton("fullScreenPlay", actions->play, m_bar));
  layout->addWidget(new TransportButton("fullScreenStepOn", actions->stepOn, m_bar));
  layout->addWidget(m_scrub, 1);
  layout->addWidget(m_time);
  layout->addWidget(new TransportButton("fullScreenLoop", actions->loop, m_bar));
  layout->addWidget(new TransportButton("fullScreenLeave", actions->fullScreen, m_bar));
}

void FullScreenView::showOn(const QWidget* near) {
  setGeometry(near->screen()->geometry());
  showFullScreen();
  raise();
  activateWindow();
  setFocus();
  showBar();
}

void FullScreenView::present(const QImage& image) {
  m_sink.setVideoFrame(videoFrame(image));
  m_scrub->setClip(m_clock->frames(), m_clock->fps());
  m_scrub->setFrame(m_clock->frame());
  m_time->setText(m_scrub->timeText());
}

void FullScreenView::setSmooth(bool smooth) {
  m_smooth = smooth;
  update();
}

QRect FullScreenView::frameRect() const {
  QRect fitted({}, m_sink.videoFrame().size().scaled(size(), Qt::KeepAspectRatio));
  fitted.moveCenter(rect().center());
  return fitted;
}

void FullScreenView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), m_theme->colors().stage);
  auto frame = m_sink.videoFrame();
  if (!frame.isValid()) return;
  painter.setRenderHint(QPainter::SmoothPixmapTransform, m_smooth);
  frame.paint(&painter, frameRect(), {});
}

void FullScreenView::placeBar() {
  const int width = std::min(kWidestBar, this->width() - 2 * kMargin), height = m_bar->sizeHint().height();
  m_bar->setGeometry((this->width() - width) / 2, this->height() - height - kMargin, width, height);
}

void FullScreenView::showBar() {
  unsetCursor();
  m_bar->show();
  m_idle.start();
}

void FullScreenView::hideBar() {
  // If the mouse or the keyboard focus is on the bar, the user still needs it.
  if (m_bar->underMouse() || m_bar->isAncestorOf(focusWidget())) return m_idle.start();
  m_bar->hide();
  setCursor(Qt::BlankCursor);
}

void FullScreenView::retranslate() {
  setWindowTitle(tr("Clip in full screen"));
  setAccessibleName(tr("Clip in full screen"));
  m_scrub->setAccessibleName(tr("Frame"));
  m_scrub->setToolTip(tr("Drag to go to a frame"));
}

void FullScreenView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  placeBar();
}

void FullScreenView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    close();
  else
    QWidget::keyPressEvent(event);
}

void FullScreenView::mouseMoveEvent(QMouseEvent*) { showBar(); }

void FullScreenView::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) close();
}

void FullScreenView::closeEvent(QCloseEvent* event) {
  QWidget::closeEvent(event);
  m_idle.stop();
  Q_EMIT closed();
}

void FullScreenView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) placeBar();
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
