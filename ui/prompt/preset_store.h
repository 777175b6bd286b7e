// SPDX-License-Identifier: MIT
// Named sets of values: the built-in ones and the user's own.
#pragma once

#include "files/kept_file.h"
#include "prompt/prompt_values.h"

#include <QJsonObject>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace fb::ui {

// Settings that it does not name are left alone, except noise levels if it names a number of steps.
struct Preset {
  QString name;
  QString description = {};  // which models it is for, if not for all
  bool builtIn = false;
  std::optional<Family> family = {};  // absent: any
  SettingValues values = {};          // the settings that presets carry

  bool operator==(const Preset&) const = default;

  bool isFor(Family wanted) const { return !family || *family == wanted; }
  PromptValues appliedTo(const PromptValues& from) const;
  static Preset fromValues(const QString& name, const PromptValues& from);
  // Empty if there is no name. Invalid values are omitted.
  static std::optional<Preset> fromJson(const QJsonObject& object);
  QJsonObject toJson() const;
};

// GUI thread; the file is written in the background, atomically. Owned by whoever makes the panel.
class PresetStore : public QObject {
  Q_OBJECT
public:
  // `file` holds the user's presets and need not exist.
  explicit PresetStore(const QString& file, QObject* parent = nullptr);

  // Empty if the user's presets were read without problems; otherwise a sentence that names the file. Such a file is
  // kept under another name, and is never overwritten.
  QString problem() const { return m_problem; }
  // Reports why it cannot be read or written at the moment.
  KeptFile* file() { return &m_file; }

  const std::vector<Preset>& presets() const { return m_presets; }
  // The first one with this name for the family; without a family, for any.
  const Preset* find(const QString& name, std::optional<Family> family = {}) const;
  // The display name: for a built-in preset in the user's language.
  static QString displayName(const Preset& preset);
  static QString displayDescription(const Preset& preset);

  // A user's preset with this name and family is replaced. False if the name is empty or that of a built-in one.
  bool save(const Preset& preset);
  // False if the user has none with this name and family.
  bool remove(const QString& name, std::optional<Family> family);

Q_SIGNALS:
  void changed();
  // Presets are not saved: a damaged file is in the way. A sentence that names it.
  void failed(const QString& message);

private:
  // False if these are not all presets; those that can be read are used anyway.
  bool load(const QByteArray& bytes, bool builtIn);
  void loadOwn();
  void write();
  std::vector<Preset>::iterator at(const QString& name, std::optional<Family> family);

  KeptFile m_file;
  QString m_problem;
  bool m_locked = false;  // a damaged file is in the way
  std::vector<Preset> m_presets;
};

}  // namespace fb::ui
