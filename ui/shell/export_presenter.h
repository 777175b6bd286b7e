// SPDX-License-Identifier: MIT
// Exports the clip being shown, a comparison, or several clips of the history, and what of it is told elsewhere.
#pragma once

#include "runs/run_record.h"

#include <QObject>

#include <vector>

class QWidget;

namespace fb::ui {

class Announcer;
class ClipPresenter;
class ExportDialog;
class Settings;
class Studio;
class Theme;
struct ExportSource;

// Owned by the window; owns none of what it is given. GUI thread.
class ExportPresenter : public QObject {
  Q_OBJECT
public:
  struct Parts {
    QWidget* window;  // the parent of the dialog
    const Theme* theme;
    Studio* studio;
    Settings* settings;
    ClipPresenter* clip;
    Announcer* announcer;
  };
  explicit ExportPresenter(const Parts& parts, QObject* parent = nullptr);

  // Does nothing while a preview or no clip is shown. While the dialog is open, it follows what is shown.
  void exportShown();
  // The dialog keeps them until exportShown(). The folder of the comparison is chosen here.
  void exportComparison(ExportSource comparison);
  void exportRuns(const std::vector<RunId>& ids);

  // Whether the program may end now. Asks if exports are not finished; readyToLeave() follows once they are.
  bool mayLeave();

Q_SIGNALS:
  void readyToLeave();

private:
  void remember();
  void tellUnfinished();
  ExportSource source() const;
  QString folder() const;
  QString baseName() const;
  QString words() const;

  Parts m_parts;
  ExportDialog* m_dialog;
  bool m_isFollowing = true;  // what is watched
  bool m_isLeaving = false;
  QStringList m_left;  // files of exports that an earlier process did not finish
};

}  // namespace fb::ui
