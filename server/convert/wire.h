#ifndef SPOTCHECK_SERVER_CONVERT_WIRE_H_
#define SPOTCHECK_SERVER_CONVERT_WIRE_H_

// Turns bytes into messages and back. Requests are read here and not by gRPC:
// bytes that are no message, and text that is not UTF-8, then get an error that
// names the field, where gRPC would answer INTERNAL.

#include <google/protobuf/message.h>

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "lib/base/hash.h"

namespace spotcheck::server {

// Fills `message`. Errors: MALFORMED_REQUEST; FIELD_NOT_UTF8 with the field's
// path.
absl::Status ReadMessage(std::string_view bytes,
                         google::protobuf::Message& message);
template <typename Message>
absl::StatusOr<Message> ReadMessage(std::string_view bytes) {
  Message message;
  const absl::Status status = ReadMessage(bytes, message);
  if (!status.ok()) return status;
  return message;
}

// Equal messages give equal bytes: maps are written sorted by key.
std::string WriteMessage(const google::protobuf::Message& message);

// The digest that tells one mutation from another: SHA-256 over the rpc's full
// name and the request without its field `options`.
Digest RequestDigest(std::string_view rpc,
                     const google::protobuf::Message& request);

// Silences protobuf, which would print every malformed request to stderr.
void SilenceProtobuf();

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_WIRE_H_
