#ifndef SPOTCHECK_LIB_RULES_BUNDLE_WRITE_H_
#define SPOTCHECK_LIB_RULES_BUNDLE_WRITE_H_

// Writes a draw as the published bundle: four TSV texts and draw.json.
// lib/journal writes the file evidence.json.

#include <map>
#include <string>

#include "lib/base/json.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// Maps a file's name to its contents.
using BundleFiles = std::map<std::string, std::string>;

inline constexpr char kFrameFile[] = "frame.tsv";
inline constexpr char kLinesFile[] = "lines.tsv";
inline constexpr char kLabsFile[] = "labs.tsv";
inline constexpr char kInspectorsFile[] = "inspectors.tsv";
inline constexpr char kDrawFile[] = "draw.json";
inline constexpr char kEvidenceFile[] = "evidence.json";

// The bundle must be complete; nothing is checked here.
BundleFiles WriteBundle(const Bundle& bundle);
std::string WriteDrawJson(const Bundle& bundle);

// These give parts of draw.json: RootsJson and ResultJson some of its fields,
// PlanJson the value of its field "plan".
Json RootsJson(const FrameRoots& roots);
Json ResultJson(const DrawResult& result);
Json PlanJson(const Plan& plan);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_BUNDLE_WRITE_H_
