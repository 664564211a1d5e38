#include "lib/rules/bundle/read.h"

#include <array>
#include <optional>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "lib/base/bytes.h"
#include "lib/base/civil_date.h"
#include "lib/base/status_macros.h"
#include "lib/rules/bundle/errors.h"
#include "lib/rules/bundle/fields.h"
#include "lib/rules/draw/beacon.h"
#include "lib/rules/draw/text.h"
#include "lib/rules/draw/words.h"

namespace spotcheck::rules {
namespace {

constexpr NumberRange kCount = {1, kMaxDrawNumber};
constexpr NumberRange kCountOrNone = {0, kMaxDrawNumber};
// An overflow is at most the number of units to place: a sample's lines.
constexpr NumberRange kOverflow = {0, kMaxDrawNumber* kMaxDrawNumber};
constexpr NumberRange kSecret = {kSecretSize, kSecretSize};
constexpr NumberRange kContribution = {kMinContribution, kMaxContribution};
constexpr NumberRange kKey = {32, 32};
constexpr NumberRange kSignature = {64, 64};
constexpr std::int64_t kBeaconValueSize = 32;
constexpr NumberRange kBeaconSignature = {0, kMaxBeaconSignature};

std::string Index(const std::string& path, std::size_t index) {
  return absl::StrCat(path, "[", index, "]");
}

// Reads an array's element as a string; refuses one that `fits` does not
// accept.
std::string Element(const Json& value, const std::string& path,
                    bool (*fits)(std::string_view), ReadLog& log) {
  if (!value.is_string()) {
    log.Refuse(
        bundle_errors::FieldType(bundle_errors::JsonType::kString, path));
    return "";
  }
  const auto& text = value.get_ref<const std::string&>();
  if (!fits(text)) log.Refuse(bundle_errors::FieldValue({path, text}));
  return text;
}

std::vector<std::string> ReadTexts(FieldReader& reader, const std::string& key,
                                   bool (*fits)(std::string_view),
                                   ReadLog& log) {
  std::vector<std::string> texts;
  const std::string path = reader.Path(key);
  for (const Json& value : reader.Array(key)) {
    texts.push_back(Element(value, Index(path, texts.size()), fits, log));
  }
  return texts;
}

Region ReadRegion(FieldReader& reader) {
  const std::string text = reader.String("region");
  const auto region = Region::Parse(text);
  if (!region.ok() || region->Label() != text) {
    reader.RefuseValue("region");
    return {};
  }
  return *region;
}

template <typename Value>
Value ReadSpelled(FieldReader& reader, const std::string& key,
                  std::optional<Value> (*parse)(std::string_view)) {
  const std::string text = reader.String(key);
  const auto value = parse(text);
  if (!value.has_value()) reader.RefuseValue(key);
  return value.value_or(Value{});
}

CivilDate ReadDay(FieldReader& reader, const std::string& key) {
  const std::string text = reader.String(key);
  const auto day = CivilDate::Parse(text);
  if (day.ok()) return *day;
  reader.RefuseValue(key);
  return {};
}

absl::Time ReadDeadline(FieldReader& reader) {
  const std::string text = reader.String("deadline");
  const auto time = ParseUtc(text);
  if (time.ok() && FormatUtcSeconds(*time) == text) return *time;
  reader.RefuseValue("deadline");
  return {};
}

// Reads the numbers of an object whose names are strata.
std::map<Stratum, std::int64_t> ReadStrata(FieldReader& reader,
                                           const std::string& key,
                                           NumberRange range, ReadLog& log) {
  std::map<Stratum, std::int64_t> numbers;
  const Json& object = reader.Object(key);
  FieldReader fields(object, reader.Path(key), log);
  for (const auto& [name, value] : object.items()) {
    if (!IsStratumText(name)) {
      log.Refuse(bundle_errors::FieldValue({reader.Path(key), name}));
    }
    numbers[Stratum(name)] = fields.Number(name, range);
  }
  return numbers;
}

Plan ReadPlan(const Json& value, ReadLog& log) {
  FieldReader reader(value, "plan", log);
  Plan plan;
  plan.authority = reader.Text("authority");
  plan.level = ReadSpelled(reader, "level", FromCode<Level>);
  plan.region = ReadRegion(reader);
  plan.purpose = ReadSpelled(reader, "purpose", FromCode<Purpose>);
  plan.categories = ReadTexts(reader, "categories", IsDrawText, log);
  for (std::string& id : ReadTexts(reader, "policies", IsIdText, log)) {
    plan.policies.emplace_back(std::move(id));
  }
  plan.as_of = ReadDay(reader, "as_of");
  plan.sample_size = reader.Number("sample_size", kCount);
  plan.lines_per_enterprise = reader.Number("lines_per_enterprise", kCount);
  plan.inspectors_per_enterprise =
      reader.Number("inspectors_per_enterprise", kCount);
  plan.weights = ReadStrata(reader, "weights", {1, kMaxWeight}, log);
  plan.deadline = ReadDeadline(reader);
  reader.Finish();
  // Categories are numbered in 16 bits.
  constexpr std::size_t kMaxCategories = 65535;
  if (plan.categories.size() > kMaxCategories) {
    reader.RefuseValue("categories");
  }
  return plan;
}

Witness ReadWitness(const Json& value, const std::string& path, ReadLog& log) {
  FieldReader reader(value, path, log);
  Witness witness;
  witness.name = reader.Text("name");
  witness.key = reader.Bytes("key", kKey);
  witness.commitment = reader.Hash("commitment");
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
  const std::string suite = reader.String("suite");
  const auto parsed = ParseHashSuite(suite);
  if (parsed.ok()) {
    id.suite = *parsed;
  } else {
    reader.RefuseValue("suite");
  }
  const std::string task = reader.String("task");
  if (task.compare(0, kTasks.size(), kTasks) == 0 &&
      IsIdText(std::string_view(task).substr(kTasks.size()))) {
    id.task = TaskId(task.substr(kTasks.size()));
  } else {
    reader.RefuseValue("task");
  }
  id.attempt = reader.Number("attempt", kCount);
  id.previous = reader.Hash("previous");
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

std::map<Stratum, Fraction> ReadProbabilities(FieldReader& reader,
                                              ReadLog& log) {
  const std::string key = "inclusion_probability";
  std::map<Stratum, Fraction> probabilities;
  const Json& object = reader.Object(key);
  FieldReader fields(object, key, log);
  for (const auto& [name, value] : object.items()) {
    const std::string text = fields.String(name);
    const auto fraction = ParseFraction(text);
    if (!IsStratumText(name) || !fraction.has_value()) {
      fields.RefuseValue(name);
    }
    probabilities[Stratum(name)] = fraction.value_or(Fraction{});
  }
  return probabilities;
}

SelectedEnterprise ReadSelected(const Json& value, const std::string& path,
                                ReadLog& log) {
  FieldReader reader(value, path, log);
  SelectedEnterprise selected;
  selected.rank = reader.Number("rank", kCount);
  const std::string usci = reader.String("usci");
  const auto parsed = Usci::Parse(usci);
  if (!parsed.ok()) reader.RefuseValue("usci");
  selected.usci = parsed.value_or(Usci());
  const std::string stratum = reader.String("stratum");
  if (!IsStratumText(stratum)) reader.RefuseValue("stratum");
  selected.stratum = Stratum(stratum);
  selected.ticket = reader.Hash("ticket");
  const std::string lines = reader.Path("lines");
  for (const Json& line : reader.Array("lines")) {
    FieldReader fields(line, Index(lines, selected.lines.size()), log);
    const std::string line_id = fields.String("line_id");
    const std::string lab_id = fields.String("lab_id");
    if (!IsIdText(line_id)) fields.RefuseValue("line_id");
    if (!IsIdText(lab_id)) fields.RefuseValue("lab_id");
    fields.Finish();
    selected.lines.push_back({LineId(line_id), LabId(lab_id)});
  }
  for (std::string& id : ReadTexts(reader, "inspectors", IsIdText, log)) {
    selected.inspectors.emplace_back(std::move(id));
  }
  reader.Finish();
  return selected;
}

DrawResult ReadResult(FieldReader& reader, ReadLog& log) {
  DrawResult result;
  result.allocation = ReadStrata(reader, "allocation", kCountOrNone, log);
  result.inclusion_probability = ReadProbabilities(reader, log);
  result.lab_overflow = reader.Number("lab_overflow", kOverflow);
  result.inspector_overflow = reader.Number("inspector_overflow", kOverflow);
  for (const Json& selected : reader.Array("selection")) {
    const std::string path = Index("selection", result.selection.size());
    result.selection.push_back(ReadSelected(selected, path, log));
  }
  result.result_root = reader.Hash("result_root");
  result.transcript = reader.Hash("transcript");
  return result;
}

FrameRoots ReadRoots(FieldReader& reader) {
  FrameRoots roots;
  roots.frame_root = reader.Hash("frame_root");
  roots.frame_size = reader.Number("frame_size", kCount);
  roots.lines_root = reader.Hash("lines_root");
  roots.labs_root = reader.Hash("labs_root");
  roots.inspectors_root = reader.Hash("inspectors_root");
  return roots;
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
  ASSIGN_OR_RETURN(const Json value, ParseStrictJson(text));
  ReadLog log;
  FieldReader reader(value, "", log);
  Bundle bundle;
  const std::string protocol = reader.String("protocol");
  if (protocol != kDrawProtocol) reader.RefuseValue("protocol");
  bundle.id = ReadAttempt(reader);
  bundle.plan = ReadPlan(reader.Object("plan"), log);
  bundle.beacon = ReadBeacon(reader);
  bundle.operator_secret = reader.Bytes("operator_secret", kSecret);
  bundle.operator_commitment = reader.Hash("operator_commitment");
  for (const Json& witness : reader.Array("witnesses")) {
    const std::string path = Index("witnesses", bundle.witnesses.size());
    bundle.witnesses.push_back(ReadWitness(witness, path, log));
  }
  bundle.roots = ReadRoots(reader);
  bundle.commitment = reader.Hash("commitment");
  bundle.result = ReadResult(reader, log);
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
