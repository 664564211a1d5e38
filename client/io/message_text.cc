#include "client/io/message_text.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <utility>

#include "absl/strings/str_join.h"
#include "client/io/codes.h"
#include "client/io/errors.h"
#include "client/io/json_object.h"
#include "spotcheck/v1/common.pb.h"

namespace spotcheck::client {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

constexpr char kSeparator[] = "; ";

const FieldDescriptor* Find(const Message& message, std::string_view name) {
  return message.GetDescriptor()->FindFieldByName(std::string(name));
}

std::string EnumText(const google::protobuf::EnumValueDescriptor& value,
                     const Wording& wording) {
  return wording.codes == Codes::kKept ? EnumCode(value)
                                       : EnumInWords(value, wording.language);
}

std::string StringText(const FieldDescriptor& field, const std::string& text,
                       const Wording& wording) {
  return wording.codes == Codes::kKept
             ? text
             : TextInWords(field, text, wording.language);
}

std::string MessageText(const Message& message, const Wording& wording);

// One value: of a single field where index is -1, else of a repeated one.
std::string ValueText(const Message& message, const FieldDescriptor& field,
                      int index, const Wording& wording) {
  const Reflection& r = *message.GetReflection();
  const bool many = index >= 0;
  if (field.has_optional_keyword() && !r.HasField(message, &field)) return "";
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return std::to_string(many ? r.GetRepeatedInt32(message, &field, index)
                                 : r.GetInt32(message, &field));
    case FieldDescriptor::CPPTYPE_INT64:
      return std::to_string(many ? r.GetRepeatedInt64(message, &field, index)
                                 : r.GetInt64(message, &field));
    case FieldDescriptor::CPPTYPE_BOOL:
      return In(wording.language, r.GetBool(message, &field)
                                      ? Phrase{"是", "yes"}
                                      : Phrase{"否", "no"});
    case FieldDescriptor::CPPTYPE_ENUM:
      return EnumText(many ? *r.GetRepeatedEnum(message, &field, index)
                           : *r.GetEnum(message, &field),
                      wording);
    case FieldDescriptor::CPPTYPE_STRING:
      return StringText(field,
                        many ? r.GetRepeatedString(message, &field, index)
                             : r.GetString(message, &field),
                        wording);
    case FieldDescriptor::CPPTYPE_MESSAGE:
      if (!many && !r.HasField(message, &field)) return "";
      return MessageText(many ? r.GetRepeatedMessage(message, &field, index)
                              : r.GetMessage(message, &field),
                         wording);
    default:  // the API has no other types
      return "";
  }
}

std::string FieldValueText(const Message& message, const FieldDescriptor& field,
                           const Wording& wording) {
  if (!field.is_repeated()) return ValueText(message, field, -1, wording);
  std::vector<std::string> values;
  const int size = message.GetReflection()->FieldSize(message, &field);
  for (int i = 0; i < size; ++i) {
    values.push_back(ValueText(message, field, i, wording));
  }
  // A map has no order of its own.
  if (field.is_map()) std::sort(values.begin(), values.end());
  return absl::StrJoin(values, kSeparator);
}

// A sentence in the wording, an entry of a map as key=value; any other message
// has fields that a column can name.
std::string MessageText(const Message& message, const Wording& wording) {
  const auto& descriptor = *message.GetDescriptor();
  if (&descriptor == v1::LocalizedText::descriptor()) {
    const char* name = wording.language == Language::kZh ? "zh" : "en";
    return FieldValueText(message, *Find(message, name), wording);
  }
  if (!descriptor.options().map_entry()) return "";
  return FieldValueText(message, *descriptor.map_key(), wording) + "=" +
         FieldValueText(message, *descriptor.map_value(), wording);
}

