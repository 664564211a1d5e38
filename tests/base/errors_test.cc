#include "lib/base/errors.h"

#include <cerrno>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/base/error_table.h"
#include "tests/error_rows.h"

namespace spotcheck {
namespace {

using ::testing::IsEmpty;

const std::string kText = "文本 text";

std::vector<absl::Status> EveryError() {
  return {
      InvalidHexError(3),
      InvalidBase64Error(3),
      InvalidUtf8Error(3),
      InvalidDateError(kText),
      InvalidTimeError(kText),
      InvalidDigestError(3),
      UnknownHashSuiteError(kText),
      InvalidRegionError(kText),
      InvalidUsciError(kText, UsciFault::kCharacter),
      InvalidUsciError(kText, UsciFault::kLength),
      InvalidUsciError(kText, UsciFault::kPrefixLength),
      InvalidUsciError(kText, UsciFault::kRegistrationNumber),
      InvalidUsciError(kText, UsciFault::kNumber),
      WrongUsciCheckError(kText, '0'),
      HiddenInUsciError(kText, 0x200B, WrongUsciCheckError(kText, '0')),
      InvalidVerifyKeyError(VerifyKeyFault::kSize),
      InvalidVerifyKeyError(VerifyKeyFault::kNotAPoint),
      InvalidVerifyKeyError(VerifyKeyFault::kSmallOrder),
      InvalidSeedError(3),
      SealBrokenError(),
      JsonTooLargeError("a.json", 7, 5),
      JsonMalformedError("a.json", 7),
      JsonTooDeepError("a.json", 5),
      JsonMemberRepeatedError({"a.json", kText}),
      JsonMemberUnknownError({"a.json", kText}),
      JsonMemberMissingError({"a.json", kText}),
      JsonMemberTypeError({"a.json", kText}, JsonType::kObject),
      JsonMemberTypeError({"a.json", kText}, JsonType::kArray),
      JsonMemberTypeError({"a.json", kText}, JsonType::kString),
      JsonMemberTypeError({"a.json", kText}, JsonType::kNumber),
      JsonMemberValueError({"a.json", kText}, kText),
      FileNotReadableError({kText, ENOSPC}),
      FileNotWritableError({kText, ENOSPC}),
      FileExistsError(kText),
      FileTooLargeError(kText, 4),
  };
}

TEST(BaseErrors, EveryRowComesAndEveryPlaceIsGiven) {
  EXPECT_THAT(RowsThatNeverCome(ErrorRows(), EveryError()), IsEmpty());
  EXPECT_THAT(ErrorsWithoutRow(ErrorRows(), EveryError()), IsEmpty());
}

TEST(BaseErrors, TheCodeOfAFileFollowsFromTheSystemsError) {
  const struct {
    int error;
    absl::StatusCode code;
  } kCases[] = {{ENOENT, absl::StatusCode::kNotFound},
                {ENOTDIR, absl::StatusCode::kNotFound},
                {EACCES, absl::StatusCode::kPermissionDenied},
                {EPERM, absl::StatusCode::kPermissionDenied},
                {EROFS, absl::StatusCode::kPermissionDenied},
                {EISDIR, absl::StatusCode::kInvalidArgument},
                {ENOSPC, absl::StatusCode::kFailedPrecondition}};
  for (const auto& one : kCases) {
    EXPECT_EQ(FileNotReadableError({"f", one.error}).code(), one.code);
    EXPECT_EQ(FileNotWritableError({"f", one.error}).code(), one.code);
  }
}

TEST(BaseErrors, APathStandsWholeInTheSentence) {
  const std::string path(300, 'x');
  EXPECT_EQ(FileExistsError(path).message(),
            "the file " + path + " exists and is not overwritten");
}

TEST(BaseErrors, TheSystemsReasonIsSaidInBothLanguages) {
  const ErrorInfo info = GetErrorInfo(FileNotWritableError({"f", ENOSPC}));
  EXPECT_EQ(info.message.zh, "无法写入文件 f：磁盘已满");
  EXPECT_EQ(info.message.en,
            "the file f cannot be written: No space left on device");
}

}  // namespace
}  // namespace spotcheck
