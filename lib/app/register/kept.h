#ifndef SPOTCHECK_LIB_APP_REGISTER_KEPT_H_
#define SPOTCHECK_LIB_APP_REGISTER_KEPT_H_

// Says what a changed row does to the fields that stand in the register. A
// column that the file does not have keeps the value; a column that it has and
// leaves empty takes the value away. The latter is counted, because a recusal
// that goes can steer a draw. Pure.

#include <algorithm>
#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "lib/app/register/members.h"
#include "lib/rules/register/columns.h"
#include "lib/rules/register/day.h"

namespace spotcheck::app {

// Names the flag that is computed from the words of the record's state.
inline bool store::EnterpriseRecord::*StateFlag(
    const store::EnterpriseRecord&) {
  return &store::EnterpriseRecord::deregistered;
}
inline bool store::LabRecord::*StateFlag(const store::LabRecord&) {
  return &store::LabRecord::active;
}
inline bool store::InspectorRecord::*StateFlag(const store::InspectorRecord&) {
  return &store::InspectorRecord::active;
}

template <typename T>
struct Change {
  const T& before;
  const T& after;
};
// True where a date is one day in both spellings, or none in either: registers
// of before keep dates as they were typed.
inline bool IsSameDay(const rules::ImportColumn& column,
                      const Change<std::string>& change) {
  return column.form == rules::CellForm::kDate &&
         rules::ReadDay(change.before) == rules::ReadDay(change.after);
}
template <typename T>
bool IsSameDay(const rules::ImportColumn&, const Change<T>&) {
  return false;
}

// Answers `record`, which was read from the row, with the standing values in
// those fields that the row does not give, and in those where it says the same.
template <typename Record>
Record Completed(const TypedRow<Record>& row, const Record& standing,
                 Record record) {
  ForEachMember<Record>([&](const auto& member, std::size_t column) {
    using T = std::remove_cvref_t<decltype(standing.*member.at)>;
    const Change<T> change{standing.*member.at, record.*member.at};
    if (!row.given[column] || IsSameDay(ColumnsOf<Record>()[column], change)) {
      record.*member.at = standing.*member.at;
    }
    return true;
  });
  if constexpr (requires { StateFlag(record); }) {
    const auto flag = StateFlag(record);
    if (!row.Gives("state")) record.*flag = standing.*flag;
  }
  return record;
}

inline bool LosesValue(const Change<std::string>& change) {
  return !change.before.empty() && change.after.empty();
}
// A list loses a value with each entry that is no longer in it.
template <typename T>
bool LosesValue(const Change<std::vector<T>>& change) {
  const std::vector<T>& after = change.after;
  return std::any_of(
      change.before.begin(), change.before.end(), [&after](const T& entry) {
        return std::find(after.begin(), after.end(), entry) == after.end();
      });
}
template <typename T>
bool LosesValue(const Change<T>&) {
  return false;  // codes and numbers are never empty
}

// Answers the columns whose value goes when `after` takes the place of
// `before`.
template <typename Record>
std::vector<std::size_t> LostColumns(const Record& before,
                                     const Record& after) {
  std::vector<std::size_t> lost;
  ForEachMember<Record>([&](const auto& member, std::size_t column) {
    using T = std::remove_cvref_t<decltype(before.*member.at)>;
    if (LosesValue(Change<T>{before.*member.at, after.*member.at})) {
      lost.push_back(column);
    }
    return true;
  });
  return lost;
}

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_KEPT_H_
