#ifndef SPOTCHECK_CLIENT_WITNESS_FILE_H_
#define SPOTCHECK_CLIENT_WITNESS_FILE_H_

// The two files of a witness: the key, and the contribution to one attempt.
// Each has a private form (mode 0600) and a public one without the secrets.
//   spotcheck-witness-key/1: format, name, organisation, key, seed
//   spotcheck-witness/1: format, witness_name, key, commitment, task, attempt,
//       previous, suite; the private form also seed and contribution
// Bytes are lower-case hex. Seed and contribution are the secrets.

#include <cstdint>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/io/json_object.h"
#include "lib/base/signing.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::client {

enum class Secrets { kKeep, kLeaveOut };

struct WitnessKey {
  std::string name;
  std::string organisation;
  SigningKey key;
};
// The public part of a key, as it is registered.
struct WitnessIdentity {
  std::string name;
  std::string organisation;
  std::string key;  // hex
};

// The commitment to one attempt, which the public file holds.
struct WitnessNote {
  std::string witness_name;
  VerifyKey key;
  Digest commitment;
  rules::AttemptId attempt;
};
// The commitment with the secrets that open it.
struct WitnessSecret {
  WitnessNote note;
  SigningKey key;
  std::string contribution;  // the bytes themselves
};

Json KeyJson(const WitnessKey& key, Secrets secrets);
absl::StatusOr<WitnessKey> ReadWitnessKey(const std::string& path);
// Reads the private or the public form.
absl::StatusOr<WitnessIdentity> ReadWitnessIdentity(const std::string& path);

// Makes the commitment that binds the contribution to the attempt.
WitnessSecret MakeWitnessSecret(const WitnessKey& key,
                                const rules::AttemptId& attempt,
                                std::string contribution);
Json NoteJson(const WitnessSecret& secret, Secrets secrets);
// Reads the private or the public form.
absl::StatusOr<WitnessNote> ReadWitnessNote(const std::string& path);
// Error: WITNESS_FILE_INCONSISTENT where the commitment does not follow from
// key and contribution.
absl::StatusOr<WitnessSecret> ReadWitnessSecret(const std::string& path);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_WITNESS_FILE_H_
