#include "lib/app/draw/errors.h"

#include <string>

#include "lib/app/common/rule_book.h"
#include "lib/base/error_table.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/law/withdrawal.h"
#include "lib/rules/law/words.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app::draw_errors {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    // Errors about tasks.
    {"TASK_EXISTS", kAlreadyExists, "任务 {task} 已存在",
     "task {task} exists already"},
    {"TASK_UNKNOWN", kNotFound, "没有任务 {task}", "there is no task {task}"},
    {"TASK_HAS_DRAWN", kFailedPrecondition,
     "任务 {task} 的第 {attempt} 次抽取已承诺或已抽出，不能再修改或撤回；"
     "尚未公开的可先申请作废",
     "attempt {attempt} of task {task} is committed or has drawn, so the task "
     "cannot be edited or withdrawn; before the first reveal it can be voided"},
    {"TASK_IS_WITHDRAWN", kFailedPrecondition, "任务 {task} 已撤回",
     "task {task} was withdrawn"},
    {"AUTHORITY_SPELLING", kInvalidArgument,
     "抽查部门 {value} 与已有任务的 {known} 写法不一，一个部门只有一条抽取链",
     "authority {value} is spelled {known} in earlier tasks; one body has one "
     "chain"},
    {"ATTEMPT_UNKNOWN:none", kNotFound, "任务 {task} 尚未承诺过任何一次抽取",
     "task {task} has no attempt yet: nothing was committed"},
    {"ATTEMPT_UNKNOWN", kNotFound, "任务 {task} 没有第 {attempt} 次抽取",
     "task {task} has no attempt {attempt}"},

    // Errors about witnesses.
    {"WITNESS_KEY_REGISTERED", kAlreadyExists, "见证人密钥 {key} 已登记",
     "witness key {key} is registered already"},
    {"WITNESS_NOT_REGISTERED", kFailedPrecondition, "见证人密钥 {key} 未登记",
     "witness key {key} is not registered"},
    {"WITNESS_NAME_DIFFERS", kFailedPrecondition,
     "见证人姓名 {given} 与登记的 {registered} 不符",
     "witness name {given} is not the registered {registered}"},
    {"WITNESS_MISSING", kInvalidArgument, "至少需要一名见证人",
     "a draw needs at least one witness"},
    {"WITNESS_REPEATED", kInvalidArgument, "见证人 {name} 的姓名或密钥重复",
     "witness {name} repeats a name or a key"},
    {"NO_OUTSIDE_WITNESS", kFailedPrecondition,
     "至少一名见证人须来自 {authority} 以外的单位",
     "at least one witness must belong to a body other than {authority}"},
    {"WITNESS_BOUND_ELSEWHERE", kFailedPrecondition,
     "见证人 {name} 的承诺不是为第 {attempt} 次抽取及当前链作出的，请重新生成",
     "the commitment of witness {name} is not for attempt {attempt} on the "
     "present chain; make a new one"},
    {"WITNESS_DEFAULTED", kFailedPrecondition,
     "见证人 {name} 上次逾期未揭示，不得参加本次抽取",
     "witness {name} did not reveal in the attempt before and may not serve in "
     "this one"},

    // Errors of CommitDraw.
    {"DRAW_SCOPE_UNDECIDED", kFailedPrecondition,
     "任务 {task} 第 {attempt} 次抽取与本次范围有重叠且尚未结束，截止 "
     "{deadline}；须等见证人全部公开、期限届满，或在首次公开前作废",
     "attempt {attempt} of task {task} shares an enterprise with this one and "
     "is undecided until {deadline}: wait for its last reveal or that time, or "
     "void it before the first reveal"},
    {"DRAW_ALREADY_RUN", kFailedPrecondition,
     "任务 {task} 第 {attempt} 次抽取已完成，不得重抽；撤回的单位用补抽",
     "attempt {attempt} of task {task} has run; there is no second draw, "
     "withdrawn units are replaced"},
    {"NOTHING_TO_REPLACE", kFailedPrecondition,
     "任务 {task} 的 {stratum} 层没有待补抽的撤回单位",
     "task {task} has no withdrawn unit to replace in stratum {stratum}"},
    {"POLICIES_CHANGED", kFailedPrecondition,
     "任务 {task} 抽取时适用的规定已改动，补抽须按原规定",
     "the policies that task {task} was drawn under have changed; a "
     "replacement needs them"},
    {"DEADLINE_OUT_OF_RANGE", kInvalidArgument,
     "截止时间 {deadline} 应晚于 {earliest}，且不晚于 {latest}",
     "deadline {deadline} must be later than {earliest} and not later than "
     "{latest}"},
    {"BEACON_CHAIN_UNKNOWN", kInvalidArgument,
     "信标 {spec} 的格式不对或其链的起始时间未知",
     "beacon {spec} is malformed or of a chain whose times are not known here"},
    {"BEACON_ROUND_PAST", kInvalidArgument,
     "信标 {spec} 在 {round_time} 发布，应晚于承诺",
     "beacon {spec} is published at {round_time}; it must be later than the "
     "commitment"},
    {"BEACON_ROUND_TOO_LATE", kInvalidArgument,
     "信标 {spec} 在 {round_time} 才发布，应早于 {limit}（承诺后 {hours} "
     "小时）",
     "beacon {spec} is published at {round_time}; it must be earlier than "
     "{limit}, {hours} hours after the commitment"},
    {"FRAME_EMPTY", kFailedPrecondition, "任务 {task} 的范围内没有企业",
     "no enterprise is in scope of task {task}"},
    {"FRAME_MOVED", kAborted, "冻结抽样框期间数据有变动，请重试",
     "the tables changed while the frame was frozen; try again"},

    // Errors of RevealContribution and ProvideBeacon.
    {"DRAW_NOT_COMMITTED", kFailedPrecondition,
     "任务 {task} 的抽取{state}，不在待揭示阶段",
     "the draw of task {task} waits for no reveals: {state}"},
    {"REVEAL_DEADLINE_PASSED", kFailedPrecondition,
     "任务 {task} 的揭示截止时间 {deadline} 已过",
     "the deadline {deadline} of task {task} has passed"},
    {"NOT_A_WITNESS", kFailedPrecondition, "密钥 {key} 不是本次抽取的见证人",
     "key {key} is no witness of this attempt"},
    {"ALREADY_REVEALED", kAlreadyExists, "见证人 {name} 已揭示",
     "witness {name} has revealed already"},
    {"CONTRIBUTION_MISMATCH", kInvalidArgument,
     "见证人 {name} 的随机数与其承诺不符",
     "the contribution of witness {name} does not match the commitment"},
    {"SIGNATURE_MISMATCH", kInvalidArgument, "见证人 {name} 对承诺的签名无效",
     "the signature of witness {name} over the commitment is not valid"},
    {"REVEAL_CANNOT_BE_TRIED", kInvalidArgument,
     "揭示不能试运行：随机数一经交出即已知晓",
     "a reveal cannot be tried: whoever has the contribution knows it"},
    {"BEACON_NOT_AWAITED", kFailedPrecondition, "任务 {task} 未约定信标",
     "task {task} has no beacon agreed"},
    {"BEACON_PROVIDED", kAlreadyExists, "任务 {task} 的信标值已提供",
     "the beacon of task {task} was given already"},
    {"BEACON_ROUND_AHEAD", kFailedPrecondition,
     "信标 {spec} 要到 {published} 才发布",
     "beacon {spec} is not published before {published}"},
    {"BEACON_MISMATCH", kInvalidArgument,
     "信标值应为 32 字节且等于签名的 SHA-256",
     "the beacon value must be 32 bytes, the SHA-256 of its signature"},

    // Errors of approvals, of opening and of reads after the run.
    {"VOID_AFTER_REVEAL", kFailedPrecondition,
     "任务 {task} 已有见证人揭示，不得作废",
     "a witness of task {task} has revealed; the attempt can no longer be "
     "void"},
    {"REASON_MISSING", kInvalidArgument, "{field} 须为 1–{limit} 个字符的说明",
     "{field} must say why, in 1–{limit} characters"},
    {"WITHDRAWAL_REASON_UNKNOWN", kInvalidArgument,
     "撤回原因 {code} 未知，应为 {known} 之一",
     "withdrawal reason {code} is none of {known}"},
    {"EVIDENCE_NOT_DIGEST", kInvalidArgument,
     "证据应为 SHA-256 的 64 位小写十六进制，收到 {value}",
     "the evidence must be a SHA-256 in 64 lower-case hex digits, not {value}"},
    {"DRAW_NOT_RUN", kFailedPrecondition, "任务 {task} 的抽取{state}，尚无结果",
     "the draw of task {task} has no result: {state}"},
    {"UNIT_NOT_DRAWN", kNotFound, "企业 {usci} 不在任务 {task} 的抽取结果中",
     "enterprise {usci} is not in the result of task {task}"},
    {"UNIT_STATE", kFailedPrecondition,
     "企业 {usci} {state}，此操作要求企业{needed}",
     "enterprise {usci} is {state}; this needs it to be {needed}"},
    {"REQUEST_WAITS", kAlreadyExists,
     "已有同样的申请 {approval_id} 待第二人批准",
     "the same request {approval_id} waits for a second person already"},
    {"NOTHING_TO_APPROVE", kNotFound, "任务 {task} 没有待批准的申请",
     "nothing of task {task} waits for a second person"},
    {"APPROVAL_AMBIGUOUS", kInvalidArgument,
     "任务 {task} 有 {waiting} 项待批准，请指明编号",
     "{waiting} requests of task {task} wait; name one"},
    {"APPROVAL_UNKNOWN", kNotFound, "没有待批准的申请 {approval_id}",
     "no request {approval_id} waits"},
    {"SAME_PERSON", kPermissionDenied,
     "申请人 {person} 不得批准自己的申请，须由第二人批准",
     "{person} made the request; a second person must approve it"},
    {"DRAW_VISITS_OPEN", kFailedPrecondition,
     "任务 {task} 第 {attempt} "
     "次抽取或其所引用的抽取尚有未完成的检查，不得公开",
     "visits of attempt {attempt} of task {task}, or of draws it refers to, "
     "are not done; it cannot be opened"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

// The sentences have the value's words, the metadata has its code.
template <typename E>
ErrorValue Worded(E value) {
  return ErrorValue::Coded(std::string(CodeOf(value)), InWords(value));
}

ErrorValue Worded(UnitNeed need) {
  switch (need) {
    case UnitNeed::kOpen:
      return Worded(store::UnitState::kOpen);
    case UnitNeed::kDue:
      break;
  }
  return ErrorValue::Coded(
      "DUE", {"占用已到期而未检查", "due, with its holds over and no result"});
}

}  // namespace

