// SPDX-License-Identifier: MIT
// Named sets of values: the built-in ones and the user's own.
#pragma once

#include "files/named_values.h"
#include "prompt/prompt_values.h"

#include <QJsonObject>
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
  QString pair = {};                  // of the built-in pair that it is for, whose clips were measured; empty: any
  bool ordinary = false;              // only for pairs as they are published: text to video, with no distilled model
  SettingValues values = {};          // the settings that presets carry

  bool operator==(const Preset&) const = default;

  bool isFor(Family wanted) const { return !family || *family == wanted; }
  // A built-in preset is also only for pairs whose own size is not far from its size.
  bool isFor(const PairSpec& wanted, bool isBuiltIn) const;
  // The schedule with the preset's boundaries; absent: it leaves them alone. What users save never moves them.
  std::optional<StageSchedule> boundariesIn(const StageSchedule& schedule) const;
  PromptValues appliedTo(const PromptValues& from) const;
  static Preset fromValues(const QString& name, const PromptValues& from);
  // Empty if there is no name. Invalid values are omitted.
  static std::optional<Preset> fromJson(const QJsonObject& object);
  QJsonObject toJson() const;
};

// GUI thread; the file is written in the background, atomically. Owned by whoever makes the panel.
class PresetStore : public NamedValues {
  Q_OBJECT
public:
  // `file` holds the user's presets and need not exist.
  explicit PresetStore(const QString& file, QObject* parent = nullptr);

  const std::vector<Preset>& presets() const { return m_presets; }
  // The first one with this name for the family; without a family, for any.
  const Preset* find(const QString& name, std::optional<Family> family = {}) const;
  // The display name: for a built-in preset in the user's language.
  static QString displayName(const Preset& preset);
  static QString displayDescription(const Preset& preset);

  // A user's preset with this name and family is replaced. False if the name is empty or that of a built-in one.
  bool save(const Preset& preset);
  // False if the user has none with this name and family, or if the new name is empty or another one's.
  bool rename(const QString& name, std::optional<Family> family, const QString& to);
  // False if the user has none with this name and family.
  bool remove(const QString& name, std::optional<Family> family);

  // For another user's store.
  static QByteArray documentOf(const Preset& preset);
  // Adds the presets of such a document, those whose names are taken under another name: "Mine 2". Their names; none if
  // it holds no preset that can be read, or if a newer version of the program wrote it.
  QStringList add(const QByteArray& document);

Q_SIGNALS:
  // save() or add() brings it back.
  void removed(const fb::ui::Preset& preset);

private:
  bool load(const QByteArray& document) override { return load(document, false); }
  QJsonArray toJson() const override;
  bool load(const QByteArray& document, bool builtIn);
  std::vector<Preset>::iterator at(const QString& name, std::optional<Family> family);

  std::vector<Preset> m_presets;
};

}  // namespace fb::ui
