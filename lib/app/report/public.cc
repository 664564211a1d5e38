// The report's sections that anybody may read at any time.

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "lib/app/report/sections.h"
#include "lib/base/beijing_time.h"
#include "lib/base/civil_date.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/law/words.h"

namespace spotcheck::app {
namespace {

// The people who read a report think in Beijing time.
std::string DeadlineText(const std::string& deadline, const ReportPage& page) {
  const auto time = ParseUtc(deadline);
  return time.ok() ? page.Say(InBeijing(*time)) : deadline;
}

// Answers the words for "not yet" in place of an empty value.
std::string OrNotYet(const std::string& value, const ReportPage& page) {
  return value.empty() ? page.Say({"尚无", "not yet"}) : value;
}

std::string ReplacesText(const ReportFacts& facts, const ReportPage& page) {
  for (const PastAttempt& past : facts.history) {
    if (past.summary.attempt.attempt != facts.draw.attempt ||
        past.replaces.empty()) {
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
  page.Facts(
      {"本次抽取", "This attempt"},
      {{{"任务", "Task"}, rules::TaskName(draw.task)},
       {{"第几次抽取", "Attempt"}, std::to_string(draw.attempt)},
       {{"补抽", "Replacement"}, ReplacesText(facts, page)},
       {{"抽查部门", "Authority"}, draw.authority},
       {{"状态", "State"}, page.Say(InWords(draw.state))},
       {{"协议", "Protocol"}, std::string(rules::kDrawProtocol)},
       {{"散列套件", "Hash suite"}, std::string(HashSuiteName(facts.suite))},
       {{"承诺值", "Commitment"}, draw.commitment},
       {{"上一次承诺值", "Previous commitment"}, draw.previous},
       {{"揭示截止", "Deadline of reveals"}, DeadlineText(draw.deadline, page)},
       {{"信标", "Beacon"},
        draw.beacon_spec.empty() ? page.Say({"未约定", "none agreed"})
                                 : draw.beacon_spec},
       {{"结果根", "Result root"}, OrNotYet(draw.result_root, page)},
       {{"过程摘要", "Transcript"}, OrNotYet(draw.transcript, page)}});
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
  std::vector<Fact> office = {
      {{"冻结并承诺", "Froze and committed"}, facts.attempt.operator_name}};
  for (const Moment& moment : facts.moments) {
    if (moment.journal_index == facts.attempt.open_leaf_index) {
      office.push_back({{"公开", "Opened"}, moment.actor});
    }
  }
  page.Facts({"经办人", "Officers"}, office);
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
  page.Facts({"本报告所依据的日志", "The journal this report is made from"},
             {{{"日志公钥", "Journal key"}, verifier_key},
              {{"日志条数", "Journal size"},
               std::to_string(facts.checkpoint.tree_size)},
              {{"日志根", "Journal root"}, facts.checkpoint.root.ToHex()}});
}

}  // namespace spotcheck::app
