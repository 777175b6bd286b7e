// SPDX-License-Identifier: MIT
// The language of the Studio, changed while it runs.
#pragma once

#include <QLocale>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class QTranslator;

namespace fb::ui {

// Made by main after the QCoreApplication and before the first window; GUI thread. Installs the program's and Qt's own
// translations and sets the default QLocale; widgets are notified by QEvent::LanguageChange. Removes them when deleted.
class Language : public QObject {
  Q_OBJECT
public:
  explicit Language(QObject* parent = nullptr);
  ~Language() override;

  // "" (the system's), "en", or a code of available(). An unknown code means English.
  void setLanguage(const QString& code);
  // As chosen: "" is the system's.
  QString language() const { return m_choice; }
  // The resulting language: "en", "zh_CN", ...
  QString effectiveLanguage() const { return m_effective; }

  // Codes of all available languages, English first.
  static QStringList available();
  // A language's own name: "Deutsch", "简体中文".
  static QString nativeName(const QString& code);

Q_SIGNALS:
  // Translators and default locale are set; the LanguageChange events are on their way.
  void changed();

private:
  void install(std::unique_ptr<QTranslator> translator);
  void removeTranslators();

  QString m_choice;
  QString m_effective;
  QLocale m_systemLocale;  // the default locale found at the start
  std::vector<std::unique_ptr<QTranslator>> m_translators;
};

}  // namespace fb::ui
