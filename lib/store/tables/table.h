#ifndef SPOTCHECK_LIB_STORE_TABLES_TABLE_H_
#define SPOTCHECK_LIB_STORE_TABLES_TABLE_H_

// The SQL of a record's table is made from the record's Shape: a member of the
// Shape is a column of the same name, so a new member needs a migration and
// nothing here. Table<Record> adds what the Shape does not say. The texts of
// the statements are made once per process. Sealed rows and joins are written
// by hand.

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "lib/base/status_macros.h"
#include "lib/store/events/codec.h"
#include "lib/store/events/records.h"
#include "lib/store/events/shapes.h"
#include "lib/store/sql/errors.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {

// Table is for a record that UpsertRow writes: kName, the table's name; kKey,
// the columns of the primary key; kDerived, the columns that Apply makes from
// the record. Behind them stands leaf_index.
template <typename Record>
struct Table;
template <>
struct Table<EnterpriseRecord> {
  static constexpr std::string_view kName = "enterprise";
  static constexpr std::array<std::string_view, 1> kKey = {"usci"};
  static constexpr std::array<std::string_view, 1> kDerived = {"normal_name"};
};
template <>
struct Table<ProductRecord> {
  static constexpr std::string_view kName = "product_line";
  static constexpr std::array<std::string_view, 2> kKey = {"usci", "line_id"};
  static constexpr std::array<std::string_view, 4> kDerived = {
      "normal_name", "normal_standard", "normal_trademark", "normal_model"};
};
template <>
struct Table<LabRecord> {
  static constexpr std::string_view kName = "lab";
  static constexpr std::array<std::string_view, 1> kKey = {"lab_id"};
  static constexpr std::array<std::string_view, 1> kDerived = {"normal_name"};
};
template <>
struct Table<CheckRecord> {
  static constexpr std::string_view kName = "check_record";
  static constexpr std::array<std::string_view, 2> kKey = {"usci", "check_id"};
  static constexpr std::array<std::string_view, 4> kDerived =
      Table<ProductRecord>::kDerived;
};

namespace table {

// The columns of a row that has the Shape.
template <typename Row>
std::vector<std::string> ColumnsOf() {
  std::vector<std::string> columns;
  for (const std::string_view member : codec::MemberNames<Row>()) {
    // Every table calls a task's id task_id.
    columns.emplace_back(member == "task" ? "task_id" : member);
  }
  return columns;
}

// The texts of a table's upsert and of its parameters.
struct Upsert {
  std::vector<std::string> parameters;  // "$column" for each column
  std::string sql;
};
Upsert MakeUpsert(std::string_view table,
                  absl::Span<const std::string_view> key,
                  const std::vector<std::string>& columns);

template <typename Record>
const Upsert& UpsertOf() {
  static const Upsert kUpsert = [] {
    std::vector<std::string> columns = ColumnsOf<Record>();
    columns.insert(columns.end(), Table<Record>::kDerived.begin(),
                   Table<Record>::kDerived.end());
    columns.emplace_back("leaf_index");
    return MakeUpsert(Table<Record>::kName, Table<Record>::kKey, columns);
  }();
  return kUpsert;
}

// The columns named `level` hold a number from 0 (national) to 3 (county).
inline std::int64_t LevelNumber(rules::Level level) {
  return static_cast<std::int64_t>(level);
}

// ToCell and FromCell turn a member into its cell and back: a level into a
// number, a region and a task into their ids, a list into its JSON, an absent
// optional into "". Texts that ToCell makes are kept in `made`. FromCell
// returns DATA_LOSS, which names the column, for a cell that the store cannot
// have written.
template <typename T>
sql::Value ToCell(const T& value, std::deque<std::string>& made) {
  if constexpr (std::is_same_v<T, std::string> || std::is_integral_v<T>) {
    return sql::Value(value);
  } else if constexpr (std::is_same_v<T, rules::Level>) {
    return sql::Value(LevelNumber(value));
  } else if constexpr (std::is_same_v<T, Region> || std::is_same_v<T, TaskId>) {
    return sql::Value(made.emplace_back(value.str()));
  } else if constexpr (requires { codec::TextForm<T>::ToText(value); }) {
    return sql::Value(made.emplace_back(codec::TextForm<T>::ToText(value)));
  } else {
    return sql::Value(made.emplace_back(codec::Encode(value)));
  }
}
template <typename T>
struct IsOptional : std::false_type {};
template <typename T>
struct IsOptional<std::optional<T>> : std::true_type {};

template <typename T>
absl::StatusOr<T> FromCell(const sql::Row& row, std::size_t at,
                           std::string_view column) {
  std::optional<T> value;
  if constexpr (std::is_same_v<T, std::string>) {
    return std::string(row.Text(at));
  } else if constexpr (std::is_same_v<T, bool>) {
    return row.Int(at) != 0;
  } else if constexpr (std::is_integral_v<T>) {
    return row.Int(at);
  } else if constexpr (IsOptional<T>::value) {
    if (row.Text(at).empty()) return T();
    return FromCell<typename T::value_type>(row, at, column);
  } else if constexpr (std::is_same_v<T, rules::Level>) {
    const std::int64_t number = row.Int(at);
    if (number >= 0 && number <= LevelNumber(rules::Level::kCounty)) {
      value = static_cast<rules::Level>(number);
    }
  } else if constexpr (std::is_same_v<T, Region>) {
    value = codec::IfOk(Region::ParseExact(row.Text(at)));
  } else if constexpr (std::is_same_v<T, TaskId>) {
    return TaskId(std::string(row.Text(at)));
  } else if constexpr (std::is_same_v<T, absl::Time>) {
    value = codec::IfOk(ParseUtc(row.Text(at)));
  } else if constexpr (requires { codec::TextForm<T>::FromText(""); }) {
    value = codec::TextForm<T>::FromText(row.Text(at));
  } else {
    value = codec::Decode<T>(row.Text(at));
  }
  if (!value.has_value()) return ColumnMalformedError(column);
  return *std::move(value);
}

// A Binder binds the columns in their order.
class Binder {
 public:
  explicit Binder(const Upsert& upsert) : upsert_(upsert) {
    bindings_.reserve(upsert.parameters.size());
  }
  template <typename Record>
  void Members(const Record& record) {
    std::apply([&](const auto&... member) { (One(record, member), ...); },
               codec::Shape<Record>::kMembers);
  }
  void Add(sql::Value value) {
    bindings_.push_back({upsert_.parameters[bindings_.size()].c_str(), value});
  }
  std::span<const sql::Binding> bindings() const { return bindings_; }