std::span<const ErrorRow> ErrorRows() { return kErrors; }

absl::Status TaskExists(const TaskId& task) {
  return MakeError(Row("TASK_EXISTS"), {{"task", task}});
}
absl::Status TaskUnknown(const TaskId& task) {
  return MakeError(Row("TASK_UNKNOWN"), {{"task", task}});
}
absl::Status TaskHasDrawn(const TaskId& task, std::int64_t attempt) {
  return MakeError(Row("TASK_HAS_DRAWN"),
                   {{"task", task}, {"attempt", attempt}});
}
absl::Status TaskIsWithdrawn(const TaskId& task) {
  return MakeError(Row("TASK_IS_WITHDRAWN"), {{"task", task}});
}
absl::Status AuthoritySpelling(std::string_view given, std::string_view known) {
  return MakeError(
      Row("AUTHORITY_SPELLING"),
      {{"field", "authority"}, {"value", given}, {"known", known}});
}
absl::Status AttemptUnknown(const TaskId& task, std::int64_t attempt) {
  return MakeError(
      attempt == 0 ? Row("ATTEMPT_UNKNOWN:none") : Row("ATTEMPT_UNKNOWN"),
      {{"task", task}, {"attempt", attempt}});
}

absl::Status WitnessKeyRegistered(std::string_view key) {
  return MakeError(Row("WITNESS_KEY_REGISTERED"), {{"key", key}});
}
absl::Status WitnessNotRegistered(std::string_view key) {
  return MakeError(Row("WITNESS_NOT_REGISTERED"), {{"key", key}});
}
absl::Status WitnessNameDiffers(std::string_view given,
                                std::string_view registered) {
  return MakeError(Row("WITNESS_NAME_DIFFERS"),
                   {{"given", given}, {"registered", registered}});
}
absl::Status WitnessMissing() { return MakeError(Row("WITNESS_MISSING")); }
absl::Status WitnessRepeated(std::string_view name) {
  return MakeError(Row("WITNESS_REPEATED"), {{"name", name}});
}
absl::Status NoOutsideWitness(std::string_view authority) {
  return MakeError(Row("NO_OUTSIDE_WITNESS"), {{"authority", authority}});
}
absl::Status WitnessBoundElsewhere(std::string_view name,
                                   std::int64_t attempt) {
  return MakeError(Row("WITNESS_BOUND_ELSEWHERE"),
                   {{"name", name}, {"attempt", attempt}});
}
absl::Status WitnessDefaulted(std::string_view name) {
  return MakeError(Row("WITNESS_DEFAULTED"), {{"name", name}});
}

