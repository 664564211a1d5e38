#include "lib/journal/strict_json.h"

#include <string>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"

namespace spotcheck::journal {
namespace {

using ::spotcheck::testing::StatusReasonIs;

TEST(StrictJson, TextsThatReadersUnderstandDifferentlyAreRefused) {
  const struct {
    std::string text;
    std::string reason;
  } cases[] = {
      {"", "JSON_MALFORMED"},
      {"null", "JSON_MALFORMED"},
      {"[]", "JSON_MALFORMED"},
      {"{", "JSON_MALFORMED"},
      {"{}x", "JSON_MALFORMED"},
      {"{}{}", "JSON_MALFORMED"},
      {std::string("{}\0", 3), "JSON_MALFORMED"},
      {std::string("{}\0junk", 7), "JSON_MALFORMED"},
      {"\xEF\xBB\xBF{}", "JSON_MALFORMED"},
      {"{/* comment */}", "JSON_MALFORMED"},
      {"{\"a\":1,}", "JSON_MALFORMED"},
      {"{'a':1}", "JSON_MALFORMED"},
      {"{\"a\":NaN}", "JSON_MALFORMED"},
      {"{\"a\":1e999}", "JSON_MALFORMED"},
      {"{\"a\":\"\xFF\"}", "JSON_MALFORMED"},
      {"{\"a\":\"\xED\xA0\x80\"}", "JSON_MALFORMED"},
      {"{\"a\":\"\\ud800\"}", "JSON_MALFORMED"},
      {"{\"a\":\"tab\there\"}", "JSON_MALFORMED"},
      {"{\"a\":1,\"a\":1}", "JSON_MEMBER_REPEATED"},
      {"{\"a\":1,\"\\u0061\":1}", "JSON_MEMBER_REPEATED"},
      {"{\"x\":[{\"a\":1,\"b\":{},\"a\":2}]}", "JSON_MEMBER_REPEATED"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(ParseJsonObject(c.text), StatusReasonIs(c.reason)) << c.text;
  }
}

TEST(StrictJson, TheSameMemberInDifferentObjectsIsNoRepetition) {
  EXPECT_OK(ParseJsonObject(R"( {"a":{"a":[{"a":1},{"a":2}]},"b":{"a":3}} )"));
}

TEST(StrictJson, DepthAndSizeAreLimited) {
  const std::string at_limit = "{\"a\":" + std::string(kMaxJsonDepth - 1, '[') +
                               std::string(kMaxJsonDepth - 1, ']') + "}";
  EXPECT_OK(ParseJsonObject(at_limit));
  const std::string flood(1000000, '[');
  EXPECT_THAT(ParseJsonObject("{\"a\":" + flood),
              StatusReasonIs("JSON_TOO_DEEP"));
  std::string objects;
  for (int i = 0; i < 100000; ++i) objects += "{\"a\":";
  EXPECT_THAT(ParseJsonObject(objects), StatusReasonIs("JSON_TOO_DEEP"));
  EXPECT_THAT(ParseJsonObject(std::string(kMaxJsonSize + 1, ' ')),
              StatusReasonIs("JSON_TOO_LARGE"));
}

TEST(StrictJson, MembersAreReadWithTheirTypeChecked) {
  ASSERT_OK_AND_ASSIGN(const Json json,
                       ParseJsonObject(R"({"n":1,"t":"AB","f":1.5})"));
  EXPECT_THAT(TextMember(json, "n"), StatusReasonIs("JSON_MEMBER_MALFORMED"));
  EXPECT_THAT(TextMember(json, "x"), StatusReasonIs("JSON_MEMBER_MISSING"));
  EXPECT_THAT(IntegerMember(json, "f"),
              StatusReasonIs("JSON_MEMBER_MALFORMED"));
  EXPECT_THAT(HexMember(json, "t"), StatusReasonIs("JSON_MEMBER_MALFORMED"));
  EXPECT_THAT(DigestMember(json, "t"), StatusReasonIs("JSON_MEMBER_MALFORMED"));
  EXPECT_THAT(Base64Member(json, "t"), StatusReasonIs("JSON_MEMBER_MALFORMED"));
  EXPECT_THAT(TimeMember(json, "t"), StatusReasonIs("JSON_MEMBER_MALFORMED"));
  EXPECT_THAT(ArrayMember(json, "t"), StatusReasonIs("JSON_MEMBER_MALFORMED"));
  EXPECT_THAT(ObjectMember(json, "t"), StatusReasonIs("JSON_MEMBER_MALFORMED"));
  EXPECT_THAT(TextMember(json["t"], "x"),
              StatusReasonIs("JSON_MEMBER_MISSING"));
}

}  // namespace
}  // namespace spotcheck::journal
