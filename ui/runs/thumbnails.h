// SPDX-License-Identifier: MIT
// Thumbnail strips of finished runs, read off the GUI thread and kept while there is room.
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace fb::ui {

// GUI thread only.
class Thumbnails : public QObject {
  Q_OBJECT
public:
  explicit Thumbnails(QObject* parent = nullptr);
  ~Thumbnails() override;  // waits for what is being read

  // Frame `index` of a strip; null while it is read, loaded() follows.
  QImage frame(const QString& file, int frames, int index);

Q_SIGNALS:
  void loaded(const QString& file);

private:
  QCache<QString, QImage> m_strips;  // by file; cost in kB
  QSet<QString> m_reading;
  QThreadPool m_pool;
};

}  // namespace fb::ui
