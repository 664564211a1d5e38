#ifndef SPOTCHECK_LIB_STORE_READ_STORED_ROWS_H_
#define SPOTCHECK_LIB_STORE_READ_STORED_ROWS_H_

// The Shapes and Tables of the rows that the readers of this room return: each
// member is a column, and Select and ReadRow (lib/store/tables/table.h) follow
// from the list.

#include <string_view>
#include <tuple>

#include "lib/store/events/codec.h"
#include "lib/store/events/shapes.h"
#include "lib/store/read/attempts.h"
#include "lib/store/read/credit.h"
#include "lib/store/read/registers.h"
#include "lib/store/read/rules.h"
#include "lib/store/read/tasks.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {

template <>
struct Table<StoredEnterprise> {
  static constexpr std::string_view kName = "enterprise";
};
template <>
struct Table<StoredProduct> {
  static constexpr std::string_view kName = "product_line";
};
template <>
struct Table<StoredLab> {
  static constexpr std::string_view kName = "lab";
};
template <>
struct Table<StoredCheck> {
  static constexpr std::string_view kName = "check_record";
};
template <>
struct Table<StoredListEntry> {
  static constexpr std::string_view kName = "list_entry";
};
template <>
struct Table<StoredAttempt> {
  static constexpr std::string_view kName = "attempt";
};
template <>
struct Table<StoredAttemptWitness> {
  static constexpr std::string_view kName = "attempt_witness";
};
template <>
struct Table<StoredWitness> {
  static constexpr std::string_view kName = "witness";
};
template <>
struct Table<LoadedRuleFile> {
  static constexpr std::string_view kName = "rule_file";
};

namespace codec {

// The product in normal form.
template <>
struct Shape<rules::ProductIdentity> {
  using R = rules::ProductIdentity;
  static constexpr auto kMembers = std::tuple(
      Member{"normal_name", &R::name}, Member{"normal_standard", &R::standard},
      Member{"normal_trademark", &R::trademark},
      Member{"normal_model", &R::model});
};
template <typename Record>
struct Shape<Stored<Record>> {
  using R = Stored<Record>;
  static constexpr auto kMembers =
      std::tuple(Spread{&R::record}, Member{"leaf_index", &R::leaf_index});
};
template <>
struct Shape<StoredProduct> {
  using R = StoredProduct;
  static constexpr auto kMembers =
      std::tuple(Spread{&R::record}, Spread{&R::product},
                 Member{"leaf_index", &R::leaf_index});
};
template <>
struct Shape<StoredCheck> {
  using R = StoredCheck;
  static constexpr auto kMembers =
      std::tuple(Spread{&R::record}, Spread{&R::product},
                 Member{"leaf_index", &R::leaf_index});
};
template <>
struct Shape<StoredListEntry> {
  using R = StoredListEntry;
  static constexpr auto kMembers =
      std::tuple(Spread{&R::record}, Member{"state", &R::state},
                 Member{"proposed_on", &R::proposed_on},
                 Member{"proposed_by", &R::proposed_by},
                 Member{"decided_on", &R::decided_on},
                 Member{"decision_reason", &R::decision_reason},
                 Member{"leaf_index", &R::leaf_index});
};
template <>
struct Shape<StoredAttempt> {
  using R = StoredAttempt;
  static constexpr auto kMembers = std::tuple(
      Member{"task_id", &R::task}, Member{"attempt", &R::attempt},
      Spread{&R::authority}, Member{"sequence", &R::sequence},
      Member{"previous", &R::previous}, Member{"commitment", &R::commitment},
      Member{"deadline", &R::deadline}, Member{"beacon_spec", &R::beacon_spec},
      Member{"beacon_value", &R::beacon_value},
      Member{"beacon_signature", &R::beacon_signature},
      Member{"state", &R::state}, Member{"result_root", &R::result_root},
      Member{"transcript", &R::transcript}, Member{"reason", &R::reason},
      Member{"missing", &R::missing}, Member{"operator", &R::operator_name},
      Member{"committed_at", &R::committed_at}, Member{"run_at", &R::run_at},
      Member{"leaf_index", &R::leaf_index},
      Member{"beacon_leaf_index", &R::beacon_leaf_index},
      Member{"run_leaf_index", &R::run_leaf_index},
      Member{"open_leaf_index", &R::open_leaf_index});
};
template <>
struct Shape<StoredAttemptWitness> {
  using R = StoredAttemptWitness;
  static constexpr auto kMembers = std::tuple(
      Member{"position", &R::position}, Member{"name", &R::name},
      Member{"witness_key", &R::key}, Member{"commitment", &R::commitment},
      Member{"contribution", &R::contribution},
      Member{"signature", &R::signature}, Member{"leaf_index", &R::leaf_index});
};
template <>
struct Shape<StoredWitness> {
  using R = StoredWitness;
  static constexpr auto kMembers =
      std::tuple(Member{"witness_key", &R::key}, Member{"name", &R::name},
                 Member{"organisation", &R::organisation},
                 Member{"leaf_index", &R::leaf_index});
};
template <>
struct Shape<LoadedRuleFile> {
  using R = LoadedRuleFile;
  static constexpr auto kMembers =
      std::tuple(Member{"file", &R::file}, Member{"content", &R::content},
                 Member{"leaf_index", &R::leaf_index});
};

}  // namespace codec
}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_READ_STORED_ROWS_H_
