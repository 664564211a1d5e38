#ifndef SPOTCHECK_LIB_BASE_SEALER_H_
#define SPOTCHECK_LIB_BASE_SEALER_H_

// Sealing of what must not be read from the database alone: AES-256-GCM under
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

  // Deterministic (the nonce is a keyed hash of context and text), so replaying
  // the journal gives the same bytes. `context` names what is sealed and where;
  // opening under another context fails.
  std::string Seal(std::string_view context, std::string_view plain) const;
  absl::StatusOr<std::string> Open(std::string_view context,
                                   std::string_view sealed) const;

  // A keyed hash: equality can be tested and indexed, the value not guessed
  // without the key. `label` separates uses.
  Digest Tag(std::string_view label, std::string_view value) const;

 private:
  std::string seal_key_;
  std::string nonce_key_;
  std::string tag_key_;
};

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_SEALER_H_
