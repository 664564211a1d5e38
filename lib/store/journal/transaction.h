#ifndef SPOTCHECK_LIB_STORE_JOURNAL_TRANSACTION_H_
#define SPOTCHECK_LIB_STORE_JOURNAL_TRANSACTION_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/entropy.h"
#include "lib/store/journal/database.h"
#include "lib/store/journal/journal_store.h"
#include "lib/store/journal/view.h"
#include "lib/store/sql/write_connection.h"

namespace spotcheck::store {

// A WriteTransaction is the transaction of one body. It appends to the caller's
// JournalWriter; the caller puts that back when it rolls back.
class WriteTransaction final : public Viewing<Transaction> {
 public:
  struct Parts {
    sql::WriteConnection& db;
    const Identity& identity;
    JournalWriter& journal;
    Entropy& entropy;
  };
  WriteTransaction(const Parts& parts, const Mutation& mutation,
                   absl::Time now);

  std::int64_t journal_size() const override { return parts_.journal.size(); }
  absl::Time now() const override { return now_; }
  const std::string& actor() const override { return mutation_.actor; }
  Entropy& entropy() const override { return parts_.entropy; }
  using Transaction::Append;
  absl::StatusOr<std::int64_t> Append(
      const Event& event, const std::vector<Payload>& payloads) override;
  absl::Status StageChunk(const StagedChunk& chunk) override {
    return JournalWriter::StageChunk(parts_.db, sealer(), chunk);
  }
  absl::StatusOr<std::int64_t> DropStagedChunks(std::string_view stage,
                                                std::int64_t limit) override {
    return JournalWriter::DropStagedChunks(parts_.db, stage, limit);
  }
  // Returns "" in a dry run, because a journal that will be rolled back must
  // never be signed.
  absl::StatusOr<std::string> SignedCheckpoint() const override;

 private:
  EventHeader MakeHeader(const std::vector<SaltedPayload>& payloads) const;

  Parts parts_;
  const Mutation& mutation_;
  absl::Time now_;
};

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_JOURNAL_TRANSACTION_H_
