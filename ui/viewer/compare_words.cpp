// SPDX-License-Identifier: MIT
// What the comparison says of its clips.
#include "text/clip_words.h"
#include "text/durations.h"
#include "viewer/compare_view.h"

#include <QLabel>

namespace fb::ui {
namespace {

constexpr double kWorthTelling = .005;

}  // namespace

QString CompareView::nameOf(int side) const {
  return clip(side).title.isEmpty() ? tr("Untitled clip") : clip(side).title;
}

QStringList CompareView::factsOf(int side) const {
  const auto& shown = clip(side);
  QStringList facts;
  if (!hasClip(side)) return facts;
  const auto isBranch = [](const CompareClip& of) { return of.request && of.request->options.branchAt > 0; };
  const auto& a = clip(0);
  if (shown.seconds > 0)
    facts << (isBranch(shown) ? tr("%1 without the steps taken over").arg(elapsed(shown.seconds))
                              : elapsed(shown.seconds));
  if (side > 0 && shown.seconds > 0 && a.seconds > 0 && !isBranch(shown) && !isBranch(a)) {
    const double less = 1 - shown.seconds / a.seconds;
    if (less >= kWorthTelling) facts << tr("%1 less time than A").arg(percent(less));
    if (less <= -kWorthTelling) facts << tr("%1 more time than A").arg(percent(-less));
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
    auto* label = m_facts[static_cast<std::size_t>(side)];
    label->setText(factsOf(side).join(QStringLiteral(" · ")));
  }
}

}  // namespace fb::ui
