#include "lib/store/tables/check_change.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "lib/base/civil_date.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/words.h"
#include "lib/store/events/codec.h"
#include "lib/store/events/shapes.h"
#include "lib/store/events/tags.h"
#include "lib/store/sql/errors.h"
#include "lib/store/tables/apply.h"
#include "lib/store/tables/moves.h"
#include "lib/store/tables/report_number.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {
namespace {

absl::StatusOr<StandingCheck> FindStanding(const Applying& a, const Usci& usci,
                                           const CheckId& check) {
  static const std::string kSql =
      Select<StandingCheck>("WHERE usci = $usci AND check_id = $check");
  std::optional<StandingCheck> found;
  RETURN_IF_ERROR(
      a.db.ForEach(kSql, {{"$usci", usci.view()}, {"$check", check.str()}},
                   [&found](const sql::Row& row) -> absl::Status {
                     ASSIGN_OR_RETURN(found, ReadRow<StandingCheck>(row));
                     return absl::OkStatus();
                   }));
  if (!found.has_value()) return EventOutOfPlaceError(a.type);
  return *std::move(found);
}

// Moves the request from its present state; EVENT_OUT_OF_PLACE where it does
// not wait or is about another check.
absl::Status Approve(const Applying& a, const CheckSuperseded& event) {
  static constexpr char kState[] =
      "SELECT state FROM check_change WHERE change_id = $id AND kind = $kind "
      "AND usci = $usci AND check_id = $check";
  static constexpr char kSql[] =
      "UPDATE check_change SET state = $state, approved_by = $actor, "
      "decided_at = $at, decided_leaf_index = $leaf WHERE change_id = $id";
  ASSIGN_OR_RETURN(
      const rules::ApprovalState state,
      PresentState<rules::ApprovalState>(a, kState,
                                         {{"$id", event.change_id},
                                          {"$kind", CodeOf(event.kind)},
                                          {"$usci", event.usci.view()},
                                          {"$check", event.check.str()}}));
  const auto next =
      rules::kApprovalMachine.Next(state, rules::ApprovalEvent::kApproval);
  if (!next.has_value()) return EventOutOfPlaceError(a.type);
  const std::string at = FormatUtcMicros(a.header.time);
  return ChangeOne(a, kSql,
                   {{"$state", CodeOf(*next)},
                    {"$actor", a.header.actor},
                    {"$at", at},
                    {"$leaf", a.leaf},
                    {"$id", event.change_id}});
}

absl::Status KeepVersion(const Applying& a, const CheckSuperseded& event,
                         const StandingCheck& standing) {
  static constexpr char kSql[] =
      "INSERT INTO check_version (usci, check_id, until_leaf_index, "
      "from_leaf_index, change_id, record) "
      "VALUES ($usci, $check, $until, $from, $change, $record)";
  const std::string record = codec::Encode(standing.record);
  return a.db.Execute(kSql, {{"$usci", event.usci.view()},
                             {"$check", event.check.str()},
                             {"$until", a.leaf},
                             {"$from", standing.leaf_index},
                             {"$change", event.change_id},
                             {"$record", record}});
}

// The checks of the line that stand and were drawn here.
absl::StatusOr<std::vector<StandingResult>> DrawnChecksOf(
    const Applying& a, const CheckRecord& check) {
  static constexpr char kSql[] =
      "SELECT task_id, leaf_index FROM check_record WHERE usci = $usci "
      "AND line_id = $line AND task_id <> '' ORDER BY check_id";
  std::vector<StandingResult> results;
  RETURN_IF_ERROR(a.db.ForEach(
      kSql, {{"$usci", check.usci.view()}, {"$line", check.line.str()}},
      [&results](const sql::Row& row) {
        results.push_back({TaskId(std::string(row.Text(0))), row.Int(1)});
        return absl::OkStatus();
      }));
  return results;
}

absl::Status RemoveCheck(const Applying& a, const CheckRecord& check) {
  static constexpr char kSql[] =
      "DELETE FROM check_record WHERE usci = $usci AND check_id = $check";
  RETURN_IF_ERROR(ChangeOne(
      a, kSql, {{"$usci", check.usci.view()}, {"$check", check.check.str()}}));
  RETURN_IF_ERROR(FreeReportNumber(a, check.check));
  RETURN_IF_ERROR(SetChangesAside(a, check.usci, check.check));
  if (check.task.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(auto others, DrawnChecksOf(a, check));
  return MoveByVoid(
      a, {check.task, LineTag(a.sealer, check.line), std::move(others)});
}

}  // namespace

absl::Status SetChangesAside(const Applying& a, const Usci& usci,
                             const CheckId& check) {
  static constexpr char kSql[] =
      "UPDATE check_change SET state = $to, decided_at = $at, "
      "decided_leaf_index = $leaf WHERE usci = $usci AND check_id = $check "
      "AND state = 'WAITING'";
  static_assert(
      rules::kApprovalMachine.Next(rules::ApprovalState::kWaiting,
                                   rules::ApprovalEvent::kOutOfPlace) ==
      rules::ApprovalState::kObsolete);
  const std::string at = FormatUtcMicros(a.header.time);
  return a.db.Execute(kSql, {{"$to", CodeOf(rules::ApprovalState::kObsolete)},
                             {"$at", at},
                             {"$leaf", a.leaf},
                             {"$usci", usci.view()},
                             {"$check", check.str()}});
}

absl::Status Apply(const Applying& a, const CheckChangeRequested& event) {
  static constexpr char kSql[] =
      "INSERT INTO check_change (change_id, kind, usci, check_id, reason, "
      "basis, replacement, requested_by, requested_at, approved_by, "
      "decided_at, state, leaf_index, decided_leaf_index) "
      "VALUES ($id, $kind, $usci, $check, $reason, $basis, $replacement, "
      "$actor, $at, '', '', 'WAITING', $leaf, -1)";
  RETURN_IF_ERROR(FindStanding(a, event.usci, event.check).status());
  const std::string replacement =
      event.replacement ? codec::Encode(*event.replacement) : std::string();
  const std::string at = FormatUtcMicros(a.header.time);
  return a.db.Execute(kSql, {{"$id", event.change_id},
                             {"$kind", CodeOf(event.kind)},
                             {"$usci", event.usci.view()},
                             {"$check", event.check.str()},
                             {"$reason", event.reason},
                             {"$basis", event.basis},
                             {"$replacement", replacement},
                             {"$actor", a.header.actor},
                             {"$at", at},
                             {"$leaf", a.leaf}});
}

absl::Status Apply(const Applying& a, const CheckSuperseded& event) {
  RETURN_IF_ERROR(Approve(a, event));
  ASSIGN_OR_RETURN(const StandingCheck standing,
                   FindStanding(a, event.usci, event.check));
  RETURN_IF_ERROR(KeepVersion(a, event, standing));
  for (const ProductRecord& line : event.new_lines) {
    RETURN_IF_ERROR(UpsertProduct(a, line));
  }
  if (event.replacement.has_value()) return UpsertCheck(a, *event.replacement);
  return RemoveCheck(a, standing.record);
}

}  // namespace spotcheck::store
