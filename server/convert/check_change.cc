#include "server/convert/check_change.h"

#include <optional>
#include <utility>

#include "lib/app/common/errors.h"
#include "lib/app/credit/errors.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/words.h"
#include "server/convert/common.h"
#include "server/convert/enums.h"
#include "server/convert/filters.h"
#include "server/convert/parse.h"

namespace spotcheck::server {
namespace {

using server::ToProto;  // the overloads below would hide it

// The fields that a correction cannot name.
absl::Status CheckFixedFields(const v1::CorrectResultRequest& request) {
  if (!request.usci().empty()) {
    return app::credit_errors::FieldNotCorrected({"usci"});
  }
  if (!request.task().empty()) {
    return app::credit_errors::FieldNotCorrected({"task"});
  }
  if (!request.line_id().empty()) {
    return app::credit_errors::FieldNotCorrected({"line_id"});
  }
  return absl::OkStatus();
}

absl::Status ParseFinding(const v1::CorrectResultRequest& request,
                          app::Corrections& to) {
  if (request.verdict() != v1::VERDICT_UNSPECIFIED) {
    to.verdict = FromProto(request.verdict());
    if (!to.verdict.has_value()) {
      return UnknownValue({"verdict", std::to_string(request.verdict())},
                          "VERDICT_PASS, VERDICT_FAIL");
    }
  }
  if (request.severity() != v1::SEVERITY_UNSPECIFIED) {
    to.severity = FromProto(request.severity());
    if (!to.severity.has_value()) {
      return UnknownValue({"severity", std::to_string(request.severity())},
                          "SEVERITY_GENERAL, SEVERITY_SERIOUS");
    }
  }
  if (request.has_items()) {
    ASSIGN_OR_RETURN(to.items, ParseItems(request.items().items()));
  }
  if (request.has_explanation()) to.explanation = request.explanation();
  return absl::OkStatus();
}

absl::StatusOr<app::Corrections> ParseCorrections(
    const v1::CorrectResultRequest& request) {
  app::Corrections to;
  RETURN_IF_ERROR(ParseFinding(request, to));
  if (request.has_sampled()) {
    ASSIGN_OR_RETURN(to.sampled, ParseDate({"sampled", request.sampled()}));
  }
  if (request.has_product_name()) to.product_name = request.product_name();
  if (request.has_standard()) to.standard = request.standard();
  if (request.has_trademark()) to.trademark = request.trademark();
  if (request.has_model()) to.model = request.model();
  return to;
}

template <typename Request>
absl::StatusOr<app::CheckChangeInput> ParseChange(const Request& request) {
  app::CheckChangeInput input;
  ASSIGN_OR_RETURN(std::string check,
                   ParseShort({"check_id", request.check_id()}));
  input.check = CheckId(std::move(check));
  input.reason = request.reason();
  input.basis = request.basis();
  return input;
}

v1::ChangeEffect ToProto(const app::Effect& effect) {
  v1::ChangeEffect proto;
  proto.set_kind(std::string(CodeOf(effect.kind)));
  proto.set_subject(effect.subject);
  proto.set_before(effect.before);
  proto.set_after(effect.after);
  *proto.mutable_reason() = ToProto(effect.reason);
  return proto;
}

}  // namespace

absl::StatusOr<app::CheckChangeInput> Parse(
    const v1::CorrectResultRequest& request) {
  RETURN_IF_ERROR(CheckFixedFields(request));
  ASSIGN_OR_RETURN(app::CheckChangeInput input, ParseChange(request));
  ASSIGN_OR_RETURN(input.corrections, ParseCorrections(request));
  return input;
}

absl::StatusOr<app::CheckChangeInput> Parse(
    const v1::VoidResultRequest& request) {
  return ParseChange(request);
}

absl::StatusOr<std::string> Parse(
    const v1::ApproveCheckChangeRequest& request) {
  if (request.change_id().empty()) {
    return app::register_errors::FieldMissing({"change_id"});
  }
  return ParseShort({"change_id", request.change_id()});
}

absl::StatusOr<app::CheckChangesQuery> Parse(
    const v1::ListCheckChangesRequest& request) {
  app::CheckChangesQuery query;
  query.page_size = request.page_size();
  ASSIGN_OR_RETURN(query.page_token,
                   ParseShort({"page_token", request.page_token()}));
  ASSIGN_OR_RETURN(query.state, ParseCodeFilter<rules::ApprovalState>(
                                    {"state", request.state()}));
  return query;
}

v1::CheckChange ToProto(const store::StoredCheckChange& change) {
  v1::CheckChange proto;
  proto.set_change_id(change.change_id);
  proto.set_kind(std::string(CodeOf(change.kind)));
  proto.set_state(std::string(CodeOf(change.state)));
  proto.set_usci(change.usci.str());
  proto.set_check_id(change.check.str());
  proto.set_reason(change.reason);
  proto.set_basis(change.basis);
  proto.set_requested_by(change.requested_by);
  proto.set_requested_at(change.requested_at);
  proto.set_approved_by(change.approved_by);
  proto.set_decided_at(change.decided_at);
  if (change.replacement.has_value()) {
    *proto.mutable_replacement() = ToProto(
        store::StoredCheck{*change.replacement, {}, change.decided_leaf_index});
  }
  proto.set_journal_index(change.leaf_index);
  proto.set_decided_journal_index(change.decided_leaf_index);
  return proto;
}

v1::ApproveCheckChangeResponse ToProto(const app::CheckChangeAnswer& answer) {
  v1::ApproveCheckChangeResponse proto;
  *proto.mutable_change() = ToProto(answer.change);
  for (const app::Effect& effect : answer.effects) {
    *proto.add_effects() = ToProto(effect);
  }
  proto.set_journal_index(answer.journal_index);
  return proto;
}

v1::ListCheckChangesResponse ToProto(
    const app::Page<store::StoredCheckChange>& page) {
  v1::ListCheckChangesResponse proto;
  for (const auto& change : page.rows) *proto.add_changes() = ToProto(change);
  proto.set_next_page_token(page.next_page_token);
  return proto;
}

void AddCiting(const std::vector<store::AttemptKey>& attempts,
               app::CheckChangeAnswer& answer) {
  for (const store::AttemptKey& attempt : attempts) {
    const std::string subject =
        TaskNameOf(attempt.task) + " " + std::to_string(attempt.attempt);
    answer.effects.push_back(
        {app::EffectKind::kFrameCited,
         subject,
         answer.change.check.str(),
         answer.change.check.str(),
         {"该次抽取冻结的抽样框引用了此检验;抽样框和证据包不变",
          "the frozen frame of this attempt cites the check; frame and bundle "
          "stay as they are"}});
  }
}

}  // namespace spotcheck::server
