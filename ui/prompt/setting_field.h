// SPDX-License-Identifier: MIT
// A control for one setting, made as the table of settings has it.
#pragma once

#include "flowblend/settings.h"

#include <QString>

#include <functional>
#include <memory>

class QWidget;

namespace fb::ui {

// GUI thread. Its widgets are children of the form; the form deletes them.
class SettingField {
public:
  explicit SettingField(const Setting& setting) : m_setting(setting) {}
  SettingField(const SettingField&) = delete;
  SettingField& operator=(const SettingField&) = delete;
  virtual ~SettingField() = default;

  const Setting& setting() const { return m_setting; }
  virtual QWidget* widget() const = 0;
  // Of a setting that may be left unset, the box that sets it; stands where others have their label. Else null.
  virtual QWidget* switchBox() const { return nullptr; }

  // The request's value, or the nearest that its range has.
  virtual void show(const GenerationRequest& request) = 0;
  // What is shown; of what was not edited since show(), the very value that was given.
  virtual SettingValue value() const = 0;
  virtual void retranslate();

  std::function<void()> edited;                           // by the user or by show()
  std::function<void(int typed, int nearest)> snappedTo;  // the number that was typed is not possible

private:
  const Setting& m_setting;
};

// Null for a setting that takes more than a control: texts, paths and images.
std::unique_ptr<SettingField> makeSettingField(const Setting& setting, QWidget* form);

// The name of a control: "guidanceSmallSpin" for guidance_small.
QString fieldName(const Setting& setting, const char* ending);

}  // namespace fb::ui
