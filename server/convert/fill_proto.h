#ifndef SPOTCHECK_SERVER_CONVERT_FILL_PROTO_H_
#define SPOTCHECK_SERVER_CONVERT_FILL_PROTO_H_

// Fills a record's message: each member of the record's Shape goes to the field
// of the same name. So a new member needs a field in the proto file and nothing
// here. FieldOf (lib/app/register/typed_row.h) knows the few names that differ.
// The fields are looked up once per process. The caller sets the resource's
// name and the computed fields by hand.

#include <google/protobuf/message.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "lib/app/register/typed_row.h"
#include "lib/store/events/shapes.h"
#include "server/convert/common.h"

namespace spotcheck::server {

// The fields of the Shape's members in their order; nullptr for a member
// without a field, which a test finds.
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

// A type that the store spells as a text is written as that text.
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
