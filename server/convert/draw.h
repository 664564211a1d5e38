#ifndef SPOTCHECK_SERVER_CONVERT_DRAW_H_
#define SPOTCHECK_SERVER_CONVERT_DRAW_H_

// DrawService: turns requests into inputs. lib/app checks the rules that
// several fields must satisfy together.

#include <cstdint>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "lib/app/draw/draws.h"
#include "server/convert/common.h"
#include "spotcheck/v1/draw.pb.h"

namespace spotcheck::server {

struct TaskInput {
  app::NewTask task;
  std::optional<CivilDate> as_of;  // absent: today
};
struct PageInput {
  std::int32_t page_size = 0;
  std::string page_token;
};
struct HistoryInput {
  app::HistoryOf of;
  PageInput page;
};
struct TasksInput {
  app::TasksQuery of;  // without its place and limit
  PageInput page;
};
struct PreviewInput {
  TaskId task;
  std::int64_t max_exclusions = 0;
};
struct UnitInput {
  app::AttemptRef ref;
  Usci usci;
};

// The protocol asks for two witnesses. This bound only keeps a request with
// thousands of them from being read.
inline constexpr int kMaxWitnesses = 64;

absl::StatusOr<TaskInput> Parse(const v1::CreateTaskRequest& request);
absl::StatusOr<TaskInput> Parse(const v1::UpdateTaskRequest& request);
absl::StatusOr<app::TaskWithdrawal> Parse(
    const v1::WithdrawTaskRequest& request);
absl::StatusOr<TaskId> Parse(const v1::GetTaskRequest& request);
absl::StatusOr<TasksInput> Parse(const v1::ListTasksRequest& request);
absl::StatusOr<PreviewInput> Parse(const v1::PreviewTaskRequest& request);
absl::StatusOr<app::NewWitness> Parse(
    const v1::RegisterWitnessRequest& request);
absl::StatusOr<PageInput> Parse(const v1::ListWitnessesRequest& request);
absl::StatusOr<TaskId> Parse(const v1::GetNextAttemptRequest& request);

absl::StatusOr<app::CommitRequest> Parse(const v1::CommitDrawRequest& request);
absl::StatusOr<app::CommitRequest> Parse(
    const v1::ReplaceUnitsRequest& request);
absl::StatusOr<app::Reveal> Parse(const v1::RevealContributionRequest& request);
absl::StatusOr<app::BeaconRound> Parse(const v1::ProvideBeaconRequest& request);
absl::StatusOr<app::AttemptRef> Parse(const v1::GetDrawRequest& request);
absl::StatusOr<app::VoidRequest> Parse(const v1::VoidDrawRequest& request);
absl::StatusOr<app::UnitApprovalRequest> Parse(
    const v1::WithdrawUnitRequest& request);
absl::StatusOr<app::UnitApprovalRequest> Parse(
    const v1::CloseDueUnitRequest& request);
absl::StatusOr<app::Approval> Parse(const v1::ApproveDrawRequest& request);
absl::StatusOr<app::AttemptRef> Parse(const v1::OpenDrawRequest& request);
absl::StatusOr<app::AttemptRef> Parse(const v1::ExportBundleRequest& request);

absl::StatusOr<UnitInput> Parse(const v1::ExplainUnitRequest& request);
absl::StatusOr<UnitInput> Parse(const v1::GetUnitProofRequest& request);
absl::StatusOr<app::ReportRequest> Parse(
    const v1::GetDrawReportRequest& request);
absl::StatusOr<HistoryInput> Parse(const v1::ListAttemptsRequest& request);
absl::StatusOr<PageInput> Parse(const v1::GetDrawStatisticsRequest& request);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_DRAW_H_
