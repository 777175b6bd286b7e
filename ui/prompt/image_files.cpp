// SPDX-License-Identifier: MIT
#include "prompt/image_files.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QMimeData>
#include <QSaveFile>
#include <QUrl>

#include <algorithm>

namespace fb::ui {
namespace {

const QStringList& imageSuffixes() {
  static const QStringList suffixes{"png", "jpg", "jpeg", "webp", "bmp", "tif", "tiff"};
  return suffixes;
}

}  // namespace

bool isImageFile(const QString& path) { return imageSuffixes().contains(QFileInfo(path).suffix().toLower()); }

bool holdsImages(const QMimeData& data) {
  const auto urls = data.urls();
  if (!urls.isEmpty())
    return std::any_of(urls.begin(), urls.end(),
                       [](const QUrl& url) { return url.isLocalFile() && isImageFile(url.toLocalFile()); });
  return data.hasImage();
}

ImageFiles::ImageFiles(QObject* parent) : QObject(parent) { m_pool.setMaxThreadCount(1); }

ImageFiles::~ImageFiles() { m_pool.waitForDone(); }

void ImageFiles::readThumbnail(const QString& file, int height) {
  m_pool.start([this, file, height] {
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.height() > height) reader.setScaledSize(size.scaled(size.width(), height, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    QString problem;
    if (!QFileInfo::exists(file))
      problem = tr("This file does not exist. Remove the image, or put the file back.");
    else if (image.isNull() && reader.error() != QImageReader::UnsupportedFormatError)
      problem = tr("This file cannot be read as an image: %1").arg(reader.errorString());
    else if (image.isNull() && QImageReader::supportedImageFormats().contains(QFileInfo(file).suffix().toLatin1()))
      problem = tr("This file contains no image.");
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    QMetaObject::invokeMethod(
        this, [=, this, size = turned ? size.transposed() : size] { Q_EMIT thumbnailRead(file, image, size, problem); },
        Qt::QueuedConnection);
  });
}

void ImageFiles::keep(const QImage& image) {
  m_pool.start([this, image, folder = m_folder] {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const bool encoded = image.save(&buffer, "PNG");
    const auto hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha1).toHex().left(12);
    const QString path = QDir(folder).filePath(QStringLiteral("image-%1.png").arg(QString::fromLatin1(hash)));
    QDir().mkpath(folder);
    QSaveFile file(path);
    const bool written =
        encoded && (QFileInfo::exists(path) || (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() &&
                                                file.flush() && file.commit()));
    const QString reason = encoded ? file.errorString() : tr("it contains no pixels");
    QMetaObject::invokeMethod(
        this,
        [=, this] {
          if (written)
            Q_EMIT kept(path);
          else
            Q_EMIT failed(tr("The image could not be saved as %1: %2").arg(path, reason));
        },
        Qt::QueuedConnection);
  });
}

}  // namespace fb::ui
