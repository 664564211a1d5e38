#include <algorithm>
#include <cstddef>
#include <deque>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_join.h"
#include "lib/base/hash.h"
#include "lib/base/status_macros.h"
#include "lib/store/sql/catalogue.h"
#include "lib/store/verify/checks.h"

namespace spotcheck::store {
namespace {

using Table = sql::TableShape;

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

// Compares one table of the two databases.
class Comparison {
 public:
  Comparison(const Sides& sides, const Table& table, Findings& findings)
      : sides_(sides),
        table_(table),
        sql_(MakeComparison(table)),
        findings_(findings) {}

  absl::Status Run() const {
    RETURN_IF_ERROR(sides_.live.ForEach(
        sql_.rows, {}, [this](const sql::Row& row) { return Follows(row); }));
    return sides_.replayed.ForEach(
        sql_.keys, {}, [this](const sql::Row& row) { return IsThere(row); });
  }

 private:
  absl::Status Follows(const sql::Row& row) const {
    const RowKey key(table_, row);
    bool found = false;
    RETURN_IF_ERROR(sides_.replayed.ForEach(
        sql_.row, key.bindings(), [&](const sql::Row& other) {
          found = true;
          for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            if (row.cells()[i] == other.cells()[i]) continue;
            Report(key,
                   table_.columns[i] + " does not follow from the journal");
          }
          return absl::OkStatus();
        }));
    if (!found) Report(key, "does not follow from the journal");
    return absl::OkStatus();
  }

  absl::Status IsThere(const sql::Row& row) const {
    const RowKey key(table_, row);
    bool found = false;
    RETURN_IF_ERROR(sides_.live.ForEach(sql_.has_row, key.bindings(),
                                        [&found](const sql::Row&) {
                                          found = true;
                                          return absl::OkStatus();
                                        }));
    if (!found) Report(key, "is missing");
    return absl::OkStatus();
  }

  void Report(const RowKey& key, const std::string& what) const {
    findings_.Add("table " + table_.name + ", row " + key.text() + ": " + what);
  }

  const Sides& sides_;
  const Table& table_;
  const ComparisonSql sql_;
  Findings& findings_;
};

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

ComparisonSql MakeComparison(const Table& table) {
  const std::string columns = absl::StrJoin(table.columns, ", ");
  const std::string keys = absl::StrJoin(table.keys, ", ");
  const std::string from = " FROM " + table.name;
  const std::string where =
      " WHERE " + absl::StrJoin(table.keys, " AND ",
                                [](std::string* out, const std::string& key) {
                                  out->append(key + " = $" + key);
                                });
  const std::string order = " ORDER BY " + keys;
  return {.rows = "SELECT " + columns + from + order,
          .row = "SELECT " + columns + from + where,
          .keys = "SELECT " + keys + from + order,
          .has_row = "SELECT 1" + from + where};
}

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
    RETURN_IF_ERROR(Comparison(sides, table, findings).Run());
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
