#include "client/io/utf16.h"

#include <string>

#include "gtest/gtest.h"

namespace spotcheck::client {
namespace {

// "a,企𠮷" with its mark, little and big end first.
const std::string kLittle("\xFF\xFE\x61\x00\x2C\x00\x01\x4F\x42\xD8\xB7\xDF",
                          12);
const std::string kBig("\xFE\xFF\x00\x61\x00\x2C\x4F\x01\xD8\x42\xDF\xB7", 12);
constexpr char kText[] = "a,企𠮷";

std::string Decode(const std::string& bytes, std::size_t step) {
  Utf16Decoder decoder(*Utf16Mark(bytes));
  std::string text;
  for (std::size_t at = 0; at < bytes.size(); at += step) {
    text += decoder.Take(bytes.substr(at, step));
  }
  return text + decoder.Finish();
}

TEST(Utf16Test, BothByteOrdersGiveTheSameTextWhereverTheFileIsCut) {
  for (std::size_t step = 1; step <= kLittle.size(); ++step) {
    EXPECT_EQ(Decode(kLittle, step), kText) << step;
    EXPECT_EQ(Decode(kBig, step), kText) << step;
  }
}

TEST(Utf16Test, OnlyAMarkMakesUtf16) {
  EXPECT_FALSE(Utf16Mark("\xFF").has_value());
  EXPECT_FALSE(Utf16Mark("a").has_value());
  EXPECT_FALSE(Utf16Mark("\xEF\xBB\xBF").has_value());
}

TEST(Utf16Test, HalfCharactersAreNoUtf8) {
  const std::string mark("\xFF\xFE");
  EXPECT_EQ(Decode(mark + "a", 1), "\xFF") << "an odd byte at the end";
  EXPECT_EQ(Decode(mark + std::string("\x42\xD8", 2), 2), "\xFF");
  EXPECT_EQ(Decode(mark + std::string("\x42\xD8\x61\x00", 4), 2),
            "\xFF"
            "a");
  EXPECT_EQ(Decode(mark + std::string("\xB7\xDF\x61\x00", 4), 2),
            "\xFF"
            "a");
}

}  // namespace
}  // namespace spotcheck::client
