// SPDX-License-Identifier: MIT
#include "files/state_folder.h"

#include "files/private_files.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace fb::ui {
namespace {

constexpr QLatin1String kLock{"studio.lock"};
constexpr QLatin1String kStore{"studio.sqlite"};

// A folder of somebody else's does not become private because a state was put into it.
bool isStudiosOwn(const QDir& folder) {
  return folder.exists(kLock) || folder.exists(kStore) ||
         folder.isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

}  // namespace

StateFolder::StateFolder(const QString& path) : m_path(QDir(path).absolutePath()) {
  makePrivateFolder(m_path);
  const auto name = QFile::encodeName(m_path);
  struct stat status {};
  if (isStudiosOwn(QDir(m_path)) && ::stat(name.constData(), &status) == 0 && (status.st_mode & 077) != 0)
    ::chmod(name.constData(), 0700);
}

StateFolder::~StateFolder() {
  if (m_lock >= 0) ::close(m_lock);
}

bool StateFolder::claim() {
  const auto file = QFile::encodeName(QDir(m_path).filePath(kLock));
  if (m_lock < 0) m_lock = ::open(file.constData(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
  return m_lock < 0 || ::flock(m_lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

}  // namespace fb::ui
