// SPDX-License-Identifier: MIT
#include "text/input_sentences.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

#include <algorithm>

namespace fb::ui {
namespace {

struct InputSentences {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::InputSentences)
};

QString partName(const std::string& part) {
  if (part == "large") return InputSentences::tr("large model");
  if (part == "small") return InputSentences::tr("small model");
  if (part == "text_encoder") return InputSentences::tr("text encoder");
  if (part == "tokenizer") return InputSentences::tr("tokenizer");
  if (part == "vae") return InputSentences::tr("VAE");
  if (part == "image_encoder") return InputSentences::tr("image encoder");
  if (part == "upsampler") return InputSentences::tr("latent upsampler");
  if (part == "lora") return InputSentences::tr("LoRA");
  return InputSentences::tr("image");
}

QString sentence(const ChangedInput& change) {
  const auto path = QDir::toNativeSeparators(QString::fromStdString(change.path.string()));
  if (change.part == "request") return InputSentences::tr("Changed since the run began: the settings in %1.").arg(path);
  const auto words = change.isMissing ? InputSentences::tr("No longer found: %1 (%2).")
                                      : InputSentences::tr("Changed since the run began: %1 (%2).");
  return words.arg(partName(change.part), path);
}

}  // namespace

QString inputSentences(const std::vector<ChangedInput>& changes) {
  QStringList sentences;
  for (auto change = changes.begin(); change != changes.end(); ++change) {
    const auto isSamePart = [&](const ChangedInput& before) { return before.part == change->part; };
    if (change->part == "image" || change->part == "lora" || std::none_of(changes.begin(), change, isSamePart))
      sentences << sentence(*change);
  }
  return sentences.join(QLatin1Char(' '));
}

}  // namespace fb::ui
