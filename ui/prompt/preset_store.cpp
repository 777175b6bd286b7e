// SPDX-License-Identifier: MIT
#include "prompt/preset_store.h"

#include "files/damaged_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

// This macro is the only way to the resources of a static library, and must be used outside any namespace.
static void initResources() { Q_INIT_RESOURCE(presets); }

namespace fb::ui {

namespace {

// The names in resources/presets, for translation.
[[maybe_unused]] constexpr const char* kBuiltInNames[] = {
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "Draft"),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "480p"),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "480p portrait"),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "720p"),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "720p portrait"),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "720p in two passes"),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "480p in 4 steps, large model distilled"),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "480p in 4 steps, both models distilled"),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "480p in 8 steps, large model distilled"),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "480p in 8 steps, both models distilled"),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "480p in 7 steps, large model distilled"),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "480p in 7 steps, both models distilled"),
};

// Their descriptions.
[[maybe_unused]] constexpr const char* kBuiltInDescriptions[] = {
    QT_TRANSLATE_NOOP("fb::ui::PresetStore",
                      "For a large model with a 4-step LoRA, to be added under LoRAs, or one that is step-distilled "
                      "itself. The small model is an ordinary one and keeps guidance. Other large models make poor "
                      "clips with it."),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore",
                      "For two models that each have their own 4-step LoRA or are step-distilled themselves. Other "
                      "models make poor clips with it."),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore",
                      "For a large model with an 8-step LoRA, to be added under LoRAs, or one that is step-distilled "
                      "itself. The small model is an ordinary one and keeps guidance. Other large models make poor "
                      "clips with it."),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore",
                      "For two models that each have their own 8-step LoRA or are step-distilled themselves. Other "
                      "models make poor clips with it."),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore",
                      "For LTX-Video 13B 0.9.7 or 0.9.8 distilled with an ordinary small model, which keeps guidance. "
                      "Other large models make poor clips with it."),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore",
                      "For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.8 distilled. Other models make poor "
                      "clips with it."),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore",
                      "For LTX-Video 13B 0.9.7 or 0.9.8 distilled with 2B 0.9.6 distilled, on the noise levels of the "
                      "small model. Other models make poor clips with it."),
};

std::optional<SettingValue> lorasFromJson(const QJsonValue& json) {
  if (!json.isArray()) return std::nullopt;
  std::vector<Lora> loras;
  for (const auto& entry : json.toArray()) {
    const auto lora = entry.toObject();
    const auto target = loraTargetFromString(lora[QLatin1String("target")].toString().toStdString());
    const auto strength = lora[QLatin1String("strength")];
    const auto file = lora[QLatin1String("file")].toString();
    if (!target || !strength.isDouble() || file.isEmpty()) return std::nullopt;
    loras.push_back({file.toStdString(), strength.toDouble(), *target});
  }
  return loras;
}

std::optional<SettingValue> numbersFromJson(const QJsonValue& json) {
  if (!json.isArray()) return std::nullopt;
  std::vector<double> numbers;
  for (const auto& entry : json.toArray()) {
    if (!entry.isDouble()) return std::nullopt;
    numbers.push_back(entry.toDouble());
  }
  return numbers;
}

QJsonArray toJson(const std::vector<double>& numbers) {
  QJsonArray list;
  for (const double number : numbers) list.append(number);
  return list;
}

QJsonArray toJson(const std::vector<Lora>& loras) {
  QJsonArray list;
  for (const auto& lora : loras)
    list.append(QJsonObject{{"file", QString::fromStdString(lora.file.string())},
                            {"strength", lora.strength},
                            {"target", QString::fromUtf8(toString(lora.target))}});
  return list;
}

// Empty if the JSON value is not valid for the setting.
std::optional<SettingValue> fromJsonValue(const Setting& setting, const QJsonValue& json) {
  const double number = json.toDouble();
  switch (setting.type()) {
    case SettingType::Flag:
      return json.isBool() ? std::optional<SettingValue>(json.toBool()) : std::nullopt;
    case SettingType::Whole:
      return json.isDouble() && number == json.toInt() ? std::optional<SettingValue>(std::int64_t{json.toInt()})
                                                       : std::nullopt;
    case SettingType::OptionalNumber:
      if (json.isNull()) return SettingValue();
      [[fallthrough]];
    case SettingType::Number:
      return json.isDouble() ? std::optional<SettingValue>(number) : std::nullopt;
    case SettingType::Text:
    case SettingType::Choice:
      return json.isString() ? std::optional<SettingValue>(json.toString().toStdString()) : std::nullopt;
    case SettingType::Loras:
      return lorasFromJson(json);
    case SettingType::Numbers:
      return numbersFromJson(json);
    case SettingType::Unsigned:
    case SettingType::Path:
    case SettingType::Images:
      return std::nullopt;
  }
  return std::nullopt;
}

QJsonValue toJsonValue(const SettingValue& value) {
  if (std::holds_alternative<std::monostate>(value)) return QJsonValue::Null;
  if (const auto* flag = std::get_if<bool>(&value)) return *flag;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return qint64{*whole};
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (const auto* loras = std::get_if<std::vector<Lora>>(&value)) return toJson(*loras);
  if (const auto* numbers = std::get_if<std::vector<double>>(&value)) return toJson(*numbers);
  return QString::fromStdString(settingText(value));
}

GenerationRequest requestOf(const PromptValues& values) {
  GenerationRequest request;
  request.clip = values.clip;
  request.sampling = values.sampling;
  return request;
}

}  // namespace

