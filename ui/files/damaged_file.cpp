// SPDX-License-Identifier: MIT
#include "files/damaged_file.h"

#include <QDateTime>
#include <QFile>

namespace fb::ui {

QString keepAside(const QString& file) {
  const auto name = QStringLiteral("%1.damaged-%2")
                        .arg(file, QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-hhmmss")));
  auto aside = name;
  for (int number = 2; QFile::exists(aside); ++number) aside = QStringLiteral("%1-%2").arg(name).arg(number);
  return QFile::rename(file, aside) ? aside : QString();
}

}  // namespace fb::ui
