// SPDX-License-Identifier: MIT
#include "viewer/compare_view.h"

#include "text/durations.h"
#include "theme/theme.h"
#include "viewer/compare_transport.h"
#include "viewer/settings_diff.h"
#include "viewer/similarity_curve.h"
#include "widgets/elided_combo_box.h"
#include "widgets/frame_image.h"

#include <QAbstractItemView>
#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
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
// An axis that followed its values would make a dip from .995 to .98 look like a crash.
constexpr SimilarityCurve::Axis kSsimAxis{0, 1, CompareView::kSsimDecimals}, kPsnrAxis{0, 60, 1};

// Prompts are long; the picker shows their beginning and the tooltip the rest.
void makeShrinkable(QComboBox* combo) {
  combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  combo->setMinimumWidth(80);
  combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

// What the entries need, judged by the newest: there may be thousands.
int listWidth(const QComboBox& combo) {
  constexpr int kJudged = 60, kBesideText = 56;  // pixels: image, margins, scroll bar
  int width = 0;
  for (int i = 0; i < std::min(combo.count(), kJudged); ++i)
    width = std::max(width, combo.fontMetrics().horizontalAdvance(combo.itemText(i)));
  return width + kBesideText;
}

void say(QWidget* widget, const QString& name, const QString& hint) {
  widget->setAccessibleName(name);
  widget->setToolTip(hint);
}

}  // namespace

