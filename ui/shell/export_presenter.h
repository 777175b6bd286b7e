// SPDX-License-Identifier: MIT
// Exports the clip being shown.
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

// Owned by the window; owns none of what it is given. GUI thread.
class ExportPresenter : public QObject {
  Q_OBJECT
public:
  struct Parts {
    QWidget* window;  // the parent of the dialog
    Studio* studio;
    Settings* settings;
    RequestPresenter* request;
    ClipPresenter* clip;
    Announcer* announcer;
  };
  explicit ExportPresenter(const Parts& parts, QObject* parent = nullptr);

  // Does nothing while a preview or no clip is shown.
  void exportShown();

private:
  Parts m_parts;
  ExportDialog* m_dialog;
};

}  // namespace fb::ui
