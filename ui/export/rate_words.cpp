// SPDX-License-Identifier: MIT
#include "export/rate_words.h"

#include "text/durations.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <numeric>

namespace fb::ui {
namespace {

struct Words {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::ExportDialog)
};

QString fps(double value) { return QLocale().toString(value, 'g', 6); }

// For rates that are whole numbers: of how many frames in a row how many are repeated or left out.
QString patternWords(int from, int to) {
  const int common = std::gcd(from, to);
  const int frames = from / common, shown = to / common;
  if (shown % frames == 0) return Words::tr("every frame is shown %1 times").arg(shown / frames);
  if (frames % shown == 0) return Words::tr("1 of %1 frames is kept, the others are left out").arg(frames / shown);
  if (shown < frames) {
    const int left = frames - shown;
    return left == 1 ? Words::tr("1 of %1 frames is left out").arg(frames)
                     : Words::tr("%1 of %2 frames are left out").arg(left).arg(frames);
  }
  const int more = shown % frames, times = shown / frames;
  if (times > 1) return Words::tr("frames are shown %1 or %2 times").arg(times).arg(times + 1);
  if (frames == 2) return Words::tr("every second frame is shown twice");
  return more == 1 ? Words::tr("1 of %1 frames is shown twice").arg(frames)
                   : Words::tr("%1 of %2 frames are shown twice").arg(more).arg(frames);
}

}  // namespace

QString rateWords(double fromFps, double toFps, RateChange change) {
  if (fromFps == toFps) return Words::tr("The clip has %1 fps, so every frame stays as it is.").arg(fps(fromFps));
  const auto begin = Words::tr("%1 → %2 fps").arg(fps(fromFps), fps(toFps));
  const bool areWhole = fromFps == std::round(fromFps) && toFps == std::round(toFps) && fromFps >= 1;
  const auto what = change == RateChange::Blend ? Words::tr("new frames are mixed from the two around their time")
                    : areWhole                  ? patternWords(static_cast<int>(fromFps), static_cast<int>(toFps))
                    : toFps > fromFps           ? Words::tr("some frames are shown more than once")
                                                : Words::tr("some frames are left out");
  return QStringLiteral("%1: %2.").arg(begin, what);
}

QString soundWords(ExportFormat format, const AudioInfo& audio, double clipSeconds) {
  const auto seconds = [](double value) { return QLocale().toString(value, 'f', 1); };
  const bool isCopied = isAudioCopied(format, audio, clipSeconds);
  const auto codec = audioCodecOf(format);
  const auto how = isCopied          ? Words::tr("Copied as it is.")
                   : codec == "aac"  ? Words::tr("Encoded as AAC.")
                   : codec == "opus" ? Words::tr("Encoded as Opus.")
                                     : Words::tr("Stored uncompressed.");
  const double length = audio.start + audio.seconds;
  // What is rounded away in the words is not told.
  constexpr double kSame = .05;
  QString fit;
  if (audio.seconds <= 0)
    fit = Words::tr("Its length is not known: it is cut off after %1 s, or silence follows.").arg(seconds(clipSeconds));
  else if (length > clipSeconds + kSame)
    fit = Words::tr("The first %1 of %2 s are used.").arg(seconds(clipSeconds), seconds(length));
  else if (length < clipSeconds - kSame)
    fit = Words::tr("After %1 s, %2 s of silence follow.").arg(seconds(length), seconds(clipSeconds - length));
  else
    fit = Words::tr("It is as long as the clip.");
  return QStringLiteral("%1 %2").arg(fit, how);
}

}  // namespace fb::ui
