#include "lib/rules/bundle/read.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "lib/base/civil_date.h"
#include "lib/base/hash.h"
#include "lib/base/json.h"
#include "lib/base/status_macros.h"
#include "lib/rules/bundle/errors.h"
#include "lib/rules/draw/beacon.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/words.h"

namespace spotcheck::rules {
namespace {

constexpr JsonRange kCount = {1, kMaxDrawNumber};
constexpr JsonRange kCountOrNone = {0, kMaxDrawNumber};
// An overflow is at most the number of units to place: a sample's lines.
constexpr JsonRange kOverflow = {0, kMaxDrawNumber* kMaxDrawNumber};
constexpr JsonRange kSecret = {kSecretSize, kSecretSize};
constexpr JsonRange kContribution = {kMinContribution, kMaxContribution};
constexpr JsonRange kKey = {32, 32};
constexpr JsonRange kSignature = {64, 64};
constexpr std::int64_t kBeaconValueSize = 32;
constexpr JsonRange kBeaconSignature = {0, kMaxBeaconSignature};

std::string ReadText(FieldReader& reader, const std::string& key) {
  std::string text = reader.String(key);
  if (!IsDrawText(text)) reader.RefuseValue(key);
  return text;
}

std::string ReadId(FieldReader& reader, const std::string& key) {
  std::string text = reader.String(key);
  if (!IsIdText(text)) reader.RefuseValue(key);
  return text;
}

// Reads an array of strings, each of which must be in the grammar `fits`.
template <typename Value>
std::vector<Value> ReadList(FieldReader& reader, const std::string& key,
                            bool (*fits)(std::string_view)) {
  std::vector<Value> values;
  reader.EachString(key, [&](const std::string& text) {
    values.emplace_back(text);
    return fits(text);
  });
  return values;
}

template <typename Value>
Value ReadSpelled(FieldReader& reader, const std::string& key,
                  std::optional<Value> (*parse)(std::string_view)) {
  const auto value = parse(reader.String(key));
  if (!value.has_value()) reader.RefuseValue(key);
  return value.value_or(Value{});
}

Region ReadRegion(FieldReader& reader) {
  const Region region = reader.Parsed("region", Region::Parse);
  if (region.Label() != reader.String("region")) reader.RefuseValue("region");
  return region;
}

absl::Time ReadDeadline(FieldReader& reader) {
  const absl::Time time = reader.Parsed("deadline", ParseUtc);
  if (FormatUtcSeconds(time) != reader.String("deadline")) {
    reader.RefuseValue("deadline");
  }
  return time;
}

// Reads the numbers of an object whose names are strata.
std::map<Stratum, std::int64_t> ReadStrata(FieldReader& reader,
                                           const std::string& key,
                                           JsonRange range) {
  std::map<Stratum, std::int64_t> numbers;
  FieldReader fields = reader.Object(key);
  for (const auto& [name, value] : fields.value().items()) {
    if (!IsStratumText(name)) fields.RefuseValue(name);
    numbers[Stratum(name)] = fields.Number(name, range);
  }
  return numbers;
}

Plan ReadPlan(FieldReader reader) {
  Plan plan;
  plan.authority = ReadText(reader, "authority");
  plan.level = ReadSpelled(reader, "level", FromCode<Level>);
  plan.region = ReadRegion(reader);
  plan.purpose = ReadSpelled(reader, "purpose", FromCode<Purpose>);
  plan.categories = ReadList<std::string>(reader, "categories", IsDrawText);
  plan.policies = ReadList<PolicyId>(reader, "policies", IsDrawText);
  plan.as_of = reader.Parsed("as_of", CivilDate::Parse);
  plan.sample_size = reader.Number("sample_size", kCount);
  plan.lines_per_enterprise = reader.Number("lines_per_enterprise", kCount);
  plan.inspectors_per_enterprise =
      reader.Number("inspectors_per_enterprise", kCount);
  plan.weights = ReadStrata(reader, "weights", {1, kMaxWeight});
  plan.deadline = ReadDeadline(reader);
  reader.Finish();
  // Categories are numbered in 16 bits.
  constexpr std::size_t kMaxCategories = 65535;
  if (plan.categories.size() > kMaxCategories) {
    reader.RefuseValue("categories");
  }
  return plan;
}

Witness ReadWitness(FieldReader& reader) {
  Witness witness;
  witness.name = ReadText(reader, "name");
  witness.key = reader.Bytes("key", kKey);
  witness.commitment = reader.Parsed("commitment", DigestFromHex);
  witness.contribution = reader.Bytes("contribution", kContribution);
  witness.signature = reader.Bytes("signature", kSignature);
  reader.Finish();
  return witness;
}

Beacon ReadBeacon(FieldReader& reader) {
  Beacon beacon;
  beacon.spec = reader.String("beacon_spec");
  if (!beacon.spec.empty() && !IsBeaconSpec(beacon.spec)) {
    reader.RefuseValue("beacon_spec");
  }
  beacon.value = reader.Bytes("beacon_value", {0, kBeaconValueSize});
  if (!beacon.value.empty() &&
      beacon.value.size() != std::size_t{kBeaconValueSize}) {
    reader.RefuseValue("beacon_value");
  }
  beacon.signature = reader.Bytes("beacon_signature", kBeaconSignature);
  return beacon;
}

AttemptId ReadAttempt(FieldReader& reader) {
  constexpr std::string_view kTasks = "tasks/";
  AttemptId id;
  id.suite = reader.Parsed("suite", ParseHashSuite);
  const std::string task = reader.String("task");
  if (task.starts_with(kTasks) && IsIdText(task.substr(kTasks.size()))) {
    id.task = TaskId(task.substr(kTasks.size()));
  } else {
    reader.RefuseValue("task");
  }
  id.attempt = reader.Number("attempt", kCount);
  id.previous = reader.Parsed("previous", DigestFromHex);
  return id;
}

// Reads n/d in decimal text without leading zeros; n may be 0.
std::optional<Fraction> ParseFraction(std::string_view text) {
  constexpr std::size_t kMaxDigits = 18;  // fits 64 bits
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::array<std::string_view, 2> parts = {text.substr(0, slash),
                                                 text.substr(slash + 1)};
  std::array<std::int64_t, 2> values = {0, 0};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].empty() || parts[i].size() > kMaxDigits ||
        parts[i].find_first_not_of("0123456789") != std::string_view::npos ||
        (parts[i][0] == '0' && parts[i].size() > 1)) {
      return std::nullopt;
    }
    for (const char digit : parts[i])
      values[i] = values[i] * 10 + (digit - '0');
  }
  if (values[1] == 0) return std::nullopt;
  return Fraction{values[0], values[1]};
}

