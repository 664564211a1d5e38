#include "server/server.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/resource_quota.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server.h>
#include <grpcpp/server_builder.h>
#include <unistd.h>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "lib/app/calendar/days.h"
#include "lib/app/draw/draws.h"
#include "lib/base/files.h"
#include "lib/base/status_macros.h"
#include "lib/store/journal/database.h"
#include "lib/store/sql/errors.h"
#include "server/convert/wire.h"
#include "server/identity/certificates.h"
#include "server/identity/profiles.h"
#include "server/rpc/edge.h"
#include "server/rpc/grpc_service.h"
#include "server/rpc/metrics_http.h"
#include "server/rpc/rpcs.h"
#include "server/rulebook/config.h"
#include "server/rulebook/files.h"
#include "server/rulebook/journalled_rules.h"
#include "server/setup/errors.h"
#include "server/setup/run_lock.h"
#include "server/upkeep.h"

namespace spotcheck::server {
namespace {

// It is larger than any valid request, so that an overlong field is refused by
// its name and not by the transport.
constexpr int kMaxRequestBytes = 32 << 20;
// The machine has two cores and one writer, so more threads would only wait. A
// caller that does not read its answers keeps one thread for each of them until
// its connection ends: therefore a connection gets a small part of the threads,
// and no connection lives for ever. Clients connect anew by themselves; a call
// under way, such as an export, gets kConnectionGraceMillis to end.
constexpr int kMaxThreads = 256;
constexpr int kMaxStreamsOfAConnection = 16;
constexpr int kMaxConnectionAgeMillis = 2 * 60 * 1000;
constexpr int kConnectionGraceMillis = 2 * 60 * 1000;
constexpr int kMinPollers = 1;
constexpr int kMaxPollers = 4;

absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> LoadCredentials(
    const DataDir& dir) {
  grpc::SslServerCredentialsOptions tls(
      GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  grpc::SslServerCredentialsOptions::PemKeyCertPair pair;
  ASSIGN_OR_RETURN(tls.pem_root_certs, ReadFile(dir.ca_certificate()));
  ASSIGN_OR_RETURN(pair.private_key, ReadFile(dir.server_key()));
  ASSIGN_OR_RETURN(pair.cert_chain, ReadFile(dir.server_certificate()));
  tls.pem_key_cert_pairs.push_back(std::move(pair));
  return grpc::SslServerCredentials(tls);
}

std::string WithPort(const std::string& address, int port) {
  return address.substr(0, address.rfind(':') + 1) + std::to_string(port);
}

// C++ destroys members in reverse order, so the transport goes before the
// table, the table before the database and the database before the lock.
class RunningServer final : public Server {
 public:
  RunningServer(DataDir dir, RunLock lock,
                std::unique_ptr<RevocationList> revocations,
                const Machine& machine)
      : dir_(std::move(dir)),
        lock_(std::move(lock)),
        revocations_(std::move(revocations)),
        machine_(machine),
        log_(machine.log, machine.clock),
        edge_(log_, metrics_, *revocations_) {}
  ~RunningServer() override { (void)Stop(absl::ZeroDuration()); }

  absl::Status Open(const ServeOptions& options) {
    ASSIGN_OR_RETURN(const store::DatabaseKeys keys, LoadKeys(dir_));
    ASSIGN_OR_RETURN(const store::DatabaseOptions database,
                     DatabaseOptionsOf(dir_));
    ASSIGN_OR_RETURN(database_,
                     store::Database::Open(database, keys, machine_.clock,
                                           machine_.entropy));
    RETURN_IF_ERROR(CheckVerifierKey(dir_, *database_));
    ASSIGN_OR_RETURN(unjournalled_, ReadRuleFiles(options.policies.empty()
                                                      ? dir_.policies()
                                                      : options.policies));
    RETURN_IF_ERROR(ParseRuleBook(unjournalled_).status());
    const absl::Status started = TurnDaysAndJournalRules();
    if (store::SaysChangesWait(started)) {
      log_.Step("start", started);  // reads go on
    } else {
      RETURN_IF_ERROR(started);
      // Runs what a stop left complete. What cannot go on is reported by the
      // background step and must not keep the office closed.
      app::Upkeep(*database_, rules_).IgnoreError();
    }
    table_.emplace(Office{*database_, rules_, machine_.entropy});
    AddAllRpcs(*table_);
    return absl::OkStatus();
  }

  absl::Status Listen(const ServeOptions& options) {
    RETURN_IF_ERROR(ValidateAddress(options.listen));
    ASSIGN_OR_RETURN(const auto credentials, LoadCredentials(dir_));
    if (!options.metrics.empty()) {
      ASSIGN_OR_RETURN(
          metrics_http_,
          MetricsHttp::Start(options.metrics, {metrics_, [this] {
                                                 return database_->CanWrite();
                                               }}));
    }
    services_ = MakeGrpcServices(*table_, edge_);
    BuildTransport(options.listen, credentials);
    if (transport_ == nullptr || port_ == 0) {
      return AddressTaken(options.listen);
    }
    address_ = WithPort(options.listen, port_);
    SetHealth(Health::kServing);
    upkeep_.emplace([this] { return TakeStep(); }, machine_.clock, log_);
    return ReplaceFile({dir_.endpoint(), address_ + "\n", Access::kPublic});
  }

  const std::string& address() const override { return address_; }

  absl::Status CheckAlive() override {
    const absl::Status state = database_->CanWrite();
    if (state.ok() || store::SaysChangesWait(state)) return absl::OkStatus();
    SetHealth(Health::kNotServing);
    return state;
  }

  absl::Status Stop(absl::Duration grace) override {
    if (transport_ != nullptr) {
      SetHealth(Health::kNotServing);
      ::unlink(dir_.endpoint().c_str());
      transport_->Shutdown(std::chrono::system_clock::now() +
                           absl::ToChronoMilliseconds(grace));
      transport_->Wait();
      transport_.reset();
    }
    upkeep_.reset();
    metrics_http_.reset();
    if (database_ == nullptr) return absl::OkStatus();
    const absl::Status written = database_->Checkpoint();
    table_.reset();
    database_.reset();
    return written;
  }

 private:
  // Journals the days that have begun, and the folder's rules, which every call
  // reads from there. Where changes wait, the background step does it later.
  absl::Status TurnDaysAndJournalRules() {
    RETURN_IF_ERROR(app::TurnDays(*database_));
    if (unjournalled_.empty()) return absl::OkStatus();
    RETURN_IF_ERROR(JournalRuleFiles(*database_, unjournalled_));
    unjournalled_.clear();
    return absl::OkStatus();
  }

  absl::Status TakeStep() {
    RETURN_IF_ERROR(TurnDaysAndJournalRules());
    return app::Upkeep(*database_, rules_);
  }

  void BuildTransport(
      const std::string& listen,
      const std::shared_ptr<grpc::ServerCredentials>& credentials) {
    grpc::EnableDefaultHealthCheckService(true);
    grpc::reflection::InitProtoReflectionServerBuilderPlugin();
    grpc::ServerBuilder builder;
    grpc::ResourceQuota quota("spotcheckd");
    quota.SetMaxThreads(kMaxThreads);
    builder.SetResourceQuota(quota);
    using Sync = grpc::ServerBuilder::SyncServerOption;
    builder.SetSyncServerOption(Sync::NUM_CQS, 1);
    builder.SetSyncServerOption(Sync::MIN_POLLERS, kMinPollers);
    builder.SetSyncServerOption(Sync::MAX_POLLERS, kMaxPollers);
    builder.SetMaxReceiveMessageSize(kMaxRequestBytes);
    // Linux would let a second server share the port and give each call to
    // either by chance; so the port must be free.
    builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
    builder.AddChannelArgument(GRPC_ARG_MAX_CONCURRENT_STREAMS,
                               kMaxStreamsOfAConnection);
    builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_MS,
                               kMaxConnectionAgeMillis);
    builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS,
                               kConnectionGraceMillis);
    builder.AddListeningPort(listen, credentials, &port_);
    for (const auto& service : services_) {
      builder.RegisterService(service.get());
    }
    transport_ = builder.BuildAndStart();
  }

