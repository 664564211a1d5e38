#include "client/io/codes.h"

#include <optional>
#include <vector>

#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "lib/base/beijing_time.h"
#include "lib/base/civil_date.h"
#include "lib/base/hash_words.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/list_names.h"
#include "lib/rules/law/policy_words.h"
#include "lib/rules/law/withdrawal.h"
#include "lib/rules/law/words.h"

namespace spotcheck::client {
namespace {

using Words = std::optional<Phrase>;

template <typename E>
Phrase PhraseOf(E value) {
  return {WordOf(value).zh, WordOf(value).en};
}
template <typename E>
Words OfWire(int number) {
  const std::optional<E> value = FromWire<E>(number);
  return value.has_value() ? Words(PhraseOf(*value)) : std::nullopt;
}
template <typename E>
Words OfCode(std::string_view code) {
  const std::optional<E> value = FromCode<E>(code);
  return value.has_value() ? Words(PhraseOf(*value)) : std::nullopt;
}

struct EnumTable {
  std::string_view name;
  Words (*find)(int number);
};
constexpr EnumTable kEnums[] = {
    {"Level", OfWire<rules::Level>},
    {"Purpose", OfWire<rules::Purpose>},
    {"Verdict", OfWire<rules::Verdict>},
    {"Severity", OfWire<rules::Severity>},
    {"HashSuite", OfWire<HashSuite>},
    {"EarlierBy", OfWire<rules::EarlierBy>},
    {"CountedResult", OfWire<rules::EarlierResult>},
    {"SameProduct", OfWire<rules::IdentityScope>},
    {"Anchor", OfWire<rules::Anchor>},
    {"CreditEventKind", OfWire<rules::CreditKind>},
    {"PolicyEffect", OfWire<rules::PolicyEffect>},
};

Words OfListName(std::string_view name) {
  const rules::ListName* list = rules::FindListName(name);
  return list == nullptr ? Words() : Phrase{list->zh, list->en};
}

Words OfWithdrawal(std::string_view code) {
  const rules::WithdrawalReason* reason = rules::FindWithdrawalReason(code);
  return reason == nullptr ? Words() : Phrase{reason->zh, reason->en};
}

// EXCLUDED is what the files of a frame write before the code.
Words OfStatus(std::string_view code) {
  if (code == "EXCLUDED") return Phrase{"排除", "excluded"};
  Words words = OfCode<rules::EnterpriseStatus>(code);
  return words.has_value() ? words : OfCode<rules::LineStatus>(code);
}

Words OfBarReason(std::string_view code) {
  Words words = OfCode<rules::LabBarReason>(code);
  return words.has_value() ? words : OfCode<rules::InspectorBarReason>(code);
}

// The value of a consequence is a severity, a list, a day or a grade.
Words OfConsequence(std::string_view code) {
  if (code.empty()) return std::nullopt;
  Words words = OfCode<rules::Severity>(code);
  return words.has_value() ? words : OfListName(code);
}

// An effect's value is the state of a list entry, of a case or of a unit. The
// day stands behind the state of a closed case.
Words OfEffect(std::string_view code) {
  if (code == "CASE_OPEN") return Phrase{"案件未结", "case open"};
  if (code == "CASE_CLOSED") return Phrase{"案件已结", "case closed"};
  if (code.empty()) return std::nullopt;
  Words words = OfCode<rules::UnitState>(code);
  return words.has_value() ? words : OfListName(code);
}

// The rule of a grade is POINTS_ or GATE_ and the kind of the event.
Words OfGradeRule(std::string_view code) {
  for (const std::string_view prefix : {"POINTS_", "GATE_"}) {
    if (code.substr(0, prefix.size()) == prefix) {
      return OfCode<rules::CreditKind>(code.substr(prefix.size()));
    }
  }
  return std::nullopt;
}

struct FieldTable {
  std::string_view name;  // behind the package
  Words (*find)(std::string_view code);
  const char* separator = ":";  // between a code and what stands behind it
};
constexpr FieldTable kFields[] = {
    {"Consequence.kind", OfCode<rules::ConsequenceKind>},
    {"Consequence.value", OfConsequence},
    {"ChangeEffect.kind", OfCode<rules::EffectKind>},
    {"ChangeEffect.after", OfEffect, " "},
    {"ChangeEffect.before", OfEffect, " "},
    {"CheckChange.kind", OfCode<rules::CheckChangeKind>},
    {"CheckChange.state", OfCode<rules::ApprovalState>},
    {"CreditEvent.kind", OfCode<rules::CreditBlock>},
    {"GradeReason.rule", OfGradeRule},
    {"ListEntry.list", OfListName},
    {"ListEntry.state", OfCode<rules::ListState>},
    {"LineExclusion.code", OfStatus},
    {"StratumPreview.ExcludedEntry.key", OfStatus},
    {"TaskPreview.LinesExcludedEntry.key", OfStatus},
    {"Draw.state", OfCode<rules::AttemptState>},
    {"AttemptSummary.state", OfCode<rules::AttemptState>},
    {"RevealReceipt.state", OfCode<rules::AttemptState>},
    {"ApproveDrawResponse.state", OfCode<rules::AttemptState>},
    {"SelectedLine.state", OfCode<rules::HoldState>},
    {"Bottleneck.kind", OfCode<rules::Pool>},
    {"PendingApproval.kind", OfCode<rules::ApprovalKind>},
    {"PendingApproval.reason", OfWithdrawal, "; "},
    {"ExplainedLine.status", OfStatus},
    {"ExplainedBar.kind", OfCode<rules::Assigned>},
    {"ExplainedBar.reason", OfBarReason},
    {"UnitExplanation.status", OfStatus},
    {"DrawCounts.kind", OfCode<rules::Counted>},
};

constexpr std::string_view kPackage = "spotcheck.v1.";

std::string_view WithoutPackage(std::string_view full_name) {
  return full_name.substr(0, kPackage.size()) == kPackage
             ? full_name.substr(kPackage.size())
             : full_name;
}

}  // namespace

std::string EnumCode(const google::protobuf::EnumValueDescriptor& value) {
  const std::string& unspecified = value.type()->value(0)->name();
  const std::size_t prefix = unspecified.rfind("UNSPECIFIED");
  if (prefix == std::string::npos) return value.name();
  return value.number() == 0 ? std::string() : value.name().substr(prefix);
}

std::string EnumInWords(const google::protobuf::EnumValueDescriptor& value,
                        Language language) {
  if (value.number() == 0) return "";
  for (const EnumTable& table : kEnums) {
    if (table.name != WithoutPackage(value.type()->full_name())) continue;
    if (const Words words = table.find(value.number())) {
      return In(language, *words);
    }
  }
  return EnumCode(value);
}

std::string TextInWords(const google::protobuf::FieldDescriptor& field,
                        std::string_view text, Language language) {
  for (const FieldTable& table : kFields) {
    if (table.name != WithoutPackage(field.full_name())) continue;
    std::vector<std::string> parts =
        absl::StrSplit(std::string(text), table.separator);
    for (std::string& part : parts) {
      if (const Words words = table.find(part)) part = In(language, *words);
    }
    return absl::StrJoin(parts, table.separator);
  }
  const absl::StatusOr<absl::Time> time = ParseUtc(text);
  if (time.ok()) return Spoken(language, InBeijing(*time));
  return std::string(text);
}

}  // namespace spotcheck::client
