#ifndef SPOTCHECK_CLIENT_XLSX_WORKBOOK_H_
#define SPOTCHECK_CLIENT_XLSX_WORKBOOK_H_

// A workbook (xlsx, xlsm): its visible sheets, and what all of them share. Part
// names follow from its relations, since writers choose them.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/xlsx/cell.h"
#include "client/xlsx/package.h"

namespace spotcheck::client {

struct SheetPlace {
  std::string name;  // as the tab shows it
  std::string part;
};

// The texts that cells name by their number.
class SharedStrings {
 public:
  void Add(std::string_view text);
  // The text; empty where there is none of this number.
  std::string_view operator[](std::size_t number) const;

 private:
  std::string texts_;  // one behind the other
  std::vector<std::uint32_t> ends_;
};

class Workbook {
 public:
  // WORKBOOK_BROKEN, WORKBOOK_TOO_LARGE.
  static absl::StatusOr<std::shared_ptr<const Workbook>> Open(
      const std::string& path);

  const Package& package() const { return package_; }
  const std::vector<SheetPlace>& sheets() const { return sheets_; }
  const SharedStrings& strings() const { return strings_; }
  DateSystem dates() const { return dates_; }
  // The form of a cell's style, by its number.
  NumberForm FormOf(std::size_t style) const;

 private:
  explicit Workbook(Package package) : package_(std::move(package)) {}
  absl::Status Read();
  absl::Status ReadSheets(const std::string& main);

  Package package_;
  std::vector<SheetPlace> sheets_;
  SharedStrings strings_;
  std::vector<NumberForm> styles_;
  DateSystem dates_ = DateSystem::k1900;
};

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_XLSX_WORKBOOK_H_
