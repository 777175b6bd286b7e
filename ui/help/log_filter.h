// SPDX-License-Identifier: MIT
// The lines of a log book with a minimum level and a given text, coloured by the theme.
#pragma once

#include "help/log_book.h"

#include <QSortFilterProxyModel>
#include <QString>

namespace fb::ui {

class Theme;

// Owned by the viewer; GUI thread.
class LogFilter : public QSortFilterProxyModel {
  Q_OBJECT
public:
  LogFilter(const Theme* theme, QObject* parent);

  void setLowestLevel(LogLevel level);
  void setText(const QString& text);
  QVariant data(const QModelIndex& index, int role) const override;

protected:
  bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;

private:
  const Theme* m_theme;
  LogLevel m_lowest = LogLevel::Debug;
  QString m_text;
};

}  // namespace fb::ui
