#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "lib/base/status_macros.h"
#include "lib/rules/bundle/errors.h"
#include "lib/rules/bundle/read.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/words.h"

namespace spotcheck::rules {
namespace {

using bundle_errors::Place;

// Walks the lines of a file and splits them at tabs.
class TsvReader {
 public:
  TsvReader(std::string_view file, std::string_view text)
      : file_(file), rest_(text) {}

  // Goes to the next line and says whether there was one. Refuses a line out of
  // order, an empty field and a missing last line feed.
  absl::StatusOr<bool> Next() {
    if (rest_.empty()) return false;
    ++line_;
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) {
      return bundle_errors::LineFeedMissing(file_);
    }
    const std::string_view line = rest_.substr(0, end);
    if (line_ > 1 && line <= before_) return bundle_errors::LineOrder(place());
    before_ = line;
    rest_.remove_prefix(end + 1);
    return Split(line);
  }
  const std::vector<std::string_view>& fields() const { return fields_; }
  Place place() const { return {file_, line_}; }

 private:
  absl::StatusOr<bool> Split(std::string_view line) {
    fields_.clear();
    for (;;) {
      const std::size_t tab = line.find('\t');
      fields_.push_back(line.substr(0, tab));
      if (fields_.back().empty()) {
        return bundle_errors::LineShape(place(), "fields, none empty");
      }
      if (tab == std::string_view::npos) return true;
      line.remove_prefix(tab + 1);
    }
  }

