#include "lib/app/credit/file.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/app/common/errors.h"
#include "lib/app/credit/errors.h"
#include "lib/app/credit/lists.h"
#include "lib/app/credit/protection.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/task_rules.h"
#include "lib/rules/law/words.h"
#include "lib/store/events/leaf_header.h"

namespace spotcheck::app {
namespace {

using absl::StrCat;

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

CreditFileEvent RegistrationEvent(const store::StoredEnterprise& enterprise) {
  const store::EnterpriseRecord& record = enterprise.record;
  Localized gone;
  if (record.deregistered) {
    gone = InWords(rules::EnterpriseStatus::kDeregistered);
  }
  return {CreditBlock::kRegistration,
          record.registered_on,
          {StrCat("登记:", record.name, gone.zh.empty() ? "" : ",", gone.zh),
           StrCat("registered: ", record.name, gone.en.empty() ? "" : ", ",
                  gone.en)},
          enterprise.leaf_index};
}

CreditFileEvent ProductEvent(const store::StoredProduct& line, CivilDate day) {
  const std::string what =
      StrCat(line.record.product_name, " ", line.record.model);
  return {CreditBlock::kProduct,
          day.ToString(),
          {StrCat("产品:", what), StrCat("product: ", what)},
          line.leaf_index};
}

Localized VerdictWords(const store::CheckRecord& check) {
  return check.verdict == rules::Verdict::kPending
             ? InWords(check.verdict)
             : InWords(KindOf(check.verdict, check.severity));
}

CreditFileEvent CheckEvent(const store::StoredCheck& check) {
  const store::CheckRecord& record = check.record;
  const Localized verdict = VerdictWords(record);
  return {
      CreditBlock::kCheck,
      record.sampled.ToString(),
      {StrCat(record.authority.name, "抽查 ", record.product_name, ":",
              verdict.zh, ",报告 ", record.report_no),
       StrCat("checked by ", record.authority.name, ", ", record.product_name,
              ": ", verdict.en, ", report ", record.report_no)},
      check.leaf_index};
}

CreditFileEvent SupersededEvent(const SupersededCheck& superseded,
                                CivilDate day) {
  const store::StoredCheckChange& change = superseded.change;
  const Localized kind = InWords(change.kind);
  const std::string& check = change.check.str();
  return {CreditBlock::kCheck,
          day.ToString(),
          {StrCat(kind.zh, "检验 ", check, ":", change.reason, ";依据 ",
                  change.basis, ";申请 ", change.requested_by, ",批准 ",
                  change.approved_by),
           StrCat(kind.en, " of check ", check, ": ", change.reason, "; basis ",
                  change.basis, "; asked by ", change.requested_by,
                  ", approved by ", change.approved_by)},
          superseded.version.until_leaf_index};
}

CreditFileEvent ListEvent(const store::StoredListChange& change) {
  const Localized words = InWords(change.state);
  return {CreditBlock::kList,
          change.day.ToString(),
          {StrCat(words.zh, " ", change.list, ":", change.reason),
           StrCat(change.list, ", ", words.en, ": ", change.reason)},
          change.leaf_index};
}

// Finds the day on which a leaf was journalled. It keeps the days it has read,
// because one import brings many lines.
class LeafDays {
 public:
  explicit LeafDays(const store::View& view) : view_(view) {}

  absl::StatusOr<CivilDate> DayOf(std::int64_t leaf_index) {
    const auto known = days_.find(leaf_index);
    if (known != days_.end()) return known->second;
    ASSIGN_OR_RETURN(const std::string leaf, view_.Leaf(leaf_index));
    ASSIGN_OR_RETURN(const store::LeafHeader header,
                     store::ReadLeafHeader(leaf));
    ASSIGN_OR_RETURN(const absl::Time time, ParseUtc(header.time));
    return days_.emplace(leaf_index, CivilDate::Of(time)).first->second;
  }

 private:
  const store::View& view_;
  std::map<std::int64_t, CivilDate> days_;
};

// The superseded versions that were sampled up to the day.
absl::StatusOr<std::vector<SupersededCheck>> SupersededOf(
    const store::View& view, const Usci& usci, CivilDate as_of) {
  ASSIGN_OR_RETURN(auto versions, store::CheckVersionsOf(view, usci));
  std::vector<SupersededCheck> superseded;
  for (store::StoredCheckVersion& version : versions) {
    if (version.record.sampled > as_of) continue;
    ASSIGN_OR_RETURN(auto change,
                     store::FindCheckChange(view, version.change_id));
    if (!change) return credit_errors::ChangeNotFound(version.change_id);
    superseded.push_back({std::move(version), *std::move(change)});
  }
  return superseded;
}

// Tells everything in the file as one list of events in journal order, with
// those of the `changes` to lists that were made up to the file's day.
absl::StatusOr<std::vector<CreditFileEvent>> FileEventsOf(
    const store::View& view, const CreditFile& file,
    absl::Span<const store::StoredListChange> changes) {
  std::vector<CreditFileEvent> events = {RegistrationEvent(file.enterprise)};
  LeafDays days(view);
  for (const CreditLine& line : file.lines) {
    ASSIGN_OR_RETURN(const CivilDate day, days.DayOf(line.product.leaf_index));
    events.push_back(ProductEvent(line.product, day));
  }
  for (const store::StoredCheck& check : file.checks) {
    events.push_back(CheckEvent(check));
  }
  for (const SupersededCheck& check : file.superseded) {
    const store::StoredCheckVersion& version = check.version;
    events.push_back(CheckEvent({version.record, {}, version.from_leaf_index}));
    ASSIGN_OR_RETURN(const CivilDate day, days.DayOf(version.until_leaf_index));
    events.push_back(SupersededEvent(check, day));
  }
  for (const store::StoredListChange& change : changes) {
    if (change.day <= file.as_of) events.push_back(ListEvent(change));
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const CreditFileEvent& a, const CreditFileEvent& b) {
                     return std::tie(a.journal_index, a.kind) <
                            std::tie(b.journal_index, b.kind);
                   });
  return events;
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
  ASSIGN_OR_RETURN(file.superseded, SupersededOf(view, query.usci, file.as_of));
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
