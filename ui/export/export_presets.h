// SPDX-License-Identifier: MIT
// The user's named sets of export options.
#pragma once

#include "files/kept_file.h"
#include "flowblend/export.h"

#include <QJsonObject>
#include <QObject>
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
  int loops = 0;              // GIF
  bool keepsSettings = true;  // in the file

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
class ExportPresetStore : public QObject {
  Q_OBJECT
public:
  // `file` need not exist.
  explicit ExportPresetStore(const QString& file, QObject* parent = nullptr);

  // Empty if the presets were read without problems; otherwise a sentence that names the file. Such a file is kept
  // under another name, and is never overwritten.
  QString problem() const { return m_problem; }
  // Reports why it cannot be read or written at the moment.
  KeptFile* file() { return &m_file; }

  const std::vector<ExportPreset>& presets() const { return m_presets; }
  const ExportPreset* find(const QString& name) const;

  // One with this name is replaced. False if the name is empty.
  bool save(const ExportPreset& preset);
  // False if there is none called `from`, or already another one called `to`, or `to` is empty.
  bool rename(const QString& from, const QString& to);
  bool remove(const QString& name);

Q_SIGNALS:
  void changed();
  // Presets are not saved: a damaged file is in the way. A sentence that names it.
  void failed(const QString& message);

private:
  // False if these are not all presets; those that can be read are used anyway.
  bool load(const QByteArray& bytes);
  void read();
  void write();

  KeptFile m_file;
  QString m_problem;
  bool m_locked = false;  // a damaged file is in the way
  std::vector<ExportPreset> m_presets;
};

}  // namespace fb::ui
