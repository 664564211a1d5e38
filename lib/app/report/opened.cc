// The report's sections about an opened attempt: from the scope to the result.

#include <map>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/app/draw/frozen_bundle.h"
#include "lib/app/draw/reasons.h"
#include "lib/app/report/sections.h"
#include "lib/base/bytes.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/words.h"
#include "lib/store/read/attempts.h"

namespace spotcheck::app {
namespace {

void AddScope(const store::TaskPlan& task, ReportPage& page) {
  const rules::Plan& plan = task.plan;
  page.Section({"范围与方案", "Scope and plan"});
  std::vector<std::string> policies;
  for (const PolicyId& policy : plan.policies) policies.push_back(policy.str());
  std::vector<Fact> facts = {
      {{"行政区划", "Region"}, plan.region.Label()},
      {{"级别", "Level"}, page.Say(InWords(plan.level))},
      {{"目的", "Purpose"}, page.Say(InWords(plan.purpose))},
      {{"基准日", "As of"}, plan.as_of.ToString()},
      {{"产品类别", "Categories"}, absl::StrJoin(plan.categories, "、")},
      {{"适用规定", "Policies"}, Joined(policies)},
      {{"抽取企业数", "Enterprises to draw"}, std::to_string(plan.sample_size)},
      {{"每家产品数", "Lines an enterprise"},
       std::to_string(plan.lines_per_enterprise)},
      {{"每家检查人员数", "Inspectors an enterprise"},
       std::to_string(plan.inspectors_per_enterprise)}};
  if (!task.basis.empty()) {
    facts.push_back({{"依据", "Basis"}, task.basis});
  }
  if (!task.replaced.empty()) {
    facts.push_back({{"补抽的层", "Stratum replaced"}, task.replaced.str()});
  }
  page.Facts({"承诺的方案", "The plan committed to"}, facts);
}

void AddStrata(const DrawAnswer& draw, const rules::DrawResult& result,
               ReportPage& page) {
  page.Section({"抽样框与分配", "Frame and allocation"});
  ReportTable table;
  table.caption = {"企业，按层", "Enterprises by stratum"};
  table.head = {{"层", "Stratum"},    {"在范围内", "In scope"},
                {"可抽", "Eligible"}, {"权重", "Weight"},
                {"抽取数", "Drawn"},  {"入选概率", "Inclusion probability"}};
  for (const StratumPreview& stratum : draw.strata) {
    const auto chance = result.inclusion_probability.find(stratum.stratum);
    const auto count = result.allocation.find(stratum.stratum);
    const bool drawn = chance != result.inclusion_probability.end();
    table.rows.push_back(
        {stratum.stratum.str(), std::to_string(stratum.in_scope),
         std::to_string(stratum.eligible), std::to_string(stratum.weight),
         drawn ? std::to_string(count->second) : "0",
         drawn ? absl::StrCat(chance->second.numerator, "/",
                              chance->second.denominator, " (",
                              PercentOf(chance->second), ")")
               : "0/1"});
  }
  page.Table(table);
}

void AddExcluded(const DrawAnswer& draw, ReportPage& page) {
  ReportTable table;
  table.caption = {"排除的企业，按原因", "Excluded enterprises by reason"};
  table.head = {
      {"层", "Stratum"}, {"原因", "Reason"}, {"企业数", "Enterprises"}};
  for (const StratumPreview& stratum : draw.strata) {
    for (const auto& [code, n] : stratum.excluded) {
      table.rows.push_back({stratum.stratum.str(), page.Say(CodeInWords(code)),
                            std::to_string(n)});
    }
  }
  page.Table(table);
}

void AddLines(const rules::Frame& frame, ReportPage& page) {
  std::map<rules::LineStatus, std::int64_t> counts;
  for (const rules::LineRow& line : frame.lines) {
    ++counts[line.status];
  }
  ReportTable table;
  table.caption = {"产品，按状态", "Product lines by status"};
  table.head = {{"含义", "Meaning"}, {"数量", "Lines"}};
  for (const auto& [status, n] : counts) {
    table.rows.push_back({page.Say(InWords(status)), std::to_string(n)});
  }
  page.Table(table);
}

void AddSeeds(const rules::Bundle& bundle, ReportPage& page) {
  page.Section({"随机性来源", "Where the randomness came from"});
  std::vector<Fact> facts = {
      {{"操作方密值", "Operator's secret"}, HexEncode(bundle.operator_secret)}};
  for (const rules::Witness& witness : bundle.witnesses) {
    facts.push_back({{absl::StrCat("见证人 ", witness.name),
                      absl::StrCat("Witness ", witness.name)},
                     HexEncode(witness.contribution)});
  }
  if (!bundle.beacon.spec.empty()) {
    facts.push_back({{"信标（未核对）", "Beacon (beacon unchecked)"},
                     HexEncode(bundle.beacon.value)});
  }
  page.Facts({"种子的各部分", "The parts of the seed"}, facts);
}

std::string LineText(const SelectedLineAnswer& line) {
  return absl::StrCat(line.product_name, " ", line.line.str(), " → ",
                      line.lab.str());
}

void AddResult(const DrawAnswer& draw, ReportPage& page) {
  page.Section({"结果", "Result"});
  ReportTable table;
  table.caption = {"抽中的企业", "Drawn enterprises"};
  table.head = {{"序", "Rank"},
                {"统一社会信用代码", "Code"},
                {"企业", "Enterprise"},
                {"层", "Stratum"},
                {"产品 → 机构", "Line → laboratory"},
                {"检查人员（化名）", "Inspectors (pseudonyms)"}};
  for (const SelectedUnit& unit : draw.selection) {
    std::vector<std::string> lines;
    for (const SelectedLineAnswer& line : unit.lines) {
      lines.push_back(LineText(line));
    }
    table.rows.push_back({std::to_string(unit.rank), unit.usci.str(),
                          unit.enterprise_name, unit.stratum.str(),
                          Joined(lines), Joined(unit.pseudonyms)});
  }
  page.Table(table);
}

std::string KindText(const Bottleneck& bottleneck, const ReportPage& page) {
  const auto pool = FromCode<rules::Pool>(bottleneck.kind);
  return pool.has_value() ? page.Say(InWords(*pool)) : bottleneck.kind;
}

void AddCapacities(const DrawAnswer& draw, ReportPage& page) {
  page.Facts({"承检与检查能力", "Capacities"},
             {{{"每家检验机构上调", "Each laboratory raised by"},
               std::to_string(draw.lab_overflow)},
              {{"每名检查人员上调", "Each inspector raised by"},
               std::to_string(draw.inspector_overflow)}});
  ReportTable table;
  table.caption = {"能力不足之处", "Where capacity fell short"};
  table.head = {{"类别", "Kind"},
                {"不足者", "Short of"},
                {"能力", "Capacity"},
                {"需要", "Demand"},
                {"只能由其承担的，例如", "Nobody else can take, for instance"}};
  for (const Bottleneck& bottleneck : draw.bottlenecks) {
    table.rows.push_back({KindText(bottleneck, page), Joined(bottleneck.bins),
                          std::to_string(bottleneck.capacity),
                          std::to_string(bottleneck.demand),
                          Joined(bottleneck.items)});
  }
  page.Table(table);
}

}  // namespace

absl::Status AddOpened(const store::View& view, const ReportFacts& facts,
                       ReportPage& page) {
  ASSIGN_OR_RETURN(const rules::Bundle bundle,
                   LoadRunBundle(view, facts.attempt));
  ASSIGN_OR_RETURN(const store::TaskPlan plan,
                   store::CommittedPlan(view, facts.attempt));
  AddScope(plan, page);
  AddStrata(facts.draw, bundle.result, page);
  AddExcluded(facts.draw, page);
  AddLines(bundle.frame, page);
  AddSeeds(bundle, page);
  AddResult(facts.draw, page);
  AddCapacities(facts.draw, page);
  return absl::OkStatus();
}

}  // namespace spotcheck::app
