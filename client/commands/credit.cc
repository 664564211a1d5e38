// The commands credit show and status.

#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "client/commands/calls.h"
#include "client/commands/commands.h"
#include "client/io/errors.h"
#include "client/words.h"
#include "lib/base/ids.h"
#include "lib/base/limits.h"
#include "lib/base/text.h"
#include "spotcheck/v1/credit.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::CreditService;

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
           {"journal_index", {"日志", "INDEX"}}},
          {{"^^usci", {"统一社会信用代码", "CODE"}},
           {"^^enterprise_name", {"企业名称", "ENTERPRISE"}},
           {"^^as_of", {"截至", "AS OF"}}}};
}

Section Lines() {
  return {{"产品", "Products"},
          "lines",
          {{"line_id", {"产品编号", "LINE"}},
           {"product_name", {"产品名称", "PRODUCT"}},
           {"model", {"规格型号", "MODEL"}},
           {"category", {"产品类别", "CATEGORY"}},
           {"protected_by.policy", {"保护规定", "PROTECTED BY"}},
           {"protected_by.until", {"保护至", "UNTIL"}}},
          {{"^usci", {"统一社会信用代码", "CODE"}},
           {"^enterprise_name", {"企业名称", "ENTERPRISE"}},
           {"^as_of", {"截至", "AS OF"}}}};
}

Section Checks() {
  return {{"检验", "Checks"},
          "checks",
          {{"check_id", {"检验编号", "CHECK"}},
           {"sampled", {"抽样日期", "SAMPLED"}},
           {"product_name", {"产品名称", "PRODUCT"}},
           {"authority", {"抽查部门", "AUTHORITY"}},
           {"verdict", {"结论", "VERDICT"}},
           {"severity", {"严重程度", "SEVERITY"}},
           {"report_no", {"报告编号", "REPORT"}},
           {"task", {"任务", "TASK"}},
           {"journal_index", {"日志", "INDEX"}}},
          {{"^usci", {"统一社会信用代码", "CODE"}},
           {"^enterprise_name", {"企业名称", "ENTERPRISE"}},
           {"^as_of", {"截至", "AS OF"}}}};
}

Section Superseded() {
  return {{"已更正或作废的检验", "Corrected or voided checks"},
          "superseded",
          {{"change.kind", {"种类", "KIND"}},
           {"check.check_id", {"检验编号", "CHECK"}},
           {"check.sampled", {"抽样日期", "SAMPLED"}},
           {"check.product_name", {"产品名称", "PRODUCT"}},
           {"check.verdict", {"原结论", "VERDICT"}},
           {"check.severity", {"原严重程度", "SEVERITY"}},
           {"change.reason", {"理由", "REASON"}},
           {"change.basis", {"依据", "BASIS"}},
           {"change.requested_by", {"申请人", "ASKED BY"}},
           {"change.approved_by", {"批准人", "APPROVED BY"}},
           {"change.decided_at", {"批准时间", "APPROVED AT"}},
           {"check.journal_index", {"原日志", "OLD INDEX"}},
           {"change.decided_journal_index", {"日志", "UNTIL INDEX"}}},
          {{"^usci", {"统一社会信用代码", "CODE"}},
           {"^enterprise_name", {"企业名称", "ENTERPRISE"}},
           {"^as_of", {"截至", "AS OF"}}}};
}

Section Lists() {
  return {{"名单", "Lists"},
          "lists",
          {{"name", {"条目", "ENTRY"}},
           {"list", {"名单", "LIST"}},
           {"state", {"状态", "STATE"}},
           {"proposed_on", {"提出", "PROPOSED"}},
           {"decided_on", {"决定", "DECIDED"}},
           {"reason", {"原因", "REASON"}}},
          {{"^usci", {"统一社会信用代码", "CODE"}},
           {"^enterprise_name", {"企业名称", "ENTERPRISE"}},
           {"^as_of", {"截至", "AS OF"}}}};
}

Section Events() {
  return {{"经过", "Events"},
          "events",
          {{"journal_index", {"日志", "INDEX"}},
           {"date", {"日期", "DATE"}},
           {"kind", {"种类", "KIND"}},
           {"text", {"内容", "TEXT"}}},
          {{"^usci", {"统一社会信用代码", "CODE"}},
           {"^enterprise_name", {"企业名称", "ENTERPRISE"}},
           {"^as_of", {"截至", "AS OF"}}},
          Place::kMain};
}

View CreditView() {
  return {FileHead(),   GradeReasons(), Lines(), Checks(),
          Superseded(), Lists(),        Events()};
}

// The section with each product line of each enterprise, protected or not.
Section StatusLines() {
  return {{"产品", "Lines"},
          "statuses.lines",
          {{"line_id", {"产品编号", "LINE"}},
           {"product_name", {"产品名称", "PRODUCT"}},
           {"protected_by.policy", {"规定", "POLICY"}},
           {"protected_by.until", {"保护至", "UNTIL"}}},
          {{"^usci", {"统一社会信用代码", "CODE"}},
           {"^listed", {"列入名单", "LISTED"}},
           {"^grade", {"等级", "GRADE"}}},
          Place::kAside};
}

Section ProtectedLines() {
  return {{"受保护的产品", "Protected lines"},
          "statuses.lines.protected_by",
          {{"^^usci", {"统一社会信用代码", "CODE"}},
           {"^line_id", {"产品编号", "LINE"}},
           {"^product_name", {"产品名称", "PRODUCT"}},
           {"policy", {"规定", "POLICY"}},
           {"earlier_check", {"此前检验", "EARLIER CHECK"}},
           {"sampled", {"抽样日期", "SAMPLED"}},
           {"until", {"保护至", "UNTIL"}},
           {"first_allowed", {"可再查日", "FREE FROM"}},
           {"binds", {"约束", "BINDS"}}}};
}

