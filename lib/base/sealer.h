#ifndef SPOTCHECK_LIB_BASE_SEALER_H_
#define SPOTCHECK_LIB_BASE_SEALER_H_

// Seals what nobody may read from the database alone, with AES-256-GCM under
// keys derived from one master key that lives outside the database.

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "lib/base/hash.h"

namespace spotcheck {

class Sealer {
 public:
  // `master_key` is 32 bytes, or the process stops; it is not kept.
  explicit Sealer(std::string_view master_key);

  // Sealing is deterministic, since the nonce is a keyed hash of context and
  // text: replaying the journal gives the same bytes. `context` names what is
  // sealed and where; opening under another context fails.
  std::string Seal(std::string_view context, std::string_view plain) const;
  absl::StatusOr<std::string> Open(std::string_view context,
                                   std::string_view sealed) const;

  // Gives a keyed hash of the value. Tags can be compared and indexed, but
  // nobody can guess the value without the key. `label` separates uses.
  Digest Tag(std::string_view label, std::string_view value) const;

 private:
  std::string seal_key_;
  std::string nonce_key_;
  std::string tag_key_;
};

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_SEALER_H_
