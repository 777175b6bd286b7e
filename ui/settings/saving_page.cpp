// SPDX-License-Identifier: MIT
#include "settings/saving_page.h"

#include "settings/settings.h"
#include "text/clip_names.h"
#include "theme/theme.h"
#include "widgets/folder_edit.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace fb::ui {
namespace {

struct Format {
  ExportFormat format;
  const char* name;
};
constexpr std::array kFormats = {
    Format{ExportFormat::Mp4H264, "MP4 · H.264"},    Format{ExportFormat::Mp4H265, "MP4 · H.265"},
    Format{ExportFormat::Mp4Av1, "MP4 · AV1"},       Format{ExportFormat::WebmVp9, "WebM · VP9"},
    Format{ExportFormat::MovProRes, "MOV · ProRes"}, Format{ExportFormat::Gif, "GIF"}};

// For the example of a name.
GenerationRequest exampleRequest() {
  GenerationRequest request;
  request.clip.prompt = "a red star";
  request.sampling.schedule = {.4, .2, 50};
  request.sampling.seed = 4189;
  request.pair.name = "WAN 2.1";
  return request;
}

}  // namespace

SavingPage::SavingPage(Settings* settings, const Theme* theme, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_save(new QCheckBox(this)),
      m_folder(new FolderEdit(theme)),
      m_pattern(new QLineEdit(this)),
      m_example(new QLabel(this)),
      m_format(new QComboBox(this)),
      m_quality(new QSpinBox(this)) {
  setObjectName(QStringLiteral("savingPage"));
  auto* form = new QFormLayout(this);
  form->setContentsMargins(4, 4, 4, 4);
  form->setVerticalSpacing(12);
  form->setRowWrapPolicy(QFormLayout::WrapAllRows);
  m_save->setObjectName(QStringLiteral("saveClipsCheck"));
  form->addRow(m_save);
  m_folderLabel = addRow(form, m_folder, "clipsFolder");
  m_patternLabel = addRow(form, m_pattern, "patternEdit");
  m_example->setObjectName(QStringLiteral("patternExample"));
  m_example->setProperty("role", "muted");
  m_example->setWordWrap(true);
  form->addRow(m_example);
  for (const auto& format : kFormats)
    m_format->addItem(QString::fromUtf8(format.name), static_cast<int>(format.format));
  m_formatLabel = addRow(form, m_format, "clipFormatCombo");
  m_quality->setRange(kMinQuality, kMaxQuality);
  m_quality->setKeyboardTracking(false);
  m_qualityLabel = addRow(form, m_quality, "clipQualitySpin");
  retranslate();
  load();
  connect(m_save, &QCheckBox::toggled, m_settings, &Settings::setSavesClips);
  connect(m_folder, &FolderEdit::folderEdited, m_settings, &Settings::setClipsFolder);
  connect(m_pattern, &QLineEdit::textEdited, this, [this](const QString& pattern) {
    m_settings->setClipPattern(pattern);
    showExample();
  });
  connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
    m_settings->setClipFormat(static_cast<ExportFormat>(m_format->currentData().toInt()));
    showExample();
    showQuality();
  });
  connect(m_quality, &QSpinBox::valueChanged, this, [this](int quality) {
    m_settings->setClipQuality(quality);
    showQuality();
  });
}

QLabel* SavingPage::addRow(QFormLayout* form, QWidget* field, const char* name) {
  field->setObjectName(QLatin1String(name));
  auto* label = new QLabel(this);
  label->setBuddy(field);
  form->addRow(label, field);
  return label;
}

void SavingPage::load() {
  const QSignalBlocker saves(m_save), quality(m_quality), format(m_format);
  m_save->setChecked(m_settings->savesClips());
  m_folder->setFolder(m_settings->clipsFolder());
  m_pattern->setText(m_settings->clipPattern());
  m_format->setCurrentIndex(std::max(0, m_format->findData(static_cast<int>(m_settings->clipFormat()))));
  m_quality->setValue(m_settings->clipQuality());
  showExample();
  showQuality();
}

// Also as the encoder's own number, as an export does.
void SavingPage::showQuality() {
  const auto format = m_settings->clipFormat();
  const bool hasChoice = rateFactorsOf(format).has_value();
  m_quality->setEnabled(hasChoice);
  m_quality->setSuffix(hasChoice ? QStringLiteral(" · CRF %1").arg(rateFactorFor(format, m_quality->value()))
                                 : QString());
}

void SavingPage::showExample() {
  const auto name = clipFileName(m_settings->clipPattern(), exampleRequest(), QDateTime::currentDateTime());
  m_example->setText(tr("For example: %1").arg(QDir::toNativeSeparators(name) + fileEnding(m_settings->clipFormat())));
}

void SavingPage::retranslate() {
  m_save->setText(tr("&Save each finished clip as a video"));
  m_save->setAccessibleName(tr("Save each finished clip as a video"));
  m_save->setToolTip(tr("The clip also stays in the history. No file is ever replaced."));
  m_folderLabel->setText(tr("&Folder"));
  m_folder->setPurpose(tr("Folder of finished clips"));
  m_patternLabel->setText(tr("&Name"));
  QStringList parts;
  for (const char* part : kNameParts) parts << QStringLiteral("{%1}").arg(QLatin1String(part));
  m_pattern->setAccessibleName(tr("Names of finished clips"));
  m_pattern->setToolTip(tr("A slash makes a folder. Possible parts: %1").arg(parts.join(QLatin1Char(' '))));
  m_formatLabel->setText(tr("F&ormat"));
  m_format->setAccessibleName(tr("Format of finished clips"));
  m_format->setToolTip(tr("The settings are stored in the file; open it in the Studio to load them again."));
  m_qualityLabel->setText(tr("&Quality"));
  m_quality->setAccessibleName(tr("Quality of finished clips"));
  m_quality->setToolTip(tr("Higher looks better and makes a larger file. ProRes and GIF have no choice."));
  showExample();
}

void SavingPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
