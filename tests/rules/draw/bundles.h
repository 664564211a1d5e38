#ifndef SPOTCHECK_TESTS_RULES_DRAW_BUNDLES_H_
#define SPOTCHECK_TESTS_RULES_DRAW_BUNDLES_H_

// Bundles to test against: the published vectors, and ones made here with keys
// and secrets derived from a number.

#include <cstdint>
#include <string>
#include <vector>

#include "lib/rules/bundle/write.h"
#include "lib/rules/draw/types.h"

namespace spotcheck::rules {

// The names of the bundles in tests/testdata/vectors, in order.
const std::vector<std::string>& VectorNames();

// A bundle's files as they are on disk.
BundleFiles LoadVector(const std::string& name);

// An enterprise's code with a right check character; distinct numbers below
// 10,000,000 give distinct codes.
Usci MakeUsci(int number);

// Eight eligible enterprises in two strata with three lines each, three
// laboratories and three inspectors; not yet completed.
Bundle SmallBundle();

// Fills in everything that follows from id, plan and frame: witnesses, secret,
// commitments, signatures and, where the frame can be drawn from, the result.
// A beacon's spec is taken, its value made up.
Bundle Complete(Bundle bundle, std::uint64_t seed);

// The failed checks of the report, as "name: detail" lines.
std::string Failures(const BundleFiles& files);

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_TESTS_RULES_DRAW_BUNDLES_H_
