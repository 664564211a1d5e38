#ifndef SPOTCHECK_LIB_APP_COMMON_PAGE_H_
#define SPOTCHECK_LIB_APP_COMMON_PAGE_H_

// Page sizes and page tokens of every list. A token is the base64 of the first
// 8 bytes of SHA-256(question) and of the last key. It is valid only for the
// question it came from, and it reveals nothing that the page before did not
// show. Errors: INVALID_PAGE_SIZE, INVALID_PAGE_TOKEN.

#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/limits.h"
#include "lib/base/status_macros.h"

namespace spotcheck::app {

// Checks a page size; 0 stands for kDefaultPageSize.
absl::StatusOr<int> ParsePageSize(int page_size);

// The list and its filters, put into one text.
struct PageQuestion {
  std::string text;
};
std::string MakePageToken(const PageQuestion& question,
                          std::string_view last_key);
// Answers the last key in the token; "" for an empty token.
absl::StatusOr<std::string> ParsePageToken(const PageQuestion& question,
                                           std::string_view token);

struct PageRequest {
  PageQuestion question;
  int size = 0;  // 0 is kDefaultPageSize; at most kMaxPageSize
  std::string token;
};
template <typename Row>
struct Page {
  std::vector<Row> rows;
  std::string next_page_token;  // empty on the last page
};

// Reads one page. `read(after, limit)` must answer at most `limit` rows in the
// order of their keys, from the first one behind the key `after`; "" is the
// start. ReadPage asks for one row more than the page has, to learn if another
// page follows. `key(row)` must not be "".
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
