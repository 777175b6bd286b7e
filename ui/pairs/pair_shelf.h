// SPDX-License-Identifier: MIT
// The remembered pairs, read from their documents: the single list for the window, the models page and the disk.
#pragma once

#include "flowblend/status.h"
#include "pairs/pair_list_model.h"

#include <QObject>
#include <QStringList>

#include <vector>

namespace fb::ui {

class EngineHost;

// Owned by the window. GUI thread; documents are read and their pairs checked on the host's threads.
class PairShelf : public QObject {
  Q_OBJECT
public:
  // A document that cannot be used at the moment stays remembered until it is forgotten: its disk may just not be
  // mounted.
  struct Refused {
    QString document;
    Error error;
  };

  // `host` is not owned and outlives the shelf.
  explicit PairShelf(EngineHost* host, QObject* parent = nullptr);

  PairListModel* pairs() const { return m_pairs; }
  const std::vector<Refused>& refused() const { return m_refused; }
  // The files of all remembered pairs, including refused ones.
  QStringList documents() const;

public Q_SLOTS:
  void setBuiltInPairs(const std::vector<fb::PairSpec>& pairs);
  // Pairs remembered from earlier sessions.
  void setDocuments(const QStringList& documents);
  // A document that the user has opened; remembered if it can be used.
  void open(const QString& document);
  // A pair that is known to be valid. Returns its row.
  int add(const fb::PairSpec& pair, const QString& document);
  void removePair(int row);
  // For a document that was refused.
  void forget(const QString& document);

Q_SIGNALS:
  // A pair was added or replaced.
  void added(const fb::PairSpec& pair, const QString& document);
  void documentRefused(const QString& document, const fb::Error& error);
  void documentsChanged(const QStringList& documents);

private:
  void read(const QString& document, bool remembered);

  EngineHost* m_host;
  PairListModel* m_pairs;
  QStringList m_unread;  // being read
  std::vector<Refused> m_refused;
};

}  // namespace fb::ui
