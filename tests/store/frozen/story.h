#ifndef SPOTCHECK_TESTS_STORE_FROZEN_STORY_H_
#define SPOTCHECK_TESTS_STORE_FROZEN_STORY_H_

#include "tests/store/samples.h"

namespace spotcheck::store::testing {

// Writes the history that is frozen (tests/testdata/frozen_journal): every type
// of event and every kind of payload, in an order that an office could have
// them; every word of each closed list; every state of a list entry, an
// attempt, a unit, a hold and an approval. The database must be empty. Clock
// and entropy are the test's own, so that two runs write the same bytes.
void WriteFrozenStory(TestDatabase& db);

}  // namespace spotcheck::store::testing

#endif  // SPOTCHECK_TESTS_STORE_FROZEN_STORY_H_
