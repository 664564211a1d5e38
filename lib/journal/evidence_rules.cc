#include "lib/journal/evidence_rules.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <set>
#include <string>

#include "lib/base/civil_date.h"
#include "lib/base/text.h"

namespace spotcheck::journal {
namespace {

struct FieldMatch {
  std::string_view field;
  bool equal;
};

Problem FirstDifference(EvidenceRole role,
                        std::initializer_list<FieldMatch> matches) {
  for (const FieldMatch& match : matches) {
    if (match.equal) continue;
    const std::string field(match.field);
    const std::string leaf(EvidenceRoleName(role));
    return Localized{
        leaf + " 叶中的 " + field + " 与 draw.json 不同",
        field + " in the leaf of " + leaf + " differs from draw.json"};
  }
  return std::nullopt;
}

bool IsOf(const EvidenceClaims& claims, const AttemptRef& ref) {
  return ref.task == claims.task && ref.attempt == claims.attempt;
}

bool HasBeacon(const EvidenceClaims& claims) {
  return !claims.beacon_value.empty() || !claims.beacon_signature.empty();
}

bool HasPrevious(const EvidenceClaims& claims) {
  return claims.previous != Digest{};
}

Problem FindWrongTask(const DrawFacts& facts, const EvidenceClaims& claims) {
  return FirstDifference(
      EvidenceRole::kTaskCreated,
      {{"task", facts.tasks.front().event.task == claims.task}});
}

bool SameWitnesses(const std::vector<CommittedWitness>& committed,
                   const std::vector<WitnessClaim>& claimed) {
  return std::equal(committed.begin(), committed.end(), claimed.begin(),
                    claimed.end(),
                    [](const CommittedWitness& a, const WitnessClaim& b) {
                      return a.name == b.name && a.key == b.key &&
                             a.commitment == b.commitment;
                    });
}

Problem FindWrongCommitment(const DrawFacts& facts,
                            const EvidenceClaims& claims) {
  const DrawCommitted& leaf = facts.committed.front().event;
  return FirstDifference(
      EvidenceRole::kCommitted,
      {{"task, attempt", IsOf(claims, leaf.attempt)},
       {"suite", leaf.suite == claims.suite},
       {"previous", leaf.previous == claims.previous},
       {"commitment", leaf.commitment == claims.commitment},
       {"authority", leaf.authority == claims.authority},
       {"level", leaf.level == claims.level},
       {"deadline", leaf.deadline == claims.deadline},
       {"witnesses", SameWitnesses(leaf.witnesses, claims.witnesses)}});
}

// True if two witnesses of the attempt have the same name or the same key.
bool HasRepeatedWitness(const std::vector<WitnessClaim>& witnesses) {
  std::set<std::string> names;
  std::set<std::string> keys;
  for (const WitnessClaim& witness : witnesses) {
    names.insert(witness.name);
    keys.insert(witness.key);
  }
  return names.size() != witnesses.size() || keys.size() != witnesses.size();
}

Problem FindUnregistered(const DrawFacts& facts, const EvidenceClaims& claims) {
  if (HasRepeatedWitness(claims.witnesses)) {
    return Localized{"见证人的姓名或密钥重复",
                     "a witness's name or key is repeated"};
  }
  for (const WitnessClaim& witness : claims.witnesses) {
    const bool registered =
        std::any_of(facts.registrations.begin(), facts.registrations.end(),
                    [&witness](const Recorded<WitnessRegistered>& leaf) {
                      return leaf.event.name == witness.name &&
                             leaf.event.key == witness.key;
                    });
    if (!registered) {
      const std::string name = Quotable(witness.name);
      return Localized{"见证人 " + name + " 的密钥没有登记叶",
                       "no leaf registers the key of witness " + name};
    }
  }
  return std::nullopt;
}

// Folds an organisation's name for comparison: a spelling variant of the
// authority's own name is not another body.
std::string Folded(const std::string& name) {
  return DeleteWhiteSpace(ToNfkcFolded(name).value_or(""));
}

Problem FindNoOtherBody(const DrawFacts& facts, const EvidenceClaims& claims) {
  const std::string authority = Folded(claims.authority);
  const bool other =
      std::any_of(facts.registrations.begin(), facts.registrations.end(),
                  [&authority](const Recorded<WitnessRegistered>& leaf) {
                    const std::string body = Folded(leaf.event.organisation);
                    return !body.empty() && body != authority;
                  });
  if (other) return std::nullopt;
  return Localized{"没有其他单位的见证人", "no witness is of another body"};
}

Problem FindWrongPrevious(const DrawFacts& facts,
                          const EvidenceClaims& claims) {
  if (!HasPrevious(claims)) {
    if (claims.attempt == 1) return std::nullopt;
    return Localized{"第二次及以后的抽取没有前一承诺",
                     "a later attempt has no previous commitment"};
  }
  const DrawCommitted& before = facts.previous.front().event;
  const DrawCommitted& leaf = facts.committed.front().event;
  const bool same_task = before.attempt.task == claims.task;
  return FirstDifference(
      EvidenceRole::kPreviousCommitted,
      {{"commitment", before.commitment == claims.previous},
       {"authority", before.authority == leaf.authority},
       {"level", before.level == leaf.level},
       {"authority_region", before.authority_region == leaf.authority_region},
       {"attempt",
        !same_task || before.attempt.attempt + 1 == claims.attempt}});
}

Problem FindWrongReveal(const DrawFacts& facts, const EvidenceClaims& claims) {
  for (std::size_t i = 0; i < claims.witnesses.size(); ++i) {
    const WitnessClaim& witness = claims.witnesses[i];
    const auto found = std::find_if(
        facts.reveals.begin(), facts.reveals.end(),
        [i](const auto& leaf) { return leaf.event.position == i + 1; });
    if (found == facts.reveals.end()) {
      const std::string position = std::to_string(i + 1);
      return Localized{"第 " + position + " 位见证人没有揭示叶",
                       "no leaf reveals for witness " + position};
    }
    const DrawRevealed& leaf = found->event;
    const Problem problem = FirstDifference(
        EvidenceRole::kRevealed,
        {{"task, attempt", IsOf(claims, leaf.attempt)},
         {"name", leaf.name == witness.name},
         {"key", leaf.key == witness.key},
         {"contribution", leaf.contribution == witness.contribution},
         {"signature", leaf.signature == witness.signature}});
    if (problem) return problem;
  }
  return std::nullopt;
}

Problem FindWrongBeacon(const DrawFacts& facts, const EvidenceClaims& claims) {
  if (!HasBeacon(claims)) return std::nullopt;
  const DrawBeacon& leaf = facts.beacons.front().event;
  return FirstDifference(
      EvidenceRole::kBeacon,
      {{"task, attempt", IsOf(claims, leaf.attempt)},
       {"value", leaf.value == claims.beacon_value},
       {"signature", leaf.signature == claims.beacon_signature}});
}

Problem FindWrongRun(const DrawFacts& facts, const EvidenceClaims& claims) {
  const DrawRun& leaf = facts.runs.front().event;
  return FirstDifference(
      EvidenceRole::kRun,
      {{"task, attempt", IsOf(claims, leaf.attempt)},
       {"commitment", leaf.commitment == claims.commitment},
       {"result_root", leaf.result_root == claims.result_root},
       {"transcript", leaf.transcript == claims.transcript}});
}

Problem FindWrongOpening(const DrawFacts& facts, const EvidenceClaims& claims) {
  if (facts.opened.empty()) return std::nullopt;
  return FirstDifference(
      EvidenceRole::kOpened,
      {{"task, attempt", IsOf(claims, facts.opened.front().event.attempt)}});
}

Problem FindLateAsOf(const DrawFacts& facts, const EvidenceClaims& claims) {
  const CivilDate day = CivilDate::Of(facts.committed.front().time);
  if (claims.as_of <= day) return std::nullopt;
  return Localized{
      "基准日 " + claims.as_of.ToString() + " 晚于承诺日 " + day.ToString(),
      "as_of " + claims.as_of.ToString() +
          " is later than the commitment's day " + day.ToString()};
}

// Commitment, reveals and beacon must come before the deadline. The run may
// come later: an attempt that has all it needs runs at the server's next start.
Problem FindMissedDeadline(const DrawFacts& facts,
                           const EvidenceClaims& claims) {
  const auto in_time = [&claims](const auto& leaf) {
    return leaf.time < claims.deadline;
  };
  const std::string deadline = FormatUtcSeconds(claims.deadline);
  if (!in_time(facts.committed.front())) {
    return Localized{
        "截止时间 " + deadline + " 不晚于承诺",
        "the deadline " + deadline + " is not later than the commitment"};
  }
  if (!std::all_of(facts.reveals.begin(), facts.reveals.end(), in_time) ||
      !std::all_of(facts.beacons.begin(), facts.beacons.end(), in_time)) {
    return Localized{
        "截止时间 " + deadline + " 之后仍有揭示或信标",
        "a reveal or the beacon is not before the deadline " + deadline};
  }
  return std::nullopt;
}

// Checks the time of the beacon's round: it is after the commitment, so that
// nobody knew the value then; before the deadline, so that it could come in
// time; and before its leaf, so that the leaf can hold its value.
Problem FindWrongRound(const DrawFacts& facts, const EvidenceClaims& claims) {
  if (!HasBeacon(claims)) return std::nullopt;
  if (!claims.beacon_round.has_value()) {
    return Localized{"信标的链未知，无从得知该轮的公布时间",
                     "the beacon's chain is not known, so neither is the "
                     "round's time"};
  }
  const absl::Time round = *claims.beacon_round;
  const std::string at = FormatUtcSeconds(round);
  if (facts.committed.front().time >= round) {
    return Localized{
        "信标轮次 " + at + " 不晚于承诺",
        "the beacon's round of " + at + " is not later than the commitment"};
  }
  if (round >= claims.deadline) {
    const std::string deadline = FormatUtcSeconds(claims.deadline);
    return Localized{"信标轮次 " + at + " 不早于截止时间 " + deadline,
                     "the beacon's round of " + at +
                         " is not before the deadline " + deadline};
  }
  if (facts.beacons.front().time < round) {
    return Localized{"信标在其轮次 " + at + " 之前已入日志",
                     "the beacon was journalled before its round of " + at};
  }
  return std::nullopt;
}

}  // namespace

Problem FindWrongCounts(const DrawFacts& facts, const EvidenceClaims& claims) {
  struct Count {
    EvidenceRole role;
    std::size_t found;
    std::size_t least;
    std::size_t most;
  };
  const std::size_t witnesses = claims.witnesses.size();
  const std::size_t previous = HasPrevious(claims) ? 1 : 0;
  const std::size_t beacons = HasBeacon(claims) ? 1 : 0;
  const Count counts[] = {
      {EvidenceRole::kWitnessRegistered, facts.registrations.size(), witnesses,
       witnesses},
      {EvidenceRole::kTaskCreated, facts.tasks.size(), 1, 1},
      {EvidenceRole::kPreviousCommitted, facts.previous.size(), previous,
       previous},
      {EvidenceRole::kCommitted, facts.committed.size(), 1, 1},
      {EvidenceRole::kRevealed, facts.reveals.size(), witnesses, witnesses},
      {EvidenceRole::kBeacon, facts.beacons.size(), beacons, beacons},
      {EvidenceRole::kRun, facts.runs.size(), 1, 1},
      {EvidenceRole::kOpened, facts.opened.size(), 0, 1},
  };
  for (const Count& count : counts) {
    if (count.least <= count.found && count.found <= count.most) continue;
    const std::string role(EvidenceRoleName(count.role));
    const std::string found = std::to_string(count.found);
    const std::string most = std::to_string(count.most);
    return Localized{role + " 有 " + found + " 条，应为 " + most + " 条",
                     role + " occurs " + found + " times instead of " + most};
  }
  return std::nullopt;
}

std::vector<EvidenceRule> EvidenceRules() {
  return {
      {"task", "任务在日志中", "the task is in the journal", FindWrongTask},
      {"commitment", "承诺与 draw.json 相同", "the commitment is draw.json's",
       FindWrongCommitment},
      {"witnesses", "每位见证人的密钥在承诺之前登记",
       "every witness's key was registered before the commitment",
       FindUnregistered},
      {"other_body", "至少一位见证人属于其他单位",
       "at least one witness is of another body", FindNoOtherBody},
      {"previous", "与同一机关的前一次抽取相接",
       "chained to the same authority's preceding attempt", FindWrongPrevious},
      {"reveals", "每次揭示与 draw.json 相同", "every reveal is draw.json's",
       FindWrongReveal},
      {"beacon", "信标与 draw.json 相同（或没有信标）",
       "the beacon is draw.json's, or there is none", FindWrongBeacon},
      {"run", "结果与 draw.json 相同", "the result is draw.json's",
       FindWrongRun},
      {"opened", "公开记录属于本次抽取（或没有）",
       "the opening is this attempt's, or there is none", FindWrongOpening},
      {"as_of", "基准日不晚于承诺日",
       "as_of is not later than the commitment's day", FindLateAsOf},
      {"deadline", "承诺与各次揭示早于截止时间",
       "commitment and reveals are before the deadline", FindMissedDeadline},
      {"beacon_round",
       "信标轮次晚于承诺、早于截止，公布后才入日志（或没有信标）",
       "the beacon's round is later than the commitment, before the deadline "
       "and not after its leaf, or there is none",
       FindWrongRound},
  };
}

}  // namespace spotcheck::journal
