// Errors after the run: lib/rules/draw/errors.h, "Afterwards".

#include <string>

#include "absl/strings/str_cat.h"
#include "lib/app/draw/errors.h"
#include "lib/base/error.h"
#include "lib/rules/law/withdrawal.h"

namespace spotcheck::app::draw_errors {
namespace {

using absl::StatusCode;

std::string Text(std::string_view text) { return Quotable(std::string(text)); }
std::string Text(std::int64_t number) { return std::to_string(number); }
std::string Text(const TaskId& task) { return Quotable(task.str()); }
std::string Text(const Usci& usci) { return usci.str(); }
std::string Text(store::AttemptState state) {
  return std::string(store::AttemptStateText(state));
}

std::string NeedText(UnitNeed need) {
  switch (need) {
    case UnitNeed::kOpen:
      return "OPEN";
    case UnitNeed::kDue:
      return "DUE";
  }
  return "";
}

}  // namespace

absl::Status VoidAfterReveal(const TaskId& task) {
  return MakeError(
      StatusCode::kFailedPrecondition, "VOID_AFTER_REVEAL",
      {absl::StrCat("任务 ", Text(task), " 已有见证人揭示，不得作废"),
       absl::StrCat("a witness of task ", Text(task),
                    " has revealed; the attempt can no longer be void")},
      {{"task", Text(task)}});
}

absl::Status ReasonMissing(std::string_view field) {
  return MakeError(
      StatusCode::kInvalidArgument, "REASON_MISSING",
      {absl::StrCat(Text(field), " 须为 1–200 个字符的说明"),
       absl::StrCat(Text(field), " must say why, in 1–200 characters")},
      {{"field", Text(field)}});
}

absl::Status WithdrawalReasonUnknown(std::string_view code) {
  return MakeError(StatusCode::kInvalidArgument, "WITHDRAWAL_REASON_UNKNOWN",
                   {absl::StrCat("撤回原因 ", Text(code), " 未知，应为 ",
                                 rules::WithdrawalCodes("、"), " 之一"),
                    absl::StrCat("withdrawal reason ", Text(code),
                                 " is none of ", rules::WithdrawalCodes(", "))},
                   {{"code", Text(code)}});
}

absl::Status EvidenceNotDigest(std::string_view value) {
  return MakeError(
      StatusCode::kInvalidArgument, "EVIDENCE_NOT_DIGEST",
      {absl::StrCat("证据应为 SHA-256 的 64 位小写十六进制，收到 ",
                    Text(value)),
       absl::StrCat(
           "the evidence must be a SHA-256 in 64 lower-case hex digits, not ",
           Text(value))},
      {{"value", Text(value)}});
}

absl::Status NotRun(const TaskId& task, store::AttemptState state) {
  return MakeError(StatusCode::kFailedPrecondition, "DRAW_NOT_RUN",
                   {absl::StrCat("任务 ", Text(task), " 的抽取状态为 ",
                                 Text(state), "，尚无结果"),
                    absl::StrCat("the draw of task ", Text(task), " is ",
                                 Text(state), " and has no result")},
                   {{"task", Text(task)}, {"state", Text(state)}});
}

absl::Status UnitNotDrawn(const TaskId& task, const Usci& usci) {
  return MakeError(StatusCode::kNotFound, "UNIT_NOT_DRAWN",
                   {absl::StrCat("企业 ", Text(usci), " 不在任务 ", Text(task),
                                 " 的抽取结果中"),
                    absl::StrCat("enterprise ", Text(usci),
                                 " is not in the result of task ", Text(task))},
                   {{"task", Text(task)}, {"usci", Text(usci)}});
}

absl::Status UnitNotFit(const Usci& usci, store::UnitState state,
                        UnitNeed need) {
  const std::string is(store::UnitStateText(state));
  const std::string needed = NeedText(need);
  return MakeError(
      StatusCode::kFailedPrecondition, "UNIT_STATE",
      {absl::StrCat("企业 ", Text(usci), " 的状态为 ", is, "，需要 ", needed),
       absl::StrCat("enterprise ", Text(usci), " is ", is, "; this needs ",
                    needed)},
      {{"usci", Text(usci)}, {"state", is}, {"needed", needed}});
}

absl::Status RequestWaits(std::string_view approval_id) {
  return MakeError(
      StatusCode::kAlreadyExists, "REQUEST_WAITS",
      {absl::StrCat("已有同样的申请 ", Text(approval_id), " 待第二人批准"),
       absl::StrCat("the same request ", Text(approval_id),
                    " waits for a second person already")},
      {{"approval_id", Text(approval_id)}});
}

absl::Status NothingToApprove(const TaskId& task) {
  return MakeError(StatusCode::kNotFound, "NOTHING_TO_APPROVE",
                   {absl::StrCat("任务 ", Text(task), " 没有待批准的申请"),
                    absl::StrCat("nothing of task ", Text(task),
                                 " waits for a second person")},
                   {{"task", Text(task)}});
}

absl::Status ApprovalAmbiguous(const TaskId& task, std::int64_t waiting) {
  return MakeError(StatusCode::kInvalidArgument, "APPROVAL_AMBIGUOUS",
                   {absl::StrCat("任务 ", Text(task), " 有 ", Text(waiting),
                                 " 项待批准，请指明编号"),
                    absl::StrCat(Text(waiting), " requests of task ",
                                 Text(task), " wait; name one")},
                   {{"task", Text(task)}, {"waiting", Text(waiting)}});
}

absl::Status ApprovalUnknown(std::string_view approval_id) {
  return MakeError(StatusCode::kNotFound, "APPROVAL_UNKNOWN",
                   {absl::StrCat("没有待批准的申请 ", Text(approval_id)),
                    absl::StrCat("no request ", Text(approval_id), " waits")},
                   {{"approval_id", Text(approval_id)}});
}

absl::Status SamePerson(std::string_view person) {
  return MakeError(
      StatusCode::kPermissionDenied, "SAME_PERSON",
      {absl::StrCat("申请人 ", Text(person),
                    " 不得批准自己的申请，须由第二人批准"),
       absl::StrCat(Text(person),
                    " made the request; a second person must approve it")},
      {{"person", Text(person)}});
}

absl::Status VisitsOpen(const TaskId& task, std::int64_t attempt) {
  return MakeError(
      StatusCode::kFailedPrecondition, "DRAW_VISITS_OPEN",
      {absl::StrCat("任务 ", Text(task), " 第 ", Text(attempt),
                    " 次抽取或其所引用的抽取尚有未完成的检查，不得公开"),
       absl::StrCat(
           "visits of attempt ", Text(attempt), " of task ", Text(task),
           ", or of draws it refers to, are not done; it cannot be opened")},
      {{"task", Text(task)}, {"attempt", Text(attempt)}});
}

}  // namespace spotcheck::app::draw_errors
