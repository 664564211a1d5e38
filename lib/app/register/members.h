#ifndef SPOTCHECK_LIB_APP_REGISTER_MEMBERS_H_
#define SPOTCHECK_LIB_APP_REGISTER_MEMBERS_H_

// Walks through the members of a register's record together with the import
// columns that they are read from.

#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "lib/app/register/typed_row.h"
#include "lib/base/ids.h"
#include "lib/store/events/shapes.h"

namespace spotcheck::app {

// True for the types of members that are computed from other members and have
// no column.
template <typename T>
constexpr bool kIsDerived =
    std::is_same_v<T, bool> || std::is_same_v<T, LineId>;

// For each member of the record's Shape, in order, the index of its column. A
// member that no import brings has the number of columns as its index and keeps
// its default.
template <typename Record>
const std::vector<std::size_t>& MemberColumns() {
  static const std::vector<std::size_t> kColumns = [] {
    std::vector<std::size_t> at;
    for (const std::string_view member : store::codec::MemberNames<Record>()) {
      at.push_back(
          rules::IndexOf(ColumnsOf<Record>(), FieldOf<Record>(member)));
    }
    return at;
  }();
  return kColumns;
}

// Calls visit(member, column) for each member that a column brings. Stops when
// a call answers false, and then answers false; otherwise true.
template <typename Record, typename Visit>
bool ForEachMember(Visit visit) {
  const std::vector<std::size_t>& columns = MemberColumns<Record>();
  std::size_t next = 0;
  const auto one = [&](const auto& member) {
    using T =
        std::remove_reference_t<decltype(std::declval<Record&>().*member.at)>;
    [[maybe_unused]] const std::size_t column = columns[next++];
    if constexpr (!kIsDerived<T>) {
      if (column < ColumnsOf<Record>().size()) return visit(member, column);
    }
    return true;
  };
  return std::apply([&](const auto&... member) { return (one(member) && ...); },
                    store::codec::Shape<Record>::kMembers);
}

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_MEMBERS_H_
