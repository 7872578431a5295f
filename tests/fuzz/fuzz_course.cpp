// rooms: curricula
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/text.hpp"
#include "curricula/blob.hpp"
#include "curricula/course.hpp"

/// The input is a blob, or else the Swedish file, or both files with a line of five equals signs between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    if (const auto source = curricula::from_blob(input)) {
        if (curricula::to_blob(*source) != input) std::abort();
    }
    constexpr std::string_view between = "\n=====\n";
    model::CourseSource source{"prov", {}};
    const auto cut = input.find(between);
    source.files["kurs.sv.md"] = input.substr(0, cut);
    if (cut != std::string_view::npos) source.files["kurs.en.md"] = input.substr(cut + between.size());
    const auto reading = curricula::check_course(source);
    for (const auto& block : reading.course.blocks) {
        if (reading.usable() && (block.minutes <= 0 || block.id.empty() || block.texts.count("sv") == 0)) std::abort();
        for (const auto& text : block.texts) {
            const auto& html = text.second.html;
            if (!base::is_utf8(html) || html.find("<script") != std::string::npos) std::abort();
        }
    }
    return 0;
}
