// SPDX-License-Identifier: MIT
// The pairs that a run can use.
#pragma once

#include "flowblend/model_info.h"
#include "flowblend/request.h"

#include <QAbstractListModel>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace fb::ui {

struct PairEntry {
  PairSpec pair;
  QString document;  // the file that it was read from; empty for a built-in pair
  bool builtIn = false;
  std::optional<PipelineInfo> pipeline = {};  // the diffusers folder whose settings it uses
};

// The built-in pairs come first and cannot be removed. Owned by the shelf, shared by all views. GUI thread only.
class PairListModel : public QAbstractListModel {
  Q_OBJECT
public:
  enum Role {
    DocumentRole = Qt::UserRole + 1,  // QString
    BuiltInRole,                      // bool
    PairRole,                         // PairSpec
  };

  explicit PairListModel(QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  QHash<int, QByteArray> roleNames() const override;

  void setBuiltIn(const std::vector<PairSpec>& pairs);
  // A pair whose document is already listed replaces the old one. Returns the row.
  int add(const PairEntry& entry);
  // For the pair that was read from this document.
  void setPipeline(const QString& document, const PipelineInfo& pipeline);
  // False for a built-in pair and for invalid rows.
  bool removePair(int row);

  const PairEntry& at(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
  // -1: no such pair.
  int rowOf(const PairSpec& pair) const;
  int rowOf(const std::string& name) const;
  QStringList documents() const;

private:
  std::vector<PairEntry> m_entries;
};

}  // namespace fb::ui
