// No single changed byte of evidence.json goes unnoticed.

#include <cctype>
#include <optional>
#include <string>

#include "gtest/gtest.h"
#include "lib/journal/evidence.h"
#include "lib/journal/evidence_check.h"
#include "tests/journal/example_draw.h"

namespace spotcheck::journal {
namespace {

class EvidenceMutation : public ::testing::Test {
 protected:
  EvidenceMutation() : sound_(draw_.Seal()), text_(WriteEvidence(sound_)) {}

  // Refused, or the same values in another layout.
  bool IsNoticed(const std::string& text) const {
    const auto evidence = ParseEvidence(text);
    return !evidence.ok() || *evidence == sound_ ||
           !VerifyEvidence(*evidence, draw_.claims, std::nullopt).ok();
  }

  const ExampleDraw draw_;
  const Evidence sound_;
  const std::string text_;
};

TEST_F(EvidenceMutation, AChangedByteIsRefusedOrIsLayout) {
  ASSERT_TRUE(VerifyEvidence(sound_, draw_.claims, std::nullopt).ok());
  // A neighbouring digit, the other case, a byte outside ASCII.
  constexpr int kFlips[] = {0x01, 0x20, 0x80};
  for (std::size_t i = 0; i < text_.size(); ++i) {
    std::string changed = text_;
    changed[i] = static_cast<char>(changed[i] ^ kFlips[i % 3]);
    EXPECT_TRUE(IsNoticed(changed)) << i;
  }
}

TEST_F(EvidenceMutation, NothingButLayoutCanBeOverwrittenUnharmed) {
  for (std::size_t i = 0; i < text_.size(); i += 7) {
    if (std::isspace(static_cast<unsigned char>(text_[i]))) continue;
    std::string changed = text_;
    changed[i] = changed[i] == '0' ? '1' : '0';
    const auto evidence = ParseEvidence(changed);
    EXPECT_FALSE(evidence.ok() && *evidence == sound_) << i;
  }
}

TEST_F(EvidenceMutation, ADeletedByteIsRefusedOrIsLayout) {
  for (std::size_t i = 0; i < text_.size(); i += 5) {
    std::string changed = text_;
    changed.erase(i, 1);
    EXPECT_TRUE(IsNoticed(changed)) << i;
  }
}

TEST_F(EvidenceMutation, ATruncatedTextIsRefused) {
  for (std::size_t i = 0; i + 1 < text_.size(); i += 7) {
    EXPECT_FALSE(ParseEvidence(text_.substr(0, i)).ok()) << i;
  }
}

}  // namespace
}  // namespace spotcheck::journal
