// SPDX-License-Identifier: MIT
// What the program remembers between two starts.
#pragma once

#include "files/kept_file.h"
#include "flowblend/device.h"
#include "flowblend/request.h"
#include "theme/theme.h"

#include <QByteArray>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QVariant>

#include <span>

namespace fb::ui {

// One per program, made by main and handed on; GUI thread. Setters tell of changes only; the file is written behind
// them.
class Settings : public QObject {
  Q_OBJECT
public:
  // An ini file.
  explicit Settings(const QString& file, QObject* parent = nullptr);

  // Empty if the file was sound; else a sentence that names it. A damaged file is kept under another name before
  // anything is written.
  QString problem() const { return m_problem; }
  // Tells what keeps it from being read or written now.
  KeptFile* file() { return &m_file; }

  QString device() const;  // empty: the engine chooses
  void setDevice(const QString& id);
  // The one that runs use; null if the chosen one is not among them.
  const DeviceInfo* deviceAmong(std::span<const DeviceInfo> devices) const;
  DType dtype() const;
  void setDtype(DType dtype);
  DecodePrecision decodePrecision() const;
  void setDecodePrecision(DecodePrecision precision);
  int threads() const;  // 0: as many as the machine has
  void setThreads(int threads);
  double memoryBudget() const;  // GB that models may fill; 0: what is free
  void setMemoryBudget(double gigabytes);

  QString runsFolder() const;  // beside the settings unless chosen
  void setRunsFolder(const QString& folder);
  QString outputFolder() const;
  void setOutputFolder(const QString& folder);
  int saveEvery() const;
  void setSaveEvery(int steps);

  bool preview() const;
  void setPreview(bool on);
  ProbePolicy probe() const;
  void setProbe(ProbePolicy policy);

  QString language() const;  // "de", "zh_CN"; empty: the desktop's
  void setLanguage(const QString& code);
  ThemeChoice theme() const;
  void setTheme(ThemeChoice choice);
  bool notifyWhenDone() const;
  void setNotifyWhenDone(bool on);

  QStringList recentPrompts() const;  // newest first
  void addRecentPrompt(const QString& prompt);
  void clearRecentPrompts();

  QStringList pairDocuments() const;
  void setPairDocuments(const QStringList& files);
  QString lastPair() const;
  void setLastPair(const QString& document);
  QByteArray lastRequest() const;  // JSON
  void setLastRequest(const QByteArray& json);
  bool historyGrid() const;  // the history as large images
  void setHistoryGrid(bool on);
  QByteArray windowGeometry() const;
  void setWindowGeometry(const QByteArray& blob);
  QByteArray windowState() const;
  void setWindowState(const QByteArray& blob);

  // What the dialog shows goes back to how it was on the first start; prompts, pairs and the window stay.
  void restoreDefaults();

Q_SIGNALS:
  void deviceChanged(const QString& id);
  void dtypeChanged(fb::DType dtype);
  void decodePrecisionChanged(fb::DecodePrecision precision);
  void threadsChanged(int threads);
  void memoryBudgetChanged(double gigabytes);
  void runsFolderChanged(const QString& folder);
  void outputFolderChanged(const QString& folder);
  void saveEveryChanged(int steps);
  void previewChanged(bool on);
  void probeChanged(fb::ProbePolicy policy);
  void languageChanged(const QString& code);
  void themeChanged(fb::ui::ThemeChoice choice);
  void notifyWhenDoneChanged(bool on);
  void recentPromptsChanged(const QStringList& prompts);
  void pairDocumentsChanged(const QStringList& files);

private:
  using Values = QMap<QString, QVariant>;
  // Nothing if the file cannot be read now. Sets a damaged one aside.
  std::optional<Values> readFile();
  void onReadable();
  void write();
  void tellAll();
  // True if the value is another than before.
  bool store(const char* key, const QVariant& value);
  QVariant read(const char* key, const QVariant& fallback = {}) const;

  QString m_problem;
  bool m_isInTheWay = false;  // a damaged file that cannot be moved
  Values m_values;
  KeptFile m_file;
};

}  // namespace fb::ui
