#ifndef SPOTCHECK_LIB_RULES_LAW_FRAME_H_
#define SPOTCHECK_LIB_RULES_LAW_FRAME_H_

// Builds the frame 抽样框 of a draw from facts, enterprise by enterprise in
// ascending order: every unit in scope with its status and evidence, and the
// bars of laboratories and inspectors (draw protocol, "The bundle"). It holds
// one enterprise's facts at a time; only the frame grows. draw/check.h decides
// whether the frame can be drawn. Several threads may call Decide at once, and
// nothing else. Errors come where facts contradict the plan or each other.

#include <array>
#include <bitset>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "lib/rules/draw/types.h"
#include "lib/rules/law/frame_facts.h"
#include "lib/rules/law/six_months.h"

namespace spotcheck::rules {

// A line as the frame has it, with what the six-month rule says about it.
struct LineOutcome {
  LineRow row;
  LineProtection protection;
};
struct LabBar {
  std::size_t lab = 0;  // index into Frame::labs
  Bar<LabBarReason> bar;
};
struct EnterpriseOutcome {
  FrameRow row;
  std::vector<LineOutcome> lines;  // sorted by line
  std::vector<LabBar> lab_bars;    // sorted by lab
};

template <typename Status>
struct UnitCount {
  std::int64_t in_scope = 0;
  std::int64_t eligible = 0;
  std::map<Status, std::int64_t> excluded;
  friend bool operator==(const UnitCount&, const UnitCount&) = default;
};
struct StratumCount {
  UnitCount<EnterpriseStatus> enterprises;
  UnitCount<LineStatus> lines;
  friend bool operator==(const StratumCount&, const StratumCount&) = default;
};

// Counts the units of each stratum of the frame.
std::map<Stratum, StratumCount> CountStrata(const Frame& frame);

class FrameBuilder {
 public:
  static absl::StatusOr<FrameBuilder> Create(FrameContext context);
  // Reserves memory for so many rows, which saves copying them.
  void Reserve(std::size_t enterprises, std::size_t lines);

  // Gives the enterprise's part of the frame without adding it, so that a
  // status can be explained.
  absl::StatusOr<EnterpriseOutcome> Decide(const EnterpriseFacts& facts) const;
  // Adds an enterprise. They come in strictly ascending order of usci.
  absl::Status Add(const EnterpriseFacts& facts);
  Frame Finish() &&;

 private:
  // A bit, or a number of laboratories, for each category of the plan.
  using Scope = std::bitset<kCategories.size()>;
  using LabCounts = std::array<std::int64_t, kCategories.size()>;
  struct LabConflict {
    std::size_t lab = 0;
    std::string evidence;
  };

  explicit FrameBuilder(FrameContext context);
  void IndexLab(const LabFacts& facts);
  absl::Status IndexLabs();
  absl::Status IndexInspectors();
  absl::Status CheckFacts(const EnterpriseFacts& facts) const;
  absl::StatusOr<std::vector<LineOutcome>> DecideLines(
      const EnterpriseFacts& facts, const LabCounts& unbarred) const;
  FrameRow DecideEnterprise(const EnterpriseFacts& facts,
                            const std::vector<LineOutcome>& lines) const;
  std::vector<LabBar> ConflictBars(const Usci& usci) const;
  LabCounts CountUnbarred(const std::vector<LabBar>& bars) const;
  void AddLastLabBar(const EnterpriseFacts& facts, const LabCounts& unbarred,
                     EnterpriseOutcome& outcome) const;

  FrameContext context_;
  IntendedCheck check_;
  std::vector<Scope> lab_scopes_;  // one for each of frame_.labs
  LabCounts lab_counts_{};         // laboratories in scope, before any bar
  absl::flat_hash_map<Usci, std::vector<LabConflict>> conflicts_;
  absl::flat_hash_map<LabId, std::size_t> lab_index_;
  Frame frame_;
};

}  // namespace spotcheck::rules

#endif  // SPOTCHECK_LIB_RULES_LAW_FRAME_H_
