// SPDX-License-Identifier: MIT
#include "prompt/setting_field.h"

#include "flowblend/request.h"
#include "prompt/seed_edit.h"
#include "text/setting_words.h"
#include "widgets/elided_combo_box.h"
#include "widgets/plain_double_spin_box.h"
#include "widgets/stepped_spin_box.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QRegularExpression>

#include <cmath>
#include <type_traits>

namespace fb::ui {
namespace {

// Fields share the available width, down to nine characters; the arrows of a number take those of five more.
template <class Field>
Field* shrinkable(Field* field) {
  constexpr int kLeast = std::is_base_of_v<QAbstractSpinBox, Field> ? 14 : 9;
  field->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  field->setMinimumWidth(field->fontMetrics().averageCharWidth() * kLeast);
  return field;
}

template <class Field>
Field* named(Field* field, const Setting& setting, const char* ending) {
  field->setObjectName(fieldName(setting, ending));
  return field;
}

class FlagField : public SettingField {
public:
  FlagField(const Setting& setting, QWidget* form)
      : SettingField(setting), m_box(named(new QCheckBox(form), setting, "Check")) {
    QObject::connect(m_box, &QCheckBox::toggled, m_box, [this] { edited(); });
  }
  QWidget* widget() const override { return m_box; }
  // Settings that the pair does not support are off.
  void show(const GenerationRequest& request) override {
    m_box->setChecked(std::get<bool>(setting().value(request)) && setting().countsFor(request.pair));
  }
  SettingValue value() const override { return m_box->isChecked(); }
  void retranslate() override {
    SettingField::retranslate();
    m_box->setText(settingLabel(setting()));
  }

private:
  QCheckBox* m_box;
};

class WholeField : public SettingField {
public:
  WholeField(const Setting& setting, QWidget* form)
      : SettingField(setting), m_spin(named(shrinkable(new SteppedSpinBox(form)), setting, "Spin")) {
    QObject::connect(m_spin, &QSpinBox::valueChanged, m_spin, [this] { edited(); });
    QObject::connect(m_spin, &SteppedSpinBox::snapped, m_spin,
                     [this](int typed, int nearest) { snappedTo(typed, nearest); });
  }
  QWidget* widget() const override { return m_spin; }
  void show(const GenerationRequest& request) override {
    const auto legal = setting().rangeFor(request);
    m_spin->setLegal(legal.base, legal.step, static_cast<int>(legal.min), static_cast<int>(legal.max));
    m_spin->setNearest(static_cast<int>(std::get<std::int64_t>(setting().value(request))));
  }
  SettingValue value() const override { return std::int64_t{m_spin->value()}; }
  void retranslate() override {
    SettingField::retranslate();
    if (*setting().zeroMeans != '\0') m_spin->setSpecialValueText(settingWords(setting(), std::int64_t{0}));
  }

private:
  SteppedSpinBox* m_spin;
};

// A spin box shows fewer digits than a number may have.
class ExactSpin {
public:
  ExactSpin(const Setting& setting, QWidget* form, const std::function<void()>& edited)
      : m_setting(setting), m_spin(new PlainDoubleSpinBox(0, 1, setting.increment, digitsOf(setting.increment), form)) {
    named(shrinkable(m_spin), setting, "Spin");
    QObject::connect(m_spin, &QDoubleSpinBox::valueChanged, m_spin, [&edited] { edited(); });
  }
  PlainDoubleSpinBox* widget() const { return m_spin; }
  void show(double value, const NumberRange& legal) {
    const double smallest = std::pow(10., -m_spin->decimals());
    m_spin->setRange(legal.aboveMin ? legal.min + smallest : legal.min, legal.max);
    m_spin->setValue(value);
    m_shown = m_spin->value();
    m_given = legal.contains(value) ? value : m_shown;
  }
  double value() const { return m_spin->value() == m_shown ? m_given : m_spin->value(); }

private:
  static int digitsOf(double increment) { return increment == std::floor(increment) ? 0 : increment * 10 >= 1 ? 1 : 2; }

