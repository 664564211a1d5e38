#include "client/commands/draw_views.h"

#include <utility>

namespace spotcheck::client {
namespace {

// The columns of a Protection.
std::vector<Column> ReasonColumns() {
  return {{"policy", {"规定", "POLICY"}},
          {"earlier_check", {"此前检验", "EARLIER CHECK"}},
          {"sampled", {"抽样日期", "SAMPLED"}},
          {"until", {"保护至", "UNTIL"}},
          {"first_allowed", {"可再查日", "FREE FROM"}},
          {"binds", {"约束", "BINDS"}}};
}

Section StrataSection() {
  return {{"各等级的企业", "Enterprises by stratum"},
          "strata",
          {{"stratum", {"等级", "STRATUM"}},
           {"in_scope", {"范围内", "IN SCOPE"}},
           {"eligible", {"可抽", "ELIGIBLE"}},
           {"weight", {"权重", "WEIGHT"}},
           {"excluded", {"排除", "EXCLUDED"}}},
          {{"^task", {"任务", "TASK"}}}};
}

Section DrawSection() {
  return {{"", ""},
          "",
          {{"name", {"抽取", "draw"}},
           {"state", {"状态", "state"}},
           {"authority", {"抽查部门", "authority"}},
           {"commitment", {"承诺", "commitment"}},
           {"previous", {"前一承诺", "previous"}},
           {"deadline", {"截止时间", "deadline"}},
           {"beacon_spec", {"信标", "beacon"}},
           {"result_root", {"结果根", "result root"}},
           {"transcript", {"记录摘要", "transcript"}},
           {"reason", {"原因", "reason"}},
           {"policies", {"适用规定", "policies"}},
           {"lab_overflow", {"机构超额", "lab overflow"}},
           {"inspector_overflow", {"人员超额", "inspector overflow"}},
           {"journal_index", {"承诺的日志序号", "journal index"}},
           {"run_journal_index", {"运行的日志序号", "run journal index"}}}};
}

std::vector<Column> PendingColumns() {
  return {{"approval_id", {"编号", "APPROVAL"}},
          {"kind", {"事项", "KIND"}},
          {"task", {"任务", "TASK"}},
          {"attempt", {"次", "ATTEMPT"}},
          {"usci", {"企业", "CODE"}},
          {"requested_by", {"申请人", "REQUESTED BY"}},
          {"reason", {"理由", "REASON"}}};
}

Section ExclusionSection() {
  return {{"被排除的产品", "Excluded lines"},
          "exclusions",
          {{"usci", {"统一社会信用代码", "CODE"}},
           {"line_id", {"产品编号", "LINE"}},
           {"code", {"原因", "REASON"}},
           {"policy", {"规定", "POLICY"}},
           {"earlier_check", {"此前检验", "EARLIER CHECK"}},
           {"sampled", {"抽样日期", "SAMPLED"}},
           {"until", {"保护至", "UNTIL"}}},
          {{"^task", {"任务", "TASK"}}}};
}

// The section with every policy behind each excluded line.
Section ReasonSection() {
  std::vector<Column> columns = {{"^usci", {"统一社会信用代码", "CODE"}},
                                 {"^line_id", {"产品编号", "LINE"}}};
  for (const Column& column : ReasonColumns()) columns.push_back(column);
  return {{"全部排除理由", "Every reason of an exclusion"},
          "exclusions.reasons",
          std::move(columns),
          {{"^^task", {"任务", "TASK"}}}};
}

Section SelectionSection() {
  return {{"被抽单位", "Drawn units"},
          "selection.lines",
          {{"^rank", {"序", "RANK"}},
           {"^usci", {"统一社会信用代码", "CODE"}},
           {"^enterprise_name", {"企业名称", "ENTERPRISE"}},
           {"^stratum", {"等级", "STRATUM"}},
           {"line_id", {"产品编号", "LINE"}},
           {"product_name", {"产品名称", "PRODUCT"}},
           {"lab_id", {"检验机构", "LAB"}},
           {"state", {"状态", "STATE"}},
           {"^inspector_ids", {"检查人员", "INSPECTORS"}}},
          {{"^^task", {"任务", "TASK"}}, {"^^attempt", {"次", "ATTEMPT"}}},
          Place::kMain};
}

Section MainExclusions() {
  Section section = ExclusionSection();
  section.place = Place::kMain;
  return section;
}

Section ExplainedReasons() {
  std::vector<Column> columns = {{"^line_id", {"产品编号", "LINE"}}};
  for (const Column& column : ReasonColumns()) columns.push_back(column);
  return {{"全部排除理由", "Every reason of an exclusion"},
          "lines.policies",
          std::move(columns),
          {{"^^usci", {"统一社会信用代码", "CODE"}}}};
}

Section BottleneckSection() {
  return {{"能力不足之处", "Bottlenecks"},
          "bottlenecks",
          {{"kind", {"种类", "KIND"}},
           {"bins", {"机构或人员", "BINS"}},
           {"capacity", {"能力", "CAPACITY"}},
           {"demand", {"需求", "DEMAND"}}}};
}

}  // namespace

View CommitView() {
  return {{{"", ""},
           "",
           {{"task", {"任务", "task"}},
            {"attempt", {"第几次", "attempt"}},
            {"commitment", {"承诺", "commitment"}},
            {"previous", {"前一承诺", "previous"}},
            {"deadline", {"截止时间", "deadline"}},
            {"journal_index", {"日志序号", "journal index"}},
            {"checkpoint.tree_size", {"检查点大小", "checkpoint size"}},
            {"checkpoint.root", {"检查点根", "checkpoint root"}},
            {"policies", {"适用规定", "policies"}}}},
          StrataSection()};
}

View DrawView() {
  return {
      DrawSection(),
      {{"见证人", "Witnesses"},
       "witnesses",
       {{"witness_name", {"姓名", "NAME"}},
        {"organisation", {"单位", "ORGANISATION"}},
        {"revealed", {"已公开", "REVEALED"}},
        {"commitment", {"承诺", "COMMITMENT"}}},
       {{"^task", {"任务", "TASK"}}, {"^attempt", {"次", "ATTEMPT"}}}},
      {{"待批准", "Waiting for a second person"}, "pending", PendingColumns()},
      StrataSection(),
      SelectionSection(),
      BottleneckSection(),
      ExclusionSection(),
      ReasonSection()};
}

View PreviewView() {
  return {StrataSection(),
          {{"范围", "Scope"},
           "",
           {{"task", {"任务", "task"}},
            {"lines_in_scope", {"范围内产品", "lines in scope"}},
            {"lines_eligible", {"可抽产品", "lines eligible"}},
            {"lines_excluded", {"排除产品", "lines excluded"}},
            {"policies", {"适用规定", "policies"}},
            {"warnings", {"提示", "warnings"}}}},
          MainExclusions(),
          ReasonSection()};
}

View PendingView() { return {{{"", ""}, "", PendingColumns()}}; }

View ApprovalView() {
  return {{{"", ""},
           "",
           {{"approved.approval_id", {"编号", "approval"}},
            {"approved.kind", {"事项", "kind"}},
            {"approved.task", {"任务", "task"}},
            {"approved.attempt", {"第几次", "attempt"}},
            {"approved.usci", {"企业", "code"}},
            {"state", {"批准后状态", "state"}},
            {"journal_index", {"日志序号", "journal index"}}}}};
}

View ReceiptView() {
  return {{{"", ""},
           "",
           {{"task", {"任务", "task"}},
            {"attempt", {"第几次", "attempt"}},
            {"state", {"状态", "state"}},
            {"journal_index", {"日志序号", "journal index"}},
            {"checkpoint.tree_size", {"检查点大小", "checkpoint size"}},
            {"checkpoint.root", {"检查点根", "checkpoint root"}}}}};
}

View ProofView() {
  return {{{"", ""},
           "",
           {{"task", {"任务", "task"}},
            {"attempt", {"第几次", "attempt"}},
            {"suite", {"杂凑算法", "suite"}},
            {"leaf", {"叶", "leaf"}},
            {"leaf_index", {"序号", "leaf index"}},
            {"leaf_count", {"总数", "leaf count"}},
            {"path", {"路径", "path"}},
            {"result_root", {"结果根", "result root"}},
            {"commitment", {"承诺", "commitment"}},
            {"transcript", {"记录摘要", "transcript"}},
            {"run_journal_index", {"运行的日志序号", "run's journal index"}},
            {"checkpoint.tree_size", {"检查点大小", "checkpoint size"}},
            {"checkpoint.root", {"检查点根", "checkpoint root"}}}}};
}

View ExplanationView() {
  return {{{"", ""},
           "",
           {{"usci", {"统一社会信用代码", "code"}},
            {"attempt", {"第几次", "attempt"}},
            {"in_scope", {"在范围内", "in scope"}},
            {"status", {"状态", "status"}},
            {"reason", {"原因", "reason"}},
            {"stratum", {"等级", "stratum"}},
            {"weight", {"权重", "weight"}},
            {"inclusion_probability", {"入样概率", "inclusion probability"}},
            {"inclusion_percent", {"百分比", "percent"}},
            {"drawn", {"被抽中", "drawn"}},
            {"rank", {"序", "rank"}},
            {"ticket", {"签", "ticket"}},
            {"first_not_drawn", {"本层首个未中签", "first not drawn"}}}},
          {{"产品", "Lines"},
           "lines",
           {{"line_id", {"产品编号", "LINE"}},
            {"product_name", {"产品名称", "PRODUCT"}},
            {"category", {"产品类别", "CATEGORY"}},
            {"status", {"状态", "STATUS"}},
            {"drawn", {"被抽中", "DRAWN"}},
            {"reason", {"原因", "REASON"}}},
           {{"^usci", {"统一社会信用代码", "CODE"}},
            {"^attempt", {"次", "ATTEMPT"}}},
           Place::kMain},
          ExplainedReasons(),
          {{"回避", "Barred"},
           "bars",
           {{"kind", {"种类", "KIND"}},
            {"id", {"编号", "ID"}},
            {"reason", {"原因", "REASON"}},
            {"evidence", {"依据", "EVIDENCE"}}}}};
}

View HistoryView() {
  return {{{"", ""},
           "attempts",
           {{"task", {"任务", "TASK"}},
            {"attempt", {"次", "ATTEMPT"}},
            {"state", {"状态", "STATE"}},
            {"committed_at", {"承诺时间", "COMMITTED"}},
            {"deadline", {"截止时间", "DEADLINE"}},
            {"operator", {"操作人", "OPERATOR"}},
            {"withdrawn", {"撤出", "WITHDRAWN"}},
            {"due", {"待查", "DUE"}},
            {"missing", {"缺席", "MISSING"}},
            {"reason", {"原因", "REASON"}},
            {"commitment", {"承诺", "COMMITMENT"}}}}};
}

View StatisticsView() {
  return {{{"", ""},
           "counts",
           {{"kind", {"种类", "KIND"}},
            {"subject", {"名称", "SUBJECT"}},
            {"committed", {"承诺", "COMMITTED"}},
            {"run", {"运行", "RUN"}},
            {"voided", {"作废", "VOID"}},
            {"failed", {"失败", "FAILED"}},
            {"undecided", {"未决", "UNDECIDED"}},
            {"withdrawn", {"撤出", "WITHDRAWN"}},
            {"due", {"待查", "DUE"}},
            {"defaults", {"违约", "DEFAULTS"}}}}};
}

}  // namespace spotcheck::client
