// SPDX-License-Identifier: MIT
// SIGINT, SIGTERM and SIGHUP as a Qt signal.
#pragma once

#include <QObject>

class QSocketNotifier;

namespace fb::ui {

// One per program, made by main on the GUI thread. The first of these signals is reported by received(); a second one
// ends the program as if this did not exist. Signals that were ignored at the start, as under nohup, stay ignored.
class EndSignals : public QObject {
  Q_OBJECT
public:
  explicit EndSignals(QObject* parent = nullptr);
  ~EndSignals() override;

Q_SIGNALS:
  void received(int signal);

private:
  int m_pipe[2] = {-1, -1};
  QSocketNotifier* m_notifier = nullptr;
};

}  // namespace fb::ui
