// SPDX-License-Identifier: MIT
#include "viewer/settings_diff.h"

#include "text/durations.h"

#include <QCoreApplication>
#include <QLocale>

namespace fb::ui {
namespace {

class SettingsDiff {
  Q_DECLARE_TR_FUNCTIONS(fb::ui::SettingsDiff)
public:
  SettingsDiff(const GenerationRequest& a, const GenerationRequest& b) : m_a(a), m_b(b) {}

  QList<SettingDifference> list() {
    compare(tr("Pair"), [](const auto& r) { return text(r.pair.name); });
    compare(tr("Prompt"), [](const auto& r) { return text(r.clip.prompt); });
    compare(tr("Negative prompt"), [](const auto& r) { return text(r.clip.negativePrompt); });
    compare(tr("Images"), [](const auto& r) { return images(r.clip.images); });
    compare(tr("Size"), [](const auto& r) { return frameSize(r.clip.width, r.clip.height); });
    compare(tr("Frames"), [](const auto& r) { return number(qint64{r.clip.frames}); });
    compare(tr("Frames per second"), [](const auto& r) { return decimal(r.clip.fps); });
    compare(tr("Steps"), [](const auto& r) { return number(qint64{r.sampling.schedule.steps}); });
    compare(tr("Stages"), [](const auto& r) { return stages(r.sampling.schedule); });
    compare(tr("Steps of the small model"), [](const auto& r) {
      return r.sampling.schedule.middleSteps == 0 ? tr("as many as its part has")
                                                  : number(qint64{r.sampling.schedule.middleSteps});
    });
    compare(tr("Passes"), [](const auto& r) { return number(qint64{r.sampling.twoPass ? 2 : 1}); });
    compare(tr("Solver"), [](const auto& r) { return solver(r.sampling.solver); });
    compare(tr("Solver at a switch"), [](const auto& r) {
      return r.sampling.history == HistoryPolicy::Keep ? tr("keeps its history") : tr("starts anew");
    });
    compare(tr("Shift"), [](const auto& r) { return decimal(r.sampling.shift); });
    compare(tr("Guidance"), [](const auto& r) { return decimal(r.sampling.guidanceFor(Model::Large)); });
    compare(tr("Guidance of the small model"),
            [](const auto& r) { return decimal(r.sampling.guidanceFor(Model::Small)); });
    // Digits alone, so that it can be compared and typed.
    compare(tr("Seed"), [](const auto& r) { return QString::number(r.sampling.seed); });
    compare(tr("Precision"), [](const auto& r) { return QString::fromUtf8(toString(r.options.dtype)); });
    return m_found;
  }

private:
  template <class Describe>
  void compare(const QString& label, Describe describe) {
    const QString a = describe(m_a), b = describe(m_b);
    if (a != b) m_found.append({label, a, b});
  }

  static QString text(const std::string& value) { return value.empty() ? tr("none") : QString::fromStdString(value); }
  static QString decimal(double value) { return QLocale().toString(value, 'g', 6); }

  static QString images(const std::vector<ImageCondition>& images) {
    QStringList words;
    for (const auto& image : images)
      words << tr("%1 (frame %2, %3)")
                   .arg(text(image.file.filename().string()), number(qint64{image.frame}), percent(image.strength));
    return words.isEmpty() ? tr("none") : words.join(QStringLiteral(", "));
  }

  // Boundaries that put the same steps on the same model are the same stages.
  static QString stages(const StageSchedule& schedule) {
    if (schedule.largeSteps() == schedule.steps) return tr("large only");
    if (schedule.largeSteps() == 0) return tr("small only");
    return tr("large for the first %1 and the last %2")
        .arg(stepCount(schedule.earlySteps()), stepCount(schedule.lateSteps()));
  }

  static QString solver(SolverKind kind) {
    switch (kind) {
      case SolverKind::UniPC:
        return QStringLiteral("UniPC");
      case SolverKind::Euler:
        return QStringLiteral("Euler");
      case SolverKind::DpmSolverPP:
        return QStringLiteral("DPM-Solver++");
    }
    return {};
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
