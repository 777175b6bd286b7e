// SPDX-License-Identifier: MIT
#include "text/setting_words.h"

#include "text/durations.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <cmath>

namespace fb::ui {
namespace {

struct SettingWords {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::SettingWords)
};

QString translated(const char* text) {
  return *text == '\0' ? QString() : QCoreApplication::translate("Setting", text);
}

QString text(const std::string& value) {
  return value.empty() ? SettingWords::tr("none") : QString::fromStdString(value);
}

QString decimal(double value) { return QLocale().toString(value, 'g', QLocale::FloatingPointShortest); }

QString share(double value) { return std::round(value * 100) / 100 == value ? percent(value) : decimal(value); }

struct Words {
  const Setting& setting;

  QString operator()(std::monostate) const { return SettingWords::tr("none"); }
  QString operator()(bool value) const { return value ? SettingWords::tr("yes") : SettingWords::tr("no"); }
  QString operator()(std::int64_t value) const {
    return value == 0 && *setting.zeroMeans != '\0' ? translated(setting.zeroMeans) : number(qint64{value});
  }
  // Only digits, so that it can be compared and typed.
  QString operator()(std::uint64_t value) const { return QString::number(value); }
  QString operator()(double value) const {
    return value == 0 && *setting.zeroMeans != '\0' ? translated(setting.zeroMeans) : decimal(value);
  }
  QString operator()(const std::string& value) const {
    for (const auto& choice : setting.choices())
      if (value == choice.name) return choiceLabel(choice);
    return text(value);
  }
  QString operator()(const std::vector<ImageCondition>& images) const {
    QStringList words;
    for (const auto& image : images)
      words << SettingWords::tr("%1 (frame %2, %3)")
                   .arg(text(image.file.filename().string()), number(qint64{image.frame}), share(image.strength));
    return words.isEmpty() ? SettingWords::tr("none") : words.join(QStringLiteral(", "));
  }
  QString operator()(const std::vector<Lora>& loras) const {
    QStringList words;
    for (const auto& lora : loras)
      words << SettingWords::tr("%1 (%2, %3)")
                   .arg(text(lora.file.filename().string()), decimal(lora.strength), loraTargetWord(lora.target));
    return words.isEmpty() ? SettingWords::tr("none") : words.join(QStringLiteral(", "));
  }
  // Only digits, so that they can be compared and typed.
  QString operator()(const std::vector<double>& numbers) const {
    if (numbers.empty()) return SettingWords::tr("by the pair's rule");
    QStringList words;
    for (const double number : numbers) words << QString::fromStdString(settingText(number));
    return words.join(QStringLiteral(", "));
  }
};

}  // namespace

QString settingLabel(const Setting& setting) { return translated(setting.label); }

QString settingHelp(const Setting& setting) { return translated(setting.help); }

QString choiceLabel(const SettingChoice& choice) { return translated(choice.label); }

QString loraTargetWord(LoraTarget target) {
  switch (target) {
    case LoraTarget::Large:
      return SettingWords::tr("large model");
    case LoraTarget::Small:
      return SettingWords::tr("small model");
    case LoraTarget::Early:
      return SettingWords::tr("early stage");
    case LoraTarget::Late:
      return SettingWords::tr("late stage");
  }
  return {};
}

QString settingWords(const Setting& setting, const SettingValue& value) { return std::visit(Words{setting}, value); }

}  // namespace fb::ui
