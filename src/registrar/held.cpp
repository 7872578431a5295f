#include "registrar/held.hpp"

#include <algorithm>

#include "register/personal.hpp"

namespace registrar {

std::string_view why_held(std::string_view text) {
    const auto found = ideas::find_personal(text);
    if (found.empty()) return {};
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

}  // namespace registrar
