// SPDX-License-Identifier: MIT
#include "export/export_presets.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace fb::ui {
namespace {

QString text(std::string_view name) { return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())); }

// Absent if the number is not a whole one in this range.
std::optional<int> whole(const QJsonValue& json, int min, int max) {
  const double value = json.toDouble();
  if (!json.isDouble() || value != json.toInt() || value < min || value > max) return std::nullopt;
  return json.toInt();
}

bool isIn(const QJsonValue& json, double min, double max) {
  return json.isDouble() && json.toDouble() >= min && json.toDouble() <= max;
}

// What presets of earlier versions do not have: then, the clip is exported as it is. False if a value is not valid.
bool readChanges(const QJsonObject& object, ExportChoice& choice) {
  if (const auto crop = object["crop"]; !crop.isUndefined()) {
    choice.crop = cropFromString(crop.toString().toStdString());
    const auto focus = object["crop_focus"].toArray();
    if (!choice.crop || focus.size() != 2 || !isIn(focus[0], 0, 1) || !isIn(focus[1], 0, 1)) return false;
    choice.crop->focusX = focus[0].toDouble();
    choice.crop->focusY = focus[1].toDouble();
  }
  if (const auto boomerang = object["boomerang"]; !boomerang.isUndefined()) {
    if (!boomerang.isBool()) return false;
    choice.boomerang = boomerang.toBool();
  }
  if (const auto given = object["plays"]; !given.isUndefined()) {
    const auto plays = whole(given, 1, kMaxPlays);
    if (!plays) return false;
    choice.plays = *plays;
  }
  if (const auto limit = object["max_mb"]; !limit.isUndefined()) {
    if (!isIn(limit, kMinMegabytes, kMaxMegabytes)) return false;
    choice.maxMegabytes = limit.toDouble();
  }
  return true;
}

}  // namespace

// Values that the format does not use make no difference.
bool ExportChoice::operator==(const ExportChoice& other) const {
  if (format != other.format || scalePercent != other.scalePercent || fps != other.fps ||
      keepsSettings != other.keepsSettings)
    return false;
  if (crop != other.crop || boomerang != other.boomerang || plays != other.plays) return false;
  if (rateFactorsOf(format) && (rateFactor != other.rateFactor || maxMegabytes != other.maxMegabytes)) return false;
  if (fps && rateChange != other.rateChange) return false;
  return format != ExportFormat::Gif || loops == other.loops;
}

std::optional<ExportPreset> ExportPreset::fromJson(const QJsonObject& object) {
  ExportPreset preset;
  auto& choice = preset.choice;
  preset.name = object["name"].toString().trimmed();
  const auto format = exportFormatFromString(object["format"].toString().toStdString());
  const auto change = rateChangeFromString(object["fps_mode"].toString().toStdString());
  const auto scale = whole(object["scale"], kMinScalePercent, kMaxScalePercent);
  constexpr int kMostLoops = 100;
  const auto loops = whole(object["loops"], 0, kMostLoops);
  const auto keeps = object["keep_settings"];
  if (preset.name.isEmpty() || !format || !change || !scale || !loops || !keeps.isBool()) return std::nullopt;
  choice.format = *format;
  choice.rateChange = *change;
  choice.scalePercent = *scale;
  choice.loops = *loops;
  choice.keepsSettings = keeps.toBool();
  if (const auto factors = rateFactorsOf(*format)) {
    const auto factor = whole(object["crf"], 0, factors->most);
    if (!factor) return std::nullopt;
    choice.rateFactor = *factor;
  }
  if (const auto fps = object["fps"]; !fps.isUndefined()) {
    if (!isIn(fps, kMinExportFps, kMaxExportFps)) return std::nullopt;
    choice.fps = fps.toDouble();
  }
  if (!readChanges(object, choice)) return std::nullopt;
  return preset;
}

QJsonObject ExportPreset::toJson() const {
  QJsonObject object{{"name", name},
                     {"format", text(toString(choice.format))},
                     {"fps_mode", text(toString(choice.rateChange))},
                     {"scale", choice.scalePercent},
                     {"loops", choice.loops},
                     {"keep_settings", choice.keepsSettings}};
  if (rateFactorsOf(choice.format)) object["crf"] = choice.rateFactor;
  if (choice.fps) object["fps"] = *choice.fps;
  if (choice.crop) {
    object["crop"] = QString::fromStdString(cropShape(*choice.crop));
    object["crop_focus"] = QJsonArray{choice.crop->focusX, choice.crop->focusY};
  }
  if (choice.boomerang) object["boomerang"] = true;
  if (choice.plays > 1) object["plays"] = choice.plays;
  if (choice.maxMegabytes) object["max_mb"] = *choice.maxMegabytes;
  return object;
}

ExportPresetStore::ExportPresetStore(const QString& file, QObject* parent)
    : NamedValues(file, QStringLiteral("flowblend-export-presets"),
                  {[](const QString& damaged) {
                     return tr("Your export presets could not be read from %1, and the file cannot be "
                               "moved. They will not be saved.")
                         .arg(damaged);
                   },
                   [](const QString& damaged, const QString& aside) {
                     return tr("Your export presets could not be read from %1. The file was kept as %2, "
                               "and a new one was started.")
                         .arg(damaged, aside);
                   }},
                  parent) {
  read();
}

bool ExportPresetStore::load(const QByteArray& bytes) {
  const auto document = QJsonDocument::fromJson(bytes);
  const QJsonValue entries = document["presets"];
  bool sound = entries.isArray();
  for (const auto& entry : entries.toArray()) {
    const auto preset = ExportPreset::fromJson(entry.toObject());
    sound = sound && preset;
    if (preset && !find(preset->name)) m_presets.push_back(*preset);
  }
  return sound;
}

const ExportPreset* ExportPresetStore::find(const QString& name) const {
  const auto found = std::ranges::find(m_presets, name, &ExportPreset::name);
  return found == m_presets.end() ? nullptr : &*found;
}

bool ExportPresetStore::save(const ExportPreset& preset) {
  if (preset.name.trimmed().isEmpty()) return false;
  const auto same = std::ranges::find(m_presets, preset.name, &ExportPreset::name);
  if (same != m_presets.end())
    *same = preset;
  else
    m_presets.push_back(preset);
  keep();
  return true;
}

bool ExportPresetStore::rename(const QString& from, const QString& to) {
  const auto preset = std::ranges::find(m_presets, from, &ExportPreset::name);
  if (preset == m_presets.end() || to.trimmed().isEmpty() || find(to)) return false;
  preset->name = to;
  keep();
  return true;
}

bool ExportPresetStore::remove(const QString& name) {
  if (std::erase_if(m_presets, [&name](const ExportPreset& preset) { return preset.name == name; }) == 0) return false;
  keep();
  return true;
}

QJsonArray ExportPresetStore::toJson() const {
  QJsonArray list;
  for (const auto& preset : m_presets) list.append(preset.toJson());
  return list;
}

}  // namespace fb::ui
