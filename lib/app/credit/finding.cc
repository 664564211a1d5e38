#include "lib/app/credit/finding.h"

#include <algorithm>
#include <cstdint>

#include "absl/strings/str_cat.h"
#include "lib/app/common/fields.h"
#include "lib/app/credit/errors.h"
#include "lib/base/limits.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"

namespace spotcheck::app {
namespace {

using store::Severity;
using store::TestItem;
using store::Verdict;

// `name` is the item's place in the request, e.g. items[3].
absl::Status CheckItem(const TestItem& item, const std::string& name) {
  RETURN_IF_ERROR(
      ReadText(item.item,
               {{name + ".item"}, kMaxNameLength, Presence::kRequired})
          .status());
  RETURN_IF_ERROR(
      ReadText(item.requirement, {{name + ".requirement"}, kMaxItemText})
          .status());
  RETURN_IF_ERROR(
      ReadText(item.measured, {{name + ".measured"}, kMaxItemText}).status());
  if (item.verdict == Verdict::kPending) {
    return credit_errors::VerdictNotFinal({name + ".verdict"});
  }
  return absl::OkStatus();
}

// Finds the first item that failed in a check that passed.
const TestItem* FailedInPass(const ItemsOfCheck& check) {
  if (check.verdict != Verdict::kPass) return nullptr;
  const auto failed = std::find_if(
      check.items.begin(), check.items.end(),
      [](const TestItem& item) { return item.verdict == Verdict::kFail; });
  return failed == check.items.end() ? nullptr : &*failed;
}

}  // namespace

absl::Status CheckVerdict(Verdict verdict, Severity severity) {
  const bool has_severity = severity != Severity::kNone;
  switch (verdict) {
    case Verdict::kPending:
      return credit_errors::VerdictNotFinal({"verdict"});
    case Verdict::kPass:
      if (has_severity) return credit_errors::SeverityWithoutFailure();
      break;
    case Verdict::kFail:
      if (!has_severity) return credit_errors::SeverityMissing();
      break;
  }
  return absl::OkStatus();
}

absl::Status CheckItems(const ItemsOfCheck& check) {
  const auto count = static_cast<std::int64_t>(check.items.size());
  if (count > kMaxTestItems) {
    return credit_errors::TooManyItems(count, kMaxTestItems);
  }
  for (std::size_t i = 0; i < check.items.size(); ++i) {
    RETURN_IF_ERROR(CheckItem(check.items[i], absl::StrCat("items[", i, "]")));
  }
  RETURN_IF_ERROR(
      ReadText(check.explanation, {{"explanation"}, kMaxItemText}).status());
  const TestItem* failed = FailedInPass(check);
  if (failed != nullptr && TrimWhiteSpace(check.explanation).empty()) {
    return credit_errors::PassWithFailedItem(failed->item);
  }
  return absl::OkStatus();
}

}  // namespace spotcheck::app
