// SPDX-License-Identifier: MIT
// How a second Studio with the same state folder talks to the first one.
#pragma once

#include <QLocalServer>
#include <QObject>
#include <QStringList>

#include <chrono>

namespace fb::ui {

// The process that has claimed the state folder listens in it; any other one passes on the files that it was asked to
// open. Only messages from the same user are accepted. GUI thread.
class SingleInstance : public QObject {
  Q_OBJECT
public:
  explicit SingleInstance(const QString& stateFolder, QObject* parent = nullptr);
  ~SingleInstance() override;

  // For the process that has claimed the folder. Each message is answered after handedOver() was received.
  bool listen();
  // Before the end: anything that arrives from now on is left to the next process.
  void stopListening();

  // For another process: absolute paths of files. True once the first process has accepted them; false if there was no
  // answer. Blocks.
  static bool handOver(const QString& stateFolder, const QStringList& files, std::chrono::milliseconds patience);

Q_SIGNALS:
  // Another start wants these files opened; if there are none, the window.
  void handedOver(const QStringList& files);

private:
  void serve();

  const QString m_folder;
  int m_descriptor = -1;
  QLocalServer m_server;
};

}  // namespace fb::ui
