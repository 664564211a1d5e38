#include "client/xlsx/write.h"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>
#include <utility>

#include "client/xlsx/errors.h"
#include "lib/base/files.h"
#include "lib/base/status_macros.h"
#include "lib/base/text.h"

namespace spotcheck::client {
namespace {

// Wider columns push the others out of sight; longer texts run on below.
constexpr std::size_t kMaxWidth = 60;
constexpr std::size_t kLeastWidth = 6;
// Tabs of sheets hold this many characters.
constexpr std::size_t kMaxSheetName = 31;
constexpr std::uint8_t kTextForm = 49;  // the built-in form "text"
constexpr lxw_row_t kRowsOfASheet = 1'048'576;
// A workbook of more bytes could not be read back into memory. The list of a
// whole country stays below this limit.
constexpr std::int64_t kMaxWritten = std::int64_t{1} << 30;

// Chinese characters are two columns wide.
std::size_t WidthOf(std::string_view text) {
  std::size_t width = 0;
  for (const char32_t c : ToUtf32(text.substr(0, 4 * kMaxWidth))) {
    width += c >= 0x2E80 ? 2 : 1;
  }
  return std::min(width, kMaxWidth);
}

std::string NameOfTab(std::string_view name) {
  std::u32string tab;
  for (const char32_t c : ToUtf32(name)) {
    const bool kept =
        std::u32string_view(U"[]:*?/\\'").find(c) == std::u32string_view::npos;
    if (kept && tab.size() < kMaxSheetName) tab += c;
  }
  return tab.empty() ? "Sheet" : ToUtf8(tab);
}

std::optional<double> NumberOf(const std::string& text) {
  double number = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, number);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return number;
}

absl::Status Fault(lxw_error error) {
  if (error == LXW_NO_ERROR) return absl::OkStatus();
  return WorkbookNotWritableError(lxw_strerror(error));
}

// A folder of our own, since libxlsxwriter makes files by name.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::error_code fault;
    std::string name =
        (std::filesystem::temp_directory_path(fault) / "spotcheckXXXXXX")
            .string();
    if (!fault && mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

struct WorkbookWriter::Sheets {
  ~Sheets() {
    if (book != nullptr) lxw_workbook_free(book);
  }
  absl::Status Begin(const std::string& name);
  absl::Status Write(std::size_t column, const std::string& cell);
  void SetWidths();

  TemporaryFolder folder;
  std::string file;
  lxw_workbook* book = nullptr;
  lxw_format* header = nullptr;
  lxw_format* text = nullptr;  // digits that are typed into it stay a text
  lxw_worksheet* sheet = nullptr;
  std::string name;
  std::vector<SheetTitle> titles;
  std::vector<std::size_t> widths;
  lxw_row_t row = 0;
  std::set<std::string> names;
};

// A tab's name must be unlike the others: 甲, 甲 2, 甲 3.
absl::Status WorkbookWriter::Sheets::Begin(const std::string& wanted) {
  SetWidths();
  std::string tab = NameOfTab(wanted);
  for (int copy = 2; !names.insert(tab).second; ++copy) {
    const std::string number = " " + std::to_string(copy);
    std::u32string base = ToUtf32(NameOfTab(wanted));
    base.resize(std::min(base.size(), kMaxSheetName - number.size()));
    tab = ToUtf8(base) + number;
  }
  sheet = workbook_add_worksheet(book, tab.c_str());
  if (sheet == nullptr) return WorkbookNotWritableError("tab " + tab);
  row = 0;
  widths.assign(titles.size(), kLeastWidth);
  worksheet_freeze_panes(sheet, 1, 0);
  for (std::size_t i = 0; i < titles.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    widths[i] = std::max(widths[i], WidthOf(titles[i].text) + 2);
    RETURN_IF_ERROR(Fault(worksheet_write_string(
        sheet, 0, column, titles[i].text.c_str(), header)));
    if (titles[i].note.empty()) continue;
    RETURN_IF_ERROR(Fault(
        worksheet_write_comment(sheet, 0, column, titles[i].note.c_str())));
  }
  ++row;
  return absl::OkStatus();
}

absl::Status WorkbookWriter::Sheets::Write(std::size_t column,
                                           const std::string& cell) {
  const auto at = static_cast<lxw_col_t>(column);
  const bool is_number =
      column < titles.size() && titles[column].kind == CellKind::kNumber;
  const auto number = is_number ? NumberOf(cell) : std::nullopt;
  if (number.has_value()) {
    return Fault(worksheet_write_number(sheet, row, at, *number, nullptr));
  }
  return Fault(worksheet_write_string(sheet, row, at, cell.c_str(),
                                      is_number ? nullptr : text));
}

void WorkbookWriter::Sheets::SetWidths() {
  for (std::size_t i = 0; i < widths.size() && sheet != nullptr; ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    const bool is_number = titles[i].kind == CellKind::kNumber;
    worksheet_set_column(sheet, column, column,
                         static_cast<double>(widths[i]) + 1,
                         is_number ? nullptr : text);
  }
}

WorkbookWriter::WorkbookWriter(std::unique_ptr<Sheets> sheets)
    : sheets_(std::move(sheets)) {}
WorkbookWriter::WorkbookWriter(WorkbookWriter&&) noexcept = default;
WorkbookWriter& WorkbookWriter::operator=(WorkbookWriter&&) noexcept = default;
WorkbookWriter::~WorkbookWriter() = default;

absl::StatusOr<WorkbookWriter> WorkbookWriter::Create() {
  auto sheets = std::make_unique<Sheets>();
  if (sheets->folder.path().empty()) {
    return WorkbookNotWritableError("TMPDIR");
  }
  sheets->file = sheets->folder.path() + "/book.xlsx";
  std::string folder = sheets->folder.path();
  lxw_workbook_options options = {};
  options.constant_memory = LXW_TRUE;
  options.tmpdir = folder.data();
  sheets->book = workbook_new_opt(sheets->file.c_str(), &options);
  if (sheets->book == nullptr) return WorkbookNotWritableError("memory");
  sheets->header = workbook_add_format(sheets->book);
  format_set_bold(sheets->header);
  format_set_text_wrap(sheets->header);
  sheets->text = workbook_add_format(sheets->book);
  format_set_num_format_index(sheets->text, kTextForm);
  return WorkbookWriter(std::move(sheets));
}

absl::Status WorkbookWriter::AddSheet(std::string_view name,
                                      const std::vector<SheetTitle>& titles) {
  // The widths of the sheet before are set by what it had.
  sheets_->SetWidths();
  sheets_->widths.clear();
  sheets_->name = name;
  sheets_->titles = titles;
  return sheets_->Begin(sheets_->name);
}

absl::Status WorkbookWriter::AddRow(const std::vector<std::string>& cells) {
  Sheets& sheets = *sheets_;
  if (sheets.row == kRowsOfASheet) RETURN_IF_ERROR(sheets.Begin(sheets.name));
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    RETURN_IF_ERROR(sheets.Write(i, cells[i]));
    if (i < sheets.widths.size()) {
      sheets.widths[i] = std::max(sheets.widths[i], WidthOf(cells[i]));
    }
  }
  ++sheets.row;
  return absl::OkStatus();
}

absl::StatusOr<std::string> WorkbookWriter::Finish() {
  sheets_->SetWidths();
  // workbook_close frees the workbook, whatever happens.
  lxw_workbook* book = std::exchange(sheets_->book, nullptr);
  RETURN_IF_ERROR(Fault(workbook_close(book)));
  return ReadFile(sheets_->file, kMaxWritten);
}

}  // namespace spotcheck::client
