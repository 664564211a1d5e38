#ifndef SPOTCHECK_LIB_JOURNAL_NOTE_H_
#define SPOTCHECK_LIB_JOURNAL_NOTE_H_

// A signed note, as in C2SP signed-note with Ed25519 (signature type 0x01), is
//   text, ending in a line feed
//   an empty line
//   "— " name " " base64(key id, 4 bytes || signature, 64 bytes), one or more

#include <string>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"
#include "lib/base/signing.h"

namespace spotcheck::journal {

// A public key and the name under which it signs. The name is not empty and has
// no white space, plus sign or control character.
class NoteVerifier {
 public:
  static absl::StatusOr<NoteVerifier> Create(std::string_view name,
                                             const VerifyKey& key);
  // Reads name "+" hex key id "+" base64(0x01 || key). Refuses a key id that is
  // not the one of this name and key.
  static absl::StatusOr<NoteVerifier> Parse(std::string_view text);
  std::string ToString() const;

  const std::string& name() const { return name_; }
  // Gives the first 4 bytes of SHA-256(name || 0x0A || 0x01 || key).
  std::string KeyId() const;
  const VerifyKey& key() const { return key_; }
  friend bool operator==(const NoteVerifier&, const NoteVerifier&) = default;

 private:
  NoteVerifier(std::string_view name, const VerifyKey& key)
      : name_(name), key_(key) {}
  std::string name_;
  VerifyKey key_;
};

class NoteSigner {
 public:
  static absl::StatusOr<NoteSigner> Create(std::string_view name,
                                           const SigningKey& key);
  const NoteVerifier& verifier() const { return verifier_; }
  std::string Sign(std::string_view message) const {
    return key_.Sign(message);
  }

 private:
  NoteSigner(NoteVerifier verifier, const SigningKey& key)
      : verifier_(std::move(verifier)), key_(key) {}
  NoteVerifier verifier_;
  SigningKey key_;
};

// Signs a text that is UTF-8, ends in a line feed and has no other control
// character than line feeds.
absl::StatusOr<std::string> SignNote(std::string_view text,
                                     const NoteSigner& signer);

// The most signatures of a note; the specification asks for at least 16.
inline constexpr int kMaxNoteSignatures = 64;

// Gives the note's text if `verifier` signed it. Signatures of other keys are
// ignored; a wrong one of this key refuses the note, whatever others say.
absl::StatusOr<std::string> OpenNote(std::string_view note,
                                     const NoteVerifier& verifier);

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_LIB_JOURNAL_NOTE_H_
