#include "client/io/errors.h"

#include <cstdio>
#include <utility>

#include "lib/base/error_table.h"

namespace spotcheck::client {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    // Files.
    {"FILE_EXISTS", kAlreadyExists,
     "文件 {file} 已存在；如确需覆盖，请加 --yes",
     "the file {file} exists; say --yes if it is to be overwritten"},
    {"FILE_MALFORMED", kInvalidArgument,
     "文件 {file} 内容不符合要求：应为{wanted}",
     "the file {file} is malformed: expected {wanted}"},
    {"PROFILE_NOT_FOUND", kNotFound,
     "文件 {file} 不存在：没有这个连接配置；请用 --data "
     "指定服务的数据目录，或用 --profile 指定配置名",
     "the file {file} does not exist: no such profile; name the server's data "
     "directory with --data or a profile with --profile"},
    {"CERTIFICATE_EXPIRED", kUnauthenticated,
     "连接配置“{profile}”的证书已于{at} 到期；请管理员在服务端用 spotcheckd "
     "cert "
     "issue 重新签发",
     "the certificate of profile \"{profile}\" expired at {at}; have the "
     "administrator issue a new one with spotcheckd cert issue"},
    {"CERTIFICATE_NOT_YET_VALID", kUnauthenticated,
     "连接配置“{profile}”的证书自{at} 起有效；请核对本机时钟",
     "the certificate of profile \"{profile}\" is valid from {at}; check this "
     "machine's clock"},
    {"TLS_FAILED", kUnavailable,
     "TLS 握手失败：连接配置中的 CA "
     "与服务的证书不符，或服务不接受本证书，或一方"
     "证书已过期，或地址上不是本服务（{text}）",
     "the TLS handshake failed: the profile's CA did not make the server's "
     "certificate, the server does not take this certificate, one of the two "
     "has expired, or another service answers at this address ({text})"},

    // Values.
    {"UNKNOWN_WORD", kInvalidArgument, "无法识别“{value}”：应为{wanted}",
     "\"{value}\" is not known: expected {wanted}"},
    {"UNKNOWN_PART", kInvalidArgument,
     "这一答复没有“{part}”部分，可用：{known}",
     "the answer has no part \"{part}\"; it has {known}"},
    {"WORKBOOK_TO_TERMINAL", kInvalidArgument,
     "xlsx 工作簿不能显示在终端上；请写入文件，如 -o xlsx > F.xlsx",
     "a workbook cannot be shown on a terminal; write it into a file: -o xlsx "
     "> F.xlsx"},
    {"UNKNOWN_FIELD", kInvalidArgument,
     "这一列表的行没有字段“{field}”，可用：{known}",
     "the rows of this list have no field \"{field}\"; they have {known}"},
    {"PART_OF_JSON", kInvalidArgument,
     "--part 用于 table、csv、jsonl；json 总是完整的答复",
     "--part goes with table, csv and jsonl; json is always the whole answer"},
    {"EVIDENCE_MISSING", kInvalidArgument,
     "撤出单位须有证据：用 --evidence-file 给出文件（只发送其 SHA-256），或用 "
     "--evidence 给出其 SHA-256",
     "a withdrawal needs its evidence: the file with --evidence-file (only its "
     "SHA-256 is sent), or its SHA-256 with --evidence"},
    {"NOTHING_ASKED", kInvalidArgument, "没有给出任何统一社会信用代码",
     "no code was given"},
    {"TOO_MANY_ITEMS", kInvalidArgument, "检验项目超过上限 {limit} 项",
     "there are more tested items than the limit of {limit}"},
    {"REQUEST_ID_MALFORMED", kInvalidArgument, "请求编号“{value}”不是 UUID",
     "the request id \"{value}\" is not a UUID"},

    // Imports.
    {"LINE_ENDS", kInvalidArgument,
     "文件 {file} 的行只以回车（CR）结尾，请另存为以换行（LF 或 CRLF）结尾的 "
     "CSV",
     "the lines of {file} end with a carriage return alone; save it with LF or "
     "CRLF"},
    {"MISSING_COLUMN", kInvalidArgument,
     "表头缺少“{column}”一列；文件的表头是：{header}",
     "the header has no column {column}; the file's header is: {header}"},
    {"REPEATED_COLUMN", kInvalidArgument, "表头中“{column}”一列出现多次",
     "the header has the column {column} more than once"},
    {"EMPTY_FILE", kInvalidArgument, "文件 {file} 没有表头",
     "the file {file} has no header"},
    {"NOT_A_TEXT_FILE", kInvalidArgument,
     "文件 {file} {what}；请另存为“CSV UTF-8（逗号分隔）”后再导入",
     "the file {file} {what}; save it as \"CSV UTF-8\" and import that"},

