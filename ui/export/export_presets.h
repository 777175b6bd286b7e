// SPDX-License-Identifier: MIT
// The user's named sets of export options.
#pragma once

#include "files/named_values.h"
#include "flowblend/export.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace fb::ui {

// What is not of a certain clip: neither its frames nor its file nor its sound.
struct ExportChoice {
  ExportFormat format = ExportFormat::Mp4H264;
  int rateFactor = 0;  // for formats with rate factors
  int scalePercent = 100;
  std::optional<double> fps;  // if not given: the clip's
  RateChange rateChange = RateChange::Repeat;
  std::optional<Crop> crop;
  bool boomerang = false;
  int plays = 1;
  std::optional<double> maxMegabytes;  // for formats with rate factors
  int loops = 0;                       // GIF
  bool keepsSettings = true;           // in the file

  bool operator==(const ExportChoice& other) const;
};

struct ExportPreset {
  QString name;
  ExportChoice choice;

  // Empty if there is no name or a value is not valid.
  static std::optional<ExportPreset> fromJson(const QJsonObject& object);
  QJsonObject toJson() const;
};

// GUI thread; the file is written in the background, atomically.
class ExportPresetStore : public NamedValues {
  Q_OBJECT
public:
  // `file` need not exist.
  explicit ExportPresetStore(const QString& file, QObject* parent = nullptr);

  const std::vector<ExportPreset>& presets() const { return m_presets; }
  const ExportPreset* find(const QString& name) const;

  // One with this name is replaced. False if the name is empty.
  bool save(const ExportPreset& preset);
  // False if there is none called `from`, or already another one called `to`, or `to` is empty.
  bool rename(const QString& from, const QString& to);
  bool remove(const QString& name);

private:
  bool load(const QByteArray& document) override;
  QJsonArray toJson() const override;

  std::vector<ExportPreset> m_presets;
};

}  // namespace fb::ui
