#ifndef SPOTCHECK_TESTS_SERVER_OFFICE_H_
#define SPOTCHECK_TESTS_SERVER_OFFICE_H_

// A whole office for a test: a data folder, a running server, and channels of
// persons who call it over mTLS.

#include <grpcpp/grpcpp.h>

#include <chrono>
#include <memory>
#include <sstream>
#include <string>
#include <utility>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "gtest/gtest.h"
#include "lib/base/clock.h"
#include "lib/base/entropy.h"
#include "lib/base/files.h"
#include "lib/base/status_matchers.h"
#include "server/identity/profiles.h"
#include "server/init.h"
#include "server/server.h"
#include "tests/server/temp_dir.h"

namespace spotcheck::server {

class TestOffice {
 public:
  // TLS compares certificates with the real day, so the clock starts today.
  // `metrics` is where the office's pages are served, "" for nowhere.
  explicit TestOffice(std::string metrics = "")
      : metrics_(std::move(metrics)), clock_(absl::Now()), entropy_(1) {
    EXPECT_OK(InitDataDir({data(), "127.0.0.1:7443", {}}, clock_, entropy_));
    Start();
  }

  std::string data() const { return folder_.In("office"); }
  FakeClock& clock() { return clock_; }
  Server& server() { return *server_; }
  std::string LogText() const { return log_.str(); }

  void Start() {
    auto server = Server::Start({data(), "127.0.0.1:0", "", metrics_},
                                {clock_, entropy_, log_});
    ASSERT_OK(server);
    server_ = *std::move(server);
  }
  void Stop() {
    EXPECT_OK(server_->Stop(absl::Seconds(5)));
    server_.reset();
  }

  // Opens a channel for a person of this role, whose certificate it issues on
  // the way.
  std::shared_ptr<grpc::Channel> As(Role role) {
    const std::string name = "test-" + std::string(RoleName(role));
    const DataDir dir(data());
    if (!ReadFile(dir.profiles() + "/" + name + ".crt").ok()) {
      EXPECT_OK(
          IssueProfile(dir, {{name, role}, "127.0.0.1:7443", 2}, clock_.Now()));
    }
    grpc::SslCredentialsOptions tls;
    tls.pem_root_certs = ReadFile(dir.ca_certificate()).value();
    tls.pem_cert_chain = ReadFile(dir.profiles() + "/" + name + ".crt").value();
    tls.pem_private_key =
        ReadFile(dir.profiles() + "/" + name + ".key").value();
    return Channel(grpc::SslCredentials(tls));
  }
  std::shared_ptr<grpc::Channel> WithoutCertificate() {
    grpc::SslCredentialsOptions tls;
    tls.pem_root_certs = ReadFile(DataDir(data()).ca_certificate()).value();
    return Channel(grpc::SslCredentials(tls));
  }
  std::shared_ptr<grpc::Channel> Channel(
      const std::shared_ptr<grpc::ChannelCredentials>& credentials) {
    return grpc::CreateChannel(server_->address(), credentials);
  }

 private:
  const std::string metrics_;
  TempDir folder_;
  FakeClock clock_;
  FakeEntropy entropy_;
  std::ostringstream log_;
  std::unique_ptr<Server> server_;
};

// The code, reason and texts that a refused call carries.
struct Refusal {
  google::rpc::ErrorInfo info;
  std::string zh;
  std::string en;
};
inline Refusal RefusalOf(const grpc::Status& status) {
  google::rpc::Status details;
  EXPECT_TRUE(details.ParseFromString(status.error_details()));
  Refusal refusal;
  for (const auto& detail : details.details()) {
    google::rpc::LocalizedMessage message;
    if (detail.UnpackTo(&refusal.info) || !detail.UnpackTo(&message)) continue;
    (message.locale() == "zh-CN" ? refusal.zh : refusal.en) = message.message();
  }
  return refusal;
}
inline std::string ReasonOf(const grpc::Status& status) {
  return status.ok() ? "OK" : RefusalOf(status).info.reason();
}

// Makes the context of a call that ends after a while, so that no test waits
// for ever.
inline std::unique_ptr<grpc::ClientContext> Patient() {
  auto context = std::make_unique<grpc::ClientContext>();
  context->set_deadline(std::chrono::system_clock::now() +
                        std::chrono::seconds(30));
  return context;
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_TESTS_SERVER_OFFICE_H_
