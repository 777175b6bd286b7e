// SPDX-License-Identifier: MIT
#include "export/export_fields.h"

#include "export/crop_field.h"
#include "export/export_preset_bar.h"
#include "export/play_field.h"
#include "export/purpose_menu.h"
#include "export/rate_words.h"
#include "export/sound_field.h"
#include "text/durations.h"
#include "widgets/plain_double_spin_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace fb::ui {
namespace {

struct Format {
  ExportFormat format;
  const char* name;
  double bitsAtMiddle;  // per pixel and frame, at quality 50
};
constexpr std::array kFormats = {
    Format{ExportFormat::Mp4H264, QT_TRANSLATE_NOOP("fb::ui::ExportFields", "MP4 · H.264, plays everywhere"), .12},
    Format{ExportFormat::Mp4H265, QT_TRANSLATE_NOOP("fb::ui::ExportFields", "MP4 · H.265, smaller"), .08},
    Format{ExportFormat::Mp4Av1, QT_TRANSLATE_NOOP("fb::ui::ExportFields", "MP4 · AV1, smallest"), .06},
    Format{ExportFormat::WebmVp9, QT_TRANSLATE_NOOP("fb::ui::ExportFields", "WebM · VP9, for web pages"), .09},
    Format{ExportFormat::Gif, QT_TRANSLATE_NOOP("fb::ui::ExportFields", "GIF, an animated image"), 3},
    Format{ExportFormat::PngSequence, QT_TRANSLATE_NOOP("fb::ui::ExportFields", "PNG sequence, lossless"), 10},
    Format{ExportFormat::MovProRes, QT_TRANSLATE_NOOP("fb::ui::ExportFields", "MOV · ProRes, for editing"), 4}};
constexpr std::array kScales = {100, 150, 200, 300, 400};
constexpr int kScaleOfSmallClips = 400, kScaleOfOthers = 100;
enum RateMode { kKeep, kRepeat, kBlend };

const Format& formatOf(ExportFormat format) {
  return *std::find_if(kFormats.begin(), kFormats.end(), [format](const Format& f) { return f.format == format; });
}

}  // namespace

ExportFields::ExportFields(const Theme* theme, ExportPresetStore* presets, EngineHost* host, QWidget* parent)
    : QWidget(parent),
      m_form(new QFormLayout(this)),
      m_presets(new ExportPresetBar(theme, presets, this)),
      m_format(new QComboBox(this)),
      m_quality(new QSlider(Qt::Horizontal, this)),
      m_factor(new QSpinBox(this)),
      m_limit(new PlainDoubleSpinBox(0, kMaxMegabytes, 1, 0, this)),
      m_crop(new CropField(this)),
      m_purposes(new PurposeMenu(this)),
      m_scale(new QComboBox(this)),
      m_rateMode(new QComboBox(this)),
      m_rate(new PlainDoubleSpinBox(kMinExportFps, kMaxExportFps, 1, 0, this)),
      m_rateWords(new QLabel(this)),
      m_first(new QSpinBox(this)),
      m_last(new QSpinBox(this)),
      m_play(new PlayField(this)),
      m_sound(new SoundField(theme, host, this)),
      m_loops(new QSpinBox(this)),
      m_embed(new QCheckBox(this)) {
  build();
  connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
    refresh();
    Q_EMIT formatChanged();
  });
  connect(m_quality, &QSlider::valueChanged, this, [this](int quality) {
    const QSignalBlocker blocker(m_factor);
    m_factor->setValue(rateFactorFor(format(), quality));
    refresh();
  });
  connect(m_factor, &QSpinBox::valueChanged, this, [this](int factor) {
    const QSignalBlocker blocker(m_quality);
    m_quality->setValue(qualityFor(format(), factor));
    refresh();
  });
  for (auto* combo : {m_scale, m_rateMode})
    connect(combo, &QComboBox::currentIndexChanged, this, &ExportFields::refresh);
  for (auto* spin : {m_first, m_last, m_loops}) connect(spin, &QSpinBox::valueChanged, this, &ExportFields::refresh);
  for (auto* spin : {m_rate, m_limit}) connect(spin, &QDoubleSpinBox::valueChanged, this, &ExportFields::refresh);
  connect(m_crop, &CropField::changed, this, &ExportFields::refresh);
  connect(m_play, &PlayField::changed, this, &ExportFields::refresh);
  connect(m_purposes, &PurposeMenu::chosen, this, [this](Purpose purpose) { setChoice(chosenFor(purpose, choice())); });
  connect(m_embed, &QCheckBox::toggled, this, &ExportFields::refresh);
  connect(m_sound, &SoundField::changed, this, &ExportFields::changed);
  connect(m_presets, &ExportPresetBar::chosen, this, &ExportFields::setChoice);
}

