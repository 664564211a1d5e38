#include "lib/base/hash.h"
#include "lib/base/signing.h"
#include "lib/base/status_macros.h"
#include "lib/rules/draw/check.h"
#include "lib/rules/draw/errors.h"
#include "lib/rules/draw/text.h"

namespace spotcheck::rules {
namespace {

absl::Status CheckWitness(const std::vector<Witness>& witnesses,
                          std::size_t index) {
  const Witness& witness = witnesses[index];
  const auto number = static_cast<std::int64_t>(index);
  if (!IsDrawText(witness.name)) {
    return draw_errors::TextMalformed({"witnesses.name", witness.name});
  }
  if (!VerifyKey::FromBytes(witness.key).ok()) {
    return draw_errors::WitnessKeyUnfit(number);
  }
  for (std::size_t other = 0; other < index; ++other) {
    const auto earlier = static_cast<std::int64_t>(other);
    if (witnesses[other].name == witness.name) {
      return draw_errors::WitnessesAlike("name", earlier, number);
    }
    if (witnesses[other].key == witness.key) {
      return draw_errors::WitnessesAlike("key", earlier, number);
    }
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status CheckAttempt(const AttemptId& id) {
  if (id.attempt > 1 && id.previous == Digest{}) {
    return draw_errors::PreviousMissing(id.attempt);
  }
  return absl::OkStatus();
}

absl::Status CheckWitnesses(const std::vector<Witness>& witnesses) {
  if (witnesses.empty()) return draw_errors::NoWitness();
  for (std::size_t i = 0; i < witnesses.size(); ++i) {
    RETURN_IF_ERROR(CheckWitness(witnesses, i));
  }
  return absl::OkStatus();
}

absl::Status CheckBeacon(const Beacon& beacon) {
  if (!beacon.spec.empty() && !IsBeaconSpec(beacon.spec)) {
    return draw_errors::BeaconSpecMalformed(beacon.spec);
  }
  if (beacon.spec.empty() != beacon.value.empty() ||
      beacon.spec.empty() != beacon.signature.empty()) {
    return draw_errors::BeaconFieldsMismatch(beacon.spec);
  }
  if (!beacon.spec.empty() && Sha256(beacon.signature).view() != beacon.value) {
    return draw_errors::BeaconValueMismatch();
  }
  return absl::OkStatus();
}

}  // namespace spotcheck::rules
