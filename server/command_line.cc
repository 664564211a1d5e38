#include "server/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "lib/cli/help_words.h"
#include "lib/cli/manual.h"
#include "lib/cli/number.h"
#include "lib/cli/output.h"
#include "lib/cli/usage_error.h"
#include "server/identity/roles.h"

namespace spotcheck::server {
namespace {

// Holds the value of every option while the line is read and the command runs.
class CommandLine {
 public:
  explicit CommandLine(const Terminal& terminal)
      : terminal_(terminal),
        language_(terminal.language),
        app_(Text({"产品质量抽查服务", "The spot check service"}),
             "spotcheckd") {
    SetHelpWords(app_, terminal.language);
    app_.require_subcommand(1);
    app_.fallthrough();
    app_.set_version_flag("--version", "spotcheckd 1.0.0",
                          Text({"显示版本", "print the version"}));
    AddLanguageOption(app_, language_);
    AddInit();
    AddServe();
    AddCert();
    AddClock();
    AddVerify();
    AddManual();
  }

  ExitCode Run(std::vector<std::string> arguments) {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    try {
      app_.parse(std::move(arguments));
    } catch (const CLI::Success& asked) {  // help or version
      return AnswerHelp(asked);
    } catch (const CLI::ParseError& error) {
      Fail(UsageError(error, app_), terminal_);
      return ExitCode::kUsage;
    }
    return run_();
  }

  const CLI::App& app() const { return app_; }

 private:
  std::string Text(const Localized& text) const {
    return In(terminal_.language, text);
  }

  ExitCode AnswerHelp(const CLI::Success& asked) {
    const absl::Status unknown = UnknownCommandError(app_);
    if (!unknown.ok()) {
      Fail(unknown, terminal_);
      return ExitCode::kUsage;
    }
    std::ostringstream text;
    app_.exit(asked, text, text);
    return Write(text.str(), ExitCode::kDone);
  }

  // The answer of a command that ends with `code`, unless it can't be written.
  ExitCode Write(const std::string& text, ExitCode code) const {
    const absl::Status written = WriteText(terminal_.out, text);
    return written.ok() ? code : Fail(written, terminal_);
  }

  // The command's output is written at its end, and the write is checked.
  template <typename Options>
  void RunsAtOnce(CLI::App* command, const Options& options,
                  ExitCode (*run)(const Options&, const Terminal&)) {
    command->callback([this, &options, run] {
      run_ = [this, &options, run] {
        std::ostringstream text;
        const Terminal terminal{text, terminal_.err, terminal_.language};
        const ExitCode code = run(options, terminal);
        return Write(text.str(), code);
      };
    });
  }

  CLI::App* AddCommand(CLI::App& parent, const char* name,
                       const Localized& text) {
    return spotcheck::AddCommand(parent, name, text, terminal_.language);
  }

  void AddData(CLI::App* command, std::string& data) {
    command->add_option("--data", data, Text({"数据目录", "the data folder"}))
        ->envname("SPOTCHECK_DATA")
        ->required();
  }

  void AddInit() {
    CLI::App* command =
        AddCommand(app_, "init",
                   {"建立数据目录：数据库、密钥、证书、规则、管理员配置",
                    "make the data folder: database, keys, certificates, "
                    "rules, the administrator's profile"});
    AddData(command, init_.data);
    command->add_option("--endpoint", init_.endpoint,
                        Text({"客户端连接的地址，默认 127.0.0.1:7443",
                              "the address clients connect to, by default "
                              "127.0.0.1:7443"}));
    command->add_option("--host", init_.hosts,
                        Text({"服务器证书的其他主机名或 IP，可重复",
                              "another host name or IP address of the "
                              "server's certificate; repeatable"}));
    command->add_option(
        "--origin", init_.origin,
        Text({"日志名称，建立后不可更改；各机关应不同，如 "
              "spotcheck.example.gov.cn/64（默认 spotcheck）",
              "the journal's name, never changed later; each office has its "
              "own, e.g. spotcheck.example.gov.cn/64 (by default "
              "spotcheck)"}));
    AddAuthority(command, init_.authority,
                 {"本机关的名称（授予管理员证书，亦为操作员证书的默认部门）",
                  "the office's own name, granted to the administrator's "
                  "certificate and by default to operators"});
    RunsAtOnce(command, init_, RunInit);
  }

