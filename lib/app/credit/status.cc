#include "lib/app/credit/status.h"

#include <utility>

#include "lib/app/common/errors.h"
#include "lib/app/credit/errors.h"
#include "lib/app/credit/grade.h"
#include "lib/app/credit/lists.h"
#include "lib/app/credit/protection.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/task_rules.h"
#include "lib/store/read/registers.h"

namespace spotcheck::app {
namespace {

// The facts that all enterprises of a batch share.
struct BatchQuestion {
  const store::View& view;
  const RuleBook& book;
  CivilDate as_of;
  const rules::TaskPolicies& policies;
};

bool IsShown(const store::StoredListEntry& entry) {
  return entry.state == store::ListState::kListed ||
         entry.state == store::ListState::kProposed;
}

absl::Status AddLists(const BatchQuestion& question, const CreditFacts& facts,
                      CreditStatus& status) {
  if (facts.changes.empty()) return absl::OkStatus();
  ASSIGN_OR_RETURN(auto entries,
                   store::ListEntriesOf(question.view, status.usci));
  entries = EntriesAsOf(std::move(entries), facts.changes, question.as_of);
  status.listed = IsListed(entries);
  for (store::StoredListEntry& entry : entries) {
    if (IsShown(entry)) status.lists.push_back(std::move(entry));
  }
  return absl::OkStatus();
}

absl::StatusOr<CreditStatus> StatusOf(const BatchQuestion& question,
                                      const Usci& usci) {
  ASSIGN_OR_RETURN(const bool known, store::HasEnterprise(question.view, usci));
  if (!known) return register_errors::EnterpriseNotFound(usci);
  CreditStatus status;
  status.usci = usci;
  ASSIGN_OR_RETURN(const CreditFacts facts,
                   LoadCreditFacts(question.view, usci));
  RETURN_IF_ERROR(AddLists(question, facts, status));
  status.grade = GradeOfEnterprise(question.book.scheme, facts.checks,
                                   facts.changes, question.as_of)
                     .grade;
  const auto checks = EarlierChecksOf(facts.checks);
  const ProtectionQuestion protection{question.policies.For(usci),
                                      question.as_of, checks};
  ASSIGN_OR_RETURN(auto lines, store::ProductsOf(question.view, usci));
  for (store::StoredProduct& line : lines) {
    auto reasons = ProtectionOf(protection, line);
    status.lines.push_back({std::move(line.record.line),
                            std::move(line.record.product_name),
                            std::move(reasons)});
  }
  return status;
}

}  // namespace

absl::StatusOr<StatusAnswer> BatchGetStatus(const store::View& view,
                                            const RuleBook& book,
                                            CivilDate today,
                                            const StatusQuery& query) {
  const auto count = static_cast<std::int64_t>(query.uscis.size());
  if (count > kMaxStatusCodes) {
    return credit_errors::TooManyCodes(count, kMaxStatusCodes);
  }
  StatusAnswer answer;
  answer.as_of = query.as_of.value_or(today);
  RETURN_IF_ERROR(rules::ValidateAsOf(answer.as_of, today));
  const rules::TaskPolicies policies = PoliciesOn(book, answer.as_of);
  const BatchQuestion question{view, book, answer.as_of, policies};
  for (const Usci& usci : query.uscis) {
    auto status = StatusOf(question, usci);
    if (absl::IsNotFound(status.status()) &&
        query.unknown == UnknownCodes::kAnswer) {
      answer.statuses.emplace_back().usci = usci;
      answer.statuses.back().error = status.status();
      continue;
    }
    RETURN_IF_ERROR(status.status());
    answer.statuses.push_back(*std::move(status));
  }
  return answer;
}

}  // namespace spotcheck::app