 private:
  template <typename Record, typename T>
  void One(const Record& record, const codec::Spread<Record, T>& part) {
    Members(record.*part.at);
  }
  template <typename Record, typename M>
  void One(const Record& record, const M& member) {
    Add(ToCell(record.*member.at, made_));
  }

  const Upsert& upsert_;
  std::deque<std::string> made_;
  std::vector<sql::Binding> bindings_;
};

// A Cursor reads the columns in their order.
class Cursor {
 public:
  explicit Cursor(const sql::Row& row, std::size_t first)
      : row_(row), at_(first) {}
  template <typename Record>
  absl::Status Into(Record& record) {
    absl::Status status;
    std::apply(
        [&](const auto&... member) {
          (void)((status = One(record, member)).ok() && ...);
        },
        codec::Shape<Record>::kMembers);
    return status;
  }

 private:
  template <typename Record, typename T>
  absl::Status One(Record& record, const codec::Spread<Record, T>& part) {
    return Into(record.*part.at);
  }
  template <typename Record, typename M>
  absl::Status One(Record& record, const M& member) {
    using T = std::remove_reference_t<decltype(record.*member.at)>;
    ASSIGN_OR_RETURN(record.*member.at, FromCell<T>(row_, at_++, member.name));
    return absl::OkStatus();
  }

  const sql::Row& row_;
  std::size_t at_;
};

}  // namespace table

// kTable is the table that a row is read from. Select returns the SELECT of the
// row's columns with `ending` behind it:
//   static const std::string kSql = Select<StoredLab>("ORDER BY lab_id");
// ReadRow reads such a row. ReadColumns reads these columns from `first` on.
template <typename Row>
inline constexpr std::string_view kTable = "";
std::string SelectOf(std::string_view table,
                     const std::vector<std::string>& columns);
template <typename Row>
std::string Select(std::string_view ending) {
  return SelectOf(kTable<Row>, table::ColumnsOf<Row>()) + std::string(ending);
}
template <typename Row>
absl::StatusOr<Row> ReadColumns(const sql::Row& row, std::size_t first) {
  Row read;
  RETURN_IF_ERROR(table::Cursor(row, first).Into(read));
  return read;
}
template <typename Row>
absl::StatusOr<Row> ReadRow(const sql::Row& row) {
  return ReadColumns<Row>(row, 0);
}

// UpsertRow writes the record's row, over the one with the same key if there is
// one.
template <typename Record>
struct DerivedColumns {
  std::array<std::string_view, Table<Record>::kDerived.size()> values;
  std::int64_t leaf = 0;
};
template <typename Record>
absl::Status UpsertRow(sql::WriteConnection& db, const Record& record,
                       const DerivedColumns<Record>& derived) {
  const table::Upsert& upsert = table::UpsertOf<Record>();
  table::Binder binder(upsert);
  binder.Members(record);
  for (const std::string_view value : derived.values) binder.Add(value);
  binder.Add(derived.leaf);
  return db.Execute(upsert.sql, binder.bindings());
}

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_TABLES_TABLE_H_
