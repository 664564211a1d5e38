#include "lib/journal/strict_json.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "lib/base/bytes.h"
#include "lib/base/civil_date.h"
#include "lib/base/status_macros.h"
#include "lib/journal/errors.h"

namespace spotcheck::journal {
namespace {

constexpr std::string_view kByteOrderMark = "\uFEFF";

// Watches a parse and refuses what the library lets pass.
class StrictWatch {
 public:
  // Tells the parser whether to keep the value.
  bool See(int depth, Json::parse_event_t event, const Json& parsed) {
    switch (event) {
      case Json::parse_event_t::object_start:
        names_.emplace_back();
        return Enter(depth);
      case Json::parse_event_t::array_start:
        return Enter(depth);
      case Json::parse_event_t::key:
        Name(parsed.get_ref<const std::string&>());
        return true;
      case Json::parse_event_t::object_end:
        names_.pop_back();
        return true;
      case Json::parse_event_t::array_end:
      case Json::parse_event_t::value:
        return true;
    }
    return true;
  }
  const absl::Status& status() const { return status_; }

 private:
  bool Enter(int depth) {
    if (depth < kMaxJsonDepth) return true;
    if (status_.ok()) status_ = JsonTooDeep(kMaxJsonDepth);
    return false;
  }
  void Name(const std::string& name) {
    const bool is_new = names_.back().insert(name).second;
    if (!is_new && status_.ok()) status_ = JsonMemberRepeated(name);
  }

  std::vector<std::set<std::string>> names_;  // one per open object
  absl::Status status_;
};

absl::StatusOr<const Json*> Member(const Json& object, std::string_view name) {
  if (!object.is_object()) return JsonMemberMissing(name);
  const auto found = object.find(std::string(name));
  if (found == object.end()) return JsonMemberMissing(name);
  return &*found;
}

// Gives `decoded`, but with an error that names the member.
template <typename T>
absl::StatusOr<T> Named(std::string_view name, absl::StatusOr<T> decoded,
                        const Localized& expected) {
  if (!decoded.ok()) return JsonMemberMalformed(name, expected);
  return decoded;
}

}  // namespace

absl::StatusOr<Json> ParseJsonObject(std::string_view text) {
  if (text.size() > kMaxJsonSize) {
    return JsonTooLarge(text.size(), kMaxJsonSize);
  }
  // The library skips a byte order mark, and takes a NUL for the text's end.
  if (text.starts_with(kByteOrderMark) ||
      text.find('\0') != std::string_view::npos) {
    return JsonMalformed();
  }
  StrictWatch watch;
  const auto see = [&watch](int depth, Json::parse_event_t event,
                            Json& parsed) {
    return watch.See(depth, event, parsed);
  };
  Json json = Json::parse(text.begin(), text.end(), see,
                          /*allow_exceptions=*/false);
  RETURN_IF_ERROR(watch.status());
  if (!json.is_object()) return JsonMalformed();
  return json;
}

absl::Status RequireMembers(const Json& object,
                            std::initializer_list<std::string_view> names) {
  if (!object.is_object()) return JsonMalformed();
  for (const std::string_view name : names) {
    RETURN_IF_ERROR(Member(object, name).status());
  }
  for (const auto& item : object.items()) {
    if (std::find(names.begin(), names.end(), item.key()) == names.end()) {
      return JsonMemberUnknown(item.key());
    }
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> TextMember(const Json& object,
                                       std::string_view name) {
  ASSIGN_OR_RETURN(const Json* member, Member(object, name));
  const std::string* text = member->get_ptr<const Json::string_t*>();
  if (text == nullptr) return JsonMemberMalformed(name, {"文本", "a text"});
  return *text;
}

absl::StatusOr<std::uint64_t> IntegerMember(const Json& object,
                                            std::string_view name) {
  ASSIGN_OR_RETURN(const Json* member, Member(object, name));
  const auto* number = member->get_ptr<const Json::number_unsigned_t*>();
  if (number == nullptr || *number > kMaxJsonInteger) {
    return JsonMemberMalformed(
        name, {"0 至 2^53-1 的整数", "an integer from 0 to 2^53-1"});
  }
  return *number;
}

absl::StatusOr<std::string> HexMember(const Json& object,
                                      std::string_view name) {
  ASSIGN_OR_RETURN(std::string text, TextMember(object, name));
  return Named(name, HexDecode(text),
               {"小写十六进制", "lower-case hexadecimal"});
}

absl::StatusOr<Digest> DigestMember(const Json& object, std::string_view name) {
  ASSIGN_OR_RETURN(std::string text, TextMember(object, name));
  return Named(name, DigestFromHex(text),
               {"64 位小写十六进制", "64 lower-case hex digits"});
}

absl::StatusOr<std::string> Base64Member(const Json& object,
                                         std::string_view name) {
  ASSIGN_OR_RETURN(std::string text, TextMember(object, name));
  return Named(name, Base64Decode(text), {"规范的 base64", "canonical base64"});
}

absl::StatusOr<absl::Time> TimeMember(const Json& object,
                                      std::string_view name) {
  ASSIGN_OR_RETURN(std::string text, TextMember(object, name));
  return Named(name, ParseUtc(text), {"UTC 时间", "a time in UTC"});
}

absl::StatusOr<const Json*> ArrayMember(const Json& object,
                                        std::string_view name) {
  ASSIGN_OR_RETURN(const Json* member, Member(object, name));
  if (!member->is_array()) {
    return JsonMemberMalformed(name, {"数组", "an array"});
  }
  return member;
}

absl::StatusOr<const Json*> ObjectMember(const Json& object,
                                         std::string_view name) {
  ASSIGN_OR_RETURN(const Json* member, Member(object, name));
  if (!member->is_object()) {
    return JsonMemberMalformed(name, {"对象", "an object"});
  }
  return member;
}

}  // namespace spotcheck::journal
