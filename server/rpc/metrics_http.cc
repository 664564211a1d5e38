#include "server/rpc/metrics_http.h"

#include <httplib.h>

#include <thread>

#include "lib/base/error.h"
#include "lib/base/status_macros.h"
#include "server/identity/profiles.h"
#include "server/rpc/errors.h"
#include "server/setup/errors.h"

namespace spotcheck::server {
namespace {

using httplib::Request;

constexpr char kPlainText[] = "text/plain; charset=utf-8";

std::string ReadyText(const absl::Status& status) {
  if (status.ok()) return "ok\n";
  const ErrorInfo info = GetErrorInfo(status);
  return info.reason + '\n' + info.message.zh + '\n' + info.message.en + '\n';
}

class HttplibServer final : public MetricsHttp {
 public:
  explicit HttplibServer(const HttpPages& pages) {
    // The library's default would let two processes share the port.
    http_.set_socket_options([](socket_t socket) {
      const int on = 1;
      setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    });
    http_.Get("/metrics", [&metrics = pages.metrics](
                              const Request&, httplib::Response& response) {
      response.set_content(metrics.Text(), "text/plain; version=0.0.4");
    });
    http_.Get("/healthz", [](const Request&, httplib::Response& response) {
      response.set_content("ok\n", kPlainText);
    });
    http_.Get("/readyz", [ready = pages.ready](const Request&,
                                               httplib::Response& response) {
      const absl::Status status = ready();
      response.status = status.ok() ? 200 : 503;
      response.set_content(ReadyText(status), kPlainText);
    });
  }
  ~HttplibServer() override {
    http_.stop();
    if (thread_.joinable()) thread_.join();
  }

  // Answers false where the port cannot be had. Port 0 takes any free one.
  bool Listen(const std::string& host, int port) {
    port_ = port == 0 ? http_.bind_to_any_port(host.c_str())
                      : (http_.bind_to_port(host.c_str(), port) ? port : -1);
    if (port_ < 0) return false;
    thread_ = std::thread([this] { http_.listen_after_bind(); });
    // A stop() before the loop has begun would be lost, so this waits for the
    // loop.
    while (!http_.is_running()) std::this_thread::yield();
    return true;
  }
  int port() const override { return port_; }

 private:
  httplib::Server http_;
  int port_ = -1;
  std::thread thread_;
};

}  // namespace

absl::StatusOr<std::unique_ptr<MetricsHttp>> MetricsHttp::Start(
    const std::string& address, const HttpPages& pages) {
  RETURN_IF_ERROR(ValidateAddress(address));
  const std::size_t colon = address.rfind(':');
  const std::string host = address.substr(0, colon);
  if (host != "127.0.0.1" && host != "localhost" && host != "[::1]") {
    return MetricsNotLoopback(address);
  }
  auto server = std::make_unique<HttplibServer>(pages);
  const std::string bare = host == "[::1]" ? "::1" : host;
  if (!server->Listen(bare, std::stoi(address.substr(colon + 1)))) {
    return AddressTaken(address);
  }
  return std::unique_ptr<MetricsHttp>(std::move(server));
}

}  // namespace spotcheck::server
