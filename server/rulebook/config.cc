#include "server/rulebook/config.h"

#include <google/protobuf/io/tokenizer.h>
#include <google/protobuf/text_format.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "lib/base/status_macros.h"
#include "server/rulebook/errors.h"
#include "server/rulebook/grading.h"
#include "server/rulebook/policy.h"
#include "server/rulebook/spot.h"
#include "spotcheck/v1/config.pb.h"

namespace spotcheck::server {
namespace {

namespace pb = google::protobuf;

// Keeps the parser's first complaint.
class FirstFault final : public pb::io::ErrorCollector {
 public:
  void AddError(int line, pb::io::ColumnNumber column,
                const std::string& message) override {
    if (fault_.has_value()) return;
    fault_ = {line + 1,
              "column " + std::to_string(column + 1) + ": " + message};
  }
  void AddWarning(int, pb::io::ColumnNumber, const std::string&) override {}
  const std::optional<std::pair<int, std::string>>& fault() const {
    return fault_;
  }

 private:
  std::optional<std::pair<int, std::string>> fault_;
};

struct ParsedFile {
  v1::RuleBook book;
  RuleSpot::Tree tree;
};

absl::StatusOr<std::unique_ptr<ParsedFile>> ParseFile(const RuleFile& file) {
  auto parsed = std::make_unique<ParsedFile>();
  FirstFault faults;
  pb::TextFormat::Parser parser;
  parser.RecordErrorsTo(&faults);
  parser.WriteLocationsTo(&parsed->tree);
  if (parser.ParseFromString(file.content, &parsed->book)) return parsed;
  const auto fault = faults.fault().value_or(std::pair(0, "not readable"));
  return RuleFileSyntax({file.name, fault.first}, fault.second);
}

absl::StatusOr<app::DrawRules> ConvertDraw(const RuleSpot& spot,
                                           const v1::DrawRules& rule) {
  app::DrawRules draw;
  ASSIGN_OR_RETURN(draw.hold_days, spot.Number({"hold_days", rule.hold_days(),
                                                1, app::kMaxHoldDays}));
  ASSIGN_OR_RETURN(
      draw.default_deadline_hours,
      spot.Number({"default_deadline_hours", rule.default_deadline_hours(), 1,
                   app::kMaxDeadlineHours}));
  ASSIGN_OR_RETURN(draw.open_after_days,
                   spot.Number({"open_after_days", rule.open_after_days(), 1,
                                app::kMaxOpenAfterDays}));
  draw.rotation = rule.rotate_labs() ? app::LabRotation::kBarLastLab
                                     : app::LabRotation::kOff;
  return draw;
}

// Adds up the files that have been read so far.
class Merge {
 public:
  absl::Status Add(const RuleFile& file) {
    ASSIGN_OR_RETURN(const auto parsed, ParseFile(file));
    const v1::RuleBook& from = parsed->book;
    const RuleSpot spot({file.name, 0}, from, &parsed->tree);
    for (int i = 0; i < from.policies_size(); ++i) {
      ASSIGN_OR_RETURN(
          auto policy,
          ConvertPolicy(spot.Nested("policies", from.policies(i), i),
                        from.policies(i)));
      book_.policies.push_back(std::move(policy));
    }
    for (int i = 0; i < from.list_rules_size(); ++i) {
      ASSIGN_OR_RETURN(
          auto rule,
          ConvertListRule(spot.Nested("list_rules", from.list_rules(i), i),
                          from.list_rules(i)));
      book_.list_rules.push_back(std::move(rule));
    }
    return AddSingle(spot, from);
  }

  absl::StatusOr<app::RuleBook> Finish() && {
    if (!graded_) return RulePartMissing("grading");
    if (!has_draw_) return RulePartMissing("draw");
    RETURN_IF_ERROR(app::ValidateRuleBook(book_));
    return std::move(book_);
  }

 private:
  // Adds `grading` and `draw`, which stand once in all files together.
  absl::Status AddSingle(const RuleSpot& spot, const v1::RuleBook& from) {
    if (from.has_grading()) {
      if (graded_) return RulePartRepeated(spot.Place("grading"), "grading");
      graded_ = true;
      ASSIGN_OR_RETURN(book_.scheme,
                       ConvertScheme(spot.Nested("grading", from.grading()),
                                     from.grading()));
    }
    if (from.has_draw()) {
      if (has_draw_) return RulePartRepeated(spot.Place("draw"), "draw");
      has_draw_ = true;
      ASSIGN_OR_RETURN(book_.draw, ConvertDraw(spot.Nested("draw", from.draw()),
                                               from.draw()));
    }
    return absl::OkStatus();
  }

  app::RuleBook book_;
  bool graded_ = false;
  bool has_draw_ = false;
};

}  // namespace

absl::StatusOr<app::RuleBook> ParseRuleBook(absl::Span<const RuleFile> files) {
  Merge merge;
  for (const RuleFile& file : files) RETURN_IF_ERROR(merge.Add(file));
  return std::move(merge).Finish();
}

}  // namespace spotcheck::server
