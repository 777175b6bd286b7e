// SPDX-License-Identifier: MIT
// Shows the run's progress on the program's entry in the task bar.
#pragma once

#include <QDBusMessage>
#include <QString>
#include <QThreadPool>

#include <optional>

namespace fb::ui {

// Uses the D-Bus signal com.canonical.Unity.LauncherEntry, to which KDE's task manager and the docks of Ubuntu and
// elementary listen; if nobody listens, nothing happens. Owned by the window, used on the GUI thread; the bus, which
// may respond slowly, is used on a separate thread.
class TaskbarProgress {
public:
  // desktopFile: the name of the program's .desktop file, without the extension.
  explicit TaskbarProgress(const QString& desktopFile);
  ~TaskbarProgress();  // removes the bar
  TaskbarProgress(const TaskbarProgress&) = delete;
  TaskbarProgress& operator=(const TaskbarProgress&) = delete;

  // 0..1; absent: no bar. Only whole percentages are sent.
  void setProgress(std::optional<double> done);

  static QDBusMessage message(const QString& desktopFile, std::optional<double> done);

private:
  QString m_desktopFile;
  std::optional<int> m_percent;
  QThreadPool m_sender;
};

}  // namespace fb::ui
