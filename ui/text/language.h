// SPDX-License-Identifier: MIT
// The language of the window, changed while it runs.
#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

#include <utility>
#include <vector>

namespace fb::ui {

// Made by main. Installing a translator sends QEvent::LanguageChange to every widget. GUI thread only.
class Language : public QObject {
  Q_OBJECT
public:
  using QObject::QObject;

  // A code of available(); empty: the system's, English where it is none of ours.
  void setLanguage(const QString& code);
  QString current() const { return m_code; }

  // Code and its own name of every language.
  static const std::vector<std::pair<QString, QString>>& available();

private:
  QString m_code;
  QTranslator m_ours;
  QTranslator m_qt;
};

}  // namespace fb::ui
