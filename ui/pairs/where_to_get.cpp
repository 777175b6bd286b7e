// SPDX-License-Identifier: MIT
#include "pairs/where_to_get.h"

#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace fb::ui {
namespace {

constexpr std::array kRepositories = {"Wan-AI/Wan2.1-T2V-14B-Diffusers", "Wan-AI/Wan2.1-T2V-1.3B-Diffusers",
                                      "Comfy-Org/Wan_2.1_ComfyUI_repackaged"};

}  // namespace

WhereToGet::WhereToGet(QWidget* parent) : QFrame(parent), m_intro(new QLabel(this)) {
  setObjectName(QStringLiteral("whereToGet"));
  setProperty("role", "card");
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->setSpacing(4);
  m_intro->setWordWrap(true);
  layout->addWidget(m_intro);
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    m_rows[i] = {new QLabel(this), new QLabel(this)};
    const QString name = QLatin1String(kRepositories[i]);
    m_rows[i].repository->setText(QStringLiteral("<a href=\"https://huggingface.co/%1\">%1</a>").arg(name));
    m_rows[i].repository->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_rows[i].repository->setOpenExternalLinks(true);
    m_rows[i].repository->setObjectName(QStringLiteral("repositoryLink%1").arg(i + 1));
    m_rows[i].files->setWordWrap(true);
    m_rows[i].files->setProperty("role", "muted");
    layout->addSpacing(6);
    layout->addWidget(m_rows[i].repository);
    layout->addWidget(m_rows[i].files);
  }
  retranslate();
}

void WhereToGet::retranslate() {
  m_intro->setText(
      tr("The WAN 2.1 models are published on Hugging Face. A pair needs a large and a small transformer, and one text "
         "encoder, tokenizer and VAE for both. Pickle files (.pth) are refused because opening one can run any code; "
         "take .safetensors."));
  m_rows[0].files->setText(
      tr("The large model with all that belongs to it: the folders transformer, text_encoder, tokenizer and vae."));
  m_rows[1].files->setText(
      tr("The small model: beside the repository above, the folder transformer is enough. On its own it has the same "
         "four folders."));
  m_rows[2].files->setText(
      tr("Everything as single files, smaller ones too: from split_files take "
         "diffusion_models/wan2.1_t2v_14B_fp16.safetensors, diffusion_models/wan2.1_t2v_1.3B_fp16.safetensors, "
         "text_encoders/umt5_xxl_fp8_e4m3fn_scaled.safetensors and vae/wan_2.1_vae.safetensors."));
  for (std::size_t i = 0; i < m_rows.size(); ++i) {
    const QString name = QLatin1String(kRepositories[i]);
    m_rows[i].repository->setAccessibleName(tr("Open %1 in the browser").arg(name));
    m_rows[i].repository->setToolTip(tr("Open %1 in the browser").arg(name));
  }
}

void WhereToGet::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

}  // namespace fb::ui
