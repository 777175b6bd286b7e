// SPDX-License-Identifier: MIT
#include "settings/ini.h"

#include <QStringList>

#include <algorithm>

namespace fb::ui {
namespace {

// An empty list, as QSettings writes it.
QString noEntries() { return QStringLiteral("@Invalid()"); }

bool isHexDigit(QChar character) {
  return (character >= u'0' && character <= u'9') || (character >= u'a' && character <= u'f') ||
         (character >= u'A' && character <= u'F');
}

QString quoted(const QString& text) {
  QString result(QLatin1Char('"'));
  bool isAfterNumber = false;  // a digit would be parsed as part of it
  for (const QChar character : text) {
    const bool isPlain = character >= u' ' && character != u'"' && character != u'\\' && character.unicode() != 0x7f &&
                         !(isAfterNumber && isHexDigit(character));
    if (isPlain)
      result += character;
    else
      result += QStringLiteral("\\x%1").arg(character.unicode(), 0, 16);
    isAfterNumber = !isPlain;
  }
  return result + QLatin1Char('"');
}

// A value that begins with its own type's marker has it twice.
QString textValue(const QString& text) {
  return quoted(text.startsWith(QLatin1Char('@')) ? QLatin1Char('@') + text : text);
}

QString valueText(const QVariant& value) {
  switch (value.typeId()) {
    case QMetaType::QByteArray:
      return quoted(QStringLiteral("@ByteArray(%1)").arg(QString::fromLatin1(value.toByteArray())));
    case QMetaType::QStringList: {
      QStringList texts;
      for (const auto& text : value.toStringList()) texts << textValue(text);
      return texts.isEmpty() ? noEntries() : texts.join(QStringLiteral(", "));
    }
    // What it reads an empty list as. Written as a text, that would be a list with one empty entry from then on.
    case QMetaType::UnknownType:
      return noEntries();
    default:
      return textValue(value.toString());
  }
}

}  // namespace

bool isIni(const QByteArray& bytes) {
  const auto isControl = [](char byte) {
    return (static_cast<unsigned char>(byte) < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7f;
  };
  if (std::any_of(bytes.begin(), bytes.end(), isControl)) return false;
  bool isContinued = false;
  // Editors may put a mark of the encoding first.
  for (const auto& each : (bytes.startsWith("\xef\xbb\xbf") ? bytes.mid(3) : bytes).split('\n')) {
    const auto line = each.trimmed();
    const bool isHeading = line.startsWith('[') && line.endsWith(']');
    const bool isRemark = line.startsWith(';') || line.startsWith('#');
    if (!isContinued && !line.isEmpty() && !isRemark && !isHeading && !line.contains('=')) return false;
    isContinued = line.endsWith('\\');
  }
  return true;
}

QByteArray toIni(const QMap<QString, QVariant>& values) {
  QString text, group;
  for (auto value = values.cbegin(); value != values.cend(); ++value) {
    const auto here = value.key().section(QLatin1Char('/'), 0, 0);
    if (here != group) {
      // QSettings uses this name for something else.
      const bool isReserved = here.compare(QLatin1String("general"), Qt::CaseInsensitive) == 0;
      text += QStringLiteral("%1[%2%3]\n").arg(text.isEmpty() ? "" : "\n", isReserved ? "%" : "", here);
      group = here;
    }
    text += QStringLiteral("%1=%2\n").arg(value.key().section(QLatin1Char('/'), 1), valueText(value.value()));
  }
  return text.toUtf8();
}

}  // namespace fb::ui
