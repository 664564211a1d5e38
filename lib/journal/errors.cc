#include "lib/journal/errors.h"

#include "lib/base/error_table.h"
#include "lib/journal/evidence.h"
#include "lib/journal/note.h"

namespace spotcheck::journal {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    // The Merkle tree.
    {"LEAF_INDEX_OUTSIDE_TREE", kInvalidArgument,
     "叶序号 {index} 不在大小为 {size} 的树内",
     "leaf index {index} lies outside the tree of size {size}"},
    {"TREE_SIZES_UNORDERED", kInvalidArgument,
     "一致性证明要求 0 < {size1} ≤ {size2}",
     "a consistency proof needs 0 < {size1} <= {size2}"},
    {"INCLUSION_PROOF_WRONG", kInvalidArgument,
     "包含证明不成立：叶 {index}，树大小 {size}",
     "the inclusion proof of leaf {index} in the tree of size {size} does not "
     "hold"},
    {"CONSISTENCY_PROOF_WRONG", kInvalidArgument,
     "一致性证明不成立：树大小 {size1} 与 {size2}",
     "the consistency proof of tree sizes {size1} and {size2} does not hold"},
    // Signed notes.
    {"NOTE_TEXT_INVALID", kInvalidArgument,
     "签名文本不是 UTF-8，或含换行以外的控制字符",
     "the note is not UTF-8 or has a control character other than a line feed"},
    {"NOTE_LAYOUT_WRONG", kInvalidArgument,
     "签名文本须以换行结尾，正文与签名之间须有空行",
     "a note ends in a line feed and has an empty line between text and "
     "signatures"},
    {"NOTE_SIGNATURE_MALFORMED", kInvalidArgument, "签名行格式错误：\"{line}\"",
     "malformed signature line \"{line}\""},
    {"NOTE_SIGNATURES_TOO_MANY", kInvalidArgument, "签名行超过 {limit} 行",
     "more than {limit} signature lines"},
    {"NOTE_KEY_NAME_INVALID", kInvalidArgument,
     "密钥名 \"{name}\" 为空，或含空白、加号、控制字符",
     "key name \"{name}\" is empty or has white space, a plus sign or a "
     "control character"},
    {"VERIFIER_KEY_MALFORMED", kInvalidArgument,
     "验证密钥 \"{verifier_key}\" 不是“名称+8位十六进制+base64(0x01||公钥)”",
     "verifier key \"{verifier_key}\" is not name+8 hex "
     "digits+base64(0x01||key)"},
    {"VERIFIER_KEY_ID_WRONG", kInvalidArgument,
     "验证密钥 \"{verifier_key}\" 的标识与名称和公钥不符",
     "the key id in verifier key \"{verifier_key}\" is not the one of its name "
     "and key"},
    {"NOTE_SIGNATURE_WRONG", kInvalidArgument, "密钥 \"{name}\" 的签名不成立",
     "the signature of key \"{name}\" does not verify"},
    {"NOTE_SIGNATURE_MISSING", kInvalidArgument, "没有密钥 \"{name}\" 的签名",
     "no signature of key \"{name}\""},
    // Checkpoints.
    {"CHECKPOINT_MALFORMED", kInvalidArgument, "检查点格式错误：{why}",
     "malformed checkpoint: {why}"},
    {"CHECKPOINT_ORIGIN_WRONG", kInvalidArgument,
     "检查点来源 \"{origin}\" 与密钥名 \"{name}\" 不同",
     "checkpoint origin \"{origin}\" differs from the key's name \"{name}\""},
    // Leaves and evidence.
    {"LEAF_VERSION_UNKNOWN", kInvalidArgument, "未知的叶版本 {version}",
     "unknown leaf version {version}"},
    {"LEAF_TYPE_UNKNOWN", kInvalidArgument, "叶类型 \"{type}\" 不属于证据",
     "leaf type \"{type}\" has no place in evidence"},
    {"LEAF_TYPE_WRONG", kInvalidArgument, "角色 {role} 的叶类型是 \"{type}\"",
     "the leaf of role {role} has the type \"{type}\""},
    {"EVIDENCE_FORMAT_UNKNOWN", kInvalidArgument, "未知的证据格式 \"{format}\"",
     "unknown evidence format \"{format}\""},
    {"EVIDENCE_ROLE_UNKNOWN", kInvalidArgument, "未知的证据角色 \"{role}\"",
     "unknown evidence role \"{role}\""},
    {"EVIDENCE_ORDER_WRONG", kInvalidArgument, "序号 {index} 没有严格递增",
     "index {index} is not greater than the one before"},
    {"JOURNAL_KEY_DIFFERS", kInvalidArgument,
     "文件中的日志密钥 \"{journal_key}\" 不是指定的密钥",
     "the file's journal key \"{journal_key}\" is not the pinned one"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

Localized Describe(CheckpointPart part) {
  switch (part) {
    case CheckpointPart::kLines:
      return {"少于三行或末行没有换行",
              "fewer than three lines, or no final line feed"};
    case CheckpointPart::kOrigin:
      return {"来源行为空或含控制字符",
              "the origin is empty or has a control character"};
    case CheckpointPart::kSize:
      return {"树的大小不是规范的十进制数",
              "the size is not a canonical decimal number"};
    case CheckpointPart::kRoot:
      return {"树根不是 32 字节的 base64，或与空树不符",
              "the root is not base64 of 32 bytes, or not the empty tree's"};
    case CheckpointPart::kExtension:
      return {"扩展行为空或含控制字符",
              "an extension line is empty or has a control character"};
  }
  return {"未知部分", "unknown part"};
}

}  // namespace

std::span<const ErrorRow> ErrorRows() { return kErrors; }

absl::Status LeafIndexOutsideTree(std::uint64_t index, std::uint64_t size) {
  return MakeError(Row("LEAF_INDEX_OUTSIDE_TREE"),
                   {{"index", index}, {"size", size}});
}
absl::Status TreeSizesUnordered(std::uint64_t size1, std::uint64_t size2) {
  return MakeError(Row("TREE_SIZES_UNORDERED"),
                   {{"size1", size1}, {"size2", size2}});
}
absl::Status InclusionProofWrong(std::uint64_t index, std::uint64_t size) {
  return MakeError(Row("INCLUSION_PROOF_WRONG"),
                   {{"index", index}, {"size", size}});
}
absl::Status ConsistencyProofWrong(std::uint64_t size1, std::uint64_t size2) {
  return MakeError(Row("CONSISTENCY_PROOF_WRONG"),
                   {{"size1", size1}, {"size2", size2}});
}
absl::Status NoteTextInvalid() { return MakeError(Row("NOTE_TEXT_INVALID")); }
absl::Status NoteLayoutWrong() { return MakeError(Row("NOTE_LAYOUT_WRONG")); }
absl::Status NoteSignatureMalformed(std::string_view line) {
  return MakeError(Row("NOTE_SIGNATURE_MALFORMED"), {{"line", line}});
}
absl::Status NoteSignaturesTooMany(int limit) {
  return MakeError(Row("NOTE_SIGNATURES_TOO_MANY"), {{"limit", limit}});
}
absl::Status NoteKeyNameInvalid(std::string_view name) {
  return MakeError(Row("NOTE_KEY_NAME_INVALID"), {{"name", name}});
}
absl::Status VerifierKeyMalformed(std::string_view text) {
  return MakeError(Row("VERIFIER_KEY_MALFORMED"), {{"verifier_key", text}});
}
absl::Status VerifierKeyIdWrong(std::string_view text) {
  return MakeError(Row("VERIFIER_KEY_ID_WRONG"), {{"verifier_key", text}});
}
absl::Status NoteSignatureWrong(std::string_view name) {
  return MakeError(Row("NOTE_SIGNATURE_WRONG"), {{"name", name}});
}
absl::Status NoteSignatureMissing(std::string_view name) {
  return MakeError(Row("NOTE_SIGNATURE_MISSING"), {{"name", name}});
}
absl::Status CheckpointMalformed(CheckpointPart part) {
  return MakeError(Row("CHECKPOINT_MALFORMED"), {{"why", Describe(part)}});
}
absl::Status CheckpointOriginWrong(std::string_view origin,
                                   const NoteVerifier& verifier) {
  return MakeError(Row("CHECKPOINT_ORIGIN_WRONG"),
                   {{"origin", origin}, {"name", verifier.name()}});
}
absl::Status LeafVersionUnknown(std::int64_t version) {
  return MakeError(Row("LEAF_VERSION_UNKNOWN"), {{"version", version}});
}
absl::Status LeafTypeUnknown(std::string_view type) {
  return MakeError(Row("LEAF_TYPE_UNKNOWN"), {{"type", type}});
}
absl::Status LeafTypeWrong(std::string_view type, EvidenceRole role) {
  return MakeError(Row("LEAF_TYPE_WRONG"),
                   {{"type", type}, {"role", EvidenceRoleName(role)}});
}
absl::Status EvidenceFormatUnknown(std::string_view format) {
  return MakeError(Row("EVIDENCE_FORMAT_UNKNOWN"), {{"format", format}});
}
absl::Status EvidenceRoleUnknown(std::string_view role) {
  return MakeError(Row("EVIDENCE_ROLE_UNKNOWN"), {{"role", role}});
}
absl::Status EvidenceOrderWrong(std::uint64_t index) {
  return MakeError(Row("EVIDENCE_ORDER_WRONG"), {{"index", index}});
}
absl::Status JournalKeyDiffers(const NoteVerifier& embedded) {
  return MakeError(Row("JOURNAL_KEY_DIFFERS"),
                   {{"journal_key", embedded.ToString()}});
}

}  // namespace spotcheck::journal