void ExportFields::build() {
  for (const auto& format : kFormats) m_format->addItem(QString(), static_cast<int>(format.format));
  for (const int scale : kScales) m_scale->addItem(QString(), scale);
  for (const int mode : {kKeep, kRepeat, kBlend}) m_rateMode->addItem(QString(), mode);
  m_format->setObjectName(QStringLiteral("formatCombo"));
  m_quality->setObjectName(QStringLiteral("qualitySlider"));
  m_factor->setObjectName(QStringLiteral("rateFactorSpin"));
  m_scale->setObjectName(QStringLiteral("scaleCombo"));
  m_rateMode->setObjectName(QStringLiteral("rateModeCombo"));
  m_rate->setObjectName(QStringLiteral("rateSpin"));
  m_rateWords->setObjectName(QStringLiteral("rateWords"));
  m_limit->setObjectName(QStringLiteral("limitSpin"));
  m_first->setObjectName(QStringLiteral("firstFrameSpin"));
  m_last->setObjectName(QStringLiteral("lastFrameSpin"));
  m_loops->setObjectName(QStringLiteral("loopsSpin"));
  m_embed->setObjectName(QStringLiteral("embedCheck"));
  m_quality->setRange(kMinQuality, kMaxQuality);
  m_quality->setValue(ExportOptions().quality);
  m_factor->setRange(0, rateFactorsOf(format())->most);
  m_factor->setValue(rateFactorFor(format(), m_quality->value()));
  constexpr double kUsualRate = 24;
  m_rate->setValue(kUsualRate);
  m_rateWords->setProperty("role", "muted");
  m_rateWords->setWordWrap(true);
  m_loops->setRange(0, 100);
  m_embed->setChecked(true);

  const auto beside = [](QWidget* wide, QWidget* narrow) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(wide, 1);
    row->addWidget(narrow);
    return row;
  };
  auto* range = new QHBoxLayout;
  range->addWidget(m_first, 1);
  range->addWidget(new QLabel(QStringLiteral("–"), this));
  range->addWidget(m_last, 1);
  auto* rates = new QVBoxLayout;
  rates->setSpacing(4);
  rates->addLayout(beside(m_rateMode, m_rate));
  rates->addWidget(m_rateWords);
  auto* crop = beside(m_crop, m_purposes);
  crop->setAlignment(m_purposes, Qt::AlignTop);
  m_form->setContentsMargins(0, 0, 0, 0);
  for (auto*& label : m_labels) label = new QLabel(this);
  addRow(m_labels[Preset], m_presets);
  addRow(m_labels[Format], m_format);
  addRow(m_labels[Quality], beside(m_quality, m_factor), m_quality);
  addRow(m_labels[Limit], m_limit);
  addRow(m_labels[Crop], crop, m_crop->combo());
  addRow(m_labels[Size], m_scale);
  addRow(m_labels[Rate], rates, m_rateMode);
  addRow(m_labels[Frames], range, m_first);
  addRow(m_labels[Play], m_play);
  addRow(m_labels[Sound], m_sound);
  addRow(m_labels[Loops], m_loops);
  m_form->addRow(m_labels[Embed], m_embed);
  m_labels[Preset]->setBuddy(m_presets->combo());
  m_labels[Play]->setBuddy(m_play->check());
  m_labels[Sound]->setBuddy(m_sound->edit());
  for (auto* label : {m_labels[Crop], m_labels[Rate], m_labels[Play], m_labels[Sound]})
    label->setMaximumHeight(label->minimumHeight());
}

