#include "lib/app/register/import.h"

#include <optional>
#include <type_traits>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "lib/app/common/errors.h"
#include "lib/app/register/line_finder.h"
#include "lib/app/register/merge.h"
#include "lib/app/register/restored.h"
#include "lib/app/register/rows.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/register/states.h"
#include "lib/store/events/events.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {
namespace {

std::string KeyOf(const store::EnterpriseRecord& r) { return r.usci.str(); }
std::string KeyOf(const store::ProductRecord& r) {
  return r.usci.str() + r.line.str();
}
std::string KeyOf(const store::LabRecord& r) { return r.lab.str(); }
std::string KeyOf(const store::InspectorRecord& r) { return r.inspector.str(); }

// Turns a stored row, if one was found, into its record.
template <typename StoredRow>
auto RecordOf(absl::StatusOr<std::optional<StoredRow>> found)
    -> absl::StatusOr<std::optional<decltype(StoredRow::record)>> {
  if (!found.ok()) return found.status();
  if (!*found) return std::nullopt;
  return std::move((*found)->record);
}

auto FindStanding(const store::View& view, const store::EnterpriseRecord& r) {
  return RecordOf(store::FindEnterprise(view, r.usci));
}
auto FindStanding(const store::View& view, const store::ProductRecord& r) {
  return RecordOf(store::FindProduct(view, r.usci, r.line));
}
auto FindStanding(const store::View& view, const store::LabRecord& r) {
  return RecordOf(store::FindLab(view, r.lab));
}
auto FindStanding(const store::View& view, const store::InspectorRecord& r) {
  return RecordOf(store::FindInspector(view, r.inspector));
}

// A record under the key that the register has for it, or why there is none.
template <typename Record>
struct Keyed {
  Record record;
  absl::Status refusal;
};

// Refuses a row that names something no register holds. Most records name
// nothing.
template <typename Record>
class ReferenceCheck {
 public:
  explicit ReferenceCheck(const store::View&) {}
  // Puts the record under the key that the register already has for it.
  absl::StatusOr<Keyed<Record>> Key(const TypedRow<Record>&, Record record) {
    return Keyed<Record>{std::move(record), absl::OkStatus()};
  }
  absl::StatusOr<Placement> Place(const Record&) { return Placement{}; }
};

// A product's enterprise must be registered. The answer is kept for the next
// row, because rows of one enterprise stand together.
template <>
class ReferenceCheck<store::ProductRecord> {
 public:
  explicit ReferenceCheck(const store::View& view)
      : view_(view), finder_(view) {}
  // A row that does not give a text that tells lines apart is of the one line
  // that agrees in the others, and new where there is none.
  absl::StatusOr<Keyed<store::ProductRecord>> Key(const ProductRow& row,
                                                  store::ProductRecord record) {
    if (row.Gives("standard") && row.Gives("trademark") && row.Gives("model")) {
      ASSIGN_OR_RETURN(record.line, finder_.Find(record));
      return Keyed<store::ProductRecord>{std::move(record), absl::OkStatus()};
    }
    ASSIGN_OR_RETURN(const std::vector<LineId> lines,
                     finder_.FindByGiven(row, record));
    const auto count = static_cast<std::int64_t>(lines.size());
    if (count == 1) record.line = lines.front();
    return Keyed<store::ProductRecord>{
        std::move(record),
        count > 1 ? register_errors::SeveralLines(count) : absl::OkStatus()};
  }
  absl::StatusOr<Placement> Place(const store::ProductRecord& record) {
    auto found = known_.find(record.usci);
    if (found == known_.end()) {
      ASSIGN_OR_RETURN(const bool has,
                       store::HasEnterprise(view_, record.usci));
      found = known_.emplace(record.usci, has).first;
    }
    if (!found->second) {
      return Placement{register_errors::UnknownEnterprise(record.usci)};
    }
    if (record.category.empty()) return PlaceWithoutCategory(record);
    return Placement{};
  }

 private:
  // Only an import of checks creates a line without a category; an import of
  // products must name one.
  absl::StatusOr<Placement> PlaceWithoutCategory(
      const store::ProductRecord& record) {
    ASSIGN_OR_RETURN(const auto standing, FindStanding(view_, record));
    if (standing.has_value() && standing->category.empty()) return Placement{};
    return Placement{register_errors::FieldMissing({"category"})};
  }

