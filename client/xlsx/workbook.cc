#include "client/xlsx/workbook.h"

#include <charconv>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include "client/xlsx/errors.h"
#include "client/xlsx/xml.h"
#include "lib/base/status_macros.h"

namespace spotcheck::client {
namespace {

std::optional<int> IntOf(std::string_view text) {
  int value = 0;
  const char* const end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, value);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return value;
}

// The last word of a relation's type: .../relationships/worksheet.
std::string_view KindOf(std::string_view type) {
  return type.substr(type.rfind('/') + 1);
}

struct Relation {
  std::string id;
  std::string kind;
  std::string target;  // a part
};

// The relations of a part, their targets made names of parts.
class RelationsHandler : public XmlHandler {
 public:
  explicit RelationsHandler(std::string folder) : folder_(std::move(folder)) {}

  void Start(std::string_view name, const Attributes& attributes) override {
    if (name != "Relationship") return;
    const std::string_view target = attributes["Target"];
    const std::string whole = target.substr(0, 1) == "/"
                                  ? std::string(target.substr(1))
                                  : folder_ + std::string(target);
    relations.push_back(
        {std::string(attributes["Id"]), std::string(KindOf(attributes["Type"])),
         std::filesystem::path(whole).lexically_normal().generic_string()});
  }
  void End(std::string_view) override {}
  void Text(std::string_view) override {}

  std::vector<Relation> relations;

 private:
  std::string folder_;  // of the part, with its slash
};

// xl/workbook.xml → xl/ and workbook.xml.
absl::StatusOr<std::vector<Relation>> RelationsOf(const Package& package,
                                                  const std::string& part) {
  const std::size_t name = part.rfind('/') + 1;
  const std::string folder = part.substr(0, name);
  RelationsHandler handler(folder);
  ASSIGN_OR_RETURN(PartReader reader,
                   package.Read(folder + "_rels/" + part.substr(name) + ".rels",
                                kMaxSmallPart));
  RETURN_IF_ERROR(ParsePart(std::move(reader), package.path(), handler));
  return std::move(handler.relations);
}

// The sheets in the order of their tabs, without those that are hidden.
class SheetsHandler : public XmlHandler {
 public:
  struct Sheet {
    std::string name;
    std::string relation;
  };
  void Start(std::string_view name, const Attributes& attributes) override {
    if (name == "workbookPr") {
      const std::string_view says = attributes["date1904"];
      if (says == "1" || says == "true") dates = DateSystem::k1904;
    }
    const std::string_view state = attributes["state"];
    if (name == "sheet" && (state.empty() || state == "visible")) {
      sheets.push_back(
          {std::string(attributes["name"]), std::string(attributes["id"])});
    }
  }
  void End(std::string_view) override {}
  void Text(std::string_view) override {}

  std::vector<Sheet> sheets;
  DateSystem dates = DateSystem::k1900;
};

// The forms of the cells' styles in their order.
class StylesHandler : public XmlHandler {
 public:
  void Start(std::string_view name, const Attributes& attributes) override {
    if (name == "numFmts" || name == "cellXfs") {
      within_ = name;
    } else if (within_ == "numFmts" && name == "numFmt") {
      const auto id = IntOf(attributes["numFmtId"]);
      if (id.has_value()) codes_[*id] = FormOfCode(attributes["formatCode"]);
    } else if (within_ == "cellXfs" && name == "xf") {
      const int id = IntOf(attributes["numFmtId"]).value_or(0);
      const auto own = codes_.find(id);
      styles.push_back(own != codes_.end() ? own->second : FormOfBuiltIn(id));
    }
  }
  void End(std::string_view name) override {
    if (name == within_) within_.clear();
  }
  void Text(std::string_view) override {}

  std::vector<NumberForm> styles;

 private:
  std::string within_;
  std::map<int, NumberForm> codes_;
};

// One text an item: its runs one behind the other, without the readings that
// stand above Japanese text.
class StringsHandler : public XmlHandler {
 public:
  explicit StringsHandler(SharedStrings& strings) : strings_(strings) {}

