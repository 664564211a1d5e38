#include "lib/journal/leaf.h"

#include <array>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/journal/errors.h"
#include "lib/journal/strict_json.h"

namespace spotcheck::journal {
namespace {

constexpr std::uint64_t kLeafVersion = 1;

absl::StatusOr<AttemptRef> ReadAttempt(const Json& data) {
  AttemptRef ref;
  ASSIGN_OR_RETURN(ref.task, TextMember(data, "task"));
  ASSIGN_OR_RETURN(ref.attempt, IntegerMember(data, "attempt"));
  return ref;
}

absl::StatusOr<LeafData> ReadRegistered(const Json& data) {
  WitnessRegistered event;
  ASSIGN_OR_RETURN(event.name, TextMember(data, "name"));
  ASSIGN_OR_RETURN(event.organisation, TextMember(data, "organisation"));
  ASSIGN_OR_RETURN(event.key, HexMember(data, "key"));
  return event;
}

absl::StatusOr<LeafData> ReadTask(const Json& data) {
  TaskCreated event;
  ASSIGN_OR_RETURN(event.task, TextMember(data, "task"));
  return event;
}

absl::StatusOr<std::vector<CommittedWitness>> ReadWitnesses(const Json& data) {
  ASSIGN_OR_RETURN(const Json* array, ArrayMember(data, "witnesses"));
  std::vector<CommittedWitness> witnesses;
  for (const Json& item : *array) {
    CommittedWitness& witness = witnesses.emplace_back();
    ASSIGN_OR_RETURN(witness.name, TextMember(item, "name"));
    ASSIGN_OR_RETURN(witness.key, HexMember(item, "key"));
    ASSIGN_OR_RETURN(witness.commitment, DigestMember(item, "commitment"));
  }
  return witnesses;
}

absl::StatusOr<LeafData> ReadCommitted(const Json& data) {
  DrawCommitted event;
  ASSIGN_OR_RETURN(event.attempt, ReadAttempt(data));
  ASSIGN_OR_RETURN(event.previous, DigestMember(data, "previous"));
  ASSIGN_OR_RETURN(event.commitment, DigestMember(data, "commitment"));
  ASSIGN_OR_RETURN(event.authority, TextMember(data, "authority"));
  ASSIGN_OR_RETURN(event.level, TextMember(data, "level"));
  ASSIGN_OR_RETURN(event.authority_region,
                   TextMember(data, "authority_region"));
  ASSIGN_OR_RETURN(event.deadline, TimeMember(data, "deadline"));
  ASSIGN_OR_RETURN(std::string suite, TextMember(data, "suite"));
  ASSIGN_OR_RETURN(event.suite, ParseHashSuite(suite));
  ASSIGN_OR_RETURN(event.witnesses, ReadWitnesses(data));
  return event;
}

absl::StatusOr<LeafData> ReadRevealed(const Json& data) {
  DrawRevealed event;
  ASSIGN_OR_RETURN(event.attempt, ReadAttempt(data));
  ASSIGN_OR_RETURN(event.position, IntegerMember(data, "position"));
  ASSIGN_OR_RETURN(event.name, TextMember(data, "name"));
  ASSIGN_OR_RETURN(event.key, HexMember(data, "key"));
  ASSIGN_OR_RETURN(event.contribution, HexMember(data, "contribution"));
  ASSIGN_OR_RETURN(event.signature, HexMember(data, "signature"));
  return event;
}

absl::StatusOr<LeafData> ReadBeacon(const Json& data) {
  DrawBeacon event;
  ASSIGN_OR_RETURN(event.attempt, ReadAttempt(data));
  ASSIGN_OR_RETURN(event.value, HexMember(data, "value"));
  ASSIGN_OR_RETURN(event.signature, HexMember(data, "signature"));
  return event;
}

absl::StatusOr<LeafData> ReadRun(const Json& data) {
  DrawRun event;
  ASSIGN_OR_RETURN(event.attempt, ReadAttempt(data));
  ASSIGN_OR_RETURN(event.commitment, DigestMember(data, "commitment"));
  ASSIGN_OR_RETURN(event.result_root, DigestMember(data, "result_root"));
  ASSIGN_OR_RETURN(event.transcript, DigestMember(data, "transcript"));
  return event;
}

absl::StatusOr<LeafData> ReadOpened(const Json& data) {
  DrawOpened event;
  ASSIGN_OR_RETURN(event.attempt, ReadAttempt(data));
  return event;
}

struct TypeReader {
  std::string_view type;
  absl::StatusOr<LeafData> (*read)(const Json& data);
};

constexpr std::array kReaders = {
    TypeReader{WitnessRegistered::kType, ReadRegistered},
    TypeReader{TaskCreated::kType, ReadTask},
    TypeReader{DrawCommitted::kType, ReadCommitted},
    TypeReader{DrawRevealed::kType, ReadRevealed},
    TypeReader{DrawBeacon::kType, ReadBeacon},
    TypeReader{DrawRun::kType, ReadRun},
    TypeReader{DrawOpened::kType, ReadOpened},
};

}  // namespace

std::string_view LeafType(const LeafData& data) {
  return std::visit(
      [](const auto& event) -> std::string_view { return event.kType; }, data);
}

absl::StatusOr<Leaf> ParseLeaf(std::string_view bytes) {
  ASSIGN_OR_RETURN(const Json json, ParseJsonObject(bytes));
  ASSIGN_OR_RETURN(std::uint64_t version, IntegerMember(json, "v"));
  if (version != kLeafVersion) return LeafVersionUnknown(version);
  ASSIGN_OR_RETURN(std::string type, TextMember(json, "type"));
  RETURN_IF_ERROR(TextMember(json, "actor").status());
  ASSIGN_OR_RETURN(absl::Time time, TimeMember(json, "time"));
  ASSIGN_OR_RETURN(const Json* data, ObjectMember(json, "data"));
  for (const TypeReader& reader : kReaders) {
    if (reader.type != type) continue;
    ASSIGN_OR_RETURN(LeafData event, reader.read(*data));
    return Leaf{.time = time, .data = std::move(event)};
  }
  return LeafTypeUnknown(type);
}

}  // namespace spotcheck::journal
