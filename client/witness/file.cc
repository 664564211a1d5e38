#include "client/witness/file.h"

#include <cstdint>
#include <string>
#include <utility>

#include "client/io/errors.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/commit.h"
#include "lib/rules/draw/text.h"

namespace spotcheck::client {
namespace {

constexpr char kKeyFormat[] = "spotcheck-witness-key/1";
constexpr char kNoteFormat[] = "spotcheck-witness/1";

absl::StatusOr<SigningKey> ReadSeed(const JsonObject& file) {
  ASSIGN_OR_RETURN(const std::string hex, file.Text("seed"));
  ASSIGN_OR_RETURN(const std::string seed, HexDecode(hex));
  return SigningKey::FromSeed(seed);
}

// Reads "tasks/ID" or a bare id.
absl::StatusOr<TaskId> ReadTask(const JsonObject& file) {
  ASSIGN_OR_RETURN(std::string task, file.Text("task"));
  constexpr std::string_view kPrefix = "tasks/";
  if (task.compare(0, kPrefix.size(), kPrefix) == 0) {
    task.erase(0, kPrefix.size());
  }
  if (!IsIdText(task)) {
    return FileMalformedError(file.path(), {"任务名 tasks/ID", "a task"});
  }
  return TaskId(std::move(task));
}

// Reads an attempt in 1…kMaxDrawNumber, the range of the protocol.
absl::StatusOr<std::int64_t> ReadAttempt(const JsonObject& file) {
  ASSIGN_OR_RETURN(const std::int64_t attempt, file.Number("attempt"));
  if (attempt < 1 || attempt > rules::kMaxDrawNumber) {
    const std::string limit = std::to_string(rules::kMaxDrawNumber);
    return FileMalformedError(file.path(),
                              {"attempt 为 1 至 " + limit + " 的整数",
                               "attempt to be a number in 1…" + limit});
  }
  return attempt;
}

absl::StatusOr<Digest> ReadDigest(const JsonObject& file, const char* field) {
  ASSIGN_OR_RETURN(const std::string hex, file.Text(field));
  return DigestFromHex(hex);
}

absl::StatusOr<WitnessNote> NoteFrom(const JsonObject& file) {
  RETURN_IF_ERROR(file.ExpectFormat(kNoteFormat));
  WitnessNote note;
  ASSIGN_OR_RETURN(note.witness_name, file.Text("witness_name"));
  ASSIGN_OR_RETURN(const std::string key, file.Text("key"));
  ASSIGN_OR_RETURN(note.key, VerifyKey::FromHex(key));
  ASSIGN_OR_RETURN(note.commitment, ReadDigest(file, "commitment"));
  ASSIGN_OR_RETURN(note.attempt.task, ReadTask(file));
  ASSIGN_OR_RETURN(note.attempt.attempt, ReadAttempt(file));
  ASSIGN_OR_RETURN(note.attempt.previous, ReadDigest(file, "previous"));
  ASSIGN_OR_RETURN(const std::string suite, file.Text("suite"));
  ASSIGN_OR_RETURN(note.attempt.suite, ParseHashSuite(suite));
  return note;
}

Digest CommitmentOf(const WitnessNote& note, const std::string& contribution) {
  rules::Witness witness;
  witness.name = note.witness_name;
  witness.key = std::string(note.key.bytes());
  witness.contribution = contribution;
  return rules::WitnessCommitment(note.attempt, witness);
}

}  // namespace

Json KeyJson(const WitnessKey& key, Secrets secrets) {
  Json json = {{"format", kKeyFormat},
               {"name", key.name},
               {"organisation", key.organisation},
               {"key", key.key.verify_key().ToHex()}};
  if (secrets == Secrets::kKeep) json["seed"] = HexEncode(key.key.seed());
  return json;
}

absl::StatusOr<WitnessKey> ReadWitnessKey(const std::string& path) {
  ASSIGN_OR_RETURN(const WitnessIdentity identity, ReadWitnessIdentity(path));
  ASSIGN_OR_RETURN(const JsonObject file, JsonObject::Read(path));
  ASSIGN_OR_RETURN(SigningKey key, ReadSeed(file));
  if (key.verify_key().ToHex() != identity.key) {
    return WitnessFilesDifferError();
  }
  return WitnessKey{identity.name, identity.organisation, std::move(key)};
}

absl::StatusOr<WitnessIdentity> ReadWitnessIdentity(const std::string& path) {
  ASSIGN_OR_RETURN(const JsonObject file, JsonObject::Read(path));
  RETURN_IF_ERROR(file.ExpectFormat(kKeyFormat));
  WitnessIdentity identity;
  ASSIGN_OR_RETURN(identity.name, file.Text("name"));
  ASSIGN_OR_RETURN(identity.organisation, file.Text("organisation"));
  ASSIGN_OR_RETURN(identity.key, file.Text("key"));
  return identity;
}

WitnessSecret MakeWitnessSecret(const WitnessKey& key,
                                const rules::AttemptId& attempt,
                                std::string contribution) {
  WitnessNote note{key.name, key.key.verify_key(), Digest(), attempt};
  note.commitment = CommitmentOf(note, contribution);
  return {std::move(note), key.key, std::move(contribution)};
}

Json NoteJson(const WitnessSecret& secret, Secrets secrets) {
  const WitnessNote& note = secret.note;
  Json json = {{"format", kNoteFormat},
               {"witness_name", note.witness_name},
               {"key", note.key.ToHex()},
               {"commitment", note.commitment.ToHex()},
               {"task", rules::TaskName(note.attempt.task)},
               {"attempt", note.attempt.attempt},
               {"previous", note.attempt.previous.ToHex()},
               {"suite", HashSuiteName(note.attempt.suite)}};
  if (secrets == Secrets::kKeep) {
    json["seed"] = HexEncode(secret.key.seed());
    json["contribution"] = HexEncode(secret.contribution);
  }
  return json;
}

absl::StatusOr<WitnessNote> ReadWitnessNote(const std::string& path) {
  ASSIGN_OR_RETURN(const JsonObject file, JsonObject::Read(path));
  return NoteFrom(file);
}

absl::StatusOr<WitnessSecret> ReadWitnessSecret(const std::string& path) {
  ASSIGN_OR_RETURN(const JsonObject file, JsonObject::Read(path));
  ASSIGN_OR_RETURN(WitnessNote note, NoteFrom(file));
  ASSIGN_OR_RETURN(SigningKey key, ReadSeed(file));
  ASSIGN_OR_RETURN(const std::string hex, file.Text("contribution"));
  ASSIGN_OR_RETURN(std::string contribution, HexDecode(hex));
  if (!(key.verify_key() == note.key) ||
      CommitmentOf(note, contribution) != note.commitment) {
    return WitnessFilesDifferError();
  }
  return WitnessSecret{std::move(note), std::move(key),
                       std::move(contribution)};
}

}  // namespace spotcheck::client
