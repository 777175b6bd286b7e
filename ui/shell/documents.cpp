// SPDX-License-Identifier: MIT
// The window's side of files: pairs and clips that are opened or dropped, and what was found damaged at the start.
#include "runs/run_store.h"
#include "pairs/pair_shelf.h"
#include "prompt/image_files.h"
#include "prompt/preset_store.h"
#include "prompt/prompt_panel.h"
#include "settings/settings.h"
#include "shell/main_window.h"
#include "widgets/notice_bar.h"
#include "shell/studio.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QUrl>

namespace fb::ui {

void MainWindow::wireDocuments(PresetStore* presets) {
  const auto warn = [this](const QString& sentence) { m_notice->say(NoticeBar::Kind::Warning, sentence); };
  connect(presets, &PresetStore::failed, this, warn);
  for (const auto& problem : {m_settings->problem(), presets->problem(), m_studio->store()->problem()})
    if (!problem.isEmpty()) warn(problem);

  connect(m_pairs, &QComboBox::activated, this, [this](int row) { choosePair(m_shelf->pairs()->at(row).pair); });
  // A pair that is forgotten while it is in use stays so until another one is chosen.
  connect(m_shelf->pairs(), &QAbstractItemModel::rowsRemoved, this, [this] {
    m_pairs->setPlaceholderText(QString::fromStdString(m_pair.name));
    m_pairs->setCurrentIndex(m_shelf->pairs()->rowOf(m_pair));
  });
  connect(m_shelf, &PairShelf::documentsChanged, m_settings, &Settings::setPairDocuments);
  connect(m_shelf, &PairShelf::documentRefused, this, &MainWindow::tellError);
  connect(m_shelf, &PairShelf::added, this, [this](const PairSpec& pair, const QString& document) {
    if (document != m_wantedPair) return;
    m_wantedPair.clear();
    usePair(pair);
    takeUpLastRequest();
  });
}

void MainWindow::choosePair(const PairSpec& pair) {
  m_wantedPair.clear();
  m_lastRequest.reset();
  usePair(pair);
}

void MainWindow::openFile(const QString& path) {
  if (!m_studio->isReady()) {
    m_waitingFiles << path;
  } else if (path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive)) {
    m_wantedPair = path;
    m_shelf->open(path);
  } else if (m_prompt->takesImages() && isImageFile(path) &&
             !path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive)) {
    m_prompt->addImage(path);
  } else {
    // A PNG may be a frame of a clip, with its settings.
    m_studio->openClip(path);
  }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  for (const auto& url : event->mimeData()->urls())
    if (url.isLocalFile()) openFile(url.toLocalFile());
  event->acceptProposedAction();
}

}  // namespace fb::ui
