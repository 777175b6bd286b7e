// SPDX-License-Identifier: MIT
#include "runs/history_panel.h"

#include "runs/branch_offer.h"
#include "runs/history_model.h"
#include "runs/run_delegate.h"
#include "text/clip_names.h"
#include "text/durations.h"
#include "theme/theme.h"
#include "widgets/open_folder.h"
#include "widgets/plain_texts.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace fb::ui {
namespace {

constexpr std::chrono::seconds kUndoTime(20);
constexpr std::chrono::milliseconds kFrameTime(125);  // of a thumbnail that is playing

// Pages by whole rows of tiles: the view's own page does not move if fewer than two rows fit.
class ClipList : public QListView {
public:
  using QListView::QListView;

protected:
  QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override {
    const auto current = currentIndex();
    if (!isWrapping() || !current.isValid() || (action != MovePageUp && action != MovePageDown))
      return QListView::moveCursor(action, modifiers);
    const int columns = std::max(1, viewport()->width() / gridSize().width());
    const int rows = std::max(1, viewport()->height() / gridSize().height());
    const int last = model()->rowCount() - 1, column = current.row() % columns;
    const int bottom = last - (last - column) % columns;  // the lowest in this column
    const int to = current.row() + (action == MovePageUp ? -1 : 1) * rows * columns;
    return model()->index(std::clamp(to, column, bottom), 0);
  }
};

QString presetName(SchedulePreset preset) {
  const auto name = toString(preset);
  return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())).toUpper();
}

bool mayChange(const QModelIndexList& rows) {
  return std::ranges::all_of(rows, [](const QModelIndex& index) { return index.flags().testFlag(Qt::ItemIsEditable); });
}

bool isStarred(const QModelIndex& index) { return index.data(HistoryModel::StarRole).toBool(); }

bool isClip(const QModelIndex& index) {
  return index.data(HistoryModel::KindRole).toInt() == static_cast<int>(RunKind::Generate);
}

std::vector<RunId> withVideo(const QModelIndexList& rows) {
  std::vector<RunId> ids;
  for (const auto& index : rows)
    if (!index.data(HistoryModel::VideoRole).toString().isEmpty())
      ids.push_back(index.data(HistoryModel::IdRole).toLongLong());
  return ids;
}

}  // namespace

HistoryPanel::HistoryPanel(const Theme* theme, HistoryModel* history, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_history(history),
      m_filter(new HistoryFilter(history, this)),
      m_search(new QLineEdit(this)),
      m_filterButton(button("historyFilterButton")),
      m_filters(new QMenu(m_filterButton)),
      m_starredOnly(button("starredOnlyButton")),
      m_grid(button("historyGridButton")),
      m_list(new ClipList(this)),
      m_delegate(new RunDelegate(
          theme, [this](const QModelIndex& index) { return describe(index); }, m_list)),
      m_empty(new QLabel(this)),
      m_undoBar(new QWidget(this)),
      m_undoText(new QLabel(m_undoBar)),
      m_undo(new QPushButton(m_undoBar)) {
  setObjectName(QStringLiteral("historyPanel"));
  build();
  connectList();
  connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
    m_filter->setSearch(text);
    refresh();
  });
  connect(m_starredOnly, &QToolButton::toggled, this, [this](bool on) {
    m_filter->setStarredOnly(on);
    refresh();
  });
  connect(m_grid, &QToolButton::toggled, this, [this](bool on) {
    m_delegate->layOut(m_list, on);
    m_list->scrollTo(m_list->currentIndex());
    Q_EMIT gridChanged(on);
  });
  connect(m_filters, &QMenu::aboutToShow, this, &HistoryPanel::fillFilters);
  m_deleteTimer->setObjectName(QStringLiteral("undoTimer"));
  m_deleteTimer->setInterval(kUndoTime);
  // The button stays as long as the user may be about to press it.
  connect(m_deleteTimer, &QTimer::timeout, this, [this] {
    if (!m_undo->hasFocus() && !m_undoBar->underMouse()) commitDeletion();
  });
  connect(m_undo, &QPushButton::clicked, this, [this] {
    // Otherwise, the keyboard would be somewhere else in the window once the button is hidden.
    m_list->setFocus(Qt::OtherFocusReason);
    undoDeletion();
  });
  retranslate();
}

