#ifndef SPOTCHECK_CLIENT_IO_MESSAGE_TEXT_H_
#define SPOTCHECK_CLIENT_IO_MESSAGE_TEXT_H_

// Fields of any message as text, found by name: what tables are made of.

#include <google/protobuf/message.h>

#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "client/io/phrase.h"

namespace spotcheck::client {

// Programs read codes, an enumerator's without the prefix of its enum; people
// read words (codes.h).
enum class Codes { kInWords, kKept };
struct Wording {
  // NOLINTNEXTLINE(google-explicit-constructor): words are what most ask for.
  Wording(Language in, Codes as = Codes::kInWords) : language(in), codes(as) {}
  Language language;
  Codes codes;
};

// A message and the messages it stands in, outermost first.
using Lineage = std::vector<const google::protobuf::Message*>;

// Every message that the dotted path of repeated fields leads to, in order;
// the answer itself for an empty path.
std::vector<Lineage> RowsAt(const google::protobuf::Message& answer,
                            std::string_view path);

// The text of a field of the last message of the lineage; each leading ^ goes
// one message up, a dot goes into a message or through all of a repeated one.
// Codes as the wording says, LocalizedText in the language, several values
// joined by "; ", an unknown field and an optional one that is not set as
// nothing.
std::string FieldText(const Lineage& row, std::string_view field,
                      const Wording& wording);

// Protobuf's JSON form with the proto's field names and defaults printed.
enum class JsonLayout { kIndented, kOneLine };
absl::StatusOr<std::string> MessageJson(
    const google::protobuf::Message& message, JsonLayout layout);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_IO_MESSAGE_TEXT_H_
