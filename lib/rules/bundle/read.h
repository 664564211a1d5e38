#ifndef SPOTCHECK_LIB_RULES_BUNDLE_READ_H_
#define SPOTCHECK_LIB_RULES_BUNDLE_READ_H_

// Reads a bundle from its texts, strictly: what it accepts is within the
// protocol's grammar and writes back to the same TSV bytes. bundle/verify.h
// checks whether it is true. bundle/errors.h has the errors.

#include <cstddef>
#include <limits>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/json.h"
#include "lib/rules/bundle/write.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// draw.json nests five deep. Its size follows the sample and has no limit.
inline constexpr JsonKind kDrawJson = {
    kDrawFile, std::numeric_limits<std::size_t>::max(), 8};

// Refuses a missing and an unknown file; evidence.json may be there.
absl::Status CheckFileNames(const BundleFiles& files);
absl::StatusOr<Bundle> ReadBundle(const BundleFiles& files);

// Reads everything but the frame.
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
