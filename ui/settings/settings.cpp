// SPDX-License-Identifier: MIT
#include "settings/settings.h"

#include "files/damaged_file.h"
#include "settings/ini.h"
#include "text/clip_names.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>
#include <string>
#include <utility>

namespace fb::ui {

namespace {

constexpr int kMaxRecentPrompts = 30;
constexpr double kSpaceLimit = 50;  // GB; some 370 clips of 832x480 with 81 frames

QString text(std::string_view view) { return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size())); }

QString themeName(ThemeChoice choice) {
  switch (choice) {
    case ThemeChoice::Light:
      return QStringLiteral("light");
    case ThemeChoice::Dark:
      return QStringLiteral("dark");
    case ThemeChoice::System:
      break;
  }
  return QStringLiteral("system");
}

}  // namespace

Settings::Settings(const QString& file, QObject* parent) : QObject(parent), m_file(file) {
  connect(&m_file, &KeptFile::readable, this, &Settings::onReadable);
  m_values = readFile().value_or(Values());
}

std::optional<Settings::Values> Settings::readFile() {
  const auto bytes = m_file.read();
  if (!bytes) return {};
  const QSettings kept(m_file.path(), QSettings::IniFormat);
  // QSettings skips what it does not understand.
  if (kept.status() != QSettings::NoError || !isIni(*bytes)) {
    const QString aside = keepAside(m_file.path());
    m_isInTheWay = aside.isEmpty();
    m_problem = m_isInTheWay ? tr("The settings could not be read from %1.").arg(m_file.path())
                             : tr("The settings could not be read from %1. The file was kept as %2; all settings are "
                                  "back to their defaults.")
                                   .arg(m_file.path(), aside);
    return Values();
  }
  Values values;
  for (const auto& key : kept.allKeys()) {
    // QSettings returns this group under another name than it was stored with.
    const bool isRenamed = key.startsWith(QLatin1String("General/"));
    values[isRenamed ? QLatin1String("general/") + key.mid(8) : key] = kept.value(key);
  }
  return values;
}

// Settings changed in the meantime are newer than those in the file.
void Settings::onReadable() {
  auto values = readFile();
  if (!values) return;
  for (auto set = m_values.cbegin(); set != m_values.cend(); ++set) (*values)[set.key()] = set.value();
  m_values = *std::move(values);
  write();
  tellAll();
}

void Settings::write() {
  if (!m_isInTheWay) m_file.write(toIni(m_values));
}

bool Settings::store(const char* key, const QVariant& value) {
  const auto name = QString::fromLatin1(key);
  if (m_values.contains(name) && m_values.value(name) == value) return false;
  m_values[name] = value;
  write();
  return true;
}

QVariant Settings::read(const char* key, const QVariant& fallback) const {
  return m_values.value(QString::fromLatin1(key), fallback);
}

// Earlier versions made a list with an empty entry of an empty list.
QStringList Settings::list(const char* key) const {
  auto entries = read(key).toStringList();
  entries.removeAll(QString());
  return entries;
}

int Settings::whole(const char* key, int least, int most, int fallback) const {
  bool isNumber = false;
  const int value = read(key).toInt(&isNumber);
  return isNumber && value >= least && value <= most ? value : fallback;
}

double Settings::number(const char* key, double most, double fallback) const {
  bool isNumber = false;
  const double value = read(key).toDouble(&isNumber);
  return isNumber && value >= 0 && value <= most ? value : fallback;
}

QString Settings::device() const { return read("compute/device").toString(); }

void Settings::setDevice(const QString& id) {
  if (id == device()) return;
  store("compute/device", id);
  Q_EMIT deviceChanged(id);
}

const DeviceInfo* Settings::deviceAmong(std::span<const DeviceInfo> devices) const {
  if (devices.empty()) return nullptr;
  const auto id = device().toStdString();
  if (id.empty()) return &automaticDevice(devices);
  const auto found = std::ranges::find(devices, id, &DeviceInfo::id);
  return found == devices.end() ? nullptr : &*found;
}

DType Settings::dtype() const {
  return dtypeFromString(read("compute/dtype").toString().toStdString()).value_or(DType::Automatic);
}

void Settings::setDtype(DType value) {
  if (value == dtype()) return;
  store("compute/dtype", text(toString(value)));
  Q_EMIT dtypeChanged(value);
}

LinearPrecision Settings::linearPrecision() const {
  return linearPrecisionFromString(read("compute/linearPrecision").toString().toStdString())
      .value_or(LinearPrecision::Exact);
}

