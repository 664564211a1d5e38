#include "lib/store/read/checks.h"

#include <string_view>

#include "lib/base/status_macros.h"
#include "lib/rules/draw/words.h"
#include "lib/store/read/rows.h"
#include "lib/store/read/stored_rows.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {
namespace {

// Every day stands before it.
constexpr char kAfterAllDays[] = "9999-99-99";

constexpr std::int64_t kEveryLevel = -1;

#define SPOTCHECK_CHECK_FILTERS                                            \
  "AND (sampled, usci, check_id) > ($day, $usci_after, $check_after) "     \
  "AND sampled >= $from AND sampled <= $to "                               \
  "AND ($region = '' OR substr(usci, 3, $digits) = $region) "              \
  "AND ($level < 0 OR level = $level) "                                    \
  "AND ($verdict = '' OR verdict = $verdict) "                             \
  "AND ($lab = '' OR lab_id = $lab) "                                      \
  "AND ($category = '' OR EXISTS (SELECT 1 FROM product_line l "           \
  "WHERE l.usci = check_record.usci AND l.line_id = check_record.line_id " \
  "AND l.category = $category)) "                                          \
  "ORDER BY sampled, usci, check_id LIMIT $limit"

}  // namespace

absl::StatusOr<std::vector<StoredCheck>> CheckPage(const View& view,
                                                   const CheckQuery& query) {
  // The three have the same parameters; each is led by another index.
  static const std::string kAll = Select<StoredCheck>(
      "WHERE $task = '' AND $usci = '' " SPOTCHECK_CHECK_FILTERS);
  static const std::string kOfTask = Select<StoredCheck>(
      "WHERE task_id = $task AND task_id <> '' "
      "AND $usci = '' " SPOTCHECK_CHECK_FILTERS);
  static const std::string kOfEnterprise = Select<StoredCheck>(
      "WHERE usci = $usci "
      "AND ($task = '' OR task_id = $task) " SPOTCHECK_CHECK_FILTERS);
  const std::string from = query.from ? query.from->ToString() : "";
  const std::string to = query.to ? query.to->ToString() : kAfterAllDays;
  const std::string_view usci = query.usci ? query.usci->view() : "";
  const std::string_view verdict =
      query.verdict ? CodeOf(*query.verdict) : std::string_view();
  const std::int64_t level =
      query.level ? table::LevelNumber(*query.level) : kEveryLevel;
  const std::string& sql =
      query.usci ? kOfEnterprise : (query.task.empty() ? kAll : kOfTask);
  return AllRows<StoredCheck>(view, sql,
                              {{"$task", query.task.str()},
                               {"$usci", usci},
                               {"$day", query.after.day},
                               {"$usci_after", query.after.usci},
                               {"$check_after", query.after.check},
                               {"$from", from},
                               {"$to", to},
                               {"$region", query.region.str()},
                               {"$digits", query.region.str().size()},
                               {"$level", level},
                               {"$verdict", verdict},
                               {"$lab", query.lab.str()},
                               {"$category", query.category},
                               {"$limit", query.limit}});
}

}  // namespace spotcheck::store
