#include "server/convert/draw_answers.h"

#include <algorithm>
#include <cstdint>
#include <map>

#include "lib/rules/law/words.h"
#include "lib/store/read/attempts.h"
#include "server/convert/enums.h"
#include "server/convert/journal.h"
#include "server/convert/wire.h"

namespace spotcheck::server {
namespace {

using server::ToProto;  // the overloads below would hide it

// A chunk and the message around it stay below gRPC's bound of 4 MB.
constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

template <typename Map>
void AddCounts(const std::map<std::string, std::int64_t>& counts, Map* map) {
  for (const auto& [name, count] : counts) (*map)[name] = ToCount(count);
}

std::string StateName(store::AttemptState state) {
  return std::string(CodeOf(state));
}

v1::StratumPreview ToProto(const app::StratumPreview& stratum) {
  v1::StratumPreview proto;
  proto.set_stratum(stratum.stratum.str());
  proto.set_in_scope(ToCount(stratum.in_scope));
  proto.set_eligible(ToCount(stratum.eligible));
  AddCounts(stratum.excluded, proto.mutable_excluded());
  proto.set_weight(ToCount(stratum.weight));
  return proto;
}

v1::LineExclusion ToProto(const app::LineExclusion& exclusion) {
  v1::LineExclusion proto;
  proto.set_usci(exclusion.usci.str());
  proto.set_line_id(exclusion.line.str());
  proto.set_code(exclusion.code);
  proto.set_policy(exclusion.policy);
  proto.set_earlier_check(exclusion.earlier_check);
  proto.set_sampled(exclusion.sampled);
  proto.set_until(exclusion.until);
  for (const auto& one : exclusion.reasons) {
    *proto.add_reasons() = server::ToProto(one);
  }
  return proto;
}

v1::DrawWitness ToProto(const app::DrawWitness& witness) {
  v1::DrawWitness proto;
  proto.set_witness_name(witness.name);
  proto.set_organisation(witness.organisation);
  proto.set_key(witness.key);
  proto.set_commitment(witness.commitment);
  proto.set_revealed(witness.journal_index >= 0);
  proto.set_journal_index(witness.journal_index);
  return proto;
}

v1::SelectedUnit ToProto(const app::SelectedUnit& unit) {
  v1::SelectedUnit proto;
  proto.set_rank(ToCount(unit.rank));
  proto.set_usci(unit.usci.str());
  proto.set_enterprise_name(unit.enterprise_name);
  proto.set_stratum(unit.stratum.str());
  for (const app::SelectedLineAnswer& line : unit.lines) {
    v1::SelectedLine& added = *proto.add_lines();
    added.set_line_id(line.line.str());
    added.set_lab_id(line.lab.str());
    if (line.state.has_value()) {
      added.set_state(std::string(CodeOf(*line.state)));
    }
    added.set_product_name(line.product_name);
  }
  for (const std::string& one : unit.pseudonyms) proto.add_inspectors(one);
  for (const std::string& one : unit.badges) proto.add_inspector_ids(one);
  proto.set_ticket(unit.ticket);
  return proto;
}

v1::Bottleneck ToProto(const app::Bottleneck& bottleneck) {
  v1::Bottleneck proto;
  proto.set_kind(bottleneck.kind);
  for (const std::string& bin : bottleneck.bins) proto.add_bins(bin);
  proto.set_capacity(ToCount(bottleneck.capacity));
  proto.set_demand(ToCount(bottleneck.demand));
  for (const std::string& item : bottleneck.items) proto.add_items(item);
  return proto;
}

v1::ExplainedLine ToProto(const app::ExplainedLine& line) {
  v1::ExplainedLine proto;
  proto.set_line_id(line.line.str());
  proto.set_product_name(line.product_name);
  proto.set_category(line.category);
  proto.set_status(line.status);
  *proto.mutable_reason() = ToProto(line.reason);
  for (const auto& one : line.policies)
    *proto.add_policies() = server::ToProto(one);
  proto.set_drawn(line.drawn);
  return proto;
}

// Converts the part of a draw that is public.
v1::Draw PublicPart(const app::DrawAnswer& draw) {
  v1::Draw proto;
  proto.set_name(TaskNameOf(draw.task) + "/attempts/" +
                 std::to_string(draw.attempt));
  proto.set_task(TaskNameOf(draw.task));
  proto.set_attempt(ToCount(draw.attempt));
  proto.set_state(StateName(draw.state));
  proto.set_authority(draw.authority);
  proto.set_previous(draw.previous);
  proto.set_commitment(draw.commitment);
  proto.set_deadline(draw.deadline);
  proto.set_beacon_spec(draw.beacon_spec);
  for (const auto& one : draw.witnesses) *proto.add_witnesses() = ToProto(one);
  proto.set_result_root(draw.result_root);
  proto.set_transcript(draw.transcript);
  proto.set_journal_index(draw.journal_index);
  proto.set_run_journal_index(draw.run_journal_index);
  proto.set_reason(draw.reason);
  for (const auto& one : draw.pending) *proto.add_pending() = ToProto(one);
  return proto;
}

}  // namespace

v1::Task ToProto(const store::StoredTask& task) {
  const rules::Plan& plan = task.plan.plan;
  v1::Task proto;
  proto.set_name(TaskNameOf(task.task));
  proto.set_authority(plan.authority);
  proto.set_level(ToProto(plan.level));
  proto.set_region(plan.region.Label());
  for (const std::string& one : plan.categories) proto.add_categories(one);
  proto.set_sample_size(ToCount(plan.sample_size));
  proto.set_lines_per_enterprise(ToCount(plan.lines_per_enterprise));
  proto.set_inspectors_per_enterprise(ToCount(plan.inspectors_per_enterprise));
  proto.set_suite(ToProto(task.suite));
  for (const auto& [stratum, weight] : plan.weights) {
    (*proto.mutable_weights())[stratum.str()] = ToCount(weight);
  }
  proto.set_as_of(plan.as_of.ToString());
  proto.set_purpose(ToProto(plan.purpose));
  proto.set_basis(task.plan.basis);
  proto.set_journal_index(task.leaf_index);
  proto.set_withdrawn(task.withdrawn);
  return proto;
}

v1::ListTasksResponse ToProto(const TaskPage& page) {
  v1::ListTasksResponse proto;
  for (const auto& task : page.rows) *proto.add_tasks() = ToProto(task);
  proto.set_next_page_token(page.next_page_token);
  return proto;
}

v1::TaskPreview ToProto(const app::TaskPreview& preview) {
  v1::TaskPreview proto;
  proto.set_task(TaskNameOf(preview.task));
  for (const auto& one : preview.strata) *proto.add_strata() = ToProto(one);
  for (const PolicyId& one : preview.policies) proto.add_policies(one.str());
  proto.set_lines_in_scope(ToCount(preview.lines_in_scope));
  proto.set_lines_eligible(ToCount(preview.lines_eligible));
  AddCounts(preview.lines_excluded, proto.mutable_lines_excluded());
  for (const auto& one : preview.exclusions) {
    *proto.add_exclusions() = ToProto(one);
  }
  AddCounts(preview.warnings, proto.mutable_warnings());
  return proto;
}

v1::RegisteredWitness ToProto(const app::WitnessAnswer& witness) {
  v1::RegisteredWitness proto;
  proto.set_name("witnesses/" + witness.key);
  proto.set_witness_name(witness.name);
  proto.set_organisation(witness.organisation);
  proto.set_key(witness.key);
  proto.set_journal_index(witness.journal_index);
  proto.set_defaults(ToCount(witness.defaults));
  return proto;
}

v1::ListWitnessesResponse ToProto(const WitnessPage& page) {
  v1::ListWitnessesResponse proto;
  for (const auto& one : page.rows) *proto.add_witnesses() = ToProto(one);
  proto.set_next_page_token(page.next_page_token);
  return proto;
}

v1::NextAttempt ToProto(const app::NextAttempt& next) {
  v1::NextAttempt proto;
  proto.set_task(TaskNameOf(next.task));
  proto.set_attempt(ToCount(next.attempt));
  proto.set_previous(next.previous.ToHex());
  proto.set_suite(std::string(HashSuiteName(next.suite)));
  return proto;
}

v1::CommitDrawResponse ToProto(const app::CommitAnswer& answer,
                               const VerifierKey& key) {
  v1::CommitDrawResponse proto;
  proto.set_task(TaskNameOf(answer.task));
  proto.set_attempt(ToCount(answer.attempt));
  proto.set_previous(answer.previous);
  proto.set_commitment(answer.commitment);
  proto.set_deadline(answer.deadline);
  *proto.mutable_checkpoint() = ToProto({answer.checkpoint, key});
  proto.set_journal_index(answer.journal_index);
  for (const auto& one : answer.strata) *proto.add_strata() = ToProto(one);
  for (const PolicyId& one : answer.policies) proto.add_policies(one.str());
  return proto;
}

v1::RevealReceipt ToProto(const app::RevealAnswer& answer,
                          const VerifierKey& key) {
  v1::RevealReceipt proto;
  proto.set_task(TaskNameOf(answer.task));
  proto.set_attempt(ToCount(answer.attempt));
  proto.set_journal_index(answer.reveal.proof.journal_index);
  *proto.mutable_checkpoint() = ToProto({answer.reveal.checkpoint, key});
  proto.set_state(StateName(answer.state));
  *proto.mutable_proof() = ToProto(answer.reveal.proof);
  proto.set_leaf(answer.reveal.leaf);
  return proto;
}

v1::Draw ToProto(const app::DrawAnswer& draw) {
  v1::Draw proto = PublicPart(draw);
  for (const auto& one : draw.strata) *proto.add_strata() = ToProto(one);
  for (const PolicyId& one : draw.policies) proto.add_policies(one.str());
  for (const auto& one : draw.selection) *proto.add_selection() = ToProto(one);
  for (const auto& one : draw.exclusions) {
    *proto.add_exclusions() = ToProto(one);
  }
  proto.set_lab_overflow(ToCount(draw.lab_overflow));
  proto.set_inspector_overflow(ToCount(draw.inspector_overflow));
  proto.set_visits_done(draw.visits_done);
  proto.set_opens_by(draw.opens_by);
  for (const auto& one : draw.bottlenecks) {
    *proto.add_bottlenecks() = ToProto(one);
  }
  return proto;
}

v1::PendingApproval ToProto(const app::PendingApproval& pending) {
  v1::PendingApproval proto;
  proto.set_approval_id(pending.approval_id);
  proto.set_kind(std::string(CodeOf(pending.kind)));
  proto.set_task(TaskNameOf(pending.task));
  proto.set_attempt(ToCount(pending.attempt));
  proto.set_requested_by(pending.requested_by);
  proto.set_reason(pending.reason);
  proto.set_usci(pending.usci);
  proto.set_journal_index(pending.journal_index);
  return proto;
}

v1::ApproveDrawResponse ToProto(const app::ApproveAnswer& answer) {
  v1::ApproveDrawResponse proto;
  *proto.mutable_approved() = ToProto(answer.approved);
  proto.set_state(StateName(answer.state));
  proto.set_journal_index(answer.journal_index);
  return proto;
}

v1::UnitExplanation ToProto(const app::UnitExplanation& explanation) {
  v1::UnitExplanation proto;
  proto.set_usci(explanation.usci.str());
  proto.set_attempt(ToCount(explanation.attempt));
  proto.set_in_scope(explanation.in_scope);
  proto.set_status(explanation.status);
  *proto.mutable_reason() = ToProto(explanation.reason);
  for (const auto& one : explanation.lines) *proto.add_lines() = ToProto(one);
  proto.set_stratum(explanation.stratum);
  proto.set_weight(ToCount(explanation.weight));
  proto.set_inclusion_probability(explanation.inclusion_probability);
  proto.set_inclusion_percent(explanation.inclusion_percent);
  proto.set_drawn(explanation.drawn);
  proto.set_rank(ToCount(explanation.rank));
  proto.set_ticket(explanation.ticket);
  proto.set_first_not_drawn(explanation.first_not_drawn);
  for (const app::ExplainedBar& bar : explanation.bars) {
    v1::ExplainedBar& added = *proto.add_bars();
    added.set_kind(bar.kind);
    added.set_id(bar.id);
    added.set_reason(bar.reason);
    added.set_evidence(bar.evidence);
  }
  return proto;
}

v1::UnitProof ToProto(const UnitProofAndKey& answer) {
  const app::UnitProof& proof = answer.proof;
  v1::UnitProof proto;
  proto.set_task(TaskNameOf(proof.task));
  proto.set_attempt(ToCount(proof.attempt));
  proto.set_suite(std::string(HashSuiteName(proof.suite)));
  proto.set_leaf(proof.leaf);
  proto.set_leaf_index(ToCount(proof.leaf_index));
  proto.set_leaf_count(ToCount(proof.leaf_count));
  AddDigests(proof.path, proto.mutable_path());
  proto.set_result_root(proof.result_root);
  proto.set_commitment(proof.commitment);
  proto.set_transcript(proof.transcript);
  proto.set_run_journal_index(proof.run.proof.journal_index);
  *proto.mutable_checkpoint() = ToProto({proof.run.checkpoint, answer.key});
  *proto.mutable_proof() = ToProto(proof.run.proof);
  proto.set_run_leaf(proof.run.leaf);
  return proto;
}

v1::DrawReport ToProto(const ReportPage& report) {
  v1::DrawReport proto;
  proto.set_media_type(report.format == app::ReportFormat::kHtml
                           ? "text/html"
                           : "text/markdown");
  proto.set_text(report.text);
  return proto;
}

void SendChunks(const std::vector<app::BundleFile>& files,
                absl::FunctionRef<bool(const std::string&)> send) {
  for (const app::BundleFile& file : files) {
    std::size_t at = 0;
    do {
      v1::ExportBundleResponse chunk;
      chunk.set_file(file.name);
      chunk.set_data(file.bytes.substr(at, kChunkBytes));
      if (!send(WriteMessage(chunk))) return;
      at += kChunkBytes;
    } while (at < file.bytes.size());
  }
}

}  // namespace spotcheck::server
