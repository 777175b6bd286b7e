// SPDX-License-Identifier: MIT
#include "export/export_dialog.h"

#include "export/export_fields.h"
#include "export/export_list.h"
#include "session/free_name.h"
#include "text/clip_names.h"
#include "theme/style_property.h"
#include "widgets/elided_label.h"
#include "widgets/frame_image.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

namespace fb::ui {
namespace {

constexpr QSize kThumbnail(96, 54);

// Wants to be as high as its form; the usual scroll area wants no more than some lines, and keeps what it wanted first.
class FormArea : public QScrollArea {
public:
  FormArea(std::function<void()> changed, QWidget* parent) : QScrollArea(parent), m_changed(std::move(changed)) {}
  QSize sizeHint() const override {
    const int frame = 2 * frameWidth();
    return widget()->sizeHint() + QSize(frame, frame);
  }

protected:
  bool eventFilter(QObject* object, QEvent* event) override {
    const bool isHandled = QScrollArea::eventFilter(object, event);
    if (object == widget() && event->type() == QEvent::LayoutRequest) {
      const int height = sizeHint().height();
      if (std::exchange(m_height, height) != height) m_changed();
    }
    return isHandled;
  }

private:
  std::function<void()> m_changed;
  int m_height = 0;
};

QString withoutEnding(const QString& path) {
  for (const auto format : kExportFormats)
    if (const auto ending = fileEnding(format); !ending.isEmpty() && path.endsWith(ending, Qt::CaseInsensitive))
      return path.chopped(ending.size());
  return path;
}

MakeClip makerOf(const ExportSource& source) {
  if (source.make) return source.make;
  return [clip = source.clip](Engine&, const std::stop_token&) { return Outcome<Clip>(clip); };
}

}  // namespace

ClipShape ExportSource::shape() const {
  if (make) return madeShape;
  return {clip.width(), clip.height(), static_cast<int>(clip.frames.size()), clip.fps};
}

ExportDialog::ExportDialog(const Parts& parts, QWidget* parent)
    : QDialog(parent),
      m_parts(parts),
      m_thumbnail(new QLabel(this)),
      m_title(new ElidedLabel(Qt::ElideRight, this)),
      m_words(new ElidedLabel(Qt::ElideRight, this)),
      m_fields(new ExportFields(parts.theme, parts.presets, parts.host, this)),
      m_list(new ExportList(parts.theme, parts.queue, this)),
      m_pathLabel(new QLabel(this)),
      m_path(new QLineEdit(this)),
      m_browse(new QPushButton(this)),
      m_size(new QLabel(this)),
      m_message(new QLabel(this)),
      m_export(new QPushButton(this)),
      m_close(new QPushButton(this)) {
  setObjectName(QStringLiteral("exportDialog"));
  build();
  connect(m_fields, &ExportFields::formatChanged, this, [this] {
    if (!m_path->text().isEmpty() && !isSeveral()) m_path->setText(withoutEnding(m_path->text()) + ending());
  });
  connect(m_fields, &ExportFields::changed, this, &ExportDialog::refresh);
  connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::refresh);
  connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browse);
  connect(m_export, &QPushButton::clicked, this, &ExportDialog::begin);
  connect(m_close, &QPushButton::clicked, this, &QDialog::close);
  retranslate();
}

void ExportDialog::buildSource() {
  m_thumbnail->setObjectName(QStringLiteral("exportThumbnail"));
  m_thumbnail->setFixedSize(kThumbnail);
  m_thumbnail->setAlignment(Qt::AlignCenter);
  m_title->setObjectName(QStringLiteral("exportTitle"));
  m_title->setProperty("role", "heading");
  m_words->setObjectName(QStringLiteral("exportSecondLine"));
  m_words->setProperty("role", "muted");
}

