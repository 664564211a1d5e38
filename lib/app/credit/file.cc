#include "lib/app/credit/file.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "lib/app/common/errors.h"
#include "lib/app/credit/file_events.h"
#include "lib/app/credit/lists_as_of.h"
#include "lib/app/credit/protection.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/task_rules.h"

namespace spotcheck::app {
namespace {

std::vector<store::StoredCheck> SampledUpTo(
    absl::Span<const store::StoredCheck> checks, CivilDate as_of) {
  std::vector<store::StoredCheck> known;
  for (const store::StoredCheck& check : checks) {
    if (check.record.sampled <= as_of) known.push_back(check);
  }
  std::sort(known.begin(), known.end(),
            [](const store::StoredCheck& a, const store::StoredCheck& b) {
              return std::tie(a.record.sampled, a.record.check) <
                     std::tie(b.record.sampled, b.record.check);
            });
  return known;
}

absl::StatusOr<std::vector<CreditLine>> LinesOf(
    const store::View& view, const Usci& usci,
    const ProtectionQuestion& question) {
  ASSIGN_OR_RETURN(auto products, store::ProductsOf(view, usci));
  std::vector<CreditLine> lines;
  for (store::StoredProduct& product : products) {
    auto reasons = ProtectionOf(question, product);
    lines.push_back({std::move(product), std::move(reasons)});
  }
  return lines;
}

}  // namespace

absl::StatusOr<CreditFile> GetCreditFile(const store::View& view,
                                         const RuleBook& book, CivilDate today,
                                         const CreditFileQuery& query) {
  CreditFile file;
  file.as_of = query.as_of.value_or(today);
  RETURN_IF_ERROR(rules::ValidateAsOf(file.as_of, today));
  ASSIGN_OR_RETURN(auto enterprise, store::FindEnterprise(view, query.usci));
  if (!enterprise) return register_errors::EnterpriseNotFound(query.usci);
  file.enterprise = *std::move(enterprise);
  ASSIGN_OR_RETURN(const CreditFacts facts, LoadCreditFacts(view, query.usci));
  file.grade = ExplainGrade(book.scheme, facts, file.as_of);
  file.checks = SampledUpTo(facts.checks, file.as_of);
  ASSIGN_OR_RETURN(auto entries, store::ListEntriesOf(view, query.usci));
  file.lists = EntriesAsOf(std::move(entries), facts.changes, file.as_of);
  file.listed = IsListed(file.lists);
  const rules::TaskPolicies policies = PoliciesOn(book, file.as_of);
  const auto earlier = EarlierChecksOf(file.checks);
  ASSIGN_OR_RETURN(file.lines,
                   LinesOf(view, query.usci,
                           {policies.For(query.usci), file.as_of, earlier}));
  ASSIGN_OR_RETURN(file.events, FileEventsOf(view, file, facts.changes));
  return file;
}

}  // namespace spotcheck::app
