#ifndef SPOTCHECK_SERVER_CONVERT_FILTERS_H_
#define SPOTCHECK_SERVER_CONVERT_FILTERS_H_

// Reads the filters of list requests. An empty field and an enumerator
// UNSPECIFIED let everything pass.

#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "lib/app/credit/lists.h"
#include "lib/app/credit/results.h"
#include "lib/base/ids.h"
#include "lib/base/words.h"
#include "server/convert/errors.h"
#include "spotcheck/v1/common.pb.h"
#include "spotcheck/v1/credit.pb.h"

namespace spotcheck::server {

// Error: INVALID_REGION.
absl::StatusOr<Region> ParseRegionFilter(const Field& field);
// Error: UNKNOWN_VALUE.
absl::StatusOr<std::optional<rules::Level>> ParseLevelFilter(v1::Level level);

// Reads the code of a closed list. Error: UNKNOWN_VALUE, which names the codes.
template <typename E>
absl::StatusOr<std::optional<E>> ParseCodeFilter(const Field& field) {
  if (field.value.empty()) return std::nullopt;
  const std::optional<E> found = FromCode<E>(field.value);
  if (found.has_value()) return found;
  std::string known;
  for (const Word<E>& word : kWords<E>) {
    known += (known.empty() ? "" : ", ") + std::string(word.code);
  }
  return UnknownValue(field, known);
}

absl::StatusOr<app::ResultsQuery> Parse(const v1::ListResultsRequest& request);
absl::StatusOr<app::ListEntriesQuery> Parse(
    const v1::ListListEntriesRequest& request);

v1::ListResultsResponse ToProto(const app::Page<store::StoredCheck>& page);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_FILTERS_H_
