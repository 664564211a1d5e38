#include "server/commands.h"

#include <signal.h>

#include <chrono>
#include <ctime>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "lib/base/beijing_time.h"
#include "lib/base/civil_date.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/files.h"
#include "lib/base/status_macros.h"
#include "lib/cli/errors.h"
#include "lib/cli/output.h"
#include "lib/rules/draw/words.h"
#include "lib/store/journal/database.h"
#include "nlohmann/json.hpp"
#include "server/identity/certificates.h"
#include "server/identity/profiles.h"
#include "server/setup/data_dir.h"

namespace spotcheck::server {
namespace {

constexpr char kDefaultEndpoint[] = "127.0.0.1:7443";
// A large commit ends well within this time.
constexpr absl::Duration kDrain = absl::Seconds(20);

void Say(const Terminal& terminal, const Localized& text) {
  terminal.out << In(terminal.language, text) << '\n';
}

// Reads the endpoint that `init` wrote into the administrator's profile;
// answers the default where that profile cannot be read.
std::string AdminEndpoint(const DataDir& dir) {
  const auto text = ReadFile(dir.profiles() + "/admin.json");
  if (!text.ok()) return kDefaultEndpoint;
  const auto json = nlohmann::json::parse(*text, nullptr, false);
  if (!json.is_object() || !json.contains("endpoint") ||
      !json["endpoint"].is_string()) {
    return kDefaultEndpoint;
  }
  return json["endpoint"].get<std::string>();
}

// The authorities that a new certificate is granted. An operator works for the
// office where the command names nobody else.
absl::StatusOr<std::vector<rules::Authority>> AuthoritiesFor(
    Role role, const std::optional<rules::Authority>& named,
    store::Database& database) {
  if (named.has_value()) return std::vector{*named};
  if (role == Role::kOperator) {
    return AuthoritiesOf(database, kAdminCertificate);
  }
  return std::vector<rules::Authority>();
}

// Answers the authorities that the certificate speaks for; nullopt for a role
// that speaks for none.
using Spoken = std::optional<std::vector<rules::Authority>>;
absl::StatusOr<Spoken> IssueCert(const CertOptions& options) {
  const DataDir dir(options.data);
  RETURN_IF_ERROR(CheckDataDir(dir));
  ASSIGN_OR_RETURN(const auto named, ParseAuthority(options.authority));
  NewProfile profile;
  profile.identity.name = options.name;
  ASSIGN_OR_RETURN(profile.identity.role, ParseTypedRole(options.role));
  profile.endpoint =
      options.endpoint.empty() ? AdminEndpoint(dir) : options.endpoint;
  profile.days = options.days;
  SystemClock clock;
  SystemEntropy entropy;
  const Role role = profile.identity.role;
  const bool speaks = role == Role::kOperator || role == Role::kAgency;
  if (!speaks && !named.has_value()) {
    RETURN_IF_ERROR(IssueProfile(dir, profile, clock.Now()));
    return Spoken();
  }
  ASSIGN_OR_RETURN(const auto database, OpenBeside(dir, clock, entropy));
  ASSIGN_OR_RETURN(auto authorities, AuthoritiesFor(role, named, *database));
  RETURN_IF_ERROR(IssueProfile(dir, profile, clock.Now()));
  if (!authorities.empty()) {
    RETURN_IF_ERROR(
        JournalGrants(*database, {options.name, std::move(authorities)}));
  }
  ASSIGN_OR_RETURN(auto spoken, AuthoritiesOf(*database, options.name));
  return Spoken(std::move(spoken));
}

// One line for each authority that the certificate speaks for.
void SayAuthorities(const Terminal& terminal, const CertOptions& options,
                    const std::vector<rules::Authority>& authorities) {
  for (const rules::Authority& authority : authorities) {
    const Localized level = InWords(authority.level);
    const std::string region = authority.region.Label();
    Say(terminal, {"  可代表 " + authority.name + "（" + level.zh + "，区划 " +
                       region + "）及其下级部门",
                   "  speaks for " + authority.name + " (" + level.en +
                       ", region " + region + ") and the bodies beneath it"});
  }
  if (!authorities.empty()) return;
  Say(terminal,
      {"  尚未获授权代表任何部门；请管理员运行 spotcheck grant add " +
           options.name,
       "  speaks for no authority yet; an administrator runs spotcheck grant "
       "add " +
           options.name});
}

Localized StateOf(const KnownCertificate& certificate, absl::Time now) {
  if (!certificate.revoked.empty()) {
    const Revocation& by = certificate.revoked.front();
    const std::string day = CivilDate::Of(by.at).ToString();
    return {"已吊销 " + day + "：" + by.reason + "（" + by.by + "）",
            "revoked " + day + ": " + by.reason + " (" + by.by + ")"};
  }
  if (certificate.facts.expires <= now) return {"已过期", "expired"};
  return {"有效", "valid"};
}

// A running server is asked at this interval if it still can serve. A failure
// then ends the process within a second, answers under way and all.
constexpr timespec kAliveCheck = {.tv_sec = 0, .tv_nsec = 200'000'000};
// Answers under way get this time after a failure.
constexpr absl::Duration kFailedDrain = absl::Milliseconds(200);
// A failing disk may hold whoever waits for it; the process ends all the same.
constexpr std::chrono::milliseconds kLastResort(500);

sigset_t StopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

// OK after a signal; else what the server cannot go on with.
absl::Status WaitForEnd(const sigset_t& signals, Server& server) {
  while (sigtimedwait(&signals, nullptr, &kAliveCheck) < 0) {
    RETURN_IF_ERROR(server.CheckAlive());
  }
  return absl::OkStatus();
}

// Ends a server whose database has stopped, so that the machine's service
// manager starts it again.
ExitCode EndFailed(const absl::Status& failure, Server& server,
                   const Terminal& terminal) {
  const ExitCode code = Fail(failure, terminal);
  std::thread([code] {
    std::this_thread::sleep_for(kLastResort);
    ::_exit(static_cast<int>(code));
  }).detach();
  server.Stop(kFailedDrain).IgnoreError();
  return code;
}

}  // namespace

ExitCode Fail(const absl::Status& status, const Terminal& terminal) {
  if (IsOutputClosed(status)) return ExitCodeFor(status);
  const ErrorInfo info = GetErrorInfo(status);
  terminal.err << "spotcheckd: " << In(terminal.language, info.message) << " ["
               << info.reason << "]" << std::endl;
  return ExitCodeFor(status);
}

ExitCode RunInit(const InitOptions& options, const Terminal& terminal) {
  InitOptions filled = options;
  if (filled.endpoint.empty()) filled.endpoint = kDefaultEndpoint;
  SystemClock clock;
  SystemEntropy entropy;
  const absl::Status status = InitDataDir(filled, clock, entropy);
  if (!status.ok()) return Fail(status, terminal);
  const DataDir dir(filled.data);
  Say(terminal,
      {"已建立数据目录 " + dir.path() + "\n  管理员配置：" + dir.profiles() +
           "/admin.json" + "\n  日志验证公钥（请公布）：" + dir.verifier_key() +
           "\n  规则（可编辑）：" + dir.policies() + "\n  请离线备份：" +
           dir.In("keys") + " 与 " + dir.In("pki") +
           "\n下一步：spotcheckd serve --data " + dir.path(),
       "made the data folder " + dir.path() +
           "\n  the administrator's profile: " + dir.profiles() +
           "/admin.json" +
           "\n  the journal's key, to be published: " + dir.verifier_key() +
           "\n  the rules, to be edited: " + dir.policies() +
           "\n  to be backed up elsewhere: " + dir.In("keys") + " and " +
           dir.In("pki") + "\nnext: spotcheckd serve --data " + dir.path()});
  return ExitCode::kDone;
}

ExitCode RunCertIssue(const CertOptions& options, const Terminal& terminal) {
  const auto spoken = IssueCert(options);
  if (!spoken.ok()) return Fail(spoken.status(), terminal);
  const std::string profile =
      DataDir(options.data).profiles() + "/" + options.name + ".json";
  Say(terminal, {"已签发 " + profile + "（角色 " + options.role + "）",
                 "issued " + profile + " (role " + options.role + ")"});
  if (spoken->has_value()) SayAuthorities(terminal, options, **spoken);
  return ExitCode::kDone;
}

ExitCode RunCertRevoke(const RevokeOptions& options, const Terminal& terminal) {
  const RevokeRequest request{options.whom, options.reason,
                              options.by.empty() ? OwnAccount() : options.by};
  const auto revoked =
      RevokeCertificates(DataDir(options.data), request, SystemClock().Now());
  if (!revoked.ok()) return Fail(revoked.status(), terminal);
  for (const Revocation& one : *revoked) {
    Say(terminal, {"已吊销 " + one.name + " 的证书 " + one.serial +
                       "，运行中的服务即刻生效",
                   "revoked " + one.name + "'s certificate " + one.serial +
                       "; a running server refuses it from now on"});
  }
  return ExitCode::kDone;
}

ExitCode RunCertList(const std::string& data, const Terminal& terminal) {
  const auto known = KnownCertificates(DataDir(data));
  if (!known.ok()) return Fail(known.status(), terminal);
  Say(terminal, {"姓名\t角色\t序列号\t签发\t到期\t状态",
                 "NAME\tROLE\tSERIAL\tISSUED\tEXPIRES\tSTATE"});
  const absl::Time now = SystemClock().Now();
  for (const KnownCertificate& one : *known) {
    const CertificateFacts& facts = one.facts;
    terminal.out << facts.identity.name << '\t' << RoleName(facts.identity.role)
                 << '\t' << facts.serial << '\t'
                 << CivilDate::Of(facts.issued).ToString() << '\t'
                 << CivilDate::Of(facts.expires).ToString() << '\t'
                 << In(terminal.language, StateOf(one, now)) << '\n';
  }
  return ExitCode::kDone;
}

ExitCode RunClockAccept(const ClockOptions& options, const Terminal& terminal) {
  ClockOptions filled = options;
  if (filled.by.empty()) filled.by = OwnAccount();
  SystemClock clock;
  SystemEntropy entropy;
  const auto accepted = AcceptClockOf(filled, clock, entropy);
  if (!accepted.ok()) return Fail(accepted.status(), terminal);
  const Localized time = InBeijing(accepted->clock);
  switch (accepted->outcome) {
    case app::AcceptedClock::Outcome::kAgreesAlready:
      Say(terminal, {"时钟 " + time.zh + " 与日志相符，无需确认",
                     "the clock, " + time.en +
                         ", agrees with the journal: nothing to accept"});
      return ExitCode::kDone;
    case app::AcceptedClock::Outcome::kAccepted:
      break;
  }
  const std::string leaf = std::to_string(accepted->journal_index);
  Say(terminal,
      {"已确认时钟 " + time.zh + "，记入日志第 " + leaf + " 条，恢复接受变更",
       "accepted the clock, " + time.en + ", as leaf " + leaf +
           " of the journal: changes go on"});
  return ExitCode::kDone;
}

ExitCode RunServe(const ServeOptions& options, const Terminal& terminal) {
  // The signals are blocked before any thread starts, so that only this thread
  // takes them.
  const sigset_t signals = StopSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGXFSZ, SIG_IGN);  // a file's limit is an error of the write
  SystemClock clock;
  SystemEntropy entropy;
  auto server = Server::Start(options, {clock, entropy, terminal.err});
  if (!server.ok()) return Fail(server.status(), terminal);
  // Whoever started it waits for this line, so it does not serve without.
  const absl::Status ready = WriteText(
      terminal.out, "spotcheckd ready on " + (*server)->address() + "\n");
  if (!ready.ok()) {
    const absl::Status stopped = (*server)->Stop(kDrain);
    return Fail(stopped.ok() ? ready : stopped, terminal);
  }
  const absl::Status failure = WaitForEnd(signals, **server);
  if (!failure.ok()) return EndFailed(failure, **server, terminal);
  const absl::Status told = WriteText(
      terminal.out, In(terminal.language, {"正在停止\n", "stopping\n"}));
  absl::Status status = (*server)->Stop(kDrain);
  status.Update(told);
  if (!status.ok()) return Fail(status, terminal);
  return ExitCode::kDone;
}

ExitCode RunVerify(const std::string& data, const Terminal& terminal) {
  const DataDir dir(data);
  const auto keys = LoadKeys(dir);
  if (!keys.ok()) return Fail(keys.status(), terminal);
  const auto options = DatabaseOptionsOf(dir);
  if (!options.ok()) return Fail(options.status(), terminal);
  const auto differences = store::VerifyDatabase(*options, *keys);
  if (!differences.ok()) return Fail(differences.status(), terminal);
  for (const std::string& difference : *differences) {
    terminal.out << difference << '\n';
  }
  if (differences->empty()) {
    Say(terminal,
        {"数据库与日志一致", "the database is what its journal says"});
    return ExitCode::kDone;
  }
  const std::string count = std::to_string(differences->size());
  Say(terminal,
      {"与日志不一致之处：" + count, "differences from the journal: " + count});
  return ExitCode::kNegative;
}

}  // namespace spotcheck::server
