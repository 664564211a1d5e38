#ifndef SPOTCHECK_LIB_APP_DRAW_TYPES_H_
#define SPOTCHECK_LIB_APP_DRAW_TYPES_H_

// The answers of the application's draw functions, as plain values that mirror
// proto/spotcheck/v1/draw.proto.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/app/journal/read.h"
#include "lib/base/error.h"
#include "lib/rules/draw/types.h"
#include "lib/rules/law/six_months.h"
#include "lib/store/events/events.h"
#include "lib/store/events/records.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {

// Says how much of a draw a caller sees before it is opened. kPublic shows what
// the protocol calls public. kRequests also shows the requests that wait for a
// second person, with unit, reason and evidence. kFull also shows counts,
// selection and plan.
enum class Visibility : std::uint8_t { kPublic, kRequests, kFull };

using store::AttemptState;

struct StratumPreview {
  Stratum stratum;
  std::int64_t in_scope = 0;  // number of enterprises
  std::int64_t eligible = 0;
  std::map<std::string, std::int64_t> excluded;  // number by code
  std::int64_t weight = 0;
};

// An excluded line. `code` is its status in the frame. The members from
// `policy` to `until` describe the decisive policy; they are empty if the code
// comes from no policy. `reasons` has all policies that exclude the line, the
// decisive one first.
struct LineExclusion {
  Usci usci;
  LineId line;
  std::string code;
  std::string policy;
  std::string earlier_check;
  std::string sampled;
  std::string until;
  std::vector<rules::ProtectionReason> reasons;
};

struct TaskPreview {
  TaskId task;
  std::vector<StratumPreview> strata;
  std::vector<PolicyId> policies;
  std::int64_t lines_in_scope = 0;
  std::int64_t lines_eligible = 0;
  std::map<std::string, std::int64_t> lines_excluded;
  std::vector<LineExclusion> exclusions;         // the first ones only
  std::map<std::string, std::int64_t> warnings;  // number of lines by policy
};

struct WitnessAnswer {
  std::string name;
  std::string organisation;
  std::string key;  // hex
  std::int64_t journal_index = -1;
  std::int64_t defaults = 0;
};

struct NextAttempt {
  TaskId task;
  std::int64_t attempt = 1;
  Digest previous;
  HashSuite suite = HashSuite::kSha256;
};

// A leaf of the journal with the proof that a signed checkpoint covers it.
struct ProvenLeaf {
  JournalCheckpoint checkpoint;
  InclusionAnswer proof;
  std::string leaf;
};

struct CommitAnswer {
  TaskId task;
  std::int64_t attempt = 1;
  std::string previous;    // hex
  std::string commitment;  // hex
  std::string deadline;
  JournalCheckpoint checkpoint;
  std::int64_t journal_index = -1;
  std::vector<StratumPreview> strata;
  std::vector<PolicyId> policies;
};

struct RevealAnswer {
  TaskId task;
  std::int64_t attempt = 1;
  ProvenLeaf reveal;
  // kRun: this reveal was the last one
  AttemptState state = AttemptState::kCommitted;
};

struct DrawWitness {
  std::string name;
  std::string organisation;
  std::string key;                  // hex
  std::string commitment;           // hex
  std::int64_t journal_index = -1;  // of the reveal; -1 before it
};

struct PendingApproval {
  std::string approval_id;
  store::ApprovalKind kind = store::ApprovalKind::kVoid;
  TaskId task;
  std::int64_t attempt = 1;
  std::string requested_by;
  std::string reason;
  std::string usci;  // empty without kFull
  std::int64_t journal_index = -1;
};

struct SelectedLineAnswer {
  LineId line;
  LabId lab;
  std::optional<store::HoldState> state;
  std::string product_name;
};
struct SelectedUnit {
  std::int64_t rank = 0;
  Usci usci;
  std::string enterprise_name;
  Stratum stratum;
  std::vector<SelectedLineAnswer> lines;
  std::vector<std::string> pseudonyms;
  std::vector<std::string> badges;
  std::string ticket;  // hex; empty before the opening
};

struct Bottleneck {
  std::string kind;  // LABS or INSPECTORS
  std::vector<std::string> bins;
  std::int64_t capacity = 0;
  std::int64_t demand = 0;
  std::vector<std::string> items;
};

struct DrawAnswer {
  TaskId task;
  std::int64_t attempt = 1;
  AttemptState state = AttemptState::kCommitted;
  std::string authority;
  std::string previous;
  std::string commitment;
  std::string deadline;
  std::string beacon_spec;
  std::vector<DrawWitness> witnesses;
  std::string result_root;
  std::string transcript;
  std::int64_t journal_index = -1;
  std::int64_t run_journal_index = -1;
  std::string reason;
  std::vector<PendingApproval> pending;
  // The members below, down to bottlenecks, are filled with kFull only.
  std::vector<StratumPreview> strata;
  std::vector<PolicyId> policies;
  std::vector<SelectedUnit> selection;
  std::vector<LineExclusion> exclusions;
  std::int64_t lab_overflow = 0;
  std::int64_t inspector_overflow = 0;
  std::vector<Bottleneck> bottlenecks;
  // visits_done and opens_by are filled with kFull, from the run until the
  // opening.
  bool visits_done = false;
  std::string opens_by;  // UTC; may be opened then even with due units
};

struct ApproveAnswer {
  PendingApproval approved;
  AttemptState state = AttemptState::kCommitted;
  std::int64_t journal_index = -1;
};

struct BundleFile {
  std::string name;
  std::string bytes;
};

struct ExplainedLine {
  LineId line;
  std::string product_name;
  std::string category;
  std::string status;
  Localized reason;
  std::vector<rules::ProtectionReason> policies;  // like LineExclusion::reasons
  bool drawn = false;
};
struct ExplainedBar {
  std::string kind;
  std::string id;
  std::string reason;
  std::string evidence;
};
struct UnitExplanation {
  Usci usci;
  std::int64_t attempt = 1;
  bool in_scope = false;
  std::string status;
  Localized reason;
  std::vector<ExplainedLine> lines;
  std::string stratum;
  std::int64_t weight = 0;
  std::string inclusion_probability;
  std::string inclusion_percent;
  bool drawn = false;
  std::int64_t rank = 0;
  std::string ticket;
  std::string first_not_drawn;
  std::vector<ExplainedBar> bars;
};

struct UnitProof {
  TaskId task;
  std::int64_t attempt = 1;
  HashSuite suite = HashSuite::kSha256;
  std::string leaf;
  std::int64_t leaf_index = 0;
  std::int64_t leaf_count = 0;
  std::vector<Digest> path;
  std::string result_root;
  std::string commitment;
  std::string transcript;
  ProvenLeaf run;  // the run's leaf, which names task, attempt and result root
};

struct AttemptSummary {
  store::StoredAttempt attempt;
  std::vector<std::string> missing;  // names of attempt.missing
  std::int64_t withdrawn = 0;        // units, at any time
  std::int64_t due = 0;              // units without a result now
};

struct DrawCounts {
  std::string kind;  // AUTHORITY, OPERATOR, WITNESS
  std::string subject;
  std::int64_t committed = 0;
  std::int64_t run = 0;
  std::int64_t voided = 0;
  std::int64_t failed = 0;
  std::int64_t undecided = 0;
  std::int64_t withdrawn = 0;
  std::int64_t due = 0;
  std::int64_t defaults = 0;
};

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_TYPES_H_
