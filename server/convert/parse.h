#ifndef SPOTCHECK_SERVER_CONVERT_PARSE_H_
#define SPOTCHECK_SERVER_CONVERT_PARSE_H_

// Turns the fields of requests into checked values; a field is validated by
// being parsed. Every error names its field. A resource name has one spelling
// only.

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

// The bound of a field that has no rule of its own, such as a page token.
inline constexpr std::int64_t kMaxFieldBytes = 4096;

// Resource names: tasks/{task}, enterprises/{usci}, labs/{usci},
// inspectors/{inspector_id}, listEntries/{entry_id}. Error:
// INVALID_RESOURCE_NAME.
absl::StatusOr<TaskId> ParseTaskName(const Field& field);
absl::StatusOr<Usci> ParseEnterpriseName(const Field& field);
absl::StatusOr<LabId> ParseLabName(const Field& field);
absl::StatusOr<InspectorId> ParseInspectorName(const Field& field);
absl::StatusOr<std::string> ParseListEntryName(const Field& field);
// Reads the id in any resource name of the pattern "collection/{id}".
absl::StatusOr<std::string> ParseIdName(const Field& field,
                                        const char* pattern);
// Reads enterprises/{usci}/lines/{line_id}.
absl::StatusOr<store::LineKey> ParseLineName(const Field& field);
// Reads enterprises/{usci}; enterprises/- stands for all and is nullopt.
absl::StatusOr<std::optional<Usci>> ParseEnterpriseParent(const Field& field);

// Takes a code as people type it, and answers its normal form. Error:
// INVALID_USCI.
absl::StatusOr<Usci> ParseUsci(const Field& field);
// Error: INVALID_ID.
absl::StatusOr<TaskId> ParseTaskId(const Field& field);
absl::StatusOr<LineId> ParseLineId(const Field& field);
absl::StatusOr<Stratum> ParseStratum(const Field& field);
absl::StatusOr<Region> ParseRegion(const Field& field);

// Errors: INVALID_DATE, INVALID_TIME. An empty field is nullopt where the
// function answers an optional.
absl::StatusOr<CivilDate> ParseDate(const Field& field);
absl::StatusOr<std::optional<CivilDate>> ParseOptionalDate(const Field& field);
absl::StatusOr<std::optional<absl::Time>> ParseOptionalTime(const Field& field);

// Answers a text of 1–200 characters unchanged. Errors: the TEXT_* of
// lib/rules.
absl::StatusOr<std::string> ParseText(const Field& field);
// Answers any text of at most kMaxFieldBytes, the empty one too. Error:
// FIELD_TOO_LARGE.
absl::StatusOr<std::string> ParseShort(const Field& field);
absl::StatusOr<std::string> ParseOptionalText(const Field& field);

// Reads lower-case hex and answers it unchanged: 32 bytes, a public key, a
// signature of 64 bytes, or a contribution of 16–64 bytes. Errors never quote
// the value, which may be a secret.
absl::StatusOr<std::string> ParseDigestHex(const Field& field);
absl::StatusOr<std::string> ParseKeyHex(const Field& field);
absl::StatusOr<std::string> ParseSignatureHex(const Field& field);
absl::StatusOr<std::string> ParseContributionHex(const Field& field);
// Reads 1–100 bytes in hex (rules::kMaxBeaconSignature).
absl::StatusOr<std::string> ParseBeaconSignatureHex(const Field& field);

// The number of an attempt; 0 stands for the latest. Error:
// NUMBER_NOT_IN_RANGE.
absl::StatusOr<std::int64_t> ParseAttempt(std::int32_t attempt);

// Answers the UUID in lower case; an empty value stays empty. Error:
// INVALID_REQUEST_ID.
absl::StatusOr<std::string> ParseRequestId(std::string_view value);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_PARSE_H_
