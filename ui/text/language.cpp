// SPDX-License-Identifier: MIT
#include "text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace fb::ui {

const std::vector<std::pair<QString, QString>>& Language::available() {
  static const std::vector<std::pair<QString, QString>> languages = {
      {QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("zh_CN"), QStringLiteral("简体中文")},
      {QStringLiteral("ko"), QStringLiteral("한국어")},  {QStringLiteral("ja"), QStringLiteral("日本語")},
      {QStringLiteral("de"), QStringLiteral("Deutsch")}, {QStringLiteral("fr"), QStringLiteral("Français")},
      {QStringLiteral("es"), QStringLiteral("Español")}};
  return languages;
}

void Language::setLanguage(const QString& code) {
  m_code = code;
  const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
  QLocale::setDefault(locale);
  QCoreApplication::removeTranslator(&m_ours);
  QCoreApplication::removeTranslator(&m_qt);
  if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    QCoreApplication::installTranslator(&m_qt);
  if (m_ours.load(locale, QStringLiteral("flowblending"), QStringLiteral("_"), QStringLiteral(":/translations")))
    QCoreApplication::installTranslator(&m_ours);
}

}  // namespace fb::ui
