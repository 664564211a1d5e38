#include "lib/base/certificate.h"

#include <openssl/err.h>

#include "gtest/gtest.h"

namespace spotcheck {
namespace {

TEST(ValidityOfTest, ATextThatIsNoCertificateHasNoValidity) {
  EXPECT_FALSE(ValidityOf("").has_value());
  EXPECT_FALSE(ValidityOf("no certificate").has_value());
  EXPECT_FALSE(ValidityOf("-----BEGIN CERTIFICATE-----\nAAAA\n"
                          "-----END CERTIFICATE-----\n")
                   .has_value());
  // TLS code would take what is left in the queue for an error of its own.
  EXPECT_EQ(ERR_peek_error(), 0u);
}

// openssl req -x509 -newkey ed25519 -subj /CN=x, from 2025-01-01 00:00:00 to
// 2025-01-31 12:30:00 UTC.
constexpr char kCertificate[] =
    "-----BEGIN CERTIFICATE-----\n"
    "MIG+MHICAQEwBQYDK2VwMAwxCjAIBgNVBAMMAXgwHhcNMjUwMTAxMDAwMDAwWhcN\n"
    "MjUwMTMxMTIzMDAwWjAMMQowCAYDVQQDDAF4MCowBQYDK2VwAyEACCFN+cOYTo7N\n"
    "jhP98qmMd6P1OkqR/s4WAyTGX1fHFCswBQYDK2VwA0EANMhapVkffomPEJgloufZ\n"
    "D9iIUAWtcXW6eaBcnaCF8nLaTsO3B6YBRV1uFLR1j1YT+2MD1nOfiKC+S5iDgQ0q\n"
    "BA==\n"
    "-----END CERTIFICATE-----\n";

TEST(ValidityOfTest, TheTimesAreThoseOfTheCertificate) {
  const auto validity = ValidityOf(kCertificate);
  ASSERT_TRUE(validity.has_value());
  EXPECT_EQ(validity->from, absl::FromUnixSeconds(1735689600));
  EXPECT_EQ(validity->until, absl::FromUnixSeconds(1738326600));
}

}  // namespace
}  // namespace spotcheck
