// SPDX-License-Identifier: MIT
#include "viewer/settings_diff.h"

#include "text/clip_names.h"
#include "text/durations.h"
#include "text/setting_words.h"

#include <QCoreApplication>

namespace fb::ui {
namespace {

class SettingsDiff {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::SettingsDiff)
public:
  explicit SettingsDiff(const std::vector<GenerationRequest>& requests) : m_requests(requests) {}

  QList<SettingsDifference> list() {
    compare(tr("Pair"), [](const auto& r) { return QString::fromStdString(r.pair.name); });
    for (const auto& setting : kSettings) {
      // Both sides are reported together, and so are both boundaries.
      if (&setting == &settingOf(&ClipSpec::width))
        compare(tr("Size"), [](const auto& r) { return frameSize(r.clip.width, r.clip.height); });
      else if (&setting == &settingOf(&StageSchedule::early))
        compareStages();
      else if (setting.shapesClip && &setting != &settingOf(&ClipSpec::height) &&
               &setting != &settingOf(&StageSchedule::late))
        compare(setting);
    }
    return m_found;
  }

private:
  template <class Describe>
  void compare(const QString& label, Describe describe) {
    QStringList values;
    for (const auto& request : m_requests) values << describe(request);
    if (values.count(values.first()) != values.size()) m_found.append({label, values, values});
  }

  void compareStages() {
    const auto before = m_found.size();
    compare(tr("Stages"), [](const auto& r) { return stages(r.sampling.schedule); });
    if (m_found.size() == before) return;
    auto& briefs = m_found.last().briefs;
    briefs.clear();
    for (const auto& request : m_requests) briefs << scheduleWords(request.sampling.schedule);
  }

  // Compares values: their texts may be less precise.
  void compare(const Setting& setting) {
    const auto first = setting.effectiveValue(m_requests.front());
    QStringList values;
    bool isDifferent = false;
    for (const auto& request : m_requests) {
      const auto value = setting.effectiveValue(request);
      isDifferent = isDifferent || value != first;
      values << settingWords(setting, value);
    }
    if (isDifferent) m_found.append({settingLabel(setting), values, values});
  }

  // Boundaries that give the same steps to the same model are the same stages.
  static QString stages(const StageSchedule& schedule) {
    if (schedule.largeSteps() == schedule.steps) return tr("large only");
    if (schedule.largeSteps() == 0) return tr("small only");
    return tr("large for the first %1 and the last %2")
        .arg(stepCount(schedule.earlySteps()), stepCount(schedule.lateSteps()));
  }

  const std::vector<GenerationRequest>& m_requests;
  QList<SettingsDifference> m_found;
};

}  // namespace

QList<SettingsDifference> settingsDiff(const std::vector<GenerationRequest>& requests) {
  if (requests.size() < 2) return {};
  return SettingsDiff(requests).list();
}

QList<SettingDifference> settingsDiff(const GenerationRequest& a, const GenerationRequest& b) {
  QList<SettingDifference> found;
  for (const auto& difference : settingsDiff(std::vector{a, b}))
    found.append({difference.label, difference.values[0], difference.values[1]});
  return found;
}

}  // namespace fb::ui
