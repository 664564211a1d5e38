#include "lib/store/read/search.h"

#include <string>

#include "lib/base/status_macros.h"
#include "lib/store/read/rows.h"
#include "lib/store/tables/search_index.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {
namespace {

// Where at least this many names may contain the part, walking the names in the
// order of the answer is faster than the index: hits come often, and the walk
// ends with the page. Where fewer do, the index finds them and they are sorted.
constexpr std::int64_t kDense = 2'000;

// The statements of a search: count counts the names that may contain the part,
// walk and look_up find the keys without and with the index.
struct SearchSql {
  std::string_view count;
  std::string_view walk;
  std::string_view look_up;
};

// Returns the query that finds the names with all pairs of all words.
std::string PairsOf(const std::vector<std::string>& words) {
  std::string pairs;
  for (const std::string& word : words) {
    pairs += (pairs.empty() ? "" : " ") + PairQuery(word);
  }
  return pairs;
}

// `bindings` are the parameters that walk and look_up have beside the parts and
// $pairs.
template <typename Key>
absl::StatusOr<std::vector<Key>> Search(
    const View& view, const SearchSql& sql,
    const std::vector<std::string>& words, std::vector<sql::Binding> bindings,
    absl::FunctionRef<absl::StatusOr<Key>(const sql::Row&)> read) {
  const WordPatterns parts = PatternsOf(words);
  bindings.push_back({"$part1", parts[0]});
  bindings.push_back({"$part2", parts[1]});
  bindings.push_back({"$part3", parts[2]});
  bindings.push_back({"$part4", parts[3]});
  const std::string pairs = PairsOf(words);
  std::int64_t count = kDense;
  if (!words.empty()) {
    ASSIGN_OR_RETURN(
        count,
        view.sql().QueryInt(sql.count, {{"$pairs", pairs}, {"$most", kDense}}));
  }
  if (count >= kDense) return AllRows<Key>(view, sql.walk, bindings, read);
  bindings.push_back({"$pairs", pairs});
  return AllRows<Key>(view, sql.look_up, bindings, read);
}

#define SPOTCHECK_NAME_HOLDS_WORDS                                   \
  "AND name LIKE $part1 ESCAPE '!' AND name LIKE $part2 ESCAPE '!' " \
  "AND name LIKE $part3 ESCAPE '!' AND name LIKE $part4 ESCAPE '!' "

}  // namespace

WordPatterns PatternsOf(const std::vector<std::string>& words) {
  WordPatterns patterns;
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    patterns[i] = ContainsPattern(i < words.size() ? words[i] : "");
  }
  return patterns;
}

absl::StatusOr<std::vector<Usci>> SearchEnterprises(
    const View& view, const EnterpriseSearch& search, const Usci& after,
    std::int64_t limit) {
  static constexpr SearchSql kSql = {
      .count =
          "SELECT COUNT(*) FROM (SELECT rowid FROM enterprise_search "
          "WHERE enterprise_search MATCH $pairs LIMIT $most)",
      .walk =
          "SELECT usci FROM enterprise_name WHERE usci > $after "
          "AND ($region = '' OR substr(usci, 3, $digits) = "
          "$region) " SPOTCHECK_NAME_HOLDS_WORDS "ORDER BY usci LIMIT $limit",
      .look_up =
          "SELECT usci FROM enterprise_name WHERE doc_id IN "
          "(SELECT rowid FROM enterprise_search "
          "WHERE enterprise_search MATCH $pairs) AND usci > $after "
          "AND ($region = '' OR substr(usci, 3, $digits) = "
          "$region) " SPOTCHECK_NAME_HOLDS_WORDS "ORDER BY usci LIMIT $limit"};
  return Search<Usci>(view, kSql, search.words,
                      {{"$after", after.view()},
                       {"$region", search.region.str()},
                       {"$digits", search.region.str().size()},
                       {"$limit", limit}},
                      [](const sql::Row& row) {
                        return table::FromCell<Usci>(row, 0, "usci");
                      });
}

absl::StatusOr<std::vector<LineKey>> SearchProducts(
    const View& view, const std::vector<std::string>& words,
    const LineKey& after, std::int64_t limit) {
  static constexpr SearchSql kSql = {
      .count =
          "SELECT COUNT(*) FROM (SELECT rowid FROM product_search "
          "WHERE product_search MATCH $pairs LIMIT $most)",
      .walk =
          "SELECT usci, line_id FROM product_name "
          "WHERE (usci, line_id) > ($usci, $line) " SPOTCHECK_NAME_HOLDS_WORDS
          "ORDER BY usci, line_id LIMIT $limit",
      .look_up =
          "SELECT usci, line_id FROM product_name WHERE doc_id IN "
          "(SELECT rowid FROM product_search "
          "WHERE product_search MATCH $pairs) "
          "AND (usci, line_id) > ($usci, $line) " SPOTCHECK_NAME_HOLDS_WORDS
          "ORDER BY usci, line_id LIMIT $limit"};
  return Search<LineKey>(
      view, kSql, words,
      {{"$usci", after.usci.view()},
       {"$line", after.line.str()},
       {"$limit", limit}},
      [](const sql::Row& row) -> absl::StatusOr<LineKey> {
        ASSIGN_OR_RETURN(const Usci usci,
                         table::FromCell<Usci>(row, 0, "usci"));
        return LineKey{usci, LineId(std::string(row.Text(1)))};
      });
}

}  // namespace spotcheck::store