// The form aligns tops; at its field's height, a label is vertically centred. Beside several lines, it would be made
// higher, and it belongs to the first of them.
void ExportFields::addRow(QLabel* label, QWidget* field) {
  label->setMinimumHeight(m_format->sizeHint().height());
  label->setBuddy(field);
  m_form->addRow(label, field);
}

void ExportFields::addRow(QLabel* label, QLayout* fields, QWidget* buddy) {
  label->setMinimumHeight(m_format->sizeHint().height());
  label->setBuddy(buddy);
  m_form->addRow(label, fields);
}

void ExportFields::retranslate() {
  m_labels[Preset]->setText(tr("Pre&set"));
  m_labels[Format]->setText(tr("&Format"));
  m_labels[Quality]->setText(tr("&Quality"));
  m_labels[Limit]->setText(tr("Size li&mit"));
  m_labels[Crop]->setText(tr("&Crop"));
  m_labels[Play]->setText(tr("Pla&y"));
  m_labels[Size]->setText(tr("Si&ze"));
  m_labels[Rate]->setText(tr("Frame r&ate"));
  m_labels[Frames]->setText(tr("F&rames"));
  m_labels[Sound]->setText(tr("So&und"));
  m_labels[Loops]->setText(tr("&Loops"));
  m_loops->setSpecialValueText(tr("forever"));
  m_embed->setText(tr("&Keep the settings in the file"));
  m_embed->setToolTip(
      tr("Prompt, seed and schedule are saved with the clip; drop the file on the window to load them again"));
  m_format->setAccessibleName(tr("Format"));
  m_quality->setAccessibleName(tr("Quality"));
  m_quality->setToolTip(tr("Higher looks better and makes a larger file"));
  m_factor->setPrefix(QStringLiteral("CRF "));
  m_factor->setAccessibleName(tr("Constant rate factor"));
  m_factor->setToolTip(tr("The encoder's own number for the quality: lower looks better and makes a larger file"));
  m_limit->setSpecialValueText(tr("none"));
  m_limit->setSuffix(tr(" MB"));
  m_limit->setAccessibleName(tr("Largest size of the file"));
  m_limit->setToolTip(tr("If the file would be larger, its quality is lowered; that takes several encodings"));
  m_scale->setAccessibleName(tr("Size"));
  m_scale->setToolTip(tr("Larger sizes are computed with a Lanczos filter"));
  m_rateMode->setItemText(kKeep, tr("As in the clip"));
  m_rateMode->setItemText(kRepeat, tr("Repeat or leave out frames"));
  m_rateMode->setItemText(kBlend, tr("Blend frames"));
  m_rateMode->setAccessibleName(tr("Frame rate"));
  m_rateMode->setToolTip(tr("The clip lasts as long as before"));
  m_rate->setSuffix(tr(" fps"));
  m_rate->setAccessibleName(tr("Frames per second of the file"));
  m_first->setAccessibleName(tr("First frame"));
  m_last->setAccessibleName(tr("Last frame"));
  m_loops->setAccessibleName(tr("How often the GIF repeats"));
  m_presets->retranslate();
  m_crop->retranslate();
  m_purposes->retranslate();
  m_play->retranslate();
  m_sound->retranslate();
  refresh();
}

void ExportFields::setAvailableFormats(const std::vector<ExportFormat>& formats) {
  m_available = formats;
  refresh();
  if (formats.empty() || isAvailable(format())) return;
  const auto first =
      std::find_if(kFormats.begin(), kFormats.end(), [this](const auto& f) { return isAvailable(f.format); });
  if (first != kFormats.end()) m_format->setCurrentIndex(static_cast<int>(first - kFormats.begin()));
}

bool ExportFields::isAvailable(ExportFormat format) const {
  return m_available.empty() || std::find(m_available.begin(), m_available.end(), format) != m_available.end();
}

