// SPDX-License-Identifier: MIT
#include "lab/contact_sheet.h"

#include "flowblend/engine.h"
#include "lab/sweep_words.h"
#include "session/engine_host.h"
#include "theme/theme.h"
#include "viewer/clip_clock.h"
#include "viewer/frame_view.h"
#include "viewer/scrub_bar.h"
#include "widgets/elided_combo_box.h"
#include "widgets/elided_label.h"
#include "widgets/frame_image.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <chrono>

namespace fb::ui {
namespace {

constexpr int kLeastHeight = 110;

}  // namespace

ContactSheet::ContactSheet(const Theme* theme, EngineHost* host, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_host(host),
      m_promptLabel(new QLabel(this)),
      m_prompts(new ElidedComboBox(this)),
      m_clock(new ClipClock(this)),
      m_play(new QToolButton(this)),
      m_scrub(new ScrubBar(this)) {
  setObjectName(QStringLiteral("contactSheet"));
  m_promptLabel->setProperty("role", "muted");
  m_promptLabel->setBuddy(m_prompts);
  m_prompts->setObjectName(QStringLiteral("sheetPrompt"));
  // A prompt may be long.
  m_prompts->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_prompts->setMinimumContentsLength(12);
  m_play->setObjectName(QStringLiteral("sheetPlay"));
  m_play->setFocusPolicy(Qt::StrongFocus);
  m_scrub->setObjectName(QStringLiteral("sheetScrub"));
  m_scrub->setMinimumWidth(60);
  auto* row = new QHBoxLayout;
  row->addWidget(m_promptLabel);
  row->addWidget(m_prompts, 2);
  row->addWidget(m_play);
  row->addWidget(m_scrub, 1);
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->addLayout(row, 0, 0, 1, static_cast<int>(m_pictures.size()));
  for (int i = 0; i < std::ssize(m_pictures); ++i) {
    auto& picture = m_pictures[static_cast<std::size_t>(i)];
    picture.view = new FrameView(theme, this);
    // Its usual height would leave no room for the map.
    picture.view->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    picture.view->setMinimumHeight(kLeastHeight);
    picture.caption = new ElidedLabel(Qt::ElideRight, this);
    picture.caption->setAlignment(Qt::AlignHCenter);
    picture.caption->setProperty("role", "muted");
    grid->addWidget(picture.view, 1, i);
    grid->addWidget(picture.caption, 2, i);
    grid->setColumnStretch(i, 1);
  }
  grid->setRowStretch(1, 1);
  m_soon.setSingleShot(true);
  m_soon.setInterval(std::chrono::milliseconds(60));
  connect(&m_soon, &QTimer::timeout, this, &ContactSheet::load);
  connect(m_prompts, &QComboBox::activated, this, &ContactSheet::load);
  connect(m_play, &QToolButton::clicked, m_clock, &ClipClock::toggle);
  connect(m_scrub, &QSlider::valueChanged, m_clock, &ClipClock::seek);
  connect(m_clock, &ClipClock::frameChanged, this, &ContactSheet::showFrame);
  connect(m_clock, &ClipClock::playingChanged, this, &ContactSheet::retranslate);
  clear();
  retranslate();
}

void ContactSheet::setSweep(const QString& folder, const Sweep& sweep) {
  if (folder == m_folder && sweep == m_sweep) return;
  const int before = folder == m_folder ? std::max(0, m_prompts->currentIndex()) : 0;
  m_folder = folder;
  m_sweep = sweep;
  const QSignalBlocker blocker(m_prompts);
  m_prompts->clear();
  for (const auto& prompt : sweep.prompts) m_prompts->addItem(QString::fromStdString(prompt));
  m_prompts->setCurrentIndex(before);
  m_pictures.front().candidate = sweep.largeOnly();
  m_pictures.back().candidate = {0, 0};
}

void ContactSheet::show(const SweepCandidate& candidate, const QString& caption) {
  m_pictures[kCandidate].candidate = candidate;
  m_caption = caption;
  retranslate();
  m_soon.start();
}

void ContactSheet::clear() {
  m_soon.stop();
  m_loaded.drop();
  m_folder.clear();
  m_sweep = {};
  m_caption.clear();
  {
    const QSignalBlocker blocker(m_prompts);
    m_prompts->clear();
  }
  const auto none = [] { return Found{Error{ErrorKind::NotFound, {}}}; };
  take({"none", "none", "none"}, {none(), none(), none()});
}

void ContactSheet::load() {
  if (m_folder.isEmpty() || m_sweep.seeds.empty() || m_prompts->currentIndex() < 0) return;
  Folders folders;
  for (std::size_t i = 0; i < folders.size(); ++i) {
    const auto& picture = m_pictures[i];
    auto wanted = clipFolder(m_folder, {m_prompts->currentIndex(), m_sweep.seeds.front(), picture.candidate});
    if (picture.clip.frames.empty() || picture.source != wanted) folders[i] = std::move(wanted);
  }
  m_host->ask(
      this,
      [folders](Engine& engine) {
        const auto read = [&engine](const std::filesystem::path& folder) {
          if (folder.empty()) return Found{Clip{}};
          Found found{engine.loadRunClip(folder)};
          if (found.clip) return found;
          const auto run = engine.inspectRun(folder);
          found.isUndecoded = run && run.value().sampled && !run.value().decoded;
          return found;
        };
        return Clips{read(folders[0]), read(folders[1]), read(folders[2])};
      },
      m_loaded.ask([this, folders](const Clips& clips) { take(folders, clips); }));
}

// A clip that is not there yet, or has been removed, leaves its place empty.
void ContactSheet::take(const Folders& folders, const Clips& clips) {
  int frames = 0;
  double fps = 1;
  for (std::size_t i = 0; i < clips.size(); ++i) {
    auto& picture = m_pictures[i];
    if (!folders[i].empty()) {
      picture.source = folders[i];
      picture.clip = clips[i].clip ? clips[i].clip.value() : Clip{};
      picture.isUndecoded = clips[i].isUndecoded;
    }
    frames = std::max(frames, static_cast<int>(picture.clip.frames.size()));
    if (!picture.clip.frames.empty()) fps = picture.clip.fps;
  }
  {
    const QSignalBlocker blocker(m_scrub);
    m_scrub->setClip(frames, fps);
  }
  m_clock->setClip(frames, fps);
  m_play->setEnabled(frames > 1);
  m_scrub->setEnabled(frames > 1);
  sayWhatIsMissing();
  showFrame();
}

void ContactSheet::showFrame() {
  const QSignalBlocker blocker(m_scrub);
  m_scrub->setValue(m_clock->frame());
  for (auto& picture : m_pictures) {
    const auto& frames = picture.clip.frames;
    const auto at = std::min(static_cast<std::size_t>(m_clock->frame()), frames.empty() ? 0 : frames.size() - 1);
    picture.view->setImage(frames.empty() ? QImage() : frameImage(frames[at]));
  }
}

void ContactSheet::retranslate() {
  m_promptLabel->setText(tr("Pro&mpt"));
  m_prompts->setAccessibleName(tr("Prompt whose clips are shown"));
  m_play->setIcon(m_theme->icon(m_clock->isPlaying() ? QStringLiteral("pause") : QStringLiteral("play")));
  const auto play = m_clock->isPlaying() ? tr("Pause") : tr("Play the clips together");
  m_play->setAccessibleName(play);
  m_play->setToolTip(play);
  m_scrub->setAccessibleName(tr("Frame of the clips"));
  m_pictures.front().caption->setText(tr("Large model alone"));
  m_pictures[kCandidate].caption->setText(m_caption);
  m_pictures.back().caption->setText(tr("Small model alone"));
  for (auto& picture : m_pictures) {
    picture.view->setAccessibleName(picture.caption->text());
  }
  sayWhatIsMissing();
}

void ContactSheet::sayWhatIsMissing() {
  for (auto& picture : m_pictures) picture.view->setEmptyText(picture.isUndecoded ? tr("Not decoded") : tr("No clip"));
}

void ContactSheet::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) retranslate();
}

}  // namespace fb::ui