  const Setting& m_setting;
  PlainDoubleSpinBox* m_spin;
  double m_given = 0;
  double m_shown = 0;
};

class NumberField : public SettingField {
public:
  NumberField(const Setting& setting, QWidget* form) : SettingField(setting), m_spin(setting, form, edited) {}
  QWidget* widget() const override { return m_spin.widget(); }
  void show(const GenerationRequest& request) override {
    m_spin.show(std::get<double>(setting().value(request)), setting().rangeFor(request));
  }
  SettingValue value() const override { return m_spin.value(); }

private:
  ExactSpin m_spin;
};

// If unset, it shows, greyed out, the value used in its place.
class OptionalNumberField : public SettingField {
public:
  OptionalNumberField(const Setting& setting, QWidget* form)
      : SettingField(setting), m_box(named(new QCheckBox(form), setting, "Check")), m_spin(setting, form, edited) {
    QObject::connect(m_box, &QCheckBox::toggled, m_box, [this] { edited(); });
  }
  QWidget* widget() const override { return m_spin.widget(); }
  QWidget* switchBox() const override { return m_box; }
  void show(const GenerationRequest& request) override {
    const bool isSet = !std::holds_alternative<std::monostate>(setting().value(request));
    m_box->setChecked(isSet);
    m_spin.widget()->setEnabled(isSet);
    m_spin.show(std::get<double>(setting().effectiveValue(request)), setting().rangeFor(request));
  }
  SettingValue value() const override { return m_box->isChecked() ? SettingValue(m_spin.value()) : SettingValue(); }
  void retranslate() override {
    SettingField::retranslate();
    m_box->setText(settingLabel(setting()));
    m_box->setToolTip(settingHelp(setting()));
  }

private:
  QCheckBox* m_box;
  ExactSpin m_spin;
};

class ChoiceField : public SettingField {
public:
  ChoiceField(const Setting& setting, QWidget* form)
      : SettingField(setting), m_combo(named(shrinkable(new ElidedComboBox(form)), setting, "Combo")) {
    for (const auto& choice : setting.choices()) m_combo->addItem(QString(), QString::fromUtf8(choice.name));
    QObject::connect(m_combo, &QComboBox::currentIndexChanged, m_combo, [this] { edited(); });
  }
  QWidget* widget() const override { return m_combo; }
  void show(const GenerationRequest& request) override {
    m_combo->setCurrentIndex(m_combo->findData(QString::fromStdString(settingText(setting().value(request)))));
  }
  SettingValue value() const override { return m_combo->currentData().toString().toStdString(); }
  void retranslate() override {
    SettingField::retranslate();
    for (std::size_t i = 0; i < setting().choices().size(); ++i)
      m_combo->setItemText(static_cast<int>(i), choiceLabel(setting().choices()[i]));
  }

private:
  QComboBox* m_combo;
};

class SeedField : public SettingField {
public:
  SeedField(const Setting& setting, QWidget* form)
      : SettingField(setting), m_edit(named(new SeedEdit(form), setting, "Edit")) {
    QObject::connect(m_edit, &SeedEdit::valueEdited, m_edit, [this] { edited(); });
  }
  QWidget* widget() const override { return m_edit; }
  void show(const GenerationRequest& request) override {
    m_edit->setValue(std::get<std::uint64_t>(setting().value(request)));
  }
  SettingValue value() const override { return m_edit->value(); }

private:
  SeedEdit* m_edit;
};

// Numbers in a line of text, separated by commas, semicolons or spaces; an empty line is an empty list.
class NumbersField : public SettingField {
public:
  NumbersField(const Setting& setting, QWidget* form)
      : SettingField(setting), m_edit(named(shrinkable(new QLineEdit(form)), setting, "Edit")) {
    QObject::connect(m_edit, &QLineEdit::editingFinished, m_edit, [this] { take(); });
  }
  QWidget* widget() const override { return m_edit; }
  void show(const GenerationRequest& request) override {
    m_numbers = std::get<std::vector<double>>(setting().value(request));
    m_edit->setText(shown());
    m_edit->setCursorPosition(0);
  }
  SettingValue value() const override { return m_numbers; }
  void retranslate() override {
    SettingField::retranslate();
    m_edit->setPlaceholderText(settingWords(setting(), std::vector<double>()));
  }

private:
  QString shown() const {
    QStringList words;
    for (const double number : m_numbers) words << QString::fromStdString(settingText(number));
    return words.join(QStringLiteral(", "));
  }
  void take() {
    if (m_edit->text() == shown()) return;
    static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
    const auto typed = m_edit->text().split(separators, Qt::SkipEmptyParts).join(u',');
    const auto given =
        typed.isEmpty() ? Result<SettingValue>(std::vector<double>()) : setting().parse(typed.toStdString());
    if (!given) {
      const auto refusedText = m_edit->text();
      m_edit->setText(shown());
      refused(refusedText);
      return;
    }
    m_numbers = std::get<std::vector<double>>(given.value());
    edited();
  }

  QLineEdit* m_edit;
  std::vector<double> m_numbers;
};

}  // namespace

void SettingField::retranslate() {
  widget()->setAccessibleName(settingLabel(m_setting));
  widget()->setToolTip(settingHelp(m_setting));
}

std::unique_ptr<SettingField> makeSettingField(const Setting& setting, QWidget* form) {
  switch (setting.type()) {
    case SettingType::Flag:
      return std::make_unique<FlagField>(setting, form);
    case SettingType::Whole:
      return std::make_unique<WholeField>(setting, form);
    case SettingType::Unsigned:
      return std::make_unique<SeedField>(setting, form);
    case SettingType::Number:
      return std::make_unique<NumberField>(setting, form);
    case SettingType::OptionalNumber:
      return std::make_unique<OptionalNumberField>(setting, form);
    case SettingType::Choice:
      return std::make_unique<ChoiceField>(setting, form);
    case SettingType::Numbers:
      return std::make_unique<NumbersField>(setting, form);
    case SettingType::Text:
    case SettingType::Path:
    case SettingType::Images:
    case SettingType::Loras:
      return nullptr;
  }
  return nullptr;
}

QString fieldName(const Setting& setting, const char* ending) {
  QString name;
  bool isStart = false;
  for (const QChar c : QLatin1String(setting.key)) {
    if (c != u'_') name += isStart ? c.toUpper() : c;
    isStart = c == u'_';
  }
  return name + QLatin1String(ending);
}

}  // namespace fb::ui
