#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace base {

/// Texts live in two gettext domains under assets/lang: `wall` (sv, en) for the program itself and `page` (all
/// languages) for tablets. A msgid is a stable key such as "error.busy"; both come from share_folder()/locale.
/// A missing text falls back to Swedish, then to the key itself (and a test fails).

/// The program's own language, "sv" unless set between frames by the main thread.
void set_language(std::string_view code);
std::string_view language();

/// A text of the `wall` domain in the program's language. `{name}` in it is filled from `fills` ({{"name","value"}}).
struct Fill {
    std::string_view name;
    std::string_view value;
};
std::string tr(std::string_view key, std::initializer_list<Fill> fills = {});
/// The same with plural forms: picks by `count` and fills `{count}`.
std::string tr_n(std::string_view key, std::int64_t count);
/// A text of the `page` domain in a participant's language. Any thread.
std::string tr_page(std::string_view language, std::string_view key, std::initializer_list<Fill> fills = {});

/// An error as people read it: what happened, where, and what to do.
std::string explain(const Error& error);

/// The languages that the page exists in, best reviewed first: {"sv", "en", …}.
std::vector<std::string> page_languages();

}  // namespace base
