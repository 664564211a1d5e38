// The page that a notary or an auditor files: what was drawn from, how, by
// whom, when, and how anyone recomputes it. Before the opening it says only
// what is public.

#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "lib/app/draw_errors.h"
#include "lib/app/draw_reasons.h"
#include "lib/app/draw_steps.h"
#include "lib/app/draws.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw_text.h"

namespace spotcheck::app {
namespace {

// One page in one language, as sections of sentences and tables; how a section
// is marked up is the format's business.
class Page {
 public:
  Page(ReportFormat format, Language language)
      : format_(format), language_(language) {}

  std::string Say(const Localized& text) const {
    switch (language_) {
      case Language::kZh:
        return text.zh;
      case Language::kEn:
        return text.en;
    }
    return text.en;
  }
  void Title(const Localized& text) { Heading(Say(text), 1); }
  void Section(const Localized& text) { Heading(Say(text), 2); }
  void Paragraph(const Localized& text) {
    switch (format_) {
      case ReportFormat::kMarkdown:
        absl::StrAppend(&text_, Escape(Say(text)), "\n\n");
        return;
      case ReportFormat::kHtml:
        absl::StrAppend(&text_, "<p>", Escape(Say(text)), "</p>\n");
        return;
    }
  }
  void Table(const std::vector<Localized>& head,
             const std::vector<std::vector<std::string>>& rows);
  std::string Finish(const Localized& title) const;

