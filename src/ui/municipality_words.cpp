#include "ui/municipality_words.hpp"

#include <array>
#include <string_view>

#include "base/language.hpp"
#include "base/text.hpp"

namespace ui {

std::string municipality_words(const std::string& name) {
    constexpr std::array<std::string_view, 4> kinds{"-kommun-", "-stad-", "-region-", "-municipality-"};
    const auto words = "-" + base::slug(name) + "-";
    for (const auto kind : kinds) {
        if (words.find(kind) != std::string::npos) return name;
    }
    return base::tr("wall.municipality", {{"name", name}});
}

}  // namespace ui
