#include "server/convert/credit.h"

#include <string>
#include <utility>

#include "lib/app/common/errors.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/list_rules.h"
#include "lib/rules/law/words.h"
#include "server/convert/common.h"
#include "server/convert/enums.h"
#include "server/convert/import_rows.h"
#include "server/convert/parse.h"

namespace spotcheck::server {
namespace {

using server::ToProto;  // the overloads below would hide it

constexpr char kFinalVerdicts[] = "VERDICT_PASS, VERDICT_FAIL";

absl::StatusOr<store::Verdict> ParseVerdict(std::string field,
                                            v1::Verdict value) {
  const auto verdict = FromProto(value);
  if (!verdict.has_value()) {
    return UnknownValue({std::move(field), std::to_string(value)},
                        kFinalVerdicts);
  }
  return *verdict;
}

v1::TestItem ToProto(const store::TestItem& item) {
  v1::TestItem proto;
  proto.set_item(item.item);
  proto.set_requirement(item.requirement);
  proto.set_measured(item.measured);
  proto.set_verdict(ToProto(item.verdict));
  return proto;
}

v1::Consequence ToProto(const app::Consequence& consequence) {
  v1::Consequence proto;
  proto.set_kind(std::string(CodeOf(consequence.kind)));
  proto.set_rule(consequence.rule);
  proto.set_value(consequence.value);
  *proto.mutable_reason() = ToProto(consequence.reason);
  return proto;
}

v1::CreditLine ToProto(const app::CreditLine& line) {
  v1::CreditLine proto;
  proto.set_line_id(line.product.record.line.str());
  proto.set_product_name(line.product.record.product_name);
  proto.set_category(line.product.record.category);
  proto.set_model(line.product.record.model);
  for (const auto& reason : line.protected_by) {
    *proto.add_protected_by() = ToProto(reason);
  }
  proto.set_journal_index(line.product.leaf_index);
  return proto;
}

v1::Status ToProto(const app::CreditStatus& status) {
  v1::Status proto;
  proto.set_usci(status.usci.str());
  if (!status.error.ok()) {
    const ErrorInfo info = GetErrorInfo(status.error);
    proto.set_error(info.reason);
    *proto.mutable_error_message() = ToProto(info.message);
    return proto;
  }
  proto.set_listed(status.listed);
  for (const auto& entry : status.lists) *proto.add_lists() = ToProto(entry);
  proto.set_grade(status.grade);
  for (const app::StatusLine& line : status.lines) {
    v1::StatusLine& added = *proto.add_lines();
    added.set_line_id(line.line.str());
    added.set_product_name(line.product_name);
    for (const auto& reason : line.protected_by) {
      *added.add_protected_by() = ToProto(reason);
    }
  }
  return proto;
}

}  // namespace

// lib/app judges the texts and the number of items.
absl::StatusOr<std::vector<store::TestItem>> ParseItems(
    const google::protobuf::RepeatedPtrField<v1::TestItem>& items) {
  std::vector<store::TestItem> parsed;
  for (int i = 0; i < items.size(); ++i) {
    const v1::TestItem& item = items[i];
    ASSIGN_OR_RETURN(const store::Verdict verdict,
                     ParseVerdict("items[" + std::to_string(i) + "].verdict",
                                  item.verdict()));
    parsed.push_back(
        {item.item(), item.requirement(), item.measured(), verdict});
  }
  return parsed;
}

absl::StatusOr<app::ResultInput> Parse(const v1::RecordResultRequest& request) {
  app::ResultInput input;
  ASSIGN_OR_RETURN(input.task, ParseTaskName({"task", request.task()}));
  ASSIGN_OR_RETURN(input.usci, ParseUsci({"usci", request.usci()}));
  ASSIGN_OR_RETURN(input.line, ParseLineId({"line_id", request.line_id()}));
  ASSIGN_OR_RETURN(input.sampled, ParseDate({"sampled", request.sampled()}));
  ASSIGN_OR_RETURN(input.verdict, ParseVerdict("verdict", request.verdict()));
  const auto severity = FromProto(request.severity());
  if (!severity.has_value()) {
    return UnknownValue({"severity", std::to_string(request.severity())},
                        "SEVERITY_GENERAL, SEVERITY_SERIOUS");
  }
  input.severity = *severity;
  input.report_no = request.report_no();
  ASSIGN_OR_RETURN(input.items, ParseItems(request.items()));
  input.explanation = request.explanation();
  return input;
}

absl::StatusOr<app::ResultsOfTask> Parse(
    const v1::RecordResultsRequest& request) {
  app::ResultsOfTask results;
  ASSIGN_OR_RETURN(results.task, ParseTaskName({"task", request.task()}));
  for (const v1::ResultRow& row : request.rows()) {
    ASSIGN_OR_RETURN(auto items, ParseItems(row.items()));
    results.rows.push_back({row.row(), row.usci(), row.line_id(),
                            row.product_name(), row.standard(), row.trademark(),
                            row.model(), row.sampled(), row.verdict(),
                            row.severity(), row.report_no(), row.explanation(),
                            std::move(items)});
  }
  return results;
}

absl::StatusOr<std::vector<app::CheckRow>> Parse(
    const v1::ImportResultsRequest& request) {
  return RowsOf<store::CheckRecord>(request);
}

absl::StatusOr<app::CreditFileQuery> Parse(
    const v1::GetCreditFileRequest& request) {
  app::CreditFileQuery query;
  ASSIGN_OR_RETURN(query.usci, ParseEnterpriseName({"name", request.name()}));
  ASSIGN_OR_RETURN(query.as_of, ParseOptionalDate({"as_of", request.as_of()}));
  return query;
}

absl::StatusOr<app::StatusQuery> Parse(
    const v1::BatchGetStatusRequest& request) {
  if (request.uscis().empty())
    return app::register_errors::FieldMissing({"uscis"});
  app::StatusQuery query;
  if (request.return_partial_success()) {
    query.unknown = app::UnknownCodes::kAnswer;
  }
  for (int i = 0; i < request.uscis_size(); ++i) {
    ASSIGN_OR_RETURN(
        const Usci usci,
        ParseUsci({"uscis[" + std::to_string(i) + "]", request.uscis(i)}));
    query.uscis.push_back(usci);
  }
  ASSIGN_OR_RETURN(query.as_of, ParseOptionalDate({"as_of", request.as_of()}));
  return query;
}

absl::StatusOr<app::ListDecision> Parse(
    const v1::DecideListEntryRequest& request) {
  app::ListDecision decision;
  ASSIGN_OR_RETURN(decision.entry_id,
                   ParseListEntryName({"name", request.name()}));
  ASSIGN_OR_RETURN(const std::string word,
                   ParseShort({"decision", request.decision()}));
  ASSIGN_OR_RETURN(decision.verb, app::ParseListDecision(word));
  ASSIGN_OR_RETURN(decision.reason, ParseText({"reason", request.reason()}));
  return decision;
}

v1::RecordResultResponse ToProto(const app::ResultAnswer& answer) {
  v1::RecordResultResponse proto;
  *proto.mutable_check() = ToProto(answer.check);
  for (const app::Consequence& consequence : answer.consequences) {
    *proto.add_consequences() = ToProto(consequence);
  }
  *proto.mutable_grade() = ToProto(answer.grade);
  proto.set_journal_index(answer.journal_index);
  return proto;
}

v1::ImportResultsResponse ToProto(const app::ImportResultsAnswer& answer) {
  const app::ImportAnswer& import = answer.import;
  v1::ImportResultsResponse proto;
  proto.set_read(import.read);
  proto.set_new_(import.created);
  proto.set_changed(import.changed);
  proto.set_unchanged(import.unchanged);
  proto.set_refused(ToCount(static_cast<std::int64_t>(import.refused.size())));
  for (const app::RefusedRow& row : import.refused) {
    v1::RefusedCheckRow& refused = *proto.add_refused_rows();
    refused.set_row(row.row);
    refused.set_reason(row.error.reason);
    *refused.mutable_message() = ToProto(row.error.message);
  }
  proto.set_journal_index(import.journal_index);
  proto.set_new_lines(answer.new_lines);
  proto.set_proposals(answer.proposals);
  proto.set_severity_assumed(answer.severity_assumed);
  proto.set_filled(answer.filled);
  AddCounts(import.restored, *proto.mutable_restored());
  return proto;
}

v1::CreditFile ToProto(const app::CreditFile& file) {
  v1::CreditFile proto;
  proto.set_usci(file.enterprise.record.usci.str());
  proto.set_enterprise_name(file.enterprise.record.name);
  proto.set_as_of(file.as_of.ToString());
  *proto.mutable_grade() = ToProto(file.grade);
  for (const auto& line : file.lines) *proto.add_lines() = ToProto(line);
  for (const auto& check : file.checks) *proto.add_checks() = ToProto(check);
  for (const auto& entry : file.lists) *proto.add_lists() = ToProto(entry);
  for (const app::CreditFileEvent& event : file.events) {
    v1::CreditEvent& added = *proto.add_events();
    added.set_kind(std::string(CodeOf(event.kind)));
    added.set_date(event.date);
    *added.mutable_text() = ToProto(event.text);
    added.set_journal_index(event.journal_index);
  }
  proto.set_listed(file.listed);
  for (const app::SupersededCheck& superseded : file.superseded) {
    const store::StoredCheckVersion& version = superseded.version;
    v1::SupersededCheck& added = *proto.add_superseded();
    *added.mutable_check() = ToProto(
        store::StoredCheck{version.record, {}, version.from_leaf_index});
    *added.mutable_change() = ToProto(superseded.change);
  }
  return proto;
}

v1::BatchGetStatusResponse ToProto(const app::StatusAnswer& answer) {
  v1::BatchGetStatusResponse proto;
  for (const auto& status : answer.statuses) {
    *proto.add_statuses() = ToProto(status);
  }
  proto.set_as_of(answer.as_of.ToString());
  return proto;
}

v1::ListListEntriesResponse ToProto(
    const app::Page<store::StoredListEntry>& page) {
  v1::ListListEntriesResponse proto;
  for (const auto& entry : page.rows) *proto.add_entries() = ToProto(entry);
  proto.set_next_page_token(page.next_page_token);
  return proto;
}

v1::ListEntry ToProto(const store::StoredListEntry& entry) {
  const store::ListEntryRecord& record = entry.record;
  v1::ListEntry proto;
  proto.set_name("listEntries/" + record.entry_id);
  proto.set_usci(record.usci.str());
  proto.set_list(record.list);
  proto.set_state(std::string(CodeOf(entry.state)));
  proto.set_rule(record.rule);
  *proto.mutable_reason() =
      ToProto(Localized{record.reason_zh, record.reason_en});
  for (const CheckId& check : record.checks) proto.add_checks(check.str());
  proto.set_proposed_on(entry.proposed_on.ToString());
  if (entry.decided_on.has_value()) {
    proto.set_decided_on(entry.decided_on->ToString());
  }
  proto.set_decision_reason(entry.decision_reason);
  proto.set_journal_index(entry.leaf_index);
  return proto;
}

v1::Grade ToProto(const app::GradeAnswer& grade) {
  constexpr std::int64_t kHundredths = 100;
  v1::Grade proto;
  proto.set_grade(grade.grade);
  proto.set_scheme(grade.scheme);
  proto.set_points(ToCount(grade.hundredths / kHundredths));
  for (const app::GradeReasonAnswer& reason : grade.reasons) {
    v1::GradeReason& added = *proto.add_reasons();
    added.set_rule(reason.rule);
    added.set_points(ToCount(reason.hundredths / kHundredths));
    added.set_evidence(reason.evidence);
    *added.mutable_text() = ToProto(reason.text);
    added.set_journal_index(reason.journal_index);
  }
  return proto;
}

v1::Check ToProto(const store::StoredCheck& check) {
  const store::CheckRecord& record = check.record;
  v1::Check proto;
  proto.set_check_id(record.check.str());
  proto.set_usci(record.usci.str());
  proto.set_line_id(record.line.str());
  proto.set_product_name(record.product_name);
  proto.set_standard(record.standard);
  proto.set_trademark(record.trademark);
  proto.set_model(record.model);
  proto.set_authority(record.authority.name);
  proto.set_level(ToProto(record.authority.level));
  proto.set_authority_region(record.authority.region.Label());
  proto.set_sampled(record.sampled.ToString());
  proto.set_verdict(ToProto(record.verdict));
  proto.set_severity(ToProto(record.severity));
  proto.set_report_no(record.report_no);
  proto.set_lab(record.lab.str());
  proto.set_task(TaskNameOf(record.task));
  proto.set_purpose(ToProto(record.purpose));
  for (const auto& item : record.items) *proto.add_items() = ToProto(item);
  proto.set_journal_index(check.leaf_index);
  proto.set_explanation(record.explanation);
  return proto;
}

}  // namespace spotcheck::server
