// SPDX-License-Identifier: MIT
#include "files/preset_file.h"

#include "files/damaged_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace fb::ui {
namespace {

constexpr int kVersion = 1;

}  // namespace

PresetFile::PresetFile(const QString& file, const QString& format, const Words& words, QObject* parent)
    : QObject(parent), m_file(file), m_format(format), m_words(words) {
  connect(&m_file, &KeptFile::readable, this, &PresetFile::readable);
}

bool PresetFile::read(const std::function<bool(const QByteArray& document)>& load) {
  const auto bytes = m_file.read();
  const auto& file = m_file.path();
  if (!bytes || (bytes->isEmpty() && !QFile::exists(file))) return true;
  const bool isSound = load(*bytes);
  m_isInTheWay = isOfNewerVersion(*bytes, kVersion);
  if (m_isInTheWay) m_problem = newerVersionSentence(file);
  if (isSound || m_isInTheWay) return true;
  const QString aside = keepAside(file);
  m_isInTheWay = aside.isEmpty();
  m_problem = m_isInTheWay ? m_words.inTheWay(file) : m_words.setAside(file, aside);
  return false;
}

void PresetFile::write(const QJsonArray& presets) {
  if (m_isInTheWay) {
    Q_EMIT failed(m_problem);
    return;
  }
  const QJsonObject document{{"format", m_format}, {"version", kVersion}, {"presets", presets}};
  m_file.write(QJsonDocument(document).toJson());
}

}  // namespace fb::ui