HistoryPanel::~HistoryPanel() { commitDeletion(); }

QToolButton* HistoryPanel::button(const char* objectName) {
  auto* made = new QToolButton(this);
  made->setObjectName(QLatin1String(objectName));
  made->setAutoRaise(true);
  made->setCheckable(true);
  return made;
}

void HistoryPanel::build() {
  m_search->setObjectName(QStringLiteral("historySearch"));
  m_search->setClearButtonEnabled(true);
  m_filterButton->setIcon(m_theme->icon(QStringLiteral("filter")));
  m_filterButton->setMenu(m_filters);
  m_filterButton->setPopupMode(QToolButton::InstantPopup);
  m_filters->setObjectName(QStringLiteral("historyFilters"));
  m_starredOnly->setIcon(m_theme->icon(QStringLiteral("star")));
  m_grid->setIcon(m_theme->icon(QStringLiteral("grid")));
  m_list->setObjectName(QStringLiteral("historyList"));
  m_list->setModel(m_filter);
  m_list->setItemDelegate(m_delegate);
  m_list->setProperty("role", "plain");
  m_list->setUniformItemSizes(true);
  m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
  m_list->setMovement(QListView::Static);
  // Videos of clips into other programs. After the movement, which switches it off.
  m_list->setDragDropMode(QAbstractItemView::DragOnly);
  m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setResizeMode(QListView::Adjust);
  m_list->setEditTriggers(QAbstractItemView::EditKeyPressed);
  m_list->setContextMenuPolicy(Qt::CustomContextMenu);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setMouseTracking(true);
  m_list->viewport()->setAttribute(Qt::WA_Hover);
  m_list->viewport()->installEventFilter(this);
  m_empty->setObjectName(QStringLiteral("historyEmpty"));
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  m_empty->setProperty("role", "muted");
  auto* top = new QHBoxLayout;
  top->setSpacing(4);
  top->addWidget(m_search, 1);
  top->addWidget(m_filterButton);
  top->addWidget(m_starredOnly);
  top->addWidget(m_grid);
  auto* bar = new QHBoxLayout(m_undoBar);
  bar->setContentsMargins(0, 0, 0, 0);
  bar->addWidget(m_undoText, 1);
  bar->addWidget(m_undo);
  m_undo->setObjectName(QStringLiteral("undoDeleteButton"));
  m_undoBar->hide();
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(8, 8, 8, 8);
  layout->addLayout(top);
  layout->addWidget(m_list, 1);
  layout->addWidget(m_empty, 1);
  layout->addWidget(m_undoBar);
}

void HistoryPanel::connectList() {
  connect(m_list, &QListView::doubleClicked, this, [this] { Q_EMIT loadRequested(current()); });
  connect(m_list, &QWidget::customContextMenuRequested, this, &HistoryPanel::showMenu);
  connect(m_filter, &QAbstractItemModel::modelReset, this, &HistoryPanel::refresh);
  connect(m_filter, &QAbstractItemModel::rowsInserted, this, &HistoryPanel::refresh);
  connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &HistoryPanel::refresh);
  connect(&m_thumbnails, &Thumbnails::loaded, m_list->viewport(), qOverload<>(&QWidget::update));
  m_play.setInterval(kFrameTime);
  connect(&m_play, &QTimer::timeout, this, [this] {
    ++m_frame;
    if (m_hovered.isValid()) m_list->update(m_hovered);
  });
  const auto key = [this](QKeySequence keys, auto action) {
    auto* shortcut = new QShortcut(keys, m_list);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, action);
  };
  key(QKeySequence::Delete, &HistoryPanel::deleteSelected);
  key(QKeySequence::Copy, &HistoryPanel::copySelected);
  key(Qt::Key_S, &HistoryPanel::starSelected);
  key(Qt::Key_T, &HistoryPanel::askForTag);
  key(Qt::Key_Return, [this] {
    if (current()) Q_EMIT loadRequested(current());
  });
}

