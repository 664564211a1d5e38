#ifndef SPOTCHECK_SERVER_CONVERT_COMMON_H_
#define SPOTCHECK_SERVER_CONVERT_COMMON_H_

// Conversions that more than one service uses.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "lib/base/error.h"
#include "lib/base/hash.h"
#include "lib/base/ids.h"
#include "lib/rules/law/six_months.h"
#include "spotcheck/v1/common.pb.h"
#include "spotcheck/v1/journal.pb.h"

namespace spotcheck::server {

// The input of a request without any field that the handler reads.
struct NoInput {};

v1::LocalizedText ToProto(const Localized& text);
v1::Protection ToProto(const rules::ProtectionReason& reason);

// The contract writes counts as int32. A count that does not fit becomes the
// largest int32.
std::int32_t ToCount(std::int64_t count);

std::string TaskNameOf(const TaskId& task);      // tasks/{task}, or ""
std::string EnterpriseNameOf(const Usci& usci);  // enterprises/{usci}

// A view does not know the database's verifier key, so ToProto takes it from
// the caller.
struct VerifierKey {
  std::string text;
};
// The parts of a signed checkpoint.
struct CheckpointParts {
  const std::string& note;
  std::int64_t tree_size;
  const Digest& root;
};
v1::Checkpoint ToProto(const CheckpointParts& parts, const VerifierKey& key);

template <typename Repeated>
void AddDigests(const std::vector<Digest>& digests, Repeated* hashes) {
  for (const Digest& digest : digests) *hashes->Add() = digest.ToHex();
}

}  // namespace spotcheck::server

#endif  // SPOTCHECK_SERVER_CONVERT_COMMON_H_
