#ifndef SPOTCHECK_LIB_RULES_BUNDLE_READ_H_
#define SPOTCHECK_LIB_RULES_BUNDLE_READ_H_

// A bundle from its texts, strictly: what is read is within the protocol's
// grammar and writes back to the same TSV bytes. Whether it is true is
// bundle/verify.h's business. Errors: bundle/errors.h.

#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/rules/bundle/write.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// evidence.json may be among the files and is not looked at.
absl::Status CheckFileNames(const BundleFiles& files);
absl::StatusOr<Bundle> ReadBundle(const BundleFiles& files);

// Everything but the frame.
absl::StatusOr<Bundle> ReadDrawJson(std::string_view text);

absl::StatusOr<std::vector<FrameRow>> ReadFrameTsv(std::string_view text);
absl::StatusOr<std::vector<LineRow>> ReadLinesTsv(std::string_view text,
                                                  const Plan& plan);
absl::StatusOr<std::vector<DrawLab>> ReadLabsTsv(std::string_view text,
                                                 const Plan& plan);
absl::StatusOr<std::vector<DrawInspector>> ReadInspectorsTsv(
    std::string_view text);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_BUNDLE_READ_H_
