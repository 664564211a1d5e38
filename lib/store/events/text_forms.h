#ifndef SPOTCHECK_LIB_STORE_EVENTS_TEXT_FORMS_H_
#define SPOTCHECK_LIB_STORE_EVENTS_TEXT_FORMS_H_

// These TextForms say how events spell dates, ids, digests and enums.

#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "lib/base/civil_date.h"
#include "lib/base/hash_words.h"
#include "lib/base/ids.h"
#include "lib/base/words.h"
#include "lib/rules/draw/words.h"
#include "lib/rules/law/words.h"
#include "lib/store/events/codec.h"

namespace spotcheck::store::codec {

// Returns the parsed value where to_text(value) gives the same text again, else
// nullopt; it refuses other spellings of a value.
template <typename T, typename ToText>
std::optional<T> IfExact(const absl::StatusOr<T>& parsed, std::string_view text,
                         ToText to_text) {
  if (!parsed.ok() || to_text(*parsed) != text) return std::nullopt;
  return *parsed;
}
template <typename T>
std::optional<T> IfOk(absl::StatusOr<T> parsed) {
  if (!parsed.ok()) return std::nullopt;
  return *std::move(parsed);
}

template <>
struct TextForm<Usci> {
  static std::string_view ToText(const Usci& usci) { return usci.view(); }
  static std::optional<Usci> FromText(std::string_view text) {
    return IfOk(Usci::Parse(text));
  }
};
template <typename Tag>
struct TextForm<Id<Tag>> {
  static std::string_view ToText(const Id<Tag>& id) { return id.str(); }
  static std::optional<Id<Tag>> FromText(std::string_view text) {
    return Id<Tag>(std::string(text));
  }
};
// A task is "tasks/" and its id, as the protocol writes it; "" means no task.
template <>
struct TextForm<TaskId> {
  static constexpr std::string_view kPrefix = "tasks/";
  static std::string ToText(const TaskId& task) {
    return task.empty() ? std::string() : std::string(kPrefix) + task.str();
  }
  static std::optional<TaskId> FromText(std::string_view text) {
    if (text.empty()) return TaskId();
    if (!text.starts_with(kPrefix) || text == kPrefix) return std::nullopt;
    return TaskId(std::string(text.substr(kPrefix.size())));
  }
};
template <>
struct TextForm<CivilDate> {
  static std::string ToText(CivilDate date) { return date.ToString(); }
  static std::optional<CivilDate> FromText(std::string_view text) {
    return IfOk(CivilDate::Parse(text));
  }
};
// No date and no time means "none", so an Added date or time has to be an
// std::optional.
template <>
bool IsEmpty(const CivilDate&) = delete;
template <>
bool IsEmpty(const absl::Time&) = delete;
// Times among a record's members are deadlines, which are whole seconds.
template <>
struct TextForm<absl::Time> {
  static std::string ToText(absl::Time time) { return FormatUtcSeconds(time); }
  static std::optional<absl::Time> FromText(std::string_view text) {
    return IfExact(ParseUtc(text), text, ToText);
  }
};
// The region of the national level is "0".
template <>
struct TextForm<Region> {
  static std::string ToText(const Region& region) { return region.Label(); }
  static std::optional<Region> FromText(std::string_view text) {
    return IfExact(Region::ParseExact(text == "0" ? "" : text), text, ToText);
  }
};
template <>
struct TextForm<Digest> {
  static std::string ToText(const Digest& digest) { return digest.ToHex(); }
  static std::optional<Digest> FromText(std::string_view text) {
    return IfOk(DigestFromHex(text));
  }
};
// An enum is written as its code (lib/base/words.h).
template <typename E>
requires(std::is_enum_v<E> &&
         !std::is_null_pointer_v<
             std::remove_const_t<decltype(kWords<E>)>>) struct TextForm<E> {
  static std::string_view ToText(E value) { return CodeOf(value); }
  static std::optional<E> FromText(std::string_view text) {
    return FromCode<E>(text);
  }
};

}  // namespace spotcheck::store::codec

#endif  // SPOTCHECK_LIB_STORE_EVENTS_TEXT_FORMS_H_
