#ifndef SPOTCHECK_LIB_RULES_DRAW_TYPES_H_
#define SPOTCHECK_LIB_RULES_DRAW_TYPES_H_

// What a draw is made of, as plain values: the plan, the frozen files, the
// commitment's inputs and the result (draw protocol spotcheck-draw/1). Nothing
// here reads a clock, a file or a random source.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/time/time.h"
#include "lib/base/civil_date.h"
#include "lib/base/hash.h"
#include "lib/base/ids.h"
#include "lib/base/signing.h"

namespace spotcheck::rules {

inline constexpr char kDrawProtocol[] = "spotcheck-draw/1";

// Why a unit of the frame cannot be drawn. The order of each group is the order
// in which the protocol looks: the first that applies stands.
enum class LineStatus : std::uint8_t {
  kEligible,
  kSixMonths,
  kSuperiorCheck,
  kReserved,
  kNoLab,
};
enum class EnterpriseStatus : std::uint8_t {
  kEligible,
  kOtherStratum,
  kWithdrawn,
  kAlreadySelected,
  kDeregistered,
  kNoEligibleLine,
};
enum class LabBarReason : std::uint8_t { kConflict, kLastLab };
enum class InspectorBarReason : std::uint8_t { kRecusal };

// One enterprise in scope, drawable or not. `evidence` is the record behind an
// exclusion, empty where the code follows from the files themselves.
struct FrameRow {
  Usci usci;
  Stratum stratum;
  EnterpriseStatus status = EnterpriseStatus::kEligible;
  std::string evidence;
  friend bool operator==(const FrameRow&, const FrameRow&) = default;
};

// One product line in scope. `category` indexes Plan::categories.
struct LineRow {
  Usci usci;
  LineId line;
  std::uint16_t category = 0;
  LineStatus status = LineStatus::kEligible;
  std::string evidence;
  friend bool operator==(const LineRow&, const LineRow&) = default;
};

template <typename Reason>
struct Bar {
  Usci usci;
  Reason reason;
  std::string evidence;
  friend bool operator==(const Bar&, const Bar&) = default;
};

struct DrawLab {
  LabId lab;
  std::int64_t capacity = 0;             // lines
  std::vector<std::uint16_t> scope;      // indexes into Plan::categories
  std::vector<std::string> other_scope;  // categories the plan does not hold
  std::vector<Bar<LabBarReason>> bars;   // by usci
};

struct DrawInspector {
  InspectorId inspector;      // a pseudonym of this task
  std::int64_t capacity = 0;  // enterprises
  std::vector<Bar<InspectorBarReason>> bars;
};

// The four frozen files, each sorted as its file is.
struct Frame {
  std::vector<FrameRow> enterprises;      // by usci
  std::vector<LineRow> lines;             // by usci, line
  std::vector<DrawLab> labs;              // by lab
  std::vector<DrawInspector> inspectors;  // by inspector
};

// The authority level 级别: who orders a check. Lower value is higher rank.
enum class Level : std::uint8_t { kNational, kProvincial, kCity, kCounty };
enum class Purpose : std::uint8_t { kRoutine, kFollowUp, kEmergency };

struct Plan {
  std::string authority;
  Level level = Level::kProvincial;
  Region region;
  Purpose purpose = Purpose::kRoutine;
  std::vector<std::string> categories;  // as given; sorted where hashed
  std::vector<PolicyId> policies;
  CivilDate as_of;
  std::int64_t sample_size = 0;  // enterprises
  std::int64_t lines_per_enterprise = 0;
  std::int64_t inspectors_per_enterprise = 0;
  std::map<Stratum, std::int64_t> weights;
  absl::Time deadline;
};

// A beacon round drand:<chain hash>:<round>, with what it published.
struct Beacon {
  std::string spec;       // empty: no beacon
  std::string value;      // 32 raw bytes once published, else empty
  std::string signature;  // raw bytes; SHA-256 of it is the value
};

struct Witness {
  std::string name;
  std::string key;  // Ed25519 public key, 32 raw bytes
  Digest commitment;
  std::string contribution;  // 16–64 raw bytes once revealed
  std::string signature;     // 64 raw bytes once revealed
};

// Which attempt this is: the domain of every commitment.
struct AttemptId {
  HashSuite suite = HashSuite::kSha256;
  TaskId task;
  std::int64_t attempt = 1;
  Digest previous;  // zero for an authority's first
};

// The roots and size that freeze the four files.
struct FrameRoots {
  Digest frame_root;
  std::int64_t frame_size = 0;
  Digest lines_root;
  Digest labs_root;
  Digest inspectors_root;
};

struct SelectedLine {
  LineId line;
  LabId lab;
};

struct SelectedEnterprise {
  std::int64_t rank = 0;  // from 1
  Usci usci;
  Stratum stratum;
  Digest ticket;
  std::vector<SelectedLine> lines;
  std::vector<InspectorId> inspectors;
};

// An exact inclusion probability, unreduced.
struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
  friend bool operator==(const Fraction&, const Fraction&) = default;
};

// Where capacity falls short: the items that compete for the bins cannot be
// served by them without the overflow, however the rest is arranged (Hall's
// condition). `demand` is the least number of units the items need from the
// bins; the overflow is (demand - capacity) / bins, rounded up.
template <typename Bin, typename Item>
struct Bottleneck {
  std::vector<Bin> bins;
  std::int64_t capacity = 0;  // of the bins together, before the overflow
  std::vector<Item> items;
  std::int64_t demand = 0;
};
using LabBottleneck = Bottleneck<LabId, std::pair<Usci, LineId>>;
using InspectorBottleneck = Bottleneck<InspectorId, Usci>;

// What fixes the seed of a frozen draw once all have revealed.
struct SeedInputs {
  Digest commitment;
  std::string operator_secret;             // 32 raw bytes
  std::string beacon_value;                // empty without a beacon
  std::vector<std::string> contributions;  // in the order of the witnesses
};

struct DrawResult {
  std::map<Stratum, std::int64_t> allocation;         // strata with N_h > 0
  std::map<Stratum, Fraction> inclusion_probability;  // strata with N_h > 0
  std::int64_t lab_overflow = 0;
  std::int64_t inspector_overflow = 0;
  std::optional<LabBottleneck> lab_bottleneck;  // where overflow > 0
  std::optional<InspectorBottleneck> inspector_bottleneck;
  std::vector<SelectedEnterprise> selection;  // by rank
  Digest result_root;
  Digest transcript;
};

// Everything a bundle holds but the journal's evidence.
struct Bundle {
  AttemptId id;
  Plan plan;
  Frame frame;
  FrameRoots roots;
  std::string operator_secret;  // 32 raw bytes
  Digest operator_commitment;
  std::vector<Witness> witnesses;
  Beacon beacon;
  Digest commitment;
  DrawResult result;
};

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_TYPES_H_
