#ifndef SPOTCHECK_LIB_BASE_IDS_H_
#define SPOTCHECK_LIB_BASE_IDS_H_

// Each kind of identifier is a type: a function that wants a product line
// cannot be handed a laboratory. From outside, only parsing makes one.

#include <array>
#include <compare>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/statusor.h"

namespace spotcheck {

// An id matches IsIdText; Tag tells the kinds of ids apart.
template <typename Tag>
class Id {
 public:
  Id() = default;
  explicit Id(std::string value) : value_(std::move(value)) {}
  const std::string& str() const { return value_; }
  bool empty() const { return value_.empty(); }
  friend auto operator<=>(const Id&, const Id&) = default;
  template <typename H>
  friend H AbslHashValue(H h, const Id& id) {
    return H::combine(std::move(h), id.value_);
  }

 private:
  std::string value_;
};

using LineId = Id<struct LineIdTag>;            // a product line
using LabId = Id<struct LabIdTag>;              // a laboratory (its USCI)
using InspectorId = Id<struct InspectorIdTag>;  // badge number or pseudonym
using TaskId = Id<struct TaskIdTag>;            // without "tasks/"
using CheckId = Id<struct CheckIdTag>;          // one check of one product
using PolicyId = Id<struct PolicyIdTag>;        // e.g. NINGXIA-2017
using Stratum = Id<struct StratumTag>;          // [A-Z0-9]{1,8}

// True if the text matches [A-Za-z0-9._-]{1,64}.
bool IsIdText(std::string_view text);
// True if the text matches [A-Z0-9]{1,8}.
bool IsStratumText(std::string_view text);

// Unified social credit code 统一社会信用代码, GB 32100-2015: 18 characters.
class Usci {
 public:
  static constexpr int kSize = 18;
  Usci() { text_.fill('0'); }
  // Accepts only the alphabet without I O S V Z and a right check character.
  static absl::StatusOr<Usci> Parse(std::string_view text);
  // Accepts what people type and what spreadsheets leave: undresses the text
  // (identifier.h) and folds lower case, then reads as Parse does. A refusal
  // says where a spreadsheet cut digits, and which character nobody sees.
  static absl::StatusOr<Usci> ParseLenient(std::string_view text);

  std::string_view view() const { return {text_.data(), text_.size()}; }
  std::string str() const { return std::string(view()); }
  // Characters 3–8 are the region of registration. They are given as they
  // stand, even where no such region exists.
  std::string_view region() const { return view().substr(2, 6); }
  friend auto operator<=>(const Usci&, const Usci&) = default;
  template <typename H>
  friend H AbslHashValue(H h, const Usci& usci) {
    return H::combine(std::move(h), usci.view());
  }

 private:
  std::array<char, kSize> text_;
};

// True if the organisation code of GB 11714, characters 9–17, ends in its own
// right check character. A wrong one is worth a warning, no refusal.
bool HasValidOrganisationCode(const Usci& usci);

// Computes the check character for the first 17, for demonstration data.
absl::StatusOr<char> UsciCheckCharacter(std::string_view first17);
bool IsValidOrganisationCode(std::string_view nine);

// A division of GB/T 2260: 2, 4 or 6 digits, or "" for the whole country.
class Region {
 public:
  Region() = default;  // the whole country
  // Reads 2, 4 or 6 digits, strips trailing 00 pairs, or reads "0" as "".
  static absl::StatusOr<Region> Parse(std::string_view text);
  // Reads a region as a table keeps it, "" or 2, 4 or 6 digits. Nothing is
  // stripped: 140000 can be a county's place in a code.
  static absl::StatusOr<Region> ParseExact(std::string_view text);
  // Takes the first `digits` (0, 2, 4 or 6) of an enterprise's region.
  static Region Prefix(std::string_view code, int digits);

  const std::string& str() const { return digits_; }
  // Gives "0" for "", as the protocol's plan and the command line write it.
  std::string Label() const { return digits_.empty() ? "0" : digits_; }
  bool Contains(std::string_view code) const {
    return code.substr(0, digits_.size()) == digits_;
  }
  friend auto operator<=>(const Region&, const Region&) = default;

 private:
  std::string digits_;
};

// Checks a global trade item number (GB 12904) of 8, 12, 13 or 14 digits.
bool IsValidGtin(std::string_view digits);
// Checks a resident identity number (GB 11643): MOD 11-2, an existing day.
bool IsValidResidentId(std::string_view text);
// Checks a business registration number of 15 digits by ISO 7064 MOD 11,10.
bool IsValidRegistrationNumber(std::string_view digits);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_IDS_H_
