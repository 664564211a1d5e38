// The report's sections that anybody may read at any time.

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/app/report/sections.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/law/words.h"

namespace spotcheck::app {
namespace {

// Answers the words for "not yet" in place of an empty value.
std::string OrNotYet(const std::string& value, const ReportPage& page) {
  return value.empty() ? page.Say({"尚无", "not yet"}) : value;
}

std::string ReplacesText(const ReportFacts& facts, const ReportPage& page) {
  for (const PastAttempt& past : facts.history) {
    if (past.summary.attempt != facts.draw.attempt || past.replaces.empty()) {
      continue;
    }
    const std::string numbers = absl::StrJoin(past.replaces, ", ");
    return page.Say(
        {absl::StrCat("补抽第 ", numbers, " 次中撤回的企业"),
         absl::StrCat("for units withdrawn from attempt ", numbers)});
  }
  return page.Say({"不是补抽", "no, a first draw"});
}

}  // namespace

std::string Joined(const std::vector<std::string>& parts) {
  return absl::StrJoin(parts, ", ");
}

void AddSummary(const ReportFacts& facts, ReportPage& page) {
  const DrawAnswer& draw = facts.draw;
  page.Section({"概要", "Summary"});
  ReportTable table;
  table.caption = {"本次抽取", "This attempt"};
  table.rows = {
      {page.Say({"任务", "Task"}), rules::TaskName(draw.task)},
      {page.Say({"第几次抽取", "Attempt"}), std::to_string(draw.attempt)},
      {page.Say({"补抽", "Replacement"}), ReplacesText(facts, page)},
      {page.Say({"抽查部门", "Authority"}), draw.authority},
      {page.Say({"状态", "State"}), page.Say(InWords(draw.state))},
      {page.Say({"协议", "Protocol"}), std::string(rules::kDrawProtocol)},
      {page.Say({"散列套件", "Hash suite"}),
       std::string(HashSuiteName(facts.suite))},
      {page.Say({"承诺值", "Commitment"}), draw.commitment},
      {page.Say({"上一次承诺值", "Previous commitment"}), draw.previous},
      {page.Say({"揭示截止", "Deadline of reveals"}), draw.deadline},
      {page.Say({"信标", "Beacon"}), draw.beacon_spec.empty()
                                         ? page.Say({"未约定", "none agreed"})
                                         : draw.beacon_spec},
      {page.Say({"结果根", "Result root"}), OrNotYet(draw.result_root, page)},
      {page.Say({"过程摘要", "Transcript"}), OrNotYet(draw.transcript, page)}};
  page.Table(table);
}

void AddPeople(const ReportFacts& facts, ReportPage& page) {
  page.Section({"人员", "People"});
  ReportTable table;
  table.caption = {"见证人", "Witnesses"};
  table.head = {{"姓名", "Name"},
                {"单位", "Organisation"},
                {"公钥", "Public key"},
                {"揭示", "Reveal"}};
  for (const DrawWitness& witness : facts.draw.witnesses) {
    table.rows.push_back(
        {witness.name, witness.organisation, witness.key,
         witness.journal_index < 0
             ? page.Say({"未揭示", "not revealed"})
             : page.Say({absl::StrCat("日志 ", witness.journal_index),
                         absl::StrCat("journal ", witness.journal_index)})});
  }
  page.Table(table);
  ReportTable office;
  office.caption = {"经办人", "Officers"};
  office.rows = {{page.Say({"冻结并承诺", "Froze and committed"}),
                  facts.attempt.operator_name}};
  for (const Moment& moment : facts.moments) {
    if (moment.journal_index == facts.attempt.open_leaf_index) {
      office.rows.push_back({page.Say({"公开", "Opened"}), moment.actor});
    }
  }
  page.Table(office);
}

void AddTimes(const ReportFacts& facts, ReportPage& page) {
  page.Section({"时间", "Times"});
  ReportTable table;
  table.caption = {"按日志顺序的各步", "The steps in the journal's order"};
  table.head = {{"日志序号", "Journal index"},
                {"时间 (UTC)", "Time (UTC)"},
                {"步骤", "Step"},
                {"提交人", "Submitted by"}};
  for (const Moment& moment : facts.moments) {
    table.rows.push_back({std::to_string(moment.journal_index), moment.time,
                          page.Say(moment.what), moment.actor});
  }
  page.Table(table);
}

void AddHowToVerify(const ReportFacts& facts, const std::string& verifier_key,
                    ReportPage& page) {
  const std::string& task = facts.draw.task.str();
  page.Section({"如何复核", "How to verify"});
  page.Paragraph(
      {"公开之后，任何人无需服务器即可重新计算每一个数值：导出，然后复核。日志"
       "公"
       "钥应从别处取得并核对，不应只取自本报告。",
       "Once the draw is opened anyone can recompute every value without the "
       "server: export, then verify. Take the journal's key from elsewhere and "
       "compare; do not rely on this report for it."});
  page.Command(absl::StrCat("spotcheck draw export ", task, " DIR --attempt ",
                            facts.draw.attempt));
  page.Command(absl::StrCat("spotcheck draw verify DIR --key ", verifier_key));
  if (!facts.draw.beacon_spec.empty()) {
    page.Paragraph(
        {"信标的配对签名未在本系统内核对（beacon unchecked）；可与"
         "该链公布的值比较。",
         "The beacon's pairing signature is not checked here (beacon "
         "unchecked); compare the value with what the chain "
         "published."});
  }
  ReportTable table;
  table.caption = {"本报告所依据的日志",
                   "The journal this report is made from"};
  table.rows = {
      {page.Say({"日志公钥", "Journal key"}), verifier_key},
      {page.Say({"日志条数", "Journal size"}),
       std::to_string(facts.checkpoint.tree_size)},
      {page.Say({"日志根", "Journal root"}), facts.checkpoint.root.ToHex()}};
  page.Table(table);
}

}  // namespace spotcheck::app