std::map<Stratum, Fraction> ReadProbabilities(FieldReader& reader) {
  std::map<Stratum, Fraction> probabilities;
  FieldReader fields = reader.Object("inclusion_probability");
  for (const auto& [name, value] : fields.value().items()) {
    if (!IsStratumText(name)) fields.RefuseValue(name);
    probabilities[Stratum(name)] = ReadSpelled(fields, name, ParseFraction);
  }
  return probabilities;
}

SelectedEnterprise ReadSelected(FieldReader& reader) {
  SelectedEnterprise selected;
  selected.rank = reader.Number("rank", kCount);
  selected.usci = reader.Parsed("usci", Usci::Parse);
  selected.stratum = Stratum(reader.String("stratum"));
  if (!IsStratumText(selected.stratum.str())) reader.RefuseValue("stratum");
  selected.ticket = reader.Parsed("ticket", DigestFromHex);
  reader.EachObject("lines", [&selected](FieldReader& line) {
    selected.lines.push_back(
        {LineId(ReadId(line, "line_id")), LabId(ReadId(line, "lab_id"))});
    line.Finish();
  });
  selected.inspectors = ReadList<InspectorId>(reader, "inspectors", IsIdText);
  reader.Finish();
  return selected;
}

DrawResult ReadResult(FieldReader& reader) {
  DrawResult result;
  result.allocation = ReadStrata(reader, "allocation", kCountOrNone);
  result.inclusion_probability = ReadProbabilities(reader);
  result.lab_overflow = reader.Number("lab_overflow", kOverflow);
  result.inspector_overflow = reader.Number("inspector_overflow", kOverflow);
  reader.EachObject("selection", [&result](FieldReader& selected) {
    result.selection.push_back(ReadSelected(selected));
  });
  result.result_root = reader.Parsed("result_root", DigestFromHex);
  result.transcript = reader.Parsed("transcript", DigestFromHex);
  return result;
}

