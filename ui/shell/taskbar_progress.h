// SPDX-License-Identifier: MIT
// How far the run is, on the program's entry in the task bar.
#pragma once

#include <QDBusMessage>
#include <QString>
#include <QThreadPool>

#include <optional>

namespace fb::ui {

// Speaks the D-Bus signal com.canonical.Unity.LauncherEntry, to which KDE's task manager and the docks of Ubuntu and
// elementary listen; where nobody does, nothing happens. Owned by the window, used on the GUI thread; the bus, which
// may be slow to answer, is spoken to on a thread of its own.
class TaskbarProgress {
public:
  // desktopFile: name of the program's .desktop file, without the ending.
  explicit TaskbarProgress(const QString& desktopFile);
  ~TaskbarProgress();  // takes the bar away
  TaskbarProgress(const TaskbarProgress&) = delete;
  TaskbarProgress& operator=(const TaskbarProgress&) = delete;

  // 0..1; nothing: no bar. Only whole percents are sent.
  void setProgress(std::optional<double> done);

  static QDBusMessage message(const QString& desktopFile, std::optional<double> done);

private:
  QString m_desktopFile;
  std::optional<int> m_percent;
  QThreadPool m_sender;
};

}  // namespace fb::ui
