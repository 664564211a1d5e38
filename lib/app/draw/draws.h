#ifndef SPOTCHECK_LIB_APP_DRAW_DRAWS_H_
#define SPOTCHECK_LIB_APP_DRAW_DRAWS_H_

// Tasks, witnesses and draws (protocol spotcheck-draw/1) over the store. A
// function on a Transaction is one mutation: it checks, appends events and
// answers. A function on a Database runs long work outside the writer: it reads
// a snapshot, computes, and writes only if nothing that matters has changed.
// Inputs are parsed values; conditions on several of them together are checked
// here. Errors are in lib/app/draw/errors.h.

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "absl/status/statusor.h"
#include "lib/app/common/rule_book.h"
#include "lib/app/common/rules_in_force.h"
#include "lib/app/draw/types.h"
#include "lib/store/journal/database.h"
#include "lib/store/read/tasks.h"

namespace spotcheck::app {

// One attempt of a task; attempt number 0 stands for the latest.
struct AttemptRef {
  TaskId task;
  std::int64_t attempt = 0;
};

// ---- Tasks and witnesses.

struct NewTask {
  TaskId task;
  HashSuite suite = HashSuite::kSha256;
  store::TaskPlan plan;  // no weights: the default ones
};
absl::StatusOr<store::StoredTask> CreateTask(store::Transaction& tx,
                                             const NewTask& task);
absl::StatusOr<store::StoredTask> GetTask(const store::View& view,
                                          const TaskId& task);
// Gives a task that has drawn nothing another plan, or withdraws it: then it
// never draws. Errors: TASK_UNKNOWN, TASK_HAS_DRAWN, TASK_IS_WITHDRAWN; those
// of CreateTask; TEXT_* for the reason.
absl::StatusOr<store::StoredTask> ChangeTask(store::Transaction& tx,
                                             const NewTask& task);
struct TaskWithdrawal {
  TaskId task;
  std::string reason;
};
absl::StatusOr<store::StoredTask> WithdrawTask(
    store::Transaction& tx, const TaskWithdrawal& withdrawal);
// Answers at most `limit` tasks that fit every filter, in ascending order of
// their ids, from the first one behind `after`. Error: UNKNOWN_CATEGORY.
struct TasksQuery {
  TaskId after;
  std::int64_t limit = 0;
  std::string authority;  // empty: every authority
  Region region;          // the tasks of this region and within it
  std::string category;   // empty: every category
  std::optional<rules::Level> level;
};
absl::StatusOr<std::vector<store::StoredTask>> ListTasks(
    const store::View& view, TasksQuery query);
absl::StatusOr<TaskPreview> PreviewTask(const store::View& view,
                                        const RuleBook& book,
                                        const TaskId& task,
                                        std::int64_t max_exclusions);

struct NewWitness {
  std::string name;
  std::string organisation;
  std::string key;  // hex
};
absl::StatusOr<WitnessAnswer> RegisterWitness(store::Transaction& tx,
                                              const NewWitness& witness);
// Answers at most `limit` witnesses in ascending order of their keys, from the
// first one behind the key `after`.
absl::StatusOr<std::vector<WitnessAnswer>> ListWitnesses(
    const store::View& view, std::string_view after, std::int64_t limit);
absl::StatusOr<NextAttempt> GetNextAttempt(const store::View& view,
                                           const TaskId& task);

// ---- Commit, reveal, run.

struct WitnessCommitment {
  std::string name;
  std::string key;         // hex
  std::string commitment;  // hex
  // the attempt number that the witness bound itself to
  std::int64_t attempt = 1;
  std::string previous;  // hex
};
struct CommitRequest {
  TaskId task;
  std::vector<WitnessCommitment> witnesses;
  std::string beacon_spec;
  std::optional<absl::Time> deadline;
  // Set for a replacement of withdrawn units: the stratum they were drawn from.
  std::optional<Stratum> replaced;
  // Takes the place of the as-of day in the task's plan; absent, that one
  // holds.
  std::optional<CivilDate> as_of;
};
using EncodeCommit = absl::FunctionRef<std::string(const CommitAnswer&)>;
using EncodeReveal = absl::FunctionRef<std::string(const RevealAnswer&)>;
using EncodeDraw = absl::FunctionRef<std::string(const DrawAnswer&)>;

// Fails attempts that are overdue, freezes the frame and commits to it. Returns
// the answer encoded by `encode`, as Database::Write does.
absl::StatusOr<std::string> CommitDraw(store::Database& db,
                                       const store::Mutation& mutation,
                                       const RulesInForce& rules,
                                       const CommitRequest& request,
                                       EncodeCommit encode);

struct Reveal {
  TaskId task;
  std::int64_t attempt = 1;
  std::string key;           // hex
  std::string contribution;  // hex
  std::string signature;     // hex
};
// Journals the reveal and answers a receipt, even if the draw then fails to
// run. The last witness's reveal runs the draw.
absl::StatusOr<std::string> RevealContribution(store::Database& db,
                                               const store::Mutation& mutation,
                                               const RulesInForce& rules,
                                               const Reveal& reveal,
                                               EncodeReveal encode);

struct BeaconRound {
  TaskId task;
  std::string value;      // hex
  std::string signature;  // hex
};
absl::StatusOr<std::string> ProvideBeacon(store::Database& db,
                                          const store::Mutation& mutation,
                                          const RulesInForce& rules,
                                          const BeaconRound& round,
                                          EncodeDraw encode);

// Takes the steps that no caller requests: runs every attempt that has all it
// needs, fails attempts that are overdue, ends holds whose last day is over.
// Called when the server starts, before each commitment and by a background
// step. Idempotent.
absl::Status Upkeep(store::Database& db, const RulesInForce& rules);

// ---- After the run.

absl::StatusOr<AttemptState> StateOfDraw(const store::View& view,
                                         const AttemptRef& ref);
absl::StatusOr<DrawAnswer> GetDraw(const store::View& view,
                                   const RuleBook& book, const AttemptRef& ref,
                                   Visibility visibility);

struct VoidRequest {
  TaskId task;
  std::string reason;
};
absl::StatusOr<PendingApproval> RequestVoid(store::Transaction& tx,
                                            const VoidRequest& request);
struct UnitApprovalRequest {
  TaskId task;
  store::UnitRequest unit;  // reason_code and evidence are empty for a closing
};
absl::StatusOr<PendingApproval> RequestWithdrawal(
    store::Transaction& tx, const UnitApprovalRequest& request);
absl::StatusOr<PendingApproval> RequestCloseDue(
    store::Transaction& tx, const UnitApprovalRequest& request);
struct Approval {
  TaskId task;
  std::string approval_id;  // "" where only one waits
};
absl::StatusOr<ApproveAnswer> Approve(store::Transaction& tx,
                                      const Approval& approval);

absl::StatusOr<DrawAnswer> OpenDraw(store::Transaction& tx,
                                    const RuleBook& book,
                                    const AttemptRef& ref);

// Answers the bundle's files, evidence.json among them; before the attempt is
// opened only public.json.
absl::StatusOr<std::vector<BundleFile>> ExportBundle(
    const store::View& view, const std::string& verifier_key,
    const AttemptRef& ref);

absl::StatusOr<UnitExplanation> ExplainUnit(const store::View& view,
                                            const RuleBook& book,
                                            const AttemptRef& ref,
                                            const Usci& usci);
absl::StatusOr<UnitProof> GetUnitProof(const store::View& view,
                                       const AttemptRef& ref, const Usci& usci);

enum class ReportFormat : std::uint8_t { kMarkdown, kHtml };
enum class Language : std::uint8_t { kZh, kEn };
struct ReportRequest {
  AttemptRef ref;
  ReportFormat format = ReportFormat::kMarkdown;
  Language language = Language::kZh;
};
// Writes the report on an attempt; it names the journal's verifier key and the
// journal's size and root at the view.
absl::StatusOr<std::string> DrawReport(const store::View& view,
                                       const RuleBook& book,
                                       const std::string& verifier_key,
                                       const ReportRequest& request);

// Asks for the attempts of a task, or of all tasks of an authority, in journal
// order: at most `limit` of those whose leaf comes behind `after`.
struct HistoryOf {
  TaskId task;
  std::string authority;
  std::optional<AttemptState> state = {};
  std::int64_t after = -1;
  std::int64_t limit = std::numeric_limits<std::int64_t>::max();
};
absl::StatusOr<std::vector<AttemptSummary>> ListAttempts(
    const store::View& view, const HistoryOf& of);
// Asks for at most `limit` rows in ascending order of KeyOf, from the first one
// behind `after`.
struct CountsPage {
  std::string after;
  std::int64_t limit = 0;
};
std::string KeyOf(const DrawCounts& counts);
absl::StatusOr<std::vector<DrawCounts>> DrawStatistics(const store::View& view,
                                                       const CountsPage& page);

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_DRAW_DRAWS_H_
