#include "lib/store/read/frame_rows.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "lib/base/status_macros.h"
#include "lib/store/tables/table.h"

namespace spotcheck::store {
namespace {

// A page has this many enterprises: enough that its three queries cost nothing
// beside its rows, few enough that it is a few megabytes.
constexpr std::int64_t kPageSize = 2000;

std::string_view LastOf(const CodeRange& range) {
  constexpr std::string_view kAfterEveryCode = "~";
  return range.last.empty() ? kAfterEveryCode : std::string_view(range.last);
}

// A Page holds the enterprises of one page; the next page reuses their memory.
class Page {
 public:
  FrameEnterprise& Add() {
    if (size_ == enterprises_.size()) enterprises_.emplace_back();
    FrameEnterprise& enterprise = enterprises_[size_++];
    enterprise.lines.clear();
    enterprise.checks.clear();
    return enterprise;
  }
  void Clear() { size_ = 0; }
  std::span<FrameEnterprise> enterprises() {
    return std::span(enterprises_).first(size_);
  }

 private:
  std::vector<FrameEnterprise> enterprises_;
  std::size_t size_ = 0;
};

absl::Status ReadPage(const View& view, const Region& region,
                      const CodeRange& range, Page& page) {
  static constexpr char kSql[] =
      "SELECT usci, deregistered, leaf_index FROM enterprise "
      "WHERE usci > $after AND usci <= $last "
      "AND substr(usci, 3, $digits) = $region ORDER BY usci LIMIT $limit";
  page.Clear();
  return view.sql().ForEach(kSql,
                            {{"$after", range.after},
                             {"$last", LastOf(range)},
                             {"$digits", region.str().size()},
                             {"$region", region.str()},
                             {"$limit", kPageSize}},
                            [&](const sql::Row& row) -> absl::Status {
                              FrameEnterprise& facts = page.Add();
                              ASSIGN_OR_RETURN(
                                  facts.enterprise.usci,
                                  table::FromCell<Usci>(row, 0, "usci"));
                              facts.enterprise.deregistered = row.Int(1) != 0;
                              facts.enterprise.leaf_index = row.Int(2);
                              return absl::OkStatus();
                            });
}

// A PageCursor finds the enterprise that a row of lines or checks belongs to.
// The rows come in the order of the page.
class PageCursor {
 public:
  explicit PageCursor(std::span<FrameEnterprise> page) : page_(page) {}
  FrameEnterprise* Find(std::string_view usci) {
    while (next_ < page_.size() && page_[next_].enterprise.usci.view() < usci) {
      ++next_;
    }
    if (next_ == page_.size() || page_[next_].enterprise.usci.view() != usci) {
      return nullptr;
    }
    return &page_[next_];
  }

