// SPDX-License-Identifier: MIT
#include "preview/preview_panel.h"

#include "models/frame_image.h"
#include "preview/frame_view.h"
#include "preview/scrub_bar.h"
#include "text/durations.h"
#include "theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

namespace fb::ui {
namespace {

constexpr std::array kZooms = {0, 100, 200, 400, 800};
constexpr std::array kSpeeds = {.25, .5, 1., 2., 4.};

}  // namespace

PreviewPanel::PreviewPanel(const Theme* theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_state(new QLabel(this)),
      m_zoom(new QComboBox(this)),
      m_view(new FrameView(theme, this)),
      m_speed(new QComboBox(this)),
      m_scrub(new ScrubBar(this)),
      m_time(new QLabel(this)) {
  setObjectName(QStringLiteral("previewPanel"));
  build();
  const auto key = [this](QKeySequence keys, auto action) {
    auto* shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, action);
  };
  key(Qt::Key_Space, [this] { m_clock.toggle(); });
  key(Qt::Key_K, [this] { m_clock.pause(); });
  key(Qt::Key_J, [this] { m_clock.shuttle(-1); });
  key(Qt::Key_L, [this] { m_clock.shuttle(1); });
  key(Qt::Key_Comma, [this] { m_clock.stepBy(-1); });
  key(Qt::Key_Period, [this] { m_clock.stepBy(1); });
  key(Qt::Key_Home, [this] { m_clock.seek(0); });
  key(Qt::Key_End, [this] { m_clock.seek(m_clock.frames() - 1); });

  connect(&m_clock, &ClipClock::frameChanged, this, &PreviewPanel::showFrame);
  connect(&m_clock, &ClipClock::playingChanged, this, [this] {
    refreshIcons();
    retranslate();
  });
  connect(&m_clock, &ClipClock::speedChanged, this, [this](double speed) {
    for (std::size_t i = 0; i < kSpeeds.size(); ++i)
      if (kSpeeds[i] == speed) m_speed->setCurrentIndex(static_cast<int>(i));
  });
  connect(m_play, &QToolButton::clicked, this, [this] { m_clock.toggle(); });
  connect(m_back, &QToolButton::clicked, this, [this] { m_clock.stepBy(-1); });
  connect(m_forward, &QToolButton::clicked, this, [this] { m_clock.stepBy(1); });
  connect(m_loop, &QToolButton::toggled, this, [this](bool on) { m_clock.setLoop(on); });
  connect(m_scrub, &QSlider::valueChanged, this, [this](int frame) { m_clock.seek(frame); });
  connect(m_speed, &QComboBox::activated, this,
          [this](int index) { m_clock.setSpeed(kSpeeds[static_cast<std::size_t>(index)]); });
  connect(m_zoom, &QComboBox::currentIndexChanged, this,
          [this](int index) { m_view->setZoom(kZooms[static_cast<std::size_t>(index)]); });
  connect(m_smooth, &QToolButton::toggled, this, [this](bool on) { m_view->setSmooth(on || m_preview); });
  connect(theme, &Theme::changed, this, &PreviewPanel::refreshIcons);
  refreshIcons();
  clear();
}

QToolButton* PreviewPanel::button(const char* objectName) {
  auto* made = new QToolButton(this);
  made->setObjectName(QLatin1String(objectName));
  made->setAutoRaise(true);
  made->setFocusPolicy(Qt::TabFocus);
  return made;
}

void PreviewPanel::build() {
  setFocusPolicy(Qt::ClickFocus);
  m_smooth = button("smoothButton");
  m_smooth->setCheckable(true);
  m_zoom->setObjectName(QStringLiteral("zoomCombo"));
  m_zoom->addItems({{}, {}, {}, {}, {}});
  m_speed->setObjectName(QStringLiteral("speedCombo"));
  m_speed->addItems({{}, {}, {}, {}, {}});
  m_speed->setCurrentIndex(2);
  m_state->setObjectName(QStringLiteral("previewState"));
  m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  auto* top = new QHBoxLayout;
  top->addWidget(m_state, 1);
  top->addWidget(m_smooth);
  top->addWidget(m_zoom);

  m_back = button("stepBackButton");
  m_play = button("playButton");
  m_forward = button("stepForwardButton");
  m_loop = button("loopButton");
  m_loop->setCheckable(true);
  m_loop->setChecked(true);
  m_scrub->setObjectName(QStringLiteral("scrubBar"));
  m_time->setObjectName(QStringLiteral("timecode"));
  m_time->setProperty("role", "muted");
  auto* bottom = new QHBoxLayout;
  for (QWidget* widget :
       {static_cast<QWidget*>(m_back), static_cast<QWidget*>(m_play), static_cast<QWidget*>(m_forward)})
    bottom->addWidget(widget);
  bottom->addWidget(m_scrub, 1);
  bottom->addWidget(m_time);
  bottom->addWidget(m_loop);
  bottom->addWidget(m_speed);

  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 8, 12, 8);
  layout->setSpacing(8);
  layout->addLayout(top);
  layout->addWidget(m_view, 1);
  layout->addLayout(bottom);
}

