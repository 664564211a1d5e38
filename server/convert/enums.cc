#include "server/convert/enums.h"

namespace spotcheck::server {

v1::Level ToProto(rules::Level level) {
  switch (level) {
    case rules::Level::kNational:
      return v1::LEVEL_NATIONAL;
    case rules::Level::kProvincial:
      return v1::LEVEL_PROVINCIAL;
    case rules::Level::kCity:
      return v1::LEVEL_CITY;
    case rules::Level::kCounty:
      return v1::LEVEL_COUNTY;
  }
  return v1::LEVEL_UNSPECIFIED;
}

v1::Purpose ToProto(rules::Purpose purpose) {
  switch (purpose) {
    case rules::Purpose::kRoutine:
      return v1::PURPOSE_ROUTINE;
    case rules::Purpose::kFollowUp:
      return v1::PURPOSE_FOLLOW_UP;
    case rules::Purpose::kEmergency:
      return v1::PURPOSE_EMERGENCY;
  }
  return v1::PURPOSE_UNSPECIFIED;
}

v1::Verdict ToProto(store::Verdict verdict) {
  switch (verdict) {
    case store::Verdict::kPass:
      return v1::VERDICT_PASS;
    case store::Verdict::kFail:
      return v1::VERDICT_FAIL;
    case store::Verdict::kPending:
      return v1::VERDICT_PENDING;
  }
  return v1::VERDICT_UNSPECIFIED;
}

v1::Severity ToProto(store::Severity severity) {
  switch (severity) {
    case store::Severity::kNone:
      return v1::SEVERITY_UNSPECIFIED;
    case store::Severity::kGeneral:
      return v1::SEVERITY_GENERAL;
    case store::Severity::kSerious:
      return v1::SEVERITY_SERIOUS;
  }
  return v1::SEVERITY_UNSPECIFIED;
}

v1::HashSuite ToProto(HashSuite suite) {
  switch (suite) {
    case HashSuite::kSha256:
      return v1::HASH_SUITE_SHA256;
    case HashSuite::kSm3:
      return v1::HASH_SUITE_SM3;
  }
  return v1::HASH_SUITE_UNSPECIFIED;
}

std::optional<rules::Level> FromProto(v1::Level level) {
  switch (level) {
    case v1::LEVEL_NATIONAL:
      return rules::Level::kNational;
    case v1::LEVEL_PROVINCIAL:
      return rules::Level::kProvincial;
    case v1::LEVEL_CITY:
      return rules::Level::kCity;
    case v1::LEVEL_COUNTY:
      return rules::Level::kCounty;
    default:
      return std::nullopt;
  }
}

std::optional<rules::Purpose> FromProto(v1::Purpose purpose) {
  switch (purpose) {
    case v1::PURPOSE_UNSPECIFIED:
    case v1::PURPOSE_ROUTINE:
      return rules::Purpose::kRoutine;
    case v1::PURPOSE_FOLLOW_UP:
      return rules::Purpose::kFollowUp;
    case v1::PURPOSE_EMERGENCY:
      return rules::Purpose::kEmergency;
    default:
      return std::nullopt;
  }
}

std::optional<store::Verdict> FromProto(v1::Verdict verdict) {
  switch (verdict) {
    case v1::VERDICT_PASS:
      return store::Verdict::kPass;
    case v1::VERDICT_FAIL:
      return store::Verdict::kFail;
    case v1::VERDICT_PENDING:
      return store::Verdict::kPending;
    default:
      return std::nullopt;
  }
}

std::optional<store::Severity> FromProto(v1::Severity severity) {
  switch (severity) {
    case v1::SEVERITY_UNSPECIFIED:
      return store::Severity::kNone;
    case v1::SEVERITY_GENERAL:
      return store::Severity::kGeneral;
    case v1::SEVERITY_SERIOUS:
      return store::Severity::kSerious;
    default:
      return std::nullopt;
  }
}

std::optional<HashSuite> FromProto(v1::HashSuite suite) {
  switch (suite) {
    case v1::HASH_SUITE_UNSPECIFIED:
    case v1::HASH_SUITE_SHA256:
      return HashSuite::kSha256;
    case v1::HASH_SUITE_SM3:
      return HashSuite::kSm3;
    default:
      return std::nullopt;
  }
}

}  // namespace spotcheck::server
