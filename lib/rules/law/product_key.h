#ifndef SPOTCHECK_LIB_RULES_LAW_PRODUCT_KEY_H_
#define SPOTCHECK_LIB_RULES_LAW_PRODUCT_KEY_H_

// Decides when two texts name the same product 同一产品. It makes their normal
// forms and ids, and knows the nine categories of consumer products 消费品
// (DOMAIN 1 and 2). Whoever stores a product keeps its raw form too. Errors:
// INVALID_UTF8, PRODUCT_NAME_EMPTY, UNKNOWN_CATEGORY.

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"

namespace spotcheck::rules {

// Four fields identify a product: RawProduct has them as imported,
// ProductIdentity as normalised.
struct RawProduct {
  std::string name;
  std::string standard;   // 执行标准
  std::string trademark;  // 商标
  std::string model;      // 规格型号
};
struct ProductIdentity {
  std::string name;
  std::string standard;
  std::string trademark;
  std::string model;
  friend auto operator<=>(const ProductIdentity&,
                          const ProductIdentity&) = default;
};

// Gives NFKC, case folded, white space deleted. × and * between two letters or
// digits become x; a field of only 无, N/A, or the characters — - / is empty.
absl::StatusOr<std::string> NormaliseField(std::string_view text);
// Does the same for a standard and a model, and makes every dash one dash.
absl::StatusOr<std::string> NormaliseNumber(std::string_view text);
// Normalises all four fields; refuses a product whose name is empty then.
absl::StatusOr<ProductIdentity> NormaliseProduct(const RawProduct& raw);
// Gives NFKC, case folded, white space deleted, for a search by name.
absl::StatusOr<std::string> NormaliseName(std::string_view text);

// A policy compares name and model, or all four, beside the enterprise.
enum class IdentityScope : std::uint8_t { kNameModel, kFull };
bool SameProduct(IdentityScope scope, const ProductIdentity& a,
                 const ProductIdentity& b);

// A line's id is "L" and the ShortId of SHA-256 over lp("line", usci, name,
// standard, trademark, model). A check's id is "R" and the ShortId over
// lp("check", lab, report number), the number undressed, normalised as a name
// and every dash one dash. Equal input gives an equal id on every machine; ids
// are made here and never by a sequence.
LineId MakeLineId(const Usci& usci, const ProductIdentity& product);
absl::StatusOr<CheckId> MakeCheckId(const LabId& lab,
                                    std::string_view report_no);

// The catalogue's top level, in the order of the policy documents.
inline constexpr std::array<std::string_view, 9> kCategories = {
    "家用电器",         "消费类电子产品",       "家居装饰装修产品",
    "服装服饰产品",     "妇幼老年及残疾人用品", "化妆品和日用化学品",
    "文教体育休闲用品", "文化及相关产品",       "食品及相关产品"};
bool IsCategory(std::string_view text);
// Reads a category as people type it; gives the catalogue's spelling.
absl::StatusOr<std::string> ParseCategory(std::string_view text);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_PRODUCT_KEY_H_
