// What can be written stands in a frozen journal, and every payload in one is
// written back as it was read.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/hash.h"
#include "lib/base/status_macros.h"
#include "lib/base/status_matchers.h"
#include "lib/store/events/events.h"
#include "tests/store/frozen/journal.h"
#include "tests/store/frozen/shape_coverage.h"

namespace spotcheck::store {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using testing::FrozenJournal;
using testing::FrozenJournals;
using testing::FrozenLeaf;
using testing::FrozenPayload;
using ::testing::IsEmpty;
using testing::MissingPaths;
using testing::StoredValues;

// Names a payload by its event's type and its own name.
struct PayloadName {
  std::string_view type;
  std::string_view name;
  friend bool operator==(const PayloadName&, const PayloadName&) = default;
};
struct PayloadKind {
  PayloadName of;
  // The bytes, read and written again.
  absl::StatusOr<std::string> (*again)(std::string_view bytes);
  MissingPaths (*missing)(const StoredValues& values, const std::string& path);
};

template <typename T>
absl::StatusOr<std::string> Again(std::string_view bytes) {
  ASSIGN_OR_RETURN(const T value, DecodePayload<T>(bytes));
  return EncodePayload(value);
}
template <typename T>
MissingPaths MissingOf(const StoredValues& values, const std::string& path) {
  return Missing(testing::TypeOf<T>(), values, path);
}

using Inspectors = std::vector<InspectorRecord>;
using Selection = std::vector<rules::SelectedEnterprise>;
constexpr PayloadKind kKinds[] = {
    {{InspectorsImported::kType, "rows"},
     Again<Inspectors>,
     MissingOf<Inspectors>},
    {{TaskCreated::kType, "plan"}, Again<TaskPlan>, MissingOf<TaskPlan>},
    {{TaskChanged::kType, "plan"}, Again<TaskPlan>, MissingOf<TaskPlan>},
    {{DrawCommitted::kType, "plan"}, Again<TaskPlan>, MissingOf<TaskPlan>},
    {{DrawRun::kType, "selection"}, Again<Selection>, MissingOf<Selection>},
    {{ApprovalRequested::kType, "detail"},
     Again<UnitRequest>,
     MissingOf<UnitRequest>},
};
// tests/app/draw/frozen_payloads_test.cc reads and writes those again whose
// form this room does not know.
constexpr PayloadName kOfOtherRooms[] = {
    {DrawCommitted::kType, "secret"},
    {DrawCommitted::kType, "frame.tsv"},
    {DrawCommitted::kType, "lines.tsv"},
    {DrawCommitted::kType, "labs.tsv"},
    {DrawCommitted::kType, "inspectors.tsv"},
    {DrawCommitted::kType, "pseudonyms"},
    {DrawCommitted::kType, "strata"},
    {DrawRun::kType, "outcome"},
};

bool IsOfOtherRoom(const PayloadName& of) {
  return std::find(std::begin(kOfOtherRooms), std::end(kOfOtherRooms), of) !=
         std::end(kOfOtherRooms);
}

void ExpectWrittenBack(const PayloadName& of, const FrozenPayload& payload) {
  if (IsOfOtherRoom(of)) return;
  for (const PayloadKind& kind : kKinds) {
    if (kind.of != of) continue;
    EXPECT_THAT(kind.again(payload.bytes), IsOkAndHolds(payload.bytes));
    return;
  }
  ADD_FAILURE() << "no test reads it";
}

TEST(FrozenPayloads, EachHasItsHashInTheLeafAndIsWrittenBackByteForByte) {
  for (const FrozenJournal& journal : FrozenJournals()) {
    for (const FrozenLeaf& leaf : journal.leaves) {
      const auto stored = DecodeEvent(leaf.leaf);
      ASSERT_OK(stored.status()) << journal.name << ": " << leaf.leaf;
      std::vector<std::pair<std::string, std::string>> hashes;
      for (const FrozenPayload& payload : leaf.payloads) {
        SCOPED_TRACE(journal.name + ", leaf " +
                     std::to_string(leaf.journal_index) + ", payload " +
                     payload.name + ": " + payload.bytes);
        hashes.emplace_back(payload.name,
                            Sha256(payload.salt + payload.bytes).ToHex());
        ExpectWrittenBack({EventType(stored->event), payload.name}, payload);
      }
      EXPECT_EQ(hashes, stored->header.sealed)
          << journal.name << ", leaf " << leaf.journal_index;
    }
  }
}

// The data of every event of a type.
StoredValues DataOf(const std::vector<FrozenJournal>& journals,
                    std::string_view type) {
  StoredValues values;
  for (const FrozenJournal& journal : journals) {
    for (const FrozenLeaf& leaf : journal.leaves) {
      const auto json = nlohmann::json::parse(leaf.leaf);
      if (json.at("type") == type) values.push_back(json.at("data"));
    }
  }
  return values;
}

// Every payload of a name: a task's plan and that of its commitments are of one
// form.
StoredValues PayloadsOf(const std::vector<FrozenJournal>& journals,
                        std::string_view name) {
  StoredValues values;
  for (const FrozenJournal& journal : journals) {
    for (const FrozenLeaf& leaf : journal.leaves) {
      for (const FrozenPayload& payload : leaf.payloads) {
        if (payload.name != name) continue;
        values.push_back(nlohmann::json::parse(payload.bytes));
      }
    }
  }
  return values;
}

template <std::size_t... kIndexes>
void ExpectEventsComplete(std::index_sequence<kIndexes...>) {
  const std::vector<FrozenJournal> journals = FrozenJournals();
  const auto expect = [&journals]<typename E>(testing::TypeOf<E> type) {
    EXPECT_THAT(Missing(type, DataOf(journals, E::kType), E::kType), IsEmpty())
        << testing::kFreezeAnother;
  };
  (expect(testing::TypeOf<std::variant_alternative_t<kIndexes, Event>>()), ...);
}

TEST(FrozenMembers, EveryMemberOfEveryEventIsInAFrozenJournal) {
  ExpectEventsComplete(std::make_index_sequence<std::variant_size_v<Event>>());
}

TEST(FrozenMembers, EveryMemberOfEveryPayloadIsInAFrozenJournal) {
  const std::vector<FrozenJournal> journals = FrozenJournals();
  for (const PayloadKind& kind : kKinds) {
    const std::string name(kind.of.name);
    EXPECT_THAT(kind.missing(PayloadsOf(journals, name), name), IsEmpty())
        << testing::kFreezeAnother;
  }
}

}  // namespace
}  // namespace spotcheck::store
