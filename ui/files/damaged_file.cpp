// SPDX-License-Identifier: MIT
#include "files/damaged_file.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>

namespace fb::ui {
namespace {

struct FileWords {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::FileWords)
};

}  // namespace

QString keepAside(const QString& file) {
  const auto name = QStringLiteral("%1.damaged-%2")
                        .arg(file, QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-hhmmss")));
  auto aside = name;
  for (int number = 2; QFile::exists(aside); ++number) aside = QStringLiteral("%1-%2").arg(name).arg(number);
  return QFile::rename(file, aside) ? aside : QString();
}

bool isOfNewerVersion(const QByteArray& json, int newest) {
  return QJsonDocument::fromJson(json)["version"].toInt(newest) > newest;
}

QString newerVersionSentence(const QString& file) {
  return FileWords::tr(
             "%1 was saved by a newer version of this program. It is left untouched: what can be read of it is "
             "offered, and changes are not saved.")
      .arg(file);
}

}  // namespace fb::ui
