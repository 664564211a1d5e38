#include "lib/app/credit/results.h"

#include <string_view>

#include "lib/app/common/errors.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/task_rules.h"

namespace spotcheck::app {
namespace {

constexpr std::size_t kDaySize = 10;  // 2026-11-28

std::string DayText(const std::optional<CivilDate>& day) {
  return day ? day->ToString() : std::string();
}

PageQuestion QuestionOf(const store::CheckQuery& filter) {
  return {Lp({"results", filter.task.str(),
              filter.usci ? filter.usci->view() : std::string_view(),
              filter.region.str(), filter.category,
              filter.level ? CodeOf(*filter.level) : std::string_view(),
              filter.verdict ? CodeOf(*filter.verdict) : std::string_view(),
              filter.lab.str(), DayText(filter.from), DayText(filter.to)})};
}

std::string KeyOf(const store::StoredCheck& check) {
  return check.record.sampled.ToString() + check.record.usci.str() +
         check.record.check.str();
}

// Reads what KeyOf wrote.
absl::StatusOr<store::CheckPlace> PlaceOf(const std::string& key) {
  if (key.empty()) return store::CheckPlace();
  constexpr std::size_t kCheck = kDaySize + Usci::kSize;
  if (key.size() <= kCheck) return register_errors::InvalidPageToken();
  store::CheckPlace place{key.substr(0, kDaySize),
                          key.substr(kDaySize, Usci::kSize),
                          key.substr(kCheck)};
  if (!CivilDate::Parse(place.day).ok() || !Usci::Parse(place.usci).ok()) {
    return register_errors::InvalidPageToken();
  }
  return place;
}

}  // namespace

absl::StatusOr<Page<store::StoredCheck>> ListResults(
    const store::View& view, const ResultsQuery& query) {
  using Rows = std::vector<store::StoredCheck>;
  RETURN_IF_ERROR(rules::ValidateCategoryFilter(query.filter.category));
  return ReadPage<store::StoredCheck>(
      {QuestionOf(query.filter), query.page_size, query.page_token},
      [&](const std::string& after, int limit) -> absl::StatusOr<Rows> {
        store::CheckQuery page = query.filter;
        ASSIGN_OR_RETURN(page.after, PlaceOf(after));
        page.limit = limit;
        return store::CheckPage(view, page);
      },
      KeyOf);
}

}  // namespace spotcheck::app
