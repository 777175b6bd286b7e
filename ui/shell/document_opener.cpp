// SPDX-License-Identifier: MIT
#include "shell/document_opener.h"

#include "prompt/image_files.h"
#include "prompt/prompt_panel.h"
#include "session/engine_host.h"
#include "settings/settings.h"
#include "shell/announcer.h"
#include "shell/clip_presenter.h"
#include "shell/pair_presenter.h"
#include "shell/request_presenter.h"
#include "shell/studio.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <utility>

namespace fb::ui {
namespace {

// By its format, which another program may have moved to the end. What is wrong with it, the reader says.
bool isProfile(const QString& path) {
  constexpr qint64 kEnough = 1 << 20;
  QFile file(path);
  // Opening a pipe would wait for its other end.
  return QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) &&
         file.read(kEnough).contains("\"flowblend-probe\"");
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

void DocumentOpener::open(const QMimeData& dropped) {
  for (const auto& url : dropped.urls())
    if (url.isLocalFile()) open(url.toLocalFile());
}

void DocumentOpener::open(const QString& path) {
  if (!m_parts.studio->isReady()) {
    m_waiting << path;
  } else if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) {
    openDocument(path);
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
      this, [path](Engine&) { return isProfile(path); },
      [this, path](bool isOne) {
        if (isOne)
          Q_EMIT profileOpened(path);
        else
          m_parts.pair->open(path);
      });
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
