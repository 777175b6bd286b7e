// SPDX-License-Identifier: MIT
// Named sets of values: those that ship with the program and the user's own.
#pragma once

#include "files/kept_file.h"
#include "prompt/prompt_values.h"

#include <QJsonObject>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace fb::ui {

// Leaves alone what it does not name.
struct Preset {
  QString name;
  bool builtIn = false;
  std::optional<Family> family = {};  // absent: for any
  SettingValues values = {};          // of those that presets carry

  bool operator==(const Preset&) const = default;

  bool isFor(Family wanted) const { return !family || *family == wanted; }
  PromptValues appliedTo(const PromptValues& from) const;
  static Preset fromValues(const QString& name, const PromptValues& from);
  // Empty if there is no name. Values that their settings cannot have are left out.
  static std::optional<Preset> fromJson(const QJsonObject& object);
  QJsonObject toJson() const;
};

// GUI thread; the file is written behind it, whole or not at all. Owned by who makes the panel.
class PresetStore : public QObject {
  Q_OBJECT
public:
  // `file` holds the user's presets and need not exist.
  explicit PresetStore(const QString& file, QObject* parent = nullptr);

  // Empty where the user's presets were read as they should be; else a sentence that names the file. Such a file is
  // kept under another name, and is never written over.
  QString problem() const { return m_problem; }
  // Tells what keeps it from being read or written now.
  KeptFile* file() { return &m_file; }

  const std::vector<Preset>& presets() const { return m_presets; }
  // The first of this name that is for the family; without a family, for any.
  const Preset* find(const QString& name, std::optional<Family> family = {}) const;
  // The name to show: of a built-in preset in the user's language.
  static QString displayName(const Preset& preset);

  // A preset of the user's with this name and family is replaced. False where the name is empty or a built-in one's.
  bool save(const Preset& preset);
  // False where there is none of the user's by this name and family.
  bool remove(const QString& name, std::optional<Family> family);

Q_SIGNALS:
  void changed();
  // Presets are not kept: a damaged file is in the way. A sentence that names it.
  void failed(const QString& message);

private:
  // False if these are anything but presets; what can be read of them is taken all the same.
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