View StatusView() {
  return {{{"", ""},
           "statuses",
           {{"usci", {"统一社会信用代码", "CODE"}},
            {"listed", {"列入名单", "LISTED"}},
            {"grade", {"等级", "GRADE"}},
            {"lists.list", {"名单", "LISTS"}},
            {"lists.state", {"名单状态", "STATE"}},
            {"error", {"错误", "ERROR"}}},
           {},
           Place::kMain},
          ProtectedLines(),
          StatusLines()};
}

struct Ask {
  std::vector<std::string> uscis;
  std::string as_of;
};

// The codes that the command was given, in order.
struct AskedCodes {
  std::vector<std::string> codes;
  // With one code, its error is the command's error; with several, each error
  // is answered in its row.
  bool several = false;
};

// Reads the codes from standard input where "-" stands for them.
AskedCodes CodesOf(const Ask& in) {
  AskedCodes asked;
  for (const std::string& typed : in.uscis) {
    if (typed != "-") {
      asked.codes.push_back(CodeText(typed));
      continue;
    }
    asked.several = true;
    std::string line;
    while (std::getline(std::cin, line)) {
      const std::string_view code = TrimWhiteSpace(line);
      if (!code.empty()) asked.codes.push_back(CodeText(std::string(code)));
    }
  }
  asked.several |= asked.codes.size() > 1;
  return asked;
}

// Makes the row of a text that is not a code. Sent to the server, it would
// refuse the whole call.
v1::Status Malformed(const std::string& code, const absl::Status& fault) {
  const ErrorInfo info = GetErrorInfo(fault);
  v1::Status status;
  status.set_usci(Quotable(code));
  status.set_error(info.reason);
  status.mutable_error_message()->set_zh(info.message.zh);
  status.mutable_error_message()->set_en(info.message.en);
  return status;
}

// The codes from `at` on that one call takes. Texts that are not codes are left
// out of the call; their rows are in `malformed`.
struct Batch {
  v1::BatchGetStatusRequest request;
  std::map<std::size_t, v1::Status> malformed;  // by the place in the batch
  std::size_t size = 0;
};
Batch NextBatch(const AskedCodes& asked, std::size_t at) {
  Batch batch;
  batch.request.set_return_partial_success(asked.several);
  for (; batch.size < kMaxStatusCodes && at + batch.size < asked.codes.size();
       ++batch.size) {
    const std::string& code = asked.codes[at + batch.size];
    const absl::Status fault = Usci::ParseLenient(code).status();
    if (fault.ok() || !asked.several) {
      batch.request.add_uscis(code);
    } else {
      batch.malformed[batch.size] = Malformed(code, fault);
    }
  }
  return batch;
}

// Asks for all codes, in one call or several, and answers one response in the
// order asked.
absl::StatusOr<v1::BatchGetStatusResponse> AskStatus(const Session& session,
                                                     const Ask& in,
                                                     const AskedCodes& asked) {
  v1::BatchGetStatusResponse all;
  for (std::size_t at = 0; at < asked.codes.size();) {
    Batch batch = NextBatch(asked, at);
    at += batch.size;
    batch.request.set_as_of(in.as_of);
    v1::BatchGetStatusResponse part;
    if (!batch.request.uscis().empty()) {
      ASSIGN_OR_RETURN(part, session.Call(&CreditService::Stub::BatchGetStatus,
                                          batch.request));
    }
    if (!part.as_of().empty()) all.set_as_of(part.as_of());
    int answered = 0;
    for (std::size_t i = 0; i < batch.size; ++i) {
      const auto malformed = batch.malformed.find(i);
      if (malformed != batch.malformed.end()) {
        *all.add_statuses() = std::move(malformed->second);
      } else if (answered < part.statuses_size()) {
        *all.add_statuses() = std::move(*part.mutable_statuses(answered++));
      }
    }
  }
  return all;
}

// In jsonl each status is a line of its own.
absl::Status ShowStatus(const Output& output,
                        const v1::BatchGetStatusResponse& answer) {
  View view = StatusView();
  if (output.format() == Format::kJsonLines && output.part().empty()) {
    view.resize(1);
  }
  return output.Show(answer, view);
}

// Answers kBadInput where a row has an error, whose sentence goes to standard
// error; else kNegative where an enterprise is listed.
ExitCode CodeOf(const Environment& environment,
                const v1::BatchGetStatusResponse& answer) {
  ExitCode code = ExitCode::kDone;
  for (const v1::Status& status : answer.statuses()) {
    if (!status.error().empty()) {
      const v1::LocalizedText& message = status.error_message();
      environment.Say(Localized{
          status.usci() + "：" + message.zh() + " (" + status.error() + ")",
          status.usci() + ": " + message.en() + " (" + status.error() + ")"});
      code = ExitCode::kBadInput;
    } else if (status.listed() && code == ExitCode::kDone) {
      code = ExitCode::kNegative;
    }
  }
  return code;
}

absl::StatusOr<ExitCode> ShowStatuses(const Environment& environment,
                                      const Ask& in) {
  const AskedCodes asked = CodesOf(in);
  if (asked.codes.empty()) return EmptyListError();
  ASSIGN_OR_RETURN(const Session session, environment.Connect());
  ASSIGN_OR_RETURN(const v1::BatchGetStatusResponse answer,
                   AskStatus(session, in, asked));
  RETURN_IF_ERROR(ShowStatus(environment.output(), answer));
  return CodeOf(environment, answer);
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
