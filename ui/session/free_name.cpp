// SPDX-License-Identifier: MIT
#include "session/free_name.h"

#include <QDir>
#include <QFileInfo>

namespace fb::ui {

bool isTaken(const QString& file) { return QFileInfo::exists(file) || QFileInfo(file).isSymLink(); }

QString freeName(const QString& base, const QString& ending) {
  const auto start = QDir().absoluteFilePath(base);
  QDir().mkpath(QFileInfo(start).path());
  auto file = start + ending;
  for (int next = 2; isTaken(file); ++next) file = QStringLiteral("%1 (%2)%3").arg(start).arg(next).arg(ending);
  return file;
}

}  // namespace fb::ui
