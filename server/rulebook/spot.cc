#include "server/rulebook/spot.h"

#include "lib/base/status_macros.h"
#include "server/convert/enums.h"

namespace spotcheck::server {
namespace {

const google::protobuf::FieldDescriptor* FieldOf(
    const google::protobuf::Message& message, const char* field) {
  return message.GetDescriptor()->FindFieldByName(field);
}

}  // namespace

RulePlace RuleSpot::Place(const char* field, int index) const {
  if (tree_ == nullptr) return place_;
  const int line = tree_->GetLocation(FieldOf(message_, field), index).line;
  return line < 0 ? place_ : RulePlace{place_.file, line + 1};
}

absl::Status RuleSpot::Invalid(const char* field) const {
  const bool repeated = FieldOf(message_, field)->is_repeated();
  return RuleFieldInvalid(Place(field, repeated ? 0 : -1), field);
}

absl::StatusOr<std::int64_t> RuleSpot::Number(const RuleNumber& number) const {
  if (number.value < number.least || number.value > number.most) {
    return RuleNumberOutOfRange(Place(number.field.c_str()), number);
  }
  return number.value;
}

RuleSpot RuleSpot::Nested(const char* field,
                          const google::protobuf::Message& nested,
                          int index) const {
  const Tree* tree = tree_ == nullptr ? nullptr
                                      : tree_->GetTreeForNested(
                                            FieldOf(message_, field), index);
  return {Place(field, index), nested, tree};
}

absl::StatusOr<std::optional<int>> RulePeriod(const RuleSpot& spot,
                                              const RuleNumber& period) {
  ASSIGN_OR_RETURN(const std::int64_t length, spot.Number(period));
  if (length == 0) return std::nullopt;
  return static_cast<int>(length);
}

absl::StatusOr<rules::Source> RuleSource(const RuleSpot& spot,
                                         const v1::Source& source) {
  const std::string& tag = source.verification();
  if (tag != "S" && tag != "V" && tag != "V2" && tag != "R") {
    return spot.Nested("source", source).Invalid("verification");
  }
  // V2 marks a secondary source, R a text quoted from memory.
  return rules::Source{source.text(), source.article(),
                       tag == "S" || tag == "V"
                           ? rules::SourceTag::kVerified
                           : rules::SourceTag::kUnverified};
}

absl::StatusOr<std::set<rules::Level>> RuleLevels(
    const RuleSpot& spot, const char* field,
    const google::protobuf::RepeatedField<int>& levels) {
  std::set<rules::Level> converted;
  for (const int level : levels) {
    ASSIGN_OR_RETURN(
        const rules::Level one,
        Needed(spot, field, FromProto(static_cast<v1::Level>(level))));
    converted.insert(one);
  }
  return converted;
}

Localized RuleText(const v1::LocalizedText& text) {
  return {text.zh(), text.en()};
}

}  // namespace spotcheck::server
