#pragma once
#include <string_view>

#include "register/word_list.hpp"

namespace registrar {

/// Why a text may be shown by a deliberate press only (domain 7): "personnummer", "phone", "email" or "url", the worst
/// of what stands in it; else "word" when one of `words` does. Empty when nothing does. Pure, any thread.
std::string_view why_held(std::string_view text, const ideas::WordList& words);

}  // namespace registrar
