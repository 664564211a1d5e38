#ifndef SPOTCHECK_LIB_STORE_TABLES_CHECK_CHANGE_H_
#define SPOTCHECK_LIB_STORE_TABLES_CHECK_CHANGE_H_

// The table check_change holds the requests to correct or void a check, and
// check_version every version of a check that no longer stands.

#include <cstdint>
#include <string_view>
#include <tuple>

#include "absl/status/status.h"
#include "lib/base/ids.h"
#include "lib/store/events/codec.h"
#include "lib/store/events/shapes.h"
#include "lib/store/tables/apply.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {

// A check as its row holds it.
struct StandingCheck {
  CheckRecord record;
  std::int64_t leaf_index = -1;
};
template <>
inline constexpr std::string_view kTable<StandingCheck> =
    Table<CheckRecord>::kName;
namespace codec {
SPOTCHECK_SHAPE(StandingCheck, Spread{&R::record},
                Member{"leaf_index", &R::leaf_index});
}  // namespace codec

// Makes the waiting requests about the check obsolete.
absl::Status SetChangesAside(const Applying& a, const Usci& usci,
                             const CheckId& check);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_TABLES_CHECK_CHANGE_H_