 private:
  std::string Escape(const std::string& text) const {
    switch (format_) {
      case ReportFormat::kMarkdown:
        return absl::StrReplaceAll(
            text, {{"|", "\\|"}, {"\n", " "}, {"<", "&lt;"}, {"&", "&amp;"}});
      case ReportFormat::kHtml:
        return absl::StrReplaceAll(
            text,
            {{"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}});
    }
    return text;
  }
  void Heading(const std::string& text, int level) {
    switch (format_) {
      case ReportFormat::kMarkdown:
        absl::StrAppend(&text_,
                        std::string(static_cast<std::size_t>(level), '#'), " ",
                        text, "\n\n");
        return;
      case ReportFormat::kHtml:
        absl::StrAppend(&text_, "<h", level, ">", Escape(text), "</h", level,
                        ">\n");
        return;
    }
  }
  void Row(const std::vector<std::string>& cells, const char* tag);

  ReportFormat format_;
  Language language_;
  std::string text_;
};

void Page::Row(const std::vector<std::string>& cells, const char* tag) {
  const bool html = format_ == ReportFormat::kHtml;
  absl::StrAppend(&text_, html ? "<tr>" : "|");
  for (const std::string& cell : cells) {
    if (html) {
      absl::StrAppend(&text_, "<", tag, ">", Escape(cell), "</", tag, ">");
    } else {
      absl::StrAppend(&text_, " ", Escape(cell), " |");
    }
  }
  absl::StrAppend(&text_, html ? "</tr>\n" : "\n");
}

void Page::Table(const std::vector<Localized>& head,
                 const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::string> names;
  for (const Localized& name : head) names.push_back(Say(name));
  const bool html = format_ == ReportFormat::kHtml;
  if (html) absl::StrAppend(&text_, "<table>\n");
  Row(names, "th");
  if (!html) Row(std::vector<std::string>(head.size(), "---"), "td");
  for (const std::vector<std::string>& row : rows) Row(row, "td");
  absl::StrAppend(&text_, html ? "</table>\n" : "\n");
}

std::string Page::Finish(const Localized& title) const {
  if (format_ == ReportFormat::kMarkdown) return text_;
  return absl::StrCat(
      "<!DOCTYPE html>\n<html lang=\"",
      language_ == Language::kZh ? "zh-CN" : "en",
      "\">\n<head>\n<meta charset=\"utf-8\">\n<title>", Escape(Say(title)),
      "</title>\n<style>body{max-width:60em;margin:2em auto;font-family:"
      "sans-serif;line-height:1.5}table{border-collapse:collapse}td,th{border:"
      "1px solid #999;padding:.2em .6em;text-align:left;word-break:break-all}"
      "</style>\n</head>\n<body>\n",
      text_, "</body>\n</html>\n");
}

using Rows = std::vector<std::vector<std::string>>;

// A table of what and value.
void Facts(const Rows& rows, Page& page) {
  page.Table({{"项目", "Item"}, {"内容", "Value"}}, rows);
}

void Public(const DrawAnswer& draw, Page& page) {
  Facts(
      {{page.Say({"任务", "Task"}), rules::TaskName(draw.task)},
       {page.Say({"第几次抽取", "Attempt"}), std::to_string(draw.attempt)},
       {page.Say({"抽查部门", "Authority"}), draw.authority},
       {page.Say({"状态", "State"}), std::string(AttemptStateName(draw.state))},
       {page.Say({"承诺值", "Commitment"}), draw.commitment},
       {page.Say({"上一次承诺值", "Previous commitment"}), draw.previous},
       {page.Say({"揭示截止", "Deadline of reveals"}), draw.deadline},
       {page.Say({"结果根", "Result root"}), draw.result_root},
       {page.Say({"过程摘要", "Transcript"}), draw.transcript},
       {page.Say({"承诺的日志序号", "Journal index of the commitment"}),
        std::to_string(draw.journal_index)}},
      page);
  if (!draw.reason.empty()) {
    page.Paragraph({absl::StrCat("原因：", draw.reason),
                    absl::StrCat("Reason: ", draw.reason)});
  }
}

void People(const DrawAnswer& draw, Page& page) {
  page.Section({"见证人", "Witnesses"});
  Rows rows;
  for (const DrawWitness& witness : draw.witnesses) {
    rows.push_back({witness.name, witness.organisation, witness.key,
                    witness.journal_index < 0
                        ? page.Say({"未揭示", "not revealed"})
                        : std::to_string(witness.journal_index)});
  }
  page.Table({{"姓名", "Name"},
              {"单位", "Organisation"},
              {"公钥", "Public key"},
              {"揭示的日志序号", "Journal index of the reveal"}},
             rows);
}

void Scope(const rules::Plan& plan, Page& page) {
  page.Section({"范围与方案", "Scope and plan"});
  std::string categories;
  for (const std::string& category : plan.categories) {
    absl::StrAppend(&categories, categories.empty() ? "" : "、", category);
  }
  std::string policies;
  for (const PolicyId& policy : plan.policies) {
    absl::StrAppend(&policies, policies.empty() ? "" : ", ", policy.str());
  }
  Facts(
      {{page.Say({"行政区划", "Region"}), plan.region.Label()},
       {page.Say({"级别", "Level"}), std::string(rules::LevelText(plan.level))},
       {page.Say({"目的", "Purpose"}),
        std::string(rules::PurposeText(plan.purpose))},
       {page.Say({"基准日", "As of"}), plan.as_of.ToString()},
       {page.Say({"产品类别", "Categories"}), categories},
       {page.Say({"适用规定", "Policies"}), policies},
       {page.Say({"抽取企业数", "Enterprises to draw"}),
        std::to_string(plan.sample_size)},
       {page.Say({"每家产品数", "Lines an enterprise"}),
        std::to_string(plan.lines_per_enterprise)},
       {page.Say({"每家检查人员数", "Inspectors an enterprise"}),
        std::to_string(plan.inspectors_per_enterprise)}},
      page);
}

void Strata(const DrawAnswer& draw, const rules::DrawResult& result,
            Page& page) {
  page.Section({"抽样框与分配", "Frame and allocation"});
  Rows rows;
  Rows excluded;
  for (const StratumPreview& stratum : draw.strata) {
    const auto chance = result.inclusion_probability.find(stratum.stratum);
    const auto count = result.allocation.find(stratum.stratum);
    const bool drawn = chance != result.inclusion_probability.end();
    rows.push_back({stratum.stratum.str(), std::to_string(stratum.in_scope),
                    std::to_string(stratum.eligible),
                    std::to_string(stratum.weight),
                    drawn ? std::to_string(count->second) : "0",
                    drawn ? absl::StrCat(chance->second.numerator, "/",
                                         chance->second.denominator, " (",
                                         PercentOf(chance->second), ")")
                          : "0/1"});
    for (const auto& [code, n] : stratum.excluded) {
      excluded.push_back({stratum.stratum.str(), code,
                          page.Say(CodeInWords(code)), std::to_string(n)});
    }
  }
  page.Table({{"层", "Stratum"},
              {"在范围内", "In scope"},
              {"可抽", "Eligible"},
              {"权重", "Weight"},
              {"抽取数", "Drawn"},
              {"入选概率", "Inclusion probability"}},
             rows);
  page.Section({"排除的企业", "Excluded enterprises"});
  page.Table({{"层", "Stratum"},
              {"代码", "Code"},
              {"原因", "Reason"},
              {"企业数", "Enterprises"}},
             excluded);
}

void Lines(const rules::Frame& frame, Page& page) {
  std::map<std::string, std::int64_t> counts;
  for (const rules::LineRow& line : frame.lines) {
    ++counts[std::string(rules::CodeText(line.status))];
  }
  page.Section({"产品", "Product lines"});
  Rows rows;
  for (const auto& [code, n] : counts) {
    rows.push_back({code, page.Say(CodeInWords(code)), std::to_string(n)});
  }
  page.Table({{"代码", "Code"}, {"含义", "Meaning"}, {"数量", "Lines"}}, rows);
}

void Seeds(const rules::Bundle& bundle, Page& page) {
  page.Section({"随机性来源", "Where the randomness came from"});
  Rows rows = {{page.Say({"操作方密值", "Operator's secret"}),
                HexEncode(bundle.operator_secret)}};
  for (const rules::Witness& witness : bundle.witnesses) {
    rows.push_back({witness.name, HexEncode(witness.contribution)});
  }
  if (!bundle.beacon.spec.empty()) {
    rows.push_back({bundle.beacon.spec, HexEncode(bundle.beacon.value)});
  }
  Facts(rows, page);
  if (!bundle.beacon.spec.empty()) {
    page.Paragraph({"信标的配对签名未在本系统内核对（beacon unchecked）。",
                    "The beacon's pairing signature is not checked here "
                    "(beacon unchecked)."});
  }
}

std::string Joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) {
    absl::StrAppend(&text, text.empty() ? "" : ", ", part);
  }
  return text;
}

void Result(const DrawAnswer& draw, Page& page) {
  page.Section({"结果", "Result"});
  Rows rows;
  for (const SelectedUnit& unit : draw.selection) {
    std::vector<std::string> lines;
    for (const SelectedLineAnswer& line : unit.lines) {
      lines.push_back(absl::StrCat(line.line.str(), " → ", line.lab.str()));
    }
    rows.push_back({std::to_string(unit.rank), unit.usci.str(),
                    unit.enterprise_name, unit.stratum.str(), Joined(lines),
                    Joined(unit.pseudonyms)});
  }
  page.Table({{"序", "Rank"},
              {"统一社会信用代码", "Code"},
              {"企业", "Enterprise"},
              {"层", "Stratum"},
              {"产品 → 机构", "Line → laboratory"},
              {"检查人员（化名）", "Inspectors (pseudonyms)"}},
             rows);
  page.Paragraph(
      {absl::StrCat("承检能力上调 ", draw.lab_overflow, "，检查人员上限上调 ",
                    draw.inspector_overflow, "。"),
       absl::StrCat("Laboratory capacities were raised by ", draw.lab_overflow,
                    ", inspector capacities by ", draw.inspector_overflow,
                    ".")});
}

void History(const std::vector<AttemptSummary>& attempts, Page& page) {
  page.Section({"抽取历史", "History of attempts"});
  Rows rows;
  for (const AttemptSummary& attempt : attempts) {
    rows.push_back(
        {std::to_string(attempt.attempt),
         std::string(AttemptStateName(attempt.state)), attempt.committed_at,
         attempt.operator_name, attempt.commitment, Joined(attempt.missing),
         std::to_string(attempt.withdrawn), std::to_string(attempt.due)});
  }
  page.Table({{"次", "Attempt"},
              {"状态", "State"},
              {"承诺时间", "Committed at"},
              {"操作人", "Operator"},
              {"承诺值", "Commitment"},
              {"未揭示者", "Did not reveal"},
              {"撤回", "Withdrawn"},
              {"待补", "Due"}},
             rows);
}

void HowToVerify(const DrawAnswer& draw, Page& page) {
  page.Section({"如何复核", "How to verify"});
  page.Paragraph(
      {absl::StrCat(
           "任何人可在不连接服务器的情况下复核：spotcheck draw export ",
           draw.task.str(),
           " DIR，然后 spotcheck draw verify DIR "
           "--key 日志公钥。复核会重新计算每一个数值。"),
       absl::StrCat("Anyone can recompute every value without the server: "
                    "spotcheck draw export ",
                    draw.task.str(),
                    " DIR, then spotcheck draw verify DIR --key the journal's "
                    "verifier key.")});
}

absl::Status AddOpened(const store::View& view, const DrawAnswer& draw,
                       const store::StoredAttempt& attempt, Page& page) {
  ASSIGN_OR_RETURN(const rules::Bundle bundle, LoadRunBundle(view, attempt));
  Scope(bundle.plan, page);
  Strata(draw, bundle.result, page);
  Lines(bundle.frame, page);
  Seeds(bundle, page);
  Result(draw, page);
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::string> DrawReport(const store::View& view,
                                       const RuleBook& book,
                                       const ReportRequest& request) {
  ASSIGN_OR_RETURN(const store::StoredAttempt attempt,
                   ResolveAttempt(view, request.ref));
  const AttemptRef exact = {attempt.task, attempt.attempt};
  ASSIGN_OR_RETURN(const DrawAnswer draw,
                   GetDraw(view, book, exact, Sight::kPublic));
  const Localized title = {
      absl::StrCat("抽取报告 ", rules::TaskName(draw.task)),
      absl::StrCat("Draw report ", rules::TaskName(draw.task))};
  Page page(request.format, request.language);
  page.Title(title);
  Public(draw, page);
  People(draw, page);
  if (draw.state == AttemptState::kOpened) {
    RETURN_IF_ERROR(AddOpened(view, draw, attempt, page));
  } else {
    page.Paragraph({"检查完成并公开之前，只列出协议规定可公开的内容。",
                    "Until the visits are done and the draw is opened, only "
                    "what the protocol calls public is shown."});
  }
  ASSIGN_OR_RETURN(const auto attempts, ListAttempts(view, {attempt.task, ""}));
  History(attempts, page);
  HowToVerify(draw, page);
  return page.Finish(title);
}

}  // namespace spotcheck::app
