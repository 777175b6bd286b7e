// SPDX-License-Identifier: MIT
#include "session/free_name.h"

#include <QDir>
#include <QFileInfo>

namespace fb::ui {

QString cleanAbsolutePath(const QString& path) { return QDir::cleanPath(QFileInfo(path).absoluteFilePath()); }

bool isTaken(const QString& file) { return QFileInfo::exists(file) || QFileInfo(file).isSymLink(); }

QString numberedName(const QString& base, const QString& ending, const std::function<bool(const QString&)>& isTaken) {
  auto name = base + ending;
  for (int next = 2; isTaken(name); ++next) name = QStringLiteral("%1 (%2)%3").arg(base, QString::number(next), ending);
  return name;
}

QString freeName(const QString& base, const QString& ending) {
  const auto start = QDir().absoluteFilePath(base);
  QDir().mkpath(QFileInfo(start).path());
  return numberedName(start, ending, isTaken);
}

}  // namespace fb::ui
