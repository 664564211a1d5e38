#ifndef SPOTCHECK_LIB_RULES_BUNDLE_WRITE_H_
#define SPOTCHECK_LIB_RULES_BUNDLE_WRITE_H_

// A draw as the published bundle: four TSV texts and draw.json. (The journal's
// evidence.json is a file of the journal's.)

#include <map>
#include <string>

#include "lib/rules/bundle/json.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// File name → contents.
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

// Parts of draw.json, as objects of its top-level fields.
Json RootsJson(const FrameRoots& roots);
Json ResultJson(const DrawResult& result);
Json PlanJson(const Plan& plan);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_BUNDLE_WRITE_H_
