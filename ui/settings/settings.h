// SPDX-License-Identifier: MIT
// What the program remembers between two sessions.
#pragma once

#include "files/kept_file.h"
#include "flowblend/device.h"
#include "flowblend/export.h"
#include "flowblend/perception.h"
#include "flowblend/request.h"
#include "theme/theme.h"

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QVariant>

#include <span>

namespace fb::ui {

// The largest values that are read and offered: GB, steps, threads.
constexpr double kMostMemoryBudget = 4096;
constexpr double kMostKeepLimit = 10'000;
constexpr double kMostSpaceLimit = 100'000;
constexpr int kMostStepsBetween = 1000;
constexpr int kMostThreads = 1024;

// What the search for a pair's boundaries had last.
struct LabChoices {
  QString folder;        // of its sweep; empty: none yet
  double sameness = .9;  // asked for
  QString measure;       // as toString(SamenessMeasure); empty: the default
  QString floor;         // as toString(SamenessFloor); empty: the further one
  QString rule;          // a ProposalRule's name; empty: the first

  bool operator==(const LabChoices&) const = default;
};

// One per program, made by main and passed on; GUI thread. Setters signal only changes; the file is written in the
// background.
class Settings : public QObject {
  Q_OBJECT
public:
  // An ini file.
  explicit Settings(const QString& file, QObject* parent = nullptr);

  // Empty if the file was valid; otherwise a sentence that names it. A damaged file is kept under another name before
  // anything is written.
  QString problem() const { return m_problem; }
  // Reports why it cannot be read or written at the moment.
  KeptFile* file() { return &m_file; }

  QString device() const;  // empty: the engine chooses
  void setDevice(const QString& id);
  // The device that runs use; null if the chosen one is not among them.
  const DeviceInfo* deviceAmong(std::span<const DeviceInfo> devices) const;
  DType dtype() const;
  void setDtype(DType dtype);
  LinearPrecision linearPrecision() const;
  void setLinearPrecision(LinearPrecision precision);
  DecodePrecision decodePrecision() const;
  void setDecodePrecision(DecodePrecision precision);
  int threads() const;  // 0: as many as the machine has
  void setThreads(int threads);
  double memoryBudget() const;  // GB that a run may use; 0: what is free
  void setMemoryBudget(double gigabytes);

  QString runsFolder() const;  // next to the settings unless chosen
  void setRunsFolder(const QString& folder);
  QString outputFolder() const;
  void setOutputFolder(const QString& folder);
  int saveEvery() const;
  void setSaveEvery(int steps);
  int keepEvery() const;  // steps between two states kept for branches; 0: only where the models change
  void setKeepEvery(int steps);
  double keepLimit() const;  // GB that these may take in a run's folder
  void setKeepLimit(double gigabytes);
  double spaceLimit() const;  // GB that the runs of the history may take; 0: no limit
  void setSpaceLimit(double gigabytes);

  // Finished clips, saved by themselves.
  bool savesClips() const;
  void setSavesClips(bool on);
  QString clipsFolder() const;  // next to exported clips unless chosen
  void setClipsFolder(const QString& folder);
  QString clipPattern() const;  // as clipFileName() takes it
  void setClipPattern(const QString& pattern);
  ExportFormat clipFormat() const;
  void setClipFormat(ExportFormat format);
  int clipQuality() const;
  void setClipQuality(int quality);

  bool preview() const;
  void setPreview(bool on);
  // The user's choice, or else the default.
  ProbePolicy probe() const;
  void setProbe(ProbePolicy policy);
  // Comparing is on unless the pair's models do not fit on the device together. Not saved.
  void setProbeDefault(ProbePolicy policy);

  QString language() const;  // "de", "zh_CN"; empty: the desktop's
  void setLanguage(const QString& code);
  ThemeChoice theme() const;
  void setTheme(ThemeChoice choice);
  bool notifyWhenDone() const;
  void setNotifyWhenDone(bool on);

  QStringList recentPrompts() const;  // newest first
  void addRecentPrompt(const QString& prompt);

