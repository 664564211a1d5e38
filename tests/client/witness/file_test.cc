#include "client/witness/file.h"

#include <sys/stat.h>

#include <cstdint>
#include <utility>

#include "client/io/files.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/bytes.h"
#include "lib/base/entropy.h"
#include "lib/base/status_matchers.h"
#include "lib/rules/draw/commit.h"
#include "tests/client/scratch.h"

namespace spotcheck::client {
namespace {

using ::spotcheck::testing::StatusReasonIs;

WitnessKey Key() {
  FakeEntropy entropy(1);
  return {"张三", "市公证处", SigningKey::Generate(entropy)};
}

WitnessSecret Secret() {
  rules::AttemptId attempt;
  attempt.suite = HashSuite::kSm3;
  attempt.task = TaskId("T1");
  attempt.attempt = 2;
  attempt.previous = Sha256("before");
  return MakeWitnessSecret(Key(), attempt, std::string(32, 'c'));
}

TEST(WitnessFileTest, AKeyReadsBackAndItsPublicPartHasNoSeed) {
  const Scratch scratch;
  const std::string secret =
      scratch.Write("k.json", JsonText(KeyJson(Key(), Secrets::kKeep)));
  const std::string open =
      scratch.Write("k.pub.json", JsonText(KeyJson(Key(), Secrets::kLeaveOut)));
  ASSERT_OK_AND_ASSIGN(const WitnessKey key, ReadWitnessKey(secret));
  EXPECT_EQ(key.key.seed(), Key().key.seed());
  ASSERT_OK_AND_ASSIGN(const WitnessIdentity identity,
                       ReadWitnessIdentity(open));
  EXPECT_EQ(identity.name, "张三");
  EXPECT_EQ(identity.key, Key().key.verify_key().ToHex());
  EXPECT_EQ(scratch.Read("k.pub.json").find(HexEncode(Key().key.seed())),
            std::string::npos);
  EXPECT_THAT(ReadWitnessKey(open), StatusReasonIs("FILE_MALFORMED"));
}

TEST(WitnessFileTest, TheCommitmentIsTheProtocols) {
  const WitnessSecret secret = Secret();
  rules::Witness witness;
  witness.name = "张三";
  witness.key = std::string(Key().key.verify_key().bytes());
  witness.contribution = std::string(32, 'c');
  EXPECT_EQ(secret.note.commitment,
            rules::WitnessCommitment(secret.note.attempt, witness));
}

TEST(WitnessFileTest, AContributionReadsBackAndItsPublicPartHidesIt) {
  const Scratch scratch;
  const std::string path =
      scratch.Write("w.json", JsonText(NoteJson(Secret(), Secrets::kKeep)));
  const std::string open = scratch.Write(
      "w.pub.json", JsonText(NoteJson(Secret(), Secrets::kLeaveOut)));
  ASSERT_OK_AND_ASSIGN(const WitnessSecret secret, ReadWitnessSecret(path));
  EXPECT_EQ(secret.contribution, std::string(32, 'c'));
  ASSERT_OK_AND_ASSIGN(const WitnessNote note, ReadWitnessNote(open));
  EXPECT_EQ(note.commitment, Secret().note.commitment);
  EXPECT_EQ(note.attempt.task, TaskId("T1"));
  EXPECT_EQ(note.attempt.attempt, 2);
  EXPECT_EQ(note.attempt.suite, HashSuite::kSm3);
  EXPECT_EQ(scratch.Read("w.pub.json").find(HexEncode(secret.contribution)),
            std::string::npos);
  EXPECT_THAT(ReadWitnessSecret(open), StatusReasonIs("FILE_MALFORMED"));
}

TEST(WitnessFileTest, AnAttemptIsANumberOfTheProtocol) {
  const Scratch scratch;
  const std::pair<std::int64_t, bool> kCases[] = {
      {1, true},         {1'000'000, true},  {0, false},
      {-1, false},       {1'000'001, false}, {std::int64_t{1} << 32, false},
      {INT64_MIN, false}};
  for (const auto& [attempt, fits] : kCases) {
    Json json = NoteJson(Secret(), Secrets::kLeaveOut);
    json["attempt"] = attempt;
    const auto note = ReadWitnessNote(scratch.Write("w.json", JsonText(json)));
    EXPECT_EQ(note.ok(), fits) << attempt;
    if (fits) continue;
    EXPECT_THAT(note, StatusReasonIs("FILE_MALFORMED")) << attempt;
  }
}

TEST(WitnessFileTest, AnAlteredFileIsRefused) {
  const Scratch scratch;
  for (const char* field : {"contribution", "previous", "commitment", "key"}) {
    Json json = NoteJson(Secret(), Secrets::kKeep);
    std::string value = json[field];
    value.back() = value.back() == '0' ? '1' : '0';
    json[field] = value;
    EXPECT_FALSE(
        ReadWitnessSecret(scratch.Write("w.json", JsonText(json))).ok())
        << field;
  }
  EXPECT_THAT(ReadWitnessSecret(scratch.Write("x.json", "[1,2")),
              StatusReasonIs("FILE_MALFORMED"));
  EXPECT_THAT(ReadWitnessSecret(scratch.Write("y.json", "{\"format\":7}")),
              StatusReasonIs("FILE_MALFORMED"));
}

}  // namespace
}  // namespace spotcheck::client
