// Reads the payloads of the frozen journals whose form belongs to the draw
// protocol or to lib/app/draw. tests/store/frozen/members_test.cc reads the
// others.

#include <map>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "lib/app/draw/payloads.h"
#include "lib/base/status_matchers.h"
#include "lib/rules/bundle/read.h"
#include "lib/store/events/events.h"
#include "tests/store/frozen/journal.h"

namespace spotcheck::app {
namespace {

using store::testing::FrozenJournal;
using store::testing::FrozenJournals;
using store::testing::FrozenLeaf;
using store::testing::FrozenPayload;

using Payloads = std::map<std::string, std::string>;

Payloads PayloadsOf(const FrozenLeaf& leaf) {
  Payloads payloads;
  for (const FrozenPayload& payload : leaf.payloads) {
    payloads[payload.name] = payload.bytes;
  }
  return payloads;
}

void ExpectFilesWrittenBack(const Payloads& payloads) {
  ASSERT_OK_AND_ASSIGN(const auto plan, store::DecodePayload<store::TaskPlan>(
                                            payloads.at("plan")));
  rules::Bundle bundle;
  bundle.plan = plan.plan;
  rules::Frame& frame = bundle.frame;
  ASSERT_OK_AND_ASSIGN(frame.enterprises,
                       rules::ReadFrameTsv(payloads.at("frame.tsv")));
  ASSERT_OK_AND_ASSIGN(
      frame.lines, rules::ReadLinesTsv(payloads.at("lines.tsv"), plan.plan));
  ASSERT_OK_AND_ASSIGN(frame.labs,
                       rules::ReadLabsTsv(payloads.at("labs.tsv"), plan.plan));
  ASSERT_OK_AND_ASSIGN(frame.inspectors,
                       rules::ReadInspectorsTsv(payloads.at("inspectors.tsv")));
  const rules::BundleFiles files = rules::WriteBundle(bundle);
  for (const char* name :
       {"frame.tsv", "lines.tsv", "labs.tsv", "inspectors.tsv"}) {
    EXPECT_EQ(files.at(name), payloads.at(name));
  }
}

void ExpectCommitmentWrittenBack(const Payloads& payloads) {
  ExpectFilesWrittenBack(payloads);
  EXPECT_EQ(payloads.at("secret").size(), 32);
  ASSERT_OK_AND_ASSIGN(const auto pseudonyms,
                       DecodePseudonyms(payloads.at("pseudonyms")));
  EXPECT_EQ(EncodePseudonyms(pseudonyms), payloads.at("pseudonyms"));
  ASSERT_OK_AND_ASSIGN(const auto strata, DecodeStrata(payloads.at("strata")));
  EXPECT_EQ(EncodeStrata(strata), payloads.at("strata"));
}

void ExpectRunWrittenBack(const Payloads& payloads) {
  ASSERT_OK_AND_ASSIGN(const auto outcome,
                       DecodeOutcome(payloads.at("outcome")));
  EXPECT_EQ(EncodeOutcome(outcome), payloads.at("outcome"));
}

TEST(FrozenPayloads, WhatADrawFrozeIsWrittenBackByteForByte) {
  int commitments = 0;
  int runs = 0;
  for (const FrozenJournal& journal : FrozenJournals()) {
    for (const FrozenLeaf& leaf : journal.leaves) {
      SCOPED_TRACE(journal.name + ", leaf " +
                   std::to_string(leaf.journal_index));
      const auto stored = store::DecodeEvent(leaf.leaf);
      ASSERT_OK(stored.status());
      const std::string_view type = store::EventType(stored->event);
      if (type == store::DrawCommitted::kType) {
        ExpectCommitmentWrittenBack(PayloadsOf(leaf));
        ++commitments;
      } else if (type == store::DrawRun::kType) {
        ExpectRunWrittenBack(PayloadsOf(leaf));
        ++runs;
      }
    }
  }
  EXPECT_GT(commitments, 0);
  EXPECT_GT(runs, 0);
}

}  // namespace
}  // namespace spotcheck::app
