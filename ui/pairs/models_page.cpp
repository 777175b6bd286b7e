// SPDX-License-Identifier: MIT
#include "pairs/models_page.h"

#include "pairs/component_card.h"
#include "pairs/folded_files.h"
#include "pairs/pair_builder.h"
#include "pairs/pair_list_model.h"
#include "pairs/pair_shelf.h"
#include "pairs/watched_folders.h"
#include "pairs/watched_view.h"
#include "pairs/where_to_get.h"
#include "session/engine_host.h"
#include "text/error_sentences.h"
#include "theme/theme.h"
#include "widgets/drop_hint.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStandardPaths>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace fb::ui {
namespace {

namespace fs = std::filesystem;

// Long names end in an ellipsis instead of a scroll bar.
class NameDelegate : public QStyledItemDelegate {
public:
  using QStyledItemDelegate::QStyledItemDelegate;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    return {0, QStyledItemDelegate::sizeHint(option, index).height()};
  }
};

QString text(const fs::path& path) { return QDir::toNativeSeparators(QString::fromStdString(path.string())); }

}  // namespace

ModelsPage::ModelsPage(const Theme* theme, EngineHost* host, PairShelf* shelf, QWidget* parent)
    : QDialog(parent),
      m_theme(theme),
      m_host(host),
      m_shelf(shelf),
      m_pairs(shelf->pairs()),
      m_folder(
          (QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QStringLiteral("/pairs")).toStdString()),
      m_watched(new WatchedFolders(host, this)) {
  setObjectName(QStringLiteral("modelsPage"));
  setAcceptDrops(true);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(12, 12, 12, 12);
  layout->setSpacing(8);
  layout->addWidget(buildPairList(), 2);
  layout->addWidget(buildComponents(), 5);

  connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelsPage::refresh);
  connect(m_pairs, &QAbstractItemModel::dataChanged, this, &ModelsPage::refresh);
  connect(m_list, &QListView::doubleClicked, this, &ModelsPage::chooseSelected);
  connect(m_pairs, &QAbstractItemModel::rowsInserted, this, &ModelsPage::selectSomething);
  connect(m_pairs, &QAbstractItemModel::modelReset, this, &ModelsPage::selectSomething);
  connect(m_shelf, &PairShelf::documentRefused, this, &ModelsPage::showRefused);
  connect(m_use, &QPushButton::clicked, this, &ModelsPage::chooseSelected);
  connect(m_forget, &QPushButton::clicked, this, &ModelsPage::forgetSelected);
  auto* forget = new QShortcut(QKeySequence::Delete, m_list);
  forget->setContext(Qt::WidgetShortcut);
  connect(forget, &QShortcut::activated, this, &ModelsPage::forgetSelected);
  connect(m_addFiles, &QPushButton::clicked, this, &ModelsPage::browseFiles);
  connect(m_addFolder, &QPushButton::clicked, this, &ModelsPage::browseFolder);
  connect(m_watched, &WatchedFolders::scanned, this, &ModelsPage::showWatched);
  connect(m_watched, &WatchedFolders::foldersChanged, this, &ModelsPage::modelFoldersChanged);
  connect(m_builder, &PairBuilder::buildRequested, this, &ModelsPage::buildPair);
  connect(m_where, &QToolButton::toggled, this, [this](bool open) {
    m_whereToGet->setVisible(open);
    m_where->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    if (open) askForRoom();
  });
  connect(m_host, &EngineHost::failed, this, [this](const Error& error) {
    m_engineError = error;
    for (auto* card : m_cards)
      if (card->isBusy()) card->setFinding({card->path(), error});
  });
  for (const auto& refused : m_shelf->refused()) showRefused(refused.document, refused.error);
  selectSomething();
  retranslate();
}

