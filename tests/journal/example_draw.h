#ifndef SPOTCHECK_TESTS_JOURNAL_EXAMPLE_DRAW_H_
#define SPOTCHECK_TESTS_JOURNAL_EXAMPLE_DRAW_H_

#include <cstddef>
#include <string>
#include <vector>

#include "lib/journal/evidence.h"
#include "lib/journal/evidence_check.h"
#include "lib/journal/note.h"
#include "nlohmann/json.hpp"

namespace spotcheck::journal {

// A sound draw, second of its task, with two witnesses and a beacon: the claims
// of its draw.json and its events in journal order. A test bends a copy and
// seals it into evidence.
struct ExampleDraw {
  struct Event {
    EvidenceRole role;
    nlohmann::json leaf;
  };

  ExampleDraw();

  // The leaf, respectively its data member, of the nth event of a role.
  nlohmann::json& leaf(EvidenceRole role, std::size_t nth = 0);
  nlohmann::json& data(EvidenceRole role, std::size_t nth = 0) {
    return leaf(role, nth)["data"];
  }
  std::size_t position(EvidenceRole role, std::size_t nth = 0) const;
  void Remove(EvidenceRole role);
  void Swap(EvidenceRole a, EvidenceRole b);

  // Puts the events into a journal among others, signs its checkpoint.
  Evidence Seal() const;

  std::vector<Event> events;
  EvidenceClaims claims;
};

NoteVerifier ExampleJournalKey();

// The name of the first check that failed, "" where all hold.
std::string FirstFailure(const EvidenceReport& report);

}  // namespace spotcheck::journal

#endif  // SPOTCHECK_TESTS_JOURNAL_EXAMPLE_DRAW_H_
