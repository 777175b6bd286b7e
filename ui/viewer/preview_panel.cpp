// SPDX-License-Identifier: MIT
#include "viewer/preview_panel.h"

#include "theme/theme.h"
#include "viewer/frame_view.h"
#include "viewer/full_screen_view.h"
#include "viewer/player_actions.h"
#include "viewer/scrub_bar.h"
#include "widgets/elided_label.h"
#include "widgets/frame_image.h"
#include "widgets/transport_button.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fb::ui {
namespace {

// In letters. From the first width on, the whole transport is shown; down to the second, the most important parts.
constexpr int kRoomyWidth = 66, kLeastWidth = 44;

}  // namespace

PreviewPanel::PreviewPanel(const Theme* theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_actions(new PlayerActions(theme, &m_clock, this)),
      m_state(new ElidedLabel(Qt::ElideRight, this)),
      m_live(new QToolButton(this)),
      m_view(new FrameView(theme, this)),
      m_zoom(choiceOf(m_actions->zooms, "zoomCombo")),
      m_speed(choiceOf(m_actions->speeds, "speedCombo")),
      m_scrub(new ScrubBar(this)),
      m_time(new QLabel(this)),
      m_loop(new TransportButton("loopButton", m_actions->loop, this)) {
  setObjectName(QStringLiteral("previewPanel"));
  setFocusPolicy(Qt::ClickFocus);
  m_actions->attachTo(this);
  build();
  connectActions();
  clear();
  retranslate();
}

// A drop-down that offers the same choices as a group of actions.
QComboBox* PreviewPanel::choiceOf(QActionGroup* group, const char* objectName) {
  auto* combo = new QComboBox(this);
  combo->setObjectName(QLatin1String(objectName));
  combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  const auto actions = group->actions();
  for (auto* action : actions) {
    combo->addItem(action->text());
    const int row = combo->count() - 1;
    connect(action, &QAction::changed, combo, [combo, action, row] {
      combo->setItemText(row, action->text());
      if (action->isChecked()) combo->setCurrentIndex(row);
    });
    if (action->isChecked()) combo->setCurrentIndex(row);
  }
  connect(combo, &QComboBox::activated, group, [actions](int row) { actions[row]->trigger(); });
  return combo;
}

void PreviewPanel::build() {
  m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_state->setObjectName(QStringLiteral("previewState"));
  m_live->setObjectName(QStringLiteral("liveButton"));
  m_live->setProperty("role", "live");
  m_live->setFocusPolicy(Qt::StrongFocus);
  m_live->hide();
  auto* top = new QHBoxLayout;
  top->addWidget(m_state, 1);
  top->addWidget(m_live);
  top->addWidget(new TransportButton("smoothButton", m_actions->smooth, this));
  top->addWidget(m_zoom);
  top->addWidget(new TransportButton("fullScreenButton", m_actions->fullScreen, this));

  m_scrub->setObjectName(QStringLiteral("scrubBar"));
  m_time->setObjectName(QStringLiteral("timecode"));
  m_time->setProperty("role", "muted");
  auto* bottom = new QHBoxLayout;
  bottom->addWidget(new TransportButton("stepBackButton", m_actions->stepBack, this));
  bottom->addWidget(new TransportButton("playButton", m_actions->play, this));
  bottom->addWidget(new TransportButton("stepForwardButton", m_actions->stepOn, this));
  bottom->addWidget(m_scrub, 1);
  bottom->addWidget(m_time);
  bottom->addWidget(m_loop);
  bottom->addWidget(m_speed);

  auto* layout = new QVBoxLayout(this);
  m_column = layout;
  fitMargins();
  layout->addLayout(top);
  layout->addWidget(m_view, 1);
  layout->addLayout(bottom);
}

void PreviewPanel::connectActions() {
  connect(&m_clock, &ClipClock::frameChanged, this, &PreviewPanel::showFrame);
  connect(m_live, &QToolButton::clicked, this, &PreviewPanel::liveRequested);
  connect(m_scrub, &QSlider::valueChanged, &m_clock, &ClipClock::seek);
  connect(m_view, &FrameView::doubleClicked, m_actions->fullScreen, &QAction::trigger);
  connect(m_actions->zooms, &QActionGroup::triggered, this,
          [this](const QAction* action) { m_view->setZoom(action->data().toInt()); });
  connect(m_actions->smooth, &QAction::toggled, this, &PreviewPanel::showSmooth);
  connect(m_actions->fullScreen, &QAction::toggled, this, &PreviewPanel::setFullScreen);
  connect(m_actions->copyFrame, &QAction::triggered, this, &PreviewPanel::copyFrame);
  connect(m_actions->saveFrame, &QAction::triggered, this, &PreviewPanel::saveFrame);
}

void PreviewPanel::retranslate() {
  const auto name = [](QWidget* widget, const QString& text) {
    widget->setAccessibleName(text);
    widget->setToolTip(text);
  };
  name(m_speed, tr("Playback speed"));
  name(m_zoom, tr("Zoom"));
  m_scrub->setAccessibleName(tr("Frame"));
  m_live->setAccessibleName(tr("Watch the running clip"));
  for (auto* widget : {static_cast<QWidget*>(this), static_cast<QWidget*>(m_view)})
    widget->setAccessibleName(tr("Clip"));
  m_view->setEmptyText(tr("Your clip appears here.\nDescribe it on the left and press Generate."));
  sayState();
}

void PreviewPanel::sayState() {
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
}

void PreviewPanel::offerLive(const QString& words) {
  m_live->setVisible(!words.isEmpty());
  if (words.isEmpty()) return;
  m_live->setText(tr("● Live · %1").arg(words));
  m_live->setToolTip(tr("Watch the running clip"));
}

void PreviewPanel::show(const Clip& clip, double fps) {
  m_clip = clip;
  const int frames = static_cast<int>(clip.frames.size());
  m_scrub->setClip(frames, fps);
  m_clock.setClip(frames, fps);
  m_actions->setHasClip(frames > 0);
  showSmooth();
  sayState();
}

void PreviewPanel::showPreview(int step, int steps, const Clip& clip, double seconds) {
  const bool first = !m_preview;
  m_preview = true;
  m_step = step + 1;
  m_steps = steps;
  show(clip, seconds > 0 ? static_cast<double>(clip.frames.size()) / seconds : clip.fps);
  if (first) m_clock.play();
}

void PreviewPanel::showClip(const Clip& clip, const QString& title) {
  const bool wasPreview = m_preview;
  m_preview = false;
  m_title = title;
  if (!wasPreview) m_clock.seek(0);
  show(clip, clip.fps);
  m_clock.play();
}

void PreviewPanel::clear() {
  m_preview = false;
  m_clock.pause();
  show({}, 16);
}

void PreviewPanel::showFrame(int frame) {
  const auto index = static_cast<std::size_t>(frame);
  const auto image = index < m_clip.frames.size() ? frameImage(m_clip.frames[index]) : QImage();
  m_view->setImage(image);
  if (m_fullScreen && m_fullScreen->isVisible()) m_fullScreen->present(image);
  m_scrub->setFrame(frame);
  m_time->setText(m_scrub->timeText(isRoomy()));
}

bool PreviewPanel::isRoomy() const { return width() >= kRoomyWidth * fontMetrics().averageCharWidth(); }

void PreviewPanel::fitTransport() {
  // A narrow transport keeps a usable scrub bar; the clip's menu has loop and speed as well.
  m_loop->setVisible(isRoomy());
  m_speed->setVisible(isRoomy());
  m_time->setText(m_scrub->timeText(isRoomy()));
}

// In a low window, the clip gets what the gaps would take.
void PreviewPanel::fitMargins() {
  constexpr int kHigh = 420;
  const int gap = height() >= kHigh ? 8 : 3;
  m_column->setContentsMargins(12, gap, 12, gap);
  m_column->setSpacing(gap);
}

QSize PreviewPanel::minimumSizeHint() const {
  const auto hint = QWidget::minimumSizeHint();
  return {std::min(hint.width(), kLeastWidth * fontMetrics().averageCharWidth()), hint.height()};
}

void PreviewPanel::showSmooth() {
  // A preview has one pixel per latent: blocks would hide what is coming.
  const bool smooth = m_actions->smooth->isChecked() || m_preview;
  m_view->setSmooth(smooth);
  if (m_fullScreen) m_fullScreen->setSmooth(smooth);
}

void PreviewPanel::setFullScreen(bool on) {
  if (!on) {
    if (m_fullScreen) m_fullScreen->close();
    return;
  }
  if (!m_fullScreen) {
    m_fullScreen = new FullScreenView(m_theme, m_actions, &m_clock, this);
    connect(m_fullScreen, &FullScreenView::closed, this, [this] {
      m_actions->fullScreen->setChecked(false);
      setFocus();
    });
  }
  m_fullScreen->showOn(this);
  showSmooth();
  showFrame(m_clock.frame());
}

void PreviewPanel::copyFrame() {
  if (m_view->image().isNull()) return;
  QApplication::clipboard()->setImage(m_view->image());
  Q_EMIT messageShown(tr("Frame %1 copied.").arg(m_clock.frame() + 1));
}

void PreviewPanel::saveFrame() {
  const auto file =
      QFileDialog::getSaveFileName(this, tr("Save the frame"), QStringLiteral("frame.png"), tr("PNG images (*.png)"));
  if (file.isEmpty()) return;
  Q_EMIT messageShown(writeImage(m_view->image(), file)
                          ? tr("Saved %1.").arg(file)
                          : tr("%1 could not be written; choose another place.").arg(file));
}

QMenu* PreviewPanel::makeMenu() {
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("previewMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addActions({m_actions->play, m_actions->loop});
  menu->addMenu(tr("Spee&d"))->addActions(m_actions->speeds->actions());
  menu->addSeparator();
  menu->addMenu(tr("&Zoom"))->addActions(m_actions->zooms->actions());
  menu->addActions({m_actions->smooth, m_actions->fullScreen});
  menu->addSeparator();
  menu->addActions({m_actions->copyFrame, m_actions->saveFrame});
  return menu;
}

void PreviewPanel::contextMenuEvent(QContextMenuEvent* event) {
  if (!m_clip.frames.empty()) makeMenu()->popup(event->globalPos());
}

void PreviewPanel::resizeEvent(QResizeEvent* event) {
  fitTransport();
  fitMargins();
  QWidget::resizeEvent(event);
}

void PreviewPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) {
    m_actions->retranslate();
    retranslate();
  }
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
