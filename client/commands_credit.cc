// credit show; status.

#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include "client/commands.h"
#include "client/errors.h"
#include "client/list_all.h"
#include "client/words.h"
#include "lib/base/text.h"
#include "spotcheck/v1/credit.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::CreditService;

// What one call takes.
constexpr std::size_t kStatusBatch = 1'000;

Section FileHead() {
  return {{"", ""},
          "",
          {{"usci", {"统一社会信用代码", "code"}},
           {"enterprise_name", {"企业名称", "name"}},
           {"as_of", {"截至", "as of"}},
           {"grade.grade", {"信用等级", "grade"}},
           {"grade.scheme", {"评级办法", "scheme"}},
           {"grade.points", {"分数", "points"}},
           {"listed", {"列入名单", "listed"}}}};
}

Section GradeReasons() {
  return {{"等级的由来", "How the grade came about"},
          "grade.reasons",
          {{"rule", {"规则", "RULE"}},
           {"points", {"分", "POINTS"}},
           {"evidence", {"依据", "EVIDENCE"}},
           {"text", {"原因", "REASON"}},
           {"journal_index", {"日志", "INDEX"}}}};
}

Section Lines() {
  return {{"产品", "Products"},
          "lines",
          {{"line_id", {"产品编号", "LINE"}},
           {"product_name", {"产品名称", "PRODUCT"}},
           {"model", {"规格型号", "MODEL"}},
           {"category", {"产品类别", "CATEGORY"}},
           {"protected_by.policy", {"保护规定", "PROTECTED BY"}},
           {"protected_by.until", {"保护至", "UNTIL"}}}};
}

Section Checks() {
  return {{"检验", "Checks"},
          "checks",
          {{"sampled", {"抽样日期", "SAMPLED"}},
           {"product_name", {"产品名称", "PRODUCT"}},
           {"authority", {"抽查部门", "AUTHORITY"}},
           {"verdict", {"结论", "VERDICT"}},
           {"severity", {"严重程度", "SEVERITY"}},
           {"report_no", {"报告编号", "REPORT"}},
           {"task", {"任务", "TASK"}},
           {"journal_index", {"日志", "INDEX"}}}};
}

Section Lists() {
  return {{"名单", "Lists"},
          "lists",
          {{"name", {"条目", "ENTRY"}},
           {"list", {"名单", "LIST"}},
           {"state", {"状态", "STATE"}},
           {"proposed_on", {"提出", "PROPOSED"}},
           {"decided_on", {"决定", "DECIDED"}},
           {"reason", {"原因", "REASON"}}}};
}

Section Events() {
  return {{"经过", "Events"},
          "events",
          {{"journal_index", {"日志", "INDEX"}},
           {"date", {"日期", "DATE"}},
           {"kind", {"种类", "KIND"}},
           {"text", {"内容", "TEXT"}}}};
}

View CreditView() {
  return {FileHead(), GradeReasons(), Lines(), Checks(), Lists(), Events()};
}

View StatusView() {
  return {{{"", ""},
           "statuses",
           {{"usci", {"统一社会信用代码", "CODE"}},
            {"listed", {"列入名单", "LISTED"}},
            {"grade", {"等级", "GRADE"}},
            {"lists.list", {"名单", "LISTS"}},
            {"lists.state", {"名单状态", "STATE"}}}},
          {{"受保护的产品", "Protected lines"},
           "statuses.lines.protected_by",
           {{"^^usci", {"统一社会信用代码", "CODE"}},
            {"^line_id", {"产品编号", "LINE"}},
            {"^product_name", {"产品名称", "PRODUCT"}},
            {"policy", {"规定", "POLICY"}},
            {"earlier_check", {"此前检验", "EARLIER CHECK"}},
            {"sampled", {"抽样日期", "SAMPLED"}},
            {"until", {"保护至", "UNTIL"}},
            {"binds", {"约束", "BINDS"}}}}};
}

struct Ask {
  std::vector<std::string> uscis;
  std::string as_of;
};

// The codes in order; "-" stands for the words of standard input.
std::vector<std::string> CodesOf(const Ask& in) {
  std::vector<std::string> codes;
  for (const std::string& typed : in.uscis) {
    if (typed != "-") {
      codes.push_back(CodeText(typed));
      continue;
    }
    std::string line;
    while (std::getline(std::cin, line)) {
      const std::string_view code = TrimWhiteSpace(line);
      if (!code.empty()) codes.push_back(CodeText(std::string(code)));
    }
  }
  return codes;
}

// All codes of one call or of several, as one answer.
absl::StatusOr<v1::BatchGetStatusResponse> AskStatus(
    const Session& session, const Ask& in,
    const std::vector<std::string>& codes) {
  v1::BatchGetStatusResponse all;
  for (std::size_t at = 0; at < codes.size(); at += kStatusBatch) {
    v1::BatchGetStatusRequest request;
    request.set_as_of(in.as_of);
    for (std::size_t i = at; i < codes.size() && i < at + kStatusBatch; ++i) {
      request.add_uscis(codes[i]);
    }
    ASSIGN_OR_RETURN(
        const v1::BatchGetStatusResponse part,
        session.Call(&CreditService::Stub::BatchGetStatus, request));
    all.MergeFrom(part);
  }
  return all;
}

// In jsonl an answer is its statuses, one a line.
absl::Status ShowStatus(const Output& output,
                        const v1::BatchGetStatusResponse& answer) {
  View view = StatusView();
  if (output.format() == Format::kJsonLines) view.resize(1);
  return output.Show(answer, view);
}

absl::StatusOr<ExitCode> ShowStatuses(const Environment& environment,
                                      const Ask& in) {
  const std::vector<std::string> codes = CodesOf(in);
  if (codes.empty()) return EmptyListError();
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  ASSIGN_OR_RETURN(const v1::BatchGetStatusResponse answer,
                   AskStatus(session, in, codes));
  RETURN_IF_ERROR(ShowStatus(environment.output(), answer));
  for (const v1::Status& status : answer.statuses()) {
    if (status.listed()) return ExitCode::kNegative;
  }
  return ExitCode::kDone;
}

constexpr Phrase kAsOf = {"截至日期 YYYY-MM-DD（默认今天）",
                          "what stood on this day (default today)"};

}  // namespace

void AddCreditCommands(CommandTree& tree) {
  auto show = std::make_shared<Ask>();
  auto code = std::make_shared<std::string>();
  CLI::App& credit =
      tree.Add("credit show", [show, code](const Environment& environment) {
        v1::GetCreditFileRequest request;
        request.set_name(EnterpriseName(*code));
        request.set_as_of(show->as_of);
        return CallAndShow(environment, &CreditService::Stub::GetCreditFile,
                           request, CreditView());
      });
  tree.Option(credit, "USCI", *code, {"企业代码", "the enterprise's code"})
      ->required();
  tree.Option(credit, "--as-of", show->as_of, kAsOf);

  auto ask = std::make_shared<Ask>();
  CLI::App& status = tree.Add("status", [ask](const Environment& environment) {
    return ShowStatuses(environment, *ask);
  });
  tree.Option(status, "USCI", ask->uscis,
              {"企业代码；- 从标准输入每行读一个",
               "codes; - reads one a line from standard input"})
      ->required();
  tree.Option(status, "--as-of", ask->as_of, kAsOf);
}

}  // namespace spotcheck::client