RunCard HistoryPanel::describe(const QModelIndex& index) {
  RunCard card;
  const bool playing = m_hovered == index;
  card.image = m_thumbnails.frame(index.data(HistoryModel::ThumbnailFileRole).toString(),
                                  index.data(HistoryModel::ThumbnailFramesRole).toInt(), playing ? m_frame : 0);
  card.title = index.data(HistoryModel::TitleRole).toString();
  const auto words = index.data(HistoryModel::WordsRole).toString();
  card.words = isClip(index) ? words : tr("probe · %1").arg(words);
  for (const auto& tag : index.data(HistoryModel::TagsRole).toStringList()) card.words += QStringLiteral(" · #") + tag;
  card.remark = index.data(HistoryModel::ReferenceRole).toString();
  card.starred = index.data(HistoryModel::StarRole).toBool();
  return card;
}

void HistoryPanel::setGrid(bool grid) { m_grid->setChecked(grid); }
bool HistoryPanel::isGrid() const { return m_grid->isChecked(); }

void HistoryPanel::retranslate() {
  m_search->setPlaceholderText(tr("Search prompts and names"));
  m_search->setAccessibleName(tr("Search the history"));
  m_search->setToolTip(tr("Shows the clips whose prompt, name or tags contain every word"));
  const auto name = [](QWidget* widget, const QString& text, const QString& tip) {
    widget->setAccessibleName(text);
    widget->setToolTip(tip);
  };
  name(m_filterButton, tr("Filter the history"), tr("Show only the clips of one pair, schedule or tag"));
  name(m_starredOnly, tr("Starred clips only"),
       tr("Show only the clips that have a star. Click a clip's star, or press S, to set it"));
  name(m_grid, tr("Large images"), tr("Show large images side by side instead of a list"));
  m_list->setAccessibleName(tr("History"));
  m_undo->setText(tr("Undo"));
  m_undo->setAccessibleName(tr("Restore the deleted clips"));
  refresh();
}

void HistoryPanel::focusSearch() {
  m_search->setFocus(Qt::ShortcutFocusReason);
  m_search->selectAll();
}

void HistoryPanel::select(RunId id) {
  const int row = m_history->row(id);
  const auto index = row < 0 ? QModelIndex() : m_filter->mapFromSource(m_history->index(row));
  if (!index.isValid()) return;
  m_list->setCurrentIndex(index);
  m_list->scrollTo(index);
}

void HistoryPanel::refresh() {
  const bool none = m_filter->rowCount() == 0;
  m_list->setVisible(!none);
  m_empty->setVisible(none);
  const bool isFiltered = m_filter->criteria() != HistoryCriteria();
  m_filterButton->setChecked(isFiltered);
  if (!m_search->text().isEmpty())
    m_empty->setText(tr("No clip matches \"%1\".").arg(m_search->text()));
  else if (isFiltered)
    m_empty->setText(tr("No clip matches the filters.\nThe filter button above can clear them."));
  else if (m_starredOnly->isChecked())
    m_empty->setText(tr("No clip has a star yet.\nClick the star of a clip, or press S on it."));
  else
    m_empty->setText(tr("Finished clips appear here.\nDouble-click one to load its settings."));
}

RunId HistoryPanel::current() const { return m_list->currentIndex().data(HistoryModel::IdRole).toLongLong(); }

QModelIndexList HistoryPanel::selectedRows() const {
  auto rows = m_list->selectionModel()->selectedIndexes();
  std::ranges::sort(rows, {}, &QModelIndex::row);
  return rows;
}

std::vector<RunId> HistoryPanel::selected() const {
  std::vector<RunId> ids;
  for (const auto& index : selectedRows()) ids.push_back(index.data(HistoryModel::IdRole).toLongLong());
  return ids;
}

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
  switch (event->type()) {
    case QEvent::MouseMove:
      hover(m_list->indexAt(static_cast<QMouseEvent*>(event)->position().toPoint()));
      break;
    case QEvent::Leave:
      hover({});
      break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
      // Before the list sees it: setting a star neither selects the clip nor loads it.
      if (const auto* mouse = static_cast<QMouseEvent*>(event);
          mouse->button() == Qt::LeftButton && clickOnStar(mouse->position().toPoint()))
        return true;
      break;
    case QEvent::Resize:
      m_delegate->layOut(m_list, isGrid());
      break;
    default:
      break;
  }
  return QWidget::eventFilter(object, event);
}

bool HistoryPanel::clickOnStar(const QPoint& position) {
  const auto index = m_list->indexAt(position);
  if (!index.isValid() || !m_delegate->starRect(m_list, index).contains(position)) return false;
  toggleStar(index);
  return true;
}