absl::Status ScopeUndecided(const TaskId& task, std::int64_t attempt,
                            absl::Time deadline) {
  return MakeError(
      Row("DRAW_SCOPE_UNDECIDED"),
      {{"task", task}, {"attempt", attempt}, {"deadline", deadline}});
}
absl::Status AlreadyRun(const TaskId& task, std::int64_t attempt) {
  return MakeError(Row("DRAW_ALREADY_RUN"),
                   {{"task", task}, {"attempt", attempt}});
}
absl::Status NothingToReplace(const TaskId& task, const Stratum& stratum) {
  return MakeError(Row("NOTHING_TO_REPLACE"),
                   {{"task", task}, {"stratum", stratum}});
}
absl::Status PoliciesChanged(const TaskId& task) {
  return MakeError(Row("POLICIES_CHANGED"), {{"task", task}});
}
absl::Status DeadlineOutOfRange(absl::Time deadline, absl::Time earliest,
                                absl::Time latest) {
  return MakeError(
      Row("DEADLINE_OUT_OF_RANGE"),
      {{"deadline", deadline}, {"earliest", earliest}, {"latest", latest}});
}
absl::Status BeaconChainUnknown(std::string_view spec) {
  return MakeError(Row("BEACON_CHAIN_UNKNOWN"), {{"spec", spec}});
}
absl::Status BeaconRoundPast(std::string_view spec, absl::Time round_time) {
  return MakeError(Row("BEACON_ROUND_PAST"),
                   {{"spec", spec}, {"round_time", round_time}});
}
absl::Status BeaconRoundTooLate(std::string_view spec, absl::Time round_time,
                                absl::Time limit) {
  return MakeError(Row("BEACON_ROUND_TOO_LATE"),
                   {{"field", "beacon_spec"},
                    {"spec", spec},
                    {"round_time", round_time},
                    {"limit", limit},
                    {"hours", kMaxDeadlineHours}});
}
absl::Status FrameEmpty(const TaskId& task) {
  return MakeError(Row("FRAME_EMPTY"), {{"task", task}});
}
absl::Status FrameMoved() { return MakeError(Row("FRAME_MOVED")); }

