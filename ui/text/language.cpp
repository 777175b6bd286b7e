// SPDX-License-Identifier: MIT
#include "text/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <array>
#include <utility>

namespace fb::ui {
namespace {

struct Known {
  const char* code;
  const char* name;  // in the language itself: those who need it cannot read another
};
constexpr std::array kLanguages = {Known{"en", "English"}, Known{"zh_CN", "简体中文"}, Known{"ko", "한국어"},
                                   Known{"ja", "日本語"},  Known{"de", "Deutsch"},     Known{"fr", "Français"},
                                   Known{"es", "Español"}};

// The first available one that the user reads, in the order of the system's preferences.
QString systemLanguage(const QLocale& locale) {
  for (const auto& name : locale.uiLanguages()) {
    const QLocale wanted(name);
    for (const auto& known : kLanguages) {
      const QLocale ours{QString::fromLatin1(known.code)};
      if (ours.language() == wanted.language() && ours.script() == wanted.script())
        return QString::fromLatin1(known.code);
    }
  }
  return QStringLiteral("en");
}

}  // namespace

Language::Language(QObject* parent) : QObject(parent), m_effective(QStringLiteral("en")) {}

Language::~Language() {
  removeTranslators();
  QLocale::setDefault(m_systemLocale);
}

void Language::setLanguage(const QString& code) {
  m_choice = code;
  m_effective = code.isEmpty() ? systemLanguage(QLocale::system()) : available().contains(code) ? code : "en";
  // If the system's locale has the language, it is used, which keeps its country's numbers and dates.
  const QLocale locale(m_effective);
  QLocale::setDefault(m_systemLocale.language() == locale.language() || code.isEmpty() ? m_systemLocale : locale);

  removeTranslators();
  // The last one installed is asked first: Qt's texts, the English plural forms as the fallback, then the language
  // itself.
  auto qt = std::make_unique<QTranslator>();
  if (qt->load(QStringLiteral("qtbase_") + m_effective, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
    install(std::move(qt));
  const auto ours = m_effective == "en" ? QStringList{"en"} : QStringList{"en", m_effective};
  for (const auto& name : ours) {
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(QStringLiteral(":/translations/flowblend_%1.qm").arg(name))) install(std::move(translator));
  }
  Q_EMIT changed();
}

QStringList Language::available() {
  QStringList codes;
  for (const auto& known : kLanguages) codes << QString::fromLatin1(known.code);
  return codes;
}

QString Language::nativeName(const QString& code) {
  for (const auto& known : kLanguages)
    if (code == QLatin1String(known.code)) return QString::fromUtf8(known.name);
  return code;
}

void Language::install(std::unique_ptr<QTranslator> translator) {
  QCoreApplication::installTranslator(translator.get());
  m_translators.push_back(std::move(translator));
}

void Language::removeTranslators() {
  for (const auto& translator : m_translators) QCoreApplication::removeTranslator(translator.get());
  m_translators.clear();
}

}  // namespace fb::ui
