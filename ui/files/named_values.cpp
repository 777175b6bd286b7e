// SPDX-License-Identifier: MIT
#include "files/named_values.h"

#include "files/damaged_file.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace fb::ui {
namespace {

constexpr int kVersion = 1;

}  // namespace

NamedValues::NamedValues(const QString& file, const QString& format, const Words& words, QObject* parent)
    : QObject(parent), m_file(file), m_format(format), m_words(words) {
  // Until it could be read, values were kept in memory only.
  connect(&m_file, &KeptFile::readable, this, [this] {
    read();
    keep();
  });
}

void NamedValues::read() {
  const auto bytes = m_file.read();
  const auto& file = m_file.path();
  if (!bytes || (bytes->isEmpty() && !QFile::exists(file))) return;
  const bool isSound = load(*bytes);
  m_isInTheWay = isOfNewerVersion(*bytes, kVersion);
  if (m_isInTheWay) m_problem = newerVersionSentence(file);
  if (isSound || m_isInTheWay) return;
  const QString aside = keepAside(file);
  m_isInTheWay = aside.isEmpty();
  m_problem = m_isInTheWay ? m_words.inTheWay(file) : m_words.setAside(file, aside);
  // What could be read is there at the next start as well.
  write();
}

void NamedValues::keep() {
  write();
  Q_EMIT changed();
}

void NamedValues::write() {
  if (m_isInTheWay) {
    Q_EMIT failed(m_problem);
    return;
  }
  const QJsonObject document{{"format", m_format}, {"version", kVersion}, {"presets", toJson()}};
  m_file.write(QJsonDocument(document).toJson());
}

}  // namespace fb::ui
