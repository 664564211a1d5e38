#include "lib/journal/evidence_check.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "lib/base/civil_date.h"
#include "lib/base/entropy.h"
#include "lib/base/status_matchers.h"
#include "lib/journal/checkpoint.h"
#include "tests/journal/example_draw.h"

namespace spotcheck::journal {
namespace {

using Role = EvidenceRole;

constexpr char kOtherHash[] =
    "abababababababababababababababababababababababababababababababab";

// The first failing check of a draw that was bent before it was sealed, that
// is, by whoever writes the journal.
std::string FailureOf(const ExampleDraw& draw) {
  return FirstFailure(
      VerifyEvidence(draw.Seal(), draw.claims, ExampleJournalKey()));
}

void RemoveBeacon(ExampleDraw& draw) {
  draw.claims.beacon_value.clear();
  draw.claims.beacon_signature.clear();
  draw.claims.beacon_round.reset();
  draw.Remove(Role::kBeacon);
}

const EvidenceCheck& CheckNamed(const EvidenceReport& report,
                                const std::string& name) {
  for (const EvidenceCheck& check : report.checks) {
    if (check.name == name) return check;
  }
  static const EvidenceCheck* const kNone = new EvidenceCheck;
  return *kNone;
}

TEST(VerifyEvidence, SoundDrawPassesEveryCheck) {
  const ExampleDraw draw;
  const EvidenceReport report =
      VerifyEvidence(draw.Seal(), draw.claims, ExampleJournalKey());
  EXPECT_EQ(FirstFailure(report), "");
  EXPECT_TRUE(report.ok());
  EXPECT_TRUE(report.key_pinned);
  std::vector<std::string> names;
  for (const EvidenceCheck& check : report.checks) {
    names.push_back(check.name);
    EXPECT_FALSE(check.detail.zh.empty());
    EXPECT_FALSE(check.detail.en.empty());
  }
  EXPECT_EQ(names, (std::vector<std::string>{
                       "journal_key", "checkpoint", "inclusion", "leaves",
                       "entries", "order", "task", "commitment", "witnesses",
                       "other_body", "previous", "reveals", "beacon", "run",
                       "opened", "as_of", "deadline", "beacon_round"}));
}

TEST(VerifyEvidence, WithoutAPinnedKeyTheReportSaysSo) {
  const ExampleDraw draw;
  const EvidenceReport report =
      VerifyEvidence(draw.Seal(), draw.claims, std::nullopt);
  EXPECT_TRUE(report.ok());
  EXPECT_FALSE(report.key_pinned);
  EXPECT_NE(CheckNamed(report, "journal_key")
                .detail.en.find("journal key not pinned"),
            std::string::npos);
}

TEST(VerifyEvidence, AnotherKeyThanThePinnedOneIsRefused) {
  const ExampleDraw draw;
  FakeEntropy entropy(99);
  ASSERT_OK_AND_ASSIGN(
      const NoteVerifier other,
      NoteVerifier::Create(ExampleJournalKey().name(),
                           SigningKey::Generate(entropy).verify_key()));
  EXPECT_EQ(FirstFailure(VerifyEvidence(draw.Seal(), draw.claims, other)),
            "journal_key");
}

TEST(VerifyEvidence, EmptyReportIsNotOk) {
  EXPECT_FALSE(EvidenceReport{}.ok());
}

TEST(VerifyEvidence, ADrawWithoutBeaconPreviousOrOpeningPasses) {
  ExampleDraw draw;
  draw.claims.attempt = 1;
  draw.claims.previous = Digest{};
  RemoveBeacon(draw);
  draw.Remove(Role::kPreviousCommitted);
  draw.Remove(Role::kOpened);
  draw.data(Role::kCommitted)["previous"] = Digest{}.ToHex();
  draw.data(Role::kCommitted)["attempt"] = 1;
  draw.data(Role::kRevealed, 0)["attempt"] = 1;
  draw.data(Role::kRevealed, 1)["attempt"] = 1;
  draw.data(Role::kRun)["attempt"] = 1;
  EXPECT_EQ(FailureOf(draw), "");
}

TEST(VerifyEvidence, ThePreviousAttemptMayBeOfAnotherTask) {
  ExampleDraw draw;
  draw.data(Role::kPreviousCommitted)["task"] = "tasks/other";
  draw.data(Role::kPreviousCommitted)["attempt"] = 9;
  EXPECT_EQ(FailureOf(draw), "");
}

TEST(VerifyEvidence, ARunAfterTheDeadlinePassesIfAllRevealsWereBefore) {
  ExampleDraw draw;
  draw.leaf(Role::kRun)["time"] = "2026-11-25T00:00:00.000000Z";
  EXPECT_EQ(FailureOf(draw), "");
}

TEST(VerifyEvidence, EveryValueOfEveryLeafIsCompared) {
  const struct {
    Role role;
    std::string member;
    nlohmann::json value;
    std::string check;
  } cases[] = {
      {Role::kTaskCreated, "task", "tasks/other", "task"},
      {Role::kCommitted, "task", "tasks/other", "commitment"},
      {Role::kCommitted, "attempt", 3, "commitment"},
      {Role::kCommitted, "previous", kOtherHash, "commitment"},
      {Role::kCommitted, "commitment", kOtherHash, "commitment"},
      {Role::kCommitted, "authority", "另一机关", "commitment"},
      {Role::kCommitted, "level", "city", "commitment"},
      {Role::kCommitted, "authority_region", "14", "previous"},
      {Role::kCommitted, "deadline", "2026-11-24T08:00:01Z", "commitment"},
      {Role::kCommitted, "suite", "SHA256", "commitment"},
      {Role::kCommitted, "witnesses", nlohmann::json::array(), "commitment"},
      {Role::kWitnessRegistered, "name", "另一人", "witnesses"},
      {Role::kWitnessRegistered, "key", kOtherHash, "witnesses"},
      {Role::kPreviousCommitted, "commitment", kOtherHash, "previous"},
      {Role::kPreviousCommitted, "authority", "另一机关", "previous"},
      {Role::kPreviousCommitted, "level", "city", "previous"},
      {Role::kPreviousCommitted, "authority_region", "14", "previous"},
      {Role::kPreviousCommitted, "attempt", 2, "previous"},
      {Role::kRevealed, "task", "tasks/other", "reveals"},
      {Role::kRevealed, "attempt", 1, "reveals"},
      {Role::kRevealed, "position", 1, "reveals"},
      {Role::kRevealed, "position", 3, "reveals"},
      {Role::kRevealed, "name", "另一人", "reveals"},
      {Role::kRevealed, "key", kOtherHash, "reveals"},
      {Role::kRevealed, "contribution", kOtherHash, "reveals"},
      {Role::kRevealed, "signature", kOtherHash, "reveals"},
      {Role::kBeacon, "task", "tasks/other", "beacon"},
      {Role::kBeacon, "attempt", 1, "beacon"},
      {Role::kBeacon, "value", kOtherHash, "beacon"},
      {Role::kBeacon, "signature", kOtherHash, "beacon"},
      {Role::kRun, "task", "tasks/other", "run"},
      {Role::kRun, "attempt", 1, "run"},
      {Role::kRun, "commitment", kOtherHash, "run"},
      {Role::kRun, "result_root", kOtherHash, "run"},
      {Role::kRun, "transcript", kOtherHash, "run"},
      {Role::kOpened, "task", "tasks/other", "opened"},
      {Role::kOpened, "attempt", 1, "opened"},
  };
  for (const auto& c : cases) {
    ExampleDraw draw;
    draw.data(c.role)[c.member] = c.value;
    EXPECT_EQ(FailureOf(draw), c.check)
        << EvidenceRoleName(c.role) << " " << c.member;
  }
}

TEST(VerifyEvidence, EveryWitnessOfTheCommitmentIsCompared) {
  for (const std::string member : {"name", "key", "commitment"}) {
    ExampleDraw draw;
    draw.data(Role::kCommitted)["witnesses"][1][member] = kOtherHash;
    EXPECT_EQ(FailureOf(draw), "commitment") << member;
  }
}

TEST(VerifyEvidence, EventsOutOfOrderAreRefused) {
  const struct {
    Role a;
    Role b;
  } swaps[] = {
      {Role::kWitnessRegistered, Role::kCommitted},
      {Role::kTaskCreated, Role::kCommitted},
      {Role::kPreviousCommitted, Role::kCommitted},
      {Role::kCommitted, Role::kRevealed},
      {Role::kRevealed, Role::kRun},
      {Role::kBeacon, Role::kRun},
      {Role::kRun, Role::kOpened},
  };
  for (const auto& swap : swaps) {
    ExampleDraw draw;
    draw.Swap(swap.a, swap.b);
    EXPECT_EQ(FailureOf(draw), "order")
        << EvidenceRoleName(swap.a) << " " << EvidenceRoleName(swap.b);
  }
}

TEST(VerifyEvidence, ABeaconMayBePublishedBetweenReveals) {
  ExampleDraw draw;
  draw.Swap(Role::kRevealed, Role::kBeacon);
  EXPECT_EQ(FailureOf(draw), "");
}

TEST(VerifyEvidence, EntriesThatDoNotAscendAreRefused) {
  const ExampleDraw draw;
  Evidence evidence = draw.Seal();
  std::swap(evidence.entries[0], evidence.entries[1]);
  EXPECT_EQ(FirstFailure(VerifyEvidence(evidence, draw.claims, std::nullopt)),
            "order");
}

TEST(VerifyEvidence, AMissingOrRepeatedEntryIsRefused) {
  const Role roles[] = {Role::kWitnessRegistered,
                        Role::kTaskCreated,
                        Role::kPreviousCommitted,
                        Role::kCommitted,
                        Role::kRevealed,
                        Role::kBeacon,
                        Role::kRun,
                        Role::kOpened};
  for (const Role role : roles) {
    ExampleDraw missing;
    missing.Remove(role);
    EXPECT_EQ(FailureOf(missing), role == Role::kOpened ? "" : "entries")
        << EvidenceRoleName(role);
    ExampleDraw repeated;
    const auto at = static_cast<std::ptrdiff_t>(repeated.position(role));
    const ExampleDraw::Event copy = repeated.events[repeated.position(role)];
    repeated.events.insert(repeated.events.begin() + at, copy);
    EXPECT_EQ(FailureOf(repeated), "entries") << EvidenceRoleName(role);
  }
}

TEST(VerifyEvidence, ALeafUnderAnotherRoleIsRefused) {
  ExampleDraw draw;
  draw.events[draw.position(Role::kRun)].role = Role::kOpened;
  EXPECT_EQ(FailureOf(draw), "leaves");
}

TEST(VerifyEvidence, ALeafThatDoesNotParseIsRefused) {
  ExampleDraw draw;
  draw.leaf(Role::kRun) = "draw.run";
  EXPECT_EQ(FailureOf(draw), "leaves");
}

TEST(VerifyEvidence, WitnessesOfTheAuthorityAloneAreRefused) {
  // Spelling variants of the authority's own name are still the authority.
  for (const std::string body :
       {"自治区质监局", " 自治区 质监局", "自治区质监局　", ""}) {
    ExampleDraw draw;
    draw.data(Role::kWitnessRegistered, 1)["organisation"] = body;
    EXPECT_EQ(FailureOf(draw), "other_body") << body;
  }
}

TEST(VerifyEvidence, OneWitnessInTwoRolesIsRefused) {
  ExampleDraw draw;
  draw.claims.witnesses[1].key = draw.claims.witnesses[0].key;
  const std::string key = draw.data(Role::kCommitted)["witnesses"][0]["key"];
  draw.data(Role::kCommitted)["witnesses"][1]["key"] = key;
  EXPECT_EQ(FailureOf(draw), "witnesses");
}

TEST(VerifyEvidence, ALaterAttemptWithoutPreviousIsRefused) {
  ExampleDraw draw;
  draw.claims.previous = Digest{};
  draw.data(Role::kCommitted)["previous"] = Digest{}.ToHex();
  draw.Remove(Role::kPreviousCommitted);
  EXPECT_EQ(FailureOf(draw), "previous");
}

TEST(VerifyEvidence, AsOfIsComparedWithTheCommitmentsDayInUtcPlus8) {
  ExampleDraw draw;
  // 23:59:59 on the 21st in UTC+8.
  draw.leaf(Role::kCommitted)["time"] = "2026-11-21T15:59:59.999999Z";
  EXPECT_EQ(FailureOf(draw), "as_of");
  draw.claims.as_of = CivilDate(2026, 11, 21);
  EXPECT_EQ(FailureOf(draw), "");
}

TEST(VerifyEvidence, NothingButTheRunMayComeAtTheDeadlineOrLater) {
  const struct {
    Role role;
    std::size_t nth;
  } cases[] = {{Role::kCommitted, 0},
               {Role::kRevealed, 0},
               {Role::kRevealed, 1},
               {Role::kBeacon, 0}};
  for (const auto& c : cases) {
    ExampleDraw draw;
    if (c.role == Role::kCommitted) RemoveBeacon(draw);
    draw.leaf(c.role, c.nth)["time"] = "2026-11-24T08:00:00.000000Z";
    EXPECT_EQ(FailureOf(draw), "deadline") << EvidenceRoleName(c.role);
    draw.leaf(c.role, c.nth)["time"] = "2026-11-24T07:59:59.999999Z";
    EXPECT_EQ(FailureOf(draw), "") << EvidenceRoleName(c.role);
  }
}

TEST(VerifyEvidence, TheBeaconsRoundLiesBetweenCommitmentAndItsLeaf) {
  // The commitment is at 16:00 the day before, the deadline two days later.
  const struct {
    std::string round;
    std::string leaf;
    std::string problem;
  } cases[] = {
      {"2026-11-21T16:00:01Z", "2026-11-22T03:00:00Z", ""},
      {"2026-11-21T16:00:00Z", "2026-11-22T03:00:00Z", "commitment"},
      {"2026-11-21T15:59:59Z", "2026-11-22T03:00:00Z", "commitment"},
      {"2026-11-22T03:00:00Z", "2026-11-22T03:00:00Z", ""},
      {"2026-11-22T03:00:00Z", "2026-11-22T02:59:59.999999Z", "journalled"},
      {"2026-11-24T07:59:59Z", "2026-11-24T07:59:59Z", ""},
      {"2026-11-24T08:00:00Z", "2026-11-22T03:00:00Z", "deadline"},
  };
  for (const auto& c : cases) {
    ExampleDraw draw;
    draw.claims.beacon_round = *ParseUtc(c.round);
    draw.leaf(Role::kBeacon)["time"] = c.leaf;
    const EvidenceReport report =
        VerifyEvidence(draw.Seal(), draw.claims, ExampleJournalKey());
    EXPECT_EQ(FirstFailure(report), c.problem.empty() ? "" : "beacon_round")
        << c.round;
    EXPECT_NE(CheckNamed(report, "beacon_round").detail.en.find(c.problem),
              std::string::npos)
        << c.round;
  }
}

TEST(VerifyEvidence, ABeaconOfAnUnknownChainHasNoRoundToCheck) {
  ExampleDraw draw;
  draw.claims.beacon_round.reset();
  EXPECT_EQ(FailureOf(draw), "beacon_round");
}

TEST(VerifyEvidence, ChangedEvidenceFailsWhereItWasChanged) {
  const struct {
    std::function<void(Evidence&)> bend;
    std::string check;
  } cases[] = {
      {[](Evidence& e) { e.journal_key = ""; }, "journal_key"},
      {[](Evidence& e) { e.checkpoint = "x\n"; }, "checkpoint"},
      {[](Evidence& e) { e.entries[4].index += 1; }, "inclusion"},
      {[](Evidence& e) { e.entries[4].index = 1000; }, "inclusion"},
      {[](Evidence& e) { e.entries[4].leaf += " "; }, "inclusion"},
      {[](Evidence& e) { e.entries[4].proof.pop_back(); }, "inclusion"},
      {[](Evidence& e) { e.entries[4].proof.push_back(Digest{}); },
       "inclusion"},
      {[](Evidence& e) { e.entries.clear(); }, "entries"},
  };
  const ExampleDraw draw;
  for (const auto& c : cases) {
    Evidence evidence = draw.Seal();
    c.bend(evidence);
    EXPECT_EQ(FirstFailure(VerifyEvidence(evidence, draw.claims, std::nullopt)),
              c.check);
  }
}

TEST(VerifyEvidence, ACheckpointFromBeforeTheRunCoversNoRun) {
  const ExampleDraw draw;
  ExampleDraw early = draw;
  early.Remove(Role::kOpened);
  early.Remove(Role::kRun);
  Evidence evidence = draw.Seal();
  evidence.checkpoint = early.Seal().checkpoint;
  EXPECT_EQ(FirstFailure(VerifyEvidence(evidence, draw.claims, std::nullopt)),
            "inclusion");
}

}  // namespace
}  // namespace spotcheck::journal
