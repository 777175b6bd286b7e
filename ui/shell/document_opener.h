// SPDX-License-Identifier: MIT
// Opened or dropped files: clips with their settings, pair documents, divergence profiles, presets, lists of prompts,
// images to start from, LoRAs.
#pragma once

#include "flowblend/batch.h"

#include "shell/studio.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <vector>

class QMimeData;
class QWidget;

namespace fb {
struct Clip;
}

namespace fb::ui {

class Announcer;
class ClipPresenter;
class PairPresenter;
class PromptPanel;
class RequestPresenter;
class Settings;

// Owned by the window; owns none of what it is given. GUI thread.
class DocumentOpener : public QObject {
  Q_OBJECT
public:
  struct Parts {
    QWidget* window;  // for the file dialog
    Studio* studio;
    const Settings* settings;
    PairPresenter* pair;
    RequestPresenter* request;
    PromptPanel* prompt;
    ClipPresenter* clip;
    Announcer* announcer;
  };
  explicit DocumentOpener(const Parts& parts, QObject* parent = nullptr);

  // Depending on the type of the file, as soon as the engine is ready. The clips of a list (docs/batch.md) are queued
  // only when the user has seen how many they are.
  void open(const QString& path);
  // Every local file of a drop.
  void open(const QMimeData& dropped);
  // Asks for a clip file first.
  void choose();
  // Asks for a list of prompts first.
  void chooseList();

Q_SIGNALS:
  void profileOpened(const QString& file);
  // A document of presets.
  void presetsOpened(const QString& name, const QByteArray& document);

private:
  void openDocument(const QString& path);
  void openClip(const QString& path);
  void takeSettings(const QString& name, const Clip& clip, const Studio::ClipComment& comment);
  void openList(const QString& path);
  void queue(const std::vector<BatchClip>& clips);
  void showOnly(const QString& name, const Clip& clip, const QString& prompt);

  Parts m_parts;
  QStringList m_waiting;  // until the engine is ready
};

}  // namespace fb::ui
