#ifndef SPOTCHECK_LIB_RULES_LAW_PRODUCT_KEY_H_
#define SPOTCHECK_LIB_RULES_LAW_PRODUCT_KEY_H_

// When two texts name the same product 同一产品: normal forms, the ids made
// from them, and the nine categories of consumer products 消费品 (DOMAIN 1 and
// 2). The normalised form compares; the raw form is kept by whoever stores it.
// Errors: INVALID_UTF8, PRODUCT_NAME_EMPTY, UNKNOWN_CATEGORY.

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "lib/base/ids.h"

namespace spotcheck::rules {

// The four fields that tell a product, as imported or as normalised.
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

// NFKC, case folded, white space deleted; × and * between two letters or digits
// become x; a field of nothing but 无, N/A, or the characters — - / is empty.
absl::StatusOr<std::string> NormaliseField(std::string_view text);
// All four fields; a product whose name is empty then is refused.
absl::StatusOr<ProductIdentity> NormaliseProduct(const RawProduct& raw);
// NFKC, case folded, white space deleted: what a search by name compares.
absl::StatusOr<std::string> NormaliseName(std::string_view text);

// Which fields a policy compares, beside the enterprise.
enum class IdentityScope : std::uint8_t { kNameModel, kFull };
bool SameProduct(IdentityScope scope, const ProductIdentity& a,
                 const ProductIdentity& b);

// "L" or "R" and the first 70 bits of SHA-256 in Crockford's base32,
// upper-case: of lp("line", usci, name, standard, trademark, model), and of
// lp("check", lab, report number normalised as a name). Equal input, equal id,
// on every machine; ids are made here and never by a sequence.
LineId MakeLineId(const Usci& usci, const ProductIdentity& product);
absl::StatusOr<CheckId> MakeCheckId(const LabId& lab,
                                    std::string_view report_no);

// The top level of the catalogue, in the order of the policy documents.
inline constexpr std::array<std::string_view, 9> kCategories = {
    "家用电器",         "消费类电子产品",       "家居装饰装修产品",
    "服装服饰产品",     "妇幼老年及残疾人用品", "化妆品和日用化学品",
    "文教体育休闲用品", "文化及相关产品",       "食品及相关产品"};
bool IsCategory(std::string_view text);
// What people type: NFKC, white space deleted. Answers the catalogue's
// spelling.
absl::StatusOr<std::string> ParseCategory(std::string_view text);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_PRODUCT_KEY_H_