CompareView::CompareView(const Theme* theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
  setObjectName(QStringLiteral("compareView"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
  layout->setSpacing(kSpacing);
  buildPickers(layout);
  buildTools(layout);
  m_canvas = new CompareCanvas(theme, this);
  layout->addWidget(m_canvas, 1);
  m_offer = new QPushButton(this);
  m_offer->setObjectName(QStringLiteral("offerLargeOnlyButton"));
  m_offer->setProperty("role", "primary");
  layout->addWidget(m_offer, 0, Qt::AlignHCenter);
  m_transport = new CompareTransport(theme, &m_clock, this);
  layout->addWidget(m_transport);
  m_remark = new QLabel(this);
  m_remark->setObjectName(QStringLiteral("compareRemark"));
  m_remark->setProperty("role", "muted");
  m_remark->setWordWrap(true);
  layout->addWidget(m_remark);
  buildFindings(layout);
  connectControls();
  connectKeys();
  setMode(CompareMode::SideBySide);
  refresh();
}

CompareView::~CompareView() { letGo(); }

void CompareView::buildPickers(QBoxLayout* layout) {
  const auto button = [this](const char* objectName, const char* icon) {
    auto* made = new QToolButton(this);
    made->setObjectName(QLatin1String(objectName));
    made->setIcon(m_theme->icon(QLatin1String(icon)));
    return made;
  };
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(kSpacing);
  grid->setVerticalSpacing(3);
  addPicker(grid, 0);
  m_swap = button("swapButton", "swap");
  grid->addWidget(m_swap, 0, 2);
  addPicker(grid, 1);
  m_add = button("addSideButton", "add");
  grid->addWidget(m_add, 0, 5);
  for (const int side : {2, 3}) addPicker(grid, side);
  m_remove = button("removeSideButton", "remove");
  grid->addWidget(m_remove, 2, 5);
  for (const int column : {1, 4}) grid->setColumnStretch(column, 1);
  layout->addLayout(grid);
}

// A and B in the first row, C and D in the second; below each what it cost.
void CompareView::addPicker(QGridLayout* grid, int side) {
  const auto at = static_cast<std::size_t>(side);
  const int row = side / 2 * 2, column = side % 2 * 3;
  m_letters[at] = new QLabel(this);
  m_letters[at]->setProperty("role", "heading");
  m_pickers[at] = new ElidedComboBox(this);
  m_pickers[at]->setObjectName(QStringLiteral("picker") + sideLetter(side));
  makeShrinkable(m_pickers[at]);
  m_letters[at]->setBuddy(m_pickers[at]);
  m_facts[at] = new QLabel(this);
  m_facts[at]->setTextFormat(Qt::PlainText);
  m_facts[at]->setWordWrap(true);
  m_facts[at]->setObjectName(QStringLiteral("facts") + sideLetter(side));
  m_facts[at]->setProperty("role", "muted");
  grid->addWidget(m_letters[at], row, column);
  grid->addWidget(m_pickers[at], row, column + 1);
  grid->addWidget(m_facts[at], row + 1, column + 1);
}

void CompareView::buildTools(QBoxLayout* layout) {
  m_tools = new QWidget(this);
  // Its own width determines its layout, so its contents must not determine its width.
  m_tools->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  m_toolsLayout = new QBoxLayout(QBoxLayout::LeftToRight, m_tools);
  m_toolsLayout->setContentsMargins(0, 0, 0, 0);
  m_toolsLayout->setSpacing(4);
  m_modesLayout = new QHBoxLayout;
  m_othersLayout = new QHBoxLayout;
  for (auto* row : {m_modesLayout, m_othersLayout}) {
    row->setSpacing(4);
    m_toolsLayout->addLayout(row);
  }
  buildModes(m_modesLayout);
  m_gain = new QComboBox(m_tools);
  m_gain->setObjectName(QStringLiteral("gainCombo"));
  for (const int gain : kGains) m_gain->addItem(QString(), gain);
  m_gain->setCurrentIndex(m_gain->findData(4));
  m_next = new QPushButton(m_tools);
  m_next->setObjectName(QStringLiteral("nextSideButton"));
  m_zoomLabel = new QLabel(m_tools);
  m_zoomLabel->setProperty("role", "muted");
  m_zoom = new QComboBox(m_tools);
  m_zoom->setObjectName(QStringLiteral("compareZoom"));
  for (const int zoom : CompareCanvas::kZooms) m_zoom->addItem(QString(), zoom);
  m_zoomLabel->setBuddy(m_zoom);
  m_export = new QPushButton(m_tools);
  m_export->setObjectName(QStringLiteral("exportComparisonButton"));
  m_othersLayout->addWidget(m_gain);
  m_othersLayout->addWidget(m_next);
  m_othersLayout->addStretch(1);
  m_othersLayout->addWidget(m_zoomLabel);
  m_othersLayout->addWidget(m_zoom);
  m_othersLayout->addWidget(m_export);
  layout->addWidget(m_tools);
}

void CompareView::buildModes(QBoxLayout* row) {
  m_modes = new QButtonGroup(this);
  for (const auto& [mode, name] :
       {std::pair(CompareMode::SideBySide, "sideBySideButton"), std::pair(CompareMode::Wipe, "wipeButton"),
        std::pair(CompareMode::Difference, "differenceButton"), std::pair(CompareMode::Flicker, "flickerButton")}) {
    auto* button = new QPushButton(m_tools);
    button->setObjectName(QLatin1String(name));
    button->setProperty("role", "segment");
    button->setCheckable(true);
    m_modes->addButton(button, static_cast<int>(mode));
    row->addWidget(button);
  }
  row->addStretch(1);
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
  m_ssim = new SimilarityCurve(m_theme, kSsimAxis, m_findings);
  m_ssim->setObjectName(QStringLiteral("ssimCurve"));
  m_psnr = new SimilarityCurve(m_theme, kPsnrAxis, m_findings);
  m_psnr->setObjectName(QStringLiteral("psnrCurve"));
  for (auto* curve : {m_ssim, m_psnr}) curves->addWidget(curve, 1);
  m_findingsLayout->addLayout(curves, 1);

  m_differencesHeading = new QLabel(m_findings);
  m_differencesHeading->setObjectName(QStringLiteral("differencesHeading"));
  m_differences = new QTreeWidget(m_findings);
  m_differences->setObjectName(QStringLiteral("differencesList"));
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
  for (int side = 0; side < kMostSides; ++side) {
    auto* picker = m_pickers[static_cast<std::size_t>(side)];
    connect(picker, &QComboBox::activated, this, [this, side, picker](int index) {
      const RunId id = picker->itemData(index).toLongLong();
      if (!hasClip(side) || id != clip(side).id) Q_EMIT pickRequested(side, id);
    });
  }
  connect(m_swap, &QToolButton::clicked, this, &CompareView::swapSides);
  connect(m_add, &QToolButton::clicked, this, [this] { setSides(m_count + 1); });
  connect(m_remove, &QToolButton::clicked, this, [this] { setSides(m_count - 1); });
  connect(m_modes, &QButtonGroup::idClicked, this, [this](int id) { setMode(static_cast<CompareMode>(id)); });
  connect(m_gain, &QComboBox::currentIndexChanged, this, [this] { m_canvas->setGain(m_gain->currentData().toInt()); });
  connect(m_next, &QPushButton::clicked, this, &CompareView::flick);
  connect(m_zoom, &QComboBox::activated, this, [this] { m_canvas->setZoom(m_zoom->currentData().toInt()); });
  connect(m_canvas, &CompareCanvas::zoomChanged, this,
          [this](int percent) { m_zoom->setCurrentIndex(m_zoom->findData(percent)); });
  connect(m_export, &QPushButton::clicked, this, &CompareView::exportRequested);
  connect(m_largeOnly, &QPushButton::clicked, this, &CompareView::largeOnlyRequested);
  connect(m_offer, &QPushButton::clicked, this, [this] {
    // Its clip comes later, and once is enough.
    m_offer->setEnabled(false);
    Q_EMIT largeOnlyRequested();
  });
  connect(&m_clock, &ClipClock::frameChanged, this, &CompareView::showFrame);
  for (auto* curve : {m_ssim, m_psnr}) connect(curve, &SimilarityCurve::frameRequested, &m_clock, &ClipClock::seek);
  connect(&m_meter, &SimilarityMeter::measured, this, [this](const std::vector<FrameSimilarity>& frames) {
    m_similarity[static_cast<std::size_t>(m_measured)] = frames;
    refreshCurves();
    refreshFacts();
    measureNext();
  });
}

void CompareView::connectKeys() {
  const auto key = [this](Qt::Key pressed, auto action) {
    auto* shortcut = new QShortcut(QKeySequence(pressed), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, action);
    return shortcut;
  };
  key(Qt::Key_Space, [this] { m_clock.toggle(); });
  key(Qt::Key_K, [this] { m_clock.pause(); });
  key(Qt::Key_J, [this] { m_clock.shuttle(-1); });
  key(Qt::Key_L, [this] { m_clock.shuttle(1); });
  key(Qt::Key_Comma, [this] { m_clock.stepBy(-1); });
  key(Qt::Key_Period, [this] { m_clock.stepBy(1); });
  key(Qt::Key_F, [this] { flick(); })->setAutoRepeat(false);
  key(Qt::Key_H, [this] { hold(); })->setAutoRepeat(false);
}

void CompareView::setClip(int side, const CompareClip& clip) {
  m_sides[static_cast<std::size_t>(side)] = clip;
  m_saving[static_cast<std::size_t>(side)].reset();
  m_count = std::max(m_count, side + 1);
  refresh();
}

void CompareView::setSides(int count) {
  count = std::clamp(count, 2, kMostSides);
  for (auto side = static_cast<std::size_t>(count); side < m_sides.size(); ++side) {
    m_sides[side] = {};
    m_saving[side].reset();
  }
  m_count = count;
  refresh();
}

void CompareView::setSaving(int side, RunId id, double saving) {
  if (id == 0 || clip(side).id != id) return;
  m_saving[static_cast<std::size_t>(side)] = saving;
  refreshFacts();
}

void CompareView::setCandidates(const QList<CompareCandidate>& candidates) {
  m_candidates = candidates;
  m_offer->setEnabled(true);
  refreshPickers();
}

void CompareView::setThumbnail(RunId id, const QImage& image) {
  m_thumbnails[id] = QIcon(QPixmap::fromImage(image));
  for (auto* picker : m_pickers)
    if (const int at = picker->findData(id); at >= 0) picker->setItemIcon(at, m_thumbnails[id]);
}

void CompareView::swapSides() {
  std::swap(m_sides[0], m_sides[1]);
  std::swap(m_saving[0], m_saving[1]);
  refresh();
}

void CompareView::setMode(CompareMode mode) {
  letGo();
  m_modes->button(static_cast<int>(mode))->setChecked(true);
  m_canvas->setMode(mode);
  refreshTools();
  m_remark->setText(remark());
  m_remark->setVisible(!m_remark->text().isEmpty());
}

QList<int> CompareView::shownSides() const {
  QList<int> shown;
  for (int side = 0; side < m_count; ++side)
    if (hasClip(side)) shown << side;
  return shown;
}

bool CompareView::isMeasurable(int side) const {
  const Clip &a = clip(0).clip, &other = clip(side).clip;
  return hasClip(0) && hasClip(side) && a.width() == other.width() && a.height() == other.height();
}

int CompareView::commonFrames() const {
  auto frames = clip(0).clip.frames.size();
  for (const int side : shownSides()) frames = std::min(frames, clip(side).clip.frames.size());
  return static_cast<int>(frames);
}

void CompareView::refresh() {
  letGo();
  const bool comparable = isComparable();
  for (auto& frames : m_similarity) frames.clear();
  m_meter.stop();
  m_measured = 0;
  m_clock.setClip(comparable ? commonFrames() : 0, clip(0).clip.fps);
  m_transport->refreshClip();
  if (!hasClip(m_canvas->shown())) m_canvas->setShown(0);
  if (m_canvas->mode() == CompareMode::Difference && comparable && !isMeasurable(1)) setMode(CompareMode::SideBySide);
  m_findings->setVisible(comparable);
  retranslate();
  showFrame(m_clock.frame());
  if (comparable) measureNext();
}

void CompareView::measureNext() {
  do ++m_measured;
  while (m_measured < m_count && !isMeasurable(m_measured));
  if (m_measured < m_count)
    m_meter.measure(clip(0).clip, clip(m_measured).clip);
  else
    m_measured = 0;
}

void CompareView::refreshTools() {
  const auto mode = m_canvas->mode();
  const bool comparable = isComparable();
  for (auto* button : m_modes->buttons()) button->setEnabled(comparable);
  m_modes->button(static_cast<int>(CompareMode::Difference))->setEnabled(comparable && isMeasurable(1));
  m_gain->setVisible(mode == CompareMode::Difference);
  m_next->setVisible(mode == CompareMode::Flicker);
  m_next->setText(tr("Sh&ow %1").arg(sideLetter(next())));
  m_next->setAccessibleName(tr("Show %1").arg(sideLetter(next())));
  for (auto* control : std::initializer_list<QWidget*>{m_gain, m_next, m_zoom, m_export})
    control->setEnabled(comparable);
  m_swap->setEnabled(hasClip(0) || hasClip(1));
  m_add->setEnabled(m_count < kMostSides);
  m_remove->setVisible(m_count > 2);
  for (std::size_t side = 0; side < m_sides.size(); ++side)
    for (auto* part : std::initializer_list<QWidget*>{m_letters[side], m_pickers[side], m_facts[side]})
      part->setVisible(static_cast<int>(side) < m_count);
  arrange();
}

void CompareView::refreshPickers() {
  for (int side = 0; side < kMostSides; ++side) {
    auto* picker = m_pickers[static_cast<std::size_t>(side)];
    const QSignalBlocker blocker(picker);
    picker->clear();
    picker->setPlaceholderText(tr("Choose a result…"));
    for (const auto& candidate : m_candidates) {
      const auto text =
          candidate.words.isEmpty() ? candidate.title : tr("%1 — %2").arg(candidate.words, candidate.title);
      picker->addItem(m_thumbnails.value(candidate.id), text, candidate.id);
    }
    picker->view()->setMinimumWidth(std::min(listWidth(*picker), width() - 2 * kMargin));
    int shown = -1;
    if (hasClip(side)) {
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

void CompareView::refreshDifferences() {
  m_differences->clear();
  const auto shown = shownSides();
  QStringList headers{tr("Setting")};
  std::vector<GenerationRequest> requests;
  for (const int side : shown) {
    headers << sideLetter(side);
    if (clip(side).request) requests.push_back(*clip(side).request);
  }
  m_differences->setColumnCount(static_cast<int>(headers.size()));
  m_differences->setHeaderLabels(headers);
  const bool known = requests.size() == static_cast<std::size_t>(shown.size());
  const auto differences = known ? settingsDiff(requests) : QList<SettingsDifference>();
  for (const auto& difference : differences) {
    auto* row = new QTreeWidgetItem(m_differences, QStringList{difference.label} + difference.briefs);
    const auto whole = QStringList{difference.label} + difference.values;
    for (int column = 0; column < row->columnCount(); ++column) row->setToolTip(column, whole[column]);
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
  std::vector<SimilarityCurve::Line> ssim, psnr;
  FrameSimilarity mean;
  for (int side = 1; side < m_count; ++side) {
    const auto& frames = m_similarity[static_cast<std::size_t>(side)];
    if (frames.empty()) continue;
    SimilarityCurve::Line structure{sideLetter(side), {}}, noise = structure;
    for (const auto& frame : frames) {
      structure.values.push_back(frame.ssim);
      noise.values.push_back(frame.psnr);
    }
    ssim.push_back(std::move(structure));
    psnr.push_back(std::move(noise));
    mean = meanSimilarity(frames);
  }
  const bool isOne = ssim.size() == 1, isSeveral = ssim.size() > 1;
  bool isAnyMeasurable = false;
  for (int side = 1; side < m_count; ++side) isAnyMeasurable |= isMeasurable(side);
  const QString waiting = isAnyMeasurable ? tr("measuring…") : tr("different sizes");
  m_ssim->setLines(std::move(ssim));
  m_psnr->setLines(std::move(psnr));
  m_ssim->setTexts(isOne       ? tr("SSIM %1 on average").arg(number(mean.ssim, kSsimAxis.decimals))
                   : isSeveral ? tr("SSIM to A")
                               : tr("SSIM"),
                   waiting);
  m_psnr->setTexts(isOne       ? tr("PSNR %1 dB on average").arg(number(mean.psnr, kPsnrAxis.decimals))
                   : isSeveral ? tr("PSNR to A, dB")
                               : tr("PSNR"),
                   waiting);
  for (auto* curve : {m_ssim, m_psnr}) curve->setFrame(m_clock.frame());
}

void CompareView::showFrame(int frame) {
  QList<QImage> images(kMostSides);
  if (isComparable() && frame < commonFrames())
    for (const int side : shownSides())
      images[side] = frameImage(clip(side).clip.frames[static_cast<std::size_t>(frame)]);
  m_canvas->setImages(images);
  for (auto* curve : {m_ssim, m_psnr}) curve->setFrame(frame);
}

void CompareView::retranslateTools() {
  const auto label = [&](CompareMode mode, const QString& text, const QString& hint) {
    auto* button = m_modes->button(static_cast<int>(mode));
    button->setText(text);
    say(button, QString(text).remove(QLatin1Char('&')), hint);
  };
  label(CompareMode::SideBySide, tr("&Side by side"), tr("All clips in full, side by side"));
  label(CompareMode::Wipe, tr("&Wipe"), tr("A to the left of a divider that you can drag, B to the right"));
  label(CompareMode::Difference, tr("Diff&erence"), tr("The difference at each pixel; black means identical"));
  label(CompareMode::Flicker, tr("&Flicker"),
        tr("The clips in turn at one place: F shows the next one, H shows it while you hold the key"));
  say(m_gain, tr("Amplification of the difference"), tr("How many times brighter the difference is shown"));
  for (std::size_t i = 0; i < kGains.size(); ++i)
    m_gain->setItemText(static_cast<int>(i), tr("×%1").arg(number(qint64{kGains[i]})));
  m_next->setToolTip(tr("The next clip at the same place (F); hold H to see it for a moment"));
  m_zoomLabel->setText(tr("&Zoom"));
  say(m_zoom, tr("Zoom of all clips"),
      tr("All clips show the same part: turn the wheel or press + and − to zoom, 0 to fit"));
  for (int i = 0; i < m_zoom->count(); ++i)
    m_zoom->setItemText(i, m_zoom->itemData(i).toInt() == 0 ? tr("Fit") : percent(m_zoom->itemData(i).toInt() / 100.));
  m_export->setText(tr("E&xport…"));
  say(m_export, tr("Export the comparison"), tr("Saves the clips side by side as one video, each below its label"));
}

void CompareView::retranslate() {
  // Some languages need the letters of the others for the modes.
  const std::array letters = {tr("&A"), tr("&B"), sideLetter(2), sideLetter(3)};
  for (int side = 0; side < kMostSides; ++side) {
    m_letters[static_cast<std::size_t>(side)]->setText(letters[static_cast<std::size_t>(side)]);
    m_pickers[static_cast<std::size_t>(side)]->setAccessibleName(tr("Clip %1").arg(sideLetter(side)));
  }
  say(m_swap, tr("Swap A and B"), tr("Swap A and B"));
  say(m_add, tr("Compare another clip"), tr("Compare another clip, up to four"));
  say(m_remove, tr("Remove the last clip"), tr("Remove the last clip from the comparison"));
  for (auto* button : {m_largeOnly, m_offer}) {
    button->setText(tr("Compare with lar&ge only"));
    say(button, tr("Compare with large only"),
        tr("Queues A's run again with the large model on every step, to show what the small model costs in quality"));
  }
  say(m_ssim, m_ssim->accessibleName(), tr("Structural similarity; 1 means identical. Click to go to a frame"));
  say(m_psnr, m_psnr->accessibleName(), tr("Peak signal-to-noise ratio; higher is closer, 100 dB means identical"));
  m_differences->setAccessibleName(tr("Settings that differ"));
  m_canvas->setSentence(sentence());
  m_remark->setText(remark());
  m_remark->setVisible(!m_remark->text().isEmpty());
  // One button at a time: they have the same name and the same mnemonic.
  const bool isOffered = hasClip(0) && !hasClip(1) && clip(0).request.has_value();
  m_offer->setVisible(isOffered);
  m_largeOnly->setVisible(!isOffered && clip(0).request.has_value());
  retranslateTools();
  refreshPickers();
  refreshFacts();
  refreshDifferences();
  refreshCurves();
  refreshTools();
}

// In a narrow window, the modes have a row of their own.
void CompareView::arrange() {
  const int modes = m_modesLayout->minimumSize().width(), others = m_othersLayout->minimumSize().width();
  m_tools->setMinimumWidth(std::max(modes, others));
  const bool fits = width() - 2 * kMargin >= modes + others + m_toolsLayout->spacing();
  m_toolsLayout->setDirection(fits ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void CompareView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void CompareView::resizeEvent(QResizeEvent* event) {
  m_headingLayout->setDirection(width() >= kHeadingWidth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  m_findingsLayout->setDirection(width() >= kWideWidth ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  QWidget::resizeEvent(event);
  arrange();
}

void CompareView::hideEvent(QHideEvent* event) {
  letGo();
  m_clock.pause();
  QWidget::hideEvent(event);
}

}  // namespace fb::ui