  void AddServe() {
    CLI::App* command = AddCommand(
        app_, "serve",
        {"运行服务，直到 SIGTERM 或 SIGINT", "serve until SIGTERM or SIGINT"});
    AddData(command, serve_.data);
    command->add_option("--listen", serve_.listen,
                        Text({"监听地址，默认 127.0.0.1:7443；端口 0 为任选",
                              "where to listen, by default 127.0.0.1:7443; "
                              "port 0 takes a free one"}));
    command->add_option("--policies", serve_.policies,
                        Text({"规则目录，默认为数据目录中的 policies",
                              "the rules' folder, by default policies in the "
                              "data folder"}));
    command->add_option(
        "--metrics", serve_.metrics,
        Text({"在此回环地址上提供 /metrics（Prometheus）、/healthz "
              "和 /readyz",
              "serve /metrics (Prometheus), /healthz and "
              "/readyz on this loopback address"}));
    command->callback(
        [this] { run_ = [this] { return RunServe(serve_, terminal_); }; });
  }

  void AddCert() {
    CLI::App* cert =
        AddCommand(app_, "cert", {"人员证书", "certificates of persons"});
    cert->require_subcommand(1);
    CLI::App* issue =
        AddCommand(*cert, "issue",
                   {"签发一人的证书和配置（服务运行时亦可）",
                    "issue a person's certificate and profile, also while "
                    "it serves"});
    AddData(issue, cert_.data);
    issue
        ->add_option("--name", cert_.name,
                     Text({"姓名代号：1–64 个字母、数字或 . _ -",
                           "the person's name: 1 to 64 of A–Z a–z 0–9 . _ -"}))
        ->required();
    issue->add_option("--role", cert_.role, RoleHelp())->required();
    issue->add_option("--endpoint", cert_.endpoint,
                      Text({"连接地址，默认同管理员配置",
                            "the address to connect to, by default the "
                            "administrator's"}));
    AddNumber(*issue, "--days", cert_.days, {},
              Text({"有效天数，默认 730",
                    "how many days it is valid, by default 730"}));
    AddAuthority(issue, cert_.authority,
                 {"证书代表的部门，操作员默认为本机关（init "
                  "所给）；记入日志为一项授权",
                  "the authority that the certificate speaks for, for an "
                  "operator by default the office's own as init named it; "
                  "journalled as a grant"});
    RunsAtOnce(issue, cert_, RunCertIssue);
    AddRevoke(cert);
    CLI::App* list =
        AddCommand(*cert, "list",
                   {"列出已签发的证书及其状态",
                    "list the certificates issued, with their state"});
    AddData(list, list_data_);
    RunsAtOnce(list, list_data_, RunCertList);
  }

  // The three options that name an authority. They go together, so each needs
  // another.
  void AddAuthority(CLI::App* command, AuthorityWords& words,
                    const Localized& whose) {
    CLI::Option* name =
        command->add_option("--authority", words.name, Text(whose));
    CLI::Option* level = command->add_option(
        "--level", words.level,
        Text({"部门级别：国家级、省级、市级、县级（或 national、provincial、"
              "city、county）",
              "its level: national, provincial, city or county"}));
    CLI::Option* region = command->add_option(
        "--region", words.region,
        Text({"部门的行政区划代码，2、4、6 位；0 为全国",
              "its region code of 2, 4 or 6 digits; 0 is national"}));
    name->needs(level);
    level->needs(region);
    region->needs(name);
  }

  void AddRevoke(CLI::App* cert) {
    CLI::App* revoke =
        AddCommand(*cert, "revoke",
                   {"吊销证书（服务运行时亦可，即刻生效）",
                    "revoke certificates, also while it serves: at once"});
    AddData(revoke, revoke_.data);
    revoke
        ->add_option("WHOM", revoke_.whom,
                     Text({"姓名（其全部证书）或序列号",
                           "a name (all its certificates) or a serial"}))
        ->required();
    revoke->add_option("--reason", revoke_.reason, Text({"理由", "why"}))
        ->required();
    revoke->add_option("--by", revoke_.by,
                       Text({"由谁登记，默认为当前系统账户",
                             "who records it, by default the account of the "
                             "machine"}));
    RunsAtOnce(revoke, revoke_, RunCertRevoke);
  }