 private:
  std::span<FrameEnterprise> page_;
  std::size_t next_ = 0;
};

// Runs a query of rows in the order of the page and calls `add` with each row
// and its enterprise.
absl::Status AddRows(
    const View& view, std::string_view sql, std::span<FrameEnterprise> page,
    absl::FunctionRef<absl::Status(const sql::Row&, FrameEnterprise&)> add) {
  PageCursor cursor(page);
  return view.sql().ForEach(
      sql,
      {{"$first", page.front().enterprise.usci.view()},
       {"$last", page.back().enterprise.usci.view()}},
      [&](const sql::Row& row) {
        FrameEnterprise* const facts = cursor.Find(row.Text(0));
        return facts == nullptr ? absl::OkStatus() : add(row, *facts);
      });
}

rules::ProductIdentity ReadProduct(const sql::Row& row) {
  return {std::string(row.Text(3)), std::string(row.Text(4)),
          std::string(row.Text(5)), std::string(row.Text(6))};
}

absl::StatusOr<StoredCheck> ReadCheck(const Usci& usci, const sql::Row& row) {
  StoredCheck check;
  CheckRecord& record = check.record;
  record.usci = usci;
  record.check = CheckId(std::string(row.Text(1)));
  record.line = LineId(std::string(row.Text(2)));
  check.product = ReadProduct(row);
  ASSIGN_OR_RETURN(record.authority, ReadColumns<rules::Authority>(row, 7));
  ASSIGN_OR_RETURN(record.sampled,
                   table::FromCell<CivilDate>(row, 10, "sampled"));
  ASSIGN_OR_RETURN(record.verdict,
                   table::FromCell<Verdict>(row, 11, "verdict"));
  ASSIGN_OR_RETURN(record.severity,
                   table::FromCell<Severity>(row, 12, "severity"));
  record.lab = LabId(std::string(row.Text(13)));
  record.task = TaskId(std::string(row.Text(14)));
  ASSIGN_OR_RETURN(record.purpose,
                   table::FromCell<rules::Purpose>(row, 15, "purpose"));
  check.leaf_index = row.Int(16);
  return check;
}

absl::Status FillPage(const View& view, std::span<FrameEnterprise> page) {
  static constexpr char kLines[] =
      "SELECT usci, line_id, category, normal_name, normal_standard, "
      "normal_trademark, normal_model FROM product_line "
      "WHERE usci >= $first AND usci <= $last ORDER BY usci, line_id";
  static constexpr char kChecks[] =
      "SELECT usci, check_id, line_id, normal_name, normal_standard, "
      "normal_trademark, normal_model, authority, level, authority_region, "
      "sampled, verdict, severity, lab_id, task_id, purpose, leaf_index "
      "FROM check_record WHERE usci >= $first AND usci <= $last "
      "ORDER BY usci, check_id";
  RETURN_IF_ERROR(AddRows(
      view, kLines, page, [](const sql::Row& row, FrameEnterprise& facts) {
        facts.lines.push_back({LineId(std::string(row.Text(1))),
                               std::string(row.Text(2)), ReadProduct(row)});
        return absl::OkStatus();
      }));
  return AddRows(
      view, kChecks, page,
      [](const sql::Row& row, FrameEnterprise& facts) -> absl::Status {
        ASSIGN_OR_RETURN(StoredCheck check,
                         ReadCheck(facts.enterprise.usci, row));
        facts.checks.push_back(std::move(check));
        return absl::OkStatus();
      });
}

}  // namespace

absl::StatusOr<std::vector<CodeRange>> SplitRegion(const View& view,
                                                   const Region& region,
                                                   std::size_t parts) {
  static constexpr char kCount[] =
      "SELECT COUNT(*) FROM enterprise WHERE substr(usci, 3, $digits) = "
      "$region";
  static constexpr char kNth[] =
      "SELECT usci FROM enterprise WHERE substr(usci, 3, $digits) = $region "
      "ORDER BY usci LIMIT 1 OFFSET $n";
  const std::size_t digits = region.str().size();
  std::vector<CodeRange> ranges(1);
  ASSIGN_OR_RETURN(const std::int64_t count,
                   view.sql().QueryInt(kCount, {{"$digits", digits},
                                                {"$region", region.str()}}));
  const std::int64_t size = count / static_cast<std::int64_t>(parts);
  for (std::size_t i = 1; i < parts && size >= kPageSize; ++i) {
    const std::int64_t n = size * static_cast<std::int64_t>(i);
    ASSIGN_OR_RETURN(
        const auto code,
        view.sql().QueryText(
            kNth, {{"$digits", digits}, {"$region", region.str()}, {"$n", n}}));
    if (!code.has_value()) break;
    ranges.back().last = *code;
    ranges.push_back({*code, ""});
  }
  return ranges;
}

absl::StatusOr<FrameSize> SizeOf(const View& view, const Region& region,
                                 const CodeRange& range) {
  static constexpr char kSql[] =
      "SELECT (SELECT COUNT(*) FROM enterprise WHERE usci > $after "
      "AND usci <= $last AND substr(usci, 3, $digits) = $region), "
      "(SELECT COUNT(*) FROM product_line WHERE usci > $after "
      "AND usci <= $last AND substr(usci, 3, $digits) = $region)";
  ASSIGN_OR_RETURN(
      const auto size,
      view.sql().QueryOne(kSql,
                          {{"$after", range.after},
                           {"$last", LastOf(range)},
                           {"$digits", region.str().size()},
                           {"$region", region.str()}},
                          [](const sql::Row& row) {
                            return FrameSize{row.Int(0), row.Int(1)};
                          }));
  return size.value_or(FrameSize());
}

absl::Status ForEachFrameEnterprise(const View& view, const Region& region,
                                    const CodeRange& range,
                                    VisitFrameEnterprise visit) {
  CodeRange left = range;
  Page page;
  while (true) {
    RETURN_IF_ERROR(ReadPage(view, region, left, page));
    const std::span<FrameEnterprise> enterprises = page.enterprises();
    if (enterprises.empty()) return absl::OkStatus();
    left.after = enterprises.back().enterprise.usci.str();
    RETURN_IF_ERROR(FillPage(view, enterprises));
    for (FrameEnterprise& facts : enterprises) {
      if (!facts.lines.empty()) RETURN_IF_ERROR(visit(facts));
    }
  }
}

absl::StatusOr<FrameEnterprise> FrameEnterpriseOf(const View& view,
                                                  const Usci& usci) {
  static constexpr char kSql[] =
      "SELECT deregistered, leaf_index FROM enterprise WHERE usci = $usci";
  std::vector<FrameEnterprise> page(1);
  EnterpriseFact& enterprise = page.front().enterprise;
  enterprise.usci = usci;
  ASSIGN_OR_RETURN(const auto found,
                   view.sql().QueryOne(kSql, {{"$usci", usci.view()}},
                                       [&enterprise](const sql::Row& row) {
                                         enterprise.deregistered =
                                             row.Int(0) != 0;
                                         enterprise.leaf_index = row.Int(1);
                                         return true;
                                       }));
  if (found.has_value()) RETURN_IF_ERROR(FillPage(view, page));
  return std::move(page.front());
}

}  // namespace spotcheck::store
