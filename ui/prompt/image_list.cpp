// SPDX-License-Identifier: MIT
#include "prompt/image_list.h"

#include "prompt/image_row.h"
#include "prompt/prompt_values.h"
#include "theme/style_property.h"
#include "theme/theme.h"
#include "widgets/icon_button.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace fb::ui {
ImageList::ImageList(const Theme* theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_label(new QLabel(this)),
      m_add(iconButton(theme, "image", "addImageButton", this)),
      m_paste(iconButton(theme, "copy", "pasteImageButton", this)),
      m_rowLayout(new QVBoxLayout),
      m_empty(new QLabel(this)) {
  setObjectName(QStringLiteral("imageList"));
  setAcceptDrops(true);
  m_label->setBuddy(m_add);
  m_empty->setObjectName(QStringLiteral("imageHint"));
  m_empty->setProperty("role", "dropPlace");
  m_empty->setWordWrap(true);
  m_empty->setAlignment(Qt::AlignCenter);
  auto* header = new QHBoxLayout;
  header->setSpacing(4);
  header->addWidget(m_label, 1);
  header->addWidget(m_add);
  header->addWidget(m_paste);
  m_rowLayout->setSpacing(8);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addLayout(header);
  column->addLayout(m_rowLayout);
  column->addWidget(m_empty);

  connect(m_add, &QToolButton::clicked, this, &ImageList::browse);
  connect(m_paste, &QToolButton::clicked, this, &ImageList::paste);
  connect(&m_files, &ImageFiles::kept, this, [this](const QString& file) { addFiles({file}); });
  connect(&m_files, &ImageFiles::failed, this, &ImageList::hinted);
  connect(&m_files, &ImageFiles::thumbnailRead, this,
          [this](const QString& file, const QImage& image, const QSize& size, const QString& problem) {
            for (auto* row : m_rows)
              if (row->file() == file) row->setThumbnail(image, size, problem);
          });
  retranslate();
  m_empty->setVisible(m_rows.empty());
}

void ImageList::setUse(ImageUse use, int frameStep) {
  m_use = use;
  m_frameStep = frameStep;
  setVisible(use != ImageUse::None);
  for (auto* row : m_rows) row->setPlaceable(use == ImageUse::AnyFrame);
}

void ImageList::setFrames(int frames) {
  m_frames = frames;
  for (auto* row : m_rows)
    if (!row->setFrames(frames, m_frameStep))
      Q_EMIT hinted(tr("The clip is now too short for the position of %1, so it was moved to the last frame.")
                        .arg(QFileInfo(row->file()).fileName()));
}

void ImageList::setImages(const std::vector<ImageCondition>& images) {
  const auto shown = this->images();
  if (images == shown) return;
  // Rows are kept if only their values differ, so that a field that is being used keeps the focus.
  const bool sameFiles = std::equal(images.begin(), images.end(), shown.begin(), shown.end(),
                                    [](const auto& a, const auto& b) { return a.file == b.file; });
  if (!sameFiles)
    for (auto* row : std::exchange(m_rows, {})) {
      row->hide();
      row->deleteLater();
    }
  const auto most = m_use == ImageUse::None ? 0 : m_use == ImageUse::FirstFrame ? 1 : images.size();
  if (images.size() > most)
    Q_EMIT hinted(m_use == ImageUse::None ? tr("The images were left out: this pair makes clips from text only.")
                                          : tr("Only the first image was added: this pair accepts only one."));
  for (std::size_t i = 0; i < std::min(images.size(), most); ++i) {
    auto* row = sameFiles ? m_rows[i] : appendRow(images[i].file);
    if (!row->setCondition(images[i]) && m_use == ImageUse::AnyFrame)
      Q_EMIT hinted(tr("An image cannot be placed at frame %1, so %2 was moved to the nearest possible frame.")
                        .arg(images[i].frame)
                        .arg(QFileInfo(row->file()).fileName()));
  }
  m_empty->setVisible(m_rows.empty());
}

std::vector<ImageCondition> ImageList::images() const {
  std::vector<ImageCondition> images;
  for (const auto* row : m_rows) images.push_back(row->condition());
  return images;
}

ImageRow* ImageList::appendRow(const std::filesystem::path& file) {
  auto* row = new ImageRow(m_theme, QString::fromStdString(file.string()), this);
  row->setFrames(m_frames, m_frameStep);
  row->setPlaceable(m_use == ImageUse::AnyFrame);
  connect(row, &ImageRow::edited, this, &ImageList::edited);
  connect(row, &ImageRow::removeRequested, this, [this, row] { removeRow(row); });
  m_rowLayout->addWidget(row);
  m_rows.push_back(row);
  m_files.readThumbnail(row->file(), 2 * row->thumbnailHeight());
  return row;
}

void ImageList::removeRow(ImageRow* row) {
  std::erase(m_rows, row);
  row->hide();
  row->deleteLater();
  m_add->setFocus(Qt::OtherFocusReason);
  m_empty->setVisible(m_rows.empty());
  Q_EMIT edited();
}

void ImageList::addFiles(const QStringList& files) {
  if (m_use == ImageUse::None) return;
  QStringList accepted;
  std::copy_if(files.begin(), files.end(), std::back_inserter(accepted), isImageFile);
  if (accepted.isEmpty()) {
    Q_EMIT hinted(tr("%1 is not an image. PNG, JPEG, WebP, BMP and TIFF files can be used.")
                      .arg(QFileInfo(files.value(0)).fileName()));
    return;
  }
  auto images = this->images();
  if (m_use == ImageUse::FirstFrame) {
    images = {{accepted.last().toStdString(), 0, 1}};
  } else {
    // The first image starts the clip and the second one ends it, which is usually what is wanted with two.
    const auto holds = [&images](int frame) {
      return std::any_of(images.begin(), images.end(), [=](const auto& image) { return image.frame == frame; });
    };
    constexpr int kLast = PromptValues::kLastFrame;
    const int middle = (m_frames - 1) / m_frameStep / 2 * m_frameStep;
    for (const auto& file : accepted)
      images.push_back({file.toStdString(), !holds(0) ? 0 : !holds(kLast) ? kLast : middle, 1});
  }
  setImages(images);
  Q_EMIT edited();
}

void ImageList::add(const QMimeData& images) {
  if (m_use == ImageUse::None) return;
  QStringList files;
  for (const auto& url : images.urls())
    if (url.isLocalFile()) files << url.toLocalFile();
  if (!files.isEmpty())
    addFiles(files);
  else if (const auto image = qvariant_cast<QImage>(images.imageData()); !image.isNull())
    m_files.keep(image);
}

void ImageList::browse() {
  const auto files = QFileDialog::getOpenFileNames(
      this, m_use == ImageUse::FirstFrame ? tr("Choose the first frame") : tr("Choose images"), m_lastFolder,
      tr("Images (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff);;All files (*)"));
  if (files.isEmpty()) return;
  m_lastFolder = QFileInfo(files.first()).absolutePath();
  addFiles(files);
}

void ImageList::paste() {
  const auto* images = QGuiApplication::clipboard()->mimeData();
  if (images && holdsImages(*images))
    add(*images);
  else
    Q_EMIT hinted(tr("There is no image on the clipboard."));
}

void ImageList::setDropping(bool dropping) {
  setStyleProperty(m_empty, "dropping", dropping);
  m_empty->setVisible(dropping || m_rows.empty());
}

void ImageList::dragEnterEvent(QDragEnterEvent* event) {
  if (!holdsImages(*event->mimeData())) return;
  setDropping(true);
  event->acceptProposedAction();
}

void ImageList::dragLeaveEvent(QDragLeaveEvent*) { setDropping(false); }

void ImageList::dropEvent(QDropEvent* event) {
  setDropping(false);
  add(*event->mimeData());
  event->acceptProposedAction();
}

void ImageList::keyPressEvent(QKeyEvent* event) {
  if (event->matches(QKeySequence::Paste)) return paste();
  QWidget::keyPressEvent(event);
}

void ImageList::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

void ImageList::retranslate() {
  m_label->setText(tr("Images"));
  m_add->setAccessibleName(tr("Add an image"));
  m_add->setToolTip(tr("Choose images that the clip should pass through"));
  m_paste->setAccessibleName(tr("Paste an image"));
  m_paste->setToolTip(tr("Add the copied image, such as a frame of a clip"));
  m_empty->setText(tr("Drop an image here, paste one, or choose a file"));
}

}  // namespace fb::ui
