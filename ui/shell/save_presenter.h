// SPDX-License-Identifier: MIT
// Saves each finished clip as a video file, if the settings say so.
#pragma once

#include "flowblend/frame.h"
#include "flowblend/request.h"
#include "runs/run_record.h"
#include "session/export_work.h"

#include <QMap>
#include <QObject>
#include <QString>

#include <atomic>
#include <deque>
#include <memory>
#include <vector>

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

// Owned by the window; owns none of what it is given. One clip after the other. The settings remember which clips are
// not saved yet, so that the next start goes on with them, however the program ended. GUI thread.
class SavePresenter : public QObject {
  Q_OBJECT
public:
  struct Parts {
    QWidget* window;
    Studio* studio;
    Settings* settings;
    StatusLine* status;
    Announcer* announcer;
  };
  explicit SavePresenter(const Parts& parts, QObject* parent = nullptr);

private:
  struct Pending {
    RunId run;
    QString title;
    GenerationRequest request;
    MakeClip make;
    QDateTime when;
    std::shared_ptr<const std::atomic<bool>> isGone;  // its frames could not be read again; null: they are here
  };
  void onFinished(const RunRecord& record, const Clip& clip);
  void goOnFromLastTime();
  void checkBegun(const RunRecord& record, const QString& file);
  void addAgain(RunId run);
  void add(const RunRecord& record, MakeClip make, std::shared_ptr<const std::atomic<bool>> isGone = {});
  void remember(RunId run, const QString& file);
  void forget(RunId run);
  void saveNext();
  void start(const QString& file);
  void onSaved(const QString& file);
  void onFailed(const Error& error);
  void giveUp(const Error& error);
  void tellFailed(const QString& title, const Error& error);
  void tryAgain();

  Parts m_parts;
  ExportSession* m_session;
  std::deque<Pending> m_pending;   // the first is being saved
  std::vector<RunId> m_failed;     // to be tried again when the user wants it
  QMap<RunId, QString> m_unsaved;  // as in the settings
  QString m_file;                  // of the first
  bool m_isBusy = false;
  bool m_hasGoneOn = false;
};

}  // namespace fb::ui
