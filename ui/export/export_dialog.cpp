// SPDX-License-Identifier: MIT
#include "export/export_dialog.h"

#include "session/export_session.h"
#include "text/clip_names.h"
#include "text/error_sentences.h"
#include "theme/style_property.h"
#include "widgets/open_folder.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <cmath>

namespace fb::ui {
namespace {

struct Format {
  ExportFormat format;
  const char* name;
  double bitsAtMiddle;  // per pixel and frame, at quality 50
  bool hasQuality;
};
constexpr std::array kFormats = {
    Format{ExportFormat::Mp4H264, QT_TRANSLATE_NOOP("fb::ui::ExportDialog", "MP4 · H.264, plays everywhere"), .12,
           true},
    Format{ExportFormat::Mp4H265, QT_TRANSLATE_NOOP("fb::ui::ExportDialog", "MP4 · H.265, smaller"), .08, true},
    Format{ExportFormat::Mp4Av1, QT_TRANSLATE_NOOP("fb::ui::ExportDialog", "MP4 · AV1, smallest"), .06, true},
    Format{ExportFormat::WebmVp9, QT_TRANSLATE_NOOP("fb::ui::ExportDialog", "WebM · VP9, for web pages"), .09, true},
    Format{ExportFormat::Gif, QT_TRANSLATE_NOOP("fb::ui::ExportDialog", "GIF, an animated image"), 3, false},
    Format{ExportFormat::PngSequence, QT_TRANSLATE_NOOP("fb::ui::ExportDialog", "PNG sequence, lossless"), 10, false},
    Format{ExportFormat::MovProRes, QT_TRANSLATE_NOOP("fb::ui::ExportDialog", "MOV · ProRes, for editing"), 4, false}};
constexpr std::array kScales = {100, 200, 400, 800};

const Format& formatOf(ExportFormat format) {
  return *std::find_if(kFormats.begin(), kFormats.end(), [format](const Format& f) { return f.format == format; });
}

QString withoutEnding(const QString& path) {
  for (const auto& format : kFormats)
    if (const auto ending = fileEnding(format.format); !ending.isEmpty() && path.endsWith(ending, Qt::CaseInsensitive))
      return path.chopped(ending.size());
  return path;
}

}  // namespace

ExportDialog::ExportDialog(ExportSession* session, QWidget* parent)
    : QDialog(parent),
      m_session(session),
      m_form(new QFormLayout),
      m_format(new QComboBox(this)),
      m_quality(new QSlider(Qt::Horizontal, this)),
      m_scale(new QComboBox(this)),
      m_first(new QSpinBox(this)),
      m_last(new QSpinBox(this)),
      m_loops(new QSpinBox(this)),
      m_embed(new QCheckBox(this)),
      m_path(new QLineEdit(this)),
      m_browse(new QPushButton(this)),
      m_size(new QLabel(this)),
      m_message(new QLabel(this)),
      m_progress(new QProgressBar(this)),
      m_show(new QPushButton(this)),
      m_cancel(new QPushButton(this)),
      m_export(new QPushButton(this)),
      m_close(new QPushButton(this)) {
  setObjectName(QStringLiteral("exportDialog"));
  build();
  connect(m_format, &QComboBox::currentIndexChanged, this, [this] {
    if (!m_path->text().isEmpty()) m_path->setText(withoutEnding(m_path->text()) + ending());
    refresh();
  });
  connect(m_quality, &QSlider::valueChanged, this, &ExportDialog::refresh);
  connect(m_scale, &QComboBox::currentIndexChanged, this, &ExportDialog::refresh);
  connect(m_first, &QSpinBox::valueChanged, this, &ExportDialog::refresh);
  connect(m_last, &QSpinBox::valueChanged, this, &ExportDialog::refresh);
  connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::refresh);
  connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
  connect(m_export, &QPushButton::clicked, this, &ExportDialog::begin);
  connect(m_cancel, &QPushButton::clicked, m_session, &ExportSession::requestStop);
  connect(m_close, &QPushButton::clicked, this, &QDialog::close);
  connect(m_show, &QPushButton::clicked, this, [this] { openFolder(QFileInfo(m_saved).absolutePath(), this); });
  connect(m_session, &ExportSession::progress, this,
          [this](double done) { m_progress->setValue(static_cast<int>(done * 1000)); });
  connect(m_session, &ExportSession::finished, this, [this](const QString& file) {
    m_saved = file;
    showMessage(tr("Saved %1.").arg(QDir::toNativeSeparators(file)), "muted");
    refresh();
    m_show->show();
    Q_EMIT exported(file);
  });
  connect(m_session, &ExportSession::cancelled, this, [this] {
    showMessage(tr("The export was cancelled; no file was written."), "muted");
    refresh();
  });
  connect(m_session, &ExportSession::failed, this, [this](const Error& error) {
    const auto text = errorText(error);
    showMessage(QStringLiteral("%1\n%2").arg(text.detail, text.wayOut), "error");
    refresh();
    Q_EMIT exportFailed(error);
  });
  retranslate();
}

