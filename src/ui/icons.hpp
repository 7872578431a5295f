#pragma once
#include <string_view>

/// Font Awesome 4.7 by what they mean here. Each is the UTF-8 of one code point, drawn with paint::Face::icon.
namespace ui::icon {

inline constexpr std::string_view none;
inline constexpr std::string_view search = "\uf002", star = "\uf005", person = "\uf007", tick = "\uf00c";
inline constexpr std::string_view close = "\uf00d", off = "\uf011", home = "\uf015", clock = "\uf017", inbox = "\uf01c";
inline constexpr std::string_view redo = "\uf01e", refresh = "\uf021", list = "\uf03a", lock = "\uf023",
                                  unlock = "\uf09c";
inline constexpr std::string_view flag = "\uf024", book = "\uf02d", print = "\uf02f", camera = "\uf030",
                                  font = "\uf031";
inline constexpr std::string_view pencil = "\uf040", place = "\uf041", edit = "\uf044", play = "\uf04b",
                                  pause = "\uf04c";
inline constexpr std::string_view stop = "\uf04d", chevron_left = "\uf053", chevron_right = "\uf054", plus = "\uf067";
inline constexpr std::string_view minus = "\uf068", gift = "\uf06b", eye = "\uf06e", eye_off = "\uf070",
                                  bell = "\uf0f3";
inline constexpr std::string_view question = "\uf059", info = "\uf05a", left = "\uf060", right = "\uf061",
                                  up = "\uf062";
inline constexpr std::string_view down = "\uf063", expand = "\uf065", error = "\uf06a", warning = "\uf071";
inline constexpr std::string_view calendar = "\uf073", chevron_up = "\uf077", chevron_down = "\uf078",
                                  folder = "\uf07b";
inline constexpr std::string_view bar_chart = "\uf080", comment = "\uf075", comments = "\uf086", key = "\uf084";
inline constexpr std::string_view people = "\uf0c0", link = "\uf0c1", flask = "\uf0c3", copy = "\uf0c5", cut = "\uf0c4",
                                  save = "\uf0c7";
inline constexpr std::string_view menu = "\uf0c9", table = "\uf0ce", columns = "\uf0db", sort = "\uf0dc",
                                  sort_down = "\uf0dd";
inline constexpr std::string_view sort_up = "\uf0de", undo = "\uf0e2", paste = "\uf0ea", lightbulb = "\uf0eb",
                                  swap = "\uf0ec";
inline constexpr std::string_view cutlery = "\uf0f5", desktop = "\uf108", laptop = "\uf109", tablet = "\uf10a";
inline constexpr std::string_view mobile = "\uf10b", quote = "\uf10d", circle_outline = "\uf10c", circle = "\uf111";
inline constexpr std::string_view smile = "\uf118", frown = "\uf119", meh = "\uf11a", keyboard = "\uf11c";
inline constexpr std::string_view microphone = "\uf130", target = "\uf140", ticket = "\uf145", angle_left = "\uf104";
inline constexpr std::string_view angle_right = "\uf105", angle_up = "\uf106", angle_down = "\uf107", trash = "\uf1f8";
inline constexpr std::string_view road = "\uf018", sun = "\uf185", moon = "\uf186", archive = "\uf187",
                                  filter = "\uf0b0";
inline constexpr std::string_view picture = "\uf03e", wheelchair = "\uf193", sliders = "\uf1de", history = "\uf1da",
                                  line_chart = "\uf201";
inline constexpr std::string_view brush = "\uf1fc", note = "\uf24a", hand = "\uf256", hand_up = "\uf0a6",
                                  gear = "\uf013";
inline constexpr std::string_view wifi = "\uf1eb", download = "\uf019", external = "\uf08e", qr = "\uf029",
                                  group = "\uf247";
inline constexpr std::string_view object_group = "\uf247", crop = "\uf125", snowflake = "\uf2dc", flash = "\uf0e7";
inline constexpr std::string_view thumb_up = "\uf087", heart = "\uf004", euro = "\uf153", leaf = "\uf06c",
                                  balance = "\uf24e";
inline constexpr std::string_view gavel = "\uf0e3", money = "\uf0d6", gender = "\uf228", tasks = "\uf0ae";
inline constexpr std::string_view file_pdf = "\uf1c1", file_code = "\uf1c9", pieces = "\uf009";
inline constexpr std::string_view merge = "\uf126", tag = "\uf02b", tags = "\uf02c", grip = "\uf142", more = "\uf141";

}  // namespace ui::icon