PromptValues Preset::appliedTo(const PromptValues& from) const {
  auto request = requestOf(from);
  // Its own number of steps is not for levels that something else left behind.
  if (values.contains(settingOf(&StageSchedule::steps).key)) request.sampling.sigmas.clear();
  return assign(values, request) ? PromptValues{request.clip, request.sampling, from.seedIsFixed} : from;
}

Preset Preset::fromValues(const QString& name, const PromptValues& from) {
  const auto request = requestOf(from);
  Preset preset{.name = name};
  for (const auto& setting : kSettings)
    if (setting.carriedBy(kInPreset)) preset.values[setting.key] = setting.value(request);
  return preset;
}

std::optional<Preset> Preset::fromJson(const QJsonObject& object) {
  Preset preset;
  preset.name = object["name"].toString().trimmed();
  if (preset.name.isEmpty()) return {};
  preset.family = familyFromString(object["family"].toString().toStdString());
  preset.description = object["description"].toString();
  GenerationRequest trial;
  for (const auto& setting : kSettings) {
    const auto entry = object.constFind(QLatin1String(setting.key));
    if (!setting.carriedBy(kInPreset) || entry == object.constEnd()) continue;
    const auto value = fromJsonValue(setting, *entry);
    if (value && setting.assign(*value, trial)) preset.values[setting.key] = *value;
  }
  return preset;
}

QJsonObject Preset::toJson() const {
  QJsonObject object{{"name", name}};
  for (const auto& [key, value] : values) object[QString::fromStdString(key)] = toJsonValue(value);
  if (!description.isEmpty()) object["description"] = description;
  if (family) object["family"] = QString::fromStdString(family->id());
  return object;
}

PresetStore::PresetStore(const QString& file, QObject* parent) : QObject(parent), m_file(file) {
  initResources();
  const QDir builtIn(QStringLiteral(":/flowblend/presets"));
  for (const auto& family : builtIn.entryList()) {
    QFile presets(builtIn.filePath(family));
    if (presets.open(QIODevice::ReadOnly)) load(presets.readAll(), true);
  }
  connect(&m_file, &KeptFile::readable, this, [this] {
    loadOwn();
    write();
    Q_EMIT changed();
  });
  loadOwn();
}

void PresetStore::loadOwn() {
  const auto bytes = m_file.read();
  const auto& file = m_file.path();
  if (!bytes || (bytes->isEmpty() && !QFile::exists(file)) || load(*bytes, false)) return;
  const QString aside = keepAside(file);
  m_locked = aside.isEmpty();
  m_problem =
      m_locked ? tr("Your presets could not be read from %1, and the file cannot be moved. Presets will not be saved.")
                     .arg(file)
               : tr("Your presets could not be read from %1. The file was kept as %2, and a new one was started.")
                     .arg(file, aside);
  // The parts that could be saved from a damaged file are there again at the next start.
  write();
}

bool PresetStore::load(const QByteArray& bytes, bool builtIn) {
  const auto document = QJsonDocument::fromJson(bytes);
  const QJsonValue entries = document["presets"];
  const auto family = familyFromString(document["family"].toString().toStdString());
  bool sound = entries.isArray();
  for (const auto& entry : entries.toArray()) {
    auto preset = Preset::fromJson(entry.toObject());
    sound = sound && preset;
    if (!preset) continue;
    if (!preset->family) preset->family = family;
    if (at(preset->name, preset->family) != m_presets.end()) continue;
    preset->builtIn = builtIn;
    m_presets.push_back(*preset);
  }
  return sound;
}

std::vector<Preset>::iterator PresetStore::at(const QString& name, std::optional<Family> family) {
  return std::find_if(m_presets.begin(), m_presets.end(),
                      [&](const Preset& p) { return p.name == name && p.family == family; });
}

const Preset* PresetStore::find(const QString& name, std::optional<Family> family) const {
  const auto found = std::find_if(m_presets.begin(), m_presets.end(),
                                  [&](const Preset& p) { return p.name == name && (!family || p.isFor(*family)); });
  return found == m_presets.end() ? nullptr : &*found;
}

QString PresetStore::displayName(const Preset& preset) {
  return preset.builtIn ? QCoreApplication::translate("fb::ui::PresetStore", preset.name.toUtf8().constData())
                        : preset.name;
}

QString PresetStore::displayDescription(const Preset& preset) {
  if (!preset.builtIn || preset.description.isEmpty()) return preset.description;
  return QCoreApplication::translate("fb::ui::PresetStore", preset.description.toUtf8().constData());
}

bool PresetStore::save(const Preset& preset) {
  if (preset.name.trimmed().isEmpty()) return false;
  if (const auto* same = find(preset.name, preset.family); same && same->builtIn) return false;
  const auto old = at(preset.name, preset.family);
  if (old != m_presets.end())
    *old = preset;
  else
    m_presets.push_back(preset);
  write();
  Q_EMIT changed();
  return true;
}

bool PresetStore::remove(const QString& name, std::optional<Family> family) {
  const auto preset = at(name, family);
  if (preset == m_presets.end() || preset->builtIn) return false;
  m_presets.erase(preset);
  write();
  Q_EMIT changed();
  return true;
}

void PresetStore::write() {
  if (m_locked) {
    Q_EMIT failed(m_problem);
    return;
  }
  QJsonArray own;
  for (const Preset& preset : m_presets)
    if (!preset.builtIn) own.append(preset.toJson());
  const QJsonObject document{{"format", "flowblend-presets"}, {"version", 1}, {"presets", own}};
  m_file.write(QJsonDocument(document).toJson());
}

}  // namespace fb::ui