  void Start(std::string_view name, const Attributes&) override {
    if (name == "rPh") reading_ = true;
    if (name == "t") in_text_ = !reading_;
  }
  void End(std::string_view name) override {
    if (name == "rPh") reading_ = false;
    if (name == "t") in_text_ = false;
    if (name != "si") return;
    strings_.Add(Unescaped(text_));
    text_.clear();
  }
  void Text(std::string_view text) override {
    if (in_text_) text_ += text;
  }

 private:
  SharedStrings& strings_;
  std::string text_;
  bool in_text_ = false;
  bool reading_ = false;
};

absl::Status ParseIfThere(const Package& package, const std::string& part,
                          std::int64_t limit, XmlHandler& handler) {
  if (part.empty() || !package.Has(part)) return absl::OkStatus();
  ASSIGN_OR_RETURN(PartReader reader, package.Read(part, limit));
  return ParsePart(std::move(reader), package.path(), handler);
}

std::string TargetOf(const std::vector<Relation>& relations,
                     std::string_view kind) {
  for (const Relation& relation : relations) {
    if (relation.kind == kind) return relation.target;
  }
  return "";
}

}  // namespace

void SharedStrings::Add(std::string_view text) {
  texts_ += text;
  ends_.push_back(static_cast<std::uint32_t>(texts_.size()));
}

std::string_view SharedStrings::operator[](std::size_t number) const {
  if (number >= ends_.size()) return {};
  const std::size_t begin = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(texts_).substr(begin, ends_[number] - begin);
}

absl::StatusOr<std::shared_ptr<const Workbook>> Workbook::Open(
    const std::string& path) {
  ASSIGN_OR_RETURN(Package package, Package::Open(path));
  std::shared_ptr<Workbook> book(new Workbook(std::move(package)));
  RETURN_IF_ERROR(book->Read());
  return std::shared_ptr<const Workbook>(std::move(book));
}

absl::Status Workbook::Read() {
  if (!package_.Has("_rels/.rels")) {
    return WorkbookBrokenError(package_.path(),
                               {"是 zip 文件，但不是 xlsx 工作簿",
                                "it is a zip archive but no xlsx workbook"});
  }
  ASSIGN_OR_RETURN(const auto top, RelationsOf(package_, ""));
  const std::string main = TargetOf(top, "officeDocument");
  if (main.size() < 4 || main.substr(main.size() - 4) != ".xml") {
    return WorkbookBrokenError(package_.path(),
                               {"不是 xlsx 工作簿（可能是 xlsb 或其他格式）",
                                "it is no xlsx workbook, perhaps xlsb"});
  }
  RETURN_IF_ERROR(ReadSheets(main));
  if (!sheets_.empty()) return absl::OkStatus();
  return WorkbookBrokenError(
      package_.path(), {"没有可见的工作表", "it has no sheet that is shown"});
}

absl::Status Workbook::ReadSheets(const std::string& main) {
  ASSIGN_OR_RETURN(const auto relations, RelationsOf(package_, main));
  SheetsHandler sheets;
  RETURN_IF_ERROR(ParseIfThere(package_, main, kMaxSmallPart, sheets));
  dates_ = sheets.dates;
  for (const SheetsHandler::Sheet& sheet : sheets.sheets) {
    for (const Relation& relation : relations) {
      // A sheet that holds a chart alone is of another kind.
      if (relation.id != sheet.relation || relation.kind != "worksheet") {
        continue;
      }
      sheets_.push_back({sheet.name, relation.target});
    }
  }
  StylesHandler styles;
  RETURN_IF_ERROR(ParseIfThere(package_, TargetOf(relations, "styles"),
                               kMaxSmallPart, styles));
  styles_ = std::move(styles.styles);
  StringsHandler strings(strings_);
  return ParseIfThere(package_, TargetOf(relations, "sharedStrings"),
                      kMaxStringsPart, strings);
}

NumberForm Workbook::FormOf(std::size_t style) const {
  return style < styles_.size() ? styles_[style] : NumberForm{};
}

}  // namespace spotcheck::client