absl::Status NotCommitted(const TaskId& task, store::AttemptState state) {
  return MakeError(Row("DRAW_NOT_COMMITTED"),
                   {{"task", task}, {"state", Worded(state)}});
}
absl::Status RevealDeadlinePassed(const TaskId& task, absl::Time deadline) {
  return MakeError(Row("REVEAL_DEADLINE_PASSED"),
                   {{"task", task}, {"deadline", deadline}});
}
absl::Status NotAWitness(std::string_view key) {
  return MakeError(Row("NOT_A_WITNESS"), {{"key", key}});
}
absl::Status AlreadyRevealed(std::string_view name) {
  return MakeError(Row("ALREADY_REVEALED"), {{"name", name}});
}
absl::Status ContributionMismatch(std::string_view name) {
  return MakeError(Row("CONTRIBUTION_MISMATCH"), {{"name", name}});
}
absl::Status SignatureMismatch(std::string_view name) {
  return MakeError(Row("SIGNATURE_MISMATCH"), {{"name", name}});
}
absl::Status RevealCannotBeTried() {
  return MakeError(Row("REVEAL_CANNOT_BE_TRIED"));
}
absl::Status BeaconNotAwaited(const TaskId& task) {
  return MakeError(Row("BEACON_NOT_AWAITED"), {{"task", task}});
}
absl::Status BeaconProvidedAlready(const TaskId& task) {
  return MakeError(Row("BEACON_PROVIDED"), {{"task", task}});
}
absl::Status BeaconRoundAhead(std::string_view spec, absl::Time published) {
  return MakeError(Row("BEACON_ROUND_AHEAD"),
                   {{"spec", spec}, {"published", published}});
}
absl::Status BeaconRoundMismatch(const TaskId& task) {
  return MakeError(Row("BEACON_MISMATCH"), {{"task", task}});
}