QWidget* ModelsPage::buildPairList() {
  auto* side = new QWidget(this);
  m_pairsHeading = new QLabel(side);
  m_pairsHeading->setProperty("role", "heading");
  m_list = new QListView(side);
  m_list->setObjectName(QStringLiteral("pairList"));
  m_list->setModel(m_pairs);
  m_list->setItemDelegate(new NameDelegate(m_list));
  m_list->setUniformItemSizes(true);
  m_list->setTextElideMode(Qt::ElideRight);
  m_parts = new QLabel(side);
  m_parts->setObjectName(QStringLiteral("pairParts"));
  m_parts->setProperty("role", "muted");
  m_parts->setWordWrap(true);
  m_parts->setTextFormat(Qt::PlainText);
  m_parts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  m_use = new QPushButton(side);
  m_use->setObjectName(QStringLiteral("usePairButton"));
  m_use->setProperty("role", "primary");
  m_use->setAutoDefault(false);
  m_forget = new QPushButton(side);
  m_forget->setObjectName(QStringLiteral("forgetPairButton"));
  m_forget->setAutoDefault(false);
  auto* buttons = new QHBoxLayout;
  buttons->addWidget(m_use, 1);
  buttons->addWidget(m_forget);
  auto* layout = new QVBoxLayout(side);
  layout->setContentsMargins(0, 0, 8, 0);
  layout->setSpacing(8);
  layout->addWidget(m_pairsHeading);
  layout->addWidget(m_list, 1);
  layout->addWidget(m_parts);
  layout->addLayout(buttons);
  m_pairsHeading->setBuddy(m_list);
  return side;
}

QWidget* ModelsPage::buildComponents() {
  auto* side = new QWidget(this);
  m_addHeading = new QLabel(side);
  m_addHeading->setProperty("role", "heading");
  m_addFiles = new QPushButton(side);
  m_addFiles->setObjectName(QStringLiteral("addFilesButton"));
  m_addFolder = new QPushButton(side);
  m_addFolder->setObjectName(QStringLiteral("addFolderButton"));
  auto* head = new QHBoxLayout;
  head->setSpacing(8);
  head->addWidget(m_addHeading, 1);
  for (auto* button : {m_addFiles, m_addFolder}) {
    button->setAutoDefault(false);
    head->addWidget(button);
  }
  m_scroll = new QScrollArea(side);
  m_scroll->setObjectName(QStringLiteral("componentsScroll"));
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_scroll->setWidgetResizable(true);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setWidget(buildContent());
  auto* layout = new QVBoxLayout(side);
  layout->setContentsMargins(8, 0, 0, 0);
  layout->setSpacing(8);
  layout->addLayout(head);
  layout->addWidget(m_scroll, 1);
  return side;
}

QWidget* ModelsPage::buildContent() {
  // In the order of the Tab key.
  auto* content = new QWidget;
  auto* watched = new WatchedView(m_theme, m_watched, content);
  connect(watched, &WatchedView::addRequested, this, &ModelsPage::browseWatched);
  m_empty = new DropHint(m_theme, content);
  m_empty->setObjectName(QStringLiteral("componentsEmpty"));
  m_buildHeading = new QLabel(content);
  m_buildHeading->setProperty("role", "heading");
  m_builder = new PairBuilder(content);
  m_cardLayout = new QVBoxLayout;
  m_cardLayout->setSpacing(8);
  m_loras = new FoldedFiles(FoldedFiles::Kind::Loras, content);
  m_useless = new FoldedFiles(FoldedFiles::Kind::Useless, content);
  m_where = new QToolButton(content);
  m_where->setObjectName(QStringLiteral("whereToGetButton"));
  m_where->setProperty("role", "disclosure");
  m_where->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_where->setArrowType(Qt::RightArrow);
  m_where->setCheckable(true);
  m_whereToGet = new WhereToGet(content);
  m_whereToGet->hide();
  auto* inside = new QVBoxLayout(content);
  inside->setContentsMargins(0, 0, 8, 0);
  inside->setSpacing(8);
  inside->addWidget(watched);
  inside->addWidget(m_empty);
  // A folder may hold many files, and what they are for must not be below them all.
  inside->addSpacing(8);
  inside->addWidget(m_buildHeading);
  inside->addWidget(m_builder);
  inside->addSpacing(8);
  inside->addLayout(m_cardLayout);
  inside->addWidget(m_loras);
  inside->addWidget(m_useless);
  inside->addSpacing(8);
  inside->addWidget(m_where, 0, Qt::AlignLeft);
  inside->addWidget(m_whereToGet);
  inside->addStretch(1);
  return content;
}

