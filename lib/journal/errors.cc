#include "lib/journal/errors.h"

#include <string>

#include "lib/base/error_kinds.h"
#include "lib/journal/evidence.h"
#include "lib/journal/note.h"

namespace spotcheck::journal {
namespace {

using error_kinds::Invalid;

std::string Quoted(std::string_view value) {
  return "\"" + Quotable(std::string(value)) + "\"";
}

std::string Text(std::uint64_t number) { return std::to_string(number); }

Localized PartName(CheckpointPart part) {
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

absl::Status LeafIndexOutsideTree(std::uint64_t index, std::uint64_t size) {
  return Invalid(
      "LEAF_INDEX_OUTSIDE_TREE",
      {"叶序号 " + Text(index) + " 不在大小为 " + Text(size) + " 的树内",
       "leaf index " + Text(index) + " lies outside the tree of size " +
           Text(size)},
      {{"index", Text(index)}, {"size", Text(size)}});
}

absl::Status TreeSizesUnordered(std::uint64_t size1, std::uint64_t size2) {
  return Invalid(
      "TREE_SIZES_UNORDERED",
      {"一致性证明要求 0 < " + Text(size1) + " ≤ " + Text(size2),
       "a consistency proof needs 0 < " + Text(size1) + " <= " + Text(size2)},
      {{"size1", Text(size1)}, {"size2", Text(size2)}});
}

absl::Status InclusionProofWrong(std::uint64_t index, std::uint64_t size) {
  return Invalid(
      "INCLUSION_PROOF_WRONG",
      {"包含证明不成立：叶 " + Text(index) + "，树大小 " + Text(size),
       "the inclusion proof of leaf " + Text(index) + " in the tree of size " +
           Text(size) + " does not hold"},
      {{"index", Text(index)}, {"size", Text(size)}});
}

absl::Status ConsistencyProofWrong(std::uint64_t size1, std::uint64_t size2) {
  return Invalid(
      "CONSISTENCY_PROOF_WRONG",
      {"一致性证明不成立：树大小 " + Text(size1) + " 与 " + Text(size2),
       "the consistency proof of tree sizes " + Text(size1) + " and " +
           Text(size2) + " does not hold"},
      {{"size1", Text(size1)}, {"size2", Text(size2)}});
}

absl::Status NoteTextInvalid() {
  return Invalid("NOTE_TEXT_INVALID",
                 {"签名文本不是 UTF-8，或含换行以外的控制字符",
                  "the note is not UTF-8 or has a control character other than "
                  "a line feed"});
}

absl::Status NoteLayoutWrong() {
  return Invalid("NOTE_LAYOUT_WRONG",
                 {"签名文本须以换行结尾，正文与签名之间须有空行",
                  "a note ends in a line feed and has an empty line between "
                  "text and signatures"});
}

absl::Status NoteSignatureMalformed(std::string_view line) {
  return Invalid("NOTE_SIGNATURE_MALFORMED",
                 {"签名行格式错误：" + Quoted(line),
                  "malformed signature line " + Quoted(line)},
                 {{"line", std::string(line)}});
}

absl::Status NoteSignaturesTooMany(int limit) {
  const std::string most = std::to_string(limit);
  return Invalid(
      "NOTE_SIGNATURES_TOO_MANY",
      {"签名行超过 " + most + " 行", "more than " + most + " signature lines"},
      {{"limit", most}});
}

absl::Status NoteKeyNameInvalid(std::string_view name) {
  return Invalid("NOTE_KEY_NAME_INVALID",
                 {"密钥名 " + Quoted(name) + " 为空，或含空白、加号、控制字符",
                  "key name " + Quoted(name) +
                      " is empty or has white space, a plus sign or a control "
                      "character"},
                 {{"name", std::string(name)}});
}

absl::Status VerifierKeyMalformed(std::string_view text) {
  return Invalid("VERIFIER_KEY_MALFORMED",
                 {"验证密钥 " + Quoted(text) +
                      " 不是“名称+8位十六进制+base64(0x01||公钥)”",
                  "verifier key " + Quoted(text) +
                      " is not name+8 hex digits+base64(0x01||key)"},
                 {{"verifier_key", std::string(text)}});
}

absl::Status VerifierKeyIdWrong(std::string_view text) {
  return Invalid("VERIFIER_KEY_ID_WRONG",
                 {"验证密钥 " + Quoted(text) + " 的标识与名称和公钥不符",
                  "the key id in verifier key " + Quoted(text) +
                      " is not the one of its name and key"},
                 {{"verifier_key", std::string(text)}});
}

absl::Status NoteSignatureWrong(std::string_view name) {
  return Invalid("NOTE_SIGNATURE_WRONG",
                 {"密钥 " + Quoted(name) + " 的签名不成立",
                  "the signature of key " + Quoted(name) + " does not verify"},
                 {{"name", std::string(name)}});
}

absl::Status NoteSignatureMissing(std::string_view name) {
  return Invalid("NOTE_SIGNATURE_MISSING",
                 {"没有密钥 " + Quoted(name) + " 的签名",
                  "no signature of key " + Quoted(name)},
                 {{"name", std::string(name)}});
}

absl::Status CheckpointMalformed(CheckpointPart part) {
  const Localized what = PartName(part);
  return Invalid("CHECKPOINT_MALFORMED", {"检查点格式错误：" + what.zh,
                                          "malformed checkpoint: " + what.en});
}

absl::Status CheckpointOriginWrong(std::string_view origin,
                                   const NoteVerifier& verifier) {
  return Invalid(
      "CHECKPOINT_ORIGIN_WRONG",
      {"检查点来源 " + Quoted(origin) + " 与密钥名 " + Quoted(verifier.name()) +
           " 不同",
       "checkpoint origin " + Quoted(origin) + " differs from the key's name " +
           Quoted(verifier.name())},
      {{"origin", std::string(origin)}, {"name", verifier.name()}});
}

absl::Status JsonTooLarge(std::uint64_t size, std::uint64_t limit) {
  return Invalid(
      "JSON_TOO_LARGE",
      {"文本 " + Text(size) + " 字节，上限 " + Text(limit),
       "the text has " + Text(size) + " bytes, the limit is " + Text(limit)},
      {{"size", Text(size)}, {"limit", Text(limit)}});
}

absl::Status JsonMalformed() {
  return Invalid("JSON_MALFORMED", {"不是一个 UTF-8 的 JSON 对象",
                                    "not one JSON object in UTF-8"});
}

absl::Status JsonTooDeep(int limit) {
  const std::string most = std::to_string(limit);
  return Invalid("JSON_TOO_DEEP",
                 {"JSON 嵌套超过 " + most + " 层",
                  "JSON nested deeper than " + most + " levels"},
                 {{"limit", most}});
}

absl::Status JsonMemberRepeated(std::string_view member) {
  return Invalid("JSON_MEMBER_REPEATED",
                 {"字段 " + Quoted(member) + " 重复",
                  "member " + Quoted(member) + " is repeated"},
                 {{"member", std::string(member)}});
}

absl::Status JsonMemberUnknown(std::string_view member) {
  return Invalid(
      "JSON_MEMBER_UNKNOWN",
      {"未知字段 " + Quoted(member), "unknown member " + Quoted(member)},
      {{"member", std::string(member)}});
}

absl::Status JsonMemberMissing(std::string_view member) {
  return Invalid("JSON_MEMBER_MISSING",
                 {"缺少字段 " + Quoted(member),
                  "member " + Quoted(member) + " is missing"},
                 {{"member", std::string(member)}});
}

absl::Status JsonMemberMalformed(std::string_view member,
                                 const Localized& expected) {
  return Invalid("JSON_MEMBER_MALFORMED",
                 {"字段 " + Quoted(member) + " 应为" + expected.zh,
                  "member " + Quoted(member) + " is not " + expected.en},
                 {{"member", std::string(member)}});
}

absl::Status LeafVersionUnknown(std::uint64_t version) {
  return Invalid("LEAF_VERSION_UNKNOWN",
                 {"未知的叶版本 " + Text(version),
                  "unknown leaf version " + Text(version)},
                 {{"version", Text(version)}});
}

absl::Status LeafTypeUnknown(std::string_view type) {
  return Invalid("LEAF_TYPE_UNKNOWN",
                 {"叶类型 " + Quoted(type) + " 不属于证据",
                  "leaf type " + Quoted(type) + " has no place in evidence"},
                 {{"type", std::string(type)}});
}

absl::Status LeafTypeWrong(std::string_view type, EvidenceRole role) {
  const std::string role_name(EvidenceRoleName(role));
  return Invalid(
      "LEAF_TYPE_WRONG",
      {"角色 " + role_name + " 的叶类型是 " + Quoted(type),
       "the leaf of role " + role_name + " has the type " + Quoted(type)},
      {{"type", std::string(type)}, {"role", role_name}});
}

absl::Status EvidenceFormatUnknown(std::string_view format) {
  return Invalid("EVIDENCE_FORMAT_UNKNOWN",
                 {"未知的证据格式 " + Quoted(format),
                  "unknown evidence format " + Quoted(format)},
                 {{"format", std::string(format)}});
}

absl::Status EvidenceRoleUnknown(std::string_view role) {
  return Invalid("EVIDENCE_ROLE_UNKNOWN",
                 {"未知的证据角色 " + Quoted(role),
                  "unknown evidence role " + Quoted(role)},
                 {{"role", std::string(role)}});
}

absl::Status EvidenceOrderWrong(std::uint64_t index) {
  return Invalid(
      "EVIDENCE_ORDER_WRONG",
      {"序号 " + Text(index) + " 没有严格递增",
       "index " + Text(index) + " is not greater than the one before"},
      {{"index", Text(index)}});
}

absl::Status JournalKeyDiffers(const NoteVerifier& embedded) {
  return Invalid(
      "JOURNAL_KEY_DIFFERS",
      {"文件中的日志密钥 " + Quoted(embedded.ToString()) + " 不是指定的密钥",
       "the file's journal key " + Quoted(embedded.ToString()) +
           " is not the pinned one"},
      {{"journal_key", embedded.ToString()}});
}

}  // namespace spotcheck::journal
