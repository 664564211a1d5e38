#include "lib/journal/evidence.h"

#include <functional>
#include <string>

#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "nlohmann/json.hpp"
#include "tests/journal/example_draw.h"

namespace spotcheck::journal {
namespace {

using Json = nlohmann::json;
using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;

// One entry whose every byte the README of the room shows.
constexpr char kCanonical[] = R"({
 "format": "spotcheck-evidence/1",
 "journal_key": "k",
 "checkpoint": "— 日志\n",
 "entries": [
  {
   "role": "COMMITTED",
   "index": 7,
   "leaf": "e30=",
   "proof": [
    "0000000000000000000000000000000000000000000000000000000000000000"
   ]
  },
  {
   "role": "RUN",
   "index": 9,
   "leaf": "e30=",
   "proof": []
  }
 ]
}
)";

Evidence Canonical() {
  return {
      .journal_key = "k",
      .checkpoint = "— 日志\n",
      .entries = {
          {.role = EvidenceRole::kCommitted,
           .index = 7,
           .leaf = "{}",
           .proof = {Digest{}}},
          {.role = EvidenceRole::kRun, .index = 9, .leaf = "{}", .proof = {}}}};
}

TEST(Evidence, IsWrittenByteByByteAsSpecified) {
  EXPECT_EQ(WriteEvidence(Canonical()), kCanonical);
}

TEST(Evidence, WrittenTextParsesToTheSameValues) {
  EXPECT_THAT(ParseEvidence(kCanonical), IsOkAndHolds(Canonical()));
  const Evidence evidence = ExampleDraw().Seal();
  EXPECT_THAT(ParseEvidence(WriteEvidence(evidence)), IsOkAndHolds(evidence));
}

TEST(Evidence, LayoutAndOrderOfMembersDoNotMatter) {
  const std::string compact = Json::parse(kCanonical).dump();
  EXPECT_THAT(ParseEvidence(compact), IsOkAndHolds(Canonical()));
  const std::string ascii = Json::parse(kCanonical).dump(-1, ' ', true);
  EXPECT_THAT(ParseEvidence(ascii), IsOkAndHolds(Canonical()));
}

TEST(Evidence, TextThatIsNotUtf8IsWrittenWithoutThrowing) {
  Evidence evidence = Canonical();
  evidence.checkpoint = "\xFF\n";
  ASSERT_OK_AND_ASSIGN(const Evidence read,
                       ParseEvidence(WriteEvidence(evidence)));
  EXPECT_EQ(read.checkpoint, "\uFFFD\n");
}

TEST(Evidence, EveryRoleHasANameThatParses) {
  for (int i = 0; i <= static_cast<int>(EvidenceRole::kOpened); ++i) {
    Evidence evidence = Canonical();
    evidence.entries[0].role = static_cast<EvidenceRole>(i);
    EXPECT_THAT(ParseEvidence(WriteEvidence(evidence)), IsOkAndHolds(evidence));
  }
}

TEST(Evidence, WrongValuesAreRefusedByName) {
  const struct {
    std::function<void(Json&)> bend;
    std::string reason;
  } cases[] = {
      {[](Json& e) { e["format"] = "spotcheck-evidence/2"; },
       "EVIDENCE_FORMAT_UNKNOWN"},
      {[](Json& e) { e.erase("checkpoint"); }, "JSON_MEMBER_MISSING"},
      {[](Json& e) { e["extra"] = 1; }, "JSON_MEMBER_UNKNOWN"},
      {[](Json& e) { e["entries"] = Json::object(); }, "JSON_MEMBER_TYPE"},
      {[](Json& e) { e["entries"][0] = 1; }, "JSON_MEMBER_TYPE"},
      {[](Json& e) { e["entries"][0].erase("role"); }, "JSON_MEMBER_MISSING"},
      {[](Json& e) { e["entries"][0]["x"] = 1; }, "JSON_MEMBER_UNKNOWN"},
      {[](Json& e) { e["entries"][0]["role"] = "DRAWN"; },
       "EVIDENCE_ROLE_UNKNOWN"},
      {[](Json& e) { e["entries"][0]["role"] = "committed"; },
       "EVIDENCE_ROLE_UNKNOWN"},
      {[](Json& e) { e["entries"][0]["index"] = -1; }, "JSON_MEMBER_TYPE"},
      {[](Json& e) { e["entries"][0]["index"] = 7.0; }, "JSON_MEMBER_TYPE"},
      {[](Json& e) { e["entries"][0]["index"] = "7"; }, "JSON_MEMBER_TYPE"},
      {[](Json& e) { e["entries"][0]["index"] = std::uint64_t{1} << 53; },
       "JSON_MEMBER_VALUE"},
      {[](Json& e) { e["entries"][0]["index"] = 9; }, "EVIDENCE_ORDER_WRONG"},
      {[](Json& e) { e["entries"][0]["index"] = 10; }, "EVIDENCE_ORDER_WRONG"},
      {[](Json& e) { e["entries"][0]["leaf"] = "e30"; }, "JSON_MEMBER_VALUE"},
      {[](Json& e) { e["entries"][0]["leaf"] = "e31="; }, "JSON_MEMBER_VALUE"},
      {[](Json& e) { e["entries"][0]["leaf"] = "e30=\n"; },
       "JSON_MEMBER_VALUE"},
      {[](Json& e) { e["entries"][0]["proof"] = ""; }, "JSON_MEMBER_TYPE"},
      {[](Json& e) { e["entries"][0]["proof"][0] = 1; }, "JSON_MEMBER_TYPE"},
      {[](Json& e) { e["entries"][0]["proof"][0] = std::string(64, 'A'); },
       "JSON_MEMBER_VALUE"},
      {[](Json& e) { e["entries"][0]["proof"][0] = std::string(62, 'a'); },
       "JSON_MEMBER_VALUE"},
  };
  for (const auto& c : cases) {
    Json json = Json::parse(kCanonical);
    c.bend(json);
    EXPECT_THAT(ParseEvidence(json.dump()), StatusReasonIs(c.reason)) << json;
  }
}

TEST(Evidence, RepeatedMembersAreRefusedAtEveryLevel) {
  std::string outer = kCanonical;
  outer.insert(1, R"("format": "spotcheck-evidence/1",)");
  EXPECT_THAT(ParseEvidence(outer), StatusReasonIs("JSON_MEMBER_REPEATED"));
  std::string inner = kCanonical;
  inner.insert(inner.find("\"index\""), "\"\\u0069ndex\": 7, ");
  EXPECT_THAT(ParseEvidence(inner), StatusReasonIs("JSON_MEMBER_REPEATED"));
}

TEST(Evidence, NegativeZeroAndExponentsAreNoIndex) {
  for (const std::string spelling : {"-0", "7e0", "7.0", "07", "+7"}) {
    std::string text = kCanonical;
    text.replace(text.find("7"), 1, spelling);
    EXPECT_FALSE(ParseEvidence(text).ok()) << spelling;
  }
}

}  // namespace
}  // namespace spotcheck::journal
