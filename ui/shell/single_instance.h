// SPDX-License-Identifier: MIT
// What a second Studio of one state folder tells the first one.
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

#include <chrono>

namespace fb::ui {

// Who has claimed the state folder listens in it; who has not hands over what it was to open. Nobody but the same user
// is listened to. GUI thread.
class SingleInstance : public QObject {
  Q_OBJECT
public:
  explicit SingleInstance(const QString& stateFolder, QObject* parent = nullptr);
  ~SingleInstance() override;

  // By the process that has claimed the folder. Each message is answered once handedOver() was received.
  bool listen();
  // Before the end: what comes from now on is left to the next one.
  void stopListening();

  // By another process: absolute paths of files. True once the first one has taken them; false if there was no answer.
  // Blocks.
  static bool handOver(const QString& stateFolder, const QStringList& files, std::chrono::milliseconds patience);

Q_SIGNALS:
  // Another start wants these files opened; without any, the window.
  void handedOver(const QStringList& files);

private:
  void serve();

  const QString m_folder;
  int m_descriptor = -1;
  QLocalServer m_server;
};

}  // namespace fb::ui
