// SPDX-License-Identifier: MIT
#include "pairs/watched_view.h"

#include "text/durations.h"
#include "theme/style_property.h"
#include "theme/theme.h"
#include "widgets/elided_label.h"
#include "widgets/icon_button.h"

#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fb::ui {
namespace {

// Less than any large model takes.
constexpr std::uintmax_t kLittleRoom = 10'000'000'000;

}  // namespace

WatchedView::WatchedView(const Theme* theme, WatchedFolders* folders, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_folders(folders),
      m_heading(new QLabel(this)),
      m_add(new QPushButton(this)),
      m_layout(new QVBoxLayout(this)) {
  setObjectName(QStringLiteral("watchedFolders"));
  setProperty("role", "card");
  m_layout->setContentsMargins(12, 8, 8, 8);
  m_layout->setSpacing(4);
  m_heading->setWordWrap(true);
  m_add->setObjectName(QStringLiteral("watchFolderButton"));
  m_add->setAutoDefault(false);
  auto* head = new QHBoxLayout;
  head->addWidget(m_heading, 1);
  head->addWidget(m_add);
  m_layout->addLayout(head);
  connect(m_add, &QPushButton::clicked, this, &WatchedView::addRequested);
  connect(m_folders, &WatchedFolders::foldersChanged, this, &WatchedView::fill);
  connect(m_folders, &WatchedFolders::scanningChanged, this, &WatchedView::fill);
  connect(m_folders, &WatchedFolders::scanned, this, &WatchedView::fill);
  fill();
}

// Rows stay as long as the folders do, so that the keyboard's focus does.
void WatchedView::fill() {
  const auto& folders = m_folders->folders();
  const auto isShown = std::ranges::equal(folders, m_rows, {}, {}, &Row::folder);
  if (!isShown) {
    for (const auto& row : m_rows) row.widget->deleteLater();
    m_rows.clear();
    for (const auto& folder : folders) {
      auto* widget = new QWidget(this);
      // The end of a long path is what distinguishes two.
      auto* path = new ElidedLabel(Qt::ElideLeft, widget);
      auto* state = new QLabel(widget);
      state->setObjectName(QStringLiteral("watchedState"));
      state->setTextFormat(Qt::PlainText);
      auto* remove = iconButton(m_theme, QStringLiteral("close"), "stopWatchingButton", widget);
      remove->setProperty("role", "icon");
      connect(remove, &QToolButton::clicked, this, [this, folder] { m_folders->remove(folder); });
      auto* line = new QHBoxLayout(widget);
      line->setContentsMargins(0, 0, 0, 0);
      line->setSpacing(8);
      line->addWidget(path, 1);
      line->addWidget(state);
      line->addWidget(remove);
      m_layout->addWidget(widget);
      m_rows.push_back({folder, widget, path, state, remove});
    }
  }
  refresh();
}

void WatchedView::refresh() {
  m_heading->setText(m_rows.empty() ? tr("No folder is watched for models") : tr("Watched folders"));
  m_add->setText(tr("Watch folder…"));
  m_add->setAccessibleName(tr("Watch a folder of models"));
  m_add->setToolTip(
      tr("Remembered, and searched again when something in it changes. A ComfyUI folder works as it is."));
  for (const auto& row : m_rows) describe(row);
}

void WatchedView::describe(const Row& row) const {
  const auto place = QDir::toNativeSeparators(row.folder);
  row.path->setText(place);
  row.path->setToolTip(place);
  row.remove->setAccessibleName(tr("Stop watching %1").arg(place));
  row.remove->setToolTip(tr("The folder and its files stay as they are"));
  const auto& found = m_folders->found();
  const auto path = std::filesystem::path(row.folder.toStdString());
  const auto folder = std::ranges::find(found.folders, path, &FolderScan::Folder::path);
  const bool isKnown = folder != found.folders.end();
  const bool isScarce = isKnown && folder->freeBytes && *folder->freeBytes < kLittleRoom;
  QString words;
  if (m_folders->isScanning() && !isKnown)
    words = tr("searching…");
  else if (isKnown && folder->problem)
    words = folder->problem->kind == ErrorKind::NotFound ? tr("not there at the moment") : tr("cannot be read");
  else if (isKnown && folder->freeBytes)
    words = tr("%1 free").arg(byteSize(*folder->freeBytes));
  row.state->setText(words);
  row.state->setToolTip(isKnown && folder->problem ? QString::fromStdString(folder->problem->message) : QString());
  setStyleProperty(row.state, "role", isScarce || (isKnown && folder->problem) ? "warningText" : "muted");
}

void WatchedView::changeEvent(QEvent* event) {
  QFrame::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) refresh();
}

}  // namespace fb::ui
