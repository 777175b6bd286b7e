// SPDX-License-Identifier: MIT
// Exports the clip being shown, and what of it is told elsewhere.
#pragma once

#include <QObject>

class QWidget;

namespace fb::ui {

class Announcer;
class ClipPresenter;
class ExportDialog;
class RequestPresenter;
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
    RequestPresenter* request;
    ClipPresenter* clip;
    Announcer* announcer;
  };
  explicit ExportPresenter(const Parts& parts, QObject* parent = nullptr);

  // Does nothing while a preview or no clip is shown. While the dialog is open, it follows what is shown.
  void exportShown();

  // Whether the program may end now. Asks if exports are not finished; readyToLeave() follows once they are.
  bool mayLeave();

Q_SIGNALS:
  void readyToLeave();

private:
  ExportSource source() const;
  QString words() const;

  Parts m_parts;
  ExportDialog* m_dialog;
  bool m_isLeaving = false;
};

}  // namespace fb::ui