void ModelsPage::retranslate() {
  setWindowTitle(tr("Models and pairs"));
  m_pairsHeading->setText(tr("&Pairs"));
  m_list->setAccessibleName(tr("Pairs"));
  m_list->setToolTip(tr("Double-click a pair to use it"));
  m_forget->setText(tr("For&get"));
  m_forget->setAccessibleName(tr("Forget this pair"));
  m_forget->setToolTip(tr("Removes the pair from this list; its files are not deleted"));
  m_use->setAccessibleName(tr("Use this pair"));
  m_use->setToolTip(tr("The next runs will use it"));
  m_addHeading->setText(tr("Model files"));
  m_addFiles->setText(tr("Add &files…"));
  m_addFiles->setAccessibleName(tr("Add model files"));
  m_addFiles->setToolTip(tr("Checkpoints (.safetensors, .gguf), their indexes, tokenizers, or pair documents (.json)"));
  m_addFolder->setText(tr("Add fol&der…"));
  m_addFolder->setAccessibleName(tr("Add a folder of models"));
  m_addFolder->setToolTip(tr("A downloaded repository; its subfolders are searched too"));
  m_scroll->setAccessibleName(tr("Model files"));
  m_buildHeading->setText(tr("Build a pair"));
  m_where->setText(tr("&Where to get them"));
  m_where->setAccessibleName(tr("Where to get model files"));
  m_where->setToolTip(tr("Lists the public repositories and the files needed from them"));
  refresh();
}

void ModelsPage::refresh() {
  const int row = selectedRow();
  m_forget->setEnabled(row >= 0 && !m_pairs->at(row).builtIn);
  const bool inUse = row >= 0 && m_inUse && m_pairs->rowOf(*m_inUse) == row;
  m_use->setEnabled(row >= 0 && !inUse);
  m_use->setText(inUse ? tr("In use") : tr("&Use this pair"));
  if (row < 0) {
    m_parts->clear();
  } else if (m_pairs->at(row).builtIn) {
    m_parts->setText(tr("Comes with the program; small enough for any machine."));
  } else {
    m_parts->setText(detailsOf(m_pairs->at(row)));
  }
  m_empty->setVisible((m_cards.empty() && m_watched->folders().isEmpty()) || m_dragging);
  m_empty->setActive(m_dragging);
  m_empty->setText(m_dragging ? tr("Drop to add them")
                              : tr("Drop checkpoints here, or a whole downloaded folder.\nEach is recognised by its "
                                   "content, not its name."));
  std::vector<Finding> findings;
  for (const auto* card : m_cards)
    if (const auto* finding = card->finding()) findings.push_back(*finding);
  m_builder->setFindings(findings);
  arrangeCards();
}

QString ModelsPage::detailsOf(const PairEntry& entry) {
  const auto& pair = entry.pair;
  const bool inside = pair.vae == pair.large || pair.vae == pair.small;
  QStringList lines{tr("Large: %1").arg(text(pair.large)), tr("Small: %1").arg(text(pair.small)),
                    tr("Text encoder: %1").arg(text(pair.textEncoder)), tr("Tokenizer: %1").arg(text(pair.tokenizer)),
                    inside ? tr("VAE: inside the model") : tr("VAE: %1").arg(text(pair.vae))};
  if (!pair.imageEncoder.empty()) lines << tr("Image encoder: %1").arg(text(pair.imageEncoder));
  if (!pair.upsampler.empty()) lines << tr("Latent upsampler: %1").arg(text(pair.upsampler));
  if (entry.pipeline) lines << tr("Settings of its folder: %1").arg(QString::fromStdString(entry.pipeline->words()));
  return lines.join(QLatin1Char('\n'));
}

int ModelsPage::selectedRow() const {
  const auto index = m_list->currentIndex();
  return index.isValid() ? index.row() : -1;
}

void ModelsPage::selectSomething() {
  if (m_inUse) {
    if (const int row = m_pairs->rowOf(*m_inUse); row >= 0 && selectedRow() < 0)
      m_list->setCurrentIndex(m_pairs->index(row));
  } else if (selectedRow() < 0) {
    m_list->setCurrentIndex(m_pairs->index(0));
  }
}

