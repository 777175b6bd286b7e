// SPDX-License-Identifier: MIT
// Thumbnail strips of finished runs, read off the GUI thread and kept while there is room.
#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QStringList>
#include <QThreadPool>

namespace fb::ui {

// What was asked for last is read first, and what a long scroll left far behind is not read at all. GUI thread only.
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
  void readNext();

  QCache<QString, QImage> m_strips;  // by file; cost in kB
  QStringList m_wanted;              // the newest last
  QString m_reading;                 // empty: none
  QThreadPool m_pool;
};

}  // namespace fb::ui