void HistoryPanel::toggleStar(const QModelIndex& index) {
  if (index.isValid()) m_filter->setData(index, !index.data(HistoryModel::StarRole).toBool(), HistoryModel::StarRole);
}

void HistoryPanel::starSelected() {
  const auto rows = selectedRows();
  const bool all = std::ranges::all_of(rows, isStarred);
  // Without a star, a row may leave the list, so the rows are not used any more after the first change.
  for (const auto id : selected()) m_history->setStarred(id, !all);
}

void HistoryPanel::showMenu(const QPoint& position) {
  const auto index = m_list->indexAt(position);
  if (!index.isValid()) return;
  QMenu menu(this);
  menu.setObjectName(QStringLiteral("historyMenu"));
  menu.setToolTipsVisible(true);
  if (const auto rows = selectedRows(); rows.size() > 1)
    fillManyMenu(menu, rows);
  else
    fillOneMenu(menu, index);
  menu.exec(m_list->viewport()->mapToGlobal(position));
}

void HistoryPanel::fillOneMenu(QMenu& menu, const QModelIndex& index) {
  const auto id = index.data(HistoryModel::IdRole).toLongLong();
  const bool clip = isClip(index), canChange = mayChange({index});
  menu.addAction(tr("&Load settings"), this, [this, id] { Q_EMIT loadRequested(id); });
  menu.addAction(tr("Re-run with other &boundaries"), this, [this, id] { Q_EMIT rerunRequested(id); });
  addBranches(menu, id, clip);
  menu.addSeparator();
  menu.addAction(tr("&Open clip"), this, [this, id] { Q_EMIT openRequested(id); })->setEnabled(clip);
  menu.addAction(tr("&Export…"), this, [this, id] { Q_EMIT exportRequested(id); })->setEnabled(clip);
  menu.addAction(tr("&Compare"), this, [this, id] { Q_EMIT compareRequested(id); })->setEnabled(clip);
  menu.addSeparator();
  if (clip) addVideo(menu, index);
  const auto folder = index.data(HistoryModel::RunFolderRole).toString();
  menu.addAction(tr("Show r&un folder"), this, [this, folder] { openFolder(folder, this); })->setEnabled(clip);
  menu.addSeparator();
  const auto copy = [](const QString& text) { return [text] { QApplication::clipboard()->setText(text); }; };
  menu.addAction(tr("Copy &seed"), this, copy(QString::number(index.data(HistoryModel::SeedRole).toULongLong())));
  menu.addAction(tr("Copy &prompt"), this, copy(index.data(HistoryModel::PromptRole).toString()));
  menu.addAction(isStarred(index) ? tr("Remove s&tar") : tr("S&tar"), this, &HistoryPanel::starSelected)
      ->setEnabled(canChange);
  addTags(menu, {index});
  menu.addAction(tr("Re&name"), this, [this] { m_list->edit(m_list->currentIndex()); })->setEnabled(canChange);
  menu.addAction(tr("&Delete"), this, &HistoryPanel::deleteSelected)->setEnabled(canChange);
}

void HistoryPanel::addVideo(QMenu& menu, const QModelIndex& index) {
  const auto id = index.data(HistoryModel::IdRole).toLongLong();
  const bool isSaved = !withVideo({index}).empty();
  for (auto* action :
       {menu.addAction(tr("Play &video in another program"), this, [this, id] { Q_EMIT playVideoRequested(id); }),
        menu.addAction(tr("Cop&y video"), QKeySequence(QKeySequence::Copy), this,
                       [this, id] { Q_EMIT copyVideosRequested({id}); }),
        menu.addAction(tr("Show in &folder"), this, [this, id] { Q_EMIT showVideoRequested(id); })}) {
    action->setEnabled(isSaved);
    if (!isSaved) action->setToolTip(tr("This clip was not saved as a video by itself. Export makes one."));
  }
}

// Without a video, what the row is called, as other lists do.
void HistoryPanel::copySelected() {
  if (const auto ids = withVideo(selectedRows()); !ids.empty())
    Q_EMIT copyVideosRequested(ids);
  else if (current())
    QApplication::clipboard()->setText(m_list->currentIndex().data(HistoryModel::TitleRole).toString());
}

