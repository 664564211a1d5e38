#include "lib/journal/note.h"

#include <fstream>
#include <string>
#include <string_view>

#include "gtest/gtest.h"
#include "lib/base/bytes.h"
#include "lib/base/status_matchers.h"
#include "nlohmann/json.hpp"
#include "tests/source_dir.h"

namespace spotcheck::journal {
namespace {

using ::spotcheck::testing::IsOkAndHolds;
using ::spotcheck::testing::StatusReasonIs;

constexpr char kText[] = "第一行\n\nthird line\n";

NoteSigner SignerNamed(std::string_view name) {
  FakeEntropy entropy(name.size());
  return NoteSigner::Create(name, SigningKey::Generate(entropy)).value();
}

// The signature line alone.
std::string LineOf(const std::string& note) {
  return note.substr(note.rfind("\n\n") + 2);
}

struct PublishedNote {
  std::string key;
  std::string note;
};

PublishedNote Published() {
  std::ifstream file(SourceDir() +
                     "/tests/testdata/vectors/rfc6962_vectors.json");
  const nlohmann::json vectors = nlohmann::json::parse(file);
  return {vectors["signed_note"]["vkey"], vectors["signed_note"]["note"]};
}

TEST(Note, PublishedNoteOpensWithThePublishedKey) {
  const PublishedNote published = Published();
  ASSERT_OK_AND_ASSIGN(const NoteVerifier verifier,
                       NoteVerifier::Parse(published.key));
  EXPECT_EQ(verifier.name(), "example.com/foo");
  EXPECT_EQ(verifier.ToString(), published.key);
  EXPECT_THAT(OpenNote(published.note, verifier),
              IsOkAndHolds(std::string("This is an example message.\n")));
}

TEST(Note, PublishedNoteWithAnyByteChangedIsRefused) {
  const PublishedNote published = Published();
  ASSERT_OK_AND_ASSIGN(const NoteVerifier verifier,
                       NoteVerifier::Parse(published.key));
  for (std::size_t i = 0; i < published.note.size(); ++i) {
    for (const int flip : {1, 2, 0x20, 0x80}) {
      std::string changed = published.note;
      changed[i] = static_cast<char>(changed[i] ^ flip);
      EXPECT_FALSE(OpenNote(changed, verifier).ok()) << i << " " << flip;
    }
  }
}

TEST(Note, SignedTextOpensAsItWas) {
  const NoteSigner signer = SignerNamed("example.com/journal");
  ASSERT_OK_AND_ASSIGN(const std::string note, SignNote(kText, signer));
  EXPECT_THAT(OpenNote(note, signer.verifier()),
              IsOkAndHolds(std::string(kText)));
}

TEST(Note, UnsignableTextIsRefused) {
  const NoteSigner signer = SignerNamed("a");
  EXPECT_THAT(SignNote("no line feed", signer),
              StatusReasonIs("NOTE_LAYOUT_WRONG"));
  EXPECT_THAT(SignNote("", signer), StatusReasonIs("NOTE_LAYOUT_WRONG"));
  EXPECT_THAT(SignNote("tab\there\n", signer),
              StatusReasonIs("NOTE_TEXT_INVALID"));
  EXPECT_THAT(SignNote("\xFF\n", signer), StatusReasonIs("NOTE_TEXT_INVALID"));
}

TEST(Note, SignaturesOfUnknownKeysAreIgnored) {
  const NoteSigner ours = SignerNamed("a");
  const NoteSigner other = SignerNamed("bb");
  ASSERT_OK_AND_ASSIGN(const std::string note, SignNote(kText, ours));
  ASSERT_OK_AND_ASSIGN(const std::string theirs, SignNote(kText, other));
  const std::string both = theirs + LineOf(note);
  EXPECT_OK(OpenNote(both, ours.verifier()));
  EXPECT_OK(OpenNote(both, other.verifier()));
  EXPECT_THAT(OpenNote(both, SignerNamed("ccc").verifier()),
              StatusReasonIs("NOTE_SIGNATURE_MISSING"));
}

TEST(Note, KeyOfTheSameNameButOtherBytesIsUnknown) {
  FakeEntropy entropy(9);
  ASSERT_OK_AND_ASSIGN(const NoteSigner impostor,
                       NoteSigner::Create("a", SigningKey::Generate(entropy)));
  ASSERT_OK_AND_ASSIGN(const std::string note, SignNote(kText, impostor));
  EXPECT_THAT(OpenNote(note, SignerNamed("a").verifier()),
              StatusReasonIs("NOTE_SIGNATURE_MISSING"));
}

TEST(Note, ABadSignatureOfAKnownKeyRefusesTheNoteBesideAGoodOne) {
  const NoteSigner signer = SignerNamed("a");
  ASSERT_OK_AND_ASSIGN(const std::string note, SignNote(kText, signer));
  ASSERT_OK_AND_ASSIGN(const std::string other, SignNote("other\n", signer));
  EXPECT_OK(OpenNote(note + LineOf(note), signer.verifier()));
  EXPECT_THAT(OpenNote(note + LineOf(other), signer.verifier()),
              StatusReasonIs("NOTE_SIGNATURE_WRONG"));
}

TEST(Note, SignatureOfTheWrongLengthIsWrong) {
  const NoteSigner signer = SignerNamed("a");
  const std::string bytes = signer.verifier().KeyId() + "short";
  EXPECT_THAT(
      OpenNote("text\n\n— a " + Base64Encode(bytes) + "\n", signer.verifier()),
      StatusReasonIs("NOTE_SIGNATURE_WRONG"));
}

TEST(Note, HostileLayoutsAreRefused) {
  const NoteSigner signer = SignerNamed("a");
  const std::string note = SignNote("text\n", signer).value();
  const std::string line = LineOf(note);
  const std::string base64 = line.substr(line.rfind(' ') + 1);
  const struct {
    std::string note;
    std::string reason;
  } cases[] = {
      {"", "NOTE_LAYOUT_WRONG"},
      {"text\n" + line, "NOTE_LAYOUT_WRONG"},
      {note.substr(0, note.size() - 1), "NOTE_LAYOUT_WRONG"},
      {line, "NOTE_LAYOUT_WRONG"},
      {"text\n\n", "NOTE_SIGNATURE_MISSING"},
      {note + "\n", "NOTE_SIGNATURE_MISSING"},
      {note + "garbage\n", "NOTE_SIGNATURE_MALFORMED"},
      {note + "— a\n", "NOTE_SIGNATURE_MALFORMED"},
      {note + "— a AAAA\n", "NOTE_SIGNATURE_MALFORMED"},
      {note + "— a !\n", "NOTE_SIGNATURE_MALFORMED"},
      {note + "—  " + base64, "NOTE_SIGNATURE_MALFORMED"},
      {note + "— a+b " + base64, "NOTE_SIGNATURE_MALFORMED"},
      {note + "— a  " + base64, "NOTE_SIGNATURE_MALFORMED"},
      {note + "- a " + base64, "NOTE_SIGNATURE_MALFORMED"},
      {note + "— x\u3000y " + base64, "NOTE_SIGNATURE_MALFORMED"},
      {"te\rxt\n\n" + line, "NOTE_TEXT_INVALID"},
      {std::string("te\0xt\n\n", 7) + line, "NOTE_TEXT_INVALID"},
      {"te\xC0\x80xt\n\n" + line, "NOTE_TEXT_INVALID"},
      {"other\n\n" + line, "NOTE_SIGNATURE_WRONG"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(OpenNote(c.note, signer.verifier()), StatusReasonIs(c.reason))
        << c.note;
  }
}

TEST(Note, SixteenSignaturesAreReadAndAFloodIsNot) {
  const NoteSigner signer = SignerNamed("a");
  const std::string note = SignNote(kText, signer).value();
  const std::string other = LineOf(SignNote(kText, SignerNamed("bb")).value());
  std::string many = note;
  for (int i = 1; i < kMaxNoteSignatures; ++i) many += other;
  EXPECT_OK(OpenNote(many, signer.verifier()));
  EXPECT_THAT(OpenNote(many + other, signer.verifier()),
              StatusReasonIs("NOTE_SIGNATURES_TOO_MANY"));
}

TEST(NoteVerifier, MalformedKeysAreRefused) {
  const std::string key = Published().key;
  const std::string base64 = key.substr(key.rfind('+', 30) + 1);
  const struct {
    std::string text;
    std::string reason;
  } cases[] = {
      {"", "VERIFIER_KEY_MALFORMED"},
      {"example.com/foo", "VERIFIER_KEY_MALFORMED"},
      {"example.com/foo+530d903a", "VERIFIER_KEY_MALFORMED"},
      {"example.com/foo+530D903A+" + base64, "VERIFIER_KEY_MALFORMED"},
      {"example.com/foo+530d903a+" + base64 + "\n", "VERIFIER_KEY_MALFORMED"},
      {"example.com/foo+530d903a+" + base64.substr(4),
       "VERIFIER_KEY_MALFORMED"},
      {"example.com/foo+530d903b+" + base64, "VERIFIER_KEY_ID_WRONG"},
      {"example.com/foo+530d90+" + base64, "VERIFIER_KEY_ID_WRONG"},
      {"example.com/fox+530d903a+" + base64, "VERIFIER_KEY_ID_WRONG"},
      {"+530d903a+" + base64, "NOTE_KEY_NAME_INVALID"},
      {"a b+530d903a+" + base64, "NOTE_KEY_NAME_INVALID"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(NoteVerifier::Parse(c.text), StatusReasonIs(c.reason))
        << c.text;
  }
}

TEST(NoteVerifier, NamesThatBreakASignatureLineAreRefused) {
  const VerifyKey key = SignerNamed("a").verifier().key();
  for (const std::string_view name :
       {"", " ", "a b", "a+b", "a\nb", "a\x7F", "a\u00A0", "\xFF"}) {
    EXPECT_THAT(NoteVerifier::Create(name, key),
                StatusReasonIs("NOTE_KEY_NAME_INVALID"))
        << name;
  }
  EXPECT_OK(NoteVerifier::Create("抽查.example/日志", key));
}

}  // namespace
}  // namespace spotcheck::journal
