#ifndef SPOTCHECK_LIB_APP_REGISTER_FIELD_NAMES_H_
#define SPOTCHECK_LIB_APP_REGISTER_FIELD_NAMES_H_

// Names the field that carries a record's member in messages and imports. It
// has the member's name except for the members below: a stored name cannot
// change because journals hold it, and in a message `name` is the resource's
// name.

#include <string_view>

#include "lib/store/events/records.h"

namespace spotcheck::app {

template <typename Record>
constexpr std::string_view FieldOf(std::string_view member) {
  return member;
}
template <>
constexpr std::string_view FieldOf<store::EnterpriseRecord>(
    std::string_view member) {
  return member == "name" ? "enterprise_name" : member;
}
template <>
constexpr std::string_view FieldOf<store::LabRecord>(std::string_view member) {
  if (member == "lab_id") return "usci";
  return member == "name" ? "lab_name" : member;
}
template <>
constexpr std::string_view FieldOf<store::InspectorRecord>(
    std::string_view member) {
  if (member == "inspector") return "inspector_id";
  return member == "name" ? "person_name" : member;
}

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_REGISTER_FIELD_NAMES_H_
