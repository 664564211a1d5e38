#include "lib/store/read/search.h"

#include <optional>
#include <string>

#include "lib/base/status_macros.h"
#include "lib/store/read/rows.h"
#include "lib/store/tables/search_index.h"

namespace spotcheck::store {
namespace {

// Where at least this many names may contain the part, walking the names in the
// order of the answer is faster than the index: hits come often, and the walk
// ends with the page. Where fewer do, the index finds them and they are sorted.
constexpr std::int64_t kDense = 2'000;

absl::StatusOr<bool> IsDense(const View& view, std::string_view count_sql,
                             std::string_view query) {
  if (query.empty()) return true;
  const std::string pairs = PairQuery(query);
  ASSIGN_OR_RETURN(
      const std::optional<std::int64_t> count,
      view.sql().QueryOne(count_sql, {{"$pairs", pairs}, {"$most", kDense}},
                          [](const sql::Row& row) { return row.Int(0); }));
  return count.value_or(0) >= kDense;
}

absl::StatusOr<Usci> ReadCode(const sql::Row& row) { return ReadUsci(row, 0); }

absl::StatusOr<LineKey> ReadLineKey(const sql::Row& row) {
  ASSIGN_OR_RETURN(const Usci usci, ReadUsci(row, 0));
  return LineKey{usci, LineId(std::string(row.Text(1)))};
}

}  // namespace

absl::StatusOr<std::vector<Usci>> SearchEnterprises(const View& view,
                                                    std::string_view query,
                                                    const Usci& after,
                                                    std::int64_t limit) {
  static constexpr char kCount[] =
      "SELECT COUNT(*) FROM (SELECT rowid FROM enterprise_search "
      "WHERE enterprise_search MATCH $pairs LIMIT $most)";
  static constexpr char kWalk[] =
      "SELECT usci FROM enterprise_name WHERE usci > $after "
      "AND name LIKE $part ESCAPE '!' ORDER BY usci LIMIT $limit";
  static constexpr char kLookUp[] =
      "SELECT usci FROM enterprise_name WHERE doc_id IN "
      "(SELECT rowid FROM enterprise_search "
      "WHERE enterprise_search MATCH $pairs) AND usci > $after "
      "AND name LIKE $part ESCAPE '!' ORDER BY usci LIMIT $limit";
  const std::string part = ContainsPattern(query);
  ASSIGN_OR_RETURN(const bool dense, IsDense(view, kCount, query));
  if (dense) {
    return AllRows<Usci>(
        view, kWalk,
        {{"$after", after.view()}, {"$part", part}, {"$limit", limit}},
        ReadCode);
  }
  const std::string pairs = PairQuery(query);
  return AllRows<Usci>(view, kLookUp,
                       {{"$pairs", pairs},
                        {"$after", after.view()},
                        {"$part", part},
                        {"$limit", limit}},
                       ReadCode);
}

absl::StatusOr<std::vector<LineKey>> SearchProducts(const View& view,
                                                    std::string_view query,
                                                    const LineKey& after,
                                                    std::int64_t limit) {
  static constexpr char kCount[] =
      "SELECT COUNT(*) FROM (SELECT rowid FROM product_search "
      "WHERE product_search MATCH $pairs LIMIT $most)";
  static constexpr char kWalk[] =
      "SELECT usci, line_id FROM product_name "
      "WHERE (usci, line_id) > ($usci, $line) AND name LIKE $part ESCAPE '!' "
      "ORDER BY usci, line_id LIMIT $limit";
  static constexpr char kLookUp[] =
      "SELECT usci, line_id FROM product_name WHERE doc_id IN "
      "(SELECT rowid FROM product_search WHERE product_search MATCH $pairs) "
      "AND (usci, line_id) > ($usci, $line) AND name LIKE $part ESCAPE '!' "
      "ORDER BY usci, line_id LIMIT $limit";
  const std::string part = ContainsPattern(query);
  ASSIGN_OR_RETURN(const bool dense, IsDense(view, kCount, query));
  if (dense) {
    return AllRows<LineKey>(view, kWalk,
                            {{"$usci", after.usci.view()},
                             {"$line", after.line.str()},
                             {"$part", part},
                             {"$limit", limit}},
                            ReadLineKey);
  }
  const std::string pairs = PairQuery(query);
  return AllRows<LineKey>(view, kLookUp,
                          {{"$pairs", pairs},
                           {"$usci", after.usci.view()},
                           {"$line", after.line.str()},
                           {"$part", part},
                           {"$limit", limit}},
                          ReadLineKey);
}

}  // namespace spotcheck::store
