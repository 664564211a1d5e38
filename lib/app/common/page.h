#ifndef SPOTCHECK_LIB_APP_COMMON_PAGE_H_
#define SPOTCHECK_LIB_APP_COMMON_PAGE_H_

// Page sizes and tokens of every list. A token is the base64 of 8 bytes of
// SHA-256(question) and the last key: it serves only the question it came from,
// and holds nothing that the page before did not show. Errors:
// INVALID_PAGE_SIZE, INVALID_PAGE_TOKEN.

#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/limits.h"
#include "lib/base/status_macros.h"

namespace spotcheck::app {

// 0 is kDefaultPageSize.
absl::StatusOr<int> ParsePageSize(int page_size);

// What is asked for: the list and its filters, in one text.
struct PageQuestion {
  std::string text;
};
std::string MakePageToken(const PageQuestion& question,
                          std::string_view last_key);
// The last key; "" for the empty token.
absl::StatusOr<std::string> ParsePageToken(const PageQuestion& question,
                                           std::string_view token);

struct PageRequest {
  PageQuestion question;
  int size = 0;  // 0: kDefaultPageSize; at most kMaxPageSize
  std::string token;
};
template <typename Row>
struct Page {
  std::vector<Row> rows;
  std::string next_page_token;  // empty on the last page
};

// The page of the rows that `read(after, limit)` answers in the order of their
// keys: at most `limit`, after the key `after` ("" from the start). One row
// more than the page is asked for: it tells whether another page follows.
// `key(row)` is not "".
template <typename Row, typename Read, typename Key>
absl::StatusOr<Page<Row>> ReadPage(const PageRequest& request, Read read,
                                   Key key) {
  ASSIGN_OR_RETURN(const int size, ParsePageSize(request.size));
  ASSIGN_OR_RETURN(const std::string after,
                   ParsePageToken(request.question, request.token));
  Page<Row> page;
  ASSIGN_OR_RETURN(page.rows, read(after, size + 1));
  if (std::ssize(page.rows) > size) {
    page.rows.pop_back();
    page.next_page_token =
        MakePageToken(request.question, key(page.rows.back()));
  }
  return page;
}

}  // namespace spotcheck::app

#endif  // SPOTCHECK_LIB_APP_COMMON_PAGE_H_