    // Rows that are refused before they are sent.
    {"ROW_TOO_LONG", kInvalidArgument, "该行超过上限 {limit} 字节",
     "the row is longer than the limit of {limit} bytes"},
    {"ROW_TOO_MANY_FIELDS", kInvalidArgument, "该行的字段超过上限 {limit} 个",
     "the row has more fields than the limit of {limit}"},
    {"ROW_UNCLOSED_QUOTE", kInvalidArgument, "该行有未闭合的引号",
     "the row has a quote that is never closed"},
    {"ROW_FIELD_COUNT", kInvalidArgument,
     "该行有 {fields} 个字段，表头有 {expected} 个",
     "the row has {fields} fields where the header has {expected}"},
    {"ROW_FORMULA_ERROR", kInvalidArgument,
     "“{column}”一栏是电子表格的错误值 {value}；请改正公式，或改填文字",
     "the column {column} holds a spreadsheet's error {value}; mend the "
     "formula, or write the text"},
    {"ROW_ENCODING", kInvalidArgument, "该行含有无法按文件编码识别的字节",
     "the row has bytes that are no character of the file's encoding"},

    // Witnesses.
    {"TYPED_DIGIT", kInvalidArgument,
     "“{value}”不能使用：只接受{allowed}"
     "（半角），之间可有单个空格或连字符；全角数字不予转换",
     "\"{value}\" cannot be used: only {allowed} may occur, with single spaces "
     "or hyphens between them; full-width digits are not converted"},
    {"TOO_LITTLE_ENTROPY", kInvalidArgument,
     "输入的随机性为 {bits} 比特，至少需要 {needed} 比特",
     "what was typed holds {bits} bits of entropy; {needed} are needed"},
    {"WITNESS_FILE_INCONSISTENT", kInvalidArgument,
     "见证文件中的承诺与其内容不符",
     "the witness file's commitment does not follow from its contents"},
    {"WITNESS_FILE_PRIVATE", kInvalidArgument,
     "文件 {file} 含有见证人的秘密，只能留在见证人的设备上；应交出的是 "
     "{use}。如果它已离开该设备，须由见证人重新生成",
     "the file {file} holds the witness's secret and stays on the witness's "
     "device; the one to hand over is {use}. If it has left that device, the "
     "witness makes a new one"},
    {"WITNESS_FILE_PUBLIC", kInvalidArgument,
     "文件 {file} 是公开的一份；这里需要见证人自己的私密文件（不带 .pub）",
     "the file {file} is the public one; here the witness's own private file "
     "is needed, the one without .pub"},
    {"WITNESS_TASK", kInvalidArgument, "见证文件属于 {file}，不属于 {asked}",
     "the witness file belongs to {file}, not to {asked}"},

    // A server that a witness must not trust.
    {"JOURNAL_KEY_UNKNOWN", kFailedPrecondition,
     "没有可核对的日志公钥：请把 journal.vkey 放到 {file}，或用 --key 给出",
     "no journal key to check against: put journal.vkey at {file} or give it "
     "with --key"},
    {"SERVER_JOURNAL_KEY_DIFFERS", kFailedPrecondition,
     "服务的日志公钥与已知的不同，不得继续",
     "the server's journal key is not the one known; do not go on"},
    {"JOURNAL_LEAF_MISSING", kNotFound, "日志中没有第 {journal_index} 条",
     "the journal shows no leaf {journal_index}"},
    {"NOT_COMMITTED", kFailedPrecondition,
     "这次抽取的状态为 {state}，不接受见证",
     "the attempt is {state} and takes no contribution"},
    {"COMMITMENT_MISMATCH", kFailedPrecondition,
     "日志中的承诺核对不符，未公开随机数：{what}",
     "the commitment in the journal does not check out, nothing was revealed: "
     "{what}"},
    {"RECEIPT_INVALID", kFailedPrecondition,
     "随机数已送出，但回执不能证明：{what}",
     "the contribution was sent, but the receipt does not prove it: {what}"},