void ModelsPage::setPairInUse(const PairSpec& pair) {
  m_inUse = pair;
  if (const int row = m_pairs->rowOf(pair); row >= 0) m_list->setCurrentIndex(m_pairs->index(row));
  refresh();
}

void ModelsPage::showRefused(const QString& document, const Error& error) {
  const fs::path path(document.toStdString());
  auto* card = cardOf(path);
  (card ? card : addCard(path))->setFinding({path, error});
  refresh();
}

void ModelsPage::addPaths(const QStringList& paths) {
  for (const auto& each : paths) {
    const fs::path path(QDir::cleanPath(each).toStdString());
    auto* card = cardOf(path);
    if (card && card->isBusy()) continue;
    if (!card) card = addCard(path);
    if (m_engineError) {
      card->setFinding({path, *m_engineError});
      continue;
    }
    m_host->ask(
        this, [path](Engine& engine) { return scanComponents(engine, path); },
        [this, path](const std::vector<Finding>& findings) { showFindings(path, findings); });
  }
  refresh();
}

ComponentCard* ModelsPage::cardOf(const fs::path& path) const {
  const auto found = std::find_if(m_cards.begin(), m_cards.end(), [&](auto* card) { return card->path() == path; });
  return found == m_cards.end() ? nullptr : *found;
}

ComponentCard* ModelsPage::addCard(const fs::path& path) {
  auto* card = new ComponentCard(m_theme, path);
  connect(card, &ComponentCard::removeRequested, this, [this, card] { removeCard(card); });
  m_cards.push_back(card);
  m_cardLayout->addWidget(card);
  return card;
}

void ModelsPage::removeCard(ComponentCard* card) {
  const auto document = QString::fromStdString(card->path().string());
  std::erase(m_cards, card);
  card->hide();
  card->deleteLater();
  m_shelf->forget(document);
  refresh();
}

void ModelsPage::setModelFolders(const QStringList& folders) { m_watched->setFolders(folders); }

void ModelsPage::showEvent(QShowEvent* event) {
  QDialog::showEvent(event);
  // A search is under way if the folders were just set.
  if (!m_watched->folders().isEmpty() && !m_watched->isScanning()) m_watched->rescan();
}

// Parts get a card each; everything else is folded.
void ModelsPage::showWatched() {
  std::set<fs::path> parts;
  for (const auto& finding : m_watched->found().findings) {
    if (!isPart(finding)) continue;
    parts.insert(finding.path);
    auto* card = cardOf(finding.path);
    if (!card) {
      card = addCard(finding.path);
      card->setRemovable(false);
      m_cardsOfWatched.insert(finding.path);
    }
    card->setFinding(finding);
  }
  const auto gone = [&](const fs::path& path) { return !parts.contains(path); };
  for (const auto& path : m_cardsOfWatched)
    if (auto* card = gone(path) ? cardOf(path) : nullptr) {
      std::erase(m_cards, card);
      card->hide();
      card->deleteLater();
    }
  std::erase_if(m_cardsOfWatched, gone);
  refreshFolded();
  refresh();
}

void ModelsPage::refreshFolded() {
  auto folded = m_watched->found().findings;
  for (const auto& finding : m_folded)
    if (!m_watched->found().known.contains(finding.path)) folded.push_back(finding);
  std::erase_if(folded, [](const Finding& finding) { return std::holds_alternative<PairSpec>(finding.what); });
  m_loras->setFindings(folded);
  m_useless->setFindings(folded);
}

// What can be used comes first.
void ModelsPage::arrangeCards() {
  auto cards = m_cards;
  std::ranges::stable_partition(cards,
                                [](const ComponentCard* card) { return card->isBusy() || isPart(*card->finding()); });
  for (int i = 0; i < static_cast<int>(cards.size()); ++i)
    if (m_cardLayout->indexOf(cards[static_cast<std::size_t>(i)]) != i)
      m_cardLayout->insertWidget(i, cards[static_cast<std::size_t>(i)]);
}

// Where models would be downloaded to, most likely.
void ModelsPage::askForRoom() {
  const auto folder = m_watched->folders().value(0, QDir::homePath());
  m_host->ask(
      this,
      [path = folder.toStdString()](Engine&) {
        std::error_code error;
        const auto space = fs::space(path, error);
        return error ? std::nullopt : std::optional(space.available);
      },
      [this](std::optional<std::uintmax_t> bytes) { m_whereToGet->setFreeSpace(bytes); });
}

