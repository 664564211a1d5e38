#ifndef SPOTCHECK_SERVER_CONVERT_PARSE_H_
#define SPOTCHECK_SERVER_CONVERT_PARSE_H_

// From the fields of requests to checked values; parsing is the validation.
// Every error names the field. Resource names are read strictly.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "lib/base/civil_date.h"
#include "lib/base/ids.h"
#include "lib/store/events/records.h"
#include "server/convert/errors.h"

namespace spotcheck::server {

// A field that no other rule bounds, such as a page token, has at most so many
// bytes.
inline constexpr std::int64_t kMaxFieldBytes = 4096;

// tasks/{task}, enterprises/{usci}, labs/{usci}, inspectors/{inspector_id},
// listEntries/{entry_id}. INVALID_RESOURCE_NAME.
absl::StatusOr<TaskId> ParseTaskName(const Field& field);
absl::StatusOr<Usci> ParseEnterpriseName(const Field& field);
absl::StatusOr<LabId> ParseLabName(const Field& field);
absl::StatusOr<InspectorId> ParseInspectorName(const Field& field);
absl::StatusOr<std::string> ParseListEntryName(const Field& field);
// enterprises/{usci}/lines/{line_id}
absl::StatusOr<store::LineKey> ParseLineName(const Field& field);
// enterprises/{usci}, or enterprises/- for all (nullopt).
absl::StatusOr<std::optional<Usci>> ParseEnterpriseParent(const Field& field);

// INVALID_USCI as people type it.
absl::StatusOr<Usci> ParseUsci(const Field& field);
// INVALID_ID
absl::StatusOr<TaskId> ParseTaskId(const Field& field);
absl::StatusOr<LineId> ParseLineId(const Field& field);
absl::StatusOr<Stratum> ParseStratum(const Field& field);
absl::StatusOr<Region> ParseRegion(const Field& field);

// INVALID_DATE, INVALID_TIME; empty is absent where the type says so.
absl::StatusOr<CivilDate> ParseDate(const Field& field);
absl::StatusOr<std::optional<CivilDate>> ParseOptionalDate(const Field& field);
absl::StatusOr<std::optional<absl::Time>> ParseOptionalTime(const Field& field);

// 1–200 characters (TEXT_* of the rules), the value itself.
absl::StatusOr<std::string> ParseText(const Field& field);
// At most kMaxFieldBytes of whatever; empty is fine. FIELD_TOO_LARGE.
absl::StatusOr<std::string> ParseShort(const Field& field);
absl::StatusOr<std::string> ParseOptionalText(const Field& field);

// Lower-case hex, answered as it is: 32 bytes, a public key, 64 bytes, or a
// contribution of 16–64 bytes. Values are never quoted.
absl::StatusOr<std::string> ParseDigestHex(const Field& field);
absl::StatusOr<std::string> ParseKeyHex(const Field& field);
absl::StatusOr<std::string> ParseSignatureHex(const Field& field);
absl::StatusOr<std::string> ParseContributionHex(const Field& field);
// 1–100 bytes (rules::kMaxBeaconSignature).
absl::StatusOr<std::string> ParseBeaconSignatureHex(const Field& field);

// 0 for the latest. NUMBER_NOT_IN_RANGE.
absl::StatusOr<std::int64_t> ParseAttempt(std::int32_t attempt);

// Lower-cased; empty stays empty. INVALID_REQUEST_ID.
absl::StatusOr<std::string> ParseRequestId(std::string_view value);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_PARSE_H_
