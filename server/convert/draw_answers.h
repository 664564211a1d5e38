#ifndef SPOTCHECK_SERVER_CONVERT_DRAW_ANSWERS_H_
#define SPOTCHECK_SERVER_CONVERT_DRAW_ANSWERS_H_

// DrawService: turns answers into responses. draw_visibility.h has already
// taken out of an answer what the caller may not see.

#include <string>
#include <vector>

#include "absl/functional/function_ref.h"
#include "lib/app/common/page.h"
#include "lib/app/draw/draws.h"
#include "server/convert/common.h"
#include "spotcheck/v1/draw.pb.h"

namespace spotcheck::server {

using TaskPage = app::Page<store::StoredTask>;
using WitnessPage = app::Page<app::WitnessAnswer>;
struct UnitProofAndKey {
  app::UnitProof proof;
  VerifierKey key;
};
struct ReportPage {
  app::ReportFormat format = app::ReportFormat::kMarkdown;
  std::string text;
};

v1::Task ToProto(const store::StoredTask& task);
v1::ListTasksResponse ToProto(const TaskPage& page);
v1::TaskPreview ToProto(const app::TaskPreview& preview);
v1::RegisteredWitness ToProto(const app::WitnessAnswer& witness);
v1::ListWitnessesResponse ToProto(const WitnessPage& page);
v1::NextAttempt ToProto(const app::NextAttempt& next);
v1::CommitDrawResponse ToProto(const app::CommitAnswer& answer,
                               const VerifierKey& key);
v1::RevealReceipt ToProto(const app::RevealAnswer& answer,
                          const VerifierKey& key);
v1::Draw ToProto(const app::DrawAnswer& draw);
v1::PendingApproval ToProto(const app::PendingApproval& pending);
v1::ApproveDrawResponse ToProto(const app::ApproveAnswer& answer);
v1::UnitExplanation ToProto(const app::UnitExplanation& explanation);
v1::UnitProof ToProto(const UnitProofAndKey& answer);
v1::DrawReport ToProto(const ReportPage& report);

// Sends the files in encoded chunks of at most 1 MiB until `send` answers
// false. An empty file is sent as one chunk without bytes.
void SendChunks(const std::vector<app::BundleFile>& files,
                absl::FunctionRef<bool(const std::string&)> send);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_DRAW_ANSWERS_H_
