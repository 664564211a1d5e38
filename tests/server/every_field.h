#ifndef SPOTCHECK_TESTS_SERVER_EVERY_FIELD_H_
#define SPOTCHECK_TESTS_SERVER_EVERY_FIELD_H_

// A check for the tests of conversion: where every member of an answer is
// filled, no field of its response may stay at its default. It fails when a
// field is added to a proto file and not converted.

#include <google/protobuf/message.h>

#include <string>
#include <vector>

namespace spotcheck::server {

inline void CollectUnset(const google::protobuf::Message& message,
                         const std::string& path,
                         std::vector<std::string>& unset) {
  using google::protobuf::FieldDescriptor;
  const auto& descriptor = *message.GetDescriptor();
  const auto& reflection = *message.GetReflection();
  for (int i = 0; i < descriptor.field_count(); ++i) {
    const FieldDescriptor& field = *descriptor.field(i);
    const std::string name = path + "." + field.name();
    if (field.is_repeated()) {
      const int size = reflection.FieldSize(message, &field);
      if (size == 0) unset.push_back(name);
      if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE) continue;
      for (int j = 0; j < size; ++j) {
        CollectUnset(reflection.GetRepeatedMessage(message, &field, j), name,
                     unset);
      }
    } else if (!reflection.HasField(message, &field)) {
      unset.push_back(name);
    } else if (field.cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      CollectUnset(reflection.GetMessage(message, &field), name, unset);
    }
  }
}

// The paths of the fields that stand at their default.
inline std::vector<std::string> UnsetFields(
    const google::protobuf::Message& message) {
  std::vector<std::string> unset;
  CollectUnset(message, message.GetDescriptor()->name(), unset);
  return unset;
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_TESTS_SERVER_EVERY_FIELD_H_