void ModelsPage::showFindings(const fs::path& asked, const std::vector<Finding>& findings) {
  // The busy card becomes that of the first finding, unless its path already has one.
  auto* waiting = cardOf(asked);
  const bool isFolder = findings.size() > 1 || findings.front().path != asked;
  std::erase_if(m_folded, [&](const Finding& finding) {
    return std::ranges::find(findings, finding.path, &Finding::path) != findings.end();
  });
  for (const auto& finding : findings) {
    if (const auto* pair = std::get_if<PairSpec>(&finding.what)) {
      remember(*pair, finding.path);
      continue;
    }
    // What a folder happens to contain besides; the answer about a file is shown whatever it is.
    if (isFolder && !isPart(finding) && !cardOf(finding.path)) {
      m_folded.push_back(finding);
      continue;
    }
    if (auto* known = cardOf(finding.path); known && known != waiting) {
      known->setFinding(finding);
      continue;
    }
    (waiting ? waiting : addCard(finding.path))->setFinding(finding);
    waiting = nullptr;
  }
  if (waiting) removeCard(waiting);
  refreshFolded();
  refresh();
  // What is wrong with a file that was asked for is not to be missed; once the layout has made room for it.
  if (auto* card = cardOf(asked); card && card->finding() && !isPart(*card->finding()))
    QTimer::singleShot(0, card, [this, card] { m_scroll->ensureWidgetVisible(card); });
}

void ModelsPage::remember(const PairSpec& pair, const fs::path& document) {
  m_list->setCurrentIndex(m_pairs->index(m_shelf->add(pair, QString::fromStdString(document.string()))));
}

void ModelsPage::buildPair(const PairSpec& pair) {
  m_builder->setBusy(true);
  m_host->ask(
      this, [pair, folder = m_folder](Engine& engine) { return ui::buildPair(engine, pair, folder); },
      [this](const Result<BuiltPair>& built) {
        m_builder->setBusy(false);
        if (!built) {
          m_builder->showMessage(errorText(built.error()).detail, "error");
          return;
        }
        remember(built.value().pair, built.value().document);
        m_builder->showMessage(
            tr("%1 was added to the list of pairs.").arg(QString::fromStdString(built.value().pair.name)), "muted");
      });
}

void ModelsPage::forgetSelected() { m_shelf->removePair(selectedRow()); }

void ModelsPage::chooseSelected() {
  const int row = selectedRow();
  if (row < 0) return;
  const auto pair = m_pairs->at(row).pair;
  setPairInUse(pair);
  Q_EMIT pairChosen(pair);
}

void ModelsPage::browseFiles() {
  addPaths(QFileDialog::getOpenFileNames(this, tr("Add model files"), {},
                                         tr("Models and pairs (*.safetensors *.gguf *.json *.model);;All files (*)")));
}

void ModelsPage::browseFolder() {
  const auto folder = QFileDialog::getExistingDirectory(this, tr("Add a folder of models"));
  if (!folder.isEmpty()) addPaths({folder});
}

void ModelsPage::browseWatched() {
  const auto folder = QFileDialog::getExistingDirectory(this, tr("Watch a folder of models"));
  if (!folder.isEmpty()) m_watched->add(folder);
}

void ModelsPage::dragEnterEvent(QDragEnterEvent* event) {
  const auto urls = event->mimeData()->urls();
  if (std::none_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); })) return;
  event->acceptProposedAction();
  m_dragging = true;
  refresh();
}

void ModelsPage::dragLeaveEvent(QDragLeaveEvent* event) {
  m_dragging = false;
  refresh();
  QDialog::dragLeaveEvent(event);
}

void ModelsPage::dropEvent(QDropEvent* event) {
  m_dragging = false;
  QStringList paths;
  for (const auto& url : event->mimeData()->urls())
    if (url.isLocalFile()) paths << url.toLocalFile();
  event->acceptProposedAction();
  addPaths(paths);
}

void ModelsPage::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QDialog::changeEvent(event);
}

}  // namespace fb::ui
