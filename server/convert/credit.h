#ifndef SPOTCHECK_SERVER_CONVERT_CREDIT_H_
#define SPOTCHECK_SERVER_CONVERT_CREDIT_H_

// CreditService: turns requests into inputs and answers into responses. The
// rows of an import pass as they were typed: lib/app refuses each bad row by
// itself.

#include <vector>

#include "absl/status/statusor.h"
#include "lib/app/credit/change.h"
#include "lib/app/credit/file.h"
#include "lib/app/credit/import.h"
#include "lib/app/credit/lists.h"
#include "lib/app/credit/record.h"
#include "lib/app/credit/record_many.h"
#include "lib/app/credit/status.h"
#include "spotcheck/v1/credit.pb.h"

namespace spotcheck::server {

absl::StatusOr<app::ResultInput> Parse(const v1::RecordResultRequest& request);
absl::StatusOr<std::vector<store::TestItem>> ParseItems(
    const google::protobuf::RepeatedPtrField<v1::TestItem>& items);
absl::StatusOr<app::ResultsOfTask> Parse(
    const v1::RecordResultsRequest& request);
absl::StatusOr<std::vector<app::CheckRow>> Parse(
    const v1::ImportResultsRequest& request);
absl::StatusOr<app::CreditFileQuery> Parse(
    const v1::GetCreditFileRequest& request);
absl::StatusOr<app::StatusQuery> Parse(
    const v1::BatchGetStatusRequest& request);
absl::StatusOr<app::ListDecision> Parse(
    const v1::DecideListEntryRequest& request);

v1::RecordResultResponse ToProto(const app::ResultAnswer& answer);
v1::ImportResultsResponse ToProto(const app::ImportResultsAnswer& answer);
v1::CreditFile ToProto(const app::CreditFile& file);
v1::BatchGetStatusResponse ToProto(const app::StatusAnswer& answer);
v1::ListListEntriesResponse ToProto(
    const app::Page<store::StoredListEntry>& page);
v1::ListEntry ToProto(const store::StoredListEntry& entry);
v1::Grade ToProto(const app::GradeAnswer& grade);
v1::Check ToProto(const store::StoredCheck& check);
v1::CheckChange ToProto(const store::StoredCheckChange& change);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_CREDIT_H_
