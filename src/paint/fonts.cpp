#include <memory>

#include <fontconfig/fontconfig.h>

#include "base/language.hpp"
#include "paint/paper.hpp"
#include "paint/text_private.hpp"

namespace paint {
namespace {

struct Family {
    const char* name;
    const char* package;
};
constexpr Family wanted[] = {
    {"Inter", "fonts-inter"},
    {"Noto Sans", "fonts-noto-core"},
    {"Noto Sans Arabic", "fonts-noto-core"},
    {"Noto Sans Ethiopic", "fonts-noto-core"},
    {"Noto Sans CJK SC", "fonts-noto-cjk"},
    {"Noto Color Emoji", "fonts-noto-color-emoji"},
    {"FontAwesome", "fonts-font-awesome"},
};

bool is_there(const char* family) {
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> pattern(FcPatternCreate(), &FcPatternDestroy);
    FcPatternAddString(pattern.get(), FC_FAMILY, reinterpret_cast<const FcChar8*>(family));
    const std::unique_ptr<FcObjectSet, decltype(&FcObjectSetDestroy)> objects(
        FcObjectSetBuild(FC_FAMILY, static_cast<char*>(nullptr)), &FcObjectSetDestroy);
    const std::unique_ptr<FcFontSet, decltype(&FcFontSetDestroy)> found(
        FcFontList(nullptr, pattern.get(), objects.get()), &FcFontSetDestroy);
    return found != nullptr && found->nfont > 0;
}

}  // namespace

const char* families(Face face) {
    if (face == Face::icon) return "FontAwesome";
    // Emoji are not in the list: fontconfig would take digits from there. Pango finds the emoji font by itself.
    return "Inter, Noto Sans, Noto Sans Arabic, Noto Sans Ethiopic, Noto Sans CJK SC";
}

base::Done check_fonts() {
    const auto* fonts = FcConfigGetFonts(FcConfigGetCurrent(), FcSetSystem);
    if (fonts != nullptr && fonts->nfont > 0) return {};
    std::string packages;
    for (const auto& family : wanted) {
        if (packages.find(family.package) == std::string::npos) packages += std::string(" ") + family.package;
    }
    return base::refuse(base::Code::not_found, "apt-get install" + packages, base::tr("paint.fonts"));
}

std::vector<MissingFont> missing_fonts() {
    std::vector<MissingFont> missing;
    for (const auto& family : wanted) {
        if (!is_there(family.name)) missing.push_back({family.name, family.package});
    }
    return missing;
}

}  // namespace paint
