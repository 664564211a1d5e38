#include "client/verify/journal_reader.h"

#include <utility>

#include "client/io/errors.h"
#include "client/io/files.h"
#include "client/profile.h"
#include "lib/base/hash.h"
#include "lib/base/status_macros.h"
#include "lib/journal/merkle.h"
#include "spotcheck/v1/journal.grpc.pb.h"

namespace spotcheck::client {
namespace {

using v1::JournalService;

absl::StatusOr<journal::Proof> DecodeProof(const v1::InclusionProof& proof) {
  journal::Proof hashes;
  for (const std::string& hex : proof.hashes()) {
    ASSIGN_OR_RETURN(hashes.emplace_back(), DigestFromHex(hex));
  }
  return hashes;
}

}  // namespace

absl::StatusOr<journal::NoteVerifier> KnownJournalKey(
    const Environment& environment, const std::string& given) {
  std::string text = given;
  if (given.empty()) {
    ASSIGN_OR_RETURN(text, LoadJournalKey(environment.options));
  } else if (FileExists(given)) {
    ASSIGN_OR_RETURN(text, ReadFirstLine(given));
  }
  return journal::NoteVerifier::Parse(text);
}

absl::StatusOr<journal::Checkpoint> OpenCheckpoint(
    const v1::Checkpoint& checkpoint, const journal::NoteVerifier& key) {
  if (checkpoint.verifier_key() != key.ToString()) {
    return ServerJournalKeyDiffersError();
  }
  return journal::OpenCheckpoint(checkpoint.note(), key);
}

absl::Status CheckProven(const ProvenLeaf& leaf,
                         const journal::NoteVerifier& key) {
  ASSIGN_OR_RETURN(const journal::Checkpoint checkpoint,
                   OpenCheckpoint(leaf.checkpoint, key));
  ASSIGN_OR_RETURN(const journal::Proof hashes, DecodeProof(leaf.proof));
  return journal::VerifyInclusion(
      journal::LeafHash(leaf.bytes),
      static_cast<std::uint64_t>(leaf.proof.journal_index()), checkpoint.size,
      hashes, checkpoint.root);
}

absl::StatusOr<ProvenLeaf> ReadProvenLeaf(const Session& session,
                                          std::int64_t index,
                                          const journal::NoteVerifier& key) {
  ProvenLeaf leaf;
  ASSIGN_OR_RETURN(leaf.checkpoint,
                   session.Call(&JournalService::Stub::GetCheckpoint,
                                v1::GetCheckpointRequest()));
  v1::ListEventsRequest events;
  events.set_first_index(index);
  events.set_page_size(1);
  ASSIGN_OR_RETURN(const v1::ListEventsResponse page,
                   session.Call(&JournalService::Stub::ListEvents, events));
  if (page.events_size() != 1 || page.events(0).journal_index() != index) {
    return JournalLeafMissingError(index);
  }
  leaf.bytes = page.events(0).leaf();
  v1::GetInclusionProofRequest request;
  request.set_journal_index(index);
  request.set_tree_size(leaf.checkpoint.tree_size());
  ASSIGN_OR_RETURN(
      leaf.proof,
      session.Call(&JournalService::Stub::GetInclusionProof, request));
  if (leaf.proof.journal_index() != index) {
    return JournalLeafMissingError(index);
  }
  RETURN_IF_ERROR(CheckProven(leaf, key));
  return leaf;
}

}  // namespace spotcheck::client
