// SPDX-License-Identifier: MIT
// Which pair of models is in use: the last session's, one whose document was opened, or the user's choice.
#pragma once

#include "flowblend/request.h"
#include "session/metatypes.h"

#include <QObject>
#include <QString>

#include <string>
#include <vector>

class QComboBox;

namespace fb::ui {

class PairShelf;
class Settings;

// Owned by the window; owns none of what it is given. GUI thread.
class PairPresenter : public QObject {
  Q_OBJECT
public:
  PairPresenter(PairShelf* shelf, Settings* settings, QComboBox* combo, QObject* parent = nullptr);

  // Without paths until begin().
  const PairSpec& pair() const { return m_pair; }
  // Whether it comes with the program.
  bool isBuiltIn() const;
  // Whether it is among those that can be used now.
  bool has(const std::string& name) const;

public Q_SLOTS:
  // The first of the built-in pairs is in use until the last session's pair has been read.
  void begin(const std::vector<fb::PairSpec>& builtIn);
  // Chosen by the user: the last session's pair is no longer waited for.
  void choose(const fb::PairSpec& pair);
  // The pair with that name, if there is one.
  void useNamed(const std::string& name);
  // Its pair is used once it has been read.
  void open(const QString& document);

Q_SIGNALS:
  void changed(const fb::PairSpec& pair);
  // The change that follows was made by the user.
  void aboutToChoose();
  // The pair in use has the settings of its diffusers folder; emitted once for each pair.
  void folderFollowed(const QString& pair, const QString& settings);

private:
  void use(const PairSpec& pair);
  void onAdded(const PairSpec& pair, const QString& document);
  void onRemoved();
  void tellFolder();

  PairShelf* m_shelf;
  Settings* m_settings;
  QComboBox* m_combo;
  PairSpec m_pair;
  QString m_wanted;  // the document of the pair to use once it has been read
};

}  // namespace fb::ui
