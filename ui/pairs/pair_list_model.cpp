// SPDX-License-Identifier: MIT
#include "pairs/pair_list_model.h"

#include "session/metatypes.h"

#include <algorithm>

namespace fb::ui {
namespace {

bool sameParts(const PairSpec& a, const PairSpec& b) {
  return a.name == b.name && a.large == b.large && a.small == b.small && a.textEncoder == b.textEncoder &&
         a.tokenizer == b.tokenizer && a.vae == b.vae && a.imageEncoder == b.imageEncoder && a.upsampler == b.upsampler;
}

}  // namespace

PairListModel::PairListModel(QObject* parent) : QAbstractListModel(parent) {}

int PairListModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant PairListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
  const auto& entry = at(index.row());
  switch (role) {
    case Qt::DisplayRole:
      return QString::fromStdString(entry.pair.name);
    case Qt::ToolTipRole:
      return entry.builtIn ? tr("Comes with the program; small enough for any machine") : entry.document;
    case DocumentRole:
      return entry.document;
    case BuiltInRole:
      return entry.builtIn;
    case PairRole:
      return QVariant::fromValue(entry.pair);
    default:
      return {};
  }
}

QHash<int, QByteArray> PairListModel::roleNames() const {
  auto names = QAbstractListModel::roleNames();
  names.insert({{DocumentRole, "document"}, {BuiltInRole, "builtIn"}, {PairRole, "pair"}});
  return names;
}

void PairListModel::setBuiltIn(const std::vector<PairSpec>& pairs) {
  beginResetModel();
  std::erase_if(m_entries, &PairEntry::builtIn);
  for (auto at = m_entries.begin(); const auto& pair : pairs) at = m_entries.insert(at, PairEntry{pair, {}, true}) + 1;
  endResetModel();
}

int PairListModel::add(const PairEntry& entry) {
  const auto known = std::find_if(m_entries.begin(), m_entries.end(), [&](const PairEntry& other) {
    return !other.builtIn && other.document == entry.document;
  });
  const int row = static_cast<int>(known - m_entries.begin());
  if (known != m_entries.end()) {
    *known = entry;
    Q_EMIT dataChanged(index(row), index(row));
    return row;
  }
  beginInsertRows({}, row, row);
  m_entries.push_back(entry);
  endInsertRows();
  return row;
}

void PairListModel::setPipeline(const QString& document, const PipelineInfo& pipeline) {
  for (int row = 0; row < rowCount(); ++row) {
    auto& entry = m_entries[static_cast<std::size_t>(row)];
    if (entry.builtIn || entry.document != document) continue;
    entry.pipeline = pipeline;
    Q_EMIT dataChanged(index(row), index(row));
  }
}

bool PairListModel::removePair(int row) {
  if (row < 0 || row >= rowCount() || at(row).builtIn) return false;
  beginRemoveRows({}, row, row);
  m_entries.erase(m_entries.begin() + row);
  endRemoveRows();
  return true;
}

int PairListModel::rowOf(const PairSpec& pair) const {
  const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                  [&](const PairEntry& entry) { return sameParts(entry.pair, pair); });
  return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int PairListModel::rowOf(const std::string& name) const {
  const auto found =
      std::find_if(m_entries.begin(), m_entries.end(), [&](const PairEntry& entry) { return entry.pair.name == name; });
  return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

QStringList PairListModel::documents() const {
  QStringList documents;
  for (const auto& entry : m_entries)
    if (!entry.builtIn) documents << entry.document;
  return documents;
}

}  // namespace fb::ui
