#include "lib/store/events/codec.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/status_matchers.h"
#include "lib/journal/leaf.h"
#include "lib/store/events/events.h"
#include "lib/store/events/leaf_header.h"
#include "nlohmann/json.hpp"
#include "tests/store/samples.h"

namespace spotcheck::store {
namespace {

using ::spotcheck::testing::StatusIs;
using ::spotcheck::testing::StatusReasonIs;
using testing::OneOfEach;
using testing::StartTime;

EventHeader FullHeader() {
  return {.time = StartTime() + absl::Microseconds(1'234'567),
          .actor = "李\"芳\"",
          .request_id = "0b9a-é",
          .request_digest = Sha256("request").ToHex(),
          .sealed = {{"plan", Sha256("plan").ToHex()},
                     {"frame.tsv", Sha256("frame").ToHex()}}};
}

TEST(EventCodec, EveryEventComesBackAsItWas) {
  const std::vector<Event> events = OneOfEach();
  ASSERT_EQ(events.size(), std::variant_size_v<Event>);
  for (std::size_t i = 0; i < events.size(); ++i) {
    ASSERT_EQ(events[i].index(), i) << "one of each, in order";
    const std::string leaf = EncodeEvent(FullHeader(), events[i]);
    const absl::StatusOr<StoredEvent> decoded = DecodeEvent(leaf);
    ASSERT_OK(decoded);
    EXPECT_EQ(decoded->event.index(), i);
    EXPECT_EQ(EncodeEvent(decoded->header, decoded->event), leaf);
    EXPECT_EQ(decoded->header.time, FullHeader().time);
    EXPECT_EQ(decoded->header.actor, FullHeader().actor);
    EXPECT_EQ(decoded->header.request_id, FullHeader().request_id);
    EXPECT_EQ(decoded->header.sealed, FullHeader().sealed);
  }
}

TEST(EventCodec, MembersKeepTheirValues) {
  const auto decoded = DecodeEvent(
      EncodeEvent(FullHeader(), testing::ResultOf(TaskId("T"), 5, 9).event));
  ASSERT_OK(decoded);
  const auto& check = std::get<ResultRecorded>(decoded->event).check;
  const CheckRecord sample = testing::SampleCheck(5);
  EXPECT_EQ(check.usci, sample.usci);
  EXPECT_EQ(check.line, sample.line);
  EXPECT_EQ(check.task, TaskId("T"));
  EXPECT_EQ(check.authority, sample.authority);
  EXPECT_EQ(check.sampled, sample.sampled);
  EXPECT_EQ(check.verdict, sample.verdict);
  EXPECT_EQ(check.severity, sample.severity);
  EXPECT_EQ(check.items, sample.items);
}

TEST(EventCodec, OtherReadersSeeOrdinaryJson) {
  for (const Event& event : OneOfEach()) {
    const std::string leaf = EncodeEvent(FullHeader(), event);
    const auto json = nlohmann::json::parse(leaf, nullptr, false);
    ASSERT_TRUE(json.is_object()) << leaf;
    EXPECT_EQ(json.at("v"), 1);
    EXPECT_EQ(json.at("type"), std::string(EventType(event)));
    EXPECT_EQ(json.at("time"), "2026-06-01T00:00:01.234567Z");
    EXPECT_EQ(json.at("actor"), "李\"芳\"");
    EXPECT_EQ(json.at("sealed").at("plan"), Sha256("plan").ToHex());
    EXPECT_EQ(json.at("request").at("id"), "0b9a-é");
  }
}

TEST(EventCodec, AVerifierReadsTheDrawEvents) {
  int read = 0;
  for (const Event& event : OneOfEach()) {
    const auto leaf = journal::ParseLeaf(EncodeEvent(FullHeader(), event));
    if (!leaf.ok()) continue;
    ++read;
    EXPECT_EQ(journal::LeafType(leaf->data), EventType(event));
  }
  EXPECT_EQ(read, 7);
}

// A byte changed anywhere is refused or is another event: no leaf has two
// spellings.
TEST(EventCodec, AMutatedLeafIsRefusedOrAnotherEvent) {
  for (const Event& event : OneOfEach()) {
    const std::string leaf = EncodeEvent(FullHeader(), event);
    for (std::size_t i = 0; i < leaf.size(); ++i) {
      for (const char c : {' ', '"', '0', 'x', '\\', '}', '\xff'}) {
        if (leaf[i] == c) continue;
        std::string mutated = leaf;
        mutated[i] = c;
        const auto decoded = DecodeEvent(mutated);
        if (decoded.ok()) {
          EXPECT_EQ(EncodeEvent(decoded->header, decoded->event), mutated);
        } else {
          EXPECT_THAT(decoded, StatusIs(absl::StatusCode::kDataLoss));
        }
      }
    }
  }
}

TEST(EventCodec, ATruncatedOrExtendedLeafIsRefused) {
  for (const Event& event : OneOfEach()) {
    const std::string leaf = EncodeEvent(FullHeader(), event);
    for (std::size_t size = 0; size < leaf.size(); ++size) {
      EXPECT_FALSE(DecodeEvent(leaf.substr(0, size)).ok());
    }
    EXPECT_FALSE(DecodeEvent(leaf + " ").ok());
    EXPECT_FALSE(DecodeEvent(" " + leaf).ok());
  }
}

struct ForeignLeaf {
  const char* why;
  std::string leaf;
};

std::vector<ForeignLeaf> ForeignLeaves() {
  const std::string start = R"({"v":1,"type":)";
  const std::string middle =
      R"(,"time":"2026-06-01T00:00:00.000000Z","actor":"a","data":)";
  const std::string opened = start + R"("draw.opened")" + middle;
  const std::string data = R"({"task":"tasks/T","attempt":1})";
  return {
      {"unknown type", start + R"("draw.closed")" + middle + data + "}"},
      {"unknown member",
       opened + R"({"task":"tasks/T","attempt":1,"more":1})" + "}"},
      {"missing member", opened + R"({"task":"tasks/T"})" + "}"},
      {"repeated member",
       opened + R"({"task":"tasks/T","task":"tasks/T","attempt":1})" + "}"},
      {"other order", opened + R"({"attempt":1,"task":"tasks/T"})" + "}"},
      {"white space", opened + R"({"task": "tasks/T","attempt":1})" + "}"},
      {"number as text", opened + R"({"task":"tasks/T","attempt":"1"})" + "}"},
      {"leading zero", opened + R"({"task":"tasks/T","attempt":01})" + "}"},
      {"minus zero", opened + R"({"task":"tasks/T","attempt":-0})" + "}"},
      {"exponent", opened + R"({"task":"tasks/T","attempt":1e0})" + "}"},
      {"beyond 64 bits",
       opened + R"({"task":"tasks/T","attempt":9223372036854775808})" + "}"},
      {"task without prefix", opened + R"({"task":"T","attempt":1})" + "}"},
      {"needless escape",
       opened + "{\"task\":\"tasks/\\u0054\",\"attempt\":1}}"},
      {"empty sealed", opened + data + R"(,"sealed":{})" + "}"},
      {"sealed hash too short",
       opened + data + R"(,"sealed":{"plan":"00"})" + "}"},
      {"sealed twice", opened + data + R"(,"sealed":{"p":")" +
                           Sha256("").ToHex() + R"(","p":")" +
                           Sha256("").ToHex() + R"("})" + "}"},
      {"request without id", opened + data +
                                 R"(,"request":{"id":"","digest":")" +
                                 Sha256("").ToHex() + R"("})" + "}"},
      {"other version", R"({"v":2,"type":"draw.opened")" + middle + data + "}"},
  };
}

