#include "lib/store/journal/payload_stage.h"

#include <algorithm>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/journal/journal_store.h"

namespace spotcheck::store {
namespace {

// Staged chunks are as large as those of other payloads (kChunkSize in
// journal_store.cc).
constexpr std::size_t kChunk = std::size_t{1} << 20;
// One mutation writes this much: enough that the disk's flushes do not count,
// so little that it takes a group commit a few hundredths of a second.
constexpr std::size_t kStep = 4 * kChunk;
constexpr std::int64_t kDroppedAtOnce = 16;  // chunks

Mutation SystemMutation() {
  Mutation mutation;
  mutation.actor = "spotcheckd";
  return mutation;
}

}  // namespace

PayloadStage::PayloadStage(Database& db, std::string name)
    : db_(db), name_(std::move(name)) {}

PayloadStage::~PayloadStage() {
  if (stage_.empty()) return;
  bool more = true;
  while (more) {
    const absl::StatusOr<std::string> dropped = db_.Write(
        SystemMutation(), [&](Transaction& tx) -> absl::StatusOr<std::string> {
          ASSIGN_OR_RETURN(const std::int64_t count,
                           tx.DropStagedChunks(stage_, kDroppedAtOnce));
          return std::string(count == kDroppedAtOnce ? "more" : "");
        });
    more = dropped.ok() && !dropped->empty();
  }
}

void PayloadStage::Add(std::string_view bytes) {
  if (!status_.ok()) return;
  buffer_ += bytes;
  if (buffer_.size() >= kStep) status_ = Flush();
}

// Chooses the stage's name and salt before its first bytes are written.
absl::Status PayloadStage::Begin() {
  std::string salt;
  RETURN_IF_ERROR(db_.Write(SystemMutation(),
                            [&](Transaction& tx) {
                              stage_ = MakeStageId(tx.now(), tx.entropy());
                              salt = MakeSalt(tx.entropy());
                              return absl::StatusOr<std::string>("");
                            })
                      .status());
  buffer_.insert(0, salt);
  return absl::OkStatus();
}

absl::Status PayloadStage::Flush() {
  if (stage_.empty()) RETURN_IF_ERROR(Begin());
  hasher_.Update(buffer_);
  RETURN_IF_ERROR(Write(buffer_));
  buffer_.clear();
  return absl::OkStatus();
}

absl::Status PayloadStage::Write(std::string_view bytes) {
  const auto stage = [&](Transaction& tx) -> absl::StatusOr<std::string> {
    std::int64_t chunk = chunks_;
    for (std::string_view rest = bytes; !rest.empty();
         rest.remove_prefix(std::min(kChunk, rest.size()))) {
      RETURN_IF_ERROR(tx.StageChunk({stage_, chunk++, rest.substr(0, kChunk)}));
    }
    return std::string();
  };
  RETURN_IF_ERROR(db_.Write(SystemMutation(), stage).status());
  chunks_ += static_cast<std::int64_t>((bytes.size() + kChunk - 1) / kChunk);
  return absl::OkStatus();
}

absl::StatusOr<Payload> PayloadStage::Finish() {
  RETURN_IF_ERROR(status_);
  if (stage_.empty()) return Payload{name_, std::move(buffer_)};
  if (!buffer_.empty()) RETURN_IF_ERROR(Flush());
  return Payload{name_, "",
                 StagedBytes{stage_, hasher_.Final().ToHex(), chunks_}};
}

}  // namespace spotcheck::store
