// SPDX-License-Identifier: MIT
// A control for one setting, built from the table of settings.
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
  // For a setting that may be left unset, the box that sets it; it is where others have their label. Otherwise null.
  virtual QWidget* switchBox() const { return nullptr; }

  // The request's value, or the nearest one in its range.
  virtual void show(const GenerationRequest& request) = 0;
  // The displayed value; if not edited since show(), exactly the value that was given.
  virtual SettingValue value() const = 0;
  virtual void retranslate();

  std::function<void()> edited;                           // by the user or by show()
  std::function<void(int typed, int nearest)> snappedTo;  // the typed number is not allowed
  std::function<void(const QString& typed)> refused;      // the typed text is not a value; the last one stays

private:
  const Setting& m_setting;
};

// Null for a setting that needs more than one control: texts, paths and images.
std::unique_ptr<SettingField> makeSettingField(const Setting& setting, QWidget* form);

// The name of a control: "guidanceSmallSpin" for guidance_small.
QString fieldName(const Setting& setting, const char* ending);

}  // namespace fb::ui