void ExportDialog::build() {
  m_format->setObjectName(QStringLiteral("formatCombo"));
  for (const auto& format : kFormats) m_format->addItem(QString(), static_cast<int>(format.format));
  m_quality->setObjectName(QStringLiteral("qualitySlider"));
  m_quality->setRange(kMinQuality, kMaxQuality);
  m_quality->setValue(ExportOptions().quality);
  m_scale->setObjectName(QStringLiteral("scaleCombo"));
  for (const int scale : kScales) m_scale->addItem(QString(), scale);
  m_first->setObjectName(QStringLiteral("firstFrameSpin"));
  m_last->setObjectName(QStringLiteral("lastFrameSpin"));
  m_loops->setObjectName(QStringLiteral("loopsSpin"));
  m_loops->setRange(0, 100);
  m_embed->setChecked(true);
  m_embed->setObjectName(QStringLiteral("embedCheck"));
  m_path->setObjectName(QStringLiteral("pathEdit"));
  m_browse->setObjectName(QStringLiteral("browseButton"));
  m_browse->setAutoDefault(false);
  m_export->setObjectName(QStringLiteral("exportButton"));
  m_export->setProperty("role", "primary");
  m_export->setDefault(true);
  m_cancel->setObjectName(QStringLiteral("cancelExportButton"));
  m_close->setObjectName(QStringLiteral("closeExportButton"));
  m_show->setObjectName(QStringLiteral("showInFolderButton"));
  m_progress->setObjectName(QStringLiteral("exportProgress"));
  m_size->setObjectName(QStringLiteral("estimatedSize"));
  // Return exports, wherever the keyboard focus is.
  for (auto* button : {m_close, m_cancel, m_show}) button->setAutoDefault(false);
  m_message->setObjectName(QStringLiteral("exportMessage"));
  m_message->setWordWrap(true);
  m_message->hide();
  m_size->setProperty("role", "muted");
  m_progress->setRange(0, 1000);
  m_progress->setTextVisible(false);
  m_show->hide();

  auto* range = new QHBoxLayout;
  range->addWidget(m_first, 1);
  range->addWidget(new QLabel(QStringLiteral("–"), this));
  range->addWidget(m_last, 1);
  auto* place = new QHBoxLayout;
  place->addWidget(m_path, 1);
  place->addWidget(m_browse);
  for (auto*& label : m_labels) label = new QLabel(this);
  m_form->addRow(m_labels[0], m_format);
  m_form->addRow(m_labels[1], m_quality);
  m_form->addRow(m_labels[2], m_scale);
  m_form->addRow(m_labels[3], range);
  m_form->addRow(m_labels[4], m_loops);
  m_form->addRow(m_labels[5], m_embed);
  m_form->addRow(m_labels[6], place);
  // The form aligns tops; at its field's height, a label is vertically centred.
  const int height = m_format->sizeHint().height();
  for (const int row : {0, 2, 3, 4, 6}) m_labels[row]->setMinimumHeight(height);
  m_labels[0]->setBuddy(m_format);
  m_labels[1]->setBuddy(m_quality);
  m_labels[2]->setBuddy(m_scale);
  m_labels[3]->setBuddy(m_first);
  m_labels[4]->setBuddy(m_loops);
  m_labels[6]->setBuddy(m_path);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_size, 1);
  for (auto* button : {m_show, m_cancel, m_close, m_export}) buttons->addWidget(button);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(16, 16, 16, 16);
  layout->setSpacing(12);
  layout->addLayout(m_form);
  layout->addWidget(m_message);
  layout->addWidget(m_progress);
  layout->addStretch(1);
  layout->addLayout(buttons);
  setMinimumWidth(480);
}

