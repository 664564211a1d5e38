#include "lib/app/credit/file_events.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/app/journal/header.h"
#include "lib/base/status_macros.h"
#include "lib/rules/law/list_rules.h"
#include "lib/rules/law/words.h"

namespace spotcheck::app {
namespace {

using absl::StrCat;
using store::ListState;
using store::Severity;
using store::Verdict;

CreditFileEvent RegistrationEvent(const store::StoredEnterprise& enterprise) {
  const store::EnterpriseRecord& record = enterprise.record;
  const bool gone = record.deregistered;
  return {CreditBlock::kRegistration,
          record.registered_on,
          {StrCat("登记:", record.name, gone ? ",已注销或吊销" : ""),
           StrCat("registered: ", record.name, gone ? ", deregistered" : "")},
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
  switch (check.verdict) {
    case Verdict::kPass:
      return {"合格", "passed"};
    case Verdict::kPending:
      return {"检验中", "pending"};
    case Verdict::kFail:
      break;
  }
  if (check.severity == Severity::kSerious) {
    return {"严重不合格", "failed seriously"};
  }
  return {"不合格", "failed"};
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

Localized StateWords(ListState state) {
  switch (state) {
    case ListState::kProposed:
      return {"拟列入", "proposed for"};
    case ListState::kListed:
      return {"列入", "put on"};
    case ListState::kDismissed:
      return {"不予列入", "not put on"};
    case ListState::kRemoved:
      return {"移出", "removed from"};
    case ListState::kRevoked:
      return {"撤销列入", "revoked from"};
  }
  return {};
}

CreditFileEvent ListEvent(const store::StoredListChange& change) {
  const Localized words = StateWords(change.state);
  return {CreditBlock::kList,
          change.day.ToString(),
          {StrCat(words.zh, " ", change.list, ":", change.reason),
           StrCat(words.en, " ", change.list, ": ", change.reason)},
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
    ASSIGN_OR_RETURN(const LeafHeader header, ReadLeafHeader(leaf));
    ASSIGN_OR_RETURN(const absl::Time time, ParseUtc(header.time));
    return days_.emplace(leaf_index, CivilDate::Of(time)).first->second;
  }

 private:
  const store::View& view_;
  std::map<std::int64_t, CivilDate> days_;
};

}  // namespace

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

}  // namespace spotcheck::app
