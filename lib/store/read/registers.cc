#include "lib/store/read/registers.h"

#include <algorithm>
#include <string>

#include "lib/base/status_macros.h"
#include "lib/store/events/columns.h"
#include "lib/store/events/tags.h"
#include "lib/store/read/register_rows.h"
#include "lib/store/read/rows.h"

namespace spotcheck::store {
namespace {

absl::StatusOr<StoredInspector> ReadInspector(const Sealer& sealer,
                                              const sql::Row& row) {
  StoredInspector stored;
  ASSIGN_OR_RETURN(stored.record,
                   OpenInspector(sealer, {row.Text(0), row.Blob(1)}));
  stored.leaf_index = row.Int(2);
  return stored;
}

}  // namespace

absl::StatusOr<std::optional<StoredEnterprise>> FindEnterprise(
    const View& view, const Usci& usci) {
  static const std::string kSql =
      Select<EnterpriseRecord>("WHERE usci = $usci");
  return FirstRow<StoredEnterprise>(view, kSql, {{"$usci", usci.view()}},
                                    ReadEnterprise);
}

absl::StatusOr<bool> HasEnterprise(const View& view, const Usci& usci) {
  static constexpr char kSql[] =
      "SELECT leaf_index FROM enterprise WHERE usci = $usci";
  ASSIGN_OR_RETURN(
      const auto leaf,
      view.sql().QueryOne(kSql, {{"$usci", usci.view()}},
                          [](const sql::Row& row) { return row.Int(0); }));
  return leaf.has_value();
}

absl::StatusOr<std::optional<StoredProduct>> FindProduct(const View& view,
                                                         const Usci& usci,
                                                         const LineId& line) {
  static const std::string kSql =
      Select<ProductRecord>("WHERE usci = $usci AND line_id = $line_id");
  return FirstRow<StoredProduct>(
      view, kSql, {{"$usci", usci.view()}, {"$line_id", line.str()}},
      ReadProduct);
}

absl::StatusOr<std::optional<StoredLab>> FindLab(const View& view,
                                                 const LabId& lab) {
  static const std::string kSql = Select<LabRecord>("WHERE lab_id = $lab_id");
  return FirstRow<StoredLab>(view, kSql, {{"$lab_id", lab.str()}}, ReadLab);
}

absl::StatusOr<std::optional<StoredInspector>> FindInspector(
    const View& view, const InspectorId& inspector) {
  static constexpr char kSql[] =
      "SELECT badge_tag, sealed, leaf_index FROM inspector "
      "WHERE badge_tag = $badge_tag";
  const std::string tag = BadgeTag(view.sealer(), inspector);
  return FirstRow<StoredInspector>(view, kSql, {{"$badge_tag", tag}},
                                   [&view](const sql::Row& row) {
                                     return ReadInspector(view.sealer(), row);
                                   });
}

absl::StatusOr<std::vector<StoredProduct>> ProductsOf(const View& view,
                                                      const Usci& usci) {
  static const std::string kSql =
      Select<ProductRecord>("WHERE usci = $usci ORDER BY line_id");
  return AllRows<StoredProduct>(view, kSql, {{"$usci", usci.view()}},
                                ReadProduct);
}

absl::StatusOr<std::vector<StoredLab>> AllLabs(const View& view) {
  static const std::string kSql = Select<LabRecord>("ORDER BY lab_id");
  return AllRows<StoredLab>(view, kSql, {}, ReadLab);
}

absl::StatusOr<std::vector<StoredInspector>> AllInspectors(const View& view) {
  static constexpr char kSql[] =
      "SELECT badge_tag, sealed, leaf_index FROM inspector ORDER BY badge_tag";
  ASSIGN_OR_RETURN(auto all, AllRows<StoredInspector>(
                                 view, kSql, {}, [&view](const sql::Row& row) {
                                   return ReadInspector(view.sealer(), row);
                                 }));
  std::sort(all.begin(), all.end(),
            [](const StoredInspector& a, const StoredInspector& b) {
              return a.record.inspector < b.record.inspector;
            });
  return all;
}

}  // namespace spotcheck::store