void ExportDialog::retranslate() {
  setWindowTitle(tr("Export"));
  m_labels[0]->setText(tr("&Format"));
  m_labels[1]->setText(tr("&Quality"));
  m_labels[2]->setText(tr("&Size"));
  m_labels[3]->setText(tr("F&rames"));
  m_labels[4]->setText(tr("&Loops"));
  m_labels[5]->clear();
  m_labels[6]->setText(tr("F&ile"));
  m_loops->setSpecialValueText(tr("forever"));
  m_embed->setText(tr("&Keep the settings in the file"));
  m_embed->setToolTip(
      tr("Prompt, seed and schedule are saved with the clip; drop the file on the window to load them again"));
  m_browse->setText(tr("&Browse…"));
  m_show->setText(tr("Show in fol&der"));
  m_cancel->setText(tr("&Cancel export"));
  m_close->setText(tr("Cl&ose"));
  m_format->setAccessibleName(tr("Format"));
  m_quality->setAccessibleName(tr("Quality"));
  m_quality->setToolTip(tr("Higher looks better and makes a larger file"));
  m_scale->setAccessibleName(tr("Size"));
  m_scale->setToolTip(tr("Whole multiples keep every pixel sharp"));
  m_first->setAccessibleName(tr("First frame"));
  m_last->setAccessibleName(tr("Last frame"));
  m_loops->setAccessibleName(tr("How often the GIF repeats"));
  m_path->setAccessibleName(tr("File to write"));
  m_progress->setAccessibleName(tr("Progress of the export"));
  refresh();
}

void ExportDialog::setAvailableFormats(const std::vector<ExportFormat>& formats) {
  m_available = formats;
  refresh();
  if (formats.empty() || isAvailable(*options().format)) return;
  const auto first =
      std::find_if(kFormats.begin(), kFormats.end(), [this](const Format& f) { return isAvailable(f.format); });
  if (first != kFormats.end()) m_format->setCurrentIndex(static_cast<int>(first - kFormats.begin()));
}

bool ExportDialog::isAvailable(ExportFormat format) const {
  return m_available.empty() || std::find(m_available.begin(), m_available.end(), format) != m_available.end();
}

void ExportDialog::setClip(const Clip& clip, const std::string& metadata, const QString& folder,
                           const QString& baseName) {
  m_clip = clip;
  m_folder = folder;
  m_metadata = metadata;
  const int frames = static_cast<int>(clip.frames.size());
  m_first->setRange(1, frames);
  m_last->setRange(1, frames);
  m_first->setValue(1);
  m_last->setValue(frames);
  // A small clip is hard to see at its own size.
  if (clip.width() > 0 && clip.width() <= 160) m_scale->setCurrentIndex(2);
  m_path->setText(QDir(folder).filePath(baseName + ending()));
  m_message->hide();
  m_show->hide();
  refresh();
}

ExportOptions ExportDialog::options() const {
  ExportOptions options;
  options.format = static_cast<ExportFormat>(m_format->currentData().toInt());
  options.quality = m_quality->value();
  options.scalePercent = m_scale->currentData().toInt();
  options.firstFrame = m_first->value() - 1;
  options.lastFrame = m_last->value() - 1;
  options.loopCount = m_loops->value();
  if (m_embed->isChecked()) options.metadata = m_metadata;
  return options;
}

QString ExportDialog::path() const { return m_path->text(); }

QString ExportDialog::ending() const { return fileEnding(*options().format); }

double ExportDialog::estimatedBytes(const ExportOptions& options, int width, int height, int frames) {
  const auto& format = formatOf(*options.format);
  const double pixels = width * height * std::pow(options.scalePercent / 100., 2) * frames;
  // Every 17 points of quality roughly double a video's size.
  const double quality = format.hasQuality ? std::pow(2., (options.quality - 50) / 17.) : 1;
  return pixels * format.bitsAtMiddle * quality / 8;
}