void ExportDialog::build() {
  buildSource();
  m_path->setObjectName(QStringLiteral("pathEdit"));
  m_browse->setObjectName(QStringLiteral("browseButton"));
  m_export->setObjectName(QStringLiteral("exportButton"));
  m_export->setProperty("role", "primary");
  m_export->setDefault(true);
  m_close->setObjectName(QStringLiteral("closeExportButton"));
  m_size->setObjectName(QStringLiteral("estimatedSize"));
  m_size->setProperty("role", "muted");
  // Return exports, wherever the keyboard focus is.
  for (auto* button : {m_browse, m_close}) button->setAutoDefault(false);
  m_message->setObjectName(QStringLiteral("exportMessage"));
  m_message->setWordWrap(true);
  m_message->hide();

  auto* names = new QVBoxLayout;
  names->setSpacing(2);
  names->addStretch(1);
  names->addWidget(m_title);
  names->addWidget(m_words);
  names->addStretch(1);
  auto* source = new QHBoxLayout;
  source->setSpacing(12);
  source->addWidget(m_thumbnail);
  source->addLayout(names, 1);
  auto* place = new QHBoxLayout;
  place->addWidget(m_path, 1);
  place->addWidget(m_browse);
  m_fields->addRow(m_pathLabel, place, m_path);
  // On a small screen, the fields scroll and the buttons stay.
  auto* scroll = new FormArea([this] { fitHeight(); }, this);
  m_form = scroll;
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setWidget(m_fields);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_size, 1);
  for (auto* button : {m_close, m_export}) buttons->addWidget(button);
  auto* form = new QVBoxLayout;
  form->setSpacing(12);
  form->addLayout(source);
  form->addWidget(scroll, 1);
  form->addWidget(m_message);
  form->addLayout(buttons);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(16, 16, 16, 16);
  layout->setSpacing(16);
  layout->addLayout(form, 3);
  layout->addWidget(m_list, 2);
  constexpr int kFormWidth = 480;
  scroll->setMinimumWidth(kFormWidth);
}

void ExportDialog::retranslate() {
  setWindowTitle(tr("Export"));
  m_browse->setText(tr("&Browse…"));
  m_close->setText(tr("Cl&ose"));
  m_thumbnail->setAccessibleName(tr("First frame of the clip"));
  m_fields->retranslate();
  m_list->retranslate();
  refresh();
}

void ExportDialog::setAvailableFormats(const std::vector<ExportFormat>& formats) {
  m_fields->setAvailableFormats(formats);
}

void ExportDialog::setSource(const ExportSource& source) { setSources({source}); }

