#include "lib/journal/leaf.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lib/base/civil_date.h"
#include "lib/base/json.h"
#include "lib/base/status_macros.h"
#include "lib/journal/errors.h"

namespace spotcheck::journal {
namespace {

constexpr std::int64_t kLeafVersion = 1;
// A leaf is at most as large and as deep as the evidence that holds it.
constexpr JsonKind kLeaf = {"leaf", std::size_t{16} << 20, 16};

std::uint64_t Count(FieldReader& data, const std::string& key) {
  return static_cast<std::uint64_t>(data.Number(key, kAnyInteger));
}

AttemptRef ReadAttempt(FieldReader& data) {
  return {data.String("task"), Count(data, "attempt")};
}

// A deadline is written in whole seconds, as in draw.json.
absl::Time ReadDeadline(FieldReader& data) {
  const absl::Time time = data.Parsed("deadline", ParseUtc);
  if (FormatUtcSeconds(time) != data.String("deadline")) {
    data.RefuseValue("deadline");
  }
  return time;
}

LeafData ReadRegistered(FieldReader& data) {
  return WitnessRegistered{data.String("name"), data.String("organisation"),
                           data.Bytes("key")};
}

LeafData ReadTask(FieldReader& data) {
  return TaskCreated{data.String("task")};
}

LeafData ReadCommitted(FieldReader& data) {
  DrawCommitted event{ReadAttempt(data),
                      data.Parsed("previous", DigestFromHex),
                      data.Parsed("commitment", DigestFromHex),
                      data.String("authority"),
                      data.String("level"),
                      data.String("authority_region"),
                      ReadDeadline(data),
                      data.Parsed("suite", ParseHashSuite),
                      {}};
  data.EachObject("witnesses", [&event](FieldReader& witness) {
    event.witnesses.push_back({witness.String("name"), witness.Bytes("key"),
                               witness.Parsed("commitment", DigestFromHex)});
  });
  return event;
}

LeafData ReadRevealed(FieldReader& data) {
  return DrawRevealed{ReadAttempt(data),          Count(data, "position"),
                      data.String("name"),        data.Bytes("key"),
                      data.Bytes("contribution"), data.Bytes("signature")};
}

LeafData ReadBeacon(FieldReader& data) {
  return DrawBeacon{ReadAttempt(data), data.Bytes("value"),
                    data.Bytes("signature")};
}

LeafData ReadRun(FieldReader& data) {
  return DrawRun{ReadAttempt(data), data.Parsed("commitment", DigestFromHex),
                 data.Parsed("result_root", DigestFromHex),
                 data.Parsed("transcript", DigestFromHex)};
}

LeafData ReadOpened(FieldReader& data) { return DrawOpened{ReadAttempt(data)}; }

struct TypeReader {
  std::string_view type;
  LeafData (*read)(FieldReader& data);
};

constexpr std::array kReaders = {
    TypeReader{WitnessRegistered::kType, ReadRegistered},
    TypeReader{TaskCreated::kType, ReadTask},
    TypeReader{DrawCommitted::kType, ReadCommitted},
    TypeReader{DrawRevealed::kType, ReadRevealed},
    TypeReader{DrawBeacon::kType, ReadBeacon},
    TypeReader{DrawRun::kType, ReadRun},
    TypeReader{DrawOpened::kType, ReadOpened},
};

}  // namespace

std::string_view LeafType(const LeafData& data) {
  return std::visit(
      [](const auto& event) -> std::string_view { return event.kType; }, data);
}

absl::StatusOr<Leaf> ParseLeaf(std::string_view bytes) {
  ASSIGN_OR_RETURN(const Json json, ParseStrictJson(kLeaf, bytes));
  ReadLog log(kLeaf);
  FieldReader fields(json, "", log);
  const std::int64_t version = fields.Number("v", kAnyInteger);
  if (version != kLeafVersion) log.Refuse(LeafVersionUnknown(version));
  const std::string type = fields.String("type");
  fields.String("actor");
  Leaf leaf{.time = fields.Parsed("time", ParseUtc), .data = {}};
  FieldReader data = fields.Object("data");
  const auto* const reader =
      std::find_if(kReaders.begin(), kReaders.end(),
                   [&type](const TypeReader& r) { return r.type == type; });
  if (reader == kReaders.end()) {
    log.Refuse(LeafTypeUnknown(type));
  } else {
    leaf.data = reader->read(data);
  }
  RETURN_IF_ERROR(log.status());
  return leaf;
}

}  // namespace spotcheck::journal
