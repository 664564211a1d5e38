#include "lib/journal/note.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "lib/base/bytes.h"
#include "lib/base/hash.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/journal/errors.h"

namespace spotcheck::journal {
namespace {

constexpr std::string_view kSignaturePrefix = "\u2014 ";  // em dash, space
constexpr std::string_view kEd25519Type("\x01", 1);
constexpr std::size_t kKeyIdSize = 4;

bool IsKeyName(std::string_view name) {
  return !name.empty() && IsValidUtf8(name) && !HasControlCharacter(name) &&
         name.find('+') == std::string_view::npos &&
         DeleteWhiteSpace(name) == name;
}

bool IsNoteText(std::string_view text) {
  const bool has_control = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n';
  });
  return !has_control && IsValidUtf8(text);
}

struct SignatureLine {
  std::string_view name;
  std::string key_id;
  std::string signature;
};

absl::StatusOr<SignatureLine> ParseSignatureLine(std::string_view line) {
  if (!line.starts_with(kSignaturePrefix)) return NoteSignatureMalformed(line);
  const std::string_view body = line.substr(kSignaturePrefix.size());
  const std::size_t space = body.find(' ');
  if (space == std::string_view::npos) return NoteSignatureMalformed(line);
  const absl::StatusOr<std::string> bytes =
      Base64Decode(body.substr(space + 1));
  const std::string_view name = body.substr(0, space);
  if (!bytes.ok() || bytes->size() <= kKeyIdSize || !IsKeyName(name)) {
    return NoteSignatureMalformed(line);
  }
  return SignatureLine{.name = name,
                       .key_id = bytes->substr(0, kKeyIdSize),
                       .signature = bytes->substr(kKeyIdSize)};
}

struct NoteParts {
  std::string_view text;
  std::vector<SignatureLine> signatures;
};

absl::StatusOr<NoteParts> SplitNote(std::string_view note) {
  if (!IsNoteText(note)) return NoteTextInvalid();
  const std::size_t blank = note.rfind("\n\n");
  if (blank == std::string_view::npos || !note.ends_with('\n')) {
    return NoteLayoutWrong();
  }
  NoteParts parts{.text = note.substr(0, blank + 1), .signatures = {}};
  std::string_view rest = note.substr(blank + 2);
  while (!rest.empty()) {
    if (parts.signatures.size() == kMaxNoteSignatures) {
      return NoteSignaturesTooMany(kMaxNoteSignatures);
    }
    const std::size_t end = rest.find('\n');
    ASSIGN_OR_RETURN(SignatureLine line,
                     ParseSignatureLine(rest.substr(0, end)));
    parts.signatures.push_back(std::move(line));
    rest.remove_prefix(end + 1);
  }
  return parts;
}

}  // namespace

absl::StatusOr<NoteVerifier> NoteVerifier::Create(std::string_view name,
                                                  const VerifyKey& key) {
  if (!IsKeyName(name)) return NoteKeyNameInvalid(name);
  return NoteVerifier(name, key);
}

absl::StatusOr<NoteVerifier> NoteVerifier::Parse(std::string_view text) {
  const std::size_t first = text.find('+');
  const std::size_t second =
      first == std::string_view::npos ? first : text.find('+', first + 1);
  if (second == std::string_view::npos) return VerifierKeyMalformed(text);
  const absl::StatusOr<std::string> id =
      HexDecode(text.substr(first + 1, second - first - 1));
  const absl::StatusOr<std::string> typed_key =
      Base64Decode(text.substr(second + 1));
  if (!id.ok() || !typed_key.ok() || !typed_key->starts_with(kEd25519Type)) {
    return VerifierKeyMalformed(text);
  }
  ASSIGN_OR_RETURN(VerifyKey key, VerifyKey::FromBytes(
                                      std::string_view(*typed_key).substr(1)));
  ASSIGN_OR_RETURN(NoteVerifier verifier, Create(text.substr(0, first), key));
  if (verifier.KeyId() != *id) return VerifierKeyIdWrong(text);
  return verifier;
}

std::string NoteVerifier::ToString() const {
  std::string typed_key(kEd25519Type);
  typed_key += key_.bytes();
  return name_ + "+" + HexEncode(KeyId()) + "+" + Base64Encode(typed_key);
}

std::string NoteVerifier::KeyId() const {
  const Digest digest = Hasher(HashSuite::kSha256)
                            .Update(name_)
                            .Update("\n")
                            .Update(kEd25519Type)
                            .Update(key_.bytes())
                            .Final();
  return std::string(digest.view().substr(0, kKeyIdSize));
}

absl::StatusOr<NoteSigner> NoteSigner::Create(std::string_view name,
                                              const SigningKey& key) {
  ASSIGN_OR_RETURN(NoteVerifier verifier,
                   NoteVerifier::Create(name, key.verify_key()));
  return NoteSigner(std::move(verifier), key);
}

absl::StatusOr<std::string> SignNote(std::string_view text,
                                     const NoteSigner& signer) {
  if (!IsNoteText(text)) return NoteTextInvalid();
  if (!text.ends_with('\n')) return NoteLayoutWrong();
  std::string note(text);
  note += "\n";
  note += kSignaturePrefix;
  note += signer.verifier().name() + " ";
  note += Base64Encode(signer.verifier().KeyId() + signer.Sign(text)) + "\n";
  return note;
}

absl::StatusOr<std::string> OpenNote(std::string_view note,
                                     const NoteVerifier& verifier) {
  ASSIGN_OR_RETURN(const NoteParts parts, SplitNote(note));
  bool is_signed = false;
  for (const SignatureLine& line : parts.signatures) {
    if (line.name != verifier.name() || line.key_id != verifier.KeyId()) {
      continue;
    }
    if (!verifier.key().Verify(parts.text, line.signature)) {
      return NoteSignatureWrong(verifier.name());
    }
    is_signed = true;
  }
  if (!is_signed) return NoteSignatureMissing(verifier.name());
  return std::string(parts.text);
}

}  // namespace spotcheck::journal