FrameRoots ReadRoots(FieldReader& reader) {
  return {reader.Parsed("frame_root", DigestFromHex),
          reader.Number("frame_size", kCount),
          reader.Parsed("lines_root", DigestFromHex),
          reader.Parsed("labs_root", DigestFromHex),
          reader.Parsed("inspectors_root", DigestFromHex)};
}

constexpr std::array<const char*, 5> kFiles = {
    kDrawFile, kFrameFile, kLinesFile, kLabsFile, kInspectorsFile};

}  // namespace

absl::Status CheckFileNames(const BundleFiles& files) {
  for (const char* name : kFiles) {
    if (!files.contains(name)) return bundle_errors::FileMissing(name);
  }
  for (const auto& [name, text] : files) {
    bool known = name == kEvidenceFile;
    for (const char* file : kFiles) known = known || name == file;
    if (!known) return bundle_errors::FileUnknown(name);
  }
  return absl::OkStatus();
}

absl::StatusOr<Bundle> ReadDrawJson(std::string_view text) {
  ASSIGN_OR_RETURN(const Json value, ParseStrictJson(kDrawJson, text));
  ReadLog log(kDrawJson);
  FieldReader reader(value, "", log);
  Bundle bundle;
  if (reader.String("protocol") != kDrawProtocol) {
    reader.RefuseValue("protocol");
  }
  bundle.id = ReadAttempt(reader);
  bundle.plan = ReadPlan(reader.Object("plan"));
  bundle.beacon = ReadBeacon(reader);
  bundle.operator_secret = reader.Bytes("operator_secret", kSecret);
  bundle.operator_commitment =
      reader.Parsed("operator_commitment", DigestFromHex);
  reader.EachObject("witnesses", [&bundle](FieldReader& witness) {
    bundle.witnesses.push_back(ReadWitness(witness));
  });
  bundle.roots = ReadRoots(reader);
  bundle.commitment = reader.Parsed("commitment", DigestFromHex);
  bundle.result = ReadResult(reader);
  reader.Finish();
  RETURN_IF_ERROR(log.status());
  return bundle;
}

absl::StatusOr<Bundle> ReadBundle(const BundleFiles& files) {
  RETURN_IF_ERROR(CheckFileNames(files));
  ASSIGN_OR_RETURN(Bundle bundle, ReadDrawJson(files.at(kDrawFile)));
  const Plan& plan = bundle.plan;
  ASSIGN_OR_RETURN(bundle.frame.enterprises,
                   ReadFrameTsv(files.at(kFrameFile)));
  ASSIGN_OR_RETURN(bundle.frame.lines,
                   ReadLinesTsv(files.at(kLinesFile), plan));
  ASSIGN_OR_RETURN(bundle.frame.labs, ReadLabsTsv(files.at(kLabsFile), plan));
  ASSIGN_OR_RETURN(bundle.frame.inspectors,
                   ReadInspectorsTsv(files.at(kInspectorsFile)));
  return bundle;
}

}  // namespace spotcheck::rules
