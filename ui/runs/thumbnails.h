// SPDX-License-Identifier: MIT
// Thumbnail strips of finished runs, read off the GUI thread and kept while there is room.
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

namespace fb::ui {

// The most recent request is read first, and requests left far behind by a long scroll are not read at all. GUI thread
// only.
class Thumbnails : public QObject {
  Q_OBJECT
public:
  explicit Thumbnails(QObject* parent = nullptr);
  ~Thumbnails() override;  // waits for the read in progress

  // Frame `index` of a strip; null while it is being read, loaded() follows.
  QImage frame(const QString& file, int frames, int index);

Q_SIGNALS:
  void loaded(const QString& file);

private:
  void readNext();

  QCache<QString, QImage> m_strips;  // by file; cost in kB
  QStringList m_wanted;              // the newest is last
  QString m_reading;                 // empty: none
  QThreadPool m_pool;
};

}  // namespace fb::ui