void ExportDialog::setSources(const std::vector<ExportSource>& sources) {
  // The folder that the user has chosen stays.
  const auto before = isSeveral() ? QDir(m_path->text()).absolutePath() : QFileInfo(m_path->text()).absolutePath();
  const int height = m_form->sizeHint().height();
  const bool hasChosen = !m_path->text().isEmpty() && before != QDir(m_sources.front().folder).absolutePath();
  m_sources = sources;
  const auto& first = m_sources.front();
  m_fields->setSeveral(isSeveral());
  m_fields->setClip(first.shape(), first.metadata);
  m_thumbnail->setVisible(!first.clip.frames.empty());
  if (!first.clip.frames.empty())
    m_thumbnail->setPixmap(QPixmap::fromImage(
        frameImage(first.clip.frames.front()).scaled(kThumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
  const auto folder = hasChosen ? before : first.folder;
  // What was asked about a file of another clip is not answered for this one.
  m_asked.clear();
  m_path->setText(isSeveral() ? QDir(folder).absolutePath() : freePath(QDir(folder).filePath(first.baseName)));
  hideMessage();
  refresh();
  m_fields->layout()->activate();
  if (m_form->sizeHint().height() != height) fitHeight();
}

// One clip, several and a comparison have different fields.
void ExportDialog::fitHeight() {
  m_form->updateGeometry();
  layout()->activate();
  resize(width(), std::min(sizeHint().height(), screen()->availableGeometry().height()));
}

// Nobody's file is proposed for replacement.
QString ExportDialog::freePath(const QString& base) const {
  return numberedName(base, ending(),
                      [this](const QString& file) { return isTaken(file) || m_parts.queue->isTarget(file); });
}

ExportOptions ExportDialog::options() const { return m_fields->options(); }

QString ExportDialog::path() const { return m_path->text(); }

QString ExportDialog::ending() const { return fileEnding(m_fields->format()); }

double ExportDialog::estimatedBytes() const {
  if (!isSeveral()) return m_fields->estimatedBytes();
  double bytes = 0;
  for (const auto& source : m_sources) bytes += ExportFields::estimatedBytes(options(), source.shape());
  return bytes;
}

void ExportDialog::refreshTexts() {
  const auto& first = m_sources.front();
  m_pathLabel->setText(isSeveral() ? tr("Fol&der") : tr("F&ile"));
  m_path->setAccessibleName(isSeveral() ? tr("Folder for the clips") : tr("File to write"));
  m_title->setText(isSeveral() ? tr("%n clip(s)", nullptr, static_cast<int>(m_sources.size())) : first.title);
  m_words->setText(isSeveral() ? tr("Named as in Settings › Saving: %1").arg(first.baseName + ending()) : first.words);
  for (auto* line : {m_title, m_words}) line->setToolTip(line->text());
}

void ExportDialog::refresh() {
  refreshTexts();
  m_size->setText(tr("about %1")
                      .arg(QLocale().formattedDataSize(static_cast<qint64>(estimatedBytes()), 1,
                                                       QLocale::DataSizeTraditionalFormat)));
  m_export->setEnabled(m_fields->isGood() && !m_path->text().isEmpty());
  const bool asking = !m_asked.isEmpty() && m_asked == m_path->text();
  const bool isReplacing = asking && !isSeveral() && QFileInfo::exists(m_asked);
  m_export->setText(isReplacing ? tr("Re&place") : asking ? tr("Crea&te folder") : tr("&Export"));
  if (asking) return;
  m_asked.clear();
  hideMessage();
}

void ExportDialog::browse() {
  const bool frames = m_path->text().endsWith(QLatin1Char('/')) || m_fields->format() == ExportFormat::PngSequence;
  const auto folder = isSeveral() ? tr("Folder for the clips") : frames ? tr("Folder for the frames") : QString();
  const auto file = !folder.isEmpty() ? QFileDialog::getExistingDirectory(this, folder, m_path->text())
                                      : QFileDialog::getSaveFileName(this, tr("Export to"), m_path->text(), QString(),
                                                                     nullptr, QFileDialog::DontConfirmOverwrite);
  if (!file.isEmpty()) m_path->setText(file);
}

void ExportDialog::begin() { isSeveral() ? beginSeveral() : beginOne(); }

void ExportDialog::beginSeveral() {
  const auto folder = QDir(m_path->text()).absolutePath();
  if (!makeFolder(folder, m_path->text())) return;
  m_asked.clear();
  hideMessage();
  for (const auto& source : m_sources) {
    auto chosen = options();
    if (!chosen.metadata.empty()) chosen.metadata = source.metadata;
    m_parts.queue->add(source.title, {makerOf(source), QDir(folder).filePath(source.baseName + ending()), chosen, true,
                                      source.runFolder});
  }
  refresh();
}

void ExportDialog::beginOne() {
  if (!m_path->text().endsWith(ending(), Qt::CaseInsensitive)) m_path->setText(m_path->text() + ending());
  const auto file = m_path->text();
  if (!mayWrite(file) || !makeFolder(QFileInfo(file).absolutePath(), file)) return;
  auto chosen = options();
  chosen.overwrite = !m_asked.isEmpty() && QFileInfo::exists(file);
  m_asked.clear();
  hideMessage();
  const auto& source = m_sources.front();
  m_parts.queue->add(source.title, {makerOf(source), file, chosen, false, source.runFolder});
  refresh();
}

bool ExportDialog::mayWrite(const QString& file) {
  if (m_parts.queue->isTarget(file)) {
    showMessage(tr("Another export is going to write %1. Choose another name.").arg(QDir::toNativeSeparators(file)),
                "warning");
    return false;
  }
  if (!QFileInfo::exists(file) || m_asked == file) return true;
  m_asked = file;
  refresh();
  showMessage(tr("%1 already exists. Press Replace to overwrite it, or choose another name.")
                  .arg(QDir::toNativeSeparators(file)),
              "warning");
  return false;
}

// The folder that was proposed is made without a question; another one may be a slip of the pen.
bool ExportDialog::makeFolder(const QString& folder, const QString& asked) {
  if (QFileInfo(folder).isDir()) return true;
  if (folder != QDir(m_sources.front().folder).absolutePath() && m_asked != asked) {
    m_asked = asked;
    refresh();
    showMessage(tr("The folder %1 does not exist. Press Create folder to make it, or choose another one.")
                    .arg(QDir::toNativeSeparators(folder)),
                "warning");
    return false;
  }
  if (QDir().mkpath(folder)) return true;
  showMessage(tr("The folder %1 cannot be made; choose another one.").arg(QDir::toNativeSeparators(folder)), "error");
  return false;
}

void ExportDialog::showMessage(const QString& text, const char* role) {
  setStyleProperty(m_message, "role", role);
  hideMessage();
  m_message->setText(text);
  m_message->show();
  // It does not take its room from the fields that it speaks of.
  layout()->activate();
  const int before = height();
  const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
  resize(width(), std::clamp(wanted, before, std::max(before, screen()->availableGeometry().height())));
  m_grownBy = height() - before;
}

void ExportDialog::hideMessage() {
  if (m_message->isHidden()) return;
  m_message->hide();
  layout()->activate();
  resize(width(), height() - std::exchange(m_grownBy, 0));
}

void ExportDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

}  // namespace fb::ui
