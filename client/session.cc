#include "client/session.h"

#include "client/io/errors.h"
#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "lib/base/error.h"

namespace spotcheck::client {
namespace {

// The largest answers are pages of 1,000 rows and previews of a province.
constexpr int kMaxAnswerBytes = 64 << 20;
// The server's certificate names localhost and 127.0.0.1, while people reach
// the server by other names. So the client checks this name, and the trust
// comes from the CA that the profile carries.
constexpr char kServerName[] = "localhost";

void Take(const google::protobuf::Any& detail, ErrorInfo& info) {
  google::rpc::ErrorInfo reason;
  google::rpc::LocalizedMessage message;
  if (detail.UnpackTo(&reason)) {
    info.reason = reason.reason();
    for (const auto& [key, value] : reason.metadata()) {
      info.metadata[key] = value;
    }
  } else if (detail.UnpackTo(&message)) {
    const bool chinese = message.locale().compare(0, 2, "zh") == 0;
    (chinese ? info.message.zh : info.message.en) = message.message();
  }
}

// Describes a failure that came from gRPC and not from the server.
Localized Describe(absl::StatusCode code, const std::string& text) {
  switch (code) {
    case absl::StatusCode::kUnavailable:
      return {
          "无法连接服务；请确认 spotcheckd serve "
          "正在运行，连接配置中的地址和证书"
          "无误：" +
              text,
          "the server cannot be reached; see that spotcheckd serve runs and "
          "that address and certificate of the profile are right: " +
              text};
    case absl::StatusCode::kDeadlineExceeded:
      return {"服务未在时限内答复：" + text, "no answer in time: " + text};
    default:
      return {text, text};
  }
}

// gRPC tells a failed handshake by its text alone.
bool IsTlsFailure(const std::string& text) {
  for (const char* word : {"handshake failed", "SSL_ERROR",
                           "CERTIFICATE_VERIFY", "certificate verify failed"}) {
    if (text.find(word) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

absl::Status FromGrpc(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  const auto code = static_cast<absl::StatusCode>(status.error_code());
  ErrorInfo info;
  google::rpc::Status details;
  if (details.ParseFromString(status.error_details())) {
    for (const auto& detail : details.details()) Take(detail, info);
  }
  // The transport has no reason of ours: no server answered.
  if (info.reason.empty() && IsTlsFailure(status.error_message())) {
    return TlsFailedError(status.error_message());
  }
  const std::string text = status.error_message().empty()
                               ? absl::StatusCodeToString(code)
                               : status.error_message();
  if (info.reason.empty()) info.reason = absl::StatusCodeToString(code);
  const Localized said = Describe(code, text);
  if (info.message.zh.empty()) info.message.zh = said.zh;
  if (info.message.en.empty()) info.message.en = said.en;
  return ServerError(code, std::move(info));
}

Session Session::Open(const Profile& profile, absl::Duration timeout) {
  grpc::SslCredentialsOptions tls;
  tls.pem_root_certs = profile.ca;
  tls.pem_cert_chain = profile.certificate;
  tls.pem_private_key = profile.key;
  grpc::ChannelArguments arguments;
  arguments.SetSslTargetNameOverride(kServerName);
  arguments.SetMaxReceiveMessageSize(kMaxAnswerBytes);
  // A proxy must not stand between the client and its server, which may be
  // local.
  arguments.SetInt(GRPC_ARG_ENABLE_HTTP_PROXY, 0);
  return Session(grpc::CreateCustomChannel(
                     profile.endpoint, grpc::SslCredentials(tls), arguments),
                 timeout);
}

void Session::SetDeadline(grpc::ClientContext& context) const {
  context.set_deadline(absl::ToChronoTime(absl::Now() + timeout_));
}

}  // namespace spotcheck::client
