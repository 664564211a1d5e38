#include "lib/app/draw/errors.h"

#include <string>

#include "absl/strings/str_cat.h"
#include "lib/base/civil_date.h"
#include "lib/base/error.h"

namespace spotcheck::app::draw_errors {
namespace {

using absl::StatusCode;

std::string Text(std::string_view text) { return Quotable(std::string(text)); }
std::string Text(std::int64_t number) { return std::to_string(number); }
std::string Text(absl::Time time) { return FormatUtcSeconds(time); }
std::string Text(const TaskId& task) { return Quotable(task.str()); }
std::string Text(const Stratum& stratum) { return Quotable(stratum.str()); }
std::string Text(store::AttemptState state) {
  return std::string(store::AttemptStateText(state));
}

}  // namespace

absl::Status TaskExists(const TaskId& task) {
  return MakeError(StatusCode::kAlreadyExists, "TASK_EXISTS",
                   {absl::StrCat("任务 ", Text(task), " 已存在"),
                    absl::StrCat("task ", Text(task), " exists already")},
                   {{"task", Text(task)}});
}

absl::Status TaskUnknown(const TaskId& task) {
  return MakeError(StatusCode::kNotFound, "TASK_UNKNOWN",
                   {absl::StrCat("没有任务 ", Text(task)),
                    absl::StrCat("there is no task ", Text(task))},
                   {{"task", Text(task)}});
}

absl::Status AuthoritySpelling(std::string_view given, std::string_view known) {
  return MakeError(
      StatusCode::kInvalidArgument, "AUTHORITY_SPELLING",
      {absl::StrCat("抽查部门 ", Text(given), " 与已有任务的 ", Text(known),
                    " 写法不一，一个部门只有一条抽取链"),
       absl::StrCat("authority ", Text(given), " is spelled ", Text(known),
                    " in earlier tasks; one body has one chain")},
      {{"field", "authority"}, {"value", Text(given)}, {"known", Text(known)}});
}

absl::Status AttemptUnknown(const TaskId& task, std::int64_t attempt) {
  if (attempt == 0) {
    return MakeError(
        StatusCode::kNotFound, "ATTEMPT_UNKNOWN",
        {absl::StrCat("任务 ", Text(task), " 尚未承诺过任何一次抽取"),
         absl::StrCat("task ", Text(task),
                      " has no attempt yet: nothing was committed")},
        {{"task", Text(task)}, {"attempt", "0"}});
  }
  return MakeError(
      StatusCode::kNotFound, "ATTEMPT_UNKNOWN",
      {absl::StrCat("任务 ", Text(task), " 没有第 ", Text(attempt), " 次抽取"),
       absl::StrCat("task ", Text(task), " has no attempt ", Text(attempt))},
      {{"task", Text(task)}, {"attempt", Text(attempt)}});
}

absl::Status WitnessKeyRegistered(std::string_view key) {
  return MakeError(
      StatusCode::kAlreadyExists, "WITNESS_KEY_REGISTERED",
      {absl::StrCat("见证人密钥 ", Text(key), " 已登记"),
       absl::StrCat("witness key ", Text(key), " is registered already")},
      {{"key", Text(key)}});
}

absl::Status WitnessNotRegistered(std::string_view key) {
  return MakeError(
      StatusCode::kFailedPrecondition, "WITNESS_NOT_REGISTERED",
      {absl::StrCat("见证人密钥 ", Text(key), " 未登记"),
       absl::StrCat("witness key ", Text(key), " is not registered")},
      {{"key", Text(key)}});
}

absl::Status WitnessNameDiffers(std::string_view given,
                                std::string_view registered) {
  return MakeError(StatusCode::kFailedPrecondition, "WITNESS_NAME_DIFFERS",
                   {absl::StrCat("见证人姓名 ", Text(given), " 与登记的 ",
                                 Text(registered), " 不符"),
                    absl::StrCat("witness name ", Text(given),
                                 " is not the registered ", Text(registered))},
                   {{"given", Text(given)}, {"registered", Text(registered)}});
}

absl::Status WitnessMissing() {
  return MakeError(StatusCode::kInvalidArgument, "WITNESS_MISSING",
                   {"至少需要一名见证人", "a draw needs at least one witness"},
                   {});
}

absl::Status WitnessRepeated(std::string_view name) {
  return MakeError(
      StatusCode::kInvalidArgument, "WITNESS_REPEATED",
      {absl::StrCat("见证人 ", Text(name), " 的姓名或密钥重复"),
       absl::StrCat("witness ", Text(name), " repeats a name or a key")},
      {{"name", Text(name)}});
}

absl::Status NoOutsideWitness(std::string_view authority) {
  return MakeError(
      StatusCode::kFailedPrecondition, "NO_OUTSIDE_WITNESS",
      {absl::StrCat("至少一名见证人须来自 ", Text(authority), " 以外的单位"),
       absl::StrCat("at least one witness must belong to a body other than ",
                    Text(authority))},
      {{"authority", Text(authority)}});
}

absl::Status WitnessBoundElsewhere(std::string_view name,
                                   std::int64_t attempt) {
  return MakeError(
      StatusCode::kFailedPrecondition, "WITNESS_BOUND_ELSEWHERE",
      {absl::StrCat("见证人 ", Text(name), " 的承诺不是为第 ", Text(attempt),
                    " 次抽取及当前链作出的，请重新生成"),
       absl::StrCat("the commitment of witness ", Text(name),
                    " is not for attempt ", Text(attempt),
                    " on the present chain; make a new one")},
      {{"name", Text(name)}, {"attempt", Text(attempt)}});
}

absl::Status WitnessDefaulted(std::string_view name) {
  return MakeError(
      StatusCode::kFailedPrecondition, "WITNESS_DEFAULTED",
      {absl::StrCat("见证人 ", Text(name), " 上次逾期未揭示，不得参加本次抽取"),
       absl::StrCat("witness ", Text(name),
                    " did not reveal in the attempt before and may not serve "
                    "in this one")},
      {{"name", Text(name)}});
}

absl::Status ScopeUndecided(const TaskId& task, std::int64_t attempt,
                            absl::Time deadline) {
  return MakeError(
      StatusCode::kFailedPrecondition, "DRAW_SCOPE_UNDECIDED",
      {absl::StrCat("任务 ", Text(task), " 第 ", Text(attempt),
                    " 次抽取与本次范围有重叠且尚未结束，截止 ", Text(deadline),
                    "；须等见证人全部公开、期限届满，或在首次公开前作废"),
       absl::StrCat(
           "attempt ", Text(attempt), " of task ", Text(task),
           " shares an enterprise with this one and is undecided until ",
           Text(deadline),
           ": wait for its last reveal or that time, or void it before the "
           "first reveal")},
      {{"task", Text(task)},
       {"attempt", Text(attempt)},
       {"deadline", Text(deadline)}});
}

absl::Status AlreadyRun(const TaskId& task, std::int64_t attempt) {
  return MakeError(
      StatusCode::kFailedPrecondition, "DRAW_ALREADY_RUN",
      {absl::StrCat("任务 ", Text(task), " 第 ", Text(attempt),
                    " 次抽取已完成，不得重抽；撤回的单位用补抽"),
       absl::StrCat(
           "attempt ", Text(attempt), " of task ", Text(task),
           " has run; there is no second draw, withdrawn units are replaced")},
      {{"task", Text(task)}, {"attempt", Text(attempt)}});
}

absl::Status NothingToReplace(const TaskId& task, const Stratum& stratum) {
  return MakeError(
      StatusCode::kFailedPrecondition, "NOTHING_TO_REPLACE",
      {absl::StrCat("任务 ", Text(task), " 的 ", Text(stratum),
                    " 层没有待补抽的撤回单位"),
       absl::StrCat("task ", Text(task),
                    " has no withdrawn unit to replace in stratum ",
                    Text(stratum))},
      {{"task", Text(task)}, {"stratum", Text(stratum)}});
}

absl::Status PoliciesChanged(const TaskId& task) {
  return MakeError(
      StatusCode::kFailedPrecondition, "POLICIES_CHANGED",
      {absl::StrCat("任务 ", Text(task),
                    " 抽取时适用的规定已改动，补抽须按原规定"),
       absl::StrCat("the policies that task ", Text(task),
                    " was drawn under have changed; a replacement needs them")},
      {{"task", Text(task)}});
}

absl::Status DeadlineOutOfRange(absl::Time deadline, absl::Time earliest,
                                absl::Time latest) {
  return MakeError(
      StatusCode::kInvalidArgument, "DEADLINE_OUT_OF_RANGE",
      {absl::StrCat("截止时间 ", Text(deadline), " 应晚于 ", Text(earliest),
                    "，且不晚于 ", Text(latest)),
       absl::StrCat("deadline ", Text(deadline), " must be later than ",
                    Text(earliest), " and not later than ", Text(latest))},
      {{"deadline", Text(deadline)},
       {"earliest", Text(earliest)},
       {"latest", Text(latest)}});
}

absl::Status BeaconChainUnknown(std::string_view spec) {
  return MakeError(
      StatusCode::kInvalidArgument, "BEACON_CHAIN_UNKNOWN",
      {absl::StrCat("信标 ", Text(spec), " 的格式不对或其链的起始时间未知"),
       absl::StrCat(
           "beacon ", Text(spec),
           " is malformed or of a chain whose times are not known here")},
      {{"spec", Text(spec)}});
}

absl::Status BeaconRoundPast(std::string_view spec, absl::Time round_time) {
  return MakeError(StatusCode::kInvalidArgument, "BEACON_ROUND_PAST",
                   {absl::StrCat("信标 ", Text(spec), " 在 ", Text(round_time),
                                 " 发布，应晚于承诺"),
                    absl::StrCat("beacon ", Text(spec), " is published at ",
                                 Text(round_time),
                                 "; it must be later than the commitment")},
                   {{"spec", Text(spec)}, {"round_time", Text(round_time)}});
}

absl::Status BeaconRoundTooLate(std::string_view spec, absl::Time round_time,
                                absl::Time limit) {
  return MakeError(
      StatusCode::kInvalidArgument, "BEACON_ROUND_TOO_LATE",
      {absl::StrCat("信标 ", Text(spec), " 在 ", Text(round_time),
                    " 才发布，应早于 ", Text(limit), "（承诺后 30 天）"),
       absl::StrCat("beacon ", Text(spec), " is published at ",
                    Text(round_time), "; it must be earlier than ", Text(limit),
                    ", 30 days after the commitment")},
      {{"field", "beacon_spec"},
       {"spec", Text(spec)},
       {"round_time", Text(round_time)},
       {"limit", Text(limit)}});
}

absl::Status FrameEmpty(const TaskId& task) {
  return MakeError(
      StatusCode::kFailedPrecondition, "FRAME_EMPTY",
      {absl::StrCat("任务 ", Text(task), " 的范围内没有企业"),
       absl::StrCat("no enterprise is in scope of task ", Text(task))},
      {{"task", Text(task)}});
}

absl::Status FrameMoved() {
  return MakeError(StatusCode::kAborted, "FRAME_MOVED",
                   {"冻结抽样框期间数据有变动，请重试",
                    "the tables changed while the frame was frozen; try again"},
                   {});
}

absl::Status NotCommitted(const TaskId& task, store::AttemptState state) {
  return MakeError(StatusCode::kFailedPrecondition, "DRAW_NOT_COMMITTED",
                   {absl::StrCat("任务 ", Text(task), " 的抽取状态为 ",
                                 Text(state), "，不在待揭示阶段"),
                    absl::StrCat("the draw of task ", Text(task), " is ",
                                 Text(state), ", not waiting for reveals")},
                   {{"task", Text(task)}, {"state", Text(state)}});
}

absl::Status RevealDeadlinePassed(const TaskId& task, absl::Time deadline) {
  return MakeError(StatusCode::kFailedPrecondition, "REVEAL_DEADLINE_PASSED",
                   {absl::StrCat("任务 ", Text(task), " 的揭示截止时间 ",
                                 Text(deadline), " 已过"),
                    absl::StrCat("the deadline ", Text(deadline), " of task ",
                                 Text(task), " has passed")},
                   {{"task", Text(task)}, {"deadline", Text(deadline)}});
}

absl::Status NotAWitness(std::string_view key) {
  return MakeError(
      StatusCode::kFailedPrecondition, "NOT_A_WITNESS",
      {absl::StrCat("密钥 ", Text(key), " 不是本次抽取的见证人"),
       absl::StrCat("key ", Text(key), " is no witness of this attempt")},
      {{"key", Text(key)}});
}

absl::Status AlreadyRevealed(std::string_view name) {
  return MakeError(
      StatusCode::kAlreadyExists, "ALREADY_REVEALED",
      {absl::StrCat("见证人 ", Text(name), " 已揭示"),
       absl::StrCat("witness ", Text(name), " has revealed already")},
      {{"name", Text(name)}});
}

absl::Status ContributionMismatch(std::string_view name) {
  return MakeError(
      StatusCode::kInvalidArgument, "CONTRIBUTION_MISMATCH",
      {absl::StrCat("见证人 ", Text(name), " 的随机数与其承诺不符"),
       absl::StrCat("the contribution of witness ", Text(name),
                    " does not match the commitment")},
      {{"name", Text(name)}});
}

absl::Status SignatureMismatch(std::string_view name) {
  return MakeError(StatusCode::kInvalidArgument, "SIGNATURE_MISMATCH",
                   {absl::StrCat("见证人 ", Text(name), " 对承诺的签名无效"),
                    absl::StrCat("the signature of witness ", Text(name),
                                 " over the commitment is not valid")},
                   {{"name", Text(name)}});
}

absl::Status RevealCannotBeTried() {
  return MakeError(
      StatusCode::kInvalidArgument, "REVEAL_CANNOT_BE_TRIED",
      {"揭示不能试运行：随机数一经交出即已知晓",
       "a reveal cannot be tried: whoever has the contribution knows it"});
}

absl::Status BeaconNotAwaited(const TaskId& task) {
  return MakeError(StatusCode::kFailedPrecondition, "BEACON_NOT_AWAITED",
                   {absl::StrCat("任务 ", Text(task), " 未约定信标"),
                    absl::StrCat("task ", Text(task), " has no beacon agreed")},
                   {{"task", Text(task)}});
}

absl::Status BeaconProvidedAlready(const TaskId& task) {
  return MakeError(
      StatusCode::kAlreadyExists, "BEACON_PROVIDED",
      {absl::StrCat("任务 ", Text(task), " 的信标值已提供"),
       absl::StrCat("the beacon of task ", Text(task), " was given already")},
      {{"task", Text(task)}});
}

absl::Status BeaconRoundAhead(std::string_view spec, absl::Time published) {
  return MakeError(
      StatusCode::kFailedPrecondition, "BEACON_ROUND_AHEAD",
      {absl::StrCat("信标 ", Text(spec), " 要到 ", Text(published), " 才发布"),
       absl::StrCat("beacon ", Text(spec), " is not published before ",
                    Text(published))},
      {{"spec", Text(spec)}, {"published", Text(published)}});
}

absl::Status BeaconRoundMismatch(const TaskId& task) {
  return MakeError(
      StatusCode::kInvalidArgument, "BEACON_MISMATCH",
      {"信标值应为 32 字节且等于签名的 SHA-256",
       "the beacon value must be 32 bytes, the SHA-256 of its signature"},
      {{"task", Text(task)}});
}

}  // namespace spotcheck::app::draw_errors
