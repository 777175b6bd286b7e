// SPDX-License-Identifier: MIT
#include "shell/document_opener.h"

#include "prompt/image_files.h"
#include "prompt/prompt_panel.h"
#include "runs/queue_model.h"
#include "runs/queue_runner.h"
#include "session/engine_host.h"
#include "settings/settings.h"
#include "shell/announcer.h"
#include "shell/clip_presenter.h"
#include "shell/pair_presenter.h"
#include "shell/request_presenter.h"
#include "shell/studio.h"
#include "text/durations.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <utility>

namespace fb::ui {
namespace {

enum class DocumentKind { Pair, Profile, Presets };
struct Document {
  DocumentKind kind = DocumentKind::Pair;
  QByteArray beginning;
};

// By its format, which another program may have moved to the end. What is wrong with it, its reader says.
Document documentIn(const QString& path) {
  constexpr qint64 kEnough = 1 << 20;
  QFile file(path);
  // Opening a pipe would wait for its other end.
  if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) return {};
  const auto text = file.read(kEnough);
  if (text.contains("\"flowblend-probe\"")) return {DocumentKind::Profile, {}};
  if (text.contains("\"flowblend-presets\"")) return {DocumentKind::Presets, text};
  return {};
}

bool isList(const QString& path) {
  const auto suffix = QFileInfo(path).suffix().toLower();
  return suffix == QLatin1String("txt") || suffix == QLatin1String("csv") || suffix == QLatin1String("tsv");
}

// More would be a batch for a machine of its own, and no list that anyone could look through.
constexpr std::size_t kMostOfList = 1000;

// All clips of a list, or what is wrong with one of them.
Result<std::vector<BatchClip>> clipsOf(Engine& engine, const QString& path, const GenerationRequest& base) {
  const auto rows = readBatch(path.toStdString());
  if (!rows) return rows.error();
  auto clips = batchClips(base, rows.value(), 1, Alternatives::All);
  if (!clips || clips.value().size() > kMostOfList) return clips;
  for (const auto& clip : clips.value())
    if (const auto problems = engine.validate(clip.request); !problems.empty())
      return Error{ErrorKind::Invalid, "line " + std::to_string(clip.line) + ": " + problems.front()};
  return clips;
}

}  // namespace

DocumentOpener::DocumentOpener(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
  connect(m_parts.studio, &Studio::ready, this, [this] {
    for (const auto& file : std::exchange(m_waiting, {})) open(file);
  });
}

void DocumentOpener::choose() {
  const auto file = QFileDialog::getOpenFileName(m_parts.window, tr("Open a clip"), m_parts.settings->outputFolder(),
                                                 tr("Clips (*.mp4 *.webm *.mov *.gif *.png);;All files (*)"));
  if (!file.isEmpty()) open(file);
}

void DocumentOpener::chooseList() {
  const auto file =
      QFileDialog::getOpenFileName(m_parts.window, tr("Queue clips from a list"), m_parts.settings->outputFolder(),
                                   tr("Lists of prompts (*.txt *.csv *.tsv)"));
  if (!file.isEmpty()) open(file);
}

void DocumentOpener::open(const QMimeData& dropped) {
  for (const auto& url : dropped.urls())
    if (url.isLocalFile()) open(url.toLocalFile());
}

void DocumentOpener::open(const QString& path) {
  if (!m_parts.studio->isReady()) {
    m_waiting << path;
  } else if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) {
    openDocument(path);
  } else if (isList(path)) {
    openList(path);
  } else if (path.endsWith(QLatin1String(".safetensors"), Qt::CaseInsensitive)) {
    m_parts.request->addLoras({path});
  } else if (m_parts.prompt->takesImages() && isImageFile(path) &&
             !path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)) {
    m_parts.prompt->addImage(path);
  } else {
    // A PNG may be a frame of a clip, with its settings.
    openClip(path);
  }
}

