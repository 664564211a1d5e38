#ifndef SPOTCHECK_LIB_BASE_HIDDEN_CHARACTERS_H_
#define SPOTCHECK_LIB_BASE_HIDDEN_CHARACTERS_H_

// Names for characters that nobody sees, so that an error can say which one it
// found.

#include "lib/base/error.h"

namespace spotcheck {

// "U+200B 零宽空格" and "U+200B zero width space"; the number alone where the
// character is none of the usual ones.
Localized HiddenCharacterWords(char32_t code_point);

}  // namespace spotcheck

#endif  // SPOTCHECK_LIB_BASE_HIDDEN_CHARACTERS_H_
