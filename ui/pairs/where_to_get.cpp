// SPDX-License-Identifier: MIT
#include "pairs/where_to_get.h"

#include "text/durations.h"
#include "theme/style_property.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <array>
#include <span>

namespace fb::ui {
namespace {

struct Source {
  const char* repository;
  const char* files;
};

constexpr std::array kWanSources = {
    Source{"Wan-AI/Wan2.1-T2V-14B-Diffusers",
           QT_TRANSLATE_NOOP(
               "fb::ui::WhereToGet",
               "The large model and everything it needs: the folders transformer, text_encoder, tokenizer and vae.")},
    Source{"Wan-AI/Wan2.1-T2V-1.3B-Diffusers",
           QT_TRANSLATE_NOOP("fb::ui::WhereToGet",
                             "The small model: together with the repository above, the folder transformer is enough. "
                             "To use it on its own, take the same four folders.")},
    Source{"Wan-AI/Wan2.1-I2V-14B-480P-Diffusers",
           QT_TRANSLATE_NOOP("fb::ui::WhereToGet",
                             "Makes clips from an image: take the same four folders and image_encoder. There is no "
                             "small model for it, so it runs alone.")},
    Source{"Comfy-Org/Wan_2.1_ComfyUI_repackaged",
           QT_TRANSLATE_NOOP(
               "fb::ui::WhereToGet",
               "Everything as single files: from split_files, take "
               "diffusion_models/wan2.1_t2v_14B_fp8_scaled.safetensors, which suits a GPU with 12 or 16 GB, or, for a "
               "larger one, wan2.1_t2v_14B_fp16.safetensors; and with either, "
               "diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors, "
               "text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors and vae/wan_2.1_vae.safetensors.")}};

constexpr std::array kLtxSources = {
    Source{"Lightricks/LTX-Video",
           QT_TRANSLATE_NOOP(
               "fb::ui::WhereToGet",
               "Single files that include the VAE: ltxv-13b-0.9.8-dev.safetensors is the large model, "
               "ltxv-2b-0.9.8-distilled.safetensors the small one. ltxv-spatial-upscaler-0.9.8.safetensors is the "
               "latent upsampler for runs in two passes. Take only these files: the repository holds all versions.")},
    Source{"comfyanonymous/flux_text_encoders",
           QT_TRANSLATE_NOOP("fb::ui::WhereToGet",
                             "The text encoder as a single file: t5xxl_fp16.safetensors or, at half the size, "
                             "t5xxl_fp8_e4m3fn_scaled.safetensors. The tokenizer is in the next repository.")},
    Source{"Lightricks/LTX-Video-0.9.5",
           QT_TRANSLATE_NOOP("fb::ui::WhereToGet",
                             "The folders tokenizer and text_encoder, which work for every version. With transformer "
                             "and vae, it is also a small model.")}};

// Both models with text encoder and VAE, as in the repositories with single files. WAN's large model and text encoder
// are in 8 bits; with the former in 16 bits, it is more. LTX's are all in 16 bits.
constexpr std::uintmax_t kWanBytes = 24'100'000'000, kWanBytes16 = 38'400'000'000, kLtxBytes = 44'700'000'000;

}  // namespace

WhereToGet::WhereToGet(QWidget* parent) : QFrame(parent) {
  setObjectName(QStringLiteral("whereToGet"));
  setProperty("role", "card");
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->setSpacing(4);
  addText(layout, QT_TR_NOOP("The models are published on Hugging Face. A pair needs a large and a small transformer "
                             "of one family, and one text encoder, tokenizer and VAE for both. Pickle files (.pth) are "
                             "refused because opening one can run arbitrary code; use .safetensors."));
  const auto addFamily = [&](const char* heading, const char* note, std::uintmax_t bytes, std::uintmax_t bytes16,
                             const char* licence, std::span<const Source> sources) {
    layout->addSpacing(12);
    addText(layout, heading)->setProperty("role", "heading");
    addText(layout, note);
    auto* need = new QLabel(this);
    need->setObjectName(QStringLiteral("neededRoom%1").arg(m_needs.size() + 1));
    need->setWordWrap(true);
    need->setTextFormat(Qt::PlainText);
    layout->addWidget(need);
    m_needs.push_back({need, bytes, bytes16, licence});
    for (const auto& source : sources) {
      layout->addSpacing(6);
      addLink(layout, QLatin1String(source.repository));
      addText(layout, source.files)->setProperty("role", "muted");
    }
  };
  addFamily(QT_TR_NOOP("WAN 2.1"), QT_TR_NOOP("The two text-to-video models share one latent space and form a pair."),
            kWanBytes, kWanBytes16, QT_TR_NOOP("Licence: Apache 2.0."), kWanSources);
  addFamily(QT_TR_NOOP("LTX-Video"),
            QT_TR_NOOP("Versions 0.9.0 and 0.9.1 share one latent space, 0.9.5 to 0.9.8 another. Both models of a pair "
                       "must use the same one; 13B 0.9.8 dev with 2B 0.9.8 distilled is a good pair."),
            kLtxBytes, kLtxBytes,
            QT_TR_NOOP("Licence: that of LTX-Video, in its repository; of the text encoder, Apache 2.0."), kLtxSources);
  retranslate();
}

QLabel* WhereToGet::addText(QVBoxLayout* layout, const char* source) {
  auto* label = new QLabel(this);
  label->setWordWrap(true);
  label->setTextFormat(Qt::PlainText);
  layout->addWidget(label);
  m_texts.push_back({label, source});
  return label;
}

void WhereToGet::addLink(QVBoxLayout* layout, const QString& repository) {
  auto* link = new QLabel(QStringLiteral("<a href=\"https://huggingface.co/%1\">%1</a>").arg(repository), this);
  link->setTextFormat(Qt::RichText);
  link->setTextInteractionFlags(Qt::TextBrowserInteraction);
  link->setOpenExternalLinks(true);
  link->setProperty("repository", repository);
  layout->addWidget(link);
  m_links.push_back(link);
  link->setObjectName(QStringLiteral("repositoryLink%1").arg(m_links.size()));
}

void WhereToGet::setFreeSpace(std::optional<std::uintmax_t> bytes) {
  m_free = bytes;
  retranslate();
}

void WhereToGet::retranslate() {
  for (const auto& text : m_texts) text.label->setText(tr(text.source));
  for (const auto& need : m_needs) {
    const bool isShort = m_free && *m_free < need.bytes;
    const auto takes = need.bytes16 > need.bytes
                           ? tr("As single files, a pair takes about %1, or %2 with the large model in 16 bits.")
                                 .arg(byteSize(need.bytes), byteSize(need.bytes16))
                           : tr("As single files, a pair takes about %1.").arg(byteSize(need.bytes));
    QStringList sentences{takes, tr(need.licence)};
    if (m_free)
      sentences.insert(1, isShort ? tr("Only %1 are free where models go.").arg(byteSize(*m_free))
                                  : tr("%1 are free where models go.").arg(byteSize(*m_free)));
    need.label->setText(sentences.join(QLatin1Char(' ')));
    setStyleProperty(need.label, "role", isShort ? "warningText" : "muted");
  }
  for (auto* link : m_links) {
    const auto words = tr("Open %1 in the browser").arg(link->property("repository").toString());
    link->setAccessibleName(words);
    link->setToolTip(words);
  }
}

void WhereToGet::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

}  // namespace fb::ui