void DocumentOpener::openDocument(const QString& path) {
  m_parts.studio->host()->ask(
      this, [path](Engine&) { return documentIn(path); },
      [this, path](const Document& document) {
        if (document.kind == DocumentKind::Profile)
          Q_EMIT profileOpened(path);
        else if (document.kind == DocumentKind::Presets)
          Q_EMIT presetsOpened(QFileInfo(path).fileName(), document.beginning);
        else
          m_parts.pair->open(path);
      });
}

void DocumentOpener::openList(const QString& path) {
  // Lines without a seed share one, so that their clips differ by what the list says.
  m_parts.prompt->rollSeedIfRandom();
  m_parts.studio->host()->ask(
      this,
      [path, base = withoutBranch(m_parts.request->request())](Engine& engine) { return clipsOf(engine, path, base); },
      [this, name = QFileInfo(path).fileName()](const Result<std::vector<BatchClip>>& clips) {
        if (!clips) return m_parts.announcer->tellError(name, clips.error());
        const int count = static_cast<int>(clips.value().size());
        m_parts.announcer->dropErrors();
        if (clips.value().size() > kMostOfList)
          return m_parts.announcer->warn([name, count] {
            return tr("%1 lists %2 clips; the queue takes up to %3 at once. Divide the list.")
                .arg(name, number(qint64{count}), number(qint64{kMostOfList}));
          });
        m_parts.announcer->offer([name, count] { return tr("%1 lists %n clip(s).", nullptr, count).arg(name); },
                                 [] { return tr("Add to the queue"); }, [this, all = clips.value()] { queue(all); });
      });
}

void DocumentOpener::queue(const std::vector<BatchClip>& clips) {
  auto* runner = m_parts.studio->runner();
  for (const auto& clip : clips) runner->enqueue(clip.request);
  // As after Generate: what was added is to run, unless something was paused on purpose.
  if (runner->isHeld() && m_parts.studio->queue()->count(RunState::Paused) == 0) runner->start();
  m_parts.announcer->say(
      [count = static_cast<int>(clips.size())] { return tr("%n clip(s) were added to the queue.", nullptr, count); });
}

void DocumentOpener::openClip(const QString& path) {
  const auto then = [this, path, newest = m_parts.clip->beginOpening()](const Clip& clip,
                                                                        const Studio::ClipComment& comment) {
    if (comment.settings.isEmpty() && clip.frames.size() == 1 && isImageFile(path) && m_parts.prompt->takesImages())
      m_parts.prompt->addImage(path);
    else if (newest)
      takeSettings(QFileInfo(path).fileName(), clip, comment);
  };
  m_parts.studio->openClip(path, this, then);
}

void DocumentOpener::takeSettings(const QString& name, const Clip& clip, const Studio::ClipComment& comment) {
  m_parts.announcer->dropErrors();
  if (comment.settings.isEmpty()) {
    showOnly(name, clip, comment.prompt);
  } else if (const auto request = requestFromJson(comment.settings.toStdString())) {
    m_parts.clip->showFile(clip, name, request.value());
    m_parts.request->takeOver(request.value());
    m_parts.announcer->say([name] { return tr("Settings loaded from %1.").arg(name); });
  } else {
    m_parts.clip->showFile(clip, name, {});
    m_parts.announcer->tellError(name, request.error());
  }
}

void DocumentOpener::showOnly(const QString& name, const Clip& clip, const QString& prompt) {
  m_parts.clip->showFile(clip, name, {});
  m_parts.announcer->say([name] { return tr("%1 contains no settings; only the clip is shown.").arg(name); });
  if (prompt.isEmpty()) return;
  constexpr int kMaxShown = 120;
  auto shown = prompt.simplified();
  if (shown.size() > kMaxShown) shown = shown.left(kMaxShown) + QStringLiteral("…");
  m_parts.announcer->offer([name, shown] { return tr("Another program left a prompt in %1: %2").arg(name, shown); },
                           [] { return tr("Use its prompt"); }, [this, prompt] { m_parts.prompt->usePrompt(prompt); });
}

}  // namespace fb::ui