void PreviewPanel::refreshIcons() {
  m_play->setIcon(m_theme->icon(m_clock.isPlaying() ? QStringLiteral("pause") : QStringLiteral("play")));
  m_back->setIcon(m_theme->icon(QStringLiteral("step-back")));
  m_forward->setIcon(m_theme->icon(QStringLiteral("step-forward")));
  m_loop->setIcon(m_theme->icon(QStringLiteral("loop")));
  m_smooth->setIcon(m_theme->icon(QStringLiteral("wand")));
}

void PreviewPanel::retranslate() {
  const auto name = [](QWidget* widget, const QString& text, const QString& keys) {
    widget->setAccessibleName(text);
    widget->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
  };
  name(m_play, m_clock.isPlaying() ? tr("Pause") : tr("Play"), tr("Space, J K L"));
  name(m_back, tr("One frame back"), QStringLiteral(","));
  name(m_forward, tr("One frame on"), QStringLiteral("."));
  name(m_loop, tr("Play in a loop"), {});
  name(m_smooth, tr("Smooth pixels when enlarged"), {});
  name(m_speed, tr("Playback speed"), {});
  name(m_zoom, tr("Zoom"), {});
  m_scrub->setAccessibleName(tr("Frame"));
  m_view->setAccessibleName(tr("Clip"));
  m_zoom->setItemText(0, tr("fit"));
  for (std::size_t i = 1; i < kZooms.size(); ++i) m_zoom->setItemText(static_cast<int>(i), percent(kZooms[i] / 100.));
  for (std::size_t i = 0; i < kSpeeds.size(); ++i)
    m_speed->setItemText(static_cast<int>(i), tr("%1×").arg(QLocale().toString(kSpeeds[i])));
  m_view->setEmptyText(tr("Your clip appears here.\nDescribe it on the left and press Generate."));
  if (m_clip.frames.empty())
    m_state->setText(tr("No clip yet"));
  else if (m_preview)
    m_state->setText(tr("Step %1 of %2 · preview").arg(m_step).arg(m_steps));
  else
    m_state->setText(tr("%1 · %2×%3 · %n frame(s)", nullptr, static_cast<int>(m_clip.frames.size()))
                         .arg(m_title)
                         .arg(m_clip.width())
                         .arg(m_clip.height()));
  m_state->setToolTip(m_state->text());
  showFrame(m_clock.frame());
}

void PreviewPanel::show(const Clip& clip, double fps) {
  m_clip = clip;
  const int frames = static_cast<int>(clip.frames.size());
  {
    const QSignalBlocker blocker(m_scrub);
    m_scrub->setClip(frames, fps);
  }
  m_clock.setClip(frames, fps);
  retranslate();
}

void PreviewPanel::showPreview(int step, int steps, const Clip& clip, double seconds) {
  const bool first = !m_preview;
  m_preview = true;
  m_step = step + 1;
  m_steps = steps;
  // A preview has one pixel for each latent: blocks would hide what is coming.
  m_view->setSmooth(true);
  show(clip, seconds > 0 ? static_cast<double>(clip.frames.size()) / seconds : clip.fps);
  if (first) m_clock.play();
}

void PreviewPanel::showClip(const Clip& clip, const QString& title) {
  const bool wasPreview = m_preview;
  m_preview = false;
  m_title = title;
  m_view->setSmooth(m_smooth->isChecked());
  if (!wasPreview) m_clock.seek(0);
  show(clip, clip.fps);
  m_clock.play();
}

void PreviewPanel::clear() {
  m_preview = false;
  m_clock.pause();
  m_view->setImage({});
  show({}, 16);
}

void PreviewPanel::showFrame(int frame) {
  const int frames = static_cast<int>(m_clip.frames.size());
  if (frame < frames) m_view->setImage(frameImage(m_clip.frames[static_cast<std::size_t>(frame)]));
  const QSignalBlocker blocker(m_scrub);
  m_scrub->setValue(frame);
  m_time->setText(frames == 0
                      ? QString()
                      : QStringLiteral("%1 / %2").arg(timecode(frame, m_clock.fps()), timecode(frames, m_clock.fps())));
}

void PreviewPanel::copyFrame() {
  if (m_view->image().isNull()) return;
  QApplication::clipboard()->setImage(m_view->image());
  Q_EMIT messageShown(tr("Frame %1 copied.").arg(m_clock.frame() + 1));
}

void PreviewPanel::saveFrame() {
  const auto file =
      QFileDialog::getSaveFileName(this, tr("Save the frame"), QStringLiteral("frame.png"), tr("PNG pictures (*.png)"));
  if (file.isEmpty()) return;
  Q_EMIT messageShown(writeImage(m_view->image(), file)
                          ? tr("Saved %1.").arg(file)
                          : tr("%1 could not be written; choose another place.").arg(file));
}

void PreviewPanel::contextMenuEvent(QContextMenuEvent* event) {
  if (m_clip.frames.empty()) return;
  QMenu menu(this);
  menu.addAction(tr("&Copy frame"), this, &PreviewPanel::copyFrame);
  menu.addAction(tr("&Save frame as PNG…"), this, &PreviewPanel::saveFrame);
  menu.exec(event->globalPos());
}

void PreviewPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
