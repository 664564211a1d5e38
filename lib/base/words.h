#ifndef SPOTCHECK_LIB_BASE_WORDS_H_
#define SPOTCHECK_LIB_BASE_WORDS_H_

// Each closed list of values has one table. A row says how the journal, the
// tables and the bundle spell a value, its number on the wire, and its word in
// both languages. A table is a specialisation of kWords beside its enum, with
//   static_assert(IsWhole<E>());
// which fails unless the rows are the enumerators in their order, none is
// missing, and no code, number or word stands twice.

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "lib/base/error.h"

namespace spotcheck {

inline constexpr int kNoWire = -1;

template <typename E>
struct Word {
  E value;
  std::string_view code;  // "" for the value "none"
  std::string_view zh;
  std::string_view en;
  int wire = kNoWire;  // in the proto's enum; kNoWire: the wire has the code
};

// Another spelling that offices use in their files, in the form that
// rules::NormaliseField gives.
template <typename E>
struct Synonym {
  std::string_view text;
  E value;
};

template <typename E>
inline constexpr std::nullptr_t kWords = nullptr;  // E has no table
template <typename E>
inline constexpr std::array<Synonym<E>, 0> kSynonyms = {};

template <typename E>
constexpr const Word<E>& WordOf(E value) {
  return kWords<E>[static_cast<std::size_t>(value)];
}
template <typename E>
constexpr std::string_view CodeOf(E value) {
  return WordOf(value).code;
}
template <typename E>
Localized InWords(E value) {
  return {std::string(WordOf(value).zh), std::string(WordOf(value).en)};
}

template <typename E>
constexpr std::optional<E> FromCode(std::string_view code) {
  for (const Word<E>& word : kWords<E>) {
    if (word.code == code) return word.value;
  }
  return std::nullopt;
}
template <typename E>
constexpr std::optional<E> FromWire(int wire) {
  for (const Word<E>& word : kWords<E>) {
    if (word.wire == wire && wire != kNoWire) return word.value;
  }
  return std::nullopt;
}
template <typename E>
constexpr std::optional<E> FromSynonym(std::string_view text) {
  for (const Synonym<E>& synonym : kSynonyms<E>) {
    if (synonym.text == text) return synonym.value;
  }
  return std::nullopt;
}

// True if the texts differ at most in the case of A to Z.
constexpr bool SameLetters(std::string_view a, std::string_view b) {
  constexpr auto kLower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (kLower(a[i]) != kLower(b[i])) return false;
  }
  return true;
}

// Finds what a person types: a word of either language, a code, a synonym.
template <typename E>
constexpr std::optional<E> FromTyped(std::string_view text) {
  for (const Word<E>& word : kWords<E>) {
    if (word.zh == text || SameLetters(word.en, text) ||
        SameLetters(word.code, text)) {
      return word.value;
    }
  }
  return FromSynonym<E>(text);
}

namespace words_internal {

// True if kValue is an enumerator: the compiler prints one by its name and any
// other number as a cast.
template <auto kValue>
constexpr bool IsEnumerator() {
  const std::string_view name = __PRETTY_FUNCTION__;
  const std::size_t at = name.rfind("kValue = ");
  return at != std::string_view::npos && name[at + 9] != '(';
}

template <typename E>
constexpr bool Clash(const Word<E>& a, const Word<E>& b) {
  return a.code == b.code || (a.wire == b.wire && a.wire != kNoWire) ||
         a.zh == b.zh || SameLetters(a.en, b.en);
}

}  // namespace words_internal

template <typename E>
constexpr bool IsWhole() {
  constexpr std::size_t kSize = kWords<E>.size();
  if (kSize == 0 || words_internal::IsEnumerator<static_cast<E>(kSize)>()) {
    return false;
  }
  for (std::size_t i = 0; i < kSize; ++i) {
    const Word<E>& word = kWords<E>[i];
    if (word.value != static_cast<E>(i)) return false;
    if (word.code.empty() != word.zh.empty()) return false;
    if (word.code.empty() != word.en.empty()) return false;
    for (std::size_t j = 0; j < i; ++j) {
      if (words_internal::Clash(word, kWords<E>[j])) return false;
    }
  }
  return words_internal::IsEnumerator<static_cast<E>(kSize - 1)>();
}

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_WORDS_H_
