// SPDX-License-Identifier: MIT
#include "shell/single_instance.h"

#include <QDataStream>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QtEndian>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace fb::ui {
namespace {

constexpr quint32 kFormat = 0xfb510001;
constexpr qint64 kLongestMessage = 1 << 20;
constexpr char kTaken = '+';

int openFolder(const QString& folder) {
  return ::open(QFile::encodeName(folder).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC);
}

// A socket's name may have 107 bytes, a folder's more: it is reached through the open folder.
QString socketIn(int folder) { return QStringLiteral("/proc/self/fd/%1/studio.socket").arg(folder); }

bool isSameUser(const QLocalSocket& socket) {
  ucred peer{};
  socklen_t size = sizeof peer;
  return ::getsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
         peer.uid == ::getuid();
}

}  // namespace

SingleInstance::SingleInstance(const QString& stateFolder, QObject* parent)
    : QObject(parent), m_folder(stateFolder), m_descriptor(openFolder(stateFolder)) {
  connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::serve);
}

SingleInstance::~SingleInstance() {
  stopListening();
  if (m_descriptor >= 0) ::close(m_descriptor);
}

bool SingleInstance::listen() {
  const auto socket = socketIn(m_descriptor);
  // Left there by a process that was killed.
  QLocalServer::removeServer(socket);
  return m_server.listen(socket);
}

void SingleInstance::stopListening() { m_server.close(); }

void SingleInstance::serve() {
  while (auto* client = m_server.nextPendingConnection()) {
    connect(client, &QLocalSocket::disconnected, client, &QObject::deleteLater);
    if (!isSameUser(*client)) {
      client->abort();
      continue;
    }
    const auto read = [this, client] {
      if (client->bytesAvailable() < qint64(sizeof kFormat)) return;
      if (qFromBigEndian<quint32>(client->peek(sizeof kFormat).constData()) != kFormat) return client->abort();
      QDataStream stream(client);
      stream.startTransaction();
      quint32 format = 0;
      QByteArray token;
      QStringList files;
      stream >> format >> token >> files;
      if (!stream.commitTransaction()) {
        if (client->bytesAvailable() > kLongestMessage) client->abort();
        return;
      }
      // With it, a Wayland compositor lets the window come to the front.
      if (!token.isEmpty()) qputenv("XDG_ACTIVATION_TOKEN", token);
      Q_EMIT handedOver(files);
      client->write(&kTaken, 1);
      client->disconnectFromServer();
    };
    connect(client, &QLocalSocket::readyRead, client, read);
    read();
  }
}

bool SingleInstance::handOver(const QString& stateFolder, const QStringList& files,
                              std::chrono::milliseconds patience) {
  const int folder = openFolder(stateFolder);
  const QDeadlineTimer deadline(patience);
  QByteArray answer;
  const auto left = [&] { return static_cast<int>(deadline.remainingTime()); };
  QLocalSocket socket;
  socket.connectToServer(socketIn(folder));
  if (socket.waitForConnected(left())) {
    QByteArray message;
    QDataStream(&message, QIODevice::WriteOnly) << kFormat << qgetenv("XDG_ACTIVATION_TOKEN") << files;
    socket.write(message);
    if (socket.bytesToWrite() == 0 || socket.waitForBytesWritten(left()))
      if (socket.bytesAvailable() > 0 || socket.waitForReadyRead(left())) answer = socket.readAll();
  }
  if (folder >= 0) ::close(folder);
  return answer.startsWith(kTaken);
}

}  // namespace fb::ui