  QStringList pairDocuments() const;
  void setPairDocuments(const QStringList& files);
  // Folders that are searched for models at each start.
  QStringList modelFolders() const;
  void setModelFolders(const QStringList& folders);
  // Documents of pairs whose folder settings have been shown to the user.
  QStringList toldPairs() const;
  void setToldPairs(const QStringList& files);
  QString lastPair() const;
  void setLastPair(const QString& document);
  QByteArray lastRequest() const;  // JSON
  void setLastRequest(const QByteArray& json);
  bool lastSeedFixed() const;  // whether the last request's seed was locked; otherwise each clip has another one
  void setLastSeedFixed(bool isFixed);
  LabChoices labChoices(const QString& pair) const;  // by the pair's name
  void setLabChoices(const QString& pair, const LabChoices& choices);
  QString divergenceKind() const;  // that the stage plot shows, as toString(DivergenceKind); empty: the default
  void setDivergenceKind(const QString& kind);
  // By which new sweeps compare clips; empty: not by these.
  PerceptualWeights perceptualWeights() const;
  void setPerceptualWeights(const PerceptualWeights& weights);
  // The folder of a sweep that is running, or was when the program ended; empty: none.
  QString unfinishedSweep() const;
  void setUnfinishedSweep(const QString& folder);
  // By the id of its run: a clip that is to be saved by itself but has not been yet, and the file that was begun for
  // it, if any.
  QMap<qint64, QString> unsavedClips() const;
  void setUnsavedClips(const QMap<qint64, QString>& clips);
  // Files of exports that are waiting or under way, or were when the program ended.
  QStringList unfinishedExports() const;
  void setUnfinishedExports(const QStringList& files);
  bool historyGrid() const;  // whether the history shows large images
  void setHistoryGrid(bool on);
  qint64 watchedRun() const;  // whose clip was watched last; 0: none
  void setWatchedRun(qint64 run);
  bool stagesExpanded() const;  // whether the stages show sliders and legend
  void setStagesExpanded(bool on);
  bool boundariesMoved() const;  // by the user, ever
  void setBoundariesMoved(bool moved);
  bool tourTaken() const;  // to its end, or skipped
  void setTourTaken(bool taken);
  QByteArray windowGeometry() const;
  void setWindowGeometry(const QByteArray& blob);
  QByteArray windowState() const;
  void setWindowState(const QByteArray& blob);

  // Resets what the dialog shows to its defaults; prompts, pairs and the window stay.
  void restoreDefaults();

Q_SIGNALS:
  void deviceChanged(const QString& id);
  void dtypeChanged(fb::DType dtype);
  void linearPrecisionChanged(fb::LinearPrecision precision);
  void decodePrecisionChanged(fb::DecodePrecision precision);
  void threadsChanged(int threads);
  void memoryBudgetChanged(double gigabytes);
  void runsFolderChanged(const QString& folder);
  void outputFolderChanged(const QString& folder);
  void saveEveryChanged(int steps);
  void keepEveryChanged(int steps);
  void keepLimitChanged(double gigabytes);
  void spaceLimitChanged(double gigabytes);
  void savesClipsChanged(bool on);
  void clipsFolderChanged(const QString& folder);
  void clipPatternChanged(const QString& pattern);
  void clipFormatChanged(fb::ExportFormat format);
  void clipQualityChanged(int quality);
  void previewChanged(bool on);
  void probeChanged(fb::ProbePolicy policy);
  void languageChanged(const QString& code);
  void themeChanged(fb::ui::ThemeChoice choice);
  void notifyWhenDoneChanged(bool on);
  void recentPromptsChanged(const QStringList& prompts);
  void pairDocumentsChanged(const QStringList& files);

private:
  using Values = QMap<QString, QVariant>;
  // Absent if the file cannot be read at the moment. Sets a damaged one aside.
  std::optional<Values> readFile();
  void onReadable();
  void write();
  void tellAll();
  // True if the value has changed.
  bool store(const char* key, const QVariant& value);
  QVariant read(const char* key, const QVariant& fallback = {}) const;
  QStringList list(const char* key) const;
  // The fallback unless the value is a number in this range.
  int whole(const char* key, int least, int most, int fallback) const;
  double number(const char* key, double most, double fallback) const;  // from 0 on

  ProbePolicy m_probeDefault = ProbePolicy::Large;
  QString m_problem;
  bool m_isInTheWay = false;  // a damaged file that cannot be moved
  Values m_values;
  KeptFile m_file;
};

}  // namespace fb::ui
