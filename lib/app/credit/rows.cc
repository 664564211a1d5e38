#include "lib/app/credit/rows.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "lib/app/common/fields.h"
#include "lib/app/credit/errors.h"
#include "lib/app/register/rows.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/law/authority.h"
#include "lib/rules/law/product_key.h"

namespace spotcheck::app {
namespace {

template <typename Value>
struct Word {
  std::string_view text;  // in normal form
  Value value;
};

using store::Severity;
using store::Verdict;

constexpr auto kVerdictWords = std::to_array<Word<Verdict>>({
    {"合格", Verdict::kPass},
    {"符合", Verdict::kPass},
    {"通过", Verdict::kPass},
    {"pass", Verdict::kPass},
    {"passed", Verdict::kPass},
    {"不合格", Verdict::kFail},
    {"不符合", Verdict::kFail},
    {"未通过", Verdict::kFail},
    {"fail", Verdict::kFail},
    {"failed", Verdict::kFail},
    {"检验中", Verdict::kPending},
    {"检测中", Verdict::kPending},
    {"在检", Verdict::kPending},
    {"待检", Verdict::kPending},
    {"待定", Verdict::kPending},
    {"pending", Verdict::kPending},
});

constexpr auto kSeverityWords = std::to_array<Word<Severity>>({
    {"", Severity::kNone},
    {"严重", Severity::kSerious},
    {"严重不合格", Severity::kSerious},
    {"serious", Severity::kSerious},
    {"一般", Severity::kGeneral},
    {"一般不合格", Severity::kGeneral},
    {"轻微", Severity::kGeneral},
    {"general", Severity::kGeneral},
});

template <typename Words>
auto FindWord(const Words& words, std::string_view text) {
  return std::find_if(words.begin(), words.end(),
                      [text](const auto& word) { return word.text == text; });
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
      ReadText(row["report_no"],
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
  // Bodies are told by their exact name: what cannot be seen must not matter.
  check.authority =
      rules::AuthorityOver(TrimWhiteSpace(name), level, check.usci);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<Verdict> ParseVerdictWord(const std::string& text) {
  const auto name = rules::NormaliseField(text);
  const auto found = FindWord(kVerdictWords, name.value_or(std::string()));
  if (!name.ok() || found == kVerdictWords.end()) {
    return credit_errors::UnknownVerdict(text);
  }
  return found->value;
}

absl::StatusOr<Severity> ParseSeverityWord(const std::string& text) {
  const auto name = rules::NormaliseField(text);
  const auto found = FindWord(kSeverityWords, name.value_or(std::string()));
  if (!name.ok() || found == kSeverityWords.end()) {
    return credit_errors::UnknownSeverity(text);
  }
  return found->value;
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