void HistoryPanel::fillManyMenu(QMenu& menu, const QModelIndexList& rows) {
  const auto ids = selected();
  std::vector<RunId> clips;
  for (const auto& index : rows)
    if (isClip(index)) clips.push_back(index.data(HistoryModel::IdRole).toLongLong());
  auto* exports = menu.addAction(tr("&Export %n clip(s)…", nullptr, static_cast<int>(clips.size())), this,
                                 [this, clips] { Q_EMIT exportManyRequested(clips); });
  exports->setEnabled(!clips.empty());
  auto* compare = menu.addAction(tr("&Compare"), this, [this, clips] {
    Q_EMIT compareManyRequested({clips.rbegin(), clips.rend()});
  });
  constexpr std::size_t kMostCompared = 4;
  compare->setEnabled(clips.size() == ids.size() && clips.size() <= kMostCompared);
  if (!compare->isEnabled()) compare->setToolTip(tr("Two to four clips can be compared, and no probes."));
  const auto saved = withVideo(rows);
  menu.addAction(tr("Cop&y %n video(s)", nullptr, static_cast<int>(saved.size())), QKeySequence(QKeySequence::Copy),
                 this, [this, saved] { Q_EMIT copyVideosRequested(saved); })
      ->setEnabled(!saved.empty());
  menu.addSeparator();
  const bool all = std::ranges::all_of(rows, isStarred), canChange = mayChange(rows);
  menu.addAction(all ? tr("Remove s&tar") : tr("S&tar"), this, &HistoryPanel::starSelected)->setEnabled(canChange);
  addTags(menu, rows);
  menu.addAction(tr("&Delete %n clip(s)", nullptr, static_cast<int>(ids.size())), this, &HistoryPanel::deleteSelected)
      ->setEnabled(canChange);
}

// A tag is checked if all of the clips have it.
void HistoryPanel::addTags(QMenu& menu, const QModelIndexList& rows) {
  auto* tags = menu.addMenu(tr("Ta&gs"));
  tags->setObjectName(QStringLiteral("tagMenu"));
  tags->setEnabled(mayChange(rows));
  const auto ids = selected();
  for (const auto& name : m_history->tags()) {
    auto* action = tags->addAction(menuText(name));
    action->setCheckable(true);
    action->setChecked(std::ranges::all_of(rows, [&name](const QModelIndex& index) {
      return index.data(HistoryModel::TagsRole).toStringList().contains(name, Qt::CaseInsensitive);
    }));
    connect(action, &QAction::triggered, this, [this, ids, name](bool on) { tag(ids, name, on); });
  }
  if (!tags->isEmpty()) tags->addSeparator();
  tags->addAction(tr("&New tag…"), QKeySequence(Qt::Key_T), this, &HistoryPanel::askForTag);
}

void HistoryPanel::askForTag() {
  const auto rows = selectedRows();
  if (rows.isEmpty() || !mayChange(rows)) return;
  auto* ask = new QInputDialog(this);
  ask->setObjectName(QStringLiteral("tagDialog"));
  ask->setAttribute(Qt::WA_DeleteOnClose);
  ask->setWindowTitle(tr("Tag clips"));
  ask->setLabelText(tr("Tags for %n clip(s), separated by commas:", nullptr, static_cast<int>(rows.size())));
  connect(ask, &QInputDialog::textValueSelected, this, [this, ids = selected()](const QString& text) {
    for (const auto& name : tagsOf(text.split(QLatin1Char(',')))) tag(ids, name, true);
  });
  ask->open();
}

void HistoryPanel::tag(const std::vector<RunId>& ids, const QString& tag, bool on) {
  for (const auto id : ids) {
    const int row = m_history->row(id);
    if (row < 0) continue;
    auto tags = m_history->summary(row).tags;
    if (on == tags.contains(tag, Qt::CaseInsensitive)) continue;
    if (on)
      tags << tag;
    else
      tags.removeIf([&tag](const QString& other) { return other.compare(tag, Qt::CaseInsensitive) == 0; });
    m_history->setTags(id, tags);
  }
}

