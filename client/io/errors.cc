#include "client/io/errors.h"

#include <cstdio>
#include <utility>

namespace spotcheck::client {
namespace {

using Code = absl::StatusCode;

std::string Quoted(std::string_view value) {
  return Quotable(std::string(value));
}

std::string Number(std::int64_t value) { return std::to_string(value); }

absl::Status FileError(Code code, std::string reason, std::string_view path,
                       const Localized& what) {
  const std::string file = Quoted(path);
  return MakeError(code, std::move(reason),
                   {"文件 " + file + what.zh, "the file " + file + what.en},
                   {{"file", std::string(path)}});
}

}  // namespace

absl::Status FileNotReadableError(std::string_view path) {
  return FileError(Code::kNotFound, "FILE_NOT_READABLE", path,
                   {" 不存在或无法读取", " does not exist or cannot be read"});
}

absl::Status FileNotWritableError(std::string_view path) {
  return FileError(Code::kFailedPrecondition, "FILE_NOT_WRITABLE", path,
                   {" 无法写入", " cannot be written"});
}

absl::Status FileExistsError(std::string_view path) {
  return FileError(Code::kAlreadyExists, "FILE_EXISTS", path,
                   {" 已存在；如确需覆盖，请加 --yes",
                    " exists; say --yes if it is to be overwritten"});
}

absl::Status FileTooLargeError(std::string_view path, std::int64_t limit) {
  return FileError(
      Code::kInvalidArgument, "FILE_TOO_LARGE", path,
      {" 超过上限 " + Number(limit) + " 字节",
       " is larger than the limit of " + Number(limit) + " bytes"});
}

absl::Status FileMalformedError(std::string_view path,
                                const Localized& wanted) {
  return FileError(Code::kInvalidArgument, "FILE_MALFORMED", path,
                   {" 内容不符合要求：应为" + wanted.zh,
                    " is malformed: expected " + wanted.en});
}

absl::Status ProfileNotFoundError(std::string_view path) {
  return FileError(
      Code::kNotFound, "PROFILE_NOT_FOUND", path,
      {" 不存在：没有这个连接配置；请用 --data 指定服务的数据目录，或用 "
       "--profile 指定配置名",
       " does not exist: no such profile; name the server's data directory "
       "with --data or a profile with --profile"});
}

absl::Status UnknownWordError(std::string_view word, const Localized& wanted) {
  const std::string value = Quoted(word);
  return MakeError(Code::kInvalidArgument, "UNKNOWN_WORD",
                   {"无法识别“" + value + "”：应为" + wanted.zh,
                    "\"" + value + "\" is not known: expected " + wanted.en},
                   {{"value", value}});
}

absl::Status UnknownPartError(std::string_view part, const Localized& known) {
  const std::string value = Quoted(part);
  return MakeError(
      Code::kInvalidArgument, "UNKNOWN_PART",
      {"这一答复没有“" + value + "”部分，可用：" + known.zh,
       "the answer has no part \"" + value + "\"; it has " + known.en},
      {{"part", value}, {"known", known.en}});
}

absl::Status EmptyListError() {
  return MakeError(Code::kInvalidArgument, "NOTHING_ASKED",
                   {"没有给出任何统一社会信用代码", "no code was given"});
}

absl::Status TooManyItemsError(std::int64_t limit) {
  return MakeError(
      Code::kInvalidArgument, "TOO_MANY_ITEMS",
      {"检验项目超过上限 " + Number(limit) + " 项",
       "there are more tested items than the limit of " + Number(limit)},
      {{"limit", Number(limit)}});
}

absl::Status RequestIdMalformedError(std::string_view value) {
  const std::string quoted = Quoted(value);
  return MakeError(Code::kInvalidArgument, "REQUEST_ID_MALFORMED",
                   {"请求编号“" + quoted + "”不是 UUID",
                    "the request id \"" + quoted + "\" is not a UUID"},
                   {{"field", "request_id"}, {"value", quoted}});
}

absl::Status LineEndsError(const std::string& file) {
  return MakeError(
      Code::kInvalidArgument, "LINE_ENDS",
      {"文件 " + file +
           " 的行只以回车（CR）结尾，请另存为以换行（LF 或 CRLF）结尾的 CSV",
       "the lines of " + file +
           " end with a carriage return alone; save it with LF or CRLF"},
      {{"file", file}});
}

absl::Status MissingColumnError(const Localized& column,
                                const std::vector<std::string>& header) {
  std::string names;
  for (const std::string& name : header)
    names += (names.empty() ? "" : " | ") + name;
  const std::string found = Quoted(names);
  return MakeError(
      Code::kInvalidArgument, "MISSING_COLUMN",
      {"表头缺少“" + column.zh + "”一列；文件的表头是：" + found,
       "the header has no column " + column.zh + " (" + column.en +
           "); the file's header is: " + found},
      {{"column", column.zh}, {"alias", column.en}, {"header", found}});
}

absl::Status RepeatedColumnError(const Localized& column) {
  return MakeError(Code::kInvalidArgument, "REPEATED_COLUMN",
                   {"表头中“" + column.zh + "”一列出现多次",
                    "the header has the column " + column.zh + " (" +
                        column.en + ") more than once"},
                   {{"column", column.zh}, {"alias", column.en}});
}

absl::Status EmptyTableError(std::string_view path) {
  return FileError(Code::kInvalidArgument, "EMPTY_FILE", path,
                   {" 没有表头", " has no header"});
}

absl::Status NotATextFileError(std::string_view path, const Localized& what) {
  return FileError(
      Code::kInvalidArgument, "NOT_A_TEXT_FILE", path,
      {" " + what.zh + "；请另存为“CSV UTF-8（逗号分隔）”后再导入",
       " " + what.en + "; save it as \"CSV UTF-8\" and import that"});
}

absl::Status RowTooLongError(std::int64_t limit) {
  return MakeError(
      Code::kInvalidArgument, "ROW_TOO_LONG",
      {"该行超过上限 " + Number(limit) + " 字节",
       "the row is longer than the limit of " + Number(limit) + " bytes"},
      {{"limit", Number(limit)}});
}

absl::Status RowTooManyFieldsError(std::int64_t limit) {
  return MakeError(
      Code::kInvalidArgument, "ROW_TOO_MANY_FIELDS",
      {"该行的字段超过上限 " + Number(limit) + " 个",
       "the row has more fields than the limit of " + Number(limit)},
      {{"limit", Number(limit)}});
}

absl::Status RowUnclosedQuoteError() {
  return MakeError(Code::kInvalidArgument, "ROW_UNCLOSED_QUOTE",
                   {"该行有未闭合的引号",
                    "the row has a quote that is never "
                    "closed"});
}

absl::Status RowFieldCountError(std::int64_t fields, std::int64_t expected) {
  return MakeError(
      Code::kInvalidArgument, "ROW_FIELD_COUNT",
      {"该行有 " + Number(fields) + " 个字段，表头有 " + Number(expected) +
           " 个",
       "the row has " + Number(fields) + " fields where the header has " +
           Number(expected)},
      {{"fields", Number(fields)}, {"expected", Number(expected)}});
}

absl::Status RowEncodingError() {
  return MakeError(Code::kInvalidArgument, "ROW_ENCODING",
                   {"该行含有无法按文件编码识别的字节",
                    "the row has bytes that are no character of the file's "
                    "encoding"});
}

absl::Status AnswerMalformedError() {
  return MakeError(
      Code::kInternal, "ANSWER_MALFORMED",
      {"服务的答复无法显示", "the server's answer cannot be shown"});
}

absl::Status ServerError(absl::StatusCode code, ErrorInfo info) {
  return MakeError(code, std::move(info.reason), std::move(info.message),
                   std::move(info.metadata));
}

}  // namespace spotcheck::client
