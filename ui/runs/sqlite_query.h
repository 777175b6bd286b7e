// SPDX-License-Identifier: MIT
// One prepared statement of SQLite; parameters and columns in the order of their use.
#pragma once

#include <QString>

#include <sqlite3.h>

#include <optional>

namespace fb::ui {

class SqliteQuery {
public:
  SqliteQuery(sqlite3* base, const char* sql) { sqlite3_prepare_v2(base, sql, -1, &m_statement, nullptr); }
  ~SqliteQuery() { sqlite3_finalize(m_statement); }
  SqliteQuery(const SqliteQuery&) = delete;
  SqliteQuery& operator=(const SqliteQuery&) = delete;

  SqliteQuery& add(qint64 value) {
    sqlite3_bind_int64(m_statement, ++m_bound, value);
    return *this;
  }
  SqliteQuery& add(std::optional<qint64> value) {
    if (value) return add(*value);
    sqlite3_bind_null(m_statement, ++m_bound);
    return *this;
  }
  SqliteQuery& add(double value) {
    sqlite3_bind_double(m_statement, ++m_bound, value);
    return *this;
  }
  SqliteQuery& add(std::optional<double> value) {
    if (value) return add(*value);
    sqlite3_bind_null(m_statement, ++m_bound);
    return *this;
  }
  SqliteQuery& add(const QString& value) {
    const auto text = value.toUtf8();
    sqlite3_bind_text(m_statement, ++m_bound, text.constData(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    return *this;
  }
  bool next() {
    m_read = 0;
    m_code = m_statement ? sqlite3_step(m_statement) : SQLITE_ERROR;
    return m_code == SQLITE_ROW;
  }
  // After next() has returned false: there are no more rows, as opposed to a read error.
  bool isDone() const { return m_code == SQLITE_DONE; }
  bool run() { return m_statement && sqlite3_step(m_statement) == SQLITE_DONE; }
  qint64 integer() { return sqlite3_column_int64(m_statement, m_read++); }
  double real() { return sqlite3_column_double(m_statement, m_read++); }
  // Absent if the column has no number.
  std::optional<double> optionalReal() {
    const int type = sqlite3_column_type(m_statement, m_read);
    const double value = real();
    return type == SQLITE_FLOAT || type == SQLITE_INTEGER ? std::optional(value) : std::nullopt;
  }
  QString text() {
    const int column = m_read++;
    return QString::fromUtf8(reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column)),
                             sqlite3_column_bytes(m_statement, column));
  }

private:
  sqlite3_stmt* m_statement = nullptr;
  int m_bound = 0;
  int m_read = 0;
  int m_code = SQLITE_OK;
};

}  // namespace fb::ui
