#include "lib/store/read/register_rows.h"

#include "lib/base/status_macros.h"

namespace spotcheck::store {

absl::StatusOr<StoredEnterprise> ReadEnterprise(const sql::Row& row) {
  return ReadStored<EnterpriseRecord>(row);
}

absl::StatusOr<StoredProduct> ReadProduct(const sql::Row& row) {
  return ReadStoredProduct<StoredProduct>(row);
}

absl::StatusOr<StoredLab> ReadLab(const sql::Row& row) {
  return ReadStored<LabRecord>(row);
}

}  // namespace spotcheck::store
