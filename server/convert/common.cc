#include "server/convert/common.h"

#include <algorithm>
#include <limits>

namespace spotcheck::server {

v1::LocalizedText ToProto(const Localized& text) {
  v1::LocalizedText proto;
  proto.set_zh(text.zh);
  proto.set_en(text.en);
  return proto;
}

v1::Protection ToProto(const rules::ProtectionReason& reason) {
  v1::Protection proto;
  proto.set_policy(reason.policy.str());
  proto.set_earlier_check(reason.check.str());
  proto.set_sampled(reason.sampled.ToString());
  proto.set_until(reason.until.ToString());
  *proto.mutable_binds() = ToProto(reason.binds);
  proto.set_first_allowed(reason.first_allowed.ToString());
  return proto;
}

std::int32_t ToCount(std::int64_t count) {
  using Limits = std::numeric_limits<std::int32_t>;
  return static_cast<std::int32_t>(
      std::clamp<std::int64_t>(count, Limits::min(), Limits::max()));
}

std::string TaskNameOf(const TaskId& task) {
  return task.empty() ? std::string() : "tasks/" + task.str();
}

std::string EnterpriseNameOf(const Usci& usci) {
  return "enterprises/" + usci.str();
}

v1::Checkpoint ToProto(const CheckpointParts& parts, const VerifierKey& key) {
  v1::Checkpoint proto;
  proto.set_note(parts.note);
  proto.set_verifier_key(key.text);
  proto.set_tree_size(parts.tree_size);
  proto.set_root(parts.root.ToHex());
  return proto;
}

}  // namespace spotcheck::server
