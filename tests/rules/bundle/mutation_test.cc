// Nothing in a bundle can be changed unnoticed: every byte of the files, every
// value of draw.json, in turn.

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "lib/rules/bundle/read.h"
#include "lib/rules/bundle/verify.h"
#include "tests/rules/draw/bundles.h"

namespace spotcheck::rules {
namespace {

// True if both texts are the same draw.json in different layouts.
bool SameValue(const std::string& a, const std::string& b) {
  const auto first = ParseStrictJson(kDrawJson, a);
  const auto second = ParseStrictJson(kDrawJson, b);
  return first.ok() && second.ok() && *first == *second;
}

bool IsAccepted(const BundleFiles& files) { return VerifyBundle(files).ok(); }

void ExpectRefused(const BundleFiles& changed, const std::string& what) {
  EXPECT_FALSE(IsAccepted(changed)) << what;
}

TEST(BundleMutationTest, NoByteCanBeFlipped) {
  const BundleFiles files = LoadVector("draw-one");
  for (const auto& [name, text] : files) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      BundleFiles changed = files;
      changed[name][i] ^= static_cast<char>(1 << (i % 8));
      if (name == kDrawFile && SameValue(changed[name], text)) continue;
      ExpectRefused(changed, absl::StrCat(name, " byte ", i));
    }
  }
}

TEST(BundleMutationTest, NoByteOfALargerBundlesTsvCanBeFlipped) {
  const BundleFiles files = LoadVector("draw-sm3");
  for (const auto& [name, text] : files) {
    if (name == kDrawFile) continue;
    for (std::size_t i = 0; i < text.size(); i += 7) {
      BundleFiles changed = files;
      changed[name][i] ^= static_cast<char>(1 << (i / 7 % 8));
      ExpectRefused(changed, absl::StrCat(name, " byte ", i));
    }
  }
}

TEST(BundleMutationTest, NoByteCanBeLeftOutOrDoubled) {
  const BundleFiles files = LoadVector("draw-one");
  for (const auto& [name, text] : files) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      BundleFiles changed = files;
      changed[name].erase(i, 1);
      if (name == kDrawFile && SameValue(changed[name], text)) continue;
      ExpectRefused(changed, absl::StrCat(name, " without byte ", i));
      changed = files;
      changed[name].insert(i, 1, text[i]);
      if (name == kDrawFile && SameValue(changed[name], text)) continue;
      ExpectRefused(changed, absl::StrCat(name, " with byte twice ", i));
    }
  }
}

TEST(BundleMutationTest, NoLineCanBeLeftOut) {
  const BundleFiles files = LoadVector("draw-sm3");
  for (const auto& [name, text] : files) {
    if (name == kDrawFile) continue;
    for (std::size_t start = 0; start < text.size();) {
      const std::size_t end = text.find('\n', start) + 1;
      BundleFiles changed = files;
      changed[name].erase(start, end - start);
      ExpectRefused(changed, absl::StrCat(name, " without line at ", start));
      start = end;
    }
  }
}

// Another value of the same type and, where it can be, the same grammar.
Json Altered(const Json& value) {
  if (value.is_number()) return value.get<std::int64_t>() + 1;
  std::string text = value.get<std::string>();
  if (text.empty()) return "0";
  char& last = text.back();
  last = last == '0' ? '1' : '0';
  return text;
}

void EachPointer(const Json& value, const Json::json_pointer& at,
                 std::vector<Json::json_pointer>& pointers) {
  if (!at.empty()) pointers.push_back(at);
  if (value.is_object()) {
    for (const auto& [key, child] : value.items()) {
      EachPointer(child, at / key, pointers);
    }
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      EachPointer(value[i], at / i, pointers);
    }
  }
}

class DrawJsonMutationTest : public ::testing::TestWithParam<const char*> {
 protected:
  DrawJsonMutationTest()
      : files_(LoadVector(GetParam())),
        draw_(*ParseStrictJson(kDrawJson, files_[kDrawFile])) {
    EachPointer(draw_, Json::json_pointer(), pointers_);
  }
  void ExpectRefusedWith(const Json& draw, const std::string& what) {
    BundleFiles changed = files_;
    changed[kDrawFile] =
        draw.dump(1, ' ', false, Json::error_handler_t::replace);
    ExpectRefused(changed, what);
  }
  BundleFiles files_;
  Json draw_;
  std::vector<Json::json_pointer> pointers_;
};

TEST_P(DrawJsonMutationTest, NoValueCanBeAnother) {
  for (const auto& pointer : pointers_) {
    if (draw_.at(pointer).is_structured()) continue;
    Json changed = draw_;
    changed.at(pointer) = Altered(draw_.at(pointer));
    ExpectRefusedWith(changed, pointer.to_string());
  }
}

TEST_P(DrawJsonMutationTest, NoValueCanBeOfAnotherType) {
  for (const auto& pointer : pointers_) {
    for (const Json& other : {Json(nullptr), Json(1.5), Json(-1), Json(true)}) {
      Json changed = draw_;
      changed.at(pointer) = other;
      ExpectRefusedWith(changed, pointer.to_string());
    }
  }
}

TEST_P(DrawJsonMutationTest, NoFieldOrElementCanBeMissing) {
  for (const auto& pointer : pointers_) {
    Json changed = draw_;
    Json& parent = changed.at(pointer.parent_pointer());
    if (parent.is_object()) {
      parent.erase(pointer.back());
    } else {
      parent.erase(std::stoul(pointer.back()));
    }
    ExpectRefusedWith(changed, pointer.to_string());
  }
}

TEST_P(DrawJsonMutationTest, NoFieldOrElementCanBeAdded) {
  for (const auto& pointer : pointers_) {
    const Json& value = draw_.at(pointer);
    Json changed = draw_;
    if (value.is_object()) {
      changed.at(pointer)["extra"] = 1;
    } else if (value.is_array() && !value.empty()) {
      changed.at(pointer).push_back(value.back());
    } else {
      continue;
    }
    ExpectRefusedWith(changed, pointer.to_string());
  }
}

INSTANTIATE_TEST_SUITE_P(TwoBundles, DrawJsonMutationTest,
                         ::testing::Values("draw-one", "draw-sm3"));
// With a beacon.
INSTANTIATE_TEST_SUITE_P(LargerBundles, DrawJsonMutationTest,
                         ::testing::Values("draw-skew"));

}  // namespace
}  // namespace spotcheck::rules