TEST(EventCodec, WhatEncodingCannotHaveMadeIsRefused) {
  ASSERT_OK(DecodeEvent(
      R"({"v":1,"type":"draw.opened","time":"2026-06-01T00:00:00.000000Z",)"
      R"("actor":"a","data":{"task":"tasks/T","attempt":1}})"));
  for (const ForeignLeaf& foreign : ForeignLeaves()) {
    EXPECT_THAT(DecodeEvent(foreign.leaf),
                StatusIs(absl::StatusCode::kDataLoss))
        << foreign.why;
  }
}

TEST(PayloadCodec, PayloadsComeBackAsTheyWere) {
  const TaskPlan plan = testing::SamplePlan(4);
  const std::string plan_text = EncodePayload(plan);
  ASSERT_OK_AND_ASSIGN(const TaskPlan read_plan,
                       DecodePayload<TaskPlan>(plan_text));
  EXPECT_EQ(EncodePayload(read_plan), plan_text);
  EXPECT_EQ(read_plan.plan.weights, plan.plan.weights);
  EXPECT_EQ(read_plan.plan.region, plan.plan.region);

  const std::vector<InspectorRecord> people = {testing::SampleInspector(1),
                                               testing::SampleInspector(2)};
  EXPECT_THAT(
      DecodePayload<std::vector<InspectorRecord>>(EncodePayload(people)),
      spotcheck::testing::IsOkAndHolds(people));

  const UnitRequest request{testing::SampleUsci(3), "CLOSED",
                            Sha256("photo").ToHex(), "停产\n"};
  ASSERT_OK_AND_ASSIGN(const UnitRequest read_request,
                       DecodePayload<UnitRequest>(EncodePayload(request)));
  EXPECT_EQ(read_request.usci, request.usci);
  EXPECT_EQ(read_request.note, request.note);
}

TEST(PayloadCodec, DamagedPayloadsAreRefused) {
  EXPECT_THAT(DecodePayload<TaskPlan>("{}"),
              StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(DecodePayload<std::vector<InspectorRecord>>("[{}]"),
              StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(DecodePayload<std::vector<rules::SelectedEnterprise>>("null"),
              StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_THAT(DecodePayload<UnitRequest>(""),
              StatusIs(absl::StatusCode::kDataLoss));
  EXPECT_EQ(codec::Decode<std::vector<std::string>>("[1]"), std::nullopt);
  EXPECT_EQ(codec::Decode<std::vector<std::string>>("[\"\xff\"]"),
            std::nullopt);
}

TEST(LeafHeaders, AreReadWithoutTheData) {
  const auto header = ReadLeafHeader(
      R"({"v":1,"type":"a.b","time":"2026-06-01T00:00:00Z","data":{"type":)");
  ASSERT_OK(header);
  EXPECT_EQ(header->type, "a.b");
  EXPECT_EQ(header->time, "2026-06-01T00:00:00Z");
  for (const char* other :
       {"", R"({"data":{"type":"x","time":"y"}})", R"({"v":1,"type":"a.b")",
        R"({"v":2,"type":"a.b","time":"2026-06-01T00:00:00Z"})",
        "{\"v\":1,\"type\":\"\xff\",\"time\":\"t\""}) {
    EXPECT_THAT(ReadLeafHeader(other), StatusReasonIs("LEAF_MALFORMED"))
        << other;
  }
}

}  // namespace
}  // namespace spotcheck::store