// The messages of a message field, single or repeated.
std::vector<const Message*> Children(const Message& message,
                                     const FieldDescriptor& field) {
  std::vector<const Message*> children;
  if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) return children;
  const Reflection& r = *message.GetReflection();
  if (!field.is_repeated()) {
    children.push_back(&r.GetMessage(message, &field));
    return children;
  }
  for (int i = 0; i < r.FieldSize(message, &field); ++i) {
    children.push_back(&r.GetRepeatedMessage(message, &field, i));
  }
  return children;
}

std::string TextAt(const Message& message, std::string_view path,
                   const Wording& wording) {
  const std::size_t dot = path.find('.');
  const FieldDescriptor* field = Find(message, path.substr(0, dot));
  if (field == nullptr) return "";
  if (dot == std::string_view::npos) {
    return FieldValueText(message, *field, wording);
  }
  std::string text;
  bool first = true;
  for (const Message* child : Children(message, *field)) {
    if (!std::exchange(first, false)) text += kSeparator;
    text += TextAt(*child, path.substr(dot + 1), wording);
  }
  return text;
}

}  // namespace

std::vector<Lineage> RowsAt(const Message& answer, std::string_view path) {
  std::vector<Lineage> rows = {{&answer}};
  while (!path.empty()) {
    const std::size_t dot = path.find('.');
    std::vector<Lineage> next;
    for (const Lineage& row : rows) {
      const FieldDescriptor* field = Find(*row.back(), path.substr(0, dot));
      if (field == nullptr) continue;
      for (const Message* child : Children(*row.back(), *field)) {
        next.push_back(row);
        next.back().push_back(child);
      }
    }
    rows = std::move(next);
    path = dot == std::string_view::npos ? "" : path.substr(dot + 1);
  }
  return rows;
}

std::string FieldText(const Lineage& row, std::string_view field,
                      const Wording& wording) {
  std::size_t at = row.size() - 1;
  while (!field.empty() && field.front() == '^' && at > 0) {
    field.remove_prefix(1);
    --at;
  }
  return TextAt(*row[at], field, wording);
}

namespace {

// True if a map stands anywhere below the message's type.
bool HasMap(const google::protobuf::Descriptor& type) {
  for (int i = 0; i < type.field_count(); ++i) {
    const google::protobuf::FieldDescriptor& field = *type.field(i);
    if (field.is_map()) return true;
    if (field.message_type() != nullptr && HasMap(*field.message_type())) {
      return true;
    }
  }
  return false;
}

void SortMapsOf(const google::protobuf::Descriptor& type, Json& value) {
  if (value.is_array()) {
    for (Json& element : value) SortMapsOf(type, element);
    return;
  }
  if (!value.is_object()) return;
  for (int i = 0; i < type.field_count(); ++i) {
    const google::protobuf::FieldDescriptor& field = *type.field(i);
    const auto member = value.find(field.name());
    if (member == value.end() || field.message_type() == nullptr) continue;
    if (field.is_map()) {
      const nlohmann::json sorted = *member;  // members by name
      *member = sorted;
    } else {
      SortMapsOf(*field.message_type(), *member);
    }
  }
}

// Protocol Buffers print a map in the order of its hash, another one each time;
// the same answer has to be the same text.
void SortMaps(const Message& message, JsonLayout layout, std::string& text) {
  if (!HasMap(*message.GetDescriptor())) return;
  Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) return;
  SortMapsOf(*message.GetDescriptor(), json);
  text = layout == JsonLayout::kIndented ? json.dump(1) : json.dump();
}

}  // namespace

absl::StatusOr<std::string> MessageJson(const Message& message,
                                        JsonLayout layout) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = layout == JsonLayout::kIndented;
  options.preserve_proto_field_names = true;
  options.always_print_primitive_fields = true;
  std::string text;
  if (!google::protobuf::util::MessageToJsonString(message, &text, options)
           .ok()) {
    return AnswerMalformedError();
  }
  SortMaps(message, layout, text);
  if (text.empty() || text.back() != '\n') text += '\n';
  return text;
}

}  // namespace spotcheck::client
