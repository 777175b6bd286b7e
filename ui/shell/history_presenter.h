// SPDX-License-Identifier: MIT
// Actions on a finished run: loading its settings, curve and clip into the panels.
#pragma once

#include "runs/run_record.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

namespace fb::ui {

class Announcer;
class ClipPresenter;
class ComparePresenter;
class ExportPresenter;
class HistoryPanel;
class RequestPresenter;
class StagePanel;
class Studio;

// Owned by the window; owns none of what it is given. GUI thread.
class HistoryPresenter : public QObject {
  Q_OBJECT
public:
  struct Parts {
    HistoryPanel* panel;
    StagePanel* stages;
    Studio* studio;
    RequestPresenter* request;
    ClipPresenter* clip;
    ComparePresenter* compare;
    ExportPresenter* exporter;
    Announcer* announcer;
  };
  explicit HistoryPresenter(const Parts& parts, QObject* parent = nullptr);

private:
  void load(RunId id);
  void exportRun(RunId id);
  void rerun(RunId id);
  // Of those that are still where they were saved; says so of the others.
  void useVideos(const std::vector<RunId>& ids, std::function<void(const QStringList&)> use);
  void copyVideos(const QStringList& files);

  Parts m_parts;
};

}  // namespace fb::ui
