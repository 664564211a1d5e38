#include "server/convert/draw_history.h"

#include <string>

#include "lib/rules/law/words.h"
#include "lib/store/events/records.h"
#include "server/convert/draw_answers.h"

namespace spotcheck::server {
namespace {

v1::AttemptSummary ToProto(const app::AttemptSummary& summary) {
  const store::StoredAttempt& attempt = summary.attempt;
  v1::AttemptSummary proto;
  proto.set_task(TaskNameOf(attempt.task));
  proto.set_attempt(ToCount(attempt.attempt));
  proto.set_authority(attempt.authority.name);
  proto.set_state(std::string(CodeOf(attempt.state)));
  proto.set_commitment(attempt.commitment);
  proto.set_previous(attempt.previous);
  proto.set_committed_at(FormatUtcMicros(attempt.committed_at));
  proto.set_deadline(FormatUtcSeconds(attempt.deadline));
  proto.set_operator_(attempt.operator_name);
  proto.set_reason(attempt.reason);
  for (const std::string& one : summary.missing) proto.add_missing(one);
  proto.set_withdrawn(ToCount(summary.withdrawn));
  proto.set_due(ToCount(summary.due));
  proto.set_journal_index(attempt.leaf_index);
  return proto;
}

v1::DrawCounts ToProto(const app::DrawCounts& counts) {
  v1::DrawCounts proto;
  proto.set_kind(counts.kind);
  proto.set_subject(counts.subject);
  proto.set_committed(ToCount(counts.committed));
  proto.set_run(ToCount(counts.run));
  proto.set_voided(ToCount(counts.voided));
  proto.set_failed(ToCount(counts.failed));
  proto.set_undecided(ToCount(counts.undecided));
  proto.set_withdrawn(ToCount(counts.withdrawn));
  proto.set_due(ToCount(counts.due));
  proto.set_defaults(ToCount(counts.defaults));
  return proto;
}

}  // namespace

v1::ListAttemptsResponse ToProto(const AttemptsPage& page) {
  v1::ListAttemptsResponse proto;
  for (const auto& one : page.rows) *proto.add_attempts() = ToProto(one);
  proto.set_next_page_token(page.next_page_token);
  return proto;
}

v1::DrawStatistics ToProto(const CountsPage& page) {
  v1::DrawStatistics proto;
  for (const auto& one : page.rows) *proto.add_counts() = ToProto(one);
  proto.set_next_page_token(page.next_page_token);
  return proto;
}

}  // namespace spotcheck::server