void ExportFields::setClip(const ClipShape& shape, const std::string& metadata) {
  const bool isOtherSize = shape.width != m_shape.width || shape.height != m_shape.height;
  // A small clip is hard to see at its own size.
  constexpr int kSmall = 160;
  const bool wasSmall = m_shape.width > 0 && m_shape.width <= kSmall;
  const bool isSmall = shape.width > 0 && shape.width <= kSmall;
  m_shape = shape;
  m_metadata = metadata;
  {
    const QSignalBlocker first(m_first), last(m_last);
    m_first->setRange(1, shape.frames);
    m_last->setRange(1, shape.frames);
    m_first->setValue(1);
    m_last->setValue(shape.frames);
  }
  if (isOtherSize && isSmall)
    m_scale->setCurrentIndex(m_scale->findData(kScaleOfSmallClips));
  else if (wasSmall && !isSmall && m_scale->currentData().toInt() == kScaleOfSmallClips)
    m_scale->setCurrentIndex(m_scale->findData(kScaleOfOthers));
  refresh();
}

void ExportFields::setPicture(const QImage& picture) { m_crop->setPicture(picture); }

void ExportFields::setSeveral(bool several) {
  if (std::exchange(m_isSeveral, several) != several) refresh();
}

ExportFormat ExportFields::format() const { return static_cast<ExportFormat>(m_format->currentData().toInt()); }

ExportChoice ExportFields::choice() const {
  ExportChoice choice;
  choice.format = format();
  choice.rateFactor = m_factor->value();
  choice.scalePercent = m_scale->currentData().toInt();
  if (m_rateMode->currentIndex() != kKeep) choice.fps = m_rate->value();
  choice.rateChange = m_rateMode->currentIndex() == kBlend ? RateChange::Blend : RateChange::Repeat;
  choice.crop = m_crop->crop();
  choice.boomerang = m_play->isBoomerang();
  choice.plays = m_play->plays();
  if (m_limit->value() > 0) choice.maxMegabytes = std::max(kMinMegabytes, m_limit->value());
  choice.loops = m_loops->value();
  choice.keepsSettings = m_embed->isChecked();
  return choice;
}

void ExportFields::setChoice(const ExportChoice& choice) {
  {
    const QSignalBlocker format(m_format), quality(m_quality), factor(m_factor), scale(m_scale), mode(m_rateMode),
        rate(m_rate), limit(m_limit), loops(m_loops), embed(m_embed);
    // A format that this machine cannot write is not chosen.
    if (isAvailable(choice.format)) m_format->setCurrentIndex(m_format->findData(static_cast<int>(choice.format)));
    if (const auto factors = rateFactorsOf(choice.format); factors && this->format() == choice.format) {
      m_factor->setRange(0, factors->most);
      m_factor->setValue(choice.rateFactor);
      m_quality->setValue(qualityFor(choice.format, choice.rateFactor));
    }
    if (m_scale->findData(choice.scalePercent) < 0) m_scale->addItem(QString(), choice.scalePercent);
    m_scale->setCurrentIndex(m_scale->findData(choice.scalePercent));
    m_rateMode->setCurrentIndex(!choice.fps ? kKeep : choice.rateChange == RateChange::Blend ? kBlend : kRepeat);
    if (choice.fps) m_rate->setValue(*choice.fps);
    m_crop->setCrop(choice.crop);
    m_play->setPlaying(choice.boomerang, choice.plays);
    m_limit->setValue(choice.maxMegabytes.value_or(0));
    m_loops->setValue(choice.loops);
    m_embed->setChecked(choice.keepsSettings);
  }
  refresh();
  Q_EMIT formatChanged();
}

ExportOptions ExportFields::options() const {
  const auto chosen = choice();
  ExportOptions options;
  options.format = chosen.format;
  options.quality = m_quality->value();
  if (rateFactorsOf(chosen.format)) {
    options.rateFactor = chosen.rateFactor;
    options.maxMegabytes = chosen.maxMegabytes;
  }
  options.crop = chosen.crop;
  options.boomerang = chosen.boomerang;
  options.plays = chosen.plays;
  options.scalePercent = chosen.scalePercent;
  options.scaleFilter = ScaleFilter::Lanczos;
  options.loopCount = chosen.loops;
  options.fps = chosen.fps;
  options.rateChange = chosen.rateChange;
  if (!m_isSeveral) {
    options.firstFrame = m_first->value() - 1;
    options.lastFrame = m_last->value() - 1;
    options.audio = m_sound->file();
  }
  if (chosen.keepsSettings) options.metadata = m_metadata;
  return options;
}

