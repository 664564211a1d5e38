#include "lib/journal/checkpoint.h"

#include <cstdint>
#include <limits>
#include <string>

#include "gtest/gtest.h"
#include "lib/base/entropy.h"
#include "lib/base/status_matchers.h"
#include "lib/journal/merkle.h"

namespace spotcheck::journal {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;

constexpr char kOrigin[] = "example.com/behind-the-sofa";
// The example of the specification.
constexpr char kText[] =
    "example.com/behind-the-sofa\n20852163\n"
    "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

SigningKey Key() {
  FakeEntropy entropy(1);
  return SigningKey::Generate(entropy);
}

NoteVerifier Verifier(std::string_view name) {
  return NoteVerifier::Create(name, Key().verify_key()).value();
}

TEST(Checkpoint, ThePublishedExampleParsesAndFormatsBack) {
  ASSERT_OK_AND_ASSIGN(const Checkpoint checkpoint, ParseCheckpoint(kText));
  EXPECT_EQ(checkpoint.origin, kOrigin);
  EXPECT_EQ(checkpoint.size, 20852163u);
  EXPECT_TRUE(checkpoint.extensions.empty());
  EXPECT_THAT(FormatCheckpoint(checkpoint), IsOkAndHolds(std::string(kText)));
}

TEST(Checkpoint, ExtensionLinesAreKept) {
  const std::string text = std::string(kText) + "time 2026\nmore\n";
  ASSERT_OK_AND_ASSIGN(const Checkpoint checkpoint, ParseCheckpoint(text));
  EXPECT_EQ(checkpoint.extensions,
            (std::vector<std::string>{"time 2026", "more"}));
  EXPECT_THAT(FormatCheckpoint(checkpoint), IsOkAndHolds(text));
}

TEST(Checkpoint, OtherSpellingsAreRefused) {
  const std::string root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
  const std::string cases[] = {
      "",
      "o\n1\n",
      "o\n1\n" + root,
      "\n1\n" + root + "\n",
      "o\n01\n" + root + "\n",
      "o\n+1\n" + root + "\n",
      "o\n-1\n" + root + "\n",
      "o\n\n" + root + "\n",
      "o\n1 \n" + root + "\n",
      "o\n0x1\n" + root + "\n",
      "o\n18446744073709551616\n" + root + "\n",
      "o\n1\n" + root.substr(0, 43) + "\n",
      "o\n1\nAAAA\n",
      "o\n1\n" + root + "\n\n",
      "o\n1\n" + root + "\n\nx\n",
      "o\n1\n" + root + "\nx\ty\n",
      "o\r\n1\n" + root + "\n",
      "\xFF\n1\n" + root + "\n",
      "o\n0\n" + root + "\n",
  };
  for (const std::string& text : cases) {
    EXPECT_THAT(ParseCheckpoint(text), StatusReasonIs("CHECKPOINT_MALFORMED"))
        << text;
  }
}

TEST(Checkpoint, PartsThatCannotBeWrittenAreRefused) {
  EXPECT_THAT(FormatCheckpoint({.origin = "a\nb", .size = 1}),
              StatusReasonIs("CHECKPOINT_MALFORMED"));
  EXPECT_THAT(FormatCheckpoint({.origin = "a", .size = 1, .extensions = {""}}),
              StatusReasonIs("CHECKPOINT_MALFORMED"));
}

TEST(Checkpoint, SignedCheckpointOpensWithItsKey) {
  const std::uint64_t sizes[] = {1, std::numeric_limits<std::uint64_t>::max()};
  for (const std::uint64_t size : sizes) {
    ASSERT_OK_AND_ASSIGN(const std::string note,
                         SignCheckpoint(kOrigin, size, LeafHash("x"), Key()));
    EXPECT_THAT(OpenCheckpoint(note, Verifier(kOrigin)),
                IsOkAndHolds(Checkpoint{
                    .origin = kOrigin, .size = size, .root = LeafHash("x")}));
    EXPECT_THAT(OpenCheckpoint(note, Verifier("example.com/other")),
                StatusReasonIs("NOTE_SIGNATURE_MISSING"));
  }
}

TEST(Checkpoint, EmptyJournalHasACheckpointOfTheEmptyRootOnly) {
  EXPECT_OK(SignCheckpoint(kOrigin, 0, EmptyRoot(), Key()));
  EXPECT_THAT(SignCheckpoint(kOrigin, 0, LeafHash(""), Key()),
              StatusReasonIs("CHECKPOINT_MALFORMED"));
}

TEST(Checkpoint, OriginThatIsNoKeyNameIsNotSigned) {
  EXPECT_THAT(SignCheckpoint("a b", 0, EmptyRoot(), Key()),
              StatusReasonIs("NOTE_KEY_NAME_INVALID"));
}

TEST(Checkpoint, SignedUnderAnotherNameIsRefused) {
  ASSERT_OK_AND_ASSIGN(const NoteSigner signer,
                       NoteSigner::Create("example.com/other", Key()));
  ASSERT_OK_AND_ASSIGN(const std::string note, SignNote(kText, signer));
  EXPECT_THAT(OpenCheckpoint(note, signer.verifier()),
              StatusReasonIs("CHECKPOINT_ORIGIN_WRONG"));
}

TEST(Checkpoint, SignedNoteOfAnotherKindIsRefused) {
  ASSERT_OK_AND_ASSIGN(const NoteSigner signer,
                       NoteSigner::Create(kOrigin, Key()));
  ASSERT_OK_AND_ASSIGN(const std::string note, SignNote("hello\n", signer));
  EXPECT_THAT(OpenCheckpoint(note, signer.verifier()),
              StatusReasonIs("CHECKPOINT_MALFORMED"));
}

}  // namespace
}  // namespace spotcheck::journal
