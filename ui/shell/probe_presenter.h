// SPDX-License-Identifier: MIT
// Divergence profiles that are kept: found again for the pair and settings in the window, extended by each probe, and
// what they say about the boundaries once a sweep has shown how far clips deviate.
#pragma once

#include "flowblend/engine.h"
#include "flowblend/events.h"
#include "session/newest.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <optional>
#include <string>
#include <vector>

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

private:
  // What a profile belongs to.
  struct Key {
    PairSpec pair;
    std::vector<Lora> loras;
    std::map<std::string, std::string> settings;
    bool operator==(const Key&) const = default;
  };

  void use(const GenerationRequest& request);
  void keep(const RunRecord& record, const RunResult& result);
  void look();
  void tell(const Error& error);

  Parts m_parts;
  QTimer m_soon;  // several reasons to look are one
  std::optional<Key> m_key;
  Newest m_looking;
};

}  // namespace fb::ui
