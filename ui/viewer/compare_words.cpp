// SPDX-License-Identifier: MIT
// What the comparison says of its clips.
#include "text/clip_words.h"
#include "text/durations.h"
#include "viewer/compare_view.h"

#include <QLabel>

namespace fb::ui {
namespace {

constexpr double kWorthTelling = .005;

bool isBranch(const CompareClip& clip) { return clip.request && clip.request->options.branchAt > 0; }

bool isCompared(const CompareClip& clip) { return clip.request && clip.request->options.probe != ProbePolicy::None; }

// A run that also ran the other model took longer for that, not for its clip.
bool areTimesComparable(const CompareClip& a, const CompareClip& b) {
  return a.seconds > 0 && b.seconds > 0 && !isBranch(a) && !isBranch(b) && isCompared(a) == isCompared(b);
}

}  // namespace

QString CompareView::nameOf(int side) const {
  return clip(side).title.isEmpty() ? tr("Untitled clip") : clip(side).title;
}

QStringList CompareView::factsOf(int side) const {
  const auto& shown = clip(side);
  QStringList facts;
  if (!hasClip(side)) return facts;
  const auto& a = clip(0);
  const auto took = elapsed(shown.seconds);
  if (shown.seconds > 0) {
    if (isBranch(shown))
      facts << tr("%1 without the steps taken over").arg(took);
    else if (isCompared(shown))
      facts << tr("%1 with comparing the models").arg(took);
    else
      facts << took;
  }
  if (side > 0 && areTimesComparable(a, shown)) {
    const double ratio = shown.seconds / a.seconds;
    if (ratio >= 2)
      facts << tr("%1 times the time of A", "11.5").arg(number(ratio, 1));
    else if (ratio >= 1 + kWorthTelling)
      facts << tr("%1 more time than A").arg(percent(ratio - 1));
    else if (ratio <= 1 - kWorthTelling)
      facts << tr("%1 less time than A").arg(percent(1 - ratio));
  }
  const auto saving = m_saving[static_cast<std::size_t>(side)].value_or(0);
  if (saving >= kWorthTelling) facts << tr("%1 fewer FLOPs than large only").arg(percent(saving));
  if (saving <= -kWorthTelling) facts << tr("%1 more FLOPs than large only").arg(percent(-saving));
  if (const auto& frames = m_similarity[static_cast<std::size_t>(side)]; !frames.empty())
    facts << tr("SSIM to A %1").arg(number(meanSimilarity(frames).ssim, kSsimDecimals));
  return facts;
}

QString CompareView::labelOf(int side) const {
  const auto& shown = clip(side);
  QString words = shown.words;
  if (words.isEmpty() && shown.request)
    words = clipWords(shown.request->sampling.schedule, shown.request->sampling.seed);
  return QStringLiteral("%1 · %2").arg(sideLetter(side), words.isEmpty() ? nameOf(side) : words);
}

std::vector<ComparisonPart> CompareView::parts() const {
  std::vector<ComparisonPart> parts;
  if (!isComparable()) return parts;
  for (const int side : shownSides())
    parts.push_back({clip(side).clip, labelOf(side), factsOf(side).join(QStringLiteral(" · "))});
  return parts;
}

QString CompareView::sentence() const {
  if (!hasClip(0) && !hasClip(1)) return tr("Choose two results above.\nThey play together here, frame by frame.");
  if (!hasClip(0)) return tr("Choose a clip for A to compare it with B.");
  return hasClip(1) ? QString() : tr("Choose a clip for B to compare it with A.");
}

QString CompareView::remark() const {
  if (!isComparable()) return {};
  QStringList remarks, lengths;
  const auto shown = shownSides();
  const Clip& a = clip(0).clip;
  bool isOtherLength = false, isOtherRate = false;
  for (const int side : shown) {
    const Clip& other = clip(side).clip;
    lengths
        << tr("%1 has %2", "B has 17 frames").arg(sideLetter(side), frameCount(static_cast<int>(other.frames.size())));
    isOtherLength |= other.frames.size() != a.frames.size();
    isOtherRate |= other.fps != a.fps;
    if (!isMeasurable(side))
      remarks << tr("%1 is %2 and is shown in A's size, %3; clips of different sizes are not measured.")
                     .arg(sideLetter(side), ui::frameSize(other.width(), other.height()),
                          ui::frameSize(a.width(), a.height()));
  }
  if (isOtherLength)
    remarks << tr("%1: the first %2 are compared.").arg(lengths.join(QStringLiteral(", ")), frameCount(commonFrames()));
  if (isOtherRate) remarks << tr("All play at A's %1 frames per second.").arg(number(a.fps, 0));
  const auto mode = m_canvas->mode();
  if (shown.size() > 2 && (mode == CompareMode::Wipe || mode == CompareMode::Difference))
    remarks << tr("Wipe and difference show A and B only.");
  return remarks.join(QLatin1Char(' '));
}

void CompareView::refreshFacts() {
  for (int side = 0; side < kMostSides; ++side) {
    auto facts = factsOf(side);
    // In the last one, the number stays beside what it is.
    if (!m_similarity[static_cast<std::size_t>(side)].empty()) facts.last().replace(QLatin1Char(' '), QChar::Nbsp);
    m_facts[static_cast<std::size_t>(side)]->setText(facts.join(QStringLiteral(" · ")));
  }
}

}  // namespace fb::ui
