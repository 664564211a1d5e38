#ifndef SPOTCHECK_SERVER_RULEBOOK_SPOT_H_
#define SPOTCHECK_SERVER_RULEBOOK_SPOT_H_

// Reads a rule file field by field, so that a refusal can name file and line.

#include <google/protobuf/message.h>
#include <google/protobuf/text_format.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "lib/base/error.h"
#include "lib/rules/law/policy.h"
#include "server/rulebook/errors.h"
#include "server/setup/errors.h"
#include "spotcheck/v1/config.pb.h"

namespace spotcheck::server {

// One message of a rule file with its place in the text. `message` and `tree`
// outlive it.
class RuleSpot {
 public:
  using Tree = google::protobuf::TextFormat::ParseInfoTree;
  RuleSpot(RulePlace place, const google::protobuf::Message& message,
           const Tree* tree)
      : place_(std::move(place)), message_(message), tree_(tree) {}

  // The place of the field; the place of this message where the field is
  // missing.
  RulePlace Place(const char* field, int index = -1) const;
  absl::Status Invalid(const char* field) const;
  // Answers the number where it lies in its range.
  absl::StatusOr<std::int64_t> Number(const RuleNumber& number) const;
  RuleSpot Nested(const char* field, const google::protobuf::Message& nested,
                  int index = -1) const;

 private:
  RulePlace place_;
  const google::protobuf::Message& message_;
  const Tree* tree_;
};

// Answers the value, or the refusal with the field it came from.
template <typename T>
absl::StatusOr<T> Needed(const RuleSpot& spot, const char* field,
                         std::optional<T> value) {
  if (!value.has_value()) return spot.Invalid(field);
  return *std::move(value);
}

// Reads a number of months or years up to `period.most`; 0 means that the rule
// has no period.
absl::StatusOr<std::optional<int>> RulePeriod(const RuleSpot& spot,
                                              const RuleNumber& period);
// `spot` is the message that contains the source.
absl::StatusOr<rules::Source> RuleSource(const RuleSpot& spot,
                                         const v1::Source& source);
absl::StatusOr<std::set<rules::Level>> RuleLevels(
    const RuleSpot& spot, const char* field,
    const google::protobuf::RepeatedField<int>& levels);
Localized RuleText(const v1::LocalizedText& text);

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_RULEBOOK_SPOT_H_
