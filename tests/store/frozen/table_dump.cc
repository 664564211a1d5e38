#include "tests/store/frozen/table_dump.h"

#include <string_view>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/events/sealed.h"

namespace spotcheck::store::testing {
namespace {

std::string Text(const DumpedRow& row, const char* column) {
  return row.value(column, "");
}

// The tables that have a sealed cell, and the context under which it is sealed.
struct SealedTable {
  std::string_view name;
  std::string (*context)(const DumpedRow& row);
};
constexpr SealedTable kSealedTables[] = {
    {"inspector",
     [](const DumpedRow& row) {
       return InspectorContext(Text(row, "badge_tag"));
     }},
    {"task",
     [](const DumpedRow& row) {
       return TaskPlanContext(TaskId(Text(row, "task_id")));
     }},
    {"drawn_unit",
     [](const DumpedRow& row) {
       return UnitContext({.task = TaskId(Text(row, "task_id")),
                           .attempt = row.value("attempt", std::int64_t{0}),
                           .unit_tag = Text(row, "unit_tag")});
     }},
    {"approval",
     [](const DumpedRow& row) {
       return ApprovalContext(Text(row, "approval_id"));
     }},
};

struct Table {
  std::string name;
  std::vector<std::string> columns;
};

// `row` holds the cells before this one, the key's among them.
absl::StatusOr<DumpedRow> DumpCell(const Sealer& sealer, const Table& table,
                                   const DumpedRow& row,
                                   const sql::Cell& cell) {
  switch (cell.kind) {
    case sql::Cell::Kind::kNull:
      return DumpedRow(nullptr);
    case sql::Cell::Kind::kInt:
      return DumpedRow(cell.number);
    case sql::Cell::Kind::kText:
      return DumpedRow(cell.bytes);
    case sql::Cell::Kind::kBlob:
      break;
  }
  if (cell.bytes.empty()) return DumpedRow("");
  for (const SealedTable& sealed : kSealedTables) {
    if (sealed.name != table.name) continue;
    ASSIGN_OR_RETURN(std::string plain,
                     sealer.Open(sealed.context(row), cell.bytes));
    return DumpedRow(std::move(plain));
  }
  return absl::UnimplementedError("no context is known for sealed cells of " +
                                  table.name + ": add it to kSealedTables");
}

absl::StatusOr<std::vector<DumpedRow>> DumpRows(sql::Connection& db,
                                                const Sealer& sealer,
                                                const Table& table) {
  std::string sql = "SELECT ";
  for (const std::string& column : table.columns) {
    if (column != table.columns.front()) sql += ", ";
    sql += column;
  }
  sql += " FROM " + table.name;
  std::vector<DumpedRow> rows;
  RETURN_IF_ERROR(
      db.ForEach(sql, {}, [&](const sql::Row& cells) -> absl::Status {
        DumpedRow row = DumpedRow::object();
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
          ASSIGN_OR_RETURN(row[table.columns[i]],
                           DumpCell(sealer, table, row, cells.cells()[i]));
        }
        rows.push_back(std::move(row));
        return absl::OkStatus();
      }));
  return rows;
}

// The journal's own tables are what the others follow from; the migrations are
// those of the day.
absl::StatusOr<std::vector<Table>> DerivedTables(sql::Connection& db) {
  static constexpr char kSql[] =
      "SELECT list.name, info.name FROM pragma_table_list AS list "
      "JOIN pragma_table_info(list.name) AS info "
      "WHERE list.schema = 'main' AND list.type = 'table' "
      "AND list.name NOT IN ('journal', 'journal_node', 'sealed_payload', "
      "'staged_chunk', 'staged_payload', 'schema_migration', 'sqlite_schema') "
      "ORDER BY list.name, info.pk = 0, info.pk, info.cid";
  std::vector<Table> tables;
  RETURN_IF_ERROR(db.ForEach(kSql, {}, [&tables](const sql::Row& row) {
    if (tables.empty() || tables.back().name != row.Text(0)) {
      tables.push_back({.name = std::string(row.Text(0)), .columns = {}});
    }
    tables.back().columns.emplace_back(row.Text(1));
    return absl::OkStatus();
  }));
  return tables;
}

}  // namespace

absl::StatusOr<DumpedTables> DumpTables(sql::Connection& db,
                                        const Sealer& sealer) {
  ASSIGN_OR_RETURN(const std::vector<Table> tables, DerivedTables(db));
  DumpedTables dumped;
  for (const Table& table : tables) {
    ASSIGN_OR_RETURN(dumped[table.name], DumpRows(db, sealer, table));
  }
  return dumped;
}

}  // namespace spotcheck::store::testing
