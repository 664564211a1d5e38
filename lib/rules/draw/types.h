#ifndef SPOTCHECK_LIB_RULES_DRAW_TYPES_H_
#define SPOTCHECK_LIB_RULES_DRAW_TYPES_H_

// A draw is made of these plain values: the plan, the frozen files, the
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

// A status says why a unit of the frame cannot be drawn. Each enum stands in
// the order in which the protocol looks: the first status that applies stands.
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

// One enterprise in scope, drawable or not. `evidence` is the id of the record
// behind an exclusion; empty where the code follows from the files themselves.
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

// A bar keeps a laboratory or an inspector from one enterprise.
template <typename Reason>
struct Bar {
  Usci usci;
  Reason reason;
  std::string evidence;
  friend bool operator==(const Bar&, const Bar&) = default;
};

struct DrawLab {
  LabId lab;
  std::int64_t capacity = 0;             // the most lines
  std::vector<std::uint16_t> scope;      // indexes into Plan::categories
  std::vector<std::string> other_scope;  // categories the plan does not hold
  std::vector<Bar<LabBarReason>> bars;   // sorted by usci
};

struct DrawInspector {
  InspectorId inspector;      // a pseudonym of this task
  std::int64_t capacity = 0;  // the most enterprises
  std::vector<Bar<InspectorBarReason>> bars;
};

// The four frozen files, each sorted as its file is.
struct Frame {
  std::vector<FrameRow> enterprises;      // sorted by usci
  std::vector<LineRow> lines;             // sorted by usci, line
  std::vector<DrawLab> labs;              // sorted by lab
  std::vector<DrawInspector> inspectors;  // sorted by inspector
};

// The level 级别 of an authority. A lower value is a higher rank.
enum class Level : std::uint8_t { kNational, kProvincial, kCity, kCounty };
enum class Purpose : std::uint8_t { kRoutine, kFollowUp, kEmergency };

struct Plan {
  std::string authority;
  Level level = Level::kProvincial;
  Region region;
  Purpose purpose = Purpose::kRoutine;
  std::vector<std::string> categories;  // as given; EncodePlan sorts them
  std::vector<PolicyId> policies;
  CivilDate as_of;
  std::int64_t sample_size = 0;  // in enterprises
  std::int64_t lines_per_enterprise = 0;
  std::int64_t inspectors_per_enterprise = 0;
  std::map<Stratum, std::int64_t> weights;
  absl::Time deadline;
};

// A beacon's round drand:<chain hash>:<round>, with what it published.
struct Beacon {
  std::string spec;       // empty where there is no beacon
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

// Identifies an attempt; every commitment contains it.
struct AttemptId {
  HashSuite suite = HashSuite::kSha256;
  TaskId task;
  std::int64_t attempt = 1;
  Digest previous;  // zero for the authority's first attempt
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

// Shows where capacity falls short: the bins cannot serve the items that
// compete for them without the overflow, however the rest is arranged (Hall's
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

// These values fix the seed of a frozen draw once all witnesses have revealed.
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
  std::optional<LabBottleneck> lab_bottleneck;  // set where overflow > 0
  std::optional<InspectorBottleneck> inspector_bottleneck;
  std::vector<SelectedEnterprise> selection;  // sorted by rank
  Digest result_root;
  Digest transcript;
};

// A bundle holds these values, and besides them only the journal's evidence.
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

// The closed lists below are for answers about draws.

// A bar keeps one of these from an enterprise.
enum class Assigned : std::uint8_t { kLab, kInspector };
// The pool that was too small for the draw.
enum class Pool : std::uint8_t { kLabs, kInspectors };
// A row of the statistics counts the attempts of one of these.
enum class Counted : std::uint8_t { kAuthority, kOperator, kWitness };

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_DRAW_TYPES_H_
