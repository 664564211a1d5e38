#include "lib/app/credit/rows.h"

#include <optional>
#include <utility>

#include "lib/app/common/fields.h"
#include "lib/app/credit/errors.h"
#include "lib/app/register/rows.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/law/authority.h"
#include "lib/rules/law/product_key.h"
#include "lib/rules/law/words.h"

namespace spotcheck::app {
namespace {

using store::Severity;
using store::Verdict;

template <typename E>
std::optional<E> ParseWord(const std::string& text) {
  const auto name = rules::NormaliseField(text);
  return name.ok() ? FromTyped<E>(*name) : std::nullopt;
}

absl::Status ReadVerdict(const CheckRow& row, CheckedCheck& parsed) {
  store::CheckRecord& check = parsed.check;
  ASSIGN_OR_RETURN(check.verdict, ParseVerdictWord(row["verdict"]));
  ASSIGN_OR_RETURN(check.severity, ParseSeverityWord(row["severity"]));
  if (check.verdict != Verdict::kFail && check.severity != Severity::kNone) {
    return credit_errors::SeverityWithoutFailure();
  }
  if (check.verdict == Verdict::kFail && check.severity == Severity::kNone) {
    check.severity = Severity::kGeneral;
    parsed.severity_assumed = true;
  }
  return absl::OkStatus();
}

absl::Status ReadReport(const CheckRow& row, store::CheckRecord& check) {
  ASSIGN_OR_RETURN(const Usci lab, Usci::ParseLenient(row["lab"]));
  check.lab = LabId(lab.str());
  ASSIGN_OR_RETURN(
      check.report_no,
      ReadIdentifier(row["report_no"],
                     {{"report_no"}, kMaxNameLength, Presence::kRequired}));
  ASSIGN_OR_RETURN(check.check, rules::MakeCheckId(check.lab, check.report_no));
  return absl::OkStatus();
}

absl::Status ReadAuthority(const CheckRow& row, store::CheckRecord& check) {
  ASSIGN_OR_RETURN(
      const std::string name,
      ReadText(row["authority"],
               {{"authority"}, kMaxNameLength, Presence::kRequired}));
  ASSIGN_OR_RETURN(const rules::Level level, rules::ParseLevel(row["level"]));
  // White space at the ends of the name is dropped: two authorities differ if
  // their names do, and nobody can see that difference.
  check.authority =
      rules::AuthorityOver(TrimWhiteSpace(name), level, check.usci);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Verdict> ParseVerdictWord(const std::string& text) {
  const auto verdict = ParseWord<Verdict>(text);
  if (!verdict) return credit_errors::UnknownVerdict(text);
  return *verdict;
}

absl::StatusOr<Severity> ParseSeverityWord(const std::string& text) {
  const auto severity = ParseWord<Severity>(text);
  if (!severity) return credit_errors::UnknownSeverity(text);
  return *severity;
}

absl::StatusOr<CheckedCheck> ParseRow(const CheckRow& row, CivilDate today) {
  CheckedCheck parsed;
  store::CheckRecord& check = parsed.check;
  ASSIGN_OR_RETURN(check.usci, Usci::ParseLenient(row["usci"]));
  ASSIGN_OR_RETURN(parsed.line,
                   ParseLine(check.usci, {row["product_name"], row["standard"],
                                          row["trademark"], row["model"]}));
  check.line = parsed.line.line;
  check.product_name = parsed.line.product_name;
  check.standard = parsed.line.standard;
  check.trademark = parsed.line.trademark;
  check.model = parsed.line.model;
  RETURN_IF_ERROR(ReadAuthority(row, check));
  ASSIGN_OR_RETURN(check.sampled, ParseTypedDate(row["sampled"]));
  if (check.sampled > today) {
    return credit_errors::SampledInFuture(check.sampled, today);
  }
  RETURN_IF_ERROR(ReadVerdict(row, parsed));
  RETURN_IF_ERROR(ReadReport(row, check));
  return parsed;
}

}  // namespace spotcheck::app
