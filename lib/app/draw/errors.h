#ifndef SPOTCHECK_LIB_APP_DRAW_ERRORS_H_
#define SPOTCHECK_LIB_APP_DRAW_ERRORS_H_

// The errors of tasks, witnesses and draws; the table in errors.cc has their
// reasons, codes and sentences. No error tells a caller whether an enterprise
// was drawn unless he may know it.

#include <cstdint>
#include <span>
#include <string_view>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "lib/base/error_row.h"
#include "lib/base/ids.h"
#include "lib/rules/draw/types.h"
#include "lib/store/events/records.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app::draw_errors {

// Exposes the table to its test.
std::span<const ErrorRow> ErrorRows();

// Errors about tasks.
absl::Status TaskExists(const TaskId& task);
absl::Status TaskUnknown(const TaskId& task);
// Its plan is fixed: an attempt waits for its reveals or has drawn.
absl::Status TaskHasDrawn(const TaskId& task, std::int64_t attempt);
absl::Status TaskIsWithdrawn(const TaskId& task);
absl::Status AuthoritySpelling(std::string_view given, std::string_view known);
absl::Status AttemptUnknown(const TaskId& task, std::int64_t attempt);

// Errors about witnesses.
absl::Status WitnessKeyRegistered(std::string_view key);
absl::Status WitnessNotRegistered(std::string_view key);
absl::Status WitnessNameDiffers(std::string_view given,
                                std::string_view registered);
absl::Status WitnessMissing();
absl::Status WitnessRepeated(std::string_view name);
absl::Status NoOutsideWitness(std::string_view authority);
absl::Status WitnessBoundElsewhere(std::string_view name, std::int64_t attempt);
absl::Status WitnessDefaulted(std::string_view name);

// Errors of CommitDraw.
absl::Status ScopeUndecided(const TaskId& task, std::int64_t attempt,
                            absl::Time deadline);
absl::Status AlreadyRun(const TaskId& task, std::int64_t attempt);
absl::Status NothingToReplace(const TaskId& task, const Stratum& stratum);
// The rule book no longer has the policies that the task was drawn under.
absl::Status PoliciesChanged(const TaskId& task);
absl::Status DeadlineOutOfRange(absl::Time deadline, absl::Time earliest,
                                absl::Time latest);
absl::Status BeaconChainUnknown(std::string_view spec);
absl::Status BeaconRoundPast(std::string_view spec, absl::Time round_time);
absl::Status BeaconRoundTooLate(std::string_view spec, absl::Time round_time,
                                absl::Time limit);
absl::Status FrameEmpty(const TaskId& task);
absl::Status FrameMoved();

// Errors of RevealContribution and ProvideBeacon.
absl::Status NotCommitted(const TaskId& task, store::AttemptState state);
absl::Status RevealDeadlinePassed(const TaskId& task, absl::Time deadline);
absl::Status NotAWitness(std::string_view key);
absl::Status AlreadyRevealed(std::string_view name);
absl::Status ContributionMismatch(std::string_view name);
absl::Status SignatureMismatch(std::string_view name);
absl::Status RevealCannotBeTried();
absl::Status BeaconNotAwaited(const TaskId& task);
absl::Status BeaconProvidedAlready(const TaskId& task);
absl::Status BeaconRoundAhead(std::string_view spec, absl::Time published);
absl::Status BeaconRoundMismatch(const TaskId& task);

// Errors of approvals, of opening and of reads after the run.
absl::Status VoidAfterReveal(const TaskId& task);
absl::Status ReasonMissing(std::string_view field);
absl::Status WithdrawalReasonUnknown(std::string_view code);
absl::Status EvidenceNotDigest(std::string_view value);
absl::Status NotRun(const TaskId& task, store::AttemptState state);
absl::Status UnitNotDrawn(const TaskId& task, const Usci& usci);
// UnitNotFit says which state the verb needs the unit to be in: kOpen (it has
// no result yet) or kDue (its hold expired without a result).
enum class UnitNeed : std::uint8_t { kOpen, kDue };
absl::Status UnitNotFit(const Usci& usci, store::UnitState state,
                        UnitNeed need);
absl::Status RequestWaits(std::string_view approval_id);
absl::Status NothingToApprove(const TaskId& task);
absl::Status ApprovalAmbiguous(const TaskId& task, std::int64_t waiting);
absl::Status ApprovalUnknown(std::string_view approval_id);
absl::Status SamePerson(std::string_view person);
absl::Status VisitsOpen(const TaskId& task, std::int64_t attempt);

}  // namespace spotcheck::app::draw_errors

#endif  // SPOTCHECK_LIB_APP_DRAW_ERRORS_H_
