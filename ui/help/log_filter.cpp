// SPDX-License-Identifier: MIT
#include "help/log_filter.h"

#include "theme/theme.h"

namespace fb::ui {

LogFilter::LogFilter(const Theme* theme, QObject* parent) : QSortFilterProxyModel(parent), m_theme(theme) {}

void LogFilter::setLowestLevel(LogLevel level) {
  m_lowest = level;
  invalidateFilter();
}

void LogFilter::setText(const QString& text) {
  m_text = text.trimmed();
  invalidateFilter();
}

QVariant LogFilter::data(const QModelIndex& index, int role) const {
  if (role != Qt::ForegroundRole) return QSortFilterProxyModel::data(index, role);
  const auto& colors = m_theme->colors();
  switch (static_cast<LogLevel>(index.data(LogBook::LevelRole).toInt())) {
    case LogLevel::Debug:
      return colors.textMuted;
    case LogLevel::Info:
      return colors.text;
    case LogLevel::Warning:
      return colors.warning;
    case LogLevel::Error:
      break;
  }
  return colors.error;
}

bool LogFilter::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const {
  const auto index = sourceModel()->index(sourceRow, 0, sourceParent);
  if (index.data(LogBook::LevelRole).toInt() < static_cast<int>(m_lowest)) return false;
  return m_text.isEmpty() || index.data(LogBook::MessageRole).toString().contains(m_text, Qt::CaseInsensitive) ||
         index.data(LogBook::CategoryRole).toString().contains(m_text, Qt::CaseInsensitive);
}

}  // namespace fb::ui
