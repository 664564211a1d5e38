#include "client/help.h"

namespace spotcheck::client {
namespace {

constexpr CommandHelp kHelp[] = {
    {"enterprise", {"企业", "Enterprises of the register"}, ""},
    {"enterprise import",
     {"导入企业（xlsx、CSV）", "Import enterprises from xlsx or CSV"},
     "spotcheck --data DIR enterprise import enterprises.csv"},
    {"enterprise get",
     {"查看一家企业", "Show one enterprise"},
     "spotcheck --data DIR enterprise get 91640100MA75X0000D"},
    {"enterprise list",
     {"列出全部企业", "List all enterprises"},
     "spotcheck --data DIR enterprise list -o jsonl"},
    {"enterprise search",
     {"按名称中的文字查找企业", "Find enterprises by a part of the name"},
     "spotcheck --data DIR enterprise search 银川 酿造 --region 6401"},
    {"product", {"产品", "Product lines of the register"}, ""},
    {"product import",
     {"导入产品（xlsx、CSV）", "Import product lines from xlsx or CSV"},
     "spotcheck --data DIR product import products.csv"},
    {"product get",
     {"查看一个产品", "Show one product line"},
     "spotcheck --data DIR product get 91640100MA75X0000D L0123456789ABCD"},
    {"product list",
     {"列出产品", "List product lines"},
     "spotcheck --data DIR product list --enterprise 91640100MA75X0000D"},
    {"product search",
     {"按名称中的文字查找产品", "Find product lines by a part of the name"},
     "spotcheck --data DIR product search 毛巾"},
    {"lab", {"检验机构", "Testing laboratories"}, ""},
    {"lab import",
     {"导入检验机构（xlsx、CSV）", "Import laboratories from xlsx or CSV"},
     "spotcheck --data DIR lab import labs.csv"},
    {"lab get",
     {"查看一个检验机构", "Show one laboratory"},
     "spotcheck --data DIR lab get 12640000MB0000000N"},
    {"lab list",
     {"列出检验机构", "List laboratories"},
     "spotcheck --data DIR lab list"},
    {"lab search",
     {"按名称中的文字查找检验机构", "Find laboratories by a part of the name"},
     "spotcheck --data DIR lab search 质检"},
    {"inspector", {"检查人员", "Inspectors"}, ""},
    {"inspector import",
     {"导入检查人员（xlsx、CSV）", "Import inspectors from xlsx or CSV"},
     "spotcheck --data DIR inspector import inspectors.csv"},
    {"inspector get",
     {"查看一名检查人员", "Show one inspector"},
     "spotcheck --data DIR inspector get ZF6400001"},
    {"inspector list",
     {"列出检查人员", "List inspectors"},
     "spotcheck --data DIR inspector list"},
    {"inspector search",
     {"按姓名中的文字查找检查人员", "Find inspectors by a part of the name"},
     "spotcheck --data DIR inspector search 王"},
    {"result", {"检验结果", "Results of checks"}, ""},
    {"result import",
     {"导入各部门的检验结果（xlsx、CSV）",
      "Import checks of any body from xlsx or CSV"},
     "spotcheck --data DIR result import earlier_checks.csv"},
    {"result record",
     {"录入被抽产品的检验结果", "Record the result of a drawn product line"},
     "spotcheck --data DIR result record --task T1 --enterprise "
     "91640100MA75X0000D --line L0123456789ABCD --sampled 2026-11-20 "
     "--verdict pass --report JC2026000001"},
    {"result correct",
     {"申请更正一条检验结果（须他人批准）",
      "Ask for a recorded check to be corrected (another person approves)"},
     "spotcheck --data DIR result correct C0123456789ABCDEF --verdict fail "
     "--severity general --reason 录入时看错一行 --basis 检验报告JC2026000001"},
    {"result void",
     {"申请作废一条检验结果（须他人批准）",
      "Ask for a recorded check to be void (another person approves)"},
     "spotcheck --data DIR result void C0123456789ABCDEF --reason "
     "录到了别的企业名下 --basis 检验报告JC2026000001"},
    {"result approve",
     {"第二人批准更正或作废，并列出随之改变的一切",
      "Approve a correction or a void as the second person, and see what "
      "follows"},
     "spotcheck --data DIR --profile second result approve X0123456789ABCDEF"},
    {"result changes",
     {"列出更正和作废的申请", "List the requests to correct or void a check"},
     "spotcheck --data DIR result changes --state waiting"},
    {"result list",
     {"按条件列出检验结果", "List results of checks by filters"},
     "spotcheck --data DIR result list --region 6401 --verdict fail --from "
     "2026-01-01 --fields sampled,usci,product_name --limit 50"},
    {"task", {"抽查任务", "Tasks: the plans of draws"}, ""},
    {"task create",
     {"建立抽查任务", "Create a task"},
     "spotcheck --data DIR task create --id T1 --authority 自治区市场监管厅 "
     "--level provincial --region 64 --category 家用电器 --sample 20 --lines 2 "
     "--inspectors 2"},
    {"task edit",
     {"修改尚未抽取的任务；未给出的保持不变",
      "Change a task that has drawn nothing; what is not given stays"},
     "spotcheck --data DIR task edit T1 --sample 15"},
    {"task withdraw",
     {"撤回尚未抽取的任务", "Withdraw a task that has drawn nothing"},
     "spotcheck --data DIR task withdraw T1 --reason 计划取消"},
    {"task get",
     {"查看抽查任务", "Show a task"},
     "spotcheck --data DIR task get T1"},
    {"task list",
     {"列出抽查任务", "List tasks"},
     "spotcheck --data DIR task list"},
    {"task preview",
     {"预览今天抽取时的范围与排除", "What a draw of the task would see today"},
     "spotcheck --data DIR task preview T1"},
    {"witness", {"见证人", "Witnesses of draws"}, ""},
    {"witness keygen",
     {"生成见证人密钥（离线）", "Make a witness's key (offline)"},
     "spotcheck witness keygen 张三 --organisation 市公证处 --out k.json"},
    {"witness register",
     {"登记见证人公钥", "Register a witness's key"},
     "spotcheck --data DIR witness register k.pub.json"},
    {"witness list",
     {"列出已登记的见证人", "List registered witnesses"},
     "spotcheck --data DIR witness list"},
    {"witness new",
     {"为一次抽取生成随机数和承诺", "Make a contribution and its commitment"},
     "spotcheck --data DIR witness new --key k.json --task T1 --out w.json"},
    {"draw", {"随机抽取", "Draws"}, ""},
    {"draw commit",
     {"冻结抽样框并承诺", "Freeze the frame and commit to it"},
     "spotcheck --data DIR draw commit T1 --witness w1.pub.json w2.pub.json"},
    {"draw contribute",
     {"见证人核对承诺后公开随机数", "Check the commitment, then reveal"},
     "spotcheck --data DIR draw contribute T1 --witness w1.json"},
    {"draw beacon",
     {"提供公共随机信标的数值", "Give the beacon's round"},
     "spotcheck --data DIR draw beacon T1 --value HEX --signature HEX"},
    {"draw show",
     {"查看抽取的状态", "Show the state of a draw"},
     "spotcheck --data DIR draw show T1"},
    {"draw void",
     {"申请作废（须在首次公开之前）", "Ask for an attempt to be void"},
     "spotcheck --data DIR draw void T1 --reason 类别选择有误"},
    {"draw withdraw",
     {"申请撤出被抽单位", "Ask for a drawn unit to be withdrawn"},
     "spotcheck --data DIR draw withdraw T1 91640100MA75X0000D --reason-code "
     "CLOSED --evidence-file photo.jpg --note 已停业"},
    {"draw close-due",
     {"申请了结待查单位", "Ask for a due unit to be closed without a check"},
     "spotcheck --data DIR draw close-due T1 91640100MA75X0000D --reason "
     "已注销"},
    {"draw approve",
     {"第二人批准", "Approve as the second person"},
     "spotcheck --data DIR --profile second draw approve T1"},
    {"draw replace",
     {"对被撤出单位另行抽取", "Draw replacements of withdrawn units"},
     "spotcheck --data DIR draw replace T1 --stratum B --witness w1.pub.json "
     "w2.pub.json"},
    {"draw open",
     {"检查完成后公开证据包", "Open the bundle after the visits"},
     "spotcheck --data DIR draw open T1"},
    {"draw export",
     {"导出证据包", "Export the bundle"},
     "spotcheck --data DIR draw export T1 bundle/"},
    {"draw verify",
     {"离线验证证据包", "Verify a bundle, offline"},
     "spotcheck draw verify bundle/ --key journal.vkey"},
    {"draw proof",
     {"被抽企业的证明", "The proof of a drawn enterprise"},
     "spotcheck --data DIR draw proof T1 91640100MA75X0000D -o json > p.json"},
    {"draw verify-proof",
     {"离线验证被抽企业的证明", "Verify such a proof, offline"},
     "spotcheck draw verify-proof p.json --key journal.vkey"},
    {"draw explain",
     {"说明企业为何被抽或未被抽", "Why an enterprise was or was not drawn"},
     "spotcheck --data DIR draw explain T1 91640100MA75X0000D"},
    {"draw report",
     {"可存档的抽取报告", "A report of the draw, to file"},
     "spotcheck --data DIR --lang zh draw report T1 --format html"},
    {"draw history",
     {"任务或部门的历次抽取", "Attempts of a task or an authority"},
     "spotcheck --data DIR draw history T1"},
    {"draw list",
     {"列出全部抽取", "List all attempts"},
     "spotcheck --data DIR draw list --state run"},
    {"draw stats",
     {"按部门、操作人、见证人统计", "Counts per authority, operator, witness"},
     "spotcheck --data DIR draw stats"},
    {"credit", {"质量信用档案", "Quality credit files"}, ""},
    {"credit show",
     {"查看企业质量信用档案", "Show an enterprise's credit file"},
     "spotcheck --data DIR credit show 91640100MA75X0000D"},
    {"status",
     {"企业状态：名单、等级、保护期；- 从标准输入读取",
      "Status of enterprises: lists, grade, protection; - reads standard "
      "input"},
     "spotcheck --data DIR status 91640100MA75X0000D"},
    {"list", {"名单", "Lists, e.g. the quality blacklist"}, ""},
    {"list show",
     {"列出名单条目", "List entries, proposals included"},
     "spotcheck --data DIR list show"},
    {"list decide",
     {"对名单条目作出决定", "Decide a proposal or end an entry"},
     "spotcheck --data DIR --profile second list decide E1 --decision LISTED "
     "--reason 两次严重不合格"},
    {"journal", {"日志", "The journal"}, ""},
    {"journal checkpoint",
     {"最新的签名检查点", "The newest signed checkpoint"},
     "spotcheck --data DIR journal checkpoint"},
    {"journal events",
     {"按序列出日志事件", "List events in order"},
     "spotcheck --data DIR journal events --from 0 -o jsonl"},
    {"journal verify-proof",
     {"核对某一事件在日志中", "Check that an event stands in the journal"},
     "spotcheck --data DIR journal verify-proof 7"},
    {"grant", {"授权", "Grants: authorities that certificates speak for"}, ""},
    {"grant add",
     {"授权证书代表一个部门（管理员）",
      "Let a certificate speak for an authority (administrator)"},
     "spotcheck --data DIR grant add wang --authority 自治区市场监管厅 "
     "--level provincial --region 64"},
    {"grant list",
     {"列出生效的授权", "List the grants that stand"},
     "spotcheck --data DIR grant list --certificate wang"},
    {"grant withdraw",
     {"撤回授权（管理员）", "Withdraw a grant (administrator)"},
     "spotcheck --data DIR grant withdraw G0123456789ABCD --reason 已调离"},
    {"demo-data",
     {"生成演示数据（五个 CSV 文件）",
      "Make demonstration data: five CSV files"},
     "spotcheck demo-data --enterprises 2000 --seed 1 demo/"},
    {"template",
     {"写出一种导入的空白工作簿，带填写说明",
      "Write an empty workbook for an import, with notes"},
     "spotcheck template enterprise"},
    {"completion",
     {"输出 bash、zsh 或 fish 的补全脚本",
      "Print a completion script for bash, zsh or fish"},
     "spotcheck completion bash > /etc/bash_completion.d/spotcheck"},
    {"man",
     {"输出手册页", "Print the manual page"},
     "spotcheck man > spotcheck.1 && man -l spotcheck.1"},
};

struct Step {
  std::string_view command;
  Phrase what;
};
constexpr Step kMainJob[] = {
    {"enterprise import enterprises.csv",
     {"导入；product、lab、inspector、result 亦同",
      "likewise product, lab, inspector, result"}},
    {"task create --id T --authority NAME --level provincial --region 64 "
     "--category 家用电器 --sample 10 --lines 2 --inspectors 2",
     {"抽查任务", "the plan"}},
    {"witness new --key k1.json --task T --out w1.json",
     {"每位见证人，在其自己的设备上", "each witness, on a device of its own"}},
    {"draw commit T --witness w1.pub.json w2.pub.json",
     {"冻结并承诺", "freeze and commit"}},
    {"draw contribute T --witness w1.json",
     {"每位见证人；最后一位公开后即抽取",
      "each witness; the last one runs the draw"}},
    {"draw show T",
     {"抽中的企业、产品、机构、人员",
      "enterprises, lines, laboratories, inspectors"}},
    {"draw export T bundle/ && spotcheck draw verify bundle/",
     {"检查完成并 draw open 之后", "after the visits and draw open"}},
};

constexpr CommandHelp kNoHelp = {"", {"", ""}, ""};

}  // namespace

absl::Span<const CommandHelp> AllHelp() { return kHelp; }

const CommandHelp& FindHelp(std::string_view path) {
  for (const CommandHelp& help : kHelp) {
    if (help.path == path) return help;
  }
  return kNoHelp;
}

std::string FormatMainJob(Language language) {
  std::string text = In(language, {"主要流程（服务的数据目录用 --data DIR 给出"
                                   "）：",
                                   "The main job (with --data DIR, the "
                                   "server's data folder):"});
  for (const Step& step : kMainJob) {
    text += "\n  # " + In(language, step.what) + "\n  spotcheck " +
            std::string(step.command);
  }
  return text + "\n" +
         In(language, {"每个命令的用法与示例：spotcheck 命令 --help；"
                       "以上选项可写在命令之前或之后",
                       "Usage and example of each: spotcheck COMMAND --help; "
                       "these options stand before or behind a command"});
}

std::string FormatExample(const CommandHelp& help, Language language) {
  if (help.example.empty()) return "";
  return In(language, {"示例：", "Example:"}) + "\n  " +
         std::string(help.example);
}

}  // namespace spotcheck::client