  const store::View& view_;
  LineFinder finder_;
  absl::flat_hash_map<Usci, bool> known_;
};

// The answer of an import and the rows for its event.
template <typename Record>
struct Prepared {
  ImportAnswer answer;
  std::vector<Record> rows;
};

// Says which register's words for states apply to the record; a product line
// has no state.
std::optional<rules::StateOf> StatesOf(const EnterpriseRow&) {
  return rules::StateOf::kEnterprise;
}
std::optional<rules::StateOf> StatesOf(const ProductRow&) { return {}; }
std::optional<rules::StateOf> StatesOf(const LabRow&) {
  return rules::StateOf::kLab;
}
std::optional<rules::StateOf> StatesOf(const InspectorRow&) {
  return rules::StateOf::kInspector;
}

template <typename Row>
void CountUnknownState(const Row& row, ImportAnswer& answer) {
  const std::optional<rules::StateOf> kind = StatesOf(row);
  if (!kind.has_value()) return;
  const std::string& state = row["state"];
  if (rules::ReadState(*kind, state) != rules::Standing::kUnknown) return;
  ++answer.unknown_states[std::string(TrimWhiteSpace(state))];
}

template <typename Record>
absl::StatusOr<Prepared<Record>> Prepare(
    const store::Transaction& tx, absl::Span<const TypedRow<Record>> rows) {
  const auto count = static_cast<std::int32_t>(rows.size());
  if (count > kMaxImportRows) {
    return register_errors::TooManyRows(count, kMaxImportRows);
  }
  Prepared<Record> prepared;
  prepared.answer.read = count;
  ReferenceCheck<Record> references(tx);
  const CivilDate today = tx.today();
  std::vector<CheckedRow<Record>> checked;
  for (const TypedRow<Record>& row : rows) {
    absl::StatusOr<Record> record = ParseRow(row, today);
    absl::Status refusal = record.status();
    if (refusal.ok()) {
      ASSIGN_OR_RETURN(Keyed<Record> keyed,
                       references.Key(row, *std::move(record)));
      *record = std::move(keyed.record);
      refusal = std::move(keyed.refusal);
    }
    if (refusal.ok()) {
      ASSIGN_OR_RETURN(Placement placement, references.Place(*record));
      refusal = std::move(placement.refusal);
    }
    if (refusal.ok()) {
      std::string key = KeyOf(*record);
      CountUnknownState(row, prepared.answer);
      prepared.answer.restored =
          WithRestored(std::move(prepared.answer.restored), row);
      checked.push_back({&row, std::move(key), *std::move(record)});
    } else {
      prepared.answer.refused.push_back({row.place.row, GetErrorInfo(refusal)});
    }
  }
  ASSIGN_OR_RETURN(
      MergedRows<Record> merged,
      MergeRows<Record>(std::move(checked), [&tx](const Record& record) {
        return FindStanding(tx, record);
      }));
  prepared.answer.created = merged.created;
  prepared.answer.changed = merged.changed;
  prepared.answer.unchanged = merged.unchanged;
  prepared.answer.lost = std::move(merged.lost);
  prepared.rows = std::move(merged.rows);
  return prepared;
}

template <typename Event, typename Record>
absl::StatusOr<ImportAnswer> Import(store::Transaction& tx,
                                    absl::Span<const TypedRow<Record>> rows) {
  ASSIGN_OR_RETURN(Prepared<Record> prepared, Prepare(tx, rows));
  if (prepared.rows.empty()) return prepared.answer;
  if constexpr (std::is_same_v<Event, store::InspectorsImported>) {
    ASSIGN_OR_RETURN(
        prepared.answer.journal_index,
        tx.Append(Event{}, {{"rows", store::EncodePayload(prepared.rows)}}));
  } else {
    ASSIGN_OR_RETURN(prepared.answer.journal_index,
                     tx.Append(Event{std::move(prepared.rows)}));
  }
  return prepared.answer;
}

}  // namespace

absl::StatusOr<ImportAnswer> ImportEnterprises(
    store::Transaction& tx, absl::Span<const EnterpriseRow> rows) {
  return Import<store::EnterprisesImported>(tx, rows);
}
absl::StatusOr<ImportAnswer> ImportProducts(store::Transaction& tx,
                                            absl::Span<const ProductRow> rows) {
  return Import<store::ProductsImported>(tx, rows);
}
absl::StatusOr<ImportAnswer> ImportLabs(store::Transaction& tx,
                                        absl::Span<const LabRow> rows) {
  return Import<store::LabsImported>(tx, rows);
}
absl::StatusOr<ImportAnswer> ImportInspectors(
    store::Transaction& tx, absl::Span<const InspectorRow> rows) {
  return Import<store::InspectorsImported>(tx, rows);
}

}  // namespace spotcheck::app
