// SPDX-License-Identifier: MIT
#include "prompt/preset_store.h"

#include "files/damaged_file.h"
#include "prompt/fitting_sizes.h"

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

constexpr QLatin1String kFormat("flowblend-presets");
constexpr int kSharedVersion = 1;

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
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "Fast"),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore", "Faithful"),
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
    QT_TRANSLATE_NOOP("fb::ui::PresetStore",
                      "Large until 40 % and for the last 20 %, as the FlowBlending authors publish it for WAN "
                      "2.1, with EasyCache at the middle of its authors' thresholds. Not measured together on "
                      "this pair: Find Boundaries compares clips with the large model's. Needs well over 10 "
                      "steps."),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore",
                      "Large until 60 % and for the last 20 %. In a clip that the FlowBlending authors publish "
                      "for WAN 2.1, 60 % came nearer to the large model's than 40 % (SSIM 0.92 against 0.87). "
                      "Not measured on this pair: Find Boundaries compares clips with the large model's."),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore",
                      "Large until 60 % and for the last 10 %, with EasyCache at 0.2: measured on "
                      "this pair with four prompts, 1.82 times fewer FLOPs than the large model "
                      "alone, and a sameness of 0.83 (1 is the large model's clip, 0 the small "
                      "model's)."),
    QT_TRANSLATE_NOOP("fb::ui::PresetStore",
                      "Large until 60 % and for the last 20 %, with EasyCache at 0.05: measured on "
                      "this pair with four prompts, 1.45 times fewer FLOPs than the large model "
                      "alone, and a sameness of 0.90 (1 is the large model's clip, 0 the small "
                      "model's)."),
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

// Of the boundaries, built-in presets only: boundariesIn().
bool isRead(const Setting& setting) {
  return setting.carriedBy(kInPreset) || &setting == &settingOf(&StageSchedule::early) ||
         &setting == &settingOf(&StageSchedule::late);
}

GenerationRequest requestOf(const PromptValues& values) {
  GenerationRequest request;
  request.clip = values.clip;
  request.sampling = values.sampling;
  return request;
}

}  // namespace

bool Preset::isFor(const PairSpec& wanted, bool isBuiltIn) const {
  if (!isFor(wanted.family)) return false;
  if (!pair.isEmpty()) return isBuiltIn && pair == QString::fromStdString(wanted.name);
  const bool isOrdinary = !isBuiltIn && limitsOf(wanted).images == ImageUse::None && !wanted.distilledSmall &&
                          wanted.sigmas.rule == SigmaRule::FlowShift;
  if (ordinary && !isOrdinary) return false;
  if (!builtIn) return true;
  const auto number = [this](const Setting& setting) {
    const auto found = values.find(setting.key);
    const auto* value = found == values.end() ? nullptr : std::get_if<std::int64_t>(&found->second);
    return value ? static_cast<int>(*value) : 0;
  };
  const int width = number(settingOf(&ClipSpec::width)), height = number(settingOf(&ClipSpec::height));
  return width == 0 || height == 0 || fitsPair(width, height, wanted);
}

std::optional<StageSchedule> Preset::boundariesIn(const StageSchedule& schedule) const {
  const auto early = values.find(settingOf(&StageSchedule::early).key);
  const auto late = values.find(settingOf(&StageSchedule::late).key);
  if (!builtIn || early == values.end() || late == values.end()) return {};
  auto moved = schedule;
  moved.early = std::get<double>(early->second);
  moved.late = std::get<double>(late->second);
  return moved;
}

PromptValues Preset::appliedTo(const PromptValues& from) const {
  auto request = requestOf(from);
  // Its own number of steps is not for levels that something else left behind.
  if (values.contains(settingOf(&StageSchedule::steps).key)) request.sampling.sigmas.clear();
  if (!assign(values, request)) return from;
  // The boundaries belong to the stage panel: boundariesIn().
  const auto& before = from.sampling.schedule;
  request.sampling.schedule = {before.early, before.late, request.sampling.schedule.steps, before.middleSteps};
  return {request.clip, request.sampling, from.seedIsFixed};
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
  preset.pair = object["pair"].toString();
  preset.ordinary = object["ordinary"].toBool();
  GenerationRequest trial;
  for (const auto& setting : kSettings) {
    const auto entry = object.constFind(QLatin1String(setting.key));
    if (!isRead(setting) || entry == object.constEnd()) continue;
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
  if (!pair.isEmpty()) object["pair"] = pair;
  if (ordinary) object["ordinary"] = true;
  return object;
}

PresetStore::PresetStore(const QString& file, QObject* parent)
    : NamedValues(file, kFormat,
                  {[](const QString& damaged) {
                     return tr("Your presets could not be read from %1, and the file cannot be moved. "
                               "Presets will not be saved.")
                         .arg(damaged);
                   },
                   [](const QString& damaged, const QString& aside) {
                     return tr("Your presets could not be read from %1. The file was kept as %2, and a "
                               "new one was started.")
                         .arg(damaged, aside);
                   }},
                  parent) {
  initResources();
  const QDir builtIn(QStringLiteral(":/flowblend/presets"));
  for (const auto& family : builtIn.entryList()) {
    QFile presets(builtIn.filePath(family));
    if (presets.open(QIODevice::ReadOnly)) load(presets.readAll(), true);
  }
  read();
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
    const auto isSame = [&](const Preset& known) {
      return known.name == preset->name && known.family == preset->family && known.pair == preset->pair &&
             known.ordinary == preset->ordinary;
    };
    if (std::ranges::any_of(m_presets, isSame)) continue;
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
  keep();
  return true;
}

bool PresetStore::rename(const QString& name, std::optional<Family> family, const QString& to) {
  const auto preset = at(name, family);
  if (preset == m_presets.end() || preset->builtIn || to.trimmed().isEmpty() || find(to, family)) return false;
  preset->name = to;
  keep();
  return true;
}

bool PresetStore::remove(const QString& name, std::optional<Family> family) {
  const auto preset = at(name, family);
  if (preset == m_presets.end() || preset->builtIn) return false;
  const auto gone = *preset;
  m_presets.erase(preset);
  keep();
  Q_EMIT removed(gone);
  return true;
}

QByteArray PresetStore::documentOf(const Preset& preset) {
  const QJsonObject document{
      {"format", kFormat}, {"version", kSharedVersion}, {"presets", QJsonArray{preset.toJson()}}};
  return QJsonDocument(document).toJson();
}

QStringList PresetStore::add(const QByteArray& document) {
  QStringList names;
  const auto root = QJsonDocument::fromJson(document).object();
  if (root["format"].toString() != kFormat || isOfNewerVersion(document, kSharedVersion)) return names;
  for (const auto& entry : root["presets"].toArray()) {
    auto preset = Preset::fromJson(entry.toObject());
    if (!preset) continue;
    // What says of itself that it comes with the program does not.
    preset->pair.clear();
    preset->ordinary = false;
    const auto name = preset->name;
    for (int number = 2; find(preset->name, preset->family); ++number)
      preset->name = QStringLiteral("%1 %2").arg(name).arg(number);
    m_presets.push_back(*preset);
    names << preset->name;
  }
  if (!names.isEmpty()) keep();
  return names;
}

QJsonArray PresetStore::toJson() const {
  QJsonArray own;
  for (const Preset& preset : m_presets)
    if (!preset.builtIn) own.append(preset.toJson());
  return own;
}

}  // namespace fb::ui
