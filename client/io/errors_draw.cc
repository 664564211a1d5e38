// The errors of witnesses and bundles, declared in errors.h.

#include <cstdio>

#include "client/io/errors.h"

namespace spotcheck::client {
namespace {

using Code = absl::StatusCode;

std::string Quoted(std::string_view value) {
  return Quotable(std::string(value));
}

}  // namespace

absl::Status TypedDigitError(std::string_view typed, const Localized& allowed) {
  const std::string value = Quoted(typed);
  return MakeError(
      Code::kInvalidArgument, "TYPED_DIGIT",
      {"“" + value + "”不能使用：只接受" + allowed.zh +
           "（半角），之间可有单个空格或连字符；全角数字不予转换",
       "\"" + value + "\" cannot be used: only " + allowed.en +
           " may occur, with single spaces or hyphens between them; full-width "
           "digits are not converted"},
      {{"value", value}});
}

absl::Status TooLittleEntropyError(double bits, std::int64_t needed) {
  char text[32];
  std::snprintf(text, sizeof text, "%.1f", bits);
  const std::string have(text);
  const std::string need = std::to_string(needed);
  return MakeError(
      Code::kInvalidArgument, "TOO_LITTLE_ENTROPY",
      {"输入的随机性为 " + have + " 比特，至少需要 " + need + " 比特",
       "what was typed holds " + have + " bits of entropy; " + need +
           " are needed"},
      {{"bits", have}, {"needed", need}});
}

absl::Status WitnessFilesDifferError() {
  return MakeError(Code::kInvalidArgument, "WITNESS_FILE_INCONSISTENT",
                   {"见证文件中的承诺与其内容不符",
                    "the witness file's commitment does not follow from its "
                    "contents"});
}

absl::Status WitnessFilePrivateError(const PrivateFile& file) {
  const std::string open = Quoted(file.public_path);
  return MakeError(
      Code::kInvalidArgument, "WITNESS_FILE_PRIVATE",
      {"文件 " + Quoted(file.path) +
           " 含有见证人的秘密，只能留在见证人的设备上；应交出的是 " + open +
           "。如果它已离开该设备，须由见证人重新生成",
       "the file " + Quoted(file.path) +
           " holds the witness's secret and stays on the witness's device; the "
           "one to hand over is " +
           open + ". If it has left that device, the witness makes a new one"},
      {{"file", file.path}, {"use", file.public_path}});
}

absl::Status WitnessFilePublicError(std::string_view path) {
  const std::string file = Quoted(path);
  return MakeError(
      Code::kInvalidArgument, "WITNESS_FILE_PUBLIC",
      {"文件 " + file +
           " 是公开的一份；这里需要见证人自己的私密文件（不带 .pub）",
       "the file " + file +
           " is the public one; here the witness's own private file is needed, "
           "the one without .pub"},
      {{"file", std::string(path)}});
}

absl::Status WitnessTaskError(const TaskMismatch& tasks) {
  const std::string file = Quoted(tasks.in_file);
  const std::string asked = Quoted(tasks.asked);
  return MakeError(
      Code::kInvalidArgument, "WITNESS_TASK",
      {"见证文件属于 " + file + "，不属于 " + asked,
       "the witness file belongs to " + file + ", not to " + asked},
      {{"file", file}, {"asked", asked}});
}

absl::Status JournalKeyUnknownError(std::string_view path) {
  return MakeError(Code::kFailedPrecondition, "JOURNAL_KEY_UNKNOWN",
                   {"没有可核对的日志公钥：请把 journal.vkey 放到 " +
                        Quoted(path) + "，或用 --key 给出",
                    "no journal key to check against: put journal.vkey at " +
                        Quoted(path) + " or give it with --key"},
                   {{"file", std::string(path)}});
}

absl::Status ServerJournalKeyDiffersError() {
  return MakeError(Code::kFailedPrecondition, "SERVER_JOURNAL_KEY_DIFFERS",
                   {"服务的日志公钥与已知的不同，不得继续",
                    "the server's journal key is not the one known; do not "
                    "go on"});
}

absl::Status JournalLeafMissingError(std::int64_t index) {
  const std::string at = std::to_string(index);
  return MakeError(
      Code::kNotFound, "JOURNAL_LEAF_MISSING",
      {"日志中没有第 " + at + " 条", "the journal shows no leaf " + at},
      {{"journal_index", at}});
}

absl::Status NotCommittedError(std::string_view state) {
  return MakeError(
      Code::kFailedPrecondition, "NOT_COMMITTED",
      {"这次抽取的状态为 " + Quoted(state) + "，不接受见证",
       "the attempt is " + Quoted(state) + " and takes no contribution"},
      {{"state", Quoted(state)}});
}

absl::Status CommitmentMismatchError(const Localized& what) {
  return MakeError(Code::kFailedPrecondition, "COMMITMENT_MISMATCH",
                   {"日志中的承诺核对不符，未公开随机数：" + what.zh,
                    "the commitment in the journal does not check out, nothing "
                    "was revealed: " +
                        what.en});
}

absl::Status ReceiptInvalidError(const Localized& what) {
  return MakeError(Code::kFailedPrecondition, "RECEIPT_INVALID",
                   {"随机数已送出，但回执不能证明：" + what.zh,
                    "the contribution was sent, but the receipt does not prove "
                    "it: " +
                        what.en});
}

absl::Status EvidenceMissingError() {
  return MakeError(Code::kInvalidArgument, "EVIDENCE_MISSING",
                   {"撤出单位须有证据：用 --evidence-file 给出文件（只发送其 "
                    "SHA-256），或用 "
                    "--evidence 给出其 SHA-256",
                    "a withdrawal needs its evidence: the file with "
                    "--evidence-file (only its "
                    "SHA-256 is sent), or its SHA-256 with --evidence"},
                   {{"field", "evidence"}});
}

absl::Status BundleFileNameError(std::string_view name) {
  return MakeError(Code::kFailedPrecondition, "BUNDLE_FILE_NAME",
                   {"证据包不应有名为“" + Quoted(name) + "”的文件",
                    "a bundle has no file named \"" + Quoted(name) + "\""},
                   {{"file", Quoted(name)}});
}

absl::Status FolderInUseError(std::string_view path) {
  return MakeError(Code::kAlreadyExists, "FOLDER_IN_USE",
                   {"目录 " + Quoted(path) + " 不是空的",
                    "the folder " + Quoted(path) + " is not empty"},
                   {{"folder", Quoted(path)}});
}

}  // namespace spotcheck::client
