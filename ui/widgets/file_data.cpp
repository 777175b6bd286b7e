// SPDX-License-Identifier: MIT
#include "widgets/file_data.h"

#include <QMimeData>
#include <QUrl>

namespace fb::ui {

QMimeData* mimeDataOf(const QStringList& files) {
  QList<QUrl> urls;
  // GNOME's file manager pastes files only from this list; others use the addresses.
  QByteArray gnome("copy");
  for (const auto& file : files) {
    urls << QUrl::fromLocalFile(file);
    gnome += '\n' + urls.last().toEncoded();
  }
  auto* data = new QMimeData;
  data->setUrls(urls);
  data->setData(QStringLiteral("x-special/gnome-copied-files"), gnome);
  return data;
}

}  // namespace fb::ui
