#include "lib/base/hidden_characters.h"

#include <string>
#include <string_view>

#include "lib/base/text.h"

namespace spotcheck {
namespace {

struct Named {
  char32_t code_point;
  std::string_view zh;
  std::string_view en;
};

// The characters that spreadsheets, web pages and messengers leave in texts.
constexpr Named kNamed[] = {
    {0x0000, "空字符", "null"},
    {0x0009, "制表符", "tab"},
    {0x000A, "换行符", "line feed"},
    {0x000D, "回车符", "carriage return"},
    {0x00A0, "不换行空格", "no-break space"},
    {0x00AD, "软连字符", "soft hyphen"},
    {0x061C, "阿拉伯字母方向标记", "Arabic letter mark"},
    {0x180E, "蒙古文元音分隔符", "Mongolian vowel separator"},
    {0x200B, "零宽空格", "zero width space"},
    {0x200C, "零宽不连字", "zero width non-joiner"},
    {0x200D, "零宽连字", "zero width joiner"},
    {0x200E, "从左至右标记", "left-to-right mark"},
    {0x200F, "从右至左标记", "right-to-left mark"},
    {0x2028, "行分隔符", "line separator"},
    {0x2029, "段分隔符", "paragraph separator"},
    {0x202A, "从左至右嵌入", "left-to-right embedding"},
    {0x202B, "从右至左嵌入", "right-to-left embedding"},
    {0x202C, "方向格式结束", "pop directional formatting"},
    {0x202D, "从左至右覆盖", "left-to-right override"},
    {0x202E, "从右至左覆盖", "right-to-left override"},
    {0x2060, "词连接符", "word joiner"},
    {0x2066, "从左至右隔离", "left-to-right isolate"},
    {0x2067, "从右至左隔离", "right-to-left isolate"},
    {0x2068, "首个强方向隔离", "first strong isolate"},
    {0x2069, "方向隔离结束", "pop directional isolate"},
    {0xFEFF, "字节顺序标记", "byte order mark"},
};

}  // namespace

Localized HiddenCharacterWords(char32_t code_point) {
  const std::string number = CodePointName(code_point);
  for (const Named& named : kNamed) {
    if (named.code_point != code_point) continue;
    return {number + " " + std::string(named.zh),
            number + " " + std::string(named.en)};
  }
  return {number, number};
}

}  // namespace spotcheck
