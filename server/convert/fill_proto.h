#ifndef SPOTCHECK_SERVER_CONVERT_FILL_PROTO_H_
#define SPOTCHECK_SERVER_CONVERT_FILL_PROTO_H_

// A record as its message: each member of the record's Shape goes to the field
// of the same name, so a new member needs a field in the proto and nothing
// here. The few names that differ stand in lib/app/register/field_names.h. The
// fields are looked up once per process. What is computed, and the resource's
// name, is set by hand.

#include <google/protobuf/message.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "lib/app/register/field_names.h"
#include "lib/store/events/shapes.h"
#include "server/convert/common.h"

namespace spotcheck::server {

// The fields of the Shape's members in their order, nullptr for a member that
// has none; a test fails for each of those.
template <typename Record>
std::vector<const google::protobuf::FieldDescriptor*> FieldsOf(
    const google::protobuf::Descriptor& message) {
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  for (const std::string_view member : store::codec::MemberNames<Record>()) {
    fields.push_back(
        message.FindFieldByName(std::string(app::FieldOf<Record>(member))));
  }
  return fields;
}

// A field of a message that is being filled.
struct FieldToFill {
  google::protobuf::Message& message;
  const google::protobuf::FieldDescriptor* field;
};
void Fill(const FieldToFill& to, std::string_view text);
void Fill(const FieldToFill& to, std::int64_t number);
void Fill(const FieldToFill& to, bool flag);
void AddTo(const FieldToFill& to, std::string_view text);

// A value that the store spells as a text is written as that text.
template <typename T>
std::string TextOf(const T& value) {
  if constexpr (std::is_same_v<T, std::string>) {
    return value;
  } else {
    return std::string(store::codec::TextForm<T>::ToText(value));
  }
}
template <typename T>
void FillValue(const FieldToFill& to, const T& value) {
  if constexpr (std::is_integral_v<T>) {
    Fill(to, value);
  } else {
    Fill(to, std::string_view(TextOf(value)));
  }
}
template <typename T>
void FillValue(const FieldToFill& to, const std::vector<T>& values) {
  for (const T& value : values) AddTo(to, TextOf(value));
}

template <typename Record, typename Proto>
void FillProto(const Record& record, Proto& proto) {
  static const auto kFields = FieldsOf<Record>(*Proto::descriptor());
  auto field = kFields.begin();
  const auto fill = [&](const auto& member) {
    if (*field != nullptr) FillValue({proto, *field}, record.*member.at);
    ++field;
  };
  std::apply([&](const auto&... member) { (fill(member), ...); },
             store::codec::Shape<Record>::kMembers);
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_FILL_PROTO_H_
