#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "gtest/gtest.h"
#include "lib/store/events/codec.h"
#include "lib/store/events/records.h"
#include "lib/store/events/text_forms.h"

namespace spotcheck::store {

// Records as a later version has them: what was stored before is their Member
// and Spread parts, the rest was added.
namespace later {
struct Place {
  std::string city;
  std::int64_t floor = 0;
  friend bool operator==(const Place&, const Place&) = default;
};
struct Remark {
  std::string text;
  Verdict verdict = Verdict::kPass;
  friend bool operator==(const Remark&, const Remark&) = default;
};
struct Visit {
  std::string office;
  std::string id;
  Place place;
  bool paid = false;
  std::vector<Remark> remarks;
  std::vector<std::string> languages;
  std::map<std::string, std::int64_t> fees;
  std::optional<CivilDate> day;
  LabId lab;
  Remark summary;
  friend bool operator==(const Visit&, const Visit&) = default;
};
struct Empty {
  std::string text;
};
struct Namesakes {
  Place place;
  std::string city;
};

}  // namespace later

namespace codec {
template <>
struct Shape<later::Place> {
  using R = later::Place;
  static constexpr auto kMembers =
      std::tuple(Member{"city", &R::city}, Added{"floor", &R::floor});
};
template <>
struct Shape<later::Remark> {
  using R = later::Remark;
  static constexpr auto kMembers =
      std::tuple(Member{"text", &R::text}, Added{"verdict", &R::verdict});
};
template <>
struct Shape<later::Visit> {
  using R = later::Visit;
  static constexpr auto kMembers = std::tuple(
      Added{"office", &R::office}, Member{"id", &R::id}, Spread{&R::place},
      Added{"paid", &R::paid}, Member{"remarks", &R::remarks},
      Added{"languages", &R::languages}, Added{"fees", &R::fees},
      Added{"day", &R::day}, Added{"lab", &R::lab},
      Added{"summary", &R::summary});
};
template <>
struct Shape<later::Empty> {
  static constexpr auto kMembers =
      std::tuple(Added{"text", &later::Empty::text});
};
template <>
struct Shape<later::Namesakes> {
  using R = later::Namesakes;
  static constexpr auto kMembers =
      std::tuple(Spread{&R::place}, Added{"city", &R::city});
};
}  // namespace codec

namespace {

using later::Empty;
using later::Namesakes;
using later::Visit;

constexpr char kOldVisit[] =
    R"({"id":"a","city":"b","remarks":[{"text":"c"},{"text":"d"}]})";
constexpr char kFullVisit[] =
    R"({"office":"o","id":"a","city":"b","floor":3,"paid":1,"remarks":)"
    R"([{"text":"c","verdict":"FAIL"},{"text":"d"}],"languages":["",""],)"
    R"("fees":{"":0,"x":-1},"day":"1970-01-01","lab":"L",)"
    R"("summary":{"text":"","verdict":"PENDING"}})";

Visit OldVisit() {
  Visit visit;
  visit.id = "a";
  visit.place.city = "b";
  visit.remarks = {{.text = "c"}, {.text = "d"}};
  return visit;
}

Visit FullVisit() {
  Visit visit = OldVisit();
  visit.office = "o";
  visit.place.floor = 3;
  visit.paid = true;
  visit.remarks[0].verdict = Verdict::kFail;
  visit.languages = {"", ""};
  visit.fees = {{"", 0}, {"x", -1}};
  visit.day = CivilDate(1970, 1, 1);
  visit.lab = LabId("L");
  visit.summary.verdict = Verdict::kPending;
  return visit;
}

TEST(AddedMember, WhatWasStoredWithoutItReadsAsEmptyAndKeepsItsSpelling) {
  EXPECT_EQ(codec::Decode<Visit>(kOldVisit), OldVisit());
  EXPECT_EQ(codec::Encode(OldVisit()), kOldVisit);
}

TEST(AddedMember, StandsInItsPlaceWhereItIsNotEmpty) {
  EXPECT_EQ(codec::Encode(FullVisit()), kFullVisit);
  EXPECT_EQ(codec::Decode<Visit>(kFullVisit), FullVisit());
}

// Each of the nine added members may be there or not, whatever the others do.
TEST(AddedMember, EveryCombinationComesBackAsItWas) {
  const Visit full = FullVisit();
  std::set<std::string> spellings;
  for (unsigned chosen = 0; chosen < 512; ++chosen) {
    const auto has = [chosen](unsigned n) { return (chosen >> n & 1) != 0; };
    Visit visit = OldVisit();
    if (has(0)) visit.office = full.office;
    if (has(1)) visit.place.floor = full.place.floor;
    if (has(2)) visit.paid = full.paid;
    if (has(3)) visit.remarks[0].verdict = full.remarks[0].verdict;
    if (has(4)) visit.languages = full.languages;
    if (has(5)) visit.fees = full.fees;
    if (has(6)) visit.day = full.day;
    if (has(7)) visit.lab = full.lab;
    if (has(8)) visit.summary = full.summary;
    const std::string text = codec::Encode(visit);
    EXPECT_EQ(codec::Decode<Visit>(text), visit) << text;
    spellings.insert(text);
  }
  EXPECT_EQ(spellings.size(), 512);
}

TEST(AddedMember, MayBeTheOnlyOneOfARecord) {
  EXPECT_EQ(codec::Encode(Empty{}), "{}");
  EXPECT_EQ(codec::Encode(Empty{"x"}), R"({"text":"x"})");
  EXPECT_EQ(codec::Decode<Empty>("{}")->text, "");
  EXPECT_EQ(codec::Decode<Empty>(R"({"text":"x"})")->text, "x");
  EXPECT_EQ(codec::Decode<Empty>(R"({"text":""})"), std::nullopt);
}

struct ForeignVisit {
  const char* why;
  const char* json;
};

constexpr ForeignVisit kForeignVisits[] = {
    {"empty text", R"({"office":"","id":"a","city":"b","remarks":[]})"},
    {"zero", R"({"id":"a","city":"b","floor":0,"remarks":[]})"},
    {"no", R"({"id":"a","city":"b","paid":0,"remarks":[]})"},
    {"first word of an enum, in a row",
     R"({"id":"a","city":"b","remarks":[{"text":"c","verdict":"PASS"}]})"},
    {"empty list", R"({"id":"a","city":"b","remarks":[],"languages":[]})"},
    {"empty map", R"({"id":"a","city":"b","remarks":[],"fees":{}})"},
    {"null", R"({"id":"a","city":"b","remarks":[],"day":null})"},
    {"empty date", R"({"id":"a","city":"b","remarks":[],"day":""})"},
    {"id without text", R"({"id":"a","city":"b","remarks":[],"lab":""})"},
    {"record of defaults",
     R"({"id":"a","city":"b","remarks":[],"summary":{"text":""}})"},
    {"default within an added record",
     R"({"id":"a","city":"b","remarks":[],)"
     R"("summary":{"text":"x","verdict":"PASS"}})"},
    {"other order of added members",
     R"({"id":"a","city":"b","remarks":[],"lab":"L","day":"2026-06-01"})"},
    {"after the member that it stands before",
     R"({"id":"a","office":"o","city":"b","remarks":[]})"},
    {"before the part that it belongs to",
     R"({"id":"a","floor":3,"city":"b","remarks":[]})"},
    {"repeated",
     R"({"office":"o","office":"o","id":"a","city":"b","remarks":[]})"},
    {"repeated with another value",
     R"({"id":"a","city":"b","remarks":[],"lab":"L","lab":"M"})"},
    {"unknown member", R"({"id":"a","city":"b","remarks":[],"more":"x"})"},
    {"unknown member between added ones",
     R"({"id":"a","city":"b","remarks":[],"day":"2026-06-01","x":1,"lab":"L"})"},
    {"beginning of a name", R"({"id":"a","city":"b","remarks":[],"la":"L"})"},
    {"other type", R"({"id":"a","city":"b","floor":"3","remarks":[]})"},
    {"comma without a member", R"({"id":"a","city":"b","remarks":[],})"},
    {"comma in front", R"({,"id":"a","city":"b","remarks":[]})"},
    {"old member missing", R"({"id":"a","floor":3,"remarks":[]})"},
};

TEST(AddedMember, WhatEncodingCannotHaveMadeIsRefused) {
  for (const ForeignVisit& foreign : kForeignVisits) {
    EXPECT_EQ(codec::Decode<Visit>(foreign.json), std::nullopt) << foreign.why;
  }
}

TEST(AddedMember, ATextWithAPartCutOutIsRefusedOrAnotherValue) {
  const std::string text = kFullVisit;
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (std::size_t size = 1; i + size <= text.size(); ++size) {
      const std::string cut = text.substr(0, i) + text.substr(i + size);
      const std::optional<Visit> visit = codec::Decode<Visit>(cut);
      if (visit.has_value()) {
        EXPECT_EQ(codec::Encode(*visit), cut);
      }
    }
  }
}

TEST(AddedMember, TwoMembersOfOneNameDoNotCompile) {
  static_assert(codec::NamesDiffer<Visit>());
  static_assert(!codec::NamesDiffer<Namesakes>());
}

}  // namespace
}  // namespace spotcheck::store
