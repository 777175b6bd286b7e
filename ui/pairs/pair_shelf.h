// SPDX-License-Identifier: MIT
// The pairs that are remembered, read from their documents: the one list for the window, the models page and the disk.
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
  // A document that cannot be used now stays remembered until it is forgotten: its disk may only be away.
  struct Refused {
    QString document;
    Error error;
  };

  // `host` is not owned and outlives the shelf.
  explicit PairShelf(EngineHost* host, QObject* parent = nullptr);

  PairListModel* pairs() const { return m_pairs; }
  const std::vector<Refused>& refused() const { return m_refused; }
  // The files of all pairs that are remembered, those that were refused included.
  QStringList documents() const;

public Q_SLOTS:
  void setBuiltInPairs(const std::vector<fb::PairSpec>& pairs);
  // What was remembered from before.
  void setDocuments(const QStringList& documents);
  // One that someone has opened; remembered where it can be used.
  void open(const QString& document);
  // A pair that is known to be sound. Returns its row.
  int add(const fb::PairSpec& pair, const QString& document);
  void removePair(int row);
  // Of the documents that were refused.
  void forget(const QString& document);

Q_SIGNALS:
  // There is one more pair, or another one in its place.
  void added(const fb::PairSpec& pair, const QString& document);
  void documentRefused(const QString& document, const fb::Error& error);
  void documentsChanged(const QStringList& documents);

private:
  void read(const QString& document, bool remembered);

  EngineHost* m_host;
  PairListModel* m_pairs;
  QStringList m_unread;  // on their way
  std::vector<Refused> m_refused;
};

}  // namespace fb::ui
