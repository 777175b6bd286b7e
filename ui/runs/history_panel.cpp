// SPDX-License-Identifier: MIT
#include "runs/history_panel.h"

#include "models/history_model.h"
#include "runs/run_delegate.h"
#include "text/durations.h"
#include "theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QShortcut>
#include <QUrl>
#include <QVBoxLayout>

#include <chrono>

namespace fb::ui {
namespace {

constexpr std::chrono::seconds kUndoTime(8);

}  // namespace

HistoryPanel::HistoryPanel(const Theme* theme, HistoryModel* history, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_history(history),
      m_filter(new HistoryFilter(history, this)),
      m_search(new QLineEdit(this)),
      m_list(new QListView(this)),
      m_empty(new QLabel(this)),
      m_undoBar(new QWidget(this)),
      m_undoText(new QLabel(m_undoBar)),
      m_undo(new QPushButton(m_undoBar)) {
  setObjectName(QStringLiteral("historyPanel"));
  build();
  connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
    m_filter->setSearch(text);
    refresh();
  });
  connect(m_list, &QListView::doubleClicked, this, [this] { Q_EMIT loadRequested(selected()); });
  connect(m_list, &QWidget::customContextMenuRequested, this, &HistoryPanel::showMenu);
  connect(m_filter, &QAbstractItemModel::modelReset, this, &HistoryPanel::refresh);
  connect(m_filter, &QAbstractItemModel::rowsInserted, this, &HistoryPanel::refresh);
  connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &HistoryPanel::refresh);
  connect(&m_thumbnails, &Thumbnails::loaded, m_list->viewport(), qOverload<>(&QWidget::update));
  m_play.setInterval(125);
  connect(&m_play, &QTimer::timeout, this, [this] {
    ++m_frame;
    if (m_hovered.isValid()) m_list->update(m_hovered);
  });
  m_deleteTimer.setSingleShot(true);
  connect(&m_deleteTimer, &QTimer::timeout, this, &HistoryPanel::commitDeletion);
  connect(m_undo, &QPushButton::clicked, this, [this] {
    m_deleteTimer.stop();
    m_deleted.clear();
    m_filter->setHidden({});
    m_undoBar->hide();
    refresh();
  });
  const auto key = [this](QKeySequence keys, auto action) {
    auto* shortcut = new QShortcut(keys, m_list);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, action);
  };
  key(QKeySequence::Delete, &HistoryPanel::deleteSelected);
  key(Qt::Key_Return, [this] {
    if (selected()) Q_EMIT loadRequested(selected());
  });
  retranslate();
}

HistoryPanel::~HistoryPanel() { commitDeletion(); }

void HistoryPanel::build() {
  m_search->setObjectName(QStringLiteral("historySearch"));
  m_search->setClearButtonEnabled(true);
  m_list->setObjectName(QStringLiteral("historyList"));
  m_list->setModel(m_filter);
  m_list->setItemDelegate(new RunDelegate(
      m_theme,
      [this](const QModelIndex& index) {
        RunCard card;
        const bool playing = m_hovered == index;
        card.picture = m_thumbnails.frame(index.data(HistoryModel::ThumbnailFileRole).toString(),
                                          index.data(HistoryModel::ThumbnailFramesRole).toInt(), playing ? m_frame : 0);
        card.title = index.data(HistoryModel::TitleRole).toString();
        const auto size = index.data(HistoryModel::SizeRole).toSize();
        const auto when = QLocale().toString(index.data(HistoryModel::EndedRole).toDateTime(), QLocale::ShortFormat);
        const bool probe = index.data(HistoryModel::KindRole).toInt() == static_cast<int>(RunKind::Probe);
        card.words = (probe ? tr("probe · %1×%2 · %3 · %4") : tr("%1×%2 · %3 · %4"))
                         .arg(size.width())
                         .arg(size.height())
                         .arg(elapsed(index.data(HistoryModel::SecondsRole).toDouble()), when);
        return card;
      },
      m_list));
  m_list->setProperty("role", "plain");
  m_list->setUniformItemSizes(true);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setResizeMode(QListView::Adjust);
  m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
  m_list->setContextMenuPolicy(Qt::CustomContextMenu);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setMouseTracking(true);
  m_list->viewport()->installEventFilter(this);
  m_empty->setObjectName(QStringLiteral("historyEmpty"));
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_empty->setProperty("role", "muted");
  auto* bar = new QHBoxLayout(m_undoBar);
  bar->setContentsMargins(0, 0, 0, 0);
  bar->addWidget(m_undoText, 1);
  bar->addWidget(m_undo);
  m_undo->setObjectName(QStringLiteral("undoDeleteButton"));
  m_undoBar->hide();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 8, 8, 8);
  layout->addWidget(m_search);
  layout->addWidget(m_list, 1);
  layout->addWidget(m_empty, 1);
  layout->addWidget(m_undoBar);
}

