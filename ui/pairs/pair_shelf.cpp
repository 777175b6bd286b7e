// SPDX-License-Identifier: MIT
#include "pairs/pair_shelf.h"

#include "session/engine_host.h"

#include <filesystem>
#include <optional>

namespace fb::ui {
namespace {

Result<PairSpec> readSound(Engine& engine, const std::filesystem::path& document) {
  auto pair = engine.readPair(document);
  if (!pair) return pair;
  if (const auto fits = engine.checkPair(pair.value()); !fits) return fits.error();
  return pair;
}

// The pair's diffusers folder, if the pair uses its settings: the pair document may have others.
std::optional<PipelineInfo> pipelineFollowed(Engine& engine, const PairSpec& pair) {
  const auto pipeline = engine.inspectPipeline(pair);
  if (!pipeline || !pipeline.value()) return {};
  const auto asFolderSays = engine.pairFromParts(pair);
  const bool isSame = asFolderSays && asFolderSays.value().sigmas == pair.sigmas &&
                      asFolderSays.value().defaults.sampling == pair.defaults.sampling;
  return isSame ? pipeline.value() : std::nullopt;
}

}  // namespace

PairShelf::PairShelf(EngineHost* host, QObject* parent)
    : QObject(parent), m_host(host), m_pairs(new PairListModel(this)) {}

QStringList PairShelf::documents() const {
  auto documents = m_pairs->documents();
  for (const auto& refused : m_refused) documents << refused.document;
  return documents + m_unread;
}

void PairShelf::setBuiltInPairs(const std::vector<PairSpec>& pairs) { m_pairs->setBuiltIn(pairs); }

void PairShelf::setDocuments(const QStringList& documents) {
  m_unread = documents;
  for (const auto& document : documents) read(document, true);
}

void PairShelf::open(const QString& document) { read(document, false); }

void PairShelf::read(const QString& document, bool remembered) {
  m_host->ask(
      this, [file = std::filesystem::path(document.toStdString())](Engine& engine) { return readSound(engine, file); },
      [this, document, remembered](const Result<PairSpec>& pair) {
        if (pair) {
          add(pair.value(), document);
        } else {
          m_unread.removeOne(document);
          if (remembered) m_refused.push_back({document, pair.error()});
          Q_EMIT documentRefused(document, pair.error());
        }
      });
}

int PairShelf::add(const PairSpec& pair, const QString& document) {
  const auto before = documents();
  m_unread.removeOne(document);
  std::erase_if(m_refused, [&](const Refused& refused) { return refused.document == document; });
  const int row = m_pairs->add({pair, document});
  m_host->ask(
      this, [pair](Engine& engine) { return pipelineFollowed(engine, pair); },
      [this, document](const std::optional<PipelineInfo>& pipeline) {
        if (pipeline) m_pairs->setPipeline(document, *pipeline);
      });
  Q_EMIT added(pair, document);
  if (!before.contains(document)) Q_EMIT documentsChanged(documents());
  return row;
}

void PairShelf::removePair(int row) {
  if (m_pairs->removePair(row)) Q_EMIT documentsChanged(documents());
}

void PairShelf::forget(const QString& document) {
  if (std::erase_if(m_refused, [&](const Refused& refused) { return refused.document == document; }) > 0)
    Q_EMIT documentsChanged(documents());
}

}  // namespace fb::ui
