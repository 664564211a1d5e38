#ifndef SPOTCHECK_LIB_STORE_EVENTS_CODEC_H_
#define SPOTCHECK_LIB_STORE_EVENTS_CODEC_H_

// This is the stored form of events: JSON (RFC 8259) with one spelling per
// value. A record's members are described once, as Shape<Record>::kMembers;
// Writer and Reader both walk that description, so that they cannot drift
// apart. Members stand in the order of the description, without white space;
// texts are escaped as RFC 8785 section 3.2.2.2 has it. Reader accepts exactly
// what Writer can make. A general JSON library would let other spellings of the
// same leaf pass, and takes three times as long for a bulk import.
//
// A record that journals already hold gains a field only as an Added member.

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace spotcheck::store::codec {

// A Member gives a field of the record its name in the record's JSON object.
template <typename Record, typename T>
struct Member {
  const char* name;
  T Record::*at;
};
template <typename Record, typename T>
Member(const char*, T Record::*) -> Member<Record, T>;
// An Added member is one that the record gained after journals existed. It is
// written only where it is not empty (IsEmpty). A record without it reads as
// one in which it is empty, so that old leaves still decode; a record in which
// it is present and empty is refused, so that each value keeps its one
// spelling.
template <typename Record, typename T>
struct Added {
  const char* name;
  T Record::*at;
};
template <typename Record, typename T>
Added(const char*, T Record::*) -> Added<Record, T>;
// A Spread field is itself a record; its members are written among those of the
// outer record, without a JSON object of their own.
template <typename Record, typename T>
struct Spread {
  T Record::*at;
};
template <typename Record, typename T>
Spread(T Record::*) -> Spread<Record, T>;

// Each stored record specialises Shape with `static constexpr auto kMembers =
// std::tuple(…)`, the list of its members.
template <typename Record>
struct Shape;
// Specialises Shape; in the list of members, R is the record.
#define SPOTCHECK_SHAPE(Record, ...)                          \
  template <>                                                 \
  struct Shape<Record> {                                      \
    using R = Record;                                         \
    static constexpr auto kMembers = std::tuple(__VA_ARGS__); \
  }

// IsEmpty is true for the value-initialised value alone: "", 0, false, an empty
// list or map, an enum's first word, an id without text, an optional without
// value, a record all of whose members have their defaults. A date and a time
// have no such value (theirs is in 1970): they are added as std::optional.
template <typename T>
bool IsEmpty(const T& value) {
  return value == T{};
}

// Returns the names of a record's members in their order; the members of a
// Spread field are among them.
template <typename Record>
constexpr std::vector<std::string_view> MemberNames();
// NamesDiffer says that no two members of the record bear the same name. Were
// two to share one, Reader could take the second for an Added member that was
// not written.
template <typename Record>
constexpr bool NamesDiffer();

// A type that is written as a JSON string specialises TextForm: ToText(value)
// spells it; FromText(text) reads it and returns nullopt for a text that ToText
// cannot have made.
template <typename T>
struct TextForm;

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}
  void Raw(std::string_view json) { out_.append(json); }
  void Text(std::string_view text);
  void Number(std::int64_t number);

  template <typename T>
  void Value(const T& value) {
    if constexpr (requires { TextForm<T>::ToText(value); }) {
      Text(TextForm<T>::ToText(value));
    } else {
      Raw("{");
      Members(value);
      Raw("}");
    }
  }
  void Value(const std::string& text) { Text(text); }
  void Value(std::int64_t number) { Number(number); }
  void Value(bool flag) { Number(flag ? 1 : 0); }
  template <typename T>
  void Value(const std::vector<T>& items) {
    const char* before = "[";
    for (const T& item : items) {
      Raw(std::exchange(before, ","));
      Value(item);
    }
    Raw(items.empty() ? "[]" : "]");
  }
  template <typename K, typename V>
  void Value(const std::map<K, V>& items) {
    const char* before = "{";
    for (const auto& [key, value] : items) {
      Raw(std::exchange(before, ","));
      Value(key);
      Raw(":");
      Value(value);
    }
    Raw(items.empty() ? "{}" : "}");
  }

 private:
  template <typename Record>
  void Members(const Record& record) {
    static_assert(NamesDiffer<Record>());
    const char* before = "";
    WriteInto(record, before);
  }
  template <typename Record>
  void WriteInto(const Record& record, const char*& before) {
    std::apply(
        [&](const auto&... member) { (One(record, member, before), ...); },
        Shape<Record>::kMembers);
  }
  template <typename Record, typename T>
  void One(const Record& record, const Member<Record, T>& member,
           const char*& before) {
    Named(member.name, record.*member.at, before);
  }
  template <typename Record, typename T>
  void One(const Record& record, const Added<Record, T>& member,
           const char*& before) {
    const T& value = record.*member.at;
    if (!IsEmpty(value)) Named(member.name, Inner(value), before);
  }
  template <typename Record, typename T>
  void One(const Record& record, const Spread<Record, T>& part,
           const char*& before) {
    WriteInto(record.*part.at, before);
  }
  template <typename T>
  void Named(const char* name, const T& value, const char*& before) {
    Raw(std::exchange(before, ","));
    Text(name);
    Raw(":");
    Value(value);
  }

  template <typename T>
  static const T& Inner(const T& value) {
    return value;
  }
  template <typename T>
  static const T& Inner(const std::optional<T>& value) {
    return *value;
  }

  std::string& out_;
};

