// SPDX-License-Identifier: MIT
#include "viewer/settings_diff.h"

#include "text/durations.h"
#include "text/setting_words.h"

#include <QCoreApplication>

namespace fb::ui {
namespace {

class SettingsDiff {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::SettingsDiff)
public:
  SettingsDiff(const GenerationRequest& a, const GenerationRequest& b) : m_a(a), m_b(b) {}

  QList<SettingDifference> list() {
    compare(tr("Pair"), [](const auto& r) { return QString::fromStdString(r.pair.name); });
    for (const auto& setting : kSettings) {
      // Both sides are reported together, and so are both boundaries.
      if (&setting == &settingOf(&ClipSpec::width))
        compare(tr("Size"), [](const auto& r) { return frameSize(r.clip.width, r.clip.height); });
      else if (&setting == &settingOf(&StageSchedule::early))
        compare(tr("Stages"), [](const auto& r) { return stages(r.sampling.schedule); });
      else if (setting.shapesClip && &setting != &settingOf(&ClipSpec::height) &&
               &setting != &settingOf(&StageSchedule::late))
        compare(setting);
    }
    return m_found;
  }

private:
  template <class Describe>
  void compare(const QString& label, Describe describe) {
    const QString a = describe(m_a), b = describe(m_b);
    if (a != b) m_found.append({label, a, b});
  }

  // Compares values: their texts may be less precise.
  void compare(const Setting& setting) {
    const auto a = setting.effectiveValue(m_a), b = setting.effectiveValue(m_b);
    if (a != b) m_found.append({settingLabel(setting), settingWords(setting, a), settingWords(setting, b)});
  }

  // Boundaries that give the same steps to the same model are the same stages.
  static QString stages(const StageSchedule& schedule) {
    if (schedule.largeSteps() == schedule.steps) return tr("large only");
    if (schedule.largeSteps() == 0) return tr("small only");
    return tr("large for the first %1 and the last %2")
        .arg(stepCount(schedule.earlySteps()), stepCount(schedule.lateSteps()));
  }

  const GenerationRequest& m_a;
  const GenerationRequest& m_b;
  QList<SettingDifference> m_found;
};

}  // namespace

QList<SettingDifference> settingsDiff(const GenerationRequest& a, const GenerationRequest& b) {
  return SettingsDiff(a, b).list();
}

}  // namespace fb::ui
