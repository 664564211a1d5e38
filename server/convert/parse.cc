#include "server/convert/parse.h"

#include <cctype>
#include <utility>

#include "lib/app/common/errors.h"
#include "lib/base/bytes.h"
#include "lib/base/hash.h"
#include "lib/base/signing.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/beacon.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/law/task_rules.h"

namespace spotcheck::server {
namespace {

using app::register_errors::FieldMissing;

constexpr char kIdGrammar[] = "[A-Za-z0-9._-]{1,64}";

// Answers the text after the collection's name; nullopt where the name is of
// another collection.
std::optional<std::string_view> AfterPrefix(std::string_view prefix,
                                            std::string_view value) {
  if (value.substr(0, prefix.size()) != prefix) return std::nullopt;
  return value.substr(prefix.size());
}

// Reads the code in a resource name, which must stand in its normal form.
absl::StatusOr<Usci> UsciOf(const Field& field, std::string_view code) {
  auto usci = Usci::Parse(code);
  if (!usci.ok()) return InField(field.name, usci.status());
  return usci;
}

absl::Status CheckSize(const Field& field) {
  const auto size = static_cast<std::int64_t>(field.value.size());
  if (size > kMaxFieldBytes) {
    return FieldTooLarge(field.name, {size, kMaxFieldBytes});
  }
  return absl::OkStatus();
}

struct HexSize {
  std::size_t least;
  std::size_t most;
  const char* text;
};
absl::StatusOr<std::string> HexOf(const Field& field, const HexSize& size) {
  const std::size_t bytes = field.value.size() / 2;
  if (bytes < size.least || bytes > size.most || !HexDecode(field.value).ok()) {
    return InvalidHexSize(field.name, size.text);
  }
  return std::string(field.value);
}

}  // namespace

absl::StatusOr<std::string> ParseIdName(const Field& field,
                                        const char* pattern) {
  const std::string_view form = pattern;
  const auto id = AfterPrefix(form.substr(0, form.find('{')), field.value);
  if (!id.has_value() || !IsIdText(*id)) {
    return InvalidResourceName(field, pattern);
  }
  return std::string(*id);
}

absl::StatusOr<TaskId> ParseTaskName(const Field& field) {
  ASSIGN_OR_RETURN(std::string id, ParseIdName(field, "tasks/{task}"));
  return TaskId(std::move(id));
}

absl::StatusOr<Usci> ParseEnterpriseName(const Field& field) {
  const auto code = AfterPrefix("enterprises/", field.value);
  if (!code.has_value()) {
    return InvalidResourceName(field, "enterprises/{usci}");
  }
  return UsciOf(field, *code);
}

absl::StatusOr<LabId> ParseLabName(const Field& field) {
  const auto code = AfterPrefix("labs/", field.value);
  if (!code.has_value()) return InvalidResourceName(field, "labs/{usci}");
  ASSIGN_OR_RETURN(const Usci usci, UsciOf(field, *code));
  return LabId(usci.str());
}

absl::StatusOr<InspectorId> ParseInspectorName(const Field& field) {
  ASSIGN_OR_RETURN(std::string id,
                   ParseIdName(field, "inspectors/{inspector_id}"));
  return InspectorId(std::move(id));
}

absl::StatusOr<std::string> ParseListEntryName(const Field& field) {
  return ParseIdName(field, "listEntries/{entry_id}");
}

absl::StatusOr<store::LineKey> ParseLineName(const Field& field) {
  constexpr char kPattern[] = "enterprises/{usci}/lines/{line_id}";
  const auto rest = AfterPrefix("enterprises/", field.value);
  const std::size_t slash =
      rest.has_value() ? rest->find('/') : std::string_view::npos;
  if (slash == std::string_view::npos) {
    return InvalidResourceName(field, kPattern);
  }
  const auto line = AfterPrefix("lines/", rest->substr(slash + 1));
  if (!line.has_value() || !IsIdText(*line)) {
    return InvalidResourceName(field, kPattern);
  }
  ASSIGN_OR_RETURN(const Usci usci, UsciOf(field, rest->substr(0, slash)));
  return store::LineKey{usci, LineId(std::string(*line))};
}

absl::StatusOr<std::optional<Usci>> ParseEnterpriseParent(const Field& field) {
  if (field.value == "enterprises/-") return std::optional<Usci>();
  ASSIGN_OR_RETURN(const Usci usci, ParseEnterpriseName(field));
  return std::optional<Usci>(usci);
}

absl::StatusOr<Usci> ParseUsci(const Field& field) {
  if (field.value.empty()) return FieldMissing({field.name});
  auto usci = Usci::ParseLenient(field.value);
  if (!usci.ok()) return InField(field.name, usci.status());
  return usci;
}

absl::StatusOr<TaskId> ParseTaskId(const Field& field) {
  if (!IsIdText(field.value)) return InvalidId(field, kIdGrammar);
  return TaskId(std::string(field.value));
}

absl::StatusOr<LineId> ParseLineId(const Field& field) {
  if (!IsIdText(field.value)) return InvalidId(field, kIdGrammar);
  return LineId(std::string(field.value));
}

absl::StatusOr<Stratum> ParseStratum(const Field& field) {
  if (!IsStratumText(field.value)) return InvalidId(field, "[A-Z0-9]{1,8}");
  return Stratum(std::string(field.value));
}

absl::StatusOr<Region> ParseRegion(const Field& field) {
  auto region = Region::Parse(field.value);
  if (!region.ok()) return InField(field.name, region.status());
  return region;
}

absl::StatusOr<CivilDate> ParseDate(const Field& field) {
  if (field.value.empty()) return FieldMissing({field.name});
  auto date = CivilDate::Parse(field.value);
  if (!date.ok()) return InField(field.name, date.status());
  return date;
}

absl::StatusOr<std::optional<CivilDate>> ParseOptionalDate(const Field& field) {
  if (field.value.empty()) return std::optional<CivilDate>();
  ASSIGN_OR_RETURN(const CivilDate date, ParseDate(field));
  return std::optional<CivilDate>(date);
}

absl::StatusOr<std::optional<absl::Time>> ParseOptionalTime(
    const Field& field) {
  if (field.value.empty()) return std::optional<absl::Time>();
  const auto time = ParseUtc(field.value);
  if (!time.ok()) return InField(field.name, time.status());
  return std::optional<absl::Time>(*time);
}

absl::StatusOr<std::string> ParseText(const Field& field) {
  if (field.value.empty()) return FieldMissing({field.name});
  RETURN_IF_ERROR(rules::ValidateText(field.value, {field.name}));
  return std::string(field.value);
}

absl::StatusOr<std::string> ParseShort(const Field& field) {
  RETURN_IF_ERROR(CheckSize(field));
  return std::string(field.value);
}

absl::StatusOr<std::string> ParseOptionalText(const Field& field) {
  if (field.value.empty()) return std::string();
  return ParseText(field);
}

absl::StatusOr<std::string> ParseDigestHex(const Field& field) {
  return HexOf(field, {32, 32, "32"});
}

absl::StatusOr<std::string> ParseKeyHex(const Field& field) {
  ASSIGN_OR_RETURN(std::string hex, HexOf(field, {32, 32, "32"}));
  const auto key = VerifyKey::FromHex(hex);
  if (!key.ok()) return InField(field.name, key.status());
  return hex;
}

absl::StatusOr<std::string> ParseSignatureHex(const Field& field) {
  return HexOf(field, {64, 64, "64"});
}

absl::StatusOr<std::string> ParseContributionHex(const Field& field) {
  return HexOf(field,
               {rules::kMinContribution, rules::kMaxContribution, "16–64"});
}

absl::StatusOr<std::string> ParseBeaconSignatureHex(const Field& field) {
  return HexOf(field, {1, rules::kMaxBeaconSignature, "1–100"});
}

absl::StatusOr<std::int64_t> ParseAttempt(std::int32_t attempt) {
  if (attempt < 0 || attempt > rules::kMaxDrawNumber) {
    return NumberNotInRange("attempt", attempt, {0, rules::kMaxDrawNumber});
  }
  return attempt;
}

absl::StatusOr<std::string> ParseRequestId(std::string_view value) {
  constexpr std::string_view kForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  if (value.empty()) return std::string();
  if (value.size() != kForm.size()) return InvalidRequestId(value);
  std::string id;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const auto c = static_cast<unsigned char>(value[i]);
    const bool fits = kForm[i] == '-' ? c == '-' : std::isxdigit(c) != 0;
    if (!fits) return InvalidRequestId(value);
    id += static_cast<char>(std::tolower(c));
  }
  return id;
}

}  // namespace spotcheck::server