// Reader consumes a text that is valid UTF-8 from its front. Each function
// returns whether the text went on as Writer would have written it; after a
// false the reader must not be used any more.
class Reader {
 public:
  explicit Reader(std::string_view json) : rest_(json) {}
  bool AtEnd() const { return rest_.empty(); }
  // Consumes `json` where the text goes on with it, and returns false where it
  // does not.
  bool Raw(std::string_view json);
  bool Text(std::string& text);
  bool Number(std::int64_t& number);

  template <typename T>
  bool Value(T& value) {
    if constexpr (requires { TextForm<T>::FromText(std::string_view()); }) {
      std::string text;
      if (!Text(text)) return false;
      std::optional<T> read = TextForm<T>::FromText(text);
      if (!read.has_value()) return false;
      value = *std::move(read);
      return true;
    } else {
      return Raw("{") && Members(value) && Raw("}");
    }
  }
  bool Value(std::string& text) { return Text(text); }
  bool Value(std::int64_t& number) { return Number(number); }
  bool Value(bool& flag) {
    flag = Raw("1");
    return flag || Raw("0");
  }
  template <typename T>
  bool Value(std::vector<T>& items) {
    items.clear();
    if (Raw("[]")) return true;
    const char* before = "[";
    do {
      if (!Raw(std::exchange(before, ","))) return false;
      if (!Value(items.emplace_back())) return false;
    } while (!Raw("]"));
    return true;
  }
  template <typename K, typename V>
  bool Value(std::map<K, V>& items) {
    items.clear();
    if (Raw("{}")) return true;
    const char* before = "{";
    do {
      std::pair<K, V> item;
      if (!Raw(std::exchange(before, ","))) return false;
      if (!Value(item.first) || !Raw(":") || !Value(item.second)) return false;
      if (!items.empty() && !(items.rbegin()->first < item.first)) return false;
      items.insert(items.end(), std::move(item));
    } while (!Raw("}"));
    return true;
  }

 private:
  template <typename Record>
  bool Members(Record& record) {
    static_assert(NamesDiffer<Record>());
    const char* before = "";
    return ReadInto(record, before);
  }
  template <typename Record>
  bool ReadInto(Record& record, const char*& before) {
    return std::apply(
        [&](const auto&... member) {
          return (One(record, member, before) && ...);
        },
        Shape<Record>::kMembers);
  }
  template <typename Record, typename T>
  bool One(Record& record, const Member<Record, T>& member,
           const char*& before) {
    return Raw(std::exchange(before, ",")) && Name(member.name) &&
           Value(record.*member.at);
  }
  template <typename Record, typename T>
  bool One(Record& record, const Added<Record, T>& member,
           const char*& before) {
    T& value = record.*member.at;
    value = T{};
    const std::string_view unread = rest_;
    if (!Raw(before) || !Name(member.name)) {
      rest_ = unread;
      return true;
    }
    before = ",";
    return Value(Inner(value)) && !IsEmpty(value);
  }
  template <typename Record, typename T>
  bool One(Record& record, const Spread<Record, T>& part, const char*& before) {
    return ReadInto(record.*part.at, before);
  }
  template <typename T>
  static T& Inner(T& value) {
    return value;
  }
  template <typename T>
  static T& Inner(std::optional<T>& value) {
    return value.emplace();
  }
  bool Name(std::string_view name) {
    return Raw("\"") && Raw(name) && Raw("\":");
  }
  bool Escape(std::string& text);

  std::string_view rest_;
};

template <typename Record>
constexpr std::vector<std::string_view> MemberNames() {
  std::vector<std::string_view> names;
  [[maybe_unused]] const auto add = [&names](const auto& member) {
    if constexpr (requires { member.name; }) {
      names.push_back(member.name);
    } else {
      using Part =
          std::remove_cvref_t<decltype(std::declval<Record>().*member.at)>;
      for (const std::string_view name : MemberNames<Part>()) {
        names.push_back(name);
      }
    }
  };
  std::apply([&add](const auto&... member) { (add(member), ...); },
             Shape<Record>::kMembers);
  return names;
}
template <typename Record>
constexpr bool NamesDiffer() {
  std::vector<std::string_view> names = MemberNames<Record>();
  std::sort(names.begin(), names.end());
  return std::adjacent_find(names.begin(), names.end()) == names.end();
}

// Encode writes one value as a whole text.
template <typename T>
std::string Encode(const T& value) {
  std::string out;
  Writer(out).Value(value);
  return out;
}
// Decode returns nullopt for a text that Encode cannot have made. IsReadable is
// true for valid UTF-8, which Reader takes for granted.
bool IsReadable(std::string_view json);
template <typename T>
std::optional<T> Decode(std::string_view json) {
  if (!IsReadable(json)) return std::nullopt;
  Reader reader(json);
  T value;
  if (!reader.Value(value) || !reader.AtEnd()) return std::nullopt;
  return value;
}

}  // namespace spotcheck::store::codec

#endif  // SPOTCHECK_LIB_STORE_EVENTS_CODEC_H_
