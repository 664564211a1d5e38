#include "server/convert/fill_proto.h"

namespace spotcheck::server {

using google::protobuf::FieldDescriptor;

void Fill(const FieldToFill& to, std::string_view text) {
  to.message.GetReflection()->SetString(&to.message, to.field,
                                        std::string(text));
}

void Fill(const FieldToFill& to, std::int64_t number) {
  const auto& reflection = *to.message.GetReflection();
  if (to.field->cpp_type() == FieldDescriptor::CPPTYPE_INT32) {
    reflection.SetInt32(&to.message, to.field, ToCount(number));
  } else {
    reflection.SetInt64(&to.message, to.field, number);
  }
}

void Fill(const FieldToFill& to, bool flag) {
  to.message.GetReflection()->SetBool(&to.message, to.field, flag);
}

void AddTo(const FieldToFill& to, std::string_view text) {
  to.message.GetReflection()->AddString(&to.message, to.field,
                                        std::string(text));
}

}  // namespace spotcheck::server
