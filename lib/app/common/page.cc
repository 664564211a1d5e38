#include "lib/app/common/page.h"

#include "lib/app/common/errors.h"
#include "lib/base/bytes.h"
#include "lib/base/hash.h"

namespace spotcheck::app {
namespace {

// The number of bytes of SHA-256(question) in a token: enough that two
// questions do not share a token by chance, and few enough that a long query
// does not make a long token.
constexpr std::size_t kQuestionBytes = 8;

std::string QuestionTag(const PageQuestion& question) {
  return std::string(Sha256(question.text).view().substr(0, kQuestionBytes));
}

}  // namespace

absl::StatusOr<int> ParsePageSize(int page_size) {
  if (page_size < 0 || page_size > kMaxPageSize) {
    return register_errors::InvalidPageSize(page_size, kMaxPageSize);
  }
  return page_size == 0 ? kDefaultPageSize : page_size;
}

std::string MakePageToken(const PageQuestion& question,
                          std::string_view last_key) {
  return Base64Encode(QuestionTag(question).append(last_key));
}

absl::StatusOr<std::string> ParsePageToken(const PageQuestion& question,
                                           std::string_view token) {
  if (token.empty()) return std::string();
  const absl::StatusOr<std::string> bytes = Base64Decode(token);
  if (!bytes.ok() || bytes->size() <= kQuestionBytes ||
      bytes->substr(0, kQuestionBytes) != QuestionTag(question)) {
    return register_errors::InvalidPageToken();
  }
  return bytes->substr(kQuestionBytes);
}

}  // namespace spotcheck::app
