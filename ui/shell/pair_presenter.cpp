// SPDX-License-Identifier: MIT
#include "shell/pair_presenter.h"

#include "pairs/pair_shelf.h"
#include "settings/settings.h"

#include <QComboBox>

namespace fb::ui {

PairPresenter::PairPresenter(PairShelf* shelf, Settings* settings, QComboBox* combo, QObject* parent)
    : QObject(parent), m_shelf(shelf), m_settings(settings), m_combo(combo) {
  m_combo->setModel(m_shelf->pairs());
  connect(m_combo, &QComboBox::activated, this, [this](int row) { choose(m_shelf->pairs()->at(row).pair); });
  connect(m_shelf->pairs(), &QAbstractItemModel::rowsRemoved, this, &PairPresenter::onRemoved);
  connect(m_shelf->pairs(), &QAbstractItemModel::dataChanged, this, &PairPresenter::tellFolder);
  connect(m_shelf, &PairShelf::documentsChanged, m_settings, &Settings::setPairDocuments);
  connect(m_shelf, &PairShelf::added, this, &PairPresenter::onAdded);
}

bool PairPresenter::has(const std::string& name) const { return m_shelf->pairs()->rowOf(name) >= 0; }

bool PairPresenter::isBuiltIn() const {
  const int row = m_shelf->pairs()->rowOf(m_pair);
  return row >= 0 && m_shelf->pairs()->at(row).builtIn;
}

void PairPresenter::begin(const std::vector<PairSpec>& builtIn) {
  m_wanted = m_settings->lastPair();
  m_shelf->setBuiltInPairs(builtIn);
  m_shelf->setDocuments(m_settings->pairDocuments());
  use(builtIn.front());
}

void PairPresenter::choose(const PairSpec& pair) {
  m_wanted.clear();
  Q_EMIT aboutToChoose();
  use(pair);
}

void PairPresenter::useNamed(const std::string& name) {
  if (const int row = m_shelf->pairs()->rowOf(name); row >= 0 && name != m_pair.name)
    use(PairSpec(m_shelf->pairs()->at(row).pair));
}

void PairPresenter::open(const QString& document) {
  m_wanted = document;
  m_shelf->open(document);
}

void PairPresenter::use(const PairSpec& pair) {
  m_pair = pair;
  if (const int row = m_shelf->pairs()->rowOf(pair); row >= 0) {
    m_combo->setCurrentIndex(row);
    if (m_wanted.isEmpty()) m_settings->setLastPair(m_shelf->pairs()->at(row).document);
  }
  Q_EMIT changed(m_pair);
  tellFolder();
}

// The folder may be read before or after the pair is put into use.
void PairPresenter::tellFolder() {
  const int row = m_shelf->pairs()->rowOf(m_pair);
  if (row < 0 || !m_shelf->pairs()->at(row).pipeline) return;
  const auto& entry = m_shelf->pairs()->at(row);
  auto told = m_settings->toldPairs();
  if (told.contains(entry.document)) return;
  // Drops pairs that are no longer remembered.
  const auto documents = m_shelf->documents();
  told.removeIf([&](const QString& document) { return !documents.contains(document); });
  m_settings->setToldPairs(told << entry.document);
  Q_EMIT folderFollowed(QString::fromStdString(m_pair.name), QString::fromStdString(entry.pipeline->words()));
}

void PairPresenter::onAdded(const PairSpec& pair, const QString& document) {
  if (document != m_wanted) return;
  m_wanted.clear();
  use(pair);
}

// A pair that is forgotten while in use stays in use until another one is chosen.
void PairPresenter::onRemoved() {
  m_combo->setPlaceholderText(QString::fromStdString(m_pair.name));
  m_combo->setCurrentIndex(m_shelf->pairs()->rowOf(m_pair));
}

}  // namespace fb::ui
