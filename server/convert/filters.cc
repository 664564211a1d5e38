#include "server/convert/filters.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "server/convert/credit.h"
#include "server/convert/enums.h"
#include "server/convert/parse.h"

namespace spotcheck::server {
namespace {

absl::StatusOr<std::optional<rules::Verdict>> ParseVerdictFilter(
    v1::Verdict verdict) {
  if (verdict == v1::VERDICT_UNSPECIFIED) return std::nullopt;
  const auto found = FromProto(verdict);
  if (found.has_value()) return found;
  return UnknownValue({"verdict", std::to_string(verdict)},
                      "VERDICT_PASS, VERDICT_FAIL, VERDICT_PENDING");
}

}  // namespace

absl::StatusOr<Region> ParseRegionFilter(const Field& field) {
  if (field.value.empty()) return Region();
  return ParseRegion(field);
}

absl::StatusOr<std::optional<rules::Level>> ParseLevelFilter(v1::Level level) {
  if (level == v1::LEVEL_UNSPECIFIED) return std::nullopt;
  const auto found = FromProto(level);
  if (found.has_value()) return found;
  return UnknownValue({"level", std::to_string(level)},
                      "LEVEL_NATIONAL, LEVEL_PROVINCIAL, LEVEL_CITY, "
                      "LEVEL_COUNTY");
}

absl::StatusOr<app::ResultsQuery> Parse(const v1::ListResultsRequest& request) {
  app::ResultsQuery query;
  store::CheckQuery& filter = query.filter;
  query.page_size = request.page_size();
  ASSIGN_OR_RETURN(query.page_token,
                   ParseShort({"page_token", request.page_token()}));
  if (!request.task().empty()) {
    ASSIGN_OR_RETURN(filter.task, ParseTaskName({"task", request.task()}));
  }
  if (!request.usci().empty()) {
    ASSIGN_OR_RETURN(filter.usci, ParseUsci({"usci", request.usci()}));
  }
  ASSIGN_OR_RETURN(filter.region,
                   ParseRegionFilter({"region", request.region()}));
  ASSIGN_OR_RETURN(filter.category,
                   ParseShort({"category", request.category()}));
  ASSIGN_OR_RETURN(filter.level, ParseLevelFilter(request.level()));
  ASSIGN_OR_RETURN(filter.verdict, ParseVerdictFilter(request.verdict()));
  if (!request.lab().empty()) {
    ASSIGN_OR_RETURN(filter.lab, ParseLabName({"lab", request.lab()}));
  }
  ASSIGN_OR_RETURN(filter.from,
                   ParseOptionalDate({"sampled_from", request.sampled_from()}));
  ASSIGN_OR_RETURN(filter.to,
                   ParseOptionalDate({"sampled_to", request.sampled_to()}));
  return query;
}

absl::StatusOr<app::ListEntriesQuery> Parse(
    const v1::ListListEntriesRequest& request) {
  app::ListEntriesQuery query;
  query.page_size = request.page_size();
  ASSIGN_OR_RETURN(query.page_token,
                   ParseShort({"page_token", request.page_token()}));
  query.list = request.list();
  if (!request.usci().empty()) {
    ASSIGN_OR_RETURN(query.usci, ParseUsci({"usci", request.usci()}));
  }
  ASSIGN_OR_RETURN(query.state, ParseCodeFilter<rules::ListState>(
                                    {"state", request.state()}));
  ASSIGN_OR_RETURN(query.region,
                   ParseRegionFilter({"region", request.region()}));
  ASSIGN_OR_RETURN(query.as_of, ParseOptionalDate({"as_of", request.as_of()}));
  return query;
}

v1::ListResultsResponse ToProto(const app::Page<store::StoredCheck>& page) {
  v1::ListResultsResponse proto;
  for (const auto& check : page.rows) *proto.add_checks() = ToProto(check);
  proto.set_next_page_token(page.next_page_token);
  return proto;
}

}  // namespace spotcheck::server
