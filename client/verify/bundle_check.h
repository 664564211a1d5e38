#ifndef SPOTCHECK_CLIENT_VERIFY_BUNDLE_CHECK_H_
#define SPOTCHECK_CLIENT_VERIFY_BUNDLE_CHECK_H_

// The offline verifier that `draw verify` calls, and its outcome as people see
// it.

#include <optional>
#include <string>

#include "client/io/json_object.h"
#include "client/io/phrase.h"
#include "lib/journal/note.h"
#include "lib/rules/bundle/verify.h"

namespace spotcheck::client {

struct VerifyInput {
  rules::BundleFiles files;
  std::optional<rules::BundleFiles> previous;  // the task's earlier bundle
  // the journal's key, known beforehand
  std::optional<journal::NoteVerifier> key;
};

struct VerifyOutcome {
  // the checks of the bundle, then of the journal's evidence
  rules::BundleReport report;
  // True where no pinned key vouches for the order and origin of the files.
  bool self_consistent_only = true;
  bool key_pinned = false;
  bool beacon_unchecked = false;  // a beacon's own signature is not checked
};

// Recomputes every field of the bundle. Checks evidence.json where it is among
// the files, and refuses its absence where a key is pinned. With the earlier
// bundle it also checks the replacement.
VerifyOutcome VerifyFiles(const VerifyInput& input);
Json OutcomeJson(const VerifyOutcome& outcome, Language language);
std::string OutcomeText(const VerifyOutcome& outcome, Language language);

}  // namespace spotcheck::client

#endif  // SPOTCHECK_CLIENT_VERIFY_BUNDLE_CHECK_H_
