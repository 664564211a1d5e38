#ifndef SPOTCHECK_CLIENT_IO_CODES_H_
#define SPOTCHECK_CLIENT_IO_CODES_H_

// The codes of answers in words. JSON, JSON lines and CSV keep the codes, since
// programs read them; tables show the words of the language.

#include <google/protobuf/descriptor.h>

#include <string>
#include <string_view>

#include "client/io/phrase.h"

namespace spotcheck::client {

// The word of an enumerator of the API; "" for UNSPECIFIED, and the code of one
// that this version does not know.
std::string EnumInWords(const google::protobuf::EnumValueDescriptor& value,
                        Language language);
// LEVEL_CITY of enum Level is CITY.
std::string EnumCode(const google::protobuf::EnumValueDescriptor& value);

// The text of a field whose codes stand in a table of lib/rules, in words; a
// time in UTC as Beijing's, with the zone. Any other field's text, and any
// unknown code, stays as it is.
std::string TextInWords(const google::protobuf::FieldDescriptor& field,
                        std::string_view text, Language language);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_CODES_H_
