#include "registrar/held.hpp"

#include <algorithm>

#include "register/personal.hpp"
#include "registrar/workshop.hpp"

namespace registrar {

std::string_view why_held(std::string_view text, const ideas::WordList& words) {
    const auto found = ideas::find_personal(ideas::in_plain_signs(text));
    if (found.empty()) return words.stands_in(text) ? "word" : std::string_view();
    const auto by_kind = [](const ideas::PersonalFind& a, const ideas::PersonalFind& b) { return a.kind < b.kind; };
    switch (std::min_element(found.begin(), found.end(), by_kind)->kind) {
        case ideas::Personal::personal_number:
            return "personnummer";
        case ideas::Personal::phone:
            return "phone";
        case ideas::Personal::email:
            return "email";
        case ideas::Personal::web:
            return "url";
    }
    return {};
}

/// All that waits is looked at each time the trainer is told what does, so what was found is remembered.
std::string_view Workshop::why_held(std::string_view text) const {
    constexpr std::size_t most_held = 2000;
    if (const auto known = held_.find(text); known != held_.end()) return known->second;
    if (held_.size() >= most_held) held_.clear();
    return held_.emplace(text, registrar::why_held(text, setup_.words)).first->second;
}

}  // namespace registrar
