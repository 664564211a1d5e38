#include "lib/store/verify/tables.h"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "lib/base/hash.h"
#include "lib/base/status_macros.h"
#include "lib/store/sql/catalogue.h"

namespace spotcheck::store {
namespace {

using Table = sql::TableShape;

std::string Join(const std::vector<std::string>& parts,
                 std::string_view between) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += between;
    joined += part;
  }
  return joined;
}

// "k1 = $k1 AND k2 = $k2"
std::string KeyCondition(const Table& table) {
  std::vector<std::string> terms;
  for (const std::string& key : table.keys) terms.push_back(key + " = $" + key);
  return Join(terms, " AND ");
}

// These tables are the journal itself. ReplayJournal checks them, and they are
// not compared.
constexpr std::string_view kJournalTables[] = {"journal", "journal_node",
                                               "sealed_payload", "staged_chunk",
                                               "staged_payload"};

// Returns the tables that events fill. CompareSearch compares the search
// indexes.
absl::StatusOr<std::vector<Table>> DerivedTables(sql::Connection& db) {
  ASSIGN_OR_RETURN(std::vector<Table> tables, db.catalogue().Tables());
  std::erase_if(tables, [](const Table& table) {
    return std::find(std::begin(kJournalTables), std::end(kJournalTables),
                     table.name) != std::end(kJournalTables);
  });
  return tables;
}

// A RowKey is a row's key, as values to bind and as text to show.
class RowKey {
 public:
  RowKey(const Table& table, const sql::Row& row) {
    for (std::size_t i = 0; i < table.keys.size(); ++i) {
      const sql::Cell& cell = row.cells()[i];
      const bool is_number = cell.kind == sql::Cell::Kind::kInt;
      const std::string& name = names_.emplace_back("$" + table.keys[i]);
      bindings_.push_back({name.c_str(), is_number ? sql::Value(cell.number)
                                                   : sql::Value(cell.bytes)});
      if (i > 0) text_ += ", ";
      text_ +=
          is_number ? std::to_string(cell.number) : std::string(cell.bytes);
    }
  }
  const std::vector<sql::Binding>& bindings() const { return bindings_; }
  const std::string& text() const { return text_; }

 private:
  std::deque<std::string> names_;  // the bindings view them
  std::vector<sql::Binding> bindings_;
  std::string text_;
};

std::string Where(const Table& table, const RowKey& key) {
  return "table " + table.name + ", row " + key.text() + ": ";
}

// Compares one row of the verified database with the replayed one.
absl::Status CompareRow(sql::Connection& replayed, const Table& table,
                        const sql::Row& row, Findings& findings) {
  const std::string sql = "SELECT " + Join(table.columns, ", ") + " FROM " +
                          table.name + " WHERE " + KeyCondition(table);
  const RowKey key(table, row);
  bool found = false;
  RETURN_IF_ERROR(
      replayed.ForEach(sql, key.bindings(), [&](const sql::Row& other) {
        found = true;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
          if (row.cells()[i] == other.cells()[i]) continue;
          findings.Add(Where(table, key) + table.columns[i] +
                       " does not follow from the journal");
        }
        return absl::OkStatus();
      }));
  if (!found) {
    findings.Add(Where(table, key) + "does not follow from the journal");
  }
  return absl::OkStatus();
}

absl::Status FindMissing(sql::Connection& live, const Table& table,
                         const sql::Row& row, Findings& findings) {
  const std::string sql =
      "SELECT 1 FROM " + table.name + " WHERE " + KeyCondition(table);
  const RowKey key(table, row);
  bool found = false;
  RETURN_IF_ERROR(live.ForEach(sql, key.bindings(), [&](const sql::Row&) {
    found = true;
    return absl::OkStatus();
  }));
  if (!found) findings.Add(Where(table, key) + "is missing");
  return absl::OkStatus();
}

absl::Status CompareTable(const Sides& sides, const Table& table,
                          Findings& findings) {
  const std::string order =
      " FROM " + table.name + " ORDER BY " + Join(table.keys, ", ");
  RETURN_IF_ERROR(sides.live.ForEach(
      "SELECT " + Join(table.columns, ", ") + order, sql::Bindings(),
      [&](const sql::Row& row) {
        return CompareRow(sides.replayed, table, row, findings);
      }));
  return sides.replayed.ForEach("SELECT " + Join(table.keys, ", ") + order,
                                sql::Bindings(), [&](const sql::Row& row) {
                                  return FindMissing(sides.live, table, row,
                                                     findings);
                                });
}

absl::StatusOr<Digest> HashOf(sql::Connection& db, std::string_view sql) {
  Hasher hasher(HashSuite::kSha256);
  RETURN_IF_ERROR(db.ForEach(sql, {}, [&hasher](const sql::Row& row) {
    hasher.Update(row.Text(0)).Update(" ");
    hasher.Update(std::to_string(row.Int(1))).Update("\n");
    return absl::OkStatus();
  }));
  return hasher.Final();
}

absl::Status CompareIndex(const Sides& sides, std::string_view sql,
                          const std::string& what, Findings& findings) {
  ASSIGN_OR_RETURN(const Digest live, HashOf(sides.live, sql));
  ASSIGN_OR_RETURN(const Digest replayed, HashOf(sides.replayed, sql));
  if (live != replayed) {
    findings.Add("the search index of " + what + " does not hold their names");
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CompareSchemas(const Sides& sides, Findings& findings) {
  ASSIGN_OR_RETURN(const std::vector<sql::SchemaPart> live,
                   sides.live.catalogue().Schema());
  ASSIGN_OR_RETURN(const std::vector<sql::SchemaPart> replayed,
                   sides.replayed.catalogue().Schema());
  if (live.size() != replayed.size()) {
    findings.Add("the schema has another number of tables and indexes");
    return absl::OkStatus();
  }
  for (std::size_t i = 0; i < live.size(); ++i) {
    if (live[i].name == replayed[i].name &&
        live[i].definition == replayed[i].definition) {
      continue;
    }
    findings.Add("the schema was altered: " + live[i].name);
  }
  return absl::OkStatus();
}

absl::Status CompareTables(const Sides& sides, Findings& findings) {
  ASSIGN_OR_RETURN(const std::vector<Table> tables,
                   DerivedTables(sides.replayed));
  for (const Table& table : tables) {
    RETURN_IF_ERROR(CompareTable(sides, table, findings));
  }
  return absl::OkStatus();
}

absl::Status CompareSearch(const Sides& sides, Findings& findings) {
  RETURN_IF_ERROR(CompareIndex(sides, "SELECT term, doc FROM enterprise_pair",
                               "enterprises", findings));
  return CompareIndex(sides, "SELECT term, doc FROM product_pair", "products",
                      findings);
}

}  // namespace spotcheck::store
