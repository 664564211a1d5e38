#include "tests/journal/example_draw.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "lib/base/bytes.h"
#include "lib/base/civil_date.h"
#include "lib/base/entropy.h"
#include "lib/journal/checkpoint.h"
#include "tests/journal/memory_tree.h"

namespace spotcheck::journal {
namespace {

using Json = nlohmann::json;

constexpr char kOrigin[] = "spotcheck.example/journal";
constexpr char kTask[] = "tasks/2026-q4";
constexpr char kAuthority[] = "自治区质监局";
constexpr char kBeaconRound[] = "2026-11-22T02:30:00Z";
constexpr char kDeadline[] = "2026-11-24T08:00:00Z";

SigningKey JournalKey() {
  FakeEntropy entropy(7);
  return SigningKey::Generate(entropy);
}

Json Envelope(std::string_view type, std::string_view time, Json data) {
  return Json{{"v", 1},
              {"type", std::string(type)},
              {"time", std::string(time)},
              {"actor", "admin"},
              {"data", std::move(data)}};
}

EvidenceClaims Claims() {
  EvidenceClaims claims{.suite = HashSuite::kSm3,
                        .task = kTask,
                        .attempt = 2,
                        .previous = Sha256("previous"),
                        .commitment = Sha256("commitment"),
                        .authority = kAuthority,
                        .level = "provincial",
                        .as_of = CivilDate(2026, 11, 22),
                        .deadline = ParseUtc(kDeadline).value(),
                        .witnesses = {},
                        .beacon_value = std::string(32, '\x11'),
                        .beacon_signature = std::string(48, '\x22'),
                        .beacon_round = ParseUtc(kBeaconRound).value(),
                        .result_root = Sha256("result"),
                        .transcript = Sha256("transcript")};
  claims.witnesses.push_back({.name = "监督员甲",
                              .key = std::string(32, '\x33'),
                              .contribution = std::string(16, '\x44'),
                              .signature = std::string(64, '\x55'),
                              .commitment = Sha256("witness 1")});
  claims.witnesses.push_back({.name = "观察员乙",
                              .key = std::string(32, '\x66'),
                              .contribution = std::string(64, '\x77'),
                              .signature = std::string(64, '\x88'),
                              .commitment = Sha256("witness 2")});
  return claims;
}

Json Registered(const WitnessClaim& witness, std::string_view organisation) {
  return {{"name", witness.name},
          {"organisation", std::string(organisation)},
          {"key", HexEncode(witness.key)}};
}

Json Committed(const EvidenceClaims& claims) {
  Json witnesses = Json::array();
  for (const WitnessClaim& witness : claims.witnesses) {
    witnesses.push_back({{"name", witness.name},
                         {"key", HexEncode(witness.key)},
                         {"commitment", witness.commitment.ToHex()}});
  }
  return {{"task", claims.task},
          {"attempt", claims.attempt},
          {"previous", claims.previous.ToHex()},
          {"commitment", claims.commitment.ToHex()},
          {"authority", claims.authority},
          {"level", claims.level},
          {"authority_region", "64"},
          {"deadline", kDeadline},
          {"suite", std::string(HashSuiteName(claims.suite))},
          {"witnesses", witnesses}};
}

// The attempt before, with nothing in common but the authority and the task.
Json PreviousCommitted(const EvidenceClaims& claims) {
  Json data = Committed(claims);
  data["attempt"] = claims.attempt - 1;
  data["previous"] = Digest{}.ToHex();
  data["commitment"] = claims.previous.ToHex();
  data["suite"] = "SHA256";
  data["witnesses"] = Json::array();
  return data;
}

Json Revealed(const EvidenceClaims& claims, std::size_t i) {
  const WitnessClaim& witness = claims.witnesses[i];
  return {{"task", claims.task},
          {"attempt", claims.attempt},
          {"position", i + 1},
          {"name", witness.name},
          {"key", HexEncode(witness.key)},
          {"contribution", HexEncode(witness.contribution)},
          {"signature", HexEncode(witness.signature)}};
}

Json Run(const EvidenceClaims& claims) {
  return {{"task", claims.task},
          {"attempt", claims.attempt},
          {"commitment", claims.commitment.ToHex()},
          {"result_root", claims.result_root.ToHex()},
          {"transcript", claims.transcript.ToHex()}};
}

}  // namespace

ExampleDraw::ExampleDraw() : claims(Claims()) {
  const auto add = [this](EvidenceRole role, std::string_view type,
                          std::string_view time, Json data) {
    events.push_back({role, Envelope(type, time, std::move(data))});
  };
  const Json attempt = {{"task", claims.task}, {"attempt", claims.attempt}};
  Json beacon = attempt;
  beacon["value"] = HexEncode(claims.beacon_value);
  beacon["signature"] = HexEncode(claims.beacon_signature);
  add(EvidenceRole::kWitnessRegistered, "witness.registered",
      "2026-11-01T01:00:00.000001Z",
      Registered(claims.witnesses[0], kAuthority));
  add(EvidenceRole::kWitnessRegistered, "witness.registered",
      "2026-11-01T02:00:00.000000Z",
      Registered(claims.witnesses[1], "消费者协会"));
  add(EvidenceRole::kTaskCreated, "task.created", "2026-11-02T01:00:00.000000Z",
      {{"task", claims.task}});
  add(EvidenceRole::kPreviousCommitted, "draw.committed",
      "2026-11-10T01:00:00.000000Z", PreviousCommitted(claims));
  // Already the 22nd in UTC+8, still the 21st in UTC.
  add(EvidenceRole::kCommitted, "draw.committed", "2026-11-21T16:00:00.000000Z",
      Committed(claims));
  leaf(EvidenceRole::kCommitted)["sealed"] = "c2VhbGVk";
  leaf(EvidenceRole::kCommitted)["request"] = {{"id", "r-1"}};
  add(EvidenceRole::kRevealed, "draw.revealed", "2026-11-22T01:00:00.000000Z",
      Revealed(claims, 1));
  add(EvidenceRole::kRevealed, "draw.revealed", "2026-11-22T02:00:00.000000Z",
      Revealed(claims, 0));
  add(EvidenceRole::kBeacon, "draw.beacon", "2026-11-22T03:00:00.000000Z",
      beacon);
  add(EvidenceRole::kRun, "draw.run", "2026-11-22T03:00:00.000001Z",
      Run(claims));
  add(EvidenceRole::kOpened, "draw.opened", "2026-12-30T01:00:00.000000Z",
      attempt);
}

std::size_t ExampleDraw::position(EvidenceRole role, std::size_t nth) const {
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (events[i].role == role && nth-- == 0) return i;
  }
  return events.size();
}