void Settings::setLinearPrecision(LinearPrecision value) {
  if (value == linearPrecision()) return;
  store("compute/linearPrecision", text(toString(value)));
  Q_EMIT linearPrecisionChanged(value);
}

DecodePrecision Settings::decodePrecision() const {
  return decodePrecisionFromString(read("compute/decodePrecision").toString().toStdString())
      .value_or(DecodePrecision::Exact);
}

void Settings::setDecodePrecision(DecodePrecision value) {
  if (value == decodePrecision()) return;
  store("compute/decodePrecision", text(toString(value)));
  Q_EMIT decodePrecisionChanged(value);
}

int Settings::threads() const { return whole("compute/threads", 0, kMostThreads, 0); }

void Settings::setThreads(int value) {
  if (value == threads()) return;
  store("compute/threads", value);
  Q_EMIT threadsChanged(value);
}

double Settings::memoryBudget() const { return number("compute/memoryBudget", kMostMemoryBudget, 0); }

void Settings::setMemoryBudget(double value) {
  if (value == memoryBudget()) return;
  store("compute/memoryBudget", value);
  Q_EMIT memoryBudgetChanged(value);
}

QString Settings::runsFolder() const {
  return read("folders/runs", QFileInfo(m_file.path()).dir().filePath("runs")).toString();
}

void Settings::setRunsFolder(const QString& folder) {
  if (folder == runsFolder()) return;
  store("folders/runs", folder);
  Q_EMIT runsFolderChanged(folder);
}

QString Settings::outputFolder() const {
  return read("folders/output", QStandardPaths::writableLocation(QStandardPaths::MoviesLocation)).toString();
}

void Settings::setOutputFolder(const QString& folder) {
  if (folder == outputFolder()) return;
  store("folders/output", folder);
  Q_EMIT outputFolderChanged(folder);
}

int Settings::saveEvery() const { return whole("sampling/saveEvery", 1, kMostStepsBetween, 1); }

void Settings::setSaveEvery(int steps) {
  if (steps == saveEvery()) return;
  store("sampling/saveEvery", steps);
  Q_EMIT saveEveryChanged(steps);
}

int Settings::keepEvery() const { return whole("folders/keepEvery", 0, kMostStepsBetween, 0); }

void Settings::setKeepEvery(int steps) {
  if (steps == keepEvery()) return;
  store("folders/keepEvery", steps);
  Q_EMIT keepEveryChanged(steps);
}

double Settings::keepLimit() const { return number("folders/keepLimit", kMostKeepLimit, RunOptions().keepLimit); }

void Settings::setKeepLimit(double value) {
  if (value == keepLimit()) return;
  store("folders/keepLimit", value);
  Q_EMIT keepLimitChanged(value);
}

double Settings::spaceLimit() const { return number("folders/spaceLimit", kMostSpaceLimit, kSpaceLimit); }

void Settings::setSpaceLimit(double value) {
  if (value == spaceLimit()) return;
  store("folders/spaceLimit", value);
  Q_EMIT spaceLimitChanged(value);
}

bool Settings::savesClips() const { return read("saving/clips", true).toBool(); }

void Settings::setSavesClips(bool on) {
  if (on == savesClips()) return;
  store("saving/clips", on);
  Q_EMIT savesClipsChanged(on);
}

QString Settings::clipsFolder() const {
  return read("saving/folder", QDir(outputFolder()).filePath(QStringLiteral("FlowBlending"))).toString();
}

void Settings::setClipsFolder(const QString& folder) {
  if (folder == clipsFolder()) return;
  store("saving/folder", folder);
  Q_EMIT clipsFolderChanged(folder);
}

QString Settings::clipPattern() const {
  const auto pattern = read("saving/pattern").toString();
  return pattern.isEmpty() ? QString::fromLatin1(kNamePattern) : pattern;
}

void Settings::setClipPattern(const QString& pattern) {
  if (pattern == clipPattern()) return;
  store("saving/pattern", pattern);
  Q_EMIT clipPatternChanged(clipPattern());
}

ExportFormat Settings::clipFormat() const {
  const auto format = exportFormatFromString(read("saving/format").toString().toStdString());
  return format && *format != ExportFormat::PngSequence ? *format : ExportFormat::Mp4H264;
}

void Settings::setClipFormat(ExportFormat format) {
  if (format == clipFormat()) return;
  store("saving/format", text(toString(format)));
  Q_EMIT clipFormatChanged(format);
}

int Settings::clipQuality() const { return whole("saving/quality", kMinQuality, kMaxQuality, ExportOptions().quality); }