  void AddClock() {
    CLI::App* clock =
        AddCommand(app_, "clock",
                   {"本机时钟与日志", "this machine's clock and the journal"});
    clock->require_subcommand(1);
    CLI::App* accept = AddCommand(
        *clock, "accept",
        {"确认本机时钟无误：服务因时钟比日志落后两分钟以上或超前十天以上而"
         "拒绝变更时使用（服务停止或运行时均可），记入日志",
         "accept this machine's clock, where the server refuses changes "
         "because it is more than two minutes behind the journal or more than "
         "ten days ahead of it; the journal records it, whether or not a "
         "server runs"});
    AddData(accept, clock_.data);
    accept->add_option("--reason", clock_.reason, Text({"理由", "why"}))
        ->required();
    accept->add_option("--by", clock_.by,
                       Text({"由谁登记，默认为当前系统账户",
                             "who records it, by default the account of the "
                             "machine"}));
    RunsAtOnce(accept, clock_, RunClockAccept);
  }

  void AddVerify() {
    CLI::App* command = AddCommand(
        app_, "verify",
        {"重放日志并逐表比较；一致则返回 0，否则列出差异并返回 1",
         "replay the journal and compare every table: exit 0, or 1 with "
         "what differs"});
    AddData(command, verify_data_);
    RunsAtOnce(command, verify_data_, RunVerify);
  }

  void AddManual() {
    CLI::App* command =
        AddCommand(app_, "man", {"输出手册页", "print the manual page"});
    command->callback([this] {
      run_ = [this] {
        return Write(ManualPage(app_, Facts()), ExitCode::kDone);
      };
    });
  }

  // The facts of the manual that the tree of commands does not know.
  ManualFacts Facts() const {
    ManualFacts facts;
    facts.section = 8;
    facts.language = terminal_.language;
    facts.environment = {
        {"SPOTCHECK_DATA", Text({"数据目录，未给 --data 时使用",
                                 "the data folder where --data is not given"})},
        {"LC_ALL, LC_MESSAGES, LANG",
         Text({"以 zh 开头则为中文，否则为英文",
               "Chinese where it begins with zh, else English"})}};
    facts.files = {
        {"DIR/journal.vkey", Text({"日志的验证公钥", "the journal's key"})},
        {"DIR/policies", Text({"规则，可编辑", "the rules, to be edited"})},
        {"DIR/profiles", Text({"连接配置", "the profiles"})}};
    facts.see_also = {"spotcheck(1)"};
    return facts;
  }

  // The text of --role: one line for each role.
  std::string RoleHelp() const {
    std::string help = Text({"角色：", "the role:"});
    for (const Role role : kRoles) {
      const std::string word = Text({"（" + InWords(role).zh + "）", ""});
      help += "\n  " + std::string(RoleName(role)) + word + ": " +
              In(terminal_.language, RolePurpose(role));
    }
    return help;
  }

  const Terminal terminal_;
  Language language_;  // the terminal's, as --lang has it
  CLI::App app_;
  InitOptions init_;
  ServeOptions serve_;
  CertOptions cert_;
  RevokeOptions revoke_;
  ClockOptions clock_;
  std::string list_data_;
  std::string verify_data_;
  std::function<ExitCode()> run_;
};

}  // namespace

void VisitCommandTree(Language language,
                      const std::function<void(const CLI::App&)>& visit) {
  std::ostringstream unused;
  CommandLine line({unused, unused, language});
  visit(line.app());
}

ExitCode RunCommandLine(int argc, const char* const* argv,
                        const Terminal& terminal) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const Terminal spoken{terminal.out, terminal.err,
                        ChooseLanguage(arguments, terminal.language)};
  return CommandLine(spoken).Run(std::move(arguments));
}

}  // namespace spotcheck::server
