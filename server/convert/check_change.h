#ifndef SPOTCHECK_SERVER_CONVERT_CHECK_CHANGE_H_
#define SPOTCHECK_SERVER_CONVERT_CHECK_CHANGE_H_

// Corrections and voids of checks: turns their requests into inputs and their
// answers into responses.

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/credit/change.h"
#include "lib/store/read/attempts.h"
#include "server/convert/credit.h"
#include "spotcheck/v1/credit.pb.h"

namespace spotcheck::server {

// Errors: FIELD_NOT_CORRECTED for enterprise, task and line; UNKNOWN_VALUE,
// INVALID_DATE, those of texts.
absl::StatusOr<app::CheckChangeInput> Parse(
    const v1::CorrectResultRequest& request);
absl::StatusOr<app::CheckChangeInput> Parse(
    const v1::VoidResultRequest& request);
// Answers the change's id.
absl::StatusOr<std::string> Parse(const v1::ApproveCheckChangeRequest& request);
absl::StatusOr<app::CheckChangesQuery> Parse(
    const v1::ListCheckChangesRequest& request);

v1::ApproveCheckChangeResponse ToProto(const app::CheckChangeAnswer& answer);
v1::ListCheckChangesResponse ToProto(
    const app::Page<store::StoredCheckChange>& page);

// Adds the attempts whose frozen frames cite the check.
void AddCiting(const std::vector<store::AttemptKey>& attempts,
               app::CheckChangeAnswer& answer);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_CHECK_CHANGE_H_
