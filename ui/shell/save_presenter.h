// SPDX-License-Identifier: MIT
// Saves each finished clip as a video file, if the settings say so.
#pragma once

#include "flowblend/frame.h"
#include "flowblend/request.h"
#include "runs/run_record.h"

#include <QObject>
#include <QString>

#include <deque>

class QWidget;

namespace fb {
struct Error;
}

namespace fb::ui {

class Announcer;
class ExportSession;
class Settings;
class StatusLine;
class Studio;

// Owned by the window; owns none of what it is given. One clip after the other. GUI thread.
class SavePresenter : public QObject {
  Q_OBJECT
public:
  struct Parts {
    QWidget* window;
    Studio* studio;
    const Settings* settings;
    StatusLine* status;
    Announcer* announcer;
  };
  explicit SavePresenter(const Parts& parts, QObject* parent = nullptr);

private:
  struct Pending {
    RunId run;
    QString title;
    GenerationRequest request;
    Clip clip;
    QDateTime when;
  };
  void onFinished(const RunRecord& record, const Clip& clip);
  void saveNext();
  void start(const QString& file);
  void onSaved(const QString& file);
  void onFailed(const Error& error);

  Parts m_parts;
  ExportSession* m_session;
  std::deque<Pending> m_pending;  // the first is being saved
  QString m_file;                 // of the first
  bool m_isBusy = false;
};

}  // namespace fb::ui
