#include "lib/rules/law/product_key.h"

#include <algorithm>
#include <cstddef>

#include "lib/base/bytes.h"
#include "lib/base/hash.h"
#include "lib/base/identifier.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"
#include "lib/rules/law/errors.h"

namespace spotcheck::rules {
namespace {

bool IsTimes(char32_t c) { return c == U'×' || c == U'*'; }

// Turns × and * between two letters or digits into x, which is itself a letter.
std::string UnifyTimes(const std::string& text) {
  if (text.find('*') == std::string::npos &&
      text.find("×") == std::string::npos) {
    return text;
  }
  std::u32string wide = ToUtf32(text);
  for (std::size_t i = 1; i + 1 < wide.size(); ++i) {
    if (IsTimes(wide[i]) && IsLetterOrDigit(wide[i - 1]) &&
        IsLetterOrDigit(wide[i + 1])) {
      wide[i] = U'x';
    }
  }
  return ToUtf8(wide);
}

// GB/T 1.1, the standard for standards, prints a long dash; keyboards have a
// short one.
std::string UnifyDashes(const std::string& text) {
  std::u32string wide = ToUtf32(text);
  std::replace_if(wide.begin(), wide.end(), IsDash, U'-');
  return ToUtf8(wide);
}

// True for what people write where there is no value: 无, N/A, or strokes.
bool IsPlaceholder(const std::string& folded) {
  if (folded == "无" || folded == "n/a") return true;
  const std::u32string wide = ToUtf32(folded);
  return std::all_of(wide.begin(), wide.end(), [](char32_t c) {
    return c == U'—' || c == U'-' || c == U'/';
  });
}

}  // namespace

absl::StatusOr<std::string> NormaliseName(std::string_view text) {
  ASSIGN_OR_RETURN(const std::string folded, ToNfkcFolded(text));
  const std::string dense = DeleteWhiteSpace(folded);
  if (dense.size() == folded.size()) return dense;
  return ToNfkcFolded(dense);  // characters that a space parted may compose
}

absl::StatusOr<std::string> NormaliseField(std::string_view text) {
  ASSIGN_OR_RETURN(const std::string name, NormaliseName(text));
  if (IsPlaceholder(name)) return std::string();
  return UnifyTimes(name);
}

absl::StatusOr<std::string> NormaliseNumber(std::string_view text) {
  ASSIGN_OR_RETURN(const std::string field, NormaliseField(text));
  const std::string number = UnifyDashes(field);
  return IsPlaceholder(number) ? std::string() : number;
}

absl::StatusOr<ProductIdentity> NormaliseProduct(const RawProduct& raw) {
  ProductIdentity product;
  ASSIGN_OR_RETURN(product.name, NormaliseField(raw.name));
  if (product.name.empty()) return law_errors::ProductNameEmpty(raw.name);
  ASSIGN_OR_RETURN(product.standard, NormaliseNumber(raw.standard));
  ASSIGN_OR_RETURN(product.trademark, NormaliseField(raw.trademark));
  ASSIGN_OR_RETURN(product.model, NormaliseNumber(raw.model));
  return product;
}

bool SameProduct(IdentityScope scope, const ProductIdentity& a,
                 const ProductIdentity& b) {
  switch (scope) {
    case IdentityScope::kNameModel:
      return a.name == b.name && a.model == b.model;
    case IdentityScope::kFull:
      return a == b;
  }
  return false;
}

LineId MakeLineId(const Usci& usci, const ProductIdentity& product) {
  const std::string key =
      Lp({"line", usci.view(), product.name, product.standard,
          product.trademark, product.model});
  return LineId("L" + ShortId(Sha256(key)));
}

absl::StatusOr<CheckId> MakeCheckId(const LabId& lab,
                                    std::string_view report_no) {
  ASSIGN_OR_RETURN(const std::string report,
                   NormaliseName(Undress(report_no, InnerBlanks::kKept).text));
  const std::string key = Lp({"check", lab.str(), UnifyDashes(report)});
  return CheckId("R" + ShortId(Sha256(key)));
}

bool IsCategory(std::string_view text) {
  return std::find(kCategories.begin(), kCategories.end(), text) !=
         kCategories.end();
}

absl::StatusOr<std::string> ParseCategory(std::string_view text) {
  ASSIGN_OR_RETURN(std::string name, NormaliseName(text));
  if (!IsCategory(name)) {
    return law_errors::UnknownCategory(std::string(text));
  }
  return name;
}

}  // namespace spotcheck::rules
