#ifndef SPOTCHECK_LIB_STORE_READ_STORED_ROWS_H_
#define SPOTCHECK_LIB_STORE_READ_STORED_ROWS_H_

// The Shapes and the tables of the rows that the readers of this room return:
// each member is a column, and Select and ReadRow (lib/store/tables/table.h)
// follow from the list.

#include <string_view>
#include <tuple>

#include "lib/store/events/codec.h"
#include "lib/store/events/shapes.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/check_changes.h"
#include "lib/store/read/credit.h"
#include "lib/store/read/registers.h"
#include "lib/store/read/rules.h"
#include "lib/store/read/tasks.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {

// The table of each row.
template <typename Record>
inline constexpr std::string_view kTable<Stored<Record>> = Table<Record>::kName;
template <>
inline constexpr std::string_view kTable<StoredProduct> =
    Table<ProductRecord>::kName;
template <>
inline constexpr std::string_view kTable<StoredCheck> =
    Table<CheckRecord>::kName;
template <>
inline constexpr std::string_view kTable<StoredCheckChange> = "check_change";
template <>
inline constexpr std::string_view kTable<StoredListEntry> = "list_entry";
template <>
inline constexpr std::string_view kTable<StoredAttempt> = "attempt";
template <>
inline constexpr std::string_view kTable<StoredAttemptWitness> =
    "attempt_witness";
template <>
inline constexpr std::string_view kTable<StoredWitness> = "witness";
template <>
inline constexpr std::string_view kTable<LoadedRuleFile> = "rule_file";

namespace codec {

#define FIELD(name) \
  Member { #name, &R::name }
// The product in normal form.
SPOTCHECK_SHAPE(rules::ProductIdentity, Member{"normal_name", &R::name},
                Member{"normal_standard", &R::standard},
                Member{"normal_trademark", &R::trademark},
                Member{"normal_model", &R::model});
template <typename Record>
struct Shape<Stored<Record>> {
  using R = Stored<Record>;
  static constexpr auto kMembers =
      std::tuple(Spread{&R::record}, Member{"leaf_index", &R::leaf_index});
};
SPOTCHECK_SHAPE(StoredProduct, Spread{&R::record}, Spread{&R::product},
                FIELD(leaf_index));
SPOTCHECK_SHAPE(StoredCheck, Spread{&R::record}, Spread{&R::product},
                FIELD(leaf_index));
SPOTCHECK_SHAPE(StoredCheckChange, FIELD(change_id), FIELD(kind), FIELD(usci),
                Member{"check_id", &R::check}, FIELD(reason), FIELD(basis),
                FIELD(replacement), FIELD(requested_by), FIELD(requested_at),
                FIELD(approved_by), FIELD(decided_at), FIELD(state),
                FIELD(leaf_index), FIELD(decided_leaf_index));
SPOTCHECK_SHAPE(StoredListEntry, Spread{&R::record}, FIELD(state),
                FIELD(proposed_on), FIELD(proposed_by), FIELD(decided_on),
                FIELD(decision_reason), FIELD(leaf_index));
SPOTCHECK_SHAPE(StoredAttempt, Member{"task_id", &R::task}, FIELD(attempt),
                Spread{&R::authority}, FIELD(sequence), FIELD(previous),
                FIELD(commitment), FIELD(deadline), FIELD(beacon_spec),
                FIELD(beacon_value), FIELD(beacon_signature), FIELD(state),
                FIELD(result_root), FIELD(transcript), FIELD(reason),
                FIELD(missing), Member{"operator", &R::operator_name},
                FIELD(committed_at), FIELD(run_at), FIELD(leaf_index),
                FIELD(beacon_leaf_index), FIELD(run_leaf_index),
                FIELD(open_leaf_index));
SPOTCHECK_SHAPE(StoredAttemptWitness, FIELD(position), FIELD(name),
                Member{"witness_key", &R::key}, FIELD(commitment),
                FIELD(contribution), FIELD(signature), FIELD(leaf_index));
SPOTCHECK_SHAPE(StoredWitness, Member{"witness_key", &R::key}, FIELD(name),
                FIELD(organisation), FIELD(leaf_index));
SPOTCHECK_SHAPE(LoadedRuleFile, FIELD(file), FIELD(content), FIELD(leaf_index));

#undef FIELD

}  // namespace codec
}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_STORED_ROWS_H_