Json& ExampleDraw::leaf(EvidenceRole role, std::size_t nth) {
  return events.at(position(role, nth)).leaf;
}

void ExampleDraw::Remove(EvidenceRole role) {
  events.erase(events.begin() + static_cast<std::ptrdiff_t>(position(role)));
}

void ExampleDraw::Swap(EvidenceRole a, EvidenceRole b) {
  std::swap(events.at(position(a)), events.at(position(b)));
}

Evidence ExampleDraw::Seal() const {
  MemoryTree tree;
  Evidence evidence;
  for (const Event& event : events) {
    tree.Append("another event " + std::to_string(tree.size()));
    const std::string bytes = event.leaf.dump();
    evidence.entries.push_back(
        {.role = event.role, .index = tree.size(), .leaf = bytes, .proof = {}});
    tree.Append(bytes);
  }
  for (EvidenceEntry& entry : evidence.entries) {
    entry.proof = InclusionProof(tree, entry.index, tree.size()).value();
  }
  evidence.journal_key = ExampleJournalKey().ToString();
  evidence.checkpoint =
      SignCheckpoint(kOrigin, tree.size(), tree.frontier().Root(), JournalKey())
          .value();
  return evidence;
}

NoteVerifier ExampleJournalKey() {
  return NoteVerifier::Create(kOrigin, JournalKey().verify_key()).value();
}

std::string FirstFailure(const EvidenceReport& report) {
  const auto failed =
      std::find_if(report.checks.begin(), report.checks.end(),
                   [](const EvidenceCheck& check) { return !check.ok; });
  return failed == report.checks.end() ? "" : failed->name;
}

}  // namespace spotcheck::journal
