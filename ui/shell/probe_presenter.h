// SPDX-License-Identifier: MIT
// Divergence profiles that are kept: found again for the pair and settings in the window, extended by each probe, and
// what they say about the boundaries once a sweep has shown how far clips deviate.
#pragma once

#include "flowblend/engine.h"
#include "flowblend/events.h"
#include "session/newest.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <map>
#include <optional>
#include <string>
#include <vector>

class QWidget;

namespace fb::ui {

class Announcer;
class PairPresenter;
class RequestPresenter;
class Settings;
class StagePanel;
class Studio;
struct RunRecord;

// Owned by the window; owns none of what it is given. GUI thread.
class ProbePresenter : public QObject {
  Q_OBJECT
public:
  struct Parts {
    QWidget* window;  // for file dialogs
    Studio* studio;
    Settings* settings;
    PairPresenter* pair;
    RequestPresenter* request;
    StagePanel* stages;
    Announcer* announcer;
  };
  explicit ProbePresenter(const Parts& parts, QObject* parent = nullptr);

public Q_SLOTS:
  // Looks again for what is kept, soon.
  void refresh();
  // Constants with which a probe predicts sameness, from a finished sweep whose runs were probed.
  void learn(const QString& sweep);
  // Asks for a file; adds its prompts and seeds to what is kept of the pair and settings in the window.
  void chooseImport();
  void importProfile(const QString& file);
  // Asks where; writes all that is kept of these. The dialog asks before a file is replaced.
  void chooseExport();
  void exportProfile(const QString& file, bool overwrite);

private:
  // What a profile belongs to.
  struct Key {
    PairSpec pair;
    std::vector<Lora> loras;
    std::map<std::string, std::string> settings;
    bool isPlain = true;  // without what predictions do not cover
    bool operator==(const Key&) const = default;
  };

  void use(const GenerationRequest& request);
  void keep(const RunRecord& record, const RunResult& result);
  void look();
  void tell(const Error& error);
  static QString measurements(std::size_t cells);

  Parts m_parts;
  QTimer m_soon;  // several reasons to look are one
  std::optional<Key> m_key;
  Newest m_looking;
};

}  // namespace fb::ui
