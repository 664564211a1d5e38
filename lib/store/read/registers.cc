#include "lib/store/read/registers.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/store/events/sealed.h"
#include "lib/store/events/tags.h"
#include "lib/store/read/rows.h"
#include "lib/store/read/search.h"
#include "lib/store/read/stored_rows.h"
#include "lib/store/sql/errors.h"

namespace spotcheck::store {
namespace {

absl::StatusOr<StoredInspector> ReadInspector(const Sealer& sealer,
                                              const sql::Row& row) {
  StoredInspector stored;
  ASSIGN_OR_RETURN(
      stored.record,
      OpenCell<InspectorRecord>(sealer, {InspectorContext(row.Text(0)),
                                         row.Blob(1), "inspector.sealed"}));
  stored.leaf_index = row.Int(2);
  return stored;
}

}  // namespace

absl::StatusOr<std::optional<StoredEnterprise>> FindEnterprise(
    const View& view, const Usci& usci) {
  static const std::string kSql =
      Select<StoredEnterprise>("WHERE usci = $usci");
  return FirstRow<StoredEnterprise>(view, kSql, {{"$usci", usci.view()}});
}

absl::StatusOr<bool> HasEnterprise(const View& view, const Usci& usci) {
  static constexpr char kSql[] = "SELECT 1 FROM enterprise WHERE usci = $usci";
  ASSIGN_OR_RETURN(const std::int64_t found,
                   view.sql().QueryInt(kSql, {{"$usci", usci.view()}}));
  return found == 1;
}

absl::StatusOr<std::optional<StoredProduct>> FindProduct(const View& view,
                                                         const Usci& usci,
                                                         const LineId& line) {
  static const std::string kSql =
      Select<StoredProduct>("WHERE usci = $usci AND line_id = $line_id");
  return FirstRow<StoredProduct>(
      view, kSql, {{"$usci", usci.view()}, {"$line_id", line.str()}});
}

absl::StatusOr<std::optional<StoredLab>> FindLab(const View& view,
                                                 const LabId& lab) {
  static const std::string kSql = Select<StoredLab>("WHERE lab_id = $lab_id");
  return FirstRow<StoredLab>(view, kSql, {{"$lab_id", lab.str()}});
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
      Select<StoredProduct>("WHERE usci = $usci ORDER BY line_id");
  return AllRows<StoredProduct>(view, kSql, {{"$usci", usci.view()}});
}

absl::StatusOr<std::vector<StoredLab>> AllLabs(const View& view) {
  static const std::string kSql = Select<StoredLab>("ORDER BY lab_id");
  return AllRows<StoredLab>(view, kSql, {});
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

namespace {

// Returns the code that `after` begins with. Where `after` is empty, it is the
// empty code, which comes before all others.
absl::StatusOr<Usci> UsciOf(std::string_view after) {
  if (after.empty()) return Usci();
  return Usci::Parse(after.substr(0, Usci::kSize));
}

std::string_view RestOf(std::string_view after) {
  return after.size() <= Usci::kSize ? std::string_view()
                                     : after.substr(Usci::kSize);
}

absl::StatusOr<std::vector<StoredEnterprise>> FoundEnterprises(
    const View& view, const PageQuery& query) {
  ASSIGN_OR_RETURN(const Usci after, UsciOf(query.after));
  ASSIGN_OR_RETURN(
      const std::vector<Usci> codes,
      SearchEnterprises(view, {query.words, query.region}, after, query.limit));
  std::vector<StoredEnterprise> rows;
  for (const Usci& code : codes) {
    ASSIGN_OR_RETURN(auto found, FindEnterprise(view, code));
    if (!found) return ColumnMalformedError("enterprise_search");
    rows.push_back(*std::move(found));
  }
  return rows;
}

absl::StatusOr<std::vector<StoredProduct>> FoundProducts(
    const View& view, const PageQuery& query) {
  ASSIGN_OR_RETURN(const Usci usci, UsciOf(query.after));
  const LineKey after{usci, LineId(std::string(RestOf(query.after)))};
  ASSIGN_OR_RETURN(const std::vector<LineKey> keys,
                   SearchProducts(view, query.words, after, query.limit));
  std::vector<StoredProduct> rows;
  for (const LineKey& key : keys) {
    ASSIGN_OR_RETURN(auto found, FindProduct(view, key.usci, key.line));
    if (!found) return ColumnMalformedError("product_search");
    rows.push_back(*std::move(found));
  }
  return rows;
}

// A code begins with two characters for the kind of its body, and then has the
// region. So the enterprises of a region are one range of codes for each kind
// that the register has; the key finds the next kind and each range.
absl::StatusOr<std::vector<StoredEnterprise>> EnterprisesOfRegion(
    const View& view, const PageQuery& query) {
  constexpr std::size_t kKindSize = 2;
  constexpr char kAfterAllCodes[] = "~";
  static constexpr char kNext[] =
      "SELECT usci FROM enterprise WHERE usci > $after ORDER BY usci LIMIT 1";
  static const std::string kRange = Select<StoredEnterprise>(
      "WHERE usci > $after AND usci < $end ORDER BY usci LIMIT $limit");
  std::vector<StoredEnterprise> rows;
  std::string after = query.after;
  while (std::ssize(rows) < query.limit) {
    ASSIGN_OR_RETURN(
        const std::optional<std::string> next,
        FirstRow<std::string>(
            view, kNext, {{"$after", after}},
            [](const sql::Row& row) -> absl::StatusOr<std::string> {
              return std::string(row.Text(0));
            }));
    if (!next.has_value()) break;
    const std::string kind = next->substr(0, kKindSize);
    const std::string start = kind + query.region.str();
    const std::string end = start + kAfterAllCodes;
    const std::string& from = std::max(after, start);
    ASSIGN_OR_RETURN(auto range,
                     AllRows<StoredEnterprise>(
                         view, kRange,
                         {{"$after", from},
                          {"$end", end},
                          {"$limit", query.limit - std::ssize(rows)}}));
    for (StoredEnterprise& row : range) rows.push_back(std::move(row));
    // The rest of this kind is of other regions.
    after = kind + kAfterAllCodes;
  }
  return rows;
}

}  // namespace

absl::StatusOr<std::vector<StoredEnterprise>> EnterprisePage(
    const View& view, const PageQuery& query) {
  if (!query.words.empty()) return FoundEnterprises(view, query);
  if (!query.region.str().empty()) return EnterprisesOfRegion(view, query);
  static const std::string kSql = Select<StoredEnterprise>(
      "WHERE usci > $after ORDER BY usci LIMIT $limit");
  return AllRows<StoredEnterprise>(
      view, kSql, {{"$after", query.after}, {"$limit", query.limit}});
}

absl::StatusOr<std::vector<StoredProduct>> ProductPage(const View& view,
                                                       const PageQuery& query) {
  if (!query.words.empty()) return FoundProducts(view, query);
  static const std::string kSql = Select<StoredProduct>(
      "WHERE (usci, line_id) > ($usci, $line_id) "
      "ORDER BY usci, line_id LIMIT $limit");
  const std::string_view after = query.after;
  return AllRows<StoredProduct>(view, kSql,
                                {{"$usci", after.substr(0, Usci::kSize)},
                                 {"$line_id", RestOf(after)},
                                 {"$limit", query.limit}});
}

absl::StatusOr<std::vector<StoredLab>> LabPage(const View& view,
                                               const PageQuery& query) {
  static const std::string kSql = Select<StoredLab>(
      "WHERE lab_id > $after AND normal_name LIKE $part1 ESCAPE '!' "
      "AND normal_name LIKE $part2 ESCAPE '!' "
      "AND normal_name LIKE $part3 ESCAPE '!' "
      "AND normal_name LIKE $part4 ESCAPE '!' ORDER BY lab_id LIMIT $limit");
  const WordPatterns parts = PatternsOf(query.words);
  return AllRows<StoredLab>(view, kSql,
                            {{"$after", query.after},
                             {"$part1", parts[0]},
                             {"$part2", parts[1]},
                             {"$part3", parts[2]},
                             {"$part4", parts[3]},
                             {"$limit", query.limit}});
}

}  // namespace spotcheck::store
