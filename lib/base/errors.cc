#include "lib/base/errors.h"

#include <cerrno>
#include <string>
#include <system_error>

#include "lib/base/error_table.h"
#include "lib/base/hidden_characters.h"
#include "lib/base/text.h"

namespace spotcheck {
namespace {

using enum absl::StatusCode;

constexpr ErrorRow kErrors[] = {
    // Encodings.
    {"INVALID_HEX", kInvalidArgument,
     "十六进制文本（{size} 个字符）无效：位数应为偶数，且只用 0-9a-f",
     "the hexadecimal text of {size} characters is invalid: it needs an even "
     "number of digits 0-9a-f"},
    {"INVALID_BASE64", kInvalidArgument,
     "Base64 文本（{size} 个字符）无效：应为带填充的标准形式",
     "the base64 text of {size} characters is invalid: it must be standard "
     "base64 with padding"},
    {"INVALID_UTF8", kInvalidArgument,
     "文本（{size} 字节）不是有效的 UTF-8 编码",
     "the text of {size} bytes is not valid UTF-8"},
    // Days and times.
    {"INVALID_DATE", kInvalidArgument,
     "日期“{value}”无效：应为 1900 至 9999 年间存在的日期，写作 YYYY-MM-DD",
     "the date \"{value}\" is invalid: it must be an existing day of the years "
     "1900 to 9999, written YYYY-MM-DD"},
    {"INVALID_TIME", kInvalidArgument,
     "时间“{value}”无效：应写作 YYYY-MM-DDTHH:MM:SS[.ffffff]Z",
     "the time \"{value}\" is invalid: it must be written "
     "YYYY-MM-DDTHH:MM:SS[.ffffff]Z"},
    // Codes of regions and enterprises.
    {"INVALID_REGION", kInvalidArgument,
     "行政区划代码“{value}”无效：应为 GB/T 2260 的 2、4 或 6 位数字，全国写作 "
     "0",
     "the region \"{value}\" is invalid: it must be 2, 4 or 6 digits of GB/T "
     "2260, or 0 for the whole country"},
    {"INVALID_USCI", kInvalidArgument,
     "统一社会信用代码“{value}”无效（GB 32100-2015）：{why}",
     "the unified social credit code \"{value}\" is invalid (GB 32100-2015): "
     "{why}"},
    {"INVALID_USCI:check", kInvalidArgument,
     "统一社会信用代码“{value}”的校验码有误（GB 32100-2015）：前 17 "
     "位对应的校验码是 {expected_check_character}",
     "the unified social credit code \"{value}\" has a wrong check character "
     "(GB 32100-2015): its first 17 characters ask for "
     "{expected_check_character}"},
    {"INVALID_USCI:hidden", kInvalidArgument,
     "代码中含有不可见字符 {character}，去掉后仍然无效：{why}",
     "the code holds the invisible character {character} and is invalid "
     "without it, too: {why}"},
    // Hashes, keys and seals.
    {"INVALID_DIGEST", kInvalidArgument, "摘要有 {size} 字节，应为 32 字节",
     "the digest has {size} bytes; it must have 32"},
    {"UNKNOWN_HASH_SUITE", kInvalidArgument,
     "未知的杂凑算法“{value}”：可用 SHA256 或 SM3",
     "the hash suite \"{value}\" is unknown: use SHA256 or SM3"},
    {"INVALID_VERIFY_KEY", kInvalidArgument, "Ed25519 公钥无效：{why}",
     "the Ed25519 public key is invalid: {why}"},
    {"INVALID_SIGNING_SEED", kInvalidArgument,
     "Ed25519 私钥种子有 {size} 字节，应为 32 字节",
     "the Ed25519 private seed has {size} bytes; it must have 32"},
    {"SEAL_BROKEN", kDataLoss,
     "密封数据无法打开：密钥或用途不符，或数据已被改动",
     "the sealed data does not open: the key or the context is another one, or "
     "the data was changed"},
    // JSON texts.
    {"JSON_TOO_LARGE", kInvalidArgument, "{file} 有 {size} 字节，上限 {limit}",
     "{file} has {size} bytes, the limit is {limit}"},
    {"JSON_MALFORMED", kInvalidArgument,
     "{file} 第 {line} 行：不是一个 UTF-8 的 JSON 对象",
     "{file} line {line}: not one JSON object in UTF-8"},
    {"JSON_TOO_DEEP", kInvalidArgument, "{file} 嵌套超过 {limit} 层",
     "{file} is nested deeper than {limit}"},
    {"JSON_MEMBER_REPEATED", kInvalidArgument, "{file} {field}：字段重复",
     "{file} {field}: the field is repeated"},
    {"JSON_MEMBER_UNKNOWN", kInvalidArgument, "{file} {field}：未知字段",
     "{file} {field}: the field is unknown"},
    {"JSON_MEMBER_MISSING", kInvalidArgument, "{file} {field}：缺少字段",
     "{file} {field}: the field is missing"},
    {"JSON_MEMBER_TYPE", kInvalidArgument, "{file} {field}：类型应为{limit}",
     "{file} {field}: expected {limit}"},
    {"JSON_MEMBER_VALUE", kInvalidArgument,
     "{file} {field}：值不合规定：“{value}”",
     "{file} {field}: outside the grammar: \"{value}\""},
    // Files. CodeOfErrno gives the code of the first two.
    {"FILE_NOT_READABLE", kFailedPrecondition, "无法读取文件 {file}：{why}",
     "the file {file} cannot be read: {why}"},
    {"FILE_NOT_WRITABLE", kFailedPrecondition, "无法写入文件 {file}：{why}",
     "the file {file} cannot be written: {why}"},
    {"FILE_EXISTS", kAlreadyExists, "文件 {file} 已存在，不予覆盖",
     "the file {file} exists and is not overwritten"},
    {"FILE_TOO_LARGE", kInvalidArgument, "文件 {file} 超过 {limit} 字节",
     "the file {file} is larger than {limit} bytes"},
};

consteval const ErrorRow& Row(std::string_view key) {
  return FindRow(kErrors, key);
}

absl::StatusCode CodeOfErrno(int error) {
  if (error == ENOENT || error == ENOTDIR) return kNotFound;
  if (error == EACCES || error == EPERM || error == EROFS) {
    return kPermissionDenied;
  }
  return error == EISDIR ? kInvalidArgument : kFailedPrecondition;
}

// The system's words are English; the frequent ones are translated.
Localized Describe(const FileFault& fault) {
  const std::string en = std::generic_category().message(fault.error);
  switch (fault.error) {
    case ENOENT:
    case ENOTDIR:
      return {"不存在", en};
    case EACCES:
    case EPERM:
      return {"没有权限", en};
    case EROFS:
      return {"文件系统只读", en};
    case EISDIR:
      return {"这是一个目录", en};
    case ENOSPC:
    case EDQUOT:
      return {"磁盘已满", en};
    default:
      return {en, en};
  }
}

// A stream that fails without a call of the system has no errno.
absl::Status FileError(ErrorRow row, FileFault fault) {
  if (fault.error == 0) fault.error = EIO;
  row.code = CodeOfErrno(fault.error);
  return MakeError(
      row, {{"file", ErrorValue::Whole(fault.path)}, {"why", Describe(fault)}});
}

Localized Describe(UsciFault fault) {
  switch (fault) {
    case UsciFault::kCharacter:
      return {"只能使用数字和大写字母（不含 I、O、S、V、Z）",
              "only digits and upper-case letters other than I, O, S, V, Z "
              "may occur"};
    case UsciFault::kLength:
      return {"应为 18 位", "it must have 18 characters"};
    case UsciFault::kPrefixLength:
      return {"校验码之前应为 17 位",
              "17 characters must precede the check character"};
    case UsciFault::kRegistrationNumber:
      return {"这是 15 位的注册号，不是统一社会信用代码",
              "it is a registration number of 15 digits, not a code"};
    case UsciFault::kNumber:
      return {
          "电子表格已把它变成数字，末尾的位数已丢失；请把该列设为文本格式"
          "后重新录入",
          "a spreadsheet turned it into a number; format the column as "
          "text and enter the code again"};
  }
  return {};
}

Localized Describe(VerifyKeyFault fault) {
  switch (fault) {
    case VerifyKeyFault::kSize:
      return {"应为 32 字节", "it must have 32 bytes"};
    case VerifyKeyFault::kNotAPoint:
      return {"不是曲线上的点", "it is no point of the curve"};
    case VerifyKeyFault::kSmallOrder:
      return {"是小阶点，任何人都能伪造签名",
              "it is a point of small order, for which anybody can forge"};
  }
  return {};
}

Localized Describe(JsonType type) {
  switch (type) {
    case JsonType::kObject:
      return {"对象", "an object"};
    case JsonType::kArray:
      return {"数组", "an array"};
    case JsonType::kString:
      return {"字符串", "a string"};
    case JsonType::kNumber:
      return {"无符号、小数和指数的数",
              "a number without sign, fraction or exponent"};
  }
  return {};
}

}  // namespace

std::span<const ErrorRow> ErrorRows() { return kErrors; }

absl::Status InvalidHexError(std::size_t size) {
  return MakeError(Row("INVALID_HEX"), {{"size", size}});
}
absl::Status InvalidBase64Error(std::size_t size) {
  return MakeError(Row("INVALID_BASE64"), {{"size", size}});
}
absl::Status InvalidUtf8Error(std::size_t size) {
  return MakeError(Row("INVALID_UTF8"), {{"size", size}});
}
absl::Status InvalidDateError(std::string_view value) {
  return MakeError(Row("INVALID_DATE"), {{"value", value}});
}
absl::Status InvalidTimeError(std::string_view value) {
  return MakeError(Row("INVALID_TIME"), {{"value", value}});
}
absl::Status InvalidDigestError(std::size_t size) {
  return MakeError(Row("INVALID_DIGEST"), {{"size", size}, {"limit", 32}});
}
absl::Status UnknownHashSuiteError(std::string_view name) {
  return MakeError(Row("UNKNOWN_HASH_SUITE"), {{"value", name}});
}
absl::Status InvalidRegionError(std::string_view value) {
  return MakeError(Row("INVALID_REGION"), {{"value", value}});
}
absl::Status InvalidUsciError(std::string_view value, UsciFault fault) {
  return MakeError(Row("INVALID_USCI"),
                   {{"value", value}, {"why", Describe(fault)}});
}
absl::Status WrongUsciCheckError(std::string_view value, char expected) {
  return MakeError(Row("INVALID_USCI:check"),
                   {{"value", value},
                    {"expected_check_character", std::string(1, expected)}});
}
absl::Status InvalidVerifyKeyError(VerifyKeyFault fault) {
  return MakeError(Row("INVALID_VERIFY_KEY"), {{"why", Describe(fault)}});
}
absl::Status HiddenInUsciError(std::string_view value, char32_t hidden,
                               const absl::Status& why) {
  return MakeError(
      Row("INVALID_USCI:hidden"),
      {{"value", value},
       {"character",
        ErrorValue::Coded(CodePointName(hidden), HiddenCharacterWords(hidden))},
       {"why", GetErrorInfo(why).message}});
}
absl::Status InvalidSeedError(std::size_t size) {
  return MakeError(Row("INVALID_SIGNING_SEED"),
                   {{"size", size}, {"limit", 32}});
}
absl::Status SealBrokenError() { return MakeError(Row("SEAL_BROKEN")); }

absl::Status JsonTooLargeError(std::string_view file, std::size_t size,
                               std::size_t limit) {
  return MakeError(Row("JSON_TOO_LARGE"),
                   {{"file", file}, {"size", size}, {"limit", limit}});
}

absl::Status JsonMalformedError(std::string_view file, std::int64_t line) {
  return MakeError(Row("JSON_MALFORMED"), {{"file", file}, {"line", line}});
}

absl::Status JsonTooDeepError(std::string_view file, std::size_t limit) {
  return MakeError(Row("JSON_TOO_DEEP"), {{"file", file}, {"limit", limit}});
}

absl::Status JsonMemberRepeatedError(const JsonPlace& place) {
  return MakeError(Row("JSON_MEMBER_REPEATED"),
                   {{"file", place.file}, {"field", place.field}});
}

absl::Status JsonMemberUnknownError(const JsonPlace& place) {
  return MakeError(Row("JSON_MEMBER_UNKNOWN"),
                   {{"file", place.file}, {"field", place.field}});
}

absl::Status JsonMemberMissingError(const JsonPlace& place) {
  return MakeError(Row("JSON_MEMBER_MISSING"),
                   {{"file", place.file}, {"field", place.field}});
}

absl::Status JsonMemberTypeError(const JsonPlace& place, JsonType expected) {
  const Localized type = Describe(expected);
  return MakeError(Row("JSON_MEMBER_TYPE"),
                   {{"file", place.file},
                    {"field", place.field},
                    {"limit", ErrorValue::Coded(type.en, type)}});
}

absl::Status JsonMemberValueError(const JsonPlace& place,
                                  std::string_view value) {
  return MakeError(
      Row("JSON_MEMBER_VALUE"),
      {{"file", place.file}, {"field", place.field}, {"value", value}});
}

absl::Status FileNotReadableError(const FileFault& fault) {
  return FileError(Row("FILE_NOT_READABLE"), fault);
}
absl::Status FileNotWritableError(const FileFault& fault) {
  return FileError(Row("FILE_NOT_WRITABLE"), fault);
}
absl::Status FileExistsError(const std::string& path) {
  return MakeError(Row("FILE_EXISTS"), {{"file", ErrorValue::Whole(path)}});
}
absl::Status FileTooLargeError(const std::string& path, std::int64_t limit) {
  return MakeError(Row("FILE_TOO_LARGE"),
                   {{"file", ErrorValue::Whole(path)}, {"limit", limit}});
}

}  // namespace spotcheck
