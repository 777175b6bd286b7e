// SPDX-License-Identifier: MIT
#include "viewer/compare_view.h"

#include "text/durations.h"
#include "theme/theme.h"
#include "viewer/compare_transport.h"
#include "viewer/settings_diff.h"
#include "viewer/similarity_curve.h"
#include "widgets/frame_image.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace fb::ui {
namespace {

constexpr int kMargin = 12, kSpacing = 8;
constexpr int kWideWidth = 640;     // from this width on, the curves and the settings are side by side
constexpr int kHeadingWidth = 440;  // from this width on, the button is next to the heading
constexpr std::array kGains = {1, 2, 4, 8};
constexpr int kSsimDecimals = 3, kPsnrDecimals = 1;

// Prompts are long; the picker shows their beginning and the tooltip the rest.
void makeShrinkable(QComboBox* combo) {
  combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  combo->setMinimumWidth(80);
  combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

}  // namespace

CompareView::CompareView(const Theme* theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setObjectName(QStringLiteral("compareView"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
  layout->setSpacing(kSpacing);
  buildPickers(layout);
  buildModes(layout);
  m_canvas = new CompareCanvas(theme, this);
  layout->addWidget(m_canvas, 1);
  m_transport = new CompareTransport(theme, &m_clock, this);
  layout->addWidget(m_transport);
  m_remark = new QLabel(this);
  m_remark->setObjectName(QStringLiteral("compareRemark"));
  m_remark->setProperty("role", "muted");
  m_remark->setWordWrap(true);
  layout->addWidget(m_remark);
  buildFindings(layout);
  connectControls();
  setMode(CompareMode::SideBySide);
  refresh();
}

void CompareView::buildPickers(QBoxLayout* layout) {
  auto* row = new QHBoxLayout;
  row->setSpacing(kSpacing);
  for (std::size_t side = 0; side < 2; ++side) {
    m_letters[side] = new QLabel(this);
    m_letters[side]->setProperty("role", "heading");
    m_pickers[side] = new QComboBox(this);
    m_pickers[side]->setObjectName(side == 0 ? QStringLiteral("pickerA") : QStringLiteral("pickerB"));
    makeShrinkable(m_pickers[side]);
    m_letters[side]->setBuddy(m_pickers[side]);
    if (side == 1) {
      m_swap = new QToolButton(this);
      m_swap->setObjectName(QStringLiteral("swapButton"));
      row->addWidget(m_swap);
    }
    row->addWidget(m_letters[side]);
    row->addWidget(m_pickers[side], 1);
  }
  layout->addLayout(row);
}

void CompareView::buildModes(QBoxLayout* layout) {
  auto* row = new QHBoxLayout;
  row->setSpacing(4);
  m_modes = new QButtonGroup(this);
  for (const auto& [mode, name] :
       {std::pair(CompareMode::SideBySide, "sideBySideButton"), std::pair(CompareMode::Wipe, "wipeButton"),
        std::pair(CompareMode::Difference, "differenceButton")}) {
    auto* button = new QPushButton(this);
    button->setObjectName(QLatin1String(name));
    button->setProperty("role", "segment");
    button->setCheckable(true);
    m_modes->addButton(button, static_cast<int>(mode));
    row->addWidget(button);
  }
  m_gain = new QComboBox(this);
  m_gain->setObjectName(QStringLiteral("gainCombo"));
  for (const int gain : kGains) m_gain->addItem(QString(), gain);
  m_gain->setCurrentIndex(m_gain->findData(4));
  auto place = m_gain->sizePolicy();
  place.setRetainSizeWhenHidden(true);  // otherwise the image would jump when the mode changes
  m_gain->setSizePolicy(place);
  row->addSpacing(kSpacing);
  row->addWidget(m_gain);
  row->addStretch(1);
  layout->addLayout(row);
}

void CompareView::buildFindings(QBoxLayout* layout) {
  m_findings = new QWidget(this);
  // Its own width determines its layout, so its contents must not determine its width.
  m_findings->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_findings->setMinimumWidth(240);
  m_findingsLayout = new QBoxLayout(QBoxLayout::TopToBottom, m_findings);
  m_findingsLayout->setContentsMargins(0, 0, 0, 0);
  m_findingsLayout->setSpacing(2 * kSpacing);
  auto* curves = new QHBoxLayout;
  curves->setSpacing(kSpacing);
  m_ssim = new SimilarityCurve(m_theme, m_findings);
  m_ssim->setObjectName(QStringLiteral("ssimCurve"));
  m_psnr = new SimilarityCurve(m_theme, m_findings);
  m_psnr->setObjectName(QStringLiteral("psnrCurve"));
  for (auto* curve : {m_ssim, m_psnr}) curves->addWidget(curve, 1);
  m_findingsLayout->addLayout(curves, 1);

  m_differencesHeading = new QLabel(m_findings);
  m_differencesHeading->setObjectName(QStringLiteral("differencesHeading"));
  m_differences = new QTreeWidget(m_findings);
  m_differences->setObjectName(QStringLiteral("differencesList"));
  m_differences->setColumnCount(3);
  m_differences->setRootIsDecorated(false);
  m_differences->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_differences->header()->setSectionResizeMode(QHeaderView::Stretch);
  m_differences->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
  m_differences->header()->setMinimumSectionSize(40);
  m_differences->setUniformRowHeights(true);
  m_differences->setProperty("role", "plain");
  m_differences->setSelectionMode(QAbstractItemView::NoSelection);
  m_differences->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  m_largeOnly = new QPushButton(m_findings);
  m_largeOnly->setObjectName(QStringLiteral("largeOnlyButton"));
  auto* settings = new QVBoxLayout;
  settings->setSpacing(3);
  m_headingLayout = new QBoxLayout(QBoxLayout::TopToBottom);
  m_headingLayout->setSpacing(kSpacing);
  m_headingLayout->addWidget(m_differencesHeading, 1);
  m_headingLayout->addWidget(m_largeOnly);
  settings->addLayout(m_headingLayout);
  settings->addWidget(m_differences);
  settings->addStretch(1);
  m_findingsLayout->addLayout(settings, 1);
  layout->addWidget(m_findings);
}

void CompareView::connectControls() {
  for (int side = 0; side < 2; ++side) {
    auto* picker = m_pickers[static_cast<std::size_t>(side)];
    connect(picker, &QComboBox::activated, this, [this, side, picker](int index) {
      const RunId id = picker->itemData(index).toLongLong();
      if (id != clip(side).id) Q_EMIT pickRequested(side, id);
    });
  }
  connect(m_swap, &QToolButton::clicked, this, &CompareView::swapSides);
  connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) { setMode(static_cast<CompareMode>(id)); });
  connect(m_gain, &QComboBox::currentIndexChanged, this, [this] { m_canvas->setGain(m_gain->currentData().toInt()); });
  connect(m_largeOnly, &QPushButton::clicked, this, &CompareView::largeOnlyRequested);
  connect(&m_clock, &ClipClock::frameChanged, this, &CompareView::showFrame);
  for (auto* curve : {m_ssim, m_psnr}) connect(curve, &SimilarityCurve::frameRequested, &m_clock, &ClipClock::seek);
  connect(&m_meter, &SimilarityMeter::measured, this, [this](const std::vector<FrameSimilarity>& frames) {
    m_similarity = frames;
    refreshCurves();
  });

  const auto key = [this](Qt::Key pressed, auto action) {
    auto* shortcut = new QShortcut(QKeySequence(pressed), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, action);
  };
  key(Qt::Key_Space, [this] { m_clock.toggle(); });
  key(Qt::Key_K, [this] { m_clock.pause(); });
  key(Qt::Key_J, [this] { m_clock.shuttle(-1); });
  key(Qt::Key_L, [this] { m_clock.shuttle(1); });
  key(Qt::Key_Comma, [this] { m_clock.stepBy(-1); });
  key(Qt::Key_Period, [this] { m_clock.stepBy(1); });
}

void CompareView::setClips(const CompareClip& a, const CompareClip& b) {
  m_sides = {a, b};
  refresh();
}

void CompareView::setClip(int side, const CompareClip& clip) {
  m_sides[static_cast<std::size_t>(side)] = clip;
  refresh();
}

void CompareView::setCandidates(const QList<CompareCandidate>& candidates) {
  m_candidates = candidates;
  refreshPickers();
}

void CompareView::setThumbnail(RunId id, const QImage& image) {
  m_thumbnails[id] = QIcon(QPixmap::fromImage(image));
  for (auto* picker : m_pickers)
    if (const int at = picker->findData(id); at >= 0) picker->setItemIcon(at, m_thumbnails[id]);
}

void CompareView::swapSides() {
  std::swap(m_sides[0], m_sides[1]);
  refresh();
}

void CompareView::setMode(CompareMode mode) {
  m_modes->button(static_cast<int>(mode))->setChecked(true);
  m_canvas->setMode(mode);
  m_gain->setVisible(mode == CompareMode::Difference);
}

bool CompareView::areComparable() const {
  const Clip &a = m_sides[0].clip, &b = m_sides[1].clip;
  return !a.frames.empty() && !b.frames.empty() && a.width() == b.width() && a.height() == b.height();
}

int CompareView::commonFrames() const {
  return static_cast<int>(std::min(m_sides[0].clip.frames.size(), m_sides[1].clip.frames.size()));
}

QString CompareView::nameOf(int side) const {
  return clip(side).title.isEmpty() ? tr("Untitled clip") : clip(side).title;
}

QString CompareView::sentence() const {
  const Clip &a = m_sides[0].clip, &b = m_sides[1].clip;
  if (a.frames.empty() && b.frames.empty())
    return tr("Choose two results above.\nThey play together here, frame by frame.");
  if (a.frames.empty()) return tr("Choose a clip for A to compare it with B.");
  if (b.frames.empty()) return tr("Choose a clip for B to compare it with A.");
  return tr("A is %1 and B is %2. Only clips of the same size can be compared; choose another clip, or run one again "
            "at the other's size.")
      .arg(ui::frameSize(a.width(), a.height()), ui::frameSize(b.width(), b.height()));
}

QString CompareView::remark() const {
  if (!areComparable()) return {};
  const Clip &a = m_sides[0].clip, &b = m_sides[1].clip;
  QStringList remarks;
  if (a.frames.size() != b.frames.size())
    remarks << tr("A has %1, B has %2: the first %3 are compared.")
                   .arg(frameCount(static_cast<int>(a.frames.size())), frameCount(static_cast<int>(b.frames.size())),
                        frameCount(commonFrames()));
  if (a.fps != b.fps) remarks << tr("Both play at A's %1 frames per second.").arg(number(a.fps, 0));
  return remarks.join(QLatin1Char(' '));
}

void CompareView::refresh() {
  const int frames = areComparable() ? commonFrames() : 0;
  m_similarity.clear();
  m_meter.stop();
  m_clock.setClip(frames, m_sides[0].clip.fps);
  m_transport->refreshClip();
  if (frames > 0) m_meter.measure(m_sides[0].clip, m_sides[1].clip);
  m_findings->setVisible(frames > 0);
  m_swap->setEnabled(!m_sides[0].clip.frames.empty() || !m_sides[1].clip.frames.empty());
  for (auto* button : m_modes->buttons()) button->setEnabled(frames > 0);
  m_gain->setEnabled(frames > 0);
  retranslate();
  showFrame(m_clock.frame());
}

void CompareView::refreshPickers() {
  for (int side = 0; side < 2; ++side) {
    auto* picker = m_pickers[static_cast<std::size_t>(side)];
    const QSignalBlocker blocker(picker);
    picker->clear();
    picker->setPlaceholderText(tr("Choose a result…"));
    for (const auto& candidate : m_candidates) {
      const auto text =
          candidate.words.isEmpty() ? candidate.title : tr("%1 — %2").arg(candidate.words, candidate.title);
      picker->addItem(m_thumbnails.value(candidate.id), text, candidate.id);
    }
    int shown = -1;
    if (!clip(side).clip.frames.empty()) {
      shown = picker->findData(clip(side).id);
      if (shown < 0) {
        // A file, or a run that has left the history in the meantime.
        picker->insertItem(0, nameOf(side), clip(side).id);
        shown = 0;
      }
    }
    picker->setCurrentIndex(shown);
    picker->setToolTip(shown < 0 ? tr("Choose one of the finished runs") : nameOf(side));
    picker->setEnabled(picker->count() > 0);
  }
}

void CompareView::refreshFindings() {
  m_differences->clear();
  m_differences->setHeaderLabels({tr("Setting"), tr("A"), tr("B")});
  const bool known = m_sides[0].request && m_sides[1].request;
  const auto differences = known ? settingsDiff(*m_sides[0].request, *m_sides[1].request) : QList<SettingDifference>();
  for (const auto& difference : differences) {
    auto* row = new QTreeWidgetItem(m_differences, {difference.label, difference.a, difference.b});
    for (int column = 0; column < 3; ++column) row->setToolTip(column, row->text(column));
  }
  if (!known)
    m_differencesHeading->setText(tr("The settings of one clip are unknown"));
  else if (differences.isEmpty())
    m_differencesHeading->setText(tr("The settings are the same"));
  else
    m_differencesHeading->setText(tr("%n setting(s) differ", nullptr, static_cast<int>(differences.size())));
  m_differences->setVisible(!differences.isEmpty());
  // As high as its rows, up to three; from the fourth on, it scrolls.
  const int rows = std::clamp(static_cast<int>(differences.size()), 1, 3);
  const int rowHeight = std::max(m_differences->sizeHintForRow(0), fontMetrics().height() + 8);
  m_differences->setFixedHeight(m_differences->header()->sizeHint().height() + rows * rowHeight + 6);
}

void CompareView::refreshCurves() {
  std::vector<double> ssim, psnr;
  for (const auto& frame : m_similarity) {
    ssim.push_back(frame.ssim);
    psnr.push_back(frame.psnr);
  }
  const auto mean = meanSimilarity(m_similarity);
  const QString waiting = tr("measuring…");
  const bool measured = !m_similarity.empty();
  m_ssim->setValues(std::move(ssim), kSsimDecimals);
  m_psnr->setValues(std::move(psnr), kPsnrDecimals);
  m_ssim->setTexts(measured ? tr("SSIM %1 on average").arg(number(mean.ssim, kSsimDecimals)) : tr("SSIM"), waiting);
  m_psnr->setTexts(measured ? tr("PSNR %1 dB on average").arg(number(mean.psnr, kPsnrDecimals)) : tr("PSNR"), waiting);
  for (auto* curve : {m_ssim, m_psnr}) curve->setFrame(m_clock.frame());
}

void CompareView::showFrame(int frame) {
  if (!areComparable() || frame >= commonFrames()) {
    m_canvas->setImages({}, {});
    return;
  }
  const auto image = [frame](const CompareClip& side) {
    return frameImage(side.clip.frames[static_cast<std::size_t>(frame)]);
  };
  m_canvas->setImages(image(m_sides[0]), image(m_sides[1]));
  for (auto* curve : {m_ssim, m_psnr}) curve->setFrame(frame);
}

void CompareView::retranslate() {
  const auto say = [](QWidget* widget, const QString& name, const QString& hint) {
    widget->setAccessibleName(name);
    widget->setToolTip(hint);
  };
  m_letters[0]->setText(tr("&A"));
  m_letters[1]->setText(tr("&B"));
  m_pickers[0]->setAccessibleName(tr("Clip A"));
  m_pickers[1]->setAccessibleName(tr("Clip B"));
  m_swap->setIcon(m_theme->icon(QStringLiteral("refresh")));
  say(m_swap, tr("Swap A and B"), tr("Swap A and B"));
  const auto label = [&](CompareMode mode, const QString& text, const QString& hint) {
    auto* button = m_modes->button(static_cast<int>(mode));
    button->setText(text);
    say(button, QString(text).remove(QLatin1Char('&')), hint);
  };
  label(CompareMode::SideBySide, tr("&Side by side"), tr("Both clips in full, side by side"));
  label(CompareMode::Wipe, tr("&Wipe"), tr("A to the left of a divider that you can drag, B to the right"));
  label(CompareMode::Difference, tr("&Difference"), tr("The difference at each pixel; black means identical"));
  say(m_gain, tr("Amplification of the difference"), tr("How many times brighter the difference is shown"));
  for (std::size_t i = 0; i < kGains.size(); ++i)
    m_gain->setItemText(static_cast<int>(i), tr("×%1").arg(number(qint64{kGains[i]})));
  m_largeOnly->setText(tr("Compare with &large only"));
  say(m_largeOnly, tr("Compare with large only"),
      tr("Queues A's run again with the large model on every step, to show what the small model costs in quality"));
  say(m_ssim, m_ssim->accessibleName(),
      tr("Structural similarity of brightness; 1 means identical. Click to go to a frame"));
  say(m_psnr, m_psnr->accessibleName(), tr("Peak signal-to-noise ratio; higher is closer, 100 dB means identical"));
  m_differences->setAccessibleName(tr("Settings that differ"));
  m_canvas->setSentence(sentence());
  m_remark->setText(remark());
  m_remark->setVisible(!m_remark->text().isEmpty());
  m_largeOnly->setVisible(m_sides[0].request.has_value());
  refreshPickers();
  refreshFindings();
  refreshCurves();
}

void CompareView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void CompareView::resizeEvent(QResizeEvent* event) {
  m_headingLayout->setDirection(width() >= kHeadingWidth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  m_findingsLayout->setDirection(width() >= kWideWidth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  QWidget::resizeEvent(event);
}

void CompareView::hideEvent(QHideEvent* event) {
  m_clock.pause();
  QWidget::hideEvent(event);
}

}  // namespace fb::ui