  enum class Health { kServing, kNotServing };
  void SetHealth(Health state) {
    const bool serving = state == Health::kServing;
    auto* health = transport_->GetHealthCheckService();
    health->SetServingStatus(serving);
    for (const char* name : kServices) health->SetServingStatus(name, serving);
  }

  DataDir dir_;
  RunLock lock_;
  std::unique_ptr<RevocationList> revocations_;
  Machine machine_;
  Log log_;
  Metrics metrics_;
  Edge edge_;
  std::unique_ptr<store::Database> database_;
  JournalledRules rules_;
  std::vector<RuleFile> unjournalled_;  // of Open, then of the background step
  std::optional<RpcTable> table_;
  std::vector<std::unique_ptr<grpc::Service>> services_;
  std::unique_ptr<MetricsHttp> metrics_http_;
  std::unique_ptr<grpc::Server> transport_;
  std::optional<UpkeepThread> upkeep_;
  int port_ = 0;
  std::string address_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::Start(
    const ServeOptions& options, const Machine& machine) {
  SilenceProtobuf();
  DataDir dir(options.data);
  RETURN_IF_ERROR(CheckDataDir(dir));
  ASSIGN_OR_RETURN(RunLock lock, RunLock::Take(dir));
  ASSIGN_OR_RETURN(auto revocations, RevocationList::Open(dir));
  auto server = std::make_unique<RunningServer>(
      std::move(dir), std::move(lock), std::move(revocations), machine);
  RETURN_IF_ERROR(server->Open(options));
  RETURN_IF_ERROR(server->Listen(options));
  return std::unique_ptr<Server>(std::move(server));
}

}  // namespace spotcheck::server
