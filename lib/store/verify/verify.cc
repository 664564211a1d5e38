#include <memory>
#include <string>
#include <vector>

#include "lib/base/sealer.h"
#include "lib/base/status_macros.h"
#include "lib/store/journal/database.h"
#include "lib/store/migrations/migrations.h"
#include "lib/store/sql/catalogue.h"
#include "lib/store/sql/write_connection.h"
#include "lib/store/tables/search_index.h"
#include "lib/store/verify/checks.h"

namespace spotcheck::store {
namespace {

// The empty path is a scratch file that SQLite deletes when it is closed.
constexpr char kScratch[] = "";

absl::Status CheckEngine(sql::Connection& live, Findings& findings) {
  ASSIGN_OR_RETURN(const std::vector<std::string> damage,
                   live.catalogue().FindDamage());
  for (const std::string& part : damage) {
    findings.Add("database file: " + part);
  }
  return absl::OkStatus();
}

absl::Status Verify(sql::Connection& live, const Sealer& sealer,
                    Findings& findings) {
  RETURN_IF_ERROR(CheckSchema(live, Migrations()));
  RETURN_IF_ERROR(CheckEngine(live, findings));
  ASSIGN_OR_RETURN(const std::unique_ptr<sql::WriteConnection> scratch,
                   sql::WriteConnection::Open(kScratch));
  RETURN_IF_ERROR(Migrate(*scratch, Migrations()));
  const Sides sides{.live = live, .replayed = *scratch};
  RETURN_IF_ERROR(CompareSchemas(sides, findings));
  RETURN_IF_ERROR(ReplayJournal(live, *scratch, sealer, findings));
  RETURN_IF_ERROR(CompareTables(sides, findings));
  RETURN_IF_ERROR(CheckSearchIndex(*scratch));
  return CompareSearch(sides, findings);
}

}  // namespace

absl::StatusOr<std::vector<std::string>> VerifyDatabase(
    const DatabaseOptions& options, const DatabaseKeys& keys) {
  ASSIGN_OR_RETURN(const std::unique_ptr<sql::ReadConnection> live,
                   sql::ReadConnection::Open(options.path));
  RETURN_IF_ERROR(live->BeginSnapshot());
  Findings findings;
  const absl::Status status = Verify(*live, Sealer(keys.seal_master), findings);
  if (absl::IsDataLoss(status)) {  // a damaged file is a finding
    findings.Add(std::string(status.message().data(), status.message().size()));
  } else {
    RETURN_IF_ERROR(status);
  }
  RETURN_IF_ERROR(live->EndSnapshot());
  return findings.Take();
}

}  // namespace spotcheck::store