void HistoryPanel::fillFilters() {
  m_filters->clear();
  const auto now = m_filter->criteria();
  const auto with = [this, now](auto member) {
    return [this, now, member](const QString& name) {
      auto changed = now;
      changed.*member = name;
      filter(changed);
    };
  };
  addChoices(tr("&Pair"), tr("All pairs"), m_history->pairs(), now.pair, with(&HistoryCriteria::pair));
  QStringList schedules;
  for (const auto preset : kSchedulePresets) schedules << presetName(preset);
  addChoices(tr("&Schedule"), tr("All schedules"), schedules, now.schedule ? presetName(*now.schedule) : QString(),
             [this, now](const QString& name) {
               auto changed = now;
               changed.schedule = schedulePresetFromString(name.toLower().toStdString());
               filter(changed);
             });
  addChoices(tr("&Tag"), tr("All tags"), m_history->tags(), now.tag, with(&HistoryCriteria::tag));
  m_filters->addSeparator();
  m_filters->addAction(tr("&Clear filters"), this, [this] { filter({}); })->setEnabled(now != HistoryCriteria());
}

void HistoryPanel::addChoices(const QString& title, const QString& all, const QStringList& names, const QString& chosen,
                              const std::function<void(const QString&)>& choose) {
  auto* menu = m_filters->addMenu(title);
  auto* group = new QActionGroup(menu);
  const auto add = [&](const QString& text, const QString& name) {
    auto* action = menu->addAction(text, this, [choose, name] { choose(name); });
    action->setCheckable(true);
    action->setChecked(name == chosen);
    group->addAction(action);
  };
  add(all, {});
  menu->addSeparator();
  for (const auto& name : names) add(menuText(name), name);
  menu->setEnabled(!names.isEmpty());
}

void HistoryPanel::filter(const HistoryCriteria& criteria) {
  m_filter->setCriteria(criteria);
  refresh();
}

void HistoryPanel::addBranches(QMenu& menu, RunId id, bool isClip) {
  m_branches = menu.addMenu(tr("Branch from th&is clip"));
  m_branches->setObjectName(QStringLiteral("branchMenu"));
  m_branchesOf = id;
  m_branches->menuAction()->setEnabled(false);
  m_branches->menuAction()->setToolTip(isClip ? tr("Looking for the steps that are kept…")
                                              : tr("A probe keeps no steps."));
  if (isClip) Q_EMIT branchesWanted(id);
}

void HistoryPanel::offerBranches(RunId id, const BranchOffer& offer) {
  if (!m_branches || id != m_branchesOf) return;
  m_branches->clear();
  const QLocale locale;
  for (const int step : offer.steps)
    m_branches->addAction(tr("After step %1 of %2").arg(locale.toString(step), locale.toString(offer.ofSteps)), this,
                          [this, id, step] { Q_EMIT branchRequested(id, step); });
  m_branches->menuAction()->setEnabled(!offer.steps.empty());
  m_branches->menuAction()->setToolTip(
      offer.steps.empty() ? offer.problem : tr("Make another clip that takes over the first steps of this one"));
}

void HistoryPanel::deleteSelected() {
  const auto rows = selectedRows();
  if (rows.isEmpty() || !mayChange(rows)) return;
  const int first = rows.first().row();
  const auto ids = selected();
  m_deleted.insert(m_deleted.end(), ids.begin(), ids.end());
  m_filter->setHidden(m_deleted);
  m_list->setCurrentIndex(m_filter->index(std::min(first, m_filter->rowCount() - 1), 0));
  m_undoText->setText(tr("%n clip(s) deleted", nullptr, static_cast<int>(m_deleted.size())));
  m_undoBar->show();
  m_deleteTimer->start();
  refresh();
  Q_EMIT undoOffered();
}

QString HistoryPanel::offeredUndo() const { return m_deleted.empty() ? QString() : m_undo->text(); }

void HistoryPanel::undoDeletion() {
  m_deleteTimer->stop();
  m_deleted.clear();
  m_filter->setHidden({});
  refresh();
  if (m_undo->hasFocus()) m_list->setFocus(Qt::OtherFocusReason);
  m_undoBar->hide();
  Q_EMIT undoEnded();
}

void HistoryPanel::commitDeletion() {
  m_deleteTimer->stop();
  m_undoBar->hide();
  if (m_deleted.empty()) return;
  const auto ids = std::exchange(m_deleted, {});
  Q_EMIT deleteRequested(ids);
  m_filter->setHidden({});
  Q_EMIT undoEnded();
}

void HistoryPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QWidget::changeEvent(event);
}

}  // namespace fb::ui
