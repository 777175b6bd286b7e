// SPDX-License-Identifier: MIT
#include "files/private_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace fb::ui {
namespace {

// A disk that fills up may take part of the bytes without saying why; the next write does.
bool writeAll(QIODevice& target, const QByteArray& bytes) {
  qint64 done = 0;
  while (done < bytes.size()) {
    const auto written = target.write(bytes.constData() + done, bytes.size() - done);
    if (written <= 0) return false;
    done += written;
  }
  return true;
}

}  // namespace

int makePrivateFolder(const QString& folder) {
  const auto path = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
  if (QFileInfo(path).isDir()) return 0;
  QDir().mkpath(QFileInfo(path).absolutePath());
  return ::mkdir(QFile::encodeName(path).constData(), 0700) == 0 || QFileInfo(path).isDir() ? 0 : errno;
}

int makePrivateFile(const QString& file) {
  const auto path = QFile::encodeName(file);
  const int made = ::open(path.constData(), O_RDONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made >= 0) return ::close(made);
  if (errno != EEXIST) return errno;
  struct stat status {};
  if (::stat(path.constData(), &status) == 0 && (status.st_mode & 077) != 0 && S_ISREG(status.st_mode))
    ::chmod(path.constData(), status.st_mode & 0700);
  return 0;
}

QString replaceFile(const QString& file, const QByteArray& bytes) {
  makePrivateFolder(QFileInfo(file).absolutePath());
  QSaveFile target(file);
  const bool isWritten = target.open(QIODevice::WriteOnly) &&
                         target.setPermissions(QFile::ReadOwner | QFile::WriteOwner) && writeAll(target, bytes) &&
                         target.flush();
  if (!isWritten) return target.errorString();
  // commit() does not notice a disk that fills up at this point, and would replace a complete file with a partial one.
  if (::fsync(target.handle()) != 0 && errno != EINVAL) return QString::fromUtf8(std::strerror(errno));
  return target.commit() ? QString() : target.errorString();
}

}  // namespace fb::ui
