// SPDX-License-Identifier: MIT
// Reads and keeps images off the GUI thread.
#pragma once

#include <QImage>
#include <QObject>
#include <QString>
#include <QThreadPool>

class QMimeData;

namespace fb::ui {

// Judging by its name, an image that the engine may be able to read.
bool isImageFile(const QString& path);
// Whether it contains images, as files or as pixels.
bool holdsImages(const QMimeData& data);

// GUI thread only. Owned by the list of images.
class ImageFiles : public QObject {
  Q_OBJECT
public:
  explicit ImageFiles(QObject* parent = nullptr);
  ~ImageFiles() override;  // waits for reads and writes in progress

  // The folder for images without a file; made when needed.
  void setFolder(const QString& folder) { m_folder = folder; }

  // thumbnailRead() follows.
  void readThumbnail(const QString& file, int height);
  // Saved as a PNG named by its pixels, so that each image is stored once. kept() or failed() follows.
  void keep(const QImage& image);

Q_SIGNALS:
  // `problem` is empty, or a sentence that says why the file cannot be used. A format that only the engine can read has
  // no problem and no image.
  void thumbnailRead(const QString& file, const QImage& image, const QSize& size, const QString& problem);
  void kept(const QString& file);
  void failed(const QString& sentence);

private:
  QString m_folder;
  QThreadPool m_pool;
};

}  // namespace fb::ui
