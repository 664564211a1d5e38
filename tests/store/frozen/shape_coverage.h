#ifndef SPOTCHECK_TESTS_STORE_FROZEN_SHAPE_COVERAGE_H_
#define SPOTCHECK_TESTS_STORE_FROZEN_SHAPE_COVERAGE_H_

// Finds the members of a record's description (lib/store/events/shapes.h) a set
// of stored values never holds.

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "lib/store/events/shapes.h"
#include "nlohmann/json.hpp"

namespace spotcheck::store::testing {

using StoredValues = std::vector<nlohmann::json>;

// The values one step below the given ones.
inline StoredValues ItemsOf(const StoredValues& values) {
  StoredValues items;
  for (const nlohmann::json& value : values) {
    items.insert(items.end(), value.begin(), value.end());
  }
  return items;
}
inline StoredValues MembersOf(const StoredValues& values, const char* name) {
  StoredValues members;
  for (const nlohmann::json& value : values) {
    const auto found = value.find(name);
    if (found != value.end()) members.push_back(*found);
  }
  return members;
}

using MissingPaths = std::vector<std::string>;
template <typename T>
struct TypeOf {};

// The paths, from `path` on, that no value of the type holds.
template <typename T>
MissingPaths Missing(TypeOf<std::vector<T>>, const StoredValues& values,
                     const std::string& path) {
  return Missing(TypeOf<T>(), ItemsOf(values), path + "[]");
}
template <typename K, typename V>
MissingPaths Missing(TypeOf<std::map<K, V>>, const StoredValues& values,
                     const std::string& path) {
  return Missing(TypeOf<V>(), ItemsOf(values), path + "{}");
}
template <typename T>
MissingPaths Missing(TypeOf<std::optional<T>>, const StoredValues& values,
                     const std::string& path) {
  return Missing(TypeOf<T>(), values, path);
}
template <typename R, typename T>
MissingPaths MissingMember(const codec::Member<R, T>& member,
                           const StoredValues& values,
                           const std::string& path) {
  return Missing(TypeOf<T>(), MembersOf(values, member.name),
                 path + "." + member.name);
}
template <typename R, typename T>
MissingPaths MissingMember(const codec::Added<R, T>& member,
                           const StoredValues& values,
                           const std::string& path) {
  return Missing(TypeOf<T>(), MembersOf(values, member.name),
                 path + "." + member.name);
}
template <typename R, typename T>
MissingPaths MissingMember(const codec::Spread<R, T>&,
                           const StoredValues& values,
                           const std::string& path) {
  return Missing(TypeOf<T>(), values, path);
}
template <typename T>
MissingPaths Missing(TypeOf<T>, const StoredValues& values,
                     const std::string& path) {
  MissingPaths missing;
  if (values.empty()) missing.push_back(path);
  if constexpr (requires { codec::Shape<T>::kMembers; }) {
    [[maybe_unused]] const auto add = [&](const auto& member) {
      const MissingPaths more = MissingMember(member, values, path);
      missing.insert(missing.end(), more.begin(), more.end());
    };
    std::apply([&](const auto&... member) { (add(member), ...); },
               codec::Shape<T>::kMembers);
  }
  return missing;
}

}  // namespace spotcheck::store::testing

#endif  // SPOTCHECK_TESTS_STORE_FROZEN_SHAPE_COVERAGE_H_