    // Bundles and answers.
    {"BUNDLE_FILE_NOT_PLAIN", kInvalidArgument,
     "证据包中的“{file}”不是普通文件（是链接、目录或设备）",
     "\"{file}\" in the bundle is no plain file but a link, a folder or a "
     "device"},
    {"BUNDLE_FILE_NAME", kFailedPrecondition, "证据包不应有名为“{file}”的文件",
     "a bundle has no file named \"{file}\""},
    {"FOLDER_IN_USE", kAlreadyExists, "目录 {folder} 不是空的",
     "the folder {folder} is not empty"},
    {"ANSWER_MALFORMED", kInternal, "服务的答复无法显示",
     "the server's answer cannot be shown"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

// The column by its Chinese name, in English by both.
ErrorValue ColumnValue(const Localized& column) {
  return ErrorValue::Coded(column.zh,
                           {column.zh, column.zh + " (" + column.en + ")"});
}

}  // namespace

std::span<const ErrorRow> ClientErrorRows() { return kErrors; }

absl::Status FileExistsSayYesError(const std::string& path) {
  return MakeError(Row("FILE_EXISTS"), {{"file", ErrorValue::Whole(path)}});
}
absl::Status FileMalformedError(std::string_view path,
                                const Localized& wanted) {
  return MakeError(Row("FILE_MALFORMED"), {{"file", path}, {"wanted", wanted}});
}
absl::Status ProfileNotFoundError(std::string_view path) {
  return MakeError(Row("PROFILE_NOT_FOUND"), {{"file", path}});
}
absl::Status CertificateExpiredError(const CertificateLimit& limit) {
  return MakeError(Row("CERTIFICATE_EXPIRED"),
                   {{"profile", limit.profile}, {"at", limit.at}});
}
absl::Status CertificateNotYetValidError(const CertificateLimit& limit) {
  return MakeError(Row("CERTIFICATE_NOT_YET_VALID"),
                   {{"profile", limit.profile}, {"at", limit.at}});
}
absl::Status TlsFailedError(std::string_view text) {
  return MakeError(Row("TLS_FAILED"),
                   {{"text", ErrorValue::Whole(std::string(text))}});
}

absl::Status UnknownWordError(std::string_view word, const Localized& wanted) {
  return MakeError(Row("UNKNOWN_WORD"), {{"value", word}, {"wanted", wanted}});
}
absl::Status UnknownPartError(std::string_view part, const Localized& known) {
  return MakeError(
      Row("UNKNOWN_PART"),
      {{"part", part}, {"known", ErrorValue::Coded(known.en, known)}});
}
absl::Status WorkbookToTerminalError() {
  return MakeError(Row("WORKBOOK_TO_TERMINAL"), {{"argument", "-o xlsx"}});
}
absl::Status UnknownFieldError(const std::string& field,
                               const std::string& known) {
  return MakeError(Row("UNKNOWN_FIELD"),
                   {{"field", field}, {"known", ErrorValue::Whole(known)}});
}
absl::Status PartOfJsonError() {
  return MakeError(Row("PART_OF_JSON"), {{"argument", "--part"}});
}
absl::Status EvidenceMissingError() {
  return MakeError(Row("EVIDENCE_MISSING"), {{"field", "evidence"}});
}
absl::Status EmptyListError() { return MakeError(Row("NOTHING_ASKED")); }
absl::Status TooManyItemsError(std::int64_t limit) {
  return MakeError(Row("TOO_MANY_ITEMS"), {{"limit", limit}});
}
absl::Status RequestIdMalformedError(std::string_view value) {
  return MakeError(Row("REQUEST_ID_MALFORMED"),
                   {{"field", "request_id"}, {"value", value}});
}

absl::Status LineEndsError(const std::string& file) {
  return MakeError(Row("LINE_ENDS"), {{"file", ErrorValue::Whole(file)}});
}
absl::Status MissingColumnError(const Localized& column,
                                const std::vector<std::string>& header) {
  std::string names;
  for (const std::string& name : header) {
    names += (names.empty() ? "" : " | ") + name;
  }
  return MakeError(Row("MISSING_COLUMN"), {{"column", ColumnValue(column)},
                                           {"alias", column.en},
                                           {"header", names}});
}
absl::Status RepeatedColumnError(const Localized& column) {
  return MakeError(Row("REPEATED_COLUMN"),
                   {{"column", ColumnValue(column)}, {"alias", column.en}});
}
absl::Status EmptyTableError(std::string_view path) {
  return MakeError(Row("EMPTY_FILE"), {{"file", path}});
}
absl::Status NotATextFileError(std::string_view path, const Localized& what) {
  return MakeError(Row("NOT_A_TEXT_FILE"), {{"file", path}, {"what", what}});
}

absl::Status RowTooLongError(std::int64_t limit) {
  return MakeError(Row("ROW_TOO_LONG"), {{"limit", limit}});
}
absl::Status RowTooManyFieldsError(std::int64_t limit) {
  return MakeError(Row("ROW_TOO_MANY_FIELDS"), {{"limit", limit}});
}
absl::Status RowUnclosedQuoteError() {
  return MakeError(Row("ROW_UNCLOSED_QUOTE"));
}
absl::Status RowFieldCountError(std::int64_t fields, std::int64_t expected) {
  return MakeError(Row("ROW_FIELD_COUNT"),
                   {{"fields", fields}, {"expected", expected}});
}
absl::Status RowFormulaError(const Localized& column, std::string_view value) {
  return MakeError(Row("ROW_FORMULA_ERROR"),
                   {{"column", column}, {"value", value}});
}
absl::Status RowEncodingError() { return MakeError(Row("ROW_ENCODING")); }

absl::Status TypedDigitError(std::string_view typed, const Localized& allowed) {
  return MakeError(Row("TYPED_DIGIT"),
                   {{"value", typed}, {"allowed", allowed}});
}
absl::Status TooLittleEntropyError(double bits, std::int64_t needed) {
  char have[32];
  std::snprintf(have, sizeof have, "%.1f", bits);
  return MakeError(Row("TOO_LITTLE_ENTROPY"),
                   {{"bits", std::string_view(have)}, {"needed", needed}});
}
absl::Status WitnessFilesDifferError() {
  return MakeError(Row("WITNESS_FILE_INCONSISTENT"));
}
absl::Status WitnessFilePrivateError(const PrivateFile& file) {
  return MakeError(Row("WITNESS_FILE_PRIVATE"),
                   {{"file", file.path}, {"use", file.public_path}});
}
absl::Status WitnessFilePublicError(std::string_view path) {
  return MakeError(Row("WITNESS_FILE_PUBLIC"), {{"file", path}});
}
absl::Status WitnessTaskError(const TaskMismatch& tasks) {
  return MakeError(Row("WITNESS_TASK"),
                   {{"file", tasks.in_file}, {"asked", tasks.asked}});
}

absl::Status JournalKeyUnknownError(std::string_view path) {
  return MakeError(Row("JOURNAL_KEY_UNKNOWN"), {{"file", path}});
}
absl::Status ServerJournalKeyDiffersError() {
  return MakeError(Row("SERVER_JOURNAL_KEY_DIFFERS"));
}
absl::Status JournalLeafMissingError(std::int64_t index) {
  return MakeError(Row("JOURNAL_LEAF_MISSING"), {{"journal_index", index}});
}
absl::Status NotCommittedError(std::string_view state) {
  return MakeError(Row("NOT_COMMITTED"), {{"state", state}});
}
absl::Status CommitmentMismatchError(const Localized& what) {
  return MakeError(Row("COMMITMENT_MISMATCH"), {{"what", what}});
}
absl::Status ReceiptInvalidError(const Localized& what) {
  return MakeError(Row("RECEIPT_INVALID"), {{"what", what}});
}

absl::Status BundleFileNotPlainError(std::string_view name) {
  return MakeError(Row("BUNDLE_FILE_NOT_PLAIN"), {{"file", name}});
}
absl::Status BundleFileNameError(std::string_view name) {
  return MakeError(Row("BUNDLE_FILE_NAME"), {{"file", name}});
}
absl::Status FolderInUseError(std::string_view path) {
  return MakeError(Row("FOLDER_IN_USE"), {{"folder", path}});
}
absl::Status AnswerMalformedError() {
  return MakeError(Row("ANSWER_MALFORMED"));
}
absl::Status ServerError(absl::StatusCode code, ErrorInfo info) {
  return MakeError(code, std::move(info.reason), std::move(info.message),
                   std::move(info.metadata));
}

}  // namespace spotcheck::client