bool ExportFields::isGood() const {
  return m_shape.frames > 0 && m_crop->isGood() && (m_isSeveral || m_sound->isGood());
}

double ExportFields::estimatedBytes(const ExportOptions& options, const ClipShape& shape) {
  const auto format = *options.format;
  const auto written = exportedShape(shape, options, format);
  const double pixels = static_cast<double>(written.width) * written.height * written.frames;
  // Every 17 points of quality roughly double a video's size.
  const int quality = options.rateFactor ? qualityFor(format, *options.rateFactor) : options.quality;
  const double factor = rateFactorsOf(format) ? std::pow(2., (quality - 50) / 17.) : 1;
  const double bytes = pixels * formatOf(format).bitsAtMiddle * factor / 8;
  constexpr double kMegabyte = 1e6;
  return options.maxMegabytes ? std::min(bytes, *options.maxMegabytes * kMegabyte) : bytes;
}

double ExportFields::estimatedBytes() const { return estimatedBytes(options(), m_shape); }

void ExportFields::refreshTexts() {
  auto* items = qobject_cast<QStandardItemModel*>(m_format->model());
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    const bool there = isAvailable(kFormats[i].format);
    const auto name = tr(kFormats[i].name);
    m_format->setItemText(static_cast<int>(i), there ? name : tr("%1 (no encoder on this machine)").arg(name));
    items->item(static_cast<int>(i))->setEnabled(there);
  }
  auto sized = options();
  for (int i = 0; i < m_scale->count(); ++i) {
    const int scale = m_scale->itemData(i).toInt();
    const auto factor = QStringLiteral("%1×").arg(number(scale / 100., scale % 100 == 0 ? 0 : 1));
    sized.scalePercent = scale;
    const auto scaled = exportedShape(m_shape, sized, format());
    const auto size = fb::ui::frameSize(scaled.width, scaled.height);
    // Several clips may have several sizes.
    m_scale->setItemText(i, m_isSeveral ? factor : QStringLiteral("%1 · %2").arg(factor, size));
  }
}

void ExportFields::refresh() {
  m_last->setMinimum(m_first->value());
  const auto factors = rateFactorsOf(format());
  {
    const QSignalBlocker factor(m_factor);
    if (factors) m_factor->setMaximum(factors->most);
    // Another encoder has another scale.
    if (factors && qualityFor(format(), m_factor->value()) != m_quality->value())
      m_factor->setValue(rateFactorFor(format(), m_quality->value()));
  }
  m_crop->setClip(m_shape, format());
  m_purposes->setFormat(format());
  refreshTexts();
  m_form->setRowVisible(Quality, factors.has_value());
  m_form->setRowVisible(Limit, factors.has_value());
  m_form->setRowVisible(Loops, format() == ExportFormat::Gif);
  // A comparison has no settings of its own.
  m_form->setRowVisible(Embed, m_isSeveral || !m_metadata.empty());
  m_form->setRowVisible(Frames, !m_isSeveral);
  m_form->setRowVisible(Sound, !m_isSeveral);
  const bool changesRate = m_rateMode->currentIndex() != kKeep;
  m_rate->setEnabled(changesRate);
  m_rateWords->setVisible(changesRate && m_shape.fps > 0 && !m_isSeveral);
  if (m_shape.fps > 0) {
    const auto how = m_rateMode->currentIndex() == kBlend ? RateChange::Blend : RateChange::Repeat;
    m_rateWords->setText(rateWords(m_shape.fps, m_rate->value(), how));
  }
  refreshLength();
  m_presets->setChoice(choice());
  Q_EMIT changed();
}

void ExportFields::refreshLength() {
  if (!(m_shape.fps > 0) || m_shape.frames < 1) return;
  const auto written = exportedShape(m_shape, options(), format());
  // Several clips may have several lengths.
  m_play->setLength(m_isSeveral ? QString() : clipSummary(written.frames, written.fps));
  m_sound->setClip(format(), written.frames / written.fps);
}

}  // namespace fb::ui
