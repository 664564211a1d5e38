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
  // The second field of files whose lines are of several kinds.
  std::string_view kind() const { return fields_.size() > 1 ? fields_[1] : ""; }
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

// Adds a CAPACITY or a BAR line; returns whether the line was one of them.
template <typename Reason, typename Row>
absl::StatusOr<bool> AddCommonLine(const TsvReader& reader, Row& row) {
  const std::string_view kind = reader.kind();
  if (kind == "CAPACITY") {
    ASSIGN_OR_RETURN(row.capacity, ReadCapacity(reader, row.capacity));
  } else if (kind == "BAR") {
    ASSIGN_OR_RETURN(auto bar, ReadBar(reader, FromCode<Reason>));
    RETURN_IF_ERROR(AddBar(reader.place(), std::move(bar), row.bars));
  } else {
    return false;
  }
  return true;
}

// Reads several lines for each id; `add_line` reads one into the id's row.
template <typename Row, typename Id, typename AddLine>
absl::StatusOr<std::vector<Row>> ReadGroups(TsvReader reader, Id Row::*id,
                                            const char* id_field,
                                            AddLine add_line) {
  std::vector<Row> rows;
  for (;;) {
    ASSIGN_OR_RETURN(const bool more, reader.Next());
    const bool same =
        more && !rows.empty() && (rows.back().*id).str() == reader.fields()[0];
    if (!same && !rows.empty() && rows.back().capacity == 0) {
      return bundle_errors::CapacityMissing(reader.place(),
                                            (rows.back().*id).str());
    }
    if (!more) return rows;
    if (!same) {
      const std::string_view text = reader.fields()[0];
      if (!IsIdText(text)) return BadValue(reader.place(), {id_field, text});
      rows.emplace_back().*id = Id(std::string(text));
    }
    RETURN_IF_ERROR(add_line(reader, rows.back()));
  }
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
  const auto add_line = [categories = IndexCategories(plan)](
                            const TsvReader& reader,
                            DrawLab& lab) -> absl::Status {
    if (reader.kind() == "SCOPE") return AddScope(reader, categories, lab);
    ASSIGN_OR_RETURN(const bool added,
                     AddCommonLine<LabBarReason>(reader, lab));
    if (added) return absl::OkStatus();
    return bundle_errors::LineShape(reader.place(),
                                    "id and CAPACITY, SCOPE or BAR");
  };
  return ReadGroups(TsvReader(kLabsFile, text), &DrawLab::lab, "lab_id",
                    add_line);
}

absl::StatusOr<std::vector<DrawInspector>> ReadInspectorsTsv(
    std::string_view text) {
  const auto add_line = [](const TsvReader& reader,
                           DrawInspector& inspector) -> absl::Status {
    ASSIGN_OR_RETURN(const bool added,
                     AddCommonLine<InspectorBarReason>(reader, inspector));
    if (added) return absl::OkStatus();
    return bundle_errors::LineShape(reader.place(), "id and CAPACITY or BAR");
  };
  return ReadGroups(TsvReader(kInspectorsFile, text), &DrawInspector::inspector,
                    "inspector_id", add_line);
}

}  // namespace spotcheck::rules
