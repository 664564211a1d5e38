#ifndef SPOTCHECK_LIB_JOURNAL_LEAF_H_
#define SPOTCHECK_LIB_JOURNAL_LEAF_H_

// A verifier reads these parts of the journal's leaves: the envelope and, of
// seven event types, the members on which a draw's evidence rests. Other
// members are ignored; a missing or malformed one refuses the leaf. README.md
// gives the layout under "Leaves".

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/hash.h"

namespace spotcheck::journal {

// Names the attempt of a task to which an event belongs.
struct AttemptRef {
  std::string task;  // "tasks/ID"
  std::uint64_t attempt = 0;
  friend bool operator==(const AttemptRef&, const AttemptRef&) = default;
};

// Byte strings (keys, contributions, signatures, values) are raw.
struct WitnessRegistered {
  static constexpr char kType[] = "witness.registered";
  std::string name;
  std::string organisation;
  std::string key;
};

struct TaskCreated {
  static constexpr char kType[] = "task.created";
  std::string task;
};

struct CommittedWitness {
  std::string name;
  std::string key;
  Digest commitment;
};

struct DrawCommitted {
  static constexpr char kType[] = "draw.committed";
  AttemptRef attempt;
  Digest previous;
  Digest commitment;
  std::string authority;
  std::string level;
  std::string authority_region;
  absl::Time deadline;
  HashSuite suite = HashSuite::kSha256;
  std::vector<CommittedWitness> witnesses;
};

struct DrawRevealed {
  static constexpr char kType[] = "draw.revealed";
  AttemptRef attempt;
  std::uint64_t position = 0;  // the witness's, from 1
  std::string name;
  std::string key;
  std::string contribution;
  std::string signature;
};

struct DrawBeacon {
  static constexpr char kType[] = "draw.beacon";
  AttemptRef attempt;
  std::string value;
  std::string signature;
};

struct DrawRun {
  static constexpr char kType[] = "draw.run";
  AttemptRef attempt;
  Digest commitment;
  Digest result_root;
  Digest transcript;
};

struct DrawOpened {
  static constexpr char kType[] = "draw.opened";
  AttemptRef attempt;
};

using LeafData = std::variant<WitnessRegistered, TaskCreated, DrawCommitted,
                              DrawRevealed, DrawBeacon, DrawRun, DrawOpened>;

struct Leaf {
  absl::Time time;
  LeafData data;
};

// Gives the event type, for example "draw.run".
std::string_view LeafType(const LeafData& data);

absl::StatusOr<Leaf> ParseLeaf(std::string_view bytes);

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_LIB_JOURNAL_LEAF_H_
