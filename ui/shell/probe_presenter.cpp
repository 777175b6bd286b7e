// SPDX-License-Identifier: MIT
#include "shell/probe_presenter.h"

#include "flowblend/deviation.h"
#include "flowblend/probe.h"
#include "runs/queue_runner.h"
#include "runs/run_record.h"
#include "session/engine_host.h"
#include "settings/settings.h"
#include "shell/announcer.h"
#include "shell/pair_presenter.h"
#include "shell/request_presenter.h"
#include "shell/studio.h"
#include "stages/stage_panel.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include <chrono>

namespace fb::ui {
namespace {

constexpr std::chrono::milliseconds kSoon{200};

struct Known {
  ProbeProfile profile;
  std::optional<StagePanel::Measured> predicted;
  StagePanel::PredictedSameness sameness;
};

// Sweeps compare runs without a cache or a guard, which change clips in ways that the divergence does not tell.
bool isPlain(const SamplingSettings& sampling) {
  return sampling.cache == CacheRule::None && sampling.guard == GuardRule::None;
}

// Without constants of a sweep, or if these do not fit the profile, nothing is predicted.
void addPredictions(Known& known, Engine& engine, const GenerationRequest& request, const LabChoices& choices) {
  const auto measure = samenessMeasureFromString(choices.measure.toStdString()).value_or(SamenessMeasure::Ssim);
  const auto fit = storedDeviation(engine, request, measure, samenessFloorFromString(choices.floor.toStdString()));
  if (!fit || !fit.value()) return;
  const auto run = costOfWholeRuns(engine, request);
  if (!run) return;
  const auto& schedule = request.sampling.schedule;
  const auto predicted =
      predict(*fit.value(), known.profile, run.value(), schedule, predictableCandidates(*fit.value(), schedule.steps));
  if (!predicted) return;
  const auto& chosen = cheapestOf(predicted.value(), choices.sameness);
  known.predicted = {chosen.candidate.early, chosen.candidate.late, schedule.steps, chosen.cost, chosen.sameness};
  if (!isPlain(request.sampling)) return;
  known.sameness.steps = schedule.steps;
  for (const auto& each : predicted.value())
    known.sameness.by[{each.candidate.early, each.candidate.late}] = each.sameness;
}

Result<Known> lookUp(Engine& engine, const GenerationRequest& request, const LabChoices& choices) {
  // The estimate tells what is wrong with the pair's files.
  if (!engine.pairIdentity(request)) return Known{};
  auto profile = storedProbe(engine, request);
  if (!profile) return profile.error();
  Known known{std::move(profile).value(), {}, {}};
  if (!known.profile.cells.empty()) addPredictions(known, engine, request, choices);
  return known;
}

// As the run reported them.
std::vector<StepReport> reportsOf(const ProbeCell& cell) {
  std::vector<StepReport> reports;
  const auto steps = static_cast<int>(cell.sigmas.size());
  for (int step = 0; step < steps; ++step) {
    const auto i = static_cast<std::size_t>(step);
    StepReport report;
    report.step = step;
    report.end = step + 1;
    report.steps = steps;
    report.sigma = cell.sigmas[i];
    report.divergence = cell.guided[i];
    if (!cell.conditional.empty()) report.conditionalDivergence = cell.conditional[i];
    reports.push_back(report);
  }
  return reports;
}

// None if the sweep was not probed.
Result<std::vector<DeviationFit>> learned(const std::string& sweep) {
  const auto profile = sweepProbe(sweep);
  if (!profile) return profile.error();
  if (profile.value().cells.empty()) return std::vector<DeviationFit>{};
  const auto results = readSweepResults(sweep);
  if (!results) return results.error();
  auto fits = fitDeviations(results.value(), profile.value());
  // A sweep from which nothing can be predicted is no mistake.
  if (!fits) return std::vector<DeviationFit>{};
  for (const auto& fit : fits.value())
    if (const auto kept = keepDeviation(fit); !kept) return kept.error();
  return fits;
}

}  // namespace

ProbePresenter::ProbePresenter(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
  m_soon.setSingleShot(true);
  m_soon.setInterval(kSoon);
  connect(&m_soon, &QTimer::timeout, this, &ProbePresenter::look);
  connect(m_parts.request, &RequestPresenter::requestChanged, this, &ProbePresenter::use);
  connect(m_parts.studio->runner(), &QueueRunner::runFinished, this, &ProbePresenter::keep);
  const auto kind = divergenceKindFromString(m_parts.settings->divergenceKind().toStdString());
  m_parts.stages->setDivergenceKind(kind.value_or(DivergenceKind::RelativeL2));
  connect(m_parts.stages, &StagePanel::divergenceKindChosen, this, [this](DivergenceKind chosen) {
    const auto name = toString(chosen);
    m_parts.settings->setDivergenceKind(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    m_parts.stages->setDivergenceKind(chosen);
  });
  connect(m_parts.stages, &StagePanel::profileImportRequested, this, &ProbePresenter::chooseImport);
  connect(m_parts.stages, &StagePanel::profileExportRequested, this, &ProbePresenter::chooseExport);
}

void ProbePresenter::refresh() { m_soon.start(); }

void ProbePresenter::use(const GenerationRequest& request) {
  if (request.pair.large.empty()) return;
  Key key{request.pair, request.sampling.loras, probeSettings(request), isPlain(request.sampling)};
  if (m_key == key) return;
  m_key = std::move(key);
  refresh();
}

void ProbePresenter::keep(const RunRecord& record, const RunResult& result) {
  if (record.kind != RunKind::Probe) return;
  auto cell = probeCell(record.request, result.steps);
  // Its boundaries were moved while it ran: what it shows is no profile.
  if (!cell) return;
  m_parts.studio->host()->ask(
      this,
      [request = record.request, cell = std::move(cell).value()](Engine& engine) {
        return keepProbe(engine, request, cell);
      },
      [this](const Status& kept) {
        if (!kept) return tell(kept.error());
        refresh();
      });
}

void ProbePresenter::look() {
  const auto request = m_parts.request->request();
  if (request.pair.large.empty()) return;
  m_parts.studio->host()->ask(
      this,
      [request, choices = m_parts.settings->labChoices(QString::fromStdString(m_parts.pair->pair().name))](
          Engine& engine) { return lookUp(engine, request, choices); },
      m_looking.ask([this](const Result<Known>& known) {
        if (!known) return tell(known.error());
        std::vector<std::vector<StepReport>> probes;
        for (const auto& cell : known.value().profile.cells) probes.push_back(reportsOf(cell));
        m_parts.stages->setKeptProbes(probes);
        m_parts.stages->setPredicted(known.value().predicted);
        m_parts.stages->setPredictedSameness(known.value().sameness);
      }));
}

void ProbePresenter::learn(const QString& sweep) {
  m_parts.studio->host()->ask(
      this, [folder = sweep.toStdString()](Engine&) { return learned(folder); },
      [this](const Result<std::vector<DeviationFit>>& fits) {
        if (!fits) return tell(fits.error());
        if (!fits.value().empty()) refresh();
      });
}

void ProbePresenter::chooseImport() {
  auto* dialog = new QFileDialog(m_parts.window, tr("Import a divergence profile"), m_parts.settings->outputFolder(),
                                 tr("Divergence profiles (*.json);;All files (*)"));
  dialog->setObjectName(QStringLiteral("importProfileDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &ProbePresenter::importProfile);
  dialog->open();
}

void ProbePresenter::importProfile(const QString& file) {
  const auto request = m_parts.request->request();
  if (request.pair.large.empty()) return m_parts.announcer->warn(tr("Choose a pair first: a profile belongs to one."));
  m_parts.studio->host()->ask(
      this, [request, file = file.toStdString()](Engine& engine) { return importProbe(engine, request, file); },
      [this, name = QFileInfo(file).fileName()](const Result<ProbeProfile>& kept) {
        if (!kept) return tell(kept.error());
        m_parts.announcer->say([name, cells = kept.value().cells.size()] {
          return tr("Imported %1; the profile is of %2 now.").arg(name, measurements(cells));
        });
        refresh();
      });
}

void ProbePresenter::chooseExport() {
  const auto request = m_parts.request->request();
  if (request.pair.large.empty()) return m_parts.announcer->warn(tr("Choose a pair first: a profile belongs to one."));
  auto* dialog = new QFileDialog(m_parts.window, tr("Export the divergence profile"), m_parts.settings->outputFolder(),
                                 tr("Divergence profiles (*.json)"));
  dialog->setObjectName(QStringLiteral("exportProfileDialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("json"));
  dialog->selectFile(QStringLiteral("divergence.json"));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { exportProfile(file, true); });
  dialog->open();
}

void ProbePresenter::exportProfile(const QString& file, bool overwrite) {
  m_parts.studio->host()->ask(
      this,
      [request = m_parts.request->request(), file = file.toStdString(),
       overwrite](Engine& engine) -> Result<std::size_t> {
        const auto profile = storedProbe(engine, request);
        if (!profile) return profile.error();
        const auto cells = profile.value().cells.size();
        if (cells == 0) return cells;
        if (const auto written = writeProbe(profile.value(), file, overwrite); !written) return written.error();
        return cells;
      },
      [this, file](const Result<std::size_t>& cells) {
        if (!cells) return tell(cells.error());
        if (cells.value() == 0)
          return m_parts.announcer->warn(
              tr("Nothing is kept of this pair with these settings yet: probe it first, or import a profile."));
        m_parts.announcer->say([file, kept = cells.value()] {
          return tr("Saved %1, with %2.").arg(QDir::toNativeSeparators(file), measurements(kept));
        });
      });
}

QString ProbePresenter::measurements(std::size_t cells) {
  return tr("%n measurement(s)", nullptr, static_cast<int>(cells));
}

void ProbePresenter::tell(const Error& error) {
  m_parts.announcer->tellError([] { return tr("Divergence profile"); }, error);
}

}  // namespace fb::ui
