#ifndef SPOTCHECK_LIB_STORE_TABLES_REPORT_NUMBER_H_
#define SPOTCHECK_LIB_STORE_TABLES_REPORT_NUMBER_H_

// One report number counts once a laboratory, in whatever dress it comes: the
// table report_number keeps the id of each check and the id that the number
// has in its normal form (rules::MakeCheckId).

#include "absl/status/status.h"
#include "lib/store/sql/write_connection.h"
#include "lib/store/tables/apply.h"

namespace spotcheck::store {

// A laboratory uses a report number once. The statement changes no row where
// another enterprise has the number, which is REPORT_NUMBER_TAKEN.
absl::Status ClaimReportNumber(const Applying& a, const CheckRecord& check);

// Gives the number of a voided check back.
absl::Status FreeReportNumber(const Applying& a, const CheckId& check);

// Fills in the normal ids that a migration left empty, in one transaction.
absl::Status FillPlainIds(sql::WriteConnection& db);

}  // namespace spotcheck::store

#endif  // SPOTCHECK_LIB_STORE_TABLES_REPORT_NUMBER_H_