void HistoryPanel::retranslate() {
  m_search->setPlaceholderText(tr("Search prompts and names"));
  m_search->setAccessibleName(tr("Search the history"));
  m_search->setToolTip(tr("Shows the clips whose prompt or name holds every word"));
  m_list->setAccessibleName(tr("History"));
  m_undo->setText(tr("&Undo"));
  m_undo->setAccessibleName(tr("Keep the deleted clips"));
  refresh();
}

void HistoryPanel::focusSearch() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

void HistoryPanel::refresh() {
  const bool none = m_filter->rowCount() == 0;
  m_list->setVisible(!none);
  m_empty->setVisible(none);
  m_empty->setText(m_search->text().isEmpty()
                       ? tr("Finished clips gather here.\nDouble-click one to take its settings back.")
                       : tr("No clip matches \"%1\".").arg(m_search->text()));
}

RunId HistoryPanel::selected() const { return m_list->currentIndex().data(HistoryModel::IdRole).toLongLong(); }

void HistoryPanel::hover(const QModelIndex& index) {
  if (m_hovered == index) return;
  const QModelIndex before = m_hovered;
  m_hovered = index;
  m_frame = 0;
  if (before.isValid()) m_list->update(before);
  if (index.isValid())
    m_play.start();
  else
    m_play.stop();
}

bool HistoryPanel::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::MouseMove)
    hover(m_list->indexAt(static_cast<QMouseEvent*>(event)->position().toPoint()));
  else if (event->type() == QEvent::Leave)
    hover({});
  return QWidget::eventFilter(object, event);
}

void HistoryPanel::showMenu(const QPoint& position) {
  const auto index = m_list->indexAt(position);
  if (!index.isValid()) return;
  const auto id = selected();
  const bool clip = index.data(HistoryModel::KindRole).toInt() == static_cast<int>(RunKind::Generate);
  QMenu menu(this);
  menu.addAction(tr("&Load settings"), this, [this, id] { Q_EMIT loadRequested(id); });
  menu.addAction(tr("Re-run with other &boundaries"), this, [this, id] { Q_EMIT rerunRequested(id); });
  menu.addSeparator();
  menu.addAction(tr("&Open clip"), this, [this, id] { Q_EMIT openRequested(id); })->setEnabled(clip);
  menu.addAction(tr("&Export…"), this, [this, id] { Q_EMIT exportRequested(id); })->setEnabled(clip);
  menu.addAction(tr("&Compare"), this, [this, id] { Q_EMIT compareRequested(id); })->setEnabled(clip);
  menu.addAction(tr("Show in &folder"), this,
                 [index] {
                   QDesktopServices::openUrl(QUrl::fromLocalFile(index.data(HistoryModel::RunFolderRole).toString()));
                 })
      ->setEnabled(clip);
  menu.addSeparator();
  menu.addAction(tr("Copy &seed"), this, [index] {
    QApplication::clipboard()->setText(QString::number(index.data(HistoryModel::SeedRole).toULongLong()));
  });
  menu.addAction(tr("Copy &prompt"), this,
                 [index] { QApplication::clipboard()->setText(index.data(HistoryModel::PromptRole).toString()); });
  menu.addAction(tr("Re&name"), this, [this, index] { m_list->edit(index); });
  menu.addAction(tr("&Delete"), this, &HistoryPanel::deleteSelected);
  menu.exec(m_list->viewport()->mapToGlobal(position));
}

void HistoryPanel::deleteSelected() {
  if (!selected()) return;
  m_deleted.push_back(selected());
  m_filter->setHidden(m_deleted);
  m_undoText->setText(tr("%n clip(s) deleted", nullptr, static_cast<int>(m_deleted.size())));
  m_undoBar->show();
  m_deleteTimer.start(kUndoTime);
  refresh();
}

void HistoryPanel::commitDeletion() {
  m_undoBar->hide();
  if (m_deleted.empty()) return;
  const auto ids = std::exchange(m_deleted, {});
  Q_EMIT deleteRequested(ids);
  m_filter->setHidden({});
}

void HistoryPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