void ExportDialog::refresh() {
  auto* items = qobject_cast<QStandardItemModel*>(m_format->model());
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    const bool there = isAvailable(kFormats[i].format);
    const auto name = tr(kFormats[i].name);
    m_format->setItemText(static_cast<int>(i), there ? name : tr("%1 (no encoder on this machine)").arg(name));
    items->item(static_cast<int>(i))->setEnabled(there);
  }
  for (std::size_t i = 0; i < kScales.size(); ++i)
    m_scale->setItemText(static_cast<int>(i), tr("%1 % · %2×%3")
                                                  .arg(kScales[i])
                                                  .arg(m_clip.width() * kScales[i] / 100)
                                                  .arg(m_clip.height() * kScales[i] / 100));
  m_last->setMinimum(m_first->value());
  const auto chosen = options();
  const bool quality = formatOf(*chosen.format).hasQuality, loops = chosen.format == ExportFormat::Gif;
  m_quality->setVisible(quality);
  m_labels[1]->setVisible(quality);
  m_loops->setVisible(loops);
  m_labels[4]->setVisible(loops);
  const int frames = m_last->value() - m_first->value() + 1;
  m_size->setText(tr("about %1")
                      .arg(QLocale().formattedDataSize(
                          static_cast<qint64>(estimatedBytes(chosen, m_clip.width(), m_clip.height(), frames)), 1,
                          QLocale::DataSizeTraditionalFormat)));
  const bool running = m_session->isRunning();
  m_progress->setVisible(running);
  m_cancel->setVisible(running);
  m_export->setEnabled(!running && !m_clip.frames.empty() && !m_path->text().isEmpty());
  const bool asking = !m_asked.isEmpty() && m_asked == m_path->text();
  const bool isReplacing = asking && QFileInfo::exists(m_asked);
  m_export->setText(isReplacing ? tr("Re&place") : asking ? tr("Crea&te folder") : tr("&Export"));
  if (!asking && !m_asked.isEmpty()) {
    m_asked.clear();
    m_message->hide();
  }
}

void ExportDialog::browse() {
  const bool folder = m_path->text().endsWith(QLatin1Char('/')) || options().format == ExportFormat::PngSequence;
  const auto file = folder ? QFileDialog::getExistingDirectory(this, tr("Folder for the frames"), m_path->text())
                           : QFileDialog::getSaveFileName(this, tr("Export to"), m_path->text(), QString(), nullptr,
                                                          QFileDialog::DontConfirmOverwrite);
  if (!file.isEmpty()) m_path->setText(file);
}

void ExportDialog::begin() {
  if (!m_path->text().endsWith(ending(), Qt::CaseInsensitive)) m_path->setText(m_path->text() + ending());
  const auto file = m_path->text();
  if (QFileInfo::exists(file) && m_asked != file) {
    m_asked = file;
    showMessage(tr("%1 already exists. Press Replace to overwrite it, or choose another name.")
                    .arg(QDir::toNativeSeparators(file)),
                "warning");
    refresh();
    return;
  }
  if (!makeFolder(file)) return;
  auto chosen = options();
  chosen.overwrite = !m_asked.isEmpty() && QFileInfo::exists(file);
  m_asked.clear();
  m_message->hide();
  m_show->hide();
  m_progress->setValue(0);
  m_session->start(m_clip, file, chosen);
  refresh();
}

// The folder that was proposed is made without a question; another one may be a slip of the pen.
bool ExportDialog::makeFolder(const QString& file) {
  const auto folder = QFileInfo(file).absolutePath();
  if (QFileInfo(folder).isDir()) return true;
  if (folder != QDir(m_folder).absolutePath() && m_asked != file) {
    m_asked = file;
    showMessage(tr("The folder %1 does not exist. Press Create folder to make it, or choose another one.")
                    .arg(QDir::toNativeSeparators(folder)),
                "warning");
    refresh();
    return false;
  }
  if (QDir().mkpath(folder)) return true;
  showMessage(tr("The folder %1 cannot be made; choose another one.").arg(QDir::toNativeSeparators(folder)), "error");
  return false;
}

void ExportDialog::showMessage(const QString& text, const char* role) {
  setStyleProperty(m_message, "role", role);
  m_message->setText(text);
  m_message->show();
}

void ExportDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

}  // namespace fb::ui
