#include "lib/store/journal/database.h"

#include <utility>

#include "lib/base/status_macros.h"
#include "lib/journal/note.h"
#include "lib/store/journal/journal_store.h"
#include "lib/store/journal/log_copier.h"
#include "lib/store/journal/reader_pool.h"
#include "lib/store/journal/writer.h"
#include "lib/store/migrations/migrations.h"
#include "lib/store/sql/errors.h"
#include "lib/store/sql/write_connection.h"
#include "lib/store/tables/report_number.h"

namespace spotcheck::store {
namespace {

constexpr char kInMemory[] = ":memory:";

}  // namespace

Database::Database(Identity identity, Clock& clock)
    : identity_(std::move(identity)), clock_(clock) {}
Database::~Database() = default;

absl::StatusOr<std::unique_ptr<Database>> Database::Open(
    const DatabaseOptions& options, const DatabaseKeys& keys, Clock& clock,
    Entropy& entropy) {
  std::unique_ptr<Database> database(new Database(
      {options.origin, keys.journal, Sealer(keys.seal_master)}, clock));
  RETURN_IF_ERROR(database->Start(options, entropy));
  return database;
}

absl::Status Database::Start(const DatabaseOptions& options, Entropy& entropy) {
  ASSIGN_OR_RETURN(const journal::NoteVerifier verifier,
                   journal::NoteVerifier::Create(identity_.origin,
                                                 identity_.key.verify_key()));
  verifier_key_ = verifier.ToString();
  ASSIGN_OR_RETURN(std::unique_ptr<sql::WriteConnection> db,
                   sql::WriteConnection::Open(options.path));
  RETURN_IF_ERROR(Migrate(*db, Migrations()));
  RETURN_IF_ERROR(FillPlainIds(*db));
  // A full disk leaves what nobody needs to the next start, and reads go on.
  if (const absl::Status swept = JournalWriter::SweepStages(*db, clock_.Now());
      !IsDiskFull(swept)) {
    RETURN_IF_ERROR(swept);
  }
  if (options.path != kInMemory) {
    ASSIGN_OR_RETURN(
        readers_, ReaderPool::Open(options.path, options.readers, identity_));
    ASSIGN_OR_RETURN(copier_, LogCopier::Open(options.path));
  }
  ASSIGN_OR_RETURN(writer_,
                   Writer::Create(std::move(db), {.identity = identity_,
                                                  .clock = clock_,
                                                  .entropy = entropy,
                                                  .copier = copier_.get()}));
  return absl::OkStatus();
}

absl::StatusOr<std::string> Database::Write(const Mutation& mutation,
                                            Body body) {
  return writer_->Write(mutation, body);
}

absl::Status Database::CanWrite() const { return writer_->CanWrite(); }

absl::Status Database::Read(absl::FunctionRef<absl::Status(const View&)> body) {
  return ReadTogether(1, [&](Views views) { return body(*views.front()); });
}

absl::Status Database::ReadTogether(
    std::size_t most, absl::FunctionRef<absl::Status(Views)> body) {
  if (readers_ != nullptr) return readers_->ReadTogether(most, body);
  return writer_->Read([&](const View& view) {
    const View* const one = &view;
    return body(Views(&one, 1));
  });
}

absl::Status Database::Checkpoint() {
  return copier_ != nullptr ? copier_->CopyAll() : absl::OkStatus();
}

}  // namespace spotcheck::store
