#include "lib/base/errors.h"

#include <string>

#include "lib/base/error_kinds.h"

namespace spotcheck {
namespace {

using error_kinds::Invalid;

std::string Quoted(std::string_view value) {
  return Quotable(std::string(value));
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

}  // namespace

absl::Status InvalidHexError(std::size_t size) {
  const std::string n = std::to_string(size);
  return Invalid(
      "INVALID_HEX",
      {"十六进制文本（" + n + " 个字符）无效：位数应为偶数，且只用 0-9a-f",
       "the hexadecimal text of " + n +
           " characters is invalid: it needs an even number of digits 0-9a-f"},
      {{"size", n}});
}

absl::Status InvalidBase64Error(std::size_t size) {
  const std::string n = std::to_string(size);
  return Invalid("INVALID_BASE64",
                 {"Base64 文本（" + n + " 个字符）无效：应为带填充的标准形式",
                  "the base64 text of " + n +
                      " characters is invalid: it must be standard base64 "
                      "with padding"},
                 {{"size", n}});
}

absl::Status InvalidUtf8Error(std::size_t size) {
  const std::string n = std::to_string(size);
  return Invalid("INVALID_UTF8",
                 {"文本（" + n + " 字节）不是有效的 UTF-8 编码",
                  "the text of " + n + " bytes is not valid UTF-8"},
                 {{"size", n}});
}

absl::Status InvalidDateError(std::string_view value) {
  const std::string quoted = Quoted(value);
  return Invalid("INVALID_DATE",
                 {"日期“" + quoted +
                      "”无效：应为 1900 至 9999 年间存在的日期，"
                      "写作 YYYY-MM-DD",
                  "the date \"" + quoted +
                      "\" is invalid: it must be an existing day of the years "
                      "1900 to 9999, written YYYY-MM-DD"},
                 {{"value", quoted}});
}

absl::Status InvalidTimeError(std::string_view value) {
  const std::string quoted = Quoted(value);
  return Invalid(
      "INVALID_TIME",
      {"时间“" + quoted + "”无效：应写作 YYYY-MM-DDTHH:MM:SS[.ffffff]Z",
       "the time \"" + quoted +
           "\" is invalid: it must be written YYYY-MM-DDTHH:MM:SS[.ffffff]Z"},
      {{"value", quoted}});
}

absl::Status InvalidDigestError(std::size_t size) {
  const std::string n = std::to_string(size);
  return Invalid("INVALID_DIGEST",
                 {"摘要有 " + n + " 字节，应为 32 字节",
                  "the digest has " + n + " bytes; it must have 32"},
                 {{"size", n}, {"limit", "32"}});
}

absl::Status UnknownHashSuiteError(std::string_view name) {
  const std::string quoted = Quoted(name);
  return Invalid(
      "UNKNOWN_HASH_SUITE",
      {"未知的杂凑算法“" + quoted + "”：可用 SHA256 或 SM3",
       "the hash suite \"" + quoted + "\" is unknown: use SHA256 or SM3"},
      {{"value", quoted}});
}

absl::Status InvalidRegionError(std::string_view value) {
  const std::string quoted = Quoted(value);
  return Invalid(
      "INVALID_REGION",
      {"行政区划代码“" + quoted +
           "”无效：应为 GB/T 2260 的 2、4 或 6 位数字，全国写作 0",
       "the region \"" + quoted +
           "\" is invalid: it must be 2, 4 or 6 digits of GB/T 2260, or 0 for "
           "the whole country"},
      {{"value", quoted}});
}

absl::Status InvalidUsciError(std::string_view value, UsciFault fault) {
  const std::string quoted = Quoted(value);
  const Localized why = Describe(fault);
  return Invalid(
      "INVALID_USCI",
      {"统一社会信用代码“" + quoted + "”无效（GB 32100-2015）：" + why.zh,
       "the unified social credit code \"" + quoted +
           "\" is invalid (GB 32100-2015): " + why.en},
      {{"value", quoted}});
}

absl::Status WrongUsciCheckError(std::string_view value, char expected) {
  const std::string quoted = Quoted(value);
  const std::string right(1, expected);
  return Invalid(
      "INVALID_USCI",
      {"统一社会信用代码“" + quoted +
           "”的校验码有误（GB 32100-2015）：前 17 位对应的校验码是 " + right,
       "the unified social credit code \"" + quoted +
           "\" has a wrong check character (GB 32100-2015): its first 17 "
           "characters ask for " +
           right},
      {{"value", quoted}, {"expected_check_character", right}});
}

absl::Status InvalidVerifyKeyError(VerifyKeyFault fault) {
  const Localized why = Describe(fault);
  return Invalid("INVALID_VERIFY_KEY",
                 {"Ed25519 公钥无效：" + why.zh,
                  "the Ed25519 public key is invalid: " + why.en},
                 {});
}

absl::Status InvalidSeedError(std::size_t size) {
  const std::string n = std::to_string(size);
  return Invalid(
      "INVALID_SIGNING_SEED",
      {"Ed25519 私钥种子有 " + n + " 字节，应为 32 字节",
       "the Ed25519 private seed has " + n + " bytes; it must have 32"},
      {{"size", n}, {"limit", "32"}});
}

absl::Status SealBrokenError() {
  return MakeError(absl::StatusCode::kDataLoss, "SEAL_BROKEN",
                   {"密封数据无法打开：密钥或用途不符，或数据已被改动",
                    "the sealed data does not open: the key or the context is "
                    "another one, or the data was changed"});
}

}  // namespace spotcheck
