#include "lib/store/read/register_rows.h"

#include <string>

#include "lib/base/status_macros.h"
#include "lib/store/events/columns.h"
#include "lib/store/read/rows.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {

absl::StatusOr<StoredEnterprise> ReadEnterprise(const sql::Row& row) {
  StoredEnterprise stored;
  EnterpriseRecord& record = stored.record;
  ASSIGN_OR_RETURN(record.usci, ReadUsci(row, 0));
  record.name = row.Text(1);
  record.registered_on = row.Text(2);
  record.kind = row.Text(3);
  record.scope = row.Text(4);
  record.province = row.Text(5);
  record.city = row.Text(6);
  record.address = row.Text(7);
  record.state = row.Text(8);
  record.deregistered = row.Int(9) != 0;
  stored.leaf_index = row.Int(10);
  return stored;
}

absl::StatusOr<StoredProduct> ReadProduct(const sql::Row& row) {
  StoredProduct stored;
  ProductRecord& record = stored.record;
  ASSIGN_OR_RETURN(record.usci, ReadUsci(row, 0));
  record.line = LineId(std::string(row.Text(1)));
  record.product_name = row.Text(2);
  record.category = row.Text(3);
  record.standard = row.Text(4);
  record.trademark = row.Text(5);
  record.model = row.Text(6);
  record.gtin = row.Text(7);
  stored.product.name = row.Text(8);
  stored.product.standard = row.Text(9);
  stored.product.trademark = row.Text(10);
  stored.product.model = row.Text(11);
  stored.leaf_index = row.Int(12);
  return stored;
}

absl::StatusOr<StoredLab> ReadLab(const sql::Row& row) {
  StoredLab stored;
  LabRecord& record = stored.record;
  record.lab = LabId(std::string(row.Text(0)));
  record.name = row.Text(1);
  record.accreditation = row.Text(2);
  ASSIGN_OR_RETURN(record.categories, DecodeTexts(row.Text(3)));
  record.capacity = row.Int(4);
  ASSIGN_OR_RETURN(const std::vector<std::string> conflicts,
                   DecodeTexts(row.Text(5)));
  for (const std::string& text : conflicts) {
    absl::StatusOr<Usci> usci = Usci::Parse(text);
    if (!usci.ok()) return ColumnMalformedError("conflicts");
    record.conflicts.push_back(*usci);
  }
  record.state = row.Text(6);
  record.active = row.Int(7) != 0;
  stored.leaf_index = row.Int(8);
  return stored;
}

}  // namespace spotcheck::store
