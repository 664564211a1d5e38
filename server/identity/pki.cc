#include "server/identity/pki.h"

#include <arpa/inet.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <utility>

#include "lib/base/ids.h"
#include "lib/base/status_macros.h"
#include "server/identity/errors.h"

namespace spotcheck::server {
namespace {

struct Deleter {
  void operator()(X509* p) const { X509_free(p); }
  void operator()(EVP_PKEY* p) const { EVP_PKEY_free(p); }
  void operator()(BIO* p) const { BIO_free(p); }
  void operator()(BIGNUM* p) const { BN_free(p); }
  void operator()(X509_EXTENSION* p) const { X509_EXTENSION_free(p); }
};
template <typename T>
using Ptr = std::unique_ptr<T, Deleter>;

// Stops the process where a call failed that can fail only for want of memory
// or randomness.
void Check(bool done) {
  if (done) return;
  std::fputs("fatal: a cryptographic primitive failed\n", stderr);
  std::abort();
}

// Clears the errors that a failed parse left in OpenSSL's error queue of this
// thread; TLS would take them for its own.
class ErrorQueueGuard {
 public:
  ErrorQueueGuard() { ERR_set_mark(); }
  ~ErrorQueueGuard() { ERR_pop_to_mark(); }
  ErrorQueueGuard(const ErrorQueueGuard&) = delete;
  ErrorQueueGuard& operator=(const ErrorQueueGuard&) = delete;
};

Ptr<BIO> ReadBio(const std::string& text) {
  Ptr<BIO> bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
  Check(bio != nullptr);
  return bio;
}

std::string TextOf(const Ptr<BIO>& bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

std::string PemOf(X509* certificate) {
  const Ptr<BIO> bio(BIO_new(BIO_s_mem()));
  Check(PEM_write_bio_X509(bio.get(), certificate) == 1);
  return TextOf(bio);
}

std::string PemOf(EVP_PKEY* key) {
  const Ptr<BIO> bio(BIO_new(BIO_s_mem()));
  Check(PEM_write_bio_PKCS8PrivateKey(bio.get(), key, nullptr, nullptr, 0,
                                      nullptr, nullptr) == 1);
  return TextOf(bio);
}

Ptr<X509> ParseCertificate(const std::string& pem) {
  const ErrorQueueGuard guard;
  return Ptr<X509>(
      PEM_read_bio_X509(ReadBio(pem).get(), nullptr, nullptr, nullptr));
}

Ptr<EVP_PKEY> ParseKey(const std::string& pem) {
  const ErrorQueueGuard guard;
  return Ptr<EVP_PKEY>(
      PEM_read_bio_PrivateKey(ReadBio(pem).get(), nullptr, nullptr, nullptr));
}

Ptr<EVP_PKEY> NewKey() {
  Ptr<EVP_PKEY> key(EVP_EC_gen("P-256"));
  Check(key != nullptr);
  return key;
}

struct SubjectPart {
  const char* name;
  std::string value;
};
void AddToName(X509_NAME* name, const SubjectPart& part) {
  Check(X509_NAME_add_entry_by_txt(
            name, part.name, MBSTRING_UTF8,
            reinterpret_cast<const unsigned char*>(part.value.data()),
            static_cast<int>(part.value.size()), -1, 0) == 1);
}

// Makes a certificate with a random serial number that is valid for `days`. It
// begins five minutes ago, because the clocks of other machines may lag.
Ptr<X509> NewCertificate(EVP_PKEY* key, absl::Time now, int days) {
  constexpr absl::Duration kClockSkew = absl::Minutes(5);
  constexpr int kSerialBits = 127;
  Ptr<X509> certificate(X509_new());
  Check(certificate != nullptr);
  Check(X509_set_version(certificate.get(), X509_VERSION_3) == 1);
  const Ptr<BIGNUM> serial(BN_new());
  Check(BN_rand(serial.get(), kSerialBits, BN_RAND_TOP_ONE,
                BN_RAND_BOTTOM_ANY) == 1);
  Check(BN_to_ASN1_INTEGER(
            serial.get(), X509_get_serialNumber(certificate.get())) != nullptr);
  const std::time_t from = absl::ToTimeT(now - kClockSkew);
  const std::time_t until = absl::ToTimeT(now + absl::Hours(24) * days);
  Check(ASN1_TIME_set(X509_getm_notBefore(certificate.get()), from) != nullptr);
  Check(ASN1_TIME_set(X509_getm_notAfter(certificate.get()), until) != nullptr);
  Check(X509_set_pubkey(certificate.get(), key) == 1);
  return certificate;
}

struct Extension {
  int nid;
  std::string value;
};
// Answers false where OpenSSL cannot read the value.
bool AddExtension(X509* certificate, X509* issuer, const Extension& extension) {
  const ErrorQueueGuard guard;
  X509V3_CTX context;
  X509V3_set_ctx_nodb(&context);
  X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
  const Ptr<X509_EXTENSION> made(X509V3_EXT_conf_nid(
      nullptr, &context, extension.nid, extension.value.c_str()));
  return made != nullptr && X509_add_ext(certificate, made.get(), -1) == 1;
}

void Sign(X509* certificate, X509* issuer, EVP_PKEY* key) {
  Check(X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1);
  Check(X509_sign(certificate, key, EVP_sha256()) > 0);
}

bool IsAddress(const std::string& host) {
  unsigned char out[16];
  return inet_pton(AF_INET, host.c_str(), out) == 1 ||
         inet_pton(AF_INET6, host.c_str(), out) == 1;
}

// A host name has letters, digits, dots and hyphens only; other characters
// could mean something to the syntax of OpenSSL's extensions.
bool IsHostName(const std::string& host) {
  constexpr std::size_t kMaxHostName = 253;  // RFC 1035
  return !host.empty() && host.size() <= kMaxHostName &&
         host.find_first_not_of(
             "abcdefghijklmnopqrstuvwxyz"
             "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-") == std::string::npos;
}

absl::StatusOr<std::string> AlternativeNames(
    const std::vector<std::string>& hosts) {
  std::string names = "DNS:localhost,IP:127.0.0.1,IP:::1";
  for (const std::string& host : hosts) {
    const bool address = IsAddress(host);
    if (!address && !IsHostName(host)) return InvalidHost(host);
    names += (address ? ",IP:" : ",DNS:") + host;
  }
  return names;
}

std::string SerialOf(X509* certificate) {
  const Ptr<BIGNUM> number(
      ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr));
  Check(number != nullptr);
  char* hex = BN_bn2hex(number.get());
  Check(hex != nullptr);
  std::string text(hex);
  OPENSSL_free(hex);
  for (char& c : text) {
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

absl::Time TimeOf(const ASN1_TIME* time) {
  std::tm parts{};
  if (ASN1_TIME_to_tm(time, &parts) != 1) return absl::InfinitePast();
  return absl::FromTM(parts, absl::UTCTimeZone());
}

std::string SubjectText(X509* certificate, int nid) {
  X509_NAME* subject = X509_get_subject_name(certificate);
  const int at = X509_NAME_get_index_by_NID(subject, nid, -1);
  if (at < 0 || X509_NAME_get_index_by_NID(subject, nid, at) >= 0) return "";
  unsigned char* text = nullptr;
  const int size = ASN1_STRING_to_UTF8(
      &text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, at)));
  if (size < 0) return "";
  std::string value(reinterpret_cast<char*>(text),
                    static_cast<std::size_t>(size));
  OPENSSL_free(text);
  return value;
}

}  // namespace

absl::Status ValidatePersonName(const std::string& name) {
  if (!IsIdText(name) || name.front() == '.') return InvalidPersonName(name);
  return absl::OkStatus();
}

struct CertificateAuthority::Parts {
  Ptr<X509> certificate;
  Ptr<EVP_PKEY> key;
};

CertificateAuthority::CertificateAuthority(std::unique_ptr<Parts> parts)
    : parts_(std::move(parts)) {}
CertificateAuthority::~CertificateAuthority() = default;
CertificateAuthority::CertificateAuthority(CertificateAuthority&&) noexcept =
    default;
CertificateAuthority& CertificateAuthority::operator=(
    CertificateAuthority&&) noexcept = default;

CertificateAuthority CertificateAuthority::Create(absl::Time now) {
  auto parts = std::make_unique<Parts>();
  parts->key = NewKey();
  parts->certificate = NewCertificate(parts->key.get(), now, kAuthorityDays);
  X509* own = parts->certificate.get();
  AddToName(X509_get_subject_name(own), {"CN", "spotcheck authority"});
  for (const Extension& extension :
       {Extension{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
        Extension{NID_key_usage, "critical,keyCertSign,cRLSign"},
        Extension{NID_subject_key_identifier, "hash"}}) {
    Check(AddExtension(own, own, extension));
  }
  Sign(own, own, parts->key.get());
  return CertificateAuthority(std::move(parts));
}

absl::StatusOr<CertificateAuthority> CertificateAuthority::Load(
    const KeyPair& own) {
  auto parts = std::make_unique<Parts>();
  parts->certificate = ParseCertificate(own.certificate);
  parts->key = ParseKey(own.key);
  if (parts->certificate == nullptr || parts->key == nullptr) {
    return CertificateFileMalformed("pki/ca");
  }
  const ErrorQueueGuard guard;
  if (X509_check_private_key(parts->certificate.get(), parts->key.get()) != 1) {
    return CertificateFileMalformed("pki/ca");
  }
  return CertificateAuthority(std::move(parts));
}

KeyPair CertificateAuthority::own() const {
  return {PemOf(parts_->certificate.get()), PemOf(parts_->key.get())};
}

absl::StatusOr<KeyPair> CertificateAuthority::IssueServer(
    const std::vector<std::string>& hosts, absl::Time now) const {
  ASSIGN_OR_RETURN(const std::string names, AlternativeNames(hosts));
  const Ptr<EVP_PKEY> key = NewKey();
  const Ptr<X509> certificate = NewCertificate(key.get(), now, kAuthorityDays);
  X509* issuer = parts_->certificate.get();
  AddToName(X509_get_subject_name(certificate.get()), {"CN", "spotcheckd"});
  if (!AddExtension(certificate.get(), issuer, {NID_subject_alt_name, names})) {
    return InvalidHost(names);
  }
  for (const Extension& extension :
       {Extension{NID_basic_constraints, "critical,CA:FALSE"},
        Extension{NID_key_usage, "critical,digitalSignature"},
        Extension{NID_ext_key_usage, "serverAuth"},
        Extension{NID_authority_key_identifier, "keyid"}}) {
    Check(AddExtension(certificate.get(), issuer, extension));
  }
  Sign(certificate.get(), issuer, parts_->key.get());
  return KeyPair{PemOf(certificate.get()), PemOf(key.get())};
}

absl::StatusOr<KeyPair> CertificateAuthority::IssuePerson(
    const Identity& identity, absl::Time now, int days) const {
  RETURN_IF_ERROR(ValidatePersonName(identity.name));
  if (days < 1 || days > kAuthorityDays) {
    return InvalidValidity(days, kAuthorityDays);
  }
  const Ptr<EVP_PKEY> key = NewKey();
  const Ptr<X509> certificate = NewCertificate(key.get(), now, days);
  X509* issuer = parts_->certificate.get();
  X509_NAME* subject = X509_get_subject_name(certificate.get());
  AddToName(subject, {"CN", identity.name});
  AddToName(subject, {"OU", std::string(RoleName(identity.role))});
  for (const Extension& extension :
       {Extension{NID_basic_constraints, "critical,CA:FALSE"},
        Extension{NID_key_usage, "critical,digitalSignature"},
        Extension{NID_ext_key_usage, "clientAuth"},
        Extension{NID_authority_key_identifier, "keyid"}}) {
    Check(AddExtension(certificate.get(), issuer, extension));
  }
  Sign(certificate.get(), issuer, parts_->key.get());
  return KeyPair{PemOf(certificate.get()), PemOf(key.get())};
}

absl::StatusOr<CertificateFacts> FactsOf(const std::string& certificate) {
  const Ptr<X509> parsed = ParseCertificate(certificate);
  if (parsed == nullptr) return NoIdentity();
  CertificateFacts facts;
  Identity& identity = facts.identity;
  identity.name = SubjectText(parsed.get(), NID_commonName);
  const auto role =
      ParseRole(SubjectText(parsed.get(), NID_organizationalUnitName));
  if (!role.ok() || !ValidatePersonName(identity.name).ok()) {
    return NoIdentity();
  }
  identity.role = *role;
  facts.serial = SerialOf(parsed.get());
  facts.issued = TimeOf(X509_get0_notBefore(parsed.get()));
  facts.expires = TimeOf(X509_get0_notAfter(parsed.get()));
  return facts;
}

}  // namespace spotcheck::server