void Settings::setClipQuality(int quality) {
  if (quality == clipQuality()) return;
  store("saving/quality", quality);
  Q_EMIT clipQualityChanged(quality);
}

bool Settings::preview() const { return read("sampling/preview", true).toBool(); }

void Settings::setPreview(bool on) {
  if (on == preview()) return;
  store("sampling/preview", on);
  Q_EMIT previewChanged(on);
}

ProbePolicy Settings::probe() const {
  return probePolicyFromString(read("sampling/probe").toString().toStdString()).value_or(m_probeDefault);
}

void Settings::setProbeDefault(ProbePolicy policy) {
  const auto before = probe();
  m_probeDefault = policy;
  if (probe() != before) Q_EMIT probeChanged(probe());
}

void Settings::setProbe(ProbePolicy policy) {
  if (policy == probe()) return;
  store("sampling/probe", text(toString(policy)));
  Q_EMIT probeChanged(policy);
}

QString Settings::language() const { return read("general/language").toString(); }

void Settings::setLanguage(const QString& code) {
  if (code == language()) return;
  store("general/language", code);
  Q_EMIT languageChanged(code);
}

ThemeChoice Settings::theme() const {
  const QString name = read("general/theme").toString();
  for (const auto choice : {ThemeChoice::Light, ThemeChoice::Dark})
    if (name == themeName(choice)) return choice;
  return ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice) {
  if (choice == theme()) return;
  store("general/theme", themeName(choice));
  Q_EMIT themeChanged(choice);
}

bool Settings::notifyWhenDone() const { return read("general/notifyWhenDone", true).toBool(); }

void Settings::setNotifyWhenDone(bool on) {
  if (on == notifyWhenDone()) return;
  store("general/notifyWhenDone", on);
  Q_EMIT notifyWhenDoneChanged(on);
}

QStringList Settings::recentPrompts() const { return list("history/prompts"); }

void Settings::addRecentPrompt(const QString& prompt) {
  if (prompt.trimmed().isEmpty()) return;
  QStringList prompts = recentPrompts();
  prompts.removeAll(prompt);
  prompts.prepend(prompt);
  prompts = prompts.mid(0, kMaxRecentPrompts);
  if (store("history/prompts", prompts)) Q_EMIT recentPromptsChanged(prompts);
}

QStringList Settings::pairDocuments() const { return list("pairs/documents"); }

void Settings::setPairDocuments(const QStringList& files) {
  if (files == pairDocuments()) return;
  store("pairs/documents", files);
  Q_EMIT pairDocumentsChanged(files);
}

QStringList Settings::modelFolders() const { return list("pairs/folders"); }

void Settings::setModelFolders(const QStringList& folders) { store("pairs/folders", folders); }

QStringList Settings::toldPairs() const { return list("pairs/told"); }

void Settings::setToldPairs(const QStringList& files) { store("pairs/told", files); }

QString Settings::lastPair() const { return read("pairs/last").toString(); }
void Settings::setLastPair(const QString& document) { store("pairs/last", document); }

QByteArray Settings::lastRequest() const { return read("history/lastRequest").toByteArray(); }
void Settings::setLastRequest(const QByteArray& json) { store("history/lastRequest", json); }

// Earlier versions did not store it, and locked the seed at each start.
bool Settings::lastSeedFixed() const { return read("history/lastSeedFixed", true).toBool(); }
void Settings::setLastSeedFixed(bool isFixed) { store("history/lastSeedFixed", isFixed); }

LabChoices Settings::labChoices(const QString& pair) const {
  const auto kept = QJsonDocument::fromJson(read("lab/pairs").toByteArray()).object().value(pair).toObject();
  LabChoices choices;
  choices.folder = kept.value(QStringLiteral("folder")).toString();
  choices.sameness = std::clamp(kept.value(QStringLiteral("sameness")).toDouble(choices.sameness), 0., 1.);
  choices.measure = kept.value(QStringLiteral("measure")).toString();
  choices.floor = kept.value(QStringLiteral("floor")).toString();
  choices.rule = kept.value(QStringLiteral("rule")).toString();
  return choices;
}

void Settings::setLabChoices(const QString& pair, const LabChoices& choices) {
  auto all = QJsonDocument::fromJson(read("lab/pairs").toByteArray()).object();
  all[pair] = QJsonObject{{QStringLiteral("folder"), choices.folder},
                          {QStringLiteral("sameness"), choices.sameness},
                          {QStringLiteral("measure"), choices.measure},
                          {QStringLiteral("floor"), choices.floor},
                          {QStringLiteral("rule"), choices.rule}};
  store("lab/pairs", QJsonDocument(all).toJson(QJsonDocument::Compact));
}

