#include <string>

#include "lib/base/civil_date.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/words.h"
#include "lib/store/events/codec.h"
#include "lib/store/events/text_forms.h"
#include "lib/store/sql/errors.h"
#include "lib/store/tables/apply.h"
#include "lib/store/tables/moves.h"

namespace spotcheck::store {
namespace {

struct Change {
  const std::string& entry_id;
  ListState state;
  const std::string& reason;
  const std::string& day;
  const std::string& change_id;
};

// The legal day of the event.
template <typename ListEvent>
std::string DayOf(const Applying& a, const ListEvent& event) {
  return event.day.value_or(CivilDate::Of(a.header.time)).ToString();
}

absl::Status InsertChange(const Applying& a, const Change& change) {
  static constexpr char kSql[] =
      "INSERT INTO list_change (entry_id, leaf_index, state, day, actor, "
      "reason, change_id) "
      "VALUES ($entry, $leaf, $state, $day, $actor, $reason, $change)";
  return a.db.Execute(kSql, {{"$entry", change.entry_id},
                             {"$leaf", a.leaf},
                             {"$state", CodeOf(change.state)},
                             {"$day", change.day},
                             {"$actor", a.header.actor},
                             {"$reason", change.reason},
                             {"$change", change.change_id}});
}

// EVENT_OUT_OF_PLACE where kListMachine (lib/rules/law/list_rules.h) has no
// step from the entry's state to the event's.
absl::Status CheckListStep(const Applying& a, const ListChanged& event) {
  static constexpr char kSql[] =
      "SELECT state FROM list_entry WHERE entry_id = $entry";
  ASSIGN_OR_RETURN(
      const ListState state,
      PresentState<ListState>(a, kSql, {{"$entry", event.entry_id}}));
  if (!rules::kListMachine.Leads(state, event.state)) {
    return EventOutOfPlaceError(a.type);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status Apply(const Applying& a, const ListProposed& event) {
  static constexpr char kSql[] =
      "INSERT INTO list_entry (entry_id, usci, list, state, rule, reason_zh, "
      "reason_en, checks, proposed_on, proposed_by, decided_on, "
      "decision_reason, leaf_index) "
      "VALUES ($entry, $usci, $list, 'PROPOSED', $rule, $reason_zh, "
      "$reason_en, $checks, $day, $actor, '', '', $leaf)";
  const ListEntryRecord& entry = event.entry;
  const std::string day = DayOf(a, event);
  RETURN_IF_ERROR(a.db.Execute(kSql, {{"$entry", entry.entry_id},
                                      {"$usci", entry.usci.view()},
                                      {"$list", entry.list},
                                      {"$rule", entry.rule},
                                      {"$reason_zh", entry.reason_zh},
                                      {"$reason_en", entry.reason_en},
                                      {"$checks", codec::Encode(entry.checks)},
                                      {"$day", day},
                                      {"$actor", a.header.actor},
                                      {"$leaf", a.leaf}}));
  return InsertChange(a, {.entry_id = entry.entry_id,
                          .state = ListState::kProposed,
                          .reason = entry.reason_zh,
                          .day = day,
                          .change_id = ""});
}

absl::Status Apply(const Applying& a, const ListChanged& event) {
  RETURN_IF_ERROR(CheckListStep(a, event));
  const std::string day = DayOf(a, event);
  static constexpr char kSql[] =
      "UPDATE list_entry SET state = $state, decided_on = $day, "
      "decision_reason = $reason, leaf_index = $leaf WHERE entry_id = $entry";
  RETURN_IF_ERROR(ChangeOne(a, kSql,
                            {{"$state", CodeOf(event.state)},
                             {"$day", day},
                             {"$reason", event.reason},
                             {"$leaf", a.leaf},
                             {"$entry", event.entry_id}}));
  return InsertChange(a, {.entry_id = event.entry_id,
                          .state = event.state,
                          .reason = event.reason,
                          .day = day,
                          .change_id = event.change_id});
}

}  // namespace spotcheck::store
