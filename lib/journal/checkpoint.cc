#include "lib/journal/checkpoint.h"

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/journal/errors.h"
#include "lib/journal/merkle.h"

namespace spotcheck::journal {
namespace {

constexpr std::size_t kFixedLines = 3;  // origin, size, root

bool IsLine(std::string_view line) {
  return !line.empty() && IsValidUtf8(line) && !HasControlCharacter(line);
}

absl::Status CheckParts(const Checkpoint& checkpoint) {
  if (!IsLine(checkpoint.origin)) {
    return CheckpointMalformed(CheckpointPart::kOrigin);
  }
  if (!std::all_of(checkpoint.extensions.begin(), checkpoint.extensions.end(),
                   IsLine)) {
    return CheckpointMalformed(CheckpointPart::kExtension);
  }
  if (checkpoint.size == 0 && checkpoint.root != EmptyRoot()) {
    return CheckpointMalformed(CheckpointPart::kRoot);
  }
  return absl::OkStatus();
}

// Splits a text into its lines. A text that does not end in a line feed gives
// none, and ParseCheckpoint refuses too few lines.
std::vector<std::string> Lines(std::string_view text) {
  std::vector<std::string> lines;
  if (!text.ends_with('\n')) return lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  return lines;
}

absl::StatusOr<std::uint64_t> ParseSize(std::string_view digits) {
  std::uint64_t size = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, size);
  if (error != std::errc() || stop != end || std::to_string(size) != digits) {
    return CheckpointMalformed(CheckpointPart::kSize);
  }
  return size;
}

absl::StatusOr<Digest> ParseRoot(std::string_view base64) {
  const absl::StatusOr<std::string> bytes = Base64Decode(base64);
  if (!bytes.ok()) return CheckpointMalformed(CheckpointPart::kRoot);
  const absl::StatusOr<Digest> root = DigestFromBytes(*bytes);
  if (!root.ok()) return CheckpointMalformed(CheckpointPart::kRoot);
  return *root;
}

}  // namespace

absl::StatusOr<std::string> FormatCheckpoint(const Checkpoint& checkpoint) {
  RETURN_IF_ERROR(CheckParts(checkpoint));
  std::string text = checkpoint.origin + "\n" +
                     std::to_string(checkpoint.size) + "\n" +
                     Base64Encode(checkpoint.root.view()) + "\n";
  for (const std::string& line : checkpoint.extensions) text += line + "\n";
  return text;
}

absl::StatusOr<Checkpoint> ParseCheckpoint(std::string_view text) {
  const std::vector<std::string> lines = Lines(text);
  if (lines.size() < kFixedLines) {
    return CheckpointMalformed(CheckpointPart::kLines);
  }
  Checkpoint checkpoint{
      .origin = lines[0],
      .size = 0,
      .root = {},
      .extensions = {lines.begin() + kFixedLines, lines.end()}};
  ASSIGN_OR_RETURN(checkpoint.size, ParseSize(lines[1]));
  ASSIGN_OR_RETURN(checkpoint.root, ParseRoot(lines[2]));
  RETURN_IF_ERROR(CheckParts(checkpoint));
  return checkpoint;
}

absl::StatusOr<std::string> SignCheckpoint(std::string_view origin,
                                           std::uint64_t size,
                                           const Digest& root,
                                           const SigningKey& key) {
  ASSIGN_OR_RETURN(NoteSigner signer, NoteSigner::Create(origin, key));
  ASSIGN_OR_RETURN(std::string text,
                   FormatCheckpoint({.origin = std::string(origin),
                                     .size = size,
                                     .root = root,
                                     .extensions = {}}));
  return SignNote(text, signer);
}

absl::StatusOr<Checkpoint> OpenCheckpoint(std::string_view note,
                                          const NoteVerifier& verifier) {
  ASSIGN_OR_RETURN(std::string text, OpenNote(note, verifier));
  ASSIGN_OR_RETURN(Checkpoint checkpoint, ParseCheckpoint(text));
  if (checkpoint.origin != verifier.name()) {
    return CheckpointOriginWrong(checkpoint.origin, verifier);
  }
  return checkpoint;
}

}  // namespace spotcheck::journal