absl::Status VoidAfterReveal(const TaskId& task) {
  return MakeError(Row("VOID_AFTER_REVEAL"), {{"task", task}});
}
absl::Status ReasonMissing(std::string_view field) {
  return MakeError(Row("REASON_MISSING"),
                   {{"field", field}, {"limit", rules::kMaxDrawText}});
}
absl::Status WithdrawalReasonUnknown(std::string_view code) {
  return MakeError(Row("WITHDRAWAL_REASON_UNKNOWN"),
                   {{"code", code},
                    {"known", Localized{rules::WithdrawalCodes("、"),
                                        rules::WithdrawalCodes(", ")}}});
}
absl::Status EvidenceNotDigest(std::string_view value) {
  return MakeError(Row("EVIDENCE_NOT_DIGEST"), {{"value", value}});
}
absl::Status NotRun(const TaskId& task, store::AttemptState state) {
  return MakeError(Row("DRAW_NOT_RUN"),
                   {{"task", task}, {"state", Worded(state)}});
}
absl::Status UnitNotDrawn(const TaskId& task, const Usci& usci) {
  return MakeError(Row("UNIT_NOT_DRAWN"), {{"task", task}, {"usci", usci}});
}
absl::Status UnitNotFit(const Usci& usci, store::UnitState state,
                        UnitNeed need) {
  return MakeError(
      Row("UNIT_STATE"),
      {{"usci", usci}, {"state", Worded(state)}, {"needed", Worded(need)}});
}
absl::Status RequestWaits(std::string_view approval_id) {
  return MakeError(Row("REQUEST_WAITS"), {{"approval_id", approval_id}});
}
absl::Status NothingToApprove(const TaskId& task) {
  return MakeError(Row("NOTHING_TO_APPROVE"), {{"task", task}});
}
absl::Status ApprovalAmbiguous(const TaskId& task, std::int64_t waiting) {
  return MakeError(Row("APPROVAL_AMBIGUOUS"),
                   {{"task", task}, {"waiting", waiting}});
}
absl::Status ApprovalUnknown(std::string_view approval_id) {
  return MakeError(Row("APPROVAL_UNKNOWN"), {{"approval_id", approval_id}});
}
absl::Status SamePerson(std::string_view person) {
  return MakeError(Row("SAME_PERSON"), {{"person", person}});
}
absl::Status VisitsOpen(const TaskId& task, std::int64_t attempt) {
  return MakeError(Row("DRAW_VISITS_OPEN"),
                   {{"task", task}, {"attempt", attempt}});
}

}  // namespace spotcheck::app::draw_errors
