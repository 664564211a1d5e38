#include "server/convert/draw.h"

#include <utility>
#include <vector>

#include "lib/base/limits.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/law/withdrawal.h"
#include "server/convert/enums.h"
#include "server/convert/filters.h"
#include "server/convert/parse.h"

namespace spotcheck::server {
namespace {

absl::StatusOr<app::AttemptRef> ParseRef(const std::string& task,
                                         std::int32_t attempt) {
  app::AttemptRef ref;
  ASSIGN_OR_RETURN(ref.task, ParseTaskName({"task", task}));
  ASSIGN_OR_RETURN(ref.attempt, ParseAttempt(attempt));
  return ref;
}

// Reads the enumerations of a task.
absl::StatusOr<app::NewTask> ParseKinds(const v1::Task& task) {
  const auto level = FromProto(task.level());
  if (!level.has_value()) {
    return UnknownValue({"task.level", std::to_string(task.level())},
                        "LEVEL_NATIONAL, LEVEL_PROVINCIAL, LEVEL_CITY, "
                        "LEVEL_COUNTY");
  }
  const auto purpose = FromProto(task.purpose());
  if (!purpose.has_value()) {
    return UnknownValue({"task.purpose", std::to_string(task.purpose())},
                        "PURPOSE_ROUTINE, PURPOSE_FOLLOW_UP, "
                        "PURPOSE_EMERGENCY");
  }
  const auto suite = FromProto(task.suite());
  if (!suite.has_value()) {
    return UnknownValue({"task.suite", std::to_string(task.suite())},
                        "HASH_SUITE_SHA256, HASH_SUITE_SM3");
  }
  app::NewTask parsed;
  parsed.suite = *suite;
  parsed.plan.plan.level = *level;
  parsed.plan.plan.purpose = *purpose;
  return parsed;
}

// Reads one commitment: the witness's name, key and hash. Each error names its
// place in the request.
absl::StatusOr<app::WitnessCommitment> ParseWitness(
    const v1::WitnessCommitment& witness, int index) {
  const auto name = [index](const char* field) {
    return "witnesses[" + std::to_string(index) + "]." + field;
  };
  app::WitnessCommitment parsed;
  ASSIGN_OR_RETURN(parsed.name,
                   ParseText({name("witness_name"), witness.witness_name()}));
  ASSIGN_OR_RETURN(parsed.key, ParseKeyHex({name("key"), witness.key()}));
  ASSIGN_OR_RETURN(parsed.commitment,
                   ParseDigestHex({name("commitment"), witness.commitment()}));
  ASSIGN_OR_RETURN(parsed.previous,
                   ParseDigestHex({name("previous"), witness.previous()}));
  if (witness.attempt() < 1) {
    return NumberNotInRange(name("attempt"), witness.attempt(),
                            {1, rules::kMaxDrawNumber});
  }
  parsed.attempt = witness.attempt();
  return parsed;
}

// Reads the fields that a commitment and a replacement have in common.
template <typename Request>
absl::StatusOr<app::CommitRequest> ParseCommit(const Request& request) {
  app::CommitRequest parsed;
  ASSIGN_OR_RETURN(parsed.task, ParseTaskName({"task", request.task()}));
  if (request.witnesses_size() > kMaxWitnesses) {
    return TooManyElements("witnesses",
                           {request.witnesses_size(), kMaxWitnesses});
  }
  for (int i = 0; i < request.witnesses_size(); ++i) {
    ASSIGN_OR_RETURN(app::WitnessCommitment witness,
                     ParseWitness(request.witnesses(i), i));
    parsed.witnesses.push_back(std::move(witness));
  }
  ASSIGN_OR_RETURN(parsed.beacon_spec,
                   ParseShort({"beacon_spec", request.beacon_spec()}));
  ASSIGN_OR_RETURN(parsed.deadline,
                   ParseOptionalTime({"deadline", request.deadline()}));
  return parsed;
}

absl::StatusOr<std::string> ParseReasonCode(const std::string& code) {
  if (rules::FindWithdrawalReason(code) != nullptr) return code;
  return UnknownValue({"reason_code", code}, rules::WithdrawalCodes(", "));
}

absl::StatusOr<PageInput> ParsePage(std::int32_t size,
                                    const std::string& token) {
  PageInput page;
  page.page_size = size;
  ASSIGN_OR_RETURN(page.page_token, ParseShort({"page_token", token}));
  return page;
}

absl::StatusOr<UnitInput> ParseUnit(const app::AttemptRef& ref,
                                    const std::string& usci) {
  UnitInput unit;
  unit.ref = ref;
  ASSIGN_OR_RETURN(unit.usci, ParseUsci({"usci", usci}));
  return unit;
}

// Reads everything but the task's id.
absl::StatusOr<TaskInput> ParsePlan(const v1::Task& task) {
  TaskInput input;
  ASSIGN_OR_RETURN(input.task, ParseKinds(task));
  rules::Plan& plan = input.task.plan.plan;
  ASSIGN_OR_RETURN(plan.authority,
                   ParseText({"task.authority", task.authority()}));
  ASSIGN_OR_RETURN(plan.region, ParseRegion({"task.region", task.region()}));
  ASSIGN_OR_RETURN(input.task.plan.basis,
                   ParseOptionalText({"task.basis", task.basis()}));
  ASSIGN_OR_RETURN(input.as_of,
                   ParseOptionalDate({"task.as_of", task.as_of()}));
  for (int i = 0; i < task.categories_size(); ++i) {
    ASSIGN_OR_RETURN(std::string category,
                     ParseText({"task.categories[" + std::to_string(i) + "]",
                                task.categories(i)}));
    plan.categories.push_back(std::move(category));
  }
  for (const auto& [stratum, weight] : task.weights()) {
    ASSIGN_OR_RETURN(Stratum key, ParseStratum({"task.weights", stratum}));
    plan.weights.emplace(std::move(key), weight);
  }
  plan.sample_size = task.sample_size();
  plan.lines_per_enterprise = task.lines_per_enterprise();
  plan.inspectors_per_enterprise = task.inspectors_per_enterprise();
  return input;
}

}  // namespace

absl::StatusOr<TaskInput> Parse(const v1::CreateTaskRequest& request) {
  ASSIGN_OR_RETURN(TaskInput input, ParsePlan(request.task()));
  ASSIGN_OR_RETURN(input.task.task,
                   ParseTaskId({"task_id", request.task_id()}));
  return input;
}

absl::StatusOr<TaskInput> Parse(const v1::UpdateTaskRequest& request) {
  ASSIGN_OR_RETURN(TaskInput input, ParsePlan(request.task()));
  ASSIGN_OR_RETURN(input.task.task,
                   ParseTaskName({"task.name", request.task().name()}));
  return input;
}

absl::StatusOr<app::TaskWithdrawal> Parse(
    const v1::WithdrawTaskRequest& request) {
  app::TaskWithdrawal withdrawal;
  ASSIGN_OR_RETURN(withdrawal.task, ParseTaskName({"name", request.name()}));
  ASSIGN_OR_RETURN(withdrawal.reason, ParseText({"reason", request.reason()}));
  return withdrawal;
}

absl::StatusOr<TaskId> Parse(const v1::GetTaskRequest& request) {
  return ParseTaskName({"name", request.name()});
}

absl::StatusOr<TasksInput> Parse(const v1::ListTasksRequest& request) {
  TasksInput input;
  ASSIGN_OR_RETURN(input.page,
                   ParsePage(request.page_size(), request.page_token()));
  ASSIGN_OR_RETURN(input.of.authority,
                   ParseShort({"authority", request.authority()}));
  ASSIGN_OR_RETURN(input.of.region,
                   ParseRegionFilter({"region", request.region()}));
  ASSIGN_OR_RETURN(input.of.category,
                   ParseShort({"category", request.category()}));
  ASSIGN_OR_RETURN(input.of.level, ParseLevelFilter(request.level()));
  return input;
}

absl::StatusOr<PreviewInput> Parse(const v1::PreviewTaskRequest& request) {
  PreviewInput input;
  ASSIGN_OR_RETURN(input.task, ParseTaskName({"name", request.name()}));
  const std::int64_t most = request.max_exclusions();
  if (most < 0 || most > kMaxListedExclusions) {
    return NumberNotInRange("max_exclusions", most, {0, kMaxListedExclusions});
  }
  input.max_exclusions = most == 0 ? kListedExclusions : most;
  return input;
}

absl::StatusOr<app::NewWitness> Parse(
    const v1::RegisterWitnessRequest& request) {
  app::NewWitness witness;
  ASSIGN_OR_RETURN(witness.name,
                   ParseText({"witness_name", request.witness_name()}));
  ASSIGN_OR_RETURN(witness.organisation,
                   ParseText({"organisation", request.organisation()}));
  ASSIGN_OR_RETURN(witness.key, ParseKeyHex({"key", request.key()}));
  return witness;
}

absl::StatusOr<PageInput> Parse(const v1::ListWitnessesRequest& request) {
  return ParsePage(request.page_size(), request.page_token());
}

absl::StatusOr<TaskId> Parse(const v1::GetNextAttemptRequest& request) {
  return ParseTaskName({"task", request.task()});
}

absl::StatusOr<app::CommitRequest> Parse(const v1::CommitDrawRequest& request) {
  return ParseCommit(request);
}

absl::StatusOr<app::CommitRequest> Parse(
    const v1::ReplaceUnitsRequest& request) {
  ASSIGN_OR_RETURN(app::CommitRequest parsed, ParseCommit(request));
  ASSIGN_OR_RETURN(parsed.replaced,
                   ParseStratum({"stratum", request.stratum()}));
  ASSIGN_OR_RETURN(parsed.as_of, ParseOptionalDate({"as_of", request.as_of()}));
  return parsed;
}

absl::StatusOr<app::Reveal> Parse(
    const v1::RevealContributionRequest& request) {
  ASSIGN_OR_RETURN(const app::AttemptRef ref,
                   ParseRef(request.task(), request.attempt()));
  if (ref.attempt == 0) {
    return NumberNotInRange("attempt", 0, {1, rules::kMaxDrawNumber});
  }
  app::Reveal reveal;
  reveal.task = ref.task;
  reveal.attempt = ref.attempt;
  ASSIGN_OR_RETURN(reveal.key, ParseKeyHex({"key", request.key()}));
  ASSIGN_OR_RETURN(
      reveal.contribution,
      ParseContributionHex({"contribution", request.contribution()}));
  ASSIGN_OR_RETURN(reveal.signature,
                   ParseSignatureHex({"signature", request.signature()}));
  return reveal;
}

absl::StatusOr<app::BeaconRound> Parse(
    const v1::ProvideBeaconRequest& request) {
  app::BeaconRound round;
  ASSIGN_OR_RETURN(round.task, ParseTaskName({"task", request.task()}));
  ASSIGN_OR_RETURN(round.value, ParseDigestHex({"value", request.value()}));
  ASSIGN_OR_RETURN(round.signature,
                   ParseBeaconSignatureHex({"signature", request.signature()}));
  return round;
}

absl::StatusOr<app::AttemptRef> Parse(const v1::GetDrawRequest& request) {
  return ParseRef(request.task(), request.attempt());
}

absl::StatusOr<app::VoidRequest> Parse(const v1::VoidDrawRequest& request) {
  app::VoidRequest parsed;
  ASSIGN_OR_RETURN(parsed.task, ParseTaskName({"task", request.task()}));
  ASSIGN_OR_RETURN(parsed.reason, ParseText({"reason", request.reason()}));
  return parsed;
}

absl::StatusOr<app::UnitApprovalRequest> Parse(
    const v1::WithdrawUnitRequest& request) {
  app::UnitApprovalRequest parsed;
  ASSIGN_OR_RETURN(parsed.task, ParseTaskName({"task", request.task()}));
  ASSIGN_OR_RETURN(parsed.unit.usci, ParseUsci({"usci", request.usci()}));
  ASSIGN_OR_RETURN(parsed.unit.reason_code,
                   ParseReasonCode(request.reason_code()));
  ASSIGN_OR_RETURN(parsed.unit.evidence,
                   ParseDigestHex({"evidence", request.evidence()}));
  ASSIGN_OR_RETURN(parsed.unit.note,
                   ParseOptionalText({"note", request.note()}));
  return parsed;
}

absl::StatusOr<app::UnitApprovalRequest> Parse(
    const v1::CloseDueUnitRequest& request) {
  app::UnitApprovalRequest parsed;
  ASSIGN_OR_RETURN(parsed.task, ParseTaskName({"task", request.task()}));
  ASSIGN_OR_RETURN(parsed.unit.usci, ParseUsci({"usci", request.usci()}));
  ASSIGN_OR_RETURN(parsed.unit.note, ParseText({"reason", request.reason()}));
  return parsed;
}

absl::StatusOr<app::Approval> Parse(const v1::ApproveDrawRequest& request) {
  app::Approval approval;
  ASSIGN_OR_RETURN(approval.task, ParseTaskName({"task", request.task()}));
  const Field id{"approval_id", request.approval_id()};
  if (!id.value.empty() && !IsIdText(id.value)) {
    return InvalidId(id, "[A-Za-z0-9._-]{1,64}");
  }
  approval.approval_id = request.approval_id();
  return approval;
}

absl::StatusOr<app::AttemptRef> Parse(const v1::OpenDrawRequest& request) {
  return ParseRef(request.task(), request.attempt());
}

absl::StatusOr<app::AttemptRef> Parse(const v1::ExportBundleRequest& request) {
  return ParseRef(request.task(), request.attempt());
}

absl::StatusOr<UnitInput> Parse(const v1::ExplainUnitRequest& request) {
  ASSIGN_OR_RETURN(const app::AttemptRef ref,
                   ParseRef(request.task(), request.attempt()));
  return ParseUnit(ref, request.usci());
}

absl::StatusOr<UnitInput> Parse(const v1::GetUnitProofRequest& request) {
  ASSIGN_OR_RETURN(const app::AttemptRef ref,
                   ParseRef(request.task(), request.attempt()));
  return ParseUnit(ref, request.usci());
}

absl::StatusOr<app::ReportRequest> Parse(
    const v1::GetDrawReportRequest& request) {
  app::ReportRequest report;
  ASSIGN_OR_RETURN(report.ref, ParseRef(request.task(), request.attempt()));
  if (request.format() == "html") {
    report.format = app::ReportFormat::kHtml;
  } else if (request.format() != "markdown" && !request.format().empty()) {
    return UnknownValue({"format", request.format()}, "markdown, html");
  }
  if (request.language() == "en") {
    report.language = app::Language::kEn;
  } else if (request.language() != "zh" && !request.language().empty()) {
    return UnknownValue({"language", request.language()}, "zh, en");
  }
  return report;
}

absl::StatusOr<HistoryInput> Parse(const v1::ListAttemptsRequest& request) {
  if (!request.task().empty() && !request.authority().empty()) {
    return OneOfTwoFields("task", "authority");
  }
  HistoryInput input;
  ASSIGN_OR_RETURN(input.page,
                   ParsePage(request.page_size(), request.page_token()));
  if (!request.task().empty()) {
    ASSIGN_OR_RETURN(input.of.task, ParseTaskName({"task", request.task()}));
  } else if (!request.authority().empty()) {
    ASSIGN_OR_RETURN(input.of.authority,
                     ParseText({"authority", request.authority()}));
  }
  ASSIGN_OR_RETURN(input.of.state, ParseCodeFilter<store::AttemptState>(
                                       {"state", request.state()}));
  return input;
}

absl::StatusOr<PageInput> Parse(const v1::GetDrawStatisticsRequest& request) {
  return ParsePage(request.page_size(), request.page_token());
}

}  // namespace spotcheck::server