  std::string_view file_;
  std::string_view rest_;
  std::string_view before_;
  std::int64_t line_ = 0;
  std::vector<std::string_view> fields_;
};

struct Field {
  const char* name;
  std::string_view value;
};

absl::Status BadValue(Place place, Field field) {
  return bundle_errors::LineValue(place,
                                  {field.name, std::string(field.value)});
}

absl::StatusOr<Usci> ReadUsci(Place place, std::string_view text) {
  auto usci = Usci::Parse(text);
  if (!usci.ok()) return BadValue(place, {"usci", text});
  return usci;
}

template <typename Status>
struct CodeAndEvidence {
  Status status = Status::kEligible;
  std::string evidence;
};

// Reads ELIGIBLE, EXCLUDED:<CODE> or EXCLUDED:<CODE>:<evidence>.
template <typename Status>
absl::StatusOr<CodeAndEvidence<Status>> ReadStatus(
    Place place, std::string_view text,
    std::optional<Status> (*parse)(std::string_view)) {
  constexpr std::string_view kExcluded = "EXCLUDED:";
  CodeAndEvidence<Status> read;
  if (text == CodeOf(Status::kEligible)) return read;
  std::string_view code = text;
  if (code.substr(0, kExcluded.size()) != kExcluded) {
    return BadValue(place, {"status", text});
  }
  code.remove_prefix(kExcluded.size());
  const std::size_t colon = code.find(':');
  const bool has_evidence = colon != std::string_view::npos;
  if (has_evidence) read.evidence = std::string(code.substr(colon + 1));
  const auto status = parse(code.substr(0, colon));
  if (!status.has_value() || *status == Status::kEligible ||
      has_evidence != NeedsEvidence(*status) ||
      (has_evidence && !IsIdText(read.evidence))) {
    return BadValue(place, {"status", text});
  }
  read.status = *status;
  return read;
}

template <typename Reason>
absl::StatusOr<Bar<Reason>> ReadBar(
    const TsvReader& reader, std::optional<Reason> (*parse)(std::string_view)) {
  const auto& fields = reader.fields();
  const Place place = reader.place();
  if (fields.size() != 5) {
    return bundle_errors::LineShape(place, "id, BAR, usci, reason, evidence");
  }
  ASSIGN_OR_RETURN(const Usci usci, ReadUsci(place, fields[2]));
  const auto reason = parse(fields[3]);
  if (!reason.has_value()) return BadValue(place, {"reason", fields[3]});
  if (!IsIdText(fields[4])) return BadValue(place, {"evidence", fields[4]});
  return Bar<Reason>{usci, *reason, std::string(fields[4])};
}

// Adds the bar and refuses a second one against the same enterprise. The lines
// of an id ascend, so the first one would stand last in `bars`.
template <typename Reason>
absl::Status AddBar(Place place, Bar<Reason> bar,
                    std::vector<Bar<Reason>>& bars) {
  if (!bars.empty() && bars.back().usci == bar.usci) {
    return bundle_errors::RowRepeated(place, bar.usci.str());
  }
  bars.push_back(std::move(bar));
  return absl::OkStatus();
}

// Reads a CAPACITY line of an id. `known` is the capacity that an earlier line
// gave the id, 0 where none did.
absl::StatusOr<std::int64_t> ReadCapacity(const TsvReader& reader,
                                          std::int64_t known) {
  const auto& fields = reader.fields();
  if (fields.size() != 3) {
    return bundle_errors::LineShape(reader.place(), "id, CAPACITY, n");
  }
  if (known != 0) {
    return bundle_errors::RowRepeated(reader.place(),
                                      std::string(fields[0]) + " CAPACITY");
  }
  const auto capacity = ParseDrawNumber(fields[2]);
  if (!capacity.has_value()) {
    return BadValue(reader.place(), {"capacity", fields[2]});
  }
  return *capacity;
}

// Counts the lines, for which the caller reserves memory: growing by doubling
// would double a large file's memory.
std::size_t LineCount(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

using CategoryIndex = std::map<std::string_view, std::uint16_t>;

CategoryIndex IndexCategories(const Plan& plan) {
  CategoryIndex index;
  for (std::size_t i = 0; i < plan.categories.size(); ++i) {
    index.emplace(plan.categories[i], static_cast<std::uint16_t>(i));
  }
  return index;
}

absl::Status AddScope(const TsvReader& reader, const CategoryIndex& categories,
                      DrawLab& lab) {
  const auto& fields = reader.fields();
  if (fields.size() != 3) {
    return bundle_errors::LineShape(reader.place(), "id, SCOPE, category");
  }
  if (!IsDrawText(fields[2])) {
    return BadValue(reader.place(), {"category", fields[2]});
  }
  const auto category = categories.find(fields[2]);
  if (category == categories.end()) {
    lab.other_scope.emplace_back(fields[2]);
  } else {
    lab.scope.push_back(category->second);
  }
  return absl::OkStatus();
}

absl::Status AddLabLine(const TsvReader& reader,
                        const CategoryIndex& categories, DrawLab& lab) {
  const auto& fields = reader.fields();
  const std::string_view kind = fields.size() > 1 ? fields[1] : "";
  if (kind == "SCOPE") return AddScope(reader, categories, lab);
  if (kind == "CAPACITY") {
    ASSIGN_OR_RETURN(lab.capacity, ReadCapacity(reader, lab.capacity));
    return absl::OkStatus();
  }
  if (kind == "BAR") {
    ASSIGN_OR_RETURN(auto bar, ReadBar(reader, FromCode<LabBarReason>));
    return AddBar(reader.place(), std::move(bar), lab.bars);
  }
  return bundle_errors::LineShape(reader.place(),
                                  "id and CAPACITY, SCOPE or BAR");
}

absl::Status AddInspectorLine(const TsvReader& reader,
                              DrawInspector& inspector) {
  const auto& fields = reader.fields();
  const std::string_view kind = fields.size() > 1 ? fields[1] : "";
  if (kind == "CAPACITY") {
    ASSIGN_OR_RETURN(inspector.capacity,
                     ReadCapacity(reader, inspector.capacity));
    return absl::OkStatus();
  }
  if (kind == "BAR") {
    ASSIGN_OR_RETURN(auto bar, ReadBar(reader, FromCode<InspectorBarReason>));
    return AddBar(reader.place(), std::move(bar), inspector.bars);
  }
  return bundle_errors::LineShape(reader.place(), "id and CAPACITY or BAR");
}

}  // namespace

absl::StatusOr<std::vector<FrameRow>> ReadFrameTsv(std::string_view text) {
  std::vector<FrameRow> rows;
  rows.reserve(LineCount(text));
  TsvReader reader(kFrameFile, text);
  for (;;) {
    ASSIGN_OR_RETURN(const bool more, reader.Next());
    if (!more) return rows;
    const auto& fields = reader.fields();
    const Place place = reader.place();
    if (fields.size() != 3) {
      return bundle_errors::LineShape(place, "usci, stratum, status");
    }
    ASSIGN_OR_RETURN(const Usci usci, ReadUsci(place, fields[0]));
    if (!rows.empty() && rows.back().usci == usci) {
      return bundle_errors::RowRepeated(place, usci.str());
    }
    if (!IsStratumText(fields[1]))
      return BadValue(place, {"stratum", fields[1]});
    ASSIGN_OR_RETURN(auto status,
                     ReadStatus(place, fields[2], FromCode<EnterpriseStatus>));
    rows.push_back({usci, Stratum(std::string(fields[1])), status.status,
                    std::move(status.evidence)});
  }
}

absl::StatusOr<std::vector<LineRow>> ReadLinesTsv(std::string_view text,
                                                  const Plan& plan) {
  const CategoryIndex categories = IndexCategories(plan);
  std::vector<LineRow> rows;
  rows.reserve(LineCount(text));
  TsvReader reader(kLinesFile, text);
  for (;;) {
    ASSIGN_OR_RETURN(const bool more, reader.Next());
    if (!more) return rows;
    const auto& fields = reader.fields();
    const Place place = reader.place();
    if (fields.size() != 4) {
      return bundle_errors::LineShape(place, "usci, line_id, category, status");
    }
    ASSIGN_OR_RETURN(const Usci usci, ReadUsci(place, fields[0]));
    if (!IsIdText(fields[1])) return BadValue(place, {"line_id", fields[1]});
    LineId line{std::string(fields[1])};
    if (!rows.empty() && rows.back().usci == usci && rows.back().line == line) {
      return bundle_errors::RowRepeated(place, usci.str() + " " + line.str());
    }
    const auto category = categories.find(fields[2]);
    if (category == categories.end()) {
      return bundle_errors::LineCategory(place, std::string(fields[2]));
    }
    ASSIGN_OR_RETURN(auto status,
                     ReadStatus(place, fields[3], FromCode<LineStatus>));
    rows.push_back({usci, std::move(line), category->second, status.status,
                    std::move(status.evidence)});
  }
}

absl::StatusOr<std::vector<DrawLab>> ReadLabsTsv(std::string_view text,
                                                 const Plan& plan) {
  const CategoryIndex categories = IndexCategories(plan);
  std::vector<DrawLab> labs;
  TsvReader reader(kLabsFile, text);
  for (;;) {
    ASSIGN_OR_RETURN(const bool more, reader.Next());
    const bool same =
        more && !labs.empty() && labs.back().lab.str() == reader.fields()[0];
    if (!same && !labs.empty() && labs.back().capacity == 0) {
      return bundle_errors::CapacityMissing(reader.place(),
                                            labs.back().lab.str());
    }
    if (!more) return labs;
    if (!same) {
      const std::string_view id = reader.fields()[0];
      if (!IsIdText(id)) return BadValue(reader.place(), {"lab_id", id});
      labs.push_back({LabId(std::string(id)), 0, {}, {}, {}});
    }
    RETURN_IF_ERROR(AddLabLine(reader, categories, labs.back()));
  }
}

absl::StatusOr<std::vector<DrawInspector>> ReadInspectorsTsv(
    std::string_view text) {
  std::vector<DrawInspector> rows;
  TsvReader reader(kInspectorsFile, text);
  for (;;) {
    ASSIGN_OR_RETURN(const bool more, reader.Next());
    const bool same = more && !rows.empty() &&
                      rows.back().inspector.str() == reader.fields()[0];
    if (!same && !rows.empty() && rows.back().capacity == 0) {
      return bundle_errors::CapacityMissing(reader.place(),
                                            rows.back().inspector.str());
    }
    if (!more) return rows;
    if (!same) {
      const std::string_view id = reader.fields()[0];
      if (!IsIdText(id)) return BadValue(reader.place(), {"inspector_id", id});
      rows.push_back({InspectorId(std::string(id)), 0, {}});
    }
    RETURN_IF_ERROR(AddInspectorLine(reader, rows.back()));
  }
}

}  // namespace spotcheck::rules