QString Settings::divergenceKind() const { return read("lab/divergence").toString(); }
void Settings::setDivergenceKind(const QString& kind) { store("lab/divergence", kind); }

PerceptualWeights Settings::perceptualWeights() const {
  return {read("lab/dinov2").toString().toStdString(), read("lab/lpips").toString().toStdString()};
}

void Settings::setPerceptualWeights(const PerceptualWeights& weights) {
  store("lab/dinov2", QString::fromStdString(weights.dinov2.string()));
  store("lab/lpips", QString::fromStdString(weights.lpips.string()));
}

QString Settings::unfinishedSweep() const { return read("lab/unfinished").toString(); }
void Settings::setUnfinishedSweep(const QString& folder) { store("lab/unfinished", folder); }

QMap<qint64, QString> Settings::unsavedClips() const {
  QMap<qint64, QString> clips;
  const auto kept = QJsonDocument::fromJson(read("history/unsaved").toByteArray()).object();
  for (auto clip = kept.begin(); clip != kept.end(); ++clip)
    if (const auto run = clip.key().toLongLong(); run > 0) clips[run] = clip.value().toString();
  return clips;
}

void Settings::setUnsavedClips(const QMap<qint64, QString>& clips) {
  QJsonObject kept;
  for (auto clip = clips.begin(); clip != clips.end(); ++clip) kept[QString::number(clip.key())] = clip.value();
  store("history/unsaved", QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

QStringList Settings::unfinishedExports() const { return list("history/unfinishedExports"); }
void Settings::setUnfinishedExports(const QStringList& files) { store("history/unfinishedExports", files); }

bool Settings::historyGrid() const { return read("window/historyGrid", false).toBool(); }
void Settings::setHistoryGrid(bool on) { store("window/historyGrid", on); }

qint64 Settings::watchedRun() const { return read("window/watchedRun", 0).toLongLong(); }
void Settings::setWatchedRun(qint64 run) { store("window/watchedRun", run); }

bool Settings::stagesExpanded() const { return read("window/stagesExpanded", false).toBool(); }
void Settings::setStagesExpanded(bool on) { store("window/stagesExpanded", on); }

bool Settings::boundariesMoved() const { return read("window/boundariesMoved", false).toBool(); }
void Settings::setBoundariesMoved(bool moved) { store("window/boundariesMoved", moved); }

bool Settings::tourTaken() const { return read("window/tourTaken", false).toBool(); }
void Settings::setTourTaken(bool taken) { store("window/tourTaken", taken); }

QByteArray Settings::windowGeometry() const { return read("window/geometry").toByteArray(); }
void Settings::setWindowGeometry(const QByteArray& blob) { store("window/geometry", blob); }

QByteArray Settings::windowState() const { return read("window/state").toByteArray(); }
void Settings::setWindowState(const QByteArray& blob) { store("window/state", blob); }

void Settings::restoreDefaults() {
  for (const char* group : {"compute/", "folders/", "saving/", "sampling/", "general/"})
    m_values.removeIf([group](const auto& value) { return value.key().startsWith(QLatin1String(group)); });
  write();
  tellAll();
}

void Settings::tellAll() {
  Q_EMIT deviceChanged(device());
  Q_EMIT dtypeChanged(dtype());
  Q_EMIT linearPrecisionChanged(linearPrecision());
  Q_EMIT decodePrecisionChanged(decodePrecision());
  Q_EMIT threadsChanged(threads());
  Q_EMIT memoryBudgetChanged(memoryBudget());
  Q_EMIT runsFolderChanged(runsFolder());
  Q_EMIT outputFolderChanged(outputFolder());
  Q_EMIT saveEveryChanged(saveEvery());
  Q_EMIT keepEveryChanged(keepEvery());
  Q_EMIT keepLimitChanged(keepLimit());
  Q_EMIT spaceLimitChanged(spaceLimit());
  Q_EMIT savesClipsChanged(savesClips());
  Q_EMIT clipsFolderChanged(clipsFolder());
  Q_EMIT clipPatternChanged(clipPattern());
  Q_EMIT clipFormatChanged(clipFormat());
  Q_EMIT clipQualityChanged(clipQuality());
  Q_EMIT previewChanged(preview());
  Q_EMIT probeChanged(probe());
  Q_EMIT languageChanged(language());
  Q_EMIT themeChanged(theme());
  Q_EMIT notifyWhenDoneChanged(notifyWhenDone());
}

}  // namespace fb::ui
